"""The settings that indexing and searching read from the environment and `.env`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv import dotenv_values

from index.errors import BadInput

ENV_FILE = ".env"


def environment(env_file: Path = Path(ENV_FILE)) -> dict[str, str]:
    """The environment laid over what `env_file` says, empty values left out.

    A variable that is set in the environment wins over the file, also when it is set to nothing.
    Raises BadInput where the file cannot be read.
    """
    try:
        values = {name: value for name, value in dotenv_values(env_file).items() if value is not None}
    except UnicodeDecodeError:
        raise BadInput(f"{env_file}: is not UTF-8 text") from None
    except OSError as error:
        raise BadInput(f"{env_file}: cannot be read ({error.strerror})") from error
    values.update(os.environ)
    return {name: value for name, value in values.items() if value.strip()}


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Where the index lies, what it is made of, by which model, and which one reads the best passages again."""

    data: Path = Path("data")
    corpus: tuple[Path, ...] = ()
    model: str | None = None
    reranker: str | None = None

    @classmethod
    def read(cls, values: Mapping[str, str]) -> IndexSettings:
        """Settings from `values` (see `environment`); several corpus paths are parted by `os.pathsep`.

        Raises BadInput with the variable's name when a value cannot be used.
        """
        for name in ("WHOSAID_DATA", "WHOSAID_CORPUS", "WHOSAID_MODEL", "WHOSAID_RERANKER"):
            if "\0" in values.get(name, ""):
                raise BadInput(f"{name} holds a NUL character, which no path and no name has")
        corpus = values.get("WHOSAID_CORPUS", "")
        return cls(
            data=_path("WHOSAID_DATA", values.get("WHOSAID_DATA", "data")),
            corpus=tuple(_path("WHOSAID_CORPUS", part) for part in corpus.split(os.pathsep) if part),
            model=values.get("WHOSAID_MODEL"),
            reranker=values.get("WHOSAID_RERANKER"),
        )


def _path(variable: str, text: str) -> Path:
    """A path of a setting; no shell has read `.env`."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        raise BadInput(f"{variable}: there is no user for {text}") from None
