-- The last change of an event that staff may take back for a minute.
ALTER TABLE events ADD COLUMN last_change TEXT NULL;
