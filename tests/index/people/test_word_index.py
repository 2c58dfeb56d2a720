from hypothesis import given, settings
from hypothesis import strategies as st

from index.folding import fold
from index.people.names import name_key, parse_name
from index.people.spelling import folded, romanised
from index.people.word_index import WordIndex

WORDS = """Mr. Bashar al-Assad Jean-Claude Juncker H.W. JD Kim Jong-un Xi Müller Håland von der Jr. ,Jr
Cameron's O’Connor (Bill) Łukasz a¨b ex-president - ?!""".split()
NAMES = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=5).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(NAMES, max_size=6))
def test_nobody_is_overlooked(names: list[str]) -> None:
    index = WordIndex(enumerate(names))
    for number, written in enumerate(names):
        spelling = name_key(written)
        if written.strip():
            assert number in index.having_all([folded(word) for word in fold(spelling).split() or [""]])
        if (name := parse_name(written)) is not None:
            for part in (*name.given, name.surname, *name.surnames):
                assert number in index.having(part)
                assert number in index.having_like([romanised(part)])


def test_only_those_of_the_word() -> None:
    index = WordIndex([(0, "Ruth Abel"), (1, "Jonas Abel"), (1, "J. Abel"), (2, "Abel Ruth Stone")])
    assert index.having("abel") == {0, 1, 2}
    assert index.having("stone") == {2}
    assert index.having("jonas") == {1}
    assert index.having_all(["abel", "ruth"]) == {0, 2}
    assert index.having("cain") == index.having_like(["cain"]) == set()


def test_nothing() -> None:
    index = WordIndex([])
    assert index.having("abel") == set()
    assert index.parts == {}
