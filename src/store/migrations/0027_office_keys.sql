-- The keys to which copies are sealed when they leave the PC; the newest is in force. Of the secret half nothing is kept but
-- a salted hash of its first letters, by which the sheet that it is printed on is known again. None is ever taken away: it
-- says with which sheet an older copy opens. The journal does not hear of them, since what was printed is not undone.
CREATE TABLE office_keys (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient  TEXT NOT NULL UNIQUE CHECK (recipient GLOB 'age1?*'),
    made_at    TEXT NOT NULL,
    made_by    TEXT NOT NULL CHECK (made_by <> ''),
    proof_salt TEXT NOT NULL CHECK (length(proof_salt) = 32),
    proof_hash TEXT NOT NULL CHECK (length(proof_hash) = 64),
    -- The file of the sheet, until somebody shows that the sheet is on paper.
    sheet_file TEXT,
    sheet_hash TEXT CHECK (length(sheet_hash) = 64),
    tested_at  TEXT,
    tested_by  TEXT,
    CHECK ((sheet_file IS NULL) = (sheet_hash IS NULL)),
    CHECK ((tested_at IS NULL) = (tested_by IS NULL))
) STRICT;

-- Each trial of a copy: restored apart, compared with its manifest, and worked with.
CREATE TABLE drills (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    at        TEXT NOT NULL,
    by        TEXT NOT NULL CHECK (by <> ''),
    copy_at   TEXT NOT NULL,
    students  INTEGER NOT NULL CHECK (students >= 0),
    movements INTEGER NOT NULL CHECK (movements >= 0),
    acts      INTEGER NOT NULL CHECK (acts >= 0),
    millis    INTEGER NOT NULL CHECK (millis >= 0),
    passed    INTEGER NOT NULL CHECK (passed IN (0, 1)),
    -- The newest sealed copy of the second place, as its hash tells.
    away      TEXT NOT NULL CHECK (away IN ('sin_lugar', 'ausente', 'sin_copias', 'integra', 'no_coincide')),
    away_at   TEXT
) STRICT;
CREATE INDEX drills_by_moment ON drills (at);
