"""Input put together at random: for each reader, and for questions on the whole way to what is shown."""

from __future__ import annotations

import json
import random
import re

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from loopback.limits import length
from loopback.view import visible

from benchmarks.soak.fragments import FRAGMENTS, SAMPLES
from benchmarks.soak.fuzz import mixtures
from benchmarks.soak.targets import TARGETS
from bot.render.answers import answer_pages
from bot.render.embeds import embed
from bot.render.pages import Wording
from bot.render.places import places, words_of
from bot.render.quotation import quotation_page
from bot.render.terminal import plain
from index.answers.as_json import answer_object
from index.errors import BadInput
from index.library import Library

_ROUNDS = {"html": 40, "pages": 400, "addresses": 400, "json_lines": 300}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_no_reader_fails(name: str) -> None:
    target = TARGETS[name]
    seeded = random.Random(6)  # noqa: S311  (no secret)
    inputs = mixtures(seeded, [sample.encode() for sample in SAMPLES[name]])
    for _ in range(_ROUNDS.get(name, 60)):
        target(next(inputs))


QUESTIONS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(
            ["who said ", "what did Cameron say about ", "did Putin say ", "quotes by ", "", '"']
        ),
        st.sampled_from(["territorial integrity", "arms deliveries", "Putin", "chemical weapons", ""]),
        st.sampled_from([" source:AFP", " after:2013-05-10", ' speaker:"x', " before:0", ""]),
        st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join),
    ),
)


@settings(
    max_examples=12,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(question=QUESTIONS)
async def test_any_question_is_answered_or_refused_and_what_is_shown_is_fit(
    library: Library, question: str
) -> None:
    for ask in (library.ask, library.who_said):
        try:
            answer = await ask(question)
        except BadInput as error:
            assert "\n" not in str(error) and len(str(error)) < 500
            continue
        written = json.dumps(answer_object(answer), ensure_ascii=False)
        assert json.loads(written) == json.loads(json.dumps(answer_object(answer)))
        for place in places(answer):
            assert (await library.article(place.article)).text[place.start : place.end] == words_of(place)
        for page in (*answer_pages(answer), quotation_page(question, answer)):
            assert not _CONTROL.search(plain(page))
            shown = embed(page)
            assert 0 < length(shown.title) <= 256 and length(shown.description) <= 4096
            visible(shown.title or "")
            if not any(isinstance(block, Wording) for block in page.blocks):  # it strikes out and underlines
                visible(shown.description or "")


_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
