"""The bytes of a page to text: decompressed within bounds, and in the character set it states."""

from __future__ import annotations

import codecs
import re
import zlib
from typing import Final

from index.errors import OperationFailed

ENCODINGS: Final = frozenset({"identity", "", "gzip", "x-gzip", "deflate"})
"""The content encodings that are undone."""

_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_META_WITHIN = 2048
_META = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSETS = re.compile(
    r"utf-8|utf-8-sig|utf-16|utf-16-le|utf-16-be|iso8859-\d{1,2}|cp125\d|cp866|cp874|cp932|cp949|koi8-[ru]|"
    r"mac-roman|gb18030|gbk|gb2312|big5|big5hkscs|shift_jis|euc_jp|euc_kr|iso2022_jp|ascii"
)


class BodyError(OperationFailed):
    """A page whose content cannot be used."""


class Inflater:
    """Undoes the compression of a body piece by piece; never holds more than `limit` bytes of it."""

    def __init__(self, encoding: str, limit: int) -> None:
        if encoding not in ENCODINGS:
            raise BodyError("the page is compressed in a way that was not asked for")
        compressed = encoding not in {"identity", ""}
        self._inflate = zlib.decompressobj(_GZIP_OR_ZLIB) if compressed else None
        self._limit = limit
        self._body = bytearray()

    def feed(self, data: bytes) -> None:
        """Take the next bytes as they came. Raises BodyError for too many and for damaged ones."""
        if self._inflate is not None:
            if self._inflate.eof and data:
                raise BodyError("the page arrived damaged")
            try:
                data = self._inflate.decompress(data, self._limit - len(self._body) + 1)
            except zlib.error:
                raise BodyError("the page arrived damaged") from None
        self._body += data
        if len(self._body) > self._limit:
            raise BodyError(f"the page is larger than {self._limit // 1_000_000} MB")

    def body(self) -> bytes:
        """All of it. Raises BodyError where the end is missing."""
        if self._inflate is not None and not self._inflate.eof and self._body:
            raise BodyError("the page arrived damaged")
        return bytes(self._body)


def page_text(body: bytes, charset: str | None, *, markup: bool) -> str:
    """The text of a page: in the character set of its byte order mark, else in `charset`, which its
    header states, else in the one a page of `markup` states itself, else UTF-8. Raises BodyError.
    """
    name = next((name for mark, name in _MARKS if body.startswith(mark)), None) or charset
    if name is None and markup and (stated := _META.search(body[:_META_WITHIN])):
        name = stated[1].decode("ascii")
    try:
        return body.decode(_codec(name or "utf-8"))
    except (LookupError, ValueError):
        raise BodyError(f"the page is not text in the character set {(name or 'utf-8')[:40]}") from None


def _codec(name: str) -> str:
    """Python's name of a character set, read as browsers do. Raises LookupError for what is none."""
    codec = codecs.lookup(name).name
    if not _CHARSETS.fullmatch(codec):
        raise LookupError(name)
    # On the web, these two names have always meant Windows' superset of them.
    return "cp1252" if codec in {"iso8859-1", "ascii"} else codec
