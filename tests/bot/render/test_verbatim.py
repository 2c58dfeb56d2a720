from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render.verbatim import Excerpt, Piece, excerpt, one_line


def marked(shown: Excerpt) -> list[str]:
    return [piece.text for piece in shown.pieces if piece.marked]


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_hard_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    assert excerpt("one\ntwo  three\n\n four\n", (), 100).text == "one two three\nfour"


def test_matched_words_next_to_each_other_are_one_mark() -> None:
    text = "keeps the harbour\nwall standing"
    shown = excerpt(text, [span(text, "harbour"), span(text, "wall")], 100)
    assert marked(shown) == ["harbour wall"]


def test_a_mark_ends_with_its_word() -> None:
    text = "the harbour was closed"
    assert marked(excerpt(text, [span(text, "harbour"), span(text, "closed")], 100)) == ["harbour", "closed"]


def test_a_short_text_is_not_cut() -> None:
    shown = excerpt("all of it", (), 9)
    assert shown == Excerpt((Piece("all of it", marked=False),))


def test_a_long_text_is_cut_around_the_match_at_words() -> None:
    text = " ".join(f"word{number}" for number in range(1000))
    shown = excerpt(text, [span(text, "word500")], 200)
    assert marked(shown) == ["word500"]
    assert shown.cut_before and shown.cut_after
    assert 120 <= len(shown.text) <= 200
    assert f" {shown.text} " in text
    assert abs(shown.text.index("word500") - 100) < 20


def test_the_densest_matches_are_shown() -> None:
    text = "lake " + "x " * 500 + "the lake by the lake" + " y" * 500
    spans = [(index, index + 4) for index in range(len(text)) if text.startswith("lake", index)]
    assert marked(excerpt(text, spans, 100)) == ["lake", "lake"]


def test_without_a_match_the_beginning_is_shown() -> None:
    shown = excerpt("first " * 100, (), 50)
    assert shown.text.startswith("first first") and not shown.cut_before and shown.cut_after


def test_one_endless_word_is_cut_all_the_same() -> None:
    shown = excerpt("x" * 6000, [(3000, 3010)], 100)
    assert len(shown.text) == 100 and marked(shown) == ["x" * 10]


def test_control_characters_become_visible() -> None:
    assert excerpt("a\x1b[31mb\x00c\x9b", (), 100).text == "a␛[31mb␀c\ufffd"


def test_direction_overrides_end_with_the_text() -> None:
    assert excerpt("a \u202eb \u2067c", (), 100).text == "a \u202eb \u2067c\u2069\u202c"
    assert excerpt("a \u202eb\u202c \u2067c\u2069", (), 100).text == "a \u202eb\u202c \u2067c\u2069"
    assert one_line("\u202eb", 10) == "\u202eb\u202c"


def test_one_line_is_cut_at_a_word() -> None:
    assert one_line("the quick\n\nbrown fox", 12) == "the quick…"
    assert one_line("the quick", 9) == "the quick"


WORDS = st.lists(
    st.sampled_from(["lake", "a", "🤷🏽‍♀️", "é", "e\u0301", "שלום", "x" * 90, "\n\n"]), max_size=80
)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.integers(20, 300), st.data())
def test_no_word_is_altered(words: list[str], limit: int, data: st.DataObject) -> None:
    text = " ".join(words)
    edges = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edges, edges), max_size=5))
    shown = excerpt(text, spans, limit)
    assert " ".join(shown.text.split()) in " ".join(text.split())
    assert len(shown.text) <= limit
    assert (shown.text == "") == (text.strip() == "")
    whole = " ".join(shown.text.split()) == " ".join(text.split())
    assert whole == (not shown.cut_before and not shown.cut_after)
