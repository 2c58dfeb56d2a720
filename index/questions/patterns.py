"""How questions are worded: one pattern for each form."""

from __future__ import annotations

import re

from index.questions.verbs import FORMS, Form

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_NOUN = re.compile(r"(?:\b(?:of|the|an?|his|her|their|its)|['’]s?)\s+$", re.IGNORECASE)
_NEAR = 40
_CAPITAL_BEFORE = re.compile(r"(?<![^\s'‘])[A-Z][\w.’'-]*\s+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_NOUNS_TOO = frozenset(
    "address answer challenge claim comment demand estimate mention note object point promise proposal question "
    "remark report reports request state states statement talk tweet warning".split()
)
_AFTER_NOUN = re.compile(r"\s+(?:by|from|of)\b", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?:(?:show|give|list|find|get|me|all|any|some)\s+)*", re.IGNORECASE)
_SIGNS = re.compile(r"[\x00-\x1f]")
OPENING, CLOSING = "\x0e", "\x0f"
"""The signs around an exact phrase, by which the patterns tell its words from the question's own."""
_UNSIGNED = str.maketrans(OPENING + CLOSING, "  ")


def mark_verbs(words: str) -> str:
    """`words` with a sign before every verb of saying, by which the patterns know it.

    Hundreds of forms in each of a dozen patterns would cost a third of a second to compile.
    """
    plain = words.translate(_UNSIGNED)
    titled = not any(len(word[0]) > 3 and word[0].islower() for word in _WORD.finditer(plain))

    def signed(match: re.Match[str]) -> str:
        form = FORMS.get(match[0].lower())
        if form is None or _is_noun(plain, match.start(), match.end(), titled):
            return match[0]
        return form + match[0]

    return _WORD.sub(signed, words)


def _is_noun(words: str, start: int, end: int, titled: bool) -> bool:
    """Whether the form of a verb at `start:end` is a noun: "Lavrov's comments", "the secretary of state",
    "the United States", "the Courier report says". `titled` says that all words have capitals.
    """
    before = words[max(0, start - _NEAR) : start]
    if _BEFORE_NOUN.search(before):
        return True
    if words[start:end].lower() in _NOUNS_TOO:
        if words[start].isupper() and not titled and _CAPITAL_BEFORE.search(before):
            return True
        after = _NEXT_WORD.match(words, end)
        if after is not None and after[1].islower() and FORMS.get(after[1], Form.ING) is not Form.ING:
            return True
    return _AFTER_NOUN.match(words, end) is not None and _OPENS_LIST.fullmatch(words[:start]) is not None


def unmarked(words: str) -> str:
    """`words` without the signs (and other control characters)."""
    return _SIGNS.sub("", words)


_SAID = rf"[{''.join(Form)}]\w+"
_SAY = rf"{Form.BASE}\w+"
_SAYS = rf"[{Form.BASE}{Form.THIRD}{Form.PAST}]\w+"
_HAVE_SAID = rf"(?:{Form.PAST}\w+|thought|believed)"
_SAYING = rf"(?:{Form.ING}\w+|thinking|believing)"
_THINK = r"thinks?|thought|believes?|believed"
_ADVERB = (
    r"(?:ever|really|actually|also|first|just|publicly|once|previously|recently|already|again|literally|"
    r"explicitly|openly|repeatedly|specifically|exactly|never|later|then|reportedly|famously|both|all)"
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
    r"(?:people|they|anyone|anybody|someone|somebody|everyone|everybody)",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:(?:that|about|on|of|the\s+words?|the\s+phrase|anything\s+about|something\s+about|something\s+like|what\s+about|to(?!\s+be\b)|:|,)(?:\s+|$))+",
    re.IGNORECASE,
)

POLITE = re.compile(
    r"(?:(?:hey|hi|hello|so|and|but|ok|okay|please|pls)\b[\s,]*"
    r"|(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:tell|remind)\s+(?:me|us)\s+"
    r"|(?:do|does)\s+(?:you|anyone|anybody)\s+(?:know|remember)\s+"
    r"|i(?:['’]d|\s+would)?\s+(?:want|like)\s+to\s+know\s+)+",
    re.IGNORECASE,
)
THANKS = re.compile(r"[\s,]+(?:please|pls|thanks|thank\s+you)$", re.IGNORECASE)

_WHO = (
    r"(?:who(?:m|ever)?|(?:which|what)\s+(?:person|people|politicians?|leaders?|ministers?|presidents?|"
    r"officials?|speakers?|man|woman))"
    r"(?:\s+the\s+(?:hell|heck)|\s+was\s+it\s+(?:who|that)|\s+is\s+it\s+that|\s+else|\s+exactly|\s+all|"
    r"\s+(?:of|in|among)\s+(?:(?:the|these|those)\s+)?\w+)*"
)
WHO_SAID = re.compile(
    rf"{_WHO}\s+(?:(?:has|have|had|was|is|were|did|'s)\s+)?{_ADVERBS}(?:been\s+)?(?:quoted\s+(?:as\s+)?)?"
    rf"(?P<verb>{_SAID}|{_THINK}|coined|used\s+the\s+(?:words?|phrase|term|expression))\b"
    r"\s*(?P<rest>.*)",
    re.IGNORECASE,
)
SAID_BY_WHOM = re.compile(rf"(?P<rest>.+?)[\s,:–—-]+who\s+{_SAID}\s+(?:it|that|this|so)", re.IGNORECASE)
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
_WHAT = r"(?:what(?:\s+else)?|which\s+(?:words|things))"
_QUOTED_AS = r"(?:quoted|cited|reported|alleged|supposed|believed|known)\s+(?:as|to(?:\s+have)?)\s+"
WHAT_DID = (
    re.compile(
        rf"{_WHAT}\s+(?:did|does|do)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?:(?:have|got)\s+to\s+)?"
        rf"(?P<verb>{_SAYS}|{_THINK})\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WHAT}\s+(?:has|have|had)\s+(?P<speaker>.+?)\s+{_ADVERBS}"
        rf"(?P<verb>{_HAVE_SAID}|(?:been\s+){_SAYING}|(?:got\s+)?to\s+{_SAY})\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"what(?:['’]s|(?:\s+else)?\s+(?:is|was|are|were))\s+(?P<speaker>.+?)\s+{_ADVERBS}"
        rf"(?P<verb>{_SAYING}|{_QUOTED_AS}{_SAID})\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
)
WHAT_S_SAID = re.compile(
    rf"what\s+(?P<speaker>.+?)\s+(?:has\s+|had\s+|have\s+)?{_ADVERBS}(?P<verb>{_SAYS})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_VIEW = (
    r"(?:words?|views?|positions?|opinions?|stances?|comments?|remarks?|statements?|reactions?|responses?|"
    r"answers?|quotes?|thoughts?|message|warnings?|argument|claims?)"
)
VIEW_OF = re.compile(
    rf"(?:what(?:['’]s|\s+(?:was|is|were|are))\s+)?(?P<speaker>.+?)(?:['’]s?)\s+{_VIEW}(?:\s+(?:{_ABOUT}|to|for|against)\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
HOW_DID = re.compile(
    rf"(?:how|why)\s+(?:did|does|do|has|have|had)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?P<verb>{_SAY}|react|reacted|justify|see|view)\b\s*(?:to\s+)?(?P<rest>.*)",
    re.IGNORECASE,
)
QUOTES_BY = re.compile(
    rf"(?:(?:show|give|list|find|get)\s+(?:me\s+)?)?(?:all\s+|any\s+|some\s+|the\s+|an?\s+)*(?:quotes?|quotations?|statements?|words|remarks?|comments?|claims?|warnings?|everything\s+said|things\s+said)\s+"
    rf"(?:by|from|of)\s+(?P<speaker>.+?)(?:\s+{_ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
EVERYTHING = re.compile(
    rf"(?:(?:show|give|list|find|tell)\s+(?:me\s+)?)?(?:everything|anything|all)(?:\s+that)?\s+(?P<speaker>.+?)\s+(?:has\s+|had\s+|ever\s+)*(?P<verb>{_SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
S_QUOTES = re.compile(
    rf"(?P<speaker>{OPENING}?[^\d\W][\w.’'-]*(?:\s+[\w.’'-]+){{0,3}}{CLOSING}?)\s+(?:quotes?|quotations?|statements?)(?:\s+{_ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
DID_SAY = (
    re.compile(
        rf"(?:is\s+it\s+true|true)\s+that\s+(?P<speaker>.+?)\s+(?:has\s+|had\s+)?{_ADVERBS}(?P<verb>{_SAID})\b"
        r"\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:did|does|do|didn['’]t|was\s+it)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?:who\s+|that\s+)?(?P<verb>{_SAYS})\b"
        r"\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:has|have|had|hasn['’]t)\s+(?P<speaker>.+?)\s+{_ADVERBS}(?P<verb>{_HAVE_SAID}|been\s+{_SAYING})\b"
        r"\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
)
ABOUT_WHAT = re.compile(r"(?:on|about|from|of|by|in)\b", re.IGNORECASE)
SUBJECT = re.compile(
    rf"(?:that|about|of|on|over|to|with|against|for|in|out|how|why|whether|anything|something)\b|[:,{OPENING}]",
    re.IGNORECASE,
)
NEWS = re.compile(
    r"(?:on|about|an?|the|any|no|more|fewer|less|its|their|his|her|new|several|some|many|\d+)\b",
    re.IGNORECASE,
)
WORK = re.compile(
    r"(?:the|an?|his|her|their|this|that)\s+(?:[\w'’-]+\s+){0,3}?(?:article|autobiography|ballad|blog|book|"
    r"column|comic|diary|drama|essay|hymn|letter|lyrics|manifesto|memoir|music|musical|novel|opera|paper|piece|play|"
    r"poem|report|screenplay|script|series|song|story|study|symphony|textbook|thesis|trilogy|words)s?\b",
    re.IGNORECASE,
)
ANYTHING = re.compile(rf"(?:(?:any|some)thing(?:\s+{_ABOUT}\s+(?P<topic>.+))?)?", re.IGNORECASE)
TRAILING = re.compile(r"[\s?!.,;:…]+$")
POSSESSIVE = re.compile(r"['’]s?$")
