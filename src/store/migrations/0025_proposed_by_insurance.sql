-- A baja is proposed of who is enrolled too, where the newest check says that another registro covers him or her: the
-- derived list is made anew by the rule of `proposed_bajas.rs`.
DELETE FROM proposed_bajas;
INSERT INTO proposed_bajas
SELECT s.id AS student_id FROM students s
WHERE (s.standing <> 'inscrito' OR coalesce((SELECT c.vigente AND c.ours = 0 FROM checks c
                                                 WHERE c.student_id = s.id
                                                 ORDER BY c.checked_on DESC, c.id DESC LIMIT 1), 0))
      AND s.archived_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM movements m
                      WHERE m.student_id = s.id AND m.state IN ('en_cola', 'en_envio'))
      AND max(coalesce((SELECT max(CASE m.state WHEN 'aceptada' THEN m.answered_on ELSE m.sent_on END)
                        FROM movements m
                        WHERE m.student_id = s.id AND m.kind = 'alta' AND m.state IN ('enviada', 'aceptada')), ''),
              coalesce((SELECT max(c.checked_on) FROM checks c
                        WHERE c.student_id = s.id AND c.vigente AND c.ours = 1), ''),
              coalesce(s.prior_alta, ''))
          BETWEEN max('0',
                      coalesce((SELECT max(CASE m.state WHEN 'aceptada' THEN m.answered_on ELSE m.sent_on END)
                                FROM movements m
                                WHERE m.student_id = s.id AND m.kind = 'baja'
                                  AND m.state IN ('enviada', 'aceptada')), ''),
                      coalesce((SELECT max(c.checked_on) FROM checks c
                                WHERE c.student_id = s.id AND NOT c.vigente), ''))
          AND CASE s.standing WHEN 'inscrito'
                   THEN (SELECT max(c.checked_on) FROM checks c WHERE c.student_id = s.id)
                   ELSE '9999' END;
