//! One cause after the other: what holds a row, what is proposed, what the two ways make of it.

use ventanilla::desk::Desk;
use ventanilla::domain::import::{Cause, Choice, Column, ImportKind, Verdict};
use ventanilla::domain::student::{CurpRecord, NssRecord, Standing};

use crate::day::{Day, confirmed, desk, juan, maria, person};
use crate::table::{FORM, JUAN, MARIA, Sheets, causes, told};

/// A form with one answer, in which one text stands for another.
fn with(answer: &str, was: &str, is: &str) -> String {
    assert!(answer.contains(was), "{was}");
    answer.replacen(was, is, 1)
}

fn only(desk: &Desk, row: &str) -> String {
    told(&desk.sheet(FORM, &[row])).remove(0)
}

#[test]
fn an_answer_in_order_is_new_and_waits_for_nothing() {
    let desk = desk();
    assert_eq!(
        told(&desk.sheet(FORM, &[JUAN, MARIA])),
        [
            "2 nuevo Hernandez Muñoz, Juan Pablo",
            "3 nuevo De la Cruz Nuñez, Maria Fernanda"
        ]
    );
}

#[test]
fn a_lost_zero_is_proposed_only_if_digits_and_year_agree() {
    let desk = desk();
    assert_eq!(
        only(&desk, &with(JUAN, "03190412340", "3190412340")),
        "2 por-decidir [cero-perdido] 3190412340 -> 03-19-04-1234-0"
    );
    // The check digit fails with the zero; the year is another one; nothing tells the year.
    for nss in ["3190412341", "2170300012"] {
        assert_eq!(
            only(&desk, &with(JUAN, "03190412340", nss)),
            "2 nuevo Hernandez Muñoz, Juan Pablo (NSS por confirmar)"
        );
    }
    let nobody = "1;;24230318;Hernández;;Juan;;3190412340;;;;;";
    assert_eq!(
        only(&desk, nobody),
        "2 nuevo Hernández, Juan (NSS por confirmar) (sin CURP)"
    );
}

#[test]
fn the_other_way_leaves_a_short_nss_to_be_confirmed() {
    let mut desk = desk();
    let mut importing = desk.sheet(FORM, &[&with(JUAN, "03190412340", "3190412340")]);
    importing.choose(2, Cause::LostZero, Some(Choice::Other));
    desk.again(&mut importing);
    desk.save(&mut importing, false);
    let saved = desk.record_by_identifier("24230318").unwrap().student.particulars;
    assert_eq!(
        saved.nss,
        NssRecord::Doubtful {
            text: "3190412340".into(),
            shared_because: None
        }
    );
}

#[test]
fn lost_digits_are_told_and_never_guessed() {
    let desk = desk();
    assert_eq!(
        only(&desk, &with(JUAN, "03190412340", "4.15E+10")),
        "2 por-decidir [digitos-perdidos] 4.15E+10 -> sin dato"
    );
    assert_eq!(
        only(&desk, &with(JUAN, "24230318", "1.78E+03")),
        "2 por-decidir [digitos-perdidos] 1.78E+03",
        "without a número de control it would be another person"
    );
    let mut importing = desk.sheet(FORM, &[&with(JUAN, "03190412340", "4.15E+10")]);
    importing.choose(2, Cause::LostDigits, Some(Choice::Proposed));
    desk.again(&mut importing);
    assert_eq!(
        told(&importing),
        ["2 nuevo Hernandez Muñoz, Juan Pablo (sin NSS)"]
    );
}

#[test]
fn nss_and_curp_find_their_columns() {
    let desk = desk();
    let swapped = with(
        JUAN,
        "HEMJ040315HVZRXNA8;03190412340",
        "03190412340;HEMJ040315HVZRXNA8",
    );
    assert_eq!(
        only(&desk, &swapped),
        "2 por-decidir [nss-y-curp-cambiados] NSS: HEMJ040315HVZRXNA8 · CURP: 03190412340 -> \
         NSS: 03-19-04-1234-0 · CURP: HEMJ040315HVZRXNA8"
    );
    let in_one = with(
        JUAN,
        "HEMJ040315HVZRXNA8;03190412340",
        "HEMJ040315HVZRXNA8 / 03190412340;",
    );
    assert!(only(&desk, &in_one).contains("[nss-y-curp-cambiados]"));
    let moved = with(JUAN, "HEMJ040315HVZRXNA8;03190412340", ";HEMJ040315HVZRXNA8");
    assert!(only(&desk, &moved).ends_with("-> CURP: HEMJ040315HVZRXNA8"));
}

#[test]
fn a_name_in_one_cell_is_parted_as_the_curp_has_it() {
    let desk = desk();
    for (cell, parted) in [
        (";;JUAN PABLO HERNANDEZ MUÑOZ", "Hernandez Muñoz, Juan Pablo"),
        (";;HERNANDEZ MUÑOZ JUAN PABLO", "Hernandez Muñoz, Juan Pablo"),
    ] {
        let row = with(JUAN, "HERNANDEZ;MUÑOZ;JUAN PABLO", cell);
        assert!(only(&desk, &row).ends_with(&format!("-> {parted}")), "{cell}");
    }
}

#[test]
fn names_in_one_column_follow_the_order_that_somebody_says() {
    let desk = desk();
    let mut importing = desk.sheet(
        "No. de control;Nombre del alumno",
        &["24230318;HERNANDEZ MUÑOZ JUAN PABLO", "25230457;LOPEZ DIAZ RAUL"],
    );
    assert!(told(&importing)[0].ends_with("-> Juan Pablo, Hernandez Muñoz"));
    importing.choose(2, Cause::NameInOneCell, Some(Choice::Other));
    desk.again(&mut importing);
    assert!(told(&importing)[0].ends_with("-> Hernandez Muñoz, Juan Pablo"));
    assert!(told(&importing)[1].ends_with("-> Lopez Diaz, Raul"));
    assert_eq!(importing.accept_all(Cause::NameInOneCell), 2);
    desk.again(&mut importing);
    assert_eq!(importing.plan().counts().new, 2);
}

#[test]
fn the_curp_against_date_or_sex_is_a_choice() {
    let mut desk = desk();
    let wrong_day = with(JUAN, "15/03/2004", "25/03/2004");
    assert_eq!(
        only(&desk, &wrong_day),
        "2 por-decidir [curp-contradice] 25 mar 2004 -> 15 mar 2004"
    );
    assert_eq!(
        only(&desk, &with(JUAN, ";H;", ";Mujer;")),
        "2 por-decidir [curp-contradice] Mujer -> H"
    );
    let mut importing = desk.sheet(FORM, &[&wrong_day]);
    importing.choose(2, Cause::Contradiction, Some(Choice::Other));
    desk.again(&mut importing);
    desk.save(&mut importing, false);
    let saved = desk.record_by_identifier("24230318").unwrap().student.particulars;
    assert_eq!(saved.birth_date, "2004-03-25".parse().ok());
    assert!(matches!(saved.curp, CurpRecord::Doubtful { .. }));
}

#[test]
fn the_order_of_dates_is_asked_once_for_a_column() {
    let desk = desk();
    let heads = "Matrícula;Nombre(s);Apellido paterno;Fecha de nacimiento";
    let rows = [
        "24230318;Juan;Hernández;03/04/2004",
        "25230457;Ana;López;05/06/2005",
    ];
    let mut importing = desk.sheet(heads, &rows);
    assert_eq!(causes(&importing), [(Cause::AmbiguousDate, 2)]);
    importing.choose(2, Cause::AmbiguousDate, Some(Choice::Other));
    desk.again(&mut importing);
    assert_eq!(importing.plan().counts().new, 2);
    let born = importing.plan().rows[1].effect.as_ref().unwrap().after.birth_date;
    assert_eq!(born, "2005-05-06".parse().ok());
    // One day above twelve, or one CURP, and nobody has to be asked.
    let told_by_itself = desk.sheet(heads, &[rows[0], "25230457;Ana;López;25/06/2005"]);
    assert_eq!(told_by_itself.plan().counts().held, 0);
}

#[test]
fn of_two_answers_the_latest_counts_unless_another_is_chosen() {
    let mut desk = desk();
    let later = with(&with(JUAN, "12/11/2026", "14/11/2026"), ";5;", ";6;");
    let mut importing = desk.sheet(FORM, &[&later, JUAN]);
    assert_eq!(causes(&importing), [(Cause::TwoAnswers, 2)]);
    let mut other = importing.clone();
    importing.accept_all(Cause::TwoAnswers);
    desk.again(&mut importing);
    assert_eq!(
        importing
            .plan()
            .rows
            .iter()
            .map(|row| row.verdict)
            .collect::<Vec<_>>(),
        [Verdict::New, Verdict::Superseded]
    );
    other.choose(3, Cause::TwoAnswers, Some(Choice::Other));
    desk.again(&mut other);
    assert_eq!(
        other
            .plan()
            .rows
            .iter()
            .map(|row| row.verdict)
            .collect::<Vec<_>>(),
        [Verdict::Superseded, Verdict::New]
    );
    desk.save(&mut importing, false);
    let saved = desk.record_by_identifier("24230318").unwrap().student.particulars;
    assert_eq!(saved.semester.map(|it| it.number()), Some(6));
}

#[test]
fn the_same_answer_twice_is_no_question() {
    let desk = desk();
    let again = with(JUAN, "12/11/2026", "14/11/2026");
    assert_eq!(
        told(&desk.sheet(FORM, &[JUAN, &again])),
        [
            "2 sustituido Hernandez Muñoz, Juan Pablo",
            "3 nuevo Hernandez Muñoz, Juan Pablo"
        ]
    );
}

#[test]
fn the_same_person_under_another_number_is_never_registered_twice() {
    let mut desk = desk();
    desk.enroll(&juan());
    let row = with(JUAN, "24230318", "24230319");
    let line = only(&desk, &row);
    assert_eq!(line, "2 por-decidir [misma-persona] 24230319 -> 24230318");
    // By the name alone nobody is the same person.
    let homonym = with(
        &with(&row, "HEMJ040315HVZRXNA8;03190412340", ";"),
        "15/03/2004",
        "",
    );
    assert_eq!(
        only(&desk, &homonym),
        "2 nuevo Hernandez Muñoz, Juan Pablo (otra persona se llama igual) (sin NSS) (sin CURP)"
    );
}

#[test]
fn a_folio_is_replaced_by_the_number_that_came() {
    let mut desk = desk();
    let mut new = juan();
    new.identifier = "P20260001".into();
    desk.enroll(&new);
    let mut importing = desk.sheet(FORM, &[JUAN]);
    assert_eq!(
        told(&importing),
        ["2 por-decidir [misma-persona] 24230318 -> 24230318"]
    );
    importing.accept_all(Cause::SamePerson);
    desk.again(&mut importing);
    desk.save(&mut importing, false);
    let saved = desk.record_by_identifier("P20260001").unwrap().student;
    assert_eq!(saved.particulars.identifier.as_str(), "24230318");
    assert_eq!(saved.former_folio.unwrap().as_str(), "P20260001");
}

#[test]
fn what_a_constancia_confirmed_is_not_overwritten_by_a_form() {
    let mut desk = desk();
    desk.enroll(&confirmed(juan(), "2026-11-10"));
    let mistyped = with(JUAN, "03190412340", "03190412341");
    assert!(only(&desk, &mistyped).contains("(se conserva el NSS de la ficha)"));
    let other = with(JUAN, "03190412340", "48190600428");
    assert_eq!(
        only(&desk, &other),
        "2 por-decidir [otro-numero] 48-19-06-0042-8 -> 03-19-04-1234-0"
    );
    // The same number leaves the confirmation as it is.
    let mut importing = desk.sheet(FORM, &[JUAN]);
    desk.save(&mut importing, false);
    let saved = desk.record_by_identifier("24230318").unwrap().student.particulars;
    assert!(matches!(saved.nss, NssRecord::Confirmed { .. }));
}

#[test]
fn a_number_of_somebody_else_is_left_out_or_corrected() {
    let mut desk = desk();
    desk.enroll(&juan());
    let taken = with(MARIA, "12180599990", "03190412340");
    assert_eq!(
        only(&desk, &taken),
        "2 por-decidir [numero-de-otra-persona] 03190412340 -> sin dato"
    );
    let mut importing = desk.sheet(FORM, &[&taken]);
    importing.write(2, Column::Nss, "12180599990");
    desk.again(&mut importing);
    assert_eq!(told(&importing), ["2 nuevo De la Cruz Nuñez, Maria Fernanda"]);
}

#[test]
fn two_people_of_one_sheet_with_one_nss_are_both_asked_about() {
    let desk = desk();
    let importing = desk.sheet(FORM, &[JUAN, &with(MARIA, "12180599990", "03190412340")]);
    assert_eq!(causes(&importing), [(Cause::TakenNumber, 2)]);
}

#[test]
fn an_unknown_career_is_proposed_or_added_as_it_stands() {
    let mut desk = desk();
    let row = with(JUAN, "Ingeniería Química", "Ing. Quím.");
    assert_eq!(
        only(&desk, &row),
        "2 por-decidir [carrera-desconocida] Ing. Quím. -> Ingeniería Química"
    );
    assert_eq!(
        only(&desk, &with(JUAN, "Ingeniería Química", "INGENIERIA QUIMICA")),
        "2 nuevo Hernandez Muñoz, Juan Pablo"
    );
    let mut importing = desk.sheet(FORM, &[&row]);
    importing.choose(2, Cause::UnknownCareer, Some(Choice::Other));
    desk.again(&mut importing);
    desk.save(&mut importing, false);
    let saved = desk.record_by_identifier("24230318").unwrap().student.particulars;
    assert_eq!(saved.career.as_deref(), Some("Ing. Quím."));
}

#[test]
fn another_insurance_is_saved_without_an_alta() {
    let mut desk = desk();
    let heads = format!("{FORM};¿Cuenta con otro seguro?");
    let mut importing = desk.sheet(&heads, &[&format!("{JUAN};ISSSTE"), &format!("{MARIA};No")]);
    assert_eq!(causes(&importing), [(Cause::OtherInsurance, 1)]);
    importing.accept_all(Cause::OtherInsurance);
    desk.again(&mut importing);
    let imported = desk.save(&mut importing, true);
    assert_eq!((imported.added, imported.queued), (2, 1));
}

#[test]
fn what_is_not_understood_is_left_out_only_if_somebody_says_so() {
    let desk = desk();
    let row = with(&with(JUAN, ";5;", ";muchos;"), "15/03/2004", "marzo");
    assert_eq!(
        only(&desk, &row),
        "2 por-decidir [no-se-entiende] marzo · muchos -> sin dato"
    );
    assert_eq!(
        only(&desk, &with(JUAN, "24230318", "24-23/0318*")),
        "2 por-decidir [no-se-entiende] 24-23/0318*"
    );
}

#[test]
fn who_has_no_number_yet_gets_a_folio() {
    let mut desk = desk();
    let mut importing = desk.sheet(FORM, &[&with(JUAN, "24230318", ""), &with(MARIA, "25230457", "")]);
    assert_eq!(
        told(&importing),
        [
            "2 nuevo Hernandez Muñoz, Juan Pablo (folio provisional P20260001)",
            "3 nuevo De la Cruz Nuñez, Maria Fernanda (folio provisional P20260002)"
        ]
    );
    desk.save(&mut importing, false);
    // The number comes with the next sheet.
    assert_eq!(
        told(&desk.sheet(FORM, &[JUAN])),
        ["2 por-decidir [misma-persona] 24230318 -> 24230318"]
    );
}

#[test]
fn a_name_without_a_surname_waits() {
    let desk = desk();
    let row = with(JUAN, "HERNANDEZ;MUÑOZ;JUAN PABLO", ";;JUAN");
    assert_eq!(only(&desk, &row), "2 por-decidir [incompleto] sin dato");
}

#[test]
fn a_sheet_that_brings_numbers_alone_finds_who_is_registered() {
    let mut desk = desk();
    desk.enroll(&person("24230318", "Juan Pablo", "Hernández", "Muñoz"));
    let importing = desk.sheet(
        "Número de control;NSS",
        &["24230318;03190412340", "99999999;12180599990"],
    );
    assert_eq!(
        told(&importing),
        [
            "2 cambia Hernández Muñoz, Juan Pablo (sin CURP) Nss:  -> 03190412340",
            "3 por-decidir [incompleto] sin dato"
        ]
    );
}

#[test]
fn bajas_find_their_students_and_hold_the_others() {
    let mut desk = desk();
    desk.enroll(&juan());
    let mut importing = desk.sheet_of(
        ImportKind::Bajas,
        "Número de control;Nombre completo;Motivo",
        &["24230318;JUAN PABLO HERNANDEZ;Ya egresé", "99999999;NADIE;Egreso"],
    );
    assert_eq!(
        told(&importing),
        [
            "2 nuevo Hernández Muñoz, Juan Pablo",
            "3 por-decidir [sin-ficha] 99999999"
        ]
    );
    let imported = desk.save(&mut importing, false);
    assert_eq!(
        (imported.added, imported.changed, imported.queued, imported.held),
        (0, 0, 1, 1)
    );
    let movement = desk.last_movement(desk.record_by_identifier("24230318").unwrap().student.id);
    assert_eq!(movement.motive.map(|it| it.code()), Some("egreso"));
}

#[test]
fn an_enrolled_list_goes_on_a_semester_and_names_who_is_missing() {
    let mut desk = desk();
    let mut before = juan();
    before.period = "ENE-JUN 2026".into();
    let juan = desk.enroll(&before);
    let mut gone = maria();
    gone.career = before.career.clone();
    gone.period = "ENE-JUN 2026".into();
    let maria = desk.enroll(&gone);
    let mut importing = desk.sheet_of(
        ImportKind::Enrolled,
        "No. control;Nombre del alumno;Carrera",
        &["24230318;HERNANDEZ MUÑOZ JUAN PABLO;Ingeniería Química"],
    );
    assert_eq!(
        told(&importing),
        ["2 cambia Hernández Muñoz, Juan Pablo Semester: 5 -> 6 Period: ENE-JUN 2026 -> AGO-DIC 2026"]
    );
    assert_eq!(importing.plan().missing.len(), 1);
    let mut stays = importing.clone();
    stays.let_stay(maria, true);
    desk.again(&mut stays);
    assert_eq!(stays.plan().counts().missing, 0);
    let imported = desk.save(&mut importing, false);
    assert_eq!(imported.no_longer_enrolled, 1);
    assert_eq!(desk.of(maria).student.particulars.standing, Standing::NotEnrolled);
    assert_eq!(
        desk.of(juan).student.particulars.period.unwrap().to_string(),
        "AGO-DIC 2026"
    );
    assert!(
        desk.of(maria).movements.is_empty(),
        "a baja is proposed, never made"
    );
}

#[test]
fn careers_that_a_list_does_not_name_are_left_alone() {
    let mut desk = desk();
    desk.enroll(&juan());
    desk.enroll(&maria());
    let importing = desk.sheet_of(
        ImportKind::Enrolled,
        "No. control;Nombre(s);Apellido paterno;Carrera",
        &["24230400;Luis;Pérez;Ingeniería Química"],
    );
    assert_eq!(importing.plan().missing.len(), 1);
    assert_eq!(importing.plan().left_alone, 1);
}

#[test]
fn a_thousand_columns_hide_the_few_that_count_from_nobody() {
    let desk = desk();
    let junk: Vec<String> = (1..=497).map(|at| format!("Pregunta {at}")).collect();
    let junk = junk.join(";");
    let blank = ";".repeat(496);
    let heads = format!("{junk};Matrícula;Apellido paterno;Nombre(s);{junk}");
    let row = format!("{blank};24230318;Hernández;Juan;{blank}");
    assert_eq!(
        told(&desk.sheet(&heads, &[&row])),
        ["2 nuevo Hernández, Juan (sin NSS) (sin CURP)"]
    );
}

#[test]
fn two_sheets_are_told_apart_by_who_is_new_gone_and_changed() {
    let mut desk = desk();
    let luis = "12/11/2026;;24230400;Pérez;;Luis;;;;;Ingeniería Química;1;";
    let before = desk.sheet(FORM, &[JUAN, MARIA]);
    let mut now = desk.sheet(FORM, &[&with(JUAN, ";5;", ";6;"), luis]);
    let compared = desk.compare_sheets(&before, &now).unwrap();
    assert_eq!(compared.new.len(), 1);
    assert_eq!(compared.new[0].name, "Pérez, Luis");
    assert_eq!(compared.gone[0].identifier, "25230457");
    let changed = &compared.changed[0];
    assert_eq!((changed.now.number, changed.before), (2, 2));
    assert_eq!(
        (
            changed.differences[0].before.as_str(),
            changed.differences[0].after.as_str()
        ),
        ("5", "6")
    );

    // And what follows from it here: who is on neither sheet stays.
    let maria = desk.enroll(&maria());
    desk.enroll(&person("22230001", "Ana", "Luna", ""));
    desk.plan_comparison(&before, &mut now).unwrap();
    let counts = now.plan().counts();
    assert_eq!(counts.new, 2, "Juan and Luis");
    assert_eq!(counts.to_queue, 2);
    let gone: Vec<_> = now
        .plan()
        .missing
        .iter()
        .filter(|it| !it.stays)
        .map(|it| it.student)
        .collect();
    assert!(gone.is_empty() || gone == [maria], "nobody but María: {gone:?}");
}

#[test]
fn a_list_whose_careers_are_empty_is_of_the_whole_campus() {
    let mut desk = desk();
    let maria = desk.enroll(&maria());
    let importing = desk.sheet_of(
        ImportKind::Enrolled,
        "No. control;Nombre(s);Apellido paterno;Carrera",
        &["24230400;Luis;Pérez;"],
    );
    let missing: Vec<_> = importing.plan().missing.iter().map(|it| it.student).collect();
    assert_eq!(missing, [maria]);
}

#[test]
fn two_rows_of_one_baja_are_queued_once() {
    let mut desk = desk();
    desk.enroll(&juan());
    let heads = "Número de control;NSS;Motivo";
    let mut importing = desk.sheet_of(
        ImportKind::Bajas,
        heads,
        &["24230318;;Egreso", ";03190412340;Egreso"],
    );
    assert_eq!(
        told(&importing),
        [
            "2 nuevo Hernández Muñoz, Juan Pablo",
            "3 por-decidir [numero-de-otra-persona] sin dato"
        ]
    );
    // Once the one is left out, the other stands for itself.
    importing.set_aside(2, true);
    desk.again(&mut importing);
    assert_eq!(told(&importing)[1], "3 nuevo Hernández Muñoz, Juan Pablo");
    assert_eq!(desk.save(&mut importing, false).queued, 1);
}

#[test]
fn a_baja_whose_numbers_are_of_two_people_waits() {
    let mut desk = desk();
    desk.enroll(&juan());
    desk.enroll(&maria());
    let importing = desk.sheet_of(
        ImportKind::Bajas,
        "Número de control;CURP;Motivo",
        &["24230318;CUNF051130MPLRXRA2;Egreso"],
    );
    assert_eq!(causes(&importing), [(Cause::TakenNumber, 1)]);
}

#[test]
fn homonyms_are_counted_once_each() {
    let mut desk = desk();
    desk.enroll(&person("22230001", "Ana", "Luna", "Ríos"));
    let heads = "Matrícula;Nombre(s);Apellido paterno;Apellido materno";
    let rows = [
        "22230001;Ana;Luna;Ríos",
        "24230400;Ana;Luna;Ríos",
        "24230401;Ana;Luna;Ríos",
    ];
    let importing = desk.sheet(heads, &rows);
    assert_eq!(
        told(&importing)[1..],
        [
            "3 nuevo Luna Ríos, Ana (otras 2 personas se llaman igual) (sin NSS) (sin CURP)",
            "4 nuevo Luna Ríos, Ana (otras 2 personas se llaman igual) (sin NSS) (sin CURP)"
        ]
    );
}
