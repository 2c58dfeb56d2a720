"""How often each article names whom, in arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.quotations.statement import Speaker, SpeakerKind

Ints = NDArray[np.int64]


class Mentions:
    """The named speakers of a corpus; unnamed ones are left out.

    `names` are all names as written, `articles` the ids of the articles, `descriptions` all
    descriptions, in alphabetical order. A name as that of an organisation has the key of twice its
    place in `names`, as that of a person one more. `article` (places in `articles`), `key` and
    `times` have an element for each key of each article, ascending by article, then by key.
    """

    def __init__(self, mentions: Iterable[tuple[str, Speaker, int]]) -> None:
        articles: dict[str, int] = {}
        names: dict[str, int] = {}
        descriptions: dict[str, int] = {"": 0}
        rows = array("q")
        for id_, speaker, often in mentions:
            kind, written = speaker.kind, speaker.name
            if kind is SpeakerKind.UNNAMED or (written not in names and not written.strip()):
                continue
            rows.extend(
                (
                    articles.setdefault(id_, len(articles)),
                    names.setdefault(written, len(names)),
                    kind is SpeakerKind.PERSON,
                    descriptions.setdefault(speaker.description or "", len(descriptions)),
                    often,
                )
            )
        self.articles, article_places = _sorted(articles)
        self.names, name_places = _sorted(names)
        self.descriptions, description_places = _sorted(descriptions)
        article, name, is_person, description, times = np.frombuffer(rows, dtype=np.int64).reshape(-1, 5).T
        article, name = article_places[article], name_places[name]
        self._pairs, self.times, _ = totals(self._pair(article, 2 * name + is_person), times)
        self.article, self.key = np.divmod(self._pairs, max(2 * len(names), 1))
        described = description > 0
        self._described = tuple(
            column[described] for column in (article, name, description_places[description], times)
        )

    def keys(self) -> list[int]:
        """All keys, ascending."""
        keys: list[int] = np.unique(self.key).tolist()
        return keys

    def with_one_of(self, keys: Iterable[int]) -> Iterator[tuple[int, int, list[int]]]:
        """The articles that name one of the `keys`: the article, where its elements begin, its keys."""
        wanted = np.zeros(2 * len(self.names), dtype=np.bool_)
        wanted[list(keys)] = True
        articles = np.unique(self.article[wanted[self.key]])
        starts = np.searchsorted(self.article, articles).tolist()
        ends = np.searchsorted(self.article, articles, "right").tolist()
        for article, start, end in zip(articles.tolist(), starts, ends, strict=True):
            yield article, start, self.key[start:end].tolist()

    def described(self) -> tuple[Ints, Ints, Ints]:
        """What stands beside names: the place of the article's element, the description, how often.

        It counts for the name in that article, whether as a person's or as an organisation's.
        """
        article, name, description, times = self._described
        pairs = np.concatenate((self._pair(article, 2 * name), self._pair(article, 2 * name + 1)))
        at = np.searchsorted(self._pairs, pairs)
        there = self._pairs[np.minimum(at, len(self._pairs) - 1)] == pairs
        return at[there], np.tile(description, 2)[there], np.tile(times, 2)[there]

    def _pair(self, article: Ints, key: Ints) -> Ints:
        return article * (2 * len(self.names)) + key


class Tally:
    """How often each of `rows` rows has each value, added up from elements of a row and a value."""

    def __init__(self, rows: int, row: Ints, value: Ints, times: Ints) -> None:
        width = int(value.max(initial=0)) + 1
        codes, sums, elements = totals(row * width + value, times)
        self._starts = np.searchsorted(codes, np.arange(rows + 1) * width).tolist()
        values = (codes % width).tolist()
        self._entries = list(zip(values, sums.tolist(), elements.tolist(), strict=True))

    def of(self, row: int) -> Sequence[tuple[int, int, int]]:
        """The values of a row, ascending, each with its sum and the number of its elements."""
        return self._entries[self._starts[row] : self._starts[row + 1]]


def totals(codes: Ints, times: Ints) -> tuple[Ints, Ints, Ints]:
    """The distinct codes, ascending, with the sums of their `times`, and how many elements each has."""
    order = np.argsort(codes, kind="stable")
    distinct, starts, elements = np.unique(codes[order], return_index=True, return_counts=True)
    sums = np.add.reduceat(times[order], starts) if len(starts) else times[:0]
    return distinct, sums, elements


def _sorted(numbers: dict[str, int]) -> tuple[list[str], Ints]:
    """The words in alphabetical order, and the place there for each word's number."""
    words = sorted(numbers)
    places = np.empty(len(words), dtype=np.int64)
    places[[numbers[word] for word in words]] = np.arange(len(words))
    return words, places
