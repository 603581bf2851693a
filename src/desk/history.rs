//! Undo, redo, and who changed what.

use chrono::NaiveDateTime;
use serde_json::Value;

use super::{Desk, Refusal};
use crate::domain::case::{CaseKind, CaseOutcome, Told};
use crate::domain::checklist::Requirement;
use crate::domain::clinic::{ClinicSource, Seen};
use crate::domain::ids::{ClinicId, StudentId};
use crate::domain::movement::MovementKind;
use crate::domain::review::Cause;
use crate::store::{ActKind, ActSummary, Reader, RowChange, StoreError, Table, Undone};
use crate::words::case::kept;
use crate::words::{alike, checklist, clinic, control_number, cuts, import_undo, journal};

/// One act as the history of a student tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub clerk: String,
    /// What.
    pub kind: ActKind,
    /// For an undo or a redo: what it took back or repeated.
    pub of: Option<ActKind>,
    /// From what to what, for each column that changed.
    pub changes: Vec<FieldChange>,
    /// For an import, and what took one back or repeated it: what was imported.
    pub sheet: Option<String>,
    /// Where the clinic of the record was read, as the act left it.
    pub clinic_seen: Option<Seen>,
}

impl HistoryEntry {
    /// What was done, in one line: «Lupita corrigió NSS: de …0482 a …0428».
    pub fn line(&self) -> String {
        let after = |column: &str| {
            self.changes
                .iter()
                .find(|change| change.column == column)
                .map(|it| journal::value(column, &it.after))
        };
        match self.kind {
            ActKind::QueueAlta | ActKind::QueueBaja => {
                let cut = after("cut").unwrap_or_default();
                journal::queued(&self.clerk, self.kind, &cut, after("motive").as_deref())
            }
            ActKind::RecordCheck => journal::checked(
                &self.clerk,
                after("vigente").is_some_and(|vigente| vigente == "sí"),
                &after("source").unwrap_or_default(),
                &after("checked_on").unwrap_or_default(),
                &self.told_of(Table::Students),
            ),
            ActKind::PrintSummary | ActKind::PrintChecklist | ActKind::PrintClinicSteps => {
                journal::printed(&self.clerk, self.kind, &after("folio").unwrap_or_default())
            }
            ActKind::OpenCase | ActKind::NoteCase | ActKind::CloseCase => self.case_line(),
            ActKind::Checklist => self.checklist_line(),
            ActKind::AssignControlNumber => control_number::told(
                &self.clerk,
                &after("identifier").unwrap_or_default(),
                &after("former_folio").unwrap_or_default(),
            ),
            ActKind::MarkUrgent => {
                journal::marked_urgent(&self.clerk, after("urgent").is_some_and(|urgent| urgent == "sí"))
            }
            ActKind::CloseCut => {
                let causes = self.changes.iter().find(|it| it.column == "causes");
                let causes: Vec<Cause> = causes
                    .map(|it| it.after.split(' ').filter_map(Cause::from_code).collect())
                    .unwrap_or_default();
                cuts::history_closed(&self.clerk, after("to_cut").as_deref(), &causes)
            }
            ActKind::SendDispatch | ActKind::CorrectSending => {
                journal::did(&self.clerk, self.kind, after("sent_on").as_slice())
            }
            ActKind::Reconcile => cuts::history_answered(
                &self.clerk,
                &after("state").unwrap_or_default(),
                &after("answered_on").unwrap_or_default(),
                after("rejection").as_deref(),
            ),
            ActKind::Import => self.imported(after("cut").as_deref()),
            ActKind::UndoImport | ActKind::Undo | ActKind::Redo if self.sheet.is_some() => {
                // Whoever takes back the taking back brings the import back.
                let is_back = (self.kind == ActKind::Redo) != (self.of == Some(ActKind::UndoImport));
                let sheet = self.sheet.as_deref().unwrap_or_default();
                import_undo::history_undone(&self.clerk, sheet, is_back, &self.told_of(Table::Students))
            }
            ActKind::Undo | ActKind::Redo => {
                let of = self.of.unwrap_or(self.kind);
                journal::turned_back(&self.clerk, of, self.kind == ActKind::Redo)
            }
            ActKind::TellApart => {
                let others = self.changes.iter().filter(|change| change.column == "other_id");
                let others: Vec<String> = others.map(|change| change.after.clone()).collect();
                alike::history(&self.clerk, &others)
            }
            ActKind::Edit => journal::did(&self.clerk, self.kind, &self.told_changes()),
            ActKind::Assign => journal::did(&self.clerk, self.kind, &self.assigned()),
            _ => journal::did(&self.clerk, self.kind, &[]),
        }
    }

    /// What a sheet brought for this student.
    fn imported(&self, cut: Option<&str>) -> String {
        let written = |table, column| {
            self.changes
                .iter()
                .find(|it| it.table == table && it.column == column && it.before.is_empty())
                .map(|it| it.after.as_str())
        };
        let is_new = written(Table::Students, "identifier").is_some();
        let kind = written(Table::Movements, "kind").and_then(MovementKind::from_code);
        let changes = if is_new {
            Vec::new()
        } else {
            self.told_of(Table::Students)
        };
        import_undo::history(import_undo::Imported {
            clerk: &self.clerk,
            sheet: self.sheet.as_deref(),
            is_new,
            changes: &changes,
            queued: kind.zip(cut),
        })
    }

    /// The case that was opened or closed, or what was told to whom.
    fn case_line(&self) -> String {
        let after = |table, column: &str| {
            let mut changes = self.changes.iter();
            let found = changes.find(|change| change.table == table && change.column == column);
            found.map(|change| change.after.as_str())
        };
        let told = after(Table::CaseNotes, "told").and_then(Told::from_code);
        let outcome = after(Table::Cases, "outcome").and_then(CaseOutcome::from_code);
        let kind = after(Table::Cases, "cause").and_then(CaseKind::from_code);
        match (told, after(Table::CaseNotes, "note"), outcome, kind) {
            (Some(told), Some(note), ..) => kept::noted_line(&self.clerk, told, note),
            (.., Some(outcome), _) => kept::closed_line(&self.clerk, outcome),
            (.., Some(kind)) => kept::opened_line(&self.clerk, kind),
            _ => journal::did(&self.clerk, self.kind, &[]),
        }
    }

    /// What was written down of which rows of the Lista de cotejo.
    fn checklist_line(&self) -> String {
        let of = |column: &'static str| self.changes.iter().filter(move |change| change.column == column);
        let rows: Vec<Requirement> = of("requirement")
            .map(|change| {
                if change.after.is_empty() {
                    &change.before
                } else {
                    &change.after
                }
            })
            .filter_map(|number| Requirement::from_number(number.parse().ok()?))
            .collect();
        let after = |column| {
            of(column)
                .map(|change| change.after.as_str())
                .next()
                .unwrap_or_default()
        };
        let state = match (&rows[..], after("delivered")) {
            (_, "") => None,
            ([_], delivered) => Some(checklist::state(
                delivered == "1",
                &journal::value("noted_on", after("noted_on")),
                after("remark"),
            )),
            _ => Some(checklist::BY_THE_RECORD.to_owned()),
        };
        checklist::told(&self.clerk, &rows, state.as_deref())
    }

    /// What was assigned, and where that was read.
    fn assigned(&self) -> Vec<String> {
        let mut told = self.told_changes();
        if told.is_empty() {
            told.push(journal::CLINIC_AGAIN.to_owned());
        }
        told.extend(self.clinic_seen.map(clinic::seen));
        told
    }

    /// Each change in words; those that another one tells already are left out.
    pub fn told_changes(&self) -> Vec<String> {
        self.told(self.changes.iter())
    }

    fn told_of(&self, table: Table) -> Vec<String> {
        self.told(self.changes.iter().filter(|change| change.table == table))
    }

    fn told<'a>(&self, changes: impl Iterator<Item = &'a FieldChange>) -> Vec<String> {
        changes
            .filter_map(|change| {
                let label = journal::column(change.table.name(), &change.column)?;
                let value = |stored: &str| journal::value(&change.column, stored);
                Some(journal::changed(
                    label,
                    &value(&change.before),
                    &value(&change.after),
                ))
            })
            .collect()
    }
}

/// One column before and after an act; empty texts for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The table.
    pub table: Table,
    /// The column, by its name in the register.
    pub column: String,
    /// What stood there.
    pub before: String,
    /// What stands there since.
    pub after: String,
}

/// Columns that follow from others, or say nothing to anybody.
const DERIVED: [&str; 5] = ["id", "student_id", "sort_key", "search_words", "identifier_kind"];

impl Desk {
    /// Takes back the last act, whoever made it.
    ///
    /// # Errors
    /// [`Refusal::Undo`].
    pub fn undo(&mut self) -> Result<Undone, Refusal> {
        let stamp = self.stamp();
        let undone = self.store.undo(&stamp)?.value;
        self.read_settings()?;
        Ok(undone)
    }

    /// Repeats the act that was undone last.
    ///
    /// # Errors
    /// [`Refusal::Undo`].
    pub fn redo(&mut self) -> Result<Undone, Refusal> {
        let stamp = self.stamp();
        let redone = self.store.redo(&stamp)?.value;
        self.read_settings()?;
        Ok(redone)
    }

    /// What was done about a student, the newest first, and how many acts there are in all.
    ///
    /// # Errors
    /// The file's faults.
    pub fn history(&self, student: StudentId, limit: usize) -> Result<(Vec<HistoryEntry>, usize), Refusal> {
        let reader = self.store.reader();
        let mut entries: Vec<HistoryEntry> = reader
            .history(student, limit)?
            .into_iter()
            .map(|(act, changes)| told(act, &changes))
            .collect();
        name_clinics(reader, &mut entries)?;
        name_people(reader, &mut entries)?;
        Ok((entries, reader.history_length(student)?))
    }
}

fn told(act: ActSummary, changes: &[RowChange]) -> HistoryEntry {
    HistoryEntry {
        at: act.at,
        clerk: act.clerk,
        kind: act.kind,
        of: act.of,
        sheet: act.sheet,
        clinic_seen: changes.iter().find_map(clinic_seen),
        changes: changes.iter().flat_map(field_changes).collect(),
    }
}

/// One act as the history of its student tells it.
pub(super) fn entry_of(
    reader: Reader<'_>,
    act: ActSummary,
    changes: &[RowChange],
) -> Result<HistoryEntry, StoreError> {
    let mut entries = [told(act, changes)];
    name_clinics(reader, &mut entries)?;
    name_people(reader, &mut entries)?;
    let [entry] = entries;
    Ok(entry)
}

/// Where the clinic was read, as a change of the record left it.
fn clinic_seen(change: &RowChange) -> Option<Seen> {
    let after = change
        .after
        .as_ref()
        .filter(|_| change.table == Table::Students)?;
    let text = |column: &str| after.get(column)?.as_str();
    Some(Seen {
        source: ClinicSource::from_code(text("clinic_source")?)?,
        on: text("clinic_on")?.parse().ok()?,
    })
}

/// Writes the clinics' names where a change has the numbers of their rows.
fn name_clinics(reader: Reader<'_>, entries: &mut [HistoryEntry]) -> Result<(), StoreError> {
    let changes = entries.iter_mut().flat_map(|entry| &mut entry.changes);
    for change in changes.filter(|change| change.column == "clinic_id") {
        for stored in [&mut change.before, &mut change.after] {
            if let Ok(row) = stored.parse().map(ClinicId) {
                let found = reader.clinic_named(row)?;
                *stored = found.map_or_else(|| journal::SOME_CLINIC.to_owned(), |it| clinic::label(&it));
            }
        }
    }
    Ok(())
}

/// Writes who somebody was told apart from, where a change has the number of the record.
fn name_people(reader: Reader<'_>, entries: &mut [HistoryEntry]) -> Result<(), StoreError> {
    let changes = entries.iter_mut().flat_map(|entry| &mut entry.changes);
    for change in changes.filter(|change| change.table == Table::Distinct && change.column == "other_id") {
        for stored in [&mut change.before, &mut change.after] {
            if let Ok(row) = stored.parse().map(StudentId)
                && let Some(student) = reader.student(row)?
            {
                let of = &student.particulars;
                *stored = alike::person(&of.name.formal(), of.identifier.as_str());
            }
        }
    }
    Ok(())
}

/// The columns of a row that are not the same after as before.
fn field_changes(change: &RowChange) -> Vec<FieldChange> {
    let columns = change.after.as_ref().or(change.before.as_ref());
    let Some(columns) = columns else { return Vec::new() };
    let text = |row: &Option<serde_json::Map<String, Value>>, column: &str| match row
        .as_ref()
        .and_then(|row| row.get(column))
    {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    columns
        .keys()
        .filter(|column| !DERIVED.contains(&column.as_str()))
        .filter_map(|column| {
            let (before, after) = (text(&change.before, column), text(&change.after, column));
            // Of a row of the list each column is told, since the others say which row it is and how it stands.
            (before != after || change.table == Table::Checklist).then(|| FieldChange {
                table: change.table,
                column: column.clone(),
                before,
                after,
            })
        })
        .collect()
}
