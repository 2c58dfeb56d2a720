"""What was searched, and what would widen it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.render.verbatim import one_line
from index.answers.answer import Answer
from index.questions.filters import NONE, Filters

_MANY_WORDS = 4
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question was laid over. `chosen` are the filters given beside it, `all` those written into
    it as well; `articles` are in the index (None: not known); `near` are names like one that nobody has.
    """

    chosen: Filters = NONE
    all: Filters = NONE
    articles: int | None = None
    near: tuple[str, ...] = ()


def narrowed(filters: Filters) -> str:
    """The filters in words, "" without any."""
    parts = [f"{name} {value}" for name, value in _named(filters)]
    return ", ".join(parts)


def searched(scope: Scope) -> str:
    """What was searched, as a sentence; "" where it is not known."""
    if scope.articles is None:
        return ""
    count = "1 article" if scope.articles == 1 else f"{scope.articles:,} articles"
    filters = narrowed(scope.all)
    return f"Searched: {count}" + (f"; only {filters}." if filters else ".")


def widening(answer: Answer, scope: Scope) -> tuple[str, ...]:
    """What may find more, each a sentence, the likeliest first."""
    advice: list[str] = []
    if scope.near:
        names = [f"“{one_line(name, _LONGEST)}”" for name in scope.near]
        advice.append(
            "Did you mean " + " or ".join([", ".join(names[:-1]), names[-1]][len(names) < 2 :]) + "?"
        )
    if filters := [_written(name, value) for name, value in _named(scope.all)]:
        advice.append("Ask without " + " and ".join(filters) + ".")
    if scope.all.phrases:
        advice.append("Leave out the quotation marks: words inside them must stand just so.")
    if len(answer.topic.split()) > _MANY_WORDS:
        advice.append("Use fewer words: the two or three that matter most.")
    return tuple(advice)


def in_full(question: str, filters: Filters) -> str:
    """The question with the filters that were given beside it written behind it."""
    return " ".join([question, *(_written(name, value) for name, value in _named(filters))])


def _named(filters: Filters) -> list[tuple[str, str]]:
    values = {
        "speaker": filters.speaker,
        "source": filters.source,
        "after": filters.after,
        "before": filters.before,
    }
    return [(name, one_line(value, _LONGEST)) for name, value in values.items() if value]


def _written(name: str, value: str) -> str:
    return f'{name}:"{value}"' if " " in value else f"{name}:{value}"
