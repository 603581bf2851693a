//! People who are like each other: who is proposed, who was told apart, and what `verificar` makes of it.

mod day;

use day::{Day, Hand, desk, first_run, person};
use ventanilla::desk::{Desk, Refusal};
use ventanilla::store::{FILE_NAME, Finding};

fn ana(number: &str) -> ventanilla::domain::entry::Entry {
    person(number, "Ana Lucía", "Ramírez", "Soto")
}

#[test]
fn who_was_told_apart_is_not_proposed_again_to_either() {
    let mut desk = desk();
    let [one, two, three] = ["25230001", "25230002", "25230003"].map(|number| desk.enroll(&ana(number)));
    let open = |desk: &Desk, of| -> Vec<_> {
        let alike = desk.alike(of).unwrap();
        alike.open.iter().map(|it| it.student.id).collect()
    };
    assert_eq!(open(&desk, one), [two, three]);
    assert!(desk.tell_apart(two, one).unwrap());
    assert_eq!((open(&desk, one), open(&desk, two)), (vec![three], vec![three]));
    assert_eq!(open(&desk, three), [one, two]);
    // Said again it is no news, and no act.
    let before = desk.next_undo().unwrap();
    assert!(!desk.tell_apart(one, two).unwrap());
    assert_eq!(desk.next_undo().unwrap(), before);
    assert!(matches!(desk.tell_apart(one, one), Err(Refusal::SamePerson)));
    assert_eq!(desk.store().check().unwrap(), []);

    // One Ctrl+Z takes back both halves.
    desk.undo().unwrap();
    assert_eq!(open(&desk, one), [two, three]);
    assert_eq!(desk.alike(two).unwrap().told_apart, []);
    desk.redo().unwrap();
    assert_eq!(desk.alike(two).unwrap().told_apart[0].id, one);
    let line = desk.history(two, 1).unwrap().0[0].line();
    assert_eq!(line, "Lupita rehízo la anotación de dos personas distintas");
    let line = desk.history(one, 3).unwrap().0[2].line();
    assert_eq!(
        line,
        "Lupita anotó que es otra persona que Ramírez Soto, Ana Lucía (25230002)"
    );
}

#[test]
fn who_is_registered_as_somebody_else_is_so_in_the_same_act() {
    let mut desk = desk();
    let first = desk.enroll(&ana("25230001"));
    let new = ana("25230002").particulars(desk.today()).unwrap();
    let saved = desk.register_apart(&new, &Default::default(), &[first]).unwrap();
    assert_eq!(desk.alike(first).unwrap().told_apart[0].id, saved.id);
    desk.undo().unwrap();
    assert_eq!(desk.count_students().unwrap(), 1);
    assert_eq!(desk.alike(first).unwrap().told_apart, []);
}

#[test]
fn half_a_pair_is_found_and_put_right() {
    let folder = day::folder();
    let clock = Hand::at("2026-11-21 10:30").clock();
    let mut desk = Desk::set_up(folder.path(), &first_run(), clock.clone()).unwrap();
    let (one, two) = (desk.enroll(&ana("25230001")), desk.enroll(&ana("25230002")));
    desk.tell_apart(one, two).unwrap();
    drop(desk);
    rusqlite::Connection::open(folder.path().join(FILE_NAME))
        .unwrap()
        .execute("DELETE FROM distinct_people WHERE student_id = ?1", [two.0])
        .unwrap();
    let mut desk = Desk::open(folder.path(), clock).unwrap();
    assert_eq!(
        desk.store().check().unwrap(),
        [Finding::LopsidedPairs { rows: 1 }]
    );
    desk.repair().unwrap();
    assert_eq!(desk.store().check().unwrap(), []);
    assert_eq!(desk.alike(two).unwrap().told_apart[0].id, one);
}
