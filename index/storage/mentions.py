"""The speakers that the database of a build names, read while the build goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index.quotations.statement import Speaker, SpeakerKind
from index.storage.database import database_uri

_MENTIONS = """
SELECT id, speaker, min(speaker_start), min(speaker_end), speaker_kind, description, count(*)
FROM (SELECT article, speaker, speaker_start, speaker_end, speaker_kind, description
      FROM statements WHERE speaker IS NOT NULL)
JOIN articles ON articles.number = article GROUP BY article, speaker, speaker_kind, description
"""
_SAID = """
SELECT statements.number, id, speaker, coalesce(person, -1)
FROM statements JOIN articles ON articles.number = article WHERE speaker IS NOT NULL
"""


def read_mentions(folder: Path) -> Iterator[tuple[str, Speaker, int]]:
    """The speakers of each article and how often each is named so: (id of the article, speaker, times).

    The database of the build in `folder` must not be written to meanwhile. Raises sqlite3.Error.
    """
    with closing(sqlite3.connect(database_uri(folder, "ro"), uri=True)) as connection:
        for article, name, start, end, kind, description, times in connection.execute(_MENTIONS):
            yield article, Speaker(name, start, end, SpeakerKind(kind), description), times


def read_said(folder: Path) -> Iterator[tuple[int, str, str, int]]:
    """The statements with a speaker: (number, id of the article, speaker, number of the person that is
    stored, -1 for none). As with `read_mentions`, nobody may write meanwhile.
    """
    with closing(sqlite3.connect(database_uri(folder, "ro"), uri=True)) as connection:
        yield from connection.execute(_SAID)
