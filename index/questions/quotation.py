"""The quotations in somebody's message, to ask who said them."""

from __future__ import annotations

from index.quotations.marks import quoted_stretches

_FEWEST_WORDS = 3
MOST = 3
"""Quotations of one message that are looked up."""


def quotations_in(message: str) -> tuple[str, ...]:
    """What stands between marks in `message`, three words and more, in order; with no such stretch the
    whole message, if it has as many words; () where there is nothing to look up.
    """
    found: list[str] = []
    place = 0
    for line in message.splitlines(keepends=True):
        found += [
            " ".join(message[stretch.start : stretch.end].split())
            for stretch in quoted_stretches(message, place, place + len(line))
        ]
        place += len(line)
    found = [words for words in dict.fromkeys(found) if _long_enough(words)]
    if not found and _long_enough(message):
        found = [" ".join(message.split())]
    return tuple(found[:MOST])


def _long_enough(words: str) -> bool:
    return sum(any(letter.isalnum() for letter in word) for word in words.split()) >= _FEWEST_WORDS
