-- E-mail that this house sends. What a mail says never changes; how it fares stands with each of its recipients.
CREATE TABLE mail (
    id         BLOB NOT NULL PRIMARY KEY,
    reason     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    text       TEXT NOT NULL,
    reply_to   TEXT NOT NULL,
    call       BLOB,
    written_at INTEGER NOT NULL,
    written_by TEXT NOT NULL,
    -- The appointment that it carries; booking is null without one.
    booking    BLOB,
    event      BLOB,
    sequence   INTEGER NOT NULL DEFAULT 0,
    cancelled  INTEGER NOT NULL DEFAULT 0,
    start      INTEGER,
    minutes    INTEGER NOT NULL DEFAULT 0,
    summary    TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX mail_written ON mail (written_at);
CREATE INDEX mail_booking ON mail (booking) WHERE booking IS NOT NULL;

-- since: when a person last set it going; attempts and unclear count from there.
CREATE TABLE mail_recipient (
    mail     BLOB NOT NULL REFERENCES mail (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address  TEXT NOT NULL,
    name     TEXT NOT NULL,
    copy     INTEGER NOT NULL,
    state    TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    unclear  INTEGER NOT NULL,
    since    INTEGER NOT NULL,
    next_try INTEGER NOT NULL,
    answer   TEXT NOT NULL,
    PRIMARY KEY (mail, position)
) WITHOUT ROWID;
CREATE INDEX mail_recipient_state ON mail_recipient (state, next_try);

-- Finished notes that an address is to read of in the next digest.
CREATE TABLE digest_entry (
    note        BLOB NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    address     TEXT NOT NULL,
    name        TEXT NOT NULL,
    finished_at INTEGER NOT NULL,
    PRIMARY KEY (note, address)
) WITHOUT ROWID;
CREATE INDEX digest_entry_finished ON digest_entry (finished_at);

-- What tells of a booking leaves when that is binding, and never when it comes to nothing, whoever says so.
CREATE TRIGGER mail_of_booking AFTER UPDATE OF state ON booking WHEN NEW.state <> OLD.state BEGIN
    UPDATE mail_recipient
    SET state = CASE NEW.state WHEN 'confirmed' THEN 'waiting' ELSE 'dismissed' END, since = NEW.changed_at, next_try = NEW.changed_at
    WHERE state = 'held' AND NEW.state <> 'noted' AND mail IN (SELECT id FROM mail WHERE booking = NEW.id);
END;
