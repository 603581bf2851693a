//! Importar: from the newest file to what is saved, by keys alone.

use super::*;
use crate::day::form_registered;
use ventanilla::app::theme::{Appearance, Scheme};

impl Computer {
    /// The register that knows 38 of the 600 who answered the form.
    fn before_the_form() -> Self {
        Self::with(&form_registered())
    }

    /// Puts a sheet into the folder of downloads, under this name.
    fn download(&self, sheet: &str, name: &str) {
        let sheets = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets");
        let folder = self.downloads();
        std::fs::create_dir_all(&folder).unwrap();
        let bytes = std::fs::read(std::path::Path::new(sheets).join(sheet)).unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

fn movements(window: &Driver<Window>) -> u64 {
    desk(window).next_cut_count().unwrap().total()
}

in_every_frame! {
    /// Walk 1: six hundred answers, the clean part and one cause, in at most ten keys.
    fn six_hundred_answers_in_ten_keys() {
        let computer = Computer::before_the_form();
        computer.download("formulario-altas-2026.xlsx", "Formulario altas 2026.xlsx");
        let mut window = computer.start();
        window.press("Ctrl+I");
        window.see("Formulario altas 2026.xlsx");
        shot(&mut window, "import-files.png");
        window.press("Enter");
        for said in ["600", "531", "38", "31", "NSS con cero perdido", "7 con nota"] {
            window.see(said);
        }
        shot(&mut window, "import-review.png");
        window.press("A");
        window.see("Se aceptaron 14.");
        window.see("17 renglones por decidir");
        shot(&mut window, "import-accepted.png");
        window.press("Ctrl+Enter");
        window.see("¿Alta para el corte del 30 de noviembre?");
        shot(&mut window, "import-question.png");
        window.press("Enter");
        assert!(window.keys() <= 10, "{} keys", window.keys());
        window.see("Se agregaron 545");
        window.see("17 renglones por decidir");
        assert!(movements(&window) >= 545, "{} altas", movements(&window));
        shot(&mut window, "import-saved.png");
    }
}

/// A sheet of text under the heads of the form.
fn form(rows: &[&str]) -> String {
    const HEAD: &str = "Número de control;Apellido paterno;Apellido materno;Nombre(s);CURP;NSS;Fecha de nacimiento;Sexo;Carrera;Semestre";
    std::iter::once(HEAD)
        .chain(rows.iter().copied())
        .collect::<Vec<_>>()
        .join("\n")
}

const JUAN: &str =
    "24230318;Hernández;Muñoz;Juan Pablo;HEMJ040315HVZRXNA8;3190412340;15/03/2004;H;Ingeniería Química;5";
const LUIS: &str = "24230001;Cruz;Soto;Luis;;4.15E+10;;H;Ingeniería Química;5";

/// A window at Importar, with a sheet that says this.
fn opened(computer: &Computer, name: &str, text: &str) -> Driver<Window> {
    std::fs::create_dir_all(computer.downloads()).unwrap();
    std::fs::write(computer.downloads().join(name), text).unwrap();
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.press("Enter");
    window
}

fn total(window: &Driver<Window>) -> usize {
    desk(window).find_up_to("", 2_000).unwrap().rows.len()
}

in_every_frame! {
    /// The real doubts of walk 1: at most four keys for each row of them.
    fn seventeen_doubts_are_decided_in_place() {
        let computer = Computer::before_the_form();
        computer.download("formulario-altas-2026.xlsx", "Formulario altas 2026.xlsx");
        let mut window = computer.start();
        for key in ["Ctrl+I", "Enter", "A", "flecha abajo"] {
            window.press(key);
        }
        window.count_again();
        // Six by the document, one by one: this one is right on the sheet, the others in the CURP.
        window.press("F6");
        window.press("O");
        window.see("vale la hoja");
        for _ in 0..5 {
            window.press("flecha abajo");
            window.press("Espacio");
        }
        window.see("11 renglones por decidir");
        window.press("F6");
        for _ in 0..3 {
            window.press("flecha abajo");
            window.press("A");
        }
        window.see("todo decidido");
        assert!(window.keys() <= 4 * 17, "{} keys", window.keys());
        window.press("Ctrl+Enter");
        window.press("Enter");
        // Nothing waits: on to the students.
        window.see("Se agregaron");
        assert_eq!(window.focused().as_deref(), Some("lista"));
        window.dont_see("Revisión");
    }

    fn a_row_is_corrected_where_it_stands() {
        let computer = Computer::with(&[maria()]);
        let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
        window.see("Número con dígitos perdidos");
        while !window.texts().contains(&"4.15E+10".to_owned()) {
            window.press("flecha abajo");
        }
        window.press("F6");
        window.press("Enter");
        window.see("Renglón 3 · Cruz Soto, Luis");
        assert_eq!(window.value("importar-celda-0"), "4.15E+10", "the doubtful cell comes first");
        shot(&mut window, "import-row.png");
        window.type_text("41957612349");
        window.press("Ctrl+Enter");
        window.see("corregido");
        assert_eq!(window.focused().as_deref(), Some("importar-renglones"));
    }

    fn columns_without_known_heads_are_chosen_by_keys() {
        let computer = Computer::with(&[]);
        let text = "Folio;Quién es;Dónde\n24230318;Juan Pablo Hernández Muñoz;Química\n24230001;Luis Cruz Soto;Industrial";
        let mut window = opened(&computer, "lista.csv", text);
        window.see("No se reconoció quién es cada quien.");
        assert_eq!(window.focused().as_deref(), Some("importar-columnas"));
        // The row of the heads first: F6 goes to what is asked beside the columns.
        window.press("F6");
        while window.focused().as_deref() != Some("importar-encabezados") {
            window.press("Tab");
        }
        window.type_text("9");
        window.press("Enter");
        window.see("La hoja no tiene ese renglón.");
        window.press("Retroceso");
        window.type_text("1");
        window.press("Enter");
        window.see("Folio");
        window.press("Enter");
        window.see("Qué contiene la columna A · Folio");
        shot(&mut window, "import-column.png");
        // The first letter goes to the next column that begins with it.
        window.type_text("n");
        window.press("Enter");
        window.see("Número de control");
        window.press("flecha abajo");
        window.press("Enter");
        window.type_text("n");
        window.type_text("n");
        window.press("Enter");
        window.see("Nombre completo");
        shot(&mut window, "import-columns.png");
        window.press("flecha abajo");
        window.press("Supr");
        window.press("Ctrl+Enter");
        window.see("por decidir");
        window.press("Esc");
        window.see("Qué es esta hoja");
        window.press("Esc");
        window.see("Hojas más recientes");
        window.press("Esc");
        window.see("Por hacer");
        // Nothing is lost: Ctrl+I goes on where it was left, unless one went back to the files.
        window.press("Ctrl+I");
        window.see("lista.csv");
    }

    fn an_enrolled_list_lets_go_who_is_missing_and_leaves_whom_one_says() {
        let mut gone = people(2);
        for entry in &mut gone {
            entry.career = "Ingeniería Química".into();
        }
        let computer = Computer::with(&gone);
        computer.download("inscritos.xlsx", "Inscritos AGO-DIC 2026.xlsx");
        let mut window = computer.start();
        window.press("Ctrl+I");
        window.press("Enter");
        window.see("Faltan en la lista");
        for _ in 0..9 {
            if window.texts().iter().any(|text| text.contains("Espacio los deja")) {
                break;
            }
            window.press("flecha abajo");
        }
        window.press("F6");
        shot(&mut window, "import-missing.png");
        window.press("Espacio");
        window.see("se queda como está");
        window.press("Ctrl+Enter");
        window.see("¿Guardar la lista de inscritos?");
        window.press("Ctrl+Enter");
        window.see("1 dejó de estar inscrito");
    }

    fn a_form_of_bajas_says_how_many_and_queues_them() {
        let computer = Computer::with(&[
            person("26239021", "Saúl", "Carrillo", "Peralta"),
            person("24239022", "Daniela", "Herrera", "Álvarez"),
        ]);
        computer.download("bajas.xlsx", "Bajas.xlsx");
        let mut window = computer.start();
        window.press("Ctrl+I");
        window.press("Enter");
        window.see("bajas listas");
        shot(&mut window, "import-bajas.png");
        window.press("Ctrl+Enter");
        window.see("¿Bajas para el corte del 30 de noviembre?");
        window.press("Enter");
        window.see("2 bajas al corte");
        assert_eq!(movements(&window), 2);
    }
}

#[test]
fn a_file_that_cant_be_read_says_why_and_what_to_do() {
    let computer = Computer::with(&[]);
    for (sheet, said) in [
        ("cortado.xlsx", "El archivo está incompleto o dañado"),
        ("con-contrasena.xlsx", "El archivo está protegido con contraseña"),
        ("es-un-pdf.xlsx", "Ese archivo no es una hoja de cálculo"),
        ("gigas.xlsx", "más de lo que una lista de estudiantes necesita"),
        ("vacio.xlsx", "El archivo está vacío"),
        (
            "solo-encabezado.xlsx",
            "La hoja tiene encabezados y ningún renglón",
        ),
    ] {
        let _ = std::fs::remove_dir_all(computer.downloads());
        computer.download(sheet, sheet);
        let mut window = computer.start();
        window.press("Ctrl+I");
        window.press("Enter");
        window.see(said);
        window.press("Esc");
        window.dont_see(said);
    }
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.click_id("importar-ruta");
    window.type_text("/no/hay.xlsx");
    window.press("Enter");
    window.see("Ese archivo ya no está en esa carpeta.");
}

#[test]
fn tab_goes_around_each_step() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    for step in ["Revisión", "Columnas", "Archivo"] {
        let first = window.focused().expect("something has the focus");
        let mut around = 0;
        loop {
            window.press("Tab");
            around += 1;
            assert!(window.focus_in_view().is_some(), "{step}: {:?}", window.focused());
            if window.focused().as_deref() == Some(&first) {
                break;
            }
            assert!(around < 40, "{step}: Tab never comes back to {first}");
        }
        window.press("Esc");
    }
}

#[test]
fn a_file_may_be_typed_pasted_or_dropped() {
    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.see("No hay hojas en Descargas ni en Documentos.");
    assert_eq!(window.focused().as_deref(), Some("importar-ruta"));
    let file = computer.folder.path().join("altas.csv");
    std::fs::write(&file, form(&[JUAN])).unwrap();
    window.type_text(&format!("\"{}\"", file.display()));
    window.press("Enter");
    window.see("NSS con cero perdido");

    drop(window);
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.click("Hojas más recientes");
    window.click("Pegar celdas");
    window.see("No hay celdas copiadas.");
    window.copy(&form(&[JUAN]).replace(';', "\t"));
    window.press("Esc");
    window.click("Pegar celdas");
    window.see("NSS con cero perdido");
    window.see("Celdas copiadas");

    drop(window);
    let mut window = computer.start();
    window.send(Message::FileDropped(file));
    window.see("NSS con cero perdido");
}

#[test]
fn ctrl_z_takes_decisions_back_and_then_what_was_saved() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    window.see("2 renglones por decidir");
    window.press("A");
    window.see("1 renglón por decidir");
    window.press("Ctrl+Z");
    window.see("2 renglones por decidir");
    window.see("Se quitó la última decisión.");
    window.press("Ctrl+Z");
    window.see("No queda ninguna decisión que quitar.");
    while !window.texts().contains(&"Aceptar 1".to_owned()) {
        window.press("flecha abajo");
    }
    window.press("A");
    window.press("Ctrl+Enter");
    window.type_text("s");
    window.see("Se agregó 1 estudiante");
    assert_eq!((total(&window), movements(&window)), (1, 0));
    window.press("Ctrl+Z");
    assert_eq!(total(&window), 0);
    window.see("Se deshizo la importación de “altas.csv”");
    window.see("1 renglón por decidir");
}

#[test]
fn a_row_left_out_and_one_left_for_later_are_not_lost() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    window.press("Supr");
    window.see("apartado");
    window.see("1 renglón por decidir");
    window.press("Ctrl+1");
    window.see("Renglón por decidir");
    window.see("de altas.csv, leído el 21 nov");
    window.press("Enter");
    window.see("Revisión");
    window.see("1 renglón por decidir");
    window.see("Apartados");
    window.press("Ctrl+Mayús+X");
    window.see("Exportado (Excel): 1 renglón por decidir");
    let written = std::fs::read_dir(computer.documents()).unwrap().count();
    assert_eq!(written, 1);
}

#[test]
fn what_was_affiliated_before_is_marked_and_queues_nothing() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.press("Ctrl+Enter");
    window.type_text("y");
    window.see("Se agregó 1 estudiante");
    assert_eq!(movements(&window), 0);
    let page = desk(&window).find_up_to("", 10).unwrap();
    assert!(page.rows[0].student.prior_alta.is_some());
}

#[test]
fn the_same_file_again_changes_nothing_and_says_so() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.press("Ctrl+Enter");
    window.press("Enter");
    window.see("Se agregó 1 estudiante");
    window.press("Ctrl+I");
    window.click("Plantilla para llenar");
    window.see("Se escribió la plantilla");
    window.click_id("importar-archivos");
    window.press("Enter");
    window.see("Este archivo ya se importó el 21 de noviembre. No hay cambios.");
    window.press("Ctrl+Enter");
    window.see("Este archivo ya se importó el 21 de noviembre. No hay cambios.");
}

#[test]
fn a_former_import_is_taken_back_after_a_question() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.press("Ctrl+Enter");
    window.press("Enter");
    assert_eq!(total(&window), 1);
    window.press("Ctrl+I");
    window.press("F6");
    shot(&mut window, "import-former.png");
    window.press("Supr");
    window.see("¿Deshacer esta importación?");
    window.see("Se desharía la importación de “altas.csv”: 1 ficha.");
    window.press("Enter");
    assert_eq!(total(&window), 0);
    window.see("Se deshizo la importación de “altas.csv”");
    window.see("Todavía no se ha importado nada.");
}

#[test]
fn saving_can_be_stopped_and_saves_nothing() {
    let computer = Computer::before_the_form();
    computer.download("formulario-altas-2026.xlsx", "Formulario altas 2026.xlsx");
    let mut window = computer.start();
    for key in ["Ctrl+I", "Enter", "Ctrl+Enter"] {
        window.press(key);
    }
    window.hurry();
    window.press("Enter");
    // While it is at work nothing else is heard.
    window.press("Ctrl+2");
    window.press("Esc");
    window.wait();
    window.see("Se detuvo. No se guardó nada.");
    window.see("Revisión");
    assert_eq!((total(&window), movements(&window)), (38, 0));
    // What was decided is still there.
    window.press("Ctrl+Enter");
    window.press("Enter");
    window.see("Se agregaron 531");
}

#[test]
fn a_register_that_changed_meanwhile_is_compared_again() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.see("0 cambian; 0 quedan igual");
    window.press("F4");
    for typed in ["24230318", "", "Juan Pablo", "Hernández", "Muñoz"] {
        window.type_text(typed);
        window.press("Enter");
    }
    window.press("Ctrl+Enter");
    window.see("Se guardó");
    window.press("Ctrl+I");
    window.see("Revisión");
    window.see("1 cambia; 0 quedan igual");
}

#[test]
fn copied_cells_are_taken_with_ctrl_v_and_new_files_with_f5() {
    let computer = Computer::with(&[]);
    computer.download("bajas.xlsx", "Bajas.xlsx");
    let mut window = computer.start();
    window.press("Ctrl+I");
    window.dont_see("Altas.ods");
    computer.download("altas.ods", "Altas.ods");
    window.press("F5");
    window.see("Altas.ods");
    window.copy(&form(&[JUAN]).replace(';', "\t"));
    window.press("Ctrl+V");
    window.see("NSS con cero perdido");
}

#[test]
fn the_mouse_decides_too() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    window.click("NSS con cero perdido");
    window.click("Aceptar");
    window.see("1 renglón por decidir");
    window.click("Quitar");
    window.see("2 renglones por decidir");
    window.click("Número con dígitos perdidos");
    window.click("Apartar");
    window.see("1 renglón por decidir");
    window.click("Columnas");
    window.see("Qué es esta hoja");
    window.click("Continuar");
    window.click("Guardar lo decidido");
    window.see("Todavía no hay nada que guardar.");
}

#[test]
fn a_register_in_memory_is_written_on_the_spot() {
    let computer = Computer::new();
    std::fs::create_dir_all(computer.downloads()).unwrap();
    let zoe = form(&["ZZ990001;Zárate;Quino;Zoe;;;;M;Ingeniería Química;1"]);
    std::fs::write(computer.downloads().join("altas.csv"), zoe).unwrap();
    let (window, task) = Window::new(Machine {
        data: computer.data(),
        documents: computer.documents(),
        sheets: vec![computer.downloads()],
        clock: computer.hand.clock(),
        viewer: Arc::new(|_| true),
        demo: true,
    });
    let mut window = Driver::boot(window, task);
    window.press("Ctrl+I");
    window.press("Enter");
    window.press("Ctrl+Enter");
    window.see("El que no tiene NSS también");
    window.press("Enter");
    window.see("Se agregó 1");
}

#[test]
fn others_at_the_counter_see_the_last_digits_alone() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.see("03-19-04-1234-0");
    window.press("Ctrl+M");
    window.dont_see("03-19-04-1234-0");
    window.dont_see("3190412340");
    window.press("Esc");
    window.see("Qué es esta hoja");
    window.dont_see("3190412340");
    window.dont_see("HEMJ040315HVZRXNA8");
}

/// Light, dark and high contrast, wide, small and enlarged: every step with what has the focus in view.
#[test]
fn importar_is_whole_in_every_look_and_size() {
    for scheme in Scheme::ALL {
        for frame in [WIDE, SMALLEST, ZOOMED] {
            let computer = Computer::with(&[maria()]);
            computer.download("altas.ods", "Altas.ods");
            let mut other = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
            other
                .wear(Appearance {
                    scheme,
                    ..Appearance::default()
                })
                .unwrap();
            drop(other);
            FRAME.set(frame);
            let mut window = computer.start();
            let seen = |window: &mut Driver<Window>, what: &str| {
                let here = window.focus_in_view();
                assert!(
                    here.is_some_and(|it| it.height >= 24.0),
                    "{what} {frame:?}: {here:?}"
                );
                let size = frame.width / frame.scale;
                shot(window, &format!("importar-{what}-{}-{size}.png", scheme.code()));
            };
            window.press("Ctrl+I");
            seen(&mut window, "archivo");
            window.press("Enter");
            seen(&mut window, "revision");
            window.press("F6");
            window.press("Enter");
            seen(&mut window, "renglon");
            window.press("Esc");
            window.press("Ctrl+Enter");
            seen(&mut window, "pregunta");
            window.press("Esc");
            window.press("Esc");
            seen(&mut window, "columnas");
            window.press("Enter");
            seen(&mut window, "columna");
        }
    }
}

#[test]
fn two_sheets_are_compared_and_what_follows_is_planned() {
    const CAREER: &str = "Ingeniería Química";
    let mut entries = people(3);
    for entry in &mut entries {
        entry.career = CAREER.into();
        entry.semester = "3".into();
    }
    let computer = Computer::with(&entries);
    let row = |number: &str, second: &str, semester: u8| {
        format!("{number};Luna;{second};Ana;;;;;{CAREER};{semester}")
    };
    let before = [row("25230000", "Solaa", 3), row("25230001", "Solab", 3)];
    let now = [row("25230001", "Solab", 4), row("25230009", "Nueva", 1)];
    let folder = computer.downloads();
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, rows: &[String], minutes: u64| {
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        std::fs::write(folder.join(name), form(&rows)).unwrap();
        let file = std::fs::File::options()
            .write(true)
            .open(folder.join(name))
            .unwrap();
        let ago = std::time::Duration::from_secs(60 * minutes);
        file.set_modified(std::time::SystemTime::now() - ago).unwrap();
    };
    write("Ahora.csv", &now, 1);
    write("Antes.csv", &before, 9);

    let mut window = computer.start();
    window.press("Ctrl+I");
    window.press("flecha abajo");
    window.press("Espacio");
    window.see("la anterior");
    window.see("verá quién es nuevo, quién ya no viene y qué cambió");
    shot(&mut window, "import-compare.png");
    window.press("flecha arriba");
    window.press("Enter");
    window.see("Ahora.csv");
    for list in ["Nuevos", "Cambian", "Faltan en la lista"] {
        window.see(list);
    }
    while !window
        .texts()
        .iter()
        .any(|text| text.contains("Espacio los deja"))
    {
        window.press("flecha abajo");
    }
    window.see("Luna Solaa, Ana");
    // Who is on neither sheet stays as is.
    window.dont_see("Luna Solac, Ana");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    window.see("sin inscripción 1");
}
