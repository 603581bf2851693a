//! Taking back over imports and mornings drawn by chance, and over a large sheet.

use super::*;
use proptest::prelude::*;

/// What can come after an import.
#[derive(Debug, Clone, Copy)]
enum Deed {
    Phone(u8, u8),
    Queue(u8),
    Send(u8),
    Check(u8),
    Print(u8),
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        (0..8u8, 0..3u8).prop_map(|(who, phone)| Deed::Phone(who, phone)),
        (0..8u8).prop_map(Deed::Queue),
        (0..8u8).prop_map(Deed::Send),
        (0..8u8).prop_map(Deed::Check),
        (0..8u8).prop_map(Deed::Print),
        Just(Deed::Undo),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ];
    prop::collection::vec(deed, 0..24)
}

/// Does it to one of the students; `number` makes a folio of its own.
fn carry_out(store: &mut Store, students: &[StudentId], deed: Deed, number: usize) {
    let who = |who: u8| students[usize::from(who) % students.len()];
    let open = |store: &Store, student| {
        let movements = store.reader().movements_of(student).unwrap();
        movements.into_iter().find(|it| it.state == MovementState::Queued)
    };
    let by_hand = |store: &mut Store, kind, work: &dyn Fn(&Tx<'_>) -> Result<(), StoreError>| {
        let _ = store.transact(&stamp(), kind, work).unwrap();
    };
    match deed {
        Deed::Phone(student, phone) => by_hand(store, ActKind::Edit, &|tx| {
            set_phone(tx, who(student), &format!("922 555 010{phone}"))
        }),
        Deed::Queue(student) if open(store, who(student)).is_none() => {
            by_hand(store, ActKind::QueueAlta, &|tx| queue(tx, who(student)));
        }
        Deed::Send(student) => {
            if let Some(movement) = open(store, who(student)) {
                by_hand(store, ActKind::Demo, &|tx| {
                    let day = "2026-11-30".parse().unwrap();
                    tx.advance_movement(movement.id, MovementState::InDispatch, day, None)?;
                    tx.advance_movement(movement.id, MovementState::Sent, day, None)
                });
            }
        }
        Deed::Check(student) => by_hand(store, ActKind::RecordCheck, &|tx| {
            tx.insert_check(who(student), &constancia("2026-11-21", true, None))
                .map(drop)
        }),
        Deed::Print(student) => by_hand(store, ActKind::PrintSummary, &|tx| {
            let print = Print {
                paper: Paper::Summary,
                folio: format!("F{number}"),
                seal: "ABCDEFGH".into(),
                at: at("2026-11-21 11:00"),
                by: "Lupita".into(),
            };
            tx.insert_print(who(student), &print)
        }),
        Deed::Undo => drop(store.undo(&stamp())),
        Deed::Redo => drop(store.redo(&stamp())),
        Deed::Queue(_) => {}
    }
}

/// Everything about a student, but for movements whose queueing was undone; `None` if nobody is registered.
fn picture(store: &Store, student: StudentId) -> Option<String> {
    let reader = store.reader();
    let record = reader.student(student).unwrap()?;
    let movements = reader.movements_of(student).unwrap();
    let movements: Vec<_> = movements
        .iter()
        .filter(|it| it.cancellation != Some(Cancellation::Undone))
        .collect();
    let (checks, prints) = (
        reader.checks_of(student).unwrap(),
        reader.prints_of(student).unwrap(),
    );
    Some(format!("{record:?} {movements:?} {checks:?} {prints:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn who_is_as_the_import_left_them_becomes_what_they_were_and_nobody_else_changes(
        rows in prop::collection::vec((0..4u8, any::<bool>()), 1..8),
        deeds in deeds(),
    ) {
        let mut store = Store::in_memory().unwrap();
        let known: Vec<StudentId> = (0..4)
            .map(|number| {
                let entry = person(&format!("2423000{number}"), "Eva", "Soto", "");
                let done = store.transact(&stamp(), ActKind::Register, |tx| insert(tx, &entry));
                done.unwrap().value
            })
            .collect();
        // Of those who are registered each at most once, as the plan sees to it.
        let rows: Vec<Row> = rows
            .iter()
            .enumerate()
            .map(|(number, (kind, old))| {
                let entry = person(&format!("2523000{number}"), "Ana", "Luna", "");
                match (kind, known.get(number).filter(|_| *old)) {
                    (0 | 1, Some(student)) => Row::Phone(*student, "922 555 0199"),
                    (_, Some(student)) => Row::Alta(*student),
                    (0 | 1, None) => Row::New(entry),
                    (_, None) => Row::WithClinic(entry, u16::from(*kind)),
                }
            })
            .collect();
        let everybody: Vec<StudentId> = (1..=12).map(StudentId).collect();
        let of_all = |store: &Store| -> Vec<_> { everybody.iter().map(|it| picture(store, *it)).collect() };
        let before = of_all(&store);
        let (import, brought) = import(&mut store, &rows);
        let imported = of_all(&store);
        let here: Vec<StudentId> = everybody
            .iter()
            .copied()
            .filter(|it| store.reader().student(*it).unwrap().is_some())
            .collect();
        let at_most = store.reader().next_undo().unwrap().unwrap().id;
        for (number, deed) in deeds.into_iter().enumerate() {
            // What comes before the import is not under test.
            let last = store.reader().next_undo().unwrap().map(|act| act.id);
            if !(matches!(deed, Deed::Undo) && last == Some(at_most)) {
                carry_out(&mut store, &here, deed, number);
            }
        }

        let meanwhile = of_all(&store);
        let plan = store.plan_undo_import(&stamp(), import).unwrap();
        prop_assert_eq!(&of_all(&store), &meanwhile, "to ask changes nothing");
        let result = store.undo_import(&stamp(), import);
        let after = of_all(&store);
        let mut left = Vec::new();
        for (place, student) in everybody.iter().enumerate() {
            if brought.contains(student) && meanwhile[place] == imported[place] {
                prop_assert_eq!(&after[place], &before[place], "{} goes back", student);
            } else {
                prop_assert_eq!(&after[place], &meanwhile[place], "{} stays", student);
                if brought.contains(student) {
                    left.push(*student);
                }
            }
        }
        let mut told: Vec<StudentId> = plan.left.iter().map(|left| left.id).collect();
        told.sort();
        prop_assert_eq!(&told, &left);
        prop_assert!(store.check().unwrap().is_empty());
        if left.len() == brought.len() {
            let refused = matches!(result, Err(UndoRefusal::NobodyAsImported { .. }));
            prop_assert!(refused, "{:?}", result);
        } else {
            prop_assert_eq!(result.unwrap().value.import.unwrap(), plan);
            store.undo(&stamp()).unwrap();
            prop_assert_eq!(&of_all(&store), &meanwhile, "Ctrl+Z takes back the taking back");
            store.redo(&stamp()).unwrap();
            prop_assert_eq!(&of_all(&store), &after);
        }
    }
}

/// By hand: `cargo test --release --test import_undo -- --ignored --nocapture`.
#[test]
#[ignore = "a measure, not a claim"]
fn ten_thousand_rows_in_a_large_register() {
    let folder = crate::day::folder();
    let hand = Hand::at("2026-11-21 10:30");
    Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    let mut store = Store::open(folder.path()).unwrap();
    let own = |number: usize| person(&format!("3{number:07}"), "Eva María", "Soto", "Núñez");
    let known = store.transact(&stamp(), ActKind::Demo, |tx| {
        let mut known = Vec::new();
        for number in 0..90_000 {
            known.push(insert(tx, &own(number))?);
        }
        Ok::<_, StoreError>(known)
    });
    let known = known.unwrap().value;
    let rows: Vec<Row> = (0..10_000)
        .map(|number| match number % 10 {
            0 => Row::Phone(known[number], "922 555 0142"),
            1 => Row::WithClinic(own(100_000 + number), 1 + (number % 90) as u16),
            _ => Row::New(own(100_000 + number)),
        })
        .collect();
    let started = std::time::Instant::now();
    let (id, _) = import(&mut store, &rows);
    println!("import {:?}", started.elapsed());
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let started = std::time::Instant::now();
        work();
        println!("{what} {:?}", started.elapsed());
    };
    timed("plan", &mut || {
        drop(store.plan_undo_import(&stamp(), id).unwrap())
    });
    timed("undo", &mut || drop(store.undo(&stamp()).unwrap()));
    timed("redo", &mut || drop(store.redo(&stamp()).unwrap()));
    timed("undo by number", &mut || {
        assert_eq!(
            store
                .undo_import(&stamp(), id)
                .unwrap()
                .value
                .import
                .unwrap()
                .reverted,
            10_000
        );
    });
}
