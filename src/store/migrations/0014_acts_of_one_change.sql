-- Most acts change one row. That change stands in the row of the act from now on, and is one page of the disk less;
-- an act that changes several rows keeps them in `changes`, as before.
ALTER TABLE acts ADD COLUMN table_name TEXT;
ALTER TABLE acts ADD COLUMN row_id INTEGER;
ALTER TABLE acts ADD COLUMN before TEXT CHECK (before IS NULL OR table_name IS NOT NULL);
ALTER TABLE acts ADD COLUMN after TEXT CHECK ((table_name IS NULL) = (before IS NULL AND after IS NULL));
-- By student, entered for many acts together: an index would be another page in every act.
CREATE TABLE acts_of_student (
    student_id INTEGER NOT NULL,
    act_id     INTEGER NOT NULL REFERENCES acts (id) ON DELETE RESTRICT,
    PRIMARY KEY (student_id, act_id)
) STRICT, WITHOUT ROWID;

-- Every change wherever it stands, in the order in which an act made them.
CREATE VIEW journal AS
    SELECT id AS act_id, 0 AS place, table_name, row_id, student AS student_id, before, after
    FROM acts WHERE table_name IS NOT NULL
    UNION ALL
    SELECT act_id, id, table_name, row_id, student_id, before, after FROM changes;
