"""A kept answer as it may be shown now: without what its articles no longer have."""

from __future__ import annotations

from bot.render.answers import answer_pages
from bot.render.pages import Page
from bot.render.places import Place, places, words_of
from bot.render.scope import Scope
from bot.store.answers import KeptAnswer
from index.answers.answer import Answer
from index.answers.surroundings import Surroundings
from index.errors import BadInput, WhosaidError
from index.library import Library
from index.questions.filters import Filters, filters_of, split_filters

_NEAR_NAMES = 3


class PlaceGoneError(WhosaidError):
    """An article no longer has what was quoted from it."""


async def current_pages(library: Library, kept: KeptAnswer) -> tuple[Page, ...]:
    """The pages of a kept answer, over the articles of this moment."""
    scope = await scope_of(library, kept.question, chosen(kept), kept.answer)
    return answer_pages(kept.answer, scope, await gone(library, kept))


async def gone(library: Library, kept: KeptAnswer) -> frozenset[int]:
    """The numbers of the places that the articles of this moment no longer have."""
    if (await library.status()).build == kept.build:
        return frozenset()
    texts: dict[str, str] = {}
    for article in {place.article for place in places(kept.answer)}:
        texts[article] = await _text(library, article)
    return frozenset(
        number
        for number, place in enumerate(places(kept.answer))
        if words_of(place) not in texts[place.article]
    )


async def place_now(library: Library, place: Place) -> Surroundings:
    """A place with what is around it now; raises PlaceGoneError, with a sentence, where it is no more."""
    words = words_of(place)
    try:
        found = await library.surroundings(place.article, place.start, place.end)
    except BadInput:
        text = await _text(library, place.article)
    else:
        start, end = found.quote
        if found.paragraph[start:end] == words:
            return found
        text = found.article.text
    if not text:
        raise PlaceGoneError("That article was removed since, so I no longer show its words.")
    start = text.find(words)
    if start < 0:
        raise PlaceGoneError("That article was changed since and no longer has these words.")
    return await library.surroundings(place.article, start, start + len(words))


async def _text(library: Library, article: str) -> str:
    """The text of an article; "" where there is none any more."""
    try:
        return (await library.article(article)).text
    except BadInput:
        return ""


def chosen(kept: KeptAnswer) -> Filters:
    """The filters that were given beside the question."""
    given = kept.filters
    return filters_of(given.get("speaker"), given.get("source"), given.get("before"), given.get("after"))


def as_mapping(filters: Filters) -> dict[str, str]:
    """Filters as they are kept."""
    values = {
        "speaker": filters.speaker,
        "source": filters.source,
        "before": filters.before,
        "after": filters.after,
    }
    return {name: value for name, value in values.items() if value}


async def scope_of(library: Library, question: str, beside: Filters, answer: Answer) -> Scope:
    """What was searched for `answer`; with everything that may be widened where nothing was found."""
    if answer.found:
        return Scope(chosen=beside)
    _, written = split_filters(question)
    unknown = answer.asked_name if answer.asked_speaker is None else None
    near = await library.suggest_speakers(unknown, _NEAR_NAMES) if unknown else ()
    return Scope(beside, written.under(beside), (await library.status()).articles, near)
