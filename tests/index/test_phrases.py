"""Phrases are found in the same units whether their articles are looked through or the units are read at once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hashing import Hashing

from index import phrases as module
from index.articles.seen import seen_text
from index.building.pipeline import build
from index.folding import word_sequence
from index.phrases import Phrases
from index.search.candidates import UnitKind
from index.search.units import Units
from index.storage.builds import builds_folder, serving_id
from index.storage.connection import Connection
from index.storage.stored import Stored

_SAID = (
    "It is what it is", "it\u00a0is —what— IT’S not", "_it is_ the tide", "ït iś what", "i\u00adt is what",
    "bit is", "it issues", "it 北 is", "it北is what", "whatitis", "The FBI's tide, and it is high", "İt is",
    "ｉｔ　ｉｓ ｗｈａｔ", "naïve, it is", "it. Is what", "to be or not to be", "nothing",
)  # fmt: skip
_MARKED = ("it *is* what", "it [is](https://it.example/tide) what", "it&nbsp;is<br>what", "it is[3] what")
_COUNT = len(_SAID) * 20 + len(_MARKED)
_SOUGHT = (
    ("it is",), ("it is what",), ("is",), ("It’s",), ("it is", "what"), ("what", "it is", "not"), ("it is", "tide"),
    ("the FBI",), ("ıt is",), ("be or not to be",), ("tide",), ("…",), ("it", "it"), ("北",), ("it 北",),
)  # fmt: skip


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Stored, dict[UnitKind, Units]]:
    folder = tmp_path_factory.mktemp("phrases")
    corpus = folder / "corpus.jsonl"
    lines = (
        {"id": str(number), "text": f"He left in fog.\n\n“{said},” pilot Ada Grant said on day {number}."}
        for number, said in enumerate((*_SAID * 20, *_MARKED))
    )
    corpus.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    build(folder / "data", [corpus], Hashing(), model=None, listener=lambda event: None)
    built = builds_folder(folder / "data") / str(serving_id(folder / "data"))
    return Stored(Connection(built)), {kind: Units.load(built, kind) for kind in UnitKind}


@pytest.mark.parametrize("few", [0, 10_000])
@pytest.mark.parametrize("kind", UnitKind)
def test_phrases_are_found_where_their_words_stand(
    stored: tuple[Stored, dict[UnitKind, Units]], kind: UnitKind, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FEW", few)
    database, units = stored
    count = len(units[kind])
    assert count > 250
    words = {
        number: word_sequence(seen_text(text)) for number, text in database.texts(kind, range(count)).items()
    }
    phrases = Phrases(database, units, _COUNT)
    some = np.arange(count) % 3 > 0
    for sought in _SOUGHT:
        runs = [word_sequence(one) for one in sought if word_sequence(one).strip()]
        expected = [number for number in words if runs and all(run in words[number] for run in runs)]
        assert np.flatnonzero(phrases.holding(kind, sought, None)).tolist() == expected, sought
        within = [number for number in expected if some[number]]
        assert np.flatnonzero(phrases.holding(kind, sought, some)).tolist() == within, sought


def test_threads_that_ask_at_once_find_the_same(
    stored: tuple[Stored, dict[UnitKind, Units]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_FEW", 0)
    database, units = stored
    phrases = Phrases(database, units, _COUNT)
    expected = [phrases.holding(UnitKind.STATEMENT, sought, None).tolist() for sought in _SOUGHT]
    fresh = Phrases(database, units, _COUNT)
    with ThreadPoolExecutor(8) as pool:
        found = pool.map(lambda sought: fresh.holding(UnitKind.STATEMENT, sought, None).tolist(), _SOUGHT * 4)
        assert list(found) == expected * 4
