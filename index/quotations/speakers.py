"""From the mention of a speaker to who it is, within one article."""

from __future__ import annotations

from dataclasses import dataclass

from index.quotations.cast import Cast, Person, given_gender
from index.quotations.phrases import Phrase, is_genitive, is_title, name_range
from index.quotations.places import PLACES, place_in
from index.quotations.roles import Role, offices_meant
from index.quotations.statement import Speaker, SpeakerKind
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import FEMALE_NOUNS, GROUP_NOUNS, MALE_NOUNS, ORGANISATION_WORDS, Tag

_WINDOW = 3
_MEMORY = 40
_TELLING = ("m", "f", "plural")
_HEADS = frozenset(("president", "prime minister", "chancellor", "king", "queen"))


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody whom a later "he" or "they" may mean. `gender` is 'm', 'f', '' or 'plural'."""

    speaker: Speaker
    gender: str
    person: Person | None = None
    spoke: bool = False


class Speakers:
    """Resolves mentions in the order of the text and remembers who was spoken of."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.recent: list[Referent] = []

    def resolve(self, line: Line, phrase: Phrase) -> Speaker | None:
        """The speaker that the phrase means; None where the text does not tell."""
        referent = self._refer(line, phrase)
        return referent.speaker if referent is not None else None

    def note(self, line: Line, phrase: Phrase) -> None:
        """Remember the subject of a sentence, so that a pronoun after it can mean it."""
        referent = self._refer(line, phrase)
        if referent is not None and (referent.person is not None or referent.gender in _TELLING):
            self.recent.append(referent)

    def _refer(self, line: Line, phrase: Phrase) -> Referent | None:
        start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
        if phrase.end - phrase.start == 1 and line.tags[phrase.start] & Tag.PRONOUN:
            return self._pronoun(line.low[phrase.start], start, end)
        several = self._several(line, phrase)
        if several is not None:
            return several
        name = name_range(line, phrase)
        if name is not None:
            return self._named(line, phrase, name)
        return self._described(line, phrase)

    def _pronoun(self, word: str, start: int, end: int) -> Referent | None:
        wanted = {"he": "m", "she": "f", "they": "plural"}.get(word)
        if wanted is None:
            return None
        unknown: tuple[int, Referent] | None = None
        for distance, referent in enumerate(reversed(self.recent[-_MEMORY:])):
            if referent.gender == wanted:
                if unknown is not None and distance - unknown[0] > _WINDOW:
                    break
                return self._again(referent, start, end)
            if referent.gender == "" and wanted != "plural":
                if wanted == "m":
                    return self._again(referent, start, end)
                unknown = unknown or (distance, referent)
        return self._again(unknown[1], start, end) if unknown is not None else None

    def _again(self, referent: Referent, start: int, end: int) -> Referent:
        old = referent.speaker
        speaker = Speaker(old.name, start, end, old.kind, old.description)
        return Referent(speaker, referent.gender, referent.person)

    def _several(self, line: Line, phrase: Phrase) -> Referent | None:
        """Two people joined by "and"."""
        for index in range(phrase.start + 1, phrase.head_end - 1):
            if line.low[index] != "and" or not line.tags[index + 1] & CAPITAL:
                continue
            left = name_range(line, Phrase(phrase.start, index, index))
            right = name_range(line, Phrase(index + 1, phrase.head_end, phrase.end))
            if left is None or right is None:
                return None
            people = [self._person(line, part) for part in (left, right)]
            start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
            if people[0] is None or people[1] is None:
                whole = " ".join(line.text[start:end].split())
                return Referent(Speaker(whole, start, end, SpeakerKind.UNNAMED), "plural")
            members = (people[0].full_name, people[1].full_name)
            return Referent(
                Speaker(" and ".join(members), start, end, SpeakerKind.PERSON, members=members), "plural"
            )
        return None

    def _person(self, line: Line, name: tuple[int, int]) -> Person | None:
        return self.cast.resolve(
            [word for word in line.words[name[0] : name[1]]], self._title_gender(line, name[0])
        )

    def _title_gender(self, line: Line, name: int) -> str:
        title = line.low[name - 1].rstrip(".") if name else ""
        return "m" if title in MALE_NOUNS else "f" if title in FEMALE_NOUNS else ""

    def _named(self, line: Line, phrase: Phrase, name: tuple[int, int]) -> Referent | None:
        begin, stop = name
        for index in range(stop - 1, begin, -1):
            if is_genitive(line, index - 1) and index - 1 > begin:
                begin = index
                break
        words = line.words[begin:stop]
        start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
        title_gender = self._title_gender(line, begin)
        person = self.cast.resolve(words, title_gender)
        prefix = " ".join(line.text[start : line.starts[begin]].split()) if begin > phrase.start else ""
        prefix = prefix.removesuffix("'s").removesuffix("’s").strip()
        if prefix.lower() in ("mr.", "mrs.", "ms.", "mr", "mrs", "ms", "miss", "the", "and", "but"):
            prefix = ""
        written = " ".join(line.text[line.starts[begin] : line.ends[stop - 1]].split())
        if person is not None:
            description = prefix or person.description or None
            return Referent(
                Speaker(person.full_name, start, end, SpeakerKind.PERSON, description),
                person.gender or title_gender,
                person,
            )
        if (
            stop - begin == 1
            and begin == phrase.start
            and words[0].endswith("s")
            and self._opens_sentence(line, begin)
        ):
            return Referent(Speaker(written, start, end, SpeakerKind.UNNAMED), "plural")
        if self._is_organisation(line, phrase, begin, stop):
            whole = " ".join(line.text[start:end].split())
            name_only = whole if phrase.head_end < phrase.end or begin == phrase.start else written
            plural = "plural" if words[-1].endswith("s") and not words[-1].isupper() else "it"
            return Referent(Speaker(name_only, start, end, SpeakerKind.ORGANISATION), plural)
        gender = title_gender or given_gender(words[0]) if (len(words) > 1 or title_gender) else title_gender
        if len(words) == 1 and not gender:
            gender = given_gender(words[0])
        return Referent(Speaker(written, start, end, SpeakerKind.PERSON, prefix or None), gender)

    def _opens_sentence(self, line: Line, index: int) -> bool:
        return any(begin == index for begin, _ in line.sentences)

    def _is_organisation(self, line: Line, phrase: Phrase, begin: int, stop: int) -> bool:
        words = line.words[begin:stop]
        low = [word.lower() for word in words]
        if self.cast.ambiguous(words):
            return False
        if any(word in ORGANISATION_WORDS or word in PLACES for word in low):
            return True
        if line.low[phrase.start] in ("the", "a", "an") and not is_title(
            line.low[begin - 1] if begin else ""
        ):
            return True
        return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()

    def _described(self, line: Line, phrase: Phrase) -> Referent | None:
        start, end = line.starts[phrase.start], line.ends[phrase.end - 1]
        text = " ".join(line.text[start:end].split())
        words = [line.low[i] for i in range(phrase.start, phrase.end)]
        person = self._holder(words)
        if person is not None:
            return Referent(
                Speaker(person.full_name, start, end, SpeakerKind.PERSON, text), person.gender, person
            )
        head = line.low[phrase.head_end - 1]
        gender = "m" if head in MALE_NOUNS else "f" if head in FEMALE_NOUNS else ""
        if head in GROUP_NOUNS:
            return Referent(Speaker(text, start, end, SpeakerKind.ORGANISATION), "it")
        if (head.endswith("s") and not head.endswith("ss")) or head in ("people", "men", "women"):
            gender = "plural"
        return Referent(Speaker(text, start, end, SpeakerKind.UNNAMED), gender or "person")

    def _holder(self, words: list[str]) -> Person | None:
        """The person of the article who holds the office of "the Russian president"."""
        if words[0] == "the":
            words = words[1:]
        elif words[0] in ("a", "an") or (words[0] not in PLACES and words[0] != "pm"):
            return None
        cleaned = [word for word in words if word not in ("'s", "’s", "the")]
        offices = offices_meant(cleaned)
        if not offices:
            return None
        place = place_in(cleaned)
        former = "former" in cleaned
        exact: list[Person] = []
        loose: list[Person] = []
        for person in self.cast.people():
            fits = [role for role in person.roles if role.office in offices and _agrees(role, place, former)]
            if any(role.place == place for role in fits):
                exact.append(person)
            elif fits and not any(role.place and place and role.place != place for role in person.roles):
                loose.append(person)
        return (
            self._latest(exact)
            or self._latest(loose)
            or (self._by_elimination(place) if place and offices & _HEADS else None)
        )

    def _latest(self, people: list[Person]) -> Person | None:
        if len(people) <= 1:
            return people[0] if people else None
        for spoke in (True, False):
            for referent in reversed(self.recent[-_MEMORY:]):
                if (referent.spoke or not spoke) and any(referent.person is person for person in people):
                    return referent.person
        return None

    def _by_elimination(self, place: str) -> Person | None:
        """The latest speaker of whom the article names no office: the head of another country has one."""
        for referent in reversed(self.recent[-12:]):
            if referent.person is not None and not referent.person.roles:
                return referent.person
        return None

    def remember(self, speaker: Speaker) -> None:
        """Note that the speaker spoke."""
        words = speaker.name.split()
        person = self.cast.resolve(words) if speaker.kind is SpeakerKind.PERSON else None
        if person is not None:
            self.recent.append(Referent(speaker, person.gender, person, spoke=True))
        elif speaker.kind is SpeakerKind.PERSON and len(words) <= 3:
            self.recent.append(Referent(speaker, given_gender(words[0])))


def _agrees(role: Role, place: str, former: bool) -> bool:
    return (not role.place or not place or role.place == place) and (not role.former or former)
