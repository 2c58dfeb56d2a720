from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.storage.checked_json import dump_checked, load_checked

VALUES = {"format": 3, "names": ["Zoë", "a\nb"], "parts": {"a": {"size": 1}, "b": None}, "rate": 0.5}


def test_values_come_back() -> None:
    assert load_checked(dump_checked(VALUES)) == VALUES


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_other_text_has_the_same_values_or_is_refused(data: st.DataObject) -> None:
    content = bytearray(dump_checked(VALUES).encode())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    try:
        values = load_checked(content.decode())
    except ValueError:
        return
    # Only the name of the checksum may have changed, which leaves an entry that nobody knows.
    assert values == VALUES or set(values) - set(VALUES)


def test_a_text_without_a_checksum_is_taken_as_it_is() -> None:
    assert load_checked(json.dumps(VALUES)) == VALUES


@pytest.mark.parametrize("text", ["", "[1]", "null", "{", "[" * 100_000, '{"checksum": "0", "a": 1}'])
def test_what_is_no_such_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        load_checked(text)
