CREATE TABLE articles (
    number    INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    headline  TEXT NOT NULL,
    title     TEXT,
    outlet    TEXT,
    published TEXT,
    author    TEXT,
    url       TEXT,
    origin    TEXT NOT NULL,
    blocks    TEXT NOT NULL,
    hash      BLOB NOT NULL,
    read_from BLOB,
    overrides BLOB,
    digest    BLOB,
    source    TEXT NOT NULL,
    places    TEXT NOT NULL,
    text      TEXT NOT NULL
);
CREATE TABLE passages (
    number  INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number),
    start   INTEGER NOT NULL,
    "end"   INTEGER NOT NULL
);
CREATE TABLE persons (
    number      INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    description TEXT
);
CREATE TABLE aliases (
    person INTEGER NOT NULL REFERENCES persons (number),
    name   TEXT NOT NULL,
    count  INTEGER NOT NULL
);
CREATE TABLE statements (
    number        INTEGER PRIMARY KEY,
    article       INTEGER NOT NULL REFERENCES articles (number),
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    around_start  INTEGER NOT NULL,
    around_end    INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    quoted        TEXT NOT NULL,
    "group"       INTEGER NOT NULL,
    cue           TEXT,
    speaker       TEXT,
    speaker_start INTEGER,
    speaker_end   INTEGER,
    speaker_kind  TEXT,
    description   TEXT,
    person        INTEGER REFERENCES persons (number)
);
