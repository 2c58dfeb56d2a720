-- The settings of each server. Ids of members are pseudonyms (see bot/store/pseudonyms.py).
CREATE TABLE guilds (
    guild INTEGER PRIMARY KEY,
    prefix TEXT,                                             -- NULL: the bot's own
    feedback INTEGER NOT NULL CHECK (feedback IN (0, 1)),
    paging TEXT NOT NULL CHECK (paging IN ('asker', 'anyone'))
) STRICT;

-- The channels in which the bot answers; none: all of them.
CREATE TABLE guild_channels (
    guild INTEGER NOT NULL REFERENCES guilds (guild) ON DELETE CASCADE,
    channel INTEGER NOT NULL,
    PRIMARY KEY (guild, channel)
) STRICT, WITHOUT ROWID;

-- The channels whose long answers go to a thread.
CREATE TABLE guild_threads (
    guild INTEGER NOT NULL REFERENCES guilds (guild) ON DELETE CASCADE,
    channel INTEGER NOT NULL,
    PRIMARY KEY (guild, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE guild_admin_roles (
    guild INTEGER NOT NULL REFERENCES guilds (guild) ON DELETE CASCADE,
    role INTEGER NOT NULL,
    PRIMARY KEY (guild, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE guild_admin_members (
    guild INTEGER NOT NULL REFERENCES guilds (guild) ON DELETE CASCADE,
    member TEXT NOT NULL,
    PRIMARY KEY (guild, member)
) STRICT, WITHOUT ROWID;
