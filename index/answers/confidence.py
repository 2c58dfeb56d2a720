"""How sure one may be that a unit answers, from evidence that is comparable between questions.

Fused scores rank within one question, and its best unit is always near 1. The raw cosine and the
question's words that are covered, as a share and in number, mean the same for every question; a logistic
curve over them gives a figure from 0 to 1, and the decision "nothing found" is a threshold on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

_MOST_WORDS = 45
"""The words of the longest question that was measured: of a whole pasted text some are in any passage."""
_ENOUGH = 300
"""In a corpus of so many passages there is as good as always one that is near a question by chance."""
_FEWEST = 5
"""The smallest corpus that was measured, in passages."""
_MANY, _MOST = 10_000, 100_000
"""From where on there are passages near almost any question, and up to where that was measured, about."""
_HARDER = 0.3
"""What is taken away in log odds for each tenfold that a corpus is larger than `_MANY`.

Over 65,000 passages, where hardly a question has nothing near it, the bar of `PASSAGE` answers 22 to 74 of
100 questions whose documents are all gone, and this one 21 to 62, while 97 to 100 of 100 stay answered that
have an answer (`benchmarks/large_corpus.py`); half a point would leave 96 of these.
"""
_EASIER = 0.5
"""What is added in log odds for each tenfold that a corpus is smaller than `_ENOUGH`.

By the regression of `PASSAGE` 1.3; but where a few articles are of one subject, as they mostly are, that
answers two of three questions whose answer is missing. So it is no more than what keeps 98 of 100 questions
answered over five articles of one subject (`benchmarks/small_corpora.py`).
"""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a unit's log odds are made of, and the confidence from where on it answers.

    The cosine counts `cosine` times, and the share of the question's words that are covered `coverage`
    times; that share times their number, which is how many of them the unit holds where all are equally
    rare, `words` times; and `bias` is always added.
    """

    cosine: float
    coverage: float
    bias: float
    threshold: float
    words: float = 0.0

    def confidence(self, cosine: float, coverage: float, words: int = 0) -> float:
        """How sure, 0..1, for a unit of this cosine (-1..1) that covers this share (0..1) of a question of
        so many different words.
        """
        covered = self.coverage + self.words * min(words, _MOST_WORDS)
        return 1 / (1 + math.exp(-(self.cosine * cosine + covered * coverage + self.bias)))


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
"""A passage for a question, in a corpus of 300 to 10,000 passages; for others see `of_passages`.

The proportions are about those of a logistic regression on the surest passage of each of 1,900 questions
of three labelled sets: answered, asked over their own corpus and over 5, 50 and (the largest set) 500
documents of it; not answered, asked over the other corpora or with the answering documents taken out. A share
alone is unfair to long questions: no passage holds most of their words, and still each word that one does hold
is evidence. The bar is where at least 97.5 of 100 questions stay answered in each set. It keeps out most
questions of other subjects, and 7 to 48 of 100 whose answer alone is missing, the fewer the denser a corpus is
(`benchmarks/abstention.py`): what is left is as near and holds as many of the words. The scale is one at which
0.95, "sure", is said of a missing answer about as often as it was by the cosine and the share alone, and
of one that is there more often.

With the margin over the next document, neighbouring words, names, or the closest sentence of the passage
in addition it would answer at most three in 100 fewer of these at one bar for all sets.
"""


def of_passages(count: int) -> Calibration:
    """`PASSAGE` for a corpus of so many passages, however few of them a question is restricted to: in a small
    one less is near by chance, and in a large one more.
    """
    fewer = math.log10(_ENOUGH / min(max(count, _FEWEST), _ENOUGH))
    more = math.log10(min(max(count, _MANY), _MOST) / _MANY)
    return replace(PASSAGE, bias=PASSAGE.bias + _EASIER * fewer - _HARDER * more)


AROUND = 0.8
"""What a word of the question counts that stands in the statement's sentence but not in the statement:
"If a conference is held, she said, it will be ..." is about the conference, and "told NBC" says to whom.
"""

LEAST_COVERED = 0.4
"""The share of the words that a statement itself must hold before its sentence counts for who said them."""

VERBATIM = 0.95
"""The least confidence where the question's words stand in a statement as they are, in a row."""
