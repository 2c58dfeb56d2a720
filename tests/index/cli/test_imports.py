"""What an answer must not wait for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_HEAVY = (
    "torch transformers sentence_transformers huggingface_hub onnx rank_bm25 sklearn scipy trafilatura lxml "
    "ir_measures yaml"
)
_CODE = f"""
import sys
from index.cli import main
code = main(sys.argv[1:])
sys.stderr.write(" ".join(name for name in {_HEAVY.split()!r} if name in sys.modules))
sys.exit(code)
"""


def test_asking_imports_nothing_that_only_building_needs(seeds_data: Path) -> None:
    command = [
        sys.executable,
        "-c",
        _CODE,
        "ask",
        "who said territorial integrity",
        "--data",
        str(seeds_data),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Vladimir Putin" in done.stdout
