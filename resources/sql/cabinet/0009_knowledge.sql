-- What the house wants to be answered, as one JSON document that is only read and written as a whole.
CREATE TABLE knowledge (
    one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    version  INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    entries  TEXT NOT NULL
);
