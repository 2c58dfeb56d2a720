from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

import index
from index.encoding.models import model_folder
from index.errors import ModelUnavailable
from index.search.candidates import Candidate
from index.search.fusion import SearchMode
from index.search.reranking import CrossEncoderReranker, reranked

WORDS = "the a minister said talks begin on monday in geneva rain fell all week".split()


def make_model(folder: Path, *, labels: int = 1, safe: bool = True) -> Path:
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(3)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        num_labels=labels,
        initializer_range=1.0,
    )
    network = BertForSequenceClassification(config)
    network.save_pretrained(folder)
    if not safe:
        (folder / "model.safetensors").unlink()
        torch.save(network.state_dict(), folder / "pytorch_model.bin")
    BertTokenizerFast(vocab=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("reranker") / "tiny")


def test_a_text_has_the_same_score_whatever_stands_beside_it(model: Path) -> None:
    reranker = CrossEncoderReranker(str(model))
    texts = ["talks begin on monday", "rain fell all week in geneva", "the minister said"]
    scores = reranker.scores("talks in geneva", texts)
    assert scores.shape == (3,)
    assert len(set(scores.round(6))) == 3  # it reads the texts
    for text, score in zip(texts, scores, strict=True):
        assert reranker.scores("talks in geneva", [text])[0] == pytest.approx(score, abs=1e-5)
    assert reranker.scores("rain", texts)[0] != pytest.approx(scores[0], abs=1e-6)  # and the question
    assert reranker.scores("talks", []).size == 0


def test_what_cannot_be_used_is_named_in_one_sentence(tmp_path: Path) -> None:
    for name in ("no/such-model", str(tmp_path / "missing")):
        with pytest.raises(ModelUnavailable, match="neither a folder nor among the models"):
            CrossEncoderReranker(name).scores("talks", ["talks begin"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        CrossEncoderReranker(str(tmp_path / "empty")).scores("talks", ["talks begin"])
    with pytest.raises(ModelUnavailable, match="gives 3 figures"):
        CrossEncoderReranker(str(make_model(tmp_path / "three", labels=3))).scores("talks", ["talks begin"])
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        CrossEncoderReranker(str(make_model(tmp_path / "pickled", safe=False))).scores("talks", ["talks"])


def test_a_model_of_another_kind_is_refused() -> None:
    with pytest.raises(ModelUnavailable, match="is no cross-encoder"):
        CrossEncoderReranker(str(model_folder(None)[1])).scores("talks", ["rain fell"])


def test_a_model_that_fails_while_it_reads_is_named_in_one_sentence(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from safetensors.numpy import load_file, save_file
    from sentence_transformers import CrossEncoder

    broken = tmp_path / "broken"
    shutil.copytree(model, broken)
    weights = load_file(broken / "model.safetensors")
    save_file({name: one * np.float32("nan") for name, one in weights.items()}, broken / "model.safetensors")
    with pytest.raises(ModelUnavailable, match=r"broken gives scores that are no numbers\.$"):
        CrossEncoderReranker(str(broken)).scores("talks", ["rain fell"])

    def full(*_: object, **__: object) -> None:
        raise RuntimeError("not enough memory\nat some place")

    monkeypatch.setattr(CrossEncoder, "predict", full)
    with pytest.raises(ModelUnavailable, match=r"cannot be run: not enough memory$"):
        CrossEncoderReranker(str(model)).scores("talks", ["rain fell"])


def test_a_passage_longer_than_the_model_reads_is_cut(model: Path) -> None:
    assert CrossEncoderReranker(str(model)).scores("talks", ["rain fell " * 500]).shape == (1,)


def test_code_that_comes_with_a_model_is_not_run(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "foreign")
    modules = [{"idx": 0, "name": "0", "path": "", "type": "foreign.Module"}]
    (folder / "modules.json").write_text(json.dumps(modules), encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="code of its own"):
        CrossEncoderReranker(str(folder)).scores("talks", ["talks begin"])


def test_the_order_of_those_that_were_read_again() -> None:
    best = [Candidate(number, 1 - number / 10, 0.5, 1.0, 1.0) for number in range(5)]
    found = reranked(best, np.array([-3.0, 4.0, 4.0]))
    assert [candidate.number for candidate in found] == [1, 2, 0, 3, 4]
    assert [candidate.score for candidate in found] == pytest.approx([1, 1, 0.5, 0.35, 0.3])
    assert reranked([], np.empty(0)) == []
    assert [candidate.score for candidate in reranked(best[:1], np.array([-8.0]))] == [0.5]


async def test_the_best_passages_are_read_again_when_the_settings_say_so(
    seeds_data: Path, model: Path
) -> None:
    question = "peace conference in Geneva"
    async with index.open(seeds_data) as library, index.open(seeds_data, reranker=str(model)) as again:
        plain, read = await library.search(question, limit=30), await again.search(question, limit=30)
        assert sorted((hit.article, hit.start) for hit in plain) == sorted(
            (hit.article, hit.start) for hit in read
        )
        scores = CrossEncoderReranker(str(model)).scores(question, [hit.text for hit in read])
        assert [hit.start for hit in plain] != [hit.start for hit in read]
        assert all(0 <= hit.score <= 1 for hit in read)
        assert (np.diff(scores) <= 1e-5).all()
        for mode in (SearchMode.LEXICAL, SearchMode.DENSE):
            assert await library.search(question, mode=mode) == await again.search(question, mode=mode)
        asked, told = await library.ask(question), await again.ask(question)
        assert asked.found == told.found
    async with index.open(seeds_data, reranker="no/such-model") as broken:
        with pytest.raises(ModelUnavailable, match="no/such-model"):
            await broken.search(question)
        assert (await broken.search(question, mode=SearchMode.LEXICAL))[0].score > 0
