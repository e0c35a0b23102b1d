-- Appointments: times that the client releases, who has them, and what the client's own calendars say.

-- calendar, entry, recurrence: where in the client's calendar the time stands; null = it was released here. divided = it is a part
-- of a longer time set free there. withdrawn = no longer released, but somebody has or had it.
ALTER TABLE slot ADD COLUMN concern TEXT NOT NULL DEFAULT '';
ALTER TABLE slot ADD COLUMN preparation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE slot ADD COLUMN follow_up INTEGER NOT NULL DEFAULT 0;
ALTER TABLE slot ADD COLUMN expires INTEGER;
ALTER TABLE slot ADD COLUMN on_behalf_of TEXT NOT NULL DEFAULT '';
ALTER TABLE slot ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE slot ADD COLUMN calendar INTEGER;
ALTER TABLE slot ADD COLUMN entry TEXT NOT NULL DEFAULT '';
ALTER TABLE slot ADD COLUMN recurrence TEXT NOT NULL DEFAULT '';
ALTER TABLE slot ADD COLUMN divided INTEGER NOT NULL DEFAULT 0;
ALTER TABLE slot ADD COLUMN taken_from INTEGER GENERATED ALWAYS AS (start - preparation * 60000) VIRTUAL;
ALTER TABLE slot ADD COLUMN taken_until INTEGER GENERATED ALWAYS AS (start + (minutes + follow_up) * 60000) VIRTUAL;
CREATE INDEX slot_entry ON slot (calendar, entry);
CREATE INDEX slot_kind ON slot (kind, calendar);

CREATE TABLE appointment_kind (
    name        TEXT NOT NULL PRIMARY KEY,
    minutes     INTEGER NOT NULL,
    preparation INTEGER NOT NULL,
    follow_up   INTEGER NOT NULL,
    person      BLOB,
    concern     TEXT NOT NULL
) WITHOUT ROWID;

-- A time that is kept for a caller while they make up their mind.
CREATE TABLE slot_hold (
    slot   BLOB NOT NULL PRIMARY KEY,
    call   BLOB NOT NULL UNIQUE,
    holder TEXT NOT NULL,
    until  INTEGER NOT NULL
) WITHOUT ROWID;

-- pending: what the client's calendar has yet to hear of, 'book' or 'cancel'. live = nobody else may have the time: this is what
-- keeps two seats from booking one time. The released time is copied, so that nothing that happens to it changes what was agreed.
CREATE TABLE booking (
    id          BLOB NOT NULL PRIMARY KEY,
    slot        BLOB NOT NULL REFERENCES slot (id),
    state       TEXT NOT NULL,
    pending     TEXT NOT NULL,
    live        INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('noted', 'confirmed') OR pending = 'cancel') STORED,
    start       INTEGER NOT NULL,
    minutes     INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    person      BLOB,
    released_by TEXT NOT NULL,
    concern     TEXT NOT NULL,
    preparation INTEGER NOT NULL,
    follow_up   INTEGER NOT NULL,
    expires     INTEGER,
    on_behalf_of TEXT NOT NULL,
    from_calendar INTEGER NOT NULL,
    taken_from  INTEGER NOT NULL GENERATED ALWAYS AS (start - preparation * 60000) STORED,
    taken_until INTEGER NOT NULL GENERATED ALWAYS AS (start + (minutes + follow_up) * 60000) STORED,
    call        BLOB,
    caller      BLOB,
    made_at     INTEGER NOT NULL,
    made_by     TEXT NOT NULL,
    changed_at  INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    replaces    BLOB,
    attempt     INTEGER NOT NULL,
    next_try    INTEGER,
    reported    INTEGER NOT NULL,
    name        TEXT NOT NULL,
    contact     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    problem     TEXT NOT NULL,
    remark      TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX booking_slot ON booking (slot) WHERE live = 1;
CREATE INDEX booking_any_slot ON booking (slot);
CREATE INDEX booking_taken ON booking (live, taken_from);
CREATE INDEX booking_start ON booking (start);
CREATE INDEX booking_state ON booking (state, reported);
CREATE INDEX booking_pending ON booking (pending, made_at);

CREATE TABLE calendar (
    id             INTEGER NOT NULL PRIMARY KEY,
    address        TEXT NOT NULL UNIQUE,
    role           TEXT NOT NULL,
    cursor         TEXT NOT NULL,
    expanded_until INTEGER,
    read_at        INTEGER
);

-- problem: why it could not be read; empty = it could.
CREATE TABLE calendar_entry (
    calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
    name     TEXT NOT NULL,
    problem  TEXT NOT NULL,
    PRIMARY KEY (calendar, name)
) WITHOUT ROWID;
CREATE INDEX calendar_entry_problem ON calendar_entry (problem);

-- Time that is taken, in pieces of a day at most, so that an overlap is found from the starts of one day. What for is nobody's
-- business here.
CREATE TABLE busy (
    start    INTEGER NOT NULL,
    calendar INTEGER NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
    entry    TEXT NOT NULL,
    until    INTEGER NOT NULL,
    PRIMARY KEY (start, calendar, entry, until)
) WITHOUT ROWID;
CREATE INDEX busy_entry ON busy (calendar, entry);

-- The released times that nothing stands against, but for the clock and a colleague's hold. A booking takes two days at most with
-- all that lies around it.
CREATE VIEW clear_slot AS
    SELECT s.start, s.id, s.minutes, s.kind, s.person, s.released_by, s.concern, s.preparation, s.follow_up, s.expires,
           s.on_behalf_of, s.calendar IS NOT NULL AS from_calendar
    FROM slot s
    WHERE s.withdrawn = 0
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.slot = s.id AND b.live = 1)
      AND NOT EXISTS (SELECT 1 FROM booking b
                      WHERE b.live = 1 AND b.taken_from > s.taken_from - 172800000 AND b.taken_from < s.taken_until
                        AND b.taken_until > s.taken_from AND (b.person IS NULL OR s.person IS NULL OR b.person = s.person))
      AND NOT EXISTS (SELECT 1 FROM busy y
                      WHERE y.start > s.taken_from - 86400000 AND y.start < s.taken_until AND y.until > s.taken_from);
