"""Why the disk refuses, in words that say what to do."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from pathlib import Path

_FULL = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota is used up",
    errno.EFBIG: "a file would be too big",
}
_MEGABYTE = 1_000_000


def is_full(error: BaseException) -> bool:
    """Whether a disk had no room for what was to be written."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    if not isinstance(error, OSError):
        return False
    return error.errno in _FULL or _is_short_write(error)


def why(error: OSError | sqlite3.Error, place: Path) -> str:
    """The reason of a failure to write below the folder `place`; of a full disk with what is free on it."""
    if isinstance(error, sqlite3.Error) and _is_refused(error):
        return f"{error}: {_free(place)}"
    if not is_full(error):
        return (error.strerror if isinstance(error, OSError) else None) or str(error)
    number = error.errno if isinstance(error, OSError) else None
    return f"{_FULL[number or errno.ENOSPC]}: {_free(place)}"


def _free(place: Path) -> str:
    """What is free on the disk of a folder that may be gone."""
    folder = next((one for one in (place, *place.parents) if os.path.lexists(one)), place)
    try:
        return f"{shutil.disk_usage(folder).free / _MEGABYTE:.1f} MB are free in {folder}"
    except OSError:
        return f"in {folder}"


def _is_refused(error: sqlite3.Error) -> bool:
    """Whether SQLite could not read or write, which is all that it tells of a file that may not grow."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_IOERR


def _is_short_write(error: OSError) -> bool:
    """Whether numpy says so, which tells how many items it wrote and no number of an error."""
    return error.errno is None and " requested and " in str(error)
