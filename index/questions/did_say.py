"""How it is asked whether somebody said something."""

from __future__ import annotations

import re

from index.questions.marking import OPENING
from index.questions.verbs import Form
from index.questions.wording import ABOUT, ADVERBS, HAVE_SAID, SAID, SAYING, SAYS, THE_ONE

_QUESTION_WORD = r"(?:wh(?:at|ich|om?|ose|en|ere|y)|how)\b"
_SAY = rf"[{Form.BASE}{Form.PAST}](?:say|said)"
DID_SAY = (
    re.compile(
        rf"(?:is\s+it\s+true|true)\s+(?:that\s+)?(?P<speaker>.+?)\s+(?:has\s+|had\s+)?{ADVERBS}(?P<verb>{SAID})\b"
        r"\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:did|does|do|didn['’]?t|was(?:n['’]?t)?\s+it)\s+(?P<speaker>.+?)\s+{ADVERBS}"
        rf"(?:who\s+|that\s+)?(?P<verb>{SAYS})\b\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:has|have|had|hasn['’]?t)\s+(?P<speaker>.+?)\s+{ADVERBS}(?P<verb>{HAVE_SAID}|been\s+{SAYING})\b"
        r"\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:was|is|wasn['’]?t)\s+(?P<speaker>.+?)\s+{THE_ONE}\s+(?:who|that)\s+{ADVERBS}(?P<verb>{SAYS})\b"
        r"\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
)
HOW_OFTEN = re.compile(
    rf"(?:(?P<place>when|where)|in\s+which\s+article|how\s+(?:many\s+times|often))\s+(?:did|does|do|has|have|had)\s+"
    rf"(?P<speaker>.+?)\s+{ADVERBS}(?P<verb>{_SAY})\b\s*(?P<rest>.+)",
    re.IGNORECASE,
)
"""Asked for the citations; but with `place`, what was said may tell when: "when did Grant say he will resign"."""
CLAIMED = re.compile(
    rf"(?P<heard>(?:(?:so|but)\s+)?(?:i\s+(?:heard|read|thought|saw|remember)|apparently|supposedly|did\s+you\s+know)"
    r"\s+(?:that\s+)?)?"
    rf"(?P<speaker>(?!{_QUESTION_WORD})[\w.'’-]+(?:\s+[\w.'’-]+){{0,3}}?)\s+(?:has\s+|had\s+)?{ADVERBS}"
    rf"(?P<verb>[{Form.PAST}{Form.THIRD}]\w+)\s+(?P<rest>(?!to\b|.*\b{_QUESTION_WORD}).+)",
    re.IGNORECASE,
)
"""What somebody is said to have said; a question only by its mark, by `heard` or by what is `REALLY` behind it."""
REALLY = re.compile(
    r"(?:\s?[,.;?!–—-]\s?(?:is\s+(?:that|this|it)\s+)?(?:true|right|correct|real|really)|\s+or\s+not)$",
    re.IGNORECASE,
)
SAID_WHAT = re.compile(
    rf"(?P<speaker>(?!{_QUESTION_WORD})[\w.'’-]+(?:\s+[\w.'’-]+){{0,3}}?)\s+(?:has\s+|had\s+)?"
    rf"(?P<verb>[{Form.PAST}{Form.THIRD}]\w+)\s+what(?:\s+(?P<rest>{ABOUT}\s.+))?",
    re.IGNORECASE,
)
ANYTHING = re.compile(rf"(?:(?:(?:any|some)thing|a\s+word)(?:\s+{ABOUT}\s+(?P<topic>.+))?)?", re.IGNORECASE)
SUBJECT = re.compile(
    rf"(?:that|about|of|on|over|to|with|against|for|in|out|how|why|whether|anything|something)\b|[:,{OPENING}]",
    re.IGNORECASE,
)
"""What follows a verb of speaking where words are told."""
NEWS = re.compile(
    r"(?:on|about|an?|the|any|no|more|fewer|less|its|their|his|her|new|several|some|many|\d+)\b",
    re.IGNORECASE,
)
"""What follows "report" where an article does it."""
