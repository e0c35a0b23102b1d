-- The accounts at providers and PBXs where the desks register. name_key and address are compared: trimmed, without case.
-- Passwords are kept in the key ring, never here.
CREATE TABLE line (
    id        BLOB NOT NULL PRIMARY KEY,
    name      TEXT NOT NULL,
    name_key  TEXT NOT NULL UNIQUE,
    user      TEXT NOT NULL,
    server    TEXT NOT NULL,
    address   TEXT NOT NULL UNIQUE,
    transport TEXT NOT NULL,
    login     TEXT NOT NULL,
    proxy     TEXT NOT NULL,
    number    TEXT NOT NULL,
    expiry    INTEGER NOT NULL,
    enabled   INTEGER NOT NULL
) WITHOUT ROWID;
