use super::*;
use crate::domain::dispatch::ImssParts;
use crate::domain::ids::{MovementId, StudentId};

fn line(number: u32) -> DispatchLine {
    DispatchLine {
        number,
        movement: MovementId(number.into()),
        student: StudentId(number.into()),
        identifier: format!("2523{number:04}"),
        nss: "48190600428".into(),
        curp: Some("HEMJ040315HVZRXNA8".into()),
        name: PersonName::new("Ana", Some("Luna"), Some("Ñíguez")).unwrap(),
        imss: ImssParts {
            first_surname: "LUNA".into(),
            second_surname: "NIGUEZ".into(),
            given: "ANA".into(),
        },
        career: None,
        sex: None,
        umf: None,
        motive: None,
    }
}

fn row(line: &DispatchLine, kind: MovementKind, style: &CaptureStyle) -> CaptureRow {
    CaptureRow::of(line, kind, "2026-11-30".parse().unwrap(), style)
}

/// So many altas, in the usual order of fields; nobody has a UMF.
fn capture(rows: u32) -> Capture {
    let style = CaptureStyle::default();
    Capture::new(
        (1..=rows)
            .map(|number| row(&line(number), MovementKind::Alta, &style))
            .collect(),
    )
}

fn texts(row: &CaptureRow) -> Vec<(&str, &str)> {
    row.fields
        .iter()
        .map(|it| (it.field.code(), it.text.as_str()))
        .collect()
}

/// What the clipboard holds while one steps through the rest of a row.
fn steps(capture: &mut Capture) -> Vec<String> {
    let mut seen = Vec::new();
    while let Some(held) = capture.on_clipboard() {
        seen.push(held.text.clone());
        capture.next_field();
    }
    seen
}

/// Row, field: «2 nss», «2 -» past the last field, «fin» past the last row.
fn stands(capture: &Capture) -> String {
    match capture.bookmark() {
        Some(Bookmark { row, field }) => format!("{row} {}", field.map_or("-", |(_, field)| field.code())),
        None => "fin".to_owned(),
    }
}

#[test]
fn an_alta_is_typed_in_the_order_of_the_page() {
    let alta = row(&line(1), MovementKind::Alta, &CaptureStyle::default());
    assert_eq!(
        texts(&alta),
        [
            ("nss", "48190600428"),
            ("curp", "HEMJ040315HVZRXNA8"),
            ("paterno", "LUNA"),
            ("materno", "NIGUEZ"),
            ("nombre", "ANA"),
            ("umf", ""),
            ("fecha", "30/11/2026"),
        ]
    );
    let style = CaptureStyle {
        order: FieldOrder::parse("Fecha; nombre(s)\nclave del trabajador").unwrap(),
        date: DateForm::Plain,
    };
    assert_eq!(
        texts(&row(&line(1), MovementKind::Alta, &style)),
        [("fecha", "30112026"), ("nombre", "ANA"), ("clave", "25230001")]
    );
}

#[test]
fn a_baja_has_neither_curp_nor_umf() {
    let baja = row(&line(1), MovementKind::Baja, &CaptureStyle::default());
    let fields: Vec<&str> = texts(&baja).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["nss", "paterno", "materno", "nombre", "fecha"]);
}

#[test]
fn nobody_stops_at_a_field_with_nothing_to_type() {
    let mut capture = capture(1);
    assert_eq!(
        steps(&mut capture),
        [
            "48190600428",
            "HEMJ040315HVZRXNA8",
            "LUNA",
            "NIGUEZ",
            "ANA",
            "30/11/2026"
        ]
    );
    assert_eq!(stands(&capture), "1 -");
    capture.next_field();
    assert_eq!(stands(&capture), "1 -", "a row is left by Enter alone");
    capture.previous_field();
    assert_eq!(stands(&capture), "1 fecha");
    capture.previous_field();
    assert_eq!(stands(&capture), "1 nombre", "the empty UMF is passed over");
    capture.go_to_field(5);
    assert_eq!(stands(&capture), "1 nombre");
    capture.go_to_field(0);
    capture.previous_field();
    assert_eq!(
        stands(&capture),
        "1 nss",
        "there is nothing before the first field"
    );
}

#[test]
fn enter_closes_the_row_and_goes_to_the_next_one_that_waits() {
    let mut capture = capture(3);
    capture.next_row();
    assert_eq!(capture.capture_row(), Some(2));
    assert_eq!(stands(&capture), "3 nss");
    capture.next_field();
    assert_eq!(capture.capture_row(), Some(3));
    assert_eq!(stands(&capture), "1 nss", "the one that was passed over");
    assert_eq!((capture.captured(), capture.is_complete()), (2, false));
    assert_eq!(capture.capture_row(), Some(1));
    assert_eq!(stands(&capture), "fin");
    assert!(capture.is_complete());
    assert_eq!(capture.on_clipboard(), None);
    assert_eq!(capture.capture_row(), None, "there is no row any more");
}

#[test]
fn a_captured_row_stays_so_until_it_is_released() {
    let mut capture = capture(3);
    capture.capture_row();
    capture.previous_row();
    assert_eq!(stands(&capture), "1 nss");
    assert_eq!(capture.capture_row(), None, "it was captured before");
    assert_eq!(stands(&capture), "2 nss");
    assert_eq!(capture.release_row(), None, "this one was not");
    capture.previous_row();
    capture.next_field();
    assert_eq!(capture.release_row(), Some(1));
    assert_eq!(stands(&capture), "1 nss", "it begins anew");
    assert_eq!(capture.captured(), 0);
}

#[test]
fn one_can_look_back_from_the_end_and_return_to_it() {
    let mut capture = capture(2);
    capture.previous_row();
    assert_eq!(stands(&capture), "1 nss");
    capture.next_row();
    capture.next_row();
    assert_eq!(stands(&capture), "2 nss", "the end is not reached by stepping");
    capture.capture_row();
    capture.capture_row();
    assert_eq!(stands(&capture), "fin");
    capture.previous_row();
    assert_eq!(stands(&capture), "2 nss");
    capture.next_row();
    assert_eq!(stands(&capture), "fin");
    capture.previous_row();
    capture.release_row();
    capture.next_row();
    assert_eq!(stands(&capture), "2 nss");
}

#[test]
fn a_capture_goes_on_where_it_was_left() {
    let mut left = capture(3);
    left.capture_row();
    left.next_field();
    left.next_field();
    let bookmark = left.bookmark();
    assert_eq!(capture(3).resume(&[1], bookmark), left);
    assert_eq!(
        stands(&capture(3).resume(&[1], None)),
        "2 nss",
        "the first that waits"
    );
    assert_eq!(stands(&capture(3).resume(&[1, 2, 3], bookmark)), "fin");
    let past = Bookmark { row: 2, field: None };
    assert_eq!(stands(&capture(3).resume(&[1], Some(past))), "2 -");
}

#[test]
fn where_the_order_is_another_one_the_row_begins_anew() {
    let kept = |row, index, field| {
        let field = Some((index, field));
        stands(&capture(3).resume(&[], Some(Bookmark { row, field })))
    };
    assert_eq!(kept(2, 2, CaptureField::FirstSurname), "2 paterno");
    assert_eq!(kept(2, 0, CaptureField::Date), "2 nss", "the date came first");
    assert_eq!(kept(2, 6, CaptureField::Nss), "2 nss", "the NSS came last");
    assert_eq!(kept(2, 9, CaptureField::WorkerKey), "2 nss", "nobody asks for it");
    assert_eq!(kept(2, 5, CaptureField::Umf), "2 nss", "it is empty");
    assert_eq!(kept(9, 0, CaptureField::Nss), "1 nss", "there is no such row");
}

#[test]
fn an_envio_without_rows_is_at_its_end() {
    let mut empty = Capture::new(Vec::new());
    assert_eq!(stands(&empty), "fin");
    empty.next_row();
    empty.previous_row();
    empty.next_field();
    empty.previous_field();
    assert_eq!((empty.capture_row(), empty.release_row()), (None, None));
}

#[test]
fn the_order_of_the_fields_is_read_as_one_writes_it() {
    let read = |text: &str| FieldOrder::parse(text).map(|order| order.to_string());
    assert_eq!(
        FieldOrder::default().to_string(),
        "nss, curp, paterno, materno, nombre, umf, fecha"
    );
    assert_eq!(
        read("CURP, NSS, Apellido Materno, apellido paterno, Nombre(s), clínica"),
        Ok("curp, nss, materno, paterno, nombre, umf".into())
    );
    assert_eq!(read(" , "), Err(FieldFault::None));
    assert_eq!(read("nss, edad"), Err(FieldFault::Unknown("edad".into())));
    assert_eq!(read("nss, umf, NSS"), Err(FieldFault::Twice(CaptureField::Nss)));
    for field in CaptureField::ALL {
        assert_eq!(CaptureField::from_word(field.code()), Some(field));
    }
    for form in DateForm::ALL {
        assert_eq!(DateForm::from_code(form.code()), Some(form));
    }
}
