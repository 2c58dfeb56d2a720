"""Whom a question asks about: nobody who said it is overlooked, and nobody is dropped without a word."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from small_library import library_over

from index.answers.answer import Answer
from index.cli.text import headline
from index.encoding.encoder import Encoder
from index.errors import BadInput
from index.library import Library

_GIVEN = "Anna Brian Diana Edgar Fiona George Helen Ivan Julia Laura Martin Nora".split()
_SURNAMES = "Abbott Barlow Dalton Ellwood Farrow Garland Hadley Ingram Jardine Kimball".split()
_THINGS = "harbour tunnel bridge orchard market station museum library quarry vineyard".split()


def _article(title: str, *said: str) -> dict[str, str]:
    return {"title": title, "text": "\n\n".join(("The talks began.", *said, "They went on."))}


ARTICLES = (
    *(
        _article(
            f"Day {day}",
            *(f"“We support carbon neutrality,” said {given} {surname}, a minister." for given in _GIVEN),
        )
        for day, surname in enumerate(_SURNAMES)
    ),
    _article(
        "A mayor speaks",
        "“Let me tell you about the harvest in our valleys, the price of timber and the fishermen who wait for the"
        " boats, and then about schools; we also want carbon neutrality, and after that we shall look at the roads"
        " that our grandparents have built,” said Zebulon Quillfeather, the mayor of Oakham.",
    ),
    _article("Neutral", "“Carbon neutral we shall be,” said Carl Cobham, the mayor."),
    *(
        _article(
            f"A list of the {thing}",
            *(
                f"“The {thing} will be number {number} on our list of works,” said Olga Quick, a clerk."
                for number in range(11)
            ),
        )
        for thing in _THINGS
    ),
    _article("Resigning", "“On no list of works is a word about my leaving,” said Boris Petrov, the warden."),
    _article("Cuts", "“The budget will be cut by half,” an Élysée official said on Tuesday."),
    _article("Too big", "“The budget is too big,” several women said on Tuesday."),
    _article("Too small", "“The budget is too small,” the spokesman said on Tuesday."),
    _article("Together", "“The budget is a joke,” critics of Boris Petrov and Carl Cobham said on Tuesday."),
    _article(
        "Survey", "The Oakham Institute said on Monday that rents had fallen. “We count them twice,” it said."
    ),
    _article(
        "Figures", "According to the latest Oakham Institute figures, the lake is shrinking by a foot a year."
    ),
    _article("Unknown", "“Nobody knows the budget,” German officials said on Tuesday."),
)


@pytest.fixture(scope="module")
async def library(encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Library]:
    async with library_over(ARTICLES, tmp_path_factory.mktemp("asked"), encoder) as opened:
        yield opened


def _names(answer: Answer) -> list[str | None]:
    return [speaker.name for speaker in answer.speakers]


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("did Zebulon Quillfeather say carbon neutrality", "Zebulon Quillfeather"),
        ("did Carl Cobham say carbon neutrality", "Carl Cobham"),
        ("who said carbon neutrality speaker:Cobham", "Carl Cobham"),
    ],
)
async def test_what_somebody_said_is_found_however_many_said_it_better(
    library: Library, question: str, speaker: str
) -> None:
    answer = await library.ask(question)
    assert (answer.found, _names(answer), answer.notice) == (True, [speaker], None)


async def test_others_are_told_only_where_the_one_asked_about_did_not_say_it(library: Library) -> None:
    answer = await library.ask("did Petrov say carbon neutrality")
    assert not answer.found
    assert "Boris Petrov" not in _names(answer)
    assert len(answer.speakers) > 1
    assert answer.notice is None


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("the Élysée official", "an Élysée official"),
        ("an elysee official", "an Élysée official"),
        ("ÉLYSÉE OFFICIAL", "an Élysée official"),
        ("women", "several women"),
        ("a spokesman", "the spokesman"),
        ("the German officials", "German officials"),
        ("the man", None),
        ("men", None),
        ("a woman", None),
        ("officials German", None),
        ("critics of Boris Petrov and Carl Cobham", "critics of Boris Petrov and Carl Cobham"),
    ],
)
async def test_a_speaker_without_a_name_is_meant_by_whole_words_in_every_question(
    library: Library, name: str, speaker: str | None
) -> None:
    for question in (
        f"what did {name} say",
        f"what did {name} say about the budget",
        f"did {name} say budget",
        f'who said budget speaker:"{name}"',
        f'speaker:"{name}"',
    ):
        answer = await library.ask(question)
        assert answer.found == (speaker is not None), question
        if speaker is None:
            assert answer.notice == f"Nobody called “{name}” is quoted in the corpus.", question
        else:
            assert (_names(answer), answer.notice) == ([speaker], None), question


async def test_a_speaker_without_a_name_who_did_not_say_it_is_quoted_all_the_same(library: Library) -> None:
    answer = await library.ask("did women say carbon neutrality")
    assert not answer.found
    assert "several women" not in _names(answer)
    assert answer.notice is None
    answer = await library.ask("what did women say about the zebra crossing")
    assert (answer.found, answer.notice) == (False, None)
    assert "The corpus has no statement by women about the zebra crossing." in headline(answer)


@pytest.mark.parametrize("about", ["", " about a list of works"])
async def test_who_said_much_leaves_room_for_the_others(library: Library, about: str) -> None:
    for verb in ("quotes by {}" + about, "what did {} say" + about):
        answer = await library.ask(verb.format("Olga Quick and Boris Petrov"))
        assert set(_names(answer)) == {"Olga Quick", "Boris Petrov"}
        assert answer.notice is None


async def test_of_all_whom_one_name_means_each_has_room(library: Library) -> None:
    answer = await library.ask("quotes by Abbott")
    assert len(answer.speakers) == 10
    assert all(re.fullmatch(r"\w+ Abbott", str(name)) for name in _names(answer))


@pytest.mark.parametrize(
    ("question", "speakers", "notice"),
    [
        (
            "did Cobham and Petrov say carbon neutrality",
            {"Carl Cobham"},
            "Nothing like it by Boris Petrov was found.",
        ),
        (
            'who said carbon neutrality speaker:"Petrov and women and Cobham"',
            {"Carl Cobham"},
            "Nothing like it by Boris Petrov or women was found.",
        ),
        (
            "quotes by Cobham and Petrov source:neutral",
            {"Carl Cobham"},
            "Nothing by Boris Petrov was found.",
        ),
        (
            "did Cobham and Merkel say carbon neutrality",
            {"Carl Cobham"},
            "Nobody called “Merkel” is quoted in the corpus.",
        ),
        (
            "what did Quilfeather and women say",
            {"Zebulon Quillfeather", "several women"},
            "“Quilfeather” was taken for Zebulon Quillfeather.",
        ),
        (
            "did Cobham or Merkel say carbon neutrality",
            {"Carl Cobham"},
            "Nobody called “Merkel” is quoted in the corpus.",
        ),
        (
            "did either Cobham or Petrov say carbon neutrality",
            {"Carl Cobham"},
            "Nothing like it by Boris Petrov was found.",
        ),
        (
            "did Cobham & Petrov say carbon neutrality",
            {"Carl Cobham"},
            "Nothing like it by Boris Petrov was found.",
        ),
        (
            "did Cobham, Petrov or Merkel say carbon neutrality",
            {"Carl Cobham"},
            "Nobody called “Merkel” is quoted in the corpus. Nothing like it by Boris Petrov was found.",
        ),
        ("quotes by Cobham and Carl Cobham", {"Carl Cobham"}, None),
        ("quotes by Petrov, women, and Cobham", {"Boris Petrov", "several women", "Carl Cobham"}, None),
    ],
)
async def test_of_several_who_are_asked_about_the_answer_tells_who_did_not_say_it(
    library: Library, question: str, speakers: set[str], notice: str | None
) -> None:
    answer = await library.ask(question)
    assert (answer.found, set(_names(answer)), answer.notice) == (True, speakers, notice)


async def test_several_are_named_together_where_none_of_them_said_it(library: Library) -> None:
    answer = await library.ask("did Petrov and Quick say carbon neutrality")
    assert (answer.found, answer.notice) == (False, None)
    assert answer.asked_speaker == "Boris Petrov and Olga Quick"
    assert answer.asked_name == "Petrov and Quick"


async def test_who_is_quoted_without_a_name_is_named_beside_somebody_unknown(library: Library) -> None:
    answer = await library.ask("did women and Merkel say carbon neutrality")
    assert (answer.found, answer.asked_speaker) == (False, "women")
    assert answer.notice == "Nobody called “Merkel” is quoted in the corpus."


@pytest.mark.parametrize(
    "question",
    [
        "did Petrov say carbon neutrality speaker:Cobham",
        "what did Petrov say about works speaker:Cobham",
        "quotes by Petrov speaker:Cobham",
        "did women say the budget is too big speaker:spokesman",
        "did Merkel say carbon neutrality speaker:Cobham",
    ],
)
async def test_a_question_cannot_name_one_speaker_and_its_filter_another(
    library: Library, question: str
) -> None:
    with pytest.raises(BadInput, match=r"the question names .* and the filter speaker: names"):
        await library.ask(question)


@pytest.mark.parametrize(
    ("question", "speakers"),
    [
        ("did Cobham say carbon neutrality speaker:Carl", {"Carl Cobham"}),
        ('did Petrov and Cobham say carbon neutrality speaker:"Carl Cobham"', {"Carl Cobham"}),
        ("did Abbott say carbon neutrality speaker:Helen", {"Helen Abbott"}),
        ("what did women say about the budget speaker:women", {"several women"}),
        ("did he say carbon neutrality speaker:Cobham", {"Carl Cobham"}),
    ],
)
async def test_a_filter_may_name_whom_the_question_names(
    library: Library, question: str, speakers: set[str]
) -> None:
    answer = await library.ask(question)
    assert (answer.found, set(_names(answer)), answer.notice) == (True, speakers, None)


@pytest.mark.parametrize(
    ("question", "speakers", "notice"),
    [
        (
            "did the mayor say carbon neutrality",
            {"Carl Cobham", "Zebulon Quillfeather"},
            "“the mayor” was taken for Carl Cobham and Zebulon Quillfeather.",
        ),
        (
            "what did the mayor of Oakham say about schools",
            {"Zebulon Quillfeather"},
            "“the mayor of Oakham” was taken for Zebulon Quillfeather.",
        ),
    ],
)
async def test_whom_an_office_was_taken_for_is_told(
    library: Library, question: str, speakers: set[str], notice: str
) -> None:
    answer = await library.ask(question)
    assert (answer.found, set(_names(answer)), answer.notice) == (True, speakers, notice)


@pytest.mark.parametrize("question", ["what did he say about works", "did she say carbon neutrality"])
async def test_a_pronoun_names_nobody(library: Library, question: str) -> None:
    with pytest.raises(BadInput, match=r"does not say who “s?he” is; name the person"):
        await library.ask(question)


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("quotes by Cobham carbon neutrality", "Carl Cobham", "carbon neutrality"),
        ("quotes by Cobham, carbon neutrality", "Carl Cobham", "carbon neutrality"),
        ("quotes by Zebulon Quillfeather timber", "Zebulon Quillfeather", "timber"),
    ],
)
async def test_a_topic_may_follow_a_known_name_in_a_list_of_quotes(
    library: Library, question: str, speaker: str, topic: str
) -> None:
    answer = await library.ask(question)
    name = question.removeprefix("quotes by ")
    assert (answer.found, _names(answer), answer.topic) == (True, [speaker], topic)
    assert answer.notice == f"“{name}” was read as {speaker} about “{topic}”."


@pytest.mark.parametrize(
    "name",
    [
        "Cobham supporters",
        "Cobham pineapples",
        "Helen timber",
        "timber Cobham",
    ],
)
async def test_what_follows_a_known_name_is_no_topic_where_nothing_is_found_by_it(
    library: Library, name: str
) -> None:
    answer = await library.ask(f"quotes by {name}")
    assert (answer.found, answer.notice) == (False, f"Nobody called “{name}” is quoted in the corpus.")


async def test_somebody_unknown_beside_a_known_name_is_no_topic(library: Library) -> None:
    answer = await library.ask("quotes by Cobham and Merkel")
    assert answer.notice == "Nobody called “Merkel” is quoted in the corpus."


async def test_an_organisation_speaks_through_its_figures_too(library: Library) -> None:
    for topic, said in (("rents", "rents had fallen"), ("the lake", "lake is shrinking")):
        answer = await library.ask(f"what did the Oakham Institute say about {topic}")
        assert answer.found
        assert said in answer.speakers[0].statements[0].text
    everything = await library.ask("quotes by the Oakham Institute")
    assert len([one for entry in everything.speakers for one in entry.statements]) >= 2
