"""What people say to each other about an answer, which asks nothing."""

from __future__ import annotations

import re

_WORDS = frozenset(
    "a agreed ah aha amazing and awesome based bot bro correct cool damn exactly fine funny good got "
    "great ha haha hehe hi hm hmm huh i indeed interesting is it k lmao lol made makes man many much neat "
    "nice no nope now of ofc oh ok okay omg perfect point please pls right rofl sad see sense so sorry sure "
    "sweet ta thank thanks that thats this thx true ty u understood very well wow wtf x yeah yep yes you yup".split()
)
_TALK = _WORDS | frozenset(
    "again all also anything are bad be but check clear continue correct crap detail details did didnt do "
    "does dont elaborate else even ever everything exactly explain fact facts fake false for full funny "
    "get gimme give go going got had has have he hello help her here him his how huh idk if im in into "
    "isnt its just keep know less let lie lies like link look lying me mean means meant more most much my "
    "next nonsense not nothing of off on one only or other out please proof prove question quote quotes "
    "real really rest said same say saying says seriously she should show shut some something sorry "
    "source still stop stupid such sure talk tell than the their them then there they thing things think "
    "to too true truth try understand up us use want was wasnt way we well were what whatever when where "
    "which who why with wont work works would wrong wtf yet your".split()
)
"""With those above, words of which alone no topic is made."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SIGN = re.compile(r"<a?:\w{1,32}:\d{1,20}>")


def is_small_talk(text: str) -> bool:
    """Whether `text` holds no word that could be asked about: thanks, laughter, emoji."""
    return _holds_only(_WORDS, text)


def is_talk(text: str) -> bool:
    """Whether `text`, said in reply to an answer, holds no word that could be a topic: "really?", "go on"."""
    return _holds_only(_TALK, text)


def _holds_only(known: frozenset[str], text: str) -> bool:
    words = _WORD.findall(_SIGN.sub(" ", text).lower())
    return all(word.replace("’", "").replace("'", "") in known for word in words)
