import pytest

from bot.render.links import web_address


def test_a_web_address_is_shown_as_it_is() -> None:
    assert web_address("https://a.example/x?y=1&z=(2)#f") == "https://a.example/x?y=1&z=(2)#f"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "ftp://a.example",
        "javascript:alert(1)",
        "https://",
        "//a.example",
        "https://[",
        "x" * 600,
        "https://news.example@elsewhere.example/",
    ],
)
def test_what_is_no_web_address_is_left_out(url: str | None) -> None:
    assert web_address(url) is None


def test_nothing_in_an_address_ends_it_early() -> None:
    assert web_address('https://a.example/a b>c<"\\\ud800') == "https://a.example/a%20b%3Ec%3C%22%5C?"
