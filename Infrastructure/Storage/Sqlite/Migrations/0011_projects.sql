CREATE TABLE projects(
  code TEXT NOT NULL PRIMARY KEY,
  category_order TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL
);
