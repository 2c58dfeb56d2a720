from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.articles.corpus import Skipped
from index.building.additions import read_removed, with_added, without_removed, write_removed
from index.building.pipeline import build
from index.building.progress import Progress, Summary
from index.encoding.encoder import Encoder
from index.errors import OperationFailed

FERRY = 'The ferry stays\n\n"The ferry stays in the harbour," captain Ada Grant said on Monday.\n'
TOWER = 'The tower falls\n\n"The old tower falls this week," builder Tom Hale said on Monday.\n'


def built(data: Path, corpus: Path, encoder: Encoder) -> tuple[Summary, list[Progress | Skipped]]:
    events: list[Progress | Skipped] = []
    return build(data, [corpus], encoder, model=None, listener=events.append), events


def test_without_anything_added_the_corpus_is_as_given(tmp_path: Path) -> None:
    assert with_added([tmp_path / "corpus"], tmp_path / "data") == (tmp_path / "corpus",)
    assert read_removed(tmp_path / "data") == {}


def test_added_articles_are_in_every_build_and_removed_ones_in_none(tmp_path: Path, encoder: Encoder) -> None:
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    added = data / "articles" / "ferry-1"
    corpus.mkdir()
    added.mkdir(parents=True)
    (corpus / "tower.txt").write_text(TOWER)
    (added / "ferry-1.txt").write_text(FERRY)
    (added / "articles.toml").write_text('["ferry-1"]\noutlet = "Harbour Post"\n')
    summary, _ = built(data, corpus, encoder)
    assert (summary.articles, summary.added) == (2, 2)
    write_removed(data, {"tower": "The tower falls", "unknown": "Nothing"})
    summary, events = built(data, corpus, encoder)
    assert (summary.articles, summary.removed, summary.embedded) == (1, 1, 0)
    assert not [event for event in events if isinstance(event, Skipped)]
    write_removed(data, {})
    (added / "ferry-1.txt").unlink()
    summary, _ = built(data, corpus, encoder)
    assert (summary.articles, summary.added, summary.removed) == (1, 1, 1)


def test_the_added_folder_named_as_corpus_too_is_read_once(tmp_path: Path, encoder: Encoder) -> None:
    added = tmp_path / "articles"
    added.mkdir()
    (added / "ferry.txt").write_text(FERRY)
    summary, events = built(tmp_path, added, encoder)
    assert summary.articles == 1
    assert not [event for event in events if isinstance(event, Skipped)]


def test_what_was_skipped_is_kept_among_the_items() -> None:
    skipped = Skipped("tower.txt", "it is empty")
    assert list(without_removed([skipped], {"tower.txt": "x"}, set())) == [skipped]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"removed": ["a"]}', "\udcff", "[" * 100_000])
def test_a_damaged_list_stops_the_build_instead_of_bringing_articles_back(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "removed.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(OperationFailed, match="removed"):
        read_removed(tmp_path)


def test_the_list_is_read_as_it_was_written(tmp_path: Path) -> None:
    removed = {"a": "Title “with” marks", "ü": ""}
    write_removed(tmp_path, removed)
    assert read_removed(tmp_path) == removed
    assert json.loads((tmp_path / "removed.json").read_text("utf-8"))["removed"] == removed
