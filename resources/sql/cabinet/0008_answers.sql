-- What the caller answered to the questions of the concern's form, as JSON: a list of [question, answer], only read and written as a whole.
ALTER TABLE draft ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';
ALTER TABLE note ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';
