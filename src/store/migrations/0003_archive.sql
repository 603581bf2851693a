-- The day on which a record left the daily list. It stays whole, and it is never a baja: that is an IMSS movement.
ALTER TABLE students ADD COLUMN archived_on TEXT CHECK (archived_on IS date(archived_on));
