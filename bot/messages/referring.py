"""What is said in reply to an answer and refers to it: "did he say that?", "who else?", "when was that?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.errors import BadInput
from index.questions.parsing import parse

_IT = (
    r"(?:it|that|this|so|the\s+same(?:\s+thing)?|(?:that|this)\s+(?:thing|quote|sentence|statement)|"
    r"(?:those|these|the\s+same)\s+words|such\s+a\s+thing|such\s+things)"
)
_TOO = r"(?:\s+(?:too|as\s+well|also|either|again|before|exactly|though|first|originally|earlier))?"
_ABOUT = r"(?:about|on|of|to|with|regarding)"
_SAID = (
    r"(?:said|says?|did|do|does|thinks?|thought|believes?|believed|claims?|claimed|mentions?|mentioned|agrees?|"
    r"agreed|(?:talk|talks|talked|speak|speaks|spoke)(?=\s+(?:about|of)))"
)
_OPINION = (
    r"(?:say|said|says|saying|think|thinks|thought|thinking|feel|feels|felt|believe|believes|respond|responds|"
    r"responded|react|reacts|reacted|reply|replied|answer|answered|comment|commented|agree|agrees|agreed|disagree|"
    r"disagrees|disagreed|claim|claimed|mention|mentioned|view|views|opinion|position|stance|take|reaction|response)"
)
IT = re.compile(_IT, re.IGNORECASE)
_WHO_ELSE = re.compile(
    r"(?:(?:did|does|has|have|is\s+there|are\s+there)\s+)?"
    r"(?:who|anyone|anybody|someone|somebody|(?:any|which|what)?\s*others?)(?:\s+(?:else|other|others))?"
    rf"(?:\s+(?:has|have|had|is|was|also|ever|really|first|originally|actually))*(?:\s+{_SAID}(?:\s+{_ABOUT})?)?"
    rf"(?:\s+{_IT})?{_TOO}|by\s+whom",
    re.IGNORECASE,
)
_SOURCE = (
    r"(?:article|source|outlet|paper|newspaper|interview|speech|context|page|day|date|month|year|place)s?"
)
_WHERE_OR_WHEN = re.compile(
    r"(?:what(?:['’]s|\s+(?:is|was))\s+)?(?:when|where|how\s+long\s+ago|"
    rf"(?:(?:in|on|from|at)\s+)?(?:which|what)\s+{_SOURCE}|(?:the\s+)?{_SOURCE}|"
    r"(?:any\s+|the\s+|got\s+a\s+)?(?:links?|citations?|url))(?:\s+(?:exactly|precisely))?"
    r"(?:\s+(?:did|has|had)\s+(?P<name>[\w.’'-]+(?:\s+[\w.’'-]+){0,3})\s+(?:say|said|claim|claimed|mention|mentioned|"
    rf"state|stated|tweet|tweeted|write|written)(?:\s+(?:{_ABOUT}\s+)?{_IT})?"
    rf"|\s+(?:was|is|were|are|does)\s+{_IT}(?:\s+(?:said|say|from|published|written|quoted|reported|posted|stated|"
    r"come\s+from|stand))?"
    r"|\s+(?:(?:has|had|was|is)\s+)?(?:reported|published|printed|carried|quoted|wrote|has|had|is|was)"
    rf"(?:\s+{_IT})?)?",
    re.IGNORECASE,
)
_SAID_IT = re.compile(
    rf"(?P<name>\S+(?:\s+\S+){{0,4}}?)\s+(?:also\s+)?(?:said|says|claimed)\s+{_IT}{_TOO}", re.IGNORECASE
)
_WAS_IT = re.compile(
    rf"(?:was|is|wasn['’]t|isn['’]t)\s+(?:it|that|this)\s+(?:really\s+|not\s+)?(?P<name>\S+(?:\s+\S+){{0,4}}?)"
    rf"(?:\s+(?:who|that)\s+said(?:\s+{_IT})?)?",
    re.IGNORECASE,
)
_OPINION_OF = re.compile(
    r"(?P<form>what|how|did|does|do|has|have|would)(?:['’]s)?\s+(?:(?:did|does|do|has|have|is|was|would)\s+)?"
    r"(?P<name>\S+(?:\s+\S+){0,5}?)\s+(?:(?:ever|really|actually|also|too|even)\s+)?"
    rf"(?P<verb>{_OPINION})(?:\s+anything)?(?P<of_it>\s+(?:{_ABOUT}\s+)?{_IT})?{_TOO}",
    re.IGNORECASE,
)
_SO_DID = re.compile(rf"(?:did|does|has)\s+(?P<name>\S+(?:\s+\S+){{0,4}}?){_TOO}", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_WORD_FOR_WORD = frozenset("say said claim claimed mention mentioned".split())
_ENDS_WITH_IT = re.compile(rf"(?P<before>.*\S)\s+{_IT}(?P<too>{_TOO})", re.IGNORECASE)
_NOBODY = frozenset("you u i we it that this there one else more".split())


@dataclass(frozen=True, slots=True)
class Opinion:
    """Whose words on the same topic are asked for; `said_it` asks whether they said just that.

    Words that are `vague` ask for it only where somebody is called by the name: "is it cold in town" does not.
    """

    name: str
    said_it: bool
    vague: bool = False


def asks_who_else(words: str) -> bool:
    """Whether the words ask who, or who else, said what the answer is about."""
    return _WHO_ELSE.fullmatch(words) is not None


def asks_where_or_when(words: str) -> str | None:
    """Whether the words ask for what the citations tell: the name of who is to have said it, "" where none
    stands there; None where they do not.
    """
    match = _WHERE_OR_WHEN.fullmatch(words)
    return None if match is None else match["name"] or ""


def opinion_asked_for(words: str) -> Opinion | None:
    """Whose words are asked for by what holds no topic of its own ("does Grant agree?", "was it Grant?")."""
    if match := _OPINION_OF.fullmatch(words):
        asks_whether = match["form"].lower() in ("did", "has", "have") and match["of_it"] is not None
        said_it = asks_whether and match["verb"].lower() in _WORD_FOR_WORD
        return None if _is_nobody(match["name"]) else Opinion(_POSSESSIVE.sub("", match["name"]), said_it)
    match = next(filter(None, (form.fullmatch(words) for form in (_WAS_IT, _SAID_IT, _SO_DID))), None)
    return Opinion(match["name"], said_it=True, vague=True) if match else None


def _is_nobody(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in _NOBODY


def with_topic(question: str, topic: str) -> str:
    """A question that ends with "it", with the topic in its place; any other as it is."""
    match = _ENDS_WITH_IT.fullmatch(question)
    if match is None or not topic:
        return question
    try:
        left = parse(question[: match.start("too")]).topic
    except BadInput:
        left = ""
    return f"{match['before']} {topic}" if not left or IT.fullmatch(left) else question
