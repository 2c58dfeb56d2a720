"""Small JSON files that carry a checksum of themselves, so that damage to them is noticed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import xxhash

_CHECKSUM = "checksum"


def dump_checked(values: Mapping[str, Any]) -> str:
    """The text of a file with `values` and, as its last entry, the checksum of what they mean."""
    plain = json.loads(json.dumps(values))
    return json.dumps({**plain, _CHECKSUM: _checksum(plain)}, ensure_ascii=False, indent=1)


def load_checked(text: str) -> dict[str, Any]:
    """The values in the text of a file; one without a checksum is taken as it is.

    Files of earlier versions have none, and who edits a file by hand takes it out. Raises ValueError
    for what is no JSON object, and where the values are not those that the checksum was taken of.
    """
    try:
        values = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(values, dict):
        raise ValueError("it is no JSON object")
    checksum = values.pop(_CHECKSUM, None)
    if checksum is not None and checksum != _checksum(values):
        raise ValueError("its checksum does not match")
    return values


def _checksum(values: Mapping[str, Any]) -> str:
    """XXH3 (128 bits, hexadecimal) of the values, however they are laid out in a file."""
    return xxhash.xxh3_128_hexdigest(json.dumps(values, sort_keys=True).encode())
