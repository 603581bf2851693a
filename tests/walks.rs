//! Walks through the real window by keyboard alone, with every key counted: the scenarios of a day at the desk.

mod day;
mod driver;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use day::{Day, Hand, advance, first_run, juan, maria, person};
use driver::{Driver, Program};
use iced::{Element, Size, Task, Theme};
use tempfile::TempDir;
use ventanilla::app::Machine;
use ventanilla::app::window::{Message, Window};
use ventanilla::desk::Desk;
use ventanilla::domain::entry::Entry;
use ventanilla::domain::movement::{BajaMotive, MovementState};
use ventanilla::domain::student::{NssRecord, NssState};
use ventanilla::store::Store;

impl Program for Window {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        Window::update(self, message)
    }

    fn view(&self) -> Element<'_, Message> {
        Window::view(self)
    }

    fn theme(&self) -> Theme {
        Window::theme(self)
    }

    fn resized(&self, size: Size) -> Option<Message> {
        Some(Message::Resized(size))
    }
}

/// A computer with a data folder of its own, a clock that the test moves, and a viewer that only notes what it opens.
struct Computer {
    folder: TempDir,
    hand: Hand,
    opened: Arc<Mutex<Vec<PathBuf>>>,
    has_viewer: bool,
}

impl Computer {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            hand: Hand::at("2026-11-21 10:30"),
            opened: Arc::default(),
            has_viewer: true,
        }
    }

    /// With a register that holds these people.
    fn with(people: &[Entry]) -> Self {
        let computer = Self::new();
        computer.enroll(people);
        computer
    }

    fn enroll(&self, people: &[Entry]) {
        let data = self.data();
        let mut desk = if Store::exists(&data) {
            Desk::open(&data, self.hand.clock()).unwrap()
        } else {
            Desk::set_up(&data, &first_run(), self.hand.clock()).unwrap()
        };
        for entry in people {
            desk.enroll(entry);
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("datos")
    }

    fn documents(&self) -> PathBuf {
        self.folder.path().join("Documentos")
    }

    /// Starts the program.
    fn start(&self) -> Driver<Window> {
        let (opened, has_viewer) = (self.opened.clone(), self.has_viewer);
        let machine = Machine {
            data: self.data(),
            documents: self.documents(),
            clock: self.hand.clock(),
            viewer: Arc::new(move |path| {
                opened.lock().unwrap().push(path.to_owned());
                has_viewer
            }),
            demo: false,
        };
        let (window, task) = Window::new(machine);
        Driver::boot(window, task)
    }
}

/// What the walks look at behind the window.
fn desk(window: &Driver<Window>) -> &Desk {
    window.program().desk().expect("the desk is open")
}

fn shot(window: &mut Driver<Window>, name: &str) {
    window.screenshot(
        std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("walks")
            .join(name),
    );
}

/// Opens the form of a record.
fn correct(window: &mut Driver<Window>, number: &str) {
    window.press("F2");
    window.type_text(number);
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: ");
}

/// That many people, in alphabetical order.
fn people(count: usize) -> Vec<Entry> {
    let letter = |n: usize| char::from(b'a' + n as u8);
    (0..count)
        .map(|n| {
            let second = format!("Sol{}{}", letter(n / 26), letter(n % 26));
            person(&format!("2523{n:04}"), "Ana", "Luna", &second)
        })
        .collect()
}

// ------------------------------------------------------------------------------------ the first run

#[test]
fn the_first_run_asks_for_campus_and_clerk_and_creates_the_register() {
    let computer = Computer::new();
    let mut window = computer.start();
    window.see("Le damos la bienvenida a Ventanilla");
    window.see("Plantel Tehuacán");
    shot(&mut window, "first-run.png");

    window.press("flecha abajo");
    window.press("Enter");
    window.press("Enter");
    window.see("Escriba su nombre: aparece en la historia y en lo que se imprime.");
    window.type_text("Lupita");
    window.press("Enter");

    window.see("Aún no hay estudiantes. Presione F4 para registrar al primero.");
    window.see("Corte 30 nov (lun) · faltan 9 días · sin movimientos");
    assert_eq!(desk(&window).campus().preset, "tehuacan");
    assert!(computer.data().join("ventanilla.db").exists());
    shot(&mut window, "empty.png");
}

#[test]
fn another_campus_writes_its_own_name() {
    let computer = Computer::new();
    let mut window = computer.start();
    window.press("Fin");
    window.press("Enter");
    window.type_text("Plantel Peñasco");
    window.press("Enter");
    window.type_text("Núria");
    window.press("Ctrl+Enter");
    assert_eq!(desk(&window).campus().name, "Plantel Peñasco");
    assert_eq!(desk(&window).clerk(), "Núria");
}

// ------------------------------------------------------------------------------------ registering

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
    assert_eq!(window.focused().as_deref(), Some("correo"));
    window.press("Enter");
    assert_eq!(window.value("correo"), "l25230457@minatitlan.tecnm.mx");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("guardar"));
    window.press("Enter");

    window.see("Se guardó a de la Cruz Núñez, María Fernanda.");
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
fn bad_input_gets_a_sentence_and_loses_nothing() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    for (field, typed, sentence) in [
        ("numero-de-control", "25-23", "Falta el nombre"),
        ("nacimiento", "32/13/2006", "fecha"),
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

/// Walk 6: an NSS mistyped, 13 keys.
#[test]
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
    window.see("Hay 1 persona con este nombre; no comparte CURP ni NSS.");
    window.click_id("curp");
    window.type_text(&maria().curp);
    window.see("Ya hay una persona registrada con esta CURP: de la Cruz Núñez, María Fernanda (25230457).");
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
    window.see("Este NSS ya está en la ficha de de la Cruz Núñez, María Fernanda (25230457).");
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
    window.see("Se guardó a de la Cruz Núñez, María Fernanda.");
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

// ------------------------------------------------------------------------------------ drafts

#[test]
fn a_draft_survives_esc_and_a_crash() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230457");
    window.press("Esc");
    window.press("Esc");
    window.see("Borrador guardado. F4 lo recupera.");
    window.press("F4");
    assert_eq!(window.value("numero-de-control"), "25230457");
    window.see("Borrador recuperado, de las 10:30");
    window.click_id("nombres");
    window.type_text("Begoña");
    window.send(Message::Ticked);
    drop(window);

    let mut window = computer.start();
    window.see("Encontramos un formulario sin guardar, de hoy a las 10:30.");
    shot(&mut window, "draft-found.png");
    window.press("Enter");
    assert_eq!(window.value("nombres"), "Begoña");
    assert_eq!(window.value("numero-de-control"), "25230457");
}

#[test]
fn a_draft_keeps_also_what_is_in_no_list() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.click_id("situacion");
    window.press("Ctrl+A");
    window.type_text("quizá");
    window.press("Esc");
    window.press("Esc");
    window.press("F4");
    assert_eq!(window.value("situacion"), "quizá");
}

#[test]
fn closing_writes_the_draft_and_never_asks() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("Enter");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    assert!(window.is_closed());
    drop(window);

    let mut window = computer.start();
    window.press("Enter");
    window.see("Corregir: de la Cruz Núñez, María Fernanda");
    assert_eq!(window.value("telefono"), "922 555 0142");
}

#[test]
fn ctrl_z_in_a_changed_form_steps_back_through_what_was_typed() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25230458");
    window.press("Enter");
    window.press("Enter");
    window.type_text("Ana");
    window.press("Ctrl+Z");
    assert_eq!(window.value("nombres"), "");
    assert_eq!(window.value("numero-de-control"), "25230458");
    window.press("Ctrl+Y");
    assert_eq!(window.value("nombres"), "Ana");
    for _ in 0..9 {
        window.press("Ctrl+Z");
    }
    assert_eq!(window.value("numero-de-control"), "");
    assert_eq!(
        desk(&window).count_students().unwrap(),
        1,
        "saved work is not undone behind a form"
    );
}

#[test]
fn who_only_looks_at_a_form_leaves_no_draft() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.press("Tab");
    window.press("Esc");
    window.dont_see("Borrador guardado");
    drop(window);

    let mut window = computer.start();
    window.dont_see("Encontramos un formulario sin guardar");
}

#[test]
fn a_draft_brings_back_only_what_was_changed_in_it() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.click_id("correo");
    window.press("Ctrl+A");
    window.type_text("otra@plantel.example");
    window.press("Ctrl+Enter");
    correct(&mut window, "25230457");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Esc");
    window.press("Ctrl+Z");
    window.press("Enter");
    window.see("Borrador recuperado");
    assert_eq!(window.value("telefono"), "922 555 0142");
    assert_eq!(window.value("correo"), "maria@plantel.example");
}

#[test]
fn ctrl_z_in_a_form_passes_over_enters_that_changed_nothing() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("2523");
    window.press("Enter");
    window.press("Enter");
    window.press("Enter");
    window.press("Ctrl+Z");
    assert_eq!(window.value("numero-de-control"), "");
    window.press("Ctrl+Z");
    window.see("En este formulario no hay nada que deshacer.");
    window.press("Ctrl+Y");
    assert_eq!(window.value("numero-de-control"), "2523");
}

#[test]
fn the_draft_of_a_record_that_is_gone_waits_until_the_record_is_back() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Esc");
    window.press("Ctrl+Z");
    window.see("Se deshizo");
    drop(window);

    let mut window = computer.start();
    window.dont_see("Encontramos un formulario sin guardar");
    window.press("Ctrl+Y");
    drop(window);

    let mut window = computer.start();
    window.see("Encontramos un formulario sin guardar");
    window.press("Enter");
    assert_eq!(window.value("telefono"), "922 555 0142");
}

// ------------------------------------------------------------------------------------ finding

#[test]
fn the_search_box_shows_recents_and_says_nothing_of_nobody_before_something_was_typed() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.see("Aquí aparecerán las últimas fichas que abra.");
    window.dont_see("No hay nadie");
    window.type_text("hern");
    window.press("Enter");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    window.press("Esc");
    window.press("F2");
    window.see("Las últimas fichas");
    shot(&mut window, "recents.png");
    window.press("flecha abajo");
    window.press("Enter");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    window.press("F2");
    window.type_text("peres");
    window.see("No hay nadie con “peres”. Presione F4 para registrar a una persona nueva.");
}

#[test]
fn a_letter_typed_on_the_list_goes_on_in_the_search_box() {
    let computer = Computer::with(&[maria(), juan(), person("25230111", "Íñigo", "Ñandú", "")]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    assert_eq!(window.focused().as_deref(), Some("lista"));
    window.type_text("ñan");
    assert_eq!(window.value("buscar"), "ñan");
    window.see("1 de 3");
    window.press("Enter");
    window.see("ÑANDÚ, ÍÑIGO");
}

#[test]
fn a_scanned_sheet_opens_its_record_and_a_scanned_card_the_next_one() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.scan("24230318");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    window.scan("25230457");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");

    let student = desk(&window).find("25230457", 0).unwrap().rows[0].student.id;
    window.press("F9");
    window.press("Enter");
    let folio = desk(&window).store().reader().prints_of(student).unwrap()[0]
        .folio
        .clone();
    let code = ventanilla::print::qr::MuteCode::new("TECNM23", "25230457", &folio).unwrap();
    window.scan("24230318");
    window.scan(&code.text());
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn at_midnight_everything_is_of_the_new_day() {
    let computer = Computer::with(&[maria()]);
    computer.hand.move_to("2026-11-30 23:59");
    let mut window = computer.start();
    window.see("Corte 30 nov (lun) · es hoy · sin movimientos");
    computer.hand.move_to("2026-12-01 00:01");
    window.send(Message::Ticked);
    window.see("Corte 16 dic (mié) · faltan 15 días · sin movimientos");
    window.see("Copia de hoy, 00:01, verificada");
}

#[test]
fn the_search_box_emptied_on_another_screen_leaves_no_filter_behind() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.type_text("hern");
    window.see("1 de 2");
    window.press("Ctrl+3");
    window.press("F2");
    window.press("Retroceso");
    window.see("Corte del lunes 30 de noviembre");
    window.press("Ctrl+2");
    window.dont_see("1 de 2");
    window.see("de la Cruz Núñez, María Fernanda");
}

#[test]
fn the_recents_are_reached_by_arrow_from_a_form_and_esc_goes_back_into_it() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.type_text("25230457");
    window.press("Enter");
    window.press("F4");
    window.type_text("2523");
    window.press("F2");
    window.press("Retroceso");
    window.see("Las últimas fichas");
    window.press("Esc");
    assert_eq!(window.focused().as_deref(), Some("numero-de-control"));
    assert_eq!(window.value("numero-de-control"), "2523");
    window.press("F2");
    window.press("flecha abajo");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn enter_in_the_empty_search_box_puts_no_notice_away() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F7");
    window.press("F7");
    window.see("Ya hay un alta en cola");
    window.press("F2");
    window.press("Enter");
    window.see("Ya hay un alta en cola");
}

/// The record that is shown is the one that Enter corrects, and the one selected in the list.
#[test]
fn a_record_opened_from_elsewhere_is_the_one_that_enter_corrects() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window.press("F2");
    window.type_text("hern");
    window.press("Ctrl+3");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    window.dont_see("1 de 2");
    window.press("Enter");
    window.see("Corregir: de la Cruz Núñez, María Fernanda");
}

#[test]
fn who_was_saved_is_selected_also_on_a_later_page() {
    let computer = Computer::with(&people(120));
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25239999");
    window.click_id("nombres");
    window.type_text("Zoe");
    window.press("Enter");
    window.type_text("Zuluaga");
    window.press("Ctrl+Enter");
    window.see("Página 3 de 3");
    window.press("Ctrl+2");
    window.press("flecha arriba");
    window.see("LUNA SOLEP, ANA");
    window.press("flecha abajo");
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: Zuluaga, Zoe");
}

#[test]
fn a_page_that_lost_its_only_row_gives_way_to_the_one_before_it() {
    let computer = Computer::with(&people(50));
    computer.enroll(&[person("25239999", "Zoe", "Zuluaga", "")]);
    {
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        for row in desk.find_up_to("", 51).unwrap().rows {
            desk.queue_alta(row.student.id).unwrap();
        }
    }
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("AvPág");
    window.see("Página 2 de 2");
    window.press("Supr");
    window.see("Se canceló el alta");
    window.see("Página 1 de 1");
    window.dont_see("No hay movimientos para este corte");

    let computer = Computer::with(&people(50));
    computer.enroll(&[person("25239999", "Zoe", "Zuluaga", "")]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("AvPág");
    window.see("Página 2 de 2");
    window.press("Ctrl+Z");
    window.see("Se deshizo");
    window.see("Página 1 de 1");
    window.dont_see("Aún no hay estudiantes");
}

// ------------------------------------------------------------------------------------ the scenarios

/// Walk 2 (a): a call from the hospital. Diagnosed with 10 keys, queued and urgent with 13, also without NSS.
#[test]
fn a_call_from_the_hospital_and_no_movement() {
    let mut entry = maria();
    entry.nss = String::new();
    let computer = Computer::with(&[entry, juan()]);
    let mut window = computer.start();
    window.count_again();

    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.see("Sin movimiento");
    window.see("Nada por ahora");
    window.see("Sin comprobar");
    assert!(window.keys() <= 10, "{} keys to the diagnosis", window.keys());

    window.press("F7");
    window.see("Alta en cola para el corte del 30 de noviembre. Se espera vigente entre el martes 1 y el jueves 3 de diciembre.");
    window.see(
        "Tiene una observación: falta el NSS. Si sigue así al cerrar, pasará al corte del 16 de diciembre.",
    );
    shot(&mut window, "queued.png");
    window.press("U");
    window.see("Marcada urgente. Lo más pronto: corte del 30 nov; se espera entre el martes 1 y el jueves 3 de diciembre.");
    assert!(window.keys() <= 13, "{} keys until it is queued", window.keys());

    let student = desk(&window).find("25230457", 0).unwrap().rows[0].student.id;
    assert!(desk(&window).last_movement(student).urgent);
    window.dont_see("quedará vigente");
}

/// Walk 2 (b): in the window, until which day to wait.
#[test]
fn a_call_from_the_hospital_and_the_window_is_open() {
    let computer = Computer::with(&[maria()]);
    computer.hand.move_to("2026-11-12 09:00");
    {
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        let student = desk.find("25230457", 0).unwrap().rows[0].student.id;
        desk.queue_alta(student).unwrap();
        drop(desk);
        let mut store = Store::open(&computer.data()).unwrap();
        advance(
            &mut store,
            student,
            &[
                (MovementState::InDispatch, "2026-11-13"),
                (MovementState::Sent, "2026-11-13"),
                (MovementState::Accepted, "2026-11-18"),
            ],
        );
    }
    computer.hand.move_to("2026-11-18 10:00");
    let mut window = computer.start();
    window.count_again();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.see("Alta aceptada");
    window.see("entre el mar 17");
    window.see("y el jue 19 nov 2026");
    window.see("Se espera · 17–19 nov");
    assert!(window.keys() <= 10, "{} keys", window.keys());
    shot(&mut window, "in-window.png");

    window.press("F7");
    window.see("Su alta sigue activa: aceptada el 18 nov.");

    // The window is over and nobody looked.
    computer.hand.move_to("2026-11-20 10:00");
    window.press("F5");
    window.see("Revisar vigencia · desde 20 nov");
    window.see("el plazo terminó");
}

/// A constancia is read at the window: F12, V, Ctrl+Enter.
#[test]
fn what_a_constancia_says_is_recorded_with_its_date() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.count_again();
    window.press("F12");
    window.see("sábado 21 de noviembre de 2026");
    window.press("Ctrl+Enter");
    window.see("Elija lo que dice el documento: V, vigente; N, no vigente.");
    window.press("V");
    window.see("Se anotará: VIGENTE según constancia del 21 nov 2026 · la vio Lupita.");
    shot(&mut window, "vigencia.png");
    window.press("Ctrl+Enter");
    assert!(window.keys() <= 4, "{} keys", window.keys());
    window.see("Se guardó la vigencia de de la Cruz Núñez, María Fernanda: VIGENTE al 21 nov 2026.");
    window.see("Vigente · 21 nov");
    window.see("Lupita registró VIGENTE según constancia del 21 nov 2026");

    window.press("Ctrl+Z");
    window.see("Se deshizo la vigencia de de la Cruz Núñez, María Fernanda.");
    window.see("Sin dato");
}

#[test]
fn a_consultation_that_has_not_come_is_not_recorded() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F12");
    window.press("N");
    window.click_id("vigencia-fecha");
    window.press("Ctrl+A");
    window.type_text("01/12/2026");
    window.see("La fecha de la consulta no puede ser posterior a hoy; aquí dice 1 de diciembre de 2026.");
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("vigencia-fecha"));
    window.press("Ctrl+A");
    window.type_text("-3");
    window.press("Ctrl+Enter");
    window.see("No vigente · 18 nov");
}

/// Walk 3 for one student: a baja with its motive in 13 keys.
#[test]
fn a_graduate_is_queued_for_a_baja() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.count_again();
    window.press("F2");
    window.type_text("24230318");
    window.press("Enter");
    window.press("F8");
    window.see("No consta un alta de esta persona.");
    shot(&mut window, "baja.png");
    window.press("E");
    window.press("Ctrl+Enter");
    window.see("Baja en cola para el corte del 30 de noviembre.");
    window.see("Deshacer: Ctrl+Z");
    assert!(window.keys() <= 13, "{} keys", window.keys());

    let student = desk(&window).find("24230318", 0).unwrap().rows[0].student.id;
    assert_eq!(
        desk(&window).last_movement(student).motive,
        Some(BajaMotive::Graduation)
    );
}

#[test]
fn the_dialog_of_a_baja_asks_for_its_motive_keeps_tab_inside_and_gives_the_focus_back() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F8");
    window.press("Ctrl+Enter");
    window.see("Elija el motivo de la baja con la letra o las flechas.");
    for _ in 0..8 {
        window.press("Tab");
        assert_ne!(window.focused().as_deref(), Some("lista"));
        assert_ne!(window.focused().as_deref(), Some("buscar"));
    }
    window.press("Esc");
    assert_eq!(window.focused().as_deref(), Some("lista"));
    assert_eq!(desk(&window).next_cut_count().unwrap().total(), 0);
}

/// Walk 11, typed: the summary in 12 keys.
#[test]
fn a_student_asks_for_the_summary() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.count_again();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F9");
    shot(&mut window, "print.png");
    window.press("Enter");
    assert!(window.keys() <= 12, "{} keys", window.keys());
    window.see("Se abrió el resumen de de la Cruz Núñez, María Fernanda, folio ");

    let opened = computer.opened.lock().unwrap().clone();
    assert_eq!(opened.len(), 1);
    assert!(opened[0].starts_with(computer.documents()));
    assert!(std::fs::read(&opened[0]).unwrap().starts_with(b"%PDF-"));
    window.see("Lupita imprimió el resumen, folio ");
}

#[test]
fn without_a_viewer_the_status_bar_shows_the_path() {
    let mut computer = Computer::with(&[maria()]);
    computer.has_viewer = false;
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F9");
    window.press("Enter");
    window.see(&format!("El resumen está en {}", computer.documents().display()));
}

#[test]
fn undo_and_redo_say_what_they_did_also_after_a_restart() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    drop(window);

    let mut window = computer.start();
    window.press("Ctrl+Z");
    window.see("Se deshizo el alta de de la Cruz Núñez, María Fernanda.");
    window.press("Ctrl+Y");
    window.see("Se rehízo el alta de de la Cruz Núñez, María Fernanda.");
    window.press("Ctrl+Y");
    window.see("No hay nada que rehacer");
    window.see("Corte 30 nov (lun) · faltan 9 días · 1 alta, 0 bajas");
}

#[test]
fn a_queued_movement_is_cancelled_from_the_record_and_from_the_cut() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window.press("Supr");
    window.see("Se canceló el alta del corte del 30 de noviembre.");
    window.press("F7");
    window.press("Ctrl+3");
    window.see("Corte del lunes 30 de noviembre");
    window.see("1 alta, 0 bajas");
    window.see("la Ñ irá como N");
    shot(&mut window, "cut.png");
    window.press("Supr");
    window.see("No hay movimientos para este corte. Los que agregue hasta el 30 de noviembre entrarán aquí.");
    window.press("Ctrl+Z");
    window.see("1 alta, 0 bajas");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn a_record_is_corrected_and_its_history_says_so() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: de la Cruz Núñez, María Fernanda");
    window.click_id("telefono");
    window.type_text("922 555 0142");
    window.press("Ctrl+Enter");
    window.see("Se guardó a de la Cruz Núñez, María Fernanda.");
    window.see("Lupita corrigió teléfono: 922 555 0142");
}

#[test]
fn urgent_is_said_of_the_cut_that_the_movement_is_in() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F7");
    computer.hand.move_to("2026-12-02 09:00");
    window.press("U");
    window.see("Marcada urgente. Lo más pronto: corte del 30 nov;");
}

// ------------------------------------------------------------------------------------ keys and focus

#[test]
fn tab_goes_around_every_screen() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F7");
    for key in ["Ctrl+2", "F4", "Ctrl+3"] {
        window.press(key);
        let first = window.focused().expect("something has the focus");
        let mut around = 0;
        loop {
            window.press("Tab");
            around += 1;
            if window.focused().as_deref() == Some(&first) {
                break;
            }
            assert!(around < 60, "{key}: Tab never comes back to {first}");
        }
        for _ in 0..around {
            window.press("Mayús+Tab");
        }
        assert_eq!(
            window.focused().as_deref(),
            Some(first.as_str()),
            "{key}: and back"
        );
    }
}

#[test]
fn every_command_pressed_inside_a_field_types_nothing() {
    use ventanilla::app::shortcut::Command;

    let computer = Computer::with(&[maria()]);
    for command in Command::all() {
        for chord in command.chords() {
            let mut window = computer.start();
            window.press("F4");
            window.type_text("2523");
            // The label writes the minus as a dash, which stands in the letter.
            window.press(&chord.label().replace("Ctrl+–", "Ctrl+-"));
            // One more sign in the field, and nothing else on screen looks like that.
            let typed = |text: &String| text.starts_with("2523") && text.chars().count() == 5;
            assert!(!window.texts().iter().any(typed), "{}", chord.label());
        }
    }
}

#[test]
fn help_lists_what_is_bound() {
    use ventanilla::app::shortcut::Command;

    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F1");
    for command in Command::all() {
        window.see(command.name());
    }
    shot(&mut window, "help.png");
    window.press("Esc");
    window.dont_see("Todo se puede hacer sin ratón.");
}

#[test]
fn everything_can_be_done_at_twice_the_size() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.scale(2.0);
    shot(&mut window, "zoom-recents.png");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window.see("Alta en cola");
    shot(&mut window, "zoom-record.png");
    window.press("F4");
    shot(&mut window, "zoom-form.png");
    for _ in 0..17 {
        window.press("Tab");
        assert!(
            window.focus_in_view().is_some(),
            "{:?} is out of sight",
            window.focused()
        );
    }
}

#[test]
fn a_low_window_is_usable_and_shows_what_has_the_focus() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.resize(1024.0, 640.0);
    window.press("F4");
    for _ in 0..17 {
        window.press("Tab");
        let seen = window.focus_in_view().expect("the focus is on screen");
        assert!(seen.height >= 28.0, "{:?} is cut off: {seen:?}", window.focused());
    }
    shot(&mut window, "form-1024.png");
    window.press("Esc");
    window.press("F2");
    window.type_text("25230457");
    shot(&mut window, "list-1024.png");
    window.press("Enter");
    window.see("Historia");
    shot(&mut window, "record-1024.png");
    window.press("F3");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    window.see("Historia");
    window.press("F7");
    window.press("U");
    window.see("Quitar urgente");
    window.press("Esc");
    window.press("Esc");
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: de la Cruz Núñez, María Fernanda");
}

#[test]
fn an_alta_from_the_list_of_a_low_window_opens_its_record() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.resize(1024.0, 640.0);
    window.press("F2");
    window.type_text("24230318");
    window.press("F7");
    assert_eq!(window.focused().as_deref(), Some("movimiento-en-cola"));
    window.press("U");
    window.see("Quitar urgente");
}

/// iced tells the size of a window in the units of the zoom.
#[test]
fn resizing_a_zoomed_window_does_not_count_the_zoom_twice() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.type_text("25230457");
    window.press("Enter");
    window.press("Ctrl++");
    window.send(Message::Resized(Size::new(1366.0 / 1.1, 768.0 / 1.1)));
    window.see("Página 1 de 1");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

// ------------------------------------------------------------------------------------ what goes wrong

#[test]
fn a_register_that_cannot_be_opened_says_why() {
    let computer = Computer::with(&[maria()]);
    let first = computer.start();
    let mut second = computer.start();
    second.see("Ventanilla ya está abierta en esta computadora. Use esa ventana; esta se cerrará.");
    second.press("Enter");
    assert!(second.is_closed());
    drop(first);

    std::fs::write(computer.data().join("ventanilla.db"), "esto no es una base").unwrap();
    let mut window = computer.start();
    window.see("está dañado o no es un registro de Ventanilla, y no se tocó.");
    shot(&mut window, "refused.png");
}

#[test]
fn a_folder_that_cannot_be_written_loses_nothing_and_says_so() {
    let computer = Computer::new();
    std::fs::write(computer.data(), "a file where the folder should be").unwrap();
    let mut window = computer.start();
    window.press("Enter");
    window.type_text("Lupita");
    window.press("Enter");
    window.see("No se puede escribir en");
}
