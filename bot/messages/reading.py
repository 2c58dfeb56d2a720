"""Whether and how a message is to be answered."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.messages.cleaning import question_in
from bot.messages.near_misses import near_miss
from bot.messages.small_talk import is_small_talk

FOR_ADMINS = frozenset({"articles", "feedback", "index-status", "reindex", "settings", "unanswered"})
"""The text commands of admins; nobody else is asked whether they meant one."""

_GREETINGS = frozenset({"hello", "hey", "hi"})


class Kind(StrEnum):
    """What a message is."""

    NOTHING = "nothing"
    COMMAND = "command"
    """A text command behind the prefix or a mention."""
    WORD = "word"
    """The name of a command alone, where no prefix is needed."""
    QUESTION = "question"
    REPLY = "reply"
    """Said in reply to a message of the bot, with words of its own."""
    HELP = "help"
    SLIP = "slip"
    """Nearly a command."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as read: `text` is the question, the name of a command, or the command nearly typed.

    `addressed` says whether the message is for the bot for certain: a mention or a direct message.
    """

    kind: Kind
    text: str = ""
    addressed: bool = False


NOTHING = Reading(Kind.NOTHING)


def read(
    content: str,
    *,
    prefix: str,
    me: int,
    direct: bool,
    reply: bool,
    names: Collection[str],
    alone: Collection[str],
) -> Reading:
    """Read the message `content`.

    `me` is the bot's id, `direct` says whether it is a direct message, `reply` whether it replies to a
    message of the bot. `names` are the text commands, `alone` those of them that take no words. What is no part
    of a question is taken off it; see `question_in`.
    """
    text = content.strip()
    if text[: len(prefix)].lower() == prefix.lower():
        word = _first_word(text[len(prefix) :])
        if word in names:
            return Reading(Kind.COMMAND, word)
        slip = near_miss(word, names)
        return Reading(Kind.SLIP, slip) if slip else NOTHING
    rest, mentioned = _without_mention(text, me)
    addressed = mentioned or direct
    if (mentioned and not rest) or (addressed and rest.strip("!.,? ").lower() in _GREETINGS):
        return Reading(Kind.HELP)
    if not (addressed or reply) or is_small_talk(rest):
        return NOTHING
    rest = question_in(rest)
    if not rest:
        return Reading(Kind.HELP) if addressed else NOTHING
    if mentioned and rest[: len(prefix)].lower() == prefix.lower():
        rest = rest[len(prefix) :].strip() or rest  # one of the two would have done
    if rest.lower() in alone and addressed:
        return Reading(Kind.WORD, rest.lower())
    if reply:
        return Reading(Kind.REPLY, rest, addressed)
    if mentioned and _first_word(rest) in set(names) - set(alone) and text.startswith("<@"):
        return Reading(Kind.COMMAND, _first_word(rest))
    return Reading(Kind.QUESTION, rest, addressed)


def _first_word(text: str) -> str:
    """The word that `text` begins with, "" where it begins with white space."""
    word = re.match(r"\S*", text)
    return word[0].lower() if word else ""


def _without_mention(text: str, me: int) -> tuple[str, bool]:
    """The text without a mention of the bot at its beginning or its end, and whether there was one."""
    rest = re.sub(rf"\A<@!?{me}>|<@!?{me}>\Z", "", text)
    return rest.strip(), rest != text
