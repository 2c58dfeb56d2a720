import asyncio
import signal
import sys
from pathlib import Path

import pytest

from bot.building.builder import Builder, BuildStopped, StoppedTooLate
from index.errors import BuildUnderWay, OperationFailed
from index.storage.builds import writing

EVENT = '{"event": "progress", "stage": "writing", "done": 1}'


async def test_a_build_that_cannot_be_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHOSAID_CORPUS", str(tmp_path / "missing"))
    builder = Builder(tmp_path / "data")
    building = asyncio.create_task(builder.run(lambda event: None))
    await asyncio.sleep(0)
    assert builder.running
    with pytest.raises(BuildUnderWay):
        await builder.run(lambda event: None)
    with pytest.raises(OperationFailed, match="missing"):
        await building
    assert not builder.running


async def test_another_process_that_builds_is_told_from_a_failure(tmp_path: Path) -> None:
    with writing(tmp_path / "data"), pytest.raises(BuildUnderWay, match="another build"):
        await Builder(tmp_path / "data").run(lambda event: None)


@pytest.mark.parametrize("seconds", [0, 0.3])
async def test_a_build_can_be_stopped(tmp_path: Path, seconds: float) -> None:
    builder = Builder(tmp_path / "data")
    building = asyncio.create_task(builder.run(lambda event: None))
    await asyncio.sleep(seconds)
    builder.stop()
    with pytest.raises(BuildStopped):
        await building
    assert not (tmp_path / "data" / "CURRENT").exists()


async def test_a_build_that_was_published_first_was_not_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\necho new > {tmp_path}/CURRENT\necho '{EVENT}'\nexec sleep 60\n")
    python.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(python))
    builder = Builder(tmp_path)
    building = asyncio.create_task(builder.run(lambda event: builder.stop()))
    with pytest.raises(StoppedTooLate):
        await building


async def test_a_cancelled_build_leaves_no_process(tmp_path: Path) -> None:
    builder = Builder(tmp_path / "data")
    building = asyncio.create_task(builder.run(lambda event: None))
    await asyncio.sleep(0.3)
    building.cancel()
    with pytest.raises(asyncio.CancelledError):
        await building
    assert not builder.running


async def test_a_build_ends_with_the_process_that_started_it(tmp_path: Path) -> None:
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    command = ("-m", "bot.building.process", "build", "--data", str(tmp_path / "data"))
    building = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdin=pipe, stdout=nothing, stderr=nothing
    )
    assert building.stdin is not None
    building.stdin.close()  # as the operating system does for a process that is gone
    assert await building.wait() == -signal.SIGTERM
    assert not (tmp_path / "data" / "CURRENT").exists()
