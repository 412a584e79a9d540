-- The door: who came to which session, and the pages by which staff check people in.
CREATE TABLE attendance(
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  event_id TEXT NOT NULL,
  session TEXT NOT NULL,
  registration_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  how INTEGER NOT NULL,
  by_chat TEXT NULL,
  scan_id TEXT NULL
);
CREATE UNIQUE INDEX IX_attendance_registration_id_session ON attendance(registration_id, session);
CREATE INDEX IX_attendance_event_id_session ON attendance(event_id, session);

CREATE TABLE desk_sessions(
  hash TEXT NOT NULL PRIMARY KEY,
  chat_id TEXT NOT NULL,
  event_id TEXT NOT NULL,
  expires_at INTEGER NOT NULL
);
CREATE INDEX IX_desk_sessions_chat_id ON desk_sessions(chat_id);

-- A form that is being filled, whatever for: its answers are an object within the state of the dialog.
ALTER TABLE chats DROP COLUMN unfinished;
ALTER TABLE chats ADD COLUMN "unfinished" AS (CASE WHEN json_valid(state) THEN json_type(state, '$.dialog.form') IS 'object' OR json_extract(state, '$.unfinished') IS NOT NULL ELSE 0 END);
