"""The source that a question names, "according to AFP": the articles of that outlet alone, if there is one."""

from __future__ import annotations

from dataclasses import replace

from index.questions import Question
from index.snapshot import Snapshot


async def outlets_called(snapshot: Snapshot, name: str) -> frozenset[int]:
    """The outlets of that name."""
    return await snapshot.run(lambda: snapshot.outlets.called(name))


async def from_source(snapshot: Snapshot, question: Question) -> Question:
    """The question, to the articles of the outlet that it names as its source, and with a word on it. The filter
    `source:` goes before.
    """
    source = question.source
    if source is None or question.filters.source is not None:
        return question
    if not await outlets_called(snapshot, source):
        unknown = f"No outlet of the corpus is called “{source}”: all articles were searched."
        return replace(question, remarks=(*question.remarks, unknown))
    return replace(
        question,
        filters=replace(question.filters, source=source),
        remarks=(*question.remarks, f"Only articles of {source} were searched."),
    )
