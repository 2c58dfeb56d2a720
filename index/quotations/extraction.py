"""From the text and blocks of an article to its statements."""

from __future__ import annotations

from collections.abc import Sequence

from index.articles.article import Block, BlockKind
from index.quotations.attribution import Cue, find_cues
from index.quotations.cast import Cast, Person, given_gender, read_cast
from index.quotations.cue_words import Complement
from index.quotations.phrases import Phrase, left_phrase, name_range, right_phrase
from index.quotations.statement import Speaker, SpeakerKind, Statement, StatementKind
from index.quotations.tokens import CAPITAL, PUNCTUATION, QUOTE, Line, read_line
from index.quotations.words import Tag


def extract(text: str, blocks: Sequence[Block]) -> list[Statement]:
    """The statements of an article, in the order of its text."""
    spans = [(b.start, b.end) for b in blocks if b.kind is not BlockKind.FURNITURE]
    cast = read_cast(text, spans)
    reader = _Reader(text, cast)
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            reader.paragraph(block.start, block.end)
    return sorted(reader.statements, key=lambda s: (s.start, s.end))


class _Reader:
    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.statements: list[Statement] = []
        self.recent: list[tuple[str, str]] = []
        self.group = 0
        self.carry: Speaker | None = None

    def paragraph(self, start: int, end: int) -> None:
        line = read_line(self.text, start, end)
        used: set[int] = set()
        last: Speaker | None = None
        for begin, stop in line.sentences:
            last = self.sentence(line, begin, stop, used, last)
        self.carry = last

    def sentence(
        self, line: Line, begin: int, end: int, used: set[int], last: Speaker | None
    ) -> Speaker | None:
        cues = find_cues(line, begin, end)
        alone = self._only_quote(line, begin, end)
        if alone is not None and not cues:
            speaker = last or (self.carry if begin == 0 else None)
            self._add(line, alone, alone + 1, None, speaker)
            return speaker
        taken = begin
        for number, cue in enumerate(cues):
            if cue.start < taken and cue.end <= taken:
                continue
            next_start = cues[number + 1].start if number + 1 < len(cues) else end
            speaker = self._speaker(line, cue)
            done = self._reports(line, cue, begin, end, taken, next_start, speaker)
            if done is not None:
                taken = max(taken, done)
                last = speaker or last
                if speaker is not None and speaker.kind is SpeakerKind.PERSON:
                    self._push(speaker)
        return last

    def _only_quote(self, line: Line, begin: int, end: int) -> int | None:
        quotes = [i for i in range(begin, end) if line.tags[i] & QUOTE]
        if len(quotes) != 1:
            return None
        rest = [i for i in range(begin, end) if not line.tags[i] & (QUOTE | PUNCTUATION)]
        return quotes[0] if not rest else None

    def _reports(
        self, line: Line, cue: Cue, begin: int, end: int, taken: int, next_start: int, speaker: Speaker | None
    ) -> int | None:
        self.group += 1
        anchor = cue.start if cue.inverted or cue.subject is None else min(cue.subject.start, cue.start)
        content = self._after(line, cue, end)
        before = anchor
        if before > taken and line.low[before - 1] == ",":
            before -= 1
        fronted = before > taken and (line.tags[before - 1] & QUOTE or line.low[anchor - 1] == ",")
        if fronted and line.tags[before - 1] & QUOTE:
            self._add(line, before - 1, before, cue, speaker)
            if content is not None and content < end and line.tags[content] & QUOTE:
                self._add(line, content, content + 1, cue, speaker)
                return content + 1
            return cue.end
        if content is None:
            if fronted and cue.complement & Complement.CLAUSE and before - taken > 2:
                self._add(line, taken, before, cue, speaker)
                return cue.end
            return None
        if line.tags[content] & QUOTE and (content + 1 >= end or line.tags[content + 1] & PUNCTUATION):
            self._add(line, content, content + 1, cue, speaker)
            return content + 1
        if not cue.complement & Complement.CLAUSE:
            return None
        stop = self._clause_end(line, content, end)
        if stop - content > 1:
            self._add(line, content, stop, cue, speaker)
            return stop
        return None

    def _after(self, line: Line, cue: Cue, end: int) -> int | None:
        """The token where what follows the cue as reported begins; None when nothing does."""
        index = cue.end
        tags, low = line.tags, line.low
        if index >= end:
            return None
        if cue.complement & Complement.LISTENER:
            phrase = right_phrase(line, index, end)
            if phrase is not None:
                index = phrase.end
        while index < end and (tags[index] & (Tag.TIME | Tag.ADVERB)):
            index += 1
        if index < end and tags[index] & Tag.PREPOSITION:
            stop = index
            while (
                stop < end
                and stop - index < 14
                and not (tags[stop] & (QUOTE | PUNCTUATION) or low[stop] == "that")
            ):
                stop += 1
            if stop < end and (tags[stop] & QUOTE or low[stop] in (",", ":", "that", ".")):
                index = stop
        if index >= end:
            return None
        if low[index] in (",", ":"):
            if index + 1 < end and (tags[index + 1] & QUOTE or low[index] == ":"):
                return index + 1
            return None
        if tags[index] & PUNCTUATION:
            return None
        return index

    def _clause_end(self, line: Line, start: int, end: int) -> int:
        low = line.low
        index = start
        while index < end:
            word = low[index]
            if word == ";":
                return index
            if (
                word == ","
                and index + 1 < end
                and low[index + 1] in ("adding", "saying", "citing", "according")
            ):
                return index
            index += 1
        while index > start and line.tags[index - 1] & PUNCTUATION:
            index -= 1
        return index

    def _add(self, line: Line, start: int, end: int, cue: Cue | None, speaker: Speaker | None) -> None:
        while start < end and line.tags[start] & PUNCTUATION:
            start += 1
        while end > start and line.tags[end - 1] & PUNCTUATION:
            end -= 1
        if start >= end:
            return
        quotes = [line.quotes[line.quote[i]] for i in range(start, end) if line.tags[i] & QUOTE]
        quoted = tuple((q.start, q.end) for q in quotes)
        kind = StatementKind.INDIRECT if not quotes else StatementKind.MIXED
        if len(quotes) == 1 and end - start == 1:
            kind = StatementKind.DIRECT
        word = None if cue is None else line.text[line.starts[cue.start] : line.ends[cue.verb]]
        self.statements.append(
            Statement(line.starts[start], line.ends[end - 1], kind, quoted, self.group, word, speaker)
        )

    def _push(self, speaker: Speaker) -> None:
        first = speaker.name.split()[0]
        gender = given_gender(first)
        known = self.cast.resolve(tuple(speaker.name.split()), speaker.start)
        if known is not None:
            gender = known.gender
        self.recent.append((speaker.name, gender))

    def _speaker(self, line: Line, cue: Cue) -> Speaker | None:
        phrase = cue.subject
        if phrase is None:
            return None
        start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
        word = line.low[phrase.start]
        if phrase.end - phrase.start == 1 and line.tags[phrase.start] & Tag.PRONOUN:
            if word in ("he", "she"):
                wanted = "m" if word == "he" else "f"
                for name, gender in reversed(self.recent):
                    if gender in ("", wanted):
                        return Speaker(name, start, end, SpeakerKind.PERSON)
            return None
        name = name_range(line, phrase)
        if name is not None:
            words = tuple(line.words[name[0] : name[1]])
            written = line.text[line.starts[name[0]] : line.ends[name[1] - 1]]
            person: Person | None = self.cast.resolve(words, start)
            if person is not None:
                written = " ".join(person.name)
            return Speaker(" ".join(written.split()), start, end, SpeakerKind.PERSON)
        return Speaker(" ".join(line.text[start:end].split()), start, end, SpeakerKind.UNNAMED)


_ = (Phrase, left_phrase, CAPITAL)
