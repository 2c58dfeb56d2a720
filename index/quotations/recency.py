"""Who was spoken of last: what a pronoun or a definite description goes back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from index.quotations.cast import Cast, Person, dominant
from index.quotations.genders import Told
from index.quotations.statement import Speaker, SpeakerKind

_WINDOW = 3
_MEMORY = 40
_REACH = 6
_ELIMINATION = 12
_TELLING = ("m", "f", "plural")
_UNNAMED = ("person", "somebody")
_AGED = "aged"
_WANTED = {"he": "m", "him": "m", "she": "f", "her": "f", "they": "plural", "them": "plural"}


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody spoken of. `gender` is 'm', 'f', 'plural', 'it' (a body), 'thing', or '' for a name of unknown gender.

    Without a name and of unknown gender it is a 'person' who is new ("a farmer"), 'somebody' known ("the farmer"),
    or somebody 'aged' who may be the one named before ("the 72-year-old").

    `other` is the gender of somebody else whom a pronoun in the same clause means ("Smith called her a fool").
    It is `guessed` where a name of one word, which may be a surname, is commonly a given name of that gender.
    A pronoun of the gender `likely` at once behind somebody unknown is not the owner's ("her partner ... he").
    `surname` is set, in lower case, where only a name is known that several people of the article bear.
    """

    speaker: Speaker
    gender: str
    person: Person | None = None
    surname: str = ""
    spoke: bool = False
    guessed: bool = False
    other: str = ""
    likely: str = ""

    @property
    def shown_gender(self) -> str:
        """The gender, which the article may have shown since."""
        return self.gender or (self.person.gender if self.person is not None else "")

    def at(self, start: int, end: int) -> Referent:
        """The same one, mentioned at another place."""
        return replace(self, speaker=replace(self.speaker, start=start, end=end))


class Recency:
    """The people of an article in the order in which its sentences bring them up."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._recent: list[Referent] = []
        self._beside: Referent | None = None
        self._listener: Referent | None = None

    def note(
        self,
        referent: Referent,
        told: Told,
        beside: Referent | None = None,
        listener: Referent | None = None,
    ) -> None:
        """Remember the subject of a sentence with what that tells, where it is certain to be somebody.

        `beside` it nobody else is named in the sentence. The `listener` is whom the pronoun behind its verb means.
        """
        self._beside = self._listener = None
        if told.gender and not referent.shown_gender and (referent.person is not None or referent.surname):
            referent = self._of_gender(referent, told.gender)
        if told.other:
            referent = replace(referent, other=told.other)
        if (
            referent.person is not None
            or referent.surname
            or referent.gender in (*_TELLING, *_UNNAMED, _AGED)
        ):
            self._recent.append(referent)
            self._beside = beside
            self._listener = listener

    def spoke(self, referent: Referent) -> None:
        """Remember a speaker."""
        last = self._recent[-1] if self._recent else None
        if last is not None and last.speaker.start == referent.speaker.start:
            # As the subject of the sentence, with what that tells.
            referent = replace(referent, gender=referent.gender or last.gender, other=last.other)
            if referent.surname and last.person is not None:
                referent = self._as(last.person, referent)
        else:
            self._beside = self._listener = None
        self._recent.append(replace(referent, spoke=True))

    @staticmethod
    def _as(person: Person, referent: Referent) -> Referent:
        """Somebody of whom only an ambiguous surname is known, as the person it is."""
        speaker = replace(referent.speaker, name=person.full_name)
        return replace(referent, speaker=speaker, person=person, surname="")

    def _of_gender(self, referent: Referent, gender: str) -> Referent:
        """Somebody of unknown gender as somebody of that gender: of several bearers of the name the foremost."""
        bearers = [p for p in self._cast.bearers(referent.surname) if p.gender in ("", gender)]
        referent = replace(referent, gender=gender)
        bearer = dominant(bearers)
        return self._as(bearer, referent) if bearer is not None else referent

    def _backwards(self, limit: int = _MEMORY) -> Iterator[Referent]:
        return reversed(self._recent[-limit:])

    def pronoun(self, word: str, start: int, end: int) -> Referent | None:
        """Whom the pronoun (lower case) means; of who was spoken of last, it tells the gender from here on."""
        wanted = _WANTED.get(word)
        found = self._meant(wanted) if wanted is not None else None
        if wanted is None or found is None:
            return None
        if found is self._recent[-1] and found.person is not None and not found.person.gender:
            self._cast.tell_gender(found.person, wanted)
        if found.gender in ("person", _AGED):
            found = replace(found, gender=wanted)
        return found.at(start, end)

    def _meant(self, wanted: str) -> Referent | None:
        if self._is_object(wanted):
            return self._listener
        return self._antecedent(wanted) or self._only_beside(wanted) or self._aged(wanted)

    def _is_object(self, wanted: str) -> bool:
        """Whether the subject spoken of last spoke to somebody of that gender, of which no name tells it to be."""
        last = self._recent[-1] if self._recent else None
        if last is None or last.other != wanted:
            return False
        return last.speaker.kind is not SpeakerKind.PERSON or last.shown_gender != wanted

    def _only_beside(self, wanted: str) -> Referent | None:
        """The only other one named in the last sentence, where its subject is of another gender."""
        beside = self._beside
        if beside is None or self._recent[-1].shown_gender not in ("m", "f") or wanted == "plural":
            return None
        return beside if beside.shown_gender in ("", wanted) else None

    def _aged(self, wanted: str) -> Referent | None:
        """Who is known by the age alone, where that one spoke last."""
        last = self._recent[-1] if self._recent else None
        if last is None or last.gender != _AGED or not last.spoke or wanted == "plural":
            return None
        return last

    def _antecedent(self, wanted: str) -> Referent | None:
        """The latest that agrees with a pronoun of that gender.

        A "he" goes to the latest of unknown gender as well, a "she" only where that one was spoken of last of
        all, or no woman is near; neither does where somebody without a name was spoken of since ("the soldier").
        Beyond the last few who were spoken of it would be a guess.
        """
        unknown: tuple[int, Referent] | None = None
        parted = False
        distance = -1
        aged = False
        for referent in self._backwards():
            if referent.gender == _AGED:
                aged = True
                continue
            if aged and referent.gender in _UNNAMED:
                return None
            if referent.likely == wanted and referent is self._recent[-1]:
                return replace(referent, gender="person")
            if referent.gender in _UNNAMED:
                parted = parted or distance < 0 or referent.gender == "somebody"
                if not referent.spoke:
                    continue
            distance += 1
            if distance == _REACH:
                break
            known = self._agreeing(referent, wanted)
            new = referent.gender == "person" and wanted not in (referent.other, "plural")
            if known is None and distance == 0 and new:
                # "One farmer said ... he said": nobody else has come between.
                return referent
            if known is not None:
                if unknown is not None and (unknown[0] == 0 or distance - unknown[0] > _WINDOW):
                    break
                return known
            if distance == 0 and referent.guessed and referent.gender == "m" and wanted == "f":
                # "Yusuf said": a surname perhaps, and she who is spoken of is this very one.
                return None
            if referent.other == wanted and referent.shown_gender == "":
                continue
            if referent.shown_gender == "" and not referent.surname and wanted != "plural":
                if wanted == "m":
                    return None if parted else referent
                if not parted and (referent.person is not None or referent.spoke):
                    unknown = unknown or (distance, referent)
        return unknown[1] if unknown is not None else None

    def _agreeing(self, referent: Referent, wanted: str) -> Referent | None:
        if referent.shown_gender == wanted:
            return referent
        if referent.surname and not referent.gender and wanted != "plural":
            bearer = self._cast.foremost(referent.surname)
            if bearer.gender == wanted:
                return Referent(replace(referent.speaker, name=bearer.full_name), wanted, bearer)
        return None

    def latest(self, people: Collection[Person]) -> Person | None:
        """The one of the people who spoke last, or else was last spoken of; the only one at once."""
        if len(people) <= 1:
            return next(iter(people), None)
        for spoke in (True, False):
            for referent in self._backwards():
                if (referent.spoke or not spoke) and any(referent.person is person for person in people):
                    return referent.person
        return None

    def last_person(self, named: bool = False) -> Person | None:
        """Who was spoken of last of all, bodies and things left out, if it was a person of the cast.

        Where it has to be somebody `named`, those known by their age alone are left out as well.
        """
        for referent in self._backwards(_REACH):
            if referent.gender not in ("it", "thing") and not (named and referent.gender == _AGED):
                return referent.person
        return None

    def only_since(self, people: Collection[Person], start: int) -> Person | None:
        """The only one of the people who was spoken of, not before the place `start`."""
        found: Person | None = None
        for referent in self._backwards():
            if referent.speaker.start < start:
                break
            if any(referent.person is person for person in people):
                if found is not None and found is not referent.person:
                    return None
                found = referent.person
        return found

    def without_office(self) -> Person | None:
        """The latest of whom the article names no office.

        "The Russian president", where every other leader is tied to a country, can only be that one.
        """
        for referent in self._backwards(_ELIMINATION):
            if referent.person is not None and not referent.person.roles:
                return referent.person
        return None
