"""The codes and sketches of a build's vectors, taken over from the earlier build where they are known."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.arrays import create_array, map_array, release_pages, write_array
from index.search.codes import HEAD, LONGEST, VectorCodes, head_codes, tail_steps
from index.search.nibbles import packed
from index.search.sketches import SKETCHES, SPREAD, Layout, spread

LEAST = 1 << 14
"""Fewer vectors than these get no codes: reading them whole takes 3 ms at most."""
_UNFIT = 1.25
"""How much more of the vectors may lie in the tails than when the axes were laid, before axes are laid anew."""
_SAMPLE = 1 << 14
_BLOCK = 1 << 12
_LEAST_SHARE = 1e-3
"""Of a vector's square, which rounding makes of tails that hold nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownCodes:
    """Codes of an earlier build: `rows` (N,) says for each vector now which row was its there, -1: none."""

    codes: VectorCodes
    rows: NDArray[np.int32]

    @classmethod
    def load(cls, folder: Path, name: str, rows: NDArray[np.int32]) -> KnownCodes | None:
        """The codes in the earlier build's `folder`, None where they are of no use: there are none, or fewer
        than half of the vectors have one, so that the axes may be others' than theirs.
        """
        if 2 * np.count_nonzero(rows >= 0) < rows.size:
            return None
        codes = VectorCodes.load(folder, name)
        return None if codes is None else cls(codes, rows)


def write_codes(folder: Path, name: str, least: int = LEAST, known: KnownCodes | None = None) -> None:
    """Write the codes of `folder/name.npy` (N, d) beside it, reading it in blocks.

    The axes, and how far the vectors spread along them, come from 16,384 rows spread evenly; the same
    vectors give the same files. Where codes are `known`, they and their axes are taken over, unless too many
    of the vectors now are others than those that the axes were laid for. Nothing is written for fewer than
    `least` vectors.
    """
    vectors = map_array(folder, name)
    if len(vectors) < least:
        return
    count, dimensions = vectors.shape
    head_size = min(HEAD, dimensions)
    if known is not None and not _still_fit(known, vectors):
        known = None
    if known is not None:
        rotation, layout = known.codes.rotation, known.codes.sketches.layout
    else:
        sample = vectors[:: -(-count // _SAMPLE)]
        rotation = _principal_axes(sample)
        layout = Layout(spread(sample @ rotation))
    steps = tail_steps(layout, head_size)
    write_array(folder, f"{name}.rotation", rotation)
    write_array(folder, f"{name}.{SPREAD}", layout.spread)
    sketches = create_array(folder, f"{name}.{SKETCHES}", np.uint8, (count, layout.size))
    head = create_array(folder, f"{name}.head", np.int8, (count, head_size))
    tail = create_array(folder, f"{name}.tail", np.uint8, (count, -(-steps.size // 2)))
    wider, lengths = np.empty(count, dtype=np.uint8), np.empty(count, dtype=np.uint8)
    for start in range(0, count, _BLOCK):
        end = min(start + _BLOCK, count)
        new = np.arange(start, end)
        if known is not None:
            rows = known.rows[start:end]
            there = np.flatnonzero(rows >= 0)
            old, now = rows[there], start + there
            head[now], tail[now] = known.codes.head[old], known.codes.tail[old]
            wider[now], lengths[now] = known.codes.wider[old], known.codes.lengths[old]
            sketches[now] = known.codes.sketches.sketches[old]
            new = start + np.flatnonzero(rows < 0)
        if new.size:
            turned = vectors[new] @ rotation
            head[new] = head_codes(turned[:, :head_size])
            tail[new], wider[new] = packed(turned[:, head_size:], steps)
            sketches[new] = layout.sketches(turned)
            long = np.ceil(np.linalg.norm(turned[:, head_size:], axis=1) * LONGEST)
            lengths[new] = np.minimum(long, LONGEST).astype(np.uint8)
        for array in (vectors, head, tail, sketches):
            release_pages(array)
    write_array(folder, f"{name}.wider", wider)
    write_array(folder, f"{name}.lengths", lengths)


def _still_fit(known: KnownCodes, vectors: NDArray[np.float32]) -> bool:
    """Whether the known axes serve the vectors of now about as well as those that they were laid for."""
    head_size = known.codes.head.shape[1]
    expected = np.square(known.codes.sketches.layout.spread[:, head_size:]).sum()
    there, new = np.flatnonzero(known.rows >= 0), np.flatnonzero(known.rows < 0)
    share = np.square(known.codes.lengths[known.rows[there]] / LONGEST).sum()
    if new.size:
        some = new[:: -(-new.size // _BLOCK)]
        tails = vectors[some] @ known.codes.rotation[:, head_size:]
        share += np.square(tails).sum() / some.size * new.size
    return bool(share <= _UNFIT * expected * len(vectors) + _LEAST_SHARE * len(vectors))


def _principal_axes(sample: NDArray[np.float32]) -> NDArray[np.float32]:
    """The axes (d, d), as columns, along which the sample reaches farthest, the farthest first."""
    moments = np.zeros((sample.shape[1],) * 2)
    for start in range(0, len(sample), _BLOCK):
        block = sample[start : start + _BLOCK].astype(np.float64)
        release_pages(sample)
        moments += block.T @ block
    axes = np.linalg.eigh(moments).eigenvectors[:, ::-1]
    return np.ascontiguousarray(axes, dtype=np.float32)
