-- Derived, and kept by `unanswered.rs`: whose last movement was sent or rejected and has no check since. It answers
-- «revisar vigencia», «se esperan hoy» and «rechazadas» without a walk through every movement. `since` is the later of
-- cut and sending, or the day of the rejection.
CREATE TABLE unanswered (
    student_id INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('esperada', 'rechazada')),
    since      TEXT NOT NULL
) STRICT;
CREATE INDEX unanswered_by_day ON unanswered (kind, since, student_id);

-- Few at any campus, and each is a list in the order of names.
CREATE INDEX students_without_nss ON students (sort_key, id)
    WHERE standing = 'inscrito' AND nss_state IN ('sin_nss', 'en_tramite') AND archived_on IS NULL;
CREATE INDEX students_to_confirm ON students (sort_key, id)
    WHERE (nss_state = 'por_confirmar' OR curp_state = 'por_confirmar') AND archived_on IS NULL;
CREATE INDEX students_archived ON students (sort_key, id) WHERE archived_on IS NOT NULL;

INSERT INTO unanswered
SELECT m.student_id,
       CASE m.state WHEN 'rechazada' THEN 'rechazada' ELSE 'esperada' END,
       CASE m.state WHEN 'rechazada' THEN m.answered_on ELSE max(m.cut, m.sent_on) END
FROM movements m
WHERE m.state IN ('enviada', 'aceptada', 'rechazada')
  AND NOT EXISTS (SELECT 1 FROM movements later
                  WHERE later.student_id = m.student_id AND later.id > m.id AND later.state <> 'cancelada')
  AND NOT EXISTS (SELECT 1 FROM checks c
                  WHERE c.student_id = m.student_id
                    AND c.checked_on > CASE m.state WHEN 'rechazada' THEN m.answered_on ELSE m.sent_on END)
  AND (SELECT archived_on IS NULL FROM students WHERE id = m.student_id);
