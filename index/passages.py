"""Articles cut into passages: what is searched and shown as a snippet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.articles.article import Article, BlockKind
from index.articles.seen import seen_text
from index.sentences import sentences

LEAST_WORDS = 120
MOST_WORDS = 180
_AIM = 150
_OVERLAP = 0.25
# Ideographs and kana count one by one, scripts without spaces by four letters, and no word is longer
# than 40: what an encoder reads grows with the letters.
_WORD = re.compile(
    "[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    "|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,4}"
    "|[^\\s\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{1,40}"
)
# Prose has a sentence in about 120 code points; what is far denser is cut between words in the end.
_SENTENCES_AT_LEAST, _CODE_POINTS_A_SENTENCE = 1_000, 20


def passages(article: Article) -> list[tuple[int, int]]:
    """The passages of an article as spans of its text, in order, without outer white space.

    A passage lies in one section (paragraphs with no heading or furniture between them), consists
    of whole sentences, has 120 to 180 words where the section has as many and its sentences allow,
    never more, and shares about a quarter with the one before. A longer sentence is cut between
    words. Every sentence of every paragraph is in some passage.
    """
    spans: list[tuple[int, int]] = []
    for section in _sections(article):
        pieces = [piece for span in section for piece in _pieces(article.text, *span)]
        counts = [words for _, _, words in pieces]
        spans.extend((pieces[first][0], pieces[last - 1][1]) for first, last in _windows(counts))
    return spans


def scoring_text(title: str | None, text: str) -> str:
    """What stands for a text in the indexes: what is seen of it on one line, the article's title in front."""
    return " ".join(seen_text(f"{title or ''} {text}").split())


def _sections(article: Article) -> Iterator[list[tuple[int, int]]]:
    """The sentences of each section."""
    section: list[tuple[int, int]] = []
    left = _SENTENCES_AT_LEAST + len(article.text) // _CODE_POINTS_A_SENTENCE
    for block in article.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            spans = sentences(article.text, block.start, block.end, most=max(left, 1))
            left -= len(spans)
            section.extend(spans)
        elif section:
            yield section
            section = []
    if section:
        yield section


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """A sentence, or what it is cut into where it has more than 180 words: start, end, words."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if len(words) <= MOST_WORDS:
        return [(start, end, len(words))]
    parts = -(-len(words) // _AIM)
    edges = [len(words) * part // parts for part in range(parts + 1)]
    return [(words[a][0], words[b - 1][1], b - a) for a, b in pairwise(edges)]


def _windows(counts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of pieces that make passages, given the words of each piece."""
    before = [0]
    for words in counts:
        before.append(before[-1] + words)
    start = end = 0
    while end < len(counts):
        end = _end(before, start)
        yield start, end
        start = _resume(before, start, end)


def _end(before: Sequence[int], start: int) -> int:
    """Where the passage from piece `start` ends, given the words before each piece."""
    last = len(before) - 1
    if before[last] - before[start] <= MOST_WORDS:
        return last
    end = start + 1
    while before[end + 1] - before[start] <= MOST_WORDS:
        size, more = before[end] - before[start], before[end + 1] - before[start]
        if size >= LEAST_WORDS and more + size >= 2 * _AIM:
            break
        end += 1
    return end


def _resume(before: Sequence[int], start: int, end: int) -> int:
    """Where the passage after `start:end` begins: as near to a quarter of it as its pieces allow."""
    last = len(before) - 1
    share = _OVERLAP * (before[end] - before[start])
    resume = end
    while resume - 1 > start and before[min(end + 1, last)] - before[resume - 1] <= MOST_WORDS:
        shared, more = before[end] - before[resume], before[end] - before[resume - 1]
        # The last passage reaches back further where it would be too short.
        if shared + more >= 2 * share and before[last] - before[resume] >= LEAST_WORDS:
            break
        resume -= 1
    return resume
