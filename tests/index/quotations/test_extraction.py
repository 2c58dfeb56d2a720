from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles.article import Block, BlockKind
from index.articles.layout import blocks
from index.quotations import Statement, StatementKind, extract

SEEDS = Path(__file__).parents[3] / "seeds"
WORDS = st.sampled_from(
    [
        "“", "”", '"', "''", "‘", "’", "'s", ",", ".", "?", ":", ";", "—", "(", ")", "\n", "said", "says", "told",
        "according", "to", "who", "which", "and", "but", "that", "he", "she", "they", "the", "a", "of", "Mr.", "U.S.",
        "Olga", "Brandt", "Erik", "President", "Norwegian", "leader", "reporters", "adding", "called", "Friday", "on",
        "spokesman", "for", "plan", "failed", "Sunday", "2,000", "$5",
    ]
)  # fmt: skip


def check(text: str, parts: list[Block], statements: list[Statement]) -> None:
    paragraphs = [part for part in parts if part.kind is BlockKind.PARAGRAPH]
    assert statements == sorted(statements, key=lambda s: (s.start, s.end))
    for statement in statements:
        assert any(p.start <= statement.start < statement.end <= p.end for p in paragraphs)
        assert text[statement.start : statement.end].strip() == text[statement.start : statement.end]
        for start, end in statement.quoted:
            assert statement.start <= start <= end <= statement.end
        assert bool(statement.quoted) == (statement.kind is not StatementKind.INDIRECT)
        if statement.speaker is not None:
            assert 0 <= statement.speaker.start < statement.speaker.end <= len(text)
            assert statement.speaker.name


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=100, deadline=None)
def test_spans_hold_on_any_text(words: list[str]) -> None:
    text = " ".join(words).strip()
    parts = [Block(0, len(text), BlockKind.PARAGRAPH)]
    statements = extract(text, parts)
    check(text, parts, statements)
    assert statements == extract(text, parts)


def test_only_paragraphs_carry_statements() -> None:
    title, body = "Olga Brandt says no", "Brandt said the talks had failed."
    text = f"{title}\n\n{body}"
    parts = [Block(0, len(title), BlockKind.TITLE), Block(len(title) + 2, len(text), BlockKind.PARAGRAPH)]
    (statement,) = extract(text, parts)
    assert statement.speaker is not None
    assert statement.speaker.name == "Olga Brandt"
    assert extract(text, [Block(0, len(text), BlockKind.FURNITURE)]) == []
    assert extract("", []) == []


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "“a” ", "A", "Ab ", "(", ",", "said ", "he said, ", "Smith, said ", "saying, ", "who said ", "that ",
     "John, R-Ohio, said ", "Olga Brandt ", "according to ", "the man, a man, ", "“a,” he said. ", "'"],
)  # fmt: skip
def test_long_monotonous_text(piece: str) -> None:
    text = (piece * 20_000)[:60_000]
    parts = [Block(0, len(text), BlockKind.PARAGRAPH)]
    check(text, parts, [s for s in extract(text, parts) if s.end - s.start > 0])


def test_many_people_of_one_office_and_one_surname() -> None:
    text = " ".join(
        f"President Anna{'abcdefghij'[i % 10]}{i % 7} Holm said so. The president said no."
        for i in range(800)
    )
    parts = [Block(0, len(text), BlockKind.PARAGRAPH)]
    check(text, parts, extract(text, parts))


def seed(number: str) -> list[tuple[str, str, str | None]]:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    text = path.read_text(encoding="utf-8")
    parts = list(blocks(text))
    statements = extract(text, parts)
    check(text, parts, statements)
    return [
        (s.kind.value, " ".join(text[s.start : s.end].split()), s.speaker.name if s.speaker else None)
        for s in statements
    ]


@pytest.mark.parametrize(
    ("number", "words", "speaker"),
    [
        ("000", "Russia and UK share an interest", "Vladimir Putin"),
        ("000", "common interest in a speedy end", "Vladimir Putin"),
        ("000", "have mutual goals", "David Cameron"),
        ("000", "differing views", "David Cameron"),
        ("000", "permanent members of the UN Security Council", "David Cameron"),
        ("000", "only honors old contracts", "Sergey Lavrov"),
        ("000", "panic, actually", "John Wight"),
        ("001", 'strong evidence" Damascus', "John Kerry"),
        ("001", "he and Cameron had discussed", "Vladimir Putin"),
        ("001", "integrity and sovereignty", "Vladimir Putin"),
        ("001", "Russia is not planning to sell", "Sergei Lavrov"),
        ("001", "arms deliveries to Syria must end", "Guido Westerwelle"),
        ("001", "had convinced him", "Lakhdar Brahimi"),
        ("001", "had likely used chemical weapons against its own", "the US government"),
        ("001", "he needs more proof", "Barack Obama"),
        ("001", "proportional response", "Joe Biden"),
        ("001", "assume more responsibilities", "Recep Tayyip Erdogan"),
        ("001", "the army warned citizens", "a military source"),
        ("001", "Qusayr is surrounded", "Activists"),
        ("002", "can overcome their differences", "David Cameron"),
        ("002", "stop Syria breaking apart", "David Cameron"),
        ("002", "blood on their hands. The question", "Vladimir Putin"),
        ("002", "eating their organs", "Vladimir Putin"),
        ("002", "humanitarian and cultural values", "Vladimir Putin"),
        ("002", "help broker a peace deal", "Vladimir Putin"),
        ("002", "it was early days", "Tim Friend"),
        ("003", "planning joint steps", "Vladimir Putin and David Cameron"),
        ("003", "substantive and purposeful", "David Cameron"),
        ("003", "integral and sovereign state", "Vladimir Putin"),
        ("003", "equally to blame", "Russia"),
        ("003", "movement toward another forum", "Dmitry Peskov"),
        ("003", "fair choice about who their leader", "John Kerry"),
        ("004", "share some fundamental aims", "David Cameron"),
        ("004", "in 2012 the Russian-British trade", "Vladimir Putin"),
        ("004", "space and energy cooperation", "Vladimir Putin"),
    ],
)
def test_the_seed_articles(number: str, words: str, speaker: str) -> None:
    found = [who for _, said, who in seed(number) if words in said]
    assert found == [speaker]
