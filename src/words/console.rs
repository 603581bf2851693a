//! The support console: its help, what it says about a wrong command line, and what it prints.

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::entry::EntryField;
use crate::domain::movement::MovementKind;
use crate::domain::student::{NssRecord, NssState};

use super::{dates, entry, names};

/// Help texts, by the command or argument that they explain.
pub mod help {
    /// The program.
    pub const ABOUT: &str = "Registro del seguro facultativo IMSS en la ventanilla de Servicios Escolares.\n\
                             Sin una orden abre la ventana; con una orden hace lo mismo desde la terminal.";
    /// The headings of every help text.
    pub const TEMPLATE: &str = "{about}\n\nUso: {usage}\n\n{all-args}{after-help}";
    /// Below the program's own help.
    pub const AFTER: &str =
        "Salida: 0, se hizo; 1, no se hizo o hay algo que revisar; 2, la orden no se entiende.";
    /// Heading.
    pub const COMMANDS: &str = "Órdenes";
    /// Heading.
    pub const ARGUMENTS: &str = "Argumentos";
    /// Heading.
    pub const OPTIONS: &str = "Opciones";
    /// `--datos`.
    pub const DATA: &str = "Carpeta del registro (también con la variable VENTANILLA_DATOS)";
    /// `--ahora`.
    pub const NOW: &str = "Fecha y hora que se toman por actuales: 2026-11-21 o 2026-11-21T10:30";
    /// `--demo`.
    pub const DEMO_WINDOW: &str = "Abre la ventana con un plantel de muestra, que no se guarda";
    /// `--ayuda`.
    pub const HELP: &str = "Muestra esta ayuda";
    /// `--version`.
    pub const VERSION: &str = "Muestra la versión del programa";
    /// `--json`.
    pub const JSON: &str = "Escribe JSON en lugar de texto";
    /// `revisar`.
    pub const REVIEW: &str = "Revisa números NSS o CURP sin tocar ningún registro";
    /// What is reviewed.
    pub const REVIEW_WHAT: &str = "Lo que se revisa: nss o curp";
    /// The values.
    pub const REVIEW_VALUES: &str = "Los números; sin ellos se leen de la entrada, uno por renglón";
    /// `iniciar`.
    pub const SET_UP: &str = "Crea el registro en una carpeta que aún no lo tiene";
    /// `--plantel`.
    pub const CAMPUS: &str = "minatitlan, tehuacan u otro";
    /// `--nombre`.
    pub const CAMPUS_NAME: &str = "Nombre del plantel; hace falta con «otro»";
    /// `--atiende`.
    pub const CLERK: &str = "Nombre de quien atiende la ventanilla";
    /// `registrar`.
    pub const REGISTER: &str = "Registra estudiantes, un objeto JSON por renglón";
    /// `registrar --json`.
    pub const REGISTER_FROM: &str = "Archivo con un objeto JSON por renglón, o - para la entrada";
    /// Below the help of `registrar`.
    pub const REGISTER_KEYS: &str = "Datos de cada objeto: matricula, nombres, primer_apellido, segundo_apellido, sin_apellidos,\n\
         curp, motivo_curp, sexo, nacimiento, lugar, carrera, semestre, periodo, situacion, nss,\n\
         nss_estado, nss_fecha, motivo_nss, umf (36, 31/36 o su ciudad), turno, consultorio,\n\
         correo, telefono; con \"provisional\": true y sin matricula se da el siguiente folio\n\
         provisional.";
    /// `buscar`.
    pub const FIND: &str = "Busca por nombre, número de control, NSS o CURP";
    /// What to find.
    pub const FIND_TEXT: &str = "Lo que se busca; \"\" lista a todos";
    /// `--limite`.
    pub const LIMIT: &str = "Cuántos renglones, como máximo";
    /// `ficha`.
    pub const RECORD: &str = "Muestra una ficha completa";
    /// The number of a student.
    pub const WHO: &str = "Número de control o folio provisional";
    /// `alta`.
    pub const ALTA: &str = "Prepara el alta para el próximo corte";
    /// `baja`.
    pub const BAJA: &str = "Prepara la baja para el próximo corte";
    /// `--motivo`.
    pub const MOTIVE: &str =
        "egreso, no_reinscrito, baja_temporal, baja_definitiva, otro_seguro o a_peticion";
    /// `vigencia`.
    pub const VIGENCIA: &str = "Registra lo que dice una constancia, o lista a quién falta comprobar";
    /// `vigencia registrar`.
    pub const VIGENCIA_RECORD: &str = "Registra lo que dijo un documento sobre la vigencia";
    /// `vigencia pendientes`.
    pub const VIGENCIA_PENDING: &str = "Lista a quienes se les terminó el plazo sin que nadie comprobara";
    /// The verdict.
    pub const VERDICT: &str = "Lo que dice el documento: si, vigente; no, no vigente";
    /// `--fecha`.
    pub const CONSULTED_ON: &str = "Fecha de la consulta, como 2026-11-21; si falta, hoy";
    /// `--fuente`.
    pub const SOURCE: &str = "constancia (si falta), ventanilla, llamada o acuse";
    /// `--nuestra`.
    pub const OURS: &str = "Si la afiliación la hizo este plantel";
    /// Below the help of `vigencia registrar`.
    pub const VIGENCIA_RECORD_AFTER: &str = "Cada --afilio es un renglón del historial de la constancia: \"institución; registro; desde; hasta; si|no\",\n\
         donde si dice que es este plantel. Lo que no venga se deja vacío.";
    /// `--umf`.
    pub const DOCUMENT_CLINIC: &str =
        "La clínica que trae la constancia; la ficha la toma con la misma fecha";
    /// `--solo-anotar`.
    pub const ONLY_NOTE: &str = "Anota la clínica con la comprobación y deja la ficha como está";
    /// `--nombre`.
    pub const DOCUMENT_NAME: &str = "El nombre que trae la constancia, si difiere";
    /// `--curp`.
    pub const DOCUMENT_CURP: &str = "La CURP que trae la constancia, si difiere";
    /// `--afilio`.
    pub const AFFILIATION: &str = "Un renglón del historial; puede repetirse";
    /// `--turno`.
    pub const SHIFT: &str = "matutino, vespertino o como diga el documento";
    /// `--consultorio`.
    pub const ROOM: &str = "Hasta tres letras o números";
    /// `--agregado`.
    pub const AGREGADO: &str = "Agregado médico, como 1M2004ES";
    /// `clinica`.
    pub const CLINICS: &str = "Anota la clínica de una persona, o corrige el catálogo de clínicas";
    /// `clinica anotar`.
    pub const CLINIC_ASSIGN: &str = "Anota clínica, turno, consultorio y agregado de una persona";
    /// `clinica vaciar`.
    pub const CLINIC_EMPTY: &str = "Deja la ficha sin clínica";
    /// `clinica lista`.
    pub const CLINIC_LIST: &str = "Lista el catálogo, con cuántos estudiantes tiene cada clínica";
    /// `clinica agregar`.
    pub const CLINIC_ADD: &str = "Agrega una clínica al catálogo";
    /// `clinica corregir`.
    pub const CLINIC_CORRECT: &str = "Corrige una clínica en el catálogo y en todas las fichas que la llevan";
    /// `clinica quitar`.
    pub const CLINIC_REMOVE: &str = "Quita del catálogo una clínica que nadie lleva";
    /// The clinic.
    pub const CLINIC: &str = "Su número; con otra delegación, 31/36; o su ciudad";
    /// `--numero`.
    pub const CLINIC_NUMBER: &str = "El número correcto; con otra delegación, 31/36";
    /// `--fuente`.
    pub const CLINIC_SOURCE: &str = "De dónde se tomó: constancia, carnet o estudiante";
    /// `--fecha`.
    pub const CLINIC_DATE: &str = "Fecha del documento, como 2026-11-21; si falta, hoy";
    /// `--tipo`.
    pub const CLINIC_KIND: &str = "umf, hgz (HGZ/UMF) o hgs (HGS/UMF)";
    /// `--nombre`.
    pub const CLINIC_NAME: &str = "Nombre de la clínica u hospital";
    /// `--ciudad`.
    pub const CLINIC_CITY: &str = "Ciudad, como la escribe la constancia";
    /// `nss`.
    pub const NSS: &str = "Escribe el NSS de una persona y su estado";
    /// The number.
    pub const NSS_VALUE: &str = "Los 11 dígitos, o - si no tiene";
    /// `--estado`.
    pub const NSS_STATE: &str = "sin_nss, en_tramite, por_confirmar, capturado o confirmado";
    /// `--fecha`.
    pub const NSS_DATE: &str = "Desde cuándo está en trámite, o la fecha de la constancia; si falta, hoy";
    /// `--motivo`.
    pub const NSS_SHARED: &str = "Por qué dos personas tienen el mismo NSS; queda por confirmar";
    /// `cotejo`.
    pub const CHECKLIST: &str = "Muestra la lista de cotejo de una persona, o anota uno de sus renglones";
    /// Its row.
    pub const CHECKLIST_ROW: &str = "El renglón que se anota, del 1 al 11";
    /// Its answer.
    pub const CHECKLIST_DELIVERED: &str = "Si se entregó";
    /// Its date.
    pub const CHECKLIST_DATE: &str = "Cuándo se entregó, o se vio que falta; si no se dice, hoy";
    /// Its remark.
    pub const CHECKLIST_REMARK: &str = "Lo que se anota al lado, hasta 80 letras";
    /// `control`.
    pub const CONTROL_NUMBER: &str = "Asigna el número de control en lugar del folio provisional";
    /// The folio.
    pub const FOLIO: &str = "El folio provisional que se reemplaza";
    /// The number.
    pub const CONTROL_NUMBER_VALUE: &str = "El número de control que dio la escuela";
    /// `archivar`.
    pub const ARCHIVE: &str = "Quita una ficha de la lista diaria sin borrar nada";
    /// `restaurar`.
    pub const RESTORE: &str = "Regresa a la lista diaria una ficha archivada";
    /// `cancelar`.
    pub const CANCEL: &str = "Cancela el movimiento que está en cola";
    /// `movimientos`.
    pub const MOVEMENTS: &str = "Lista los movimientos del próximo corte";
    /// `deshacer`.
    pub const UNDO: &str = "Deshace lo último que se hizo";
    /// `rehacer`.
    pub const REDO: &str = "Rehace lo último que se deshizo";
    /// `historia`.
    pub const HISTORY: &str = "Cuenta qué se hizo con una ficha, quién y cuándo";
    /// `imprimir`.
    pub const PRINT: &str = "Escribe hojas en un PDF";
    /// `imprimir resumen`.
    pub const PRINT_SUMMARY: &str = "La hoja de resumen de uno o varios estudiantes";
    /// `hoy`.
    pub const TODAY: &str = "Dice lo que hay por hacer hoy: cortes, listas con su número, última copia";
    /// `imprimir teclas`.
    pub const PRINT_KEYS: &str = "La tarjeta de teclas";
    /// `imprimir hoy`.
    pub const PRINT_MORNING: &str = "La hoja de la mañana: lo que hay en Hoy";
    /// `imprimir relacion`.
    pub const PRINT_LIST: &str = "Una lista en hojas Carta, con folio y sello";
    /// `ajustes`.
    pub const SETTINGS: &str = "Muestra los ajustes del plantel, o cambia uno";
    /// Its key.
    pub const SETTING_KEY: &str = "La clave del ajuste, como corte.plazo";
    /// Its value.
    pub const SETTING_VALUE: &str = "El valor nuevo; en una lista, cada cosa separada con punto y coma";
    /// Its default.
    pub const SETTING_BACK: &str = "Lo devuelve a su valor de inicio";
    /// Its confirmation.
    pub const SETTING_CONFIRM: &str = "Lo confirma con la fecha y el nombre de quien atiende";
    /// `exportar`.
    pub const EXPORT: &str =
        "Escribe una lista en un archivo CSV: encabezados y un renglón por persona o movimiento";
    /// The list.
    pub const LIST: &str = "todos, sin_nss, por_confirmar, en_corte, revisar, esperados, rechazadas, sin_clinica,\nvencida, con_observacion o archivados; corte, los movimientos del próximo;\ncorte:2026-11-30, los de ese día";
    /// `--buscar`.
    pub const NARROWED: &str = "Solo quienes tienen este texto en su nombre o números; en un corte no cuenta";
    /// `--completos`.
    pub const WHOLE_NUMBERS: &str = "NSS completos; si falta, solo los últimos dígitos";
    /// `exportar --salida`.
    pub const OUTPUT_CSV: &str = "El archivo CSV; si ya existe, se reemplaza. Lleva NSS y CURP completos";
    /// `imprimir pasos-umf`.
    pub const PRINT_CLINIC_STEPS: &str = "Los pasos para pedir o cambiar la clínica, una hoja por estudiante";
    /// `imprimir cotejo`.
    pub const PRINT_CHECKLIST: &str = "La lista de cotejo de uno o varios estudiantes";
    /// `--salida`.
    pub const OUTPUT: &str = "El PDF; si ya existe, se reemplaza";
    /// `verificar`.
    pub const CHECK: &str = "Revisa el archivo del registro";
    /// `--reparar`.
    pub const REPAIR: &str = "Corrige lo que puede corregirse sin perder datos";
    /// `demo`.
    pub const DEMO: &str = "Llena una carpeta sin registro con un plantel de muestra";
    /// `--estudiantes`.
    pub const STUDENTS: &str = "Cuántos estudiantes; 3,000 si no se dice, 100,000 como máximo";
    /// `--semilla`.
    pub const SEED: &str = "El mismo número da siempre el mismo plantel";
}

/// What is wrong with a command line.
pub mod usage {
    /// Where to read more; the last line of all of them.
    pub const SEE_HELP: &str = "Para ver las órdenes y sus opciones: ventanilla --ayuda";

    /// `cotejo` with half of what writes a row down.
    pub const CHECKLIST_ROW: &str = "Para anotar un renglón del cotejo diga cuál y si se entregó: cotejo MATRICULA FILA si|no. Para verlos todos, \
         solo la matrícula.";

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
}

/// The window can't be opened.
pub fn no_window() -> String {
    "No se pudo abrir la ventana: el sistema no ofrece una pantalla. Las órdenes de la terminal sí funcionan; véalas con \
     ventanilla --ayuda."
        .into()
}

/// An input file can't be read.
pub fn unreadable(file: &Path) -> String {
    format!(
        "No se pudo leer {}. Compruebe el nombre y los permisos del archivo.",
        file.display()
    )
}

/// What was printed on the way out can't be written.
pub fn not_printed() -> String {
    "No se pudo escribir la salida. Revise que haya espacio en el disco.".into()
}

/// «Se creó el registro de Plantel Minatitlán en …»
pub fn set_up(campus: &str, folder: &Path) -> String {
    format!("Se creó el registro de {campus} en {}.", folder.display())
}

/// A line is no JSON object.
pub fn not_an_object(line: usize) -> String {
    format!("Renglón {line}: no es un objeto JSON. Escriba un estudiante por renglón, entre llaves.")
}

/// A key that means nothing here.
pub fn unknown_key(line: usize, key: &str) -> String {
    format!("Renglón {line}: no conozco el dato «{key}». Los que hay están en: ventanilla registrar --ayuda.")
}

/// A value that can't be used.
pub fn unsuitable_value(line: usize, key: &str, value: &str, known: &str) -> String {
    format!("Renglón {line}: no se entiende «{value}» en «{key}»; puede ser: {known}.")
}

/// What `sexo` may be.
pub const SEXES: &str = "H, M o X";
/// What a yes-or-no value may be.
pub const YES_OR_NO: &str = "true o false";
/// What any other value may be.
pub const TEXT: &str = "un texto entre comillas o un número";

/// «Registrado: Ramírez Soto, Ana Lucía.», with what was kept in doubt.
pub fn registered(name: &str, nss_doubtful: bool, curp_doubtful: bool) -> String {
    let kept = match (nss_doubtful, curp_doubtful) {
        (false, false) => "",
        (true, false) => " El NSS quedó por confirmar.",
        (false, true) => " La CURP quedó por confirmar.",
        (true, true) => " El NSS y la CURP quedaron por confirmar.",
    };
    format!("Registrado: {name}.{kept}")
}

/// Why a line was not registered, a sentence for each field.
pub fn not_registered(reasons: &[String]) -> String {
    format!("No se registró. {}", reasons.join(" "))
}

/// What is said of a field where there is no form to go back to.
pub fn incomplete(field: EntryField) -> &'static str {
    match field {
        EntryField::Identifier => {
            "Falta el número de control. Si aún no lo tiene, \"provisional\": true le da un folio provisional."
        }
        EntryField::FirstSurname => {
            "Falta el primer apellido. Si no tiene apellidos, escriba \"sin_apellidos\": true."
        }
        other => entry::incomplete(other),
    }
}

/// What is said of a name that is too long, or of a second surname alone.
pub fn name_fault(fault: &crate::domain::person_name::NameFault) -> String {
    names::fault(fault).text
}

/// There are no provisional folios left.
pub fn no_folio(year: i32) -> String {
    format!("Ya no hay folios provisionales de {year}. Escriba el número de control.")
}

/// The identifier is somebody else's.
pub fn identifier_taken(holder: &str) -> String {
    format!("Este número ya es de {holder}. Corríjalo o consulte esa ficha.")
}

/// The NSS is somebody else's.
pub fn nss_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Este NSS ya está en la ficha de {holder} ({identifier}). Corríjalo; si los dos documentos lo traen, escriba \
         el motivo en «motivo_nss» y quedará por confirmar."
    )
}

/// The CURP is somebody else's.
pub fn curp_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Ya hay una persona registrada con esta CURP: {holder} ({identifier}). Consulte esa ficha; si los dos \
         documentos la traen, escriba el motivo en «motivo_curp» y quedará por confirmar."
    )
}

/// There is nothing to cancel.
pub fn nothing_queued() -> String {
    "No hay un movimiento en cola para esta persona.".into()
}

/// The last act was a sheet of paper.
pub fn paper_is_not_undone() -> String {
    "Lo impreso no se deshace; para reponer la hoja, imprímala otra vez. Repita «deshacer» para deshacer lo anterior."
        .into()
}

/// Nobody was found.
pub fn nobody(typed: &str) -> String {
    if typed.trim().is_empty() {
        "Aún no hay estudiantes en este registro.".into()
    } else {
        format!("Nadie coincide con «{typed}». Pruebe con un apellido, el número de control o el NSS.")
    }
}

/// «Corte del 30 de noviembre de 2026: 3 altas y 1 baja».
pub fn cut(cut: chrono::NaiveDate, altas: u64, bajas: u64) -> String {
    format!(
        "Corte del {}: {} y {}",
        dates::long(cut),
        many(altas, "alta"),
        many(bajas, "baja")
    )
}

fn many(count: u64, what: &str) -> String {
    format!(
        "{} {what}{}",
        dates::thousands(count),
        if count == 1 { "" } else { "s" }
    )
}

/// What a movement is called in the list of a cut.
pub fn movement(kind: MovementKind, urgent: bool) -> &'static str {
    match (kind, urgent) {
        (MovementKind::Alta, false) => "Alta",
        (MovementKind::Alta, true) => "Alta urgente",
        (MovementKind::Baja, false) => "Baja",
        (MovementKind::Baja, true) => "Baja urgente",
    }
}

/// «Se escribió resumen.pdf con 1 hoja: folio 0001-K.»
pub fn printed(file: &Path, folios: &[String]) -> String {
    let (sheets, word) = match folios.len() {
        1 => ("1 hoja".to_owned(), "folio"),
        more => (format!("{more} hojas"), "folios"),
    };
    format!(
        "Se escribió {} con {sheets}: {word} {}.",
        file.display(),
        folios.join(", ")
    )
}

/// The card of keys was written as PDF.
pub fn printed_keys(file: &Path) -> String {
    format!("Se escribió {}.", file.display())
}

/// A list was written as PDF.
pub fn printed_list(file: &Path, folio: &str) -> String {
    format!("Se escribió {}: folio {folio}.", file.display())
}

/// Nothing is wrong with the register.
pub fn sound(students: u64) -> String {
    format!(
        "Se revisó el registro ({}) y está en orden.",
        many_students(students)
    )
}

/// «3,000 estudiantes».
fn many_students(students: u64) -> String {
    many(students, "estudiante")
}

/// The synthetic campus was written.
pub fn demo_written(students: u64, folder: &Path) -> String {
    format!(
        "Se creó un plantel de muestra con {} en {}.",
        many_students(students),
        folder.display()
    )
}

/// What `verificar` found, a sentence each.
pub mod findings {
    use chrono::NaiveDate;
    use std::path::Path;

    use crate::words::dates;

    /// SQLite's own words, which only support can read.
    pub fn damaged(said: &str) -> String {
        format!("El archivo está dañado; use la copia más reciente. Detalle para soporte: {said}.")
    }

    /// A row refers to one that is not there.
    pub fn orphan(table: &str) -> String {
        format!("Hay un dato sin la ficha a la que pertenece. Detalle para soporte: tabla {table}.")
    }

    /// A record can't be read.
    pub fn unreadable(id: i64, column: &str) -> String {
        format!("Una ficha no se puede leer. Detalle para soporte: renglón {id}, {column}.")
    }

    /// The lists of who has to be looked up don't agree with movements and checks.
    pub fn stale_lists(students: u64, repaired: bool) -> String {
        match (students, repaired) {
            (_, true) => "Se rehicieron las listas de pendientes.".into(),
            (1, false) => {
                "Las listas de pendientes no concuerdan en 1 ficha. Se corrige con --reparar.".into()
            }
            (many, false) => format!(
                "Las listas de pendientes no concuerdan en {} fichas. Se corrige con --reparar.",
                dates::thousands(many)
            ),
        }
    }

    /// The search doesn't agree with the records.
    pub fn stale_search(records: u64, repaired: bool) -> String {
        match (records, repaired) {
            (_, true) => "Se rehízo el índice de la búsqueda.".into(),
            (0, false) => {
                "El índice de la búsqueda no concuerda con las fichas. Se corrige con --reparar.".into()
            }
            (1, false) => "La búsqueda no encuentra bien 1 ficha. Se corrige con --reparar.".into(),
            (many, false) => {
                format!(
                    "La búsqueda no encuentra bien {} fichas. Se corrige con --reparar.",
                    dates::thousands(many)
                )
            }
        }
    }

    /// A movement stands in a day that is no cut.
    pub fn not_a_cut(movement: i64, cut: NaiveDate) -> String {
        format!(
            "Un movimiento está en el {}, que no es día de corte. Detalle para soporte: movimiento {movement}.",
            dates::long(cut)
        )
    }

    /// A draft of a record that is not there.
    pub fn orphan_draft(repaired: bool) -> String {
        if repaired {
            "Se quitó un borrador de una ficha que ya no está.".into()
        } else {
            "Hay un borrador de una ficha que ya no está. Se quita con --reparar.".into()
        }
    }

    /// Other users of the computer can read the file.
    pub fn not_private(file: &Path, repaired: bool) -> String {
        let file = file.display();
        if repaired {
            format!("{file} ya solo lo puede leer esta cuenta.")
        } else {
            format!("Otras cuentas de esta computadora pueden leer {file}. Se corrige con --reparar.")
        }
    }
}

/// Labels of a record in text.
pub mod label {
    /// Before what was done about it.
    pub const MOVEMENTS: &str = "Movimientos";
    /// Before the mark «alta anterior al programa».
    pub const PRIOR_ALTA: &str = "Alta anterior";
    /// Before the day on which the record left the daily list.
    pub const ARCHIVED: &str = "Archivada";
    /// Before the name.
    pub const NAME: &str = "Nombre";
}

/// A state that this number can't have.
pub fn nss_state_impossible(state: NssState, possible: &[NssState], why: Option<&str>) -> String {
    let words: Vec<&str> = possible.iter().map(|state| state.code()).collect();
    let why = why.map(|why| format!(" {why}")).unwrap_or_default();
    format!(
        "Con ese número el estado no puede ser {}; puede ser {}.{why}",
        state.code(),
        words.join(" o ")
    )
}

/// «Se escribió el NSS de Hernández Muñoz, Juan Pablo: 03-19-04-1234-0 (capturado).»
pub fn nss_written(name: &str, nss: &NssRecord, today: NaiveDate) -> String {
    let note = super::record::nss_note(nss, today);
    match (nss, nss.trusted()) {
        (NssRecord::None, _) => format!("La ficha de {name} quedó sin NSS."),
        (NssRecord::InProcess { .. }, _) => {
            format!("La ficha de {name} quedó con el NSS en trámite {note}.")
        }
        (_, Some(nss)) => format!("Se escribió el NSS de {name}: {} ({note}).", nss.grouped()),
        (_, None) => format!(
            "Se escribió el NSS de {name}: {} ({note}).",
            nss.text().unwrap_or_default()
        ),
    }
}
