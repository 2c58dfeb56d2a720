"""The command line: `python -m bot` and `python -m bot console`."""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Sequence

from bot.runtime.log_format import set_up_logging
from bot.settings import BotSettings
from index.cli.arguments import Parser
from index.cli.ending import exit_code
from index.settings import environment
from index.storage.durable import forbid_others_to_write


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bot or the console; returns the exit code."""
    forbid_others_to_write()
    parser = Parser(prog="python -m bot", description="The Discord bot of whosaid.")
    commands = parser.add_subparsers(dest="command", metavar="console", parser_class=Parser)
    console = commands.add_parser("console", help="ask in the terminal, without Discord")
    console.add_argument("line", nargs="*", help="one command or question; none: a prompt")

    def run() -> int:
        options = parser.parse_args(arguments)
        settings = BotSettings.read(environment())
        if options.command == "console":
            return _console(settings, options.line)
        return _bot(settings)

    return exit_code(run)


def _console(settings: BotSettings, words: list[str]) -> int:
    from bot.console import run

    run(settings, " ".join(words) if words else None)
    return 0


def _bot(settings: BotSettings) -> int:
    from bot.runtime.garbage import set_aside
    from bot.runtime.loading import load_libraries
    from bot.service import serve

    load_libraries()
    gc.collect()
    set_aside()
    set_up_logging(settings.log_level, settings.log_format, settings.token, settings.secret)
    asyncio.run(serve(settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
