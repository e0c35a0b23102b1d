-- Topics and their histories lie in the order in which they came. Under their random ids, what comes in together was spread over
-- all pages of its table, and each commit wrote most of them anew.
PRAGMA defer_foreign_keys = ON; -- nothing may point to a topic that is not there, but only at the end

CREATE TABLE topic_before AS SELECT * FROM topic;
DROP TABLE topic;
CREATE TABLE topic (
    number          INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE,
    state           TEXT NOT NULL,
    deleted         INTEGER NOT NULL,
    title           TEXT NOT NULL,
    person          TEXT NOT NULL,
    due             TEXT,
    priority        TEXT NOT NULL,
    origin          TEXT NOT NULL,
    created_at      INTEGER,
    created_by      TEXT NOT NULL,
    text            TEXT NOT NULL,
    changed_by      TEXT NOT NULL DEFAULT '',
    changed_at      INTEGER,
    agreed_revision TEXT,
    remote_id       TEXT NOT NULL DEFAULT '',
    begun           TEXT NOT NULL DEFAULT ''
);
INSERT INTO topic (id, state, deleted, title, person, due, priority, origin, created_at, created_by, text, changed_by,
                   changed_at, agreed_revision, remote_id, begun)
    SELECT id, state, deleted, title, person, due, priority, origin, created_at, created_by, text, changed_by, changed_at,
           agreed_revision, remote_id, begun
    FROM topic_before ORDER BY created_at, id;
DROP TABLE topic_before;
CREATE INDEX topic_created ON topic (deleted, created_at);
CREATE INDEX topic_touched ON topic (COALESCE(changed_at, created_at));

CREATE TABLE topic_event_before AS SELECT * FROM topic_event;
DROP TABLE topic_event;
-- number counts up over all topics.
CREATE TABLE topic_event (
    number    INTEGER PRIMARY KEY,
    topic     BLOB NOT NULL REFERENCES topic (id),
    kind      TEXT NOT NULL,
    who       TEXT NOT NULL,
    at        INTEGER,
    from_here INTEGER NOT NULL,
    field     TEXT NOT NULL,
    before    TEXT NOT NULL,
    after     TEXT NOT NULL
);
INSERT INTO topic_event (topic, kind, who, at, from_here, field, before, after)
    SELECT topic, kind, who, at, from_here, field, before, after FROM topic_event_before ORDER BY topic, number;
DROP TABLE topic_event_before;
CREATE INDEX topic_event_topic ON topic_event (topic);
