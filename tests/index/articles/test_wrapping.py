from textwrap import fill

from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles.article import BlockKind
from index.articles.layout import analyse

STORY = [
    "The mayor of Linden said on Monday that the bridge would open on time and nobody needed to worry.",
    "The work has cost thirty million and was paid for by the county, which owns the bridge with the trust.",
    '"We have waited ten years for this," said Ruth Abel, a teacher on the island. "Ten years is a long time."',
    "A small crowd had gathered at the gate by noon, and some of them had brought flags, drums and a cake.",
]


def paragraphs(text: str) -> list[str]:
    return [
        " ".join(text[b.start : b.end].split()) for b in analyse(text).blocks if b.kind is BlockKind.PARAGRAPH
    ]


@settings(max_examples=40, deadline=None)
@given(st.integers(45, 78), st.sampled_from(["\n", "\n\n"]))
def test_hard_wrapped_paragraphs_come_back_whole(width: int, between: str) -> None:
    text = between.join(fill(paragraph, width) for paragraph in STORY)
    found = paragraphs(text)
    assert " ".join(found) == " ".join(STORY)
    if between == "\n\n":
        assert found == STORY
    else:
        # A paragraph whose last line fills the column cannot be told from one that goes on.
        assert len(found) <= len(STORY)


def test_one_paragraph_a_line() -> None:
    assert paragraphs("\n".join(STORY)) == STORY


def test_a_long_first_line_above_wrapped_ones() -> None:
    wrapped = "\n".join(fill(paragraph, 50) for paragraph in STORY[1:])
    assert paragraphs(f"{STORY[0]}\n{wrapped}") == STORY


def test_sentences_broken_by_accident_are_joined() -> None:
    broken = STORY[1].replace("county, which", "county,\nwhich")
    named = "The prize went to a teacher from the island whom the crowd on the bridge had come to know as President"
    text = "\n".join([STORY[0], broken, named, "Ruth Abel after she had held a speech to the county."])
    assert len(paragraphs(text)) == 3


def test_a_short_line_without_a_stop_is_no_part_of_the_next_paragraph() -> None:
    layout = analyse("\n".join([STORY[0], "A fair price", STORY[1]]))
    assert [block.kind.value for block in layout.blocks] == ["paragraph", "heading", "paragraph"]


def test_indented_first_lines_begin_paragraphs() -> None:
    text = "\n".join(fill(paragraph, 60, initial_indent="    ") for paragraph in STORY)
    assert paragraphs(text) == STORY


def test_the_rest_of_a_wrapped_sentence_is_text_whatever_it_looks_like_alone() -> None:
    text = """\
The mayor of Linden said on Monday that the bridge would open on
time. She did not answer when the county asked her on Friday for
comment.
The work was done by four companies, three of them of the county
- and a fifth came from the island, which nobody had known since
2008.
"""
    assert len(paragraphs(text)) == 2
    assert " ".join(paragraphs(text)) == " ".join(text.split())
