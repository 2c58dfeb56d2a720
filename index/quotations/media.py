"""Through what somebody spoke: "by phone", "via email", "on Twitter", "in a brief statement"."""

from __future__ import annotations

from index.quotations.heads import is_plain
from index.quotations.phrases import is_genitive
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line
from index.quotations.words import DOCUMENT_NOUNS, Tag
from index.word_set import word_set

_HEARD = word_set("phone telephone mobile cellphone satellite radio intercom loudspeaker megaphone")
_MEDIA = _HEARD | word_set(
    "email e-mail mail text sms letter fax video videolink videoconference teleconference link zoom skype whatsapp "
    "telegram signal message"
)
_SITES = word_set("twitter facebook instagram telegram whatsapp weibo linkedin tiktok bluesky x")
_NOUNS = word_set("call link message line conference app chat phone")
_WRITTEN = DOCUMENT_NOUNS | {"message", "text", "thread", "broadcast"}
_THROUGH = ("by", "via", "over", "through")
_SUBJECTS = Tag.PRONOUN | Tag.DETERMINER | Tag.POSSESSIVE | Tag.TIME | CAPITAL | QUOTE | PUNCTUATION
_MAX_DESCRIBING = 2


def after_medium(line: Line, index: int, end: int) -> int:
    """The token after the phrase that begins at `index`; `index` where it tells no medium."""
    low = line.low
    noun = index + 1
    if noun >= end:
        return index
    if low[index] == "in" and low[noun] in ("a", "an"):
        return _after_document(line, index, end)
    article = low[noun] == "the" and noun + 1 < end
    if low[index] in _THROUGH:
        noun += article
        known = low[noun] in (_HEARD if article else _MEDIA)
    else:
        known = low[index] == "on" and low[noun] in _SITES and bool(line.tags[noun] & CAPITAL)
    if not known:
        return index
    noun += 1
    while noun < end and low[noun] in _NOUNS:
        noun += 1
    return index if noun < end and _goes_on(line, noun) else noun


def _after_document(line: Line, index: int, end: int) -> int:
    """The same of "in a text message", where what was said follows it."""
    noun = index + 2
    last = min(end, noun + _MAX_DESCRIBING + 1)
    while noun < last and line.low[noun] not in _WRITTEN and is_plain(line, noun):
        noun += 1
    if noun >= last or line.low[noun] not in _WRITTEN:
        return index
    noun += 1
    while noun < end and line.low[noun] in _WRITTEN:
        noun += 1
    return noun if noun < end and line.tags[noun] & _SUBJECTS and not is_genitive(line, noun) else index


def _goes_on(line: Line, index: int) -> bool:
    """Whether the noun before only describes another one, or is somebody's ("by phone companies")."""
    return is_genitive(line, index) or line.low[index] in ("of", "and", "or") or is_plain(line, index)
