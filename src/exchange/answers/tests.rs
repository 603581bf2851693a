use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::movement::{MovementKind, Rejection};
use crate::exchange::workbook::read_bytes;

const JUAN: &str = "03190412340";
const ANA: &str = "48190600428";
const EVA: &str = "02170300012";

#[track_caller]
fn read_text(text: impl AsRef<[u8]>) -> Result<AnswerSheet, AnswerFault> {
    read(&read_bytes("respuesta.csv", text.as_ref()).unwrap())
}

/// Row, NSS, and what was done: «aceptada», or code and cause of the rejection.
fn told(sheet: &AnswerSheet) -> Vec<(u32, &str, String)> {
    let answers = sheet.answers.iter();
    answers
        .map(|answer| {
            let outcome = match &answer.outcome {
                Outcome::Accepted => "aceptada".to_owned(),
                Outcome::Rejected(Rejection { code, cause }) => match code {
                    Some(code) => format!("[{code}] {cause}"),
                    None => cause.clone(),
                },
            };
            (answer.row, answer.nss.as_str(), outcome)
        })
        .collect()
}

fn unread(sheet: &AnswerSheet) -> Vec<(u32, &str)> {
    sheet.unread.iter().map(|it| (it.row, it.text.as_str())).collect()
}

#[test]
fn a_sheet_with_headers_is_read_whatever_separates_its_columns() {
    let text = "Acuse de movimientos,,,,,,\nLote:,8841207,,,,,\nNSS,Nombre,Tipo de movimiento,Resultado,Código,Causa,Fecha de \
                respuesta\n03190412340,HERNANDEZ MUNOZ JUAN,08,Operado,,,18/11/2026\n48-19-06-0042-8,SOTO \
                ANA,08,Rechazado,57,CURP no coincide,2026-11-18\n02170300012,GIL EVA,02,No operado,,,\n";
    for separator in [",", ";", "\t"] {
        let sheet = read_text(text.replace(',', separator)).unwrap();
        assert_eq!(
            told(&sheet),
            [
                (4, JUAN, "aceptada".to_owned()),
                (5, ANA, "[57] CURP no coincide".to_owned()),
                (6, EVA, "No operado".to_owned()),
            ]
        );
        assert_eq!(sheet.lote.as_deref(), Some("8841207"));
        assert_eq!(sheet.unread, []);
        let movements: Vec<_> = sheet
            .answers
            .iter()
            .map(|answer| answer.movement.unwrap())
            .collect();
        assert_eq!(
            movements,
            [MovementKind::Alta, MovementKind::Alta, MovementKind::Baja]
        );
        let day = NaiveDate::from_ymd_opt(2026, 11, 18);
        assert_eq!((sheet.answers[0].on, sheet.answers[1].on), (day, day));
        assert_eq!(sheet.answers[0].name.as_deref(), Some("HERNANDEZ MUNOZ JUAN"));
    }
}

#[test]
fn letters_of_every_encoding_arrive() {
    let text = "Número de Seguridad Social;Situación;Descripción\r\n03190412340;Rechazado;Nombre de NÚÑEZ no coincide\r\n";
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for bytes in [text.as_bytes(), format!("\u{feff}{text}").as_bytes(), &windows] {
        let sheet = read_text(bytes).unwrap();
        assert_eq!(
            told(&sheet),
            [(2, JUAN, "Nombre de NÚÑEZ no coincide".to_owned())]
        );
    }
}

#[test]
fn a_workbook_of_several_sheets_is_read_where_it_has_columns() {
    let sheet = |rows: &[[&str; 2]]| crate::exchange::Sheet {
        head: vec!["NSS".into(), "Estatus".into()],
        rows: rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect(),
    };
    let altas = sheet(&[[JUAN, "Aceptado"], [ANA, "Pendiente"]]);
    let book = read_bytes("altas.csv", &crate::exchange::csv::write(&altas).unwrap()).unwrap();
    let mut hidden = book.sheets[0].clone();
    hidden.hidden = true;
    let notes = read_bytes("notas.csv", b"Notas,de la oficina\n02170300012,aceptado\n").unwrap();
    let mut several = book.clone();
    several.sheets.extend([hidden, notes.sheets[0].clone()]);
    let read = read(&several).unwrap();
    assert_eq!(told(&read), [(2, JUAN, "aceptada".to_owned())]);
    assert_eq!(unread(&read), [(3, "48190600428 | Pendiente")]);
}

#[test]
fn a_zero_that_a_spreadsheet_dropped_is_put_back_only_where_the_check_digit_agrees() {
    let sheet = read_text(
        "NSS,Resultado\n3190412340,Aceptado\n0217030001,Aceptado\n4.81906E+10,Aceptado\n'48190600428,Aceptado\n=\"02170300012\",\
         Aceptado\n48190600429,Aceptado\n",
    )
    .unwrap();
    let read: Vec<_> = told(&sheet).into_iter().map(|(row, nss, _)| (row, nss)).collect();
    assert_eq!(read, [(2, JUAN), (5, ANA), (6, EVA)]);
    let rows: Vec<u32> = sheet.unread.iter().map(|it| it.row).collect();
    assert_eq!(rows, [3, 4, 7]);
}

#[test]
fn a_check_digit_apart_is_never_taken_for_a_lost_zero() {
    let sheet = read_text(
        "NSS,Dígito verificador,Resultado\n0319041234,0,Aceptado\n319041234,0,Aceptado\n4819060042,8,Aceptado\n3190412340,,\
         Aceptado\n",
    )
    .unwrap();
    let read: Vec<_> = told(&sheet).into_iter().map(|(row, nss, _)| (row, nss)).collect();
    assert_eq!(read, [(2, JUAN), (3, JUAN), (4, ANA)]);
    assert_eq!(sheet.unread.len(), 1);
}

#[test]
fn what_says_nothing_or_both_is_shown_and_not_guessed() {
    let sheet = read_text(
        "NSS,Resultado,Causa\n03190412340,Aceptado,\n48190600428,Aceptado,Rechazado por duplicidad\n02170300012,En \
         proceso,\n12180599990,,\n,Aceptado,\n03190412340,Rechazado,Ya fue operado antes\nNSS,Resultado,Causa\n88190400072,Sin \
         error,\nTotal,2,\n",
    )
    .unwrap();
    assert_eq!(
        told(&sheet),
        [
            (2, JUAN, "aceptada".to_owned()),
            (7, JUAN, "Ya fue operado antes".to_owned())
        ]
    );
    let rows: Vec<u32> = sheet.unread.iter().map(|it| it.row).collect();
    assert_eq!(rows, [3, 4, 5, 6, 9, 10]);
}

#[test]
fn a_list_of_rejections_needs_no_column_of_results_where_its_causes_are_known() {
    let sheet = read_text(
        "NSS,Causa de rechazo\n03190412340,Movimiento duplicado\n48190600428,ninguna\n02170300012,Sin error\n",
    )
    .unwrap();
    assert_eq!(told(&sheet), [(2, JUAN, "Movimiento duplicado".to_owned())]);
    assert_eq!(sheet.unread.len(), 2);
    let not_of_rejections = read_text("NSS,Observaciones\n03190412340,Movimiento duplicado\n");
    assert_eq!(not_of_rejections, Err(AnswerFault::NoOutcome { people: 1 }));
}

#[test]
fn a_column_of_results_that_is_called_otherwise_is_found_by_its_words() {
    let sheet = read_text(
        "NSS,Nombre,Qué pasó\n03190412340,ANA,aceptada\n48190600428,EVA,RECHAZADA: código 57 CURP\n",
    );
    assert_eq!(
        told(&sheet.unwrap()),
        [
            (2, JUAN, "aceptada".to_owned()),
            (3, ANA, "[57] código 57 CURP".to_owned())
        ]
    );
}

#[test]
fn another_movement_than_alta_and_baja_answers_none_of_ours() {
    let sheet =
        read_text("NSS,Tipo,Resultado\n03190412340,07,Aceptado\n48190600428,Estudiante,Aceptado\n").unwrap();
    assert_eq!(told(&sheet), [(3, ANA, "aceptada".to_owned())]);
    assert_eq!((sheet.answers[0].movement, sheet.unread.len()), (None, 1));
}

#[test]
fn lines_without_columns_are_read_by_number_and_word() {
    let sheet = read_text(
        "Resultado del envío, lote núm. 77123\r\n\r\n03190412340 HERNANDEZ MUNOZ JUAN ALTA ACEPTADO\r\nNSS 48-19-06-0042-8 baja \
         rechazada: error 12, ya dado de alta por otro\r\n0217030001 2 OPERADO\r\n48190600429 ACEPTADO\r\n12180599990 en \
         proceso\r\n03190412340 y 48190600428 aceptados\r\nTotal aceptados 2\r\n",
    )
    .unwrap();
    assert_eq!(
        told(&sheet),
        [
            (3, JUAN, "aceptada".to_owned()),
            (4, ANA, "[12] error 12, ya dado de alta por otro".to_owned()),
            (5, EVA, "aceptada".to_owned()),
        ]
    );
    assert_eq!(sheet.answers[0].movement, Some(MovementKind::Alta));
    assert_eq!(
        sheet.answers[1].movement,
        Some(MovementKind::Baja),
        "as before the result"
    );
    assert_eq!(sheet.lote.as_deref(), Some("77123"));
    let rows: Vec<u32> = sheet.unread.iter().map(|it| it.row).collect();
    assert_eq!(rows, [1, 6, 7, 8, 9]);
}

#[test]
fn a_record_of_168_characters_is_read_by_its_positions() {
    let record = String::from_utf8_lossy(include_bytes!("../../../tests/fixtures/records/alta.txt"));
    let record = record.trim_end();
    for between in [" ", ";", "\t", "|"] {
        let sheet = read_text(format!(
            "{record}{between}RECHAZADO{between}NSS de baja\n{record}{between}ACEPTADO\n{record}\n"
        ))
        .unwrap();
        assert_eq!(
            told(&sheet)[0],
            (1, JUAN, "NSS de baja".to_owned()),
            "{between:?}"
        );
        assert_eq!(told(&sheet)[1], (2, JUAN, "aceptada".to_owned()));
        let answer = &sheet.answers[0];
        assert_eq!(answer.movement, Some(MovementKind::Alta));
        assert_eq!(answer.name.as_deref(), Some("HERNANDEZ MUNOZ JUAN PABLO"));
        // A record by itself does not say what was done with it.
        assert_eq!(sheet.unread.len(), 1);
    }
    assert_eq!(read_text(record), Err(AnswerFault::NoOutcome { people: 1 }));
}

#[test]
fn a_file_that_names_nobody_or_says_nothing_is_refused() {
    assert_eq!(
        read_text("Número de control,Nombre,Resultado\n21230123,Juan,Aceptado\n"),
        Err(AnswerFault::NoNss)
    );
    assert_eq!(read_text("Aceptado\n"), Err(AnswerFault::NoNss));
    // A column is there, and what stands in it is cut short.
    assert_eq!(
        read_text("NSS,Resultado\n4819,Aceptado\n1.2E+10,Aceptado\n"),
        Err(AnswerFault::NoRightNss { rows: 2 })
    );
    assert_eq!(
        read_text("NSS,Nombre\n03190412340,Juan\n48190600428,Ana\n"),
        Err(AnswerFault::NoOutcome { people: 2 })
    );
}

#[test]
fn a_file_that_names_two_lotes_names_none() {
    let sheet = read_text("NSS,Resultado,Lote\n03190412340,Aceptado,1\n48190600428,Aceptado,2\n").unwrap();
    assert_eq!((sheet.answers.len(), sheet.lote), (2, None));
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd_to_be_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(book) = read_bytes("respuesta.txt", &bytes) {
            let _ = read(&book);
        }
    }

    #[test]
    fn no_cells_are_too_odd_and_every_row_that_names_somebody_is_told(
        rows in proptest::collection::vec(
            "(NSS|03190412340|48190600428|3190412340|[0-9]{9,12})?[,; ]?(\\PC{0,6}|aceptado|rechazado: código|lote|sin error|\u{301}é|07|08)?[,;\t](\\PC{0,8}|Resultado|Causa|operado)?",
            0..12,
        ),
    ) {
        let text = rows.join("\n");
        let Ok(book) = read_bytes("respuesta.txt", text.as_bytes()) else {
            return Ok(());
        };
        if let Ok(sheet) = read(&book) {
            let last = book.sheets[0].first_row + u32::try_from(book.sheets[0].rows.len()).unwrap();
            for answer in &sheet.answers {
                prop_assert!(answer.row < last);
                if let Outcome::Rejected(why) = &answer.outcome {
                    prop_assert!(!why.cause.trim().is_empty());
                }
            }
        }
    }
}
