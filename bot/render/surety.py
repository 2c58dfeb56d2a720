"""How sure an answer is, in words."""

from __future__ import annotations

SURE = 0.95
"""From here on "sure": where the words stand in a statement as they were asked for, the score is at
least this (`index.answers.confidence.VERBATIM`); a paraphrase has it only with nearly all of the words. A
passage has it as `index.answers.confidence.PASSAGE` says.
"""

LIKELY = 0.8
"""From here on "likely": most of the words, or a close paraphrase. Below it, down to the threshold of an
answer, "perhaps".
"""


def surety(score: float) -> str:
    """The word for a score of 0 to 1."""
    if score >= SURE:
        return "sure"
    return "likely" if score >= LIKELY else "perhaps"
