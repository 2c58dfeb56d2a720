"""Tables in Markdown, printed row by row as they are measured, and shares as they stand in them."""

from __future__ import annotations

from collections.abc import Sequence


def print_head(*heads: str) -> None:
    """The head of a table, and the line below it."""
    print_row(*heads)
    print("|---" * len(heads) + "|", flush=True)


def print_row(*cells: str) -> None:
    """A row, at once."""
    print("| " + " | ".join(cells) + " |", flush=True)


def share(held: Sequence[bool]) -> str:
    """For how many it holds, in per cent; "" of nothing."""
    return f"{100 * sum(held) / len(held):.1f}" if held else ""
