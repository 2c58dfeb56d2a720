"""How sure one may be that a unit answers, from evidence that is comparable between questions.

Fused scores rank within one question, and its best unit is always near 1. The raw cosine and the
question's words that are covered, as a share and in number, mean the same for every question; a logistic
curve over them gives a figure from 0 to 1, and the decision "nothing found" is a threshold on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

_ENOUGH = 300
"""In a corpus of so many passages there is as good as always one that is near a question by chance."""
_FEWEST = 5
"""The smallest corpus that was measured, in passages."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a unit's log odds are made of, and the confidence from where on it answers.

    `cosine` and `coverage` are what each of the two counts, `words` what each word of the question counts
    that the unit holds, and `bias` is always added.
    """

    cosine: float
    coverage: float
    bias: float
    threshold: float
    words: float = 0.0

    def confidence(self, cosine: float, coverage: float, words: int = 0) -> float:
        """How sure, 0..1, for a unit of this cosine (-1..1) that covers this share (0..1) of a question of
        so many different words; the words it holds are the share of their number.
        """
        held = self.coverage + self.words * words
        return 1 / (1 + math.exp(-(self.cosine * cosine + held * coverage + self.bias)))

    def eased(self, passages: int) -> Calibration:
        """The calibration for a corpus of so many passages: in a small one, less is near by chance."""
        tenfolds = math.log10(_ENOUGH / min(max(passages, _FEWEST), _ENOUGH))
        return replace(self, bias=self.bias + _EASIER * tenfolds)


STATEMENT = Calibration(cosine=8.0, coverage=5.0, bias=-5.5, threshold=0.65)
"""A statement for the words somebody is asked to have said.

Set so that a statement with all of the words passes at any cosine above 0.1, and one with none of
them only where its cosine says that it is a paraphrase (0.7 and above). Asked for three or four of its
words, 93 of 100 statements are found again so, and 29 of 100 questions are answered where nobody said
those words (`benchmarks/recall.py`): with what is near, marked as such. At the same share found again no
other proportion of the two, fitted ones included, answers fewer of these; a bar of 0.77 would find
90 of 100 again and answer 13.
"""

TOPIC = Calibration(cosine=8.0, coverage=5.0, bias=-5.0, threshold=0.5)
"""A statement of a person that the question names, for the topic it asks about: half a point easier."""

PASSAGE = Calibration(cosine=7.6, coverage=5.1, words=0.25, bias=-5.0, threshold=0.5)
"""A passage for a question, in a corpus of 300 passages or more.

The proportions are about those of a logistic regression on the surest passage of each of 1,900 questions
of three labelled sets: answered, asked over their own corpus and over 5, 50 and 500 documents of it; not
answered, asked over the other corpora or with the answering documents taken out. A share alone is unfair
to long questions: no passage holds most of their words, and still each word that one does hold is evidence.
The bar is where 97.5 of 100 questions stay answered in each set. It keeps out questions of other subjects
and half of those whose answer alone is missing, fewer in a dense corpus (`benchmarks/abstention.py`), where
what is left is as near and holds as many of the words. The scale is one at which 0.95, "sure", is said to
44 to 79 of 100 questions over their own corpus, and in two of the sets to at most 10 whose answer is missing.

With the margin over the next document, neighbouring words, names, or the closest sentence of the passage
in addition it would answer at most three in 100 fewer of these at one bar for all sets.
"""

_EASIER = 1.0
"""What is added in log odds for each tenfold that a corpus is smaller than `_ENOUGH`.

By the same regression 1.3, and lower to keep foreign questions out. Over 5 and 50 documents 92 to 100 of 100
questions are answered so (`benchmarks/small_corpora.py`); at the bar for larger corpora, 80 of one set's.
"""

AROUND = 0.8
"""What a word of the question counts that stands in the statement's sentence but not in the statement:
"If a conference is held, she said, it will be ..." is about the conference, and "told NBC" says to whom.
"""

LEAST_COVERED = 0.4
"""The share of the words that a statement itself must hold before its sentence counts for who said them."""

VERBATIM = 0.95
"""The least confidence where the question's words stand in a statement as they are, in a row."""
