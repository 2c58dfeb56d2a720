"""The people of an article, and whom a name means among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.quotations.affixes import without_article
from index.quotations.given_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from index.quotations.roles import KNOWN_TO_ALL, Role
from index.quotations.words import NAME_PARTICLES, PERSON_SUFFIXES

_MAX_ROLES = 12
_DOMINANT = 3
_IN_POLITICS = frozenset(
    ("presidential", "democrat", "republican", "candidate", "nominee", "frontrunner", "front-runner")
)
_ELECTED = ("senator", "governor", "representative")
_HELD_BY_WOMEN = frozenset(("prime minister", "chancellor"))
"""The offices of heads whose wives are seldom in the news."""
_BY_GIVEN_NAME_ALONE = frozenset(("king", "queen", "pope"))


@dataclass(slots=True)
class Person:
    """A person named in the article. `gender` is 'm', 'f' or ''.

    A `titled` person is one of whom the article has no given name: the name is title and surname.
    """

    name: tuple[str, ...]
    gender: str = ""
    count: int = 0
    roles: list[Role] = field(default_factory=list)
    age: str = ""
    """In years, where the article tells it beside the name."""
    origin: str = ""
    """The place, where the article has called the person by it ("the German")."""
    first: int = 0
    """Where the article names the person first."""
    description: str = ""
    official: bool = False
    """Whether the description is an office."""
    titled: bool = False
    relative: bool = False
    """Whether the article brings the person in as a relative ("his sister")."""

    @property
    def full_name(self) -> str:
        """The name in one string."""
        return " ".join(self.name)

    def hold(self, role: Role) -> None:
        """Note a role, where it is a new one."""
        if role not in self.roles and len(self.roles) < _MAX_ROLES:
            self.roles.append(role)

    def holds(self, office: str) -> bool:
        """Whether the article gives the person the office."""
        return any(role.office == office for role in self.roles)

    def may_hold(self, office: str) -> bool:
        """Whether the office before the surname alone can mean this person.

        "President Obama" needs no introduction by a given name, so that the one Obama whom the article
        names in full may be another: one who is introduced as something else, or a wife. Who holds any
        other office is named in full once, often without it; only a relative is no such person.
        """
        if self.holds(office):
            return True
        if self.titled or self.relative:
            return False
        described = self.description.lower().split()
        if office not in KNOWN_TO_ALL or "leader" in described:
            return True
        if self.name[-1].lower() in PERSON_SUFFIXES:
            return False
        if office == "vice president" and any(self.holds(elected) for elected in _ELECTED):
            return True
        if self.gender == "f":
            return office in _HELD_BY_WOMEN and not (described or self.roles)
        return not _IN_POLITICS.isdisjoint(described) or not (described or self.roles)

    def goes_by_given_name(self, office: str) -> bool:
        """Whether the office before the first word of the name can mean this person ("President Xi").

        A first word that is a common given name ("Senator Grant") is rather another's surname.
        """
        first, second = self.name[:2]
        common = folded(first) in GIVEN_NAMES
        family_first = len(self.name) > 2 or "-" in second
        return self.holds(office) or (self.may_hold(office) and (family_first or not common))


@dataclass(slots=True)
class Cast:
    """All persons of an article, by surname, by given name (lower case), by office and by age.

    `ordinary` are the words that the article writes in lower case, `namesakes` those that are surnames in it,
    and titles, nouns or times elsewhere ("King"), in lower case.
    """

    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    by_given: dict[str, list[Person]] = field(default_factory=dict)
    by_office: dict[str, list[Person]] = field(default_factory=dict)
    by_age: dict[str, list[Person]] = field(default_factory=dict)
    ordinary: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    _meant: dict[tuple[str, ...], list[Person]] = field(default_factory=dict)

    def meant(self, name: Sequence[str], gender: str = "", office: str = "") -> Sequence[Person]:
        """The persons whom the name as written, behind a title of that gender and office, may mean."""
        key = (*name, gender, office)
        if key not in self._meant:
            self._meant[key] = self._find(name, gender, office)
        return self._meant[key]

    def _find(self, name: Sequence[str], gender: str, office: str) -> list[Person]:
        name = without_particles(name)
        known = self.by_surname.get(surname_of(name), [])
        if len(name) > 1:
            given = _given(name)
            full = [p for p in known if not p.titled and same_given(_given(p.name), given)][:1]
            longer = full or of_compound_surname(name, known) or _ending(name, known)
            return _of_gender(longer, gender) if gender and not full else longer
        surname = surname_of(name)
        borne = self.bearing(surname, gender, office)
        if borne or (office and (known or office in _BY_GIVEN_NAME_ALONE)):
            return borne
        first = self.by_given.get(surname, [])
        return [person for person in first if person.goes_by_given_name(office)] if office else first

    def bearing(self, surname: str, gender: str = "", office: str = "") -> list[Person]:
        """Those of that surname (lower case) whom a title of that gender and office before it may mean."""
        known = self.by_surname.get(surname, [])
        if office:
            holders = [person for person in known if person.holds(office)]
            if holders:
                known = holders
            elif len(known) > 1 and office in KNOWN_TO_ALL:
                known = _only_man(known) if office not in _HELD_BY_WOMEN else []
                known = [person for person in known if person.may_hold(office)]
            else:
                known = [person for person in known if person.may_hold(office)]
        return _of_gender(known, gender) if gender else known

    def bearers(self, surname: str) -> Sequence[Person]:
        """Everybody of that surname (lower case)."""
        return self.by_surname.get(surname, ())

    def foremost(self, surname: str) -> Person:
        """The bearer of the surname (lower case) whom the article is most about; KeyError without any."""
        return max(self.by_surname[surname], key=lambda person: person.count)

    def tell_gender(self, person: Person, gender: str) -> None:
        """Note what the article has told of a person whose gender was unknown."""
        person.gender = gender
        self._meant.clear()

    def knows(self, word: str) -> bool:
        """Whether the word is a name of somebody."""
        word = word.lower()
        return without_article(word) in self.by_surname or word in self.by_given

    def ambiguous(self, name: Sequence[str]) -> bool:
        """Whether several people of the article bear this single name."""
        return len(name) == 1 and len(self.bearers(surname_of(name))) > 1


def dominant(people: Sequence[Person]) -> Person | None:
    """The one of the people whom the article names far more often than the others."""
    if len(people) <= 1:
        return people[0] if people else None
    most, second, *_ = sorted(people, key=lambda person: -person.count)
    return most if most.count >= _DOMINANT * second.count else None


def folded(word: str) -> str:
    """The word in lower case, with a plain apostrophe ("O’Neill" is "O'Neill")."""
    return word.lower().replace("’", "'")


def surname_of(name: Sequence[str]) -> str:
    """The last word of a name, suffixes like Jr. and an Arabic article left out, in lower case."""
    end = len(name)
    while end > 1 and name[end - 1].lower() in PERSON_SUFFIXES:
        end -= 1
    return without_article(folded(name[end - 1]))


def without_particles(name: Sequence[str]) -> Sequence[str]:
    """A name without particles in small letters before it ("von der Leyen")."""
    begin = 0
    while begin < len(name) - 1 and name[begin].islower() and name[begin] in NAME_PARTICLES:
        begin += 1
    return name[begin:]


def _of_gender(people: Sequence[Person], gender: str) -> list[Person]:
    """Those of the people who are of the gender, or may be."""
    exact = any(person.gender == gender for person in people)
    return [p for p in people if p.gender == gender or (not p.gender and not (exact and p.titled))]


def _only_man(people: Sequence[Person]) -> list[Person]:
    """The one man among women of his surname: of a couple the president is he, but for a woman who is called so."""
    men = [person for person in people if person.gender != "f"]
    return men if len(men) == 1 and men[0].gender == "m" else []


def of_compound_surname(name: Sequence[str], known: Sequence[Person]) -> list[Person]:
    """The only one, if any, whose name ends with all these words ("Le Pen")."""
    words = [folded(word) for word in name]
    found = [p for p in known if [folded(word) for word in p.name[-len(words) :]] == words]
    return found if len(found) == 1 else []


def _ending(name: Sequence[str], known: Sequence[Person]) -> list[Person]:
    """The person, if any, whose full name these words end with ("Butcher Len Oakes")."""
    words = tuple(folded(word) for word in name)
    for person in known:
        size = len(person.name)
        if 1 < size < len(words) and tuple(map(folded, person.name)) == words[-size:]:
            return [person]
    return []


def _given(name: Sequence[str]) -> str:
    return folded(name[0]).rstrip(".")


def same_given(a: str, b: str) -> bool:
    """Whether two given names (lower case) agree, one of them perhaps an initial."""
    return a == b or ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1])


def given_gender(name: Sequence[str]) -> str:
    """The gender that the given name of a full name usually tells: 'm', 'f' or ''."""
    lower = next((word.lower() for word in name if len(word.rstrip(".")) > 1), "")
    male, female = lower in MALE_NAMES, lower in FEMALE_NAMES
    return "" if male == female else "m" if male else "f"
