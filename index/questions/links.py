"""Web addresses in questions: what somebody pastes beside the words that are asked for."""

from __future__ import annotations

import re

QUOTED = '"[^"]*"|[“„][^“”„]*[“”]|«[^«»]*»'
"""A pattern of what stands in quotation marks, which is asked for word for word."""
_LINK = re.compile(
    rf"(?P<quoted>{QUOTED})|(?<!source:\s)(?<!\S)[<(\[]?(?:https?://|www\.)[^\s\"“”„«»]+", re.IGNORECASE
)


def without_links(question: str) -> str:
    """The question, on one line, without web addresses but those in quotation marks and filters."""
    if "://" not in question and "www." not in question.lower():
        return question
    return " ".join(_LINK.sub(lambda match: match["quoted"] or " ", question).split())
