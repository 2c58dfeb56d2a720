from __future__ import annotations

from dataclasses import replace

import pytest

from bot.jobs.interrupted import outcome
from bot.store.jobs import OpenJob

JOB = OpenJob("k", 1, 2, 3, "Adding a_b.txt", change=True, build="old")


@pytest.mark.parametrize(
    ("change", "build", "made", "words"),
    [
        (False, "old", None, "as it was before"),
        (False, "new", None, "the new index answers"),
        (True, "new", True, "Adding a\\_b.txt: done"),
        (True, "new", False, "nothing was changed"),
        (True, "old", None, "nothing was changed"),
        (True, "new", None, "/articles list shows what there is"),
    ],
)
def test_what_became_of_a_job_is_told_as_far_as_it_is_known(
    change: bool, build: str, made: bool | None, words: str
) -> None:
    assert words in outcome(replace(JOB, change=change), build, made=made)
