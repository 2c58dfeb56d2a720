"""What can be asked, and how."""

from __future__ import annotations

from collections.abc import Mapping

from bot.render.pages import Block, Heading, Note, Page

TITLE = "Who said what, with quotes and sources"

COMMANDS: Mapping[str, str] = {
    "who said territorial integrity": "who said it; “said” may be left out",
    "what did Putin say about Syria": "what somebody said",
    "quotes Cameron about extremists": "somebody's statements, all of them or about a topic",
    "ask did Cameron say there are big differences": "any question",
    "sources": "what is searched",
    "privacy": "what is kept about you, and deleting it",
    "help": "this page",
}
"""Each command, as typed after the prefix, and what it does."""

FILTERS = (
    'speaker:"John Kerry"  source:AFP  after:2013-05-10  before:2013-06-01  "exact words"\n'
    "After a date includes its day, before one excludes it."
)
WAYS = (
    "By slash commands, which suggest speakers and sources; by mentioning me; in a direct message; or by "
    "replying to an answer: “and about Syria?”, “what about Cameron?”.\n"
    "Who said this? Open the menu of any message (Apps) and choose “Who said this?”: only you see the answer."
)
MEANING = (
    "Quotes are verbatim, the words you asked for are bold. “sure”, “likely” and “perhaps” say how well a "
    "statement fits your question. Under an answer, the menu opens a quote in full, in its place."
)
ADMINS = "/settings  /articles  /reindex  /index-status  /unanswered  /feedback"


def help_page(prefix: str, *, discord: bool = True) -> Page:
    """The help for whoever types commands behind `prefix`; the terminal has no buttons and no messages."""
    lines = [f"{prefix}{example} – {meaning}" for example, meaning in COMMANDS.items()]
    if not discord:
        lines = [line for line in lines if not line.startswith(f"{prefix}privacy")]
    blocks: list[Block] = [Heading("Commands"), Note("\n".join(lines))]
    blocks += [Heading("Narrowing a question"), Note(FILTERS)]
    if discord:
        blocks += [Heading("Other ways to ask"), Note(WAYS), Heading("Reading an answer"), Note(MEANING)]
        blocks += [Heading("For admins"), Note(ADMINS)]
    return Page(TITLE, tuple(blocks), 1, 1, found=True)
