"""What stands for somebody just named: "the German", "the 72-year-old"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.quotations.cast import Cast, Person
from index.quotations.phrases import Phrase, is_genitive
from index.quotations.places import PLACES, place_in
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS, ORGANISATION_WORDS, Tag
from index.word_set import word_set

_AGE = re.compile(r"(\d{1,3})-year-old")
_MAX_ADJECTIVES = 4
_NEAR = 150
"""How many tokens back somebody was named just now."""
_NATIONALS = word_set(
    "afghan albanian algerian american argentine argentinian armenian australian austrian belarusian belgian bosnian "
    "brazilian bulgarian cambodian cameroonian canadian chilean colombian croatian cypriot czech ecuadorian egyptian "
    "estonian ethiopian filipino georgian german ghanaian greek guatemalan haitian honduran hungarian indian "
    "indonesian iranian iraqi israeli italian jamaican jordanian kazakh kenyan kuwaiti latvian libyan lithuanian "
    "malaysian mexican moldovan mongolian moroccan nicaraguan nigerian norwegian pakistani palestinian panamanian "
    "paraguayan peruvian romanian russian rwandan senegalese serbian singaporean slovak slovenian somali sudanese "
    "syrian tanzanian thai tunisian ugandan ukrainian uruguayan uzbek venezuelan yemeni zambian zimbabwean"
)
"""Words for the people of a country that are also the adjective; of "the French" nobody is one."""
_OTHER_NATIONALS = {
    "briton": "britain",
    "brit": "britain",
    "englishman": "england",
    "englishwoman": "england",
    "scot": "scotland",
    "scotsman": "scotland",
    "scotswoman": "scotland",
    "welshman": "wales",
    "welshwoman": "wales",
    "irishman": "ireland",
    "irishwoman": "ireland",
    "frenchman": "france",
    "frenchwoman": "france",
    "dutchman": "netherlands",
    "dutchwoman": "netherlands",
    "spaniard": "spain",
    "dane": "denmark",
    "swede": "sweden",
    "finn": "finland",
    "icelander": "iceland",
    "pole": "poland",
    "turk": "turkey",
    "serb": "serbia",
    "croat": "croatia",
    "slovene": "slovenia",
    "kosovan": "kosovo",
    "ivorian": "",
    "kiwi": "new zealand",
    "aussie": "australia",
    "saudi": "saudi arabia",
    "texan": "texas",
    "californian": "california",
    "catalan": "",
    "londoner": "",
    "parisian": "",
    "yorkshireman": "",
    "yorkshirewoman": "",
    "ulsterman": "",
}
_PAPERS = ("australian", "scotsman")
_PLACING = word_set("in at from near outside inside across around of for the")


@dataclass(frozen=True, slots=True)
class Epithet:
    """Who is meant by what he is: where from, of which gender and of what age in years, each '' where untold.

    A `definite` one goes back to somebody; "a German" is somebody new.
    """

    place: str
    gender: str
    age: str
    definite: bool

    def fits(self, person: Person) -> bool:
        """Whether nothing that the article tells of the person says otherwise."""
        if self.gender and person.gender not in ("", self.gender):
            return False
        if self.age and person.age not in ("", self.age):
            return False
        places = {person.origin, place_in(person.description.lower().split())}
        places.update(role.place for role in person.roles)
        return not self.place or places <= {""} or self.place in places


def read_epithet(line: Line, phrase: Phrase) -> Epithet | None:
    """What the phrase calls somebody, where it is no name, office or body."""
    low, head = line.low, phrase.head_end - 1
    article = low[phrase.start]
    if (
        article not in ("the", "a", "an", "one", "another")
        or head - phrase.start > _MAX_ADJECTIVES
        or (head == phrase.start)
    ):
        return None
    aged = [match for match in map(_AGE.fullmatch, low[phrase.start + 1 : head + 1]) if match is not None]
    word = low[head]
    national = word in _NATIONALS or word in _OTHER_NATIONALS
    if national and not line.tags[head] & CAPITAL:
        return None
    if not national and (not aged or line.tags[head] & CAPITAL):
        return None
    if any(tag & CAPITAL for tag in line.tags[phrase.start + 1 : head]):
        return None
    if (
        national
        and line.words[phrase.start] == "The"
        and (phrase.start not in line.openings or (word in _PAPERS and head == phrase.start + 1))
    ):
        return None  # a newspaper
    place = (_OTHER_NATIONALS.get(word) or PLACES.get(word, word)) if national else ""
    return Epithet(place, _gender_of(word), aged[0].group(1) if aged else "", article == "the")


def _gender_of(noun: str) -> str:
    if noun in FEMALE_NOUNS or noun.endswith("woman"):
        return "f"
    return "m" if noun in MALE_NOUNS or (noun.endswith("man") and noun not in _NATIONALS) else ""


def named_alone(person: Person, line: Line, end: int, before: Line | None, cast: Cast) -> bool:
    """Whether nobody but the person is named just before token `end`, nor in the line before without a name here."""
    here, others = _namings(line, end, person, cast)
    if others or here or before is None:
        return not others
    return not _namings(before, len(before), person, cast)[1]


def _namings(line: Line, end: int, person: Person, cast: Cast) -> tuple[bool, bool]:
    """Whether the tokens before `end` name the person, and whether they name somebody else."""
    here = others = False
    index = max(0, end - _NEAR)
    while index < end:
        if not line.tags[index] & CAPITAL:
            index += 1
            continue
        start = index
        while index < end and line.tags[index] & CAPITAL and (index == start or index not in line.openings):
            index += 1
        if any(person in cast.meant([word]) for word in line.words[start:index]):
            here = True
        elif _may_name(line, start, index, cast):
            others = True
    return here, others


def _may_name(line: Line, start: int, end: int, cast: Cast) -> bool:
    """Whether the words in capitals may be a person's name."""
    words = line.low[start:end]
    known = any(person.gender for word in line.words[start:end] for person in cast.meant([word]))
    if known:
        return True
    if start > 0 and line.low[start - 1] in _PLACING:
        return False
    if any(word in PLACES or word in ORGANISATION_WORDS or word in _NATIONALS for word in words):
        return False
    if any(line.tags[index] & (Tag.TIME | Tag.DETERMINER | Tag.PRONOUN) for index in range(start, end)):
        return False
    lone = end - start == 1 and start in line.openings
    return not lone or cast.knows(words[0]) or (end < len(line) and is_genitive(line, end))
