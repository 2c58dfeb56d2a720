"""What stands in and around a question on Discord and is no part of it: mentions, emoji, links, markup."""

from __future__ import annotations

import re
import unicodedata

from index.questions.links import QUOTED, without_links

_SIGNS = re.compile(
    rf"(?P<quoted>{QUOTED})|<(?:@[!&]?|\#)\d{{1,20}}>|<a?:\w{{1,32}}:\d{{1,20}}>|<t:-?\d{{1,20}}(?::\w)?>"
    r"|\[(?P<label>[^\[\]]{1,200})\]\(https?://[^\s()]{1,2000}\)"
    r"|(?<![\w:]):[a-z+-][a-z0-9_+-]{1,31}:(?![\w:])"
    r"|\*\*|__|~~|\|\||`+"
)
_LEADING = re.compile(r"(?:(?:[>*_~|]++|(?:\#{1,3}|-\#?|[•–—])(?=\s|\Z)|@[\w.]++(?=\s))\s*+)++")
_TRAILING = "*_~|"
_PICTURES = frozenset(("So", "Sk", "Cs", "Co", "Cn"))
_JOINERS = "\u200d\ufe0e\ufe0f\u20e3"
"""What stands between the parts of an emoji: the joiner, the selectors of its form, the keycap."""


def question_in(message: str) -> str:
    """The question that `message` holds, on one line; "" where there is nothing but signs.

    What stands in quotation marks is left as it is: it is asked for word for word.
    """
    plain = _SIGNS.sub(lambda match: match["quoted"] or match["label"] or " ", " ".join(message.split()))
    text = without_links(" ".join(plain.split()))
    while True:
        end = len(text)
        while end and _is_picture(text[end - 1]):
            end -= 1
        start = 0
        while start < end and _is_picture(text[start]):
            start += 1
        bare = text[start:end].strip().rstrip(_TRAILING)
        if leading := _LEADING.match(bare):
            bare = bare[leading.end() :]
        if bare == text:
            return text
        text = bare


def _is_picture(character: str) -> bool:
    """Whether a character is an emoji or a part of one."""
    return character in _JOINERS or unicodedata.category(character) in _PICTURES
