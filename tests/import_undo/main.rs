//! Taking an import back: whoever was worked with since stays as is, everybody else becomes what he or she was.

#[path = "../day/mod.rs"]
mod day;

mod many;
mod who_stays;

use day::{Day, Hand, advance, at, constancia, juan, maria, person};
use rusqlite::Connection;
use ventanilla::desk::{Desk, Explain, Refusal, redone, undone};
use ventanilla::domain::clinic::{Assignment, Clinic, ClinicKey, Delegacion, Umf};
use ventanilla::domain::entry::Entry;
use ventanilla::domain::ids::{ImportId, StudentId};
use ventanilla::domain::movement::{Cancellation, MovementKind, MovementState};
use ventanilla::domain::period::Semester;
use ventanilla::store::{
    ActKind, ImportEntry, NewMovement, Paper, Print, Stamp, Store, StoreError, Tx, UndoRefusal,
};

/// What a row of the sheet brings.
enum Row {
    /// Somebody new, with an alta for the next cut.
    New(Entry),
    /// Somebody new, with a clinic of that number, which the catalogue may not have, and nothing queued.
    WithClinic(Entry, u16),
    /// A new telephone of somebody who is registered.
    Phone(StudentId, &'static str),
    /// An alta of somebody who is registered.
    Alta(StudentId),
}

fn stamp() -> Stamp {
    Stamp {
        at: at("2026-11-21 10:30"),
        clerk: "Lupita".into(),
    }
}

fn clinic(number: u16) -> ClinicKey {
    ClinicKey {
        delegacion: Delegacion::from_code("32").unwrap(),
        number: Umf::new(number).unwrap(),
    }
}

fn queue(tx: &Tx<'_>, student: StudentId) -> Result<(), StoreError> {
    tx.insert_movement(NewMovement {
        student,
        kind: MovementKind::Alta,
        cut: "2026-11-30".parse().unwrap(),
        motive: None,
        queued_on: at("2026-11-21 10:30").date(),
    })
    .map(drop)
}

fn insert(tx: &Tx<'_>, entry: &Entry) -> Result<StudentId, StoreError> {
    tx.insert_student(&entry.particulars(at("2026-11-21 10:30").date()).unwrap())
}

fn set_phone(tx: &Tx<'_>, student: StudentId, phone: &str) -> Result<(), StoreError> {
    let mut particulars = tx.reader().student(student)?.unwrap().particulars;
    particulars.phone = Some(phone.into());
    tx.update_student(student, &particulars)
}

/// Saves a sheet as the import does: one act, with its own row last. Tells whom it was about, in its order.
fn import(store: &mut Store, rows: &[Row]) -> (ImportId, Vec<StudentId>) {
    let done = store.transact(&stamp(), ActKind::Import, |tx| {
        let mut students = Vec::new();
        for row in rows {
            students.push(match row {
                Row::New(entry) => {
                    let student = insert(tx, entry)?;
                    queue(tx, student)?;
                    student
                }
                Row::WithClinic(entry, number) => {
                    let student = insert(tx, entry)?;
                    tx.clinic_row(&Clinic::new(clinic(*number)))?;
                    let assignment = Assignment {
                        clinic: Some(clinic(*number)),
                        ..Assignment::default()
                    };
                    tx.assign(student, &assignment)?;
                    student
                }
                Row::Phone(student, phone) => {
                    set_phone(tx, *student, phone)?;
                    *student
                }
                Row::Alta(student) => {
                    queue(tx, *student)?;
                    *student
                }
            });
        }
        let import = tx.insert_import(&ImportEntry {
            source: "Altas 2026.xlsx".into(),
            sheet: Some("Hoja1".into()),
            kind: "altas".into(),
            file_hash: "0".repeat(64),
            plan_seal: "0".repeat(64),
            answers: vec![7],
            rows: rows.len() as u64,
            added: 0,
            changed: 0,
            queued: 0,
            at: at("2026-11-21 10:30"),
            by: "Lupita".into(),
        })?;
        Ok::<_, StoreError>((import, students))
    });
    done.unwrap().value
}

/// A window whose register is a file, so that what nobody has a button for yet can be done to it.
struct Office(crate::day::Folder);

impl Office {
    fn open() -> Self {
        let folder = day::folder();
        let hand = Hand::at("2026-11-21 10:30");
        Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
        Self(folder)
    }

    fn desk(&self) -> Desk {
        Desk::open(self.0.path(), Hand::at("2026-11-21 12:00").clock()).unwrap()
    }

    fn import(&self, rows: &[Row]) -> (ImportId, Vec<StudentId>) {
        import(&mut Store::open(self.0.path()).unwrap(), rows)
    }

    /// Every table that the journal watches, row by row.
    fn tables(&self) -> Vec<String> {
        let conn = Connection::open(self.0.path().join("ventanilla.db")).unwrap();
        let mut found = Vec::new();
        for table in [
            "students",
            "movements",
            "checks",
            "prints",
            "rosters",
            "settings",
            "clinics",
            "affiliations",
            "checklist",
            "distinct_people",
            "imports",
            "unanswered",
            "evidence",
        ] {
            let mut rows = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let columns = rows.column_count();
            let each = rows.query_map([], |row| {
                (0..columns)
                    .map(|column| row.get::<_, rusqlite::types::Value>(column))
                    .collect::<Result<Vec<_>, _>>()
            });
            found.extend(each.unwrap().map(|row| format!("{table}: {:?}", row.unwrap())));
        }
        found
    }
}

fn ana() -> Entry {
    person("25230001", "Ana", "Luna", "Ríos")
}

fn luis() -> Entry {
    person("25230002", "Luis", "Peña", "")
}

fn lines(desk: &Desk, student: StudentId) -> Vec<String> {
    let (entries, _) = desk.history(student, 10).unwrap();
    entries.iter().map(|entry| entry.line()).collect()
}
