-- Mails that told a student that the alta was accepted: one for each movement. The program sends none; it remembers that
-- somebody did.
CREATE TABLE notices (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    student_id  INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    movement_id INTEGER NOT NULL UNIQUE REFERENCES movements (id) ON DELETE RESTRICT,
    sent_at     TEXT NOT NULL,
    sent_by     TEXT NOT NULL CHECK (sent_by <> '')
) STRICT;
CREATE INDEX notices_of_student ON notices (student_id);
