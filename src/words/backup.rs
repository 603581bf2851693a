//! Respaldo on the screen: the list of copies, the panel beside it, what is asked before a copy takes the register's place.

use chrono::NaiveDateTime;

use super::dates;

/// The screen.
pub const TITLE: &str = "Respaldo";
/// Its main verb.
pub const COPY_NOW: &str = "Hacer copia ahora";
/// While one is made.
pub const COPYING: &str = "Haciendo la copia";
/// Leaves a copy to itself.
pub const DONT_WAIT: &str = "No esperar";
/// Whoever does not wait for it.
pub const GOES_ON: &str = "La copia sigue haciéndose; al terminar aparece en la lista.";
/// A paper: «la hoja de rescate».
pub const THE_SHEET: &str = "la hoja de rescate";
/// There is no copy yet.
pub const NO_COPIES: &str = "Todavía no hay copias. Elija una memoria USB o una carpeta.";
/// Group of the copies beside the register.
pub const HERE: &str = "En esta computadora";
/// Group of the sealed copies in the second place.
pub fn away(folder: &std::path::Path) -> String {
    format!("Cifradas, en {}", folder.display())
}

/// Group of what was there before a restoration or a migration.
pub const KEPT: &str = "Guardadas antes de restaurar o de actualizar";
/// Column.
pub const COLUMN_WHEN: &str = "Hecha";
/// Column.
pub const COLUMN_HOLDS: &str = "Qué contiene";
/// Column.
pub const COLUMN_PROOF: &str = "Comprobación";
/// A copy that was opened and checked when it was made.
pub const VERIFIED: &str = "verificada";
/// A copy whose file is not as long as it has to be.
pub const NOT_WHOLE: &str = "incompleta: no sirve";
/// A file without a manifest.
pub const NO_MANIFEST: &str = "se revisa al elegirla";
/// At the foot.
pub const KEYS: &str = "Enter: comparar con el registro de ahora, y restaurar";
/// While the second place is looked at.
pub const LOOKING: &str = "Buscando…";
/// It is not there.
pub const ABSENT: &str = "No está conectado.";
/// It is there, and holds nothing.
pub const NOTHING_THERE: &str = "Todavía no hay copias ahí.";

/// While a copy is tried.
pub const TRYING: &str = "Se está probando la última copia…";
/// Button.
pub const COMPARE: &str = "Comparar y restaurar";
/// Button.
pub const TRY: &str = "Probar una copia";
/// Button.
pub const CHOOSE_PLACE: &str = "Elegir el lugar";
/// Button, once there is one.
pub const CHANGE_PLACE: &str = "Cambiar el lugar";
/// Button.
pub const MAKE_SHEET: &str = "Hacer la hoja de rescate";
/// Button, once there is one.
pub const NEW_SHEET: &str = "Otra hoja de rescate";
/// Button.
pub const TEST_SHEET: &str = "Probar la hoja";
/// Button.
pub const CHECK: &str = "Revisar la base";
/// Button: a copy that lies elsewhere.
pub const OTHER_FILE: &str = "Otra copia";

/// Panel: the second place.
pub const PLACE: &str = "Otro lugar para las copias";
/// Panel: none is chosen.
pub const NO_PLACE: &str = "Ninguno todavía: si este disco falla, las copias se pierden con él. Elija una memoria USB o una \
                            carpeta de otro disco.";
/// Panel: the sheet.
pub const SHEET: &str = "Hoja de rescate";
/// Panel: there is none.
pub const NO_SHEET: &str =
    "No se ha hecho. Lo que sale de esta computadora va cifrado, y solo con la hoja se abre.";
/// Panel: the weekly trial.
pub const DRILL: &str = "Prueba semanal";
/// Panel: there was none.
pub const NO_DRILL: &str = "Todavía no se prueba ninguna copia.";
/// Panel: everything in one file.
pub const MOVING: &str = "Mudanza a otra computadora";
/// Panel: what it is.
pub const MOVING_WHAT: &str =
    "Un solo archivo con todo, cerrado con una frase, para abrirlo en la computadora nueva.";
/// Button.
pub const MOVE: &str = "Hacer una mudanza";
/// What is shown is a copy itself: none is made of it.
pub const IS_A_COPY: &str =
    "Está viendo una copia: aquí no se hacen ni se restauran copias. Esc en Hoy la deja.";
/// Panel: a register in memory.
pub const ONLY_A_SAMPLE: &str = "Es una muestra: no se guarda en disco y no se copia.";

/// «hoy 10:30», «ayer 18:00», «20 nov 2026 18:03».
pub fn when(at: NaiveDateTime, today: chrono::NaiveDate) -> String {
    match (today - at.date()).num_days() {
        0 => format!("hoy {}", dates::clock(at.time())),
        1 => format!("ayer {}", dates::clock(at.time())),
        _ => dates::moment_year(at),
    }
}

/// «3,412 estudiantes, 5,031 movimientos».
pub fn holds(students: u64, movements: u64) -> String {
    let movements = match movements {
        1 => "1 movimiento".to_owned(),
        count => format!("{} movimientos", dates::thousands(count)),
    };
    format!("{}, {movements}", super::copies::students(students))
}

/// Above the facts of the chosen copy.
pub fn copy_of(at: NaiveDateTime) -> String {
    format!("Copia del {}", dates::moment_year(at))
}

/// Facts of the chosen copy.
pub mod fact {
    /// Label.
    pub const STUDENTS: &str = "Estudiantes";
    /// Label.
    pub const MOVEMENTS: &str = "Movimientos";
    /// Label.
    pub const ACTS: &str = "Actos en su historia";
    /// Label.
    pub const LAST_CHANGE: &str = "Último cambio";
    /// Label.
    pub const SIZE: &str = "Tamaño";
    /// Label: the beginning of the hash of all that it holds.
    pub const SEAL: &str = "Sello del contenido";
    /// Label.
    pub const SHEET: &str = "Se abre con la hoja";
}

/// The sheet in force, and who showed last that it is at hand.
pub fn sheet(mark: &str, made: NaiveDateTime, tested: Option<NaiveDateTime>) -> String {
    let tested = match tested {
        Some(at) => format!("probada el {}", dates::short_year(at.date())),
        None => "sin probar: escriba sus primeros grupos para saber que sirve".to_owned(),
    };
    format!(
        "Hoja {mark}, hecha el {}; {tested}.",
        dates::short_year(made.date())
    )
}

/// The base was looked through and nothing was found.
pub fn sound(students: u64) -> String {
    format!(
        "Se revisó toda la base y está bien: {}.",
        super::copies::students(students)
    )
}

/// Something was found in the base while a dialog was open.
pub const FOUND_SOMETHING: &str =
    "La revisión de la base encontró algo. Al cerrar este diálogo, B en Respaldo lo dice.";

/// The copy that was chosen is gone.
pub const NOT_THERE_ANY_MORE: &str = "Esa copia ya no está ahí y no se abrió; sus datos no cambiaron. Si está en una memoria, \
                                      conéctela otra vez; si no, elija otra copia.";

/// The comparison before a restoration.
pub mod restoring {
    /// Title.
    pub const TITLE: &str = "Restaurar una copia";
    /// Leaves everything as it is.
    pub const LEAVE: &str = "Dejar todo como está";
    /// Does it.
    pub const RESTORE: &str = "Restaurar esta copia";
    /// What becomes of the present register.
    pub const IS_KEPT: &str =
        "La base de ahora se guarda completa antes de cambiarla, y puede volver a ella desde aquí.";
}

/// The sheet that opens what left the computer.
pub mod rescue {
    /// Title of the dialog that makes one.
    pub const MAKE_TITLE: &str = "Hacer la hoja de rescate";
    /// What it is.
    pub const WHAT: &str = "Las copias que salen de esta computadora van cifradas. La clave que las abre se imprime en esta \
                            hoja una sola vez y no se guarda en ningún otro lado: sin la hoja nadie puede abrirlas.";
    /// What becomes of the former one.
    pub const FORMER: &str = "Ya hay una hoja. Lo copiado hasta hoy se seguirá abriendo solo con ella: no la destruya. La nueva \
                              abre lo que se copie de ahora en adelante.";
    /// Makes it.
    pub const MAKE: &str = "Hacerla y abrirla para imprimir";
    /// Title of the dialog that tests one.
    pub const TEST_TITLE: &str = "Probar la hoja de rescate";
    /// What is asked.
    pub const GROUPS: &str = "Los tres primeros grupos de la hoja";
    /// How.
    pub const GROUPS_HINT: &str = "Como están impresos; los guiones y espacios no importan.";
    /// Tests it.
    pub const TEST: &str = "Probar";
}
