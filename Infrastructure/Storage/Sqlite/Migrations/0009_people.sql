-- Signed lists, imports of earlier registrations, people found to be one.
ALTER TABLE files ADD COLUMN kept_until INTEGER NULL;
ALTER TABLE people ADD COLUMN merged_into TEXT NULL;
CREATE INDEX IX_people_merged_into ON people(merged_into) WHERE merged_into IS NOT NULL;
ALTER TABLE registrations ADD COLUMN import_id TEXT NULL;
CREATE INDEX IX_registrations_import_id ON registrations(import_id) WHERE import_id IS NOT NULL;

CREATE TABLE signed_lists(
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  event_id TEXT NOT NULL,
  session TEXT NULL,
  signatures INTEGER NOT NULL,
  checked_in INTEGER NOT NULL,
  files TEXT NOT NULL,
  kept_until INTEGER NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX IX_signed_lists_event_id ON signed_lists(event_id);

CREATE TABLE imports(
  id TEXT NOT NULL PRIMARY KEY,
  event_id TEXT NOT NULL,
  basis INTEGER NOT NULL,
  place TEXT NOT NULL,
  people INTEGER NOT NULL,
  queued INTEGER NOT NULL,
  chat_id TEXT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER NULL
);

CREATE TABLE merges(
  number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  kept_id TEXT NOT NULL,
  gone_id TEXT NOT NULL,
  moved TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER NULL
);
CREATE UNIQUE INDEX IX_merges_id ON merges(id);
CREATE INDEX IX_merges_kept_id ON merges(kept_id);
CREATE INDEX IX_merges_gone_id ON merges(gone_id);

CREATE TABLE people_apart(
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  CONSTRAINT PK_people_apart PRIMARY KEY(first_id, second_id)
);
