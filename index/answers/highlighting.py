"""Which stretches of a quote match the question."""

from __future__ import annotations

from collections.abc import Collection

from index.articles.seen import see
from index.search.tokens import occurrences, terms


def highlights(text: str, words: Collection[str]) -> tuple[tuple[int, int], ...]:
    """The stretches of `text` whose terms, as they are seen, are among `words`; neighbouring ones are one stretch."""
    seen = see(text)
    stretches: list[tuple[int, int]] = []
    for _, start, end in occurrences(words, seen.text):
        if stretches and _only_gap(seen.text[stretches[-1][1] : start]):
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
    return tuple(seen.stored(start, end) for start, end in stretches)


def _only_gap(between: str) -> bool:
    """Whether nothing but stopwords and white space parts two hits (no sentence end, no comma)."""
    return (
        len(between) <= 12
        and all(character.isalnum() or character in " \n’'\u00a0-" for character in between)
        and not terms(between)
    )
