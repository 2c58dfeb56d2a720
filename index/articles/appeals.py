"""Appeals for donations and subscriptions that run over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LONGEST_RUN = 12
_LONGEST_OPENING = 300
_LONGEST = 2000
_OPENINGS = re.compile(
    r"\bsmall favou?r to ask\b|\bbefore you (?:go|leave|close)\b.{0,80}\b(?:we|our)\b|"
    r"\bsince you(?:'|’)re here\b|\bas you(?:'|’)re joining us\b|\bwe need your (?:help|support)\b|"
    r"\byour (?:support|donation|contribution)s? (?:makes?|helps?|keeps?|allows?|enables?)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:we|our|us|you|your)\b", re.IGNORECASE)
_APPEAL_WORDS = re.compile(
    r"\b(?:support(?:ing|ers?)?|donat(?:e|ion|ions)|contribut(?:e|ion|ions)|subscri(?:be|ber|bers|ption|ptions)|"
    r"journalis(?:m|ts?)|independent|independence|newsroom|readers?|monthly|reporting|member(?:s|ship)?|paywall|funding)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_REPORTED = re.compile(r"\b(?:said|says|told|added|wrote|writes|asked|warned|urged)\b")
_THANKS = re.compile(r"\bthank you(?: for your (?:support|help|generosity))?[.!]?\W*$", re.IGNORECASE)


def _appeal_words(paragraph: str) -> int:
    return len({match.group().casefold() for match in _APPEAL_WORDS.finditer(paragraph)})


def _addresses(paragraph: str) -> bool:
    """Whether a paragraph itself, outside its quotations, speaks to its readers."""
    bare = _QUOTED.sub(" ", paragraph)
    return len(paragraph) <= _LONGEST and bool(_ADDRESS.search(bare)) and not _REPORTED.search(bare)


def appeal_end(paragraphs: Sequence[str], first: int) -> int:
    """The index behind the last paragraph of the appeal that opens at `first`; `first` where none opens there.

    An appeal runs as long as its paragraphs speak to the reader: to the one that ends in thanks, else
    as far as each asks for support in more than one word.
    """
    opening = paragraphs[first]
    if len(opening) > _LONGEST or not _addresses(opening):
        return first
    found = _OPENINGS.search(_QUOTED.sub(" ", opening))
    if not found or (len(opening) > _LONGEST_OPENING and _appeal_words(opening) < 2):
        return first
    end = first + 1
    sure = end if len(opening) <= 100 or _appeal_words(opening) else first
    while end < min(len(paragraphs), first + _LONGEST_RUN) and _addresses(paragraphs[end]):
        if _THANKS.search(paragraphs[end]):
            return end + 1
        if _appeal_words(paragraphs[end]) >= 2:
            sure = end + 1
        end += 1
    return sure
