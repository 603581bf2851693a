//! Importar: from the newest file to what is saved, by keys alone.

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
        for said in ["600", "531", "38", "31", "NSS con cero perdido", "7 con nota: 5 sin NSS, 2 homónimos"] {
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
        window.see("Se agregaron 545 estudiantes");
        window.see("17 renglones por decidir");
        assert!(movements(&window) >= 545, "{} altas", movements(&window));
        shot(&mut window, "import-saved.png");
    }
}
