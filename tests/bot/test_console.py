from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.console import Action, Request, read_line
from index.errors import BadInput

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "request_"),
    [
        ("!who territorial integrity", Request(None, "who said territorial integrity")),
        ("/who said no", Request(None, "who said no")),
        ("!what did Lindt say", Request(None, "what did Lindt say")),
        ("!ASK the harbour", Request(None, "the harbour")),
        (" who said no ", Request(None, "who said no")),
        ("!help", Request(Action.HELP)),
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


def console(newsroom: Any, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "console", *words],
        cwd=newsroom.folder, input=given, text=True, capture_output=True, timeout=120, check=False,
        env={**newsroom.variables, "DISCORD_TOKEN": "", "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip


async def test_the_console_answers_lines_as_the_bot_does(newsroom: Any) -> None:
    await newsroom.discord.reply(newsroom.early, within=120)
    lines = "!who said territorial integrity\n!weather\n\nlemon cake recipe\nmore\nquit\n!who never reached\n"
    done = console(newsroom, given=lines)
    assert done.returncode == 0
    assert "\nVladimir Putin" in done.stdout
    assert "keeps Syria's territorial integrity and sovereignty" in done.stdout
    assert "[1] Cameron meets Putin in new push to end Syria war · AFP · 2013-05-10" in done.stdout
    assert "Nothing in the corpus answers this." in done.stdout
    assert "\x1b" not in done.stdout
    assert "never reached" not in done.stdout
    assert "!weather: there is no such command" in done.stderr
    assert "there is no further page" in done.stderr


def test_one_line_of_bad_input_exits_2(newsroom: Any) -> None:
    done = console(newsroom, "!weather today")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "!weather: there is no such command; !help names them\n"


def test_help_needs_no_index(newsroom: Any) -> None:
    done = console(newsroom, "!help")
    assert done.returncode == 0 and "!who said territorial integrity" in done.stdout
