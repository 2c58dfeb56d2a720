"""Messages: which of them are questions, and what they ask."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.access.rights import Right
from bot.answering.current import chosen
from bot.delivery.replying import MessageReplier
from bot.messages import phrasing
from bot.messages.following import earlier, follow_up
from bot.messages.known_people import known_as
from bot.messages.phrasing import Command
from bot.messages.reading import FOR_ADMINS, Kind, Reading, read
from bot.render.markdown import escape
from bot.store.answers import KEY, KeptAnswer

if TYPE_CHECKING:
    from bot.client import WhosaidBot

ALONE = ("help", "sources", "privacy")
"""The commands that take no words; where no prefix is needed they are the whole message."""

_KEY_IN_ID = re.compile(rf"[a-z]+:({KEY})(?::.*)?")


async def hear(bot: WhosaidBot, message: discord.Message) -> None:
    """Answer `message`, where it is for the bot. Other bots, webhooks and edits are never answered."""
    if message.author.bot or message.webhook_id is not None or bot.user is None:
        return
    replier = MessageReplier(message)
    try:
        reading = read(
            message.content,
            prefix=bot.prefix(message.guild.id if message.guild else None),
            me=bot.user.id,
            direct=message.guild is None,
            reply=_replied_to(message, bot.user.id) is not None,
            names={name.lower() for name in bot.all_commands},
            alone=ALONE,
        )
        if reading.kind is Kind.COMMAND:
            context = await bot.get_context(message)
            try:
                await bot.invoke(context)
            finally:
                context.args.clear()  # it is one of them, and would wait for a full collection
        elif reading.kind is not Kind.NOTHING and bot.answering.here(message):
            await _respond(bot, message, replier, reading)
    except Exception as error:
        await bot.failures.tell(replier, error)


def _is_admin(bot: WhosaidBot, message: discord.Message) -> bool:
    person = bot.person(message)
    return bot.may(person, Right.CORPUS) or bot.may(person, Right.SERVER_REPORTS)


async def _respond(
    bot: WhosaidBot, message: discord.Message, replier: MessageReplier, reading: Reading
) -> None:
    match reading.kind:
        case Kind.SLIP if reading.text in FOR_ADMINS and not _is_admin(bot, message):
            return
        case Kind.SLIP:
            prefix = bot.prefix(message.guild.id if message.guild else None)
            await replier.send(f"Did you mean {escape(prefix + reading.text)}?")
        case Kind.HELP | Kind.WORD:
            context = await bot.get_context(message)
            command: Any = bot.get_command(reading.text or "help")
            await context.invoke(command)
        case Kind.REPLY:
            await _follow(bot, message, replier, reading)
        case _:
            await bot.answering.reply(replier, as_question(reading.text))


async def _follow(
    bot: WhosaidBot, message: discord.Message, replier: MessageReplier, reading: Reading
) -> None:
    """Answer what is said in reply to an answer; to another message of the bot only what is for the bot."""
    kept = await _answer_replied_to(bot, message)
    if kept is None:
        if reading.addressed:
            await bot.answering.reply(replier, as_question(reading.text))
        return
    library = await bot.live.library()
    async with library.snapshot() as snapshot:
        people = await snapshot.known_people()

        before = earlier(kept.question, chosen(kept), kept.answer)
        asked = follow_up(reading.text, before, partial(known_as, people))
    await bot.answering.reply(replier, asked.question, asked.filters)


def as_question(text: str) -> str:
    """What is asked without a prefix; the name of a command at its beginning means the command."""
    word, _, rest = text.partition(" ")
    try:
        command = Command(word.lower())
    except ValueError:
        return text
    return phrasing.question(command, rest) or text


async def _answer_replied_to(bot: WhosaidBot, message: discord.Message) -> KeptAnswer | None:
    """The answer in the message that is replied to, for somebody who may see it."""
    replied = _replied_to(message, bot.user.id if bot.user else 0)
    if replied is None:
        return None
    key = _key_of(replied) or await bot.store.answers.key_of(replied.id)
    kept = await bot.store.answers.get(key) if key else None
    if kept is None or not kept.confidential:
        return kept
    return kept if kept.asker == bot.store.members.of(message.author.id) else None


def _replied_to(message: discord.Message, me: int) -> discord.Message | None:
    """The bot's message that `message` replies to."""
    replied = message.reference.resolved if message.reference else None
    return replied if isinstance(replied, discord.Message) and replied.author.id == me else None


def _key_of(message: discord.Message) -> str | None:
    """The key in the ids of a message's buttons."""
    for row in message.components:
        for item in getattr(row, "children", ()):
            if match := _KEY_IN_ID.fullmatch(getattr(item, "custom_id", None) or ""):
                return match[1]
    return None
