"""Lists of fields that name one office or body: "Culture, Media and Sport Secretary", "Rail, Tram and Bus Union"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.quotations.words import ORGANISATION_WORDS, TITLES
from index.word_set import word_set

_FIELDS = word_set(
    "affairs agricultural agriculture air allied animal arts aviation broadcasting building bus business "
    "cabinet care child children citizenship climate clothing commerce commercial communication "
    "communications communities community constitution constitutional construction consumer corrections "
    "cultural culture defence defense development digital disabilities disability distributive economic "
    "economy education electrical electronic emergency employment energy engineering enterprise environment "
    "environmental equalities equality ethnic external families family film finance financial fire fisheries "
    "food footwear foreign forestry furniture gaeltacht gender government growth health heritage higher home "
    "horticulture hotel house housing human immigration indigenous industrial industry information "
    "infrastructure innovation insurance integration intelligence investment islands jobs justice labor "
    "labour land law leather leisure levelling local manufacturing marine maritime media medicine mental "
    "metal migration mineral mines mining municipal music natural parks pensions petroleum planning ports "
    "postal power printing procurement public rail railway recreation reform regional regions relations "
    "rescue research resources restaurant retail rights rural safety schools science sciences security "
    "services shipbuilding shop skills social society space sport sports state strategy sustainability "
    "sustainable technology telecommunications textile theatre tourism town trade training tram transport "
    "transportation treasury universities urban utilities veterans warehouse waste water welfare wildlife "
    "wine women work workers works youth"
)
_MOST_ITEMS = 8
_LONGEST_ITEM = 3
_AND = ("and", "&")
_OFFICE = TITLES | ORGANISATION_WORDS | {"select", "shadow", "spokespeople", "workers"}
# Looked for first, for speed: most texts have no list at all.
_LIST = re.compile(r"\w, [A-Z][\w ,]{0,200} (?:and|&) [A-Z]")
_WINDOW = 140
_ITEM = r"[A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,2}"
_LIST_BEFORE = re.compile(rf"(?:{_ITEM}, ){{1,{_MOST_ITEMS}}}(?:{_ITEM},? )?(?:and|&) \Z")


def joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of words in a text with the words of each such list as one."""
    if not spans or not _LIST.search(text, spans[0][0], spans[-1][1]):
        return spans
    words = [text[begin:end] for begin, end in spans]
    result: list[tuple[int, int]] = []
    taken = 0
    for comma, word in enumerate(words):
        if word != "," or comma <= taken or not _is_field(words[comma - 1]):
            continue
        begin = comma - 1
        while begin > max(taken, comma - _LONGEST_ITEM) and _is_field(words[begin - 1]):
            begin -= 1
        end = _list_end(words, comma)
        if end and _names_an_office(words, begin, end):
            result += spans[taken:begin]
            result.append((spans[begin][0], spans[end - 1][1]))
            taken = end
    return result + spans[taken:] if taken else spans


def _is_field(word: str) -> bool:
    return word[0].isupper() and word.lower() in _FIELDS


def _list_end(words: Sequence[str], comma: int) -> int:
    """Where the list ends that goes on behind the comma; 0 where it is none."""
    index = comma
    for _ in range(_MOST_ITEMS):
        last = words[index] in _AND
        start = index = index + 1
        while index < min(len(words), start + _LONGEST_ITEM) and _is_field(words[index]):
            index += 1
        if index == start or last or index + 1 >= len(words):
            return index if last and index > start else 0
        if words[index] == "," and words[index + 1] in _AND:
            index += 1
        elif words[index] != "," and words[index] not in _AND:
            return 0
    return 0


def _names_an_office(words: Sequence[str], begin: int, end: int) -> bool:
    """Whether an office or a body stands before the list ("Minister for ...") or behind it."""
    behind = end < len(words) and words[end].lower() in _OFFICE
    before = begin > 1 and words[begin - 1] in ("for", "of") and words[begin - 2][0].isupper()
    return behind or before


def list_before(text: str, start: int, told: Sequence[str]) -> list[str]:
    """The words of a list that ends with the first of the words `told`, which stand before `start` or go over it."""
    if not told or not _is_field(told[0]):
        return []
    begin = max(0, start - _WINDOW)
    at = text.rfind(" ".join(told), begin, start + _WINDOW)
    match = _LIST_BEFORE.search(text, begin, at) if at > begin else None
    words = match.group().split() if match is not None else []
    return words if all(word in _AND or _is_field(word.strip(",")) for word in words) else []
