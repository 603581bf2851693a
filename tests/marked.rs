//! Acts on many at once: whatever is marked, one undo puts everything back, and nobody is touched who was left out.

mod day;

use std::collections::BTreeMap;

use day::Hand;
use proptest::prelude::*;
use ventanilla::desk::{Desk, Record, Refusal, demo};
use ventanilla::domain::bulk::BulkChange;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{BajaMotive, Cancellation, MovementKind};
use ventanilla::domain::period::Semester;
use ventanilla::domain::student::Standing;

const STUDENTS: usize = 40;

fn campus(seed: u64) -> (Desk, Vec<StudentId>) {
    let desk = demo::in_memory(STUDENTS, seed, Hand::at("2026-11-21 10:30").clock()).unwrap();
    let rows = desk.list(Filter::All, "", 0, STUDENTS).unwrap().rows;
    let ids = rows.iter().map(|row| row.student.id).collect();
    (desk, ids)
}

/// Every record, without the movements that an undo left behind as «cancelada (deshecha)».
fn everything(desk: &Desk, ids: &[StudentId]) -> BTreeMap<i64, Record> {
    ids.iter()
        .map(|id| {
            let mut record = desk.record(*id).unwrap();
            record
                .movements
                .retain(|movement| movement.cancellation != Some(Cancellation::Undone));
            (id.0, record)
        })
        .collect()
}

fn a_change() -> impl Strategy<Value = BulkChange> {
    prop_oneof![
        Just(BulkChange::NextSemester),
        (1_u8..=20).prop_map(|number| BulkChange::Semester(Semester::new(number).unwrap())),
        Just(BulkChange::Career("Ingeniería en Agua y Energía".to_owned())),
        prop::sample::select(Standing::ALL.to_vec()).prop_map(BulkChange::Standing),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn one_undo_takes_a_marked_act_back_whole(
        seed in 1_u64..6,
        marks in prop::collection::vec(0..STUDENTS, 0..30),
        kind in prop_oneof![Just(MovementKind::Alta), Just(MovementKind::Baja)],
    ) {
        let (mut desk, ids) = campus(seed);
        let marked: Vec<StudentId> = marks.iter().map(|at| ids[*at]).collect();
        let before = everything(&desk, &ids);
        let motive = (kind == MovementKind::Baja).then_some(BajaMotive::Graduation);

        let plan = desk.plan_marked(kind, &marked).unwrap();
        let done = desk.queue_marked(kind, motive, &marked).unwrap();
        prop_assert_eq!(&plan, &done, "what was shown is what was done");

        let after = everything(&desk, &ids);
        let queued = ids.iter().filter(|id| before[&id.0] != after[&id.0]).count();
        prop_assert_eq!(queued, done.queued);
        for id in ids.iter().filter(|id| !marked.contains(id)) {
            prop_assert_eq!(&before[&id.0], &after[&id.0], "nobody else is touched");
        }
        if done.queued > 0 {
            desk.undo().unwrap();
        }
        prop_assert_eq!(everything(&desk, &ids), before);
        prop_assert_eq!(desk.store().check().unwrap(), []);
    }

    #[test]
    fn one_undo_takes_a_change_for_many_back_whole(
        seed in 1_u64..6,
        marks in prop::collection::btree_set(0..STUDENTS, 1..30),
        change in a_change(),
    ) {
        let (mut desk, ids) = campus(seed);
        let marked: Vec<StudentId> = marks.iter().map(|at| ids[*at]).collect();
        let before = everything(&desk, &ids);
        let plan = desk.plan_change(&marked, &change).unwrap();
        let count = desk.apply_change(&plan).unwrap();
        prop_assert_eq!(count, plan.differences.len());
        for difference in &plan.differences {
            let record = desk.record(difference.student).unwrap();
            prop_assert_eq!(&record.student.particulars, &difference.after);
        }
        if count > 0 {
            desk.undo().unwrap();
        }
        prop_assert_eq!(everything(&desk, &ids), before);
    }
}

#[test]
fn a_change_that_was_shown_of_other_records_is_not_saved() {
    let (mut desk, ids) = campus(3);
    let plan = desk
        .plan_change(&ids, &BulkChange::Standing(Standing::Graduated))
        .unwrap();
    let mut other = plan.differences[0].before.clone();
    other.email = Some("otro@correo.example".into());
    desk.correct(plan.differences[0].student, &other).unwrap();
    assert!(matches!(desk.apply_change(&plan), Err(Refusal::PlanOutdated)));
    let untouched = &plan.differences[1];
    let record = desk.record(untouched.student).unwrap();
    assert_eq!(
        record.student.particulars, untouched.before,
        "nothing of it was saved"
    );
}

/// The preview is the plan: a baja that is not proposed any more, or for another motive, keeps all of them back.
#[test]
fn bajas_are_queued_each_with_its_motive_or_not_at_all() {
    let mut desk = demo::in_memory(300, 1, Hand::at("2026-11-21 10:30").clock()).unwrap();
    let proposed = desk.proposed_bajas().unwrap();
    assert!(proposed.len() > 3);
    let chosen: Vec<_> = proposed.iter().map(|it| (it.student(), it.motive)).collect();
    let before = desk.next_cut_count().unwrap().bajas;
    let mut other = chosen.clone();
    other[2].1 = BajaMotive::OnRequest;
    assert!(matches!(desk.queue_proposed(&other), Err(Refusal::PlanOutdated)));
    assert_eq!(desk.next_cut_count().unwrap().bajas, before);

    let done = desk.queue_proposed(&chosen).unwrap();
    assert_eq!(done.queued, chosen.len());
    for (student, motive) in &chosen {
        let record = desk.record(*student).unwrap();
        assert_eq!(record.queued().unwrap().motive, Some(*motive));
    }
    assert_eq!(desk.proposed_bajas().unwrap(), []);
    desk.undo().unwrap();
    let again: Vec<_> = desk
        .proposed_bajas()
        .unwrap()
        .iter()
        .map(|it| it.student())
        .collect();
    assert_eq!(again, proposed.iter().map(|it| it.student()).collect::<Vec<_>>());
}
