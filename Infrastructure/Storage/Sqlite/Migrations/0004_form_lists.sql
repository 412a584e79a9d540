CREATE TABLE "form_lists" (
    "form_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "file_id" TEXT NOT NULL,
    CONSTRAINT "PK_form_lists" PRIMARY KEY ("form_id", "version", "name")
);


CREATE UNIQUE INDEX "IX_form_lists_file_id" ON "form_lists" ("file_id");


ALTER TABLE "form_versions" ADD COLUMN "deleted_at" INTEGER NULL;
