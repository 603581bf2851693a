-- A list that leaves as a workbook bears a folio too; a text file has no place for one. SQLite changes a CHECK only with
-- the whole table.
CREATE TABLE rosters_with_workbooks (
    id         INTEGER PRIMARY KEY,
    medium     TEXT NOT NULL CHECK (medium IN ('papel', 'csv', 'xlsx')),
    list       TEXT NOT NULL CHECK (list <> ''),
    typed      TEXT NOT NULL,
    rows       INTEGER NOT NULL CHECK (rows >= 0),
    whole      INTEGER NOT NULL CHECK (whole IN (0, 1)),
    folio      TEXT UNIQUE,
    seal       TEXT CHECK (length(seal) = 8),
    made_at    TEXT NOT NULL,
    made_by    TEXT NOT NULL CHECK (made_by <> ''),

    CHECK ((medium = 'csv') = (folio IS NULL)),
    CHECK ((medium = 'papel') = (seal IS NOT NULL))
) STRICT;
INSERT INTO rosters_with_workbooks
    SELECT id, medium, list, typed, rows, whole, folio, seal, made_at, made_by FROM rosters;
DROP TABLE rosters;
ALTER TABLE rosters_with_workbooks RENAME TO rosters;
