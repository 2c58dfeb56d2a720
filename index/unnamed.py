"""The speakers of a build who are no persons, as the texts call them: "activists", "a spokesman for the mayor"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.folding import word_sequence
from index.word_set import word_set

_ARTICLES = frozenset(("the", "a", "an"))
_JOINING = frozenset(("and", "or"))
_OPPOSING = frozenset(("anti", "pro", "non", "against"))
# What follows one of these belongs to the word before it, which the phrase is about.
_BEHIND = word_set(
    "of for from by at in to with on near against over under about inside outside around behind among between "
    "within without who whom whose which that where close loyal opposed across along here there nationwide overall "
    "familiar aware due"
)
_ON_BEHALF_OF = word_set("of for from by at in to with on")
_SHORTEST = 4
"""Letters that a participle has more than: "marching", but not "king"."""
_PARTS = word_set(
    "group groups dozens hundreds thousands scores one two three some many several most all both majority number "
    "couple pair handful crowd crowds members member others percent cent half third thirds quarter quarters fifth "
    "fifths tenth list minority share proportion rest dozen score tens millions four five six seven eight nine ten "
    "each few none plenty lots lot"
)
_SPEAKING_FOR_OTHERS = word_set(
    """
    spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons representative
    representatives lawyer lawyers attorney attorneys counsel solicitor solicitors barrister publicist agent agents
    secretary aide aides adviser advisers advisor advisors envoy envoys ambassador ambassadors diplomat diplomats
    delegate delegates delegation deputy official officials officer officers executive executives ceo chief chiefs
    head heads leader leaders leadership director directors chairman chairwoman chair president boss bosses founder
    founders manager managers minister ministers mp mps lawmaker lawmakers senator senators commander commanders
    governor mayor office campaign team administration government cabinet ministry department embassy authorities
    authority board committee council statement statements letter memo email tweet tweets post posts filing filings
    speech figures data analysis analyses report reports poll polls polling survey surveys readout study studies
    estimate estimates review statistics findings research assessment forecast bulletin release census
    """
)
"""Words for those who speak for whom or what they belong to, and for what it says itself."""


class Unnamed:
    """Speakers without a name, out of the numbers of the statements of each, by what it is called."""

    def __init__(self, statements: Mapping[str, NDArray[np.int32]]) -> None:
        self._statements = [(word_sequence(name), name, theirs) for name, theirs in statements.items()]

    def said_by(self, name: str) -> frozenset[int]:
        """The statements of speakers who are called by these words, in a row, and of those who speak for them:
        "Syrian activists" are activists, and a spokesman for the mayor speaks for the mayor. The mayor's
        critics do not. An article that the words begin with does not count, and what tells of whom they are
        may be told at more length: "critics of the mayor" are also critics of the new mayor.
        """
        words = word_sequence(name).split()
        if len(words) > 1 and words[0] in _ARTICLES:
            words = words[1:]
        if not words:
            return frozenset()
        within = [f" {word} " for word in words] if _BEHIND & set(words) else [f" {' '.join(words)} "]
        found = [
            theirs
            for sequence, called, theirs in self._statements
            if all(part in sequence for part in within) and _speaks_for(words, called)
        ]
        return frozenset(np.concatenate(found).tolist()) if found else frozenset()


def _speaks_for(sought: Sequence[str], called: str) -> bool:
    """Whether a speaker who is called so is meant by the words sought, or speaks for whom they mean."""
    words: list[str] = []
    last: set[int] = set()  # the places of words that end a name or a phrase, but for the last one
    for part in called.split(","):
        words += word_sequence(part).split()
        last.add(len(words) - 1)
    size = len(sought)
    places = [range(at, at + size) for at in range(len(words) - size + 1) if words[at : at + size] == sought]
    if places or _BEHIND.isdisjoint(sought):
        return any(_is_meant(words, last, place) for place in places)
    return _is_meant(words, last, _in_order(sought, words))


def _in_order(sought: Sequence[str], words: Sequence[str]) -> Sequence[int]:
    """Where the words sought stand, one behind the other; empty, where they do not."""
    places: list[int] = []
    for word in sought:
        at = next(
            (at for at in range(places[-1] + 1 if places else 0, len(words)) if words[at] == word), None
        )
        if at is None:
            return []
        places.append(at)
    return places


def _is_meant(words: Sequence[str], last: Collection[int], places: Sequence[int]) -> bool:
    """Whether the words at these places are what the phrase is about, or what that speaks for."""
    begin = 0
    while places:
        stop = next((at for at in range(begin, len(words)) if words[at] in _BEHIND), len(words))
        heads = [
            at for at in range(begin, stop) if at in last or at + 1 == stop or _goes_on_behind(words[at + 1])
        ]
        if any(head in places for head in heads):
            return True
        start, head = places[0], words[stop - 1] if stop > begin else ""
        if start < stop:
            return head in _SPEAKING_FOR_OTHERS and not (start and words[start - 1] in _OPPOSING)
        parts = (head in _PARTS or head.isdecimal()) and words[stop] in ("of", "in")
        if head and not parts and not (head in _SPEAKING_FOR_OTHERS and words[stop] in _ON_BEHALF_OF):
            return False
        begin = stop + 1
    return False


def _goes_on_behind(word: str) -> bool:
    """Whether a word behind a noun leaves it the head: "activists and", "protesters marching"."""
    return word in _JOINING or (len(word) > _SHORTEST and word.endswith(("ing", "ed")))
