import pytest

from index.errors import BadInput
from index.questions import parse
from index.questions.links import without_links


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("who said no? https://post.example/news/123", "who said no?"),
        ("https://post.example/a?b=c#d who said no", "who said no"),
        ("who said no HTTPS://POST.EXAMPLE", "who said no"),
        ("who said (www.post.example/a) no", "who said no"),
        ("who said no <http://post.example>", "who said no"),
        ("https://post.example", ""),
    ],
)
def test_links_beside_the_words_are_left_out(question: str, left: str) -> None:
    assert without_links(question) == left


@pytest.mark.parametrize(
    "question",
    [
        "who said no",
        'who said "see https://post.example for more"',
        "who said “www.post.example is ours”",
        "who said no source:www.post.example",
        "who said no source:https://post.example/a",
        "what is http and what is www",
        "who said post.example is theirs",
    ],
)
def test_all_else_stays(question: str) -> None:
    assert without_links(question) == question


def test_a_link_is_no_part_of_the_topic() -> None:
    assert parse("who said no taxes? https://post.example/news").topic == "no taxes"
    with pytest.raises(BadInput, match="empty"):
        parse("https://post.example/news")
