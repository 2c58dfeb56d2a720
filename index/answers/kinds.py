"""A question for one of a kind ("which senator said ..."): of whom the corpus says that they are one."""

from __future__ import annotations

from collections.abc import Sequence

from index.answers.answer import SpeakerEntry
from index.folding import word_sequence


def told_of_kind(speakers: Sequence[SpeakerEntry], kind: str) -> str:
    """A sentence on who of the speakers is described as one of the kind; nothing else is known of the others."""
    called = word_sequence(kind)
    those = [one.name for one in speakers if one.name and called in word_sequence(one.description or "")]
    if not those:
        return f"Nothing here tells whom “{kind}” fits."
    rest = "" if len(those) == len(speakers) else "; of the others nothing tells it"
    return f"Described as “{kind}”: {', '.join(those)}{rest}."
