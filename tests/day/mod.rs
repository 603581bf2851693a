//! The vocabulary of a day at the desk: a test says what the clerk does, and no more.
#![allow(
    dead_code,
    unused_imports,
    reason = "each test file uses its own part of the vocabulary"
)]

mod proof;

use std::sync::{Arc, Mutex};

use chrono::NaiveDateTime;
use ventanilla::desk::{Clock, Desk, FirstRun, Record, preset};
use ventanilla::domain::entry::Entry;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{Movement, MovementState, Rejection};
use ventanilla::domain::student::{NssState, Standing};
use ventanilla::domain::vigencia::{Check, CheckSource};
use ventanilla::store::{ActKind, Stamp, Store};

pub use proof::{Folder, folder, prove};

/// «2026-11-21 10:30».
pub fn at(moment: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(moment, "%Y-%m-%d %H:%M").unwrap()
}

/// A clock that a test moves.
#[derive(Clone)]
pub struct Hand(Arc<Mutex<NaiveDateTime>>);

impl Hand {
    pub fn at(moment: &str) -> Self {
        Self(Arc::new(Mutex::new(at(moment))))
    }

    pub fn clock(&self) -> Clock {
        let hand = self.clone();
        Clock::from_fn(move || *hand.0.lock().unwrap())
    }

    pub fn move_to(&self, moment: &str) {
        *self.0.lock().unwrap() = at(moment);
    }
}

/// What the first run answers in these tests.
pub fn first_run() -> FirstRun {
    let mut campus = preset("minatitlan");
    campus.name = "Plantel Ejemplo".into();
    campus.email = "escolares@plantel.example".into();
    campus.phone = "000 000 0000, ext. 100".into();
    FirstRun {
        campus,
        clerk: "Lupita".into(),
    }
}

/// Saturday 21 November 2026, in memory.
pub fn desk() -> Desk {
    Desk::in_memory(&first_run(), Hand::at("2026-11-21 10:30").clock()).unwrap()
}

/// A person as a form would hold him or her; further fields by hand.
pub fn person(identifier: &str, given: &str, first: &str, second: &str) -> Entry {
    Entry {
        identifier: identifier.into(),
        given_names: given.into(),
        first_surname: first.into(),
        second_surname: second.into(),
        no_surnames: first.is_empty(),
        standing: Some(Standing::Enrolled),
        period: "AGO-DIC 2026".into(),
        ..Entry::default()
    }
}

/// María Fernanda de la Cruz Núñez, with everything in order.
pub fn maria() -> Entry {
    Entry {
        curp: "CUNF051130MPLRXRA2".into(),
        nss: "12180599990".into(),
        career: "Ingeniería Industrial".into(),
        semester: "3".into(),
        email: "maria@plantel.example".into(),
        ..person("25230457", "María Fernanda", "de la Cruz", "Núñez")
    }
}

/// Juan Pablo Hernández Muñoz, with everything in order.
pub fn juan() -> Entry {
    Entry {
        curp: "HEMJ040315HVZRXNA8".into(),
        nss: "03190412340".into(),
        career: "Ingeniería Química".into(),
        semester: "5".into(),
        ..person("24230318", "Juan Pablo", "Hernández", "Muñoz")
    }
}

/// What tests do at a desk that has no method of its own.
pub trait Day {
    fn enroll(&mut self, entry: &Entry) -> StudentId;
    fn of(&self, student: StudentId) -> Record;
    fn last_movement(&self, student: StudentId) -> Movement;
}

impl Day for Desk {
    fn enroll(&mut self, entry: &Entry) -> StudentId {
        let particulars = entry.particulars(self.today()).expect("the entry is complete");
        self.register(&particulars)
            .expect("nobody else is that person")
            .id
    }

    fn of(&self, student: StudentId) -> Record {
        self.record(student).unwrap()
    }

    fn last_movement(&self, student: StudentId) -> Movement {
        self.of(student)
            .movements
            .last()
            .expect("there is a movement")
            .clone()
    }
}

/// Confirmed by the constancia of that day.
pub fn confirmed(mut entry: Entry, on: &str) -> Entry {
    entry.nss_state = Some(NssState::Confirmed);
    entry.nss_on = on.into();
    entry
}

/// What a constancia of that day says, as Lupita read it.
pub fn constancia(on: &str, vigente: bool, ours: Option<bool>) -> Check {
    Check {
        on: on.parse().unwrap(),
        vigente,
        source: CheckSource::Constancia,
        ours,
        seen_by: "Lupita".into(),
    }
}

/// Takes the last movement of a student along its table, as the acts of later cuts will: `[(Sent, "2026-11-13")]`.
pub fn advance(store: &mut Store, student: StudentId, steps: &[(MovementState, &str)]) {
    let id = store.reader().movements_of(student).unwrap().last().unwrap().id;
    let stamp = Stamp {
        at: at("2026-11-18 09:05"),
        clerk: "Beto".into(),
    };
    let done = store.transact(&stamp, ActKind::Demo, |tx| {
        for (state, day) in steps {
            let rejection = (*state == MovementState::Rejected).then(|| rejection("el nombre no coincide"));
            tx.advance_movement(id, *state, day.parse().unwrap(), rejection.as_ref())?;
        }
        Ok::<_, ventanilla::store::StoreError>(())
    });
    let _ = done.unwrap();
}

/// A refusal of IMSS in these words, without a code.
pub fn rejection(cause: &str) -> Rejection {
    Rejection {
        code: None,
        cause: cause.into(),
    }
}

/// The 38 students whom the register knows before the sheet of the form for altas comes in.
pub fn form_registered() -> Vec<Entry> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/sheets/formulario-altas-2026.registrados.jsonl"
    );
    let file = std::fs::read_to_string(file).unwrap();
    let of_line = |line: &str| {
        let of: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| match &of[key] {
            serde_json::Value::Number(number) => number.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        let mut entry = person(
            &text("matricula"),
            &text("nombres"),
            &text("primer_apellido"),
            &text("segundo_apellido"),
        );
        entry.curp = text("curp");
        entry.nss = text("nss");
        entry.birth_date = text("nacimiento");
        entry.career = text("carrera");
        entry.semester = text("semestre");
        entry.email = text("correo");
        entry.phone = text("telefono");
        let sex = text("sexo").chars().next();
        entry.sex = sex.and_then(ventanilla::domain::sex::Sex::from_code);
        if !text("periodo").is_empty() {
            entry.period = text("periodo");
        }
        entry
    };
    file.lines().map(of_line).collect()
}
