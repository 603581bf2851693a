//! Registering: what is kept, what is refused.

use super::*;

#[test]
fn what_is_registered_is_read_back_as_it_was() {
    let mut desk = desk();
    for entry in [
        maria(),
        juan(),
        confirmed(person("25230001", "Nancy", "", ""), "20/11/2026"),
    ] {
        let mut entry = entry;
        if entry.nss.is_empty() {
            entry.nss = "48190600428".into();
        }
        let student = desk.enroll(&entry);
        let expected = entry.particulars(desk.today()).unwrap();
        assert_eq!(desk.of(student).student.particulars, expected);
        // And a form that is opened on it has the same to save.
        assert_eq!(Entry::of(&expected).particulars(desk.today()).unwrap(), expected);
    }
}

#[test]
fn only_identifier_and_name_are_needed() {
    let today = desk().today();
    let nothing = Entry::default().particulars(today).unwrap_err();
    assert_eq!(
        nothing,
        [
            Gap::Missing(EntryField::Identifier),
            Gap::Missing(EntryField::GivenNames),
            Gap::NotUnderstood(EntryField::Standing)
        ]
    );

    let mut entry = person("25230457", "Ana", "", "");
    assert!(entry.particulars(today).is_ok(), "sin apellidos");
    entry.no_surnames = false;
    assert_eq!(
        entry.particulars(today).unwrap_err(),
        [Gap::Missing(EntryField::FirstSurname)]
    );
}

#[test]
fn a_doubtful_nss_or_curp_is_kept_as_it_was_typed() {
    let mut desk = desk();
    let mut entry = maria();
    entry.nss = "4819-060 0482".into();
    entry.curp = "cunf051130mplrxra".into();
    let student = desk.enroll(&entry);
    let kept = desk.of(student).student.particulars;
    assert_eq!(
        kept.nss,
        NssRecord::Doubtful {
            text: "48190600482".into(),
            shared_because: None
        }
    );
    assert_eq!(
        kept.curp,
        CurpRecord::Doubtful {
            text: "CUNF051130MPLRXRA".into(),
            shared_because: None
        }
    );
}

#[test]
fn an_identifier_has_one_holder_without_exception() {
    let mut desk = desk();
    desk.enroll(&maria());
    let again = person("25230457", "Otra", "Persona", "")
        .particulars(desk.today())
        .unwrap();
    assert!(
        matches!(desk.register(&again), Err(Refusal::IdentifierTaken(holder)) if holder.identifier == "25230457")
    );
    assert_eq!(desk.count_students().unwrap(), 1);
}

#[test]
fn an_nss_has_one_holder_unless_a_reason_is_written() {
    let mut desk = desk();
    desk.enroll(&maria());
    let mut twin = juan();
    twin.nss = maria().nss;
    let refused = desk
        .register(&twin.particulars(desk.today()).unwrap())
        .unwrap_err();
    let words = refused.explain().text;
    assert!(
        words.contains("De la Cruz Núñez, María Fernanda (25230457)"),
        "{words}"
    );

    twin.nss_shared = "Los dos documentos traen este número".into();
    let student = desk.enroll(&twin);
    let nss = desk.of(student).student.particulars.nss;
    assert_eq!(
        nss.state(),
        NssState::Doubtful,
        "the second holder enters no envío"
    );
}

#[test]
fn a_curp_has_one_holder_unless_a_reason_is_written() {
    let mut desk = desk();
    desk.enroll(&maria());
    let mut twin = juan();
    twin.curp = maria().curp;
    let refused = desk.register(&twin.particulars(desk.today()).unwrap());
    assert!(matches!(refused, Err(Refusal::CurpTaken(_))));
    twin.curp_shared = "Así vienen las dos constancias".into();
    desk.enroll(&twin);
    assert_eq!(desk.count_students().unwrap(), 2);
}

#[test]
fn long_odd_and_single_names_are_kept_whole() {
    let mut desk = desk();
    let forty = "Hipólito Nicéforo Wenceslao Domitila Zoé".to_owned();
    assert_eq!(forty.chars().count(), 40);
    for (identifier, given, first, second) in [
        ("25230001", "José Luis", "D'Acosta", "Mac Gregor"),
        ("25230002", "Ana-María", "López-Castillo", "Hogaza"),
        ("25230003", forty.as_str(), forty.as_str(), forty.as_str()),
        ("25230004", "Leticia", "Luna", ""),
    ] {
        let student = desk.enroll(&person(identifier, given, first, second));
        let name = desk.of(student).student.particulars.name;
        assert_eq!(name.given(), given);
        assert_eq!(name.first_surname(), Some(first));
        assert_eq!(name.second_surname().unwrap_or_default(), second);
    }
}

#[test]
fn saving_what_is_there_already_is_no_act() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let same = maria().particulars(desk.today()).unwrap();
    assert!(desk.correct(student, &same).unwrap().changed.is_empty());
    assert_eq!(desk.history(student, 10).unwrap().1, 1);
}

#[test]
fn provisional_folios_count_up_within_the_year() {
    let mut desk = desk();
    let next = |desk: &Desk| {
        desk.next_provisional_folio()
            .unwrap()
            .unwrap()
            .as_str()
            .to_owned()
    };
    assert_eq!(next(&desk), "P20260001");
    desk.enroll(&person("P20260001", "Ana", "Luna", ""));
    assert_eq!(next(&desk), "P20260002");
}
