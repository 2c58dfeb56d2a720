"""Outlets that a question names: "what does The Verge write about ..."."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from index.folding import fold

_WORD = re.compile(r"\w+")
_SECTION = re.compile(r"\s[-–—|]\s|:\s")
_DOMAIN = re.compile(r"(?<=\w)\.(?:[a-z]{2,4})(?:\.[a-z]{2})?\Z")
_ARTICLE = re.compile(r"\Athe\s+", re.IGNORECASE)
_LONGEST = 12
"""Words of the longest name that is looked for."""


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """A name in a question, as it stands there, and the outlets (by place) that it may mean."""

    words: str
    outlets: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Name:
    """Of a name's words which begin with a capital, and whether no ordinary word is written so."""

    capitals: tuple[bool, ...]
    unmistakable: bool
    outlet: int


class OutletNames:
    """The outlets of a corpus by what they are called; a name counts by its place in `outlets`.

    An outlet is also called by its name without "The", without a section ("Gazette - Sports") and
    without the ending of a domain. A name must stand in the question whole, and written as a name:
    with its capitals, in a question that has none of its own in any way if it has several words, and
    in any way if no ordinary word looks like it ("BBC", "TechCrunch").
    """

    def __init__(self, outlets: Iterable[str]) -> None:
        self._names: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
        for place, outlet in enumerate(outlets):
            for name in _names(outlet):
                words = _WORD.findall(name)
                if 0 < len(words) <= _LONGEST:
                    self._names[_folded(words)].append(_read(words, place))
        self._longest = max(map(len, self._names), default=0)

    def called(self, name: str) -> frozenset[int]:
        """The outlets of this name, however it is written."""
        words = _WORD.findall(_ARTICLE.sub("", name.strip()))
        return frozenset(one.outlet for one in self._names.get(_folded(words), ()))

    def named(self, question: str) -> tuple[NamedOutlet, ...]:
        """The outlets that the question names, in its order; of names within names the longest."""
        spans = [match.span() for match in _WORD.finditer(question)]
        words = [question[start:end] for start, end in spans]
        folded = _folded(words)
        plain = not any(letter.isupper() for letter in question)
        found: list[NamedOutlet] = []
        at = 0
        while at < len(words):
            for size in range(min(self._longest, len(words) - at), 0, -1):
                written = words[at : at + size]
                meant = frozenset(
                    name.outlet
                    for name in self._names.get(folded[at : at + size], ())
                    if _is_written(name, written, first=at == 0, plain=plain)
                )
                if meant:
                    found.append(NamedOutlet(question[spans[at][0] : spans[at + size - 1][1]], meant))
                    at += size - 1
                    break
            at += 1
        return tuple(found)


def _names(outlet: str) -> set[str]:
    """What the outlet is called."""
    whole = {outlet, _SECTION.split(outlet, maxsplit=1)[0]}
    whole |= {_DOMAIN.sub("", name) for name in whole}
    return {_ARTICLE.sub("", name.strip()) for name in whole}


def _folded(words: list[str]) -> tuple[str, ...]:
    return tuple(fold(word) for word in words)


def _read(words: list[str], outlet: int) -> _Name:
    inner = any(letter.isupper() or letter.isdigit() for letter in islice(words[0], 1, None))
    return _Name(tuple(map(_begins_name, words)), len(words) == 1 and inner, outlet)


def _begins_name(word: str) -> bool:
    """Whether the word begins with a capital, or in a script that has none."""
    return word[0].isupper() or not (word[0].islower() or word[0].isdigit())


def _is_written(name: _Name, words: list[str], *, first: bool, plain: bool) -> bool:
    """Whether the words of a question, `first` in it or not, are written as the name is."""
    if name.unmistakable:
        return True
    if len(words) == 1:
        return name.capitals[0] and _begins_name(words[0]) and not (first and words[0][0].isupper())
    return plain or all(
        _begins_name(word) for word, capital in zip(words, name.capitals, strict=True) if capital
    )
