"""Reads off an article whom it names: full names, roles, and the gender that it gives away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.quotations.cast import (
    Cast,
    Person,
    folded,
    given_gender,
    of_compound_surname,
    same_given,
    surname_of,
)
from index.quotations.descriptions import apposition, own, place_behind, words_before
from index.quotations.given_names import GIVEN_NAMES
from index.quotations.labels import label
from index.quotations.name_runs import NAMESAKES, RUN, Hints, parted
from index.quotations.names import is_title
from index.quotations.person_nouns import KIN, names_person
from index.quotations.places import PLACES
from index.quotations.portfolios import list_before
from index.quotations.roles import Role, role_before, role_in
from index.quotations.surnames import is_borne
from index.quotations.words import (
    FEMALE_NOUNS,
    MALE_NOUNS,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    TAGS,
)

_MAX_NAMESAKES = 24
# No article is about so many; what names more is a directory.
_MAX_PEOPLE = 5_000
_AGE_BEFORE = re.compile(
    r"\b(\d{1,3})-year-old(?: [\w-]+){0,4}(?<! of)(?<! for)(?<! at)(?<! in)(?<! on)(?<! from) $"
)
_AGE_BEHIND = re.compile(r", (?:aged )?(\d{1,3})(?=[,.;)]| and | who | from | of )")
_MAX_AGED = 60
_LEADING = ("president ", "minister ", "chancellor ", "premier ")
_LEADING_LENGTH = max(map(len, _LEADING))
_LONGEST_BEFORE = 8
_FIELDS = frozenset(("public", "national", "human", "international"))
"""Words that begin the rest of an office ("Director of Public Prosecutions")."""
_BODIES_TOO = frozenset(("fox", "bloomberg", "church"))


@dataclass(frozen=True, slots=True)
class _Titled:
    """A surname behind a title, with what the title tells."""

    surname: str
    start: int
    gender: str
    role: Role | None
    description: str


def read_cast(text: str, spans: Iterable[tuple[int, int]]) -> Cast:
    """The people named in the given parts of the text."""
    hints = Hints.of(text)
    full: dict[tuple[str, ...], Person] = {}
    titled: list[_Titled] = []
    for span in spans:
        for match in RUN.finditer(text, *span):
            words = match.group().split()
            if len(words) == 1:
                if text[max(match.start() - _LEADING_LENGTH, span[0]) : match.start()].endswith(_LEADING):
                    leading = words_before(text, match.start(), match.end(), span)
                    titled.append(_titled(words[0], match.start(), leading))
                continue
            before = text[max(match.start() - _LONGEST_BEFORE, span[0]) : match.start()]
            titles, rest, seat = parted([word for word in words if word[0].isalnum()], before, hints)
            if not rest or len(rest) > 5:
                continue
            title = [_lower(word) for word in titles]
            if len(rest) == 1:
                if _is_titled(title):
                    titled.append(_titled(rest[0], match.start(), titles))
                continue
            name = tuple(rest)
            person = full.get(name)
            if person is None:
                if len(full) >= _MAX_PEOPLE:
                    continue
                followed = text.startswith(", who ", match.end())
                if not _is_person(rest, _is_titled(title), followed, hints):
                    continue
                person = full[name] = Person(name, given_gender(rest), first=match.start())
            person.count += 1
            _describe(person, text, match, span, titles, seat)
            person.gender = _gender_of(title) or person.gender
            person.age = person.age or _age_beside(text, match, span)
    return _gather(full, titled, hints)


def _titled(surname: str, start: int, title: list[str]) -> _Titled:
    words = [_lower(word) for word in title]
    return _Titled(surname, start, _gender_of(words), role_before(words), " ".join(title))


def _is_titled(title: list[str]) -> bool:
    return any(is_title(word) for word in title)


def _gender_of(title: list[str]) -> str:
    for word in title:
        if word in MALE_NOUNS:
            return "m"
        if word in FEMALE_NOUNS:
            return "f"
    return ""


def _describe(
    person: Person, text: str, match: re.Match[str], span: tuple[int, int], title: list[str], seat: str
) -> None:
    """Note the role that the words around one full mention give the person."""
    told = own(words_before(text, match.start(), match.end(), span) + title)
    told = list_before(text, match.start(), told) + told
    words = [_lower(word) for word in told]
    role = role_before(words)
    gender = _gender_of(words)
    described = " ".join(told)
    if role is not None:
        role = role.in_place(place_behind(text, match.end(), span[1]))
    else:
        apposed = apposition(text, match.end(), span[1])
        if apposed:
            words = [_lower(word) for word in apposed.split()]
            role = role_in(words)
            gender = gender or _gender_of(words)
            described = apposed
    if seat and (sitting := role_in([seat.lower()])) is not None:
        person.hold(sitting)
        described = described or seat
    if role is not None:
        person.hold(role)
    person.relative = person.relative or not KIN.isdisjoint(words)
    if gender and not person.gender:
        person.gender = gender
    if described and not (person.description and (role is None or person.official)):
        person.description = label(described) or person.description
        person.official = role is not None


def _age_beside(text: str, match: re.Match[str], span: tuple[int, int]) -> str:
    """The age that stands before or behind the name ("the 72-year-old actress Ann Lee", "Ann Lee, 72,")."""
    behind = _AGE_BEHIND.match(text, match.end(), span[1])
    found = behind or _AGE_BEFORE.search(text, max(span[0], match.start() - _MAX_AGED), match.start())
    return found.group(1) if found is not None else ""


def _lower(word: str) -> str:
    return word.lower().strip(".,")


def _gather(full: dict[tuple[str, ...], Person], titled: list[_Titled], hints: Hints) -> Cast:
    cast = Cast(ordinary=hints.ordinary, namesakes=hints.surnames)
    _put_occupations_aside(full, hints.ordinary)
    # "Le Pen" may be the end of a name that comes later.
    for name, person in sorted(full.items(), key=lambda item: _may_be_surname(item[0])):
        known = cast.by_surname.setdefault(surname_of(name), [])
        first = folded(name[0]).rstrip(".")
        longer = of_compound_surname(name, known) if _may_be_surname(name) else []
        for other in known:
            if other in longer or same_given(folded(other.name[0]).rstrip("."), first):
                _put_together(other, person)
                break
        else:
            if len(known) < _MAX_NAMESAKES:
                known.append(person)
                cast.by_given.setdefault(first, []).append(person)
    # Those with an office first: they may bring in a bearer of the surname whom "Mr." then means.
    for mention in sorted(titled, key=lambda mention: mention.role is None):
        _add_titled(cast, mention)
    for bearers in cast.by_surname.values():
        for person in bearers:
            if person.age:
                cast.by_age.setdefault(person.age, []).append(person)
            for office in {role.office for role in person.roles}:
                cast.by_office.setdefault(office, []).append(person)
    return cast


def _may_be_surname(name: tuple[str, ...]) -> bool:
    """Whether the words may be but the surname of a longer name ("Le Pen", "Bonham Carter")."""
    first = name[0].lower()
    return first in NAME_PARTICLES or (
        len(name) == 2 and not name[0].rstrip(".").isupper() and first not in GIVEN_NAMES
    )


def _put_occupations_aside(full: dict[tuple[str, ...], Person], ordinary: frozenset[str]) -> None:
    """Make one of "Trapper Len Oakes" and "Len Oakes" in an article that has both."""
    for name in [name for name in full if len(name) > 2 and name[1:] in full]:
        first, second = name[0].lower(), name[1].lower()
        if first in GIVEN_NAMES or second in NAME_PARTICLES:
            continue
        if second in GIVEN_NAMES or first in ordinary or names_person(first):
            _put_together(full[name[1:]], full.pop(name))


def _put_together(known: Person, other: Person) -> None:
    """Two spellings of one name."""
    known.count += other.count
    known.gender = known.gender or other.gender
    known.first = min(known.first, other.first)
    known.age = known.age or other.age
    for role in other.roles:
        known.hold(role)
    if other.official > known.official or not known.description:
        known.description, known.official = other.description, other.official
    if len(known.name[0]) <= 2 < len(other.name[0]):
        known.name = other.name


def _add_titled(cast: Cast, mention: _Titled) -> None:
    """Note what a titled surname tells of its one bearer, or that none of the bearers can be meant."""
    surname, role = surname_of((mention.surname,)), mention.role
    bearers = cast.by_surname.get(surname, [])
    fitting = cast.bearing(surname, mention.gender, role.office if role else "")
    if not fitting and bearers and role is not None and len(bearers) < _MAX_NAMESAKES:
        words = tuple(role.title.split())
        person = Person((*words, mention.surname), mention.gender, first=mention.start, titled=True)
        person.description, person.official = label(mention.description) or "", True
        bearers.append(person)
        fitting = [person]
    alone = not bearers and surname not in cast.by_given and surname not in ORGANISATION_WORDS
    if alone and role is not None:
        # Nowhere in the article with another name: "President Obama".
        person = Person((mention.surname,), mention.gender, first=mention.start)
        person.description, person.official = label(mention.description) or "", True
        cast.by_surname[surname] = fitting = [person]
    if len(fitting) == 1:
        fitting[0].count += 1
        fitting[0].gender = fitting[0].gender or mention.gender
        if role is not None:
            fitting[0].hold(role)


def _is_person(words: list[str], title: bool, followed: bool, hints: Hints) -> bool:
    """Whether a run of capitalised words names a person.

    `followed` by "who", a name is none of a body that is called Fox.
    """
    low = [word.lower() for word in words]
    given = low[0] in GIVEN_NAMES
    surname = len(low) <= 3 and (
        (low[-1] in _BODIES_TOO and (given or title or followed))
        or (low[-1] in hints.surnames and (title or is_borne(low[-2], low[-1], hints.surnames)))
    )
    before = low[:-1] if surname else low
    if low[0] in _FIELDS or any(
        word in ORGANISATION_WORDS and not written.islower()
        for word, written in zip(before, words, strict=False)
    ):
        return False
    if not given and any(word in PLACES for word in (*low, " ".join(low[:2]))):
        return False
    if any(word not in NAME_PARTICLES and TAGS.get(word, 0) and word not in NAMESAKES for word in before):
        return False
    if title or given or surname:
        return True
    if any(word in hints.ordinary and word not in NAME_PARTICLES for word in low):
        return False
    written = [word for word in words if not word.islower()]
    if len(written) > 3 or (len(words) > 3 and low[0] in NAME_PARTICLES):
        return False
    return not any(word.isupper() and len(word) > 2 for word in written)
