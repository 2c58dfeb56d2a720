"""Quotations: the statements of an article and who made them."""

from index.quotations.extraction import extract
from index.quotations.statement import Speaker, SpeakerKind, Statement, StatementKind

__all__ = ["Speaker", "SpeakerKind", "Statement", "StatementKind", "extract"]
