"""Offices that people hold, read off titles and descriptions."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.places import place_in

_OFFICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("vice president", ("vice president", "vice-president")),
    ("prime minister", ("prime minister", "premier", "pm")),
    ("foreign minister", ("foreign minister", "foreign secretary")),
    ("secretary of state", ("secretary of state",)),
    ("attorney general", ("attorney general",)),
    ("secretary general", ("secretary general", "secretary-general")),
    ("chancellor", ("chancellor",)),
    ("president", ("president", "president-elect", "commander-in-chief")),
    ("king", ("king", "monarch")),
    ("queen", ("queen",)),
    ("pope", ("pope", "pontiff")),
    ("senator", ("senator", "sen", "sen.")),
    ("governor", ("governor", "gov", "gov.")),
    ("mayor", ("mayor",)),
    ("speaker", ("speaker",)),
    ("representative", ("congressman", "congresswoman", "representative", "rep", "rep.")),
    ("ambassador", ("ambassador",)),
    ("envoy", ("envoy",)),
    ("sheriff", ("sheriff",)),
    ("judge", ("judge", "justice")),
    ("minister", ("minister",)),
    ("secretary", ("secretary",)),
    ("spokesman", ("spokesman", "spokeswoman", "spokesperson")),
    ("chairman", ("chairman", "chairwoman", "chair")),
    ("director", ("director",)),
    ("chief", ("chief",)),
)
_LEADERS = frozenset(("president", "prime minister", "chancellor", "king", "queen"))
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
    joined = " " + " ".join(words) + " "
    for office, forms in _OFFICES:
        if any(f" {form} " in joined for form in forms):
            return Role(office, place_in(words), any(word in ("former", "ex", "then") for word in words))
    return None


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
        return _LEADERS
    return frozenset()
