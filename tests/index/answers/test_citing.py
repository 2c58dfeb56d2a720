"""What is shown around a quote."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import library_over

from index.encoding.encoder import Encoder


@pytest.mark.parametrize(
    ("between", "longest"),
    [("The tide rose over the quay. ", 300), ("the tide rose over the quay and ", 2_000)],
)
async def test_a_long_paragraph_is_not_shown_with_each_of_its_statements(
    encoder: Encoder, tmp_path: Path, between: str, longest: int
) -> None:
    said = "“The ferry of Linden stays open,” said Ann Lee. "
    text = f"News\n\n{between * 200}. {said}{between * 200}.\n"
    async with library_over([{"text": text}], tmp_path, encoder) as library:
        answer = await library.ask("who said the ferry of Linden stays open")
        ((citation,),) = (one.citations for entry in answer.speakers for one in entry.statements)
        assert citation.quote in citation.context
        assert len(citation.context) <= longest
        at = citation.context_start
        assert text[at : at + len(citation.context)] == citation.context


async def test_a_paragraph_is_shown_whole(encoder: Encoder, tmp_path: Path) -> None:
    paragraph = "“The ferry stays open,” said Ann Lee. The tide rose. “It is safe,” she said."
    async with library_over([{"text": f"News\n\n{paragraph}\n\nMore.\n"}], tmp_path, encoder) as library:
        answer = await library.ask("who said the ferry stays open")
        assert answer.speakers[0].statements[0].citations[0].context == paragraph
