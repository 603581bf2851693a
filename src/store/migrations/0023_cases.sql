-- Cases of people who are not vigente: since when and why, what was told to whom, and how they ended.
CREATE TABLE cases (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    opened_at  TEXT NOT NULL,
    opened_by  TEXT NOT NULL CHECK (opened_by <> ''),
    -- what the cause was at that moment
    cause      TEXT NOT NULL
               CHECK (cause IN ('vigente', 'otro_seguro', 'en_camino', 'revisar', 'sin_movimiento', 'no_coincide')),
    closed_at  TEXT,
    closed_by  TEXT CHECK (closed_by <> ''),
    outcome    TEXT CHECK (outcome IN ('vigente', 'otro_seguro', 'otro')),

    CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX cases_of_student ON cases (student_id);
-- Nobody has two cases open at a time.
CREATE UNIQUE INDEX one_open_case ON cases (student_id) WHERE closed_at IS NULL;

CREATE TABLE case_notes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id    INTEGER NOT NULL REFERENCES cases (id) ON DELETE RESTRICT,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    noted_at   TEXT NOT NULL,
    noted_by   TEXT NOT NULL CHECK (noted_by <> ''),
    told       TEXT NOT NULL CHECK (told IN ('estudiante', 'hospital', 'familiar', 'imss', 'otro')),
    note       TEXT NOT NULL CHECK (note <> '')
) STRICT;
CREATE INDEX notes_of_case ON case_notes (case_id);
CREATE INDEX notes_of_student ON case_notes (student_id);
