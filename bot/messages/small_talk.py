"""What people say to each other about an answer, which asks nothing."""

from __future__ import annotations

import re

_WORDS = frozenset(
    "a agreed ah aha amazing and awesome based bot bro correct cool damn exactly fine funny good got "
    "great ha haha hehe hi hm hmm huh i indeed interesting is it k lmao lol made makes man many much neat "
    "nice no nope now of ofc oh ok okay omg perfect point please pls right rofl sad see sense so sorry sure "
    "sweet ta thank thanks that thats this thx true ty u understood very well wow wtf x yeah yep yes you yup".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SIGN = re.compile(r"<a?:\w{1,32}:\d{1,20}>")


def is_small_talk(text: str) -> bool:
    """Whether `text` holds no word that could be asked about: thanks, laughter, emoji."""
    words = _WORD.findall(_SIGN.sub(" ", text).lower())
    return all(word.replace("’", "").replace("'", "") in _WORDS for word in words)
