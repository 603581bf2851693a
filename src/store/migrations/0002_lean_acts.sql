-- Saving an act writes as few pages as it can: at the window the clerk waits for the disk, not for this program.

-- One index a number instead of two. It finds every holder, and two of them may not both be without a written reason.
DROP INDEX one_holder_of_nss;
DROP INDEX one_holder_of_curp;
DROP INDEX every_holder_of_nss;
DROP INDEX every_holder_of_curp;
CREATE UNIQUE INDEX one_holder_of_nss ON students (nss, CASE WHEN nss_shared IS NULL THEN 0 ELSE id END)
    WHERE nss IS NOT NULL;
CREATE UNIQUE INDEX one_holder_of_curp ON students (curp, CASE WHEN curp_shared IS NULL THEN 0 ELSE id END)
    WHERE curp IS NOT NULL;

-- What can be undone is the newest act but for a few; only what can be redone has to be looked for.
DROP INDEX acts_by_state;
CREATE INDEX acts_undone ON acts (id) WHERE state = 'undone';

-- The changes of an act stand together, from this one to the first of the next act.
ALTER TABLE acts ADD COLUMN first_change INTEGER NOT NULL DEFAULT 0;
UPDATE acts SET first_change = coalesce((SELECT min(id) FROM changes WHERE act_id >= acts.id), 0);
DROP INDEX changes_of_act;

-- The full-text index follows: an act only notes whose words are due, and every so many acts they are entered at once.
-- `indexed` is what the index knows of that student, nothing of a new one. A search looks through those rows itself.
CREATE TABLE search_due (
    student_id INTEGER PRIMARY KEY,
    indexed    TEXT
) STRICT;
DROP TRIGGER student_search_insert;
DROP TRIGGER student_search_delete;
DROP TRIGGER student_search_update;
CREATE TRIGGER search_due_insert AFTER INSERT ON students BEGIN
    INSERT INTO search_due (student_id, indexed) VALUES (new.id, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_due_update AFTER UPDATE OF search_words ON students
WHEN old.search_words <> new.search_words BEGIN
    INSERT INTO search_due (student_id, indexed) VALUES (new.id, old.search_words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_due_delete AFTER DELETE ON students BEGIN
    INSERT INTO search_due (student_id, indexed) VALUES (old.id, old.search_words) ON CONFLICT DO NOTHING;
END;
