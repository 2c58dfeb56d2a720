"""The README is held against the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.render.answers import answer_pages
from bot.render.terminal import plain
from index.cli import main
from index.library import Library

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


async def test_the_transcript_is_what_the_console_prints(library: Library) -> None:
    transcript = README.split("```")[1].strip("\n")
    command, _, shown = transcript.partition("\n")
    assert command == "$ python -m bot console '!who said territorial integrity'"
    pages = answer_pages(await library.ask("who said territorial integrity"))
    assert shown == "\n\n".join(plain(page) for page in pages).strip("\n")


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
