"""Where things lie on the machine is nothing to members."""

from __future__ import annotations

import re

_FOLDERS = re.compile(r"(?<![\w:/.~])(?:/[^\s/]{1,255})*/(?=[^\s/])")


def without_folders(text: str) -> str:
    """`text` with absolute paths cut down to the names of their files; addresses of the web stay."""
    return _FOLDERS.sub(lambda found: found[0] if found[0] == "/" else "", text)
