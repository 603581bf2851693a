//! What is wrong with a command line.

/// Where to read more; the last line of all of them.
pub const SEE_HELP: &str = "Para ver las órdenes y sus opciones: ventanilla --ayuda";

/// `cotejo` with half of what writes a row down.
pub const CHECKLIST_ROW: &str = "Para anotar un renglón del cotejo diga cuál y si se entregó: cotejo MATRICULA FILA si|no. Para verlos todos, \
     solo la matrícula.";

/// `avisos --salida` with another kind of file.
pub const NOTICES_SHEET: &str = "Los avisos se escriben en un libro de Excel: --salida ARCHIVO.xlsx.";

/// There is no such command.
pub fn no_such_command(typed: &str) -> String {
    format!("No conozco la orden «{typed}».")
}

/// There is no such option, or an argument too many.
pub fn no_such_argument(typed: &str) -> String {
    format!("«{typed}» está de más en esta orden.")
}

/// Something must be written.
pub fn missing(what: &[String]) -> String {
    format!("A la orden le falta: {}.", what.join(", "))
}

/// A command that has orders of its own.
pub const MISSING_COMMAND: &str = "Falta decir qué: la orden lleva otra palabra.";

/// A value that can't be used.
pub fn unsuitable(value: &str, argument: &str, known: &[String]) -> String {
    let of = if argument.is_empty() {
        String::new()
    } else {
        format!(" en {argument}")
    };
    if value.is_empty() {
        return format!("Falta el valor{of}.");
    }
    match known {
        [] => format!("No se entiende «{value}»{of}."),
        known => format!("No se entiende «{value}»{of}. Puede ser: {}.", known.join(", ")),
    }
}

/// Two things that exclude each other, or one thing twice.
pub fn conflict(what: &str) -> String {
    format!("«{what}» no va con lo demás, o está repetido.")
}

/// What a list may be.
pub fn lists(words: &[&str]) -> String {
    format!(
        "Puede ser: {}, o corte: y su fecha, como corte:2026-11-30.",
        words.join(", ")
    )
}

/// Anything else.
pub const OTHER: &str = "No se entiende la orden.";
/// `--ahora` with something else.
pub const NOW_FORM: &str = "Escríbala como 2026-11-21 o 2026-11-21T10:30.";
/// `--demo` beside a command.
pub const DEMO_IS_A_WINDOW: &str = "«--demo» abre la ventana y no va con una orden; para llenar una carpeta use \
                                    «ventanilla demo».";
/// `iniciar --plantel otro` without a name.
pub const OTHER_NEEDS_NAME: &str = "Con --plantel otro hace falta el nombre: --nombre \"Plantel …\".";
/// `iniciar --atiende ""`.
pub const NEEDS_CLERK: &str = "Hace falta el nombre de quien atiende: --atiende NOMBRE.";
