-- What was said about a request: in which message, and in which message the other side reads it.
ALTER TABLE consultation_lines ADD COLUMN unsaid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consultation_lines ADD COLUMN said_in TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN said_id TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN shown_in TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN shown_id TEXT NULL;
ALTER TABLE consultation_lines ADD COLUMN file_shown_id TEXT NULL;
CREATE INDEX IX_consultation_lines_said_id ON consultation_lines(said_id) WHERE said_id IS NOT NULL;
CREATE INDEX IX_consultation_lines_shown_id ON consultation_lines(shown_id) WHERE shown_id IS NOT NULL;
