import pytest

from index.articles.bylines import Byline, is_undated_time, metadata_field, parse_byline, source_line


@pytest.mark.parametrize(
    ("line", "author", "outlet", "published"),
    [
        ("Anna Smolchenko, AFP", "Anna Smolchenko", "AFP", None),
        ("Jane Doe | Reuters", "Jane Doe", "Reuters", None),
        ("By Jane Doe", "Jane Doe", None, None),
        ("BY JANE DOE", "JANE DOE", None, None),
        ("By Jane Doe and John Roe, Reuters", "Jane Doe, John Roe", "Reuters", None),
        ("By Jane Doe, BBC News, Linden", "Jane Doe", "BBC News", None),
        ("By Jane Doe in Linden and John Roe in Holm", "Jane Doe, John Roe", None, None),
        ("By Jane Doe, Diplomatic Correspondent", "Jane Doe", None, None),
        ("By Reuters Staff", None, "Reuters", None),
        ("The Associated Press", None, "The Associated Press", None),
        ("By Ludwig van der Berg, Linden Herald", "Ludwig van der Berg", "Linden Herald", None),
        ("By Jane Doe for the Linden Herald, 10 May 2013", "Jane Doe", "Linden Herald", "2013-05-10"),
        ("By Jane Doe | Photos by John Roe", "Jane Doe", None, None),
        ("By Jane Doe, photography: John Roe", "Jane Doe", None, None),
        ("Published 10 May 2013 | 5 min read", None, None, "2013-05-10"),
        ("By Jane Doe · 12-minute read", "Jane Doe", None, None),
        ("Written by Jane Doe Jr.", "Jane Doe Jr.", None, None),
        ("By Jane Doe - May 10, 2013 12:29 PM ET", "Jane Doe", None, "2013-05-10"),
        ("Last updated: May 10, 2013", None, None, "2013-05-10"),
        ("Published time: 10 May, 2013 14:05", None, None, "2013-05-10"),
        ("SOCHI, Russia | Fri May 10, 2013 2:29pm EDT", None, None, "2013-05-10"),
        ("6:12PM BST 10 May 2013", None, None, "2013-05-10"),
    ],
)
def test_bylines(line: str, author: str | None, outlet: str | None, published: str | None) -> None:
    found = parse_byline(line)
    assert found is not None
    assert (found.author, found.outlet, found.published) == (author, outlet, published)


@pytest.mark.parametrize(
    "line",
    [
        "The talks of May 10, 2013 failed",
        "Cameron meets Putin in new push to end Syria war",
        "Jane Doe",
        "Jane Doe, mayor of Linden",
        "Jane Doe is a reporter for the Linden Herald.",
        "By Jane Doe for the poor",
        "By Friday the crews had gone home, and the port was quiet",
        "Reuters reported the strike on Friday.",
        "Bridge to open by May 10, 2013, mayor says",
        "",
    ],
)
def test_other_lines(line: str) -> None:
    assert parse_byline(line) is None


def test_a_revision_is_marked_as_one() -> None:
    assert parse_byline("Updated 10 May 2013") == Byline(published="2013-05-10", updated=True)


def test_sources_fields_and_times() -> None:
    assert source_line("Source: Al Jazeera and agencies") == "Al Jazeera"
    assert source_line("The source: nobody") is None
    assert metadata_field("Headline: Bridge opens") == ("title", "Bridge opens")
    assert metadata_field("Bridge: opens") is None
    assert is_undated_time("Updated 14:05 GMT")
    assert not is_undated_time("Friday")
