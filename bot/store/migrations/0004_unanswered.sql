-- Questions that found nothing, without who asked them.
CREATE TABLE unanswered (
    guild INTEGER NOT NULL,
    question TEXT NOT NULL,                                  -- normalised
    sample TEXT NOT NULL,                                    -- as it was last worded
    count INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (guild, question)
) STRICT;

CREATE INDEX unanswered_by_age ON unanswered (last);
