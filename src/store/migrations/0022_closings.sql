-- Cuts that were closed. The folio is the cut's for ever; a cut that is reopened keeps it, and its row.
CREATE TABLE closings (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    cut         TEXT NOT NULL UNIQUE CHECK (cut IS date(cut)),
    folio       TEXT NOT NULL UNIQUE CHECK (folio <> ''),
    state       TEXT NOT NULL CHECK (state IN ('cerrado', 'reabierto')),
    times       INTEGER NOT NULL CHECK (times >= 1),
    closed_at   TEXT NOT NULL,
    closed_by   TEXT NOT NULL CHECK (closed_by <> ''),
    -- the hash of its envíos, line by line
    seal        TEXT NOT NULL CHECK (length(seal) = 64),
    -- the layout that its files are written by, as text
    layout      TEXT NOT NULL,
    -- what its papers say of the office, as JSON: they come out the same however the settings change
    office      TEXT NOT NULL CHECK (json_valid(office)),
    reopened_at TEXT,
    reopened_by TEXT CHECK (reopened_by <> ''),
    reason      TEXT CHECK (reason <> ''),

    CHECK ((reopened_at IS NULL) = (reopened_by IS NULL) AND (reopened_at IS NULL) = (reason IS NULL)),
    CHECK (state = 'cerrado' OR reason IS NOT NULL)
) STRICT;

-- The envíos of a closed cut: one for each registro patronal and type.
CREATE TABLE dispatches (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    closing_id INTEGER NOT NULL REFERENCES closings (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('alta', 'baja')),
    -- what its sheets bear
    folio      TEXT NOT NULL UNIQUE CHECK (folio <> ''),
    registro   TEXT CHECK (length(registro) = 11),
    channel    TEXT CHECK (channel IN ('idse', 'dispmag', 'captura', 'papel', 'otro')),
    lote       TEXT CHECK (lote <> ''),
    sent_on    TEXT CHECK (sent_on IS date(sent_on)),

    CHECK ((channel IS NULL) = (sent_on IS NULL)),
    CHECK (lote IS NULL OR sent_on IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX one_dispatch_of_each ON dispatches (closing_id, kind, coalesce(registro, ''));

-- What an envío carries: a copy of each movement as it was at the closing. It never changes; a line goes only as long
-- as nothing of its cut was sent.
CREATE TABLE dispatch_lines (
    id             INTEGER PRIMARY KEY,
    dispatch_id    INTEGER NOT NULL REFERENCES dispatches (id) ON DELETE RESTRICT,
    number         INTEGER NOT NULL CHECK (number >= 1),
    movement_id    INTEGER NOT NULL UNIQUE REFERENCES movements (id) ON DELETE RESTRICT,
    student_id     INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    identifier     TEXT NOT NULL,
    nss            TEXT NOT NULL CHECK (length(nss) = 11),
    curp           TEXT CHECK (length(curp) = 18),
    given_names    TEXT NOT NULL,
    first_surname  TEXT,
    second_surname TEXT,
    imss_first     TEXT NOT NULL,
    imss_second    TEXT NOT NULL,
    imss_given     TEXT NOT NULL,
    career         TEXT,
    sex            TEXT,
    umf            TEXT,
    motive         TEXT,

    UNIQUE (dispatch_id, number)
) STRICT;
CREATE INDEX dispatch_lines_by_nss ON dispatch_lines (nss);
CREATE INDEX dispatch_lines_of_student ON dispatch_lines (student_id);
CREATE TRIGGER dispatch_lines_never_change BEFORE UPDATE ON dispatch_lines BEGIN
    SELECT raise(ABORT, 'a closed cut never changes');
END;
CREATE TRIGGER dispatch_lines_stay_once_sent BEFORE DELETE ON dispatch_lines
WHEN EXISTS (SELECT 1 FROM dispatches sent JOIN dispatches own ON own.closing_id = sent.closing_id
             WHERE own.id = old.dispatch_id AND sent.sent_on IS NOT NULL) BEGIN
    SELECT raise(ABORT, 'what was sent stays as it went');
END;

-- What of a closed cut left the program: its list on paper or as a workbook, its files, its letter.
CREATE TABLE dispatch_papers (
    id         INTEGER PRIMARY KEY,
    closing_id INTEGER NOT NULL REFERENCES closings (id) ON DELETE RESTRICT,
    paper      TEXT NOT NULL CHECK (paper IN ('relacion', 'libro', 'archivo', 'oficio')),
    kind       TEXT CHECK (kind IN ('alta', 'baja')),
    seal       TEXT NOT NULL CHECK (length(seal) = 64),
    made_at    TEXT NOT NULL,
    made_by    TEXT NOT NULL CHECK (made_by <> '')
) STRICT;
CREATE INDEX dispatch_papers_of_closing ON dispatch_papers (closing_id);

-- Movements that a closing left out: to which cut they went instead, and why, as the codes of the observations.
CREATE TABLE set_asides (
    id          INTEGER PRIMARY KEY,
    movement_id INTEGER NOT NULL REFERENCES movements (id) ON DELETE RESTRICT,
    student_id  INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    from_cut    TEXT NOT NULL CHECK (from_cut IS date(from_cut)),
    to_cut      TEXT NOT NULL CHECK (to_cut IS date(to_cut) AND to_cut > from_cut),
    causes      TEXT NOT NULL CHECK (causes <> '')
) STRICT;
CREATE INDEX set_asides_of_movement ON set_asides (movement_id);
CREATE INDEX set_asides_of_cut ON set_asides (from_cut);

-- A movement that corrects a rejected one remembers it; a rejection has a code beside its words, where it has one.
ALTER TABLE movements ADD COLUMN follows INTEGER REFERENCES movements (id);
ALTER TABLE movements ADD COLUMN rejection_code TEXT CHECK (rejection_code IS NULL OR rejection_code <> '' AND state = 'rechazada');
CREATE INDEX movements_that_follow ON movements (follows) WHERE follows IS NOT NULL;
