"""Killing a backup or a restoring right before a chosen step on the disk: `python kills.py WHAT ...`.

Steps are the openings of files for writing, renamings and removals of one process, counted by an audit
hook. Every run happens in a forked child, on a fresh copy of the data folder, and ends by SIGKILL.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.instance import only_instance
from index.backup.archive import check
from index.backup.restoring import restore
from index.backup.saving import back_up
from index.errors import WhosaidError
from index.storage.builds import builds_folder, current_id
from index.storage.manifest import Manifest, verify_all

_STEPS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"}
_PASSING = {"lock", "bot.lock", "bot.sqlite-wal", "bot.sqlite-shm"}


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do `work` in a child that is killed before its step of that number; False where it had fewer."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _kill_before(step)
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True
    if os.WEXITSTATUS(status):
        raise RuntimeError("the work failed")
    return False


def _kill_before(step: int) -> None:
    left = step

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        writes = (
            event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if event in _STEPS or writes:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(hook)


def digest(data: Path) -> str:
    """What tells whether two data folders hold the same, but for locks."""
    state = hashlib.sha256()
    for path in sorted(data.rglob("*")):
        if path.is_file() and path.name not in _PASSING:
            state.update(
                f"{path.relative_to(data)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
            )
    return state.hexdigest()


def served(data: Path) -> str:
    """The id of the build that a reader answers from, which must be whole; else what is wrong."""
    try:
        name = str(current_id(data))
        verify_all(builds_folder(data) / name, Manifest.read(builds_folder(data) / name))
    except WhosaidError as error:
        return f"broken: {error}"
    return name


def restoring(data: Path, file: Path, work: Path, steps: range) -> list[dict[str, Any]]:
    """Restore the backup over copies of `data`, killed at each of the steps; what there was after each.

    "reader" and "bot" say whether the old state was found or the new one, before and after a bot was
    started; "left" are files that should not be there.
    """
    undisturbed = _copy(data, work / "new")
    restore(undisturbed, file, replace=True)
    whole = {digest(data): "old", digest(undisturbed): "new"}
    builds = {served(data): "old", served(undisturbed): "new"}
    found = []
    for step in steps:
        folder = _copy(data, work / "data")
        killed = killed_at(step, lambda folder=folder: restore(folder, file, replace=True))  # type: ignore[misc]
        reader = served(folder)
        with only_instance(folder):
            state = digest(folder)
        found.append(
            {
                "step": step,
                "killed": killed,
                "reader": builds.get(reader, reader),
                "bot": whole.get(state, "neither"),
                "left": [path.name for path in folder.glob(".*")],
            }
        )
        shutil.rmtree(folder)
        if not killed:
            break
    return found


def backing_up(data: Path, file: Path, work: Path, steps: range) -> list[dict[str, Any]]:
    """Back up over an earlier backup, killed at each of the steps; what there was after each."""
    found = []
    for step in steps:
        place = work / "b.tar"
        shutil.copyfile(file, place)
        killed = killed_at(step, lambda place=place: back_up(data, place, print))  # type: ignore[misc]
        state = "old" if place.read_bytes() == file.read_bytes() else "new"
        with place.open("rb") as content:
            check(content, place)
        back_up(data, place, print)
        left = sorted(path.name for path in work.iterdir() if path.name != "b.tar")
        found.append({"step": step, "killed": killed, "file": state, "left": left})
        if not killed:
            break
    return found


def _copy(data: Path, to: Path) -> Path:
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(to)
    # Nothing is ever written into a file that is there, so that the copies can share them.
    return Path(shutil.copytree(data, to, copy_function=os.link))


def main(what: str, data: str, file: str, work: str, *steps: str) -> None:
    """Print what was found as one JSON list."""
    tried = {"restore": restoring, "backup": backing_up}[what]
    print(json.dumps(tried(Path(data), Path(file), Path(work), range(*map(int, steps)))))


if __name__ == "__main__":
    main(*sys.argv[1:])
