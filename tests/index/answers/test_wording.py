from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index.answers.wording import Change, Piece, wording

SOURCE = "“We have a joint interest in a swift halt to the violence,” he said."


def test_the_same_words_are_one_piece() -> None:
    assert wording("we have a JOINT interest", SOURCE) == (Piece("“We have a joint interest", Change.SAME),)


def test_what_was_left_out_and_put_in_is_told_apart() -> None:
    assert wording("We have a common interest in a halt", SOURCE) == (
        Piece("“We have a", Change.SAME),
        Piece("joint", Change.LEFT_OUT),
        Piece("common", Change.PUT_IN),
        Piece("interest in a", Change.SAME),
        Piece("swift", Change.LEFT_OUT),
        Piece("halt", Change.SAME),
    )


def test_nothing_in_common() -> None:
    assert wording("quite another thing", SOURCE) == (Piece("quite another thing", Change.PUT_IN),)
    assert wording("!?", "!?") == (Piece("!?", Change.SAME),)


WORDS = st.lists(st.sampled_from("we have, a joint interest halt. — “peace”".split()), max_size=12)


@settings(max_examples=80, deadline=None)
@given(WORDS, WORDS)
def test_the_pieces_hold_every_word_of_the_quotation_and_only_words_of_the_source(
    typed: list[str], carried: list[str]
) -> None:
    pieces = wording(" ".join(typed), " ".join(carried))
    ours = [word for piece in pieces if piece.change is not Change.PUT_IN for word in piece.text.split()]
    count = sum(len(piece.text.split()) for piece in pieces if piece.change is not Change.LEFT_OUT)
    assert count == len(typed)
    assert " ".join(ours) in " ".join(carried)
