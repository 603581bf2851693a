use super::*;

/// The default layout with one change, which has to be one.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let text = Layout::default_text();
    assert_eq!(text.matches(from).count(), 1, "{from}");
    text.replace(from, to)
}

#[track_caller]
fn fault(from: &str, to: &str) -> LayoutFault {
    Layout::parse(&changed(from, to)).unwrap_err()
}

/// The line of the default text that says it first.
fn line(of: &str) -> usize {
    let lines = Layout::default_text().lines();
    lines.take_while(|line| !line.contains(of)).count() + 1
}

const ALTA: RecordKind = RecordKind::Movement(MovementKind::Alta);

#[test]
fn the_default_layout_is_one_and_says_what_the_office_has_not_confirmed() {
    let layout = Layout::parse(Layout::default_text()).unwrap();
    assert_eq!((layout.name(), layout.length()), ("IDSE", 168));
    assert_eq!(layout.line_end(), LineEnd::CrLf);
    assert_eq!(layout.encoding(), FileEncoding::Ascii);
    assert_eq!(layout.enye(), Enye::AsN);
    assert!(!layout.has_control() && !layout.needs_sending_day());
    let values = layout.values();
    let fixed = [
        Filler::WorkerType,
        Filler::SalaryType,
        Filler::WorkWeek,
        Filler::Sbc,
        Filler::Guia,
    ];
    let fixed = fixed.map(|filler| values.fixed(filler).unwrap());
    assert_eq!(fixed, ["1", "0", "0", "000000", "00000"]);
    for motive in BajaMotive::ALL {
        assert_eq!(values.cause(Some(motive)), "6");
    }
    assert!(values.worker_key && values.umf && values.curp && !values.unknown_umf_is_zeros);
    assert!(layout.with_control(true).has_control());
}

#[test]
fn a_motive_may_have_a_cause_of_its_own() {
    let layout = Layout::parse(&changed("\n[causas]", "\n[causas]\negreso = \"1\"")).unwrap();
    assert_eq!(layout.values().cause(Some(BajaMotive::Graduation)), "1");
    assert_eq!(layout.values().cause(Some(BajaMotive::OnRequest)), "6");
    assert_eq!(layout.values().cause(None), "6");
}

#[test]
fn words_may_be_in_capitals_and_what_has_a_default_place_may_be_left_out() {
    let layout = Layout::parse(&changed(
        "codificacion = \"ascii\"",
        "codificacion = \"Windows-1252\"",
    ))
    .unwrap();
    assert_eq!(layout.encoding(), FileEncoding::Windows1252);
    assert!(Layout::parse(&changed("\n[causas]\n", "\n")).is_ok());
}

#[test]
fn places_leave_no_gap_no_overlap_and_fill_the_record() {
    let from = "{ desde = 110, largo = 6, tipo = \"espacios\" }";
    let at = line("desde = 110");
    let overlap = LayoutFault::Overlap {
        line: at,
        record: ALTA,
        position: 109,
    };
    assert_eq!(
        fault(from, "{ desde = 109, largo = 7, tipo = \"espacios\" }"),
        overlap
    );
    let gap = LayoutFault::Gap {
        line: at + 1,
        record: ALTA,
        from: 115,
        until: 115,
    };
    assert_eq!(
        fault(from, "{ desde = 110, largo = 5, tipo = \"espacios\" }"),
        gap
    );
    let total = LayoutFault::Total {
        line: line("alta = ["),
        record: ALTA,
        found: 168,
        declared: 170,
    };
    assert_eq!(fault("longitud = 168", "longitud = 170"), total);
}

#[test]
fn what_fills_a_place_is_known_and_as_long_as_the_place() {
    let sbc = "llena = \"sbc\"";
    let unknown = LayoutFault::UnknownFiller {
        line: line(sbc),
        record: ALTA,
        found: "salario".into(),
    };
    assert_eq!(fault(sbc, "llena = \"salario\""), unknown);
    // A cause of a baja means nothing in an alta.
    assert!(matches!(
        fault(sbc, "llena = \"causa_baja\""),
        LayoutFault::UnknownFiller { .. }
    ));
    let curp = "{ desde = 150, largo = 18, tipo = \"AN\", llena = \"curp\" }";
    let width = LayoutFault::Width {
        line: line(curp),
        filler: Filler::Curp,
        found: 17,
        expected: 18,
    };
    assert_eq!(
        fault(
            curp,
            "{ desde = 150, largo = 17, tipo = \"AN\", llena = \"curp\" }"
        ),
        width
    );
    assert!(matches!(
        fault(
            curp,
            "{ desde = 150, largo = 18, tipo = \"N\", llena = \"curp\" }"
        ),
        LayoutFault::Value { .. }
    ));
    let mut without_nss = Layout::default_text().to_owned();
    without_nss = without_nss.replace("tipo = \"N\", llena = \"nss\"", "tipo = \"ceros\"");
    assert_eq!(
        Layout::parse(&without_nss),
        Err(LayoutFault::Lacks {
            line: line("alta = ["),
            record: ALTA,
            filler: Filler::Nss
        })
    );
}

#[test]
fn a_value_fits_in_its_place() {
    assert_eq!(
        fault("guia = \"00000\"", "guia = \"123456\""),
        LayoutFault::DoesNotFit {
            line: line("guia ="),
            key: "guia".into(),
            found: "123456".into(),
            room: 5
        }
    );
    for (from, to) in [
        ("sbc = \"000000\"", "sbc = \"12.50\""),
        ("sbc = \"000000\"", "sbc = \"\""),
        ("causa_baja = \"6\"", "causa_baja = \"Ñ\""),
        ("fecha = \"corte\"", "fecha = \"2026-02-30\""),
        ("umf = \"estudiante\"", "umf = \"36\""),
        ("longitud = 168", "longitud = 0"),
        ("longitud = 168", "longitud = \"168\""),
        ("longitud = 168", "longitud = 99999999999999999999"),
        ("curp = \"si\"", "curp = true"),
    ] {
        let found = fault(from, to);
        assert!(matches!(found, LayoutFault::Value { .. }), "{to}: {found:?}");
        assert_eq!(found.line(), line(from), "{to}");
    }
    assert_eq!(
        fault("texto = \"*************\"", "texto = \"*\""),
        LayoutFault::DoesNotFit {
            line: line("texto = \"***"),
            key: "texto".into(),
            found: "*".into(),
            room: 13
        }
    );
    let no_enye = LayoutFault::NoEnye { line: line("enye =") };
    assert_eq!(fault("enye = \"N\"", "enye = \"conservar\""), no_enye);
}

#[test]
fn a_fault_names_the_line_and_the_word() {
    assert_eq!(
        fault("\nguia = ", "\nguias = "),
        LayoutFault::UnknownKey {
            line: line("guia ="),
            key: "guias".into()
        }
    );
    let lines = Layout::default_text().lines();
    let without: Vec<&str> = lines.filter(|line| !line.starts_with("guia")).collect();
    let section = without.iter().position(|line| *line == "[valores]").unwrap() + 1;
    assert_eq!(
        Layout::parse(&without.join("\n")),
        Err(LayoutFault::Missing {
            line: section,
            key: "guia"
        })
    );
    assert_eq!(
        fault("\n[valores]\n", "\n[valores\n"),
        LayoutFault::NotToml { line: section }
    );
}
