"""Offices that people hold, read off titles and descriptions."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.places import place_in

_OFFICES = (
    "vice president: vice president, vice-president",
    "prime minister: prime minister, premier, pm",
    "foreign minister: foreign minister, foreign secretary",
    "secretary of state: secretary of state",
    "attorney general: attorney general",
    "secretary general: secretary general, secretary-general",
    "chancellor: chancellor",
    "president: president, president-elect, commander-in-chief",
    "king: king, monarch",
    "queen: queen",
    "pope: pope, pontiff",
    "senator: senator, sen",
    "governor: governor, gov",
    "mayor: mayor",
    "speaker: speaker",
    "representative: congressman, congresswoman, representative, rep",
    "ambassador: ambassador",
    "envoy: envoy",
    "sheriff: sheriff",
    "judge: judge, justice",
    "minister: minister",
    "secretary: secretary",
    "spokesman: spokesman, spokeswoman, spokesperson",
    "chairman: chairman, chairwoman, chair",
    "director: director",
    "chief: chief",
)
"""Each office with the forms it is written in; the first that a description holds counts."""


def _table() -> dict[str, list[tuple[int, str, tuple[str, ...]]]]:
    table: dict[str, list[tuple[int, str, tuple[str, ...]]]] = {}
    for rank, entry in enumerate(_OFFICES):
        office, forms = entry.split(": ")
        for form in forms.split(", "):
            first, *rest = form.split()
            table.setdefault(first, []).append((rank, office, tuple(rest)))
    return table


_FORMS = _table()
_FORMER = frozenset(("former", "ex", "then"))
HEADS = frozenset(("president", "prime minister", "chancellor", "king", "queen"))
"""The offices of those who lead a country."""
_HEADS_OF_GOVERNMENT = frozenset(("prime minister", "chancellor"))
_HEADS_OF_STATE = frozenset(("president", "king", "queen"))


@dataclass(frozen=True, slots=True)
class Role:
    """An office and the place it is held in; `place` is '' where the text does not say."""

    office: str
    place: str
    former: bool = False


def role_in(words: list[str]) -> Role | None:
    """The role that a title or description (lower-case words) gives its holder."""
    best: tuple[int, str] | None = None
    for index, word in enumerate(words):
        for rank, office, rest in _FORMS.get(word.rstrip("."), ()):
            following = tuple(words[index + 1 : index + 1 + len(rest)])
            if following == rest and (best is None or rank < best[0]):
                best = (rank, office)
    if best is None:
        return None
    return Role(best[1], place_in(words), any(word in _FORMER for word in words))


def offices_meant(words: list[str]) -> frozenset[str]:
    """The offices that a definite description may mean ("the leader" means any head)."""
    joined = " ".join(words)
    if "head of state" in joined:
        return _HEADS_OF_STATE
    if words and words[0] == "head" and words[-1] in ("government", "cabinet"):
        return _HEADS_OF_GOVERNMENT
    role = role_in(words)
    if role is not None:
        return frozenset((role.office,))
    if words and words[-1] == "leader":
        return HEADS
    return frozenset()
