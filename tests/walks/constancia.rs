//! F12: all that a constancia says, recorded in one act.

use super::*;
use ventanilla::domain::clinic::ClinicSource;
use ventanilla::domain::settings::Topic;

fn open(window: &mut Driver<Window>) {
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F12");
}

/// The check alone is 4 keys, whatever else the dialog could take.
#[test]
fn a_check_is_four_keys() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.count_again();
    window.press("N");
    window.press("Ctrl+Enter");
    assert!(window.keys() <= 3, "{} keys after F12", window.keys());
    window.see("No vigente · 21 nov");
    let record = desk(&window).record_by_identifier("25230457").unwrap();
    assert!(record.documents[0].is_empty());
    assert!(record.student.assignment.is_empty());
}

/// The clinic of the constancia goes into the record with its date, in the same act.
#[test]
fn the_record_takes_the_clinic_of_the_constancia() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-fecha");
    window.press("Ctrl+A");
    window.type_text("-1");
    window.click_id("vigencia-umf");
    window.type_text("36");
    window.see("No está en el catálogo: se agregará. Sus datos se completan con Ctrl+U.");
    window.see("¿La ficha toma esta clínica?");
    window.see("En la ficha todavía no hay clínica.");
    window.press("Enter");
    window.press("V");
    window.press("Enter");
    window.type_text("4");
    shot(&mut window, "vigencia-clinic.png");
    window.press("Ctrl+Enter");

    window.see("UMF 36");
    window.see("Vespertino · consultorio 4");
    window.see("Lupita registró VIGENTE según constancia del 20 nov 2026; clínica: UMF 36; turno: vespertino; consultorio: 4");
    shot(&mut window, "vigencia-clinic-record.png");
    let record = desk(&window).record_by_identifier("25230457").unwrap();
    let seen = record.student.assignment.seen.unwrap();
    assert_eq!(seen.source, ClinicSource::Constancia);
    assert_eq!(seen.on.to_string(), "2026-11-20");

    window.press("Ctrl+Z");
    window.see("Sin registrar");
    window.see("Sin dato");
    assert!(desk(&window).clinics().unwrap().is_empty());
    window.press("Ctrl+Y");
    window.see("Vespertino · consultorio 4");
}

/// It may also be only noted; then the record stays as it is.
#[test]
fn the_clinic_of_the_constancia_may_be_only_noted() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-umf");
    window.type_text("36");
    window.click("No, solo anotarla aquí");
    window.press("Ctrl+Enter");
    window.see("Sin registrar");
    let record = desk(&window).record_by_identifier("25230457").unwrap();
    assert_eq!(record.documents[0].clinic.unwrap().number.number(), 36);
}

/// The history tells that another institution holds the affiliation, and the record says so.
#[test]
fn another_institution_and_another_name() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-historial");
    assert_eq!(window.focused().as_deref(), Some("historial-0-institucion"));
    window.type_text("Plantel Ejemplo");
    window.press("Enter");
    window.press("Enter");
    window.type_text("160825");
    window.press("Enter");
    window.type_text("15/2/26");
    window.press("Enter");
    window.press("S");
    window.press("Mayús+Tab");
    window.press("flecha abajo");
    assert_eq!(window.focused().as_deref(), Some("historial-1-institucion"));
    window.type_text("Empresa Ejemplo");
    window.press("Enter");
    window.type_text("z99-00000-10-0");
    window.press("Enter");
    window.type_text("16/2/26");
    window.press("Enter");
    window.press("Enter");
    window.press("N");
    window.click_id("vigencia-diferencias");
    window.type_text("CRUZ NUNES MARIA FERNANDA DE LA");
    shot(&mut window, "vigencia-history.png");
    window.press("Ctrl+Enter");

    window.see("Según la consulta del 21 nov 2026, lo afilia otra institución.");
    window.see("La hizo Empresa Ejemplo (Z99-00000-10-0), desde el 16 feb 2026.");
    window.see("La constancia del 21 nov 2026 trae el nombre CRUZ NUNES MARIA FERNANDA DE LA.");
    shot(&mut window, "vigencia-elsewhere.png");
    let record = desk(&window).record_by_identifier("25230457").unwrap();
    let document = &record.documents[0];
    assert_eq!(document.affiliations.len(), 2);
    assert_eq!(document.affiliations[0].until.unwrap().to_string(), "2026-02-15");
    assert_eq!(record.checks[0].ours, Some(false), "as the history tells");

    window.press("F7");
    window.see(
        "Tiene una observación: otro seguro según constancia del 21 nov 2026. Si sigue así al cerrar, pasará al corte \
         del 16 de diciembre.",
    );
    window.see("Otro seguro: Empresa Ejemplo (Z99-00000-10-0), desde el 16 feb 2026.");
    shot(&mut window, "vigencia-elsewhere-queued.png");
    window.press("Ctrl+1");
    window.see("1 con observación");

    window.press("Ctrl+Z");
    window.press("Ctrl+Z");
    window.see("Sin dato");
}

/// A row that ends before it begins, and a clinic that is none, are told where they stand.
#[test]
fn what_a_constancia_can_t_say_is_told_where_it_stands() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-umf");
    window.type_text("nada");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("vigencia-umf"));
    window.see("No hay una sola clínica que se llame «nada».");
    window.press("Ctrl+A");
    window.press("Supr");
    window.click_id("vigencia-historial");
    window.press("Enter");
    window.press("Enter");
    window.type_text("20/11/26");
    window.press("Enter");
    window.type_text("19/11/26");
    window.press("Ctrl+Enter");
    window.see("Falta el nombre.");
    assert_eq!(window.focused().as_deref(), Some("historial-0-institucion"));
    window.type_text("Empresa");
    window.press("Ctrl+Enter");
    window.see("Termina antes de empezar.");
    assert_eq!(window.focused().as_deref(), Some("historial-0-hasta"));
}

/// What a call or an acuse says has no clinic and no history.
#[test]
fn only_a_constancia_brings_the_rest() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.see("UMF (si viene)");
    window.click("Llamada");
    window.dont_see("UMF (si viene)");
    window.dont_see("Instituciones que afiliaron");
}

/// What older constancias listed is still there to be read: the check, and each institution with its dates.
#[test]
fn every_check_is_read_again_in_its_section_by_keyboard_alone() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-fecha");
    window.press("Ctrl+A");
    window.type_text("-101");
    window.click_id("vigencia-umf");
    window.type_text("36");
    window.click("Vespertino");
    window.click_id("vigencia-historial");
    for (institution, registro, since, until) in [
        ("Plantel Ejemplo", "", "160825", "150226"),
        ("Empresa Ejemplo", "z99-00000-10-0", "160226", ""),
    ] {
        window.type_text(institution);
        for text in [registro, since, until] {
            window.press("Enter");
            window.type_text(text);
        }
        window.press("flecha abajo");
    }
    window.click_id("vigencia-diferencias");
    window.press("Enter");
    window.type_text("cunf051130mplrxrb0");
    window.press("Ctrl+Enter");
    window.press("F12");
    window.press("N");
    window.press("Ctrl+Enter");

    window.count_again();
    window.press("F6");
    assert_eq!(window.focused().as_deref(), Some("secciones"));
    for _ in 0..3 {
        window.press("flecha derecha");
    }
    window.see("NO VIGENTE según constancia del 21 nov 2026");
    window.see("reciente, de hoy");
    window.see("VIGENTE según constancia del 12 ago 2026");
    window.see("vencida, hace 101 días");
    window.see("La vio Lupita");
    window.see("UMF 36 · Vespertino");
    window.see("Trae la CURP CUNF051130MPLRXRB0.");
    window.see("Plantel Ejemplo");
    window.see("desde el 16 ago 2025 hasta el 15 feb 2026");
    window.see("registro Z99-00000-10-0, desde el 16 feb 2026");
    window.press("Tab");
    assert_eq!(window.focused().as_deref(), Some("comprobaciones"));
    assert_eq!(window.keys(), 5);
    window.press("flecha abajo");
    shot(&mut window, "checks.png");

    // Ctrl+M hides of a CURP what it hides elsewhere.
    window.press("Ctrl+M");
    window.dont_see("CUNF051130MPLRXRB0");
    window.press("Ctrl+M");

    window.resize(1024.0, 640.0);
    window.see("registro Z99-00000-10-0, desde el 16 feb 2026");
    shot(&mut window, "checks-small.png");
    window.press("Ctrl+Z");
    window.see("Se deshizo la vigencia de De la Cruz Núñez, María Fernanda.");
    window.dont_see("reciente, de hoy");
}

#[test]
fn without_a_check_the_section_says_what_brings_one() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F6");
    for _ in 0..3 {
        window.press("flecha derecha");
    }
    window.see("Nadie ha comprobado la vigencia todavía.");
}

/// With the registros patronales of the campus in Ajustes, a row of the history says by itself whether it is ours.
#[test]
fn a_registro_of_the_campus_proposes_that_the_row_is_ours() {
    let computer = Computer::with(&[maria()]);
    let mut other = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    other.set(Topic::Registros, "Z99-00000-32-0").unwrap();
    drop(other);
    let mut window = computer.start();
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-historial");
    window.type_text("Plantel Ejemplo");
    window.press("Enter");
    window.type_text("z9900000320");
    shot(&mut window, "vigencia-ours.png");
    window.press("Ctrl+Enter");
    let ours = |window: &Driver<Window>| {
        let record = desk(window).record_by_identifier("25230457").unwrap();
        let check = record.checks.last().unwrap().ours;
        (check, record.documents.last().unwrap().affiliations[0].ours)
    };
    assert_eq!(ours(&window), (Some(true), Some(true)));

    // What somebody chose stands, whatever is typed afterwards.
    window.press("Ctrl+Z");
    open(&mut window);
    window.press("V");
    window.click_id("vigencia-historial");
    window.type_text("Plantel Ejemplo");
    for key in [
        "Enter",
        "Enter",
        "Enter",
        "Enter",
        "N",
        "Mayús+Tab",
        "Mayús+Tab",
        "Mayús+Tab",
    ] {
        window.press(key);
    }
    window.type_text("z9900000320");
    window.press("Ctrl+Enter");
    assert_eq!(ours(&window), (Some(false), Some(false)));
}
