from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

MakeModel = Callable[..., Path]
_WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the mayor said on bridge closed river query : passage . , a".split()
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture(scope="session")
def make_model(tmp_path_factory: pytest.TempPathFactory) -> MakeModel:
    """Makes the folder of a tiny sentence-transformers model with random weights."""

    def make(
        pooling: str = "mean",
        *,
        dense: bool = False,
        normalised: bool = True,
        lower: bool = True,
        longest: int = 48,
        prompts: dict[str, str] | None = None,
        include_prompt: bool = True,
        family: str = "bert",
    ) -> Path:
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer import modules
        from transformers import (
            BertConfig,
            BertModel,
            BertTokenizerFast,
            PreTrainedModel,
            T5Config,
            T5EncoderModel,
        )

        torch.manual_seed(5)
        folder = tmp_path_factory.mktemp("tiny")
        vocabulary = [*_WORDS, *(set(_LETTERS) - set(_WORDS)), *(f"##{letter}" for letter in _LETTERS)]
        vocabulary.sort(key=lambda word: _WORDS.index(word) if word in _WORDS else len(_WORDS))
        (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
        network: PreTrainedModel
        if family == "t5":
            network = T5EncoderModel(
                T5Config(vocab_size=len(vocabulary), d_model=32, d_kv=8, d_ff=64, num_layers=2, num_heads=4)
            )
        else:
            network = BertModel(
                BertConfig(
                    vocab_size=len(vocabulary),
                    hidden_size=32,
                    num_hidden_layers=2,
                    num_attention_heads=4,
                    intermediate_size=64,
                    max_position_embeddings=64,
                )
            )
        network.save_pretrained(folder / "network")
        BertTokenizerFast(vocab=str(folder / "vocab.txt"), do_lower_case=lower).save_pretrained(
            folder / "network"
        )
        first = modules.Transformer(str(folder / "network"), max_seq_length=longest)
        parts = [first, modules.Pooling(32, pooling_mode=pooling, include_prompt=include_prompt)]
        if dense:
            parts.append(modules.Dense(32, 16))
        if normalised:
            parts.append(modules.Normalize())
        SentenceTransformer(modules=parts, prompts=prompts, device="cpu").save_pretrained(
            str(folder / "model")
        )
        return folder / "model"

    return make
