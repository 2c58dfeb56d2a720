from collections.abc import Callable

import pytest

from index.quotations import SpeakerKind, Statement

Read = Callable[[str], list[Statement]]


def speakers(statements: list[Statement]) -> list[str | None]:
    return [statement.speaker.name if statement.speaker else None for statement in statements]


@pytest.mark.parametrize(
    ("mention", "name", "description"),
    [
        ("Foreign Minister Olga Brandt", "Olga Brandt", "Foreign Minister"),
        ("Norwegian Prime Minister Olga Brandt", "Olga Brandt", "Norwegian Prime Minister"),
        ("Norway's Prime Minister Olga Brandt", "Olga Brandt", "Norway's Prime Minister"),
        ("Valley Watch president Olga Brandt", "Olga Brandt", "Valley Watch president"),
        ("U.S. Secretary of State Olga Brandt", "Olga Brandt", "U.S. Secretary of State"),
        ("Sen. Olga Brandt (D-Ohio)", "Olga Brandt", "Sen."),
        ("The mayor's spokeswoman, Olga Brandt,", "Olga Brandt", None),
        ("The Norwegian president Olga Brandt", "Olga Brandt", "Norwegian president"),
        ("Del. Olga Brandt", "Olga Brandt", "Del."),
        ("Radio North's Olga Brandt", "Olga Brandt", "Radio North"),
    ],
)
def test_names_out_of_compounds(read: Read, mention: str, name: str, description: str | None) -> None:
    (statement,) = read(f"{mention} said the talks had failed.")
    assert statement.speaker is not None
    assert statement.speaker.name == name
    assert statement.speaker.kind is SpeakerKind.PERSON
    assert description is None or statement.speaker.description == description


def test_a_surname_means_the_full_name_of_the_article(read: Read) -> None:
    text = "Olga Brandt met the press in Oslo. Brandt said the talks had failed."
    (statement,) = read(text)
    assert speakers([statement]) == ["Olga Brandt"]
    assert statement.speaker is not None
    assert text[statement.speaker.start : statement.speaker.end] == "Brandt"


def test_two_people_of_one_surname(read: Read) -> None:
    text = (
        "Senator Olga Brandt and her brother Erik Brandt both spoke. Ms. Brandt said the talks had failed. "
        "Mr. Brandt said they had not. Brandt said nothing was lost."
    )
    assert speakers(read(text)) == ["Olga Brandt", "Erik Brandt", "Brandt"]


def test_the_listener_and_the_topic_are_not_the_speaker(read: Read) -> None:
    text = "Olga Brandt told Erik Lund that Nils Dahl had left. “He was tired,” Brandt said of Dahl."
    assert speakers(read(text)) == ["Olga Brandt", "Olga Brandt"]


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("a spokesman for the mayor", SpeakerKind.UNNAMED),
        ("a military source", SpeakerKind.UNNAMED),
        ("Activists", SpeakerKind.UNNAMED),
        ("several doctors", SpeakerKind.UNNAMED),
        ("the Norwegian government", SpeakerKind.ORGANISATION),
        ("Norway", SpeakerKind.ORGANISATION),
        ("the United Nations", SpeakerKind.ORGANISATION),
        ("the campaign", SpeakerKind.ORGANISATION),
    ],
)
def test_unnamed_speakers_and_organisations_as_the_text_names_them(
    read: Read, mention: str, kind: SpeakerKind
) -> None:
    (statement,) = read(f"{mention[0].upper()}{mention[1:]} said the road near Bergen was closed.")
    assert statement.speaker is not None
    assert statement.speaker.name.lower() == mention.lower().replace("the united", "united")
    assert statement.speaker.kind is kind


def test_two_who_speak_together(read: Read) -> None:
    text = "President Olga Brandt met Erik Lund. The talks went well, President Brandt and Prime Minister Lund said."
    (statement,) = read(text)
    assert statement.speaker is not None
    assert statement.speaker.name == "Olga Brandt and Erik Lund"
    assert statement.speaker.members == ("Olga Brandt", "Erik Lund")


def test_a_relative_by_given_name(read: Read) -> None:
    text = "His wife, Linda, objected. “We have waited long enough,” she said."
    assert speakers(read(text)) == ["Linda"]


def test_apostrophes_do_not_part_a_name(read: Read) -> None:
    assert speakers(read("Mayor Dan O'Neill rose. O’Neill said no bridge was safe.")) == ["Dan O'Neill"]


def test_what_an_office_holder_owns_is_not_the_holder(read: Read) -> None:
    text = "President Erik Lund came. The president's office said he was well."
    assert speakers(read(text)) == ["The president's office"]


def test_the_rest_of_a_clause_is_nobody(read: Read) -> None:
    text = "The union, whose members have long demanded new rules, went home."
    assert speakers(read(text)) == [None]


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("But Bob Holm, a farmer, said that no warning came. “I saw the cow first,” Holm said.", "Bob Holm"),
        ("Bob Holm spoke last. Holm said the flood had come at night.", "Bob Holm"),
        ("Holm said the flood had come at night.", "Mary Holm"),
        ("Mary Holm said little. Bob Holm said less. Holm said the flood had come at night.", "Holm"),
    ],
)
def test_a_surname_means_the_bearer_whom_its_paragraph_names(read: Read, second: str, name: str) -> None:
    first = "Mary Holm lost her bakery. “I am ruined,” said Mary Holm. Mary Holm wept."
    assert speakers(read(f"{first}\n\nBob Holm wept too.\n\n{second}"))[-1] == name


@pytest.mark.parametrize(
    "said", ["“My wife made it,” says Holm, a baker.", "Holm said that the wood was old."]
)
def test_a_surname_means_the_only_bearer_named_so_far(read: Read, said: str) -> None:
    later = "\n\nHis wife, Mary Holm, laughed. Mary Holm sews. “He is mad,” Mary Holm said."
    assert speakers(read(f"# Bob Holm builds a boat\n\nThe boat is large.\n\n{said}{later}")) == [
        "Bob Holm",
        "Mary Holm",
    ]
    text = f"Bob Holm met Mary Holm.\n\nThe boat is large.\n\n{said}"
    assert speakers(read(text)) == ["Holm"]


@pytest.mark.parametrize("given", ["Debora", "Mario", "Qimmo"])
def test_two_words_may_be_the_surname_of_three(read: Read, given: str) -> None:
    text = f"{given} Vargas Sampaio came. Vargas Sampaio said it was late. Sampaio said it was not."
    assert speakers(read(text)) == [f"{given} Vargas Sampaio"] * 2


@pytest.mark.parametrize(
    "behind", [", whose ward includes Mill Street,", ", who is 50,", ", a farmer from Bergen,", ", 61,", ""]
)
@pytest.mark.parametrize("office", ["Independent member", "Bakery worker", "Green councillor"])
def test_he_is_the_subject_whatever_describes_it(read: Read, office: str, behind: str) -> None:
    text = f"Erik Lund said it was late.\n\n{office} Bob Stubbs{behind} abstained. He said it was early."
    assert speakers(read(text)) == ["Erik Lund", "Bob Stubbs"]


@pytest.mark.parametrize("nickname", ["“Gigi”", '"Gigi"', "‘Gigi’"])
def test_a_nickname_stands_within_the_name(read: Read, nickname: str) -> None:
    text = (
        f"Giovanni {nickname} D'Amato met the referee, Mike Dahl-Lund.\n\nDahl-Lund left.\n\n"
        "D'Amato was asked to resign. “Resign? No. Never,” he replied."
    )
    assert speakers(read(text)) == ["Giovanni D'Amato"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nicky Fox, who heads the office, said it was late.", "Nicky Fox"),
        ("Michael Church said it was late. “Very late,” he said.", "Michael Church"),
    ],
)
def test_a_surname_may_be_a_word_of_organisations(read: Read, text: str, name: str) -> None:
    assert {(s.speaker.name, s.speaker.kind) for s in read(text) if s.speaker} == {(name, SpeakerKind.PERSON)}


@pytest.mark.parametrize("mention", ["Oslo Church", "Sky Fox"])
def test_an_organisation_of_such_a_name(read: Read, mention: str) -> None:
    (statement,) = read(f"{mention} said it was late.")
    assert statement.speaker is not None and statement.speaker.kind is SpeakerKind.ORGANISATION


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Consumer group SafePlay", "SafePlay"),
        ("Campaign group Safe Play", "Safe Play"),
        ("The charity Qimmara", "Qimmara"),
        ("Rail company Ostrava", "Ostrava"),
    ],
)
def test_what_stands_behind_the_noun_of_a_body_is_no_person(read: Read, mention: str, name: str) -> None:
    text = f"Olga Brandt said it was late. {mention} said that it came late. “I have the receipt,” she said."
    assert speakers(read(text)) == ["Olga Brandt", name, "Olga Brandt"]
    assert [s.speaker.kind for s in read(text) if s.speaker][1] is SpeakerKind.ORGANISATION


@pytest.mark.parametrize(
    "mention", ["Team captain Qimmara Holm", "Bank clerk Qimmara Holm", "Campaign group's Olga Holm"]
)
def test_a_person_of_a_body(read: Read, mention: str) -> None:
    (statement,) = read(f"{mention} said that it came late.")
    assert statement.speaker is not None and statement.speaker.kind is SpeakerKind.PERSON


class TestPronouns:
    def test_she_who_spoke_last_of_all_though_her_name_does_not_tell(self, read: Read) -> None:
        text = "Olga Brandt said it was late. Qimmara Sampaio said it was not. “We stay,” she said."
        assert speakers(read(text))[-1] == "Qimmara Sampaio"
        text = "Olga Brandt said it was late. Erik Lund said it was not. “We stay,” she said."
        assert speakers(read(text))[-1] == "Olga Brandt"

    def test_a_lone_surname_tells_no_gender(self, read: Read) -> None:
        text = "Olga Brandt said it was late. Yusuf, a teacher, said it was not. “We stay,” she said."
        assert speakers(read(text))[-1] is None
        text = "Olga Brandt said it was late. Judge Thomas said it was not. “We stay,” she said."
        assert speakers(read(text))[-1] == "Thomas"

    def test_an_unnamed_speaker_may_be_he(self, read: Read) -> None:
        text = "Erik Lund spoke at noon. One farmer said he had lost forty cows. “It came at night,” he said."
        assert speakers(read(text)) == ["One farmer", "One farmer"]

    def test_the_subject_of_unknown_gender_where_nobody_else_fits(self, read: Read) -> None:
        text = (
            "Helena Brandt said the law would pass.\n\nThe union's leader, Qimmo Sampaio, welcomed that. "
            "“Our members have waited,” he said. He warned that the union would strike."
        )
        assert speakers(read(text)) == ["Helena Brandt", "Qimmo Sampaio", "Qimmo Sampaio"]

    def test_the_latest_speaker_of_that_gender(self, read: Read) -> None:
        text = (
            "Olga Brandt said the talks had failed.\n\nErik Lund said they had not.\n\n"
            "“It is over,” she said.\n\n“It has just begun,” he said."
        )
        assert speakers(read(text)) == ["Olga Brandt", "Erik Lund", "Olga Brandt", "Erik Lund"]

    def test_the_subject_of_the_sentence_before(self, read: Read) -> None:
        text = "Erik Lund said little. Olga Brandt visited a school in Bergen. She said it was cold."
        assert speakers(read(text))[-1] == "Olga Brandt"

    def test_titles_tell_the_gender(self, read: Read) -> None:
        text = "Mr. Kim Dahl came with Ms. Robin Holm. Dahl left. “Good,” she said."
        assert speakers(read("Ms. Robin Holm spoke first. Mr. Kim Dahl left. “Good,” she said.")) == [
            "Robin Holm"
        ]
        assert speakers(read(text)) != ["Kim Dahl"]

    def test_too_far_back_is_no_guess(self, read: Read) -> None:
        others = " ".join(f"Olga Brandt said the talks had failed {n} times." for n in range(8))
        assert speakers(read(f"Erik Lund said little. {others} “Good,” he said."))[-1] is None

    def test_no_antecedent_is_no_guess(self, read: Read) -> None:
        assert speakers(read("“Good,” she said.")) == [None]
        assert speakers(read("We said it was good. I said it was better.")) == [None, None]


class TestOffices:
    ARTICLE = (
        "Norwegian Prime Minister Olga Brandt received President Erik Lund in Oslo.\n\n"
        "Lund said he was glad.\n\nBrandt said she was glad too.\n\n"
    )

    @pytest.mark.parametrize(
        ("mention", "name"),
        [
            ("The Norwegian prime minister", "Olga Brandt"),
            ("The Norwegian leader", "Olga Brandt"),
            ("The Norwegian PM", "Olga Brandt"),
            ("The prime minister", "Olga Brandt"),
            ("The head of the Norwegian government", "Olga Brandt"),
            ("The president", "Erik Lund"),
            ("The Danish president", "Erik Lund"),
            ("The Danish leader, who arrived an hour late,", "Erik Lund"),
        ],
    )
    def test_an_office_means_who_holds_it(self, read: Read, mention: str, name: str) -> None:
        statement = read(f"{self.ARTICLE}{mention} said the border would stay open.")[-1]
        assert statement.speaker is not None
        assert statement.speaker.name == name
        assert statement.speaker.description is not None
        assert not statement.speaker.description.lower().startswith("the ")

    def test_an_office_that_nobody_holds_stays_unnamed(self, read: Read) -> None:
        statement = read(f"{self.ARTICLE}The finance secretary said there was no money.")[-1]
        assert statement.speaker is not None
        assert statement.speaker.kind is SpeakerKind.UNNAMED

    def test_a_former_holder_is_not_the_holder(self, read: Read) -> None:
        text = "Former President Nils Dahl met President Erik Lund. The president said it was a good talk."
        assert speakers(read(text)) == ["Erik Lund"]
