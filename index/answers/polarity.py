"""Statements that are taken back where they stand, or that say the opposite of what is asked.

What is hidden or marked wrongly misleads as much as what is not: only plain forms count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.folding import fold, word_sequence
from index.quotations.claim_nouns import CLAIMS
from index.search.tokens import occurrences
from index.storage.stored import StoredStatement

_DENY = r"den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)"
_REJECT = r"(?:reject|dismiss|rebut|refut|rebuff)(?:s|es|e|t?ed|t?ing)?"
_DENIAL = rf"{_DENY}|{_REJECT}|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)"
_MERELY = r"(?!\s+(?:only|just|merely|simply|\w+ly)\b)"
"""What turns no verb: "not only", "not surprisingly"."""
_RIGHTLY = r"(?!\s+(?:only|just|merely|simply|un\w+ly|surprisingly|wrongly)\b)"
"""The same before a verb of saying: "did not only say", "not unreasonably argued", but "did not directly say"."""
_LATER = re.compile(r"\b(?:until|till|before)\b")
_PARTED = re.compile(r"[,;:]|\b(?:but|which|who)\b")
_TAKEN_BACK = re.compile(
    rf"\b(?:not|never|cannot|hardly|scarcely)\b{_RIGHTLY}|n't\b{_RIGHTLY}|\b(?:{_DENIAL})\b"
)
_SUPPOSED = re.compile(r"\b(?:may|might|should|(?:could|would)(?: not|n't)? have)\b")
_STRESSED = re.compile(r"\b(?:enough|too)\b")
_CLAIMS = f"(?:{'|'.join(sorted(CLAIMS))})"
_REPORTED = re.compile(rf"(?:that|saying|having|{_CLAIMS})\b")
_CLAIMED = re.compile(rf"\b{_CLAIMS} that\b")
_DENIED = re.compile(rf"\b(?:{_DENY})\b")
_REJECTED = re.compile(rf"\b{_REJECT}\b")
_ASKED = re.compile(rf"\b(?:never|{_DENIAL})\b")
_QUOTED = re.compile('["“”«»„]')

_TENSES = {
    "be": "am is are was were",
    "have": "has had",
    "do": "does did",
    "can": "could",
    "will": "would",
    "shall": "should",
    "may": "might",
}
_AUXILIARIES = "am is are was were has have had do does did can could will would shall should may might must"
_AUXILIARY = re.compile(
    rf"\b({'|'.join(_AUXILIARIES.split())}|wo|ca|sha)"
    rf"(?:(n't\b{_MERELY})|(not\b{_MERELY})|((?:\s+\w+ly)?\s+(?:not|never)\b{_MERELY})|\b(?!'))"
)
_CONTRACTED = {"wo": "will", "ca": "can", "sha": "shall"}
_PRESENT = {form: verb for verb, forms in _TENSES.items() for form in forms.split()}
"""Reported speech shifts the tense: "the vaccine is safe" is told as "that it was safe"."""
_WHETHER = re.compile(r"\W*whether\b")
_WHETHER_OR_IF = re.compile(r"\W*(?:whether|if)\b")
_NOT_TO = re.compile(r"\b(?:not|never)(?: ever)? to (?:\w+ly )?$")
"""What turns what somebody promised: "not to raise taxes"."""
_NEAR = 40
_NEGATED = re.compile(r"\b(?:not|never)\b|n't\b")
_ASKING = re.compile(r"\b(?:ask|wonder|question|inquir|enquir|doubt)")
_DOUBTED = re.compile(
    r" (?:(?:(?:not|isn t|wasn t|never) true|untrue|false) that"
    r"|(?:not|never|don t|doesn t|didn t|nobody)(?: (?!only|just|merely|simply)\w+)?"
    r" (?:believe|believes|think|thinks|claim|claimed|claims|say|says|said)(?: that)?) $"
)


def is_denied(statement: StoredStatement) -> bool:
    """Whether the article reports it as denied, or as not said: "denied that ...", "denied taking ...", "rejected
    claims that ...", "did not say that ...", "never mentioned ...". What stands in marks was said, whatever word
    reports it, but for words that are quoted within a denied clause.
    """
    cue = fold(statement.cue or "")
    if len(_TAKEN_BACK.findall(cue)) % 2 == 0:
        return False  # who cannot deny it, says it
    text = fold(statement.text)
    if _REJECTED.search(cue):
        return _CLAIMED.search(f"{cue} {text}") is not None
    denied = _DENIED.search(cue) is not None
    if (quoted := _QUOTED.search(text)) is not None:
        within = denied and _REPORTED.match(text) and not _PARTED.search(text, 0, quoted.start())
        if not within:
            return False
    if (place := statement.cue_before) is None:
        return True
    # "Did not say until Friday that ..." was said, and so was "could not stress enough that ...".
    begin = statement.start - statement.around_start
    between = statement.around[place[1] : begin]
    return not (_LATER.search(between) or _STRESSED.search(between) or _STRESSED.match(text))


def is_unsaid(statement: StoredStatement) -> bool:
    """Whether nobody is reported to have said it: it is denied, or only supposed ("might say that ...", "should
    have said that ...") and not in marks.
    """
    supposed = _SUPPOSED.search(fold(statement.cue or "")) and not _QUOTED.search(statement.text)
    return bool(supposed) or is_denied(statement)


def asks_for_denials(question: str, topic: str) -> bool:
    """Whether a question about a topic asks what somebody denied."""
    return _ASKED.search(word_sequence(question).replace(word_sequence(topic), " ")) is not None


def is_opposite(topic: str, rarity: Mapping[str, float], text: str, cue: str = "") -> bool:
    """Whether a text that holds the words of a clause says its opposite, or leaves it open: where of the clause's
    auxiliaries one is negated here and not there ("water is a commodity", "Water is not a commodity"); where
    the clause is called untrue; behind "not to"; and where "whether" opens it, or "if" behind a `cue` that asks.
    `rarity` has the clause's terms.
    """
    clause, told = fold(topic), fold(text)
    whether = _WHETHER_OR_IF if _ASKING.search(fold(cue)) else _WHETHER
    if whether.match(clause):
        return False
    if _is_doubted(topic, text):
        return True
    found = occurrences(rarity, told)
    start, end = _shortest(found)
    within = [first for _, first, last in found if start <= first and last <= end]
    if "never" not in clause.split() and any(f" {told}".endswith(" never ", 0, at + 1) for at in within):
        return True
    if _NOT_TO.search(told[max(start - _NEAR, 0) : start]) and not _NEGATED.search(clause):
        return True
    if whether.match(told) and not _PARTED.search(told, 0, start):
        return True
    asked = _auxiliaries(clause)
    places = occurrences(rarity, clause)
    if not asked or not places:
        return False
    led = len(clause[: places[0][1]].split())  # words of the clause before the first that counts
    opening = told[:start].split()
    stretch = " ".join([*opening[max(len(opening) - led - 1, 0) :], told[start:end]])
    said = _auxiliaries(_PARTED.split(stretch)[-1])
    # Where one stands both with and without "not", nobody can tell which is meant.
    return any(len(said.get(one, ())) == 1 == len(ways) and said[one] != ways for one, ways in asked.items())


def _is_doubted(topic: str, text: str) -> bool:
    """Whether the words of the topic, in a row, follow "it is not true that" or the like."""
    before, clause, _ = word_sequence(text).partition(word_sequence(topic))
    return bool(clause) and _DOUBTED.search(f"{before} ") is not None


def _auxiliaries(clause: str) -> dict[str, set[bool]]:
    """The auxiliaries of a folded clause, in the present tense, each with whether it is negated: once, or in both
    ways.
    """
    found: dict[str, set[bool]] = {}
    for match in _AUXILIARY.finditer(clause):
        verb, *negations = match.groups()
        if verb in _CONTRACTED and not negations[0]:
            continue
        verb = _CONTRACTED.get(verb, verb)
        found.setdefault(_PRESENT.get(verb, verb), set()).add(any(negations))
    return found


def _shortest(places: list[tuple[str, int, int]]) -> tuple[int, int]:
    """The shortest stretch of a text that holds each of the terms that it holds at all: one pass over them."""
    wanted = len({term for term, _, _ in places})
    latest: dict[str, int] = {}
    best: tuple[int, int] | None = None
    for term, start, end in places:
        latest.pop(term, None)
        latest[term] = start  # in the order of where each stands last
        if len(latest) == wanted:
            first = latest[next(iter(latest))]
            if best is None or end - first < best[1] - best[0]:
                best = (first, end)
    return best or (0, 0)
