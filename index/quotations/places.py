"""Countries and US states, and the adjectives made from them."""

from __future__ import annotations

import re

_COUNTRIES = """
afghanistan afghan; albania albanian; algeria algerian; argentina argentine argentinian; armenia armenian;
australia australian; austria austrian; azerbaijan azerbaijani; bahrain bahraini; bangladesh bangladeshi;
belarus belarusian; belgium belgian; bolivia bolivian; bosnia bosnian; brazil brazilian; bulgaria bulgarian;
cambodia cambodian; cameroon cameroonian; canada canadian; chile chilean; china chinese beijing; colombia
colombian; congo congolese; croatia croatian; cuba cuban; cyprus cypriot; czechia czech; denmark danish;
ecuador ecuadorian; egypt egyptian; estonia estonian; ethiopia ethiopian; finland finnish; france french;
georgia georgian; germany german; ghana ghanaian; greece greek; guatemala guatemalan; haiti haitian; honduras
honduran; hungary hungarian; iceland icelandic; india indian; indonesia indonesian; iran iranian; iraq iraqi;
ireland irish; israel israeli; italy italian; jamaica jamaican; japan japanese; jordan jordanian; kazakhstan
kazakh; kenya kenyan; kosovo kosovar; kuwait kuwaiti; kyrgyzstan kyrgyz; latvia latvian; lebanon lebanese;
libya libyan; lithuania lithuanian; malaysia malaysian; mali malian; mexico mexican; moldova moldovan;
mongolia mongolian; morocco moroccan; myanmar burmese; nepal nepalese; netherlands dutch; nicaragua
nicaraguan; niger nigerien; nigeria nigerian; norway norwegian; oman omani; pakistan pakistani; palestine
palestinian; panama panamanian; paraguay paraguayan; peru peruvian; philippines philippine filipino; poland
polish; portugal portuguese; qatar qatari; romania romanian; russia russian kremlin; rwanda rwandan; senegal
senegalese; serbia serbian; singapore singaporean; slovakia slovak; slovenia slovenian; somalia somali; spain
spanish; sudan sudanese; sweden swedish; switzerland swiss; syria syrian; taiwan taiwanese; tajikistan tajik;
tanzania tanzanian; thailand thai; tunisia tunisian; turkey turkish; turkmenistan turkmen; uganda ugandan;
ukraine ukrainian; uruguay uruguayan; uzbekistan uzbek; vatican; venezuela venezuelan; vietnam vietnamese;
yemen yemeni; zambia zambian; zimbabwe zimbabwean; britain british uk u.k. england english; scotland scottish;
wales welsh; us u.s. american america usa; eu european e.u. europe; un u.n.
"""
_STATES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
    "mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah "
    "vermont virginia wisconsin wyoming"
)
_PAIRS = (
    "united states: us; united kingdom: britain; great britain: britain; northern ireland: northern ireland; "
    "european union: eu; united nations: un; north korea: north korea; north korean: north korea; "
    "south korea: south korea; south korean: south korea; south africa: south africa; "
    "south african: south africa; saudi arabia: saudi arabia; new zealand: new zealand; sri lanka: sri lanka; "
    "sri lankan: sri lanka; hong kong: hong kong; czech republic: czechia; new york: new york; "
    "new jersey: new jersey; new mexico: new mexico; new hampshire: new hampshire; "
    "north carolina: north carolina; south carolina: south carolina; north dakota: north dakota; "
    "south dakota: south dakota; west virginia: west virginia; rhode island: rhode island"
)


def _table() -> dict[str, str]:
    table = {state: state for state in _STATES.split()}
    for entry in _COUNTRIES.split(";"):
        words = entry.split()
        for word in words:
            table[word] = words[0]
    table.update(dict(re.findall(r"(.+?): (.+?)(?:; |$)", _PAIRS)))
    return table


PLACES: dict[str, str] = _table()
"""Name or adjective (lower case) to the place, by its name; those of two words with a blank between them."""


def joined_places(words: list[str]) -> list[str]:
    """The lower-case words with each place of two words as one ("united states")."""
    joined: list[str] = []
    for word in words:
        if joined and f"{joined[-1]} {_bare(word)}" in PLACES:
            joined[-1] += f" {word}"
        else:
            joined.append(word)
    return joined


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def place_in(words: list[str]) -> str:
    """The first place that the lower-case words name, '' where there is none."""
    for word in words:
        place = PLACES.get(word) or PLACES.get(_bare(word))
        if place:
            return place
    return ""
