-- The provisional folio that a student had before the school gave a número de control: old sheets and papers carry it.
ALTER TABLE students ADD COLUMN former_folio TEXT CHECK (length(former_folio) = 9);
CREATE UNIQUE INDEX one_holder_of_folio ON students (former_folio) WHERE former_folio IS NOT NULL;
