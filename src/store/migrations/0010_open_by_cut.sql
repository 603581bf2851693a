-- What waits for each cut, counted from the index alone.
CREATE INDEX movements_open ON movements (cut, state, kind, student_id) WHERE state IN ('en_cola', 'en_envio');
