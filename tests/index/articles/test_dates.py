import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles.dates import find_date, iso_date


@pytest.mark.parametrize(
    "written",
    [
        "2013-05-10",
        "2013-05-10T14:02:00Z",
        "2013/05/10",
        "20130510",
        "May 10, 2013",
        "May 10 2013",
        "10 May 2013",
        "10 May, 2013",
        "10th of May 2013",
        "Fri, 10 May 2013 14:29:00 GMT",
        "Last updated: May 10, 2013",
        "10.05.2013",
        "10-May-2013",
        dt.date(2013, 5, 10),
        dt.datetime(2013, 5, 10, 23, 59, tzinfo=dt.UTC),
    ],
)
def test_written_dates(written: object) -> None:
    assert iso_date(written) == "2013-05-10"


@pytest.mark.parametrize(
    "written",
    [
        "05/10/2013",
        "May 2013",
        "2013",
        "2013-13-01",
        "31 June 2013",
        "10 May",
        "soon",
        "",
        20130510.5,
        None,
        True,
    ],
)
def test_what_is_no_whole_date_stays_unknown(written: object) -> None:
    assert iso_date(written) is None


def test_a_slashed_date_counts_where_it_can_be_read_in_one_way_only() -> None:
    assert iso_date("13/05/2013") == "2013-05-13"
    assert iso_date("05/13/2013") == "2013-05-13"
    assert iso_date("5/5/2013") == "2013-05-05"


@settings(max_examples=60, deadline=None)
@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_every_date_is_read_back(day: dt.date, form: str) -> None:
    found = find_date(f"Published on {day.strftime(form)} at noon")
    assert found is not None
    assert found.iso == day.isoformat()
