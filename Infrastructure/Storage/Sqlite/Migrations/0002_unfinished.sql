-- Whether a chat holds answers of a form nobody finished yet, read from its state wherever it is asked for.
ALTER TABLE "chats" ADD COLUMN "unfinished" AS (CASE WHEN json_valid(state) THEN json_extract(state, '$.dialog.is') IS 'form' OR json_extract(state, '$.dialog.is') IS 'answer' OR json_extract(state, '$.unfinished') IS NOT NULL ELSE 0 END);
