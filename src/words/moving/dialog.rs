//! The dialog that makes a Mudanza.

/// Its title.
pub const TITLE: &str = "Mudanza a otra computadora";
/// Above the places.
pub const WHERE: &str = "Dónde se escribe";
/// Label of the field.
pub const PLACE: &str = "Carpeta o memoria";
/// Below it.
pub const PLACE_HINT: &str = "Elija una memoria, o escriba la ruta de una carpeta.";
/// Nothing was typed there.
pub const PLACE_MISSING: &str = "Conecte una memoria o escriba la ruta de una carpeta que exista.";

/// «12.4 GB libres».
pub fn free(bytes: u64) -> String {
    match bytes {
        0..1_000_000_000 => format!("{} MB libres", bytes / 1_000_000),
        _ => format!("{:.1} GB libres", bytes as f64 / 1e9),
    }
}

/// Above the passphrase.
pub const PHRASE: &str = "Frase que la abre";
/// Another one is proposed.
pub const ANOTHER: &str = "Otra";
/// One of one's own is typed.
pub const OWN: &str = "Escribir la mía";
/// A proposed one is taken after all.
pub const PROPOSED: &str = "Usar la propuesta";
/// Label of one's own.
pub const OWN_PHRASE: &str = "Su frase";
/// Below it.
pub const OWN_HINT: &str = "Doce caracteres o más; mejor una oración que solo usted diría.";
/// Label of the second time.
pub const AGAIN: &str = "Otra vez";
/// Note it before anything else.
pub const NOTE_IT: &str =
    "Anótela: no se guarda en ninguna parte, y sin ella nadie abre el archivo, tampoco soporte.";

/// The verb.
pub const MAKE: &str = "Crear y comprobar";
/// While it is made.
pub const MAKING: &str =
    "Se copia el registro, se cifra, se lee de vuelta de la memoria, se abre con su frase y se compara.";
/// Below it.
pub const PATIENCE: &str =
    "Tarda unos segundos. Si la memoria ya no responde, desconéctela: sus datos siguen en esta computadora.";

/// The verb once it is made.
pub const PRINT: &str = "Imprimir la tarjeta";
/// Beside it, what is not in it.
pub const STAYS: &str = "No lleva los PDF ya escritos, ni las copias y carpetas de esta computadora.";
/// To leave.
pub const DONE: &str = "Listo";
/// The card was written.
pub const CARD: &str = "La tarjeta de mudanza";
/// The card was opened.
pub const CARD_OPENED: &str =
    "Se abrió la tarjeta de mudanza. Imprímala y escriba la frase a mano en su talón.";
