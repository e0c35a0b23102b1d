-- What both sides hold alike is kept once. agreed_revision: not null = the other side holds just these values, under this
-- revision and remote_id, and topic_agreed has no row of this topic.
ALTER TABLE topic ADD COLUMN agreed_revision TEXT;
ALTER TABLE topic ADD COLUMN remote_id TEXT NOT NULL DEFAULT '';

-- `here` or `there`: the topic's history begins with its creation on that side, as created_by and created_at tell; empty: with
-- its first line in topic_event.
ALTER TABLE topic ADD COLUMN begun TEXT NOT NULL DEFAULT '';

DROP INDEX topic_agreed_there;
