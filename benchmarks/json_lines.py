"""Files with a JSON object on each line, plain or gzipped."""

from __future__ import annotations

import gzip
import json
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from index.errors import BadInput


def read_json_lines(path: Path, needed: Collection[str]) -> list[dict[str, Any]]:
    """The objects of a file. Raises BadInput naming the line that is none, or lacks one of the `needed` keys,
    and OSError where the file cannot be read.
    """
    data = path.read_bytes()
    if path.suffix == ".gz":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError) as error:
            raise BadInput(f"{path}: is not gzipped ({error})") from error
    return list(_objects(path, data.splitlines(), needed))


def _objects(path: Path, lines: Iterable[bytes], needed: Collection[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, 1):
        try:
            found = json.loads(line)
        except ValueError as error:
            raise BadInput(f"{path}:{number}: is not JSON ({error})") from error
        if not isinstance(found, dict) or not found.keys() >= set(needed):
            raise BadInput(f"{path}:{number}: is no object with {', '.join(needed)}")
        yield found


def write_json_lines(path: Path, objects: Iterable[dict[str, Any]]) -> None:
    """Write an object a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in objects)
