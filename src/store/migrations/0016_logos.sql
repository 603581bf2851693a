-- Pictures that the setting «papel.logo» names by their seal. Copies carry them with the rest.
CREATE TABLE logos (
    seal TEXT PRIMARY KEY CHECK (length(seal) = 16),
    png  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
