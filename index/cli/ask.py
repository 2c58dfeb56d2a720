"""`ask`: answer one question, or a file of them."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Any

from index.answers.as_json import answer_object
from index.cli.arguments import settings_of
from index.cli.json_lines import read_lines, write_line
from index.cli.opening import with_library
from index.cli.text import print_answer
from index.errors import BadInput, WhosaidError
from index.library import Library


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("ask", parents=[shared], help="answer a question")
    parser.add_argument("question", nargs="*", metavar="QUESTION")
    parser.add_argument("--json", action="store_true", help="print the answer object")
    parser.add_argument(
        "--batch",
        metavar="FILE",
        help='one {"id", "question"} a line in (-: standard input), an answer object a line out',
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer."""
    settings = settings_of(arguments)
    if bool(arguments.question) == (arguments.batch is not None):
        raise BadInput("ask needs either a question or --batch FILE")
    if arguments.batch is not None:
        with_library(settings, partial(_answer_batch, arguments.batch))
    else:
        with_library(settings, partial(_answer_one, " ".join(arguments.question), arguments.json))
    return 0


async def _answer_one(question: str, as_json: bool, library: Library) -> None:
    answer = await library.ask(question)
    if as_json:
        write_line(answer_object(answer))
    else:
        print_answer(answer)


async def _answer_batch(name: str, library: Library) -> None:
    for request, flaw in read_lines(name):
        write_line({"id": request.get("id"), **await _answered(library, request, flaw)})


async def _answered(library: Library, request: dict[str, Any], flaw: str | None) -> dict[str, Any]:
    question = request.get("question")
    if flaw is None and not isinstance(question, str):
        flaw = 'the line has no "question"'
    if flaw is not None:
        return {"error": flaw}
    try:
        return answer_object(await library.ask(str(question)))
    except WhosaidError as error:
        return {"error": str(error)}
