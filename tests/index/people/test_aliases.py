from pathlib import Path

import pytest

from index.people import Aliases, persons, read_aliases
from index.quotations.statement import Speaker, SpeakerKind


def names(mentions: list[tuple[str, str]], aliases: Aliases) -> list[str]:
    people = persons(((a, Speaker(name, 0, 1, SpeakerKind.PERSON)) for a, name in mentions), aliases)
    return sorted(f"{p.name}: {', '.join(alias for alias, _ in p.aliases)}" for p in people.persons)


def read(folder: Path, text: str) -> Aliases:
    (folder / "aliases.toml").write_text(text)
    aliases, faults = read_aliases([folder])
    assert faults == ()
    return aliases


def test_names_are_joined_under_the_name_on_the_left(tmp_path: Path) -> None:
    aliases = read(tmp_path, '"Ruth Abel-Stone" = ["Ruth Abel", "R. Stone", "abel"]\n')
    mentions = [
        ("a", "Ruth Abel"),
        ("b", "R. Stone"),
        ("c", "Abel"),
        ("d", "Tom Abel"),
        ("e", "Dr. Ruth Abel"),
    ]
    assert names(mentions, aliases) == ["Ruth Abel-Stone: Ruth Abel, Abel, R. Stone", "Tom Abel: Tom Abel"]


def test_what_the_rules_would_join_can_be_separated(tmp_path: Path) -> None:
    mentions = [("a", "Sergei Petrov"), ("b", "Sergey Petrov"), ("c", "Petrov")]
    assert names(mentions, Aliases()) == ["Sergei Petrov: Petrov, Sergei Petrov, Sergey Petrov"]
    aliases = read(tmp_path, 'separate = [["Sergei Petrov", "Sergey Petrov"], ["Petrov", "Sergei Petrov"]]\n')
    assert names(mentions, aliases) == [
        "Sergei Petrov: Sergei Petrov",
        "Sergey Petrov: Petrov, Sergey Petrov",
    ]


def test_joining_brings_the_other_spellings_along(tmp_path: Path) -> None:
    aliases = read(tmp_path, '"Joseph Biden Jr." = ["Joe Biden"]\n')
    mentions = [("a", "Joe Biden"), ("b", "Joseph R. Biden"), ("c", "Joseph Biden Jr.")]
    assert names(mentions, aliases) == ["Joseph Biden Jr.: Joe Biden, Joseph Biden Jr., Joseph R. Biden"]


def test_names_given_to_two_people_are_two(tmp_path: Path) -> None:
    aliases = read(tmp_path, '"Sergei A" = ["Sergei Petrov"]\n"Sergey B" = ["Sergey Petrov"]\n')
    assert len(names([("a", "Sergei Petrov"), ("b", "Sergey Petrov")], aliases)) == 2


def test_organisations(tmp_path: Path) -> None:
    aliases = read(tmp_path, '"United Nations" = ["UN", "U.N."]\n')
    mentions = [("a", "the UN"), ("b", "U.N."), ("c", "United Nations")]
    people = persons(((a, Speaker(n, 0, 1, SpeakerKind.ORGANISATION)) for a, n in mentions), aliases)
    assert [person.name for person in people.persons] == ["United Nations"]


@pytest.mark.parametrize(
    "text", ["[", "\xff", '"a" = 1', '"a" = ["b", 2]', 'separate = "a"', '"a" = ["c"]\n"b" = ["C"]']
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "aliases.toml").write_bytes(text.encode("latin-1"))
    _, faults = read_aliases([tmp_path])
    (fault,) = faults
    assert fault.file == str(tmp_path / "aliases.toml")
    assert fault.reason and "\n" not in fault.reason


def test_a_corpus_of_files_has_the_aliases_beside_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "aliases.toml").write_text('"Ruth Abel" = ["Abel"]')
    aliases, _ = read_aliases([tmp_path / "a.txt", tmp_path])
    assert aliases.person("Mrs. Abel") == "Ruth Abel"
    assert read_aliases([tmp_path / "no" / "where"]) == (Aliases(), ())
