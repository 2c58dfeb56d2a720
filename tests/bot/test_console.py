from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.console import Action, Request, read_line, run
from bot.settings import BotSettings
from index.errors import BadInput, OperationFailed
from index.settings import IndexSettings

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("!who territorial integrity", Request(None, "who said territorial integrity")),
        ("/who said no", Request(None, "who said no")),
        ("!what did Lindt say", Request(None, "what did Lindt say")),
        ("!ASK the harbour", Request(None, "the harbour")),
        (" who said no ", Request(None, "who said no")),
        ("!quotes Lindt about tolls", Request(None, "quotes by Lindt about tolls")),
        ("!help", Request(Action.HELP)),
        ("!sources", Request(Action.SOURCES)),
        ("/reindex", Request(Action.REINDEX)),
        ("quit", Request(Action.QUIT)),
    ],
)
def test_lines_are_read(line: str, request_: Request) -> None:
    assert read_line(line, "!") == request_


@pytest.mark.parametrize("line", ["!who", "!weather", "!", ""])
def test_what_is_no_command_is_bad_input(line: str) -> None:
    with pytest.raises(BadInput):
        read_line(line, "!")


@pytest.fixture
def settings(seeds_data: Path) -> BotSettings:
    """Those of a bot over the seed articles."""
    variables = {"DISCORD_TOKEN": "", "WHOSAID_DATA": str(seeds_data), "WHOSAID_CORPUS": str(ROOT / "seeds")}
    return BotSettings.read(variables)


def test_the_console_answers_lines_as_the_bot_does(
    settings: BotSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (
        "!who said territorial integrity", "!weather", "!qoutes Putin", "!sources", "", "lemon cake recipe", "more",
        "quit", "!who never reached",
    )  # fmt: skip
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    run(settings, None)
    out, err = capsys.readouterr()
    assert "\nVladimir Putin" in out
    assert "keeps Syria's territorial integrity and sovereignty" in out
    assert "[1] Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10" in out
    assert "Nothing in the corpus answers this." in out
    assert "\x1b" not in out
    assert "never reached" not in out
    assert "!weather: there is no such command; !help names them" in err
    assert "!qoutes: there is no such command; did you mean !quotes?" in err
    assert "AFP: " in out and "5 articles · " in out
    assert "there is no further page" in err


@pytest.mark.parametrize("line", ["!privacy", "/articles list", "!settings"])
def test_commands_that_only_discord_has_are_named_as_such(line: str) -> None:
    with pytest.raises(BadInput, match="is for Discord"):
        read_line(line, "!")


def test_the_console_builds_where_there_is_no_index(
    settings: BotSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WHOSAID_CORPUS", str(tmp_path / "missing"))
    with pytest.raises(OperationFailed, match="missing"):
        run(replace(settings, index=IndexSettings(data=tmp_path / "data")), "!who said no")
    assert capsys.readouterr().out == ""


def console(*words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "console", *words],
        cwd=ROOT, input=given, text=True, capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def test_one_line_of_bad_input_exits_2() -> None:
    done = console("!weather today")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "error: !weather: there is no such command; !help names them\n"


def test_help_needs_no_index() -> None:
    done = console("!help")
    assert done.returncode == 0 and "!who said territorial integrity" in done.stdout


def test_an_output_that_cannot_be_written_is_one_sentence() -> None:
    command = [sys.executable, "-m", "bot", "console", "!help"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert (done.returncode, done.stderr) == (
        1,
        "error: the output cannot be written (No space left on device)\n",
    )
