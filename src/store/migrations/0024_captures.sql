-- Not part of the journal: how far the capture of an envío has come in IMSS' own page. Nothing refers to the envío by a
-- key, so that a cut that is reopened by mistake finds it again once that is undone; the number of an envío is never used
-- twice.
CREATE TABLE captures (
    dispatch_id INTEGER PRIMARY KEY,
    -- the row where it was left, and the field; no row past the last one, no field past the last one of the row
    line        INTEGER CHECK (line >= 1),
    field       TEXT CHECK (field IS NULL OR field <> '' AND line IS NOT NULL),
    at          TEXT NOT NULL,
    by          TEXT NOT NULL CHECK (by <> '')
) STRICT;

-- The rows that the page has taken.
CREATE TABLE captured_lines (
    dispatch_id INTEGER NOT NULL,
    number      INTEGER NOT NULL CHECK (number >= 1),
    at          TEXT NOT NULL,
    by          TEXT NOT NULL CHECK (by <> ''),
    PRIMARY KEY (dispatch_id, number)
) STRICT, WITHOUT ROWID;
