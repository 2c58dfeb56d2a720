"""The verbs of saying that a question may use, in every form."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """A form of a verb; the value is the sign that marks it in a question."""

    BASE = "\x01"
    THIRD = "\x02"
    PAST = "\x03"
    """The past tense and the participle."""
    ING = "\x04"


_REGULAR = (
    "accept accuse acknowledge add address affirm agree allege announce answer argue ask "
    "assert assure blame boast brand caution challenge claim comment compare complain concede conclude condemn "
    "confirm contend criticise criticize declare defend demand denounce deny describe disclose discuss dismiss "
    "emphasise emphasize estimate exclaim explain express hint imply indicate insist joke label lament maintain "
    "mention mock note object observe opine pledge point praise predict proclaim promise propose question recall "
    "recommend reiterate reject remark repeat reply report request respond reveal ridicule state stress suggest "
    "testify threaten tweet underline urge utter voice vow warn"
).split()
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "talk": ("talks", "talked", "talking"),
    "write": ("writes", "wrote", "written", "writing"),
    "call": ("calls", "called", "calling"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "admit": ("admits", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipping"),
    "brag": ("brags", "bragged", "bragging"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "slam": ("slams", "slammed", "slamming"),
}


def _forms(verb: str) -> dict[str, Form]:
    if verb in _IRREGULAR:
        third, *past, ing = _IRREGULAR[verb]
    else:
        stem = f"{verb[:-1]}i" if verb.endswith(("ly", "ny", "fy")) else verb.removesuffix("e")
        third = f"{stem}es" if verb.endswith(("y", "s", "sh", "ch", "x")) else f"{verb}s"
        past, ing = [f"{stem}ed"], f"{verb.removesuffix('e')}ing"
    return {verb: Form.BASE, third: Form.THIRD, **dict.fromkeys(past, Form.PAST), ing: Form.ING}


FORMS: dict[str, Form] = {
    written: form for verb in (*_REGULAR, *_IRREGULAR) for written, form in _forms(verb).items()
} | {"labelled": Form.PAST, "labelling": Form.ING}
"""Every form of every verb of saying, in lower case."""

_BASES: dict[str, str] = {
    written: verb
    for verb in (*_REGULAR, *_IRREGULAR, "believe", "hope", "fear", "react", "view")
    for written in _forms(verb)
} | {
    **dict.fromkeys(("labelled", "labelling"), "label"),
    **dict.fromkeys(("think", "thinks", "thought", "thinking"), "think"),
    **dict.fromkeys(("feel", "feels", "felt"), "feel"),
}


def base_form(written: str) -> str | None:
    """The base form of a verb of saying or thinking, in lower case; None for another word."""
    return _BASES.get(written.lower())


BASE_FORMS: frozenset[str] = frozenset((*_REGULAR, *_IRREGULAR))
"""The forms that follow "did" and "does"."""

OF_THINGS: frozenset[str] = frozenset(
    written
    for verb in (
        "accept acknowledge add address affirm agree answer brand call challenge compare conclude confirm demand "
        "describe discuss estimate explain express hint imply indicate label maintain mention note object observe "
        "point predict promise propose recall recommend reject repeat reply report request respond reveal state "
        "stress suggest threaten underline write"
    ).split()
    for written in _forms(verb)
) | frozenset("think thinks thought believe believes believed react reacted justify see view".split())
"""Forms of verbs that say what things do, too, or what people do without a word."""
