"""The many ways in which members put a question."""

from __future__ import annotations

import pytest

from index.questions import parse
from index.questions.intent import Intent

WHO, WHAT, DID = Intent.WHO_SAID, Intent.WHAT_SAID, Intent.DID_SAY


@pytest.mark.parametrize(
    "question",
    [
        "who said the following: the pier is safe",
        'who said the following: "the pier is safe"',
        'who said these words "the pier is safe"',
        'who said the quote "the pier is safe"',
        'who said this: "the pier is safe"',
        "who said it first: the pier is safe",
        "who said smth like the pier is safe",
        "who said something along the lines of the pier is safe",
        "who said something to the effect that the pier is safe",
        "who pointed out that the pier is safe",
        "who is the person who said the pier is safe",
        "who's the one who said the pier is safe",
        "who was the guy that said the pier is safe",
        "who was the first to say the pier is safe",
        "who keeps saying the pier is safe",
        "who originally said the pier is safe",
        "who would say the pier is safe",
        "whos said the pier is safe",
        "the pier is safe said by who",
        "the pier is safe was said by whom",
        "anyone said the pier is safe?",
        "someone said the pier is safe, who was it",
        "people who said the pier is safe",
        "list everyone who said the pier is safe",
        "which republican said the pier is safe",
        "which senator said the pier is safe",
        "which expert said the pier is safe",
        "who besides Ada Grant said the pier is safe",
        "did any senator say the pier is safe",
        "has anyone said the pier is safe",
        "did anybody here say the pier is safe",
        "yo who said the pier is safe",
        "hey bot, who said the pier is safe",
        "can anyone tell me who said the pier is safe",
        "can u tell me who said the pier is safe",
        "i need to know who said the pier is safe",
        "i wanna know who said the pier is safe",
        "any idea who said the pier is safe",
        "idk who said the pier is safe",
        "who said the pier is safe thx",
        "who said the pier is safe lol",
        "who said the pier is safe, guys",
        "who said the pier is safe please help",
        "who said the pier is safe? thank you so much!",
        "who siad the pier is safe",
        "woh said the pier is safe",
        "who's saying the pier is safe",
        "who do you think said the pier is safe",
        "which of the senators said the pier is safe",
        "find out who said the pier is safe",
        'source of the quote "the pier is safe"',
        'where does the quote "the pier is safe" come from',
    ],
)
def test_who_said(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (WHO, None, "the pier is safe")


@pytest.mark.parametrize(
    "question",
    [
        *(f"what did grant say {about} the pier" for about in (
            "regarding", "concerning", "over", "with regard to", "with respect to", "when it comes to", "re", "re:",
            "wrt", "abt", "as to", "towards", "on the subject of",
        )),
        "what's grant's take on the pier",
        "grant's take on the pier",
        "grant's attitude to the pier",
        "grant's criticism of the pier",
        "grant's reply to the pier",
        "whats grants take on the pier",
        "what is grants view on the pier",
        "what is the position of grant on the pier",
        "opinion of grant on the pier",
        "how does grant feel about the pier",
        "tell me what grant thinks about the pier",
        "do you know what grant thinks of the pier",
        "what grant think about the pier",
        "what exactly did grant say about the pier",
        "what exactly grant said about the pier",
        "what statements did grant make about the pier",
        "what kind of comments has grant made on the pier",
        "what was said by grant about the pier",
        "grant's exact words on the pier",
        "show me what grant said about the pier",
        "looking for a quote by grant about the pier",
        "are there any quotes by grant about the pier",
        "do you have quotes by grant about the pier",
        "gimme grant quotes on the pier",
        "i need a grant quote about the pier",
        "show grant quotes about the pier",
        "find me grant quotes about the pier",
        "quotes about the pier by grant",
        "waht did grant say about the pier",
        "wat did grant say about the pier",
        "bro what did grant say about the pier",
        "do u know what grant said about the pier",
        "grant said what about the pier?",
        "give me grant's quotes on the pier",
        "what were the comments of grant on the pier",
        "what did grant say, exactly, about the pier",
        "stuff grant said about the pier",
        "what are some things grant said about the pier",
    ],
)  # fmt: skip
def test_what_somebody_said(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (WHAT, "grant", "the pier")


@pytest.mark.parametrize(
    "question",
    [
        "grant said the pier is safe?",
        "i heard grant said the pier is safe, is that true?",
        "so grant said the pier is safe?",
        "didnt grant say the pier is safe",
        "was grant the one who said the pier is safe",
        "wasn't it grant who said the pier is safe",
        "is it true grant said the pier is safe",
        "did grant say the pier is safe or not",
        "did grant say the pier is safe, is that right?",
        "how many times did grant say the pier is safe",
        "in which article did grant say the pier is safe",
        "can you tell me if grant said the pier is safe",
        "do you know whether grant said the pier is safe",
        "is there a quote where grant says the pier is safe",
        "a quote of grant saying the pier is safe",
    ],
)
def test_whether_somebody_said_it(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (DID, "grant", "the pier is safe")


@pytest.mark.parametrize(
    "question",
    [
        "any quotes about the pier",
        "quotes on the pier",
        "best quotes about the pier",
        "who said a word about the pier",
    ],
)
def test_who_spoke_about_it(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.topic) == (WHO, "the pier")


@pytest.mark.parametrize(
    ("question", "intent", "speaker"),
    [
        ("what does sanders think about fish", WHAT, "sanders"),
        ("what did sanders promise", WHAT, "sanders"),
        ("did sanders promise free fish", DID, "sanders"),
        ("what does jones propose", WHAT, "jones"),
        ("how does williams see the pier", WHAT, "williams"),
        ("what does flowers think about fish", WHAT, "flowers"),
        ("what did davis suggest", WHAT, "davis"),
        ("what do republicans think of fish", WHAT, "republicans"),
        ("sanders' position on fish", WHAT, "sanders"),
        ("what are sanders views on fish", WHAT, "sanders"),
    ],
)
def test_a_surname_in_s_is_no_plural(question: str, intent: Intent, speaker: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker) == (intent, speaker)


@pytest.mark.parametrize(
    ("question", "topic", "verb"),
    [
        ("who praised the mayor", "the mayor", "praise"),
        ("who mocked the mayor", "the mayor", "mock"),
        ("who slammed the pier", "the pier", "slam"),
        ("who compared the pier to a bridge", "the pier to a bridge", "compare"),
        ("who labelled the mayor a fool", "the mayor a fool", "label"),
        ("who dubbed him old grey", "him old grey", "dub"),
        ("who branded the mayor a fool", "the mayor a fool", "brand"),
        ("who bragged about the pier", "the pier", "brag"),
        ("who feels that the pier is safe", "the pier is safe", "feel"),
        ("who feared that the pier would burn", "the pier would burn", "fear"),
        ("who referred to the mayor as a fool", "the mayor as a fool", None),
        ("who denied it all", "it all", "deny"),
    ],
)
def test_the_verb_that_asks_is_kept(question: str, topic: str, verb: str | None) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.topic, parsed.verb) == (WHO, topic, verb)


def test_who_is_left_out_is_kept() -> None:
    assert parse("who besides Ada Grant said the pier is safe").besides == "Ada Grant"
    assert parse("who said the pier is safe besides Ada Grant").besides is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("which senator said the pier is safe", "senator"),
        ("which of the Senators said the pier is safe", "senator"),
        ("who among the congresswomen said the pier is safe", "congresswoman"),
        ("the mayor who said the pier is safe", "mayor"),
        ("did any of the ministers say the pier is safe", "minister"),
        ("what did any senator say about the pier", "senator"),
        ("which doctor said the pier is safe", "doctor"),
        ("which of the witnesses said the pier is safe", "witness"),
        ("which actresses said the pier is safe", "actress"),
        ("which person said the pier is safe", None),
        ("who of them said the pier is safe", None),
        ("did anyone say the pier is safe", None),
        ("who said the senator is safe", None),
    ],
)
def test_the_kind_of_person_that_is_asked_for_is_kept(question: str, kind: str | None) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.kind) == (WHO, kind)


@pytest.mark.parametrize(
    ("question", "topic", "listener"),
    [
        ("what did Grant tell Bell", "Bell", "Bell"),
        ("what did Grant say to the Herald", "the Herald", "the Herald"),
        ("what did Grant tell Bell about the pier", "the pier", None),
        ("what did Grant say to Bell about the pier", "the pier", None),
        ("what did Grant tell reporters", "", None),
        ("what did Grant say to them", "", None),
        ("what did Grant say about Bell", "Bell", None),
        ("what did Grant say", "", None),
    ],
)
def test_who_was_told_is_kept(question: str, topic: str, listener: str | None) -> None:
    parsed = parse(question)
    assert (parsed.topic, parsed.listener) == (topic, listener)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who asked drivers to avoid the pier", "avoid the pier"),
        ("did Grant urge the people of Linden to leave", "leave"),
        ("what did Grant ask people to do", ""),
        ("what did Grant tell Bell to do about the pier", "the pier"),
        ("who told Bell that he went to school", "he went to school"),
        ("who told MPs nurses were made to pay", "MPs nurses were made to pay"),
        ("who asked how to get to the pier", "how to get to the pier"),
        ("who asked not to be named", "not to be named"),
    ],
)
def test_who_is_urged_is_no_part_of_what_they_are_urged_to(question: str, topic: str) -> None:
    assert parse(question).topic == topic


def test_of_what_somebody_did_with_words_the_verb_is_kept() -> None:
    for verb in ("deny", "promise", "demand", "predict"):
        assert parse(f"what did Grant {verb}").verb == verb


@pytest.mark.parametrize(
    "question",
    [
        "who attacked Harwich in 1667",
        "who supported the union in the war",
        "who opposed the king",
        "who feared the king",
        "who hopes for rain",
        "who refers to the law",
        "who apologized",
        "who apologised to the mayor",
        "who was praised by the mayor",
        "what does the drug support",
        "did anyone call the police",
        "How does the pier compare to the bridge?",
        "how does Ada Grant compare to Ed Ford",
        "What does the label say about sugar?",
        "When did the ferry sink?",
        "When did Grant say he would resign?",
        "Where did Grant go?",
        "which company said it was sorry",
        "which of the ships said it was sinking",
        "What is the source of the river?",
        "where does the word pier come from",
        "Which brand is the oldest?",
        "Grant argued that the pier was what?",
        "The ferry said to be lost?",
        "Grant said the pier is safe",
        "what do cats think about dogs",
        "world views on fish",
        "whose dog was it",
        "thanks a lot, guys",
        "what support did Grant get",
    ],
)
def test_what_asks_for_nobodys_words_is_a_passage_search_over_all_its_words(question: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker, parsed.topic) == (Intent.PASSAGES, None, question.rstrip("?"))


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("who said over my dead body", "over my dead body"),
        ("who said re-elect me", "re-elect me"),
        ("who said nice guys finish last", "nice guys finish last"),
        ("who said this is right", "this is right"),
        ("who said thank you very much", "thank you very much"),
        ("who said lol", "lol"),
        ("who said so what now", "so what now"),
        ('who said "lol, thx"', "lol, thx"),
        ("did Grant say over a million ships came", "over a million ships came"),
    ],
)
def test_what_was_said_keeps_its_words(question: str, topic: str) -> None:
    assert parse(question).topic == topic


@pytest.mark.parametrize(
    ("question", "intent", "speaker", "topic"),
    [
        ("Grant stance on fish", WHAT, "Grant", "fish"),
        ("grant comments on fish", WHAT, "grant", "fish"),
        ("ada grant views on fish", WHAT, "ada grant", "fish"),
        ("which article says the pier is safe", WHO, None, "the pier is safe"),
        ("when did Grant say the pier is safe", DID, "Grant", "the pier is safe"),
        ('"the pier is safe"', WHO, None, "the pier is safe"),
        ('"The pier is safe," Grant said', WHO, None, "The pier is safe"),
        ("“The pier is safe” – Ada Grant", WHO, None, "The pier is safe"),
    ],
)
def test_what_the_words_alone_do_not_prove_is_tried(
    question: str, intent: Intent, speaker: str | None, topic: str
) -> None:
    parsed = parse(question)
    assert parsed.intent is Intent.PASSAGES
    bolder = parsed.perhaps
    assert bolder is not None
    assert (bolder.intent, bolder.speaker, bolder.topic) == (intent, speaker, topic)


@pytest.mark.parametrize("question", ['"Night Ferry"', "fish prices on Monday", '"The Night Ferry" was late'])
def test_nothing_else_is_tried(question: str) -> None:
    assert parse(question).perhaps is None


@pytest.mark.parametrize(
    ("question", "speaker", "topic"),
    [
        ("what did Grant say about fish? and what did Ford say?", "Grant", "fish"),
        ("What did Grant say about fish? Who said the pier is safe?", "Grant", "fish"),
        ("What did Grant say about fish. Who said the pier is safe", "Grant", "fish"),
        ("what did Grant say about fish; did Ada Ford say it too", "Grant", "fish"),
    ],
)
def test_of_two_questions_the_first_is_answered(question: str, speaker: str, topic: str) -> None:
    parsed = parse(question)
    assert (parsed.speaker, parsed.topic) == (speaker, topic)
    assert "first" in parsed.remarks[0]


def test_a_question_in_a_list_is_read_without_its_number() -> None:
    for mark in ("1. ", "2) ", "- ", "("):
        assert parse(f"{mark}what did Grant say about fish").speaker == "Grant"


def test_whom_somebody_agrees_with_is_not_asked_for() -> None:
    assert parse("did Grant agree with the ban").intent is Intent.PASSAGES
    assert parse("did Grant agree that the ban is wrong").intent is Intent.DID_SAY


def test_a_second_sentence_that_asks_nothing_belongs_to_what_was_said() -> None:
    assert parse("who said it is over. who cares").topic == "it is over. who cares"


def test_a_question_in_marks_is_no_second_one() -> None:
    parsed = parse('who said "are you ready? who is there"')
    assert (parsed.topic, parsed.remarks) == ("are you ready? who is there", ())
