"""Quotations whose speaker stands outside their paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.attribution import Reading
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.recency import Referent
from index.quotations.speakers import Speakers
from index.quotations.statement import SpeakerKind
from index.quotations.subjects import main_subject
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import DASHES

_MAX_CREDIT = 24


@dataclass(frozen=True, slots=True)
class Thread:
    """What a paragraph leaves to the next: who goes on speaking, or who is about to speak.

    `spoken` are the speakers of its reports, in order.
    """

    line: Line | None = None
    reading: Reading | None = None
    spoken: tuple[Referent | None, ...] = ()

    def next_speaker(self, speakers: Speakers, following: Line | None) -> Referent | None:
        """Who says a quotation that stands alone in the paragraph before the line `following`."""
        if self.line is None or self.reading is None:
            return _credited(following, speakers)
        open_end = bool(self.line.quotes) and self.line.quotes[-1].open_end
        if open_end and self.spoken:
            return self.spoken[-1]
        introduced = bool(self.line.low) and self.line.low[-1] == ":"
        if self.spoken and not introduced:
            return _credited(following, speakers) or self.spoken[-1]
        subject = _introduction(self.line, self.reading)
        found = speakers.resolve(self.line, subject) if subject is not None else None
        if introduced:
            return found
        credited = _credited(following, speakers)
        if credited is not None or found is None or found.speaker.kind is not SpeakerKind.PERSON:
            return credited
        return found


def _credited(following: Line | None, speakers: Speakers) -> Referent | None:
    phrase = credit(following) if following is not None else None
    return speakers.resolve(following, phrase) if following is not None and phrase is not None else None


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
