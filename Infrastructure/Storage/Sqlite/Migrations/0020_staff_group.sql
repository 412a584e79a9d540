-- What was said about a request: in which message, and in which message the other side reads it.
ALTER TABLE consultation_lines ADD COLUMN unsaid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultation_lines ADD COLUMN said_in TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN said_id TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN shown_in TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN shown_id TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN file_shown_id TEXT NULL;
CREATE INDEX IX_consultation_lines_said_id ON consultation_lines(said_id) WHERE said_id IS NOT NULL;
CREATE INDEX IX_consultation_lines_shown_id ON consultation_lines(shown_id) WHERE shown_id IS NOT NULL;

-- The group where staff advise together, and where in it a request stands.
ALTER TABLE consultations ADD COLUMN desk_id TEXT NULL;
CREATE TABLE staff_groups(
  chat_id TEXT NOT NULL CONSTRAINT PK_staff_groups PRIMARY KEY,
  is_forum INTEGER NOT NULL,
  since INTEGER NOT NULL
);
CREATE TABLE group_cards(
  consultation_id INTEGER NOT NULL CONSTRAINT PK_group_cards PRIMARY KEY,
  topic_id TEXT NULL,
  message_id TEXT NULL
);
CREATE INDEX IX_group_cards_topic_id ON group_cards(topic_id) WHERE topic_id IS NOT NULL;
CREATE INDEX IX_group_cards_message_id ON group_cards(message_id) WHERE message_id IS NOT NULL;
