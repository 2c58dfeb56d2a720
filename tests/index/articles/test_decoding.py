import pytest

from index.articles.decoding import UnreadableError, decode


def test_marks_and_line_ends() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\xc2\xa0", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("Zürich".encode("latin-1"), "UTF-8"),
        ("Zürich".encode("utf-16"), "UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
    ],
)
def test_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(data)
