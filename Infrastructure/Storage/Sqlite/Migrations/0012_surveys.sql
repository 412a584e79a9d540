-- Surveys. Answers without a person stand in tables without row numbers, under random keys: their order tells nothing of when they came.
CREATE TABLE surveys(
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  form_id TEXT NOT NULL,
  form_version TEXT NOT NULL,
  event_id TEXT NULL,
  audience INTEGER NOT NULL,
  anonymous INTEGER NOT NULL,
  phase INTEGER NOT NULL,
  other TEXT NULL,
  tells_score INTEGER NOT NULL,
  automatic INTEGER NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  closed_at INTEGER NULL,
  reminded INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  counts TEXT NULL,
  "plan" TEXT NOT NULL,
  outcome TEXT NULL,
  made_by TEXT NULL
);
CREATE UNIQUE INDEX IX_surveys_code ON surveys(code);
CREATE INDEX IX_surveys_event_id ON surveys(event_id);

CREATE TABLE survey_invites(
  survey_id TEXT NOT NULL,
  who TEXT NOT NULL,
  person_id TEXT NULL,
  chat_id TEXT NULL,
  sent INTEGER NOT NULL,
  reminded INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  CONSTRAINT PK_survey_invites PRIMARY KEY(survey_id, who)
) WITHOUT ROWID;
CREATE INDEX IX_survey_invites_person_id ON survey_invites(person_id);
CREATE INDEX IX_survey_invites_chat_id ON survey_invites(chat_id);

CREATE TABLE survey_answers(
  "key" TEXT NOT NULL CONSTRAINT PK_survey_answers PRIMARY KEY,
  survey_id TEXT NOT NULL,
  sealed BLOB NULL,
  marks TEXT NULL,
  gender TEXT NULL,
  age TEXT NULL,
  category TEXT NULL,
  territory TEXT NULL,
  language TEXT NULL,
  channel TEXT NULL
) WITHOUT ROWID;
CREATE INDEX IX_survey_answers_survey_id ON survey_answers(survey_id);

CREATE TABLE survey_remarks(
  "key" TEXT NOT NULL CONSTRAINT PK_survey_remarks PRIMARY KEY,
  survey_id TEXT NOT NULL,
  question TEXT NOT NULL,
  text TEXT NOT NULL,
  may_quote INTEGER NULL
) WITHOUT ROWID;
CREATE INDEX IX_survey_remarks_survey_id ON survey_remarks(survey_id);

ALTER TABLE form_answers ADD COLUMN survey_id TEXT NULL;
ALTER TABLE form_answers ADD COLUMN score INTEGER NULL;
CREATE INDEX IX_form_answers_survey_id ON form_answers(survey_id) WHERE survey_id IS NOT NULL;
