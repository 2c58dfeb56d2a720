"""Web addresses of articles, fit to be shown."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_LONGEST = 500
_SAFE = "%/:?#[]@!$&'()*+,;=~-._|"


def web_address(url: str | None) -> str | None:
    """`url` without characters that could end it early; None when it is no web address or too long, and
    where it looks like that of another host: https://news.example@elsewhere.example.
    """
    if url is None or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc or "@" in parts.netloc:
        return None
    address = quote(url.strip(), safe=_SAFE, errors="replace")
    return address if len(address) <= _LONGEST else None
