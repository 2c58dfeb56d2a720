from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.search.arrays import map_array, write_array


def test_of_two_threads_one_at_a_time_reads_a_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_array(tmp_path, "units", np.arange(5))
    reading, load = threading.Lock(), np.load
    overlapped: list[bool] = []

    def slowly(*arguments: Any, **options: Any) -> Any:
        overlapped.append(not reading.acquire(blocking=False))
        time.sleep(0.005)
        mapped = load(*arguments, **options)
        if not overlapped[-1]:
            reading.release()
        return mapped

    monkeypatch.setattr(np, "load", slowly)
    with ThreadPoolExecutor(4) as pool:
        arrays = list(pool.map(lambda _: map_array(tmp_path, "units"), range(8)))
    assert not any(overlapped)
    assert all(array.tolist() == [0, 1, 2, 3, 4] for array in arrays)


def test_what_is_no_array_is_a_value_error(tmp_path: Path) -> None:
    write_array(tmp_path, "units", np.arange(5))
    path = tmp_path / "units.npy"
    content = path.read_bytes()
    for damaged in (content[:9], content.replace(b"{", b"(", 1), content.replace(b"'descr'", b"'descx'")):
        path.write_bytes(damaged)
        with pytest.raises(ValueError, match=r".+"):
            map_array(tmp_path, "units")
