from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.search.tokens import LONGEST_WORD, occurrences, term_spans, terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said: 'Borders are borders.'", ["minist", "said", "border", "border"]),
        ("Don't! O’Brien's ships", ["dont", "obrien", "ship"]),
        ("the FBI’s, BBC's, Congress's, James's and Москва's", ["fbi", "bbc", "congress", "jame", "москва"]),
        ("It's what's left; who's there? Let's see, don't we", ["left", "let", "see", "dont"]),
        ("ships' crews, rock'n'roll's, a's, 's, s's", ["ship", "crew", "rocknrol", "s", "s"]),
        ("negotiated negotiating NEGOTIATES", ["negoti"] * 3),
        ("Wałęsa, Jørgen, naïve, İzmir, straße", ["walesa", "jorgen", "naiv", "izmir", "strass"]),
        ("ﬁnal ＦＵＬＬ ２０１３ x²", ["final", "full", "2013", "x2"]),
        ("co\u00adoperate zero\u200bwidth", ["cooper", "zero", "width"]),
        ("snake_case U.S. 1,000 $5", ["snake", "case", "u", "s", "1", "000", "5"]),
        ("Москва говорит", ["москва", "говорит"]),
        ("北京で said", ["北", "京", "て", "said"]),
        ("नमस्ते दुनिया", ["नमसते", "दुनिया"]),
        ("of the and", []),
        ("''' ’ - …", []),
        ("", []),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_composed_and_decomposed_text_have_the_same_terms() -> None:
    text = "Café Über São Tomé Ångström Йод"
    assert terms(unicodedata.normalize("NFD", text)) == terms(unicodedata.normalize("NFC", text))


def test_spans_hold_the_words_as_written() -> None:
    text = "“Don’t,” said Wałe\u0328sa — ﬁnally; ½ co\u00adoperates."
    assert [text[start:end] for _, start, end in term_spans(text)] == [
        "Don’t", "said", "Wałe\u0328sa", "ﬁnally", "½", "½", "co\u00adoperates",
    ]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aZé'’ß½İ-_.\u0301\u00ad\u200b 北भاก\nﬁ9s") | st.characters(), max_size=40))
def test_spans_are_the_terms_in_order(text: str) -> None:
    spans = term_spans(text)
    assert [term for term, _, _ in spans] == terms(text)
    assert spans == sorted(spans, key=lambda span: span[1])
    for term, start, end in spans:
        assert 0 <= start < end <= len(text)
        assert term in terms(text[start:end])


def test_a_run_without_spaces_is_one_short_term() -> None:
    (term,) = terms("q" * 1_000_000)
    assert len(term) == LONGEST_WORD


def test_terms_of_many_threads_are_those_of_one() -> None:
    texts = [
        " ".join(f"nations{i % 7}ly governing{i}s declarations" for i in range(n, n + 300)) for n in range(40)
    ]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(terms, texts)) == [terms(text) for text in texts]


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "tide's",
                "tide’s",
                "FBI's",
                "oneil's",
                "s's",
                "'s",
                "“",
                "o'neil",
                "Dying",
                "ships",
                "'",
                ".",
                " ",
                "\n",
                "é",
                "9th",
                "İ",
                "Ꭰ",
                "γ",
                "reships",
                "x-y",
            ]
        )
    ),
    st.sets(
        st.sampled_from(
            ["tide", "fbi", "oneil", "onei", "die", "ship", "neil", "9th", "x", "i", "e", "s", "γ", "Ꭰ"]
        )
    ),
)
def test_sought_terms_are_found_where_all_are(pieces: list[str], sought: set[str]) -> None:
    text = "".join(pieces)
    assert occurrences(sought, text) == [span for span in term_spans(text) if span[0] in sought]
    many = sought | {f"none{number}" for number in range(60)}
    assert occurrences(many, text) == occurrences(sought, text)


@example("Ꭰꭰ Σς İı ß ﬁ ŉ", "a")
@given(st.text(max_size=30), st.text(max_size=40))
def test_few_and_many_different_letters_are_folded_alike(text: str, others: str) -> None:
    many = f"{text} {''.join(map(chr, range(0x3B1, 0x3C9)))} {others}"
    assert terms(many)[: len(terms(text))] == terms(text)
