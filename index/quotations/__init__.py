"""Quotations: the statements of an article and who made them."""

from typing import TYPE_CHECKING, Any

from index.quotations.statement import Speaker, SpeakerKind, Statement, StatementKind

if TYPE_CHECKING:
    from index.quotations.extraction import extract

__all__ = ["Speaker", "SpeakerKind", "Statement", "StatementKind", "extract"]


def __getattr__(name: str) -> Any:
    """`extract`, imported when it is asked for: its patterns take longer to compile than an answer takes."""
    if name == "extract":
        from index.quotations.extraction import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
