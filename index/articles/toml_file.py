"""Reading the TOML files of a corpus folder, whatever somebody has put into them."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any, Final

LARGEST_TOML: Final = 4_000_000
"""Bytes of an `articles.toml` or `aliases.toml` that are read."""

# The parser takes the square of the parts of a key. The first part is looked for at its beginning alone.
_KEY_OF_MANY_PARTS = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){20}""")


def read_toml(file: Path) -> tuple[dict[str, Any], str | None]:
    """The document in a file, and what is wrong with the file, None for nothing.

    A file that cannot be used is an empty document: one that is too large, that is no TOML, or that is a
    symbolic link out of its folder.
    """
    try:
        if not _is_within(file):
            return {}, "it is a link that leaves its folder and is ignored"
        with file.open("rb") as stream:
            data = stream.read(LARGEST_TOML + 1)
    except OSError as error:
        return {}, f"it cannot be read ({error.strerror or error}) and is ignored"
    if len(data) > LARGEST_TOML:
        return {}, f"it is larger than {LARGEST_TOML // 1_000_000} MB and is ignored"
    try:
        text = data.decode("utf-8")
        if _KEY_OF_MANY_PARTS.search(text):
            return {}, "it has a key of more than twenty parts and is ignored"
        return tomllib.loads(text), None
    except (ValueError, RecursionError) as error:  # of TOML, of UTF-8, of numbers with too many digits
        return {}, f"it is not valid TOML ({str(error).splitlines()[0]}) and is ignored"


def _is_within(file: Path) -> bool:
    return not file.is_symlink() or Path(os.path.realpath(file)).is_relative_to(os.path.realpath(file.parent))
