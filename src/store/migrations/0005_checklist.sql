-- The Lista de cotejo: what was written down of each row, which a row that was never asked for doesn't have.
CREATE TABLE checklist (
    id          INTEGER PRIMARY KEY,
    student_id  INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    requirement INTEGER NOT NULL CHECK (requirement BETWEEN 1 AND 11),
    delivered   INTEGER NOT NULL CHECK (delivered IN (0, 1)),
    -- the day on which it was handed in, or on which it was seen to be missing
    noted_on    TEXT NOT NULL CHECK (noted_on IS date(noted_on)),
    remark      TEXT CHECK (remark <> ''),
    noted_by    TEXT NOT NULL CHECK (noted_by <> ''),
    UNIQUE (student_id, requirement)
) STRICT;

-- The list is printed too. SQLite changes a CHECK only with the whole table.
CREATE TABLE prints_with_checklist (
    id         INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    document   TEXT NOT NULL CHECK (document IN ('resumen', 'cotejo')),
    folio      TEXT NOT NULL UNIQUE,
    seal       TEXT NOT NULL CHECK (length(seal) = 8),
    printed_at TEXT NOT NULL,
    printed_by TEXT NOT NULL CHECK (printed_by <> '')
) STRICT;
INSERT INTO prints_with_checklist SELECT id, student_id, document, folio, seal, printed_at, printed_by FROM prints;
DROP TABLE prints;
ALTER TABLE prints_with_checklist RENAME TO prints;
CREATE INDEX prints_of_student ON prints (student_id);
