"""`!articles add ...` as it is typed: a web address, and options like title="The ferry"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.errors import BadInput

OPTIONS = ("title", "outlet", "date")

_TOKEN = re.compile(
    r'(?P<name>[A-Za-z]+)[=:](?:"(?P<quoted>[^"]*)"|“(?P<curled>[^”]*)”|(?P<bare>(?!//)\S*))|(?P<word>\S+)'
)


@dataclass(frozen=True, slots=True)
class TypedAddition:
    """What was typed; None for what was not."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None


def typed_addition(text: str) -> TypedAddition:
    """Read what stands behind the command. Raises BadInput for what is neither an address nor an option."""
    found: dict[str, str] = {}
    for token in _TOKEN.finditer(text):
        name = (token["name"] or "").lower()
        if name in OPTIONS:
            value = token["quoted"] or token["curled"] or token["bare"] or ""
        elif token["word"] is not None and "url" not in found:
            name, value = "url", token["word"].strip("<>")
        else:
            raise BadInput(
                f"{token[0][:40]} is neither a web address nor one of the options; "
                'write for example: title="The ferry sails" outlet=RT date=2013-05-10'
            )
        if name in found:
            raise BadInput(f"{name} is given twice")
        found[name] = value
    return TypedAddition(**found)
