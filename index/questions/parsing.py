"""A question as typed, parsed to what is wanted. Names are looked up later, in the corpus."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.errors import BadInput
from index.folding import word_sequence
from index.questions.filters import NONE, Filters, readable, split_filters
from index.questions.intent import Intent
from index.questions.links import without_links
from index.questions.patterns import (
    ABOUT_WHAT,
    ANYONE,
    ANYTHING,
    BY_WHOM,
    CLOSING,
    DID_SAY,
    EVERYTHING,
    HOW_DID,
    LINK,
    LISTENER,
    NEWS,
    OPENING,
    POLITE,
    POSSESSIVE,
    QUOTES_BY,
    S_QUOTES,
    SAID_BY_WHOM,
    SUBJECT,
    THANKS,
    TRAILING,
    VIEW_OF,
    WHAT_DID,
    WHAT_S_SAID,
    WHAT_WAS_SAID,
    WHO_SAID,
    WHOSE_WORDS,
    WORK,
    mark_verbs,
    unmarked,
)
from index.questions.speakers import PRONOUNS, may_speak
from index.questions.verbs import OF_THINGS, Form
from index.search.tokens import terms

LONGEST_QUESTION = 2_000
"""Characters of a question that are read; a longer one is refused."""

_TELLING = frozenset(
    "tell tells told telling warn warns warned warning assure assures assured assuring".split()
)

_LONG = 20
"""Words outside marks of the longest question for passages whose marks ask for exact words."""
_WRITING = frozenset("write writes wrote written writing".split())
_SPEAKING = _WRITING | frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question.

    `speaker` is the person whose words are asked for, as written ("Mr. Camron"), without marks of
    possession; None where the question names nobody. `topic` are the words that matter, "" when
    everything by the speaker is wanted. `filters.speaker` narrows a who-said question, and beside a
    `speaker` must mean the same person.
    """

    text: str
    intent: Intent
    speaker: str | None
    topic: str
    filters: Filters


def parse(question: str, chosen: Filters = NONE) -> Question:
    """What `question` wants; `chosen` filters are laid over those that it names.

    Raises BadInput for an empty or overlong question and for a bad filter.
    """
    text = without_links(_one_line(question))
    rest, named = split_filters(unmarked(text), OPENING, CLOSING)
    filters = named.under(chosen)
    rest = _without_manners(TRAILING.sub("", rest))
    if not any(character.isalnum() for character in rest):
        if filters.speaker is None:
            raise BadInput("the question is empty; ask for example: who said territorial integrity")
        return Question(text, Intent.WHAT_SAID, filters.speaker, "", filters)
    intent, speaker, topic = _intent(rest)
    if speaker is not None and ANYONE.fullmatch(speaker):
        intent, speaker = Intent.WHO_SAID, None
    exact = () if intent is Intent.PASSAGES and _in_sentence(named.phrases, rest) else named.phrases
    exact = tuple(phrase for phrase in exact if POSSESSIVE.sub("", phrase) != speaker)
    filters = replace(filters, phrases=tuple(filter(_tells, (*exact, *chosen.phrases))))
    if filters.speaker is not None:
        if speaker is not None and speaker.lower() in PRONOUNS:
            speaker = filters.speaker
        if intent is Intent.PASSAGES or not topic:
            intent, speaker = Intent.WHAT_SAID, speaker or filters.speaker
    if intent is Intent.WHO_SAID and not topic:
        raise BadInput(
            "the question does not say which words; ask for example: who said territorial integrity"
        )
    return Question(text, intent, speaker, topic, filters)


def said(words: str, filters: Filters = NONE) -> Question:
    """The question who said `words`, taken as they are. Raises BadInput where they are empty or overlong."""
    topic = _one_line(words)
    if not any(character.isalnum() for character in topic):
        raise BadInput("there are no words to look for")
    return Question(topic, Intent.WHO_SAID, None, topic, filters)


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


def _without_manners(words: str) -> str:
    """The question without "could you tell me" before it and "please" after it."""
    polite = POLITE.match(words)
    plain = THANKS.sub("", words[polite.end() :] if polite else words)
    return plain or words


def _intent(words: str) -> tuple[Intent, str | None, str]:
    """The intent, the speaker as written, and the topic."""
    intent, speaker, topic = _matched(mark_verbs(words))
    return intent, None if speaker is None else unmarked(speaker), unmarked(topic)


def _matched(words: str) -> tuple[Intent, str | None, str]:
    """The intent, the speaker and the topic of words whose verbs are marked."""
    if (match := WHO_SAID.fullmatch(words)) and not _is_authorship(match["verb"], match["rest"]):
        return Intent.WHO_SAID, None, _topic(match["rest"], match["verb"])
    for pattern in (SAID_BY_WHOM, BY_WHOM, WHOSE_WORDS, WHAT_WAS_SAID):
        if match := pattern.fullmatch(words):
            return Intent.WHO_SAID, None, _topic(match["rest"])
    for pattern in (*WHAT_DID, HOW_DID, EVERYTHING):
        if (match := pattern.fullmatch(words)) and _is_said(words, match):
            return Intent.WHAT_SAID, _name(match["speaker"]), _topic(match["rest"], match["verb"])
    for pattern in DID_SAY:
        if (match := pattern.fullmatch(words)) and _is_said(words, match):
            speaker = _name(match["speaker"])
            if anything := ANYTHING.fullmatch(match["rest"]):
                return Intent.WHAT_SAID, speaker, anything["topic"] or ""
            if not _is_deed(match["verb"], match["rest"]):
                return Intent.DID_SAY, speaker, _topic(match["rest"])
    if match := QUOTES_BY.fullmatch(words):
        return Intent.WHAT_SAID, _name(match["speaker"]), _topic(match["topic"] or "")
    for pattern in (VIEW_OF, S_QUOTES):
        if match := pattern.fullmatch(words):
            speaker = _name(match["speaker"])
            if may_speak(unmarked(speaker), things_too=pattern is VIEW_OF):
                return Intent.WHAT_SAID, speaker, _topic(match["topic"] or "")
    if (match := WHAT_S_SAID.fullmatch(words)) and _is_said(words, match):
        return Intent.WHAT_SAID, _name(match["speaker"]), _topic(match["rest"], match["verb"])
    return Intent.PASSAGES, None, words


def _is_said(words: str, match: re.Match[str]) -> bool:
    """Whether somebody can have said it: "what does Grant call it", but not "what do you call it"."""
    speaker, verb = _name(match["speaker"]), unmarked(match["verb"]).lower().split()[-1]
    if ANYONE.fullmatch(speaker):
        return not verb.startswith("call")
    if (
        verb.startswith("report")
        and ABOUT_WHAT.match(match["rest"])
        and any(form in match["rest"] for form in Form)
    ):
        return False
    things_too, after_what = verb in OF_THINGS, match.re is WHAT_S_SAID
    capitals = (things_too or after_what) and _has_capitals(words)
    return may_speak(speaker, things_too=things_too, capitals=capitals, after_what=after_what)


def _has_capitals(words: str) -> bool:
    """Whether a word but the first has a capital."""
    return any(letter.isupper() for letter in words.partition(" ")[2])


def _is_authorship(verb: str, rest: str) -> bool:
    """Whether a work is asked for, or whose it is: "who wrote the novel"."""
    return unmarked(verb).lower() in _WRITING and WORK.match(unmarked(rest)) is not None


def _is_deed(verb: str, rest: str) -> bool:
    """Whether a verb of speaking tells here what somebody did: "did Grant write a novel", "speak Latin",
    "did the Courier report a fire".
    """
    verb = unmarked(verb).lower()
    if verb.startswith("report"):
        return NEWS.match(rest) is not None
    return verb in _SPEAKING and not (not rest or SUBJECT.match(rest))


def _topic(rest: str, verb: str = "") -> str:
    """`rest` without the listener ("told reporters") and the words that only link ("that", "about")."""
    topic = rest.strip()
    tells = unmarked(verb).lower() in _TELLING
    if listener := re.match(LISTENER if tells else rf"to\s+{LISTENER}", topic, re.IGNORECASE):
        topic = topic[listener.end() :]
    elif tells and (
        named := re.match(rf"(?:[^\s{OPENING}]\S*\s+){{1,4}}?(?:that|about)\s+", topic, re.IGNORECASE)
    ):
        topic = topic[named.end() :]
    if link := LINK.match(topic):
        topic = topic[link.end() :]
    return topic.strip(" ,;:")


def _name(speaker: str) -> str:
    return POSSESSIVE.sub("", unmarked(speaker).strip(" ,;:"))
