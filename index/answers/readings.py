"""The reading of a question that answers it: one that the words alone do not prove may prove right by what it finds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from index.answers.answer import Answer
from index.answers.answering import answer_as_read
from index.answers.listeners import said_to
from index.answers.named_source import from_source, outlets_called
from index.answers.reporting_verbs import lists_by_verb, reported_by
from index.answers.stances import asked_stance
from index.answers.unsaid_about import with_topic
from index.questions import Question
from index.questions.intent import Intent
from index.snapshot import Snapshot

_MOST_NAMES = 3


async def answer(snapshot: Snapshot, question: Question) -> Answer:
    """Answer `question` from `snapshot`."""
    if (bold := await _boldly(snapshot, question)) is not None:
        return bold
    question = await from_source(snapshot, question)
    if (about := await _with_topic(snapshot, question)) is not None:
        return about
    if (heard := await _to_listener(snapshot, question)) is not None:
        return heard
    if (listed := await _by_its_verb(snapshot, question)) is not None:
        return listed
    told = await answer_as_read(snapshot, question)
    if question.listener is not None and told.found:
        return _noted(told, after=f"Nothing is reported as said to “{question.listener}”; this is about it.")
    if not _is_plain(told) and (of_surname := await _of_surname(snapshot, question)) is not None:
        return of_surname
    if told.found or question.dated is None:
        return told
    filters = replace(question.filters, after=None, before=None)
    if not (await answer_as_read(snapshot, replace(question, filters=filters))).found:
        return told
    advice = f"Articles of other times, or without a date, have something: leave out “{question.dated}”."
    return _noted(told, after=advice)


async def _boldly(snapshot: Snapshot, question: Question) -> Answer | None:
    """The answer to the bolder reading of a question; None where there is none, or where it proves wrong."""
    if (bolder := question.perhaps) is None:
        return None
    name = bolder.source or bolder.speaker
    is_outlet = bool(name and await outlets_called(snapshot, name))
    if is_outlet != (bolder.source is not None):
        return None
    told = await answer(snapshot, bolder)
    only_near = bolder.intent is Intent.WHO_SAID and not _is_plain(told)
    return told if is_outlet or (told.found and not only_near) else None


async def _with_topic(snapshot: Snapshot, question: Question) -> Answer | None:
    """The answer where what follows a known name is meant as a topic; None where that finds nothing."""
    if (about := await with_topic(snapshot, question)) is None:
        return None
    told = await answer_as_read(snapshot, about)
    read = f"“{question.speaker}” was read as {told.asked_speaker} about “{about.topic}”."
    return _noted(told, before=read) if told.found else None


async def _to_listener(snapshot: Snapshot, question: Question) -> Answer | None:
    """The answer to "what did Grant tell Bell": what was said to him; None where nothing is told so."""
    if question.listener is None:
        return None
    everything = replace(question, topic="")
    told = await answer_as_read(snapshot, everything, only=partial(said_to, question.listener))
    return told if told.found else None


async def _of_surname(snapshot: Snapshot, question: Question) -> Answer | None:
    """The answer to "who praised Ada Grant" by what is reported of "Ms Grant"; None where nothing is."""
    given, _, surname = question.topic.rpartition(" ")
    if asked_stance(question) is None or not 0 < len(given.split()) < _MOST_NAMES:
        return None
    told = await answer_as_read(snapshot, replace(question, topic=surname))
    note = f"“{question.topic}” stands nowhere in full; this is of “{surname}”."
    return _noted(told, after=note) if _is_plain(told) else None


async def _by_its_verb(snapshot: Snapshot, question: Question) -> Answer | None:
    """The answer to "what did Grant promise": what is reported so, or else everything, and a word on it."""
    if not lists_by_verb(question):
        return None
    told = await answer_as_read(snapshot, question, only=partial(reported_by, question))
    if told.found:
        return told
    told = await answer_as_read(snapshot, question)
    remark = f"Nothing is reported by “{question.verb}”; this is what else was said."
    return _noted(told, after=remark) if told.found else told


def _is_plain(told: Answer) -> bool:
    """Whether something answers that is not merely near."""
    return told.found and any(not entry.close for speaker in told.speakers for entry in speaker.statements)


def _noted(told: Answer, before: str = "", after: str = "") -> Answer:
    return replace(told, notice=" ".join(filter(None, (before, told.notice, after))))
