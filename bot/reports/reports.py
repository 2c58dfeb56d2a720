"""The reports by name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.access.rights import Person
from bot.reports.articles import articles_page
from bot.reports.feedback import feedback_page
from bot.reports.page import Shown
from bot.reports.unanswered import unanswered_page

if TYPE_CHECKING:
    from bot.client import WhosaidBot


class Report(StrEnum):
    """The lists that there are."""

    ARTICLES = "articles"
    UNANSWERED = "unanswered"
    FEEDBACK = "feedback"


async def report_page(bot: WhosaidBot, person: Person, report: Report, argument: str, number: int) -> Shown:
    """Page `number` of a report for `person`, or its last page where there are fewer.

    `argument` are the words that articles are searched by, or the scope of the other reports (see
    `bot.reports.scope`). Raises RefusedError for a person who may not see it.
    """
    match report:
        case Report.ARTICLES:
            return await articles_page(bot, person, argument, number)
        case Report.UNANSWERED:
            return await unanswered_page(bot, person, argument, number)
        case Report.FEEDBACK:
            return await feedback_page(bot, person, argument, number)
