from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from index.errors import NoIndex, OperationFailed
from index.storage import manifest as room
from index.storage.builds import builds_folder, why_to_build
from index.storage.checked_json import load_checked
from index.storage.manifest import (
    FORMAT,
    MANIFEST,
    Manifest,
    OtherFormat,
    Recorded,
    Versions,
    recorded,
    verify,
    verify_all,
    verify_rest,
)
from index.storage.sealing import Sealer, StoppedError, seal_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build of three files, sealed."""
    for name, size in {"a.npy": 100, "b.npy": 3000, "c.sqlite": 50}.items():
        (tmp_path / name).write_bytes(bytes(range(50)) * (size // 50))
    with Sealer(tmp_path) as sealer:
        sealer.add("c.sqlite")
        seals = sealer.seals()
    code = Versions(articles="a", statements="b", terms="c")
    Manifest(FORMAT, "x", "2020-01-01", None, "hashing", ("/corpus",), 1, 2, 3, 0, code, seals).write(
        tmp_path
    )
    return tmp_path


def test_a_file_that_is_not_there_cannot_be_sealed(tmp_path: Path) -> None:
    with Sealer(tmp_path) as sealer:
        sealer.add_matching("none-*.npy")
        assert sealer.seals() == {}
        sealer.add("missing.npy")
        with pytest.raises(FileNotFoundError, match="missing"):
            sealer.seals()


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[7] ^= 1
    path.write_bytes(content)


def test_a_manifest_is_read_as_it_was_written(folder: Path) -> None:
    manifest = Manifest.read(folder)
    assert set(manifest.files) == {"a.npy", "b.npy", "c.sqlite"}
    assert manifest.files["b.npy"] == seal_of(folder / "b.npy")
    assert recorded(folder) == Recorded(tuple(map(Path, manifest.corpus)), manifest.model, manifest.encoder)


@pytest.mark.parametrize(
    "written", ["", "[]", "{}", '{"corpus": "a", "model": 1, "encoder": []}', '{"corpus": [1]}', "\x00"]
)
def test_what_a_manifest_does_not_tell_is_not_recorded(tmp_path: Path, written: str) -> None:
    (tmp_path / MANIFEST).write_text(written)
    assert recorded(tmp_path) == recorded(tmp_path / "gone") == Recorded()


def test_a_small_build_is_checked_at_once(folder: Path) -> None:
    manifest = Manifest.read(folder)
    assert verify(folder, manifest) == ()
    for name in manifest.files:
        content = (folder / name).read_bytes()
        _damage(folder / name)
        with pytest.raises(OperationFailed, match=f"{name}.*damaged"):
            verify(folder, manifest)
        (folder / name).write_bytes(content)


def test_the_biggest_files_are_checked_later_but_their_sizes_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "AT_ONCE", 1000)
    manifest = Manifest.read(folder)
    assert verify(folder, manifest) == ("b.npy",)
    _damage(folder / "b.npy")
    rest = verify(folder, manifest)
    with pytest.raises(OperationFailed, match=r"b\.npy.*damaged"):
        verify_rest(folder, manifest, rest)
    with pytest.raises(OperationFailed, match=r"b\.npy.*damaged"):
        verify_all(folder, manifest)
    (folder / "b.npy").write_bytes(b"short")
    with pytest.raises(OperationFailed, match="5 bytes instead of 3000"):
        verify(folder, manifest)
    (folder / "b.npy").unlink()
    with pytest.raises(OperationFailed, match=r"b\.npy.*cannot be read"):
        verify(folder, manifest)


def test_checking_later_can_be_given_up(folder: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(StoppedError):
        verify_rest(folder, Manifest.read(folder), ["b.npy"], stop)


def test_a_build_of_another_format_is_to_be_made_anew_of_what_it_records(
    folder: Path, tmp_path: Path
) -> None:
    values = load_checked((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**values, "format": 1, "versions": None}))
    with pytest.raises(OtherFormat, match="format 1") as caught:
        Manifest.read(folder)
    assert isinstance(caught.value, NoIndex)
    assert recorded(folder).corpus == tuple(map(Path, values["corpus"]))
    data = tmp_path / "data"
    builds_folder(data).mkdir(parents=True)
    assert "no index" in str(why_to_build(data))
    folder.joinpath(MANIFEST).rename(builds_folder(data) / MANIFEST)
    build = builds_folder(data) / "x"
    build.mkdir()
    builds_folder(data).joinpath(MANIFEST).rename(build / MANIFEST)
    (data / "CURRENT").write_text("x\n")
    assert "another version" in str(why_to_build(data))
    (build / MANIFEST).write_text(json.dumps(values))
    assert why_to_build(data) is None
