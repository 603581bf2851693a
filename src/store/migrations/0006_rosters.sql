-- Every list that left the program: on paper, with the folio and seal that its sheets bear, or as a file. `list` and
-- `typed` say which list it was, so that the same one can be asked for again.
CREATE TABLE rosters (
    id         INTEGER PRIMARY KEY,
    medium     TEXT NOT NULL CHECK (medium IN ('papel', 'csv')),
    list       TEXT NOT NULL CHECK (list <> ''),
    typed      TEXT NOT NULL,
    rows       INTEGER NOT NULL CHECK (rows >= 0),
    whole      INTEGER NOT NULL CHECK (whole IN (0, 1)),
    folio      TEXT UNIQUE,
    seal       TEXT CHECK (length(seal) = 8),
    made_at    TEXT NOT NULL,
    made_by    TEXT NOT NULL CHECK (made_by <> ''),

    CHECK ((medium = 'papel') = (folio IS NOT NULL)),
    CHECK ((folio IS NULL) = (seal IS NULL))
) STRICT;
