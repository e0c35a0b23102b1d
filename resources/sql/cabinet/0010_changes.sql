-- What of the house became another thing, for whoever stands in; and up to where each user has read that.
CREATE TABLE house_change (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    words  TEXT NOT NULL
);
CREATE TABLE house_change_read (
    user   BLOB NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) WITHOUT ROWID;
