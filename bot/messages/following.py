"""Follow-ups: how what is said in reply to an answer combines with the question before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.messages.referring import (
    IT,
    Opinion,
    asks_where_or_when,
    asks_who_else,
    opinion_asked_for,
    with_topic,
)
from bot.messages.small_talk import is_talk
from index.answers.answer import Answer
from index.errors import BadInput
from index.questions.filters import NONE, Filters, split_filters
from index.questions.intent import Intent
from index.questions.parsing import parse
from index.questions.speakers import may_speak

_LEAD = re.compile(
    r"\A(?:(?:(?:and|but|or|ok|okay|also|now|then|so|yes|hm+|thanks|thank\s+you|thx|well|wait|sorry|actually|"
    r"i\s+meant?)\b|no(?=[,.!\s]*\Z|[,.!]|\s+(?:and|but|i|what)\b))[\s,.!]*){1,4}",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(r"(?:what|how)\s+(?:about|of)\s+", re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|on|regarding|concerning)\s+", re.IGNORECASE)
_QUESTION = re.compile(
    r"(?:when|where|why|how|who|whom|whose|which|what|is|are|was|were|did|does|do|has|have|had|can|could|"
    r"will|would|should|show|give|tell|list|find)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\A(?:from|by)\s+", re.IGNORECASE)
_HIM = re.compile(r"(?:he|she|they|him|her|them)", re.IGNORECASE)
_PRONOUN = re.compile(
    r"(?<![\w'’])(?:he|she|they|(?<=by\s)(?:him|her|them)|(?<=from\s)(?:him|her|them))(?![\w'’])",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\A(?:(?:show|give)\s+me\s+)?(?:some\s+)?more\s+(?:quotes?\s+|statements?\s+)?(?=(?:by|from)\s)",
    re.IGNORECASE,
)
_TOO = re.compile(r"\s+(?:too|as\s+well|also)\Z", re.IGNORECASE)
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

    A question of its own stays one ("who said ..."), and the filters go on; "he" is the person before, "it"
    the topic before. "about Syria" is another topic for the same person, "what about Cameron" the same topic
    for another, "who else" the same topic for everybody; filters alone, and "when?", ask the same question
    again, narrowed. Raises BadInput for filters that say nothing and for what asks nothing.
    """
    words, named = split_filters(text)
    fragment = _LEAD.sub("", words.strip(_MARKS), count=1).strip(_MARKS)
    fragment = _with_phrases(fragment, named)
    chosen = _beside(_beside(before.filters).under(named))
    again = Asked(_same(before), replace(chosen, speaker=before.filters.speaker))
    if not fragment:
        if named.speaker is not None:
            return _by(known_as(named.speaker) or named.speaker, before, chosen)
        if named == NONE:
            raise _not_understood()
        return again
    if referring := _referring(fragment, before, again, chosen, known_as):
        return referring
    if own := _own_question(fragment, before, replace(chosen, speaker=named.speaker)):
        return own
    if about := _ABOUT.match(fragment):
        topic = fragment[about.end() :]
        return again if IT.fullmatch(topic) else _on(topic, before, chosen)
    what_about = _WHAT_ABOUT.match(fragment)
    rest = fragment[what_about.end() :] if what_about else fragment
    rest = _FROM.sub("", rest, count=1)
    if IT.fullmatch(rest) or (_HIM.fullmatch(rest) and before.speaker):
        return again
    whole = _of_speaker(fragment, before)
    if is_talk(rest) and whole == fragment and not named.phrases:
        raise _not_understood()
    if name := known_as(_TOO.sub("", rest)):
        return _by(name, before, chosen)
    if what_about is None and (len(rest.split()) > _LONGEST_FRAGMENT or _QUESTION.match(rest)):
        return Asked(whole, chosen)
    return _on(rest, before, chosen)


def _not_understood() -> BadInput:
    return BadInput(
        "I do not understand that as a question about this answer; reply for example: what about Cameron?, "
        "about Syria, who else?, or when?"
    )


def _referring(
    fragment: str, before: Earlier, again: Asked, chosen: Filters, known_as: KnownAs
) -> Asked | None:
    """The question that refers to the answer before ("who else?", "did she say it?"); None for another."""
    if asks_who_else(fragment):
        if not before.topic:
            raise _not_understood()
        return Asked(f"who said {before.topic}", chosen)
    name = asks_where_or_when(fragment)
    if name is not None and (not name or _HIM.fullmatch(name) or known_as(name) == before.speaker):
        return again
    opinion = Opinion(name, said_it=False) if name else opinion_asked_for(fragment)
    if opinion is None or (name := _meant(opinion, before, known_as)) is None:
        return None
    if opinion.said_it and before.topic:
        return Asked(f"did {name} say {before.topic}", chosen)
    return _by(name, before, chosen)


def _meant(opinion: Opinion, before: Earlier, known_as: KnownAs) -> str | None:
    """Whose opinion is asked for; None where nobody's is."""
    if _HIM.fullmatch(opinion.name):
        if before.speaker is None:
            raise BadInput("the answer is not about one person alone; name the one whom you mean")
        return before.speaker
    if known := known_as(opinion.name):
        return known
    return opinion.name if not opinion.vague and may_speak(opinion.name, things_too=True) else None


def _of_speaker(fragment: str, before: Earlier) -> str:
    """The fragment with the person before in the place of "he"."""
    if before.speaker is None:
        return fragment
    return _PRONOUN.sub(lambda _: before.speaker or "", fragment, count=1)


def _own_question(fragment: str, before: Earlier, chosen: Filters) -> Asked | None:
    """The follow-up as a question that is complete but for pronouns; None where it is none."""
    if _WHAT_ABOUT.match(fragment):
        return None
    fragment = with_topic(_MORE.sub("quotes ", _of_speaker(fragment, before)), before.topic)
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
        return parse(question, chosen).filters
    except BadInput:
        return chosen


def _with_phrases(words: str, filters: Filters) -> str:
    """The words with their exact phrases in marks again, so that they go on being exact."""
    for phrase in filters.phrases:
        words = words.replace(phrase, f'"{phrase}"', 1)
    return words
