from bot.gateway.seen import Seen


def test_an_id_is_new_once_and_the_oldest_are_forgotten() -> None:
    seen = Seen(kept=2)
    assert [seen.is_new(ident) for ident in (1, 1, 2, 1, 3, 2, 1)] == [
        True,
        False,
        True,
        False,
        True,
        False,
        True,
    ]
