"""`quotes`: extract and attribute statements, without an index."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from index.articles.corpus import Skipped, read_corpus
from index.articles.layout import blocks
from index.cli.arguments import path
from index.cli.json_lines import read_lines, write_line
from index.errors import BadInput
from index.quotations import extract
from index.quotations.statement import Statement


def register(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], shared: argparse.ArgumentParser
) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("quotes", help="extract statements and their speakers, JSON lines out")
    parser.add_argument("files", nargs="*", type=path, metavar="FILE")
    parser.add_argument("--jsonl", metavar="FILE", help='one {"id", "text"} a line in (-: standard input)')
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Extract from files, or from the lines of one."""
    if bool(arguments.files) == (arguments.jsonl is not None):
        raise BadInput("quotes needs either files or --jsonl FILE")
    if arguments.jsonl is not None:
        for request, flaw in read_lines(arguments.jsonl):
            write_line(_line(request, flaw))
        return 0
    for item in read_corpus(arguments.files):
        if isinstance(item, Skipped):
            write_line({"id": None, "error": f"{item.file}: {item.reason}"})
        else:
            write_line({"id": item.id, "quotes": quote_objects(item.text, extract(item.text, item.blocks))})
    return 0


def _line(request: dict[str, Any], flaw: str | None) -> dict[str, Any]:
    identity, text = request.get("id", request.get("_id")), request.get("text")
    if flaw is None and not isinstance(text, str):
        flaw = 'the line has no "text"'
    if flaw is not None:
        return {"id": identity, "error": flaw}
    return {"id": identity, "quotes": quote_objects(str(text), extract(str(text), blocks(str(text))))}


def quote_objects(text: str, statements: Sequence[Statement]) -> list[dict[str, Any]]:
    """The statements of a text as plain dicts, for `json.dumps`."""
    return [
        {
            "start": statement.start,
            "end": statement.end,
            "text": text[statement.start : statement.end],
            "kind": statement.kind,
            "quoted": statement.quoted,
            "group": statement.group,
            "speaker": statement.speaker.name if statement.speaker else None,
            "speaker_start": statement.speaker.start if statement.speaker else None,
            "speaker_end": statement.speaker.end if statement.speaker else None,
            "speaker_kind": statement.speaker.kind if statement.speaker else None,
            "description": statement.speaker.description if statement.speaker else None,
            "cue": statement.cue,
        }
        for statement in statements
    ]
