-- When an event was moved last: each move is told by itself, one back to the same day and place too.
ALTER TABLE events ADD COLUMN moved_at INTEGER NULL;
