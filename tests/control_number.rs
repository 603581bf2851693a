//! A número de control in place of a provisional folio.

mod day;

use day::{Day, desk, juan, person};
use ventanilla::desk::{Desk, Explain, Refusal};
use ventanilla::domain::control_number::ControlNumber;
use ventanilla::domain::ids::StudentId;
use ventanilla::print::qr::MuteCode;
use ventanilla::store::Paper;

fn number(text: &str) -> ControlNumber {
    ControlNumber::parse(text).unwrap()
}

/// Ana with the folio P20260001.
fn ana(desk: &mut Desk) -> StudentId {
    let folio = desk.next_provisional_folio().unwrap().unwrap();
    desk.enroll(&person(folio.as_str(), "Ana", "Luna", "Soto"))
}

fn found(desk: &Desk, typed: &str) -> usize {
    desk.find(typed, 0).unwrap().rows.len()
}

#[test]
fn the_folio_goes_on_finding_the_record_on_screen_and_on_old_sheets() {
    let mut desk = desk();
    let student = ana(&mut desk);
    let printed = desk
        .print(Paper::Summary, &[student], |name, _| Ok(name.into()))
        .unwrap();
    let before = desk.of(student);

    let folio = desk.assign_control_number(student, &number("26230123")).unwrap();
    assert_eq!(folio.as_str(), "P20260001");
    let after = desk.of(student).student;
    assert_eq!(after.particulars.identifier.as_str(), "26230123");
    assert_eq!(after.former_folio, Some(folio));

    for typed in ["26230123", "P20260001", "luna soto"] {
        assert_eq!(found(&desk, typed), 1, "{typed}");
    }
    assert_eq!(
        desk.record_by_identifier("p20260001").unwrap().student.id,
        student
    );
    // The sheet has its own folio; one from before a restore is known by the student's.
    for folio in [printed.folios[0].as_str(), "ZZZZ"] {
        let code = MuteCode::new("TECNM23", "P20260001", folio).unwrap();
        assert_eq!(
            desk.student_of_code(&code.text()).unwrap(),
            Some(student),
            "{folio}"
        );
    }
    assert_eq!(
        desk.history(student, 1).unwrap().0[0].line(),
        "Lupita asignó 26230123 en lugar del folio P20260001"
    );
    assert_eq!(desk.store().check().unwrap(), []);

    desk.undo().unwrap();
    assert_eq!(desk.of(student), before);
    assert_eq!((found(&desk, "26230123"), found(&desk, "P20260001")), (0, 1));
    desk.redo().unwrap();
    assert_eq!(found(&desk, "P20260001"), 1);
}

#[test]
fn a_folio_that_was_replaced_is_given_to_nobody_else() {
    let mut desk = desk();
    let student = ana(&mut desk);
    desk.assign_control_number(student, &number("26230123")).unwrap();
    let next = desk.next_provisional_folio().unwrap().unwrap();
    assert_eq!(next.as_str(), "P20260002");
    assert_eq!(ana(&mut desk).0, student.0 + 1);
}

#[test]
fn a_folio_replaced_on_the_form_is_remembered_too() {
    let mut desk = desk();
    let student = ana(&mut desk);
    let entry = person("26230123", "Ana", "Luna", "Soto");
    desk.correct(student, &entry.particulars(desk.today()).unwrap())
        .unwrap();
    assert_eq!(
        desk.of(student).student.former_folio.unwrap().as_str(),
        "P20260001"
    );
    assert_eq!(found(&desk, "P20260001"), 1);
}

#[test]
fn a_number_that_is_taken_or_not_needed_is_refused_in_words() {
    let mut desk = desk();
    let student = ana(&mut desk);
    let other = desk.enroll(&juan());
    let before = desk.of(student);
    let taken = desk
        .assign_control_number(student, &number("24230318"))
        .unwrap_err();
    assert!(matches!(&taken, Refusal::IdentifierTaken(holder) if holder.id == other));
    assert_eq!(desk.of(student), before);

    let needless = desk
        .assign_control_number(other, &number("26230123"))
        .unwrap_err();
    assert_eq!(
        needless.explain().text,
        "Ya tiene número de control: 24230318. Si está mal escrito, corríjalo en la ficha."
    );
}
