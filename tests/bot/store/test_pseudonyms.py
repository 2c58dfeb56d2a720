from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.pseudonyms import FILE, Pseudonyms
from bot.store.store import open_store
from index.errors import OperationFailed


async def test_the_secret_can_be_given_and_must_be_whole(tmp_path: Path) -> None:
    async with open_store(tmp_path, secret="s" * 16) as store:
        given = store.members.of(1)
    assert not (tmp_path / "bot.secret").exists()
    async with open_store(tmp_path) as store:
        assert store.members.of(1) != given
    (tmp_path / "bot.secret").write_text("")
    with pytest.raises(OperationFailed, match=r"bot\.secret"):
        async with open_store(tmp_path):
            pass


def test_a_damaged_secret_is_one_sentence(tmp_path: Path) -> None:
    of = Pseudonyms.load(tmp_path).of(1)
    assert Pseudonyms.load(tmp_path).of(1) == of
    content = (tmp_path / FILE).read_bytes()
    for at in range(len(content) - 1):
        for damaged in (content[:at], content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]):
            (tmp_path / FILE).write_bytes(damaged)
            with pytest.raises(OperationFailed, match=r"bot\.secret"):
                Pseudonyms.load(tmp_path)


def test_a_secret_without_a_checksum_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("a-secret-of-my-own\n")
    assert Pseudonyms.load(tmp_path).of(1) == Pseudonyms(b"a-secret-of-my-own").of(1)
