"""What stands around a question and asks nothing: greetings, "could you tell me", thanks, slips of the fingers."""

from __future__ import annotations

import re

_POLITE = re.compile(
    r"(?:(?:hey|hi|hello|so|and|but|ok|okay|please|pls)\b[\s,]*"
    r"|(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:tell|remind)\s+(?:me|us)\s+"
    r"|(?:do|does)\s+(?:you|anyone|anybody)\s+(?:know|remember)\s+"
    r"|i(?:['’]d|\s+would)?\s+(?:want|like)\s+to\s+know\s+)+",
    re.IGNORECASE,
)
_THANKS = re.compile(r"[\s,]+(?:please|pls|thanks|thank\s+you)$", re.IGNORECASE)

_ANYBODY = r"(?:you|u|ya|(?:any|some)(?:one|body)|(?:any|some)\s+of\s+you)"
_ASKING = r"(?=(?:who|what|whose|which|when|where|how|if|whether|did|was|is)\b)"
_OPENER = re.compile(
    r"(?:(?:hey|hi|hello|yo|sup|bro|bruh|dude|guys|bot|whosaid|ok|okay|so|and|but|well|oh|um+|uh+|hm+|lol|please|pls|"
    r"plz|sorry|excuse\s+me|quick\s+question|question|wait|also|then|now)\b[\s,:!.;–—-]+"
    rf"|(?:\d{{1,2}}[.)]|[(-])\s*{_ASKING}"
    r"|(?:man|mate|folks|all|everyone|everybody|there)\s*[,:!]\s*"
    rf"|(?:(?:can|could|would|will)\s+{_ANYBODY}\s+)?(?:please\s+|pls\s+|plz\s+)?(?:tell|remind|show|help)\s+(?:me|us)\s+"
    rf"(?:(?:find\s+out|know|understand)\s+)?{_ASKING}"
    rf"|(?:(?:do|does|did)\s+{_ANYBODY}\s+)?(?:happen\s+to\s+)?(?:know|remember|recall)\s+{_ASKING}"
    rf"|(?:(?:i['’]?m\s+|i\s+am\s+)?trying\s+to\s+)?(?:find|figure)\s+(?:out\s+)?{_ASKING}"
    rf"|(?:any\s+(?:idea|clue)s?|(?:any|some)(?:one|body)\s+knows?|no\s+idea|idk|dunno|not\s+sure|curious)\s+{_ASKING}"
    r"|(?:i|we)(?:['’]?d|\s+would)?\s+(?:really\s+|just\s+)?(?:(?:want|like|need|have|love)\s+to|wanna|gotta)\s+"
    rf"(?:know|find\s+out|see|hear|ask|read)\s+{_ASKING}"
    rf"|(?:i\s+(?:do\s+not|don['’]?t)\s+(?:know|remember)|i\s+forgot|i\s+wonder|(?:i['’]?m\s+|just\s+)*wondering)\s+{_ASKING}"
    r"|(?:i(?:['’]?m|\s+am)\s+|we\s+are\s+)?(?:looking|searching)\s+for\s+)+",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"(?:if|whether)\s+", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:[\s,.;!?–—-]{1,5}(?:please|pls|plz|please\s+help|thanks|thx|tnx|ty|tysm|thanks?\s+(?:you\s+)?(?:so|very)\s+much|"
    r"thank\s+(?:you|u)|thanks\s+in\s+advance|lol|lmao)"
    r"|\s?[,.;!?–—-]{1,3}\s?(?:guys|bro|bruh|dude|man|mate|folks|bot|everyone|anyone|anybody|any\s+ideas?|help|"
    r"(?:does\s+)?any(?:one|body)\s+knows?|do\s+you\s+know)){1,3}$",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"(?:(waht|whta|hwat|wht|wat|wut)|(woh|hwo))(?=\s)", re.IGNORECASE)
_SAID = re.compile(r"(who\s+)(?:siad|sayd|sed|sais)\b", re.IGNORECASE)


def without_manners(words: str) -> str:
    """The question without "could you tell me" before it and "please" after it."""
    polite = _POLITE.match(words)
    plain = _THANKS.sub("", words[polite.end() :] if polite else words)
    return plain or words


def bare(words: str) -> tuple[str, bool]:
    """The question without all that may stand around it, and whether it is asked if something is so.

    More is taken than `without_manners` takes: right only where what is left is a question of a known form.
    """
    opener = _OPENER.match(words)
    plain = words[opener.end() :] if opener else words
    whether = _WHETHER.match(plain) if opener else None
    plain = plain[whether.end() :] if whether else plain
    plain = _TAIL.sub("", plain)
    if slip := _FIRST_WORD.match(plain):
        plain = ("what" if slip[1] else "who") + plain[slip.end() :]
    if slip := _SAID.match(plain):
        plain = f"{slip[1]}said{plain[slip.end() :]}"
    return plain or words, whether is not None
