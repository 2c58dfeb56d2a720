from __future__ import annotations

import pytest

from index.answers.highlighting import highlights
from index.search.tokens import terms


@pytest.mark.parametrize(
    ("text", "topic", "marked"),
    [
        (
            "It keeps territorial integrity and sovereignty",
            "territorial integrity",
            ["territorial integrity"],
        ),
        ("Weapons were sold; no weapon remains", "selling weapons", ["Weapons", "weapon"]),
        ("The end of the violence", "end of the violence", ["end of the violence"]),
        ("violence. End", "end violence", ["violence", "End"]),
        ("nothing here", "harbour", []),
        ("Erdoğan's words", "erdogan", ["Erdoğan's"]),
        ("The FBI's search, Congress’s vote", "the FBI and Congress", ["FBI's", "Congress’s"]),
        ("the caf&eacute; of O&#039;Neill", "café O'Neill", ["caf&eacute; of O&#039;Neill"]),
        ("the **European** Union and its gover\u00adnment", "European Union", ["**European** Union"]),
        ("its gover\u00adnment", "government", ["gover\u00adnment"]),
    ],
)
def test_highlights(text: str, topic: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in highlights(text, set(terms(topic)))] == marked
