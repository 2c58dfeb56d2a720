import pytest

from bot.render.folders import without_folders


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/srv/data/bot.sqlite: the disk is full", "bot.sqlite: the disk is full"),
        (
            'the id is taken by /srv/my-corpus/a.b/one.txt (and "/tmp/x")',
            'the id is taken by one.txt (and "x")',
        ),
        ("ask /index-status or /articles restore", "ask /index-status or /articles restore"),
        ("https://news.example/a/b and news.example/a/b", "https://news.example/a/b and news.example/a/b"),
        ("AFP/Reuters of 10/05/2013, and/or", "AFP/Reuters of 10/05/2013, and/or"),
        ("a / b // c /", "a / b // c /"),
    ],
)
def test_only_the_names_of_files_are_left(text: str, shown: str) -> None:
    assert without_folders(text) == shown
