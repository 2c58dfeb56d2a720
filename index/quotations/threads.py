"""Quotations whose speaker stands outside their paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.attribution import Reading
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.recency import Referent
from index.quotations.speakers import Speakers
from index.quotations.statement import SpeakerKind
from index.quotations.subjects import DASHES, main_subject
from index.quotations.tokens import CAPITAL, Line

_MAX_CREDIT = 24


@dataclass(slots=True)
class Thread:
    """What the last paragraph leaves to the next: who goes on speaking, or who is about to speak."""

    referent: Referent | None = None
    open_end: bool = False
    introduced: bool = False

    def next_speaker(self, credited: Referent | None) -> Referent | None:
        """Who says a quotation that stands alone in its paragraph; `credited` is named in the line after."""
        if self.open_end or self.introduced:
            return self.referent
        return credited or self.referent

    def advance(
        self, line: Line, reading: Reading, speakers: Speakers, spoken: list[Referent | None]
    ) -> None:
        """Take in a paragraph that was read; `spoken` are the speakers of its reports."""
        self.open_end = bool(line.quotes) and line.quotes[-1].open_end
        self.introduced = bool(line.low) and line.low[-1] == ":"
        if spoken:
            self.referent = spoken[-1]
        if self.introduced or not spoken:
            subject = _introduction(line, reading)
            found = speakers.resolve(line, subject) if subject is not None else None
            if self.introduced or (found is not None and found.speaker.kind is SpeakerKind.PERSON):
                self.referent = found
            else:
                self.referent = None


def _introduction(line: Line, reading: Reading) -> Phrase | None:
    if reading.last_cues:
        return reading.last_cues[-1].subject
    return main_subject(line, *line.sentences[-1]) if line.sentences else None


def credit(line: Line) -> Phrase | None:
    """The name in a line that credits the quotation before it ("- Jane Doe, a voter")."""
    size = len(line)
    if size == 0 or size > _MAX_CREDIT:
        return None
    phrase = right_phrase(line, 1 if line.low[0] in DASHES else 0, size)
    if phrase is None or phrase.head_end - phrase.start < 2:
        return None
    if not all(line.tags[i] & CAPITAL for i in range(phrase.start, phrase.head_end)):
        return None
    return phrase if phrase.end == size or line.low[phrase.end] in (",", ".") else None
