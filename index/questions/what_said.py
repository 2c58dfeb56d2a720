"""How it is asked what somebody said, and for somebody's quotes."""

from __future__ import annotations

import re

from index.questions.marking import CLOSING, OPENING
from index.questions.verbs import Form
from index.questions.wording import ABOUT, ADVERBS, HAVE_SAID, SAID, SAY, SAYING, SAYS, THINK

_WHAT = (
    r"(?:what(?:\s+(?:else|exactly|precisely|specifically|actually|all|the\s+(?:hell|heck|fuck)))?"
    r"|which\s+(?:words|things))"
)
_QUOTED_AS = r"(?:quoted|cited|reported|alleged|supposed|believed|known)\s+(?:as|to(?:\s+have)?)\s+"
_UTTERANCES = (
    r"(?:statements?|comments?|remarks?|claims?|promises?|accusations?|arguments?|threats?|warnings?|points?|"
    r"announcements?|predictions?)"
)
WHAT_DID = (
    re.compile(
        rf"{_WHAT}\s+(?:did|does|do)\s+(?P<speaker>.+?)\s+{ADVERBS}(?:(?:have|got)\s+to\s+)?"
        rf"(?P<verb>{SAYS}|{THINK}|feels?(?=\s+(?:about|on|towards?)\b))(?!\w)\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_WHAT}\s+(?:has|have|had)\s+(?P<speaker>.+?)\s+{ADVERBS}"
        rf"(?P<verb>{HAVE_SAID}|(?:been\s+){SAYING}|(?:got\s+)?to\s+{SAY})\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"what(?:['’]s|(?:\s+else)?\s+(?:is|was|are|were))\s+(?P<speaker>.+?)\s+{ADVERBS}"
        rf"(?P<verb>{SAYING}|{_QUOTED_AS}{SAID})\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:what|which)\s+(?:(?:kinds?|sorts?)\s+of\s+)?[{Form.BASE}{Form.THIRD}]?{_UTTERANCES}\s+(?:did|does|has|have|had)\s+(?P<speaker>.+?)\s+{ADVERBS}"
        r"(?P<verb>makes?|made|gives?|gave|given)\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"what\s+(?:was|is|has\s+been|were)\s+{ADVERBS}(?P<verb>{Form.PAST}(?:said|tweeted|claimed))\s+"
        rf"by\s+(?P<speaker>.+?)(?P<rest>\s+{ABOUT}\s+.+)?$",
        re.IGNORECASE,
    ),
)
WHAT_S_SAID = re.compile(
    rf"what\s+(?:exactly\s+)?(?P<speaker>.+?)\s+(?:has\s+|had\s+|have\s+)?{ADVERBS}(?P<verb>{SAYS}|{THINK})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_VIEW = (
    r"(?:words?|views?|positions?|opinions?|stances?|comments?|remarks?|statements?|reactions?|responses?|"
    r"answers?|quotes?|thoughts?|message|warnings?|argument|claims?|take|attitudes?|criticisms?|repl(?:y|ies))"
)
_WHAT_IS = r"(?:what(?:['’]?s|\s+(?:was|is|were|are))\s+)"
_TOWARDS = rf"(?:{ABOUT}|to|for|against|towards?)"
VIEW_OF = (
    re.compile(
        rf"(?:{_WHAT_IS}|(?:show|give|list|find|get)\s+(?:me\s+)?)?(?P<speaker>.+?)(?:['’]s?)\s+"
        rf"(?:exact\s+|actual\s+|own\s+|latest\s+|official\s+|best\s+)?{_VIEW}"
        rf"(?:\s+{_TOWARDS}\s+(?P<topic>.+))?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_WHAT_IS}(?:the\s+)?)?(?:positions?|opinions?|stances?|views?|attitudes?|comments?|remarks?|thoughts)\s+of\s+(?P<speaker>.+?)\s+"
        rf"(?:on|about|regarding|concerning|towards?)\s+(?P<topic>.+)$",
        re.IGNORECASE,
    ),
)
WITHOUT_APOSTROPHE = re.compile(
    rf"{_WHAT_IS}(?P<speaker>[^\s{OPENING}]+(?:\s+\S+)?s)\s+{_VIEW}\s+{_TOWARDS}\s+(?P<topic>.+)$",
    re.IGNORECASE,
)
VIEWS_WITHOUT_GENITIVE = re.compile(
    rf"(?P<speaker>[^\d\W][\w.’'-]*(?:\s+[\w.’'-]+){{0,2}}?)\s+(?:{Form.BASE}|{Form.THIRD})?"
    r"(?:stance|views?|positions?|opinions?|comments?|remarks?|statements?|take|reactions?|thoughts)\s+"
    rf"(?:on|about|regarding|concerning|towards?)\s+(?P<topic>.+)$",
    re.IGNORECASE,
)
"""As headlines have it ("Grant views on fishing"); "world views on fishing" is no different in form."""
HOW_DID = re.compile(
    rf"(?:how|why)\s+(?:did|does|do|has|have|had)\s+(?P<speaker>.+?)\s+{ADVERBS}"
    rf"(?P<verb>{SAY}|react|reacted|justify|see|view|feel(?=\s+(?:about|on|towards?)\b))\b\s*(?:to\s+)?(?P<rest>.*)",
    re.IGNORECASE,
)
_WANTED = (
    r"(?:(?:show|give|list|find|get|gimme|i\s+(?:need|want)|is\s+there|are\s+there|do\s+you\s+have|have\s+you\s+got|"
    r"me|us|all|any|some|the|an?|more|best|top|most|famous|good)\s+)*"
)
_QUOTES = r"(?:quotes?|quotations?)"
QUOTES_BY = re.compile(
    rf"{_WANTED}(?:{_QUOTES}|statements?|words|remarks?|comments?|claims?|warnings?|everything\s+said|things\s+said)\s+"
    rf"(?:by|from|of)\s+(?P<speaker>.+?)(?:\s+{ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
QUOTES_ABOUT = re.compile(
    rf"{_WANTED}{_QUOTES}\s+(?:about|on|regarding|concerning)\s+(?P<topic>.+?)(?:\s+by\s+(?P<speaker>\S+(?:\s+\S+){{0,3}}))?",
    re.IGNORECASE,
)
QUOTE_SAYING = re.compile(
    rf"{_WANTED}{_QUOTES}\s+(?:(?:where|in\s+which)\s+(?P<one>.+?)\s+{ADVERBS}(?:{SAYS})"
    rf"|(?:of|by|from)\s+(?P<other>.+?)\s+{Form.ING}\w+)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
EVERYTHING = re.compile(
    rf"(?:(?:show|give|list|find|tell)\s+(?:me\s+)?|is\s+there\s+|what\s+are\s+)?(?:(?:some|the)\s+)?"
    rf"(?:everything|anything|all|things|stuff)(?:\s+that)?\s+(?P<speaker>.+?)\s+"
    rf"(?:has\s+|had\s+|ever\s+)*(?P<verb>{SAID})\b\s*(?P<rest>.*)",
    re.IGNORECASE,
)
S_QUOTES = re.compile(
    rf"{_WANTED}(?P<speaker>{OPENING}?[^\d\W][\w.’'-]*(?:\s+[\w.’'-]+){{0,3}}{CLOSING}?)\s+"
    rf"(?:{_QUOTES}|statements?)(?:\s+{ABOUT}\s+(?P<topic>.+))?$",
    re.IGNORECASE,
)
