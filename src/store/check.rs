//! What `verificar` looks at: the file, the foreign keys, and what the schema can't ensure by itself.

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::students::search_words;
use super::{ActKind, Reader, Stamp, Store, StoreError, schema, search_index};
use crate::domain::campus::Campus;
use crate::domain::cutoff::CutCalendar;
use crate::domain::dispatch::ClosingState;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::settings::Settings;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// SQLite found the file damaged; its own words.
    Damaged(String),
    /// The file lacks a part of what this program keeps in it.
    Incomplete {
        /// Tables, indexes, triggers, views or columns, by name.
        parts: Vec<String>,
    },
    /// A row refers to one that is not there.
    Orphan {
        /// The table of the row.
        table: String,
    },
    /// A record can't be read.
    UnreadableStudent {
        /// Its row.
        id: StudentId,
        /// The column that can't be read.
        column: String,
    },
    /// The search index or the order of names doesn't agree with the records.
    StaleSearch {
        /// How many records it doesn't find rightly.
        records: u64,
    },
    /// What is derived of movements and checks, for lists, doesn't agree with them.
    StaleLists {
        /// How many students stand in the wrong list.
        students: u64,
    },
    /// A movement stands in a day that is not a cut, and never was while this register was kept.
    NotACut {
        /// The movement.
        movement: MovementId,
        /// The day.
        cut: NaiveDate,
    },
    /// A closed cut is not what was closed: its seal does not hold, or its movements are not where it says.
    BrokenCut {
        /// The folio of the cut.
        folio: String,
    },
    /// A draft belongs to a record that is not there.
    OrphanDraft {
        /// The form.
        form: String,
    },
    /// People are told apart from others who are not told apart from them.
    LopsidedPairs {
        /// How many rows lack the other one.
        rows: u64,
    },
    /// Only indexes are damaged: what they are made of is whole.
    BrokenIndexes {
        /// How many faults SQLite tells.
        faults: usize,
    },
    /// A copy has no manifest that can be read.
    NoManifest(PathBuf),
    /// A copy is shorter or longer than it was.
    TornCopy(PathBuf),
    /// The file can be read by other users of the computer.
    NotPrivate(PathBuf),
}

impl Store {
    /// Everything that is wrong with the register; nothing if all is well.
    ///
    /// # Errors
    /// The file's faults that keep it from being read at all.
    pub fn check(&self) -> Result<Vec<Finding>, StoreError> {
        let reader = self.reader();
        let mut findings = reader.check_file()?;
        if findings.is_empty() {
            findings.extend(reader.check_students()?);
            findings.extend(reader.check_movements()?);
            findings.extend(reader.check_cuts()?);
            findings.extend(reader.check_lists()?);
            findings.extend(reader.check_pairs()?);
            findings.extend(reader.check_drafts()?);
        }
        #[cfg(unix)]
        if let Some(path) = self.path() {
            use std::os::unix::fs::PermissionsExt;

            if std::fs::metadata(path)?.permissions().mode() & 0o077 != 0 {
                findings.push(Finding::NotPrivate(path.to_owned()));
            }
        }
        Ok(findings)
    }

    /// Puts right what can be put right without losing anything: indexes, the search and the order of names, the derived
    /// lists, orphan drafts, the rights of the file. Tells what was there to repair.
    ///
    /// # Errors
    /// The file's faults.
    pub fn repair(&mut self, stamp: &Stamp) -> Result<Vec<Finding>, StoreError> {
        self.refuse_copy()?;
        let mut repaired = self.repair_once(stamp)?;
        // With broken indexes nothing else can be looked at.
        if repaired
            .iter()
            .any(|finding| matches!(finding, Finding::BrokenIndexes { .. }))
        {
            repaired.extend(self.repair_once(stamp)?);
        }
        Ok(repaired)
    }

    fn repair_once(&mut self, stamp: &Stamp) -> Result<Vec<Finding>, StoreError> {
        let mut repaired = Vec::new();
        for finding in self.check()? {
            match &finding {
                Finding::BrokenIndexes { .. } => self.conn.execute_batch("REINDEX")?,
                Finding::StaleSearch { .. } => self.rebuild_search(stamp)?,
                Finding::StaleLists { .. } => {
                    self.rebuild_unanswered()?;
                    self.rebuild_proposed_bajas()?;
                    self.rebuild_evidence()?;
                }
                Finding::LopsidedPairs { .. } => {
                    self.transact(stamp, ActKind::Repair, |tx| tx.complete_pairs())?;
                }
                Finding::OrphanDraft { form } => {
                    self.conn.execute("DELETE FROM drafts WHERE form = ?1", [form])?;
                }
                #[cfg(unix)]
                Finding::NotPrivate(path) => {
                    use std::os::unix::fs::PermissionsExt;

                    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
                }
                _ => continue,
            }
            repaired.push(finding);
        }
        Ok(repaired)
    }

    /// Derives order and words of every record again, as an act of its own, and builds the search index anew.
    fn rebuild_search(&mut self, stamp: &Stamp) -> Result<(), StoreError> {
        self.transact(stamp, ActKind::Repair, |tx| {
            for id in tx.reader().all_students()? {
                if let Ok(Some(student)) = tx.reader().student(id) {
                    tx.update_student(id, &student.particulars)?;
                }
            }
            Ok::<_, StoreError>(())
        })?;
        search_index::rebuild(&self.conn)
    }
}

impl Reader<'_> {
    fn check_file(self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut integrity = self.conn.prepare("PRAGMA integrity_check")?;
        let mut rows = integrity.query([])?;
        let mut broken_indexes = 0;
        while let Some(row) = rows.next()? {
            let said: String = row.get(0)?;
            if is_of_an_index(&said) {
                broken_indexes += 1;
            } else if said != "ok" {
                findings.push(Finding::Damaged(said));
            }
        }
        if broken_indexes > 0 && findings.is_empty() {
            findings.push(Finding::BrokenIndexes {
                faults: broken_indexes,
            });
        }
        let parts = schema::missing(self.conn)?;
        if !parts.is_empty() {
            findings.push(Finding::Incomplete { parts });
        }
        let mut orphans = self.conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = orphans.query([])?;
        while let Some(row) = rows.next()? {
            findings.push(Finding::Orphan { table: row.get(0)? });
        }
        Ok(findings)
    }

    fn check_students(self) -> Result<Vec<Finding>, StoreError> {
        let mut findings = Vec::new();
        let mut stale = 0;
        let mut derived = self
            .conn
            .prepare("SELECT sort_key, search_words FROM students WHERE id = ?1")?;
        for id in self.all_students()? {
            match self.student(id) {
                Ok(Some(student)) => {
                    let stored: (String, String) =
                        derived.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
                    let particulars = &student.particulars;
                    let former = student.former_folio.as_ref().map(|folio| folio.as_str());
                    if stored != (particulars.name.sort_key(), search_words(particulars, former)) {
                        stale += 1;
                    }
                }
                Ok(None) => {}
                Err(StoreError::Unreadable { column, .. }) => {
                    findings.push(Finding::UnreadableStudent {
                        id,
                        column: column.to_owned(),
                    });
                }
                Err(other) => return Err(other),
            }
        }
        let sound = search_index::agrees(self.conn)?;
        if stale > 0 || !sound {
            findings.push(Finding::StaleSearch { records: stale });
        }
        Ok(findings)
    }

    fn check_lists(self) -> Result<Option<Finding>, StoreError> {
        let students = self.stale_unanswered()? + self.stale_evidence()? + self.stale_proposed_bajas()?;
        Ok((students > 0).then_some(Finding::StaleLists { students }))
    }

    fn check_pairs(self) -> Result<Option<Finding>, StoreError> {
        let rows = self.lopsided_pairs()?;
        Ok((rows > 0).then_some(Finding::LopsidedPairs { rows }))
    }

    fn check_movements(self) -> Result<Vec<Finding>, StoreError> {
        let now = calendar(&self.settings()?);
        let mut statement = self.conn.prepare("SELECT id, cut FROM movements")?;
        let mut rows = statement.query([])?;
        let mut elsewhere = Vec::new();
        while let Some(row) = rows.next()? {
            let cut: NaiveDate = row.get(1)?;
            if !now.is_cut(cut) {
                elsewhere.push((MovementId(row.get(0)?), cut));
            }
        }
        if elsewhere.is_empty() {
            return Ok(Vec::new());
        }
        // A movement keeps its cut when the office settles other days.
        let former = self.former_calendars()?;
        Ok(elsewhere
            .into_iter()
            .filter(|(_, cut)| !former.iter().any(|calendar| calendar.is_cut(*cut)))
            .map(|(movement, cut)| Finding::NotACut { movement, cut })
            .collect())
    }

    /// Closed cuts whose seal does not hold, and those whose lines and movements tell different things.
    fn check_cuts(self) -> Result<Vec<Finding>, StoreError> {
        let mut elsewhere = self.conn.prepare(
            "SELECT 1 FROM dispatches d JOIN dispatch_lines l ON l.dispatch_id = d.id
                 JOIN movements m ON m.id = l.movement_id JOIN closings c ON c.id = d.closing_id
             WHERE c.id = ?1 AND (m.cut <> c.cut OR m.kind <> d.kind OR m.sent_on IS NOT d.sent_on
                                  OR m.state IN ('en_cola', 'cancelada') OR c.state <> 'cerrado')",
        )?;
        let mut broken = Vec::new();
        for closing in self.closings()? {
            let holds = closing.state == ClosingState::Reopened || self.seal_holds(&closing)?;
            if !holds || elsewhere.exists([closing.id.0])? {
                broken.push(Finding::BrokenCut { folio: closing.folio });
            }
        }
        Ok(broken)
    }

    /// Every calendar of cuts that was ever in force, as the journal tells.
    fn former_calendars(self) -> Result<Vec<CutCalendar>, StoreError> {
        let mut statement = self.conn.prepare(
            "SELECT coalesce(after, before) ->> 'key', after ->> 'value' FROM journal
             WHERE table_name = 'settings' ORDER BY act_id, place",
        )?;
        let mut rows = statement.query([])?;
        let mut settings = BTreeMap::new();
        let mut calendars = vec![CutCalendar::default()];
        while let Some(row) = rows.next()? {
            let (key, value): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            match value {
                Some(value) => settings.insert(key, value),
                None => settings.remove(&key),
            };
            let calendar = calendar(&settings);
            if calendars.last() != Some(&calendar) {
                calendars.push(calendar);
            }
        }
        Ok(calendars)
    }

    fn check_drafts(self) -> Result<Vec<Finding>, StoreError> {
        let mut statement = self.conn.prepare(
            "SELECT form FROM drafts WHERE form LIKE 'ficha:%'
             AND CAST(substr(form, 7) AS INTEGER) NOT IN (SELECT id FROM students)",
        )?;
        let forms = statement
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        Ok(forms
            .into_iter()
            .map(|form| Finding::OrphanDraft { form })
            .collect())
    }

    fn all_students(self) -> Result<Vec<StudentId>, StoreError> {
        let mut statement = self.conn.prepare("SELECT id FROM students ORDER BY id")?;
        let ids = statement
            .query_map([], |row| Ok(StudentId(row.get(0)?)))?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }
}

/// The calendar of cuts that settings make, whatever the campus.
fn calendar(settings: &BTreeMap<String, String>) -> CutCalendar {
    Settings::read(settings, &BTreeMap::new(), Campus::default()).cut_calendar()
}

/// Whether SQLite says that a row and an index disagree. An index is made of its rows, and can be made anew.
fn is_of_an_index(said: &str) -> bool {
    said.starts_with("wrong # of entries in index")
        || said.starts_with("non-unique entry in index")
        || said.starts_with("row ") && said.contains(" missing from index ")
        || said.starts_with("row ") && said.contains(" values differ from index ")
}
