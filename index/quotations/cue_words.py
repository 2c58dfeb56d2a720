"""Verbs that report speech, by the complement they take."""

from __future__ import annotations

from index.word_set import word_set


class Complement:
    """What may follow a reporting verb, as bits."""

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
    THAT = 32
    """The clause must have its "that", or be a quotation: ruled that ..."""


_CLAUSE = (
    "claim argue add note explain assert contend insist complain conclude remark reply respond "
    "reiterate stress emphasize emphasise underscore warn allege declare opine boast joke lament comment "
    "mention tweet retweet post predict caution concede clarify confirm disclose divulge hint retort "
    "interject blurt snarl riff intone recount recall testify state affirm report announce acknowledge "
    "confess reveal suggest exclaim shout yell scream whisper mutter murmur interrupt proclaim attest enthuse "
    "elaborate theorize propose recommend deadpan wonder mock scoff speculate sigh thunder bellow bark crow "
    "gripe grumble plead pronounce underline indicate inquire surmise marvel muse gush fume chime quote "
    "volunteer summarize paraphrase advertise preach"
)
_OBJECT = (
    "describe criticize criticise praise denounce condemn blast ridicule rebuke decry accuse blame cite call "
    "dub label brand term hail dismiss highlight tout lambaste lambast berate deride castigate chastise disparage "
    "assail bemoan mention mock belittle extol liken chide scold admonish congratulate commend lecture trash pan "
    "defend attack outline detail reference invoke skewer savage vilify malign excoriate denigrate"
)
_QUOTED = "continue laugh smile cry chant read recite begin finish caption offer go write-on sing croak start"

_GROUPS: tuple[tuple[str, int], ...] = (
    (_OBJECT, Complement.OBJECT),
    (_QUOTED, Complement.QUOTE),
    (_CLAUSE, Complement.CLAUSE),
    ("email assure inform notify reassure lecture", Complement.CLAUSE | Complement.LISTENER),
    ("advise ask urge beg promise remind", Complement.CLAUSE | Complement.LISTENER | Complement.INFINITIVE),
    ("implore exhort", Complement.LISTENER | Complement.INFINITIVE),
    ("vow pledge threaten", Complement.CLAUSE | Complement.INFINITIVE),
    (
        "maintain observe rule signal counter estimate stipulate specify agree accept",
        Complement.CLAUSE | Complement.THAT,
    ),
    (
        "echo repeat deny dispute question charge protest mention announce request",
        Complement.CLAUSE | Complement.OBJECT,
    ),
    ("point", Complement.CLAUSE | Complement.OBJECT),
    ("talk", Complement.OBJECT),
    ("demand", Complement.CLAUSE | Complement.INFINITIVE | Complement.OBJECT),
    ("reject", Complement.THAT),
    ("mock quote", Complement.OBJECT | Complement.QUOTE),
)

_IRREGULAR = {
    "say": ("says", "said", "said", "saying", Complement.CLAUSE),
    "tell": (
        "tells",
        "told",
        "told",
        "telling",
        Complement.CLAUSE | Complement.LISTENER | Complement.INFINITIVE,
    ),
    "write": ("writes", "wrote", "written", "writing", Complement.CLAUSE),
    "swear": ("swears", "swore", "sworn", "swearing", Complement.CLAUSE | Complement.INFINITIVE),
    "begin": ("begins", "began", "begun", "beginning", Complement.QUOTE),
    "go": ("goes", "went", "gone", "going", Complement.QUOTE),
    "put": ("puts", "put", "put", "putting", Complement.QUOTE),
    "sing": ("sings", "sang", "sung", "singing", Complement.QUOTE),
    "read": ("reads", "read", "read", "reading", Complement.QUOTE),
    "rip": ("rips", "ripped", "ripped", "ripping", Complement.OBJECT),
    "brag": ("brags", "bragged", "bragged", "bragging", Complement.CLAUSE),
    "quip": ("quips", "quipped", "quipped", "quipping", Complement.CLAUSE),
    "admit": ("admits", "admitted", "admitted", "admitting", Complement.CLAUSE),
    "beg": (
        "begs",
        "begged",
        "begged",
        "begging",
        Complement.CLAUSE | Complement.LISTENER | Complement.INFINITIVE,
    ),
    "snap": ("snaps", "snapped", "snapped", "snapping", Complement.QUOTE),
    "refer": ("refers", "referred", "referred", "referring", Complement.OBJECT),
    "speak": ("speaks", "spoke", "spoken", "speaking", Complement.OBJECT),
    "slam": ("slams", "slammed", "slammed", "slamming", Complement.OBJECT),
    "pan": ("pans", "panned", "panned", "panning", Complement.OBJECT),
    "dub": ("dubs", "dubbed", "dubbed", "dubbing", Complement.OBJECT),
    "rebut": ("rebuts", "rebutted", "rebutted", "rebutting", Complement.CLAUSE),
}

_BRITISH = {
    "labelled": "labeled",
    "labelling": "labeling",
    "signalled": "signaled",
    "signalling": "signaling",
    "marvelled": "marveled",
    "marvelling": "marveling",
}

NOUN_LIKE = word_set(
    "state email report attack question comment post rule address charge remark promise pledge project request "
    "demand brand signal estimate protest caption counter smile label cry crow hint tweet call claim offer mock "
    "read quote caution whisper shout joke highlight rip blast address start laugh chant tout detail outline "
    "reference trash pan contest vow go volunteer praise blame recall recount term dispute echo sigh savage note reply"
)
"""Verbs whose base and third-person forms are as often nouns."""


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


class Form:
    """The form of a verb, as bits."""

    BASE = 1
    THIRD = 2
    PAST = 4
    PARTICIPLE = 8
    ING = 16


def _table() -> dict[str, tuple[str, int, int]]:
    table: dict[str, tuple[str, int, int]] = {}
    verbs = {verb: complement for group, complement in _GROUPS for verb in group.split()}
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
                table[word] = (base, form | (known[1] if known and known[0] == base else 0), complement)
    return table | {british: table[american] for british, american in _BRITISH.items()}


CUES: dict[str, tuple[str, int, int]] = _table()
"""Word (lower case) to its verb, its possible forms and the complements of the verb."""
