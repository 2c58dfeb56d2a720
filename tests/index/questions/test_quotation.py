from __future__ import annotations

import pytest

from index.questions.quotation import MOST, quotations_in


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("As he put it, “we want peace now”.", ("we want peace now",)),
        ('lol "we want\npeace" they said', ('lol "we want peace" they said',)),
        ("we want peace", ("we want peace",)),
        ("“so” what is it", ("“so” what is it",)),
        ("so what", ()),
        ("", ()),
        ("👍 👍 👍", ()),
        ("“a b c”\n“a b c”\n“d e f”", ("a b c", "d e f")),
    ],
)
def test_the_quotations_of_a_message(message: str, found: tuple[str, ...]) -> None:
    assert quotations_in(message) == found


def test_only_the_first_ones_are_looked_up() -> None:
    assert len(quotations_in("\n".join(f"“this is number {n}”" for n in range(9)))) == MOST
