-- Sheets that were imported, a row each: what came of the file, so that the same file or the same answer is known again.
CREATE TABLE imports (
    id        INTEGER PRIMARY KEY,
    -- the act that made it, which is what an undo replays, also after other acts
    act_id    INTEGER NOT NULL,
    -- file name and sheet; a pasted list has no sheet
    source    TEXT NOT NULL CHECK (source <> ''),
    sheet     TEXT,
    kind      TEXT NOT NULL CHECK (kind IN ('altas', 'bajas', 'inscritos')),
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    plan_seal TEXT NOT NULL CHECK (length(plan_seal) = 64),
    -- fingerprints of the rows that were saved or were here already, 16 hexadecimal digits each
    answers   TEXT NOT NULL CHECK (length(answers) % 16 = 0),
    row_count INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    changed   INTEGER NOT NULL,
    queued    INTEGER NOT NULL,
    made_at   TEXT NOT NULL,
    made_by   TEXT NOT NULL CHECK (made_by <> '')
) STRICT;
CREATE INDEX imports_by_hash ON imports (file_hash);

-- Not part of the journal: a sheet that was read and is being decided about. What was shown is found again by its seal.
CREATE TABLE import_plans (
    id        INTEGER PRIMARY KEY,
    source    TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    read_at   TEXT NOT NULL,
    read_by   TEXT NOT NULL,
    -- the rows as the file has them, and how its columns are understood
    body      TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- Apart from the rows, which are long and never change.
CREATE TABLE import_decisions (
    plan_id   INTEGER PRIMARY KEY REFERENCES import_plans (id) ON DELETE CASCADE,
    decisions TEXT NOT NULL CHECK (json_valid(decisions)),
    seal      TEXT NOT NULL,
    undecided INTEGER NOT NULL
) STRICT;

-- How the columns of a kind of sheet were understood last, by the heads that it has.
CREATE TABLE import_sources (
    heads   TEXT PRIMARY KEY,
    columns TEXT NOT NULL CHECK (json_valid(columns)),
    used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
