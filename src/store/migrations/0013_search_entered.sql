-- A student's number only ever grows. So whoever has a higher one than the last that was entered into the full-text
-- index is due, and registering somebody needs no note of it: a page less in the act that the window waits for most.
CREATE TABLE search_entered (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    up_to INTEGER NOT NULL
) STRICT;
INSERT INTO search_entered VALUES (1, (SELECT coalesce(max(id), 0) FROM students));

DROP TRIGGER search_due_insert;
DROP TRIGGER search_due_update;
DROP TRIGGER search_due_delete;
-- Only a registration that is repeated after it was undone brings back a number from before.
CREATE TRIGGER search_due_insert AFTER INSERT ON students
WHEN new.id <= (SELECT up_to FROM search_entered) BEGIN
    INSERT INTO search_due (student_id, indexed) VALUES (new.id, NULL) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_due_update AFTER UPDATE OF search_words ON students
WHEN old.search_words <> new.search_words AND old.id <= (SELECT up_to FROM search_entered) BEGIN
    INSERT INTO search_due (student_id, indexed) VALUES (new.id, old.search_words) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER search_due_delete AFTER DELETE ON students
WHEN old.id <= (SELECT up_to FROM search_entered) BEGIN
    INSERT INTO search_due (student_id, indexed) VALUES (old.id, old.search_words) ON CONFLICT DO NOTHING;
END;
