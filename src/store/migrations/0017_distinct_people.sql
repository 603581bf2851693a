-- Pairs of people like each other whom somebody compared and told apart: a row for each of the two.
CREATE TABLE distinct_people (
    id         INTEGER PRIMARY KEY,
    student_id INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT,
    other_id   INTEGER NOT NULL REFERENCES students (id) ON DELETE RESTRICT CHECK (other_id <> student_id),
    told_on    TEXT NOT NULL CHECK (told_on IS date(told_on)),
    told_by    TEXT NOT NULL CHECK (told_by <> ''),
    UNIQUE (student_id, other_id)
) STRICT;
CREATE INDEX distinct_people_by_other ON distinct_people (other_id);
