"""Bytes of a file to the text that is stored."""

from __future__ import annotations

import codecs
from typing import Final

LARGEST: Final = 8_000_000
"""Bytes of an article: of a file, or of a line of a `.jsonl` file. A larger one is not read into memory."""

TOO_LARGE: Final = f"it is larger than {LARGEST // 1_000_000} MB, and no article is; part it into articles"

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class UnreadableError(Exception):
    """A file, or a line of one, holds no article; `str(error)` is the reason, to be shown after its name."""


def decode(data: bytes) -> str:
    """UTF-8 to text: a byte order mark dropped, CRLF and CR made LF.

    Raises UnreadableError for anything but UTF-8 text that holds more than white space, and for what is
    too large.
    """
    if len(data) > LARGEST:
        raise UnreadableError(TOO_LARGE)
    if data.startswith(_WIDE_MARKS):
        raise UnreadableError("it is not encoded in UTF-8")
    if b"\0" in data:
        raise UnreadableError("it is binary")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"it is not encoded in UTF-8 (byte {error.start})") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError("it is empty")
    return text
