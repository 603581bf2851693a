//! The sheet against its committed goldens, its own geometry and its readers.

use super::cover::NAME_SETTINGS;
use super::words::place;
use super::*;
use crate::domain::appearance::Palette;
use crate::print::fonts::{Face, MM_PER_PT};
use crate::print::page::Mark;
use crate::print::pdf;
use crate::print::proof::{assert_apart, assert_golden, extent, said};
use crate::print::qr::{MuteCode, VIGENCIA_ADDRESS};

/// The person of the mockup.
fn mockup() -> Summary {
    let fact = |icon, label: &str, fact: &str, line: &str| FactBlock {
        icon,
        label: label.to_owned(),
        fact: fact.to_owned(),
        line: Some(line.to_owned()),
    };
    Summary {
        campus: CampusBlock {
            name: "Plantel Ejemplo".to_owned(),
            department: "Departamento de Servicios Escolares".to_owned(),
            phone: Some("Tel. 000 000 0000, ext. 100".to_owned()),
            email: Some("escolares@plantel.example".to_owned()),
            plantel_key: "30DIT0000Z".to_owned(),
        },
        band: Ink::band(Palette::Azul),
        logo: None,
        surnames: Some("GÜEMES IBÁÑEZ,".to_owned()),
        given_names: "MA. DE LOS ÁNGELES".to_owned(),
        identifier_label: "Número de control".to_owned(),
        identifier: "25TE0457".to_owned(),
        career: Some("Ingeniería Industrial".to_owned()),
        semester_period: Some("3.er semestre, AGO-DIC 2026".to_owned()),
        nss: Some("12-18-05-9999-0".to_owned()),
        nss_note: None,
        curp: Some("GUIA050131MOCMBNA6".to_owned()),
        curp_note: None,
        clinic: Some(ClinicBlock {
            umf: "12".to_owned(),
            turno: Some("Vespertino".to_owned()),
            consultorio: Some("3".to_owned()),
            line: Some("Clínica: HGZ/UMF 12, Ciudad Ejemplo".to_owned()),
        }),
        agregado: Some("1F2005ES".to_owned()),
        agregado_is_suggested: true,
        facts: [
            fact(
                Icon::CircleArrowUp,
                "Movimiento",
                "Alta aceptada el 18 nov 2026",
                "Corte del 16 nov, enviada el 13 nov 2026.",
            ),
            fact(
                Icon::CalendarClock,
                "Se espera",
                "Vigente entre el 17 y el 19 nov 2026",
                "De 24 a 72 horas después del corte.",
            ),
            fact(
                Icon::ShieldCheck,
                "Comprobado",
                "VIGENTE, constancia del 20 nov 2026",
                "La vio Lupita en ventanilla el 20 nov 2026.",
            ),
        ],
        policy: Some(PolicyBlock {
            insurer: "Seguros Ejemplo, S. A.".to_owned(),
            number: "VGM-0000-26, subgrupo 01".to_owned(),
            period: "del 1 ago 2026 al 31 jul 2027".to_owned(),
            covers: words::PUBLISHED_COVERS.map(str::to_owned).to_vec(),
            claims_phone: Some("000 000 0000".to_owned()),
        }),
        folio: "F8K2".to_owned(),
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        printed_by: "Lupita".to_owned(),
    }
}

fn named(surnames: Option<&str>, given_names: &str) -> Summary {
    Summary {
        surnames: surnames.map(str::to_owned),
        given_names: given_names.to_owned(),
        ..mockup()
    }
}

/// Two surnames of 40 letters and given names of 40.
fn longest_name() -> Summary {
    let surname = [
        "MONTES DE OCA Y FERNÁNDEZ DE LIZARDI ROA",
        "GUTIÉRREZ DE VELASCO Y ÍÑIGUEZ ZUMÁRRAGA",
    ];
    let given = "MARÍA GUADALUPE DE LOS ÁNGELES ESPERANZA";
    assert_eq!(surname.map(|name| name.chars().count()), [40, 40]);
    assert_eq!(given.chars().count(), 40);
    named(Some(&format!("{},", surname.join(" "))), given)
}

/// Who came to the window for the first time today.
fn nothing_known() -> Summary {
    let fact = |icon, label: &str, fact: &str| FactBlock {
        icon,
        label: label.to_owned(),
        fact: fact.to_owned(),
        line: None,
    };
    Summary {
        identifier_label: "Folio provisional".to_owned(),
        identifier: "P0012".to_owned(),
        career: None,
        semester_period: None,
        nss: None,
        nss_note: Some("en trámite en el IMSS".to_owned()),
        curp: None,
        curp_note: None,
        clinic: None,
        agregado: None,
        agregado_is_suggested: true,
        facts: [
            fact(Icon::Circle, "Movimiento", "Sin movimientos al 21 nov 2026"),
            fact(Icon::Circle, "Se espera", "Nada todavía"),
            fact(Icon::Circle, "Comprobado", "Sin dato al 21 nov 2026"),
        ],
        policy: None,
        campus: CampusBlock {
            phone: None,
            email: None,
            ..mockup().campus
        },
        ..mockup()
    }
}

/// The lines of the name, and the size they are set in.
fn name_lines(page: &Page) -> (f64, Vec<&str>) {
    // The name stands between the title and the rows: on the sheet, turned, from 75.2 up to there.
    let lines: Vec<_> = page
        .texts()
        .filter(|run| run.style.face == Face::Bold && run.turn == Turn::UpsideDown && run.x < INNER)
        .filter(|run| (UPPER - 56.6..UPPER - 30.0).contains(&run.y))
        .collect();
    (
        lines[0].style.size_pt,
        lines.iter().map(|run| run.text.as_str()).collect(),
    )
}

#[test]
fn the_person_of_the_mockup() {
    assert_golden("summary-mockup", &[page(&mockup()).unwrap()]);
}

#[test]
fn the_longest_name() {
    assert_golden("summary-longest-name", &[page(&longest_name()).unwrap()]);
}

#[test]
fn one_surname() {
    assert_golden(
        "summary-one-surname",
        &[page(&named(Some("DE LOS SANTOS,"), "LUIS ÁNGEL")).unwrap()],
    );
}

#[test]
fn no_surnames() {
    assert_golden("summary-no-surnames", &[page(&named(None, "FEDERICO")).unwrap()]);
}

#[test]
fn letters_that_other_programs_lose() {
    assert_golden(
        "summary-letters",
        &[page(&named(Some("D'ACOSTA ÑÁÑEZ-GÜIRALDES,"), "XIMENA ÍÑIGA")).unwrap()],
    );
}

#[test]
fn nothing_known_yet() {
    assert_golden("summary-nothing-known", &[page(&nothing_known()).unwrap()]);
}

#[test]
fn a_name_is_never_cut() {
    let longest = page(&longest_name()).unwrap();
    let (size_pt, lines) = name_lines(&longest);
    assert_eq!(size_pt, 11.0);
    assert_eq!(
        lines.join(" "),
        format!(
            "{} {}",
            longest_name().surnames.unwrap(),
            longest_name().given_names
        )
    );

    let one_word = named(
        Some(&format!("{} {},", "Ñ".repeat(40), "W".repeat(40))),
        &"M".repeat(40),
    );
    let sheet = page(&one_word).unwrap();
    let (_, lines) = name_lines(&sheet);
    let letters = |text: &str| text.replace([' ', '\n'], "");
    assert_eq!(
        letters(&lines.concat()),
        letters(&format!("{}{}", one_word.surnames.unwrap(), one_word.given_names))
    );
    assert!(!said(&sheet).contains('…'));
}

#[test]
fn what_is_not_known_is_said() {
    let text = said(&page(&nothing_known()).unwrap());
    for sentence in [
        "en trámite en el IMSS",
        "Por asignar",
        "véalo en su carnet",
        "por capturar",
        "Acuda a la ventanilla",
    ] {
        assert!(text.contains(sentence), "{sentence:?} is missing in\n{text}");
    }
    assert!(words::PUBLISHED_COVERS.iter().all(|cover| text.contains(cover)));
}

#[test]
fn a_note_stands_beside_its_number() {
    let doubtful = Summary {
        nss_note: Some("por confirmar".to_owned()),
        curp_note: Some("por confirmar".to_owned()),
        ..mockup()
    };
    let sheet = page(&doubtful).unwrap();
    let find = |text: &str| sheet.texts().find(|run| run.text == text).unwrap();
    let (number, note) = (find("12-18-05-9999-0"), find("por confirmar"));
    assert_eq!(number.y, note.y);
    assert!(number.x + number.width_mm() < note.x && note.x + note.width_mm() <= OUTER + WIDTH);
}

#[test]
fn a_long_career_gets_smaller_then_takes_two_lines_then_is_refused() {
    let career = |career: &str| {
        page(&Summary {
            career: Some(career.to_owned()),
            ..mockup()
        })
    };
    let size_of = |sheet: &Page, start: &str| {
        let runs: Vec<_> = sheet.texts().filter(|run| run.text.starts_with(start)).collect();
        assert_eq!(runs.len(), 1);
        runs[0].style.size_pt
    };
    assert_eq!(
        size_of(&career("Ingeniería Industrial").unwrap(), "Ingeniería"),
        9.5
    );
    assert_eq!(
        size_of(
            &career("Ingeniería en Sistemas Computacionales").unwrap(),
            "Ingeniería"
        ),
        7.5
    );
    let long = "Ingeniería en Tecnologías de la Información y Comunicaciones";
    let sheet = career(long).unwrap();
    assert_eq!(size_of(&sheet, "Ingeniería en Tecnologías"), 8.5);
    assert!(!said(&sheet).contains(long), "it stands in two lines");
    let refused = career(&long.repeat(3)).unwrap_err();
    assert!(matches!(refused, PageError::Overflow(overflow) if overflow.place == place::CAREER));
}

#[test]
fn a_long_campus_takes_two_lines_of_the_band() {
    let campus = CampusBlock {
        name: "Instituto Tecnológico Superior de los Ríos y Montañas de la Región Carbonífera".to_owned(),
        ..mockup().campus
    };
    let sheet = page(&Summary { campus, ..mockup() }).unwrap();
    assert!(said(&sheet).contains("Instituto Tecnológico Superior de los Ríos"));
    let refused = CampusBlock {
        name: "Instituto ".repeat(40),
        ..mockup().campus
    };
    assert!(matches!(
        page(&Summary {
            campus: refused,
            ..mockup()
        }),
        Err(PageError::Overflow(_))
    ));
}

/// Left edge and sides of the logo, and where the campus begins, as the cover is read.
fn logo_and_campus(sheet: &Page, campus: &str) -> (Option<(f64, f64, f64)>, f64) {
    let logo = sheet.marks.iter().find_map(|mark| match mark {
        Mark::Picture {
            x,
            width_mm,
            height_mm,
            turn: Turn::UpsideDown,
            ..
        } => Some((99.95 - x - width_mm, *width_mm, *height_mm)),
        _ => None,
    });
    let name = sheet.texts().find(|run| campus.starts_with(&run.text)).unwrap();
    (logo, 99.95 - name.x)
}

#[test]
fn a_logo_stands_before_the_campus_in_its_own_proportion() {
    let with = |width, height, campus: &str| {
        let logo = crate::print::picture::Logo::plain(width, height);
        let campus = CampusBlock {
            name: campus.to_owned(),
            ..mockup().campus
        };
        let logo = Some(logo.on_band(mockup().band));
        page(&Summary {
            campus,
            logo,
            ..mockup()
        })
        .unwrap()
    };
    let near = |a: f64, b: f64| (a - b).abs() < 0.001;

    let sheet = with(200, 100, "Plantel Ejemplo");
    let (logo, campus) = logo_and_campus(&sheet, "Plantel Ejemplo");
    let (x, width, height) = logo.unwrap();
    assert!(near(x, 4.0) && near(width, 17.0) && near(height, 8.5), "{logo:?}");
    assert!(near(campus, 25.0), "{campus}");

    // A wide one is no wider than its place.
    let (logo, _) = logo_and_campus(&with(800, 100, "Plantel Ejemplo"), "Plantel Ejemplo");
    assert!(
        near(logo.unwrap().1, 22.0) && near(logo.unwrap().2, 2.75),
        "{logo:?}"
    );

    // The name of a campus matters more than a logo.
    let long = "Instituto Tecnológico Superior de los Ríos y Montañas de la Región Carbonífera";
    let (logo, campus) = logo_and_campus(&with(800, 100, long), long);
    assert!(logo.is_none() && near(campus, 4.0), "{logo:?} {campus}");
}

#[test]
fn a_letter_that_the_paper_lacks_is_named() {
    let refused = page(&named(Some("POPESCU,"), "RAREȘ")).unwrap_err();
    let PageError::Missing {
        characters, place, ..
    } = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!((place, characters), ("el nombre", vec!['Ș']));
}

#[test]
fn the_geometry_adds_up() {
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
    let sheet = Page::letter();
    near(OUTER + WIDTH + 8.0, sheet.width_mm / 2.0);
    near(INNER, sheet.width_mm / 2.0 + 8.0);
    near(sheet_end() + OUTER, sheet.width_mm);
    near(LOWER, sheet.height_mm / 2.0 + 8.0);
    near(UPPER, sheet.height_mm / 2.0 - 8.0);
    let content = 116.7;
    near(LOWER + content + 15.0, sheet.height_mm);
    near(UPPER - content, 15.0);
    for setting in &NAME_SETTINGS {
        let cap_height = 0.714 * setting.size_pt * MM_PER_PT;
        let height = setting.leading_mm * (setting.lines as f64 - 1.0) + cap_height;
        assert!(
            height <= 24.05,
            "{} pt fills {height:.2} mm of the name's 24",
            setting.size_pt
        );
    }
}

/// The four panels as boxes of the sheet: left, top, right, bottom.
fn panels() -> [(f64, f64, f64, f64); 4] {
    let content = 116.7;
    [
        (OUTER, UPPER - content, OUTER + WIDTH, UPPER),
        (INNER, UPPER - content, INNER + WIDTH, UPPER),
        (OUTER, LOWER, OUTER + WIDTH, LOWER + content),
        (INNER, LOWER, INNER + WIDTH, LOWER + content),
    ]
}

#[test]
fn every_text_lies_inside_its_panel_and_over_no_other() {
    let every = [mockup(), longest_name(), named(None, "FEDERICO"), nothing_known()];
    for sheet in every.iter().map(|summary| page(summary).unwrap()) {
        let runs: Vec<_> = sheet.texts().filter(|run| run.text != words::FOLDING).collect();
        for run in &runs {
            let (left, top, right, bottom) = extent(run);
            let inside = panels().iter().any(|panel| {
                panel.0 - 0.01 <= left
                    && panel.1 - 0.01 <= top
                    && right <= panel.2 + 0.01
                    && bottom <= panel.3 + 0.01
            });
            assert!(inside, "{:?} lies outside its panel: {:?}", run.text, extent(run));
        }
        assert_apart(&runs);
    }
}

#[test]
fn the_foot_carries_the_seal_of_all_the_rest() {
    let sheet = page(&mockup()).unwrap();
    let seal = sheet.seal.clone().unwrap();
    assert!(said(&sheet).contains(&format!("Sello {seal}")));
    let other = page(&Summary {
        folio: "F8K3".to_owned(),
        ..mockup()
    })
    .unwrap();
    assert_ne!(other.seal, Some(seal));
}

#[test]
fn the_code_says_neither_nss_nor_curp() {
    let sheet = page(&mockup()).unwrap();
    let codes: Vec<_> = sheet
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Qr { code, .. } => Some(code.text()),
            _ => None,
        })
        .collect();
    assert_eq!(codes.len(), 2);
    assert!(codes.contains(&VIGENCIA_ADDRESS));
    let mute = MuteCode::parse(codes[1]).unwrap();
    assert_eq!(
        (mute.plantel(), mute.identifier(), mute.folio()),
        ("30DIT0000Z", "25TE0457", "F8K2")
    );
}

#[test]
fn the_pdf_is_the_same_each_time_and_reads_back() {
    let at = mockup().printed_on.and_hms_opt(10, 15, 0).unwrap();
    let bytes = |summaries: &[Summary]| pdf::render(&document(summaries).unwrap(), at).unwrap();
    let first = bytes(&[mockup(), nothing_known()]);
    let between = bytes(&[longest_name()]);
    assert!(first == bytes(&[mockup(), nothing_known()]));
    assert!(first != between);

    let read = lopdf::Document::load_mem(&first).unwrap();
    let text = read.extract_text(&[1]).unwrap();
    for sentence in [
        "GÜEMES IBÁÑEZ,",
        "MA. DE LOS ÁNGELES",
        "12-18-05-9999-0",
        "GUIA050131MOCMBNA6",
        "Si dice «no vigente»",
    ] {
        assert!(text.contains(sentence), "{sentence:?} is missing in {text}");
    }
}
