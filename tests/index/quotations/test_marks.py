import pytest

from index.quotations.marks import count_marks, end_of_marks, quoted_stretches


def inside(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quoted_stretches(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("He said “we go” and “we stay”.", ["we go", "we stay"]),
        ('"We go," he said. "Now."', ["We go,", "Now."]),
        ("''We go,'' he said. ''Now.''", ["We go,", "Now."]),
        ("``We go,'' he said.", ["We go,"]),
        ("«We go», he said.", ["We go"]),
        ("„We go“, he said.", ["We go"]),
        ("‘We go,’ he said. ‘The voters’ choice.’", ["We go,", "The voters’ choice."]),
        ("'We go,' he said.", ["We go,"]),
        ("“He told me ‘no’ and left,” she said.", ["He told me ‘no’ and left,"]),
        ("“No,“ he said. “Never.”", ["No,", "Never."]),
        ('"He sang “la la” and left.', ["la la"]),
        ('"He sang “la la” and left." She too.', ["He sang “la la” and left."]),
        ("The dogs' owner and the cats' owner won't say.", []),
        ("Give 'em hell, said the boys' friend.", []),
        ('A board of 6" by 4".', []),
        ('"An open mark, “” then “one” more', ["one"]),
        ('Rows of """""" and ““““ quote nothing.', []),
    ],
)
def test_stretches(text: str, stretches: list[str]) -> None:
    assert inside(text) == stretches


def test_marks_are_counted_up_to_a_number() -> None:
    text = "a “b” 'c' d"
    assert count_marks(text, 0, len(text)) == 4
    assert [end_of_marks(text, 0, len(text), most) for most in (4, 3, 2, 1)] == [len(text), 8, 6, 4]


def test_an_open_stretch_runs_to_the_end_of_the_paragraph() -> None:
    text = "She said: “It is late. We go."
    (quoted,) = quoted_stretches(text, 0, len(text))
    assert quoted.open_end
    assert text[quoted.start : quoted.end] == "It is late. We go."
    assert not quoted_stretches("He 'left the house.", 0, 19)
