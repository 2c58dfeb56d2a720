from __future__ import annotations

import gzip
import zlib

import pytest

from bot.fetching.decoding import BodyError, Inflater, page_text


def inflated(encoding: str, data: bytes, limit: int = 1000) -> bytes:
    inflater = Inflater(encoding, limit)
    for start in range(0, len(data), 7):
        inflater.feed(data[start : start + 7])
    return inflater.body()


def test_bodies_are_decompressed() -> None:
    text = b"The ferry sails. " * 20
    assert inflated("", text) == text
    assert inflated("gzip", gzip.compress(text)) == text
    assert inflated("deflate", zlib.compress(text)) == text
    assert inflated("gzip", b"") == b""


@pytest.mark.parametrize(
    "data",
    [b"no gzip at all", gzip.compress(b"a" * 500)[:-9], gzip.compress(b"a") + b"more"],
    ids=["none", "cut off", "with more behind"],
)
def test_damaged_bodies_are_refused(data: bytes) -> None:
    with pytest.raises(BodyError, match="damaged"):
        inflated("gzip", data)


def test_a_small_body_that_grows_large_is_refused_before_it_has_grown() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    inflater = Inflater("gzip", 1_000_000)
    with pytest.raises(BodyError, match="larger than 1 MB"):
        inflater.feed(bomb)
    assert len(inflater._body) <= 1_000_001


def test_other_compressions_are_refused() -> None:
    for encoding in ("br", "zstd", "gzip, gzip", "compress"):
        with pytest.raises(BodyError):
            Inflater(encoding, 10)


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        ("“é”".encode(), None, "“é”"),
        ("“é”".encode("cp1252"), "iso-8859-1", "“é”"),
        ("Привет".encode("koi8-r"), "KOI8-R", "Привет"),
        ("東京".encode("shift_jis"), "Shift_JIS", "東京"),
        ("“é”".encode("utf-8-sig"), "iso-8859-1", "“é”"),
        ("é".encode("utf-16"), None, "é"),
        ('<meta charset="windows-1252">é'.encode("cp1252"), None, '<meta charset="windows-1252">é'),
        (
            '<meta http-equiv=x content="text/html; charset=koi8-r">Да'.encode("koi8-r"),
            None,
            '<meta http-equiv=x content="text/html; charset=koi8-r">Да',
        ),
        ('<meta charset="koi8-r">é'.encode(), "utf-8", '<meta charset="koi8-r">é'),
    ],
)
def test_the_character_set_is_the_one_that_is_stated(body: bytes, charset: str | None, text: str) -> None:
    assert page_text(body, charset, markup=True) == text


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (b"\xff\xfe\xfd", "utf-8"), (b"\xe9", None), (b"61", "hex"), (b"a", "zlib_codec"), (b"a", "rot13"),
        (b"\\x61", "unicode_escape"), (b"+AGE-", "utf-7"), (b"a", "no-such"), (b"a", "idna"), (b"a", "\x00"),
        (b'<meta charset="unicode_escape">', None),
    ],
)  # fmt: skip
def test_what_is_no_text_in_it_is_refused(body: bytes, charset: str | None) -> None:
    with pytest.raises(BodyError, match="character set"):
        page_text(body, charset, markup=True)
