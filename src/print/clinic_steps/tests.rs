//! The sheet of steps against its goldens, its own geometry and its readers.

use super::*;
use crate::domain::settings::{Setting, Topic};
use crate::print::page::Mark;
use crate::print::pdf;
use crate::print::proof::{assert_golden, assert_in_the_margins, masthead, refused_place, said};
use crate::print::qr::{MuteCode, VIGENCIA_ADDRESS};
use crate::print::student_head::Labelled;

fn labelled(label: &str, value: &str) -> Labelled {
    Labelled {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

fn step((heading, text): words::StepWords, address: Option<&str>) -> Step {
    Step {
        heading: heading.to_owned(),
        text: text.to_owned(),
        address: address.map(str::to_owned),
    }
}

fn page_of(topic: Topic) -> String {
    Setting::of(topic).default_text(&crate::domain::campus::Campus {
        preset: String::new(),
        name: String::new(),
        department: String::new(),
        identifier_label: String::new(),
        control_code: String::new(),
        delegation: String::new(),
        delegation_name: String::new(),
        plantel_key: String::new(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        mail_domain: String::new(),
        careers: Vec::new(),
    })
}

/// Who wants another clinic.
fn change() -> ClinicSteps {
    ClinicSteps {
        masthead: Masthead {
            legend: None,
            ..masthead()
        },
        student: StudentHead {
            name: "HERNÁNDEZ MUÑOZ, JUAN PABLO".to_owned(),
            school: "Ingeniería Industrial · 3.er semestre · inscrito en AGO-DIC 2026".to_owned(),
            identifier: labelled("Número de control", "24TE0215"),
            nss: labelled("NSS", "03-19-04-1234-0"),
            curp: labelled("CURP", "HEMJ040315HVZRXNA8"),
            clinic: labelled("UMF, turno, consultorio", "UMF 12 · matutino · 4"),
        },
        lead: "En su ficha: UMF 12 · Coatzacoalcos · Matutino · consultorio 4, según constancia del 20 nov 2026."
            .to_owned(),
        meaning: words::CHANGES_IT.to_owned(),
        steps: vec![
            step(words::CHANGE, Some(&page_of(Topic::ClinicChangePage))),
            step(words::CARNET, None),
            step(words::CHECK_AFTER, Some(VIGENCIA_ADDRESS)),
            step(words::SHOW_IT, None),
        ],
        contact: "Departamento de Servicios Escolares · Tel. 000 000 0000, ext. 100 · escolares@plantel.example".to_owned(),
        folio: "C5M9".to_owned(),
        printed: "Impreso el sábado 21 nov 2026, 10:42 · Lupita".to_owned(),
        valid: "Datos al 21 nov 2026. Documento sin validez oficial.".to_owned(),
    }
}

/// Who has no clinic yet, with a name as long as it may be.
fn first() -> ClinicSteps {
    let surnames = "MONTES DE OCA Y FERNÁNDEZ DE LIZARDI ROA GUTIÉRREZ DE VELASCO Y ÍÑIGUEZ ZUMÁRRAGA";
    ClinicSteps {
        student: StudentHead {
            name: format!("{surnames}, MARÍA GUADALUPE DE LOS ÁNGELES ESPERANZA"),
            clinic: labelled("UMF, turno, consultorio", "Por asignar"),
            ..change().student
        },
        lead: words::NO_CLINIC.to_owned(),
        meaning: words::CHOOSES_IT.to_owned(),
        steps: vec![
            step(words::CHECK_FIRST, Some(VIGENCIA_ADDRESS)),
            step(words::REGISTER, Some(&page_of(Topic::ClinicPage))),
            step(words::CARNET, None),
            step(words::SHOW_IT, None),
        ],
        ..change()
    }
}

#[test]
fn the_steps_for_another_clinic() {
    assert_golden("clinic-steps-change", &[page(&change()).unwrap()]);
}

#[test]
fn the_steps_for_the_first_clinic() {
    assert_golden("clinic-steps-first", &[page(&first()).unwrap()]);
}

#[test]
fn every_text_lies_between_the_margins_and_over_no_other() {
    assert_in_the_margins(&page(&change()).unwrap());
    assert_in_the_margins(&page(&first()).unwrap());
}

#[test]
fn four_steps_fill_the_sheet_to_its_closing_lines() {
    const { assert!(STEPS + 4.0 * STEP <= CLOSING) };
    const { assert!(CODE <= STEP) };
}

#[test]
fn a_page_is_there_to_be_typed_and_to_be_photographed() {
    let sheet = page(&change()).unwrap();
    let codes: Vec<&str> = sheet
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Qr { code, .. } => Some(code.text()),
            _ => None,
        })
        .collect();
    let mute = MuteCode::parse(codes[0]).unwrap();
    assert_eq!((mute.identifier(), mute.folio()), ("24TE0215", "C5M9"));
    assert_eq!(
        codes[1..],
        [
            "https://serviciosdigitales.imss.gob.mx/portal-ciudadano-web-externo/derechohabientes/tramite/cambioClinica",
            VIGENCIA_ADDRESS
        ]
    );
    let said = said(&sheet);
    for line in [
        "serviciosdigitales.imss.gob.mx",
        "/portal-ciudadano-web-externo/derechohabientes/tramite/cambioClinica",
        "/gestionAsegurados-web-externo/vigencia",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
}

#[test]
fn a_step_without_an_address_is_still_a_step() {
    let mut steps = change();
    steps.steps[0].address = None;
    let sheet = page(&steps).unwrap();
    assert!(said(&sheet).contains("Ingrese a Cambio de clínica o UMF"));
    assert!(!said(&sheet).contains("cambioClinica"));
}

#[test]
fn what_has_no_room_is_an_error_that_names_its_place() {
    let mut wide = change();
    wide.lead = "W".repeat(200);
    assert_eq!(refused_place(page(&wide)), place::CLINIC);
    let mut wide = change();
    wide.steps[1].text = "palabra ".repeat(60);
    assert_eq!(refused_place(page(&wide)), place::STEP);
    let mut wide = change();
    wide.steps[0].address = Some(format!("https://{}", "w".repeat(105)));
    assert_eq!(refused_place(page(&wide)), place::ADDRESS);
    let mut wide = change();
    wide.contact = "correo ".repeat(60);
    assert_eq!(refused_place(page(&wide)), place::CONTACT);
}

#[test]
fn the_pdf_reads_back() {
    let at = chrono::NaiveDate::from_ymd_opt(2026, 11, 21)
        .unwrap()
        .and_hms_opt(10, 42, 0)
        .unwrap();
    let bytes = pdf::render(&document_of(vec![page(&first()).unwrap()]), at).unwrap();
    let read = lopdf::Document::load_mem(&bytes).unwrap();
    let text = read.extract_text(&[1]).unwrap();
    for sentence in [
        "Pasos para su clínica (UMF)",
        "Ingrese a Alta en clínica o UMF",
        "En su ficha todavía no hay clínica.",
        words::FREE_AND_PERSONAL,
    ] {
        assert!(text.contains(sentence), "{sentence:?} is missing in {text}");
    }
}
