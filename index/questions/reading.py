"""What the bare words of a question ask: the intent, whose words, and about what."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.questions.did_say import ANYTHING, CLAIMED, DID_SAY, HOW_OFTEN, NEWS, REALLY, SAID_WHAT, SUBJECT
from index.questions.intent import Intent
from index.questions.marking import mark_verbs, unmarked
from index.questions.speakers import may_speak
from index.questions.surnames import without_s
from index.questions.topics import is_about, listener_of, topic_of
from index.questions.verbs import OF_THINGS, Form, base_form
from index.questions.what_said import (
    EVERYTHING,
    HOW_DID,
    QUOTE_SAYING,
    QUOTES_ABOUT,
    QUOTES_BY,
    S_QUOTES,
    VIEW_OF,
    VIEWS_WITHOUT_GENITIVE,
    WHAT_DID,
    WHAT_S_SAID,
    WITHOUT_APOSTROPHE,
)
from index.questions.who_said import (
    ANY_OF_A_KIND,
    ANYONE,
    ARTICLE_SAYS,
    BY_WHOM,
    QUOTATION,
    SAID_BY_WHOM,
    SOMEBODY_SAID,
    SOURCE_OF,
    WHAT_WAS_SAID,
    WHO_SAID,
    WHOSE_WORDS,
)
from index.questions.wording import ANY_PERSON, PERSONS, one_of

_WRITING = frozenset("write writes wrote written writing".split())
_SPEAKING = _WRITING | frozenset("speak speaks spoke spoken speaking talk talks talked talking".split())
_ABOUT_WHAT = re.compile(r"(?:on|about|from|of|by|in)\b", re.IGNORECASE)
_ACTED = re.compile(r"\s+(?:to|with|against|in|for)\b", re.IGNORECASE)
_WORK = re.compile(
    r"(?:the|an?|his|her|their|this|that)\s+(?:[\w'’-]+\s+){0,3}?(?:article|autobiography|ballad|blog|book|"
    r"column|comic|diary|drama|essay|hymn|letter|lyrics|manifesto|memoir|music|musical|novel|opera|paper|piece|play|"
    r"poem|report|screenplay|script|series|song|story|study|symphony|textbook|thesis|trilogy|words)s?\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(rf"[^{''.join(Form)}]*[{''.join(Form)}]|\s*[–—~-]")
_SINGULAR = re.compile(r"\b(?:does|has)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_FEWEST_QUOTED = 3
"""Words of the shortest quotation that asks by itself who said it; fewer are a name or a title."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of a question ask.

    `verb` is the base form of the verb that asks ("deny"), None where none does. `about` says that
    the topic is what was spoken about, or empty; else it is what was said. `besides` is who is left out: "who
    besides Grant said". `kind` is the kind of person that is asked for, one of them: "senator". `listener` is who was
    told, where the topic is nothing else: "what did Grant tell Bell". `perhaps` is a bolder reading,
    which only an answer proves right: a quotation without a question, or "Grant views on fish", in form
    no different from "world views on fish".
    """

    intent: Intent
    speaker: str | None
    topic: str
    verb: str | None = None
    about: bool = False
    besides: str | None = None
    kind: str | None = None
    listener: str | None = None
    perhaps: Reading | None = None


def read(words: str, *, asks: bool = False) -> Reading:
    """What `words` ask; exact phrases in them stand between signs. `asks` says that they end as a question."""
    marked = mark_verbs(words)
    reading = _who_said(marked) or _what_said(marked) or _did_say(marked) or _quotes(marked)
    reading = reading or _told(marked, asks)
    return reading or Reading(Intent.PASSAGES, None, unmarked(words), perhaps=_perhaps(marked))


def name_of(speaker: str) -> str:
    """A speaker as written, without signs and marks of possession."""
    return _POSSESSIVE.sub("", unmarked(speaker).strip(" ,;:"))


def _who_said(words: str) -> Reading | None:
    if (match := WHO_SAID.fullmatch(words)) and _says(match):
        by_anyone = _by_anyone(match["rest"], match["verb"])
        return replace(by_anyone, besides=match["besides"], kind=_kind(_named(match)))
    for pattern in (*SAID_BY_WHOM, BY_WHOM, SOURCE_OF, WHOSE_WORDS, WHAT_WAS_SAID):
        if match := pattern.fullmatch(words):
            return _by_anyone(match["rest"])
    if (match := SOMEBODY_SAID.fullmatch(words)) and (match["who"] or not _is_of_things(match["verb"])):
        return _by_anyone(match["rest"], match["verb"])
    return None


def _what_said(words: str) -> Reading | None:
    for pattern in (*WHAT_DID, HOW_DID, EVERYTHING):
        if (match := pattern.fullmatch(words)) and _is_said(words, match):
            return _by(match["speaker"], match["rest"] or "", match["verb"])
    return None


def _did_say(words: str) -> Reading | None:
    for pattern in DID_SAY:
        if not (match := pattern.fullmatch(words)) or not _is_said(words, match) or not _is_one(match):
            continue
        if anything := ANYTHING.fullmatch(match["rest"]):
            return _by(match["speaker"], anything["topic"] or "", match["verb"], about=True)
        if not _is_deed(match["verb"], match["rest"]):
            return _whether(match["speaker"], match["rest"], match["verb"])
    if (match := HOW_OFTEN.fullmatch(words)) and not match["place"] and _is_said(words, match):
        return _whether(match["speaker"], match["rest"], match["verb"])
    return None


def _quotes(words: str) -> Reading | None:
    if match := QUOTE_SAYING.fullmatch(words):
        return _whether(match["one"] or match["other"], match["rest"])
    if match := QUOTES_BY.fullmatch(words):
        return _by(match["speaker"], match["topic"] or "", about=True)
    if match := QUOTES_ABOUT.fullmatch(words):
        if match["speaker"] and may_speak(name_of(match["speaker"])):
            return _by(match["speaker"], match["topic"], about=True)
        return _by_anyone(words[match.start("topic") :], about=True)
    for pattern in (*VIEW_OF, WITHOUT_APOSTROPHE, S_QUOTES):
        if match := pattern.fullmatch(words):
            speaker = name_of(match["speaker"])
            if pattern is WITHOUT_APOSTROPHE:
                speaker = without_s(speaker)
            if may_speak(speaker, things_too=pattern is not S_QUOTES):
                return _by(speaker, match["topic"] or "", about=True)
    if (match := WHAT_S_SAID.fullmatch(words)) and _is_said(words, match):
        return _by(match["speaker"], match["rest"], match["verb"])
    return None


def _told(words: str, asks: bool) -> Reading | None:
    """What is told as a question: "Grant said the pier is safe?"."""
    if (match := SAID_WHAT.fullmatch(words)) and not _is_of_things(match["verb"]) and _is_said(words, match):
        return _by(match["speaker"], match["rest"] or "", match["verb"])
    match = CLAIMED.fullmatch(words)
    if match is None or not _is_said(words, match):
        return None
    told = match["heard"] or REALLY.search(match["rest"])
    if not told and (not asks or _is_of_things(match["verb"])):
        return None
    return _whether(match["speaker"], match["rest"], match["verb"])


def _perhaps(words: str) -> Reading | None:
    """A reading that the words alone do not prove."""
    if (match := QUOTATION.fullmatch(words)) and len(match["rest"].split()) >= _FEWEST_QUOTED:
        credit = match["credit"]
        if not credit or _CREDIT.match(credit):
            return _by_anyone(match["rest"])
    if match := ARTICLE_SAYS.fullmatch(words):
        return _by_anyone(match["rest"])
    if (match := HOW_OFTEN.fullmatch(words)) and _is_said(words, match):
        return _whether(match["speaker"], match["rest"], match["verb"])
    if match := VIEWS_WITHOUT_GENITIVE.fullmatch(words):
        speaker = name_of(match["speaker"])
        if may_speak(speaker, things_too=True):
            return _by(speaker, match["topic"], about=True)
    return None


def _by_anyone(rest: str, verb: str = "", *, about: bool = False) -> Reading:
    topic = unmarked(topic_of(rest, verb))
    return Reading(Intent.WHO_SAID, None, topic, _base(verb), about or is_about(rest))


def _by(speaker: str, rest: str, verb: str = "", *, about: bool = False) -> Reading:
    name = name_of(speaker)
    topic = unmarked(topic_of(rest, verb, on_a_subject=True))
    if _is_anyone(name, verb):
        return Reading(Intent.WHO_SAID, None, topic, _base(verb), about=True, kind=_kind(name))
    about = about or not topic or is_about(rest)
    return Reading(Intent.WHAT_SAID, name, topic, _base(verb), about, listener=listener_of(rest, verb))


def _whether(speaker: str, rest: str, verb: str = "") -> Reading:
    name, topic = name_of(speaker), unmarked(topic_of(REALLY.sub("", rest, count=1), verb))
    if _is_anyone(name, verb):
        return Reading(Intent.WHO_SAID, None, topic, _base(verb), is_about(rest), kind=_kind(name))
    return Reading(Intent.DID_SAY, name, topic, _base(verb))


def _base(verb: str) -> str | None:
    words = unmarked(verb).split()
    return base_form(words[-1]) if words else None


def _says(match: re.Match[str]) -> bool:
    """Whether "who" is the one who speaks, and it is no work whose author is asked for."""
    verb = match["verb"]
    if not _is_one(match) or (not match["rest"] and unmarked(verb).lower().startswith(("apolog", "brag"))):
        return False
    if match["passive"] and not match["quoted"] and verb.startswith(Form.PAST):
        return False
    return not (unmarked(verb).lower() in _WRITING and _WORK.match(unmarked(match["rest"])))


def _is_one(match: re.Match[str]) -> bool:
    """Whether "which ..." and "the ... who" name one who speaks, where the question has them."""
    groups = match.groupdict()
    return all(
        groups.get(name) is None or groups[name].lower() in PERSONS for name in ("kind", "kinds", "one")
    )


def _named(match: re.Match[str]) -> str:
    """What stands for the persons of whom one is asked for; "" where nothing does."""
    return next(filter(None, (match[group] for group in ("kind", "kinds", "among", "one"))), "")


def _kind(named: str) -> str | None:
    """The kind of person that is named at the end, "senator" by "any of the senators"; None if that is anybody."""
    kind = named.lower().split()[-1:]
    return one_of(kind[0]) if kind and kind[0] in PERSONS - ANY_PERSON else None


def _is_anyone(speaker: str, verb: str) -> bool:
    """Whether it is asked of anybody: "people", "any senator"."""
    if ANYONE.fullmatch(speaker):
        return True
    one = ANY_OF_A_KIND.fullmatch(speaker)
    return one is not None and may_speak(one["kind"], things_too=_is_of_things(verb))


def _is_of_things(verb: str) -> bool:
    return unmarked(verb).lower() in OF_THINGS


def _is_said(words: str, match: re.Match[str]) -> bool:
    """Whether somebody can have said it: "what does Grant call it", but not "what do you call it"."""
    speaker, verb = name_of(match["speaker"]), unmarked(match["verb"]).lower().split()[-1]
    rest = match["rest"] or ""
    if _is_anyone(speaker, verb):
        return not verb.startswith("call") or words[:3].lower() == "has"
    if verb.startswith("report") and _ABOUT_WHAT.match(rest) and any(form in rest for form in Form):
        return False
    if verb.startswith(("compar", "apolog")) and _ACTED.match(words, match.end("verb")):
        return False
    things_too, after_what = verb in OF_THINGS, match.re is WHAT_S_SAID
    capitals = (things_too or after_what) and _has_capitals(words)
    singular = _SINGULAR.search(words, 0, match.start("speaker")) is not None
    return may_speak(
        speaker, things_too=things_too, capitals=capitals, after_what=after_what, singular=singular
    )


def _has_capitals(words: str) -> bool:
    """Whether a word but the first has a capital."""
    return any(letter.isupper() for letter in words.partition(" ")[2])


def _is_deed(verb: str, rest: str) -> bool:
    """Whether a verb of speaking tells here what somebody did: "did Grant write a novel", "speak Latin",
    "did the Courier report a fire", or thinks: "did Grant agree with the ban".
    """
    verb = unmarked(verb).lower()
    if verb.startswith("agree"):
        return rest[:5].lower() == "with "
    if verb.startswith("report"):
        return NEWS.match(rest) is not None
    return verb in _SPEAKING and not (not rest or SUBJECT.match(rest))
