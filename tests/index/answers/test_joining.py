from __future__ import annotations

import datetime

from index.answers.claims import claims_of
from index.answers.joining import Occasion, Reports, same_statement


def _report(
    text: str, *, article: int = 0, published: str | None = None, places: tuple[str, ...] = ()
) -> Reports:
    day = None if published is None else datetime.date.fromisoformat(published).toordinal()
    return Reports(claims_of(text), (Occasion(article, day, frozenset(places)),))


ONE = "The harbour must stay open for every fisherman of this town"
OTHER = "Fishermen in this town need an open harbour"


def test_the_same_wording_is_one_statement_wherever_it_stands() -> None:
    assert same_statement(_report(ONE), _report(f"He repeated it: {ONE}", article=1), 0.8)


def test_other_wording_needs_one_occasion() -> None:
    here = _report(ONE, places=("aberdeen",))
    assert same_statement(here, _report(OTHER, article=1, places=("aberdeen", "leith")), 0.8)
    assert not same_statement(here, _report(OTHER, article=1, places=("leith",)), 0.8)
    assert not same_statement(here, _report(OTHER, article=1), 0.8)


def test_dates_decide_where_they_are_known() -> None:
    here = _report(ONE, published="2020-03-01")
    assert same_statement(here, _report(OTHER, article=1, published="2020-03-03"), 0.8)
    assert not same_statement(here, _report(OTHER, article=1, published="2020-04-01"), 0.8)
    assert not same_statement(here, _report(ONE, article=1, published="2021-03-01"), 1.0)


def test_a_likeness_in_meaning_alone_is_not_enough() -> None:
    here = _report(ONE, places=("aberdeen",))
    assert not same_statement(here, _report("Ships need ports", article=1, places=("aberdeen",)), 0.7)


def test_it_holds_both_ways() -> None:
    reports = [
        _report(ONE, places=("leith",)),
        _report(OTHER, article=1, places=("leith",)),
        _report("Ships", article=2),
    ]
    for one in reports:
        for other in reports:
            assert same_statement(one, other, 0.8) == same_statement(other, one, 0.8)


def test_one_pair_of_occasions_is_enough() -> None:
    one, late = _report(ONE, published="2020-03-01"), _report(OTHER, article=1, published="2020-04-01")
    assert not same_statement(one, late, 0.8)
    again = Reports(
        late.claims, (*late.occasions, *_report(OTHER, article=2, published="2020-03-02").occasions)
    )
    assert same_statement(one, again, 0.8)
