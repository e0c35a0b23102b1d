-- The bureau's own store. Ids are UUIDs as 16 bytes; moments are milliseconds since 1970 in UTC.

CREATE TABLE tenant (
    id        BLOB NOT NULL PRIMARY KEY,
    name      TEXT NOT NULL,
    answer_as TEXT NOT NULL,
    accent    TEXT NOT NULL,
    language  TEXT NOT NULL,
    region    TEXT NOT NULL,
    zone      TEXT NOT NULL
) WITHOUT ROWID;

-- A dialled number means one tenant at most.
CREATE TABLE tenant_number (
    number   TEXT NOT NULL PRIMARY KEY,
    tenant   BLOB NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX tenant_number_of ON tenant_number (tenant, position);

-- login_key is the login as it is compared: trimmed and without case. password is Argon2id's own text form; empty = none yet.
CREATE TABLE user (
    id        BLOB NOT NULL PRIMARY KEY,
    login     TEXT NOT NULL,
    login_key TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    role      TEXT NOT NULL,
    tenant    BLOB REFERENCES tenant (id),
    password  TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

CREATE TABLE assignment (
    user   BLOB NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    tenant BLOB NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
    PRIMARY KEY (user, tenant)
) WITHOUT ROWID;

-- Each wall stands here twice, once from either side.
CREATE TABLE wall (
    tenant     BLOB NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
    competitor BLOB NOT NULL REFERENCES tenant (id) ON DELETE CASCADE,
    PRIMARY KEY (tenant, competitor)
) WITHOUT ROWID;

-- No names, no numbers, no texts. No foreign keys: the journal outlives tenants and users.
CREATE TABLE journal (
    call        BLOB NOT NULL PRIMARY KEY,
    tenant      BLOB,
    user        BLOB,
    offered_at  INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at    INTEGER,
    end_reason  TEXT NOT NULL,
    disposition TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX journal_offered ON journal (offered_at);

-- link = SHA-256 over the row before's link and this row's content. The last link is also kept in audit_head, so that rows
-- missing at the end show too.
CREATE TABLE audit (
    number INTEGER NOT NULL PRIMARY KEY,
    at     INTEGER NOT NULL,
    user   BLOB,
    tenant BLOB,
    event  TEXT NOT NULL,
    reason TEXT NOT NULL,
    link   BLOB NOT NULL
);
CREATE TABLE audit_head (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL,
    link   BLOB NOT NULL
);
INSERT INTO audit_head (one, number, link) VALUES (1, 0, x'');

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
