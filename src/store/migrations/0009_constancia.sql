-- What a constancia says beside the verdict: the clinic, a name or CURP that is not the record's, and its history.
ALTER TABLE checks ADD COLUMN clinic_id INTEGER REFERENCES clinics (id) ON DELETE RESTRICT;
ALTER TABLE checks ADD COLUMN shift TEXT CHECK (shift <> '');
ALTER TABLE checks ADD COLUMN room TEXT CHECK (length(room) BETWEEN 1 AND 3);
ALTER TABLE checks ADD COLUMN name_says TEXT CHECK (name_says <> '');
ALTER TABLE checks ADD COLUMN curp_says TEXT CHECK (curp_says <> '');

-- The institutions that affiliated the student, one row each, in the order of the document.
CREATE TABLE affiliations (
    id          INTEGER PRIMARY KEY,
    student_id  INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    check_id    INTEGER NOT NULL REFERENCES checks (id) ON DELETE RESTRICT,
    institution TEXT NOT NULL CHECK (institution <> ''),
    registro    TEXT CHECK (registro <> ''),
    since       TEXT CHECK (since IS date(since)),
    until       TEXT CHECK (until IS date(until)),
    ours        INTEGER CHECK (ours IN (0, 1)),
    CHECK (since IS NULL OR until IS NULL OR since <= until)
) STRICT;
CREATE INDEX affiliations_of_check ON affiliations (check_id, id);
