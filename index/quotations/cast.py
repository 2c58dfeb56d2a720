"""The people that an article names: full names, roles, and the gender that it gives away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.quotations.descriptions import apposition, label, place_behind, words_before
from index.quotations.given_names import FEMALE_NAMES, MALE_NAMES
from index.quotations.names import is_title
from index.quotations.places import PLACES
from index.quotations.roles import Role, role_before, role_in
from index.quotations.words import (
    FEMALE_NOUNS,
    MALE_NOUNS,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    PERSON_SUFFIXES,
    TAGS,
)

_ABBREVIATION = (
    r"(?:[A-Z]\.)+|"
    r"(?:Mr|Mrs|Ms|Dr|Del|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Prof|Rev|Hon|Adm|St|Jr|Sr|Atty)\."
)
_WORD = rf"(?:{_ABBREVIATION}|[A-ZÀ-ÖØ-Þ]\w*(?:['’.-](?!s\b)\w+)*)"
_PARTICLE = r"(?:(?:de|la|del|van|von|der|bin|ibn|al|el|da|dos|du|di)\s)"
_RUN = re.compile(rf"(?=[A-ZÀ-ÖØ-Þ])\b{_WORD}(?:[ \n\u00a0]{_PARTICLE}{{0,2}}(?:al-|el-)?{_WORD})*")
_MAX_NAMESAKES = 24
_MAX_ROLES = 12
# No article is about so many; what names more is a directory.
_MAX_PEOPLE = 5_000
_DOMINANT = 3
_ORDINARY = re.compile(r"\b[a-z]{3,}\b")
_NAMESAKES = frozenset(("may", "april", "june", "march", "will", "sun", "wed", "sat", "mark", "like"))


@dataclass(slots=True)
class Person:
    """A person named in the article. `gender` is 'm', 'f' or ''; `first` is where the name first stands."""

    name: tuple[str, ...]
    first: int
    gender: str = ""
    count: int = 0
    roles: list[Role] = field(default_factory=list)
    description: str = ""
    official: bool = False
    """Whether the description is an office."""

    def hold(self, role: Role) -> None:
        """Note a role, where it is a new one."""
        if role not in self.roles and len(self.roles) < _MAX_ROLES:
            self.roles.append(role)

    @property
    def full_name(self) -> str:
        """The name in one string."""
        return " ".join(self.name)


@dataclass(slots=True)
class Cast:
    """All persons of an article, by surname, by given name (lower case) and by office.

    `ordinary` are the words that the article writes in lower case.
    """

    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    by_given: dict[str, list[Person]] = field(default_factory=dict)
    by_office: dict[str, list[Person]] = field(default_factory=dict)
    ordinary: frozenset[str] = frozenset()
    _resolved: dict[tuple[str, ...], Person | None] = field(default_factory=dict)

    def resolve(self, name: Sequence[str], gender: str = "") -> Person | None:
        """The person meant by the name as written, where it is clear."""
        key = (*name, gender)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(name, gender)
        return self._resolved[key]

    def _resolve(self, name: Sequence[str], gender: str) -> Person | None:
        known = self.by_surname.get(surname_of(name), [])
        if len(name) > 1:
            first = _given(name)
            return next((person for person in known if _same_given(_given(person.name), first)), None)
        if gender:
            known = [person for person in known if person.gender in ("", gender)]
        known = known or self.by_given.get(folded(name[0]), [])
        if len(known) > 1:
            most, second, *_ = sorted(known, key=lambda person: -person.count)
            return most if most.count >= _DOMINANT * second.count else None
        return known[0] if known else None

    def bearers(self, surname: str) -> Sequence[Person]:
        """Everybody of that surname (lower case)."""
        return self.by_surname.get(surname, ())

    def foremost(self, surname: str) -> Person:
        """The bearer of the surname (lower case) whom the article is most about; KeyError without any."""
        return max(self.by_surname[surname], key=lambda person: (person.count, -person.first))

    def knows(self, word: str) -> bool:
        """Whether the lower-case word is a name of somebody."""
        return word in self.by_surname or word in self.by_given

    def ambiguous(self, name: Sequence[str]) -> bool:
        """Whether several people of the article bear this single name."""
        return len(name) == 1 and len(self.bearers(folded(name[0]))) > 1


def folded(word: str) -> str:
    """The word in lower case, with a plain apostrophe ("O’Neill" is "O'Neill")."""
    return word.lower().replace("’", "'")


def surname_of(name: Sequence[str]) -> str:
    """The last word of a name, suffixes like Jr. left out, in lower case."""
    end = len(name)
    while end > 1 and name[end - 1].lower() in PERSON_SUFFIXES:
        end -= 1
    return folded(name[end - 1])


def _given(name: Sequence[str]) -> str:
    return folded(name[0]).rstrip(".")


def _same_given(a: str, b: str) -> bool:
    return a == b or ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1])


def given_gender(name: Sequence[str]) -> str:
    """The gender that the given name of a full name usually tells: 'm', 'f' or ''."""
    lower = next((word.lower() for word in name if len(word.rstrip(".")) > 1), "")
    male, female = lower in MALE_NAMES, lower in FEMALE_NAMES
    return "" if male == female else "m" if male else "f"


def read_cast(text: str, spans: Iterable[tuple[int, int]]) -> Cast:
    """The people named in the given parts of the text."""
    ordinary = frozenset(_ORDINARY.findall(text))
    full: dict[tuple[str, ...], Person] = {}
    titled: list[tuple[str, str, Role | None]] = []
    for start, end in spans:
        for match in _RUN.finditer(text, start, end):
            words = match.group().split()
            if len(words) == 1:
                continue  # neither a full name nor one behind a title
            title, rest = _split_title(words)
            if not rest or len(rest) > 5:
                continue
            gender = _gender_of(title)
            if len(rest) == 1:
                if _titled(title):
                    titled.append((folded(rest[0]), gender, role_before(title)))
                continue
            name = tuple(rest)
            person = full.get(name)
            if person is None and len(full) >= _MAX_PEOPLE:
                continue
            if not _is_person(rest, _titled(title), ordinary):
                continue
            if person is None:
                person = full[name] = Person(name, match.start(), given_gender(rest))
            person.count += 1
            _describe(person, text, match, (start, end), words[: len(words) - len(rest)])
            if gender:
                person.gender = gender
    return _gather(full, titled, ordinary)


def _split_title(words: list[str]) -> tuple[list[str], list[str]]:
    index = 0
    last = 0
    while index < len(words) and index < 8:
        low = words[index].lower()
        if is_title(low) or low in PLACES or (TAGS.get(low, 0) and low not in _NAMESAKES):
            last = index + 1
        elif index + 2 >= len(words) or not any(
            is_title(word.lower()) for word in words[index + 1 : index + 5]
        ):
            break
        index += 1
    return [word.lower().rstrip(".") for word in words[:last]], words[last:]


def _gender_of(title: list[str]) -> str:
    for word in title:
        if word in MALE_NOUNS:
            return "m"
        if word in FEMALE_NOUNS:
            return "f"
    return ""


def _describe(
    person: Person, text: str, match: re.Match[str], span: tuple[int, int], title: list[str]
) -> None:
    """Note the role that the words around one full mention give the person."""
    before = words_before(text, match.start(), match.end(), span)
    words = [_lower(word) for word in before + title]
    role = role_before(words)
    gender = _gender_of(words)
    described = " ".join(before + title)
    if role is not None:
        role = role.in_place(place_behind(text, match.end(), span[1]))
    else:
        apposed = apposition(text, match.end(), span[1])
        if apposed:
            words = [_lower(word) for word in apposed.split()]
            role = role_in(words)
            gender = gender or _gender_of(words)
            described = apposed
    if role is not None:
        person.hold(role)
    if gender and not person.gender:
        person.gender = gender
    if described and not (person.description and (role is None or person.official)):
        person.description = label(described) or person.description
        person.official = role is not None


def _lower(word: str) -> str:
    return word.lower().strip(".")


def _gather(
    full: dict[tuple[str, ...], Person], titled: list[tuple[str, str, Role | None]], ordinary: frozenset[str]
) -> Cast:
    cast = Cast(ordinary=ordinary)
    for name, person in full.items():
        known = cast.by_surname.setdefault(surname_of(name), [])
        first = _given(name)
        for other in known:
            if _same_given(_given(other.name), first):
                other.count += person.count
                other.gender = other.gender or person.gender
                for role in person.roles:
                    other.hold(role)
                if person.official > other.official or not other.description:
                    other.description, other.official = person.description, person.official
                if len(other.name[0]) <= 2 < len(name[0]):
                    other.name = name
                break
        else:
            if len(known) < _MAX_NAMESAKES:
                known.append(person)
                cast.by_given.setdefault(first, []).append(person)
    for surname, gender, role in titled:
        bearers = cast.by_surname.get(surname, [])
        fitting = [p for p in bearers if not gender or p.gender in ("", gender)]
        if len(fitting) == 1:
            fitting[0].count += 1
            fitting[0].gender = fitting[0].gender or gender
            if role is not None:
                fitting[0].hold(role)
    for bearers in cast.by_surname.values():
        for person in bearers:
            for office in {role.office for role in person.roles}:
                cast.by_office.setdefault(office, []).append(person)
    return cast


def _titled(title: list[str]) -> bool:
    return any(is_title(word) for word in title)


def _is_person(words: list[str], title: bool, ordinary: frozenset[str]) -> bool:
    """Whether a run of capitalised words names a person; `ordinary` are the article's common words."""
    low = [word.lower() for word in words]
    given = low[0] in MALE_NAMES or low[0] in FEMALE_NAMES
    if any(word in ORGANISATION_WORDS for word in low) or (not given and any(word in PLACES for word in low)):
        return False
    if any(word not in NAME_PARTICLES and TAGS.get(word, 0) and word not in _NAMESAKES for word in low):
        return False
    if title or given:
        return True
    if any(word in ordinary for word in low):
        return False
    return len(words) <= 3 and not any(word.isupper() and len(word) > 2 for word in words)
