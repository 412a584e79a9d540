-- Where an event's links are put up, and by which of them a registration came. Names of places, never of people.
CREATE TABLE event_sources(
  event_id TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  opened INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  CONSTRAINT PK_event_sources PRIMARY KEY(event_id, code)
);
ALTER TABLE registrations ADD COLUMN source TEXT NULL;
