-- Consultations: requests, which become the journal, and what was said about them for as long as it is needed.
CREATE TABLE consultations(
  id INTEGER NOT NULL CONSTRAINT PK_consultations PRIMARY KEY AUTOINCREMENT,
  person_id TEXT NULL,
  chat_id TEXT NULL,
  status INTEGER NOT NULL,
  way INTEGER NOT NULL,
  owner_id TEXT NULL,
  topic TEXT NOT NULL,
  sheet TEXT NULL,
  adviser TEXT NULL,
  rating INTEGER NULL,
  asked_at INTEGER NOT NULL,
  answer_by INTEGER NOT NULL,
  answered_at INTEGER NULL,
  closed_at INTEGER NULL
);
CREATE INDEX IX_consultations_person_id ON consultations(person_id);
CREATE INDEX IX_consultations_status ON consultations(status) WHERE status < 2;

CREATE TABLE consultation_lines(
  id INTEGER NOT NULL CONSTRAINT PK_consultation_lines PRIMARY KEY AUTOINCREMENT,
  consultation_id INTEGER NOT NULL,
  by_person INTEGER NOT NULL,
  text TEXT NULL,
  file_id TEXT NULL,
  at INTEGER NOT NULL,
  person_id TEXT NULL
);
CREATE INDEX IX_consultation_lines_consultation_id ON consultation_lines(consultation_id);
CREATE INDEX IX_consultation_lines_person_id ON consultation_lines(person_id);

CREATE TABLE canned_answers(
  id INTEGER NOT NULL CONSTRAINT PK_canned_answers PRIMARY KEY AUTOINCREMENT,
  texts TEXT NOT NULL,
  made_by TEXT NULL,
  at INTEGER NOT NULL
);
CREATE VIRTUAL TABLE canned_fts USING fts5(words, tokenize = 'unicode61');

CREATE TABLE advisers(
  chat_id TEXT NOT NULL CONSTRAINT PK_advisers PRIMARY KEY,
  name TEXT NOT NULL
);
