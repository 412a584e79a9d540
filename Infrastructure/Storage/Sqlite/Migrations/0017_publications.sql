-- What was published about the project, and how many saw it as staff read it off last.
CREATE TABLE publications(
  id TEXT NOT NULL,
  event_id TEXT NULL,
  kind TEXT NOT NULL,
  outlet TEXT NOT NULL,
  link TEXT NULL,
  published TEXT NOT NULL,
  views INTEGER NULL,
  read_on TEXT NULL,
  CONSTRAINT PK_publications PRIMARY KEY(id)
);
