//! Registering and correcting: proposals, offers, what is missing, numbers that are somebody else's.

use super::*;

#[test]
fn a_student_is_registered_by_keyboard_alone() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    assert_eq!(window.focused().as_deref(), Some("numero-de-control"));
    window.type_text("25230457");
    window.press("Enter");
    window.type_text("cunf051130mplrxra2");
    window.see("Enter acepta fecha, sexo y lugar.");
    window.see("Mujer, según la CURP");
    window.press("Enter");
    assert_eq!(window.value("curp"), "CUNF 051130 M PL RXR A2");
    assert_eq!(window.value("nacimiento"), "30/11/2005");
    assert_eq!(window.value("lugar"), "Puebla");
    window.type_text("María Fernanda");
    window.press("Enter");
    window.type_text("de la Cruz");
    window.press("Enter");
    window.type_text("Núñez");
    window.see("Para el IMSS: DE LA CRUZ NUNEZ MARIA FERNANDA");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("sexo"));
    window.press("Enter");
    window.press("Enter");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("carrera"));
    window.type_text("indus");
    window.see("Ingeniería Industrial");
    window.press("flecha abajo");
    window.press("Enter");
    assert_eq!(window.value("carrera"), "Ingeniería Industrial");
    window.press("Enter");
    window.type_text("3");
    window.press("Enter");
    assert_eq!(window.value("periodo"), "AGO-DIC 2026");
    window.press("Enter");
    assert_eq!(window.value("situacion"), "Inscrito");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("nss"));
    window.type_text("12180599990");
    window.press("Enter");
    assert_eq!(window.value("nss"), "12-18-05-9999-0");
    shot(&mut window, "form.png");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("umf"));
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("turno"));
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("consultorio"));
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("correo"));
    window.press("Enter");
    assert_eq!(window.value("correo"), "l25230457@minatitlan.tecnm.mx");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("guardar"));
    window.press("Enter");

    window.see("Se guardó a De la Cruz Núñez, María Fernanda.");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    assert_eq!(
        window.focused().as_deref(),
        Some("buscar"),
        "ready for the next person"
    );
    let saved = &desk(&window).find("25230457", 0).unwrap().rows[0]
        .student
        .particulars;
    assert_eq!(saved.semester.unwrap().number(), 3);
    assert_eq!(saved.nss.state(), NssState::Captured);
    assert_eq!(saved.birthplace.unwrap().code(), "PL");
    shot(&mut window, "saved.png");
}

#[test]
fn guardar_says_what_is_missing_and_goes_there() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.press("Ctrl+Enter");
    window.see("Falta el número de control.");
    window.see("Para guardar faltan 2 datos: número de control, nombre(s).");
    assert_eq!(window.focused().as_deref(), Some("numero-de-control"));

    window.press("flecha abajo");
    window.press("Enter");
    assert_eq!(window.value("numero-de-control"), "P20260001");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("nombres"));
    window.type_text("Nancy");
    window.press("Ctrl+Enter");
    window.see("Falta el primer apellido.");
    assert_eq!(window.focused().as_deref(), Some("primer-apellido"));
    window.press("flecha abajo");
    window.press("Enter");
    window.press("Ctrl+Enter");
    window.see("Se guardó a Nancy.");
}

#[test]
fn a_number_that_is_not_one_is_not_called_missing() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("2323Ñ");
    window.press("Ctrl+Enter");
    window.see("El número de control lleva solo letras y números; aquí hay «Ñ».");
    window.see("Para guardar falta un dato: nombre(s). Por corregir: número de control.");
    window.press("Ctrl+A");
    window.type_text("25");
    window.press("Ctrl+Enter");
    window.see("El número de control lleva de 4 a 12 letras y números; aquí hay 2.");
}

#[test]
fn bad_input_gets_a_sentence_and_loses_nothing() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    for (field, typed, sentence) in [
        ("numero-de-control", "25-23", "Falta el nombre"),
        ("nacimiento", "32/13/2006", "El mes 13 no existe."),
        ("lugar", "Atlántida", "No está en la lista."),
        ("semestre", "tercero", "El semestre es un número del 1 al 20."),
        ("periodo", "otoño", "Escríbalo como AGO-DIC 2026"),
        ("situacion", "quizá", "Elija una: inscrito"),
    ] {
        window.click_id(field);
        window.press("Ctrl+A");
        window.type_text(typed);
        window.press("Ctrl+Enter");
        window.see(sentence);
        assert_eq!(window.value(field).to_lowercase(), typed.to_lowercase());
    }
    assert_eq!(desk(&window).count_students().unwrap(), 0);
    shot(&mut window, "bad-input.png");
}

in_every_frame! {
    /// Walk 6: an NSS mistyped, 13 keys.
    fn a_mistyped_nss_is_offered_right_and_taken_with_two_keys() {
        let computer = Computer::with(&[]);
        let mut window = computer.start();
        window.press("F4");
        window.type_text("25230457");
        window.press("Enter");
        window.type_text("RASA060514MVZMTNA8");
        window.click_id("nss");
        window.count_again();

        window.type_text("48190600482");
        window.see("¿Quiso escribir 48-19-06-0042-8?");
        window.see("concuerda con el nacimiento (2006)");
        shot(&mut window, "nss-mistyped.png");
        window.press("flecha abajo");
        window.press("Enter");

        assert_eq!(window.value("nss"), "48-19-06-0042-8");
        assert!(window.keys() <= 13, "{} keys", window.keys());
    }
}

#[test]
fn an_nss_that_stays_wrong_is_saved_por_confirmar() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230457");
    window.press("Enter");
    window.press("Enter");
    window.type_text("Ana");
    window.press("Enter");
    window.type_text("Luna");
    window.click_id("nss");
    window.type_text("48190600482");
    window.press("Ctrl+Enter");
    window.see("Se guardó a Luna, Ana.");
    let nss = &desk(&window).find("25230457", 0).unwrap().rows[0]
        .student
        .particulars
        .nss;
    assert_eq!(
        *nss,
        NssRecord::Doubtful {
            text: "48190600482".into(),
            shared_because: None
        }
    );
}

#[test]
fn possible_duplicates_are_shown_while_creating() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("21230871");
    window.press("Enter");
    window.press("Enter");
    window.type_text("maria fernanda");
    window.press("Enter");
    window.type_text("De La Cruz");
    window.press("Enter");
    window.type_text("nuñez");
    window.see("Hay 1 persona con este nombre. Ctrl+D compara.");
    window.click_id("curp");
    window.type_text(&maria().curp);
    window.see("Ya hay una persona registrada con esta CURP: De la Cruz Núñez, María Fernanda (25230457).");
    shot(&mut window, "duplicate.png");
    window.press("flecha abajo");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn a_shared_nss_needs_a_written_reason() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("24230318");
    window.press("Enter");
    window.press("Enter");
    window.type_text("Juan");
    window.press("Enter");
    window.type_text("Luna");
    window.click_id("nss");
    window.type_text(&maria().nss);
    window.see("Este NSS ya está en la ficha de De la Cruz Núñez, María Fernanda (25230457).");
    window.press("Ctrl+Enter");
    assert_eq!(desk(&window).count_students().unwrap(), 1);
    window.click_id("nss-motivo");
    window.type_text("Los dos documentos traen este número");
    window.press("Ctrl+Enter");
    assert_eq!(desk(&window).count_students().unwrap(), 2);
}

#[test]
fn too_long_a_name_is_said_where_it_stands() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230457");
    window.click_id("nombres");
    window.type_text("Ana");
    window.click_id("primer-apellido");
    window.type_text("Luna");
    window.click_id("segundo-apellido");
    window.copy(&"Sol ".repeat(30));
    window.press("Ctrl+V");
    window.press("Ctrl+Enter");
    window.see("Cada parte del nombre admite hasta 80 letras.");
    window.dont_see("Falta el");
    assert_eq!(window.focused().as_deref(), Some("segundo-apellido"));
}

#[test]
fn who_has_a_surname_after_all_is_not_saved_without_it() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230457");
    window.click_id("nombres");
    window.type_text("Nancy");
    window.press("Enter");
    window.press("flecha abajo");
    window.press("Enter");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("segundo-apellido"));
    window.type_text("Luna");
    window.press("Ctrl+Enter");
    window.see("Falta el primer apellido");
    assert_eq!(desk(&window).count_students().unwrap(), 0);
    window.type_text("Sol");
    window.press("Ctrl+Enter");
    window.see("Se guardó a Sol Luna, Nancy.");
}

#[test]
fn the_reason_for_a_shared_number_goes_with_the_number() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("24230318");
    window.click_id("nombres");
    window.type_text("Juan");
    window.press("Enter");
    window.type_text("Luna");
    window.click_id("nss");
    window.type_text(&maria().nss);
    window.click_id("nss-motivo");
    window.type_text("Los dos documentos traen este número");
    window.click_id("nss");
    window.press("Ctrl+A");
    window.type_text("03190412340");
    window.press("Ctrl+Enter");
    let nss = &desk(&window).find("24230318", 0).unwrap().rows[0]
        .student
        .particulars
        .nss;
    assert_eq!(nss.state(), NssState::Captured);
}

/// «PENDIENTE» is nobody's NSS, and two students may have it nevertheless.
#[test]
fn whatever_stands_for_an_nss_twice_gets_a_place_for_the_reason() {
    let mut ana = person("25230111", "Ana", "Luna", "");
    ana.nss = "PENDIENTE".into();
    let computer = Computer::with(&[ana]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("24230318");
    window.click_id("nombres");
    window.type_text("Juan");
    window.press("Enter");
    window.type_text("Sol");
    window.click_id("nss");
    window.type_text("pendiente");
    window.press("Ctrl+Enter");
    window.see("Este NSS ya está en la ficha de Luna, Ana (25230111).");
    window.click_id("nss-motivo");
    window.type_text("Ninguno lo tiene todavía");
    window.press("Ctrl+Enter");
    window.see("Se guardó a Sol, Juan.");
}

#[test]
fn a_date_left_behind_by_another_state_does_not_keep_the_record_from_being_saved() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.click("Confirmado");
    window.click_id("nss-fecha");
    window.type_text("ayerr");
    window.click("Capturado");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Ctrl+Enter");
    window.see("Se guardó a De la Cruz Núñez, María Fernanda.");
}

#[test]
fn a_constancia_confirms_the_number_that_it_shows_and_no_other() {
    let computer = Computer::with(&[day::confirmed(maria(), "2026-11-12")]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.click_id("nss");
    window.press("Ctrl+A");
    window.type_text("03190412340");
    window.press("Ctrl+A");
    window.type_text(&maria().nss);
    assert_eq!(window.value("nss-fecha"), "2026-11-12", "it is the number again");
    window.press("Ctrl+A");
    window.type_text("03190412340");
    window.press("Ctrl+Enter");
    let nss = &desk(&window).find("25230457", 0).unwrap().rows[0]
        .student
        .particulars
        .nss;
    assert_eq!(nss.state(), NssState::Captured);
}

#[test]
fn the_day_of_the_tramite_does_not_become_the_day_of_the_constancia() {
    let mut ana = person("25230111", "Ana", "Luna", "");
    ana.nss_state = Some(NssState::InProcess);
    ana.nss_on = "2026-11-02".into();
    let computer = Computer::with(&[ana]);
    let mut window = computer.start();
    correct(&mut window, "25230111");
    window.click_id("nss");
    window.type_text("03190412340");
    window.click("Confirmado");
    window.press("Ctrl+Enter");
    let record = &desk(&window).find("25230111", 0).unwrap().rows[0].student;
    assert_eq!(
        record.particulars.nss,
        NssRecord::Confirmed {
            nss: ventanilla::domain::nss::Nss::parse("03190412340").unwrap(),
            on: "2026-11-21".parse().unwrap()
        }
    );
}
