"""What a question can want."""

from __future__ import annotations

from enum import StrEnum


class Intent(StrEnum):
    """What a question wants."""

    WHO_SAID = "who_said"
    WHAT_SAID = "what_said"
    DID_SAY = "did_say"
    PASSAGES = "passages"
