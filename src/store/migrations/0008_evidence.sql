-- Derived, and kept by the triggers below: the newest check of each student, with what the lists «vencida» and «sin
-- clínica» ask about the record. They would walk through every check and every record otherwise.
CREATE TABLE evidence (
    student_id INTEGER PRIMARY KEY,
    checked_on TEXT NOT NULL,
    vigente    INTEGER NOT NULL,
    has_clinic INTEGER NOT NULL,
    archived   INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_by_day ON evidence (checked_on, student_id) WHERE vigente AND NOT archived;
CREATE INDEX evidence_without_clinic ON evidence (student_id) WHERE vigente AND NOT archived AND NOT has_clinic;

CREATE TRIGGER evidence_after_insert AFTER INSERT ON checks BEGIN
    INSERT INTO evidence (student_id, checked_on, vigente, has_clinic, archived)
    SELECT new.student_id, new.checked_on, new.vigente, s.clinic_id IS NOT NULL, s.archived_on IS NOT NULL
    FROM students s WHERE s.id = new.student_id
    ON CONFLICT (student_id) DO UPDATE SET checked_on = excluded.checked_on, vigente = excluded.vigente
    WHERE excluded.checked_on >= evidence.checked_on;
END;
CREATE TRIGGER evidence_after_delete AFTER DELETE ON checks BEGIN
    DELETE FROM evidence WHERE student_id = old.student_id;
    INSERT INTO evidence (student_id, checked_on, vigente, has_clinic, archived)
    SELECT c.student_id, c.checked_on, c.vigente, s.clinic_id IS NOT NULL, s.archived_on IS NOT NULL
    FROM checks c JOIN students s ON s.id = c.student_id
    WHERE c.student_id = old.student_id ORDER BY c.checked_on DESC, c.id DESC LIMIT 1;
END;
CREATE TRIGGER evidence_after_update AFTER UPDATE OF checked_on, vigente ON checks BEGIN
    DELETE FROM evidence WHERE student_id = old.student_id;
    INSERT INTO evidence (student_id, checked_on, vigente, has_clinic, archived)
    SELECT c.student_id, c.checked_on, c.vigente, s.clinic_id IS NOT NULL, s.archived_on IS NOT NULL
    FROM checks c JOIN students s ON s.id = c.student_id
    WHERE c.student_id = new.student_id ORDER BY c.checked_on DESC, c.id DESC LIMIT 1;
END;
CREATE TRIGGER evidence_of_record AFTER UPDATE OF clinic_id, archived_on ON students
WHEN (old.clinic_id IS NULL) <> (new.clinic_id IS NULL) OR (old.archived_on IS NULL) <> (new.archived_on IS NULL) BEGIN
    UPDATE evidence SET has_clinic = new.clinic_id IS NOT NULL, archived = new.archived_on IS NOT NULL
    WHERE student_id = new.id;
END;

INSERT INTO evidence (student_id, checked_on, vigente, has_clinic, archived)
SELECT c.student_id, c.checked_on, c.vigente, s.clinic_id IS NOT NULL, s.archived_on IS NOT NULL
FROM checks c JOIN students s ON s.id = c.student_id
WHERE NOT EXISTS (SELECT 1 FROM checks later WHERE later.student_id = c.student_id
                  AND (later.checked_on, later.id) > (c.checked_on, c.id));
