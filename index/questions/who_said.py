"""How it is asked who said something."""

from __future__ import annotations

import re

from index.questions.marking import CLOSING, OPENING
from index.questions.verbs import Form
from index.questions.wording import ABOUT, ADVERBS, SAID, THE_ONE, THINK

ANYONE = re.compile(
    r"(?:people|they|(?:any|some)(?:one|body)(?:\s+(?:else|here))?|every(?:one|body))", re.IGNORECASE
)
ANY_OF_A_KIND = re.compile(r"any\s+(?:of\s+the\s+)?(?P<kind>[\w'’-]+(?:\s+[\w'’-]+)?)", re.IGNORECASE)
_NAME = r"[\w.'’-]+(?:\s+[\w.'’-]+){0,2}?"
_WHO = (
    r"(?:who(?:['’]?s|\s+(?:is|was|are|were))\s+(?:it\s+(?:who|that)|the\s+(?:first|only|last)(?:\s+\w+)?\s+to)|who(?:m|ever|s|se|['’]s)?"
    r"|(?:which|what)\s+(?P<kind>\w+)|which\s+of\s+(?:the|these|those)\s+(?P<kinds>\w+)"
    r"|(?:(?:who(?:['’]?s|\s+(?:is|was|are|were))|list|name|show|find|give|get)\s+)?(?:me\s+)?(?:the\s+names\s+of\s+)?"
    rf"(?:all\s+)?(?:those|everyone|everybody|people|{THE_ONE})\s+(?:who|that))"
    r"(?:\s+the\s+(?:hell|heck|fuck)|\s+on\s+earth|\s+was\s+it\s+(?:who|that)|\s+is\s+it\s+that|\s+else|\s+exactly|\s+do\s+you\s+think"
    r"|\s+all|\s+(?:of|in|among|from)\s+(?:(?:the|these|those)\s+)?(?P<among>\w+)"
    rf"|\s+(?:besides|except(?:\s+for)?|other\s+than|apart\s+from|aside\s+from)\s+(?P<besides>{_NAME}))*"
)
_PHRASED = r"(?:words?|phrase|term|expression|line)"
WHO_SAID = re.compile(
    rf"{_WHO}\s+(?:(?P<passive>is|was|are|were)\s+|(?:has|have|had|did|'s|keeps?|kept|started|would|might|could)\s+)?"
    rf"(?:have\s+|on\s+)?{ADVERBS}(?P<quoted>been\s+)?(?:(?:quoted|heard|recorded|cited|famous)\s+(?:as\s+|for\s+)?)?"
    rf"(?P<verb>{SAID}|{THINK}|coined|(?:used|came\s+up\s+with)\s+the\s+{_PHRASED}"
    r"|made\s+the\s+(?:statement|claim|comment|remark|argument)s?"
    r"|(?:hope|fear|feel)s?(?=\s+that\b)|(?:hoped|feared|felt)(?=\s+that\b)|refer(?:s|red)\s+to(?=\s.+\sas\s))"
    r"(?!['’\w])\s*(?P<rest>.*)",
    re.IGNORECASE,
)
SAID_BY_WHOM = (
    re.compile(rf"(?P<rest>.+?)[\s,:–—-]+who(?:\s+the\s+\w+)?\s+{SAID}\s+(?:it|that|this|so)", re.IGNORECASE),
    re.compile(rf"(?P<rest>.+?)(?:\s+(?:was|is|were|are))?\s+{SAID}\s+by\s+whom?", re.IGNORECASE),
)
SOMEBODY_SAID = re.compile(
    rf"(?:some|any)(?:one|body)\s+(?:here\s+)?(?:has\s+|had\s+)?{ADVERBS}(?P<verb>{SAID})\s+(?P<rest>.+?)"
    r"(?P<who>[\s,.?!;:–—-]+(?:but\s+|and\s+)?who(?:\s+(?:was|is)\s+(?:it|that|this))?)?",
    re.IGNORECASE,
)
SOURCE_OF = re.compile(
    r"(?:(?:what\s+is\s+)?(?:the\s+)?(?:source|origin|author)\s+of|where\s+(?:does|did))\s+(?:the|this|that)\s+"
    r"(?:quote|quotation|phrase|line|words|statement)\s*:?\s*(?P<rest>.+?)(?:\s+(?:come|originate)s?(?:\s+from)?)?",
    re.IGNORECASE,
)
BY_WHOM = re.compile(
    rf"(?:by\s+whom\s+(?:was|were|is|are)|according\s+to\s+whom(?:\s+(?:is|are|was|were))?)\s+(?P<rest>.+?)(?:\s+{SAID})?$",
    re.IGNORECASE,
)
WHOSE_WORDS = re.compile(
    r"whose\s+(?:words?|quotes?|quotation|statement|phrase|line|claim)\s+(?:is|are|was|were)\s+"
    r"(?:it\s+that\s+|this\s*:?\s*|these\s*:?\s*)?(?P<rest>.+)",
    re.IGNORECASE,
)
WHAT_WAS_SAID = re.compile(
    rf"(?:what\s+(?:was|is|has\s+been|were)|(?:was|is)\s+(?:anything|something))\s+{ADVERBS}{SAID}\s+(?P<rest>{ABOUT}\s+.+)",
    re.IGNORECASE,
)
QUOTATION = re.compile(
    rf"{OPENING}(?P<rest>[^{OPENING}{CLOSING}]+){CLOSING}(?P<credit>(?:\s+[^\s{OPENING}{CLOSING}]+){{0,12}})"
)
"""A quotation alone, or with who said it behind it: "We are leaving," Grant said."""
ARTICLE_SAYS = re.compile(
    rf"(?:which|what)\s+(?:articles?|papers?|newspapers?|outlets?|story|stories)\s+"
    rf"(?:{Form.BASE}say|{Form.THIRD}says|{Form.PAST}said)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
