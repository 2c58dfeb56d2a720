"""How sure one may be that a unit answers, from evidence that is comparable between questions.

Fused scores rank within one question, and its best unit is always near 1. The raw cosine and the
share of the question's words that are covered mean the same for every question; a logistic curve
over both gives a figure from 0 to 1, and the decision "nothing found" is a threshold on it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calibration:
    """`1 / (1 + exp(-(cosine * c + coverage * w + bias)))`, and from where on a unit answers."""

    cosine: float
    coverage: float
    bias: float
    threshold: float

    def confidence(self, cosine: float, coverage: float) -> float:
        """How sure, 0..1, for a unit of this cosine (-1..1) and coverage (0..1)."""
        return 1 / (1 + math.exp(-(self.cosine * cosine + self.coverage * coverage + self.bias)))


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

PASSAGE = Calibration(cosine=9.6, coverage=3.5, bias=-4.3, threshold=0.5)
"""A passage for a question.

The proportions are those of a logistic regression on the surest passage of each of 1,100 questions of
three labelled sets: answered, asked over their own corpus and over 5, 50 and 500 documents of it;
not answered, asked over the other corpora or with the answering documents taken out. The bar is where
97 of 100 questions stay answered in each set, with .07 in log odds to spare for an encoder whose
cosines differ by .007. Neither figure grows with the corpus; over as few as 5 documents all words are
about equally rare, and 90 to 97 of 100 stay answered.

It keeps questions of other subjects out, and no more: with only the answering document taken out, most
questions over a dense corpus still pass (`benchmarks/abstention.py`), since what is left is as near
and holds as many of the words. The margin over the next document, neighbouring words, the best
sentence's share, names and numbers moved that by a few points in some sets and back in others.
"""

AROUND = 0.8
"""What a word of the question counts that stands in the statement's sentence but not in the statement:
"If a conference is held, she said, it will be ..." is about the conference, and "told NBC" says to whom.
"""

LEAST_COVERED = 0.4
"""The share of the words that a statement itself must hold before its sentence counts for who said them."""

VERBATIM = 0.95
"""The least confidence where the question's words stand in a statement as they are, in a row."""
