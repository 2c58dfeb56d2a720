"""What stands before a full name as a title does: "Butcher Len Oakes", "Sixteen-year-old Ann Dow"."""

from __future__ import annotations

import re
from collections.abc import Container

from index.quotations.given_names import GIVEN_NAMES
from index.quotations.person_nouns import names_person
from index.quotations.words import NAME_PARTICLES
from index.word_set import word_set

_OCCUPATIONS = word_set(
    "accountant advocate airman astronaut astrophysicist athlete auntie aunty barista bartender beekeeper "
    "bookkeeper bookseller bricklayer bride-to-be builder bystander campaigner carer caretaker cashier "
    "chauffeur chef churchwarden cleaner clinician commuter conservationist councilor courier crofter "
    "cyclist defenceman defenseman dentist depute developer dietitian diver ecologist entertainer "
    "environmentalist ex-soldier eyewitness florist footballer forward freelancer fullback gardener "
    "golfer grandfather grandmother grandparent greengrocer grocer groom-to-be guitarist gymnast "
    "hairdresser handyman headmaster headmistress headteacher homeowner housekeeper housewife influencer "
    "jeweller jockey joiner juror laborer labourer landlady landlord landowner leaseholder lecturer "
    "lifeguard linebacker locksmith mechanic midwife milkman mom motorist mum nanny neighbor neighbour "
    "neurologist neuroscientist newcomer newsagent oncologist onlooker optician paediatrician paralegal "
    "parent passenger pathologist patient pedestrian pediatrician pensioner pharmacist photojournalist "
    "physician physiotherapist playmaker plumber podcaster postman postmaster postmistress proprietor "
    "psychiatrist publican receptionist referee restaurateur rider roofer rookie sailor salesman "
    "saleswoman schoolboy schoolgirl schoolteacher sculptor seaman seamstress shareholder shopkeeper "
    "shopper shortstop skipper socialite songwriter sophomore spectator stallholder stylist "
    "sub-postmaster subpostmaster surveyor survivor tailback taxpayer technician technologist teen "
    "teenager tenant therapist toddler tourist undertaker veterinarian vicar villager vlogger waiter "
    "waitress warden welder wicketkeeper winemaker winger youtuber zookeeper zoologist"
)
"""Nouns for persons that are hardly anybody's name."""
_NAMES_TOO = word_set(
    "archer baker barber bowler brewer butcher butler canon center centre chandler class clerk collier cook "
    "driver driller elder farrier fellow fisher flanker forester fuller gamekeeper glover groom guard hooker keeper "
    "lock miller minder novice painter parish plasterer porter potter prop prospect ranger rector reader "
    "rower runner saddler shearer shepherd skier spinner steward tailor tackle tanner thatcher tiler "
    "verger vet walker weaver wheeler"
)
"""Those that are surnames, or things, as well."""
_ENDINGS = (
    "ist",
    "ician",
    "woman",
    "person",
    "worker",
    "keeper",
    "maker",
    "owner",
    "teacher",
    "trainee",
)
_SHORTEST = 7
_MAKERS = ("maker", "keeper", "worker", "warden")
_SHORTEST_MAKER = 8
_CALLED = ("aunty", "auntie")
_PARENT = re.compile(r"(?:father|mother|mum|mom|dad|parent|grandmother|grandfather)-of-\w+\Z")
_AGED = "-year-old"


def leads(word: str, following: str, ordinary: Container[str]) -> bool:
    """Whether the capitalised word before a name of two words or more only says what somebody is.

    `following` begins the name then. A word that the article has in small letters too (`ordinary`) is no
    given name where a common one follows. All words in lower case.
    """
    if word.endswith(_AGED) or _PARENT.match(word) or word in _OCCUPATIONS:
        return True
    if len(word) >= _SHORTEST_MAKER and word.endswith(_MAKERS):
        return True  # nobody's given name
    if not (following in GIVEN_NAMES or following in _OCCUPATIONS) or following in NAME_PARTICLES:
        return False
    if word in GIVEN_NAMES:
        return False
    return word in _NAMES_TOO or word in ordinary or (len(word) >= _SHORTEST and word.endswith(_ENDINGS))


def tells(word: str) -> bool:
    """Whether such a word (lower case) is worth to be shown: no age, and no mere adjective."""
    return (
        not word.endswith(_AGED)
        and word != "class"
        and word not in _CALLED
        and (word in _OCCUPATIONS or word in _NAMES_TOO or names_person(word))
    )
