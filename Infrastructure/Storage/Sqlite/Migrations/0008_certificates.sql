-- Certificates and diplomas, awards, templates of staff's own.
CREATE TABLE certificates(
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  event_id TEXT NOT NULL,
  serial INTEGER NOT NULL,
  registration_id TEXT NOT NULL,
  person_id TEXT NULL,
  kind INTEGER NOT NULL,
  award_id INTEGER NULL,
  rank INTEGER NULL,
  nomination TEXT NULL,
  language TEXT NOT NULL,
  file_id TEXT NULL,
  issued_at INTEGER NOT NULL,
  replaced_at INTEGER NULL,
  corrections INTEGER NOT NULL,
  sent_at INTEGER NULL,
  withdrawn_at INTEGER NULL
);
CREATE UNIQUE INDEX IX_certificates_number ON certificates(number);
CREATE UNIQUE INDEX IX_certificates_event_id_serial ON certificates(event_id, serial);
CREATE INDEX IX_certificates_registration_id ON certificates(registration_id);
CREATE INDEX IX_certificates_person_id ON certificates(person_id);

CREATE TABLE awards(
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  event_id TEXT NOT NULL,
  registration_id TEXT NULL,
  team_id TEXT NULL,
  rank INTEGER NULL,
  nomination TEXT NULL,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL
);
CREATE INDEX IX_awards_event_id ON awards(event_id);

CREATE TABLE certificate_templates(
  event_id TEXT NOT NULL,
  kind INTEGER NOT NULL,
  language TEXT NOT NULL,
  svg BLOB NOT NULL,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY(event_id, kind, language)
);
