"""Layouts of articles as they are met on the web; all texts are made up."""

import pytest

from index.articles.article import BlockKind
from index.articles.layout import Layout, analyse


def kinds(text: str, layout: Layout) -> list[tuple[str, str]]:
    return [(block.kind.value, text[block.start : block.end]) for block in layout.blocks]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [shown for name, shown in kinds(text, analyse(text)) if name == kind.value]


NEWS = """\
Harbour talks resume as ferry strike enters third week
By Maria Keller, Harbour Correspondent
10 May 2013

Share this article
Image source, Getty Images
Image caption, Ferries have been idle since April
The union and the port authority went back to the table on Friday, officials said.

"We are close," said union leader Ann Pruitt. "Closer than we were."

Related topics
Ferry strike
Port of Linden
"""

LEAD = "The mill in Linden has closed after a hundred years."
REST = "The town will vote on it next week, and nobody knows how it will end."


def test_a_page_with_title_byline_date_captions_and_links() -> None:
    layout = analyse(NEWS)
    assert layout.title == "Harbour talks resume as ferry strike enters third week"
    assert (layout.author, layout.outlet, layout.published) == ("Maria Keller", None, "2013-05-10")
    assert of_kind(NEWS, BlockKind.PARAGRAPH) == [
        "The union and the port authority went back to the table on Friday, officials said.",
        '"We are close," said union leader Ann Pruitt. "Closer than we were."',
    ]
    assert of_kind(NEWS, BlockKind.FURNITURE)[-3:] == ["Related topics", "Ferry strike", "Port of Linden"]


def test_a_first_line_of_running_text_is_no_title() -> None:
    text = "The bridge opened on Friday, the mayor said.\nIt had taken ten years.\n"
    assert analyse(text).title is None
    assert of_kind(text, BlockKind.PARAGRAPH) == text.splitlines()


def test_byline_and_date_may_stand_above_the_title() -> None:
    text = """\
Jane Doe | Reuters
Fri May 10, 2013 2:29pm EDT

Port offers new contract

LINDEN (Reuters) - The port authority offered a new contract on Friday.
"""
    layout = analyse(text)
    assert (layout.title, layout.author, layout.outlet) == ("Port offers new contract", "Jane Doe", "Reuters")
    assert layout.published == "2013-05-10"


def test_a_question_is_a_title_only_when_it_is_set_off() -> None:
    assert analyse("What will it cost?\n\nNobody knows what it will cost.\n").title == "What will it cost?"
    assert analyse("What will it cost?\nNobody knows what it will cost.\n").title is None


def test_metadata_lines_above_the_text() -> None:
    text = "Title: Bridge opens\nSource: Linden Herald\nDate: 2013-05-10\nAuthor: Ruth Abel\n\nThe bridge opened.\n"
    layout = analyse(text)
    assert (layout.title, layout.outlet, layout.published, layout.author) == (
        "Bridge opens",
        "Linden Herald",
        "2013-05-10",
        "Ruth Abel",
    )
    assert kinds(text, layout)[0] == ("title", "Bridge opens")


def test_an_update_gives_the_date_only_where_nothing_else_does() -> None:
    both = "Bridge opens\nUpdated: 12 May 2013\nPublished: 10 May 2013\n\nThe bridge opened on Friday.\n"
    assert analyse(both).published == "2013-05-10"
    assert analyse(both.replace("Published: 10 May 2013\n", "")).published == "2013-05-12"


def test_a_repeated_caption_above_the_title() -> None:
    caption = "Mayor of Linden shakes hands with Anders Holm at the bridge on Friday"
    text = (
        f"{caption}\n{caption}\n10 May 2013\n\nBridge opens\n\nThe bridge opened on Friday, the mayor said.\n"
    )
    layout = analyse(text)
    assert layout.title == "Bridge opens"
    assert of_kind(text, BlockKind.FURNITURE) == [caption, caption]


def test_the_name_of_a_section_and_a_standfirst_are_no_title() -> None:
    text = """\
WORLD

Mayor: bridge will open on time
Ribbon to be cut in June

Ruth Abel in Linden
Friday 10 May 2013 14.02 BST

The mayor of Linden said on Friday the bridge would open on time.
"""
    layout = analyse(text)
    assert layout.title == "Mayor: bridge will open on time"
    assert layout.author == "Ruth Abel"
    assert [kind for kind, _ in kinds(text, layout)] == [
        "furniture",
        "title",
        "heading",
        "byline",
        "byline",
        "paragraph",
    ]


def test_a_known_title_leaves_the_first_line_to_the_text() -> None:
    text = "A line without a stop that would pass for a title\n\nThe bridge opened on Friday, the mayor said."
    assert analyse(text, title="Another title").title == "Another title"
    assert of_kind(text, BlockKind.TITLE) == ["A line without a stop that would pass for a title"]
    known = analyse(text, title="Another title")
    assert BlockKind.TITLE not in {block.kind for block in known.blocks}
    again = analyse(text, title="a line without a stop that would  pass for a title")
    assert again.blocks[0].kind is BlockKind.TITLE


def test_headings_need_text_below_them() -> None:
    text = """\
Bridge opens

The bridge opened on Friday, the mayor said.

A fair price

"It is a fair price," he said.

Still no ferry
"""
    assert of_kind(text, BlockKind.HEADING) == ["A fair price"]
    assert of_kind(text, BlockKind.PARAGRAPH)[-1] == "Still no ferry"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The mill is lost. — Lena Orbach (@orbach) May 10, 2013", "paragraph"),
        ("He left. Nobody knew why", "paragraph"),
        ("What Dr. Orbach said", "heading"),
        ("The end of the U.S. mills", "heading"),
    ],
)
def test_a_heading_is_one_sentence(line: str, kind: str) -> None:
    text = f"Mill closes\n\n{LEAD}\n\n{line}\n\n{REST}"
    assert (kind, line) in kinds(text, analyse(text))


def test_lists_are_text() -> None:
    text = "The county promised on Friday:\nA second lane\nA new toll\nA ferry for the island\nNobody believed it.\n"
    assert len(of_kind(text, BlockKind.PARAGRAPH)) == 5
    bullets = "The county promised three things on Friday.\n- a second lane\n- a new toll\n"
    assert of_kind(bullets, BlockKind.PARAGRAPH) == bullets.splitlines()


def test_comments_of_readers_are_cut_off_where_replies_show_them() -> None:
    story = "Bridge opens\n\nThe bridge opened on Friday, the mayor said.\n\n"
    comments = "2 comments:\nAnonymous said...\nI never believed it would open.\nReply\n"
    assert len(of_kind(story + comments, BlockKind.PARAGRAPH)) == 1
    prose = "Comments\nThe mayor asked for comments. He got many, and read them all aloud.\n"
    assert of_kind(story + prose, BlockKind.PARAGRAPH)[-1].startswith("The mayor asked")


def test_a_dateline_names_the_agency_and_stays_text() -> None:
    text = "LINDEN, May 10 (Reuters) - The port authority offered a new contract on Friday."
    layout = analyse(text)
    assert (layout.outlet, layout.published, layout.title) == ("Reuters", None, None)
    assert of_kind(text, BlockKind.PARAGRAPH) == [text]


def test_credits_below_the_text() -> None:
    story = "Bridge opens\n\nThe bridge opened on Friday, the mayor said.\n\n"
    assert analyse(story + "Source: Linden Herald\n").outlet == "Linden Herald"
    assert analyse(story + "Source: Reuters and agencies\n").outlet == "Reuters"
    assert analyse(story + "Source: the mayor's own figures\n").outlet is None
    assert analyse(story + "Ruth Abel, AFP\n").author == "Ruth Abel"
    related = "Related articles:\nFerry sold\nPublished 3 May 2012\n"
    assert analyse(story + related).published is None


def test_a_support_call_is_furniture_above_and_below_the_text_only() -> None:
    text = """\
Support The Linden Herald!

Bridge opens

The bridge opened on Friday, the mayor said.

Support the ferry crews!

The crews had painted it on the wall, and nobody took it off.
"""
    assert of_kind(text, BlockKind.FURNITURE) == ["Support The Linden Herald!"]


@pytest.mark.parametrize("text", ["One line without a stop", "Two lines\n\nwithout any stop", "x", "42"])
def test_a_text_without_sentences_is_text_nevertheless(text: str) -> None:
    assert of_kind(text, BlockKind.PARAGRAPH) or text == "42"


def test_other_scripts() -> None:
    text = "Мэр обещает мост\n\nМэр заявил в понедельник, что мост откроют вовремя.\n\n「橋は完成した。」\n"
    layout = analyse(text)
    assert layout.title == "Мэр обещает мост"
    assert len(of_kind(text, BlockKind.PARAGRAPH)) == 2


def test_a_dated_caption_gives_way_to_the_title_below_it() -> None:
    text = """\
Mayor of Linden opens the bridge on May 10, 2013
Ruth Abel, AFP

Bridge opens at last

The mayor of Linden opened the bridge on Friday, the county said.
"""
    assert analyse(text).title == "Bridge opens at last"


def test_section_names_give_way_but_short_titles_stay() -> None:
    story = "The mayor of Linden opened the bridge on Friday, the county said.\n"
    assert analyse(f"News\nWorld\n\nBridge opens at last\n\n{story}").title == "Bridge opens at last"
    assert analyse(f"Bridge opens\n\nThe mayor cuts a ribbon\n\n{story}").title == "Bridge opens"
    assert analyse(f"Bridges\n\n{story}").title == "Bridges"


def test_a_paragraph_that_ends_in_a_credit_is_still_text() -> None:
    quote = '"We have waited for ten years, and nobody told us why," the mayor said at the bridge. '
    text = f"Bridge opens\n\nThe bridge opened on Friday, the mayor said.\n\n{quote * 3}Photo: Ruth Abel\n"
    assert of_kind(text, BlockKind.PARAGRAPH)[-1].endswith("Photo: Ruth Abel")


def test_an_abstract_that_ends_in_a_copyright_is_still_text() -> None:
    sentence = "The behaviour of twenty volunteers who crossed the bridge was catalogued over a week. "
    mark = "© 1998 Linden Press, Ltd."
    assert analyse(sentence * 6 + mark, title="Crossings").blocks[0].kind is BlockKind.PARAGRAPH
    assert analyse(sentence + mark, title="Crossings").blocks[0].kind is BlockKind.FURNITURE


def test_figures_above_the_text_are_text() -> None:
    figures = ["Shr 47 cts vs 41 cts", "Net 840,484 vs 732,000", "Revs 36.6 mln vs 31.1 mln"]
    text = "\n".join(["Linden Bridge Co 2nd qtr", "", *figures, "The toll was raised in March, it said."])
    assert of_kind(text, BlockKind.PARAGRAPH)[:3] == figures


@pytest.mark.parametrize(
    ("head", "title", "author", "outlet", "published"),
    [
        (
            f"Mill closes\n\n{LEAD}\n\nBy Ruth Abel\n\n10 May 2013",
            "Mill closes",
            "Ruth Abel",
            None,
            "2013-05-10",
        ),
        (f"{LEAD}\n\nBy Ruth Abel, Linden Herald", None, "Ruth Abel", "Linden Herald", None),
        ("MILL CLOSES\nLinden Herald\nMay 10, 2013", "MILL CLOSES", None, "Linden Herald", "2013-05-10"),
        (
            "Mill closes\nMay 10, 2013\nRuth Abel\nLinden Herald",
            "Mill closes",
            "Ruth Abel",
            "Linden Herald",
            "2013-05-10",
        ),
        ("Mill closes | Linden Herald", "Mill closes", None, "Linden Herald", None),
        ("Mill closes - for good - BBC News", "Mill closes - for good", None, "BBC News", None),
        ("Mill closes - for good", "Mill closes - for good", None, None, None),
        ("Linden Herald", "Linden Herald", None, None, None),
        ("$5m mill closes", "$5m mill closes", None, None, None),
        ("iMill closes its doors", "iMill closes its doors", None, None, None),
    ],
)
def test_who_wrote_what_for_whom_and_when(
    head: str, title: str | None, author: str | None, outlet: str | None, published: str | None
) -> None:
    text = f"{head}\n\n{REST}"
    layout = analyse(text)
    assert (layout.title, layout.author, layout.outlet, layout.published) == (
        title,
        author,
        outlet,
        published,
    )
    assert of_kind(text, BlockKind.PARAGRAPH) == [part for part in (LEAD, REST) if part in text]
    assert of_kind(text, BlockKind.HEADING) == of_kind(text, BlockKind.FURNITURE) == []


def test_what_stands_further_below_the_lead_is_no_byline() -> None:
    text = f"Mill closes\n\n{LEAD}\n\n{REST}\n\nBy Ruth Abel\n\n{REST} Then."
    assert analyse(text).author is None
