"""Spellings of one name: accents, transliterations, nicknames."""

from __future__ import annotations

import re
from functools import lru_cache

from index.folding import fold

_REMEMBERED = 65_536

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ə": "a"}
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_NOT_LETTERS = re.compile(r"[^\w-]+")
_UMLAUT = re.compile(r"[äöüæœøåÄÖÜÆŒØÅ]|[aouAOU]\u0308")
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("å", "aa"))

_VARIANTS = """
    aleksandr alexander aleksander oleksandr olexandr alexandr iskander
    aleksei alexei alexey aleksey alexy oleksiy oleksii oleksi alexi
    andrei andrey andriy andrii andrej
    anatoli anatoly anatoliy anatolii
    arseni arseniy arsenii arseny
    boris borys
    dmitri dmitry dmitriy dmitrii dmytro dimitri dimitry
    evgeni evgeny yevgeny yevgeni yevgeniy evgeniy eugeny yevhen
    fyodor fedor feodor theodor
    gennadi gennady gennadiy hennadiy
    georgi georgy georgiy georgii heorhiy
    grigori grigory grigoriy hryhoriy
    igor ihor
    ksenia kseniya xenia
    leonid leonyd
    maksim maxim maksym maxym
    mikhail mikhael mykhailo mikail michail mihail
    natalia natalya nataliya natalie
    nikita mykyta
    nikolai nikolay mykola nikolaj nicolai
    oleg oleh
    pavel pavlo
    petr pyotr petro
    sergei sergey serguei sergej serhiy serhii sergiy sergii
    stanislav stanyslav
    tatiana tatyana tetiana tetyana
    vasili vasily vasiliy vasyl
    vitali vitaly vitaliy vitalii
    viktor victor
    vladimir volodymyr wladimir volodimir
    vyacheslav viacheslav vjacheslav
    yuri yury yuriy yurii iouri juri
    yulia yuliya julia iulia
    aleksandar alyaksandr
    abdul abdel abdal abdol abd
    abdullah abdallah abdulla
    abdulfattah abdelfattah
    ahmed ahmad ahmet achmed
    bashar bachar
    ebrahim ibrahim
    fatima fatimah
    faisal feisal faysal
    hamid hameed
    hasan hassan
    hossein hussein hussain husayn hosein husain husein
    jamal gamal
    khaled khalid
    mahmoud mahmud mehmood
    mehdi mahdi
    mohammed mohamed mohammad mohamad muhammad muhammed muhamad muhamed mohamud mohd
    moamer muammar moammar moamar muamar
    mustafa mostafa mustapha
    nouri nuri noori
    omar umar
    osama usama
    rashid rasheed rachid
    saddam sadam
    said saeed sayeed
    salih saleh
    suleiman sulaiman soleiman sulayman
    walid waleed
    yasser yasir yaser
    yousef youssef yusuf yousuf yusef
    zine zayn zein
    jurgen juergen
    jorg joerg
    gunter guenter gunther guenther
    gotz goetz
    binyamin benjamin
    itzhak yitzhak isaac
    moshe moishe
    yair jair
"""
_NICKNAMES = """
    william: bill billy will willie
    robert: bob bobby rob robbie
    richard: dick rick ricky richie
    james: jim jimmy jamie
    joseph: joe joey
    michael: mike mick mickey
    thomas: tom tommy
    anthony: tony
    david: dave davey
    daniel: dan danny
    stephen: steve
    steven: steve
    christopher: chris
    christine: chris
    christina: chris
    matthew: matt
    nicholas: nick nicky
    benjamin: ben benny
    edward: ed eddie ted teddy
    theodore: ted teddy theo
    kenneth: ken kenny
    lawrence: larry
    gerald: jerry gerry
    jerome: jerry
    gregory: greg
    jeffrey: jeff
    geoffrey: geoff
    ronald: ron ronnie
    donald: don donnie
    timothy: tim
    andrew: andy drew
    charles: charlie chuck
    frederick: fred freddie
    alfred: fred
    peter: pete
    samuel: sam sammy
    samantha: sam
    alexander: alex
    alexandra: alex
    elizabeth: liz beth betsy lizzie betty
    katherine: kate kathy katie
    catherine: kate cathy
    susan: sue susie
    margaret: peggy maggie meg
    deborah: debbie deb
    debra: debbie deb
    barbara: barb
    jennifer: jen jenny
    rebecca: becky
    amanda: mandy
    victoria: vicky
    patricia: patty pat
    patrick: pat paddy
    bernard: bernie
    mitchell: mitch
    jonathan: jon
    joshua: josh
    zachary: zach zack
    nathan: nate
    nathaniel: nate
    russell: russ
    martin: marty
    maxwell: max
    raymond: ray
    philip: phil
    phillip: phil
    douglas: doug
    walter: walt
    leonard: len lenny
    eugene: gene
    arthur: art
    albert: al bert
    alan: al
    stanley: stan
    franklin: frank
    francis: frank
    harold: hal
    vincent: vince
    louis: lou
    sebastian: seb
    tobias: toby
    abraham: abe
    newton: newt
"""


def _variant_table() -> dict[str, str]:
    return {name: group[0] for line in _VARIANTS.split("\n") if (group := line.split()) for name in group}


def _nickname_table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in filter(str.strip, _NICKNAMES.split("\n")):
        formal, short = line.split(":")
        for name in short.split():
            table.setdefault(name, set()).add(formal.strip())
    return {name: frozenset(formal) for name, formal in table.items()}


_VARIANT = _variant_table()
_NICKNAME = _nickname_table()
_SLAVIC_END = re.compile(
    r"(?:[ea]v|ov|off|[eo]va|ski|sky|skyy|skiy|skii|skij|skaya|enko|ienko|vich|vych|adze|shvili|yan|chuk)$"
)
_ROMAN = (
    (re.compile(r"(?:iy|ii|ij|yy|yi|y|i)$"), "i"),
    (re.compile(r"(?<=[aeo])[iyj]"), "i"),
    (re.compile(r"off$"), "ov"),
    (re.compile(r"ow$"), "ov"),
    (re.compile(r"w"), "v"),
    (re.compile(r"gu(?=[ei])"), "g"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"sch"), "sh"),
    (re.compile(r"dj|zh"), "j"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"[gqk]h?(?=add?h?af[iy])"), "q"),
    (re.compile(r"ddh|dh|dd"), "d"),
    (re.compile(r"(?<=.)y(?=[aeou])"), "i"),
    (re.compile(r"y"), "i"),
    (re.compile(r"ie"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def without_possessive(word: str) -> str:
    """A name or word without a possessive ending ("Cameron's")."""
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=_REMEMBERED)
def folded(word: str) -> str:
    """A word of a name for comparison: small letters without accents, apostrophes and dots."""
    return _NOT_LETTERS.sub("", fold(word).translate(_LETTERS))


def umlaut_spelling(word: str) -> str | None:
    """The folded spelling of a word whose umlauts are written out ("schroeder"), None where it has none."""
    if not _UMLAUT.search(word):
        return None
    lower = word.casefold().replace("a\u0308", "ä").replace("o\u0308", "ö").replace("u\u0308", "ü")
    for letter, written in _UMLAUTS:
        lower = lower.replace(letter, written)
    return folded(lower)


@lru_cache(maxsize=_REMEMBERED)
def romanised(word: str) -> str:
    """A folded word with the usual differences of transliteration levelled: "zelenskyy" and "zelensky"."""
    for pattern, level in _ROMAN:
        word = pattern.sub(level, word)
    return word


def is_transliterated(given: str, surname: str) -> bool:
    """Whether a folded name is likely written over from another script, so that its spelling may vary."""
    return given in _VARIANT or bool(_SLAVIC_END.search(surname))


@lru_cache(maxsize=_REMEMBERED)
def given_names(word: str) -> frozenset[str]:
    """The given names that a folded word may stand for, each in one spelling: {"edward", "theodore"} for "ted"."""
    formal = _NICKNAME.get(word, frozenset((word,)))
    return frozenset(_VARIANT.get(name, name) for name in formal)


def same_given_name(one: str, other: str) -> bool:
    """Whether two folded given names may be the same person's: equal, variants, or one the other's nickname."""
    return one == other or bool(given_names(one) & given_names(other))
