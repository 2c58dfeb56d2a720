"""Offices that people hold, read off titles and descriptions."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from index.quotations.places import PLACES, joined_places, place_in
from index.quotations.words import MODIFYING, TAGS
from index.word_set import word_set

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
    "MP: mp, msp, mep, mla, td",
    "ambassador: ambassador",
    "envoy: envoy",
    "sheriff: sheriff",
    "judge: judge, justice",
    "taoiseach: taoiseach",
    "tánaiste: tánaiste, tanaiste",
    "chief minister: chief minister",
    "first minister: first minister",
    "minister: minister",
    "press secretary: press secretary",
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
_PREFIX = re.compile(r"^(ex|then|former)-")
_FORMER = frozenset(("former", "ex", "then"))
HEADS = frozenset(("president", "prime minister", "chancellor", "king", "queen"))
"""The offices of those who lead a country."""
KNOWN_TO_ALL = HEADS | {"vice president", "pope", "taoiseach", "tánaiste"}
"""The offices whose holders news prose brings in without a given name."""
_HEADS_OF_GOVERNMENT = frozenset(("prime minister", "chancellor"))
_HEADS_OF_STATE = frozenset(("president", "king", "queen"))
_HEAD = "head"
_RANKS = word_set("deputy vice assistant associate shadow lieutenant lt under")
"""Words that make another office of one: the deputy mayor is not the mayor."""
_PARTIES = word_set(
    "republican democratic republicans democrats gop tory conservative labour liberal socialist"
)
_ATTRIBUTES = word_set(
    "mr mrs ms madam hon honourable honorable right current sitting acting interim retired incumbent incoming "
    "outgoing elect junior senior first second national federal public new long-time longtime veteran late "
    "young old popular controversial top chief-of-staff"
)
"""Words that tell nothing of which office it is."""
ASPIRANTS = word_set("candidate nominee contender hopeful front-runner frontrunner challenger applicant")
"""Who is for an office does not hold it."""
_LANDS = word_set(
    "country nation state republic kingdom city town county village province region island capital"
)
_EMPLOYERS = word_set(
    "company firm group organisation organization agency bureau department ministry office party union "
    "university school college club team institute committee commission council campaign association charity "
    "board force"
)
_INSTITUTIONS = frozenset(("kremlin", "vatican", "beijing"))
_ADJECTIVE_ENDINGS = ("ed", "ous", "ful", "ish", "ly", "less")


@dataclass(frozen=True, slots=True)
class Role:
    """An office, and what tells it from others of that name.

    `place` is the country or state it is held in and `of` all other words on what it is an office of
    (portfolio, employer, town), each empty where the text does not say; `rank` are words like "deputy".
    """

    office: str
    place: str
    former: bool = False
    rank: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The office as it is written before a name."""
        return self.office if self.office.isupper() else self.office.title()

    def in_place(self, words: list[str]) -> Role:
        """The role with the place that the lower-case words name, where it is not known."""
        if not words:
            return self
        place = place_in(joined_places(words))
        if place:
            return replace(self, place=self.place or place)
        return replace(self, of=self.of.union(words))


@dataclass(frozen=True, slots=True)
class Meant:
    """What a definite description asks for: one of the offices, held as the role says."""

    offices: frozenset[str]
    role: Role


def role_in(words: list[str]) -> Role | None:
    """The role that a description (lower-case words) gives its holder: that of its head.

    "A spokesman for the mayor" is no mayor, nor is "the mayor's spokesman".
    """
    words = joined_places(_without_prefixes(words))
    owner = _behind_genitive(words)
    head_end = _head_end(words, owner)
    found = _office(words, owner, head_end)
    if found is None:
        return None
    office, begin, end = found
    return _role(office, words, range(owner, head_end), range(begin, end))


def role_before(words: list[str]) -> Role | None:
    """The role of a name that stands behind the words.

    Of "spokesman for President" only what follows the preposition goes with the name, but "Secretary
    of Defense" goes with it as a whole.
    """
    begin = 0
    for index, word in enumerate(words):
        rest = words[index + 1 :]
        if (
            word in MODIFYING
            and (index == 0 or words[index - 1] not in ASPIRANTS)
            and (index == 0 or word != "of" or _office(rest, _behind_genitive(rest), len(rest)))
        ):
            begin = index + 1
    return role_in(words[begin:])


def meant_by(words: list[str]) -> Meant | None:
    """What a definite description (lower-case words) means ("the leader" means any head)."""
    joined = " ".join(words)
    words = joined_places(words)
    place = place_in(words)
    former = any(word in _FORMER for word in words)
    if "head of state" in joined:
        return Meant(_HEADS_OF_STATE, Role(_HEAD, place, former))
    if words and words[0] == "head" and words[-1] in ("government", "cabinet"):
        return Meant(_HEADS_OF_GOVERNMENT, Role(_HEAD, place, former))
    role = role_in(words)
    if role is not None:
        return Meant(frozenset((role.office,)), role)
    if words and words[-1] == "leader":
        head = range(_behind_genitive(words), len(words))
        return Meant(HEADS, _role(_HEAD, words, head, range(len(words) - 1, len(words))))
    return None


def agrees(meant: Meant, role: Role, roles: Collection[Role]) -> bool:
    """Whether the role, one of the `roles` of a person, can be what is meant.

    Nothing that the description says may be against what is known of the person: another portfolio,
    employer, place or rank. A fuller description than the known one agrees ("the Boston police chief"
    is a "Police Chief"), but for the heads of a country, who are of nothing smaller.
    """
    asked = meant.role
    if role.office not in meant.offices or (role.former and not asked.former) or role.rank != asked.rank:
        return False
    if role.place and asked.place and role.place != asked.place:
        return False
    held = {word for other in roles for word in other.of} - _LANDS
    missing = {word for word in asked.of - _LANDS - held if not role.place or PLACES.get(word) != role.place}
    if not missing:
        return True
    known = {word for other in roles if other.office == role.office for word in other.of} - _LANDS
    if known - _EMPLOYERS and missing <= _EMPLOYERS:
        # "The company's director" may be the director of whatever company is known.
        return not known & _EMPLOYERS
    if role.office in HEADS:
        return False
    return known - _EMPLOYERS <= asked.of


def _without_prefixes(words: list[str]) -> list[str]:
    """The words with "ex-president" as two."""
    return [part for word in words for part in _PREFIX.sub(r"\1 ", word).split()]


def _behind_genitive(words: list[str]) -> int:
    """Where what is possessed begins: behind the last possessive ending."""
    for index in range(len(words) - 1, -1, -1):
        if words[index] in ("'s", "’s", "'", "’") or words[index].endswith(("'s", "’s", "s'", "s’")):
            return index + 1
    return 0


def _head_end(words: list[str], begin: int) -> int:
    """Where the first preposition behind the head of a description stands."""
    for index in range(begin + 1, len(words)):
        if words[index] in MODIFYING and words[index - 1 : index + 2] != ["secretary", "of", "state"]:
            return index
    return len(words)


def _office(words: list[str], begin: int, end: int) -> tuple[str, int, int] | None:
    """The foremost office named in `begin:end`, and where it stands."""
    best: tuple[int, str, int, int] | None = None
    for index in range(begin, end):
        for rank, office, rest in _FORMS.get(words[index].rstrip("."), ()):
            stop = index + 1 + len(rest)
            if tuple(words[index + 1 : stop]) == rest and (best is None or rank < best[0]):
                best = (rank, office, index, stop)
    return None if best is None else best[1:]


def _role(office: str, words: list[str], head: range, named: range) -> Role:
    rank = frozenset(words[i].rstrip(".") for i in head if i not in named) & _RANKS
    of = frozenset(
        bare
        for index, word in enumerate(words)
        if index not in named
        and (bare := _without_genitive(word)) not in rank
        and not (index in head and bare in _OFFICE_WORDS)
        and _tells(bare, office)
    )
    return Role(office, place_in(words), any(word in _FORMER for word in words), rank, of)


def _without_genitive(word: str) -> str:
    return word.rstrip(".").removesuffix("'s").removesuffix("’s").rstrip("'’")


def _tells(word: str, office: str) -> bool:
    """Whether a word of a description tells which office of that name it is."""
    if not word or word in _ATTRIBUTES or word in _FORMER or TAGS.get(word, 0) or "-" in word:
        return False
    if word in PLACES:
        return word in _INSTITUTIONS and office not in HEADS and office != _HEAD
    if word in _PARTIES:
        # A president may be called a Republican, but "the Republican leader" is another one.
        return office in (_HEAD, "MP")
    return not (len(word) > 4 and word.endswith(_ADJECTIVE_ENDINGS))


_OFFICE_WORDS = frozenset(office for forms in _FORMS.values() for _, office, _ in forms)
