"""A question as typed, parsed to what is wanted. Names are looked up later, in the corpus."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.answers.answer import Intent
from index.errors import BadInput
from index.questions.filters import Filters, split_filters
from index.questions.verbs import BASE_FORMS, FORMS

LONGEST_QUESTION = 2_000
"""Characters of a question that are read; a longer one is refused."""


@dataclass(frozen=True, slots=True)
class Question:
    """A parsed question.

    `speaker` is the person whose words are asked for, as written ("Mr. Camron"), without marks of
    possession; None where the question names nobody. `topic` are the words that matter, "" when
    everything by the speaker is wanted. `filters.speaker` narrows a who-said question.
    """

    text: str
    intent: Intent
    speaker: str | None
    topic: str
    filters: Filters


def _either(words: frozenset[str] | tuple[str, ...]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_SAID = _either(FORMS)
_SAY = _either(BASE_FORMS)
_ADVERB = (
    r"(?:ever|really|actually|also|first|just|publicly|once|previously|recently|already|again|literally|"
    r"explicitly|openly|repeatedly|specifically|exactly|never|later|then|reportedly|famously)"
)
_ADVERBS = rf"(?:{_ADVERB}\s+)*"
_LISTENER = (
    r"(?:(?:to\s+)?(?:reporters?|journalists?|the\s+press|the\s+media|us|me|him|her|them|everyone|everybody|"
    r"people|the\s+public|the\s+world|parliament|congress|lawmakers)\b\s*)"
)
_ABOUT = (
    r"(?:about|on|regarding|concerning|of|over|with\s+regard\s+to|with\s+respect\s+to|"
    r"in\s+regard\s+to|when\s+it\s+comes\s+to|as\s+to)"
)
_ANYONE = re.compile(
    r"(?:people|they|anyone|anybody|someone|somebody|everyone|everybody|articles?|the\s+articles?)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:that|about|on|of|the\s+words?|the\s+phrase|anything\s+about|something\s+about|something\s+like|what\s+about|to|:|,)(?:\s+|$))+",
    re.IGNORECASE,
)

_WHO_SAID = re.compile(
    rf"(?:(?:tell\s+me|do\s+you\s+know|so|and|but)\s+)*who(?:m|ever)?(?:\s+was\s+it\s+(?:who|that)|\s+is\s+it\s+that|\s+else|\s+exactly|\s+all)*\s+"
    rf"(?:(?:has|have|had|was|is|were|did|'s)\s+)?{_ADVERBS}(?:been\s+)?(?:quoted\s+(?:as\s+)?)?(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(
    rf"(?:by\s+whom\s+(?:was|were|is|are)|according\s+to\s+whom(?:\s+(?:is|are|was|were))?)\s+(?P<rest>.+?)(?:\s+{_SAID})?$",
    re.IGNORECASE,
)
_WHOSE_WORDS = re.compile(
    r"whose\s+(?:words?|quotes?|quotation|statement|phrase|line|claim)\s+(?:is|are|was|were)\s+(?:it\s+that\s+|this\s*:?\s*|these\s*:?\s*)?(?P<rest>.+)",
    re.IGNORECASE,
)
_WHAT_WAS_SAID = re.compile(
    rf"(?:what\s+(?:was|is|has\s+been|were)|(?:was|is)\s+(?:anything|something))\s+{_ADVERBS}{_SAID}\s+(?P<rest>{_ABOUT}\s+.+)",
    re.IGNORECASE,
)
_WHAT_DID = re.compile(
    rf"(?:what|which\s+(?:words|things)|what\s+else)\s+(?:did|does|do|has|have|had|is|was)\s+(?P<speaker>.+?)\s+{_ADVERBS}"
    rf"(?:have\s+to\s+|been\s+|got\s+to\s+)*(?P<verb>{_SAID}|think|thinks|thought|believe|believed)\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_WHAT_S_SAID = re.compile(
    rf"what\s+(?P<speaker>(?!was\b|is\b|were\b|did\b|does\b|has\b).+?)\s+(?:has\s+|had\s+|have\s+)?{_ADVERBS}(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_VIEW = r"(?:words?|views?|positions?|opinions?|stances?|comments?|remarks?|statements?|reactions?|responses?|answers?|quotes?|thoughts?|message|warnings?|argument|claims?)"
_VIEW_OF = re.compile(
    rf"(?:what\s+(?:was|is|were|are)\s+)?(?P<speaker>.+?)(?:['’]s?)\s+{_VIEW}(?:\s+(?:{_ABOUT}|to|for|against)\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
_HOW_DID = re.compile(
    rf"(?:how|why)\s+(?:did|does|do|has|have|had)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?P<verb>{_SAY}|react|reacted|justify|see|view)\b\s*(?:to\s+)?(?P<rest>.*)",
    re.IGNORECASE,
)
_QUOTES_BY = re.compile(
    rf"(?:(?:show|give|list|find|get)\s+(?:me\s+)?)?(?:all\s+|any\s+|some\s+|the\s+)*(?:quotes?|quotations?|statements?|words|remarks?|comments?|everything\s+said|things\s+said)\s+"
    rf"(?:by|from|of)\s+(?P<speaker>.+?)(?:\s+{_ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
_EVERYTHING = re.compile(
    rf"(?:(?:show|give|list|find|tell)\s+(?:me\s+)?)?(?:everything|anything|all)(?:\s+that)?\s+(?P<speaker>.+?)\s+(?:has\s+|had\s+|ever\s+)*(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_S_QUOTES = re.compile(
    rf"(?P<speaker>[^\d\W][\w.’'-]*(?:\s+[\w.’'-]+){{0,3}})\s+(?:quotes|quotations|statements)(?:\s+{_ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
_DID_SAY = re.compile(
    rf"(?:(?:is\s+it\s+true|true)\s+that\s+(?P<speaker2>.+?)\s+(?:has\s+|had\s+)?{_ADVERBS}{_SAID}"
    rf"|(?:did|does|do|has|have|had|didn['’]t|hasn['’]t|was\s+it)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?:who\s+|that\s+)?{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ANYTHING = re.compile(rf"(?:(?:any|some)thing(?:\s+{_ABOUT}\s+(?P<topic>.+))?)?", re.IGNORECASE)
_TRAILING = re.compile(r"[\s?!.,;:…]+$")
_POSSESSIVE = re.compile(r"['’]s?$")


def parse(question: str) -> Question:
    """What `question` wants. Raises BadInput for an empty or overlong one and for a bad filter."""
    text = " ".join(question.split())
    if len(text) > LONGEST_QUESTION:
        raise BadInput(f"the question has {len(text)} characters; at most {LONGEST_QUESTION} are read")
    rest, filters = split_filters(text)
    rest = _TRAILING.sub("", rest)
    if not any(character.isalnum() for character in rest):
        if filters.speaker is None:
            raise BadInput("the question is empty; ask for example: who said territorial integrity")
        return Question(text, Intent.WHAT_SAID, filters.speaker, "", filters)
    intent, speaker, topic = _intent(rest)
    if speaker is not None and _ANYONE.fullmatch(speaker):
        intent, speaker = Intent.WHO_SAID, None
    if filters.speaker is not None and (intent is Intent.PASSAGES or not topic):
        intent, speaker = Intent.WHAT_SAID, filters.speaker
    if intent is Intent.WHO_SAID and not topic:
        raise BadInput(
            "the question does not say which words; ask for example: who said territorial integrity"
        )
    return Question(text, intent, speaker, topic, filters)


def _intent(words: str) -> tuple[Intent, str | None, str]:
    """The intent, the speaker as written, and the topic."""
    if match := _WHO_SAID.fullmatch(words):
        return Intent.WHO_SAID, None, _topic(match["rest"], match["verb"])
    for pattern in (_BY_WHOM, _WHOSE_WORDS, _WHAT_WAS_SAID):
        if match := pattern.fullmatch(words):
            return Intent.WHO_SAID, None, _topic(match["rest"])
    for pattern in (_WHAT_DID, _HOW_DID, _EVERYTHING):
        if match := pattern.fullmatch(words):
            return Intent.WHAT_SAID, _name(match["speaker"]), _topic(match["rest"], match["verb"])
    if match := _DID_SAY.fullmatch(words):
        speaker, topic = _name(match["speaker"] or match["speaker2"]), _topic(match["rest"])
        if anything := _ANYTHING.fullmatch(match["rest"]):
            return Intent.WHAT_SAID, speaker, anything["topic"] or ""
        return Intent.DID_SAY, speaker, topic
    for pattern in (_QUOTES_BY, _VIEW_OF, _S_QUOTES):
        if match := pattern.fullmatch(words):
            return Intent.WHAT_SAID, _name(match["speaker"]), _topic(match["topic"] or "")
    if match := _WHAT_S_SAID.fullmatch(words):
        return Intent.WHAT_SAID, _name(match["speaker"]), _topic(match["rest"], match["verb"])
    return Intent.PASSAGES, None, words


def _topic(rest: str, verb: str = "") -> str:
    """`rest` without the listener ("told reporters") and the words that only link ("that", "about")."""
    topic = rest.strip()
    listener = re.match(_LISTENER, topic, re.IGNORECASE)
    if listener:
        topic = topic[listener.end() :]
    elif verb.lower() in {"told", "tell", "tells", "telling"} and (
        named := re.match(r"(?:\S+\s+){1,4}?(?:that|about)\s+", topic, re.IGNORECASE)
    ):
        topic = topic[named.end() :]
    if link := _LINK.match(topic):
        topic = topic[link.end() :]
    return topic.strip(" ,;:")


def _name(speaker: str) -> str:
    return _POSSESSIVE.sub("", speaker.strip(" ,;:"))
