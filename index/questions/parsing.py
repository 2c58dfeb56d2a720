"""A question as typed, parsed to what is wanted. Names are looked up later, in the corpus."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.errors import BadInput
from index.folding import word_sequence
from index.questions.filters import NONE, Filters, readable, split_filters
from index.questions.framing import Framed, framed
from index.questions.intent import Intent
from index.questions.links import without_links
from index.questions.manners import without_manners
from index.questions.marking import CLOSING, OPENING, unmarked
from index.questions.speakers import PRONOUNS
from index.search.tokens import terms

LONGEST_QUESTION = 2_000
"""Characters of a question that are read; a longer one is refused."""

_LONG = 20
"""Words outside marks of the longest question for passages whose marks ask for exact words."""
_TRAILING = re.compile(r"[\s?!.,;:…]+$")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question.

    `speaker` is the person whose words are asked for, as written ("Mr. Camron"), without marks of
    possession; None where the question names nobody. `topic` are the words that matter, "" when
    everything by the speaker is wanted. `filters.speaker` narrows a who-said question, and beside a
    `speaker` must mean the same person. `verb` is the base form of the verb of saying that asks ("deny"), None
    where none does.

    `besides` is a person whose words are not wanted ("who besides Grant said"), `kind` the kind of person that is
    asked for, one of them ("which senator said"), `listener` who was told, where the topic
    is nothing else ("what did Grant tell Bell"). `dated` is the date that was
    read from its words, as written, where `filters` have it. `source` is the name behind "according to", left out
    of the topic: an outlet's, if the corpus has one so called. `perhaps` is a bolder reading; the words alone do
    not prove it, but finding an answer does, or that its `source` is an outlet. `remarks` are sentences for the
    user on how the question was understood.
    """

    text: str
    intent: Intent
    speaker: str | None
    topic: str
    filters: Filters
    verb: str | None = None
    besides: str | None = None
    kind: str | None = None
    listener: str | None = None
    dated: str | None = None
    source: str | None = None
    perhaps: Question | None = None
    remarks: tuple[str, ...] = ()


def parse(question: str, chosen: Filters = NONE) -> Question:
    """What `question` wants; `chosen` filters are laid over those that it names.

    Raises BadInput for an empty or overlong question and for a bad filter.
    """
    text = without_links(_one_line(question))
    rest, named = split_filters(unmarked(text), OPENING, CLOSING)
    filters = named.under(chosen)
    words = _TRAILING.sub("", rest)
    plain = without_manners(words)
    if not any(character.isalnum() for character in plain):
        if filters.speaker is None:
            raise BadInput("the question is empty; ask for example: who said territorial integrity")
        return Question(text, Intent.WHAT_SAID, filters.speaker, "", filters)
    return _question(text, framed(words, plain, asks=rest.endswith("?")), plain, named, chosen)


def said(words: str, filters: Filters = NONE) -> Question:
    """The question who said `words`, taken as they are. Raises BadInput where they are empty or overlong."""
    topic = _one_line(words)
    if not any(character.isalnum() for character in topic):
        raise BadInput("there are no words to look for")
    return Question(topic, Intent.WHO_SAID, None, topic, filters)


def _question(text: str, asked: Framed, words: str, named: Filters, chosen: Filters) -> Question:
    """The question of a reading. Raises BadInput where it asks who said nothing."""
    reading, filters = asked.reading, named.under(chosen)
    intent, speaker = reading.intent, reading.speaker
    exact = () if intent is Intent.PASSAGES and _in_sentence(named.phrases, words) else named.phrases
    exact = tuple(phrase for phrase in exact if _POSSESSIVE.sub("", phrase) != speaker)
    filters = replace(filters, phrases=tuple(filter(_tells, (*exact, *chosen.phrases))))
    remarks, dated, date = asked.remarks, None, asked.date
    if date is not None and not date.known:
        remarks = (*remarks, date.remark)
    elif date is not None and filters.after is None and filters.before is None:
        remarks, dated = (*remarks, date.remark), date.said
        filters = replace(filters, after=date.after, before=date.before)
    if filters.speaker is not None:
        if speaker is not None and speaker.lower() in PRONOUNS:
            speaker = filters.speaker
        if intent is Intent.PASSAGES or not reading.topic:
            intent, speaker = Intent.WHAT_SAID, speaker or filters.speaker
    if intent is Intent.WHO_SAID and not reading.topic:
        raise BadInput(
            "the question does not say which words; ask for example: who said territorial integrity"
        )
    perhaps = None
    if asked.perhaps is not None and (filters.speaker is None or asked.perhaps.source is not None):
        perhaps = _question(text, asked.perhaps, words, named, chosen)
    return Question(
        text,
        intent,
        speaker,
        reading.topic,
        filters,
        verb=reading.verb,
        besides=reading.besides,
        kind=reading.kind,
        listener=reading.listener,
        dated=dated,
        source=asked.source,
        perhaps=perhaps,
        remarks=remarks,
    )


def _tells(phrase: str) -> bool:
    """Whether an exact phrase tells units apart, as a single stop word ("the") does not."""
    return bool(terms(phrase)) or len(word_sequence(phrase).split()) > 1


def _in_sentence(phrases: tuple[str, ...], words: str) -> bool:
    """Whether the marks stand around names and titles in a long question, not around words to be found."""
    return len(words.split()) - sum(len(phrase.split()) for phrase in phrases) > _LONG


def _one_line(question: str) -> str:
    text = " ".join(readable(question).split())
    if len(text) > LONGEST_QUESTION:
        raise BadInput(f"the question has {len(text)} characters; at most {LONGEST_QUESTION} are read")
    return text
