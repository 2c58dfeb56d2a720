"""Where the database of a build is."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

DATABASE = "articles.sqlite"


def database_uri(folder: Path, mode: str) -> str:
    """SQLite's name for the database of the build in `folder`; `mode` "ro&immutable=1" once it is published."""
    return f"file:{quote(os.fsencode((folder / DATABASE).resolve()))}?mode={mode}"
