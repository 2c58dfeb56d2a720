import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.limits.queue import QueueLimit
from bot.limits.window import Limit
from bot.runtime.log_format import LogFormat
from bot.settings import EXPLANATIONS, BotSettings
from index.errors import BadInput
from index.settings import IndexSettings

ROOT = Path(__file__).parents[2]


class Asked(Mapping[str, str]):
    """An empty environment that remembers which variables were asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def example() -> dict[str, tuple[str, str]]:
    """Each variable of .env.example with its value and the comment above it."""
    entries: dict[str, tuple[str, str]] = {}
    comment: list[str] = []
    for line in (ROOT / ".env.example").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            comment.append(line.removeprefix("#").strip())
        elif name := re.fullmatch(r"([A-Z_]+)=(.*)", line):
            entries[name[1]] = (name[2], " ".join(comment))
        else:
            assert not line
            comment = []
    return entries


def test_the_example_names_every_setting_that_the_code_reads() -> None:
    asked = Asked()
    assert BotSettings.read(asked) == BotSettings(IndexSettings())
    assert set(example()) == asked.names


def test_the_code_mentions_no_other_variable() -> None:
    sources = [
        path.read_text(encoding="utf-8") for room in ("bot", "index") for path in (ROOT / room).rglob("*.py")
    ]
    named = {name for source in sources for name in re.findall(r"\b(?:WHOSAID|DISCORD)_[A-Z_]+\b", source)}
    assert named == set(example())


def test_the_example_explains_every_setting() -> None:
    for name, (_, comment) in example().items():
        assert comment
        assert comment == EXPLANATIONS.get(name, comment)


def test_the_example_changes_nothing() -> None:
    values = {name: value for name, (value, _) in example().items() if value}
    assert BotSettings.read(values) == BotSettings(IndexSettings())


def test_values_are_read() -> None:
    read = BotSettings.read(
        {
            "DISCORD_TOKEN": " abc.def ",
            "WHOSAID_PREFIX": "??",
            "WHOSAID_ADMINS": "12, 34\n56",
            "WHOSAID_LOG_LEVEL": "debug",
            "WHOSAID_DATA": "elsewhere",
            "WHOSAID_CORPUS_SERVERS": "7",
            "WHOSAID_MEMBER_LIMIT": " 2/30 ",
            "WHOSAID_SERVER_LIMIT": "off",
            "WHOSAID_QUEUE": "1/0",
            "WHOSAID_RETENTION_DAYS": "7",
            "WHOSAID_KEPT_ANSWERS": "10",
            "WHOSAID_SECRET": "sixteen letters!",
            "WHOSAID_LOG_FORMAT": "JSON",
            "WHOSAID_METRICS_PORT": "9464",
        }
    )
    assert read.token == "abc.def"
    assert read.prefix == "??"
    assert read.admins == {12, 34, 56}
    assert read.log_level == "DEBUG"
    assert read.index.data == Path("elsewhere")
    assert read.corpus_servers == {7}
    assert (read.member_limit, read.server_limit) == (Limit(2, 30), None)
    assert read.queue == QueueLimit(1, 0)
    assert (read.retention_days, read.kept_answers) == (7, 10)
    assert read.secret == "sixteen letters!"
    assert (read.log_format, read.metrics_port) == (LogFormat.JSON, 9464)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WHOSAID_PREFIX", "a b"),
        ("WHOSAID_PREFIX", "x" * 11),
        ("WHOSAID_ADMINS", "olga"),
        ("WHOSAID_ADMINS", "12;34"),
        ("WHOSAID_LOG_LEVEL", "loud"),
        ("WHOSAID_CORPUS_SERVERS", "here"),
        ("WHOSAID_MEMBER_LIMIT", "5"),
        ("WHOSAID_SERVER_LIMIT", "0/60"),
        ("WHOSAID_QUEUE", "0/9"),
        ("WHOSAID_RETENTION_DAYS", "0"),
        ("WHOSAID_KEPT_ANSWERS", "many"),
        ("WHOSAID_SECRET", "tiny"),
        ("WHOSAID_LOG_FORMAT", "xml"),
        ("WHOSAID_METRICS_PORT", "70000"),
        ("DISCORD_TOKEN", "two words"),
        ("DISCORD_TOKEN", "tök"),
    ],
)
def test_a_wrong_value_is_told_with_its_variable(name: str, value: str) -> None:
    with pytest.raises(BadInput, match=name) as caught:
        BotSettings.read({name: value})
    assert (value in str(caught.value)) == (name not in {"DISCORD_TOKEN", "WHOSAID_SECRET"})


@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "WHOSAID_SECRET"])
def test_what_is_secret_is_not_in_the_representation(name: str) -> None:
    assert "abcdefghijklmnop" not in repr(BotSettings.read({name: "abcdefghijklmnop"}))


@settings(max_examples=200, deadline=None)
@given(
    name=st.sampled_from(sorted(example())),
    value=st.text(max_size=30) | st.text("0123456789/,.-+e naifof\0\udcff"),
)
def test_any_value_is_taken_or_refused_by_the_name_of_its_setting(name: str, value: str) -> None:
    try:
        read = BotSettings.read({name: value})
    except BadInput as error:
        assert name in str(error) and "\n" not in str(error)
    else:
        assert "\0" not in str(read.index.data)
        (read.secret or "").encode()


def test_what_is_refused_is_shown_in_part() -> None:
    with pytest.raises(BadInput) as caught:
        BotSettings.read({"WHOSAID_PREFIX": "x" * 10_000})
    assert len(str(caught.value)) < 300
