import pytest
from loopback.limits import length
from loopback.view import visible

from bot.building.events import Finished, Progress, Skipped
from bot.building.pace import Pace
from bot.render.progress import (
    discord_text,
    duration,
    pace_lines,
    progress_line,
    summary_lines,
)
from index.building.progress import Skips

DONE = Finished("b1", 1, 20, 30, added=1, changed=0, removed=2, skipped=1, embedded=50, seconds=3.21)


def test_progress_says_the_stage_and_how_far_it_is() -> None:
    assert progress_line(Progress("embedding", 3, 9)) == "embedding passages, 3 of 9"
    assert progress_line(Progress("reading", 3, None)) == "reading articles, 3"
    assert progress_line(Progress("writing", 0, None)) == "writing the index"
    assert progress_line(Progress("polishing", 1, 2)) == "polishing, 1 of 2"


def test_the_summary_names_what_was_skipped_and_why() -> None:
    assert summary_lines(DONE, [Skipped("x.txt", "is empty")]) == [
        "Indexed 1 article in 3.2 s: 1 added, 0 changed, 2 removed, 1 skipped.",
        "20 passages, 30 statements, 50 texts newly embedded.",
        "Skipped:",
        "- x.txt: is empty",
    ]


def test_a_summary_fits_into_a_message() -> None:
    skipped = [Skipped(f"**{number}**<@1>.txt", "is no text 🤷") for number in range(300)]
    lines = summary_lines(DONE, skipped)
    text = discord_text(lines)
    assert length(text) <= 2000
    shown = visible(text).split("\n")
    assert shown[:-1] == lines[: len(shown) - 1]
    assert shown[-1] == f"and {len(lines) - len(shown) + 1} more"


def test_of_very_many_files_that_are_skipped_the_first_are_named_and_the_others_counted() -> None:
    skips = Skips[Skipped]()
    for number in range(70_000):
        skips.add(Skipped(f"{number}.txt", "it is empty"))
    lines = summary_lines(DONE, skips.first)
    text = discord_text(lines, others=skips.others)
    assert length(text) <= 2000
    shown = text.split("\n")
    assert shown[-1] == f"and {len(lines) - len(shown) + 1 + 69_900} more"
    assert discord_text(lines[:5], others=3).split("\n")[5:] == ["and 3 more"]


def test_the_pace_is_told_in_words_and_as_a_bar() -> None:
    pace = Pace("embedding", 750, 3000, 12.4, 181, articles=40, skipped=2)
    assert pace_lines(pace) == [
        "embedding passages",
        "▰▰▰▱▱▱▱▱▱▱▱▱ 25 %",
        "750 of 3,000 passages, 12 passages per second, 3 min 1 s left",
        "40 articles, 2 skipped so far",
    ]


@pytest.mark.parametrize(
    ("pace", "lines"),
    [
        (Pace(), ["starting"]),
        (Pace("reading", 50), ["reading articles", "50 articles"]),
        (
            Pace("polishing", 1, 3, 0.5, 4),
            ["polishing", "▰▰▰▰▱▱▱▱▱▱▱▱ 33 %", "1 of 3, 0.5 steps per second, 4 s left"],
        ),
        (Pace("embedding", 5, 3), ["embedding passages", "▰" * 12 + " 100 %", "5 of 3 passages"]),
        (Pace("writing", articles=1), ["writing the index", "1 article"]),
    ],
)
def test_what_is_not_known_of_the_pace_is_left_out(pace: Pace, lines: list[str]) -> None:
    assert pace_lines(pace) == lines


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-1, "0 s"), (59.9, "59 s"), (60, "1 min"), (3725, "1 h 2 min"), (90_000, "1 d 1 h")],
)
def test_lengths_of_time(seconds: float, text: str) -> None:
    assert duration(seconds) == text
