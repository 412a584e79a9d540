-- Messages of staff to many people, and who of them has been written to: each once, whatever crashes when.
CREATE TABLE broadcasts(
  id TEXT NOT NULL CONSTRAINT PK_broadcasts PRIMARY KEY,
  audience TEXT NOT NULL,
  content TEXT NOT NULL,
  status INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  ended_at INTEGER NULL,
  written INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  made_by TEXT NULL
);
CREATE TABLE broadcast_people(
  broadcast_id TEXT NOT NULL,
  place INTEGER NOT NULL,
  person_id TEXT NULL,
  chat_id TEXT NULL,
  channel INTEGER NULL,
  told INTEGER NOT NULL,
  result INTEGER NOT NULL,
  CONSTRAINT PK_broadcast_people PRIMARY KEY(broadcast_id, place)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IX_broadcast_people_broadcast_id_person_id ON broadcast_people(broadcast_id, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX IX_broadcast_people_broadcast_id_chat_id ON broadcast_people(broadcast_id, chat_id) WHERE chat_id IS NOT NULL;
CREATE INDEX IX_broadcast_people_person_id ON broadcast_people(person_id);
CREATE INDEX IX_broadcast_people_chat_id ON broadcast_people(chat_id);
