from __future__ import annotations

import pytest

from index.building.progress import MOST_TOLD, Skips


@pytest.mark.parametrize("most", [MOST_TOLD, 1_000])
def test_of_very_many_files_that_are_skipped_the_first_are_kept_and_all_are_counted(most: int) -> None:
    skips = Skips[str](most)
    told = [skips.add(f"{number}.txt") for number in range(70_000)]
    assert told == [True] * most + [False] * (70_000 - most)
    assert skips.first == [f"{number}.txt" for number in range(most)]
    assert (skips.count, skips.others) == (70_000, 70_000 - most)


def test_where_few_are_skipped_there_are_no_others() -> None:
    skips = Skips[str]()
    assert (skips.add("a.txt"), skips.first, skips.count, skips.others) == (True, ["a.txt"], 1, 0)
