"""Agencies and papers that quote somebody "as saying": who is quoted has said it, not who quotes."""

from __future__ import annotations

from index.quotations.appositions import antecedent, appositive_name, led_on
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, left_phrase, right_phrase
from index.quotations.tokens import QUOTE, Line
from index.quotations.verbs import BE, group_start
from index.quotations.words import GROUP_NOUNS, Tag
from index.word_set import word_set

_RELAYING = word_set(
    "quote quotes quoted quoting cite cites cited citing paraphrase paraphrases paraphrased paraphrasing"
)
_SAYING = word_set(
    "saying telling adding claiming arguing warning denying declaring explaining insisting admitting stating "
    "confirming asking describing calling"
)
_WRONGLY = word_set("wrongly falsely incorrectly inaccurately erroneously mistakenly never")
_SOURCES = GROUP_NOUNS | {"source", "outlet", "people"}
_MAX_BETWEEN = 20


def relays(line: Line, verb: int, end: int) -> bool:
    """Whether "as saying" or the like follows the verb "to quote"."""
    if line.low[verb] not in _RELAYING:
        return False
    for index in range(verb + 1, min(end - 1, verb + _MAX_BETWEEN)):
        if line.tags[index] & QUOTE or line.low[index] in (".", ";"):
            return False
        if line.low[index] == "as" and line.low[index + 1] in _SAYING:
            return True
    return False


def names_source(line: Line, verb: int, end: int) -> bool:
    """Whether the verb only tells where something was read or heard ("citing two officials", "quoting a poem")."""
    if line.low[verb] not in _RELAYING:
        return False
    source = right_phrase(line, verb + 1, end)
    if source is None or (source.end < end and line.low[source.end] in ("as", "that", "who", "whom")):
        return False
    if source.end < end and line.tags[source.end] & QUOTE:
        return False
    head = line.low[source.head_end - 1]
    if line.low[verb].startswith("quot"):
        return True
    person = names_person(head) or names_person(head.removesuffix("s"))
    return line.low[verb] == "citing" and (person or head.removesuffix("s") in _SOURCES)


def relaying_verb(line: Line, linking: int, begin: int) -> int | None:
    """The verb "to quote" whose "as" stands at `linking`."""
    for index in range(linking - 1, max(begin, linking - _MAX_BETWEEN) - 1, -1):
        if line.tags[index] & QUOTE or line.low[index] in (".", ";"):
            return None
        if line.low[index] in _RELAYING:
            return index
    return None


def is_misquoted(line: Line, verb: int, begin: int) -> bool:
    """Whether the words are not those of who is quoted: "was wrongly quoted as saying"."""
    return not _WRONGLY.isdisjoint(line.low[group_start(line, verb, begin) : verb])


def is_relayed_of(line: Line, verb: int, begin: int) -> bool:
    """Whether who is quoted stands before the verb: "was quoted as saying", "quoted by the paper as saying"."""
    start = group_start(line, verb, begin)
    return any(word in BE for word in line.low[start:verb]) or line.low[verb + 1] in ("as", "by", "in")


def quoted_object(line: Line, verb: int, linking: int) -> Phrase | None:
    """Whom the verb quotes, where that stands behind it: "quoted the minister, Jane Doe, as saying"."""
    quoted = right_phrase(line, verb + 1, linking)
    if quoted is None:
        return None
    quoted = led_on(line, quoted, linking) or quoted
    return appositive_name(line, quoted, linking + 1) or quoted


def whom_quoted(line: Line, verb: int, begin: int) -> Phrase | None:
    """Whom a relative clause is about: "Orlov, whom the agency quoted as saying"."""
    source = left_phrase(line, group_start(line, verb, begin), begin)
    if source is None or source.start <= begin or not line.tags[source.start - 1] & Tag.RELATIVE:
        return None
    return antecedent(line, source.start - 1, begin)
