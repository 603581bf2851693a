//! Ctrl+U: clinic, turno and consultorio; and the catalogue that all records share.

use super::*;
use ventanilla::domain::clinic::{Assignment, Clinic, ClinicKey, ClinicKind, ClinicSource, Seen, Shift};

/// UMF 12 of Coatzacoalcos and HGZ/UMF 36 of Minatitlán; María is in the first one, Juan in the second.
fn computer() -> Computer {
    let computer = Computer::with(&[maria(), juan()]);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let usual = desk.usual_delegacion();
    for (who, number, kind, city) in [
        ("25230457", "12", ClinicKind::Umf, "Coatzacoalcos"),
        ("24230318", "36", ClinicKind::HgzUmf, "Minatitlán"),
    ] {
        let student = desk.record_by_identifier(who).unwrap().student.id;
        let clinic = Clinic {
            kind,
            city: Some(city.into()),
            ..Clinic::new(ClinicKey::read(number, usual).unwrap())
        };
        let assignment = Assignment {
            clinic: Some(clinic.key),
            shift: Some(Shift::Evening),
            seen: Some(Seen {
                source: ClinicSource::Student,
                on: "2026-09-01".parse().unwrap(),
            }),
            ..Assignment::default()
        };
        desk.assign(student, &assignment, Some(&clinic)).unwrap();
    }
    drop(desk);
    computer
}

fn open(window: &mut Driver<Window>, number: &str) {
    window.press("F2");
    window.type_text(number);
    window.press("Enter");
    window.press("Ctrl+U");
}

in_every_frame! {
    /// Walk 4: a wrong UMF, in 16 keys.
    fn a_wrong_clinic_is_corrected_from_the_constancia() {
        let computer = computer();
        let mut window = computer.start();
        window.count_again();

        open(&mut window, "25230457");
        window.see("En la ficha: UMF 12 · Coatzacoalcos · Vespertino (lo dijo, 1 sep).");
        window.type_text("36");
        window.see("HGZ/UMF 36 · Minatitlán, delegación 32 Veracruz Sur");
        window.press("Enter");
        window.press("C");
        window.see("Se anotará: HGZ/UMF 36 · Minatitlán, según constancia del 21 nov 2026.");
        shot(&mut window, "clinic.png");
        window.press("Ctrl+Enter");
        assert!(window.keys() <= 16, "{} keys", window.keys());

        window.see("Se anotó la clínica de De la Cruz Núñez, María Fernanda: HGZ/UMF 36 · Minatitlán.");
        window.see("HGZ/UMF 36 · Minatitlán");
        window.see(
            "Lupita anotó clínica: de UMF 12 · Coatzacoalcos a HGZ/UMF 36 · Minatitlán; turno: de vespertino a nada; según \
             constancia del 21 nov 2026",
        );
        shot(&mut window, "clinic-record.png");

        window.press("Ctrl+Z");
        window.see("Se deshizo la clínica de De la Cruz Núñez, María Fernanda.");
        window.see("UMF 12 · Coatzacoalcos");
        window.press("Ctrl+Y");
        window.see("HGZ/UMF 36 · Minatitlán");
    }
}

#[test]
fn clinics_in_use_are_offered_by_number_and_by_city() {
    let computer = computer();
    let mut window = computer.start();
    open(&mut window, "25230457");
    window.press("Ctrl+A");
    window.type_text("minat");
    window.press("Enter");
    assert_eq!(window.value("clinica-numero"), "36 · Minatitlán");
    assert_eq!(window.focused().as_deref(), Some("clinica-fuente"));

    window.press("Mayús+Tab");
    window.press("Supr");
    window.press("flecha abajo");
    window.see("UMF · 32 Veracruz Sur · 1 estudiante");
    shot(&mut window, "clinic-offers.png");
    window.press("Esc");
    window.dont_see("UMF · 32 Veracruz Sur · 1 estudiante");
    window.see("UMF, turno y consultorio");
    window.press("flecha abajo");
    window.press("Enter");
    assert_eq!(window.value("clinica-numero"), "12 · Coatzacoalcos");
}

#[test]
fn a_clinic_that_nobody_had_enters_the_catalogue_in_the_same_act() {
    let computer = computer();
    let mut window = computer.start();
    open(&mut window, "25230457");
    window.type_text("61");
    window.see("No está en el catálogo: se agregará. Abajo puede completar sus datos.");
    window.see("Clínica nueva en el catálogo");
    window.press("Enter");
    window.press("R");
    window.click_id("clinica-delegacion");
    window.press("Ctrl+A");
    window.type_text("vera");
    window.press("flecha abajo");
    window.press("Enter");
    assert_eq!(window.value("clinica-delegacion"), "31 Veracruz Norte");
    window.click_id("clinica-ciudad");
    window.type_text("Veracruz");
    shot(&mut window, "clinic-new.png");
    window.press("Ctrl+Enter");
    window.see("Se anotó la clínica de De la Cruz Núñez, María Fernanda: UMF 61 · Veracruz.");
    assert_eq!(desk(&window).clinics().unwrap().len(), 3);

    window.press("Ctrl+Z");
    assert_eq!(desk(&window).clinics().unwrap().len(), 2);
    window.see("UMF 12 · Coatzacoalcos");
}

#[test]
fn what_is_not_right_is_told_where_it_stands_and_nothing_is_lost() {
    let computer = computer();
    let mut window = computer.start();
    open(&mut window, "25230457");
    window.type_text("1000");
    window.press("Ctrl+Enter");
    window.see("El número de una clínica va del 1 al 999; aquí dice «1000».");
    assert_eq!(window.focused().as_deref(), Some("clinica-numero"));
    window.press("Ctrl+A");
    window.type_text("36");
    window.press("Ctrl+Enter");
    window.see("Elija de dónde lo tomó: C, constancia; R, carnet; E, lo dice el estudiante.");
    assert_eq!(window.focused().as_deref(), Some("clinica-fuente"));
    window.press("E");
    window.click_id("clinica-consultorio");
    window.type_text("1234");
    window.see("El consultorio lleva hasta tres letras o números.");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("clinica-consultorio"));
    window.press("Ctrl+A");
    window.type_text("4");
    window.click_id("clinica-agregado");
    window.type_text("1f2006es");
    window.see(
        "El agregado dice nacimiento 2006 y la ficha, 2005. Puede ser correcto; confírmelo con el documento.",
    );
    shot(&mut window, "clinic-advice.png");
    window.press("Ctrl+Enter");
    window.see("Consultorio 4");
    window.see("1F2006ES");
}

/// Turno and consultorio of the other clinic don't stay behind; those of the same one do.
#[test]
fn turno_and_consultorio_belong_to_their_clinic() {
    let computer = computer();
    let mut window = computer.start();
    open(&mut window, "25230457");
    window.type_text("36");
    window.see("Turno y consultorio eran de la clínica anterior; escriba los nuevos si constan.");
    window.press("Ctrl+A");
    window.type_text("12");
    window.press("Enter");
    window.press("C");
    window.press("Ctrl+Enter");
    let student = desk(&window).record_by_identifier("25230457").unwrap().student;
    assert_eq!(student.assignment.shift, Some(Shift::Evening));
}

#[test]
fn the_clinic_can_be_emptied_again() {
    let computer = computer();
    let mut window = computer.start();
    open(&mut window, "25230457");
    window.press("Supr");
    window.see("Se quitará la clínica de la ficha.");
    window.press("Ctrl+Enter");
    window.see("La ficha de De la Cruz Núñez, María Fernanda quedó sin clínica.");
    window.see("Sin registrar");
    let student = desk(&window).record_by_identifier("25230457").unwrap().student;
    assert_eq!(student.assignment, Assignment::default());
}

/// The catalogue, from the dialog and back, all by keyboard.
#[test]
fn a_clinic_is_corrected_in_one_place() {
    let computer = computer();
    let mut window = computer.start();
    open(&mut window, "25230457");
    window.click_id("clinica-catalogo");
    window.see("Catálogo de clínicas");
    shot(&mut window, "clinics.png");
    window.press("flecha abajo");
    window.press("Supr");
    window.see("HGZ/UMF 36 · Minatitlán está en la ficha de 1 estudiante y no se quita. Si sus datos están mal, corríjalos aquí; si no es su clínica, cámbiela antes con Ctrl+U.");
    window.press("Enter");
    window.see("Corregir la clínica");
    window.type_text("12");
    window.press("Ctrl+Enter");
    window.see("En el catálogo ya está UMF 12 · Coatzacoalcos, delegación 32 Veracruz Sur. Corrija esa, o escriba otro número.");
    window.press("Ctrl+A");
    window.type_text("37");
    shot(&mut window, "clinics-form.png");
    window.press("Ctrl+Enter");
    window.see("HGZ/UMF 37 · Minatitlán");

    window.press("N");
    window.see("Clínica nueva");
    window.type_text("99");
    window.press("Ctrl+Enter");
    window.see("UMF 99");
    window.press("Fin");
    window.press("Supr");
    window.see("Se quitó UMF 99 del catálogo.");
    assert_eq!(desk(&window).clinics().unwrap().len(), 2);

    window.press("Esc");
    window.see("UMF, turno y consultorio");
    window.press("Esc");
    window.dont_see("UMF, turno y consultorio");

    // Each was an act of its own.
    window.press("Ctrl+Z");
    window.see("Se deshizo el retiro de una clínica del catálogo.");
    window.press("Ctrl+Z");
    window.press("Ctrl+Z");
    window.see("Se deshizo la corrección del catálogo de clínicas.");
    let clinics = desk(&window).clinics().unwrap();
    assert_eq!(clinics.len(), 2);
    assert_eq!(clinics[1].clinic.key.number.number(), 36);
}

/// F4 with all that a record can't be without, and the cursor in the clinic.
fn new_student(window: &mut Driver<Window>) {
    window.press("F4");
    window.type_text("25230111");
    window.click_id("nombres");
    window.type_text("Ana");
    window.click_id("primer-apellido");
    window.type_text("Luna");
    window.click_id("umf");
}

fn assignment_of(window: &Driver<Window>, number: &str) -> Assignment {
    desk(window)
        .record_by_identifier(number)
        .unwrap()
        .student
        .assignment
}

#[test]
fn somebody_new_is_registered_with_the_clinic_in_one_act() {
    let computer = computer();
    let mut window = computer.start();
    new_student(&mut window);
    window.see("Puede ir vacía.");
    window.type_text("36");
    window.see("HGZ/UMF 36 · Minatitlán, delegación 32 Veracruz Sur");
    window.press("Enter");
    assert_eq!(window.value("umf"), "36 · Minatitlán");
    assert_eq!(window.focused().as_deref(), Some("turno"));
    window.press("M");
    window.press("Enter");
    window.type_text("4b");
    shot(&mut window, "form-clinic.png");
    window.press("Ctrl+Enter");
    window.see("Se guardó a Luna, Ana.");
    window.see("HGZ/UMF 36 · Minatitlán");
    window.see("capturada, 21 nov");
    window.see("Matutino · consultorio 4B");

    window.press("Ctrl+Z");
    window.see("Se deshizo el registro de Luna, Ana.");
    assert_eq!(desk(&window).find("25230111", 0).unwrap().rows.len(), 0);
    window.press("Ctrl+Y");
    let saved = assignment_of(&window, "25230111");
    assert_eq!(saved.shift, Some(Shift::Morning));
    assert_eq!(
        saved.seen,
        Some(Seen {
            source: ClinicSource::Form,
            on: "2026-11-21".parse().unwrap()
        })
    );
}

#[test]
fn a_clinic_is_chosen_on_the_form_from_those_in_use() {
    let computer = computer();
    let mut window = computer.start();
    new_student(&mut window);
    window.press("flecha abajo");
    window.see("UMF · 32 Veracruz Sur · 1 estudiante");
    shot(&mut window, "form-clinics.png");
    window.press("flecha abajo");
    window.press("Enter");
    assert_eq!(window.value("umf"), "36 · Minatitlán");
    assert_eq!(
        window.focused().as_deref(),
        Some("umf"),
        "as after any offer of the form"
    );
    window.press("Ctrl+Z");
    assert_eq!(window.value("umf"), "n.º o ciudad");
}

#[test]
fn a_clinic_that_the_catalogue_lacks_enters_and_leaves_it_with_the_registration() {
    let computer = computer();
    let mut window = computer.start();
    new_student(&mut window);
    window.type_text("61");
    window.see("No está en el catálogo: se agregará. Sus datos se completan con Ctrl+U.");
    window.press("Ctrl+Enter");
    window.see("UMF 61");
    assert_eq!(desk(&window).clinics().unwrap().len(), 3);
    window.press("Ctrl+Z");
    assert_eq!(desk(&window).clinics().unwrap().len(), 2);
}

#[test]
fn what_of_the_clinic_cannot_be_understood_is_named_and_nothing_is_lost() {
    let computer = computer();
    let mut window = computer.start();
    new_student(&mut window);
    window.type_text("1000");
    window.click("Otro");
    window.click_id("consultorio");
    window.type_text("doce");
    window.press("Ctrl+Enter");
    window.see("El número de una clínica va del 1 al 999; aquí dice «1000».");
    window.see("Escriba el turno como viene en el documento.");
    window.see("El consultorio lleva hasta tres letras o números.");
    window.see("Para guardar falta un dato: turno. Por corregir: UMF, consultorio.");
    assert_eq!(window.focused().as_deref(), Some("umf"));
    assert_eq!(window.value("consultorio"), "doce");
    assert_eq!(desk(&window).find("25230111", 0).unwrap().rows.len(), 0);

    window.press("Ctrl+A");
    window.press("Supr");
    window.click_id("otro-turno");
    window.type_text("Jornada acumulada");
    window.click_id("consultorio");
    window.press("Ctrl+A");
    window.type_text("12");
    window.press("Ctrl+Enter");
    window.see("Se guardó a Luna, Ana.");
    let saved = assignment_of(&window, "25230111");
    assert_eq!(saved.shift, Some(Shift::Other("Jornada acumulada".into())));
    assert_eq!(saved.clinic, None);
}

#[test]
fn a_draft_keeps_the_clinic() {
    let computer = computer();
    let mut window = computer.start();
    new_student(&mut window);
    window.type_text("36");
    window.click("Vespertino");
    window.click_id("consultorio");
    window.type_text("7");
    window.press("Esc");
    window.press("F4");
    window.see("Borrador recuperado");
    assert_eq!(window.value("umf"), "36 · Minatitlán");
    assert_eq!(window.value("consultorio"), "7");
    window.press("Ctrl+Enter");
    assert_eq!(assignment_of(&window, "25230111").shift, Some(Shift::Evening));
}

/// «según constancia del 20 nov» must not become «capturada en la ficha» because a telephone was corrected.
#[test]
fn correcting_a_record_shows_its_clinic_and_leaves_it_alone() {
    let computer = computer();
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.see("En la ficha: UMF 12 · Coatzacoalcos · Vespertino (lo dijo, 1 sep).");
    window.see("Se cambia en la ficha con Ctrl+U, que pide de dónde se tomó.");
    let before = assignment_of(&window, "25230457");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    shot(&mut window, "form-correct-clinic.png");
    window.press("Ctrl+Enter");
    assert_eq!(assignment_of(&window, "25230457"), before);
}

/// F9, U: what the student does online, for the first clinic or for another one.
#[test]
fn the_steps_for_a_clinic_are_printed_with_the_letter_that_opens_it() {
    let computer = computer();
    computer.enroll(&[person("25230111", "Ana", "Luna", "")]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.count_again();
    window.press("F9");
    window.press("U");
    window.see("cómo pedir su clínica (UMF) en línea o, si la ficha ya lleva una, cómo cambiarla");
    shot(&mut window, "clinic-steps.png");
    window.press("Enter");
    assert_eq!(window.keys(), 3);
    window.see("Se abrió la hoja de pasos para la clínica de De la Cruz Núñez, María Fernanda, folio ");
    window.see("Lupita imprimió los pasos para la clínica, folio ");

    window.press("F2");
    window.type_text("25230111");
    window.press("Enter");
    window.press("F9");
    window.press("U");
    window.press("Enter");
    let opened = computer.opened.lock().unwrap().clone();
    let names: Vec<_> = opened
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert!(
        names[0].starts_with("Pasos para la clínica 25230457 2026-11-21 "),
        "{names:?}"
    );
    assert!(
        names[1].starts_with("Pasos para la clínica 25230111 "),
        "{names:?}"
    );
    assert!(std::fs::read(&opened[1]).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn the_letters_of_the_agregado_are_the_office_s_to_set() {
    let computer = computer();
    let mut other = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let of = |desk: &Desk| {
        let record = desk.record_by_identifier("25230457").unwrap();
        desk.usual_agregado(&record.student.particulars)
            .unwrap()
            .as_str()
            .to_owned()
    };
    assert_eq!(of(&other), "1F2005ES");
    other
        .set(ventanilla::domain::settings::Topic::SexLetters, "hm")
        .unwrap();
    assert_eq!(of(&other), "1M2005ES");
    drop(other);

    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.see("1M2005ES");
    window.press("Ctrl+U");
    assert_eq!(window.value("clinica-agregado"), "1M2005ES");
}

/// N22: everybody whom a constancia shows as vigente and who has no clinic gets the steps, in one act.
#[test]
fn the_steps_go_to_all_who_are_vigente_without_a_clinic() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut other = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    for who in ["25230457", "24230318"] {
        let student = other.record_by_identifier(who).unwrap().student.id;
        let check = day::constancia("2026-11-20", true, Some(true));
        other.record_check(student, &check).unwrap();
    }
    drop(other);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.click("Sin clínica");
    window.click("De la Cruz Núñez, María Fernanda");
    window.press("Espacio");
    window.press("Mayús+flecha abajo");
    window.see("2 marcados");
    window.press("F9");
    window.press("U");
    window.press("Enter");
    window.see("Se abrió la hoja de pasos para la clínica de 2 personas");
    let opened = computer.opened.lock().unwrap().clone();
    let name = opened[0].file_name().unwrap().to_string_lossy().into_owned();
    assert!(
        name.starts_with("Pasos para la clínica de 2 estudiantes 2026-11-21 "),
        "{name}"
    );
}
