import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.articles.seen import see


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("**Lena Orbach**, the mayor, said *so*.", "Lena Orbach, the mayor, said so."),
        ("***Lena*** __Orbach__ _said_ so", "Lena Orbach said so"),
        ("*said by **Lena Orbach*** and **by *her***.", "said by Lena Orbach and by her."),
        ("[Lena Orbach](https://x.example/a_(b)) left", "Lena Orbach left"),
        ('the [**bridge** plan](<a b> "Title") failed', "the bridge plan failed"),
        ("the [bridge][1] and the [plan][]", "the bridge and the plan"),
        ("before ![a boat](boat.jpg) after", "before  after"),
        ('"*Never*," she said', '"Never," she said'),
        ("It failed.[1] He left.[^2] So be it.[[3]](#note-3)", "It failed. He left. So be it."),
        ("It failed.[1][12] He left.", "It failed. He left."),
        ("> and so on\n> to the end", "and so on\nto the end"),
        ("> > and so on\n>\n> to the end", "and so on\n>\nto the end"),
        ('> 5 ferries\n >  and a boat\n>"so"', '5 ferries\n and a boat\n"so"'),
        (r"\*no\* \[note\] 1\. C:\dir", r"*no* [note] 1. C:\dir"),
        ("Ash &amp; Oak, &quot;x&quot; &#8220;y&#x201d;&nbsp;z", 'Ash & Oak, "x" “y”\u00a0z'),
        ("&amp;#039;so&amp;#039; &amp;amp; so", "'so' & so"),
        ("so<br>and <b>so</b>, <a href='x'>here</a>", "so and so, here"),
        ("so <!-- really - so --> be it\\\nand so", "so  be it\nand so"),
        ("co\u00adoperate, bro\u00ad\nken, \u200bso\ufeff", "cooperate, broken, so"),
        ("Jose\u0301 Mun\u0303oz, vie\u0323\u0302t", "José Muñoz, việt"),
        ("It failed [3]. So it is [1, 2], he said.[4\u20136]", "It failed . So it is , he said."),
        ("\ufb01\u0301 _a_\u0301", "fi\u0301 a\u0301"),
        ("con\ufb01rmed, o\ufb03ce", "confirmed, office"),
    ],
)
def test_marks_are_not_seen(text: str, seen: str) -> None:
    assert see(text).text == seen


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "2*3*4 is 24, 2 * 3 * 4 too",
        "f*** it, s**t, f**k, ****",
        "*Some names have been changed.",
        "snake_case_name and a_b",
        "____ (signed)",
        "* an item\n* another",
        "“[We] won [the vote],” he said [in June] (so they said)",
        "In [1] and [12] it stands",
        "AT&T, R&D; Q&A; &copy B&B",
        "a < b and c > d, >50% of it, <ruth@x.example>",
        "``So it is,'' he said",
        "**one\n\ntwo**",
        "*one\n>\ntwo*",
        "two\u200bwords",
        "a \u0301b",
        "**one\r\n\r\ntwo**",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert see(text).text == text


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        ("We won the plan", "**We** won [the *plan*](u)"),
        ("We won", "**We** won"),
        ("We", "We"),
        ("won the plan", "won [the *plan*](u)"),
        ("the plan", "the *plan*"),
        ("plan", "plan"),
        ("Ash & Oak", "Ash &amp; Oak"),
        ("& Oak", "&amp; Oak"),
        ("Tolls rise", "<b title=x>Tolls</b> rise"),
        ("Tolls", "Tolls"),
        ("con", "con"),
        ("confirm", "con\ufb01rm"),
    ],
)
def test_marks_come_in_pairs_to_the_words_that_are_seen(words: str, stored: str) -> None:
    text = "So: **We** won [the *plan*](u) by Ash &amp; Oak. They con\ufb01rm. <b title=x>Tolls</b> rise."
    seen = see(text)
    start = seen.text.index(words)
    first, last = seen.stored(start, start + len(words))
    assert text[first:last] == stored
    assert seen.place(first) == start


_PIECES = st.sampled_from(
    "* ** *** _ [ ] ]( ) ](u) ][1] ![ [1] [^1] & &amp; &lt; &amp;amp; ; \\ > <b> </b> <br> a Ruth .".split(
        " "
    )
) | st.sampled_from(["\n", "\n\n", " ", '"', "\u00ad", "\ufb01", "\u200b", "\u0301"])


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_every_stretch_that_is_seen_stands_somewhere(text: str) -> None:
    seen = see(text)
    places = [seen.place(at) for at in range(len(text) + 1)]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0, len(seen.text))
    for start in range(len(seen.text)):
        first, last = seen.stored(start, start + 1)
        assert 0 <= first < last <= len(text)
        assert first == 0 or seen.place(first) <= start
    assert all(last <= first for last, first in zip(seen.last, seen.first[1:], strict=False))
    stretches = [seen.stored(at, at + 1) for at in range(len(seen.text))]
    assert stretches == sorted(stretches)


_OPENINGS = (
    "[",
    "](",
    '](a "',
    "](x '",
    "](x (",
    "](<a",
    "*a ",
    "&amp",
    "<a =",
    "<b",
    "> > ",
    "![",
    "[^",
    "\\",
)


@pytest.mark.parametrize(
    "piece", [*_OPENINGS, "**a** ", "_a_ ", "[a](b) ", "&amp;", "\n \n", "[[1]]", "*a\n\n"]
)
def test_it_takes_time_in_proportion_to_any_text(piece: str) -> None:
    began = time.process_time()
    see(piece * (400_000 // len(piece)))
    assert time.process_time() - began < 5
