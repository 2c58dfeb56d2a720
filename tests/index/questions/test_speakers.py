"""Which questions ask for somebody's words, and which for what articles tell."""

from __future__ import annotations

import pytest

from index.questions import parse
from index.questions.intent import Intent
from index.questions.speakers import may_speak


@pytest.mark.parametrize(
    "question",
    [
        "Does the Harbour Courier article suggest that the ferry was late, while the Tide article blames the crew?",
        "Does 'The Courier' article suggest that ferries are late?",
        "Do both articles from The Courier agree that the ferry was late?",
        "Do the Courier article on ferries and the Tide article on trams both report delays?",
        "Did the 'Courier' report claim that the mayor resigned?",
        "Does 'The Courier' describe the new pier as a failure?",
        "what does the report say about the harbour",
        "what do the articles say about the harbour",
        "What does the article from The Courier say about the harbour?",
        "What does the Courier report say about the harbour?",
        "what did the study conclude about sleep",
        "what does research suggest about sleep",
        "what do studies say about sleep",
        "What does the Treaty of Ghent state about borders?",
        "What are small harbour boats called?",
        "What is a baby goat called?",
        "What was the old lighthouse originally called?",
        "What is it called when ships collide at night?",
        "what do you call a baby goat",
        "What is the name of a sailor's oath that admits no exception?",
        "What caused Ada Grant to write hymns?",
        "What made Ada Grant say so?",
        "What hymn did Grant write after the storm?",
        "Which company, reported by The Courier, is building the pier?",
        "What company announced a new ferry line?",
        "What law, as reported by the Tide, was changed in May?",
        "What theory best explains the tides?",
        "What is the third busiest port in the United States?",
        "What kind of body is the United States Congress?",
        "Does the new contract include calls on demand and free parking?",
        "Has the price of fish, as reported by The Courier, remained stable?",
        "Has the coverage of the strike in The Courier changed since the report on wages?",
        "Was there a change in Ada Grant's statements about the pier?",
        "After the Courier's report on the pier, was there a change in the council's view on it?",
        "What is the most widely accepted theory of tides?",
        "What do tide tables indicate?",
        "How does the human body respond to cold?",
        "How do plants react to light?",
        "How do you explain the tides?",
        "What does the word harbour suggest?",
        "Who wrote the novel about the lighthouse?",
        "Did Ada Grant write novels?",
        "Does Ada Grant speak Latin?",
        "What was the mayor accused of?",
        "What year was the pier project announced?",
        "Did The Courier report on the strike before The Tide did?",
        "What city was called the pearl of the coast?",
        "What compiles and reports fish prices?",
        "What does a 2019 report on harbours recommend?",
        "what is the law called that forbids fishing",
        "What does the map in the museum show and describe?",
        "What do some believe the old map shows?",
        "What do many sailors believe about cats?",
        "Is the Courier's claim about the pier consistent with the Tide's report?",
        "did the book mention the harbour",
        "what does section 5 say about parking",
        "what does the constitution say about free speech",
        "what does the bible say about fishing",
        "which newspaper reported that the pier burned down",
        "What Ada Grant novel was called a masterpiece?",
        "Did the strike that the union called for end?",
        "What does the harbour lack according to the report?",
        "What did the committee's report say about safety?",
        "What did Grant's letter say about safety?",
        "How did the ship's crew address the leak reported in May?",
        "has the museum accepted donations",
        "what do the figures suggest about trade",
        "how did the stock market respond to the news",
        "Why did the ship that was reported missing sink?",
        "What local company announced a new ferry line?",
        "what well known company called its workers lazy",
        "What new team did the union mention?",
        "Does the news source Courier report any delay?",
        "what does the newspaper say about fish",
        "How did the price react to the storm?",
        "How did Amazon River levels respond to the drought?",
        "what do experts think about cats and dogs",
        "Did the Courier report a fire before The Tide reported a flood?",
        "What does the Courier report on fish suggest?",
        "Did Grant report on the fire?",
        "What was the magnet's reaction to the coil?",
        "what is the article's position on fishing",
    ],
)
def test_what_asks_for_no_words_of_anybody_is_a_passage_search_over_all_its_words(question: str) -> None:
    parsed = parse(question)
    words = question.rstrip("?").replace('"', "")
    assert (parsed.intent, parsed.speaker, parsed.topic) == (Intent.PASSAGES, None, words)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("what did the pope say about the harbour", "the pope"),
        ("what did the mayor say", "the mayor"),
        ("What did Grant say in the report about the harbour?", "Grant"),
        ("what did ada grant say about the harbour", "ada grant"),
        ("what did putin said about Harbours", "putin"),
        ("what did merkel say about trade", "merkel"),
        (
            "What did the Prime Minister of the United Kingdom say about fish?",
            "the Prime Minister of the United Kingdom",
        ),
        ("What did the State Department say about fish?", "the State Department"),
        (
            "What did the spokesman for the Russian foreign ministry say about fish?",
            "the spokesman for the Russian foreign ministry",
        ),
        ("what did the author of the report say about fish", "the author of the report"),
        ("what did the report's author say about fish", "the report's author"),
        ("What did Larry Page say about search?", "Larry Page"),
        ("what did larry page say about search", "larry page"),
        ("What did Theresa May say about fish?", "Theresa May"),
        ("What did Will Smith say about fish?", "Will Smith"),
        ("What has Grant been saying about fish?", "Grant"),
        ("What is Grant saying about fish?", "Grant"),
        ("what was Grant quoted as saying about fish", "Grant"),
        ("what's Grant saying about fish", "Grant"),
        ("What does the company say about the fire?", "the company"),
        ("What does the company suggest about the fire?", "the company"),
        ("what did activists in Qusayr say about the fire", "activists in Qusayr"),
        ("what did residents say about the fire", "residents"),
        ("What did some residents say about the fire?", "some residents"),
        ("what did he say about the fire", "he"),
        ("what did Grant have to say about fish", "Grant"),
        ("what has Grant got to say about fish", "Grant"),
        ("How did Grant respond to the fire?", "Grant"),
        ("how did putin react to the fire", "putin"),
        ("How did the Kremlin react to the fire?", "the Kremlin"),
        ("how did the government respond to the strike", "the government"),
        ("why did the minister call the strike a disgrace", "the minister"),
        ("What did the United Nations announce about fish?", "the United Nations"),
        ("What did the Islamic State claim about fish?", "the Islamic State"),
        ("What Did Ada Grant Say About Fish", "Ada Grant"),
        ("WHAT DID ADA GRANT SAY ABOUT FISH", "ADA GRANT"),
        ("tell me what Grant told reporters about fish", "Grant"),
        ("what Grant and Harper said about fish", "Grant and Harper"),
        ("What did Grant and Harper both say about fish?", "Grant and Harper"),
        ("what Obama aides said about fish", "Obama aides"),
        ("what the minister said about fish", "the minister"),
        ("what putin said about fish", "putin"),
        ("What did Ada Grant, the mayor, say about fish?", "Ada Grant, the mayor"),
        ("what did Dwayne 'The Rock' Johnson say about fish", "Dwayne 'The Rock' Johnson"),
        ("Obama's position on fish", "Obama"),
        ("what was the chancellor's reaction to the fire", "the chancellor"),
        ("the foreign minister's comments on the fire", "the foreign minister"),
        ("did Obama tweet anything about fish", "Obama"),
        ("what did Amnesty International report", "Amnesty International"),
        ("what did the Bank of England warn about", "the Bank of England"),
        ("what did O'Brien say about fish", "O'Brien"),
        ("What did the plumber say about the pipes?", "the plumber"),
        ("what did my neighbour say about the pipes", "my neighbour"),
        ("everything the president said about fish", "the president"),
        ("what did the human rights group say about fish", "the human rights group"),
        ("what did al-Assad say about fish", "al-Assad"),
        ("what did Song say about fish", "Song"),
        ("What did Mr. Law say about fish?", "Mr. Law"),
        ("what did John Story write about fish", "John Story"),
        ("what else did Grant say about fish", "Grant"),
        ("which words did Grant say about fish", "Grant"),
        ("what does Grant think of fish", "Grant"),
        ("what does the White House think of fish", "the White House"),
        ("what did Putin say before Kerry said no", "Putin"),
        ("what does NATO suggest about fish", "NATO"),
        ("What did the 14-year-old girl say about the fire?", "the 14-year-old girl"),
        ("What did President Grant's press secretary say about fish?", "President Grant's press secretary"),
        ("what did she say about fish", "she"),
        ("what did Ban Ki-moon call for", "Ban Ki-moon"),
        ("what did hollande and cameron say about fish", "hollande and cameron"),
        ("what did de Gaulle say about fish", "de Gaulle"),
        ("What did bin Laden say about fish?", "bin Laden"),
        (
            "what did the Secretary of State for Foreign Affairs say about fish",
            "the Secretary of State for Foreign Affairs",
        ),
        ("what did Amnesty report about the camps", "Amnesty"),
        ('what did "Ada Grant" say about fish', "Ada Grant"),
    ],
)
def test_what_people_and_organisations_say_is_asked_of_them(question: str, speaker: str) -> None:
    parsed = parse(question)
    assert (parsed.intent, parsed.speaker) == (Intent.WHAT_SAID, speaker)


@pytest.mark.parametrize(
    "question",
    [
        "did Putin say gang of thieves",
        "Did the mayor say that the pier was unsafe?",
        "has the minister denied that the pier was unsafe",
        "Did the Kremlin confirm that the pier was unsafe?",
        "did ada grant say the pier was unsafe",
        "Did the company admit that the pier was unsafe?",
        "did the union threaten to close the pier",
        "Did Grant mention the pier?",
        "did he ever say the pier was unsafe",
        "Did Grant write that the pier was unsafe?",
        "Did Grant speak about the pier?",
        "is it true that the pope called the pier unsafe",
        "Has Grant ever said the pier was unsafe?",
        "Did the Prime Minister of Japan promise to rebuild the pier?",
        "Did the UN report that the pier was unsafe?",
        "Have activists claimed that the pier was unsafe?",
        "did Kerry Say the pier was unsafe",
        "didn't Grant promise a new pier",
        "did experts warn that the pier was unsafe",
        "Did the spokeswoman of the council deny that the pier was unsafe?",
        "Did the author of the study claim that the pier was unsafe?",
        "Did Putin and Obama both say that the pier was unsafe?",
        "Did Grant call the pier unsafe?",
    ],
)
def test_whether_somebody_said_it(question: str) -> None:
    assert parse(question).intent is Intent.DID_SAY


@pytest.mark.parametrize(
    "question",
    [
        "who said the report was wrong",
        "who wrote about the harbour",
        "who wrote that the harbour stays open",
        "who called the harbour a disgrace",
        "who said the articles are false",
        "who says research suggests sleep",
        "Who Said territorial integrity",
        "Who said the United States will leave",
        "which minister said the harbour stays open",
        "who reported that the pier burned",
        'who wrote "the harbour stays open"',
        "what did people say about the harbour",
        "what was said about the harbour",
        "who demands an inquiry",
    ],
)
def test_who_said_it(question: str) -> None:
    assert parse(question).intent is Intent.WHO_SAID


def test_marks_around_a_speaker_ask_for_no_exact_words() -> None:
    parsed = parse('did "Ada Grant" say "the pier is safe"')
    assert (parsed.intent, parsed.speaker) == (Intent.DID_SAY, "Ada Grant")
    assert parsed.filters.phrases == ("the pier is safe",)


def test_marks_in_a_long_question_are_those_of_titles() -> None:
    short = 'which article tells of the "Night Ferry"'
    long = (
        'Does the Courier article on the film "Night Ferry" tell how many people saw it in its first week, while '
        'the Tide article on "Grey Water" gives no such figure?'
    )
    assert parse(short).filters.phrases == ("Night Ferry",)
    assert parse(long).filters.phrases == ()
    assert "Night Ferry" in parse(long).topic


@pytest.mark.parametrize(
    ("name", "things_too", "capitals"),
    [
        ("Ada Grant", True, True),
        ("ada grant", True, False),
        ("ada grant", False, False),
        ("the mayor", True, True),
        ("the plumber", False, True),
        ("group", False, False),
        ("the Bills", True, True),
        ("the author of the study", True, True),
        ("he", True, True),
        ("a source close to the mayor", True, True),
    ],
)
def test_somebody(name: str, things_too: bool, capitals: bool) -> None:
    assert may_speak(name, things_too=things_too, capitals=capitals)


@pytest.mark.parametrize(
    ("name", "things_too", "capitals"),
    [
        ("", False, False),
        ("the study of the author", False, False),
        ("'The Courier'", False, True),
        ("the man who", False, False),
        ("the price of fish in", False, False),
        ("Article 5", False, True),
        ("the tide", True, False),
        ("ada grant", False, True),
        ("you", False, False),
        ("one two three four five six seven", False, False),
    ],
)
def test_nobody(name: str, things_too: bool, capitals: bool) -> None:
    assert not may_speak(name, things_too=things_too, capitals=capitals)
