"""A paragraph as a sequence of words, with each quoted stretch as one token."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from index.quotations.affixes import begins_small
from index.quotations.cue_words import CUES
from index.quotations.marks import Quoted, quoted_stretches
from index.quotations.portfolios import joined
from index.quotations.words import ABBREVIATED_TITLES, TAGS, Tag
from index.sentences import sentences

QUOTE = 1 << 20
"""Tag of the token that stands for a quoted stretch."""
PUNCTUATION = 1 << 21
CAPITAL = 1 << 22
NUMBER = 1 << 23
CUE = 1 << 24

# The first alternative is for speed alone: most words are plain ones.
_TOKEN = re.compile(
    r"(?!vs\.)[a-z]++(?![\w&/@¡-©«-¿'’-]|\.\w)"
    rf"|(?:{ABBREVIATED_TITLES}|Jr|Sr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|No|vs)\.(?=[\s,])"
    r"|(?:[A-Za-z]\.){2,}|[A-Z]\.(?=[\s,])"
    r"|[$£€]?\d+(?:[,./]\d+)*%?(?:-\w+)*"
    r"|['’](?:s|d|ll|re|ve|m)\b"
    r"|\w+(?:(?:[-&/@.¡-©«-¿]|['’](?!(?:s|d|ll|re|ve|m)\b))\w+)*"
    r"|--+|\.\.+|([^\w\s])\1{3,}+|[\"“”„«»‘’'`]{4,}+|[^\w\s]"
)


@dataclass(slots=True)
class Line:
    """The tokens of one paragraph; the lists run in parallel.

    `quote[i]` is the index into `quotes` of a quoted stretch, -1 for a word or a mark;
    `sentences` are ranges of tokens, `openings` where they begin, `dropped` the tokens before which a
    parenthesis was left out.
    """

    text: str
    words: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    quote: list[int] = field(default_factory=list)
    quotes: list[Quoted] = field(default_factory=list)
    openings: set[int] = field(default_factory=set)
    dropped: set[int] = field(default_factory=set)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)


def read_line(text: str, start: int, end: int, limit: int | None = None) -> Line:
    """The paragraph `text[start:end]` as tokens; of more than `limit` sentences only the first ones."""
    spans = sentences(text, start, end, most=None if limit is None else limit + 1)
    if limit is not None and len(spans) > limit:
        spans = spans[:limit]
        end = spans[-1][1] if spans else start
    line = Line(text)
    line.quotes = quoted_stretches(text, start, end)
    position = start
    for number, quoted in enumerate(line.quotes):
        if quoted.outer_start > position:
            _add_words(line, position, quoted.outer_start)
        line.words.append("")
        line.low.append("")
        line.starts.append(quoted.outer_start)
        line.ends.append(quoted.outer_end)
        line.tags.append(QUOTE)
        line.quote.append(number)
        position = quoted.outer_end
    _add_words(line, position, end)
    _take_in_nicknames(line)
    _add_sentences(line, spans)
    return line


_PARENTHESIS = re.compile(r"\([^()\"“”]{1,60}\)")
_MAX_SENTENCE = 160
_MAX_NICKNAME = 16
_NAMESAKES = frozenset(("will", "may", "march", "april", "june", "mark", "art", "grant", "like"))


def _add_words(line: Line, start: int, end: int) -> None:
    """Short parentheses are left out: they stand between a subject and its verb."""
    if end - start < 2 and not line.text[start:end].strip():
        return
    position = start
    if line.text.find("(", start, end) >= 0:
        for match in _PARENTHESIS.finditer(line.text, start, end):
            _add_plain(line, position, match.start())
            line.dropped.add(len(line.words))
            position = match.end()
    _add_plain(line, position, end)


def _add_plain(line: Line, start: int, end: int) -> None:
    text = line.text
    spans = joined(text, [match.span() for match in _TOKEN.finditer(text, start, end)])
    words = [text[begin:stop] for begin, stop in spans]
    classified = [_classify(word) for word in words]
    line.words += words
    line.low += [lower for lower, _ in classified]
    line.tags += [tag for _, tag in classified]
    line.starts += [begin for begin, _ in spans]
    line.ends += [stop for _, stop in spans]
    line.quote += [-1] * len(words)


@lru_cache(maxsize=1 << 16)
def _classify(word: str) -> tuple[str, int]:
    """The word in lower case, and its tags wherever it stands in a sentence."""
    lower = word.lower()
    first = word[0]
    tag = TAGS.get(lower, 0) | (CUE if lower in CUES else 0)
    if first.isupper():
        # "Will", "May", "US" and "WHO" inside a sentence are names.
        return lower, CAPITAL if word in ("US", "WHO") or lower in _NAMESAKES else tag | CAPITAL
    if first.isdigit():
        # "the 72-year-old" is somebody.
        return lower, tag if lower.endswith(("-year-old", "-year-olds")) else tag | NUMBER
    if not first.isalnum() and not tag:
        return lower, NUMBER if first in "$£€" and len(word) > 1 else PUNCTUATION
    return lower, tag | CAPITAL if begins_small(word) else tag


def _take_in_nicknames(line: Line) -> None:
    """Make the marks of `Tom “Bear” Hall` a part of the name."""
    for index in range(1, len(line.words) - 1):
        if line.tags[index] & QUOTE and line.tags[index - 1] & line.tags[index + 1] & CAPITAL:
            quoted = line.quotes[line.quote[index]]
            inner = line.text[quoted.start : quoted.end]
            if (
                len(inner) <= _MAX_NICKNAME
                and inner[-1].isalpha()
                and inner[0].isupper()
                and " " not in inner
            ):
                line.words[index] = line.text[quoted.outer_start : quoted.outer_end]
                line.low[index] = line.words[index].lower()
                line.tags[index], line.quote[index] = CAPITAL, -1


def _add_sentences(line: Line, spans: list[tuple[int, int]]) -> None:
    size = len(line.words)
    begin = token = 0
    for _, boundary in spans:
        # The first token that starts at or after the boundary opens a new sentence, unless a quoted
        # stretch runs over it or a question in marks is followed by who asked it.
        while token < size and line.starts[token] < boundary:
            token += 1
        if token > begin and line.ends[token - 1] <= boundary and not _attribution_follows(line, token):
            _add_sentence(line, begin, token)
            begin = token
    if begin < size:
        _add_sentence(line, begin, size)
    for first, _ in line.sentences:
        if line.low[first] in _NAMESAKES:
            line.tags[first] |= TAGS.get(line.low[first], 0)


def _add_sentence(line: Line, begin: int, end: int) -> None:
    """No sentence is longer than `_MAX_SENTENCE`: what is done with one may take the square of its length."""
    for first in range(begin, end, _MAX_SENTENCE):
        line.sentences.append((first, min(first + _MAX_SENTENCE, end)))
        line.openings.add(first)


def _attribution_follows(line: Line, token: int) -> bool:
    """Whether `"Why?" Smith asked.` goes on at `token`, though a capital letter follows the mark."""
    if (
        not line.tags[token - 1] & QUOTE
        or line.text[line.quotes[line.quote[token - 1]].end - 1] not in "?!—–-…"
    ):
        return False
    index = token
    limit = min(len(line.words), token + 30)
    parted = False
    while index < limit:
        tag = line.tags[index]
        if (
            tag & CUE
            and not tag & CAPITAL
            and (not parted or line.low[index - 1] == "," or line.tags[index - 1] & Tag.ADVERB)
        ):
            following = line.tags[index + 1] if index + 1 < len(line.words) else PUNCTUATION
            return index > token and bool(
                following & (PUNCTUATION | QUOTE | Tag.PREPOSITION | Tag.TIME | Tag.ADVERB | Tag.SUBORDINATOR)
                or parted
                or line.low[index] in ("told", "asked")
            )
        if line.low[index] == "," and index > token:
            parted = True
        elif (
            tag & QUOTE
            or line.words[index] in ".;:?!"
            or (
                not parted
                and (index - token > 5 or not tag & (CAPITAL | Tag.DETERMINER | Tag.PRONOUN | Tag.ADVERB))
            )
        ):
            return False
        index += 1
    return False
