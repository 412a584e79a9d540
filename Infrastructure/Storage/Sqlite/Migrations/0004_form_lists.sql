CREATE TABLE "form_lists" (
    "form_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "PK_form_lists" PRIMARY KEY ("form_id", "version", "name")
);
