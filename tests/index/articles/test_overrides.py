from pathlib import Path

from index.articles.article import Article
from index.articles.corpus import Skipped, read_corpus


def read(folder: Path, toml: str, *names: str) -> tuple[dict[str, Article], list[str]]:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Title of {name}\n10 May 2013\n\nThe bridge {name} opened on Friday, the mayor said.\n"
        )
    (folder / "articles.toml").write_text(toml)
    items = list(read_corpus([folder]))
    return (
        {item.id: item for item in items if isinstance(item, Article)},
        [item.reason for item in items if isinstance(item, Skipped)],
    )


def test_entries_complete_and_override(tmp_path: Path) -> None:
    toml = """
    [a]
    outlet = "Linden Herald"
    published = 2013-05-11
    ["b.txt"]
    title = "Another title"
    author = "Ruth Abel"
    [c.txt]
    url = "https://herald.example/c"
    ["sub/d.txt"]
    outlet = "Holm Post"
    """
    articles, faults = read(tmp_path, toml, "a.txt", "b.txt", "c.txt", "sub/d.txt")
    assert faults == []
    assert (articles["a"].outlet, articles["a"].published) == ("Linden Herald", "2013-05-11")
    assert articles["a"].title == "Title of a.txt"
    assert (articles["b"].title, articles["b"].author) == ("Another title", "Ruth Abel")
    assert articles["c"].url == "https://herald.example/c"
    assert articles["d"].outlet == "Holm Post"


def test_the_nearest_file_wins(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "articles.toml").write_text('[a]\noutlet = "Near"\n')
    articles, _ = read(tmp_path, '[a]\noutlet = "Far"\nauthor = "Ruth Abel"\n', "sub/a.txt")
    assert (articles["a"].outlet, articles["a"].author) == ("Near", "Ruth Abel")


def test_a_broken_file_is_reported_once_and_ignored(tmp_path: Path) -> None:
    articles, faults = read(tmp_path, "[a\noutlet=", "a.txt")
    assert articles["a"].outlet is None
    assert len(faults) == 1 and "not valid TOML" in faults[0] and "\n" not in faults[0]


def test_what_fits_nothing_is_reported(tmp_path: Path) -> None:
    toml = 'x = 1\n[nobody]\noutlet = "A"\n[a]\noutlets = "B"\npublished = "soon"\n'
    articles, faults = read(tmp_path, toml, "a.txt")
    assert articles["a"].published == "2013-05-10"
    assert [fault.split(" ", 1)[0] for fault in faults] == ["x", "[a]", "[a]", "[nobody]"]


def test_a_named_file_heeds_the_file_beside_it(tmp_path: Path) -> None:
    read(tmp_path, '[a]\noutlet = "A"\n[b]\noutlet = "B"\n', "a.txt", "b.txt")
    (item,) = read_corpus([tmp_path / "b.txt"])
    assert isinstance(item, Article) and item.outlet == "B"
