"""What admins read page by page: the articles, the questions in vain, and what was voted down."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from bot.access.rights import REFUSALS, Person, RefusedError, Right
from bot.render.listing import PER_PAGE, Entry, Listing, page_count
from bot.store.unanswered import Unanswered
from bot.store.wording import normalised
from index.errors import BadInput
from index.storage.reader import ListedArticle

if TYPE_CHECKING:
    from bot.client import WhosaidBot

ALL = "all"
"""Stands for all servers together where else a server's id stands."""

LONGEST_SEARCH = 60

_SNOWFLAKE = re.compile(r"[0-9]{1,20}")

_MOST = 1000

T = TypeVar("T")


class Report(StrEnum):
    """The lists that there are."""

    ARTICLES = "articles"
    UNANSWERED = "unanswered"
    FEEDBACK = "feedback"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of a report. `argument` is what it is about: words, or a scope; `unanswered` are its questions."""

    listing: Listing
    argument: str
    unanswered: tuple[Unanswered, ...] = ()


async def report_page(bot: WhosaidBot, person: Person, report: Report, argument: str, number: int) -> Shown:
    """Page `number` of a report for `person`, or its last page where there are fewer.

    `argument` are the words that articles are searched by, or the scope of the other reports (see
    `scope_of`). Raises RefusedError for a person who may not see it.
    """
    match report:
        case Report.ARTICLES:
            return await _articles(bot, person, argument, number)
        case Report.UNANSWERED:
            return await _unanswered(bot, person, argument, number)
        case Report.FEEDBACK:
            return await _feedback(bot, person, argument, number)


def scope_of(bot: WhosaidBot, person: Person, argument: str) -> int | None:
    """The server that a report is about, None for all together.

    `argument` is the id of a server, `ALL`, or "" for the server that the person is in, and all in a
    direct message. A server's admins see their own server's reports, the bot's owner all. Raises RefusedError.
    """
    if argument == ALL or (not argument and person.guild is None):
        if not bot.may(person, Right.ALL_REPORTS):
            raise RefusedError(REFUSALS[Right.ALL_REPORTS if argument else Right.SERVER_REPORTS])
        return None
    guild = int(argument) if _SNOWFLAKE.fullmatch(argument) else 0 if argument else person.guild
    if guild == person.guild:
        bot.require(person, Right.SERVER_REPORTS)
        return guild
    bot.require(person, Right.ALL_REPORTS)
    if guild is None or bot.get_guild(guild) is None:
        raise BadInput("there is no such server")
    return guild


def question_key(question: str) -> str:
    """A short key of a question on the list of those in vain, the same for each of its wordings."""
    return hashlib.sha256(normalised(question).encode()).hexdigest()[:16]


async def find_unanswered(bot: WhosaidBot, guild: int | None, key: str) -> Unanswered | None:
    """The question of that key on the list of a server, or of all."""
    entries = await bot.store.unanswered.most_frequent(guild, limit=_MOST)
    return next((entry for entry in entries if question_key(entry.question) == key), None)


async def _articles(bot: WhosaidBot, person: Person, words: str, number: int) -> Shown:
    bot.require(person, Right.CORPUS)
    words = " ".join(words.split())[:LONGEST_SEARCH].strip()
    library = bot.live.at_once()
    total, found = await library.find_articles(words, (number - 1) * PER_PAGE, PER_PAGE)
    pages = page_count(total)
    if number > pages:
        number = pages
        total, found = await library.find_articles(words, (number - 1) * PER_PAGE, PER_PAGE)
    about = f" with “{words}”" if words else ""
    note = f"{total:,} {'article' if total == 1 else 'articles'}{about}"
    entries = tuple(_article(article, added=bot.changes.is_added(article.origin)) for article in found)
    return Shown(Listing("Articles", entries, number, pages, note), words)


def _article(article: ListedArticle, *, added: bool) -> Entry:
    about = [article.outlet, article.published, "added from Discord" if added else None]
    facts = " · ".join(fact for fact in about if fact)
    return Entry(article.title, tuple(line for line in (facts, article.id) if line))


async def _unanswered(bot: WhosaidBot, person: Person, argument: str, number: int) -> Shown:
    guild = scope_of(bot, person, argument)
    entries = await bot.store.unanswered.most_frequent(guild, limit=_MOST)
    number, pages, shown = _cut(entries, number)
    listing = Listing(
        _title("Questions that found nothing", bot, guild),
        tuple(
            Entry(
                f"{entry.count}× {entry.question}",
                (f"first asked {_day(entry.first)}, last {_day(entry.last)}",),
            )
            for entry in shown
        ),
        number,
        pages,
        None if entries else "There are none.",
    )
    return Shown(listing, _argument(guild), tuple(shown))


async def _feedback(bot: WhosaidBot, person: Person, argument: str, number: int) -> Shown:
    guild = scope_of(bot, person, argument)
    votes = await bot.store.feedback.voted_down(guild, limit=_MOST)
    number, pages, shown = _cut(votes, number)
    entries = []
    for vote in shown:
        server = bot.get_guild(vote.guild) if guild is None and vote.guild is not None else None
        where = f" · {server.name}" if server is not None else ""
        reason = f"Reason: {vote.reason}" if vote.reason else "No reason was given."
        about = vote.question or "A question that was asked privately"
        entries.append(Entry(about, (reason, f"{_day(vote.at)}{where}")))
    note = None if votes else "Nothing was voted down."
    listing = Listing(_title("Answers voted down", bot, guild), tuple(entries), number, pages, note)
    return Shown(listing, _argument(guild))


def _cut(entries: list[T], number: int) -> tuple[int, int, list[T]]:
    """The page's number, how many pages there are, and what is on it."""
    pages = page_count(len(entries))
    number = min(number, pages)
    return number, pages, entries[(number - 1) * PER_PAGE : number * PER_PAGE]


def _title(what: str, bot: WhosaidBot, guild: int | None) -> str:
    if guild is None:
        return f"{what}, all servers"
    server = bot.get_guild(guild)
    return f"{what} in {server.name[:100]}" if server is not None else what


def _argument(guild: int | None) -> str:
    return ALL if guild is None else str(guild)


def _day(at: int) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()
