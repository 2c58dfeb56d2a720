"""Statements found again by some of their words: `python -m benchmarks.recall GOLD.jsonl.gz [--data DIR]`.

GOLD holds labelled articles as for `benchmarks.quotations`, each with the `cluster` of its event. They are
dealt into two halves, reports of one event into the same, and each half is indexed. For N labelled statements
of each half, chosen at random (always the same), four questions are asked over their own half, which holds the
answer, and over the other, which mostly does not:

- in a row: who said three or four of its words, with what stands between them;
- picked: who said four of its words;
- one wrong: who said three of them and a word of another statement;
- topic: what did its speaker, by the labelled name, say about two of its words.

The table says which share is answered over the own half, which share with the statement's article cited, and
under the first speaker; and which share is answered over the other half, less those questions all of whose
words a statement there holds (for topics, less those about somebody who is not quoted there).
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.entry import at_least, run_benchmark
from benchmarks.json_lines import read_json_lines, write_json_lines
from benchmarks.tables import print_head, print_row, share
from index.answers.answer import Answer
from index.building.pipeline import build
from index.cli.progress import shown_progress
from index.encoding.choosing import load_encoder
from index.errors import BadInput
from index.library import Library, open_library
from index.search.tokens import terms

_KINDS = ("in a row", "picked", "one wrong", "topic")
_FEWEST = 6
"""Words of meaning in a statement that is asked for."""
_WORD = re.compile(r"[A-Za-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Sought:
    """A labelled statement: its half (0 or 1), its article and speaker, and the words asked for, by kind."""

    half: int
    article: str
    speaker: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question: `possible` is False where it does not count."""

    answered: bool
    cited: bool
    first: bool
    possible: bool = True


def halves(gold: Sequence[dict[str, Any]], chance: random.Random) -> tuple[list[dict[str, Any]], ...]:
    """The articles in two halves; those of one cluster are in the same."""
    clusters = sorted({article["cluster"] for article in gold})
    chance.shuffle(clusters)
    first = set(clusters[: len(clusters) // 2])
    return tuple(
        [article for article in gold if (article["cluster"] in first) == half] for half in (True, False)
    )


def sought(half: int, articles: Sequence[dict[str, Any]], count: int, chance: random.Random) -> list[Sought]:
    """Statements of a half to ask for."""
    quotes = [(article["id"], quote) for article in articles for quote in article["quotes"]]
    told = [(id_, quote) for id_, quote in quotes if quote["act"] == "speech" and quote["speaker_name"]]
    chance.shuffle(told)
    found: list[Sought] = []
    for (id_, quote), (_, other) in zip(told, reversed(told), strict=True):
        words = _WORD.findall(quote["text"])
        places = [place for place, word in enumerate(words) if len(word) > 2 and terms(word)]
        own = set(terms(quote["text"]))
        foreign = [word for word in _WORD.findall(other["text"]) if len(word) > 3 and {*terms(word)} - own]
        if len(places) < _FEWEST or not foreign or len(found) == count:
            continue
        length = chance.choice((3, 4))
        start = chance.randrange(len(places) - length + 1)
        picked = [words[place] for place in sorted(chance.sample(places, 4))]
        questions = (
            " ".join(words[places[start] : places[start + length - 1] + 1]),
            " ".join(picked),
            " ".join([*picked[:3], chance.choice(foreign)]),
            " ".join(picked[1:3]),
        )
        found.append(Sought(half, id_, quote["speaker_name"], dict(zip(_KINDS, questions, strict=True))))
    return found


async def asked(library: Library, one: Sought, kind: str, *, own: bool) -> Outcome:
    """A question about a statement, over its own half or the other."""
    words = one.words[kind]
    try:
        if kind == "topic":
            answer = await library.ask(f"what did {one.speaker} say about {words}?")
        else:
            answer = await library.who_said(words)
    except BadInput:
        return Outcome(False, False, False, possible=own)
    answered = answer.found and bool(answer.speakers)
    cited = [one.article in _articles(answer, place) for place in range(len(answer.speakers))]
    held = any(not statement.close for entry in answer.speakers for statement in entry.statements)
    possible = own or (answer.asked_speaker is not None if kind == "topic" else not (answered and held))
    return Outcome(answered, answered and any(cited), answered and cited[0], possible)


def _articles(answer: Answer, place: int) -> set[str]:
    statements = answer.speakers[place].statements
    return {citation.article for statement in statements for citation in statement.citations}


def _indexed(articles: Sequence[dict[str, Any]], data: Path) -> None:
    """Index the articles in the folder `data`; the first line of each text is its title."""
    records = []
    for article in articles:
        title, _, text = article["text"].partition("\n\n")
        records.append({"id": article["id"], "title": title, "text": text or title})
    data.mkdir(parents=True, exist_ok=True)
    corpus = data / "corpus.jsonl"
    write_json_lines(corpus, records)
    with shown_progress("auto") as listener:
        build(data, (corpus,), load_encoder(None, data=data), model=None, listener=listener)


async def _measure(places: Sequence[Path], statements: Sequence[Sought]) -> None:
    async with AsyncExitStack() as stack:
        libraries = [await stack.enter_async_context(open_library(place)) for place in places]
        print(f"{len(statements)} statements\n")
        print_head(
            "asked", "answered", "article cited", "under the first speaker", "answered over the other half"
        )
        for kind in _KINDS:
            own = [await asked(libraries[one.half], one, kind, own=True) for one in statements]
            other = [await asked(libraries[1 - one.half], one, kind, own=False) for one in statements]
            print_row(
                kind,
                _share_of([outcome.answered for outcome in own]),
                _share_of([outcome.cited for outcome in own]),
                _share_of([outcome.first for outcome in own]),
                _share_of([outcome.answered for outcome in other if outcome.possible]),
            )


def _share_of(held: Sequence[bool]) -> str:
    """The share and what it is of; "" of nothing."""
    return f"{share(held)} % of {len(held)}" if held else ""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--data", type=Path, default=Path("data"), help="where the halves' indexes are kept")
    parser.add_argument("--statements", type=at_least(1), default=350, metavar="N")
    arguments = parser.parse_args()
    chance = random.Random(5)  # noqa: S311 - the same choice every time
    dealt = halves(read_json_lines(arguments.gold, ("id", "text", "cluster", "quotes")), chance)
    places = [arguments.data / "recall" / str(half) for half in range(len(dealt))]
    statements = []
    for half, (articles, place) in enumerate(zip(dealt, places, strict=True)):
        _indexed(articles, place)
        statements += sought(half, articles, arguments.statements, chance)
    asyncio.run(_measure(places, statements))


if __name__ == "__main__":
    run_benchmark(main)
