-- Staff may choose other times for a survey than its event's.
ALTER TABLE surveys ADD COLUMN timed INTEGER NOT NULL DEFAULT 0;
