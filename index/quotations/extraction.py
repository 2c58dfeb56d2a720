"""From the text and blocks of an article to its statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.articles.article import Block, BlockKind
from index.articles.seen import Seen, see
from index.quotations.attribution import Reading, Report, Source, read_reports
from index.quotations.casting import read_cast
from index.quotations.genders import learn_genders
from index.quotations.marks import count_marks, end_of_marks
from index.quotations.phrases import Phrase
from index.quotations.recency import Referent
from index.quotations.speakers import Speakers
from index.quotations.statement import Speaker, SpeakerKind, Statement, StatementKind
from index.quotations.subjects import main_subject
from index.quotations.surnames import name_surnames
from index.quotations.threads import Thread
from index.quotations.tokens import QUOTE, Line, read_line

_MIN_REPEAT, _MAX_REPEAT = 25, 60
_MAX_LOOKUPS = 20
# Prose has a sentence in about 120 code points; a text that is far denser is none, and is not read to its end.
_SENTENCES_AT_LEAST, _CODE_POINTS_A_SENTENCE = 1_000, 80
# Neither has prose, dialogue included, a mark or an apostrophe in every ten.
_MARKS_AT_LEAST, _CODE_POINTS_A_MARK = 2_000, 10


def extract(text: str, blocks: Sequence[Block]) -> list[Statement]:
    """The statements of an article, in the order of its text.

    Only paragraphs carry statements; the names of the people are read off every block but furniture.
    Marks of markup within the text are not read. Of a text with far more sentences or quotation marks
    than prose of its length has, the end is left out, so that a megabyte of two-letter sentences takes no
    longer than one of prose.
    """
    seen = see(text)
    parts = [replace(block, start=seen.place(block.start), end=seen.place(block.end)) for block in blocks]
    return [_as_stored(statement, seen) for statement in _read(seen.text, parts)]


def _as_stored(statement: Statement, seen: Seen) -> Statement:
    """The statement with the places in the stored text for those in what is seen of it."""
    start, end = seen.stored(statement.start, statement.end)
    speaker = statement.speaker
    if speaker is not None:
        first, last = seen.stored(speaker.start, speaker.end)
        speaker = replace(speaker, start=first, end=last)
    quoted = tuple(seen.stored(*stretch) for stretch in statement.quoted)
    return replace(statement, start=start, end=end, quoted=quoted, speaker=speaker)


def _read(text: str, blocks: Sequence[Block]) -> list[Statement]:
    cast = read_cast(text, [(b.start, b.end) for b in blocks if b.kind is not BlockKind.FURNITURE])
    lines = _lines(text, [b for b in blocks if b.kind is BlockKind.PARAGRAPH and b.end - b.start > 2])
    for line in lines:
        name_surnames(line, cast.namesakes)
    subjects = [[main_subject(line, begin, end) for begin, end in line.sentences] for line in lines]
    learn_genders(lines, subjects, cast)
    repeats = _Repeats()
    speakers = Speakers(cast)
    thread = Thread()
    statements: list[Statement] = []
    group = 0
    for number, line in enumerate(lines):
        reading = read_reports(line)
        following = lines[number + 1] if number + 1 < len(lines) else None
        speakers.enter(line)
        spoken = _attribute(line, subjects[number], reading, speakers, thread, following)
        for report, referent in zip(reading.reports, spoken, strict=True):
            if report.source is not Source.OPEN or not (
                _is_heading(line, report) or repeats.holds(line, report)
            ):
                statements.append(
                    _statement(line, report, group + report.group, referent.speaker if referent else None)
                )
        thread = Thread(line, reading, tuple(spoken))
        group += max((report.group for report in reading.reports), default=0)
    return sorted(statements, key=lambda statement: (statement.start, statement.end))


def _lines(text: str, paragraphs: list[Block]) -> list[Line]:
    lines: list[Line] = []
    left = _SENTENCES_AT_LEAST + len(text) // _CODE_POINTS_A_SENTENCE
    marks = _MARKS_AT_LEAST + len(text) // _CODE_POINTS_A_MARK
    for paragraph in paragraphs:
        if left <= 0 or marks <= 0:
            break
        end = paragraph.end
        count = count_marks(text, paragraph.start, end)
        if count > marks:
            end = end_of_marks(text, paragraph.start, end, marks)
        line = read_line(text, paragraph.start, end, left)
        marks -= min(count, marks)
        left -= max(len(line.sentences), 1)
        lines.append(line)
    return lines


def _attribute(
    line: Line,
    subjects: list[Phrase | None],
    reading: Reading,
    speakers: Speakers,
    thread: Thread,
    following: Line | None,
) -> list[Referent | None]:
    """The speaker of each report, in order; the subjects of sentences on the way are remembered for pronouns."""
    known: dict[Phrase, Referent | None] = {}
    found: list[Referent | None] = []
    quoting: Referent | None = None
    quoted = False
    noted = 0

    def note(number: int) -> None:
        subject = subjects[number]
        if subject is not None:
            speakers.note(line, subject, line.sentences[number])

    for report in reading.reports:
        while noted < len(subjects) and line.sentences[noted][0] <= report.start:
            note(noted)
            noted += 1
        referent: Referent | None = None
        if report.subject is not None:
            if report.subject not in known:
                known[report.subject] = speakers.resolve(line, report.subject)
            referent = known[report.subject]
        elif report.source is Source.OPEN:
            referent = thread.next_speaker(speakers, following)
        if report.source is Source.PREVIOUS or (
            report.source is Source.NARRATED and not _speaks(referent, quoted)
        ):
            referent = quoting if quoted else (found[-1] if found else None)
        if line.tags[report.start] & QUOTE:
            quoting, quoted = referent, True
        if referent is not None:
            speakers.recency.spoke(referent)
        found.append(referent)
    for number in range(noted, len(subjects)):
        note(number)
    return found


def _speaks(referent: Referent | None, quoted: bool) -> bool:
    """Whether the subject of a narrating sentence is to be taken for who speaks after it."""
    if referent is None or referent.speaker.kind is SpeakerKind.ORGANISATION:
        return False
    return referent.speaker.kind is SpeakerKind.PERSON or not quoted


def _is_heading(line: Line, report: Report) -> bool:
    """Whether a stretch in marks that nobody is said to speak is a heading or a title."""
    quoted = line.quotes[line.quote[report.start]]
    return quoted.single or line.text[quoted.start : quoted.end].isupper()


class _Repeats:
    """Finds pull quotes: stretches that nobody is said to speak and that the article holds elsewhere too."""

    def __init__(self) -> None:
        self._left = _MAX_LOOKUPS

    def holds(self, line: Line, report: Report) -> bool:
        """Whether the stretch repeats other words of the text; after some long stretches, never."""
        quoted = line.quotes[line.quote[report.start]]
        if quoted.end - quoted.start < _MIN_REPEAT or self._left == 0:
            return False
        self._left -= 1
        opening = line.text[quoted.start : min(quoted.end, quoted.start + _MAX_REPEAT)]
        first = line.text.find(opening)
        return first != quoted.start or line.text.find(opening, quoted.start + 1) >= 0


def _statement(line: Line, report: Report, group: int, speaker: Speaker | None) -> Statement:
    start, end = report.start, report.end
    stretches = (line.quotes[line.quote[i]] for i in range(start, end) if line.tags[i] & QUOTE)
    quotes = [quoted for quoted in stretches if not quoted.doubled]
    kind = StatementKind.INDIRECT if not quotes else StatementKind.MIXED
    if len(quotes) == 1 and end - start == 1:
        kind = StatementKind.DIRECT
    cue = report.cue
    return Statement(
        line.starts[start],
        line.ends[end - 1],
        kind,
        tuple((quoted.start, quoted.end) for quoted in quotes),
        group,
        None if cue is None else line.text[line.starts[cue.start] : line.ends[cue.phrase_end - 1]],
        speaker,
    )
