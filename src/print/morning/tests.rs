//! The sheet against its committed golden and its own geometry.
//!
//! The golden changes on purpose with `VENTANILLA_BLESS=1 cargo test print::morning`; then read the difference.

use std::path::PathBuf;

use super::*;

fn line(name: &str, icon: Icon, state: &str, next: &str) -> Line {
    Line {
        name: name.to_owned(),
        identifier: "24TE0185".to_owned(),
        icon,
        state: state.to_owned(),
        is_urgent: icon != Icon::CalendarClock,
        next: next.to_owned(),
    }
}

fn section(title: &str, people: u64, lines: Vec<Line>) -> Section {
    Section {
        title: title.to_owned(),
        counted: crate::words::today::expected(people),
        people,
        lines,
        nobody: "Hoy no se espera a nadie.".to_owned(),
    }
}

fn expected(count: usize) -> Vec<Line> {
    (0..count)
        .map(|n| {
            let name = format!("PÉREZ LÓPEZ, Ana {n}");
            line(
                &name,
                Icon::CalendarClock,
                "Se espera, 20 a 22 nov 2026",
                words::ASK,
            )
        })
        .collect()
}

/// A morning with something of everything.
fn morning() -> Morning {
    let cut = |day: &str, figure: &str, waiting: &str, note: Option<&str>| Cut {
        day: day.to_owned(),
        figure: figure.to_owned(),
        unit: "días para el corte".to_owned(),
        waiting: waiting.to_owned(),
        note: note.map(str::to_owned),
    };
    let rejected = vec![
        line(
            "MEJÍA CORONA, Saúl",
            Icon::CircleX,
            "Alta rechazada, 18 nov 2026",
            "La CURP no coincide en el IMSS",
        ),
        line(
            "ÑÁÑEZ, Ximena",
            Icon::CircleX,
            "Alta rechazada, 18 nov 2026",
            "El registro patronal del plantel no corresponde a la modalidad 32 en esa subdelegación",
        ),
    ];
    let review = vec![
        line(
            "BELTRÁN OCHOA, Edgar",
            Icon::TriangleAlert,
            "Revisar desde 20 nov 2026",
            words::ASK,
        ),
        line(
            "MONTESDEOCA ETCHEGOYENBERRI DE LOS MONTEROS, María de la Concepción Guadalupe",
            Icon::TriangleAlert,
            "Revisar desde 20 nov 2026",
            words::ASK,
        ),
    ];
    Morning {
        masthead: crate::print::proof::masthead(),
        day: "Sábado 21 de noviembre de 2026".to_owned(),
        cuts: vec![
            cut(
                "Lunes 30 nov 2026",
                "9",
                "41 altas, 6 bajas, 3 con observaciones",
                None,
            ),
            cut("Miércoles 16 dic 2026", "25", "sin movimientos", None),
            cut(
                "Sábado 16 ene 2027",
                "56",
                "sin movimientos",
                Some("cae en sábado: prepárelo el viernes 15 ene"),
            ),
        ],
        sections: [
            section(words::EXPECTED, 9, expected(8)),
            section(words::REVIEW, 2, review),
            section(words::REJECTED, 2, rejected),
        ],
        besides: words::besides(&[
            ("Sin enviar del corte del 16 de noviembre".to_owned(), 8),
            ("Inscritos sin NSS".to_owned(), 1_020),
            ("NSS o CURP por confirmar".to_owned(), 14),
        ]),
        copy: Ok([
            "Viernes 20 nov 2026, 18:00".to_owned(),
            "Verificada: 3,412 estudiantes".to_owned(),
        ]),
        away: words::SEALED_AWAY,
        folio: "D3Y5".to_owned(),
        printed: "Impreso el sábado 21 nov 2026, 8:05 · Lupita".to_owned(),
        valid: "Válido al 21 nov 2026, 8:05. Para uso interno.".to_owned(),
    }
}

fn says(document: &Document) -> Vec<String> {
    document.pages[0].texts().map(|run| run.text.clone()).collect()
}

#[test]
fn the_sheet_is_as_it_was() {
    let drawn = document(&morning()).unwrap().pages[0].golden();
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/print/golden/morning.txt");
    if std::env::var_os("VENTANILLA_BLESS").is_some() {
        std::fs::write(&file, &drawn).unwrap();
    }
    let golden = std::fs::read_to_string(&file)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    for (number, (drawn, golden)) in (1..).zip(drawn.lines().zip(golden.lines())) {
        assert_eq!(drawn, golden, "line {number}");
    }
    assert_eq!(drawn.lines().count(), golden.lines().count(), "as many marks");
}

#[test]
fn who_does_not_fit_is_counted_and_the_sections_keep_their_places() {
    let long = "MONTESDEOCA ETCHEGOYENBERRI DE LOS MONTEROS, María de la Concepción Guadalupe";
    for (people, name) in [
        (0, ""),
        (1, "ANA"),
        (8, "ANA"),
        (9, "ANA"),
        (1_500, "ANA"),
        (8, long),
        (30, long),
    ] {
        let read = usize::try_from(people).unwrap().min(MOST_LINES);
        let lines: Vec<Line> = (0..read)
            .map(|_| line(name, Icon::TriangleAlert, "Revisar desde 20 nov 2026", words::ASK))
            .collect();
        let sheet = Morning {
            sections: [words::EXPECTED, words::REVIEW, words::REJECTED]
                .map(|title| section(title, people, lines.clone())),
            ..morning()
        };
        let document = document(&sheet).unwrap();
        let page = &document.pages[0];
        for ((top, room), until) in SECTIONS.into_iter().zip([136.5, 188.5, BESIDES - 3.0]) {
            let within: Vec<&str> = page
                .texts()
                .filter(|run| run.y > top + LINES && run.y < until)
                .map(|run| run.text.as_str())
                .collect();
            let names = within.iter().filter(|text| **text == "24TE0185").count() as u64;
            let more: Vec<String> = within
                .iter()
                .filter(|text| text.ends_with("en Hoy"))
                .map(ToString::to_string)
                .collect();
            let left = people - names;
            let expected: Vec<String> = (left > 0).then(|| words::more(left)).into_iter().collect();
            assert_eq!(more, expected, "{people} of {name} at {top}, {room}");
        }
        for run in page.texts() {
            assert!(
                run.x >= LEFT - 0.01 && run.x + run.width_mm() <= RIGHT + 0.01,
                "{run:?}"
            );
            assert!(
                run.y < 264.0 && (run.y < frame::FOOT_RULE || run.style.size_pt == 7.0),
                "{run:?}"
            );
        }
    }
}

#[test]
fn a_cause_too_long_for_its_place_is_in_the_record() {
    let said = says(&document(&morning()).unwrap());
    assert!(said.iter().any(|text| text == "La CURP no coincide en el IMSS"));
    assert!(said.iter().any(|text| text == words::SEE_RECORD));
}

#[test]
fn an_empty_morning_says_so() {
    let sheet = Morning {
        sections: [words::EXPECTED, words::REVIEW, words::REJECTED]
            .map(|title| section(title, 0, Vec::new())),
        besides: words::besides(&[]),
        copy: Err(crate::words::today::NO_COPY.to_owned()),
        ..morning()
    };
    let said = says(&document(&sheet).unwrap());
    assert_eq!(
        said.iter()
            .filter(|text| *text == "Hoy no se espera a nadie.")
            .count(),
        3
    );
    assert!(said.iter().any(|text| text.starts_with("Todavía no hay copia")));
    assert!(!said.iter().any(|text| text.starts_with("También")));
}
