from __future__ import annotations

import pytest

from bot.additions.typed import TypedAddition, typed_addition
from index.errors import BadInput


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", TypedAddition()),
        ("https://a.example/x=1", TypedAddition(url="https://a.example/x=1")),
        ("<https://a.example/>", TypedAddition(url="https://a.example/")),
        ('title="A “new” ferry" outlet=RT', TypedAddition(title="A “new” ferry", outlet="RT")),
        (
            "date:2013-05-10 title=“A ferry” https://a.example",
            TypedAddition("https://a.example", "A ferry", date="2013-05-10"),
        ),
        ("Title= OUTLET=x", TypedAddition(title="", outlet="x")),
    ],
)  # fmt: skip
def test_addresses_and_options_are_read(text: str, read: TypedAddition) -> None:
    assert typed_addition(text) == read


@pytest.mark.parametrize(
    "text", ["https://a.example b", "outlet=a outlet=b", "colour=red https://a.example x"]
)
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        typed_addition(text)
