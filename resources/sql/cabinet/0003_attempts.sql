-- Whom the secretary tried to reach for a caller, one after the other: a JSON list, read and written as a whole.
ALTER TABLE call ADD COLUMN attempts TEXT NOT NULL DEFAULT '[]';
