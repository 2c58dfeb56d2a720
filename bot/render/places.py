"""The places of an answer: its citations, numbered for the buttons that open them."""

from __future__ import annotations

from index.answers.answer import Answer, Citation, PassageHit

Place = Citation | PassageHit


def places(answer: Answer) -> tuple[Place, ...]:
    """All citations of an answer, then its passages; the number of a place is its position here."""
    cited = [
        citation
        for speaker in answer.speakers
        for entry in speaker.statements
        for citation in entry.citations
    ]
    return (*cited, *answer.passages)


def words_of(place: Place) -> str:
    """The verbatim words that are cited."""
    return place.quote if isinstance(place, Citation) else place.text
