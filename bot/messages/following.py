"""Follow-ups: how what is said in reply to an answer combines with the question before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from index.answers.answer import Answer
from index.errors import BadInput
from index.questions.filters import Filters, split_filters
from index.questions.intent import Intent
from index.questions.parsing import parse

_LEAD = re.compile(r"\A(?:and|but|or|ok|okay|also|now|then|so|yes|no|hm+)\b[\s,]*", re.IGNORECASE)
_WHAT_ABOUT = re.compile(r"(?:what|how)\s+(?:about|of)\s+", re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|on|regarding|concerning)\s+", re.IGNORECASE)
_FROM = re.compile(r"\A(?:from|by)\s+", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<![\w'’])(?:he|she|they)(?![\w'’])", re.IGNORECASE)
_MARKS = " \t\n,;:.!?…"
_LONGEST_FRAGMENT = 6
"""Words up to which what is no question of a known form is taken for a fragment of one."""

KnownAs = Callable[[str], str | None]
"""The name under which the corpus quotes somebody; None where it quotes nobody so called."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The question before: as it was asked, what was meant, and whom its answer is about.

    `speaker` is the person asked about, or the only one that the answer names. `filters` are all that
    were in force, also those written into the question.
    """

    question: str
    intent: Intent
    topic: str
    speaker: str | None
    filters: Filters


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the filters that are laid over it."""

    question: str
    filters: Filters


def earlier(question: str, chosen: Filters, answer: Answer) -> Earlier:
    """What a follow-up needs to know of the question that was answered by `answer`."""
    filters = _all_filters(question, chosen)
    names = {entry.name for entry in answer.speakers}
    only = next(iter(names)) if len(names) == 1 else None
    speaker = answer.asked_speaker or answer.asked_name or (only if answer.found else None)
    return Earlier(question, answer.intent, _with_phrases(answer.topic, filters), speaker, filters)


def follow_up(text: str, before: Earlier, known_as: KnownAs) -> Asked:
    """The whole question that `text` asks after `before`.

    A question of its own stays one ("who said ..."), and the filters go on; "he" is the person before.
    "about Syria" is another topic for the same person, "what about Cameron" the same topic for another;
    filters alone ask the same question again, narrowed. Raises BadInput for filters that say nothing.
    """
    words, named = split_filters(text)
    fragment = _LEAD.sub("", words.strip(_MARKS), count=1).strip(_MARKS)
    fragment = _with_phrases(fragment, named)
    chosen = _beside(_beside(before.filters).under(named))
    if not fragment:
        if named.speaker is not None:
            return _by(known_as(named.speaker) or named.speaker, before, chosen)
        return Asked(_same(before), replace(chosen, speaker=before.filters.speaker))
    if own := _own_question(fragment, before, replace(chosen, speaker=named.speaker)):
        return own
    if about := _ABOUT.match(fragment):
        return _on(fragment[about.end() :], before, chosen)
    what_about = _WHAT_ABOUT.match(fragment)
    rest = fragment[what_about.end() :] if what_about else fragment
    rest = _FROM.sub("", rest, count=1)
    if name := known_as(rest):
        return _by(name, before, chosen)
    if what_about is None and len(rest.split()) > _LONGEST_FRAGMENT:
        return Asked(fragment, chosen)
    return _on(rest, before, chosen)


def _own_question(fragment: str, before: Earlier, chosen: Filters) -> Asked | None:
    """The follow-up as a question that is complete but for a pronoun; None where it is none."""
    if before.speaker is not None:
        fragment = _PRONOUN.sub(lambda _: before.speaker or "", fragment, count=1)
    if _WHAT_ABOUT.match(fragment):
        return None
    try:
        parsed = parse(fragment)
    except BadInput:
        return None
    if parsed.intent is Intent.PASSAGES:
        return None
    return Asked(fragment, chosen)


def _on(topic: str, before: Earlier, chosen: Filters) -> Asked:
    """The question for another topic: of the same person, else of the same kind."""
    if before.speaker is not None:
        return Asked(f"what did {before.speaker} say about {topic}", chosen)
    return Asked(f"who said {topic}" if before.intent is Intent.WHO_SAID else topic, chosen)


def _by(name: str, before: Earlier, chosen: Filters) -> Asked:
    """The same question of another person."""
    if not before.topic:
        return Asked(f"quotes by {name}", chosen)
    if before.intent is Intent.DID_SAY:
        return Asked(f"did {name} say {before.topic}", chosen)
    return Asked(f"what did {name} say about {before.topic}", chosen)


def _same(before: Earlier) -> str:
    """The question before, without the filters that were written into it but with its exact phrases."""
    words, _ = split_filters(before.question)
    return _with_phrases(words, before.filters) or f"quotes by {before.speaker}"


def _beside(filters: Filters) -> Filters:
    """Those of the filters that go on whoever is asked about and whatever the words are."""
    return Filters(source=filters.source, before=filters.before, after=filters.after)


def _all_filters(question: str, chosen: Filters) -> Filters:
    try:
        return split_filters(question)[1].under(chosen)
    except BadInput:
        return chosen


def _with_phrases(words: str, filters: Filters) -> str:
    """The words with their exact phrases in marks again, so that they go on being exact."""
    for phrase in filters.phrases:
        words = words.replace(phrase, f'"{phrase}"', 1)
    return words
