"""What stands before a full name as a title does: "Butcher Len Oakes", "Sixteen-year-old Ann Dow"."""

from __future__ import annotations

import re
from collections.abc import Container

from index.quotations.given_names import GIVEN_NAMES
from index.quotations.person_nouns import names_person
from index.quotations.words import NAME_PARTICLES
from index.word_set import word_set

_OCCUPATIONS = word_set(
    "accountant advocate airman astronaut astrophysicist athlete bartender barista beekeeper bookkeeper bookseller "
    "bricklayer builder bystander campaigner caretaker carer cashier chauffeur chef cleaner clinician commuter "
    "conservationist councilor courier crofter cyclist defenceman defenseman dentist depute developer dietitian diver "
    "ecologist entertainer environmentalist ex-soldier eyewitness florist footballer forward freelancer fullback "
    "gardener golfer grandfather grandmother grandparent greengrocer grocer guitarist gymnast hairdresser handyman "
    "headmaster headmistress headteacher homeowner housekeeper housewife influencer jeweller jockey joiner juror "
    "labourer laborer landlady landlord landowner leaseholder lecturer lifeguard linebacker locksmith mechanic midwife "
    "milkman motorist mum mom nanny neighbor neighbour neurologist neuroscientist newsagent newcomer onlooker "
    "oncologist optician paediatrician pediatrician paralegal passenger pathologist patient pedestrian pensioner "
    "pharmacist photojournalist physician physiotherapist playmaker plumber podcaster postman postmaster postmistress "
    "proprietor psychiatrist publican receptionist referee restaurateur rider rookie roofer sailor salesman saleswoman "
    "schoolboy schoolgirl schoolteacher sculptor seamstress seaman shareholder shopkeeper shopper shortstop skipper "
    "socialite songwriter sophomore spectator stallholder stylist sub-postmaster subpostmaster surveyor survivor "
    "tailback taxpayer teen teenager technician technologist tenant therapist toddler tourist undertaker veterinarian "
    "vicar villager vlogger waiter waitress warden welder wicketkeeper winemaker winger youtuber zoologist zookeeper"
)
"""Nouns for persons that are hardly anybody's name."""
_NAMES_TOO = word_set(
    "archer baker barber bowler brewer butcher butler canon center centre chandler class clerk collier cook "
    "driver driller farrier fellow fisher flanker forester fuller gamekeeper glover groom guard hooker keeper "
    "lock miller minder novice painter parish plasterer porter potter prop prospect ranger rector reader "
    "rower runner saddler shearer shepherd skier spinner steward tailor tackle tanner thatcher tiler "
    "verger vet walker weaver wheeler"
)
"""Those that are surnames, or things, as well."""
_ENDINGS = (
    "ist",
    "ologist",
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
_PARENT = re.compile(r"(?:father|mother|mum|mom|dad|parent|grandmother|grandfather)-of-\w+\Z")
_AGED = "-year-old"


def leads(word: str, following: str, ordinary: Container[str]) -> bool:
    """Whether the capitalised word before a name of two words or more only says what somebody is.

    `following` begins the name then. A word that the article has in small letters too (`ordinary`) is no
    given name where a common one follows. All words in lower case.
    """
    if word.endswith(_AGED) or _PARENT.match(word) or word in _OCCUPATIONS:
        return True
    if following not in GIVEN_NAMES or following in NAME_PARTICLES:
        return False
    if word in GIVEN_NAMES:
        return False
    return word in _NAMES_TOO or word in ordinary or (len(word) >= _SHORTEST and word.endswith(_ENDINGS))


def tells(word: str) -> bool:
    """Whether such a word (lower case) is worth to be shown: no age, and no mere adjective."""
    return (
        not word.endswith(_AGED)
        and word != "class"
        and (word in _OCCUPATIONS or word in _NAMES_TOO or names_person(word))
    )
