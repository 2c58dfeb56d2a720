"""The speakers of a build who are no persons, as the texts call them: "activists", "a spokesman"."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.folding import word_sequence

_ARTICLES = frozenset(("the", "a", "an"))


class Unnamed:
    """Speakers without a name, out of the numbers of the statements of each, by what it is called."""

    def __init__(self, statements: Mapping[str, NDArray[np.int32]]) -> None:
        self._statements = [(word_sequence(name), theirs) for name, theirs in statements.items()]

    def said_by(self, name: str) -> frozenset[int]:
        """The statements whose speaker's name holds these words, whole and in a row; an article that the
        words begin with does not count.
        """
        words = word_sequence(name).split()
        if len(words) > 1 and words[0] in _ARTICLES:
            words = words[1:]
        if not words:
            return frozenset()
        sought = f" {' '.join(words)} "
        found = [theirs for name, theirs in self._statements if sought in name]
        return frozenset(np.concatenate(found).tolist()) if found else frozenset()
