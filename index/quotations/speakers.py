"""From the mention of a speaker to who it is, within one article."""

from __future__ import annotations

from dataclasses import replace

from index.quotations.affixes import is_post_nominal
from index.quotations.cast import Cast, Person, dominant, given_gender, surname_of
from index.quotations.epithets import Epithet, read_epithet
from index.quotations.forms_of_address import is_no_rank, is_surname, title_gender, title_role
from index.quotations.genders import told_of_subject
from index.quotations.labels import label
from index.quotations.name_lists import listed_names
from index.quotations.names import is_title, name_range
from index.quotations.namings import follows_body, named_alone, named_in, next_name, only_named
from index.quotations.person_nouns import names_person
from index.quotations.phrases import Phrase, is_genitive
from index.quotations.places import PLACES
from index.quotations.plausible import is_plausible
from index.quotations.recency import Recency, Referent
from index.quotations.roles import HEADS, agrees, meant_by
from index.quotations.statement import Speaker, SpeakerKind
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import (
    FEMALE_NOUNS,
    GROUP_NOUNS,
    MALE_NOUNS,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    Tag,
)

_MAX_HOLDERS = 24
_CROWDS = ("people", "men", "women")
_OBJECTS = {"m": "him", "f": "her"}
_NOT_OWNERS = {"her": "m", "his": "f"}
_QUANTITIES = ("number", "handful", "couple", "majority", "minority")
_ONE = ("a", "an", "one", "another")


class Speakers:
    """Resolves mentions in the order of the text."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self.recency = Recency(cast)
        self._line: Line | None = None
        self._before: Line | None = None

    def enter(self, line: Line) -> None:
        """Begin with the next paragraph."""
        self._before, self._line = self._line, line

    def resolve(self, line: Line, phrase: Phrase) -> Referent | None:
        """Whom the phrase means; None where the text does not tell."""
        if phrase.end - phrase.start == 1 and line.tags[phrase.start] & (Tag.PRONOUN | Tag.OBJECT_PRONOUN):
            return self.recency.pronoun(
                line.low[phrase.start], line.starts[phrase.start], line.ends[phrase.start]
            )
        several = self._several(line, phrase)
        if several is not None:
            return several
        epithet = read_epithet(line, phrase)
        if epithet is not None:
            return self._called(line, phrase, epithet)
        name = name_range(line, phrase) or self._before_seat(line, phrase)
        if name is None or self._is_common_noun(line, name):
            return self._described(line, phrase)
        return self._named(line, phrase, name)

    def note(self, line: Line, subject: Phrase, sentence: tuple[int, int]) -> None:
        """Remember whom the subject of the sentence means, and who alone is named behind it."""
        referent = self.resolve(line, subject)
        if referent is None:
            return
        told = told_of_subject(line, subject, sentence, self._cast)
        listener = self._listener(line, subject, sentence, told.other) if told.other else None
        named = only_named(line, subject.end, sentence[1], self._cast)
        if referent.likely and next_name(line, subject.end, sentence[1], self._cast) < sentence[1]:
            # "Her guest, the pianist Tom Hall, wept": "he" may be who is named.
            referent = replace(referent, likely="")
        beside = _mentioned(named[1], line.starts[named[0]], line.ends[named[0]]) if named else None
        self.recency.note(referent, told, beside, listener)

    def _listener(
        self, line: Line, subject: Phrase, sentence: tuple[int, int], gender: str
    ) -> Referent | None:
        """Whom the "him" or "her" behind the verb of the subject means; None where several are named before."""
        start, end = line.starts[subject.start], line.ends[subject.start]
        if next_name(line, sentence[0], subject.start, self._cast) == subject.start:
            return self.recency.pronoun(_OBJECTS[gender], start, end)
        named = only_named(line, sentence[0], subject.start, self._cast)
        if named is None or named[1].gender not in ("", gender):
            return None
        return _mentioned(named[1], start, end)

    def _called(self, line: Line, phrase: Phrase, epithet: Epithet) -> Referent:
        """Whom "the German" or "the 72-year-old" means: who is of that age, or was just named, and nobody beside."""
        start, end, text = _written(line, phrase.start, phrase.end)
        person = self._just_named(line, phrase, epithet) if epithet.definite else None
        if person is None:
            return Referent(
                Speaker(text, start, end, SpeakerKind.UNNAMED), epithet.gender or self._unsettled(epithet)
            )
        person.origin = person.origin or epithet.place
        return _mentioned(person, start, end)

    def _unsettled(self, epithet: Epithet) -> str:
        """What to remember of "the 72-year-old", who may be the one named last: "aged", or else a "person"."""
        last = self.recency.last_person(named=True)
        goes_back = epithet.definite and epithet.age and not epithet.place
        return "aged" if goes_back and last is not None and epithet.fits(last) else "person"

    def _just_named(self, line: Line, phrase: Phrase, epithet: Epithet) -> Person | None:
        of_age = self._cast.by_age.get(epithet.age, ())
        within = {id(person) for person in named_in(line, phrase.head_end, phrase.end, self._cast)}
        aged = [one for one in of_age[:_MAX_HOLDERS] if epithet.fits(one) and id(one) not in within]
        if len(aged) == 1:
            return aged[0]
        last = self.recency.last_person()
        if last is None or id(last) in within or not epithet.fits(last):
            return None
        before = self._before if line is self._line else self._line
        loose = not epithet.place
        return last if named_alone(last, line, phrase.start, before, self._cast, loose) else None

    def _before_seat(self, line: Line, phrase: Phrase) -> tuple[int, int] | None:
        """The name in "Chi Okoro MP", where the article has somebody of that full name."""
        begin = stop = phrase.head_end - 1
        if not is_post_nominal(line.words[stop]):
            return None
        while begin > phrase.start and line.tags[begin - 1] & CAPITAL and not is_title(line.low[begin - 1]):
            begin -= 1
        known = stop - begin > 1 and len(self._cast.meant(line.words[begin:stop])) == 1
        return (begin, stop) if known else None

    def _is_common_noun(self, line: Line, name: tuple[int, int]) -> bool:
        """Whether the capital is only that of a sentence ("Activists said")."""
        start, end = name
        if end - start != 1 or start not in line.openings:
            return False
        word = line.low[start]
        return not self._cast.knows(word) and (word in self._cast.ordinary or word.endswith("s"))

    def _several(self, line: Line, phrase: Phrase) -> Referent | None:
        """Speakers joined by "and"."""
        names = listed_names(line, phrase)
        if names is None:
            return None
        people = [self._person(line, *name) for name in names]
        start, end, text = _written(line, phrase.start, phrase.end)
        members = tuple(person.full_name for person in people if person is not None)
        kind = SpeakerKind.PERSON
        if not members and any(self._is_organisation(line, Phrase(*name, name[1]), *name) for name in names):
            if any(is_genitive(line, index) for index in range(phrase.start, phrase.end)):
                # "Standard and Poor's Corp" is one.
                return Referent(Speaker(text, start, end, SpeakerKind.ORGANISATION), "it")
            members = tuple(_written(line, *name)[2] for name in names)
            kind = SpeakerKind.ORGANISATION
        if len(members) < len(people):
            return Referent(Speaker(text, start, end, SpeakerKind.UNNAMED), "plural")
        joined = " and ".join(filter(None, (", ".join(members[:-1]), members[-1])))
        return Referent(Speaker(joined, start, end, kind, members=members), "plural")

    def _person(self, line: Line, begin: int, stop: int) -> Person | None:
        """Whom the name means: of several the one of its paragraph, the only one named so far, or the foremost."""
        role = title_role(line, begin)
        gender = title_gender(line, begin)
        meant = self._cast.meant(line.words[begin:stop], gender, role.office if role is not None else "")
        if len(meant) > 1:
            near = self.recency.only_since(meant, line.starts[0])
            if near is not None and gender in ("", near.gender):
                return near
            named = [person for person in meant if person.first < line.starts[begin]]
            return named[0] if len(named) == 1 else dominant(meant)
        return meant[0] if meant else None

    def _named(self, line: Line, phrase: Phrase, name: tuple[int, int]) -> Referent:
        begin, stop = name
        for index in range(stop - 1, begin + 1, -1):
            if is_genitive(line, index - 1):
                begin = index
                break
        start, end, whole = _written(line, phrase.start, phrase.end)
        prefix = _prefix(line, phrase.start, begin)
        person = self._person(line, begin, stop)
        behind_body = begin > phrase.start and follows_body(line, begin)
        if person is not None and (person.gender or not behind_body or line.low[phrase.start] == "the"):
            description = label(prefix) or person.description or None
            speaker = Speaker(person.full_name, start, end, SpeakerKind.PERSON, description)
            return Referent(speaker, person.gender or title_gender(line, begin), person)
        words = line.words[begin:stop]
        written = _written(line, begin, stop)[2]
        body = behind_body or is_no_rank(line, name, self._cast.ordinary)
        if body or self._is_organisation(line, phrase, begin, stop):
            # What reads like a title belongs to the name ("House Oversight Committee").
            while (
                begin > phrase.start
                and line.tags[begin - 1] & CAPITAL
                and not line.tags[begin - 1] & Tag.DETERMINER
            ):
                begin -= 1
            written = whole if phrase.head_end < phrase.end else _written(line, begin, stop)[2]
            gender = "plural" if words[-1].endswith("s") and not words[-1].isupper() else "it"
            return Referent(Speaker(written, start, end, SpeakerKind.ORGANISATION), gender)
        speaker = Speaker(written, start, end, SpeakerKind.PERSON, label(prefix))
        gender = title_gender(line, begin)
        if self._cast.ambiguous(words):
            return Referent(speaker, gender, surname="" if gender else surname_of(words))
        if gender or is_surname(line, name):
            return Referent(speaker, gender)
        return Referent(speaker, given_gender(words), guessed=len(words) == 1)

    def _is_organisation(self, line: Line, phrase: Phrase, begin: int, stop: int) -> bool:
        words = line.words[begin:stop]
        low = line.low[begin:stop]
        if self._cast.ambiguous(words):
            return False
        if any(word in ORGANISATION_WORDS and word not in NAME_PARTICLES for word in low):
            return True
        if any(word in PLACES for word in (*low, " ".join(low))) and not (
            len(words) > 1 and given_gender(words)
        ):
            return True
        titled = begin > phrase.head_end or (begin > 0 and is_title(line.low[begin - 1]))
        if line.low[phrase.start] in ("the", "a", "an") and not titled:
            return True
        return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()

    def _described(self, line: Line, phrase: Phrase) -> Referent | None:
        start, end, text = _written(line, phrase.start, phrase.end)
        if not is_plausible(line, phrase):
            return None
        person = self._holder(line.low[phrase.start : phrase.end])
        if person is not None:
            speaker = Speaker(
                person.full_name, start, end, SpeakerKind.PERSON, label(text) or person.description or None
            )
            return Referent(speaker, person.gender, person)
        head = line.low[phrase.head_end - 1]
        if head in GROUP_NOUNS:
            return Referent(Speaker(text, start, end, SpeakerKind.ORGANISATION), "it")
        speaker = Speaker(text, start, end, SpeakerKind.UNNAMED)
        several = head in _CROWDS or head in _QUANTITIES
        if several or (head.endswith("s") and not head.endswith("ss")):
            return Referent(speaker, "plural")
        if head in MALE_NOUNS or head in FEMALE_NOUNS:
            return Referent(speaker, "m" if head in MALE_NOUNS else "f")
        human = names_person(head)
        definite = line.low[phrase.start] not in _ONE
        if not human:
            return Referent(speaker, "thing")
        likely = _NOT_OWNERS.get(line.low[phrase.start], "")
        return Referent(speaker, "somebody" if definite else "person", likely=likely)

    def _holder(self, words: list[str]) -> Person | None:
        """The person of the article who holds the office of "the Russian president"."""
        if words[0] == "the":
            words = words[1:]
        elif words[0] not in PLACES and words[0] != "pm":
            return None
        meant = meant_by(words)
        if meant is None:
            return None
        exact: list[Person] = []
        loose: list[Person] = []
        place = meant.role.place
        holders = [
            person for office in sorted(meant.offices) for person in self._cast.by_office.get(office, ())
        ]
        if len(holders) > _MAX_HOLDERS:
            return None
        for person in holders:
            fits = [role for role in person.roles if agrees(meant, role, person.roles)]
            if len(person.name) == 1 and meant.role.former:
                # "President Hale" may be in office, and "the former president" somebody else.
                fits = [role for role in fits if role.former]
            if any(role.place == place and meant.role.of <= role.of for role in fits):
                exact.append(person)
            elif fits and not any(place and role.place not in ("", place) for role in person.roles):
                loose.append(person)
        found = self.recency.latest(exact) or self.recency.latest(loose)
        if (
            found is None
            and not exact
            and not loose
            and place
            and meant.offices & HEADS
            and not meant.role.of
        ):
            found = self.recency.without_office()
        return found


def _mentioned(person: Person, start: int, end: int) -> Referent:
    speaker = Speaker(person.full_name, start, end, SpeakerKind.PERSON, person.description or None)
    return Referent(speaker, person.gender, person)


def _prefix(line: Line, start: int, name: int) -> str:
    """What stands before the name in its phrase: titles, nationality, employer."""
    return " ".join(line.text[line.starts[start] : line.starts[name]].split()) if name > start else ""


def _written(line: Line, begin: int, stop: int) -> tuple[int, int, str]:
    start, end = line.starts[begin], line.ends[stop - 1]
    return start, end, " ".join(line.text[start:end].split())
