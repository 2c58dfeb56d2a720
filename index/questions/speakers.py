"""Whether what stands where a question names its speaker can be somebody who says things.

A question is English, and "did", "report", "state" and "called" stand in many that ask for no words
of anybody: "What are such towers called?", "Does the article from The Courier suggest that ...?".
"""

from __future__ import annotations

import re
from itertools import pairwise

from index.questions.surnames import ends_in_s
from index.quotations.words import FEMALE_NOUNS, GROUP_NOUNS, MALE_NOUNS, TITLES
from index.word_set import word_set

_MOST_WORDS = 6
"""Words of the longest name or description, its articles and prepositions not counted."""

_PREPOSITIONS = word_set(
    "of in on at for from with by to into onto about over under during between among amongst against through "
    "across within without toward towards upon near despite per via around behind beyond inside outside "
    "throughout like regarding concerning alongside until following after before since versus"
)
_CLAUSAL = word_set(
    "is was were are am be been being has have had did does do could would should must cannot isn't wasn't "
    "aren't weren't don't didn't doesn't not that which who whom whose when where why how while whereas "
    "although though because whether if unless as than there only made makes caused prompted persuaded convinced let"
)
"""Words that a clause has and a name has not."""
_DETERMINERS = word_set("the a an this that these those his her its their our my your")
_QUANTIFIERS = word_set(
    "some any many most several all both few other another no each every either two three"
)
_LINKS = word_set("and or but nor")
_UNFINISHED = _PREPOSITIONS | _CLAUSAL | _DETERMINERS | _QUANTIFIERS | _LINKS
"""Words that no name ends with."""
_PARTICIPLES = word_set(
    "allied close loyal opposed discussing covering describing detailing featuring focusing involving "
    "mentioning published reporting titled called named written entitled headlined"
)
"""Words that open what is said of the noun before them."""

_DOCUMENTS = word_set(
    "account accounts act agreement agreements analysis analyses article articles bible bill bills blog blogs "
    "book books brochure bulletin caption catalogue chapter chapters chart charts charter claims clause "
    "column columns constitution contract contracts convention coverage data declaration decree definition "
    "deal dictionary directive document documents dossier draft edition editorial editorials encyclopedia entry "
    "episode episodes essay essays evidence excerpt feature features figures film films findings footnote "
    "forecast gospel graph guide guidelines guides handbook headline headlines hymn hymns index instructions "
    "interview interviews introduction item items koran label law laws lawsuit leaflet letter letters lyrics "
    "magazine manifesto manual map maps memo memoir memoirs model models movie narrative newsletter newspaper "
    "newspapers note notes notice novel novels obituary outlet outlets paper papers paragraph paragraphs "
    "passage passages petition piece pieces play plays poem poems policy poll polls post poster posts preface "
    "profile proposal protocol publication publications quran recipe records regulation regulations release report "
    "reporting reports research resolution results review reviews rule rules scripture scriptures section sections "
    "segment sentence sermon sign song songs statistics statute stories story studies study summaries summary "
    "survey surveys table tables testament text texts textbook theories theory thesis title tract transcript "
    "transcripts treaty verse verses video videos website websites"
)
_NAMES_TOO = word_set("bill bills book clause draft law letter map memo page paper post rule sign song story")
_BARE_NOUNS = word_set(
    "actor agency animal area article artist athlete author body book brand business century cities city club "
    "coach college companies company compound countries country court crime day disease document element entity "
    "event factor factors film firm form game god group institution invention island issue issues kind kinds "
    "king language law material method model month movie name organisation organisations organization "
    "organizations part party percentage plant platform player president process product province region "
    "religion river scientist species state states study substance team technology term theory thing things "
    "title treaty type types university word words work year years"
)
"""What follows "what" as "which" follows it: "what company announced the deal"."""
_PEOPLE = (
    TITLES
    | GROUP_NOUNS
    | MALE_NOUNS
    | FEMALE_NOUNS
    | word_set(
        "activists administration adviser advisers aides allies analysts authorities campaigners cabinet chiefs "
        "children church citizens company companies critics director directors doctors economists editors "
        "employees executives experts families farmers founder government governments group groups historians "
        "industry inhabitants inspectors investigators investors journalists judges kremlin lawyers lawmakers "
        "leaders leadership management manufacturer managers members men militants ministers monitors mother "
        "neighbour neighbours neighbor neighbors observers officers officials operator opposition organisers "
        "organizers parents parliament parties pentagon people players police politicians pontiff "
        "producer producers prosecutors protesters rebels regulator regulators reporters representatives "
        "researchers residents scholars scientists side sources source spokespeople staff students supporters "
        "survivors suspect team teams troops union unions victim victims villagers volunteers voters "
        "witness witnesses woman women workers"
    )
) - _DOCUMENTS
_MEDIA = word_set("blog magazine newsletter newspaper newswire outlet source tabloid website")
"""What stands before a medium's name: "the news source Courier"."""
_PARTIES = word_set("republicans democrats conservatives liberals tories greens")
"""Who is named in small letters as well as with a capital."""
PRONOUNS = word_set("he she him her they")
"""Words that stand for somebody who was named elsewhere."""
_NOBODY = word_set(
    "you we i us me one it this that these those there things something nothing everything what"
)
_QUOTED = re.compile(r"(?:(?:both|the|a|an|does|do|did)\s+)*['‘‚‹\"“„«]", re.IGNORECASE)
_POSSESSED = re.compile(r"(?<=\w)['’]s?$")


def may_speak(
    name: str,
    *,
    things_too: bool = False,
    capitals: bool = False,
    after_what: bool = False,
    singular: bool = False,
) -> bool:
    """Whether `name` can be a person or an organisation, by its words alone.

    `things_too` says that the question's verb is one that things do as well ("suggest", "respond"):
    then a plain noun must be one for people. `capitals` says that the question writes names with
    capitals, so that what has none is a name no more; `after_what`, that it follows "what" at once, where
    a plain noun is what is asked for: "what company announced the deal"; `singular`, that its verb shows it
    to be one ("does jones think"), which no noun in the plural is.
    """
    words = [bare for word in name.split() if (bare := word.strip(',;:()"“”'))]
    low = [word.lower() for word in words]
    if not words or _QUOTED.match(name) or low[0] in _CLAUSAL - _DETERMINERS | _PREPOSITIONS | _LINKS:
        return False
    if len(low) == 1 and low[0] in PRONOUNS | _NOBODY:
        return low[0] in PRONOUNS
    if words[-1] in _UNFINISHED or not _CLAUSAL.isdisjoint(words[1:]):
        return False
    if sum(word not in _PREPOSITIONS | _DETERMINERS | _LINKS for word in low) > _MOST_WORDS:
        return False
    phrase = _noun_phrase(words)
    determined = low[0] in _DETERMINERS | _QUANTIFIERS or any(_POSSESSED.search(word) for word in phrase[:-1])
    if _is_document(phrase, determined) or (after_what and _is_asked_for(phrase)):
        return False
    return _is_somebody(phrase, determined, things_too, capitals, singular)


def _noun_phrase(words: list[str]) -> list[str]:
    """The words before the first preposition or participle: "the report" of "the report from Reuters"."""
    for place, word in enumerate(words[1:], 1):
        if word in _PREPOSITIONS | _PARTICIPLES:
            return words[:place]
    return words


def _is_document(phrase: list[str], determined: bool) -> bool:
    head = phrase[-1].lower()
    if phrase[0].lower() in _DOCUMENTS and head.isnumeric():
        return True
    if any(word in _MEDIA and name[0].isupper() for word, name in pairwise(phrase)):
        return True
    if head not in _DOCUMENTS or (head in _NAMES_TOO and phrase[-1][0].isupper()):
        return False
    return determined or head not in _NAMES_TOO or len(phrase) == 1


def _is_asked_for(phrase: list[str]) -> bool:
    return all(map(str.islower, phrase)) and not _BARE_NOUNS.isdisjoint(phrase)


def _is_somebody(
    phrase: list[str], determined: bool, things_too: bool, capitals: bool, singular: bool
) -> bool:
    head = phrase[-1]
    if any(map(str.isupper, head)) or head in _PARTIES:
        return True
    if determined:
        if head.lower() in _PEOPLE:
            return phrase[0].lower() not in _QUANTIFIERS or not things_too
        return not things_too and any(word.isalpha() for word in phrase[1:])
    named = any(word[0].isupper() for word in phrase)
    if head in _PEOPLE and (named or (head.endswith("s") and not things_too)):
        return True
    if named or capitals:
        return False
    return not things_too or singular or not _is_plural(head)


def _is_plural(noun: str) -> bool:
    """Whether a word in small letters is a noun in the plural, by its ending alone."""
    return noun.endswith("s") and not noun.endswith(("ss", "is", "us")) and not ends_in_s(noun)
