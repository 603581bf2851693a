//! The sheet against its committed goldens, its own geometry and its readers.

use super::*;
use crate::domain::checklist::Requirement;
use crate::print::page::Mark;
use crate::print::pdf;
use crate::print::proof::{assert_golden, assert_in_the_margins, masthead, refused_place, said};
use crate::print::qr::MuteCode;
use crate::print::student_head::Labelled;
use crate::words::checklist as list_words;

fn labelled(label: &str, value: &str) -> Labelled {
    Labelled {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

fn row(requirement: Requirement, delivered: Option<bool>, on: &str, remark: &str) -> SheetRow {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    SheetRow {
        number: requirement.number(),
        requirement: list_words::requirement(requirement).to_owned(),
        delivered,
        on: filled(on),
        remark: filled(remark),
    }
}

/// The person of the mockup.
fn mockup() -> ChecklistSheet {
    let fact = |icon, label: &str, fact: &str, line: &str| FactBlock {
        icon,
        label: label.to_owned(),
        fact: fact.to_owned(),
        line: Some(line.to_owned()),
    };
    let yes = Some(true);
    ChecklistSheet {
        masthead: masthead(),
        student: StudentHead {
            name: "HERNÁNDEZ MUÑOZ, JUAN PABLO".to_owned(),
            school: "Ingeniería Industrial · 3.er semestre · inscrito en AGO-DIC 2026".to_owned(),
            identifier: labelled("Número de control", "24TE0215"),
            nss: labelled("NSS", "03-19-04-1234-0"),
            curp: labelled("CURP", "HEMJ040315HVZRXNA8"),
            clinic: labelled("UMF, turno, consultorio", "UMF 12 · matutino · 4"),
        },
        signing_name: "Juan Pablo Hernández Muñoz".to_owned(),
        facts: [
            fact(
                Icon::CircleArrowUp,
                "Movimiento",
                "Alta aceptada el 18 nov 2026",
                "Corte del 16 nov, enviada el 13 nov 2026",
            ),
            fact(
                Icon::CalendarClock,
                "Se espera",
                "Vigente entre el 17 y el 19 nov 2026",
                "De 24 a 72 horas después del corte",
            ),
            fact(
                Icon::ShieldCheck,
                "Comprobado",
                "VIGENTE, constancia del 20 nov 2026",
                "La vio Lupita en ventanilla el 20 nov 2026",
            ),
        ],
        rows: vec![
            row(
                Requirement::AssignedNss,
                yes,
                "18 ago 2026",
                "Constancia del 12 ago 2026",
            ),
            row(Requirement::CurrentCurp, yes, "18 ago 2026", ""),
            row(Requirement::Enrolment, yes, "21 ago 2026", "AGO-DIC 2026"),
            row(
                Requirement::Declaration,
                yes,
                "21 ago 2026",
                "Firmada en esta ventanilla",
            ),
            row(
                Requirement::CheckedVigencia,
                yes,
                "20 nov 2026",
                "Constancia del 20 nov 2026: VIGENTE; registro de este plantel: sí",
            ),
            row(Requirement::Identification, yes, "21 ago 2026", ""),
            row(
                Requirement::ProofOfAddress,
                yes,
                "21 ago 2026",
                "Recibo de agua de jul 2026",
            ),
            row(
                Requirement::Photograph,
                Some(false),
                "",
                "Quedó de traerla el 27 nov 2026",
            ),
            row(Requirement::ProofOfAlta, yes, "20 nov 2026", ""),
            row(
                Requirement::ClinicRegistration,
                yes,
                "20 nov 2026",
                "UMF 12 · matutino · consultorio 4",
            ),
            row(Requirement::Carnet, None, "", ""),
        ],
        summed_up: "9 de 11 requisitos recibidos. Faltan: 8, fotografía infantil; 11, carnet o cartilla."
            .to_owned(),
        clerk: "Lupita".to_owned(),
        folio: "C5M9".to_owned(),
        printed: "Impreso el sábado 21 nov 2026, 10:42 · Lupita".to_owned(),
        valid: "Datos al 21 nov 2026. Documento sin validez oficial.".to_owned(),
    }
}

/// Two surnames of 40 letters, given names of 40, and everything else as long as it may be.
fn longest() -> ChecklistSheet {
    let surnames = [
        "MONTES DE OCA Y FERNÁNDEZ DE LIZARDI ROA",
        "GUTIÉRREZ DE VELASCO Y ÍÑIGUEZ ZUMÁRRAGA",
    ];
    let given = "MARÍA GUADALUPE DE LOS ÁNGELES ESPERANZA";
    assert_eq!(surnames.map(|name| name.chars().count()), [40, 40]);
    assert_eq!(given.chars().count(), 40);
    let remark = "Quedó de traer la copia certificada ante notario el lunes 23 de noviembre de 2026";
    let remark: String = remark.chars().take(80).collect();
    ChecklistSheet {
        student: StudentHead {
            name: format!("{}, {given}", surnames.join(" ")),
            school: "Ingeniería en Tecnologías de la Información y Comunicaciones · 12.º semestre · inscrito en VERANO 2026"
                .to_owned(),
            identifier: labelled("Folio provisional", "P20260001"),
            nss: labelled("NSS (por confirmar)", "4819060048200"),
            curp: labelled("CURP (por confirmar)", "HEMJ040315HVZRXNA"),
            clinic: labelled("UMF, turno, consultorio", "UMF 999 · jornada acumulada · 12B"),
        },
        signing_name: format!("{given} {}", surnames.join(" ")),
        rows: Requirement::ALL
            .map(|requirement| row(requirement, Some(true), "30 sep 2026", &remark))
            .to_vec(),
        clerk: "María del Refugio Hernández de la Garza".to_owned(),
        ..mockup()
    }
}

/// Who came to the window for the first time today.
fn nothing_known() -> ChecklistSheet {
    let fact = |icon, label: &str, fact: &str| FactBlock {
        icon,
        label: label.to_owned(),
        fact: fact.to_owned(),
        line: None,
    };
    ChecklistSheet {
        masthead: Masthead {
            legend: None,
            ..mockup().masthead
        },
        student: StudentHead {
            name: "FEDERICO".to_owned(),
            school: "inscrito".to_owned(),
            identifier: labelled("Folio provisional", "P20260012"),
            nss: labelled("NSS", "por capturar"),
            curp: labelled("CURP", "por capturar"),
            clinic: labelled("UMF, turno, consultorio", "Por asignar"),
        },
        signing_name: "Federico".to_owned(),
        facts: [
            fact(Icon::Circle, "Movimiento", "Sin movimientos al 21 nov 2026"),
            fact(Icon::Circle, "Se espera", "Nada todavía"),
            fact(Icon::Circle, "Comprobado", "Sin dato al 21 nov 2026"),
        ],
        rows: Requirement::ALL
            .map(|requirement| row(requirement, None, "", ""))
            .to_vec(),
        summed_up: "Ningún requisito recibido todavía.".to_owned(),
        ..mockup()
    }
}

#[test]
fn the_person_of_the_mockup() {
    assert_golden("checklist-mockup", &[page(&mockup()).unwrap()]);
}

#[test]
fn the_longest_of_everything() {
    assert_golden("checklist-longest", &[page(&longest()).unwrap()]);
}

#[test]
fn nothing_known_yet() {
    assert_golden("checklist-nothing-known", &[page(&nothing_known()).unwrap()]);
}

#[test]
fn letters_that_other_programs_lose() {
    let list = ChecklistSheet {
        student: StudentHead {
            name: "D'ACOSTA ÑÁÑEZ-GÜIRALDES, XIMENA ÍÑIGA".to_owned(),
            ..mockup().student
        },
        signing_name: "Ximena Íñiga D'Acosta Ñáñez-Güiraldes".to_owned(),
        ..mockup()
    };
    assert_golden("checklist-letters", &[page(&list).unwrap()]);
}

#[test]
fn the_blocks_add_up_to_the_body_of_a_sheet() {
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    near(WIDTH, 185.9);
    near(REQUIREMENT - LEFT + (DELIVERED - REQUIREMENT), 8.0 + 82.0);
    near(DATE - DELIVERED, 20.0);
    near(REMARK - DATE, 24.0);
    near(RIGHT - REMARK, 51.9);
    near(ROWS - HEADS, 6.0);
    near(ROWS + 11.0 * ROW, 204.0);
    // Title 10, student 22, facts 16, heads 6, rows 99, remarks 20, signatures 28, and 13.4 of white between them.
    let heights = 10.0 + 22.0 + 16.0 + 6.0 + 99.0 + 20.0 + 28.0;
    near(heights + 13.4, 214.4);
    near(SIGNATURES + 28.0 - 42.0, 214.0);
    const { assert!(SIGNATURES + 28.0 < frame::FOOT_RULE) };
}

#[test]
fn a_name_is_never_cut() {
    let letters = |text: &str| text.replace([' ', '\n'], "");
    for name in [
        longest().student.name,
        format!("{} {}, {}", "Ñ".repeat(40), "W".repeat(40), "M".repeat(40)),
    ] {
        let list = ChecklistSheet {
            student: StudentHead {
                name: name.clone(),
                ..mockup().student
            },
            signing_name: name.clone(),
            ..mockup()
        };
        let sheet = page(&list).unwrap();
        let lines: Vec<&str> = sheet
            .texts()
            .filter(|run| run.style.face == Face::Bold && (55.0..60.0).contains(&run.y))
            .map(|run| run.text.as_str())
            .collect();
        assert_eq!(letters(&lines.concat()), letters(&name));
        assert!(!said(&sheet).contains('…'));
        assert!(said(&sheet).contains("Estudiante"), "somebody signs below it");
    }
}

#[test]
fn what_has_no_room_is_an_error_that_names_its_place() {
    let refused = |list: ChecklistSheet| refused_place(page(&list));
    let mut wide = mockup();
    wide.rows[7].remark = Some("W".repeat(80));
    assert_eq!(refused(wide), place::REMARK);
    assert_eq!(
        refused(ChecklistSheet {
            student: StudentHead {
                school: "Ingeniería ".repeat(40),
                ..mockup().student
            },
            ..mockup()
        }),
        place::CAREER
    );
    assert_eq!(
        refused(ChecklistSheet {
            clerk: "W".repeat(60),
            ..mockup()
        }),
        place::PRINTED_BY
    );
    assert_eq!(
        refused(ChecklistSheet {
            student: StudentHead {
                name: "POPESCU, RAREȘ".to_owned(),
                ..mockup().student
            },
            ..mockup()
        }),
        place::NAME
    );
}

#[test]
fn every_text_lies_between_the_margins_and_over_no_other() {
    for list in [mockup(), longest(), nothing_known()] {
        assert_in_the_margins(&page(&list).unwrap());
    }
}

#[test]
fn the_foot_carries_the_seal_and_the_code_neither_nss_nor_curp() {
    let sheet = page(&mockup()).unwrap();
    let seal = sheet.seal.clone().unwrap();
    assert!(said(&sheet).contains(&format!("Folio C5M9 · sello {seal}")));
    let mut other = mockup();
    other.rows[10].delivered = Some(true);
    assert_ne!(page(&other).unwrap().seal, Some(seal));

    let codes: Vec<_> = sheet
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Qr { code, .. } => Some(code.text()),
            _ => None,
        })
        .collect();
    assert_eq!(codes.len(), 1);
    let mute = MuteCode::parse(codes[0]).unwrap();
    assert_eq!((mute.identifier(), mute.folio()), ("24TE0215", "C5M9"));
}

#[test]
fn the_pdf_reads_back() {
    let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 21)
        .unwrap()
        .and_hms_opt(10, 42, 0)
        .unwrap();
    let document = document_of(vec![page(&mockup()).unwrap(), page(&longest()).unwrap()]);
    let bytes = pdf::render(&document, at).unwrap();
    assert!(bytes == pdf::render(&document, at).unwrap());
    let read = lopdf::Document::load_mem(&bytes).unwrap();
    let text = read.extract_text(&[1]).unwrap();
    for sentence in [
        "Lista de cotejo",
        "HERNÁNDEZ MUÑOZ, JUAN PABLO",
        "Fotografía infantil",
        "Quedó de traerla el 27 nov 2026",
    ] {
        assert!(text.contains(sentence), "{sentence:?} is missing in {text}");
    }
}
