"""What stands for somebody just named: "the German", "the 72-year-old"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.quotations.cast import Person
from index.quotations.phrases import Phrase
from index.quotations.places import PLACES, place_in
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import FEMALE_NOUNS, MALE_NOUNS
from index.word_set import word_set

_AGE = re.compile(r"(\d{1,3})-year-old")
_ARTICLES = ("the", "a", "an", "one", "another")
_MAX_ADJECTIVES = 4
_ADJECTIVES = word_set(
    "afghan albanian algerian american argentine argentinian armenian australian austrian belarusian belgian bosnian "
    "brazilian bulgarian cambodian cameroonian canadian chilean colombian croatian cypriot czech ecuadorian egyptian "
    "estonian ethiopian filipino georgian german ghanaian greek guatemalan haitian honduran hungarian indian "
    "indonesian iranian iraqi israeli italian jamaican jordanian kazakh kenyan kuwaiti latvian libyan lithuanian "
    "malaysian mexican moldovan mongolian moroccan nicaraguan nigerian norwegian pakistani palestinian panamanian "
    "paraguayan peruvian romanian russian rwandan senegalese serbian singaporean slovak slovenian somali sudanese "
    "syrian tanzanian thai tunisian ugandan ukrainian uruguayan uzbek venezuelan yemeni zambian zimbabwean"
)
"""Words for somebody from a place that are also the adjective; of "the French" nobody is one."""
_NOUNS = """
briton britain; brit britain; englishman england; englishwoman england; scot scotland; scotsman scotland;
scotswoman scotland; welshman wales; welshwoman wales; irishman ireland; irishwoman ireland; frenchman france;
frenchwoman france; dutchman netherlands; dutchwoman netherlands; spaniard spain; dane denmark; swede sweden;
finn finland; icelander iceland; pole poland; turk turkey; serb serbia; croat croatia; slovene slovenia;
kosovan kosovo; ivorian ivory coast; kiwi new zealand; aussie australia; saudi saudi arabia; texan texas;
californian california; catalan catalonia; londoner london; parisian paris; yorkshireman yorkshire;
yorkshirewoman yorkshire; ulsterman ulster
"""


def _table() -> dict[str, str]:
    table = {word: PLACES[word] for word in _ADJECTIVES}
    for entry in _NOUNS.split(";"):
        noun, place = entry.strip().split(" ", 1)
        table[noun] = place
    return table


NATIONALS: dict[str, str] = _table()
"""What somebody from a place is called (lower case) to the place."""
_PAPERS = ("australian", "scotsman")


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
    low, start, head = line.low, phrase.start, phrase.head_end - 1
    if low[start] not in _ARTICLES or not start < head <= start + _MAX_ADJECTIVES:
        return None
    if any(tag & CAPITAL for tag in line.tags[start + 1 : head]):
        return None
    aged = [match.group(1) for match in map(_AGE.fullmatch, low[start + 1 : head + 1]) if match is not None]
    place = ""
    if line.tags[head] & CAPITAL:
        place = NATIONALS.get(low[head], "")
        if not place or (line.words[start] == "The" and _is_paper(line, start, head)):
            return None
    elif not aged:
        return None
    return Epithet(place, _gender_of(low[head]), aged[0] if aged else "", low[start] == "the")


def _is_paper(line: Line, start: int, head: int) -> bool:
    """Whether the words, which begin with "The", may be the name of a newspaper."""
    return start not in line.openings or (line.low[head] in _PAPERS and head == start + 1)


def _gender_of(noun: str) -> str:
    if noun in FEMALE_NOUNS or noun.endswith("woman"):
        return "f"
    return "m" if noun in MALE_NOUNS or (noun.endswith("man") and noun not in _ADJECTIVES) else ""
