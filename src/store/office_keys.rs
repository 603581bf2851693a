//! The keys that copies are sealed to, and the trials of copies. Neither is an act: a key that was printed can't be taken
//! back, and that a copy was tried changes nothing for anybody. Their tables say themselves who did it and when.

use chrono::NaiveDateTime;
use rusqlite::{OptionalExtension, Row, params};

use super::sealed::{OfficeKey, Recipient, SheetProof};
use super::{Reader, Stamp, Store, StoreError};
use crate::domain::drill::{AwayState, Drill};

/// A key of the office, as the register knows it: its public half, and what tells its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownKey {
    /// Its number.
    pub id: i64,
    /// What copies are sealed to.
    pub recipient: Recipient,
    /// When it was made, and by whom.
    pub made: Stamp,
    /// What tells its sheet.
    pub proof: SheetProof,
    /// The file of the sheet and its hash, as long as nobody has shown that it is on paper.
    pub sheet: Option<SheetFile>,
    /// When somebody last typed its first groups, and who.
    pub tested: Option<Stamp>,
}

/// A file with a sheet on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFile {
    /// Where it was written.
    pub path: String,
    /// SHA-256 of what was written, 64 hexadecimal digits.
    pub hash: String,
}

impl Store {
    /// Keeps what may be kept of a new key, which is in force from now on. `write` puts its sheet where it belongs before
    /// anything is kept: a key whose sheet was not written is none.
    ///
    /// # Errors
    /// Whatever `write` returns, or the file's faults; then the former key stays in force.
    pub fn keep_office_key<E: From<StoreError>>(
        &mut self,
        stamp: &Stamp,
        key: &OfficeKey,
        write: impl FnOnce() -> Result<SheetFile, E>,
    ) -> Result<SheetFile, E> {
        self.refuse_copy()?;
        let faults = |error: rusqlite::Error| E::from(StoreError::from(error));
        let tx = self.conn.transaction().map_err(faults)?;
        let salt: String = tx
            .query_row("SELECT lower(hex(randomblob(16)))", [], |row| row.get(0))
            .map_err(faults)?;
        let proof = key.proof(&salt);
        tx.execute(
            "INSERT INTO office_keys (recipient, made_at, made_by, proof_salt, proof_hash)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                key.recipient().to_string(),
                stamp.at,
                stamp.clerk,
                proof.salt,
                proof.hash
            ],
        )
        .map_err(faults)?;
        let id = tx.last_insert_rowid();
        let sheet = write()?;
        tx.execute(
            "UPDATE office_keys SET sheet_file = ?2, sheet_hash = ?3 WHERE id = ?1",
            params![id, sheet.path, sheet.hash],
        )
        .map_err(faults)?;
        tx.commit().map_err(faults)?;
        Ok(sheet)
    }

    /// Notes that the sheet of a key is on paper and at hand; where its file was is no longer kept.
    ///
    /// # Errors
    /// The file's faults.
    pub fn sheet_was_tested(&mut self, key: i64, stamp: &Stamp) -> Result<(), StoreError> {
        self.refuse_copy()?;
        self.conn.execute(
            "UPDATE office_keys SET tested_at = ?2, tested_by = ?3, sheet_file = NULL, sheet_hash = NULL WHERE id = ?1",
            params![key, stamp.at, stamp.clerk],
        )?;
        Ok(())
    }

    /// Notes how the trial of a copy ended.
    ///
    /// # Errors
    /// The file's faults.
    pub fn log_drill(&mut self, drill: &Drill) -> Result<(), StoreError> {
        self.refuse_copy()?;
        let away_at = match drill.away {
            AwayState::Whole(at) | AwayState::DoesNotMatch(at) => Some(at),
            AwayState::NoPlace | AwayState::Absent | AwayState::NoCopies => None,
        };
        self.conn.execute(
            "INSERT INTO drills (at, by, copy_at, students, movements, acts, millis, passed, away, away_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                drill.at,
                drill.by,
                drill.copy_at,
                drill.students as i64,
                drill.movements as i64,
                drill.acts as i64,
                drill.millis as i64,
                drill.passed,
                drill.away.code(),
                away_at
            ],
        )?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Every key of the office, the one in force first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn office_keys(self) -> Result<Vec<KnownKey>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, recipient, made_at, made_by, proof_salt, proof_hash, sheet_file, sheet_hash, tested_at, tested_by
             FROM office_keys ORDER BY id DESC",
        )?;
        let rows = statement.query_map([], |row| Ok(known_key(row)))?;
        rows.map(|row| row?).collect()
    }

    /// The key in force.
    ///
    /// # Errors
    /// The file's faults.
    pub fn office_key(self) -> Result<Option<KnownKey>, StoreError> {
        Ok(self.office_keys()?.into_iter().next())
    }

    /// The trials of copies, the newest first, at most `limit`.
    ///
    /// # Errors
    /// The file's faults.
    pub fn drills(self, limit: usize) -> Result<Vec<Drill>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT at, by, copy_at, students, movements, acts, millis, passed, away, away_at
             FROM drills ORDER BY at DESC, id DESC LIMIT ?1",
        )?;
        let rows = statement.query_map([limit as i64], |row| Ok(drill(row)))?;
        rows.map(|row| row?).collect()
    }

    /// The last trial of a copy.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_drill(self) -> Result<Option<Drill>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT at, by, copy_at, students, movements, acts, millis, passed, away, away_at
             FROM drills ORDER BY at DESC, id DESC LIMIT 1",
        )?;
        statement
            .query_row([], |row| Ok(drill(row)))
            .optional()?
            .transpose()
    }
}

fn known_key(row: &Row<'_>) -> Result<KnownKey, StoreError> {
    let text: String = row.get(1)?;
    let recipient = text.parse().map_err(|_| StoreError::Unreadable {
        column: "office_keys.recipient",
        value: text,
    })?;
    let stamp = |at: Option<NaiveDateTime>, clerk: Option<String>| {
        Some(Stamp {
            at: at?,
            clerk: clerk?,
        })
    };
    let sheet = |path: Option<String>, hash: Option<String>| {
        Some(SheetFile {
            path: path?,
            hash: hash?,
        })
    };
    Ok(KnownKey {
        id: row.get(0)?,
        recipient,
        made: Stamp {
            at: row.get(2)?,
            clerk: row.get(3)?,
        },
        proof: SheetProof {
            salt: row.get(4)?,
            hash: row.get(5)?,
        },
        sheet: sheet(row.get(6)?, row.get(7)?),
        tested: stamp(row.get(8)?, row.get(9)?),
    })
}

fn drill(row: &Row<'_>) -> Result<Drill, StoreError> {
    let code: String = row.get(8)?;
    let away = AwayState::from_code(&code, row.get(9)?).ok_or(StoreError::Unreadable {
        column: "drills.away",
        value: code,
    })?;
    let count = |column: usize| row.get::<_, i64>(column).map(|count| count as u64);
    Ok(Drill {
        at: row.get(0)?,
        by: row.get(1)?,
        copy_at: row.get(2)?,
        students: count(3)?,
        movements: count(4)?,
        acts: count(5)?,
        millis: count(6)?,
        passed: row.get(7)?,
        away,
    })
}
