"""Which words of a paragraph are reported, by which cue, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from index.quotations.clauses import clause_end, content_after
from index.quotations.cue import Cue
from index.quotations.cue_words import Complement
from index.quotations.cues import find_cues
from index.quotations.datelines import after_dateline
from index.quotations.denials import is_charge
from index.quotations.fronts import has_verb, holds_clause, interrupts, is_introduction, is_link, leads_on
from index.quotations.phrases import Phrase
from index.quotations.stretches import (
    closes_sentence,
    has_byline,
    is_complete,
    is_long,
    is_title_of_work,
    is_whole,
    opens_sentence,
    runs_on,
)
from index.quotations.subjects import main_subject
from index.quotations.tokens import CAPITAL, CUE, PUNCTUATION, QUOTE, Line
from index.quotations.unlisted import unlisted_subject
from index.quotations.words import Tag

_MIN_CLAUSE = 4


class Source(Enum):
    """Where the speaker of a report is to be looked for."""

    SUBJECT = "subject"
    """In the subject given."""
    NARRATED = "narrated"
    """In the subject given, of the sentence before, if that is a person; else with the report before."""
    PREVIOUS = "previous"
    """With the report before it in the paragraph."""
    OPEN = "open"
    """Outside the paragraph."""


@dataclass(frozen=True, slots=True)
class Report:
    """Tokens `start:end` of a line as reported speech."""

    start: int
    end: int
    cue: Cue | None
    subject: Phrase | None
    source: Source
    group: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The reports of a paragraph in the order of their text, and the cues of its last sentence."""

    reports: list[Report]
    last_cues: list[Cue]


def read_reports(line: Line) -> Reading:
    """What the paragraph reports."""
    if not any(tag & (CUE | QUOTE) for tag in line.tags) and "according" not in line.low:
        return Reading([], [])
    paragraph = _Paragraph(line)
    for begin, end in line.sentences:
        paragraph.sentence(begin, end)
        paragraph.before = (begin, end)
    return Reading(sorted(paragraph.reports, key=lambda report: report.start), paragraph.cues)


class _Paragraph:
    def __init__(self, line: Line) -> None:
        self.line = line
        self.reports: list[Report] = []
        self.cues: list[Cue] = []
        self.group = 0
        self.begin = 0
        self.before: tuple[int, int] | None = None
        """The sentence before the one that is read."""

    def sentence(self, begin: int, end: int) -> None:
        line = self.line
        self.begin = begin
        before = self.cues
        self.cues = cues = find_cues(line, begin, end)
        covered: set[int] = set()
        first = next((i for i, cue in enumerate(cues) if self._closes(cue, begin, end)), 0)
        taken = begin
        for number in range(first, len(cues)):
            if cues[number].verb >= taken:
                taken = max(taken, self._report(cues[number], cues[number + 1 :], end, taken, covered))
        for index in range(begin, end):
            if line.tags[index] & QUOTE and index not in covered:
                self._left_over(index, begin, end, before)

    def _closes(self, cue: Cue, begin: int, end: int) -> bool:
        """Whether the cue closes a sentence that it reports as a whole (`The plan failed, Smith said.`)."""
        line = self.line
        if cue.inherits or not cue.complement & Complement.CLAUSE or cue.anchor < begin + _MIN_CLAUSE:
            return False
        if line.low[cue.anchor - 1] != "," or not (
            has_verb(line, begin, cue.anchor - 1) or holds_clause(line, begin, cue.anchor - 1)
        ):
            return False
        if any(line.tags[i] & QUOTE and is_complete(line, i) for i in range(begin, cue.anchor)):
            return False
        return content_after(line, cue, end, False, True) is None

    def _emit(
        self,
        span: tuple[int, int],
        cue: Cue | None,
        subject: Phrase | None,
        source: Source,
        covered: set[int] | None = None,
    ) -> bool:
        start, end = span
        tags = self.line.tags
        while start < end and tags[start] & PUNCTUATION and self.line.words[start] not in "$#@":
            start += 1
        while end > start and tags[end - 1] & PUNCTUATION:
            end -= 1
        if start >= end or (
            end - start == 1 and not tags[start] & QUOTE and not _is_target(self.line, start, cue)
        ):
            return False
        if covered is not None:
            covered.update(i for i in range(start, end) if tags[i] & QUOTE)
        self.reports.append(Report(start, end, cue, subject, source, self.group))
        return True

    def _report(self, cue: Cue, later: list[Cue], end: int, taken: int, covered: set[int]) -> int:
        """Emit what the cue reports; the token up to which the sentence is used up."""
        line = self.line
        tags, low = line.tags, line.low
        self.group += 1
        end = next((other.anchor for other in later if other.absolute), end)
        used = taken
        front = None if cue.inherits else self._front(cue, taken, covered)
        quoted = front is not None and bool(tags[front[1] - 1] & QUOTE)
        clause = (
            front is not None
            and not quoted
            and bool(cue.complement & Complement.CLAUSE)
            and (
                has_verb(line, front[0], front[1])
                or (
                    holds_clause(line, front[0], front[1])
                    and content_after(line, cue, end, False, True) is None
                )
            )
        )
        after = content_after(line, cue, end, quoted, clause)
        if clause and front is not None and after is not None and opens_sentence(line, after):
            clause = not is_introduction(line, *front)
        if cue.source and not quoted and after is not None and tags[after] & QUOTE:
            # "The plan was, in the words of an official, “a disaster”": only the marks hold his words.
            front = None
        if (
            cue.source
            and front is not None
            and after is not None
            and not tags[after] & (Tag.AUX | Tag.FINITE)
        ):
            # What follows ", according to the group," describes the group.
            after = None
        both = after is not None and low[after - 1] in (",", ":", ";", "--", "—")
        inside = front is not None and not quoted and after is None and interrupts(line, cue, end)
        if inside:
            # "Loyalty, he noted, has long been ...": the cue stands inside what it reports.
            after, both = cue.end + 1, True
        if front is not None and (quoted or inside or (clause and (after is None or both))):
            start, stop = front
            if quoted and not runs_on(line, start, stop):
                start = stop - 1
            linking = (not clause and is_link(line, start, stop)) or (inside and leads_on(line, stop))
            if quoted or not linking:
                self._emit((start, stop), cue, cue.subject, Source.SUBJECT, covered)
            used = cue.end
            if not both:
                return used
        if after is None:
            return used
        if tags[after] & QUOTE and is_whole(line, after, end, later):
            stop = after + 1
        elif cue.complement & (Complement.CLAUSE | Complement.OBJECT) or (
            cue.complement & Complement.INFINITIVE
            and (low[after] == "to" or cue.complement & Complement.LISTENER)
        ):
            stop = clause_end(line, after, end, cue, later)
        else:
            return used
        if self._emit((after, stop), cue, cue.subject, Source.SUBJECT, covered):
            used = max(used, stop)
        return used

    def _front(self, cue: Cue, taken: int, covered: set[int]) -> tuple[int, int] | None:
        """The part of the sentence before `X said` that it may report."""
        tags, low = self.line.tags, self.line.low
        stop = cue.anchor
        if stop <= taken:
            # A relative clause between subject and verb may have been read first.
            unread = stop > self.begin and tags[stop - 1] & QUOTE and stop - 1 not in covered
            return (stop - 1, stop) if unread else None
        if low[stop - 1] == "as" and stop - 2 >= taken and tags[stop - 2] & QUOTE:
            return stop - 2, stop - 1  # `"a disaster," as she put it`
        if low[stop - 1] in (",", "--", "—", "–"):
            stop -= 1
        elif not tags[stop - 1] & QUOTE and not cue.source:
            return None
        start = after_dateline(self.line, taken, cue.start) if taken == self.begin else taken
        while start < stop and tags[start] & PUNCTUATION:
            start += 1
        return (start, stop) if start < stop else None

    def _left_over(self, index: int, begin: int, end: int, before: list[Cue]) -> None:
        """A stretch in marks that no cue of the sentence reports."""
        line = self.line
        tags, low = line.tags, line.low
        span = (index, index + 1)
        self.group += 1
        if all(tags[i] & PUNCTUATION for i in range(begin, end) if i != index):
            self._alone(span, before)
        elif index > begin and low[index - 1] == ":":
            if not self.cues and has_byline(line, begin, index):
                return
            subject = self.cues[-1].subject if self.cues else main_subject(line, begin, index - 1)
            self._emit(span, None, subject, Source.SUBJECT if subject else Source.OPEN)
        elif (
            index - begin > 2
            and low[index - 1] == ","
            and closes_sentence(line, index, end)
            and not self._reported_after(begin)
        ):
            subject = main_subject(line, begin, index - 1)
            if subject is not None:
                self._emit(span, None, subject, Source.SUBJECT)
        elif index == begin and self._goes_on(index, end):
            self._emit(span, None, None, Source.PREVIOUS)
        elif index == begin and is_complete(line, index) and index + 1 < end:
            subject = unlisted_subject(line, index, end)
            if subject is not None:
                self._emit(span, None, subject, Source.SUBJECT)

    def _goes_on(self, index: int, end: int) -> bool:
        """Whether a quotation that its paragraph has attributed goes on, and ends in the reporter's own words."""
        line = self.line
        if is_title_of_work(line, index):
            return False
        if self.reports and is_complete(line, index) and line.tags[index + 1] & Tag.COORDINATOR:
            return True
        if self.before is None or self.cues or not is_long(line, index) or not self._quoted_before():
            return False
        for tag in line.tags[index + 1 : end]:
            if tag & (Tag.SUBORDINATOR | Tag.RELATIVE):
                return True
            if tag & (Tag.AUX | Tag.FINITE):
                return False  # the name of a work is the subject of a sentence
        following = line.tags[index + 1]
        return bool(following & Tag.PREPOSITION) and line.low[index + 1] != "by"

    def _quoted_before(self) -> bool:
        """Whether the sentence before ends with what was reported of somebody in marks."""
        last = self.reports[-1] if self.reports else None
        if last is None or self.before is None or last.end <= self.before[0]:
            return False
        return any(self.line.tags[i] & QUOTE for i in range(last.start, last.end))

    def _reported_after(self, begin: int) -> bool:
        return bool(self.reports) and self.reports[-1].end > begin

    def _alone(self, span: tuple[int, int], before: list[Cue]) -> None:
        """A sentence that is nothing but a quotation."""
        line = self.line
        previous = self.before
        if previous is None:
            self._emit(span, None, None, Source.OPEN)
        elif self.reports and self.reports[-1].end > previous[0]:
            self._emit(span, None, None, Source.PREVIOUS)
        else:
            subject = before[-1].subject if before else main_subject(line, *previous)
            self._emit(span, None, subject, Source.NARRATED if subject else Source.PREVIOUS)


def _is_target(line: Line, index: int, cue: Cue | None) -> bool:
    """Whether the word is a name that the cue attacks, praises or the like ("condemned Israel"), or what it denies or
    owns up to ("denied cheating").
    """
    if cue is None:
        return False
    return bool(cue.complement & Complement.OBJECT and line.tags[index] & CAPITAL) or is_charge(
        line, cue, index
    )
