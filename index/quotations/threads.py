"""Quotations whose speaker stands outside their paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.attribution import Reading
from index.quotations.phrases import Phrase, right_phrase
from index.quotations.speakers import Speakers
from index.quotations.statement import Speaker, SpeakerKind
from index.quotations.subjects import DASHES, main_subject
from index.quotations.tokens import CAPITAL, QUOTE, Line

_MAX_CREDIT = 24


@dataclass(slots=True)
class Thread:
    """What the last paragraph leaves to the next: who goes on speaking, or who is about to speak.

    `open_end` says that its last quotation was not closed, `direct` that it ended with one.
    """

    speaker: Speaker | None = None
    open_end: bool = False
    direct: bool = False
    introduced: bool = False

    def next_speaker(self, credited: Speaker | None) -> Speaker | None:
        """Who says a quotation that stands alone in its paragraph; `credited` is named in the line after."""
        if self.open_end or self.introduced:
            return self.speaker
        return credited or self.speaker

    def advance(self, line: Line, reading: Reading, speakers: Speakers, spoken: list[Speaker | None]) -> None:
        """Take in the next paragraph; `spoken` are the speakers of its reports."""
        last = line.quotes[-1] if line.quotes else None
        self.open_end = last is not None and last.open_end
        self.introduced = bool(line.low) and line.low[-1] == ":"
        self.direct = bool(line.tags) and bool(line.tags[-1] & QUOTE)
        if spoken:
            self.speaker = spoken[-1]
        if self.introduced or not spoken:
            subject = _introduction(line, reading)
            found = speakers.resolve(line, subject) if subject is not None else None
            if self.introduced or (found is not None and found.kind is SpeakerKind.PERSON):
                self.speaker = found
            elif not self.open_end:
                self.speaker = None


def _introduction(line: Line, reading: Reading) -> Phrase | None:
    if reading.last_cues:
        return reading.last_cues[-1].subject
    return main_subject(line, *line.sentences[-1]) if line.sentences else None


def credit(line: Line) -> Phrase | None:
    """The name in a line that credits the quotation before it ("- Jane Doe, a voter")."""
    begin = 0
    size = len(line)
    if size > _MAX_CREDIT or size == 0:
        return None
    if line.low[0] in DASHES:
        begin = 1
    phrase = right_phrase(line, begin, size)
    if phrase is None or not all(line.tags[i] & CAPITAL for i in range(phrase.start, phrase.head_end)):
        return None
    if phrase.head_end - phrase.start < 2 or (phrase.end < size and line.low[phrase.end] not in (",", ".")):
        return None
    return phrase
