from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from index.people import Aliases, People, Person, persons
from index.quotations.statement import Speaker, SpeakerKind


def speaker(name: str, kind: SpeakerKind = SpeakerKind.PERSON, description: str | None = None) -> Speaker:
    return Speaker(name, 0, len(name), kind, description)


def merged(mentions: Iterable[tuple[str, str]], aliases: Aliases | None = None) -> People[Person]:
    return persons(((article, speaker(name)) for article, name in mentions), aliases)


def groups(people: People[Person]) -> set[frozenset[str]]:
    return {frozenset(alias for alias, _ in person.aliases) for person in people.persons}


def test_the_name_is_the_spelling_of_most_articles() -> None:
    people = merged(
        [("a", "Sergei Lavrov"), ("b", "Sergei Lavrov"), *[("c", "Sergey Lavrov")] * 5, ("d", "Lavrov")]
    )
    (person,) = people.persons
    assert person.name == "Sergei Lavrov"
    assert person.aliases == (("Sergey Lavrov", 5), ("Sergei Lavrov", 2), ("Lavrov", 1))


def test_equals_are_named_in_alphabetical_order_and_full_names_first() -> None:
    people = merged([("a", "Sergey Lavrov"), ("b", "Sergei Lavrov"), ("c", "S. Lavrov"), ("d", "S. Lavrov")])
    assert [person.name for person in people.persons] == ["Sergei Lavrov"]


def test_titles_are_no_part_of_the_name() -> None:
    people = merged([("a", "Prime Minister David Cameron"), ("b", "Mr. Cameron"), ("c", "David Cameron")])
    assert groups(people) == {frozenset({"David Cameron", "Cameron"})}


def test_a_surname_means_the_one_of_its_article() -> None:
    people = merged([("a", "Bill Clinton"), ("a", "Clinton"), ("b", "Hillary Clinton"), ("b", "Clinton")])
    first, second = people.of("a", "Clinton"), people.of("b", "Clinton")
    assert first is not None and first.name == "Bill Clinton"
    assert second is not None and second.name == "Hillary Clinton"


def test_else_the_only_one_of_the_corpus() -> None:
    people = merged([("a", "Tim Friend"), ("b", "Friend")])
    assert groups(people) == {frozenset({"Tim Friend", "Friend"})}


def test_an_ambiguous_surname_stays_with_its_article() -> None:
    people = merged([("a", "Bill Clinton"), ("b", "Hillary Clinton"), ("c", "Clinton"), ("d", "Clinton")])
    assert len(people.persons) == 4
    assert people.of("c", "Clinton") is not people.of("d", "Clinton")
    both = merged([("a", "Bill Clinton"), ("a", "Hillary Clinton"), ("a", "Clinton")])
    assert len(both.persons) == 3


def test_a_title_tells_who_is_meant() -> None:
    people = merged([("a", "Bill Clinton"), ("b", "Hillary Clinton"), ("c", "Mrs. Clinton")])
    meant = people.of("c", "Mrs. Clinton")
    assert meant is not None and meant.name == "Hillary Clinton"


def described(mentions: Iterable[tuple[str, str, str | None]]) -> People[Person]:
    return persons((article, speaker(name, description=said)) for article, name, said in mentions)


def test_an_office_means_the_bearer_whom_the_corpus_gives_it() -> None:
    people = described(
        [
            ("a", "President Brandt", "President"),
            ("a", "Linda Brandt", None),
            ("b", "Erik Brandt", "Norwegian President"),
        ]
    )
    meant = people.of("a", "President Brandt")
    assert meant is not None and meant.name == "Erik Brandt"


def test_an_office_that_no_bearer_holds_is_somebody_else() -> None:
    people = described(
        [
            ("a", "President Brandt", "President"),
            ("a", "Linda Brandt", "president of the ski club"),
            ("a", "Brandt", None),
            ("b", "President Brandt", "President"),
            ("b", "Brandt", None),
            ("c", "Brandt", None),
        ]
    )
    president = people.of("a", "President Brandt")
    assert president is people.of("b", "President Brandt") is people.of("b", "Brandt")
    assert president is not people.of("a", "Linda Brandt")
    assert people.of("a", "Brandt") not in (president, people.of("a", "Linda Brandt"))
    assert people.of("c", "Brandt") not in (president, people.of("a", "Linda Brandt"))


def test_an_office_that_two_bearers_hold_stays_with_its_article() -> None:
    people = described(
        [
            ("a", "George Brandt", "President"),
            ("b", "Erik Brandt", "President"),
            ("c", "President Brandt", None),
            ("d", "President Brandt", None),
        ]
    )
    assert len(people.persons) == 4


def test_a_surname_nobody_bears_in_full_is_one_person() -> None:
    assert len(merged([("a", "Friend"), ("b", "Friend")]).persons) == 1
    assert len(merged([("a", "Mr. Friend"), ("b", "Mrs. Friend")]).persons) == 2


def test_an_initial_that_fits_two_is_neither() -> None:
    people = merged([("a", "John Smith"), ("b", "James Smith"), ("c", "J. Smith")])
    assert groups(people) == {frozenset({"John Smith"}), frozenset({"James Smith"}), frozenset({"J. Smith"})}


def test_middle_names_keep_people_apart() -> None:
    people = merged([("a", "George W. Bush"), ("b", "George H.W. Bush"), ("c", "George Bush")])
    assert len(people.persons) == 3
    people = merged([("a", "John F. Kerry"), ("b", "John Kerry"), ("c", "John Forbes Kerry")])
    assert len(people.persons) == 1


def test_generations_are_kept_apart() -> None:
    people = merged(
        [
            ("a", "Donald J. Trump"),
            ("b", "Donald Trump"),
            ("c", "Donald Trump Jr."),
            ("d", "Donald Trump, Jr"),
        ]
    )
    assert len(people.persons) == 2


def test_umlauts_are_written_in_three_ways() -> None:
    people = merged([("a", "Gerhard Schröder"), ("b", "Gerhard Schroeder"), ("c", "Gerhard Schroder")])
    assert len(people.persons) == 1
    assert len(merged([("b", "Gerhard Schroeder"), ("c", "Gerhard Schroder")]).persons) == 2


def test_people_called_by_a_middle_name_or_a_compound_surname() -> None:
    assert (
        len(merged([("a", "Recep Tayyip Erdogan"), ("b", "Tayyip Erdogan"), ("c", "Erdoğan")]).persons) == 1
    )
    people = merged([("a", "Enrique Peña Nieto"), ("b", "Peña Nieto"), ("c", "Peña Nieto")])
    assert [person.name for person in people.persons] == ["Enrique Peña Nieto"]
    apart = merged([("a", "Anna Maria Stone"), ("b", "Julia Maria Stone"), ("c", "Maria Stone")])
    assert len(apart.persons) == 3


def test_a_given_name_alone_counts_within_its_article() -> None:
    people = merged([("a", "Hillary Clinton"), ("a", "Hillary"), ("b", "Hillary")])
    assert people.of("a", "Hillary") is people.of("a", "Hillary Clinton")
    assert people.of("b", "Hillary") is not people.of("a", "Hillary")


def test_organisations_and_unnamed_speakers() -> None:
    organisation, unnamed = SpeakerKind.ORGANISATION, SpeakerKind.UNNAMED
    people = persons(
        [
            ("a", speaker("the White House", organisation)),
            ("b", speaker("White House", organisation)),
            ("a", speaker("The U.S. Army", organisation)),
            ("b", speaker("US army", organisation)),
            ("b", speaker("UN", organisation)),
            ("c", speaker("United Nations", organisation)),
            ("a", speaker("a spokesman", unnamed)),
            ("b", speaker("a spokesman", unnamed)),
        ]
    )
    assert [person.name for person in people.persons] == ["U.S. Army", "White House", "UN", "United Nations"]
    assert people.of("a", "a spokesman") is None


def test_descriptions() -> None:
    people = persons(
        ("a", speaker("Ann Pruitt", description=words))
        for words in ["Mayor", "Mayor", "Linden Mayor", "the long-serving and much-loved Mayor", None]
    )
    assert people.persons[0].description == "Linden Mayor"


def test_a_description_counts_for_the_name_in_its_article_of_either_kind() -> None:
    people = persons(
        [
            ("a", speaker("Lindenhall", description="Mayor")),
            ("a", speaker("Lindenhall", SpeakerKind.ORGANISATION)),
            ("b", speaker("Stonehall", SpeakerKind.ORGANISATION)),
        ]
    )
    assert {(person.kind, person.description) for person in people.persons} == {
        (SpeakerKind.PERSON, "Mayor"),
        (SpeakerKind.ORGANISATION, "Mayor"),
        (SpeakerKind.ORGANISATION, None),
    }


def test_a_family_name_before_a_dash_is_a_surname() -> None:
    assert groups(merged([("a", "Kim -"), ("a", "Kim Jong-un")])) == {frozenset({"Kim -", "Kim Jong-un"})}


def test_numbers_are_places() -> None:
    people = merged(
        [("a", "Bill Clinton"), ("b", "Hillary Clinton"), ("b", "Hillary Clinton"), ("c", "Clinton")]
    )
    assert [person.number for person in people.persons] == [0, 1, 2]
    assert people.persons[0].name == "Hillary Clinton"


def test_nothing() -> None:
    assert merged([]).persons == ()
    assert merged([("a", " "), ("a", "")]).persons == ()


NAMES = st.sampled_from(
    """Sergei Lavrov|Sergey Lavrov|Lavrov|S. Lavrov|Bill Clinton|William Clinton|Hillary Clinton|Clinton|Mrs. Clinton|
George Bush|George W. Bush|George H.W. Bush|Bush|G. Bush|George Walker Bush|Walker Bush|Jörg Müller|Joerg Mueller|
Jorg Muller|Müller|John Smith|John Smith Jr.|J. Smith|Smith|Mr. Smith|Ted Smith|Edward Smith|Theodore Smith|Kim|
Kim Jong-un|Xi|Xi Jinping|?|Hillary""".replace("\n", "").split("|")
)
MENTIONS = st.lists(st.tuples(st.sampled_from("abcd"), NAMES), max_size=25)


@settings(max_examples=80, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(
    mentions: list[tuple[str, str]], random: st.DataObject
) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    first, second = merged(mentions), merged(shuffled)
    assert first.persons == second.persons
    for article, name in mentions:
        assert first.of(article, name) == second.of(article, name)


@settings(max_examples=80, deadline=None)
@given(MENTIONS)
def test_every_mention_is_counted_once(mentions: list[tuple[str, str]]) -> None:
    people = merged(mentions)
    assert sum(count for person in people.persons for _, count in person.aliases) == len(mentions)
    for article, name in mentions:
        person = people.of(article, name)
        assert person is people.persons[person.number] if person else False


@settings(max_examples=60, deadline=None)
@given(MENTIONS)
def test_no_person_holds_names_that_contradict(mentions: list[tuple[str, str]]) -> None:
    forbidden = [
        {"Bill Clinton", "Hillary Clinton"},
        {"George W. Bush", "George H.W. Bush"},
        {"John Smith", "John Smith Jr."},
        {"Edward Smith", "Theodore Smith"},
    ]
    for names in groups(merged(mentions)):
        assert not any(pair <= names for pair in forbidden)
