"""Phrases that tell when something happened: "two days later", "hours before the vote"."""

from __future__ import annotations

import re

from index.quotations.phrases import is_genitive
from index.quotations.tokens import CAPITAL, NUMBER, QUOTE, Line
from index.quotations.words import Tag, is_in_ly
from index.word_set import word_set

_AMOUNTS = word_set(
    "a an the this that these those next following previous same last past another every each one two three four five "
    "six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty several many few couple half dozen "
    "dozens scores more less than least just only about around nearly almost barely roughly some first second third "
    "fourth final whole"
)
_ONE_UNIT = word_set(
    "minute hour day night evening morning afternoon week weekend fortnight month year season decade spring summer "
    "autumn winter moment game lap round match"
)
_UNITS = frozenset(
    (*_ONE_UNIT, *(word + "s" for word in _ONE_UNIT), *"seconds matches centuries a.m. p.m. am pm".split())
)
_COUNTED = ("couple", "dozens", "scores")
_LATE = word_set("late later early earlier ago afterwards afterward previously beforehand")
_NEAR = word_set("soon shortly immediately long")
_LEADING_ON = word_set("before after into since prior until ahead")

# Each token is a letter: [l]ate, [n]ear, [b]efore, [o]n, a[m]ount, [u]nit, [a]dverb, [p]reposition, [v]erb or subject.
_CORE = r"[ma]*+(?:l?[ma]*+u+|n(?=b)|l(?=[opb]|$))"
_WHOLE = re.compile(rf"{_CORE}[lo]?(?:(?:b|,?[opb])[^v,]*)?")
_OPENING = re.compile(rf"{_CORE}l?b[^,]*")


def is_time_phrase(line: Line, start: int, stop: int) -> bool:
    """Whether the tokens are nothing but such a phrase, with the place behind it ("two days later, in Leeds")."""
    return _WHOLE.fullmatch(_letters(line, start, stop)) is not None


def opens_time_phrase(line: Line, start: int, stop: int) -> bool:
    """Whether such a phrase leads on to all that follows it: "hours after the minister had resigned"."""
    return _OPENING.fullmatch(_letters(line, start, stop)) is not None


def _letters(line: Line, start: int, stop: int) -> str:
    return "".join(_letter(line, index) for index in range(start, stop))


def _letter(line: Line, index: int) -> str:
    tag, word = line.tags[index], line.low[index]
    before = line.tags[index - 1] if index else 0
    for letter, words in (("l", _LATE), ("n", _NEAR), ("b", _LEADING_ON), ("u", _UNITS)):
        if word in words:
            return letter
    if word == ",":
        return ","
    if word == "of":
        return "m" if index and line.low[index - 1] in _COUNTED else "x"  # "hours of talks" goes on
    if word in _AMOUNTS or tag & NUMBER:
        return "m"
    if tag & Tag.TIME:
        return "u"
    if word == "on":
        return "o"
    if word == "at" and line.low[index + 1 : index + 2] == ["least"]:
        return "m"
    if tag & (Tag.PRONOUN | QUOTE):
        return "v"
    if tag & (Tag.AUX | Tag.FINITE) and not tag & CAPITAL and not is_genitive(line, index):
        return "v"
    if word.endswith("ed") and not tag & CAPITAL and not before & (Tag.DETERMINER | Tag.POSSESSIVE):
        return "v"
    if tag & Tag.PREPOSITION:
        return "p"
    return "a" if tag & (Tag.ADVERB | Tag.COORDINATOR) or is_in_ly(word) else "x"
