-- The messages that show a job under way, so that one which a restart has ended is told about.
CREATE TABLE jobs (
    key TEXT PRIMARY KEY,
    channel INTEGER NOT NULL,
    asked INTEGER NOT NULL,                                  -- the message or the interaction that asked for it
    message INTEGER,                                         -- NULL: it was not known yet
    heading TEXT NOT NULL,                                   -- what is being done
    change INTEGER NOT NULL CHECK (change IN (0, 1)),        -- of the articles; else a re-indexing
    build TEXT,                                              -- the one that served when it began
    outcome TEXT                                             -- what is to be told; NULL: it is under way
) STRICT;
