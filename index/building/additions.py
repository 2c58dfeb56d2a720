"""What stands in the data folder beside the corpus: articles that were added to it, and a list of those
that were removed from it.

data/articles/                      articles that are part of every corpus
data/articles/NAME/.checksums.json  the checksums of the files beside it; without it they are not checked
data/removed.json                   articles of the corpus that no build takes up
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from index.articles.article import Article
from index.articles.corpus import Skipped
from index.articles.known import KnownArticle
from index.errors import OperationFailed
from index.storage.checked_json import dump_checked, load_checked
from index.storage.durable import replace_text
from index.storage.sealing import seal_of

ADDED = "articles"
CHECKSUMS = ".checksums.json"
REMOVED = "removed.json"

Item = TypeVar("Item", Article, KnownArticle, Skipped, Article | Skipped, Article | KnownArticle | Skipped)


def with_added(corpus: Sequence[Path], data: Path) -> tuple[Path, ...]:
    """The corpus with the folder of added articles of the data folder, where there is one."""
    added = (data / ADDED).resolve()
    return (*corpus, added) if added.is_dir() else tuple(corpus)


def checksums(folder: Path) -> str:
    """The text of the `.checksums.json` for the files that lie in `folder` now. Raises OSError."""
    return dump_checked({path.name: dataclasses.asdict(seal_of(path)) for path in sorted(folder.iterdir())})


def require_intact(data: Path) -> None:
    """Raise OperationFailed naming the first file of an added article that is not as it was added: what
    damage made of an article must not be quoted.
    """
    folder = data / ADDED
    for told in sorted(folder.glob(f"[!.]*/{CHECKSUMS}")) if folder.is_dir() else ():
        path = told
        try:
            for name, seal in load_checked(told.read_text(encoding="utf-8")).items():
                path = told.with_name(name)
                if dataclasses.asdict(seal_of(path)) != seal:
                    raise ValueError("its checksum does not match")
        except (OSError, ValueError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or error
            raise OperationFailed(
                f"{path}: an added article is damaged ({reason}); restore it from a backup or remove it, or, if "
                f"you have changed it yourself, delete {CHECKSUMS} beside it"
            ) from error


def without_removed(items: Iterable[Item], removed: Mapping[str, str], left_out: set[str]) -> Iterator[Item]:
    """The items but for the articles whose ids are in `removed`, which are added to `left_out`."""
    for item in items:
        if isinstance(item, Skipped) or item.id not in removed:
            yield item
        else:
            left_out.add(item.id)


def read_removed(data: Path) -> dict[str, str]:
    """The removed articles: the title that each was shown under, by id.

    Raises OperationFailed for a list that cannot be read: what was removed must not come back by itself.
    """
    path = data / REMOVED
    try:
        removed = load_checked(path.read_text(encoding="utf-8"))["removed"]
        return {str(article): str(title) for article, title in removed.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise OperationFailed(
            f"{path}: the list of removed articles cannot be read ({error}); restore it, or delete it to index "
            'all articles; if you have changed it yourself, take its "checksum" out'
        ) from error


def write_removed(data: Path, removed: Mapping[str, str]) -> None:
    """Write the list, in one step. Raises OSError."""
    replace_text(data / REMOVED, dump_checked({"removed": dict(removed)}))
