import pytest

from bot.building.events import Finished, Progress, Skipped, parse_event


def test_events_are_read() -> None:
    progress = b'{"event":"progress","stage":"embedding","done":3,"total":null}\n'
    assert parse_event(progress) == Progress("embedding", 3, None)
    assert parse_event('{"event":"skipped","file":"a","reason":"b"}') == Skipped("a", "b")
    done = '{"event":"done","build":"x","articles":5,"passages":9,"statements":7,"persons":3,"added":5,'
    rest = '"changed":0,"removed":0,"skipped":1,"embedded":16,"seconds":1.5}'
    assert parse_event(done + rest) == Finished("x", 5, 9, 7, 5, 0, 0, 1, 16, 1.5)


@pytest.mark.parametrize(
    "line", ["", "x", "[]", "{}", '{"event":"new"}', '{"event":"progress","stage":"a"}', b"\xff\xfe"]
)
def test_other_lines_are_none(line: str | bytes) -> None:
    assert parse_event(line) is None
