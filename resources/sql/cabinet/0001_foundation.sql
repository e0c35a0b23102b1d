-- One tenant's cabinet. Everything in the file is this tenant's, so no table names a tenant; `identity` only says whose the
-- file is, so that a file under a wrong name is refused. Ids are UUIDs as 16 bytes; moments are milliseconds since 1970 in UTC.
-- A row's long text stands last, so that its short columns are read from one page.

CREATE TABLE identity (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    tenant BLOB NOT NULL
);

-- Lists that are only ever read and written as a whole are kept as JSON.
CREATE TABLE profile (
    one                 INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    name                TEXT NOT NULL,
    answer_as           TEXT NOT NULL,
    accent              TEXT NOT NULL,
    language            TEXT NOT NULL,
    region              TEXT NOT NULL,
    zone                TEXT NOT NULL,
    numbers             TEXT NOT NULL,
    trade               TEXT NOT NULL,
    greetings           TEXT NOT NULL,
    hours               TEXT NOT NULL,
    instructions        TEXT NOT NULL,
    instruction_version INTEGER NOT NULL,
    notices             TEXT NOT NULL,
    concerns            TEXT NOT NULL
);

-- What a call's or a note's instruction_version said.
CREATE TABLE instruction_history (
    version      INTEGER NOT NULL PRIMARY KEY,
    since        INTEGER NOT NULL,
    greetings    TEXT NOT NULL,
    instructions TEXT NOT NULL
);

CREATE TABLE person (
    id                 BLOB NOT NULL PRIMARY KEY,
    position           INTEGER NOT NULL,
    name               TEXT NOT NULL,
    role               TEXT NOT NULL,
    responsibilities   TEXT NOT NULL,
    numbers            TEXT NOT NULL,
    email              TEXT NOT NULL,
    presence           TEXT NOT NULL,
    presence_until     INTEGER,
    presence_note      TEXT NOT NULL,
    presence_confirmed INTEGER,
    deputy             BLOB
) WITHOUT ROWID;

CREATE TABLE caller (
    id                  BLOB NOT NULL PRIMARY KEY,
    name                TEXT NOT NULL,
    company             TEXT NOT NULL,
    email               TEXT NOT NULL,
    relation            TEXT NOT NULL,
    language            TEXT NOT NULL,
    special_instruction TEXT NOT NULL,
    remark              TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE caller_number (
    caller   BLOB NOT NULL REFERENCES caller (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    number   TEXT NOT NULL,
    label    TEXT NOT NULL,
    PRIMARY KEY (caller, position)
) WITHOUT ROWID;
CREATE INDEX caller_number_owner ON caller_number (number, caller);

-- Clustered by caller and time: a caller's history lies on neighbouring pages. caller is empty, not null, when nobody is known.
CREATE TABLE call (
    caller              BLOB NOT NULL,
    offered_at          INTEGER NOT NULL,
    id                  BLOB NOT NULL,
    number              TEXT NOT NULL,
    presented           TEXT NOT NULL,
    anonymous           INTEGER NOT NULL,
    dialled             TEXT NOT NULL,
    answered_at         INTEGER,
    ended_at            INTEGER,
    end_reason          TEXT NOT NULL,
    disposition         TEXT NOT NULL,
    disposition_detail  TEXT NOT NULL,
    concern             TEXT NOT NULL,
    handled_by          BLOB,
    handled_by_name     TEXT NOT NULL,
    instruction_version INTEGER NOT NULL,
    recommendation      TEXT NOT NULL,
    PRIMARY KEY (caller, offered_at, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX call_id ON call (id);
CREATE INDEX call_number ON call (number, offered_at);
CREATE INDEX call_offered ON call (offered_at);

-- Notes being written, and those thrown away. Apart from the finished ones, so that typing touches a handful of pages. No
-- foreign key to the call: a note is never refused because its call has yet to be written.
CREATE TABLE draft (
    id                  BLOB NOT NULL PRIMARY KEY,
    call                BLOB NOT NULL,
    state               TEXT NOT NULL,
    caller_name         TEXT NOT NULL,
    company             TEXT NOT NULL,
    callback_number     TEXT NOT NULL,
    concern             TEXT NOT NULL,
    for_person          BLOB,
    for_name            TEXT NOT NULL,
    flags               INTEGER NOT NULL,
    author              BLOB,
    author_name         TEXT NOT NULL,
    instruction_version INTEGER NOT NULL,
    recommendation      TEXT NOT NULL,
    created_at          INTEGER,
    changed_at          INTEGER,
    text                TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX draft_state ON draft (state, created_at);

-- Finished notes; they never change. Clustered by call (empty = without one). number counts up in the order of filing.
CREATE TABLE note (
    call                BLOB NOT NULL,
    id                  BLOB NOT NULL,
    number              INTEGER NOT NULL,
    caller_name         TEXT NOT NULL,
    company             TEXT NOT NULL,
    callback_number     TEXT NOT NULL,
    concern             TEXT NOT NULL,
    for_person          BLOB,
    for_name            TEXT NOT NULL,
    flags               INTEGER NOT NULL,
    author              BLOB,
    author_name         TEXT NOT NULL,
    instruction_version INTEGER NOT NULL,
    recommendation      TEXT NOT NULL,
    created_at          INTEGER,
    changed_at          INTEGER,
    finished_at         INTEGER NOT NULL,
    text                TEXT NOT NULL,
    PRIMARY KEY (call, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX note_id ON note (id);
CREATE UNIQUE INDEX note_number ON note (number);
CREATE INDEX note_finished ON note (finished_at, number);

-- The words of each finished note as they are searched; see docs/decisions/0003.
CREATE TABLE note_words (
    number      INTEGER NOT NULL PRIMARY KEY,
    note        BLOB NOT NULL,
    finished_at INTEGER NOT NULL,
    folded      TEXT NOT NULL
);

CREATE TABLE note_seen (
    note BLOB NOT NULL PRIMARY KEY,
    user BLOB,
    at   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE slot (
    start       INTEGER NOT NULL,
    id          BLOB NOT NULL,
    minutes     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    person      BLOB,
    released_by TEXT NOT NULL,
    PRIMARY KEY (start, id)
) WITHOUT ROWID;
CREATE UNIQUE INDEX slot_id ON slot (id);

-- This side's values.
CREATE TABLE topic (
    id         BLOB NOT NULL PRIMARY KEY,
    state      TEXT NOT NULL,
    deleted    INTEGER NOT NULL,
    title      TEXT NOT NULL,
    person     TEXT NOT NULL,
    due        TEXT,
    priority   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    created_at INTEGER,
    created_by TEXT NOT NULL,
    text       TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX topic_created ON topic (deleted, created_at);

-- What both sides last agreed on.
CREATE TABLE topic_agreed (
    id         BLOB NOT NULL PRIMARY KEY,
    revision   TEXT NOT NULL,
    state      TEXT NOT NULL,
    deleted    INTEGER NOT NULL,
    title      TEXT NOT NULL,
    person     TEXT NOT NULL,
    due        TEXT,
    priority   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    created_at INTEGER,
    created_by TEXT NOT NULL,
    text       TEXT NOT NULL
) WITHOUT ROWID;

-- agreed = the other side has it too.
CREATE TABLE comment (
    id     BLOB NOT NULL PRIMARY KEY,
    topic  BLOB NOT NULL,
    author TEXT NOT NULL,
    text   TEXT NOT NULL,
    at     INTEGER,
    agreed INTEGER NOT NULL
);
CREATE INDEX comment_topic ON comment (topic, at);

-- What this side did and the other has yet to confirm, in order. sendable = 1 for the states `new` and `unknown`.
CREATE TABLE outbox (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    id       BLOB NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    state    TEXT NOT NULL,
    sendable INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('new', 'unknown')) STORED,
    topic    BLOB NOT NULL REFERENCES topic (id),
    changed  INTEGER NOT NULL,
    comment  BLOB REFERENCES comment (id),
    attempt  INTEGER NOT NULL,
    next_try INTEGER,
    problem  TEXT NOT NULL
);
CREATE INDEX outbox_turn ON outbox (sendable, number);
CREATE INDEX outbox_topic ON outbox (topic, number);
CREATE INDEX outbox_state ON outbox (state, number);
CREATE INDEX outbox_comment ON outbox (comment);

-- How far the other side has been read, and when the two were last known equal.
CREATE TABLE sync_mark (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
