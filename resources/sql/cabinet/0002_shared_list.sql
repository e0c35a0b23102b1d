-- The shared list as both sides work on it: who changed what when, what both changed differently, and how that was decided.
-- Halves of a conflict, values of an operation and lines of the history are JSON objects of the fields that matter in them.

ALTER TABLE topic ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE topic ADD COLUMN changed_at INTEGER;
CREATE INDEX topic_touched ON topic (COALESCE(changed_at, created_at));

-- remote_id: the other side's own name for it. news: what the other side was seen to hold where a change of ours still waits,
-- so that agreeing on it would let ours overwrite it unnoticed.
ALTER TABLE topic_agreed ADD COLUMN changed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE topic_agreed ADD COLUMN changed_at INTEGER;
ALTER TABLE topic_agreed ADD COLUMN remote_id TEXT NOT NULL DEFAULT '';
ALTER TABLE topic_agreed ADD COLUMN news TEXT NOT NULL DEFAULT '';
CREATE INDEX topic_agreed_there ON topic_agreed (deleted, id);

-- The topic's values when the operation was written down; empty in rows from before: then the topic's present ones.
ALTER TABLE outbox ADD COLUMN content TEXT NOT NULL DEFAULT '';

-- A field that both sides changed differently. This side's half is the topic's own value.
CREATE TABLE conflict (
    topic  BLOB NOT NULL REFERENCES topic (id),
    field  TEXT NOT NULL,
    since  INTEGER,
    base   TEXT NOT NULL,
    theirs TEXT NOT NULL,
    PRIMARY KEY (topic, field)
) WITHOUT ROWID;

-- How a conflict was decided, as long as that can be taken back.
CREATE TABLE decision (
    topic      BLOB NOT NULL REFERENCES topic (id),
    field      TEXT NOT NULL,
    choice     TEXT NOT NULL,
    decided_at INTEGER,
    decided_by TEXT NOT NULL,
    since      INTEGER,
    base       TEXT NOT NULL,
    ours       TEXT NOT NULL,
    theirs     TEXT NOT NULL,
    PRIMARY KEY (topic, field)
) WITHOUT ROWID;

-- A topic's history. number counts up within the topic, so that its lines lie together and in order.
CREATE TABLE topic_event (
    topic     BLOB NOT NULL REFERENCES topic (id),
    number    INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    who       TEXT NOT NULL,
    at        INTEGER,
    from_here INTEGER NOT NULL,
    field     TEXT NOT NULL,
    before    TEXT NOT NULL,
    after     TEXT NOT NULL,
    PRIMARY KEY (topic, number)
) WITHOUT ROWID;

INSERT INTO topic_event (topic, number, kind, who, at, from_here, field, before, after)
    SELECT id, 1, 'created', created_by, created_at, CASE WHEN origin = 'client' THEN 0 ELSE 1 END, 'title', '', ''
    FROM topic;
