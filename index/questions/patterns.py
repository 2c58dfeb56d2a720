"""How questions are worded: one pattern for each form."""

from __future__ import annotations

import re

from index.questions.verbs import BASE_FORMS, FORMS

_BASE, _FORM = "\x02", "\x01"
_VERB = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[\x00-\x1f]")


def mark_verbs(words: str) -> str:
    """`words` with a sign before every verb of saying, by which the patterns know it.

    Hundreds of forms in each of a dozen patterns would cost a third of a second to compile.
    """

    def signed(match: re.Match[str]) -> str:
        verb = match[0].lower()
        sign = _BASE if verb in BASE_FORMS else _FORM if verb in FORMS else ""
        return sign + match[0]

    return _VERB.sub(signed, unmarked(words))


def unmarked(words: str) -> str:
    """`words` without the signs (and other control characters)."""
    return _SIGNS.sub("", words)


_SAID = rf"[{_BASE}{_FORM}]\w+"
_SAY = rf"{_BASE}\w+"
_ADVERB = (
    r"(?:ever|really|actually|also|first|just|publicly|once|previously|recently|already|again|literally|"
    r"explicitly|openly|repeatedly|specifically|exactly|never|later|then|reportedly|famously)"
)
_ADVERBS = rf"(?:{_ADVERB}\s+)*"
LISTENER = (
    r"(?:reporters?|journalists?|the\s+press|the\s+media|us|me|him|her|them|everyone|everybody|"
    r"people|the\s+public|the\s+world|parliament|congress|lawmakers)\b\s*"
)
_ABOUT = (
    r"(?:about|on|regarding|concerning|of|over|with\s+regard\s+to|with\s+respect\s+to|"
    r"in\s+regard\s+to|when\s+it\s+comes\s+to|as\s+to)"
)
ANYONE = re.compile(
    r"(?:people|they|anyone|anybody|someone|somebody|everyone|everybody|articles?|the\s+articles?)",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:(?:that|about|on|of|the\s+words?|the\s+phrase|anything\s+about|something\s+about|something\s+like|what\s+about|to|:|,)(?:\s+|$))+",
    re.IGNORECASE,
)

WHO_SAID = re.compile(
    rf"(?:(?:tell\s+me|do\s+you\s+know|so|and|but)\s+)*who(?:m|ever)?(?:\s+was\s+it\s+(?:who|that)|\s+is\s+it\s+that|\s+else|\s+exactly|\s+all)*\s+"
    rf"(?:(?:has|have|had|was|is|were|did|'s)\s+)?{_ADVERBS}(?:been\s+)?(?:quoted\s+(?:as\s+)?)?(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
BY_WHOM = re.compile(
    rf"(?:by\s+whom\s+(?:was|were|is|are)|according\s+to\s+whom(?:\s+(?:is|are|was|were))?)\s+(?P<rest>.+?)(?:\s+{_SAID})?$",
    re.IGNORECASE,
)
WHOSE_WORDS = re.compile(
    r"whose\s+(?:words?|quotes?|quotation|statement|phrase|line|claim)\s+(?:is|are|was|were)\s+(?:it\s+that\s+|this\s*:?\s*|these\s*:?\s*)?(?P<rest>.+)",
    re.IGNORECASE,
)
WHAT_WAS_SAID = re.compile(
    rf"(?:what\s+(?:was|is|has\s+been|were)|(?:was|is)\s+(?:anything|something))\s+{_ADVERBS}{_SAID}\s+(?P<rest>{_ABOUT}\s+.+)",
    re.IGNORECASE,
)
WHAT_DID = re.compile(
    rf"(?:what|which\s+(?:words|things)|what\s+else)\s+(?:did|does|do|has|have|had|is|was)\s+(?P<speaker>.+?)\s+{_ADVERBS}"
    rf"(?:have\s+to\s+|been\s+|got\s+to\s+)*(?P<verb>{_SAID}|think|thinks|thought|believe|believed)\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
WHAT_S_SAID = re.compile(
    rf"what\s+(?P<speaker>(?!was\b|is\b|were\b|did\b|does\b|has\b).+?)\s+(?:has\s+|had\s+|have\s+)?{_ADVERBS}(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_VIEW = (
    r"(?:words?|views?|positions?|opinions?|stances?|comments?|remarks?|statements?|reactions?|responses?|"
    r"answers?|quotes?|thoughts?|message|warnings?|argument|claims?)"
)
VIEW_OF = re.compile(
    rf"(?:what\s+(?:was|is|were|are)\s+)?(?P<speaker>.+?)(?:['’]s?)\s+{_VIEW}(?:\s+(?:{_ABOUT}|to|for|against)\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
HOW_DID = re.compile(
    rf"(?:how|why)\s+(?:did|does|do|has|have|had)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?P<verb>{_SAY}|react|reacted|justify|see|view)\b\s*(?:to\s+)?(?P<rest>.*)",
    re.IGNORECASE,
)
QUOTES_BY = re.compile(
    rf"(?:(?:show|give|list|find|get)\s+(?:me\s+)?)?(?:all\s+|any\s+|some\s+|the\s+)*(?:quotes?|quotations?|statements?|words|remarks?|comments?|everything\s+said|things\s+said)\s+"
    rf"(?:by|from|of)\s+(?P<speaker>.+?)(?:\s+{_ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
EVERYTHING = re.compile(
    rf"(?:(?:show|give|list|find|tell)\s+(?:me\s+)?)?(?:everything|anything|all)(?:\s+that)?\s+(?P<speaker>.+?)\s+(?:has\s+|had\s+|ever\s+)*(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
S_QUOTES = re.compile(
    rf"(?P<speaker>[^\d\W][\w.’'-]*(?:\s+[\w.’'-]+){{0,3}})\s+(?:quotes|quotations|statements)(?:\s+{_ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
DID_SAY = re.compile(
    rf"(?:(?:is\s+it\s+true|true)\s+that\s+(?P<speaker2>.+?)\s+(?:has\s+|had\s+)?{_ADVERBS}{_SAID}"
    rf"|(?:did|does|do|has|have|had|didn['’]t|hasn['’]t|was\s+it)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?:who\s+|that\s+)?{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
ANYTHING = re.compile(rf"(?:(?:any|some)thing(?:\s+{_ABOUT}\s+(?P<topic>.+))?)?", re.IGNORECASE)
TRAILING = re.compile(r"[\s?!.,;:…]+$")
POSSESSIVE = re.compile(r"['’]s?$")
