-- Answers that buttons refer to; `answer` is zlib-compressed JSON.
CREATE TABLE answers (
    key TEXT PRIMARY KEY,
    question TEXT NOT NULL,
    filters TEXT NOT NULL,
    answer BLOB NOT NULL,
    build TEXT NOT NULL,
    asker TEXT NOT NULL,
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    guild INTEGER,                                           -- NULL: a direct message
    channel INTEGER,
    created INTEGER NOT NULL                                 -- seconds since 1970
) STRICT;

CREATE INDEX answers_by_age ON answers (created);
CREATE INDEX answers_by_asker ON answers (asker);
