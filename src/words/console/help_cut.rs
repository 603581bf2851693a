//! Help texts of `corte`.

/// `corte`.
pub const CUT: &str = "Muestra cómo va un corte; con una orden, lo revisa, cierra, envía o concilia";
/// The day.
pub const ON: &str = "Día del corte, 2026-11-30; sin él, el que sigue por cerrar";
/// The day to look at.
pub const SHOWN: &str = "Día del corte, 2026-11-30; sin él, el siguiente";
/// `corte revisar`.
pub const REVIEW: &str = "Dice qué está listo y qué se apartaría al cerrar; no cambia nada";
/// `corte cerrar`.
pub const CLOSE: &str = "Hace una copia, aparta lo que no puede ir y cierra el resto con folio y sello";
/// `corte reabrir`.
pub const REOPEN: &str = "Reabre un corte cerrado del que no se ha enviado nada";
/// A closed cut.
pub const FOLIO: &str = "Folio del corte, como C-2026-22";
/// `--motivo`.
pub const REASON: &str = "Por qué se reabre";
/// `corte enviar`.
pub const SEND: &str = "Registra que un envío ya salió; desde entonces su corte no se reabre";
/// `--tipo`.
pub const KIND: &str = "alta o baja";
/// `--canal`.
pub const CHANNEL: &str = "idse, dispmag, captura, papel u otro";
/// `--lote`.
pub const LOTE: &str = "Número de lote del acuse";
/// `--fecha`.
pub const SENT_ON: &str = "Día en que salió; hoy, si no se dice";
/// `--registro`.
pub const REGISTRO: &str = "Registro patronal, si el corte tiene varios";
/// `--corregir`.
pub const CORRECT: &str = "Corrige canal, lote o fecha de un envío ya registrado";
/// `corte archivo`.
pub const FILE: &str =
    "Escribe el archivo de 168 posiciones (de prueba mientras una muestra no coincida con su formato)";
/// `corte formato`.
pub const FORMAT: &str = "Muestra el formato del archivo; con una muestra que el IMSS aceptó, lo prueba";
/// `--muestra`.
pub const SAMPLE: &str = "Un archivo de altas o bajas que el IMSS haya aceptado";
/// `--salida` of a layout.
pub const FORMAT_OUTPUT: &str = "Escribe el formato para editarlo; vuelve con «ajustes imss.formato F.toml»";
/// `--salida`.
pub const OUTPUT: &str = "Archivo que se escribe; si ya existe, se reemplaza";
/// `corte relacion`.
pub const LIST: &str = "Escribe la relación del corte cerrado, en PDF o en Excel";
/// `corte oficio`.
pub const LETTER: &str = "Escribe el oficio que acompaña a la relación, en PDF";
/// `corte conciliar`.
pub const RECONCILE: &str = "Registra lo que respondió el IMSS";
/// The file of answers.
pub const ANSWERS: &str =
    "La respuesta del IMSS o su hoja con NSS y resultado: Excel, LibreOffice, CSV o texto";
/// `--plan`.
pub const PLAN: &str = "Dice qué se registraría y qué queda por ver; no cambia nada";
/// `--todas`.
pub const ALL: &str = "Todas las que no tienen respuesta quedan aceptadas";
/// `--excepto`.
pub const EXCEPT: &str = "Menos estas, rechazadas: 24230318:\"nombre no coincide\"";
/// `--tipo` of an answer.
pub const KIND_ANSWERED: &str = "Solo las altas o solo las bajas; sin él, todos los envíos del corte";
/// `--fecha` of an answer.
pub const ANSWERED_ON: &str = "Día de la respuesta; si no se dice, el que traiga el archivo, o hoy";
