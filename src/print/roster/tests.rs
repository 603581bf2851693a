//! The lists against their committed goldens, their own geometry and their readers.

use proptest::prelude::*;

use super::*;
use crate::domain::appearance::Palette;
use crate::print::page::Mark;
use crate::print::pdf;
use crate::print::proof::{self, masthead};

fn roster(body: Body) -> Roster {
    Roster {
        masthead: masthead(),
        title: "Relación de estudiantes".to_owned(),
        subject: "Todos · 10 personas".to_owned(),
        identifier: "N.º control".to_owned(),
        body,
        folio: "L3M7".to_owned(),
        printed: "Impreso el sábado 21 nov 2026, 10:42 · Lupita".to_owned(),
        valid: "Válido al 21 nov 2026.".to_owned(),
        closed: None,
    }
}

fn student(
    name: &str,
    identifier: &str,
    nss: &str,
    icon: Icon,
    state: &str,
    ago: Option<&str>,
) -> StudentLine {
    StudentLine {
        name: name.to_owned(),
        identifier: identifier.to_owned(),
        nss: nss.to_owned(),
        umf: Some("12".to_owned()),
        icon,
        state: state.to_owned(),
        is_urgent: icon == Icon::TriangleAlert || icon == Icon::CircleX,
        ago: ago.map(str::to_owned),
    }
}

/// The first rows of the mockup, and its longest.
fn group() -> Body {
    let rows = vec![
        student(
            "AGUILAR PÉREZ, Brenda",
            "24TE0101",
            "…0196",
            Icon::ShieldCheck,
            "Vigente al 20 nov 2026",
            Some("1 día"),
        ),
        student(
            "BELTRÁN OCHOA, Edgar",
            "23TE0212",
            "…0116",
            Icon::TriangleAlert,
            "Revisar desde 20 nov 2026",
            None,
        ),
        student(
            "D'ACOSTA MAC GREGOR, José Luis",
            "24TE0160",
            "…0077",
            Icon::ShieldCheck,
            "Vigente al 20 nov 2026",
            Some("1 día"),
        ),
        student(
            "GARCÍA LEÓN, Leonardo",
            "23TE0582",
            "…0701",
            Icon::Circle,
            "Sin dato",
            None,
        ),
        student(
            "HERNÁNDEZ MUÑOZ, Juan Pablo",
            "24TE0748",
            "…0072",
            Icon::Shield,
            "Vigente al 12 ago 2026",
            Some("101 días"),
        ),
        student(
            "LÓPEZ DÍAZ, Raúl",
            "24TE0112",
            "…0219",
            Icon::CircleX,
            "No vigente al 19 nov 2026",
            Some("2 días"),
        ),
        student(
            "MONTESDEOCA ETCHEGOYENBERRI DE LOS MONTEROS, María de la Concepción Guadalupe",
            "24TE0463",
            "…0118",
            Icon::CalendarClock,
            "Se espera, 20 a 22 nov 2026",
            None,
        ),
        StudentLine {
            umf: None,
            ..student(
                "ÑÁÑEZ, Ximena",
                "25TE0201",
                "por conf.",
                Icon::ShieldCheck,
                "Vigente al 12 nov 2026",
                Some("9 días"),
            )
        },
        student(
            "OCHOA RÍOS, Alex",
            "25TE0388",
            "…0428",
            Icon::Clock,
            "En cola, corte 30 nov 2026",
            None,
        ),
        student(
            "QUINTERO ROSAS, Valeria",
            "24TE0423",
            "en trám.",
            Icon::Circle,
            "Sin dato",
            None,
        ),
    ];
    Body::Students {
        rows,
        legends: vec![vec![
            (
                Icon::ShieldCheck,
                "3 comprobados en los últimos 30 días".to_owned(),
            ),
            (Icon::Shield, "1 con más de 30 días".to_owned()),
            (Icon::TriangleAlert, "3 sin comprobar".to_owned()),
            (Icon::CalendarClock, "2 en trámite".to_owned()),
            (Icon::CircleX, "1 no vigente".to_owned()),
        ]],
        whole_nss: false,
    }
}

fn movement(name: &str, identifier: &str, nss: Option<&str>, curp: &str, umf: Option<&str>) -> MovementLine {
    MovementLine {
        name: name.to_owned(),
        identifier: identifier.to_owned(),
        nss: nss.map(str::to_owned),
        curp: Some(curp.to_owned()),
        umf: umf.map(str::to_owned),
        icon: Icon::CircleArrowUp,
        kind: "Alta".to_owned(),
        remark: None,
    }
}

fn cut(rows: Vec<MovementLine>) -> Roster {
    Roster {
        title: "Relación del corte del 30 de noviembre de 2026".to_owned(),
        subject: "4 altas, 1 baja · 1 con observación · sin cerrar: todavía puede cambiar".to_owned(),
        ..roster(Body::Movements {
            rows,
            totals: "Por carrera: IIND 3, ISIC 2 · Por sexo: mujeres 2, hombres 3".to_owned(),
            end: "Fin de la relación: 5 movimientos. «–»: sin apellido o sin dato.".to_owned(),
            made_by: "Lupita".to_owned(),
            reviewed_by: None,
            last: LastColumn::Kind,
        })
    }
}

/// As the mockup has it, but for what it says of the sending, which may still change.
fn closed_cut(rows: Vec<MovementLine>) -> Roster {
    let Roster { body, .. } = cut(rows);
    let Body::Movements {
        rows,
        totals,
        made_by,
        ..
    } = body
    else {
        unreachable!("a cut has movements")
    };
    Roster {
        title: "Relación del corte del 16 de noviembre de 2026".to_owned(),
        subject:
            "5 altas (movimiento 08) · registro patronal Z99-00000-32-0 · cerrado el viernes 13 nov 2026"
                .to_owned(),
        printed: "Cerrado el viernes 13 nov 2026, 12:05 · Lupita".to_owned(),
        valid: "Contiene NSS y CURP completos: guárdese bajo llave.".to_owned(),
        folio: "K4T1".to_owned(),
        closed: Some(OfClosedCut {
            folio: "C-2026-21".to_owned(),
            seal: "9E3A5C17".to_owned(),
        }),
        ..roster(Body::Movements {
            rows,
            totals,
            end: "Fin de la relación: 5 movimientos. «–»: sin apellido o sin UMF. A, aceptada; R, rechazada."
                .to_owned(),
            made_by,
            reviewed_by: Some((
                "Mtra. Rosa Elvira Luna Paz".to_owned(),
                "Jefa de Servicios Escolares".to_owned(),
            )),
            last: LastColumn::Answer,
        })
    }
}

#[test]
fn every_sheet_of_a_closed_cut_bears_the_seal_of_the_cut() {
    let rows: Vec<MovementLine> = five_movements().into_iter().cycle().take(80).collect();
    let document = document(&closed_cut(rows)).unwrap();
    assert!(document.pages.len() > 2);
    for page in &document.pages {
        assert_eq!(page.seal.as_deref(), Some("9E3A5C17"));
        assert!(
            page.golden()
                .contains("Folio K4T1 · corte C-2026-21 · sello 9E3A5C17")
        );
    }
}

fn five_movements() -> Vec<MovementLine> {
    vec![
        movement(
            "D ACOSTA / MAC GREGOR / JOSE LUIS",
            "24TE0160",
            Some("00-19-04-0007-7"),
            "DXGL041212HTCXRSA6",
            Some("12"),
        ),
        movement(
            "DE LA CRUZ / NUNEZ / MARIA FERNANDA",
            "25TE0310",
            Some("02-04-05-0001-5"),
            "CUNF051130MPLRXRA2",
            Some("12"),
        ),
        movement(
            "DE LOS SANTOS / – / LUIS ANGEL",
            "24TE0231",
            Some("02-17-03-0001-2"),
            "SAXL030809HPLNXSA9",
            None,
        ),
        MovementLine {
            remark: Some("Observación: falta el NSS.".to_owned()),
            ..movement(
                "HERNANDEZ / MUNOZ / JUAN PABLO",
                "24TE0215",
                None,
                "HEMJ040315HVZRXNA8",
                None,
            )
        },
        MovementLine {
            icon: Icon::CircleArrowDown,
            kind: "Baja".to_owned(),
            remark: Some("Egreso".to_owned()),
            ..movement(
                "– / – / FEDERICO",
                "23TE0104",
                Some("80-15-03-0002-0"),
                "XXXF020228HDFXXDA9",
                None,
            )
        },
    ]
}

#[track_caller]
fn assert_golden(name: &str, roster: &Roster) {
    proof::assert_golden(name, &document(roster).unwrap().pages);
}

/// No text leaves the margins, and no row runs into the foot.
fn assert_inside(document: &Document) {
    for (number, page) in (1..).zip(&document.pages) {
        for run in page.texts() {
            assert!(run.x >= LEFT - 0.01, "sheet {number}: {run:?}");
            assert!(run.x + run.width_mm() <= RIGHT + 0.01, "sheet {number}: {run:?}");
            let in_foot = run.y > frame::FOOT_RULE;
            assert!(
                run.y <= 264.0 && (!in_foot || run.style.size_pt == 7.0),
                "sheet {number}: {run:?}"
            );
        }
    }
}

fn many(count: usize) -> Vec<StudentLine> {
    (0..count)
        .map(|n| {
            let name = format!("PÉREZ LÓPEZ, Ana {n}");
            student(&name, "25230001", "…0428", Icon::Circle, "Sin dato", None)
        })
        .collect()
}

fn of_students(rows: Vec<StudentLine>) -> Roster {
    roster(Body::Students {
        rows,
        legends: Vec::new(),
        whole_nss: false,
    })
}

#[test]
fn the_lists_are_as_they_were() {
    assert_golden("roster-students", &roster(group()));
    assert_golden("roster-cut", &cut(five_movements()));
    assert_golden("roster-nobody", &of_students(Vec::new()));
    assert_golden("roster-closed-cut", &closed_cut(five_movements()));
}

#[test]
fn forty_rows_fill_a_sheet_and_the_next_one_begins_another() {
    for (rows, sheets) in [(0, 1), (1, 1), (40, 1), (41, 2), (80, 2), (81, 3)] {
        let document = document(&of_students(many(rows))).unwrap();
        assert_eq!(document.pages.len(), sheets, "{rows} rows");
        assert_inside(&document);
        for (number, page) in (1..).zip(&document.pages) {
            let says = |text: &str| page.texts().any(|run| run.text == text);
            assert!(says(&format!("Hoja {number} de {sheets}")));
            assert!(says("Estado, con su fecha"), "the heads are repeated");
            assert!(says("Relación de estudiantes"));
        }
        let seals: Vec<_> = document.pages.iter().map(|page| page.seal.clone()).collect();
        assert!(seals.iter().all(|seal| *seal == seals[0]), "one list, one seal");
    }
}

#[test]
fn the_last_sheet_of_a_cut_has_room_for_the_signatures() {
    for (rows, parts) in [
        (0, vec![0]),
        (29, vec![29]),
        (30, vec![29, 1]),
        (34, vec![29, 5]),
        (35, vec![34, 1]),
        (63, vec![34, 29]),
        (64, vec![34, 29, 1]),
    ] {
        let line = five_movements().remove(0);
        let document = document(&cut(vec![line; rows])).unwrap();
        assert_inside(&document);
        let found: Vec<_> = document
            .pages
            .iter()
            .map(|page| page.texts().filter(|run| run.text == "24TE0160").count())
            .collect();
        assert_eq!(found, parts, "{rows} rows");
        let signed = |page: &Page| page.texts().any(|run| run.text == "Recibió");
        let (last, others) = document.pages.split_last().unwrap();
        assert!(signed(last) && !others.iter().any(signed));
    }
}

#[test]
fn the_legend_takes_fewer_words_where_the_full_ones_do_not_fit() {
    let legend = |words: [&str; 6]| -> Legend {
        let icons = [
            Icon::ShieldCheck,
            Icon::Shield,
            Icon::TriangleAlert,
            Icon::CalendarClock,
            Icon::CircleX,
            Icon::CircleMinus,
        ];
        icons.into_iter().zip(words.map(str::to_owned)).collect()
    };
    let full = legend([
        "1,131 comprobados en los últimos 30 días",
        "1,057 con más de 30 días",
        "1,062 sin comprobar",
        "440 en trámite",
        "212 no vigentes o rechazados",
        "98 con baja",
    ]);
    let few = legend([
        "1,131 vistos en 30 días",
        "1,057 antes",
        "1,062 sin comprobar",
        "440 en trámite",
        "212 no vigentes o rech.",
        "98 con baja",
    ]);
    let of = |legends| {
        roster(Body::Students {
            rows: many(3),
            legends,
            whole_nss: false,
        })
    };
    let document = document(&of(vec![full.clone(), few])).unwrap();
    assert_inside(&document);
    assert!(document.pages[0].texts().any(|run| run.text == "1,057 antes"));
    assert!(matches!(
        super::document(&of(vec![full])),
        Err(PageError::Overflow(_))
    ));
}

#[test]
fn the_longest_names_are_never_cut() {
    let long = "MONTES DE OCA Y FERNÁNDEZ DE LIZARDI ROA GUTIÉRREZ DE VELASCO Y ÍÑIGUEZ ZUMÁRRAGA, \
                María Guadalupe de los Ángeles Esperanza";
    let unbroken = "Ñ".repeat(80);
    let mut rows = many(60);
    rows[3].name = long.to_owned();
    rows[50].name = unbroken.clone();
    let document = document(&of_students(rows)).unwrap();
    assert_inside(&document);
    let all: String = document
        .pages
        .iter()
        .flat_map(|page| page.texts())
        .map(|run| format!("{} ", run.text))
        .collect();
    assert!(all.contains(long), "words stay whole and in order");
    assert!(
        all.replace(' ', "").contains(&unbroken),
        "a word too wide goes on in the next line"
    );
}

#[test]
fn a_letter_that_the_sheet_lacks_is_named_before_there_is_paper() {
    let mut rows = many(1);
    rows[0].name = "POPESCU, Rareș".to_owned();
    assert!(matches!(
        document(&of_students(rows)),
        Err(PageError::Missing { characters, .. }) if characters == ['ș']
    ));
}

#[test]
fn the_code_of_a_list_is_read_as_its_folio() {
    let document = document(&roster(group())).unwrap();
    let code = document.pages[0].marks.iter().find_map(|mark| match mark {
        Mark::Qr { code, .. } => Some(code.text().to_owned()),
        _ => None,
    });
    let read = crate::print::qr::MuteCode::parse(&code.unwrap()).unwrap();
    assert_eq!((read.folio(), read.identifier()), ("L3M7", ABOUT));
    assert!(
        pdf::render(&document, chrono::NaiveDateTime::default())
            .unwrap()
            .starts_with(b"%PDF-")
    );
}

#[test]
fn the_seal_is_that_of_the_whole_list() {
    let seal = |rows| document(&of_students(rows)).unwrap().pages[0].seal.clone();
    let mut changed = many(50);
    changed[49].name.push('a');
    assert_ne!(
        seal(many(50)),
        seal(changed),
        "a change on the second sheet shows on the first"
    );
}

proptest! {
    #[test]
    fn every_row_is_on_exactly_one_sheet_and_in_order(heights in proptest::collection::vec(5.0..60.0_f64, 0..200)) {
        let parts = parted(&heights, 187.0, 159.5);
        let rows: Vec<usize> = parts.iter().cloned().flatten().collect();
        prop_assert_eq!(rows, (0..heights.len()).collect::<Vec<_>>());
        let (last, others) = parts.split_last().unwrap();
        for part in others {
            prop_assert!(heights[part.clone()].iter().sum::<f64>() <= 187.001);
        }
        prop_assert!(heights[last.clone()].iter().sum::<f64>() <= 159.501);
    }
}

#[test]
fn a_logo_stands_before_the_campus_on_the_band() {
    let with = |campus: &str| {
        let logo = crate::print::picture::Logo::plain(200, 100);
        let masthead = Masthead {
            campus: campus.to_owned(),
            logo: Some(logo.on_band(Ink::band(Palette::Azul))),
            ..masthead()
        };
        let document = super::document(&Roster {
            masthead,
            ..roster(group())
        });
        document.unwrap().pages.remove(0)
    };
    let picture = |page: &Page| {
        page.marks.iter().find_map(|mark| match mark {
            Mark::Picture {
                x,
                y,
                width_mm,
                height_mm,
                ..
            } => Some([x, y, width_mm, height_mm].map(|side| (side * 1000.0).round() / 1000.0)),
            _ => None,
        })
    };
    let starts = |page: &Page, campus: &str| page.texts().find(|run| run.text == campus).unwrap().x;

    let page = with("Plantel Ejemplo");
    assert_eq!(picture(&page), Some([19.0, 16.5, 14.0, 7.0]));
    assert_eq!(starts(&page, "Plantel Ejemplo"), 37.0);
    let long = "Instituto Tecnológico Superior de los Ríos y Montañas de la Región Carbonífera del Norte y de sus Costas Orientales";
    let page = with(long);
    assert_eq!((picture(&page), starts(&page, long)), (None, 19.0));
}
