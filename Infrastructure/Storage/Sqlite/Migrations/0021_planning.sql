-- The last change of an event that staff may take back for a minute.
ALTER TABLE events ADD COLUMN last_change TEXT NULL;

-- Places where events are held.
CREATE TABLE venues(
  id TEXT NOT NULL,
  name_kk TEXT NOT NULL,
  name_ru TEXT NOT NULL,
  name_en TEXT NOT NULL,
  address TEXT NOT NULL,
  territory TEXT NOT NULL,
  fits INTEGER NULL,
  CONSTRAINT PK_venues PRIMARY KEY(id)
);
ALTER TABLE events ADD COLUMN venue_id TEXT NULL;

-- Judges and experts of events.
CREATE TABLE experts(
  event_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  role TEXT NOT NULL,
  full_name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  position TEXT NOT NULL,
  town TEXT NOT NULL,
  contact TEXT NOT NULL,
  basis INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  CONSTRAINT PK_experts PRIMARY KEY(event_id, person_id)
);
CREATE INDEX IX_experts_person_id ON experts(person_id);

-- What the contract of a grant project promises; a project known by its code only has no title.
ALTER TABLE projects ADD COLUMN title_kk TEXT NULL;
ALTER TABLE projects ADD COLUMN title_ru TEXT NULL;
ALTER TABLE projects ADD COLUMN title_en TEXT NULL;
ALTER TABLE projects ADD COLUMN contract TEXT NULL;
ALTER TABLE projects ADD COLUMN starts_on TEXT NULL;
ALTER TABLE projects ADD COLUMN ends_on TEXT NULL;
ALTER TABLE projects ADD COLUMN operator TEXT NULL;
ALTER TABLE projects ADD COLUMN plan_participants INTEGER NULL;
ALTER TABLE projects ADD COLUMN plan_events INTEGER NULL;
ALTER TABLE projects ADD COLUMN plan_consultations INTEGER NULL;
ALTER TABLE projects ADD COLUMN plan_satisfaction INTEGER NULL;
