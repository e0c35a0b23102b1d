-- A cabinet as version 1 wrote it, data and all: what every later version must be able to open. Never change it.
PRAGMA application_id = 1448756017;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
CREATE TABLE comment (
    id     BLOB NOT NULL PRIMARY KEY,
    topic  BLOB NOT NULL,
    author TEXT NOT NULL,
    text   TEXT NOT NULL,
    at     INTEGER,
    agreed INTEGER NOT NULL
);
INSERT INTO "comment" VALUES(X'00000000000040008000000000000032',X'00000000000040008000000000000001','Anna Brandt','Rückruf um vier',1789374600009,0);
INSERT INTO "comment" VALUES(X'00000000000040008000000000000033',X'00000000000040008000000000000002','Herr Kurz','ich nicht',1789374600008,1);
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
CREATE TABLE identity (
    one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    tenant BLOB NOT NULL
);
INSERT INTO "identity" VALUES(1,X'6B0C7C0E5A0E4A549D530F5F3B0C9A11');
CREATE TABLE instruction_history (
    version      INTEGER NOT NULL PRIMARY KEY,
    since        INTEGER NOT NULL,
    greetings    TEXT NOT NULL,
    instructions TEXT NOT NULL
);
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
INSERT INTO "note" VALUES(X'0000000000004000800000000000004D',X'00000000000040008000000000000001',1,'T. Albers','','','Befund',NULL,'Dr. Hanna Feld',0,NULL,'Anna Brandt',1,'',1789374600000,1789374600000,1789374600001,'Fragt nach dem Blutbild von Montag.');
CREATE TABLE note_seen (
    note BLOB NOT NULL PRIMARY KEY,
    user BLOB,
    at   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE note_words (
    number      INTEGER NOT NULL PRIMARY KEY,
    note        BLOB NOT NULL,
    finished_at INTEGER NOT NULL,
    folded      TEXT NOT NULL
);
INSERT INTO "note_words" VALUES(1,X'00000000000040008000000000000001',1789374600001,'t. albers befund fragt nach dem blutbild von montag.');
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
INSERT INTO "outbox" VALUES(1,X'0000000000004000800000000000005A','create-topic','unknown',X'00000000000040008000000000000001',0,NULL,1,1789374600060,'timeout');
INSERT INTO "outbox" VALUES(2,X'0000000000004000800000000000005B','add-comment','new',X'00000000000040008000000000000001',0,X'00000000000040008000000000000032',0,NULL,'');
INSERT INTO "outbox" VALUES(3,X'0000000000004000800000000000005C','update-topic','blocked',X'00000000000040008000000000000002',4,NULL,2,NULL,'403');
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
CREATE TABLE slot (
    start       INTEGER NOT NULL,
    id          BLOB NOT NULL,
    minutes     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    person      BLOB,
    released_by TEXT NOT NULL,
    PRIMARY KEY (start, id)
) WITHOUT ROWID;
CREATE TABLE sync_mark (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "sync_mark" VALUES('cursor','e1.17');
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
INSERT INTO "topic" VALUES(X'00000000000040008000000000000001','open',0,'T. Albers – Befund','Dr. Hanna Feld','2026-10-01','high','call',1789374600001,'Anna Brandt','Fragt nach dem Blutbild von Montag.');
INSERT INTO "topic" VALUES(X'00000000000040008000000000000002','done',0,'Schlüssel','Dr. Hanna Feld','2026-10-01','high','client',1789374600002,'Anna Brandt','Wer hat ihn?');
INSERT INTO "topic" VALUES(X'00000000000040008000000000000003','done',1,'Erledigt','Dr. Hanna Feld','2026-10-01','high','call',1789374600003,'Anna Brandt','');
INSERT INTO "topic" VALUES(X'00000000000040008000000000000004','waiting',0,'Altes Anliegen','Dr. Hanna Feld','2026-10-01','high','call',1789374600004,'Anna Brandt','von früher');
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
INSERT INTO "topic_agreed" VALUES(X'00000000000040008000000000000002','"3"','open',0,'Schlüssel','Dr. Hanna Feld','2026-10-01','high','client',1789374600002,'Anna Brandt','Wer hat ihn?');
INSERT INTO "topic_agreed" VALUES(X'00000000000040008000000000000003','"9"','done',1,'Erledigt','Dr. Hanna Feld','2026-10-01','high','call',1789374600003,'Anna Brandt','');
CREATE INDEX caller_number_owner ON caller_number (number, caller);
CREATE UNIQUE INDEX call_id ON call (id);
CREATE INDEX call_number ON call (number, offered_at);
CREATE INDEX call_offered ON call (offered_at);
CREATE INDEX draft_state ON draft (state, created_at);
CREATE UNIQUE INDEX note_id ON note (id);
CREATE UNIQUE INDEX note_number ON note (number);
CREATE INDEX note_finished ON note (finished_at, number);
CREATE UNIQUE INDEX slot_id ON slot (id);
CREATE INDEX topic_created ON topic (deleted, created_at);
CREATE INDEX comment_topic ON comment (topic, at);
CREATE INDEX outbox_turn ON outbox (sendable, number);
CREATE INDEX outbox_topic ON outbox (topic, number);
CREATE INDEX outbox_state ON outbox (state, number);
CREATE INDEX outbox_comment ON outbox (comment);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('outbox',3);
COMMIT;
