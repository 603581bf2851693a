//! The frame of the window: top, rail, status bar, the first run, and what lists say of themselves.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::dates::{self, counted};

/// The program's name.
pub const NAME: &str = "Ventanilla";
/// In the frame, while numbers are masked.
pub const COUNTER_MODE: &str = "Mostrador";
/// Ctrl+M was pressed.
pub const NUMBERS_MASKED: &str =
    "Modo mostrador: el NSS y la CURP se ven con sus últimos dígitos. Ctrl+M los muestra completos.";
/// And pressed again.
pub const NUMBERS_WHOLE: &str = "El NSS y la CURP se ven completos en la ficha. Ctrl+M los oculta.";
/// Above the records opened last.
pub const RECENTS: &str = "Las últimas fichas";
/// Below them, where they hang under the search box.
pub const RECENTS_KEYS: &str = "Flecha abajo y Enter abre una de estas.";
/// Without recents.
pub const NO_RECENTS: &str = "Aquí aparecerán las últimas fichas que abra.";
/// Before the chips of what was typed to narrow the list.
pub const NARROWED_TO: &str = "Acotado a";
/// An empty register.
pub const NO_STUDENTS: &str =
    "Aún no hay estudiantes. Importe una hoja de Excel (Ctrl+I) o registre al primero (F4).";
/// A movement or a paper was asked for on the list of a cut.
pub const OPEN_FIRST: &str = "Abra la ficha con Enter; después F7, F8, F9 y F12 la toman.";
/// No record is chosen.
pub const NOTHING_CHOSEN: &str = "Elija a una persona de la lista, o búsquela con F2.";

/// «Corte 30 nov (lun) · faltan 9 días · 41 altas, 6 bajas».
pub fn next_cut(
    cut: NaiveDate,
    today: NaiveDate,
    hour_limit: Option<NaiveTime>,
    altas: u64,
    bajas: u64,
) -> String {
    let left = match ((cut - today).num_days(), hour_limit) {
        (0, Some(limit)) => format!("es hoy, antes de {}", dates::at(limit)),
        (0, None) => "es hoy".to_owned(),
        (1, _) => "falta 1 día".to_owned(),
        (days, _) => format!("faltan {days} días"),
    };
    format!(
        "Corte {} ({}) · {left} · {}",
        dates::short(cut),
        dates::weekday_short(cut),
        movements(altas, bajas)
    )
}

/// «Corte 30 nov · 9 d · 47», where there is little room.
pub fn next_cut_short(cut: NaiveDate, today: NaiveDate, altas: u64, bajas: u64) -> String {
    let days = (cut - today).num_days();
    format!(
        "Corte {} · {days} d · {}",
        dates::short(cut),
        dates::thousands(altas + bajas)
    )
}

/// «41 altas, 6 bajas».
pub fn movements(altas: u64, bajas: u64) -> String {
    match (altas, bajas) {
        (0, 0) => "sin movimientos".to_owned(),
        _ => format!(
            "{}, {}",
            counted(altas, "alta", "altas"),
            counted(bajas, "baja", "bajas")
        ),
    }
}

/// «Copia de hoy, 10:30, verificada».
pub fn copy_verified(at: NaiveDateTime, today: NaiveDate) -> String {
    let day = match (today - at.date()).num_days() {
        0 => "hoy".to_owned(),
        1 => "ayer".to_owned(),
        _ => format!("del {}", dates::short(at.date())),
    };
    let day = if day.starts_with("del") {
        day
    } else {
        format!("de {day}")
    };
    format!("Copia {day}, {}, verificada", at.format("%H:%M"))
}

/// «Copia 10:30 verificada».
pub fn copy_verified_short(at: NaiveDateTime, today: NaiveDate) -> String {
    if at.date() == today {
        format!("Copia {} verificada", at.format("%H:%M"))
    } else {
        format!("Copia {} verificada", dates::short(at.date()))
    }
}

/// There is none yet.
pub const NO_COPY: &str = "Sin copia todavía";
/// It is being made.
pub const COPYING: &str = "Haciendo la copia…";

/// The copy could not be made.
pub fn copy_failed(last: Option<NaiveDateTime>) -> String {
    let last = match last {
        Some(at) => {
            format!(
                "la última copia buena es del {} a las {}",
                dates::day_month(at.date()),
                at.format("%H:%M")
            )
        }
        None => "todavía no hay otra copia".to_owned(),
    };
    format!(
        "No se pudo hacer la copia. Sus datos están a salvo en esta computadora; {last}. Revise el espacio \
         del disco: se intentará de nuevo al abrir el programa."
    )
}

/// «412 de 3,412 · escriba para acotar».
pub fn count_line(shown: Option<u64>, total: u64, typed: bool) -> String {
    let total_words = dates::thousands(total);
    match (shown, typed) {
        (None, _) => format!("1,000 o más de {total_words} · escriba para acotar"),
        (Some(_), false) if total == 1 => "1 persona".to_owned(),
        (Some(_), false) => format!("{total_words} personas · escriba para acotar"),
        (Some(shown), true) => format!("{} de {total_words}", dates::thousands(shown)),
    }
}

/// «Página 6 de 9 (50 por página)».
pub fn page_line(page: u64, pages: u64, rows: usize) -> String {
    format!(
        "Página {} de {} ({rows} por página)",
        dates::thousands(page),
        dates::thousands(pages.max(1))
    )
}

/// Nobody matched what was typed; `similar` are surnames within one letter, with how many bear each.
pub fn nobody(typed: &str, similar: &[(String, u64)]) -> String {
    let typed = typed.trim();
    let similar: Vec<String> = similar
        .iter()
        .map(|(name, count)| format!("{name} ({})", dates::thousands(*count)))
        .collect();
    let perhaps = if similar.is_empty() {
        String::new()
    } else {
        format!(" ¿Buscaba {}?", similar.join(" o "))
    };
    format!("No hay nadie con “{typed}”.{perhaps} Presione F4 para registrar a una persona nueva.")
}

/// «Se guardó a Ramos Güemes, Ángel.»
pub fn saved(name: &str) -> String {
    format!("Se guardó a {name}.")
}

/// Saving changed nothing.
pub fn nothing_changed(name: &str) -> String {
    format!("La ficha de {name} ya estaba así; no hubo cambios.")
}

/// A form was left before it was saved.
pub const DRAFT_KEPT: &str = "Borrador guardado. F4 lo recupera.";
/// A correction was left before it was saved.
pub const EDIT_DRAFT_KEPT: &str = "Borrador guardado. Enter en la ficha lo recupera.";

/// «Borrador guardado a las 10:38».
pub fn draft_saved_at(at: NaiveDateTime) -> String {
    format!("Borrador guardado a las {}", at.format("%H:%M"))
}

/// A draft was found at the start.
pub fn draft_found(at: NaiveDateTime, today: NaiveDate) -> String {
    let day = match (today - at.date()).num_days() {
        0 => "hoy".to_owned(),
        1 => "ayer".to_owned(),
        _ => format!("el {}", dates::day_month(at.date())),
    };
    format!(
        "Encontramos un formulario sin guardar, de {day} a las {}. Enter: recuperarlo. Esc: dejarlo para después.",
        at.format("%H:%M")
    )
}

/// A draft was brought back into its form.
pub fn draft_restored(at: NaiveDateTime) -> String {
    format!("Borrador recuperado, de las {}", at.format("%H:%M"))
}

/// The first run.
pub mod first_run {
    /// Title.
    pub const WELCOME: &str = "Le damos la bienvenida a Ventanilla";
    /// Below it.
    pub const WHAT: &str = "El registro del seguro facultativo IMSS, en esta computadora. No usa internet.";
    /// Heading.
    pub const START: &str = "Empezar aquí";
    /// Below it.
    pub const CHOOSE: &str =
        "Elija su plantel. Sus textos, enlaces y contactos ya vienen, y todos se pueden cambiar.";
    /// The third choice.
    pub const OTHER: &str = "Otro plantel";
    /// Below it.
    pub const OTHER_HINT: &str = "Escriba su nombre; lo demás se completa después";
    /// Field.
    pub const CAMPUS: &str = "Nombre del plantel";
    /// Field.
    pub const WHO: &str = "¿Quién atiende?";
    /// Below it.
    pub const WHO_HINT: &str =
        "Aparece en la historia y en lo que se imprime. Después puede agregar a más personas.";
    /// Foot.
    pub const CUTS: &str = "Fechas de corte: el 16 y el último día de cada mes.";
    /// Button.
    pub const BEGIN: &str = "Empezar";
    /// Without a clerk's name.
    pub const WHO_MISSING: &str = "Escriba su nombre: aparece en la historia y en lo que se imprime.";
    /// Without a campus' name.
    pub const CAMPUS_MISSING: &str =
        "Escriba el nombre del plantel, como debe aparecer en lo que se imprime.";

    /// «Números de control como 25230457 · delegación 32, Veracruz Sur».
    pub fn campus_hint(control_code: &str, delegation: &str, delegation_name: &str) -> String {
        format!("Números de control como 25{control_code}0457 · delegación {delegation}, {delegation_name}")
    }
}

/// Leaves a dialog.
pub const CANCEL: &str = "Cancelar";
/// The baja's dialog.
pub const BAJA_TITLE: &str = "Baja para el corte";
/// Above the motives.
pub const MOTIVE: &str = "Motivo";
/// Below them.
pub const MOTIVE_HINT: &str = "Elija con la letra o las flechas.";
/// Nothing was chosen.
pub const MOTIVE_MISSING: &str = "Elija el motivo de la baja con la letra o las flechas.";
/// The button.
pub const BAJA_CONFIRM: &str = "Preparar baja";

/// «Irá en el corte del 30 de noviembre; todavía no se envía.»
pub fn baja_note(cut: NaiveDate) -> String {
    format!(
        "Irá en el corte del {}; todavía no se envía.",
        dates::day_month(cut)
    )
}

/// Closes a dialog that asks nothing.
pub const CLOSE: &str = "Cerrar";
/// The cross of a dialog, with its key.
pub const CLOSE_BY_KEY: &str = "Cerrar · Esc";
/// F1.
pub const HELP_TITLE: &str = "Ayuda y teclas";
/// Its foot.
pub const HELP_NOTE: &str = "Todo se puede hacer sin ratón.";
/// Keys that are not commands: they belong to fields, lists and dialogs.
pub const OTHER_KEYS: &[(&str, &str)] = &[
    (
        "Enter",
        "En un campo, el siguiente; en una lista, abrir; en una ficha abierta, corregir",
    ),
    ("Tab · Mayús+Tab", "Siguiente o anterior, y vuelta a empezar"),
    (
        "Flechas · RePág · AvPág",
        "En una lista, otro renglón u otra página; en un campo, lo que se ofrece debajo",
    ),
    (
        "Esc",
        "Un paso atrás: lista, diálogo, aviso, búsqueda; un formulario queda en borrador",
    ),
    (
        "Flechas izquierda y derecha · C · R · Espacio",
        "En un corte: otro paso · corregir el envío · reabrirlo · marcar una excepción",
    ),
    ("A · V", "En un corte: asistente de captura · avisos por correo"),
    (
        "Supr",
        "En un corte o en el aviso de la ficha: cancelar el movimiento en cola",
    ),
    ("U", "En el aviso de un movimiento en cola: marcarlo urgente"),
    (
        "Espacio · A",
        "En la lista de cotejo: marcar el renglón · aceptar lo que la ficha prueba",
    ),
    (
        "A · N · C",
        "En el caso de la ficha: abrirlo · anotar a quién se le dijo · cerrarlo",
    ),
    (
        "A · Espacio · O · Supr",
        "En Importar: aceptar todos · aceptar uno · lo otro · apartar el renglón",
    ),
    (
        "V · L · H · P",
        "En Respaldo: mirar la copia · otro lugar · hacer la hoja de rescate · probarla",
    ),
    (
        "S · B · O · M",
        "En Respaldo: probar la última copia · revisar la base · otra copia · mudanza",
    ),
];
/// Beside the help key at the foot of the rail.
pub const HELP: &str = "Ayuda";

/// The register can't be opened.
pub const NOT_OPENED: &str = "El registro no se abrió";

/// The screen of students.
pub const STUDENTS: &str = "Estudiantes";
/// The screen of cuts.
pub const CUTS: &str = "Cortes";
/// F4.
pub const NEW: &str = "Nuevo";
/// F7.
pub const ALTA: &str = "Alta";
/// F8.
pub const BAJA: &str = "Baja";
/// F9.
pub const PRINT: &str = "Imprimir";
/// Corrects a record.
pub const CORRECT: &str = "Corregir";
/// The record's first section.
pub const SUMMARY: &str = "Resumen";
/// Its altas and bajas.
pub const MOVEMENTS: &str = "Movimientos";
/// Its acts.
pub const HISTORY: &str = "Historia";
/// Marks a queued movement.
pub const URGENT: &str = "Marcar urgente";
/// Takes the mark off.
pub const NOT_URGENT: &str = "Quitar urgente";
/// Withdraws a queued movement.
pub const CANCEL_MOVEMENT: &str = "Cancelar el movimiento";
/// Nothing is known.
pub const EMPTY: &str = "–";
/// A CURP or NSS that fails a check.
pub const TO_CONFIRM: &str = "por confirmar";
/// Labels of the record.
pub const NSS: &str = "NSS";
/// Label.
pub const CURP: &str = "CURP";
/// Label.
pub const BIRTH: &str = "Nacimiento";
/// Label.
pub const EMAIL: &str = "Correo";
/// Label.
pub const PHONE: &str = "Teléfono";
/// Label.
pub const STANDING: &str = "Situación escolar";
/// Label.
pub const CAREER: &str = "Carrera";
/// Label.
pub const SEX_AND_PLACE: &str = "Sexo y lugar de nacimiento";

/// «las 6 más recientes de 14».
pub fn newest(shown: usize, of: usize) -> String {
    if shown == of {
        String::new()
    } else {
        format!("las {shown} más recientes de {of}")
    }
}

/// Head of a column.
pub const COLUMN_NAME: &str = "Nombre";
/// Head of a column.
pub const COLUMN_STATUS: &str = "Estado";
/// Head of a column.
pub const COLUMN_KIND: &str = "Tipo";
/// Head of a column.
pub const COLUMN_OBSERVATION: &str = "Observación";
/// In the column of the NSS.
pub const NO_NSS: &str = "sin NSS";
/// In the column of the NSS.
pub const IN_PROCESS: &str = "trámite";
/// In the column of the NSS: por confirmar, where there is room for one word.
pub const TO_CONFIRM_BRIEF: &str = "confirmar";
/// At the foot of a list.
pub const PAGE_KEYS: &str = "RePág y AvPág cambian de página · Espacio marca un renglón";
/// At the foot of a cut.
pub const CUT_KEYS: &str = "Enter abre la ficha · Supr cancela el movimiento";
/// In the list of a cut.
pub const URGENT_MARK: &str = "Urgente";

/// «Corte del lunes 30 de noviembre».
pub fn cut_title(cut: NaiveDate) -> String {
    format!("Corte del {} {}", dates::weekday(cut), dates::day_month(cut))
}

/// Saves a form.
pub const SAVE: &str = "Guardar";
/// Leaves it.
pub const LEAVE_AS_DRAFT: &str = "Dejar en borrador";
/// Throws its draft away.
pub const START_BLANK: &str = "Descartar el borrador";
/// At the foot of a form.
pub const FORM_KEYS: &str =
    "Enter o Tab: campo siguiente, primero la columna izquierda · Ctrl+Enter guarda desde cualquier campo";
/// Title of a group of fields.
pub const IDENTITY: &str = "Identidad";
/// Title of a group of fields.
pub const SCHOOL: &str = "Escuela";
/// Title of a group of fields.
pub const IMSS: &str = "IMSS";
/// Title of a group of fields.
pub const CONTACT: &str = "Contacto";
/// In an empty date.
pub const TODAY: &str = "hoy";
/// In an empty NSS.
pub const NSS_HINT: &str = "11 dígitos; puede ir vacío";
/// The people at the right of a form.
pub const ALIKE: &str = "Posibles duplicados";
/// Nobody is like the person on the form.
pub const NOBODY_ALIKE: &str = "Nadie registrado comparte nombre, CURP ni NSS.";
/// Below the people.
pub const ALIKE_HINT: &str = "Si alguna es la misma persona, ábrala en lugar de crear otra.";
/// The number is the one on the form.
pub const THE_SAME: &str = "la misma";
/// It is another one.
pub const ANOTHER: &str = "otra";
/// Label.
pub const STANDING_SHORT: &str = "Situación";

/// In the status bar, after what can be undone.
pub const UNDO_KEY: &str = "Deshacer: Ctrl+Z";
/// A movement or a paper was asked for in a form that is not saved.
pub const SAVE_FIRST: &str = "Guarde primero la ficha con Ctrl+Enter; después F7, F8 y F9 la toman.";

/// Ctrl+Z in a form where nothing was typed.
pub const NOTHING_TYPED_TO_UNDO: &str = "En este formulario no hay nada que deshacer. Esc sale de él.";

/// Brings a draft back.
pub const RECOVER: &str = "Recuperar";

/// The button that changes a datum in many records.
pub const CHANGE_MANY: &str = "Cambiar un dato";
/// The button that takes every mark off.
pub const CLEAR_MARKS: &str = "Quitar marcas";
