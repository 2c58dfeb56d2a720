"""Run commands one after another as a user who may do nothing but what all may: `unprivileged.py JSON`.

JSON is a list of commands; the result is a list of the exit code, output and errors of each. Where root
starts it, everything is imported and then root is given up, so that neither the libraries nor this folder
need to be readable for others. Nothing is forked: a child beside onnxruntime's threads may hang.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import pkgutil
import sys
from pathlib import Path

from hashing import Hashing

import bot
import index
from bot.__main__ import main as run_bot
from bot.runtime.loading import load_libraries
from index.building.pipeline import build
from index.cli import main
from index.errors import OperationFailed

_NOBODY = 65534


def _import_all() -> None:
    """Import what commands import only when they need it."""
    for package in (index, bot):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    load_libraries()


def _give_up_root() -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def _run(command: list[str]) -> int:
    name, *arguments = command
    if name == "bot":
        return run_bot(arguments)
    if name != "build":
        return main(command)
    data, corpus = map(Path, arguments)
    try:
        build(data, [corpus], Hashing(), model=None, listener=lambda event: None)
    except OperationFailed as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def _told(command: list[str]) -> tuple[int, str, str]:
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = _run(command)
    return code, out.getvalue(), err.getvalue()


if __name__ == "__main__":
    _import_all()
    given: list[list[str]] = json.loads(sys.argv[1])
    for one in given:
        if one[0] == "search":  # numpy, too, imports some of itself only when it is needed
            _told(one)
    _give_up_root()
    print(json.dumps([_told(one) for one in given]))
