CREATE TABLE "chat_addresses" (
    "channel" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    CONSTRAINT "PK_chat_addresses" PRIMARY KEY ("channel", "value")
);


CREATE TABLE "chats" (
    "id" TEXT NOT NULL CONSTRAINT "PK_chats" PRIMARY KEY,
    "channel" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "reachable" INTEGER NOT NULL,
    "last_heard_at" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL
);


CREATE TABLE "codes" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_codes" PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "made_by" TEXT NULL,
    "expires_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL
);


CREATE TABLE "consents" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_consents" PRIMARY KEY AUTOINCREMENT,
    "person_id" TEXT NOT NULL,
    "chat_id" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "by_guardian" INTEGER NOT NULL,
    "given_at" INTEGER NOT NULL,
    "withdrawn_at" INTEGER NULL
);


CREATE TABLE "due" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_due" PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL
);


CREATE TABLE "events" (
    "id" TEXT NOT NULL CONSTRAINT "PK_events" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "title_kk" TEXT NOT NULL,
    "title_ru" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "place_kk" TEXT NOT NULL,
    "place_ru" TEXT NOT NULL,
    "place_en" TEXT NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "closes_at" INTEGER NOT NULL,
    "min_age" INTEGER NULL,
    "max_age" INTEGER NULL,
    "capacity" INTEGER NULL,
    "taken" INTEGER NOT NULL,
    "form_id" TEXT NOT NULL,
    "asks_disability" INTEGER NOT NULL,
    "asks_vulnerable" INTEGER NOT NULL,
    "open" INTEGER NOT NULL
);


CREATE TABLE "facts" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_facts" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "chat_id" TEXT NULL,
    "person_id" TEXT NULL,
    "data" TEXT NOT NULL
);


CREATE TABLE "files" (
    "id" TEXT NOT NULL CONSTRAINT "PK_files" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "chat_id" TEXT NULL,
    "created_at" INTEGER NOT NULL
);


CREATE TABLE "inbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_inbox" PRIMARY KEY AUTOINCREMENT,
    "channel" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,
    "chat_key" TEXT NOT NULL,
    "ord" INTEGER NOT NULL,
    "payload" BLOB NULL,
    "received_at" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "error" TEXT NULL
);


CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "chat_id" TEXT NOT NULL,
    "payload" TEXT NULL,
    "language" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "bulk" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "sent_at" INTEGER NULL,
    "message_id" TEXT NULL,
    "receipt" INTEGER NOT NULL,
    "error" TEXT NULL
);


CREATE TABLE "people" (
    "id" TEXT NOT NULL CONSTRAINT "PK_people" PRIMARY KEY,
    "verified_phone" TEXT NULL,
    "answers" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "erased_at" INTEGER NULL
);


CREATE TABLE "registrations" (
    "id" TEXT NOT NULL CONSTRAINT "PK_registrations" PRIMARY KEY,
    "event_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "chat_id" TEXT NULL,
    "number" INTEGER NOT NULL,
    "status" INTEGER NOT NULL,
    "channel" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "form_id" TEXT NOT NULL,
    "form_version" TEXT NOT NULL,
    "registered_at" INTEGER NOT NULL,
    "surname" TEXT NULL,
    "given" TEXT NULL,
    "patronymic" TEXT NULL,
    "phone" TEXT NULL,
    "institution" TEXT NULL,
    "birth_date" TEXT NULL,
    "answers" TEXT NULL,
    "age" INTEGER NULL,
    "gender" TEXT NULL,
    "territory" TEXT NULL,
    "occupation" TEXT NULL,
    "disability" INTEGER NULL,
    "vulnerable" INTEGER NULL
);


CREATE TABLE "settings" (
    "key" TEXT NOT NULL CONSTRAINT "PK_settings" PRIMARY KEY,
    "value" TEXT NOT NULL
);


CREATE TABLE "staff" (
    "chat_id" TEXT NOT NULL CONSTRAINT "PK_staff" PRIMARY KEY,
    "role" TEXT NOT NULL,
    "invited_by" TEXT NULL,
    "since" INTEGER NOT NULL
);


CREATE TABLE "web_messages" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_web_messages" PRIMARY KEY AUTOINCREMENT,
    "chat_id" TEXT NOT NULL,
    "from_bot" INTEGER NOT NULL,
    "payload" TEXT NOT NULL,
    "at" INTEGER NOT NULL
);


CREATE INDEX "IX_chat_addresses_chat_id" ON "chat_addresses" ("chat_id");


CREATE INDEX "IX_chats_person_id" ON "chats" ("person_id");


CREATE INDEX "IX_consents_person_id" ON "consents" ("person_id");


CREATE INDEX "IX_due_due_at" ON "due" ("due_at");


CREATE UNIQUE INDEX "IX_due_kind_subject" ON "due" ("kind", "subject");


CREATE UNIQUE INDEX "IX_events_code" ON "events" ("code");


CREATE INDEX "IX_facts_chat_id" ON "facts" ("chat_id");


CREATE INDEX "IX_facts_person_id" ON "facts" ("person_id");


CREATE INDEX "IX_files_chat_id" ON "files" ("chat_id");


CREATE UNIQUE INDEX "IX_inbox_channel_external_id" ON "inbox" ("channel", "external_id");


CREATE INDEX "IX_outbox_chat_id" ON "outbox" ("chat_id");


CREATE INDEX "IX_outbox_due_at" ON "outbox" ("due_at") WHERE state = 0;


CREATE INDEX "IX_outbox_message_id" ON "outbox" ("message_id") WHERE message_id IS NOT NULL;


CREATE UNIQUE INDEX "IX_people_verified_phone" ON "people" ("verified_phone") WHERE verified_phone IS NOT NULL;


CREATE UNIQUE INDEX "IX_registrations_event_id_number" ON "registrations" ("event_id", "number");


CREATE UNIQUE INDEX "IX_registrations_event_id_person_id" ON "registrations" ("event_id", "person_id") WHERE status <> 3;


CREATE INDEX "IX_registrations_event_id_phone" ON "registrations" ("event_id", "phone");


CREATE INDEX "IX_registrations_person_id" ON "registrations" ("person_id");


CREATE INDEX "IX_web_messages_chat_id" ON "web_messages" ("chat_id");


