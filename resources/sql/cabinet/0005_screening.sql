-- Screening: the rules in all their versions, which of them decided a call, and who is expected.

-- rules: one version as JSON, only read and written as a whole. The newest is in force.
CREATE TABLE rule_version (
    version  INTEGER NOT NULL PRIMARY KEY,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    change   TEXT NOT NULL,
    rules    TEXT NOT NULL
);

-- rule_version 0 = the built-in rules. deviation = why the secretary did something else than advised, in her words.
ALTER TABLE call ADD COLUMN rule_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE call ADD COLUMN deviation TEXT NOT NULL DEFAULT '';

-- A message for somebody who is going to ring. told_in is empty as long as it has not been told.
CREATE TABLE expected_call (
    id          BLOB NOT NULL PRIMARY KEY,
    caller      BLOB NOT NULL,
    number      TEXT NOT NULL,
    message     TEXT NOT NULL,
    valid_until INTEGER NOT NULL,
    entered_by  TEXT NOT NULL,
    told_in     BLOB NOT NULL,
    told_at     INTEGER
) WITHOUT ROWID;
CREATE INDEX expected_call_open ON expected_call (told_in, valid_until);
