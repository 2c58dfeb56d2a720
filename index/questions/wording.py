"""The pieces that the patterns of questions have in common. Verbs of saying are known by their signs."""

from __future__ import annotations

from index.questions.verbs import Form
from index.word_set import word_set

SAID = rf"[{''.join(Form)}]\w+"
SAY = rf"{Form.BASE}\w+"
SAYS = rf"[{Form.BASE}{Form.THIRD}{Form.PAST}]\w+"
HAVE_SAID = rf"(?:{Form.PAST}\w+|thought|believed)"
SAYING = rf"(?:{Form.ING}\w+|thinking|believing)"
THINK = r"thinks?|thought|believes?|believed"
_ADVERB = (
    r"(?:ever|really|actually|also|first|just|publicly|once|previously|recently|already|again|literally|"
    r"explicitly|openly|repeatedly|specifically|exactly|never|later|then|reportedly|famously|both|all|"
    r"originally|initially|always|often|still|now|even|constantly|apparently|supposedly|allegedly|personally)"
)
ADVERBS = rf"(?:{_ADVERB}\s+)*"
LISTENER = (
    r"(?:reporters?|journalists?|the\s+press|the\s+media|us|me|him|her|them|everyone|everybody|"
    r"people|the\s+public|the\s+world|parliament|congress|lawmakers)\b\s*"
)
ABOUT = (
    r"(?:about|abt|on|regarding|concerning|of|over|re|wrt|with\s+re(?:gard|spect)s?\s+to|in\s+regards?\s+to|"
    r"when\s+it\s+comes\s+to|as\s+to|on\s+the\s+(?:subject|topic|issue|matter|question)\s+of)"
)
PERSONS = word_set(
    "person people one ones guy guys dude lady man men woman women politician politicians leader leaders minister "
    "ministers president presidents official officials speaker speakers republican republicans democrat democrats "
    "senator senators congressman congressmen congresswoman congresswomen candidate candidates nominee nominees "
    "governor governors mayor mayors lawmaker lawmakers expert experts analyst analysts activist activists critic "
    "critics supporter supporters spokesman spokeswoman spokesperson journalist journalists diplomat diplomats "
    "ambassador ambassadors doctor doctors nurse nurses resident residents passenger passengers farmer farmers "
    "councillor councillors teacher teachers judge judges lawyer lawyers witness witnesses neighbour neighbours "
    "economist economists player players coach coaches captain captains "
    "driver drivers worker workers student students parent parents bishop bishops general generals soldier soldiers "
    "officer officers actor actors actress actresses singer singers mp mps lord lords"
)
"""Those who say things, in a question for who of them did: `THE_ONE` leaves it to its reader to look there."""
ANY_PERSON = word_set("person people one ones guy guys dude speaker speakers")
"""Those of `PERSONS` that anybody is."""
THE_ONE = r"(?:the|that)\s+(?:first\s+)?(?P<one>\w+)"


def one_of(kind: str) -> str:
    """One of a kind of `PERSONS`: "senator" for "senators", "woman" for "women"."""
    if kind.endswith("men"):
        return f"{kind[:-3]}man"
    if kind.endswith(("sses", "ches")):
        return kind[:-2]
    return kind if kind.endswith("ss") else kind.removesuffix("s")
