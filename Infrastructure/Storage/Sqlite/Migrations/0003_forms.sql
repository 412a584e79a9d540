CREATE TABLE "form_versions" (
    "form_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "workbook" BLOB NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "published_at" INTEGER NULL,
    CONSTRAINT "PK_form_versions" PRIMARY KEY ("form_id", "version")
);


CREATE TABLE "form_standings" (
    "form_id" TEXT NOT NULL CONSTRAINT "PK_form_standings" PRIMARY KEY,
    "published" TEXT NULL
);


CREATE TABLE "form_answers" (
    "id" TEXT NOT NULL CONSTRAINT "PK_form_answers" PRIMARY KEY,
    "form_id" TEXT NOT NULL,
    "form_version" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "channel" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "finished_at" INTEGER NOT NULL,
    "answers" TEXT NULL
);


CREATE INDEX "IX_form_answers_form_id" ON "form_answers" ("form_id");


CREATE INDEX "IX_form_answers_person_id" ON "form_answers" ("person_id");
