"""Character references ("&amp;", "&#039;"), as feeds and exports leave them in texts and titles."""

from __future__ import annotations

import html
import re
from html.entities import html5

# Encoded more than once as well: "&amp;#039;". Without its semicolon it is none: "AT&T", "&copy".
ENTITY = r"&(?:amp;){0,2}(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ENTITY = re.compile(ENTITY)
_ENCODED_AGAIN = re.compile(r"(?<=&)(?:amp;)+(?=.)")


def decoded(entity: str) -> str:
    """What is meant by a text of the pattern `ENTITY`; itself, where there is no such reference ("R&D;")."""
    once = _ENCODED_AGAIN.sub("", entity)
    return html.unescape(once) if once[1] == "#" or once[1:] in html5 else once


def without_entities(text: str) -> str:
    """`text` with the characters that its references stand for."""
    return _ENTITY.sub(lambda match: decoded(match.group()), text) if "&" in text else text
