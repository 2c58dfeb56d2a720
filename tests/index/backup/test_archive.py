from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.backup.archive import ArchiveWriter, Contents, check, contents, is_backup, members
from index.errors import BadInput

TOLD = Contents("2020-05-01T10:00:00+00:00", "b1", 3, 1, True)
FILES = {
    "builds/b1/manifest.json": b"{}",
    "articles/ferry-1/ferry.txt": b"The ferry sails." * 100,
    "articles/\u00fc/" + "long" * 40 + ".txt": b"",
    "bot.sqlite": bytes(range(256)) * 8,
}


def archive(files: dict[str, bytes] = FILES) -> bytes:
    file = io.BytesIO()
    writer = ArchiveWriter(file, TOLD)
    for name, content in files.items():
        writer.add(name, io.BytesIO(content), len(content))
    writer.seal()
    return file.getvalue()


def forged(add: Callable[[tarfile.TarFile], None]) -> io.BytesIO:
    """A sealed archive with whatever somebody puts into it."""
    file = io.BytesIO()
    writer = ArchiveWriter(file, TOLD)
    inner = io.BytesIO()
    with tarfile.open(fileobj=inner, mode="w") as tar:
        add(tar)
    writer._write(
        inner.getvalue().rstrip(b"\0").ljust(-(-len(inner.getvalue().rstrip(b"\0")) // 512) * 512, b"\0")
    )
    writer.seal()
    return io.BytesIO(file.getvalue())


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(archive())
    assert is_backup(path)
    with path.open("rb") as file:
        check(file, path)
        assert contents(file, path) == TOLD
        assert {name: content.read() for name, _, content in members(file, path)} == FILES


def test_any_program_for_tar_lists_it(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(archive())
    with tarfile.open(tmp_path / "a.tar") as tar:
        assert set(FILES) < set(tar.getnames())


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_no_altered_or_cut_byte_goes_unnoticed(data: st.DataObject) -> None:
    content = bytearray(archive())
    at = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        content[at] ^= data.draw(st.integers(1, 255))
    else:
        del content[at:]
    with pytest.raises(BadInput, match="nothing was changed"):
        check(io.BytesIO(content), Path("a.tar"))


@pytest.mark.parametrize(
    "content", [b"", b"no archive", bytes(5000), archive() + bytes(512), archive()[512:]]
)
def test_what_is_no_backup_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput, match=r"a\.tar: .*nothing was changed"):
        check(io.BytesIO(content), Path("a.tar"))


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "/etc/out.txt",
        "articles/../../out.txt",
        "articles//x",
        "articles/./x",
        "articles",
        "builds/x",
        "builds/../CURRENT",
        "builds/.x/y",
        "builds/b1/c/d",
        "models/x",
        "articles/a\\..\\b/c",
        "lock",
        "bot.lock",
        "builds",
        "",
        ".restore/journal.json",
    ],
)
def test_a_path_that_no_data_folder_has_is_refused(name: str) -> None:
    def add(tar: tarfile.TarFile) -> None:
        member = tarfile.TarInfo(name)
        member.size = 1
        tar.addfile(member, io.BytesIO(b"x"))

    file = forged(add)
    check(file, Path("a.tar"))
    with pytest.raises(BadInput, match="nothing was changed"):
        list(members(file, Path("a.tar")))


@pytest.mark.parametrize(
    "kind",
    [
        tarfile.SYMTYPE,
        tarfile.LNKTYPE,
        tarfile.DIRTYPE,
        tarfile.FIFOTYPE,
        tarfile.CHRTYPE,
        tarfile.BLKTYPE,
        tarfile.CONTTYPE,
        tarfile.GNUTYPE_SPARSE,
    ],
)
def test_whatever_is_no_plain_file_is_refused(kind: bytes) -> None:
    def add(tar: tarfile.TarFile) -> None:
        member = tarfile.TarInfo("articles/x/a.txt")
        member.type, member.linkname = kind, "/etc/passwd"
        tar.addfile(member)

    with pytest.raises(BadInput, match="nothing was changed"):
        list(members(forged(add), Path("a.tar")))


def test_a_path_that_is_there_twice_is_refused() -> None:
    def add(tar: tarfile.TarFile) -> None:
        for content in (b"a", b"b"):
            member = tarfile.TarInfo("removed.json")
            member.size = 1
            tar.addfile(member, io.BytesIO(content))

    with pytest.raises(BadInput, match=r"removed\.json"):
        list(members(forged(add), Path("a.tar")))


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_forged_archive_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    """As if somebody had sealed it anew: only the reading of members stands between."""
    content = bytearray(archive())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = io.BytesIO(content)
    try:
        contents(file, Path("a.tar"))
        for _, size, read in members(file, Path("a.tar")):
            assert len(read.read()) <= size
    except BadInput as error:
        assert "\n" not in str(error)
