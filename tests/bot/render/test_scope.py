from bot.render.answers import answer_pages
from bot.render.pages import Note
from bot.render.scope import Scope, narrowed, searched, widening
from bot.render.surety import surety
from index.answers.answer import Answer
from index.questions.filters import NONE, Filters
from index.questions.intent import Intent

NOTHING = Answer("who said no", Intent.WHO_SAID, False, topic="no")


def test_what_was_searched_is_said_with_its_filters() -> None:
    scope = Scope(all=Filters(source="Coast Post", after="2020-01-01"), articles=1200)
    assert searched(scope) == "Searched: 1,200 articles; only source Coast Post, after 2020-01-01."
    assert searched(Scope(articles=1)) == "Searched: 1 article."
    assert searched(Scope()) == "" and narrowed(NONE) == ""


def test_what_would_widen_a_question() -> None:
    scope = Scope(
        all=Filters(source="Coast Post", phrases=("a b",)), articles=3, near=("Mara Lindt", "Mara Lund")
    )
    long = Answer("q", Intent.WHO_SAID, False, topic="one two three four five")
    assert widening(long, scope) == (
        "Did you mean “Mara Lindt” or “Mara Lund”?",
        'Ask without source:"Coast Post".',
        "Leave out the quotation marks: words inside them must stand just so.",
        "Use fewer words: the two or three that matter most.",
    )
    assert widening(NOTHING, Scope(near=("A", "B", "C"))) == ("Did you mean “A”, “B” or “C”?",)
    assert widening(NOTHING, Scope(near=("A",))) == ("Did you mean “A”?",)
    assert widening(NOTHING, Scope()) == ()


def test_an_answer_says_what_it_is_narrowed_to() -> None:
    (page,) = answer_pages(NOTHING, Scope(articles=2))
    assert page.blocks[-1] == Note("Searched: 2 articles.")
    found = Answer("q", Intent.PASSAGES, True)
    (page,) = answer_pages(found, Scope(chosen=Filters(source="Post")))
    assert page.blocks == (Note("Only source Post."),)


def test_scores_in_words() -> None:
    assert [surety(score) for score in (1.0, 0.95, 0.9, 0.8, 0.7)] == [
        "sure",
        "sure",
        "likely",
        "likely",
        "perhaps",
    ]
