"""From the text and blocks of an article to its statements."""

from __future__ import annotations

from collections.abc import Sequence

from index.articles.article import Block, BlockKind
from index.quotations.attribution import Report, Source, read_reports
from index.quotations.cast import read_cast
from index.quotations.subjects import main_subject
from index.quotations.speakers import Speakers
from index.quotations.statement import Speaker, Statement, StatementKind
from index.quotations.tokens import QUOTE, Line, read_line


def extract(text: str, blocks: Sequence[Block]) -> list[Statement]:
    """The statements of an article, in the order of its text."""
    cast = read_cast(text, [(b.start, b.end) for b in blocks if b.kind is not BlockKind.FURNITURE])
    speakers = Speakers(cast)
    statements: list[Statement] = []
    group = 0
    last: Speaker | None = None
    for block in blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        line = read_line(text, block.start, block.end)
        reports = read_reports(line)
        subjects = [(begin, main_subject(line, begin, end)) for begin, end in line.sentences]
        known: dict[int, Speaker | None] = {}
        quoted, spoken = False, None
        for report in reports:
            while subjects and subjects[0][0] <= report.start:
                subject = subjects.pop(0)[1]
                if subject is not None:
                    speakers.note(line, subject)
            if report.source is Source.SUBJECT and report.subject is not None:
                if report.subject.start in known:
                    speaker = known[report.subject.start]
                else:
                    speaker = known[report.subject.start] = speakers.resolve(line, report.subject)
            elif report.source is Source.PREVIOUS and quoted:
                speaker = spoken
            else:
                speaker = last
            if line.tags[report.start] & QUOTE:
                quoted, spoken = True, speaker
            if speaker is not None:
                speakers.remember(speaker)
            last = speaker
            statements.append(_statement(line, report, group + report.group, speaker))
        for _, subject in subjects:
            if subject is not None:
                speakers.note(line, subject)
        group += max((report.group for report in reports), default=0)
    return sorted(statements, key=lambda s: (s.start, s.end))


def _statement(line: Line, report: Report, group: int, speaker: Speaker | None) -> Statement:
    start, end = report.start, report.end
    quotes = [line.quotes[line.quote[i]] for i in range(start, end) if line.tags[i] & QUOTE]
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
