-- Seats and queues: quotas, the waitlist, offers, tickets, teams, series.
ALTER TABLE events ADD COLUMN ends_at INTEGER NULL;
ALTER TABLE events ADD COLUMN opens_at INTEGER NULL;
ALTER TABLE events ADD COLUMN replaces_until INTEGER NULL;
ALTER TABLE events ADD COLUMN territories TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN quotas TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN categories TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN sessions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE events ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN team_min INTEGER NULL;
ALTER TABLE events ADD COLUMN team_max INTEGER NULL;
ALTER TABLE events ADD COLUMN series TEXT NULL;
ALTER TABLE events ADD COLUMN stage INTEGER NOT NULL DEFAULT 1;
ALTER TABLE events ADD COLUMN territory TEXT NULL;
ALTER TABLE events ADD COLUMN project TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN offer_hours INTEGER NOT NULL DEFAULT 24;
ALTER TABLE events ADD COLUMN called_off TEXT NULL;

ALTER TABLE registrations ADD COLUMN queued INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registrations ADD COLUMN quota TEXT NULL;
ALTER TABLE registrations ADD COLUMN place_in_queue INTEGER NULL;
ALTER TABLE registrations ADD COLUMN offered_until INTEGER NULL;
ALTER TABLE registrations ADD COLUMN offers_missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registrations ADD COLUMN team_id TEXT NULL;
ALTER TABLE registrations ADD COLUMN member INTEGER NULL;
ALTER TABLE registrations ADD COLUMN ticket TEXT NULL;
ALTER TABLE registrations ADD COLUMN basis INTEGER NOT NULL DEFAULT 0;
ALTER TABLE registrations ADD COLUMN coming INTEGER NULL;
ALTER TABLE registrations ADD COLUMN no_reminders INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX IX_registrations_event_id_ticket ON registrations(event_id, ticket) WHERE ticket IS NOT NULL;
CREATE INDEX IX_registrations_event_id_place_in_queue ON registrations(event_id, place_in_queue) WHERE queued = 1;
CREATE INDEX IX_registrations_team_id ON registrations(team_id) WHERE team_id IS NOT NULL;

CREATE TABLE teams(
  id TEXT NOT NULL PRIMARY KEY,
  event_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  code TEXT NOT NULL,
  status INTEGER NOT NULL,
  seats INTEGER NOT NULL,
  queued INTEGER NOT NULL,
  quota TEXT NULL,
  place_in_queue INTEGER NULL,
  offered_until INTEGER NULL,
  offers_missed INTEGER NOT NULL,
  territory TEXT NULL,
  institution TEXT NULL,
  category TEXT NULL,
  coach TEXT NULL,
  coach_phone TEXT NULL,
  made_by TEXT NULL,
  person_id TEXT NULL,
  from_team TEXT NULL,
  confirm_by INTEGER NOT NULL,
  made_at INTEGER NOT NULL
);
CREATE INDEX IX_teams_event_id ON teams(event_id);
CREATE INDEX IX_teams_person_id ON teams(person_id);
CREATE UNIQUE INDEX IX_teams_code ON teams(code);
CREATE UNIQUE INDEX IX_teams_event_id_name_key ON teams(event_id, name_key) WHERE status <> 3;

CREATE TABLE team_members(
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  team_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  surname TEXT NULL,
  given TEXT NULL,
  phone TEXT NULL,
  captain INTEGER NOT NULL,
  registration_id TEXT NULL,
  named_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX IX_team_members_team_id_place ON team_members(team_id, place);
CREATE INDEX IX_team_members_phone ON team_members(phone) WHERE phone IS NOT NULL;
CREATE UNIQUE INDEX IX_team_members_registration_id ON team_members(registration_id) WHERE registration_id IS NOT NULL;

CREATE TABLE reviews(
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  event_id TEXT NOT NULL,
  person_id TEXT NULL,
  chat_id TEXT NULL,
  about INTEGER NOT NULL,
  detail TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  admitted INTEGER NULL,
  decided_at INTEGER NULL
);
CREATE INDEX IX_reviews_person_id ON reviews(person_id);
CREATE INDEX IX_reviews_event_id ON reviews(event_id);

ALTER TABLE due ADD COLUMN cursor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consents ADD COLUMN basis INTEGER NOT NULL DEFAULT 0;
