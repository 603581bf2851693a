//! Files made by real programs, each with the plan that it comes to.

use ventanilla::desk::Desk;
use ventanilla::domain::import::{Cause, ImportKind, Verdict};

use crate::day::{Day, desk, form_registered, person};
use crate::table::{Sheets, causes, fixture, told};

/// A register that holds the 38 students of the scenario.
fn registered() -> Desk {
    let mut desk = desk();
    for entry in form_registered() {
        desk.enroll(&entry);
    }
    desk
}

#[test]
fn six_hundred_answers_fall_where_they_should() {
    let desk = registered();
    let importing = desk.open("formulario-altas-2026.xlsx");
    let counts = importing.plan().counts();
    assert_eq!((counts.rows, counts.new, counts.held), (600, 531, 31));
    assert_eq!((counts.changes, counts.same), (12, 26));
    assert_eq!((counts.noted, counts.without_nss, counts.homonyms), (7, 5, 2));
    assert_eq!(
        causes(&importing),
        [
            (Cause::LostZero, 14),
            (Cause::Contradiction, 6),
            (Cause::NameInOneCell, 5),
            (Cause::TwoAnswers, 4),
            (Cause::UnknownCareer, 2),
        ]
    );
    // And each row as its maker meant it.
    let expected = std::fs::read_to_string(fixture("formulario-altas-2026.esperado.tsv")).unwrap();
    for (row, line) in importing.plan().rows.iter().zip(expected.lines().skip(1)) {
        let mut cells = line.split('\t');
        assert_eq!(cells.next(), Some(row.number.to_string().as_str()));
        let meant = match cells.next().unwrap() {
            "nuevo" => Verdict::New,
            "cambia" => Verdict::Changes,
            "identico" => Verdict::Same,
            "detenido" => Verdict::Held,
            other => panic!("{other}"),
        };
        assert_eq!(row.verdict, meant, "row {}", row.number);
    }
}

#[test]
fn accepting_what_is_proposed_saves_all_of_them() {
    let mut desk = registered();
    let mut importing = desk.open("formulario-altas-2026.xlsx");
    let imported = desk.save(&mut importing, true);
    assert_eq!((imported.added, imported.changed, imported.held), (531, 12, 31));
    for cause in [
        Cause::LostZero,
        Cause::Contradiction,
        Cause::NameInOneCell,
        Cause::TwoAnswers,
        Cause::UnknownCareer,
    ] {
        importing.accept_all(cause);
        desk.again(&mut importing);
    }
    let imported = desk.save(&mut importing, true);
    assert_eq!((imported.added, imported.held), (29, 0));
    assert_eq!(desk.count_students().unwrap(), 38 + 531 + 29);
    assert_eq!(desk.next_cut_count().unwrap().altas, 598);
    assert!(desk.store().check().unwrap().is_empty());
}

#[test]
fn every_program_s_file_of_the_same_list_comes_to_the_same_plan() {
    let desk = desk();
    let expected = told(&desk.open("altas.xlsx"));
    assert_eq!(expected.len(), 20);
    assert_eq!(
        expected[0],
        "2 por-decidir [cero-perdido] 2220640136 -> 02-22-06-4013-6"
    );
    assert!(
        expected[1..].iter().all(|line| line.contains(" nuevo ")),
        "{expected:?}"
    );
    for name in ["altas.ods", "altas.xls", "altas-excel.csv"] {
        assert_eq!(told(&desk.open(name)), expected, "{name}");
    }
}

#[test]
fn a_form_of_google_is_read_with_its_broken_lines() {
    let importing = desk().open("formulario-google.csv");
    assert_eq!(importing.plan().counts().new, 6);
    assert_eq!(importing.sheet().rows[0].number, 2);
}

#[test]
fn titles_above_the_headers_and_hidden_rows_hide_nothing() {
    let desk = desk();
    let titled = desk.open("titulo.xlsx");
    assert_eq!((titled.headers_row(), titled.plan().rows.len()), (Some(4), 5));
    assert_eq!(desk.open("ocultas.xlsx").plan().rows.len(), 6);
}

#[test]
fn the_sheet_with_the_data_is_found() {
    let importing = desk().open("dos-hojas.xlsx");
    assert_eq!(importing.sheet().sheet.as_deref(), Some("Datos"));
    assert_eq!(importing.tabs().iter().filter(|tab| !tab.hidden).count(), 2);
    assert_eq!(importing.plan().rows.len(), 4);
}

#[test]
fn formulas_count_by_what_they_came_to() {
    let importing = desk().open("formulas.xlsx");
    assert_eq!(
        told(&importing)[0],
        "2 nuevo Jimenez Montoya, Hugo Erick (sin NSS) (sin CURP)"
    );
}

#[test]
fn dates_half_text_and_half_serial_are_dates() {
    let mut desk = desk();
    for identifier in [
        "24239001", "25239002", "26239003", "24239004", "25239005", "26239006",
    ] {
        desk.enroll(&person(identifier, "Ana", "López", ""));
    }
    let importing = desk.open("fechas.xlsx");
    let born: Vec<String> = importing
        .plan()
        .rows
        .iter()
        .filter_map(|row| row.effect.as_ref()?.after.birth_date)
        .map(|date| date.to_string())
        .collect();
    assert_eq!(born[..3], ["2006-04-24", "2006-01-19", "2008-02-08"]);
    assert_eq!(importing.plan().counts().held, 0, "{:?}", told(&importing));
}

#[test]
fn pictures_and_invisible_marks_are_no_part_of_a_name() {
    assert_eq!(
        told(&desk().open("emoji.xlsx")),
        [
            "2 nuevo Luna, Ana Lucía (se quitaron signos del nombre) (sin NSS) (sin CURP)",
            "3 nuevo Peña, José Luis (sin NSS) (sin CURP)",
            "4 nuevo Ruiz, María (se quitaron signos del nombre) (sin NSS) (sin CURP)"
        ]
    );
}

#[test]
fn bajas_and_enrolled_lists_are_told_by_their_heads() {
    let desk = desk();
    let bajas = desk.open("bajas.xlsx");
    assert_eq!(bajas.plan().kind, ImportKind::Bajas);
    assert_eq!(causes(&bajas), [(Cause::Unregistered, 4)]);
    let enrolled = desk.open("inscritos.xlsx");
    assert_eq!(enrolled.plan().kind, ImportKind::Enrolled);
    assert_eq!(causes(&enrolled), [(Cause::NameInOneCell, 12)]);
}
