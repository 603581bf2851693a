//! Over random acts of a year: each movement is in one cut and one envío at most, totals add up, a closed cut never
//! changes, and undo restores the register.

use std::collections::{BTreeMap, HashMap};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::date;
use crate::day::{Day, Hand, first_run, person, rejection};
use ventanilla::desk::{Answer, Desk, Outcome, Refusal};
use ventanilla::domain::dispatch::{Channel, ClosingState, Sending};
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{BajaMotive, MovementState};
use ventanilla::domain::nss::Nss;
use ventanilla::domain::settings::Topic;
use ventanilla::store::{ActKind, UndoRefusal};

/// Who stands at the window: surname and CURP.
const PEOPLE: [(&str, &str); 6] = [
    ("Ñandú", "DXGL041212HTCXRSA6"),
    ("Pérez", "CUNF051130MPLRXRA2"),
    ("Luna", "SAXL030809HPLNXSA9"),
    ("D'Acosta", "GUIA050131MOCMBNA6"),
    ("Ríos", "HEMJ040315HVZRXNA8"),
    ("Güemes", "PXDA040520MVZDMNA1"),
];

#[derive(Debug, Clone, Copy)]
enum Deed {
    /// So many days pass.
    Wait(u8),
    Alta(u8),
    Baja(u8),
    Cancel(u8),
    /// Somebody's NSS is taken away, or written down again.
    Nss(u8, bool),
    /// The cut that is due, or the one after.
    Close(bool),
    Reopen,
    Send,
    /// All accepted but for one.
    Answer(u8),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let who = 0..PEOPLE.len() as u8;
    let deed = prop_oneof![
        3 => (1..20u8).prop_map(Deed::Wait),
        5 => who.clone().prop_map(Deed::Alta),
        3 => who.clone().prop_map(Deed::Baja),
        1 => who.clone().prop_map(Deed::Cancel),
        2 => (who.clone(), any::<bool>()).prop_map(|(who, has)| Deed::Nss(who, has)),
        4 => any::<bool>().prop_map(Deed::Close),
        1 => Just(Deed::Reopen),
        3 => Just(Deed::Send),
        2 => who.prop_map(Deed::Answer),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ];
    prop::collection::vec(deed, 1..60)
}

/// An office with its people, none of whom has done anything.
struct Office {
    desk: Desk,
    hand: Hand,
    day: NaiveDate,
    people: Vec<StudentId>,
    /// What was closed, and the records that it would write: they may never change.
    files: HashMap<(String, u32), Vec<u8>>,
}

fn nss(who: u8) -> String {
    let ten = format!("{:010}", 1_219_059_000 + u64::from(who));
    (0..10)
        .map(|check| format!("{ten}{check}"))
        .find(|typed| Nss::parse(typed).is_ok())
        .unwrap()
}

impl Office {
    fn open() -> Self {
        let hand = Hand::at("2026-01-05 10:00");
        let mut desk = Desk::in_memory(&first_run(), hand.clock()).unwrap();
        desk.set(Topic::Registros, "Z99-00000-32-0").unwrap();
        let people = (0..)
            .zip(PEOPLE)
            .map(|(who, (surname, curp))| {
                let mut entry = person(&format!("2523000{who}"), "Ana", surname, "");
                entry.nss = nss(who);
                entry.curp = curp.into();
                let student = desk.enroll(&entry);
                desk.queue_alta(student).unwrap();
                student
            })
            .collect();
        Self {
            desk,
            hand,
            day: date("2026-01-05"),
            people,
            files: HashMap::new(),
        }
    }

    fn carry_out(&mut self, deed: Deed) -> Result<(), Refusal> {
        match deed {
            Deed::Wait(days) => {
                self.day = self.day.checked_add_days(Days::new(days.into())).unwrap();
                self.hand.move_to(&format!("{} 10:00", self.day));
            }
            Deed::Alta(who) => drop(self.desk.queue_alta(self.people[usize::from(who)])?),
            Deed::Baja(who) => {
                drop(
                    self.desk
                        .queue_baja(self.people[usize::from(who)], BajaMotive::OnRequest)?,
                );
            }
            Deed::Cancel(who) => drop(self.desk.cancel_queued(self.people[usize::from(who)])?),
            Deed::Nss(who, has) => {
                let student = self.people[usize::from(who)];
                let mut entry =
                    ventanilla::domain::entry::Entry::of(&self.desk.of(student).student.particulars);
                entry.nss = if has { nss(who) } else { String::new() };
                let particulars = entry.particulars(self.desk.today()).unwrap();
                self.desk.correct(student, &particulars)?;
            }
            Deed::Close(due) => {
                let cut = if due {
                    self.desk.cut_to_close()?
                } else {
                    self.desk.next_cut()
                };
                self.desk.close_cut(cut)?;
            }
            Deed::Reopen => {
                if let Some(closing) = self.desk.store().reader().closings()?.first() {
                    self.desk.reopen_cut(&closing.folio, "por probar")?;
                }
            }
            Deed::Send => {
                if let Some((envio, _)) = self.envios()?.into_iter().find(|(_, sent)| !sent) {
                    let sending = Sending {
                        channel: Channel::Paper,
                        lote: None,
                        on: self.day,
                    };
                    self.desk.send(envio, &sending)?;
                }
            }
            Deed::Answer(but) => self.answer(but)?,
            Deed::Undo => {
                // The people and the office stay.
                let next = self.desk.next_undo()?;
                if next.is_some_and(|act| !matches!(act.kind, ActKind::Register | ActKind::ChangeSetting)) {
                    self.desk.undo()?;
                }
            }
            Deed::Redo => drop(self.desk.redo()?),
        }
        Ok(())
    }

    fn envios(&self) -> Result<Vec<(ventanilla::domain::ids::DispatchId, bool)>, Refusal> {
        let reader = self.desk.store().reader();
        let mut found = Vec::new();
        for closing in reader.closings()? {
            let dispatches = reader.dispatches_of(closing.id)?;
            found.extend(dispatches.into_iter().map(|it| (it.id, it.sending.is_some())));
        }
        Ok(found)
    }

    /// Answers the first envío that waits: all accepted but the line of that place.
    fn answer(&mut self, but: u8) -> Result<(), Refusal> {
        let sent = self.envios()?.into_iter().filter(|(_, sent)| *sent);
        for (envio, _) in sent.collect::<Vec<_>>() {
            let mut answers = Vec::new();
            for line in self.desk.dispatch_lines(envio)? {
                let movement = self.desk.store().reader().movement(line.movement)?.unwrap();
                if movement.state == MovementState::Sent {
                    let outcome = if line.number == u32::from(but) + 1 {
                        Outcome::Rejected(rejection("no coincide"))
                    } else {
                        Outcome::Accepted
                    };
                    answers.push(Answer {
                        movement: line.movement,
                        outcome,
                    });
                }
            }
            if !answers.is_empty() {
                self.desk.record_answers(envio, &answers, self.day)?;
                return Ok(());
            }
        }
        Ok(())
    }

    /// What holds after every act.
    fn look_through(&mut self) {
        assert_eq!(self.desk.store().check().unwrap(), []);
        let reader = self.desk.store().reader();
        let mut carried = BTreeMap::new();
        let mut closings = Vec::new();
        for closing in reader.closings().unwrap() {
            let cut = self.desk.closed_cut(closing.cut).unwrap().unwrap();
            assert_eq!(
                cut.dispatches.is_empty(),
                closing.state == ClosingState::Reopened,
                "{closing:?}"
            );
            closings.push(cut);
        }
        for cut in &closings {
            if cut.closing.state == ClosingState::Reopened {
                continue;
            }
            assert!(reader.seal_holds(&cut.closing).unwrap(), "{cut:?}");
            let mut lines_of_cut = 0;
            for envio in &cut.dispatches {
                let lines = self.desk.dispatch_lines(envio.id).unwrap();
                assert_eq!(lines.len(), envio.lines as usize);
                lines_of_cut += lines.len();
                let mut answered = [0, 0];
                for line in &lines {
                    let movement = reader.movement(line.movement).unwrap().unwrap();
                    assert_eq!((movement.cut, movement.kind), (cut.closing.cut, envio.kind));
                    assert_eq!(movement.sent_on, envio.sending.as_ref().map(|it| it.on));
                    answered[0] += u32::from(movement.state == MovementState::Accepted);
                    answered[1] += u32::from(movement.state == MovementState::Rejected);
                    assert!(
                        carried.insert(line.movement, envio.id).is_none(),
                        "{movement:?} is in two envíos"
                    );
                }
                assert_eq!(answered, [envio.answers.accepted, envio.answers.rejected]);
                let file = self.desk.records(cut, envio).unwrap().bytes;
                let known = (
                    format!("{} {}", cut.closing.seal, envio.kind.code()),
                    cut.closing.times,
                );
                let first = self.files.entry(known).or_insert_with(|| file.clone());
                assert!(*first == file, "the file of {} changed", cut.closing.folio);
            }
            assert!(lines_of_cut > 0, "an empty cut is closed");
        }
        for student in &self.people {
            let movements = reader.movements_of(*student).unwrap();
            let open = movements.iter().filter(|movement| movement.state.is_open());
            assert!(open.count() <= 1);
            for movement in movements {
                let is_in_one = carried.contains_key(&movement.id);
                let must_be = !matches!(movement.state, MovementState::Queued | MovementState::Cancelled);
                assert_eq!(is_in_one, must_be, "{movement:?}");
                assert!(self.desk.cut_calendar().is_cut(movement.cut), "{movement:?}");
            }
        }
    }

    /// Every table that holds something about people and cuts, row by row.
    fn contents(&self) -> Vec<String> {
        let reader = self.desk.store().reader();
        let mut rows = Vec::new();
        for student in &self.people {
            rows.push(format!("{:?}", reader.student(*student).unwrap()));
            let movements = reader.movements_of(*student).unwrap();
            // What was queued and undone stays, as cancelled.
            let standing = movements
                .iter()
                .filter(|it| it.cancellation != Some(ventanilla::domain::movement::Cancellation::Undone));
            rows.extend(standing.map(|it| format!("{it:?}")));
        }
        for closing in reader.closings().unwrap() {
            let cut = self.desk.closed_cut(closing.cut).unwrap().unwrap();
            for envio in &cut.dispatches {
                rows.push(format!("{:?}", self.desk.dispatch_lines(envio.id).unwrap()));
            }
            rows.push(format!("{cut:?}"));
            rows.push(format!("{:?}", reader.set_asides_of(closing.cut).unwrap()));
        }
        rows
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_year_of_acts_keeps_every_movement_in_one_cut(deeds in deeds()) {
        let mut office = Office::open();
        for deed in deeds {
            // A refusal is one of the things that can happen; nothing was changed then.
            let before = office.contents();
            let refused = office.carry_out(deed).err();
            match refused {
                None => {}
                Some(Refusal::Store(fault)) => panic!("{deed:?}: {fault}"),
                Some(Refusal::Undo(UndoRefusal::Store(fault))) => panic!("{deed:?}: {fault}"),
                Some(_) => prop_assert_eq!(office.contents(), before),
            }
            office.look_through();
        }
    }

    #[test]
    fn each_act_is_undone_and_redone_as_it_was(deeds in deeds()) {
        let mut office = Office::open();
        for deed in deeds {
            if matches!(deed, Deed::Undo | Deed::Redo | Deed::Wait(_)) {
                let _ = office.carry_out(deed);
                continue;
            }
            let before = office.contents();
            let act = office.desk.next_undo().unwrap().map(|act| act.id);
            let _ = office.carry_out(deed);
            let done = office.desk.next_undo().unwrap();
            if done.as_ref().map(|act| act.id) == act || done.is_some_and(|act| act.kind.went_out()) {
                continue;
            }
            let after = office.contents();
            office.desk.undo().unwrap();
            prop_assert_eq!(&office.contents(), &before, "{:?} undone", deed);
            office.desk.redo().unwrap();
            prop_assert_eq!(&office.contents(), &after, "{:?} redone", deed);
            office.look_through();
        }
    }
}
