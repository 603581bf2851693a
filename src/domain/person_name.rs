//! person_name
