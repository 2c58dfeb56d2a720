"""What a wording claims, as far as its words tell, and whether two wordings cannot claim the same.

Meaning alone does not tell: "we will hire 300 nurses" and "we will not hire 500 nurses" are near one another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from index.search.tokens import term_spans, terms

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SCALE = re.compile(
    r"\b(?:hundreds?|thousands?|millions?|billions?|dozens?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]\w)",
    re.IGNORECASE,
)
"""Numbers of several words, which may be written in another way ("two hundred", "1.5 million")."""
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
} | {"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60"}
_NEGATION = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely|simply)\b)|never|no|nobody|none|nor|neither|without|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[.,;:!?–—]\s|\s[–—-]\s")
_OPPOSED = (
    "rise/fall rises/falls rising/falling rose/fell increase/decrease more/less more/fewer higher/lower up/down "
    "open/close open/shut win/lose accept/reject support/oppose guilty/innocent safe/unsafe true/false "
    "legal/illegal possible/impossible buy/sell enter/leave best/worst first/last all/none good/bad"
)
_FEW = 8
_LEAST_COSINE = 0.9
"""Where one word is another in a wording of up to `_FEW` terms, and they are less alike in meaning than this, it
is no other word for the same: "a joint interest" and "a common interest" have .95, "taxes on beer" and "taxes
on wine" .82. In a longer wording a single word tells too little.
"""
_SPELLED_ALIKE = 0.8
"""From this likeness of letters on two names are spellings of one ("Qusayr", "Qusair")."""


@dataclass(frozen=True, slots=True)
class Claims:
    """A wording's terms in their `order`, the numbers in it where they can be compared, the terms that are `negated`
    wherever they stand in it, and its `names`: the terms with a capital within a sentence. `negates` says whether it
    has a negation.
    """

    order: tuple[str, ...]
    terms: frozenset[str]
    numbers: frozenset[str]
    negated: frozenset[str]
    names: frozenset[str]
    negates: bool


def claims_of(text: str) -> Claims:
    """What a wording claims."""
    spans = term_spans(text)
    order = tuple(term for term, _, _ in spans)
    negated = _negated(text, spans)
    plain = {term for place, (term, _, _) in enumerate(spans) if place not in negated}
    return Claims(
        order,
        frozenset(order),
        frozenset(_numbers(text)),
        frozenset(spans[place][0] for place in negated) - plain,
        frozenset(term for term, start, _ in spans[1:] if text[start].isupper()),
        _NEGATION.search(text) is not None,
    )


def contradict(one: Claims, other: Claims, cosine: float) -> bool:
    """Whether the wordings, alike in meaning by so much, differ in a number, a "not", in opposed words, or in one
    name or word of otherwise the same words.
    """
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return True
    if (one.negated & other.terms and not other.negates) or (other.negated & one.terms and not one.negates):
        return True
    ours, theirs = one.terms - other.terms, other.terms - one.terms
    opposed = any((a in ours and b in theirs) or (b in ours and a in theirs) for a, b in _opposed())
    if opposed and not (one.negates or other.negates):  # "not guilty" is "innocent"
        return True
    return _one_word_differs(one, other, cosine)


def _numbers(text: str) -> set[str]:
    if _SCALE.search(text):
        return set()
    found = {match[0].replace(",", "").replace(":", ".") for match in _NUMBER.finditer(text)}
    return found | {_NUMBERS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _NUMBERS}


def _negated(text: str, spans: list[tuple[str, int, int]]) -> set[int]:
    """The places of the terms that are the first behind a negation in its clause."""
    last: dict[int, int] = {}
    following = 0
    for negation in _NEGATION.finditer(text):
        while following < len(spans) and spans[following][1] < negation.end():
            following += 1
        if following == len(spans):
            break
        last[following] = negation.end()  # an earlier one stands in the clause only where this one does
    return {place for place, end in last.items() if not _CLAUSE_ENDS.search(text, end, spans[place][1])}


@cache
def _opposed() -> tuple[tuple[str, str], ...]:
    """The pairs of opposed terms."""
    stemmed = ([terms(word) for word in pair.split("/")] for pair in _OPPOSED.split())
    return tuple((one[0], other[0]) for one, other in stemmed if one and other)


def _one_word_differs(one: Claims, other: Claims, cosine: float) -> bool:
    """Whether a single term stands for another that is no other word for the same."""
    if len(one.order) != len(other.order) or len(one.order) < 2 or one.negates != other.negates:
        return False
    differing = [place for place, term in enumerate(one.order) if term != other.order[place]]
    if len(differing) != 1:
        return False
    ours, theirs = one.order[differing[0]], other.order[differing[0]]
    if _number(ours) == _number(theirs) is not None or _is_spelled_alike(ours, theirs):
        return False
    named = ours in one.names and theirs in other.names
    return named or (len(one.order) <= _FEW and cosine < _LEAST_COSINE)


def _number(term: str) -> str | None:
    return _NUMBERS.get(term, term if term.isdigit() else None)


def _is_spelled_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLED_ALIKE
