"""The README is held against the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.answering.finding import find
from bot.console import read_line
from bot.render.terminal import plain
from index.cli import main
from index.library import Library

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


TRANSCRIPTS = re.findall(
    r"^```\n\$ python -m bot console '([^'\n]*)'\n(.*?)^```$", README, re.MULTILINE | re.DOTALL
)
"""Each line that the README asks in the console, and what it shows for it."""


def test_transcripts_are_there() -> None:
    assert TRANSCRIPTS and len(TRANSCRIPTS) == README.count("$ python -m bot console '")


@pytest.mark.parametrize(("line", "shown"), TRANSCRIPTS)
async def test_a_transcript_is_what_the_console_prints(library: Library, line: str, shown: str) -> None:
    request = read_line(line, "!")
    assert request.action is None
    pages = (await find(library, request.question)).pages
    assert shown.strip("\n") == "\n\n".join(plain(page) for page in pages).strip("\n")


def test_every_setting_is_in_the_table() -> None:
    variables = re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert variables
    assert re.findall(r"^\| `([A-Z_]+)`", README, re.MULTILINE) == variables


def test_every_command_of_the_index_is_in_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    named = re.findall(r"^\| `python -m index (\w+)", README, re.MULTILINE)
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert shown
    assert sorted(named) == sorted(shown)


def test_every_file_that_it_names_is_there() -> None:
    for name in re.findall(r"`((?:index|bot|tests|benchmarks|seeds)/[\w./]*)`", README):
        assert (ROOT / name).exists(), name


def test_every_benchmark_that_it_names_is_there() -> None:
    named = set(re.findall(r"python -m (benchmarks[\w.]*)", README))
    assert named and "python benchmarks" not in README
    for name in named:
        assert (ROOT / name.replace(".", "/")).with_suffix(".py").exists(), name
