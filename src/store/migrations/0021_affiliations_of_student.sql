-- Else every record that is taken away looks through all that constancias ever told: an import of thousands would.
CREATE INDEX affiliations_of_student ON affiliations (student_id);
