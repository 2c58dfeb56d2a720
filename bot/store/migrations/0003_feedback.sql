-- One vote of each member on an answer. It may outlive the answer, so it carries the question.
CREATE TABLE votes (
    answer TEXT NOT NULL,
    member TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value IN (-1, 1)),
    reason TEXT,
    guild INTEGER,
    question TEXT,                                           -- NULL: asked privately, or deleted
    at INTEGER NOT NULL,
    PRIMARY KEY (answer, member)
) STRICT;

CREATE INDEX votes_by_age ON votes (at);
CREATE INDEX votes_by_member ON votes (member);
