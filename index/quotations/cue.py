"""A reporting verb in place."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb: tokens `start:end` with auxiliaries and particles, the verb itself at `verb`.

    `anchor` is where the clause of the cue begins: its subject or, without one of its own, the verb.
    `phrase_end` is where the words of the cue end; behind an inverted subject `end` lies further on.
    """

    start: int
    verb: int
    end: int
    form: int
    complement: int
    subject: Phrase
    anchor: int
    phrase_end: int
    inverted: bool = False
    inherits: bool = False
    source: bool = False
    """Of the kind "according to"."""
    absolute: bool = False
    """Of the kind "with Smith saying": what was reported before ends where its clause begins."""
