from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.store.jobs import OpenJob
from bot.store.store import open_store

JOB = OpenJob("k", 1, 2, None, "Re-indexing", change=False, build=None)


async def test_open_jobs_outlive_the_process_until_they_are_told(tmp_path: Path) -> None:
    async with open_store(tmp_path) as store:
        await store.jobs.keep(JOB)
        await store.jobs.keep(replace(JOB, message=3))
        await store.jobs.settle("k", "Indexed")
    async with open_store(tmp_path) as store:
        assert await store.jobs.all() == [replace(JOB, message=3, outcome="Indexed")]
        await store.jobs.forget("k")
        assert await store.jobs.all() == []
