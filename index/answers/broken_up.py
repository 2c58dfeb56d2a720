"""Quotations that their attribution breaks up, put together where only the whole holds what is asked for.

'"The bill," she said, "is a trap."' is two statements, and each is found and shown by itself. Who asks for
"the bill is a trap" asks for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from index.answers.evidence import ALL_COVERED, Evidence, covered
from index.storage.stored import StatementPiece, Stored, StoredStatement


def wholes(
    stored: Stored, statements: Sequence[StoredStatement], rarity: Mapping[str, float]
) -> dict[int, StoredStatement]:
    """The whole quotations of which statements are pieces, by the statement's number, where the words whose
    `rarity` is given stand in no piece alone but in the whole: from the first piece to the last, with what stands
    between them; `text` are the pieces' words.
    """
    pieces = stored.pieces(statement.number for statement in statements)
    found: dict[int, StoredStatement] = {}
    for statement in statements:
        whole = _put_together(statement, pieces[statement.number], rarity)
        if whole is not None:
            found[statement.number] = whole
    return found


def without_pieces(clusters: Iterable[Sequence[Evidence]]) -> list[list[Evidence]]:
    """The clusters without what a whole quotation among them shows already."""
    kept = [list(cluster) for cluster in clusters]
    shown: dict[int, list[StoredStatement]] = {}
    for statement in (item.statement for cluster in kept for item in cluster):
        if is_put_together(statement):
            shown.setdefault(statement.article, []).append(statement)

    def is_piece(one: StoredStatement) -> bool:
        return any(
            whole.start <= one.start and one.end <= whole.end and whole.number != one.number
            for whole in shown.get(one.article, ())
        )

    rest = ([item for item in cluster if not is_piece(item.statement)] for cluster in kept)
    return [cluster for cluster in rest if cluster]


def is_put_together(statement: StoredStatement) -> bool:
    """Whether it is a whole quotation: more than its words stand where it does."""
    return len(statement.text) != statement.end - statement.start


def _put_together(
    statement: StoredStatement, pieces: Sequence[StatementPiece], rarity: Mapping[str, float]
) -> StoredStatement | None:
    if len(pieces) < 2 or any(covered(rarity, piece.text) > ALL_COVERED for piece in pieces):
        return None
    ordered = sorted(pieces, key=lambda piece: piece.start)
    text = " ".join(piece.text for piece in ordered)
    if covered(rarity, text) < ALL_COVERED:
        return None
    return replace(statement, start=ordered[0].start, end=ordered[-1].end, text=text)
