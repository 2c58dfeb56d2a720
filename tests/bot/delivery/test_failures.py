import logging
import re

import pytest
from discord import app_commands
from discord.ext import commands

from bot.access.rights import NobodyError
from bot.delivery.failures import Failures, sentence
from bot.delivery.waiting_signs import WaitingSigns
from bot.metrics.metrics import Metrics
from index.errors import BadInput, OperationFailed


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def failures(metrics: Metrics) -> Failures:
    return Failures(metrics, WaitingSigns())


def test_an_expected_failure_speaks_for_itself(failures: Failures) -> None:
    told = failures.explain(commands.CommandInvokeError(BadInput("the question is <@1>")))
    assert told == "The question is \\<@1>."


def test_members_are_not_told_where_things_lie_but_the_log_is(
    failures: Failures, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        told = failures.explain(OperationFailed("/srv/data/bot.sqlite: the disk is full"))
    assert told == "bot.sqlite: the disk is full."
    assert "/srv/data/bot.sqlite" in caplog.text


def test_a_sentence_that_begins_with_a_file_keeps_its_name() -> None:
    assert sentence(OperationFailed("seeds: there is no such folder")) == "seeds: there is no such folder."
    assert sentence(OperationFailed("who? me?")) == "who? me?"


def test_an_unexpected_failure_shows_a_reference_to_the_log(
    failures: Failures, metrics: Metrics, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        told = failures.explain(commands.CommandInvokeError(ZeroDivisionError("secret path")))
    assert told is not None and "secret" not in told
    reference = re.search(r"`([0-9a-f]{8})`", told)
    assert reference is not None and reference[1] in caplog.text
    assert metrics.last_error is not None
    assert (metrics.last_error.reference, metrics.last_error.kind) == (reference[1], "ZeroDivisionError")
    assert "ZeroDivisionError: secret path" in caplog.text


def test_an_unknown_command_is_left_alone(failures: Failures) -> None:
    assert failures.explain(commands.CommandNotFound("weather")) is None


def test_a_failed_check_is_told(failures: Failures) -> None:
    assert failures.explain(app_commands.CheckFailure()) == "That is not possible here."


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NobodyError("it does not say who sent it"), None),
        (app_commands.CommandNotFound("vote", []), "reload"),
    ],
)
def test_what_cannot_be_read_is_a_line_in_the_log_and_no_failure(
    failures: Failures,
    metrics: Metrics,
    error: Exception,
    told: str | None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    said = failures.explain(error)
    assert said is None if told is None else said is not None and told in said
    assert metrics.last_error is None
    assert len(caplog.records) == 1 and "passed over" in caplog.text and "Traceback" not in caplog.text
