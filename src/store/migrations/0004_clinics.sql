-- The clinics of IMSS that this office has met. The same number can exist in two delegaciones.
CREATE TABLE clinics (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    delegation TEXT NOT NULL CHECK (length(delegation) = 2),
    number     INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
    kind       TEXT NOT NULL CHECK (kind IN ('umf', 'hgz_umf', 'hgs_umf')),
    name       TEXT CHECK (name <> ''),
    city       TEXT CHECK (city <> ''),
    UNIQUE (delegation, number)
) STRICT;

-- What IMSS assigned to the student; all of it may be empty.
ALTER TABLE students ADD COLUMN clinic_id INTEGER REFERENCES clinics (id) ON DELETE RESTRICT;
ALTER TABLE students ADD COLUMN shift TEXT CHECK (shift <> '');
ALTER TABLE students ADD COLUMN room TEXT CHECK (length(room) BETWEEN 1 AND 3);
ALTER TABLE students ADD COLUMN agregado TEXT CHECK (length(agregado) = 8);
-- where it was read, and the document's date
ALTER TABLE students ADD COLUMN clinic_source TEXT CHECK (clinic_source <> '');
ALTER TABLE students ADD COLUMN clinic_on TEXT
    CHECK (clinic_on IS date(clinic_on) AND (clinic_on IS NULL) = (clinic_source IS NULL));
CREATE INDEX students_of_clinic ON students (clinic_id) WHERE clinic_id IS NOT NULL;
