-- Who of the staff said something about a request: in the staff group several may answer.
ALTER TABLE consultation_lines ADD COLUMN said_by TEXT NULL;
