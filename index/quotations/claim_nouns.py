"""What others claim, as nouns."""

from __future__ import annotations

from index.word_set import word_set

CLAIMS = word_set(
    "claim claims suggestion suggestions allegation allegations report reports accusation accusations rumour rumours "
    "rumor rumors speculation notion idea assertion assertions charge charges argument arguments theory theories "
    "implication implications insinuation insinuations"
)
"""Nouns for what others claim."""
