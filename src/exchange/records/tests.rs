use proptest::prelude::*;

use super::*;
use crate::domain::dispatch::ImssParts;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::imss_file::{Disagreement, Expected, SampleEncoding, SampleEnd, WrongLength};
use crate::domain::movement::BajaMotive;
use crate::domain::person_name::{NamePart, PersonName};

const ALTA: &[u8] = include_bytes!("../../../tests/fixtures/records/alta.txt");
const BAJA: &[u8] = include_bytes!("../../../tests/fixtures/records/baja.txt");
const WITH_CONTROL: &[u8] = include_bytes!("../../../tests/fixtures/records/alta-con-cifras.txt");
const WITH_ENYE: &[u8] = include_bytes!("../../../tests/fixtures/records/alta-con-enye.txt");
const WITHOUT_CURP: &[u8] = include_bytes!("../../../tests/fixtures/records/alta-sin-curp.txt");
const WITH_UMF: &[u8] = include_bytes!("../../../tests/fixtures/records/alta-con-umf.txt");
const UMF_OF_ZEROS: &[u8] = include_bytes!("../../../tests/fixtures/records/alta-umf-en-ceros.txt");

/// The layout that ships, with some of its lines changed.
fn layout(changes: &[(&str, &str)]) -> Layout {
    let mut text = Layout::default_text().to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replace(from, to);
    }
    Layout::parse(&text).unwrap()
}

fn line(given: &str, first: &str, second: &str, enye: crate::domain::person_name::Enye) -> DispatchLine {
    let name = PersonName::new(given, Some(first), Some(second)).unwrap();
    let imss = name.imss(enye);
    DispatchLine {
        number: 1,
        movement: MovementId(1),
        student: StudentId(1),
        identifier: "21230123".into(),
        nss: "03190412340".into(),
        curp: Some("HEMJ040315HVZRXNA8".into()),
        imss: ImssParts {
            first_surname: imss.first_surname,
            second_surname: imss.second_surname,
            given: imss.given,
        },
        name,
        career: None,
        sex: None,
        umf: None,
        motive: None,
    }
}

fn juan(layout: &Layout) -> DispatchLine {
    line("Juan Pablo", "Hernández", "Muñoz", layout.enye())
}

fn file(layout: &Layout, kind: MovementKind, lines: &[DispatchLine]) -> Result<Written, RecordFault> {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let cut = match kind {
        MovementKind::Alta => day(1, 16),
        MovementKind::Baja => day(1, 31),
    };
    let order = Order {
        registro: &RegistroPatronal::parse("Z99-00000-32-0").unwrap(),
        kind,
        cut,
        sent_on: None,
        lines,
    };
    write(layout, &order)
}

#[track_caller]
fn assert_writes(layout: &Layout, kind: MovementKind, lines: &[DispatchLine], golden: &[u8]) {
    let written = file(layout, kind, lines).unwrap();
    let shown = |bytes: &[u8]| bytes.escape_ascii().to_string();
    assert_eq!(shown(&written.bytes), shown(golden));
    assert_eq!(written.records, lines.len());
    let report = check_sample(layout, golden);
    assert!(
        report.passes(),
        "what it writes passes for its own sample: {report:?}"
    );
}

#[test]
fn an_alta_a_baja_and_the_cifras_de_control_are_those_of_the_reference_byte_for_byte() {
    let plain = layout(&[]);
    assert_writes(&plain, MovementKind::Alta, &[juan(&plain)], ALTA);
    assert_writes(&plain, MovementKind::Baja, &[juan(&plain)], BAJA);
    let with_control = plain.with_control(true);
    assert_writes(
        &with_control,
        MovementKind::Alta,
        &[juan(&with_control)],
        WITH_CONTROL,
    );
}

#[test]
fn each_option_changes_its_own_place_alone() {
    let kept = layout(&[
        ("codificacion = \"ascii\"", "codificacion = \"windows-1252\""),
        ("enye = \"N\"", "enye = \"conservar\""),
    ]);
    assert_writes(&kept, MovementKind::Alta, &[juan(&kept)], WITH_ENYE);

    let without_curp = layout(&[("curp = \"si\"", "curp = \"no\"")]);
    assert_writes(
        &without_curp,
        MovementKind::Alta,
        &[juan(&without_curp)],
        WITHOUT_CURP,
    );
    let plain = layout(&[]);
    let nobody_knows_the_curp = DispatchLine {
        curp: None,
        ..juan(&plain)
    };
    assert_writes(&plain, MovementKind::Alta, &[nobody_knows_the_curp], WITHOUT_CURP);

    let of_clinic = DispatchLine {
        umf: Some("036".into()),
        ..juan(&plain)
    };
    assert_writes(
        &plain,
        MovementKind::Alta,
        std::slice::from_ref(&of_clinic),
        WITH_UMF,
    );
    let blank = layout(&[("umf = \"estudiante\"", "umf = \"vacia\"")]);
    assert_writes(&blank, MovementKind::Alta, std::slice::from_ref(&of_clinic), ALTA);
    let zeros = layout(&[("umf_desconocida = \"espacios\"", "umf_desconocida = \"ceros\"")]);
    assert_writes(&zeros, MovementKind::Alta, &[juan(&zeros)], UMF_OF_ZEROS);
}

#[test]
fn a_baja_bears_the_cause_of_its_motive() {
    let layout = layout(&[("\n[causas]", "\n[causas]\negreso = \"1\"")]);
    for (motive, cause) in [
        (Some(BajaMotive::Graduation), b'1'),
        (Some(BajaMotive::OnRequest), b'6'),
        (None, b'6'),
    ] {
        let line = DispatchLine {
            motive,
            ..juan(&layout)
        };
        let written = file(&layout, MovementKind::Baja, &[line]).unwrap();
        assert_eq!(written.bytes[148], cause);
    }
}

#[test]
fn the_day_of_sending_is_asked_for_where_the_layout_wants_it() {
    let layout = layout(&[
        ("fecha = \"corte\"", "fecha = \"envio\""),
        ("fin_de_linea = \"crlf\"", "fin_de_linea = \"lf\""),
    ]);
    assert!(layout.needs_sending_day());
    let lines = [juan(&layout)];
    assert_eq!(
        file(&layout, MovementKind::Alta, &lines),
        Err(RecordFault::NoSendingDay)
    );
    let cut = NaiveDate::from_ymd_opt(2026, 1, 16).unwrap();
    let order = Order {
        registro: &RegistroPatronal::parse("Z99-00000-32-0").unwrap(),
        kind: MovementKind::Alta,
        cut,
        sent_on: cut.pred_opt(),
        lines: &lines,
    };
    let written = write(&layout, &order).unwrap();
    assert_eq!(&written.bytes[118..126], b"15012026");
    assert_eq!((written.bytes.len(), written.bytes[168]), (169, b'\n'));
}

#[test]
fn each_letter_that_changed_is_told_by_row_and_part() {
    let layout = layout(&[]);
    let lines = [
        juan(&layout),
        DispatchLine {
            number: 2,
            ..line("José Luis", "D'Acosta", "Mac-Gregor", layout.enye())
        },
        DispatchLine {
            number: 3,
            ..line("Ana", "Soto", "Gil", layout.enye())
        },
        DispatchLine {
            number: 4,
            imss: ImssParts {
                first_surname: "SOTO".into(),
                second_surname: String::new(),
                given: "ANA MARIA".into(),
            },
            ..line("Ana", "Soto", "", layout.enye())
        },
    ];
    let rewritten = file(&layout, MovementKind::Alta, &lines).unwrap().rewritten;
    let told: Vec<_> = rewritten
        .iter()
        .map(|it| (it.row, it.part, it.before.as_str(), it.after.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (1, NamePart::FirstSurname, "Á", "A"),
            (1, NamePart::SecondSurname, "Ñ", "N"),
            (2, NamePart::FirstSurname, "'", " "),
            (2, NamePart::SecondSurname, "-", " "),
            (2, NamePart::Given, "É", "E"),
            (4, NamePart::Given, "Ana", "ANA MARIA"),
        ]
    );
    assert_eq!(rewritten.iter().filter(|it| it.is_enye()).count(), 1);
}

#[test]
fn nothing_is_cut_to_fit_and_the_row_is_named() {
    let layout = layout(&[]);
    let with = |change: fn(&mut DispatchLine)| {
        let mut line = juan(&layout);
        line.number = 7;
        change(&mut line);
        file(&layout, MovementKind::Alta, &[juan(&layout), line]).unwrap_err()
    };
    let long = "A".repeat(28);
    assert_eq!(
        with(|line| line.imss.given = "A".repeat(28)),
        RecordFault::TooLong {
            row: 7,
            field: Filler::Given,
            text: long,
            room: 27
        }
    );
    assert_eq!(
        with(|line| line.identifier = "ABCD12345678".into()),
        RecordFault::TooLong {
            row: 7,
            field: Filler::WorkerKey,
            text: "ABCD12345678".into(),
            room: 10
        }
    );
    assert_eq!(
        with(|line| line.imss.second_surname = "MUÑOZ".into()),
        RecordFault::NotCarried {
            row: 7,
            field: Filler::SecondSurname,
            text: "MUÑOZ".into(),
            ch: 'Ñ'
        }
    );
    let left_out = with(|line| {
        line.name = PersonName::new("Søren", Some("Hernández"), Some("Muñoz")).unwrap();
        line.imss.given = "SREN".into();
    });
    assert_eq!(
        left_out,
        RecordFault::NotCarried {
            row: 7,
            field: Filler::Given,
            text: "Søren".into(),
            ch: 'Ø'
        }
    );
    for (field, fault) in [
        (Filler::Nss, with(|line| line.nss = "3190412340".into())),
        (Filler::Nss, with(|line| line.nss = "03-19-04-1234-0".into())),
        (Filler::Nss, with(|line| line.nss = "03190412341".into())),
        (Filler::Curp, with(|line| line.curp = Some("HEMJ040315".into()))),
        (
            Filler::Curp,
            with(|line| line.curp = Some("hemj040315hvzrxna8".into())),
        ),
        (Filler::Umf, with(|line| line.umf = Some("36 A".into()))),
    ] {
        assert!(
            matches!(&fault, RecordFault::Form { row: 7, field: of, .. } if *of == field),
            "{fault:?}"
        );
    }
}

#[test]
fn the_sample_of_another_profile_disagrees_place_by_place() {
    let plain = layout(&[]);
    let other = String::from_utf8(ALTA.to_vec())
        .unwrap()
        .replace("000000      100", "030000000000200");
    let twice = other.repeat(2);
    let report = check_sample(&plain, twice.as_bytes());
    assert!(!report.passes());
    assert_eq!(report.movements, 2);
    let alta = RecordKind::Movement(MovementKind::Alta);
    let constant = |field, from, until, expected, found: &str| Disagreement {
        record: alta,
        field,
        from,
        until,
        expected,
        found: found.into(),
        line: 1,
        records: 2,
    };
    assert_eq!(
        report.disagreements,
        [
            constant(
                Some(Filler::Sbc),
                104,
                109,
                Expected::Text("000000".into()),
                "030000"
            ),
            constant(None, 110, 115, Expected::Spaces, "000000"),
            constant(
                Some(Filler::WorkerType),
                116,
                116,
                Expected::Text("1".into()),
                "2"
            ),
        ]
    );
}

#[test]
fn a_sample_tells_its_lengths_ends_letters_and_cifras_de_control() {
    let plain = layout(&[]);
    let text = String::from_utf8(ALTA.to_vec()).unwrap();
    let report = |bytes: &[u8]| check_sample(&plain, bytes);

    let short = report(format!("{}{}", text, &text[1..]).as_bytes());
    assert_eq!(short.wrong_lengths, [WrongLength { line: 2, found: 167 }]);
    assert_eq!((short.movements, short.passes()), (1, false));

    let unix = report(text.replace("\r\n", "\n").as_bytes());
    assert_eq!(
        (unix.end, unix.end_agrees(), unix.passes()),
        (SampleEnd::Lf, false, false)
    );
    let endless = report(text.trim_end().as_bytes());
    assert_eq!((endless.end, endless.passes()), (SampleEnd::None, true));

    let windows = report(WITH_ENYE);
    assert_eq!(windows.encoding, SampleEncoding::Windows1252);
    assert_eq!(windows.disagreements.len(), 1, "the Ñ");
    let utf8 = report(text.replace("MUNOZ", "MUÑOZ").as_bytes());
    assert_eq!(
        (utf8.encoding, utf8.encoding_agrees()),
        (SampleEncoding::Utf8, false)
    );
    assert!(utf8.wrong_lengths.is_empty(), "letters are counted, not bytes");

    let with_control = report(WITH_CONTROL);
    assert_eq!((with_control.controls, with_control.control_agrees()), (1, false));
    assert!(with_control.disagreements.is_empty());
    let counted_wrong = String::from_utf8(WITH_CONTROL.to_vec())
        .unwrap()
        .replace("000001", "000002");
    let counted_wrong = check_sample(&plain.clone().with_control(true), counted_wrong.as_bytes());
    assert_eq!(counted_wrong.disagreements[0].field, Some(Filler::Total));

    for nothing in [b"".as_slice(), b"\r\n", b"Movimientos enviados"] {
        assert!(!report(nothing).passes());
    }
}

fn any_line() -> impl Strategy<Value = DispatchLine> {
    let letters = "[A-Za-zÁÉñÑÜüŁø' .\\-ж\u{301}0-9]{0,32}";
    let names = (letters, letters, letters);
    let written = ("[A-ZÑ ]{0,30}", "[A-ZÑ ]{0,30}", "[A-ZÁÑ\u{0}-\u{9f} ]{0,30}");
    let numbers = (
        "([0-9]{11}|[0-9]{0,12}|03190412340)",
        proptest::option::of("([A-Z0-9]{18}|[A-Zñ0-9]{0,20})"),
        proptest::option::of("[0-9]{0,4}"),
        "[A-Z0-9ñ]{0,12}",
    );
    (names, written, numbers, any::<bool>()).prop_map(|(names, written, numbers, by_rule)| {
        let (given, first, second) = names;
        let name = PersonName::new(&given, Some(&first), Some(&second))
            .or_else(|_| PersonName::new("Ana", Some("Soto"), None))
            .unwrap();
        let imss = name.imss(crate::domain::person_name::Enye::AsN);
        let imss = if by_rule {
            (imss.first_surname, imss.second_surname, imss.given)
        } else {
            written
        };
        let (nss, curp, umf, identifier) = numbers;
        DispatchLine {
            identifier,
            nss,
            curp,
            umf,
            name,
            imss: ImssParts {
                first_surname: imss.0,
                second_surname: imss.1,
                given: imss.2,
            },
            ..juan(&layout(&[]))
        }
    })
}

proptest! {
    #[test]
    fn every_record_has_its_length_or_there_is_no_file(
        lines in proptest::collection::vec(any_line(), 0..4),
        of_windows in any::<bool>(),
        of_altas in any::<bool>(),
    ) {
        let mut changes = vec![("cifras_de_control = \"no\"", "cifras_de_control = \"si\"")];
        if of_windows {
            changes.push(("codificacion = \"ascii\"", "codificacion = \"windows-1252\""));
        }
        let kind = if of_altas { MovementKind::Alta } else { MovementKind::Baja };
        if let Ok(written) = file(&layout(&changes), kind, &lines) {
            prop_assert_eq!(written.bytes.len(), (lines.len() + 1) * 170);
            for record in written.bytes.chunks(170) {
                prop_assert!(record.ends_with(b"\r\n"));
                prop_assert!(record[..168].iter().all(|byte| *byte >= b' ' && *byte != 0x7f));
            }
        }
    }

    #[test]
    fn a_right_row_is_written(given in "[A-Za-zÁñ]{1,27}", nss in 1_u64..9_999_999_999) {
        let plain = layout(&[]);
        let digits = format!("{nss:010}");
        let nss = (0..10).map(|check| format!("{digits}{check}")).find(|it| Nss::parse(it).is_ok()).unwrap();
        let line = DispatchLine { nss, ..line(&given, "Soto", "", plain.enye()) };
        prop_assert_eq!(file(&plain, MovementKind::Alta, &[line]).unwrap().bytes.len(), 170);
    }

    #[test]
    fn no_sample_is_too_odd_to_be_compared(bytes in proptest::collection::vec(any::<u8>(), 0..400), at in 0_usize..168) {
        let plain = layout(&[]);
        prop_assert!(!check_sample(&plain, &bytes).passes());
        let mut spoiled = ALTA.to_vec();
        spoiled.splice(at..(at + bytes.len()).min(168), bytes.iter().copied().take(168 - at));
        let _ = check_sample(&plain, &spoiled);
    }

    #[test]
    fn no_text_is_too_odd_to_be_read_as_a_layout(from in 0_usize..4_000, until in 0_usize..200, put in "[\\[\\]{}=\"a-z0-9\n,ñ]{0,12}") {
        let mut text: Vec<char> = Layout::default_text().chars().collect();
        let from = from.min(text.len());
        let until = (from + until).min(text.len());
        text.splice(from..until, put.chars());
        let text: String = text.into_iter().collect();
        if let Err(fault) = Layout::parse(&text) {
            prop_assert!((1..=text.lines().count() + 1).contains(&fault.line()), "{:?}", fault);
        }
    }
}
