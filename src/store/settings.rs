//! Settings: text by key, and who confirmed it. What a key means, and what stands in for a value that can't be read, is
//! the domain's.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::{Reader, Store, StoreError, Tx};
use crate::domain::movement::CurpRule;
use crate::domain::settings::{Confirmation, Setting, Topic};

impl Store {
    /// Sets keys outside of any act; only those that the journal does not hear of, `apariencia.*`.
    ///
    /// # Errors
    /// The file's faults; then none is set.
    pub fn keep_settings(&mut self, settings: &[(&str, &str)]) -> Result<(), StoreError> {
        // Nobody asked for it: a copy that is only looked at goes without.
        if self.copy_of.is_some() {
            return Ok(());
        }
        let tx = self.conn.transaction()?;
        for (key, value) in settings {
            put(&tx, key, value)?;
        }
        Ok(tx.commit()?)
    }
}

impl Tx<'_> {
    /// Sets a key. Who confirmed another value has not confirmed this one.
    ///
    /// # Errors
    /// The file's faults.
    pub fn put_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        put(self.conn, key, value)
    }

    /// Sets a key to a value that somebody confirms.
    ///
    /// # Errors
    /// The file's faults.
    pub fn confirm_setting(&self, key: &str, value: &str, by: &Confirmation) -> Result<(), StoreError> {
        self.conn
            .prepare_cached(
                "INSERT INTO settings (key, value, confirmed_on, confirmed_by) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value,
                 confirmed_on = excluded.confirmed_on, confirmed_by = excluded.confirmed_by",
            )?
            .execute(params![key, value, by.on, by.by])?;
        Ok(())
    }

    /// Takes away what a key says, so that its default is in force again.
    ///
    /// # Errors
    /// The file's faults.
    pub fn clear_setting(&self, key: &str) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("DELETE FROM settings WHERE key = ?1")?
            .execute([key])?;
        Ok(())
    }
}

fn put(conn: &Connection, key: &str, value: &str) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO settings (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE
         SET value = excluded.value, confirmed_on = NULL, confirmed_by = NULL
         WHERE value IS NOT excluded.value",
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

    /// Whether an alta needs a CURP at this office.
    ///
    /// # Errors
    /// The file's faults.
    pub fn curp_rule(self) -> Result<CurpRule, StoreError> {
        let stored = self.setting(Setting::of(Topic::CurpRule).key)?;
        let read = stored.and_then(|code| CurpRule::from_code(&code));
        Ok(read.unwrap_or_default())
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

    /// Who confirmed which key.
    ///
    /// # Errors
    /// The file's faults.
    pub fn confirmations(self) -> Result<BTreeMap<String, Confirmation>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT key, confirmed_on, confirmed_by FROM settings WHERE confirmed_on IS NOT NULL",
        )?;
        let confirmations = statement
            .query_map([], |row| {
                let confirmation = Confirmation {
                    on: row.get(1)?,
                    by: row.get(2)?,
                };
                Ok((row.get(0)?, confirmation))
            })?
            .collect::<Result<_, _>>()?;
        Ok(confirmations)
    }
}
