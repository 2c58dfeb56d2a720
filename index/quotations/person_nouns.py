"""Which nouns are said of persons."""

from __future__ import annotations

from index.quotations.places import PLACES
from index.quotations.words import (
    DOCUMENT_NOUNS,
    FEMALE_NOUNS,
    INANIMATE_NOUNS,
    MALE_NOUNS,
    TAGS,
    TITLES,
    WORDED_NOUNS,
)
from index.word_set import word_set

MODIFIERS = word_set(
    "vice deputy prime former ex acting interim current retired president-elect presidential vice- "
    "presidential senate house congressional u.s us american british russian first senior junior campaign "
    "communications press national state-elect foreign interior defense defence finance health education "
    "labor labour trade energy treasury state home homeland democratic democratic-leaning independent "
    "conservative liberal socialist congress tv radio talk-show late private"
)
"""Titles that describe a noun and are none."""
_PERSONS = word_set(
    "agent president correspondent resident student superintendent opponent dissident accountant consultant "
    "assistant attendant lieutenant sergeant merchant servant immigrant migrant participant contestant "
    "defendant applicant tenant parent patient client incumbent expert mum mom dad neighbour guest chef cook "
    "native boss ally friend colleague hero icon baroness baron laureate cleric priest monk nun politician "
    "musician technician physician magician physicist hopeful official professional executive freshman spouse "
    "partner fan critic diplomat bureaucrat aristocrat athlete pilot guide clerk mp mep msp governor-elect "
    "senator-elect mayor-elect appointee trustee employee retiree refugee nominee donor whip deputy "
    "chancellor champion captain titan surgeon neurosurgeon attendee confidant baker informant combatant "
    "occupant claimant complainant militant protestant descendant recipient respondent constituent adolescent "
    "insurgent adherent proponent inhabitant infant giant saint victim witness teenager duke prince"
)
KIN = word_set(
    "father mother son daughter brother sister husband wife uncle aunt nephew niece grandfather grandmother "
    "widow widower cousin lady"
)
"""What makes somebody a relative ("first lady" among them)."""
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person")
_NO_PERSONS = word_set(
    "former other another later earlier older younger elder softer tougher calmer stronger weaker better "
    "bitter sober eager clever tender sombre somber slender proper super bigger smaller greater lower higher "
    "upper inner outer fewer rather newer kinder gentler milder harsher longer shorter wider richer poorer "
    "cooler warmer louder quieter happier angrier sadder major minor superior inferior prior exterior "
    "interior human german roman whether either neither together however whatever fever september october "
    "november december"
)
_THINGS = (
    DOCUMENT_NOUNS
    | INANIMATE_NOUNS
    | WORDED_NOUNS
    | word_set(
        "summer winter semester quarter easter dinner supper career tower border corner center theater "
        "harbor parlor manor corridor door floor chamber tier pier river water paper newspaper "
        "wallpaper weather thunder answer matter manner number error terror horror offer order transfer takeover "
        "wonder danger disaster hunger anger power prayer murder slaughter disorder encounter charter chapter "
        "register poster sticker folder banner cover counter computer server printer monitor motor reactor "
        "tractor trailer scooter helicopter elevator mirror layer cluster barrier container filter trigger "
        "hammer ladder sweater leather rubber copper silver timber lumber fiber butter pepper ginger beer cider "
        "finger liver shoulder cancer tumor fever flower spider tiger deer soccer poker factor sector favor "
        "flavor humor honor rumor odor color armor vapor vigor behavior endeavor list shortlist "
        "playlist checklist wishlist blacklist mist fist wrist twist waist meridian median obsidian crater meter "
        "diameter shelter shower gender temper whisper laughter voucher twitter"
    )
)


def is_modifier(word: str) -> bool:
    """Whether the lower-case word only modifies nouns, or is no noun."""
    return word in MODIFIERS or word in _NO_PERSONS or bool(TAGS.get(word, 0)) or word in PLACES


def names_person(word: str) -> bool:
    """Whether the word is a noun for a person by what he or she does."""
    low = word.lower().strip(".,")
    if low in MODIFIERS or low in _NO_PERSONS or low in _THINGS:
        return False
    if low in TITLES or low in MALE_NOUNS or low in FEMALE_NOUNS or low in _PERSONS:
        return True
    part = low.rpartition("-")[2]
    if part != low and (part in TITLES or part in _PERSONS) and part not in MODIFIERS:
        return True
    return len(low) > 4 and low.endswith(_PERSON_ENDINGS) and not TAGS.get(low, 0)
