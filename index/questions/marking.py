"""The signs by which the patterns of questions know verbs of saying and exact phrases."""

from __future__ import annotations

import re

from index.questions.verbs import FORMS, Form

_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_NOUN = re.compile(r"(?:\b(?:of|the|an?|his|her|their|its)|(?<!who)['’]s?)\s+$", re.IGNORECASE)
_NEAR = 40
_CAPITAL_BEFORE = re.compile(r"(?<![^\s'‘])[A-Z][\w.’'-]*\s+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_NOUNS_TOO = frozenset(
    "address answer brand challenge claim comment demand estimate label mention note object point praise promise "
    "proposal question remark report reports request state states statement talk tweet warning".split()
)
_AFTER_NOUN = re.compile(r"\s+(?:by|from|of)\b", re.IGNORECASE)
_OPENS_LIST = re.compile(r"(?:(?:show|give|list|find|get|me|all|any|some)\s+)*", re.IGNORECASE)
_SIGNS = re.compile(r"[\x00-\x1f]")
OPENING, CLOSING = "\x0e", "\x0f"
"""The signs around an exact phrase, by which the patterns tell its words from the question's own."""
_UNSIGNED = str.maketrans(OPENING + CLOSING, "  ")


def mark_verbs(words: str) -> str:
    """`words` with a sign before every verb of saying, by which the patterns know it.

    Hundreds of forms in each of a dozen patterns would cost a third of a second to compile.
    """
    plain = words.translate(_UNSIGNED)
    titled = not any(len(word[0]) > 3 and word[0].islower() for word in _WORD.finditer(plain))

    def signed(match: re.Match[str]) -> str:
        form = FORMS.get(match[0].lower())
        if form is None or _is_noun(plain, match.start(), match.end(), titled):
            return match[0]
        return form + match[0]

    return _WORD.sub(signed, words)


def _is_noun(words: str, start: int, end: int, titled: bool) -> bool:
    """Whether the form of a verb at `start:end` is a noun: "Lavrov's comments", "the secretary of state",
    "the United States", "the Courier report says". `titled` says that all words have capitals.
    """
    before = words[max(0, start - _NEAR) : start]
    if _BEFORE_NOUN.search(before):
        return True
    if words[start:end].lower() in _NOUNS_TOO:
        if words[start].isupper() and not titled and _CAPITAL_BEFORE.search(before):
            return True
        after = _NEXT_WORD.match(words, end)
        if after is not None and after[1].islower() and FORMS.get(after[1], Form.ING) is not Form.ING:
            return True
    return _AFTER_NOUN.match(words, end) is not None and _OPENS_LIST.fullmatch(words[:start]) is not None


def unmarked(words: str) -> str:
    """`words` without the signs (and other control characters)."""
    return _SIGNS.sub("", words)
