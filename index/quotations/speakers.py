"""From the mention of a speaker to who it is, within one article."""

from __future__ import annotations

from index.quotations.cast import Cast, given_gender
from index.quotations.phrases import Phrase, name_range
from index.quotations.statement import Speaker, SpeakerKind
from index.quotations.tokens import Line
from index.quotations.words import Tag


class Speakers:
    """Resolves mentions in the order of the text and remembers who spoke."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.recent: list[tuple[str, str]] = []

    def resolve(self, line: Line, phrase: Phrase) -> Speaker | None:
        """The speaker that the phrase means; None where the text does not tell."""
        start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
        word = line.low[phrase.start]
        if phrase.end - phrase.start == 1 and line.tags[phrase.start] & Tag.PRONOUN:
            return self._pronoun(word, start, end)
        name = name_range(line, phrase)
        if name is not None:
            words = tuple(line.words[name[0] : name[1]])
            written = line.text[line.starts[name[0]] : line.ends[name[1] - 1]]
            person = self.cast.resolve(words, start)
            if person is not None:
                written = " ".join(person.name)
            return Speaker(" ".join(written.split()), start, end, SpeakerKind.PERSON)
        return Speaker(" ".join(line.text[start:end].split()), start, end, SpeakerKind.UNNAMED)

    def _pronoun(self, word: str, start: int, end: int) -> Speaker | None:
        if word not in ("he", "she"):
            return None
        wanted = "m" if word == "he" else "f"
        for name, gender in reversed(self.recent):
            if gender in ("", wanted):
                return Speaker(name, start, end, SpeakerKind.PERSON)
        return None

    def remember(self, speaker: Speaker) -> None:
        """Note that the speaker spoke."""
        if speaker.kind is not SpeakerKind.PERSON:
            return
        words = speaker.name.split()
        known = self.cast.resolve(tuple(words), speaker.start)
        gender = known.gender if known is not None else given_gender(words[0])
        self.recent.append((speaker.name, gender))
