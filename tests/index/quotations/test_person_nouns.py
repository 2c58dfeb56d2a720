import pytest

from index.quotations.person_nouns import names_person


@pytest.mark.parametrize(
    "word",
    ["farmer", "Governor", "violinist", "civilian", "militant", "vice-captain", "neighbour", "stuntman"],
)
def test_nouns_for_persons(word: str) -> None:
    assert names_person(word)


@pytest.mark.parametrize(
    "word",
    [
        *(
            "summer",
            "winter",
            "letter",
            "paper",
            "water",
            "order",
            "tower",
            "career",
            "border",
            "dinner",
            "wonder",
        ),
        *(
            "newspaper",
            "shortlist",
            "September",
            "former",
            "playlist",
            "poster",
            "treasury",
            "never",
            "statement",
        ),
    ],
)
def test_things_times_and_places_are_no_persons(word: str) -> None:
    assert not names_person(word)
