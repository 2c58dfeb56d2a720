"""Libraries that would report to their makers, kept from it."""

from __future__ import annotations

import os


def without_telemetry() -> None:
    """Keep onnxruntime from keeping and sending events; to be called before it is imported, as it begins then."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
