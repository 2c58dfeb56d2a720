"""Keeping secrets out of what is logged and told."""

from __future__ import annotations

import re

HIDDEN = "[hidden]"

_USERINFO = re.compile(r"(?<=://)[^\s/@]{1,300}@")


def without_userinfo(text: str) -> str:
    """`text` without the names and passwords in its web addresses, such as those of proxies."""
    return _USERINFO.sub(f"{HIDDEN}@", text)
