"""Past forms without the object or the listener that they need to be active: "accused of fraud", "told that"."""

from __future__ import annotations

from index.quotations.cue_words import CUES, Complement, Form
from index.quotations.tokens import CAPITAL, Line
from index.quotations.words import Tag
from index.word_set import word_set

_INTRANSITIVE = word_set("call go point refer speak talk rip")
_LINKING = word_set("as after because when")
_PARTICLES = word_set("into off out up")
_BEHIND_LISTENER = word_set("that of about to")
_CERTAIN = {
    "tell": word_set("that to about"),
    "remind": _BEHIND_LISTENER,
    "inform": _BEHIND_LISTENER,
    "notify": _BEHIND_LISTENER,
    "assure": _BEHIND_LISTENER,
    "reassure": _BEHIND_LISTENER,
    "urge": word_set("to"),
    "implore": word_set("to"),
    "exhort": word_set("to"),
    "question": word_set("about over"),
    "charge": word_set("with over"),
}
_POSSIBLE = {
    "warn": word_set("that of about to against over"),
    "tell": word_set("of how"),
    "ask": word_set("about to if whether why how what for on"),
    "advise": word_set("that of to against on"),
    "beg": word_set("to for"),
}


def lacks_object(line: Line, verb: int) -> bool:
    """Whether the past form has neither object nor listener directly behind it, and needs one to be active.

    The object may still follow ("dismissed as nonsense claims that ...") or stand before the subject
    ("what Smith described as ...").
    """
    base, form, complement = CUES[line.low[verb]]
    if not form & Form.PARTICIPLE or verb + 1 >= len(line):
        return False
    following = line.low[verb + 1]
    if base in _CERTAIN:
        return following in _CERTAIN[base]
    if not complement & Complement.OBJECT or complement & Complement.CLAUSE or base in _INTRANSITIVE:
        return False
    if line.tags[verb + 1] & CAPITAL or following in _PARTICLES:
        return False
    return bool(line.tags[verb + 1] & Tag.PREPOSITION) or following in _LINKING


def may_lack_listener(line: Line, verb: int) -> bool:
    """Whether the past form is active or passive by its place alone ("warned that", "asked about")."""
    base, form, _ = CUES[line.low[verb]]
    if not form & Form.PARTICIPLE or verb + 1 >= len(line):
        return False
    return line.low[verb + 1] in _POSSIBLE.get(base, ())
