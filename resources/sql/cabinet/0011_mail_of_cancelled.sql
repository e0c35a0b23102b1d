-- What confirms a booking does not leave either once that is cancelled, or moved to another time; what was perhaps delivered stays
-- as it is, for it must be taken back.
DROP TRIGGER mail_of_booking;
CREATE TRIGGER mail_of_booking AFTER UPDATE OF state ON booking WHEN NEW.state <> OLD.state BEGIN
    UPDATE mail_recipient
    SET state = CASE NEW.state WHEN 'confirmed' THEN 'waiting' ELSE 'dismissed' END, since = NEW.changed_at, next_try = NEW.changed_at
    WHERE state = 'held' AND NEW.state <> 'noted' AND mail IN (SELECT id FROM mail WHERE booking = NEW.id);
    UPDATE mail_recipient
    SET state = 'dismissed', since = NEW.changed_at
    WHERE state = 'waiting' AND unclear = 0 AND NEW.state = 'cancelled'
      AND mail IN (SELECT id FROM mail WHERE booking = NEW.id AND cancelled = 0);
END;
