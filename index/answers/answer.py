"""The answer object: everything that an answer holds, before anyone renders it."""

from __future__ import annotations

from dataclasses import dataclass

from index.questions.intent import Intent


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where an article carries a statement; `quote` is verbatim `text[start:end]`.

    `title` is shown for the article: its title, else the beginning of its first sentence.
    `context` is the paragraph around the quote, verbatim from `context_start`.
    `highlights` are the stretches of `quote` that match the question, relative to `quote`.
    `kind` is how this article reports it: direct, mixed or indirect.
    """

    article: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    quote: str
    context: str
    context_start: int
    kind: str
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One statement, in however many articles: `text` is the first citation's quote with white
    space collapsed, `score` in 0..1 says how sure it answers the question, `close` that it is near
    in meaning but does not carry the question's words, or carries them in the opposite sense.
    """

    text: str
    kind: str
    score: float
    close: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """One speaker with what they said, best first; `name` is None for an unknown speaker."""

    name: str | None
    description: str | None
    score: float
    statements: tuple[StatementEntry, ...]


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage: verbatim `text` = article text[start:end]; `highlights` are relative to `text`."""

    article: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    text: str
    score: float
    highlights: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered.

    `found` says whether what was asked for was found. `asked_speaker` is the person that the question
    names, under the corpus's name for them (None when it names none, or nobody known); where it names
    several, those who are known, with "and" between them. `asked_name` is the name as the question wrote
    it. `notice` is for the user where something must be said, a sentence for each such thing (a typing
    mistake understood, a name that nobody quoted has, of two who are asked about one who did not say it),
    else None.
    """

    question: str
    intent: Intent
    found: bool
    speakers: tuple[SpeakerEntry, ...] = ()
    passages: tuple[PassageHit, ...] = ()
    topic: str = ""
    asked_speaker: str | None = None
    asked_name: str | None = None
    notice: str | None = None

    @property
    def denied(self) -> bool:
        """Whether those who were asked about are reported to deny it, or not to have said it: `speakers` are they."""
        asked = self.asked_speaker or ""
        names = {asked, *asked.split(" and ")}
        return (
            self.intent is Intent.DID_SAY
            and not self.found
            and any(speaker.name in names for speaker in self.speakers)
        )
