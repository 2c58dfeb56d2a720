"""Loading libraries before anybody waits for an answer."""

from __future__ import annotations

from index.encoding.telemetry import without_telemetry


def load_libraries() -> None:
    """Load what answering needs now: while these libraries are loaded, no other thread goes on."""
    without_telemetry()
    import onnxruntime  # noqa: F401
    import tokenizers  # noqa: F401
