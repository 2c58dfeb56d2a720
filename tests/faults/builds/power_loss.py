"""What a disk may hold after the power is lost in the middle of recorded operations.

The model is stricter than any journalling file system: an operation on the entries of a folder (making,
renaming, removing) is on the disk for certain only once that folder was synced after it (of a rename, the
folder of the new name), and till then may be there or not, whatever came before or after it; a rename is
there whole or not at all. The content of a file is certain only as it was when the file was last synced,
if it was not opened for writing since; else it may be empty, cut off, zeros of the right length, or whole.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from faults.builds.recording import Kind, Recording, Tree

Choose = Callable[[int], bool]
"""Whether an operation on entries that is not certain is on the disk; its number among all operations."""

Damage = Callable[[bytes], bytes]
"""What is left of content that is not certain."""

DAMAGES: dict[str, Damage] = {
    "lost": lambda content: b"",
    "cut off": lambda content: content[: len(content) // 2],
    "zeros": lambda content: bytes(len(content)),
    "whole": lambda content: content,
}


@dataclass(slots=True)
class _File:
    synced: list[tuple[int, bytes]] = field(default_factory=list)  # when, and what
    written: list[int] = field(default_factory=list)
    last: bytes = b""

    def at(self, moment: int, damage: Damage) -> bytes:
        certain = [(when, content) for when, content in self.synced if when <= moment]
        if certain and not any(certain[-1][0] < when <= moment for when in self.written):
            return certain[-1][1]
        return damage(next((content for when, content in self.synced if when > moment), self.last))


_Folder = dict[str, int]


@dataclass(slots=True)
class _Entry:
    """An operation on entries: `node` gets the name `add`, loses the name `drop`; each a folder and a name."""

    number: int
    node: int
    add: tuple[int, str] | None
    drop: tuple[int, str] | None
    certain: int | None = None

    @property
    def folder(self) -> int:
        place = self.add or self.drop
        assert place is not None
        return place[0]


class Disk:
    """The states of a disk after each of the operations of a recording."""

    def __init__(self, recording: Recording) -> None:
        self.moments = len(recording.operations)
        self._nodes: list[_File | _Folder] = [{}]
        self._entries: list[_Entry] = []
        for path, content in sorted(recording.before.items()):
            node = self._new({} if content is None else _File([(-1, content)], [], content))
            self._place(path)[0][self._place(path)[2]] = node
        self._before = [dict(node) if isinstance(node, dict) else None for node in self._nodes]
        for number, operation in enumerate(recording.operations):
            self._carry_out(number, operation.kind, operation.path, operation.target, operation.content)
        for path, content in recording.after.items():
            found = self._node(path)
            file = self._nodes[found] if found is not None else None
            if content is not None and isinstance(file, _File):
                file.last = content

    def state(self, moment: int, choose: Choose, damage: Callable[[], Damage]) -> Tree:
        """The tree on the disk when the power goes after operation `moment` (-1: before the first)."""
        folders = [dict(node) for node in self._before if node is not None]
        known = [number for number, node in enumerate(self._before) if node is not None]
        entries = dict(zip(known, folders, strict=True))
        for entry in self._entries:
            if entry.number > moment:
                break
            certain = entry.certain is not None and entry.certain <= moment
            if certain or choose(entry.number):
                _apply(entry, entries)
        tree: Tree = {}
        self._collect(0, "", entries, tree, moment, damage)
        return tree

    def _collect(
        self,
        node: int,
        path: str,
        entries: dict[int, _Folder],
        tree: Tree,
        moment: int,
        damage: Callable[[], Damage],
    ) -> None:
        for name, child in entries.get(node, {}).items():
            found = self._nodes[child]
            whole = f"{path}/{name}".lstrip("/")
            if isinstance(found, _File):
                tree[whole] = found.at(moment, damage())
            else:
                tree[whole] = None
                self._collect(child, whole, entries, tree, moment, damage)

    def _carry_out(self, number: int, kind: Kind, path: str, target: str, content: bytes | None) -> None:
        node = self._node(path)
        if kind is Kind.SYNC:
            found = self._nodes[node] if node is not None else None
            if isinstance(found, _File):
                found.synced.append((number, content or b""))
                found.last = content or b""
            else:
                for entry in self._entries:
                    if entry.folder == node and entry.certain is None:
                        entry.certain = number
            return
        if any(self._node(one.rpartition("/")[0]) is None for one in (path, target)):
            return  # it failed: there is no such folder
        folder, at, name = self._place(path)
        if kind is Kind.WRITE:
            if node is None:
                node = folder[name] = self._new(_File())
                self._entries.append(_Entry(number, node, (at, name), None))
            file = self._nodes[node]
            assert isinstance(file, _File)
            file.written.append(number)
        elif kind is Kind.MAKE_FOLDER:
            if node is None:
                node = folder[name] = self._new({})
                self._entries.append(_Entry(number, node, (at, name), None))
        elif node is not None and kind is Kind.REMOVE:
            del folder[name]
            self._entries.append(_Entry(number, node, None, (at, name)))
        elif node is not None:
            other, there, new = self._place(target)
            taken = other.get(new)
            if taken is not None and self._nodes[taken] and isinstance(self._nodes[taken], dict):
                return  # no folder takes the name of one that holds something
            other[new] = node
            drop = None
            if kind is Kind.MOVE:
                del folder[name]
                drop = (at, name)
            self._entries.append(_Entry(number, node, (there, new), drop))

    def _new(self, node: _File | _Folder) -> int:
        self._nodes.append(node)
        return len(self._nodes) - 1

    def _place(self, path: str) -> tuple[_Folder, int, str]:
        """The folder of a path, its number, and the name in it."""
        above, _, name = path.rpartition("/")
        number = self._node(above) if above else 0
        assert number is not None
        folder = self._nodes[number]
        assert isinstance(folder, dict)
        return folder, number, name

    def _node(self, path: str) -> int | None:
        number: int | None = 0
        for name in path.split("/") if path not in {"", "."} else ():
            folder = self._nodes[number] if number is not None else None
            number = folder.get(name) if isinstance(folder, dict) else None
        return number


def _apply(entry: _Entry, entries: dict[int, _Folder]) -> None:
    if entry.add is not None:
        folder, name = entry.add
        taken = entries.get(folder, {}).get(name)
        if taken is not None and taken != entry.node and entries.get(taken):
            return
        entries.setdefault(folder, {})[name] = entry.node
    if entry.drop is not None:
        folder, name = entry.drop
        if entries.get(folder, {}).get(name) == entry.node:
            del entries[folder][name]


def states(recording: Recording, rng: random.Random, each: int) -> list[tuple[int, Tree]]:
    """Trees that the power may leave, after every operation: with nothing that is not certain, with every
    entry but damaged contents, and `each` times by chance; with the number of operations that were done.
    """
    disk = Disk(recording)
    found: dict[tuple[bool, frozenset[tuple[str, bytes | None]]], tuple[int, Tree]] = {}
    for moment in range(-1, disk.moments):
        trees = [disk.state(moment, lambda _: False, lambda: DAMAGES["lost"])]
        trees += [disk.state(moment, lambda _: True, lambda one=one: one) for one in DAMAGES.values()]  # type: ignore[misc]
        for _ in range(each):
            first = rng.randrange(-1, moment + 1)
            in_order = rng.random() < 0.5
            trees.append(
                disk.state(
                    moment,
                    lambda number, first=first, in_order=in_order: (  # type: ignore[misc]
                        number <= first if in_order else rng.random() < 0.5
                    ),
                    lambda: rng.choice(list(DAMAGES.values())),
                )
            )
        for tree in trees:
            found.setdefault((moment == disk.moments - 1, frozenset(tree.items())), (moment + 1, tree))
    return list(found.values())
