//! Settings: text by key. What a key means, and what stands in for a value that can't be read, is the desk's.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Reader, Store, StoreError, Tx};

impl Store {
    /// Sets keys outside of any act; only those that the journal does not hear of, `apariencia.*`.
    ///
    /// # Errors
    /// The file's faults; then none is set.
    pub fn keep_settings(&mut self, settings: &[(&str, &str)]) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        for (key, value) in settings {
            put(&tx, key, value)?;
        }
        Ok(tx.commit()?)
    }
}

impl Tx<'_> {
    /// Sets a key.
    ///
    /// # Errors
    /// The file's faults.
    pub fn put_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        put(self.conn, key, value)
    }
}

fn put(conn: &Connection, key: &str, value: &str) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO settings (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )?
    .execute(params![key, value])?;
    Ok(())
}

impl Reader<'_> {
    /// The value of a key.
    ///
    /// # Errors
    /// The file's faults.
    pub fn setting(self, key: &str) -> Result<Option<String>, StoreError> {
        let value = self
            .conn
            .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?;
        Ok(value)
    }

    /// Every key with its value.
    ///
    /// # Errors
    /// The file's faults.
    pub fn settings(self) -> Result<BTreeMap<String, String>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT key, value FROM settings")?;
        let settings = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(settings)
    }
}
