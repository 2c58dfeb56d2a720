"""What titles and section headings look like."""

from __future__ import annotations

import re

from index.articles.lines import ends_sentence, first_letter, starts_lower, word_count
from index.sentences import sentences

_LONGEST_TITLE = 220
_MOST_TITLE_WORDS = 25
_LONGEST_HEADING = 80
_MOST_HEADING_WORDS = 12
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.)$")
_SUMS = tuple("$£€¥")
_BULLET = re.compile(r"(?:[-*•–—·▪]|\(?\d{1,2}[.)])\s")


def is_bullet(line: str) -> bool:
    """Whether a line is an item of a list."""
    return bool(_BULLET.match(line))


def _in_title_case(line: str) -> bool:
    long_words = [word for word in line.split() if len(word) > 3]
    return sum(word[:1].isupper() or not word[:1].isalpha() for word in long_words) >= 0.8 * len(long_words)


def _begins_small(line: str) -> bool:
    """Whether a line begins with a small letter, and with no name like "iPhone"."""
    return starts_lower(line) and line.split(maxsplit=1)[0].islower()


def is_title_like(line: str) -> bool:
    """Whether a line can be a title: short enough, no full stop at its end (a question mark may stand there)."""
    if len(line) > _LONGEST_TITLE or word_count(line) > _MOST_TITLE_WORDS or _begins_small(line):
        return False
    first = first_letter(line)
    if line.endswith((",", ";", ":", "-", "–", "—")) or not (first.isalnum() or first in _SUMS):
        return False
    if not ends_sentence(line):
        return True
    if line.endswith(("?", "!")):
        return ". " not in line and word_count(line) <= 16
    return bool(_ABBREVIATION.search(line)) and _in_title_case(line)


def is_heading_like(line: str) -> bool:
    """Whether a line between paragraphs can be a section heading."""
    if len(line) > _LONGEST_HEADING or word_count(line) > _MOST_HEADING_WORDS or is_bullet(line):
        return False
    if starts_lower(line) or line.endswith((",", ";", ":", "-", "–", "—")):
        return False
    return not ends_sentence(line) and first_letter(line).isalnum() and len(sentences(line, most=2)) == 1
