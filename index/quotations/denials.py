"""Claims of others that a verb denies: "dismissed suggestions that the dam was unsafe"."""

from __future__ import annotations

from dataclasses import replace

from index.quotations.cue import Cue
from index.quotations.cue_words import CUES, Complement
from index.quotations.heads import is_plain
from index.quotations.phrases import right_phrase
from index.quotations.tokens import CAPITAL, CUE, Line
from index.quotations.words import Tag, word_set

_DENYING = word_set("deny dispute reject dismiss rebut")
_CLAIMS = word_set(
    "claim claims suggestion suggestions allegation allegations report reports accusation accusations rumour rumours "
    "rumor rumors speculation notion idea assertion assertions charge charges argument arguments theory theories "
    "implication implications insinuation insinuations"
)
_MAX_BEFORE = 4
_DETERMINED = Tag.DETERMINER | Tag.POSSESSIVE


def as_denial(line: Line, cue: Cue, end: int) -> Cue:
    """The cue with the noun of the claim that it denies, so that only what was claimed is its content."""
    claim = None
    if CUES[line.low[cue.verb]][0] in _DENYING and not cue.inverted:
        claim = _claim(line, cue.end, end)
    if claim is None:
        return cue
    noun_end, content = claim
    return replace(cue, end=content, phrase_end=noun_end, complement=Complement.CLAUSE)


def _claim(line: Line, index: int, end: int) -> tuple[int, int] | None:
    """The end of the noun of "all claims by critics that ...", and its "that"."""
    noun = index
    limit = min(end - 1, index + _MAX_BEFORE)
    while noun < limit and line.low[noun] not in _CLAIMS:
        if not line.tags[noun] & _DETERMINED and not is_plain(line, noun):
            return None
        noun += 1
    if noun >= limit:
        return None
    content = noun + 1
    if line.tags[content] & Tag.PREPOSITION:
        owner = right_phrase(line, content + 1, end)
        content = owner.end if owner is not None else content
    if content + 1 >= end or line.low[content] != "that":
        return None
    # "claims that were false" tells of the claims, not what they are.
    relative = line.tags[content + 1] & (Tag.AUX | Tag.FINITE | CUE) and not line.tags[content + 1] & CAPITAL
    return None if relative else (noun + 1, content)
