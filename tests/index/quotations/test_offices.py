from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


def last(statements: list[Statement]) -> str | None:
    speaker = statements[-1].speaker
    return speaker.name if speaker else None


@pytest.mark.parametrize(
    ("holder", "mention"),
    [
        ("Energy minister Olga Brandt", "The finance minister"),
        ("Health Secretary Olga Brandt", "The Home Secretary"),
        ("Health Secretary Olga Brandt", "The education secretary"),
        ("Treasury Secretary Olga Brandt", "The press secretary"),
        ("FBI Director Olga Brandt", "The CIA director"),
        ("Police Chief Olga Brandt", "The fire chief"),
        ("Fire chief Olga Brandt", "The police chief"),
        ("Police spokeswoman Olga Brandt", "The Kremlin spokesman"),
        ("Mayor Olga Brandt of Boston", "The mayor of Chicago"),
        ("Olga Brandt, the mayor of Boston,", "The Chicago mayor"),
        ("Deputy Mayor Olga Brandt", "The mayor"),
        ("Mayor Olga Brandt", "The deputy mayor"),
        ("Shadow chancellor Olga Brandt", "The chancellor"),
        ("Olga Brandt, a spokeswoman for the mayor,", "The mayor"),
        ("The mayor's spokeswoman, Olga Brandt,", "The mayor"),
        ("Labour MP Olga Brandt", "The Conservative MP"),
        ("Labour MP Olga Brandt", "The MEP for Gretna"),
        ("President Olga Brandt", "The union president"),
        ("President Olga Brandt", "The president of the union"),
        ("President Olga Brandt", "The opposition leader"),
        ("New Hampshire Governor Olga Brandt", "The South Carolina governor"),
        ("After a call with Olga Brandt, the president said little. Olga Brandt", "The president"),
    ],
)
def test_another_portfolio_employer_place_or_rank_is_another_person(
    read: Read, holder: str, mention: str
) -> None:
    statements = read(f"{holder} said the bridge was safe.\n\n{mention} said it would be closed by noon.")
    assert statements[-1].speaker is not None
    assert (last(statements), statements[-1].speaker.kind) == (mention, SpeakerKind.UNNAMED)


@pytest.mark.parametrize(
    ("holder", "mention"),
    [
        ("Energy minister Olga Brandt", "The minister"),
        ("Energy minister Olga Brandt", "The energy minister"),
        ("Energy minister Olga Brandt", "The Norwegian minister"),
        ("Treasury Secretary Olga Brandt", "The secretary"),
        ("FBI Director Olga Brandt", "The director"),
        ("FBI Director Olga Brandt", "The agency's director"),
        ("Mayor Olga Brandt of Boston", "The Boston mayor"),
        ("Mayor Olga Brandt of Boston", "The city's mayor"),
        ("Mayor Olga Brandt", "The Boston mayor"),
        ("Police Chief Olga Brandt", "The Boston police chief"),
        ("Deputy Mayor Olga Brandt", "The deputy mayor"),
        ("Clinton campaign chairman Olga Brandt", "The campaign chairman"),
        ("Senator Olga Brandt", "The 63-year-old senator"),
        ("Senator Olga Brandt", "The longtime Republican senator"),
        ("President Olga Brandt", "The President of the United States"),
        ("Ex-mayor Olga Brandt", "The former mayor"),
        ("Labour MP Olga Brandt", "The MP"),
        ("Labour MP Olga Brandt", "The Labour MP"),
        ("Olga Brandt, the Conservative MP for Gretna,", "The MP"),
    ],
)
def test_a_shorter_or_fuller_description_is_the_holder(read: Read, holder: str, mention: str) -> None:
    statements = read(f"{holder} said the bridge was safe.\n\n{mention} said it would be closed by noon.")
    assert last(statements) == "Olga Brandt"


@pytest.mark.parametrize(
    ("before", "mention", "name"),
    [
        ("Linda Brandt waved.", "President Brandt", "President Brandt"),
        ("President Brandt came. Linda Brandt waved.", "Brandt", None),
        ("President Brandt came. Linda Brandt waved.", "The president", "President Brandt"),
        ("President Brandt came. Linda Brandt waved.", "Mr. Brandt", "President Brandt"),
        ("President Brandt came. Linda Brandt waved.", "Mrs. Brandt", "Linda Brandt"),
        ("French president Brandt came. Linda Brandt waved.", "The French president", "President Brandt"),
        ("His son Erik Brandt waved.", "President Brandt", "President Brandt"),
        ("Erik Brandt, a farmer, waved.", "Prime Minister Brandt", "Prime Minister Brandt"),
        ("Erik Brandt Jr. waved.", "Then-President Brandt", "President Brandt"),
        ("Erik Brandt and Linda Brandt waved.", "President Brandt", "Erik Brandt"),
        ("Erik Brandt and Linda Brandt waved.", "Prime Minister Brandt", "Prime Minister Brandt"),
        ("Erik Brandt and John Brandt waved.", "President Brandt", "President Brandt"),
        ("Erik Brandt, a farmer, and Linda Brandt waved.", "President Brandt", "President Brandt"),
        ("Linda Brandt waved.", "Prime Minister Brandt", "Linda Brandt"),
        ("Linda Brandt waved.", "Chancellor Brandt", "Linda Brandt"),
        ("Linda Brandt, a farmer, waved.", "Chancellor Brandt", "Chancellor Brandt"),
        ("Linda Brandt, a senator, waved.", "Vice President Brandt", "Linda Brandt"),
        ("Linda Brandt, a senator, waved.", "President Brandt", "President Brandt"),
        ("Erik Brandt, the Democrat, waved.", "President Brandt", "Erik Brandt"),
        ("Erik Brandt, the centrist candidate, waved.", "President Brandt", "Erik Brandt"),
        ("Erik Brandt Jr., the Democrat, waved.", "President Brandt", "President Brandt"),
        ("Her sister Linda Brandt waved.", "Senator Brandt", "Senator Brandt"),
        ("Erik Brandt waved.", "President Brandt", "Erik Brandt"),
        ("President Linda Brandt waved.", "President Brandt", "Linda Brandt"),
        ("Linda Brandt, the former president, waved.", "President Brandt", "Linda Brandt"),
        ("Linda Brandt, the secretary of state, waved.", "Secretary Brandt", "Linda Brandt"),
        ("Norwegian Foreign Minister Linda Brandt waved.", "Minister Brandt", "Linda Brandt"),
        ("Linda Brandt waved.", "Senator Brandt", "Linda Brandt"),
        ("Linda Brandt waved.", "Dr. Brandt", "Linda Brandt"),
        ("Her sister Linda Brandt waved.", "MP Brandt", "MP Brandt"),
    ],
)
def test_whom_a_title_before_a_surname_means(read: Read, before: str, mention: str, name: str | None) -> None:
    statements = read(f"{before}\n\n{mention} said the bridge was safe.")
    assert last(statements) == (mention if name is None else name)


@pytest.mark.parametrize(
    ("before", "mention", "name"),
    [
        ("President Tuo Weimin came.", "President Tuo", "Tuo Weimin"),
        ("Tuo Weimin came.", "President Tuo", "Tuo Weimin"),
        ("Kim Sol-ju, the party leader, came.", "Chairman Kim", "Kim Sol-ju"),
        ("Prime Minister Tesfu Hagos came.", "PM Tesfu", "Tesfu Hagos"),
        ("Linda Brandt came.", "Queen Linda", "Linda"),
        ("Grant Hale came.", "Senator Grant", "Grant"),
        ("Tuo Weimin, a farmer, came.", "President Tuo", "Tuo"),
    ],
)
def test_an_office_before_the_first_word_of_a_name(read: Read, before: str, mention: str, name: str) -> None:
    assert last(read(f"{before}\n\n{mention} said the bridge was safe.")) == name


def test_a_surname_behind_an_office_and_alone_is_one_person(read: Read) -> None:
    text = "Linda May came. Prime Minister May said the bridge was safe. “We will wait,” May said."
    assert [statement.speaker and statement.speaker.name for statement in read(text)] == ["Linda May"] * 2


@pytest.mark.parametrize(
    ("before", "mention", "name"),
    [
        ("President Hale said the bill was dead.", "the president", "Hale"),
        ("Judge Brandt said the case was closed.", "the judge", "Brandt"),
        ("President Hale came. Mr. Hale said the bill was dead.", "the president", "Hale"),
        ("Former President Hale said the bill was dead.", "the former president", "Hale"),
        ("President Hale said the bill was dead.", "the former president", "the former president"),
        ("President Hale said the bill was dead.", "the mayor", "the mayor"),
    ],
)
def test_who_is_named_by_office_and_surname_alone_holds_the_office(
    read: Read, before: str, mention: str, name: str
) -> None:
    office, *he = read(f'{before}\n\n"We are leaving," {mention} said. "It is over," he added.')[-2:]
    assert office.speaker is not None
    assert office.speaker.name == name
    if not name.startswith("the"):
        assert [one.speaker.name for one in he if one.speaker] == [name]
