-- What counts read, in the order they read it: nothing is sorted and the wide rows stay untouched. It begins with the person and replaces that index.
DROP INDEX IX_registrations_person_id;
CREATE INDEX IX_registrations_counts ON registrations(person_id, registered_at, event_id, id, status, channel, gender, age, territory, occupation, disability, vulnerable, language, institution);
