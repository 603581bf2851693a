//! Help texts of `mudanza`, and what it asks at a terminal.

/// `mudanza`.
pub const MOVING: &str = "Lleva todo a otra computadora en un solo archivo con frase";
/// `mudanza crear`.
pub const MAKE: &str = "Escribe la mudanza, la lee de nuevo y la comprueba";
/// Below its help.
pub const MAKE_AFTER: &str = "La frase se lee de --clave-archivo o de la entrada estándar, nunca de la orden. En una terminal se propone\n\
     una: Enter la acepta. El archivo lleva todas las fichas, cortes, historia y ajustes; sin la frase nadie lo abre.";
/// `--salida`.
pub const OUTPUT: &str = "Archivo que se escribe; termina en .ventanilla y no reemplaza a otro";
/// `--clave-archivo`.
pub const PHRASE_FILE: &str = "Archivo con la frase en su primer renglón";
/// `--tarjeta`.
pub const CARD: &str = "PDF de la tarjeta que dice cómo se abre; la frase no va en ella";
/// `mudanza abrir`.
pub const OPEN: &str = "Abre una mudanza en el lugar del registro";
/// Below its help.
pub const OPEN_AFTER: &str = "Antes de pedir la frase dice de qué plantel es, de cuándo y si está completa. Si aquí hay un registro, se\n\
     guarda antes en la carpeta «copias» con el nombre antes-de-restaurar-FECHA.db. Con --ver solo dice qué es.";
/// The file.
pub const FILE: &str = "La mudanza, que termina en .ventanilla";
/// `--ver`.
pub const ONLY_LOOK: &str = "Solo dice qué es y si está completa; no pide la frase";
/// `mudanza frase`.
pub const PROPOSE: &str = "Propone una frase de cinco palabras al azar";

/// «Frase propuesta: jaguar milpa tejido canoa verde».
pub fn proposed(phrase: &str) -> String {
    format!("Frase propuesta: {phrase}")
}
/// At a terminal, after the proposed one.
pub const ACCEPT_OR_TYPE: &str = "Anótela y presione Enter, o escriba otra (no se ve al escribir):";
/// At a terminal, after another one.
pub const TYPE_AGAIN: &str = "Escríbala otra vez:";
/// At a terminal, to open a file.
pub const TYPE: &str = "Frase de la mudanza (no se ve al escribir):";
