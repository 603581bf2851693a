-- Derived, and kept by `proposed_bajas.rs`: whose alta still counts though he or she is enrolled no more. A baja is
-- proposed for each of them; somebody has to say so.
CREATE TABLE proposed_bajas (
    student_id INTEGER PRIMARY KEY
) STRICT;

INSERT INTO proposed_bajas
SELECT s.id AS student_id FROM students s
WHERE s.standing <> 'inscrito' AND s.archived_on IS NULL
  AND NOT EXISTS (SELECT 1 FROM movements m
                  WHERE m.student_id = s.id AND m.state IN ('en_cola', 'en_envio'))
  AND max(coalesce((SELECT max(CASE m.state WHEN 'aceptada' THEN m.answered_on ELSE m.sent_on END)
                    FROM movements m
                    WHERE m.student_id = s.id AND m.kind = 'alta' AND m.state IN ('enviada', 'aceptada')), ''),
          coalesce((SELECT max(c.checked_on) FROM checks c
                    WHERE c.student_id = s.id AND c.vigente AND c.ours = 1), ''),
          coalesce(s.prior_alta, ''))
      >= max('0',
             coalesce((SELECT max(CASE m.state WHEN 'aceptada' THEN m.answered_on ELSE m.sent_on END)
                       FROM movements m
                       WHERE m.student_id = s.id AND m.kind = 'baja' AND m.state IN ('enviada', 'aceptada')), ''),
             coalesce((SELECT max(c.checked_on) FROM checks c
                       WHERE c.student_id = s.id AND NOT c.vigente), ''));
