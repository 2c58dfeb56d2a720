from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Run, objects


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["build", "nowhere"], "nowhere"),
        (["build", ""], "CORPUS: a path is empty"),
        (["restore", ""], "FILE: a path is empty"),
        (["frobnicate"], "frobnicate"),
        (["search", "x", "--mode", "magic"], "magic"),
        (["search", "x", "--limit", "0"], "'0'"),
        (["ask"], "question"),
        (["ask", "who said x", "--batch", "file"], "--batch"),
        (["ask", "--batch", "nowhere.jsonl"], "nowhere.jsonl"),
        (["ask", "who said x after:soon"], "after:soon"),
        (["ask", "who said \udcff"], "not valid text"),
        (["search", "?!"], "no words"),
        (["search", "speaker:Putin", "trade"], "speaker"),
        (["article", "no-such-id"], "no-such-id"),
        (["quotes"], "--jsonl"),
        (["quotes", "nowhere.txt"], "nowhere.txt"),
        (["quotes", "--jsonl", "nowhere.jsonl"], "nowhere.jsonl"),
        (["evaluate", "nowhere"], "nowhere"),
    ],
)
def test_bad_input_gets_one_sentence_and_exit_code_2(
    run: Run, seeds_data: Path, arguments: list[str], named: str
) -> None:
    data = [] if arguments[0] in {"quotes", "frobnicate"} else ["--data", str(seeds_data)]
    code, out, err = run(*arguments, *data)
    assert (code, out) == (2, "")
    assert named in err
    assert err.count("\n") == 1


def test_settings_come_from_the_environment_file(run: Run, seeds_data: Path) -> None:
    Path(".env").write_text(f"WHOSAID_DATA={seeds_data}\n")
    code, out, _ = run("status", "--json")
    assert (code, objects(out)[0]["articles"]) == (0, 5)


def test_a_home_folder_in_the_settings_file_is_found(
    run: Run, seeds_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(seeds_data.parent))
    Path(".env").write_text(f"WHOSAID_DATA=~/{seeds_data.name}\n")
    assert run("status")[0] == 0


def test_a_home_folder_of_nobody_is_named(run: Run) -> None:
    Path(".env").write_text("WHOSAID_DATA=~no-such-user/data\n")
    code, _, err = run("status")
    assert code == 2
    assert err == "error: WHOSAID_DATA: there is no user for ~no-such-user/data\n"


def test_an_output_that_cannot_be_written_is_one_sentence(seeds_data: Path) -> None:
    command = [sys.executable, "-m", "index", "status", "--data", str(seeds_data)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        "error: the output cannot be written (No space left on device)\n",
    )


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("command", ["index status", "index ask --batch -", "bot console"])
def test_streams_that_are_closed_are_no_failure(seeds_data: Path, command: str, closed: str) -> None:
    line = f'"{sys.executable}" -m {command} {closed}'
    environment = os.environ | {"WHOSAID_DATA": str(seeds_data)}
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, check=False, env=environment
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_settings_file_that_is_no_text_is_named(run: Run) -> None:
    Path(".env").write_bytes(b"WHOSAID_DATA=\xff\xfe\n")
    code, _, err = run("status")
    assert code == 2
    assert ".env" in err
