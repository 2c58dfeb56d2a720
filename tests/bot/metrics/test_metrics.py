from __future__ import annotations

import math
from pathlib import Path

import aiohttp
import pytest

from bot.metrics.exporter import exporter
from bot.metrics.index_age import index_age
from bot.metrics.metrics import LastError, Latency, Metrics, Outcome
from index.errors import OperationFailed


def test_the_latencies_of_the_last_two_hundred() -> None:
    metrics = Metrics()
    assert metrics.latency is None
    for number in range(1, 101):
        metrics.question(Outcome.FOUND, float(number))
    assert metrics.latency == Latency(100, 50.5, 95.0)
    metrics.question(Outcome.COOLDOWN, 9999.0)
    for _ in range(200):
        metrics.question(Outcome.NOTHING, 3.0)
    assert metrics.latency == Latency(200, 3.0, 3.0)


def test_the_last_failure_is_known_by_its_reference() -> None:
    metrics = Metrics(lambda: 12.0)
    assert metrics.last_error is None
    metrics.failure("aa", ValueError("what a member wrote"))
    metrics.failure("bb", KeyError("what a member wrote"))
    assert metrics.last_error == LastError("bb", "KeyError", 12.0)


async def test_prometheus_reads_them_on_loopback_alone() -> None:
    metrics = Metrics()
    metrics.question(Outcome.FOUND, 0.2)
    metrics.failure("aa", ValueError())
    metrics.watch("questions_under_way", "Questions", lambda: 7)
    metrics.watch("index_age_seconds", "Age", lambda: math.nan)
    health = [False, True]
    async with exporter(metrics, 0, health.pop) as port, aiohttp.ClientSession() as session:
        address = f"http://127.0.0.1:{port}"
        async with session.get(f"{address}/metrics") as answer:
            assert answer.headers["Content-Type"].startswith("text/plain; version=")
            lines = (await answer.text()).splitlines()
        for status in (200, 503):
            async with session.get(f"{address}/healthz") as answer:
                assert answer.status == status
        with pytest.raises(OperationFailed, match="WHOSAID_METRICS_PORT"):
            async with exporter(metrics, port, lambda: True):
                pass
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(f"http://127.0.0.2:{port}/metrics")
    assert {
        'whosaid_questions_total{outcome="found"} 1.0',
        'whosaid_questions_total{outcome="busy"} 0.0',
        'whosaid_answer_seconds_bucket{le="0.25"} 1.0',
        "whosaid_answer_seconds_count 1.0",
        "whosaid_errors_total 1.0",
        "whosaid_questions_under_way 7.0",
        "whosaid_index_age_seconds NaN",
    } <= set(lines)


def test_two_bots_in_one_process_count_apart() -> None:
    first, second = Metrics(), Metrics()
    first.question(Outcome.FOUND, 1.0)
    assert second.latency is None
    assert b'outcome="found"} 0.0' in second.exposition()


def test_the_age_of_an_index_that_is_not_there_is_no_number(tmp_path: Path) -> None:
    assert math.isnan(index_age(tmp_path))
    (tmp_path / "CURRENT").write_text("gone\n")
    assert math.isnan(index_age(tmp_path))


def test_the_age_of_an_index_is_counted_from_its_build(seeds_data: Path) -> None:
    assert 0 <= index_age(seeds_data) < 3600
