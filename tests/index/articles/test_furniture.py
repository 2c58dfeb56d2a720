import pytest

from index.articles.appeals import appeal_end
from index.articles.captions import is_caption, is_credit
from index.articles.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "blog comments powered by Disqus",
        "No comments:",
        "12 comments",
        "Post a Comment",
        "Leave a Reply",
        "Comments are closed.",
        "Share this article",
        "Share on Facebook",
        "Facebook Twitter Email Print",
        "Follow Jane Doe on Twitter @janedoe.",
        "Follow us on Twitter",
        "Read more",
        "Read more: Ferry to be sold",
        "Read more about the ferry here",
        "Continue",
        "Continue reading the main story",
        "RELATED: Ferry to be sold",
        "Related articles:",
        "You may also like",
        "Advertisement",
        "Story continues below advertisement",
        "Sign up for our daily newsletter",
        "Subscribe",
        "Enter your email address:",
        "© 2013 Linden Herald",
        "Copyright 2013 The Linden Herald. All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Tags: bridge, mayor",
        "(Reporting by Jane Doe in Linden; Editing by John Roe)",
        "Additional reporting by Jane Doe and John Roe in Linden",
        "Media playback is unsupported on your device",
        "* * *",
        "———",
        "Loading...",
        "3 min read",
        "h/t: The Herald.",
        "Read more: Bridge is lost, mayor said",
        "RELATED: No way back, says mayor",
        "Sign up for our newsletter, and get it each day.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        '"Read more books," he said.',
        "Read more books, he said, and the crews laughed.",
        "Continue was the only word on the sign.",
        "Continue, he told them.",
        "Follow us if you dare, the captain shouted.",
        "Share this burden, the bishop asked of them.",
        "Sign up for the army, the poster said.",
        "Subscribe to that view and you will lose, she warned.",
        "Comments by the mayor caused a stir on Friday.",
        "Copyright law is what the case is about.",
        "(c) The third article of the treaty says nothing.",
        "Related companies must file one report, the judge said.",
        "Reporting by the agency found that nobody had paid.",
        "More news is expected on Friday.",
        "Loading the ship took three days.",
        "Photos of the bridge were shown.",
        "By signing up to the treaty, the county agreed to pay.",
        "Get the latest figures before you vote, she said.",
        "Become a member of the union, he said, or leave.",
        "Thank you.",
        "“No comment.”",
        "The site uses cookies.",
        "Who wants to read newsletters?",
        "Click here to pay, the false letter said.",
        "Sign up for the newsletter and you are safe, the two men told her.",
        "Posted by the door was a guard, Ruth Abel said.",
        "Get the alerts by e-mail, the police wrote on Friday.",
        "Support us or lose it all, she wrote to the voters.",
        "All rights reserved for some are none, the judge told the court on Monday.",
    ],
)
def test_text_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert not is_caption(line)
    assert not is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "The mayor at the bridge on Friday. © Jane Doe - AFP/Pool",
        "The mayor at the bridge. (AP Photo/Jane Doe)",
        "The mayor at the bridge. REUTERS/Jane Doe",
        "The mayor at the bridge. Photograph: Jane Doe/Reuters",
        "The mayor at the bridge. Photo by Jane Doe",
        "In this May 10, 2013 photo, the mayor stands on the bridge.",
        "Image caption, The mayor at the bridge",
        "The mayor and the governor met in Linden [Reuters]",
    ],
)
def test_captions(line: str) -> None:
    assert is_caption(line)


@pytest.mark.parametrize(
    "line", ["Getty Images", "Jane Doe / Reuters", "Photo: Jane Doe", "Bloomberg via Getty Images."]
)
def test_credits_of_pictures(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "He gave no figures. Photo by the harbour drew a crowd.",
        "The strike was reported by AFP and Reuters.",
        '"At last," the mayor said. - AFP',
        "The mayor spoke to Reuters.",
        "The bridge opened in Linden on Friday. [Reuters]",
        "On this picture nobody agrees, the judge said.",
    ],
)
def test_text_that_names_agencies_is_no_caption(line: str) -> None:
    assert not is_caption(line)
    assert not is_credit(line)


ASK = "Before you go, we have a small favour to ask."
VOICE = "We, the reporters of the Herald, need readers who support our journalism."
THANKS = "Your support makes a difference to us. Thank you."
STORY = "The bridge opened on Friday, the mayor said."


def test_an_appeal_runs_to_its_thanks() -> None:
    assert appeal_end([ASK, VOICE, "You know us.", THANKS, STORY], 0) == 4


def test_an_appeal_without_thanks_ends_with_its_last_plea() -> None:
    assert appeal_end([ASK, VOICE, STORY], 0) == 2
    assert appeal_end([ASK, STORY, VOICE], 0) == 1


def test_reported_speech_opens_no_appeal() -> None:
    asked = '"We have a small favour to ask," the mayor said.'
    assert appeal_end([asked, THANKS], 0) == 0
    assert appeal_end([STORY, THANKS], 0) == 0
    assert appeal_end(["We need your help, the mayor wrote to the governor.", STORY], 0) == 0
    assert appeal_end(["He thanked them: your support helps, the mayor said.", STORY], 0) == 0
