import pytest

from bot.messages.phrasing import USAGE, Command, about, question


@pytest.mark.parametrize(
    ("command", "argument", "asked"),
    [
        ("who", "territorial integrity", "who said territorial integrity"),
        ("who", "said territorial integrity", "who said territorial integrity"),
        ("who", "who said territorial integrity", "who said territorial integrity"),
        ("who", "Said  territorial\nintegrity", "who Said territorial integrity"),
        ("who", '"gang of thieves"', 'who said "gang of thieves"'),
        ("who", "warned of war", "who warned of war"),
        ("who", "first said it was over", "who first said it was over"),
        ("who", "says no", "who says no"),
        ("who", "was in the harbour", "who was in the harbour"),
        ("who", "demand for weapons", "who said demand for weapons"),
        ("who", "besides Lindt said it was over", "who besides Lindt said it was over"),
        ("who", "else said it was over", "who else said it was over"),
        ("who", "Praised Lindt", "who Praised Lindt"),
        ("who", "supports the harbour", "who supports the harbour"),
        ("who", "support for the harbour", "who said support for the harbour"),
        ("who", "praise for Lindt", "who said praise for Lindt"),
        ("who", "it was over? https://post.example/a <@1001>", "who said it was over?"),
        ("what", "did Lindt say about the harbour", "what did Lindt say about the harbour"),
        ("what", "what did Lindt say", "what did Lindt say"),
        ("ask", "  the harbour  ", "the harbour"),
        ("ask", "who said it was over", "who said it was over"),
        ("quotes", "Lindt", "quotes by Lindt"),
        ("quotes", "by Lindt about the harbour", "quotes by Lindt about the harbour"),
        ("quotes", "about the harbour", "who said the harbour"),
        ("quotes", "On the harbour", "who said the harbour"),
        ("quotes", '"build a harbour"', 'who said "build a harbour"'),
        ("quotes", "“We Shall Build a Harbour”", "who said “We Shall Build a Harbour”"),
        ("quotes", '"Mara Lindt"', 'quotes by "Mara Lindt"'),
        ("quotes", '"Mara Lindt" about the harbour', 'quotes by "Mara Lindt" about the harbour'),
        ("quotes", "Lindt about the harbour", "quotes by Lindt about the harbour"),
        ("quotes", "what did Lindt say", "what did Lindt say"),
        ("quotes", "**Lindt**", "quotes by Lindt"),
        ("quotes", "about", ""),
        ("quotes", " ", ""),
        ("ask", "https://post.example/a", ""),
        ("who", " \n", ""),
        ("ask", "", ""),
    ],
)
def test_a_command_and_its_argument_make_a_question(command: str, argument: str, asked: str) -> None:
    assert question(Command(command), argument) == asked


def test_the_examples_are_questions() -> None:
    for command, example in USAGE.items():
        word, _, argument = example.partition(" ")
        assert word == command and question(command, argument)


def test_a_form_of_speaker_and_topic_makes_a_question() -> None:
    assert about(" Mara  Lindt", "the\nharbour") == "what did Mara Lindt say about the harbour"
    assert about("Mara Lindt", " ") == "quotes by Mara Lindt"
    assert about(" ", "the harbour") == ""
