//! A synthetic campus, so that the program can be tried, shown and measured without anybody's data.
//!
//! The same seed on the same day invents the same campus. Every rule of the register holds for it, and each state that
//! a record can have occurs: the numbers that are wrong are wrong as papers are.

mod closings;
mod dice;
mod insurance;
mod people;

use std::path::Path;

use super::{Clock, Desk, FirstRun, Refusal, preset};
use crate::domain::campus::Campus;
use crate::domain::settings::{Setting, Topic};
use crate::store::ActKind;
use closings::Past;
use dice::Dice;
use insurance::Calendar;
use people::Registrar;

/// How many students the demonstration has unless somebody asks for more.
pub const STUDENTS: usize = 3_000;
/// The most that it can have: the numbers that a school gives run out some time.
pub const MOST_STUDENTS: usize = 100_000;

/// A registro patronal that IMSS gives to nobody.
const FICTITIOUS_REGISTRO: &str = "Z99-00000-32-0";

/// A desk in memory with a synthetic campus on it.
///
/// # Errors
/// The file's faults.
pub fn in_memory(students: usize, seed: u64, clock: Clock) -> Result<Desk, Refusal> {
    let mut desk = Desk::in_memory(&first_run(), clock)?;
    desk.fill(students, seed)?;
    Ok(desk)
}

/// Creates a register with a synthetic campus in `folder`.
///
/// # Errors
/// As [`Desk::set_up`]: above all, there is a register already.
pub fn create(folder: &Path, students: usize, seed: u64, clock: Clock) -> Result<Desk, Refusal> {
    let mut desk = Desk::set_up(folder, &first_run(), clock)?;
    desk.fill(students, seed)?;
    Ok(desk)
}

fn first_run() -> FirstRun {
    let model = preset("minatitlan");
    let campus = Campus {
        preset: "otro".into(),
        name: "Plantel Ejemplo".into(),
        plantel_key: "EJEMPLO".into(),
        address: "Calle Ejemplo 1, Col. Muestra, Ciudad Ejemplo".into(),
        phone: "555 010 0000, ext. 1".into(),
        email: "escolares@plantel.example".into(),
        mail_domain: "plantel.example".into(),
        ..model
    };
    FirstRun {
        campus,
        clerk: "Lupita".into(),
    }
}

impl Desk {
    /// Invents students with their insurance, all in one act.
    fn fill(&mut self, students: usize, seed: u64) -> Result<(), Refusal> {
        let today = self.today();
        let mut dice = Dice::new(seed);
        let mut registrar = Registrar::new(&self.campus, today);
        let calendar = Calendar::around(today);
        let stamp = self.stamp();
        let (layout, office) = (self.layout_text()?, self.office().to_json());
        let past = Past::new(self.cuts.clone(), &layout, &office);
        self.store.transact(&stamp, ActKind::Demo, |tx| {
            let mut past = past;
            tx.put_setting(Setting::of(Topic::Registros).key, FICTITIOUS_REGISTRO)?;
            for _ in 0..students.min(MOST_STUDENTS) {
                let Some(newcomer) = registrar.invent(&mut dice) else {
                    break;
                };
                let student = tx.insert_student(&newcomer.particulars)?;
                let insurance = calendar.insurance(&mut dice, student, &newcomer);
                if insurance.prior_alta.is_some() {
                    tx.set_prior_alta(student, insurance.prior_alta)?;
                }
                for movement in &insurance.movements {
                    let id = tx.insert_known_movement(movement)?;
                    past.remember(id, student, &newcomer.particulars, movement);
                }
                for check in &insurance.checks {
                    tx.insert_check(student, check)?;
                }
            }
            past.close(tx, &calendar)
        })?;
        self.read_settings()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::movement::MovementState;
    use crate::domain::student::{CurpRecord, NssState, Standing};
    use crate::store::ListPage;

    fn clock(at: &str) -> Clock {
        Clock::fixed(at.parse().unwrap())
    }

    fn everybody(desk: &Desk) -> ListPage {
        desk.find_up_to("", MOST_STUDENTS).unwrap()
    }

    #[test]
    fn a_seed_on_a_day_is_always_the_same_campus() {
        let campus = |seed| everybody(&in_memory(50, seed, clock("2026-11-21T10:00:00")).unwrap()).rows;
        assert_eq!(campus(1), campus(1));
        assert_ne!(campus(1), campus(2));
    }

    #[test]
    fn nothing_is_wrong_with_it_on_any_day() {
        for at in [
            "2026-11-21T10:00:00",
            "2026-11-16T08:00:00",
            "2028-02-29T08:00:00",
            "2027-07-31T23:59:59",
        ] {
            let desk = in_memory(400, 3, clock(at)).unwrap();
            assert_eq!(desk.store().check().unwrap(), [], "{at}");
            assert_eq!(desk.count_students().unwrap(), 400);
            for row in everybody(&desk).rows {
                let record = desk.record(row.student.id).unwrap();
                let days = record
                    .movements
                    .iter()
                    .flat_map(|of| [Some(of.queued_on), of.sent_on, of.answered_on]);
                let days = days.flatten().chain(record.checks.iter().map(|check| check.on));
                assert!(
                    days.chain(record.student.prior_alta)
                        .all(|day| day <= desk.today()),
                    "{record:?}"
                );
            }
        }
    }

    #[test]
    fn every_state_occurs() {
        let desk = in_memory(STUDENTS, 1, clock("2026-11-21T10:00:00")).unwrap();
        let mut movements = BTreeSet::new();
        let mut nss = BTreeSet::new();
        let mut standings = BTreeSet::new();
        let (mut without_curp, mut doubtful_curp, mut provisional) = (0, 0, 0);
        for row in everybody(&desk).rows {
            let record = desk.record(row.student.id).unwrap();
            movements.extend(record.movements.iter().map(|of| of.state.code()));
            let particulars = record.student.particulars;
            nss.insert(particulars.nss.state().code());
            standings.insert(particulars.standing.code());
            without_curp += usize::from(particulars.curp == CurpRecord::None);
            doubtful_curp += usize::from(matches!(particulars.curp, CurpRecord::Doubtful { .. }));
            provisional += usize::from(particulars.identifier.as_str().starts_with('P'));
        }
        assert_eq!(movements.len(), MovementState::ALL.len(), "{movements:?}");
        assert_eq!(nss.len(), NssState::ALL.len(), "{nss:?}");
        assert_eq!(standings.len(), Standing::ALL.len(), "{standings:?}");
        assert!(without_curp > 20 && doubtful_curp > 20 && provisional > 10);
        assert!(desk.next_cut_count().unwrap().total() > 100);
    }

    #[test]
    fn the_registration_is_nobodys() {
        let desk = in_memory(1, 1, clock("2026-11-21T10:00:00")).unwrap();
        let registros: Vec<String> = desk
            .settings()
            .registros()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(registros, [FICTITIOUS_REGISTRO]);
        assert_eq!(desk.campus().email, "escolares@plantel.example");
    }
}
