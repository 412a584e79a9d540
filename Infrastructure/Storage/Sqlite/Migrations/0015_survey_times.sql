-- Staff may choose other times for a survey than its event's, and put it to a group of people.
ALTER TABLE surveys ADD COLUMN timed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE surveys ADD COLUMN asked_of TEXT NULL;
