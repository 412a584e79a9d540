ALTER TABLE "files" ADD COLUMN "person_id" TEXT NULL;


CREATE INDEX "IX_files_person_id" ON "files" ("person_id");
