"""How old the index is."""

from __future__ import annotations

import math
import time
from datetime import datetime
from pathlib import Path

from index.errors import OperationFailed
from index.storage.builds import builds_folder, current_id
from index.storage.manifest import Manifest


def index_age(data: Path) -> float:
    """Seconds since the build that serves was made; NaN where there is none or it cannot be read."""
    try:
        build = current_id(data)
        if build is None:
            return math.nan
        created = datetime.fromisoformat(Manifest.read(builds_folder(data) / build).created)
    except (OperationFailed, ValueError):
        return math.nan
    return time.time() - created.timestamp()
