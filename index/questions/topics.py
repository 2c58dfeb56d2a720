"""The words that matter: what follows a verb of saying, without what only leads to it."""

from __future__ import annotations

import re

from index.questions.marking import OPENING, unmarked
from index.questions.wording import ABOUT, LISTENER

_TELLING = frozenset(
    "tell tells told telling warn warns warned warning assure assures assured assuring".split()
)
_LISTENER = re.compile(LISTENER, re.IGNORECASE)
_TO_LISTENER = re.compile(rf"to\s+{LISTENER}", re.IGNORECASE)
_TOLD_THAT = re.compile(rf"(?:[^\s{OPENING}]\S*\s+){{1,4}}?(?:that|about)\s+", re.IGNORECASE)
_URGING = frozenset(
    "ask asks asked asking urge urges urged urging advise advises advised advising tell tells told telling warn warns "
    "warned warning beg begs begged begging implore implores implored remind reminds reminded".split()
)
_WHOM_TO = re.compile(
    rf"(?!(?:how|what|when|where|who|whom|which|whether|if|for|about|not|to)\b)"
    rf"(?:(?!(?:that|is|are|was|were|has|have|had|will|would|can|could)\b)[^\s{OPENING}]\S*\s+){{1,4}}?to\s+(?:do(?:\s+about\s+|$))?",
    re.IGNORECASE,
)
"""Who is urged: "drivers to" in "urged drivers to avoid the area"."""
_TO_ABOUT = re.compile(rf"to\s+(?:[^\s{OPENING}]\S*\s+){{1,4}}?about\s+", re.IGNORECASE)
_ALONE = re.compile(rf"[^\s,;:{OPENING}]+(?:\s+[^\s,;:{OPENING}]+){{0,4}}")
_LINK = re.compile(
    r"(?:(?:that|about|abt|regarding|concerning|wrt|with\s+re(?:gard|spect)s?\s+to|in\s+regards?\s+to|"
    r"when\s+it\s+comes\s+to|on\s+the\s+(?:subject|topic|issue|matter|question)\s+of|on|of|out\s+that|exactly,?|"
    r"the\s+words?|the\s+phrase|(?:any|some)thing\s+about|(?:some|any)thing\s+like|sth\s+like|smth\s+like|"
    r"(?:something|words)\s+(?:along\s+the\s+lines|to\s+the\s+effect)(?:\s+of)?|a\s+word\s+about|what\s+about|"
    r"to(?!\s+be\b)|:|,)(?:\s+|$))+",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:it|this|that|these|the\s+following|(?:the|this|that|these)\s+(?:following\s+)?(?:exact\s+)?"
    r"(?:words?|quotes?|quotation|lines?|phrase|sentence|statement))(?:\s+first)?"
    rf"\s*(?::\s*|(?={OPENING}))",
    re.IGNORECASE,
)
"""What leads to a quotation: `the following: "..."`."""
_ON_A_SUBJECT = re.compile(rf"(?:{ABOUT}:?|towards?)\s+", re.IGNORECASE)
_IS_ABOUT = re.compile(rf"(?:(?:some|any)thing\s+|a\s+word\s+|what\s+)?{ABOUT}\s", re.IGNORECASE)


def topic_of(rest: str, verb: str = "", *, on_a_subject: bool = False) -> str:
    """`rest` without the listener ("told reporters") and the words that only link ("that", "about").

    `on_a_subject` says that the words of somebody are sought, so that "over" links, too.
    """
    topic = rest.strip()
    tells = unmarked(verb).lower() in _TELLING
    if listener := (_LISTENER if tells else _TO_LISTENER).match(topic):
        topic = topic[listener.end() :]
    elif urged := unmarked(verb).lower() in _URGING and _WHOM_TO.match(topic):
        topic = topic[urged.end() :]
    elif named := (_TOLD_THAT if tells else _TO_ABOUT).match(topic):
        topic = topic[named.end() :]
    if lead_in := _LEAD_IN.match(topic):
        topic = topic[lead_in.end() :]
    elif link := _LINK.match(topic) or (on_a_subject and _ON_A_SUBJECT.match(topic)):
        topic = topic[link.end() :]
    return topic.strip(" ,;:")


def is_about(rest: str) -> bool:
    """Whether what follows the verb names a subject, not the words that were said."""
    return _IS_ABOUT.match(rest) is not None


def listener_of(rest: str, verb: str) -> str | None:
    """Who is told or spoken to, where nothing else follows the verb: "Pell" for "tell Pell" and "say to Pell"."""
    listener = unmarked(rest).strip()
    if unmarked(verb).lower() not in _TELLING:
        to, _, listener = listener.partition(" ")
        if to.lower() != "to":
            return None
    if _LINK.match(listener) or _LISTENER.fullmatch(listener) or not _ALONE.fullmatch(listener):
        return None
    if {"about", "that"}.intersection(listener.lower().split()):
        return None
    return listener
