"""Verbs that report speech, by the complement they take."""

from __future__ import annotations

from enum import IntFlag


class Complement(IntFlag):
    """What may follow a reporting verb."""

    CLAUSE = 1
    """A clause or a quotation: said (that) ..."""
    LISTENER = 2
    """A listener stands between verb and clause: told reporters (that) ..."""
    INFINITIVE = 4
    """An infinitive: vowed to ..., urged Congress to ..."""
    OBJECT = 8
    """A noun phrase is what was said: praised ..., called for ..."""
    QUOTE = 16
    """Reports speech only with a quotation: continued, laughed."""


C, L, I, O, Q = Complement

_REGULAR: dict[str, Complement] = {
    **dict.fromkeys(
        "claim argue add note explain assert contend maintain insist complain conclude remark observe reply respond "
        "reiterate stress emphasize emphasise underscore warn allege declare opine boast brag joke quip lament "
        "comment mention tweet retweet email post predict caution concede clarify confirm disclose divulge elaborate "
        "counter hint imply vent muse gush marvel rail fume retort interject recount recall testify state affirm "
        "report announce acknowledge admit confess reveal suggest exclaim shout yell scream whisper mutter murmur "
        "interrupt proclaim profess attest surmise reason theorize posit propose recommend counsel rule estimate "
        "point-out relate chide tease deadpan tout enthuse chime wonder blog mock scoff sneer speculate vouch "
        "hypothesize stipulate intone shrug sigh snap thunder bellow bark crow gripe grumble plead pronounce "
        "underline signal indicate guess inquire query forecast project".split(),
        C,
    ),
    "tell": C | L,
    "assure": C | L,
    "remind": C | L,
    "inform": C | L,
    "notify": C | L,
    "lecture": C | L,
    "reassure": C | L,
    "advise": C | L | I,
    "ask": C | L | I,
    "urge": C | L | I,
    "beg": C | L | I,
    "implore": L | I,
    "exhort": L | I,
    "encourage": L | I,
    "promise": C | L | I,
    "vow": C | I,
    "pledge": C | I,
    "agree": C | I,
    "threaten": C | I,
    "swear": C | I,
    "offer": I | Q,
    "demand": C | I | O,
    "request": C | O,
    "continue": Q,
    "laugh": Q,
    "smile": Q,
    "joke": C,
    "cry": Q,
    "chant": Q,
    "read": Q,
    "recite": Q,
    "begin": Q,
    "finish": Q,
    "caption": Q,
    "echo": C | O,
    "repeat": C | O,
    "deny": C | O,
    "dispute": C | O,
    "question": C | O,
    "describe": O,
    "discuss": O,
    "criticize": O,
    "criticise": O,
    "praise": O,
    "denounce": O,
    "condemn": O,
    "blast": O,
    "slam": O,
    "attack": O,
    "ridicule": O,
    "rebuke": O,
    "bash": O,
    "rip": O,
    "decry": O,
    "accuse": O,
    "blame": O,
    "cite": O,
    "defend": O,
    "call": O,
    "dub": O,
    "label": O,
    "brand": O,
    "hail": O,
    "applaud": O,
    "address": O,
    "thank": O,
    "dismiss": O,
    "reject": O,
    "highlight": O,
    "quote": O,
    "endorse": O,
    "blame": O,
    "charge": C | O,
    "protest": C | O,
}

_IRREGULAR = {
    "say": ("says", "said", "said", "saying", C),
    "tell": ("tells", "told", "told", "telling", C | L),
    "write": ("writes", "wrote", "written", "writing", C),
    "think-aloud": ("", "", "", "", C),
    "swear": ("swears", "swore", "sworn", "swearing", C | I),
    "begin": ("begins", "began", "begun", "beginning", Q),
    "go-on": ("", "", "", "", Q),
    "read": ("reads", "read", "read", "reading", Q),
    "rip": ("rips", "ripped", "ripped", "ripping", O),
    "brag": ("brags", "bragged", "bragged", "bragging", C),
    "quip": ("quips", "quipped", "quipped", "quipping", C),
    "admit": ("admits", "admitted", "admitted", "admitting", C),
    "beg": ("begs", "begged", "begged", "begging", C | L | I),
    "snap": ("snaps", "snapped", "snapped", "snapping", Q),
    "slam": ("slams", "slammed", "slammed", "slamming", O),
    "dub": ("dubs", "dubbed", "dubbed", "dubbing", O),
    "blog": ("blogs", "blogged", "blogged", "blogging", C),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting", C),
    "posit": ("posits", "posited", "posited", "positing", C),
    "stipulate": ("stipulates", "stipulated", "stipulated", "stipulating", C),
}


def _forms(base: str) -> tuple[str, str, str, str]:
    if base in _IRREGULAR:
        third, past, participle, ing, _ = _IRREGULAR[base]
        return third, past, participle, ing
    if base.endswith("e"):
        return base + "s", base + "d", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return third, base + "ed", base + "ed", base + "ing"


class Form(IntFlag):
    """The form of a verb."""

    BASE = 1
    THIRD = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


def _table() -> dict[str, tuple[str, Form, Complement]]:
    table: dict[str, tuple[str, Form, Complement]] = {}
    verbs = dict(_REGULAR)
    for base, (*_, complement) in _IRREGULAR.items():
        verbs[base] = complement
    for base, complement in verbs.items():
        third, past, participle, ing = _forms(base)
        for word, form in (
            (base, Form.BASE),
            (third, Form.THIRD),
            (past, Form.PAST),
            (participle, Form.PARTICIPLE),
            (ing, Form.ING),
        ):
            if word:
                known = table.get(word)
                table[word] = (base, form | (known[1] if known and known[0] == base else Form(0)), complement)
    return table


CUES: dict[str, tuple[str, Form, Complement]] = _table()
"""Word (lower case) to its verb, its possible forms and the complements of the verb."""
