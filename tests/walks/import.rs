//! Importar: from the newest file to what is saved, by keys alone.

mod deciding;
mod files;

use super::*;
use crate::day::form_registered;

impl Computer {
    /// The register that knows 38 of the 600 who answered the form.
    fn before_the_form() -> Self {
        Self::with(&form_registered())
    }

    /// Puts a sheet into the folder of downloads, under this name.
    fn download(&self, sheet: &str, name: &str) {
        let sheets = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sheets");
        let bytes = std::fs::read(std::path::Path::new(sheets).join(sheet)).unwrap();
        self.put_down(name, bytes);
    }

    /// Puts a sheet that says this into the folder of downloads.
    fn put_down(&self, name: &str, sheet: impl AsRef<[u8]>) {
        let folder = self.downloads();
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), sheet).unwrap();
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
    computer.put_down(name, text);
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
