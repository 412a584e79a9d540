-- When an event was moved last: each move is told by itself, one back to the same day and place too.
ALTER TABLE events ADD COLUMN moved_at INTEGER NULL;

-- A grant project that is offered no more.
ALTER TABLE projects ADD COLUMN put_away INTEGER NOT NULL DEFAULT 0;
