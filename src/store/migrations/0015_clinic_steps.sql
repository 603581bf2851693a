-- The steps for a clinic are printed too. SQLite changes a CHECK only with the whole table.
CREATE TABLE prints_with_clinic_steps (
    id         INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    document   TEXT NOT NULL CHECK (document IN ('resumen', 'cotejo', 'pasos_umf')),
    folio      TEXT NOT NULL UNIQUE,
    seal       TEXT NOT NULL CHECK (length(seal) = 8),
    printed_at TEXT NOT NULL,
    printed_by TEXT NOT NULL CHECK (printed_by <> '')
) STRICT;
INSERT INTO prints_with_clinic_steps SELECT id, student_id, document, folio, seal, printed_at, printed_by FROM prints;
DROP TABLE prints;
ALTER TABLE prints_with_clinic_steps RENAME TO prints;
CREATE INDEX prints_of_student ON prints (student_id);
