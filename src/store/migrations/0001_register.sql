-- The register of one campus. Dates are ISO text; identifiers, NSS and CURP are text (leading zeros matter).
--
-- What the schema can't ensure, and `check.rs` does: that sort_key and search_words agree with the names,
-- that a right NSS or CURP passes its check digit, that a cut is a day 16 or the last day of its month.

CREATE TABLE students (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    identifier      TEXT NOT NULL UNIQUE CHECK (length(identifier) BETWEEN 4 AND 12),
    identifier_kind TEXT NOT NULL CHECK (identifier_kind IN ('control', 'provisional')),
    given_names     TEXT NOT NULL CHECK (given_names <> ''),
    first_surname   TEXT CHECK (first_surname <> ''),
    second_surname  TEXT CHECK (second_surname IS NULL OR second_surname <> '' AND first_surname IS NOT NULL),
    curp            TEXT CHECK (curp <> ''),
    curp_state      TEXT NOT NULL CHECK (curp_state IN ('sin_curp', 'por_confirmar', 'correcta')),
    curp_shared     TEXT CHECK (curp_shared IS NULL OR curp_shared <> '' AND curp_state = 'por_confirmar'),
    sex             TEXT CHECK (sex IN ('H', 'M', 'X')),
    birth_date      TEXT CHECK (birth_date IS date(birth_date)),
    birthplace      TEXT CHECK (length(birthplace) = 2),
    career          TEXT CHECK (career <> ''),
    semester        INTEGER CHECK (semester BETWEEN 1 AND 20),
    period          TEXT CHECK (period <> ''),
    standing        TEXT NOT NULL
                    CHECK (standing IN ('inscrito', 'no_inscrito', 'baja_temporal', 'baja_definitiva', 'egresado')),
    nss             TEXT CHECK (nss <> ''),
    nss_state       TEXT NOT NULL
                    CHECK (nss_state IN ('sin_nss', 'en_tramite', 'por_confirmar', 'capturado', 'confirmado')),
    -- since when it is en trámite, or the date of the constancia that confirms it
    nss_on          TEXT CHECK (nss_on IS date(nss_on)),
    nss_shared      TEXT CHECK (nss_shared IS NULL OR nss_shared <> '' AND nss_state = 'por_confirmar'),
    email           TEXT CHECK (email <> ''),
    phone           TEXT CHECK (phone <> ''),
    prior_alta      TEXT CHECK (prior_alta IS date(prior_alta)),
    -- derived from the above, for order and search
    sort_key        TEXT NOT NULL,
    search_words    TEXT NOT NULL,

    CHECK ((curp IS NULL) = (curp_state = 'sin_curp')),
    CHECK ((nss IS NULL) = (nss_state IN ('sin_nss', 'en_tramite'))),
    CHECK ((nss_on IS NOT NULL) = (nss_state IN ('en_tramite', 'confirmado')))
) STRICT;

-- Unique and permanent, unless somebody wrote down why two students share one.
CREATE UNIQUE INDEX one_holder_of_nss ON students (nss) WHERE nss IS NOT NULL AND nss_shared IS NULL;
CREATE UNIQUE INDEX one_holder_of_curp ON students (curp) WHERE curp IS NOT NULL AND curp_shared IS NULL;
CREATE INDEX every_holder_of_nss ON students (nss) WHERE nss IS NOT NULL;
CREATE INDEX every_holder_of_curp ON students (curp) WHERE curp IS NOT NULL;
-- Covers the walk in the order of names that a common search makes.
CREATE INDEX students_by_name ON students (sort_key, id, search_words);
CREATE INDEX students_by_career ON students (career) WHERE career IS NOT NULL;

-- Full text over search_words, which are folded already: lower case ASCII without accents. The prefixes of one and
-- two letters are for what is typed after another word: «hernandez m».
CREATE VIRTUAL TABLE student_search USING fts5 (
    search_words, content = 'students', content_rowid = 'id', tokenize = 'ascii', detail = 'none', prefix = '1 2 3 4'
);
CREATE TRIGGER student_search_insert AFTER INSERT ON students BEGIN
    INSERT INTO student_search (rowid, search_words) VALUES (new.id, new.search_words);
END;
CREATE TRIGGER student_search_delete AFTER DELETE ON students BEGIN
    INSERT INTO student_search (student_search, rowid, search_words) VALUES ('delete', old.id, old.search_words);
END;
CREATE TRIGGER student_search_update AFTER UPDATE OF search_words ON students
WHEN old.search_words <> new.search_words BEGIN
    INSERT INTO student_search (student_search, rowid, search_words) VALUES ('delete', old.id, old.search_words);
    INSERT INTO student_search (rowid, search_words) VALUES (new.id, new.search_words);
END;

CREATE TABLE movements (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    student_id   INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    kind         TEXT NOT NULL CHECK (kind IN ('alta', 'baja')),
    cut          TEXT NOT NULL CHECK (cut IS date(cut)),
    state        TEXT NOT NULL
                 CHECK (state IN ('en_cola', 'en_envio', 'enviada', 'aceptada', 'rechazada', 'cancelada')),
    urgent       INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
    motive       TEXT CHECK (motive IS NULL OR motive <> '' AND kind = 'baja'),
    queued_on    TEXT NOT NULL CHECK (queued_on IS date(queued_on)),
    sent_on      TEXT CHECK (sent_on IS date(sent_on)),
    answered_on  TEXT CHECK (answered_on IS date(answered_on)),
    rejection    TEXT CHECK (rejection <> ''),
    cancellation TEXT CHECK (cancellation IN ('retirada', 'deshecha')),

    CHECK ((sent_on IS NOT NULL) = (state IN ('enviada', 'aceptada', 'rechazada'))),
    CHECK ((answered_on IS NOT NULL) = (state IN ('aceptada', 'rechazada'))),
    CHECK (rejection IS NULL OR state = 'rechazada'),
    CHECK ((cancellation IS NOT NULL) = (state = 'cancelada'))
) STRICT;
CREATE INDEX movements_of_student ON movements (student_id, id);
CREATE INDEX movements_of_cut ON movements (cut, state);
-- Nobody has two movements open at a time.
CREATE UNIQUE INDEX one_open_movement ON movements (student_id) WHERE state IN ('en_cola', 'en_envio');

CREATE TABLE checks (
    id         INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    checked_on TEXT NOT NULL CHECK (checked_on IS date(checked_on)),
    vigente    INTEGER NOT NULL CHECK (vigente IN (0, 1)),
    source     TEXT NOT NULL CHECK (source IN ('constancia', 'ventanilla', 'llamada', 'acuse')),
    ours       INTEGER CHECK (ours IN (0, 1)),
    seen_by    TEXT NOT NULL CHECK (seen_by <> '')
) STRICT;
CREATE INDEX checks_of_student ON checks (student_id, checked_on);

-- Every sheet that was printed about a student, so that its folio finds it again.
CREATE TABLE prints (
    id         INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    document   TEXT NOT NULL CHECK (document IN ('resumen')),
    folio      TEXT NOT NULL UNIQUE,
    seal       TEXT NOT NULL CHECK (length(seal) = 8),
    printed_at TEXT NOT NULL,
    printed_by TEXT NOT NULL CHECK (printed_by <> '')
) STRICT;
CREATE INDEX prints_of_student ON prints (student_id);

CREATE TABLE settings (
    id    INTEGER PRIMARY KEY,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;

-- The journal: one row an act, one row a change. It is the history that people read and what undo replays.
CREATE TABLE acts (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    clerk   TEXT NOT NULL CHECK (clerk <> ''),
    kind    TEXT NOT NULL,
    -- whom it is about, when it is about one student
    student INTEGER,
    -- the act that an undo or redo took back or repeated
    target  INTEGER REFERENCES acts (id) ON DELETE RESTRICT,
    -- done; undone (redo may repeat it); passed (undo and redo no longer touch it)
    state   TEXT NOT NULL CHECK (state IN ('done', 'undone', 'passed'))
) STRICT;
CREATE INDEX acts_by_state ON acts (state, id);

CREATE TABLE changes (
    id         INTEGER PRIMARY KEY,
    act_id     INTEGER NOT NULL REFERENCES acts (id) ON DELETE RESTRICT,
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    student_id INTEGER,
    before     TEXT CHECK (before IS NULL OR json_valid(before)),
    after      TEXT CHECK (after IS NULL OR json_valid(after)),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX changes_of_act ON changes (act_id, id);
CREATE INDEX changes_of_student ON changes (student_id, act_id) WHERE student_id IS NOT NULL;

-- Not part of the journal: what a clerk was typing, and whose record was opened last.
CREATE TABLE drafts (
    form  TEXT NOT NULL,
    clerk TEXT NOT NULL,
    at    TEXT NOT NULL,
    body  TEXT NOT NULL CHECK (json_valid(body)),
    PRIMARY KEY (form, clerk)
) STRICT, WITHOUT ROWID;

CREATE TABLE recents (
    student_id INTEGER PRIMARY KEY REFERENCES students (id) ON DELETE CASCADE,
    opened     INTEGER NOT NULL
) STRICT;
CREATE INDEX recents_by_time ON recents (opened);
