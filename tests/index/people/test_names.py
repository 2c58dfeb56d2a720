import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.people.matching import compatible, gender_of
from index.people.names import Name, leading_titles, parse_name


def parsed(written: str) -> Name:
    name = parse_name(written)
    assert name is not None
    return name


@pytest.mark.parametrize(
    ("written", "given_names", "surname"),
    [
        ("John Kerry", ("john",), "kerry"),
        ("U.S. Secretary of State John F. Kerry", ("john", "f"), "kerry"),
        ("George H.W. Bush", ("george", "h", "w"), "bush"),
        ("JD Vance", ("j", "d"), "vance"),
        ("Bashar al-Assad", ("bashar",), "assad"),
        ("Bashar Al Assad", ("bashar",), "assad"),
        ("Ursula von der Leyen", ("ursula",), "leyen"),
        ("Elin ferch Rhys", ("elin",), "rhys"),
        ("Hans af Klint", ("hans",), "klint"),
        ("Maria dalla Costa", ("maria",), "costa"),
        ("Omar as Sadr", ("omar",), "sadr"),
        ("Jean-Claude Juncker", ("jean", "claude"), "juncker"),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip"), "erdogan"),
        ("Cameron's", (), "cameron"),
        ("Prime Minister Cameron", (), "cameron"),
        ("Russian President Vladimir Putin", ("vladimir",), "putin"),
        ("German Gref", ("german",), "gref"),
        ("Kim Jong-un", ("jong", "un"), "kim"),
        ("Kim Jong Un", ("jong", "un"), "kim"),
        ("Xi Jinping", ("jinping",), "xi"),
        ("Kim Clark", ("kim",), "clark"),
        ('William "Bill" Gates', ("william",), "gates"),
        ("David Cameron MP", ("david",), "cameron"),
        ("Sinéad O’Connor", ("sinead",), "oconnor"),
        ("Alexandria Ocasio-Cortez", ("alexandria",), "ocasiocortez"),
    ],
)
def test_names_are_taken_apart(written: str, given_names: tuple[str, ...], surname: str) -> None:
    name = parsed(written)
    assert (name.given, name.surname) == (given_names, surname)


def test_suffixes_and_what_is_shown() -> None:
    assert parsed("Donald Trump, Jr.").suffix == "jr"
    assert parsed("Donald Trump, Jr.").shown == "Donald Trump Jr."
    assert parsed("Sir John Major").shown == "John Major"
    assert parsed("the late Sen. Ted Stevens").shown == "Ted Stevens"


def test_genders() -> None:
    assert parsed("Mrs. Clinton").gender == "f"
    assert gender_of(parsed("Hillary Clinton")) == "f"
    assert gender_of(parsed("H. Clinton")) == ""


def test_titles_end_before_the_name() -> None:
    assert leading_titles("Secretary of State John Kerry".split()) == 3
    assert leading_titles("British Airways".split()) == 0
    assert leading_titles(["President"]) == 0


@pytest.mark.parametrize("written", ["", " ", "?!", "’s"])
def test_no_name(written: str) -> None:
    assert parse_name(written) is None


SAME = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Sergei Lavrov", "Serguei Lavrov"),
    ("Volodymyr Zelensky", "Vladimir Zelenskyy"),
    ("Mohammed Khatami", "Muhammad Khatami"),
    ("Dmitry Medvedev", "Dmitri Medvedyev"),
    ("Alexei Navalny", "Aleksey Navalnyy"),
    ("Angela Müller", "Angela Mueller"),
    ("Bill Clinton", "William J. Clinton"),
    ("Joe Biden", "Joseph Biden"),
    ("J. Kerry", "John F. Kerry"),
    ("John F. Kerry", "John Forbes Kerry"),
    ("José Barroso", "Jose Barroso"),
    ("B. Clinton", "Bill Clinton"),
]
OTHER = [
    ("Bill Clinton", "Hillary Clinton"),
    ("George W. Bush", "George H.W. Bush"),
    ("Donald Trump", "Donald Trump Jr."),
    ("John Smith", "Jon Smith"),
    ("John Clark", "John Clarke"),
    ("John Smith", "John Smyth"),
    ("Mr. Pat Stone", "Mrs. Pat Stone"),
    ("J. Kerry", "David Kerry"),
    ("Tony Hill", "Toni Hill"),
    ("Jean-Claude Juncker", "Jean-Marc Juncker"),
    ("Ivan Petrov", "Ivan Petrova"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_person(one: str, other: str) -> None:
    assert compatible(parsed(one), parsed(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_names_that_contradict(one: str, other: str) -> None:
    assert not compatible(parsed(one), parsed(other))


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_can_be_compared(one: str, other: str) -> None:
    first, second = parse_name(one), parse_name(other)
    if first is not None and second is not None:
        assert compatible(first, second) == compatible(second, first)
        assert compatible(first, first)
