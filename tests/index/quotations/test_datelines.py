from collections.abc import Callable

import pytest

Told = Callable[[str], list[tuple[str, str, str | None]]]
CLAUSE = "Two trains have collided near the dam"


@pytest.mark.parametrize(
    "dateline",
    [
        "LEEDS —",
        "LOS ANGELES, Ohio —",
        "LEEDS (NWS) —",
        "LEEDS, Nov 14 (Northwire) -",
        "Leeds, Nov 14 (Northwire) -",
        "ST. LOUIS —",
        "LA PAZ, Bolivia —",
        "WASHINGTON, D.C., March 3 –",
    ],
)
def test_a_dateline_is_said_by_nobody(told: Told, dateline: str) -> None:
    assert told(f"{dateline} {CLAUSE}, officials said.") == [("indirect", CLAUSE, "officials")]
    assert told(f'{dateline} {CLAUSE} "again," officials said.') == [
        ("mixed", f'{CLAUSE} "again,"', "officials")
    ]
    assert told(f'{dateline} Tom Hall said: "It is over."') == [("direct", '"It is over."', "Tom Hall")]
    assert told(f'{dateline} Two days later, Tom Hall said: "It is over."') == [
        ("direct", '"It is over."', "Tom Hall")
    ]


@pytest.mark.parametrize("clause", ["NATO - and the bank - are dead", "NATO — the old alliance — is dead"])
def test_a_name_before_a_dash_is_none(told: Told, clause: str) -> None:
    assert told(f"{clause}, Tom Hall said.") == [("indirect", clause, "Tom Hall")]
