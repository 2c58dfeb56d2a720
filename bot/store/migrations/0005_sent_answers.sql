-- The messages of answers without buttons, so that a reply to one is a follow-up.
CREATE TABLE sent_answers (
    message INTEGER PRIMARY KEY,
    answer TEXT NOT NULL REFERENCES answers (key) ON DELETE CASCADE
) STRICT;

CREATE INDEX sent_answers_by_answer ON sent_answers (answer);
