//! The screen Importar: its steps, its lists and its questions. Why a row waits and what was saved is in `import`.

use chrono::{NaiveDate, NaiveDateTime};

use super::{dates, import};
use crate::domain::import::{Counts, ImportKind};

/// The screen.
pub const TITLE: &str = "Importar";
/// The names of the four steps.
pub const STEPS: [&str; 4] = ["Archivo", "Columnas", "Revisión", "Guardar"];
/// A button beside the list of students.
pub const IMPORT: &str = "Importar";
/// Before there is a file.
pub const NO_FILE_YET: &str = "elija uno";
/// Before there is a file.
pub const NO_COLUMNS_YET: &str = "se reconocen solas";
/// Before there is a plan.
pub const NO_PLAN_YET: &str = "nada se ha guardado";
/// Below the last step.
pub const ONE_ACT: &str = "un solo paso, con Deshacer";
/// The source of a list that was pasted.
pub const PASTED: &str = "Celdas copiadas";
/// In the status bar, while a sheet is under review.
pub fn was_read(source: &str) -> String {
    format!("Se leyó {source}; nada se ha guardado.")
}

/// The heads of the files.
pub mod files {
    /// Above the list.
    pub const TITLE: &str = "Hojas más recientes";
    /// Column.
    pub const NAME: &str = "Archivo";
    /// Column.
    pub const FOLDER: &str = "Carpeta";
    /// Column.
    pub const MODIFIED: &str = "Modificado";
    /// Column.
    pub const SIZE: &str = "Tamaño";
    /// Under the list.
    pub const HOW: &str = "Elija un archivo de la lista y presione Enter; también puede arrastrarlo aquí. Nada se guarda \
                           hasta que usted lo confirme.";
    /// Under the list where nothing can be dragged onto the window.
    pub const HOW_WITHOUT_DRAGGING: &str =
        "Elija un archivo de la lista y presione Enter. Nada se guarda hasta que usted lo confirme.";
    /// Under the list, once an earlier sheet is marked.
    pub const HOW_TO_COMPARE: &str = "Ahora elija la hoja de este semestre y presione Enter: verá quién es nuevo, quién ya no \
                                      viene y qué cambió.";
    /// Under the list.
    pub const MARK: &str = "Para comparar dos hojas, marque la anterior con Espacio.";
    /// Beside the earlier sheet.
    pub const EARLIER: &str = "la anterior";
    /// The columns of the earlier sheet are not understood.
    pub const NOTHING_TO_COMPARE: &str = "No se reconoció quién es cada quien en la hoja anterior. Ábrala sola, diga qué contiene \
                                          cada columna y continúe; después compárelas.";
    /// There is none.
    pub const NONE: &str = "No hay hojas en Descargas ni en Documentos. Escriba abajo dónde está el archivo, o copie las \
                            celdas en Excel y péguelas aquí con Ctrl+V.";
    /// The field.
    pub const PATH: &str = "Ruta de otro archivo";
    /// Below it.
    pub const PATH_HINT: &str = "Excel (.xlsx, .xls), LibreOffice (.ods) o texto (.csv). Enter lo lee.";
    /// The button.
    pub const BROWSE: &str = "Buscar…";
    /// The title of the system's dialog.
    pub const BROWSE_TITLE: &str = "Elegir la hoja que se va a importar";
    /// What the system's dialog shows.
    pub const BROWSE_FILTER: &str = "Hojas de cálculo";
    /// The button: a sheet for other offices to fill in.
    pub const TEMPLATE: &str = "Plantilla para llenar";
    /// The button.
    pub const PASTE: &str = "Pegar celdas";
    /// The button.
    pub const OPEN: &str = "Leer el archivo";
    /// The clipboard holds no text.
    pub const NOTHING_COPIED: &str =
        "No hay celdas copiadas. Selecciónelas en la hoja, cópielas con Ctrl+C y vuelva aquí.";
    /// No path was typed.
    pub const NO_PATH: &str = "Escriba la ruta del archivo, o elíjalo de la lista.";
}

/// The sheets that were imported before.
pub mod former {
    /// Above them.
    pub const TITLE: &str = "Importaciones anteriores";
    /// There is none.
    pub const NONE: &str =
        "Todavía no se ha importado nada. Lo que importe quedará aquí, para deshacerlo si hace falta.";
    /// Below them.
    pub const KEYS: &str = "flechas y Enter";
    /// The button.
    pub const UNDO: &str = "Deshacer…";
    /// The title of the question.
    pub const QUESTION: &str = "¿Deshacer esta importación?";
    /// The button of the question.
    pub const UNDO_IT: &str = "Deshacer la importación";
    /// Below what would go.
    pub const CAN_COME_BACK: &str = "Si cambia de parecer, Ctrl+Z la trae de vuelta.";
}

/// The columns of a sheet.
pub mod columns {
    /// Column of the list.
    pub const LETTER: &str = "Col.";
    /// Column of the list.
    pub const HEAD: &str = "Encabezado";
    /// Column of the list.
    pub const SAMPLES: &str = "Algunas celdas";
    /// Column of the list.
    pub const HOLDS: &str = "Qué contiene";
    /// The choice.
    pub const KIND: &str = "Qué es esta hoja";
    /// The choice.
    pub const PERIOD: &str = "Periodo de la lista";
    /// The choice.
    pub const AFFILIATED: &str = "¿Ya están afiliados?";
    /// An answer.
    pub const SOME_ARE_NOT: &str = "Por afiliar";
    /// An answer.
    pub const ALL_ARE: &str = "Todos ya lo están";
    /// The choice.
    pub const TAB: &str = "Hoja del archivo";
    /// The field.
    pub const HEADERS: &str = "Renglón de los encabezados";
    /// Below it.
    pub const HEADERS_HINT: &str = "Vacío si no los hay. Enter lo cambia.";
    /// It is no row of the sheet.
    pub const NO_SUCH_ROW: &str =
        "La hoja no tiene ese renglón. Escriba su número, como está a la izquierda en Excel.";
    /// Under the list.
    pub const KEYS: &str =
        "Enter elige qué contiene · Supr: no se usa · F6 pasa a lo demás · Ctrl+Enter continúa";
    /// The button.
    pub const GO_ON: &str = "Continuar";
    /// A plan that was left has no file any more.
    pub const NO_FILE: &str =
        "Las columnas de esta hoja ya se eligieron. Para elegirlas de nuevo, vuelva a abrir el archivo.";
    /// The title of the dialog.
    pub const CHOOSE: &str = "Qué contiene la columna";
    /// The button of the dialog.
    pub const TAKE: &str = "Elegir";
    /// Below the list of the dialog.
    pub const LETTERS: &str = "flechas, o la primera letra";
}

/// The rows of a plan.
pub mod review {
    /// Above the causes.
    pub const CAUSES: &str = "Causas";
    /// Above what is not held.
    pub const REST: &str = "Lo demás de la hoja";
    /// Rows that are new.
    pub const NEW: &str = "Nuevos";
    /// Bajas that would be queued.
    pub const NEW_BAJAS: &str = "Bajas listas";
    /// Records that change.
    pub const CHANGES: &str = "Cambian";
    /// Records that say the same.
    pub const SAME: &str = "Ya existían, igual";
    /// Rows with a note.
    pub const NOTED: &str = "Con nota";
    /// Rows that were left out.
    pub const ASIDE: &str = "Apartados";
    /// People who are missing in an enrolled list.
    pub const MISSING: &str = "Faltan en la lista";
    /// What each list is, above its rows.
    pub const NEW_TOLD: &str = "Se registran como están aquí.";
    /// Above its rows.
    pub const NEW_BAJAS_TOLD: &str = "Su baja quedará preparada para el corte.";
    /// Above its rows.
    pub const CHANGES_TOLD: &str =
        "Ya tienen ficha, y la hoja trae algo nuevo. Nada se borra con una celda vacía.";
    /// Above its rows.
    pub const SAME_TOLD: &str = "La ficha ya dice lo mismo, o esta respuesta ya se importó. No se tocan.";
    /// Above its rows.
    pub const NOTED_TOLD: &str =
        "Una nota no detiene nada: se guardan, y la nota queda a la vista en su ficha.";
    /// Above its rows.
    pub const ASIDE_TOLD: &str = "No se guardan. Supr los vuelve a tomar.";
    /// Above its rows.
    pub const MISSING_TOLD: &str = "Están inscritos aquí y no vienen en la lista. Al guardar dejarán de estarlo; Espacio los deja \
                                    como están.";
    /// Column.
    pub const ROW: &str = "Renglón";
    /// Column.
    pub const NAME: &str = "Nombre";
    /// Column.
    pub const SAYS: &str = "Dice la hoja";
    /// Column.
    pub const WAS: &str = "La ficha dice";
    /// Column.
    pub const WOULD_BE: &str = "Quedaría";
    /// Column.
    pub const WHY: &str = "Por qué";
    /// Column.
    pub const FIELD: &str = "Dato";
    /// Column.
    pub const NOTES: &str = "Notas";
    /// Column.
    pub const DECISION: &str = "Decisión";
    /// Column.
    pub const CAREER: &str = "Carrera";
    /// In the row that is selected.
    pub const SPACE_ACCEPTS: &str = "Espacio lo acepta";
    /// In a row that was corrected.
    pub const CORRECTED: &str = "corregido";
    /// In a row that was left out.
    pub const SET_ASIDE: &str = "apartado";
    /// In a row of somebody who is missing.
    pub const LEAVES: &str = "deja de estar inscrito";
    /// In a row of somebody who is missing.
    pub const STAYS: &str = "se queda como está";
    /// In a row of somebody who is missing and active.
    pub const BAJA_PROPOSED: &str = "se propone su baja";
    /// At the foot of the causes.
    pub const FOOT: &str =
        "F6 pasa de las causas a los renglones. Lo que no decida queda en Hoy, en «Por hacer».";
    /// The button.
    pub const ACCEPT: &str = "Aceptar";
    /// The button, in a row that was accepted.
    pub const TAKE_BACK: &str = "Quitar";
    /// The button, for somebody who is missing.
    pub const LET_STAY: &str = "Dejar como está";
    /// The button, for somebody who was left as is.
    pub const LET_GO: &str = "Dejar de inscribir";
    /// The button.
    pub const CORRECT: &str = "Corregir";
    /// The button.
    pub const ASIDE_VERB: &str = "Apartar";
    /// The button.
    pub const SAVE: &str = "Guardar lo decidido";
    /// The button, where nothing waits.
    pub const SAVE_ALL: &str = "Guardar";
    /// Below the sentence that says what will be saved.
    pub const SAFE: &str = "Antes de guardar se hace una copia verificada. Puede deshacerlo con Ctrl+Z o, más tarde, en Importar.";
    /// Nothing more to take back. Ctrl+Z reaches no further here: what stands in «Importaciones anteriores» has its own key.
    pub const NO_DECISION: &str =
        "No queda ninguna decisión que quitar. Lo guardado se deshace en «Importaciones anteriores».";
    /// A decision was taken back.
    pub const TAKEN_BACK: &str = "Se quitó la última decisión.";
    /// There is no proposal to accept.
    pub const NO_PROPOSAL: &str = "Aquí no se puede proponer nada: Enter lo corrige, Supr aparta el renglón.";
    /// All is decided and nothing is to be written.
    pub const NOTHING_TO_SAVE: &str = "No hay nada que guardar: las fichas ya dicen lo mismo.";
    /// Nothing is decided yet.
    pub const NOTHING_DECIDED: &str =
        "Todavía no hay nada que guardar. Decida primero los renglones de la izquierda.";
    /// The plan has no rows at all.
    pub const NO_ROWS: &str = "No hay renglones aquí.";
}

/// Correcting a row.
pub mod correct {
    /// The button.
    pub const SAVE: &str = "Guardar el renglón";
    /// Below the fields.
    pub const NOTE: &str = "Se corrige aquí; el archivo no cambia.";

    /// «Renglón 88 · Hernández Muñoz, Juan Pablo».
    pub fn title(row: u32, name: &str) -> String {
        match name {
            "" => format!("Renglón {row}"),
            name => format!("Renglón {row} · {name}"),
        }
    }
}

/// The question before saving.
pub mod question {
    use super::{NaiveDate, dates};

    /// The button.
    pub const SAVE_AND_QUEUE: &str = "Guardar y preparar el alta";
    /// The button, for bajas.
    pub const SAVE_BAJAS: &str = "Guardar y preparar las bajas";
    /// The button.
    pub const ONLY_SAVE: &str = "Solo guardar";
    /// The button.
    pub const AFFILIATED: &str = "Ya estaban afiliados";
    /// The button, where nothing is asked beside it.
    pub const SAVE: &str = "Guardar";
    /// What the third button does.
    pub const AFFILIATED_TOLD: &str =
        "«Ya estaban afiliados» los marca con alta anterior al programa y no prepara nada.";
    /// The title for an enrolled list.
    pub const ENROLLED: &str = "¿Guardar la lista de inscritos?";

    /// «¿Alta para el corte del 30 de noviembre?»
    pub fn altas(cut: NaiveDate) -> String {
        format!("¿Alta para el corte del {}?", dates::day_month(cut))
    }

    /// «¿Bajas para el corte del 30 de noviembre?»
    pub fn bajas(cut: NaiveDate) -> String {
        format!("¿Bajas para el corte del {}?", dates::day_month(cut))
    }

    /// «534 estudiantes quedarían en la cola. Los 5 sin NSS también, con su observación.»
    pub fn queued(count: usize, without_nss: usize) -> String {
        let who = dates::counted(count, "estudiante", "estudiantes");
        let verb = if count == 1 { "quedaría" } else { "quedarían" };
        let also = match without_nss {
            0 => String::new(),
            1 => " El que no tiene NSS también, con su observación.".to_owned(),
            more => format!(
                " Los {} sin NSS también, con su observación.",
                dates::thousands(more as u64)
            ),
        };
        format!("{who} {verb} en la cola.{also}")
    }
}

/// While something long is done.
pub mod working {
    use super::dates;

    /// The title while a file is read.
    pub const READING: &str = "Leyendo la hoja";
    /// The title while rows are compared.
    pub const PLANNING: &str = "Revisando los renglones";
    /// The title while rows are saved.
    pub const SAVING: &str = "Guardando";
    /// Before anything is counted.
    pub const BEGINS: &str = "Un momento…";
    /// While a verified copy is made.
    pub const COPYING: &str = "Haciendo la copia verificada…";
    /// The button.
    pub const STOP: &str = "Detener";
    /// Beside it.
    pub const NOTHING_SAVED: &str = "Si lo detiene, no se guarda nada.";

    /// «Revisados 320 de 600 renglones»
    pub fn planned(done: usize, of: usize) -> String {
        format!(
            "Revisados {} de {} renglones",
            dates::thousands(done),
            dates::thousands(of)
        )
    }

    /// «Guardando 320 de 600…»
    pub fn saved(done: usize, of: usize) -> String {
        format!(
            "Guardando {} de {}…",
            dates::thousands(done),
            dates::thousands(of)
        )
    }

    /// «quedan unos 12 segundos»
    pub fn left(seconds: u64) -> String {
        match seconds {
            0 | 1 => "queda un segundo".to_owned(),
            2..=90 => format!("quedan unos {seconds} segundos"),
            more => format!("quedan unos {} minutos", more.div_ceil(60)),
        }
    }
}

/// «hoy, 09:58», «ayer, 18:03», «12 nov 2026».
pub fn modified(at: NaiveDateTime, today: NaiveDate) -> String {
    match (today - at.date()).num_days() {
        0 => format!("hoy, {}", at.format("%H:%M")),
        1 => format!("ayer, {}", at.format("%H:%M")),
        _ => dates::short_year(at.date()),
    }
}

/// Below the first step: «guardado hoy, 09:58».
pub fn file_of(at: NaiveDateTime, today: NaiveDate) -> String {
    format!("guardado {}", modified(at, today))
}

/// «48 KB», «2 MB».
pub fn size(bytes: u64) -> String {
    match bytes {
        0..=1_048_575 => format!("{} KB", bytes.div_ceil(1024)),
        more => format!("{} MB", more >> 20),
    }
}

/// «Formulario altas 2026.xlsx · hoja «Respuestas»».
pub fn file_and_sheet(source: &str, sheet: Option<&str>) -> String {
    match sheet {
        Some(sheet) => format!("{source} · hoja «{sheet}»"),
        None => source.to_owned(),
    }
}

/// Below the second step: «11 reconocidas, 1 sin usar».
pub fn recognised(used: usize, unused: usize) -> String {
    let used = dates::counted(used, "reconocida", "reconocidas");
    format!("{used}, {unused} sin usar")
}

/// Below the third step.
pub fn to_decide(held: usize) -> String {
    match held {
        0 => "todo decidido".to_owned(),
        held => format!("{} por decidir", dates::counted(held, "renglón", "renglones")),
    }
}

/// The word and the line of each counter, after its figure; in few words where there is little room.
pub fn counters(kind: ImportKind, counts: &Counts, brief: bool) -> [(usize, &'static str, String); 4] {
    let ready = match kind {
        ImportKind::Bajas => ("bajas listas", String::new()),
        ImportKind::Altas | ImportKind::Enrolled if brief && counts.noted > 0 => {
            let noted = dates::thousands(counts.noted as u64);
            ("listos", format!("{noted} con nota"))
        }
        ImportKind::Altas | ImportKind::Enrolled => ("listos", import::noted(counts)),
    };
    let held = match (counts.held, brief) {
        (0, true) => "nada espera",
        (0, false) => "nada espera una decisión",
        (_, true) => "esperan su decisión",
        (_, false) => "no se guardan hasta que usted decida",
    };
    let read = if brief {
        "leídos como texto"
    } else {
        "leídos como texto, ocultos también"
    };
    [
        (counts.rows, "renglones", read.to_owned()),
        (counts.new, ready.0, ready.1),
        (
            counts.changes + counts.same,
            "ya existían",
            import::existed(counts),
        ),
        (counts.held, "por decidir", held.to_owned()),
    ]
}

/// The button: «Exportar los 31».
pub fn export(held: usize) -> String {
    match held {
        1 => "Exportar 1".to_owned(),
        held => format!("Exportar los {}", dates::thousands(held as u64)),
    }
}

/// «Exportado (Excel): 31 renglones por decidir, en …». One sentence: the status bar keeps the path.
pub fn exported(held: usize, path: &std::path::Path) -> String {
    format!("Exportado (Excel): {}, en {}", to_decide(held), path.display())
}

/// Nothing waits, so there is nothing to export.
pub const NONE_HELD: &str = "Ningún renglón espera una decisión: no hay nada que exportar.";

/// «Aceptar los 14».
pub fn accept_all(count: usize) -> String {
    match count {
        1 => "Aceptar 1".to_owned(),
        count => format!("Aceptar los {}", dates::thousands(count as u64)),
    }
}

/// «Se aceptaron 14.»
pub fn accepted(count: usize) -> String {
    match count {
        0 => review::NO_PROPOSAL.to_owned(),
        1 => "Se aceptó 1.".to_owned(),
        count => format!("Se aceptaron {}.", dates::thousands(count as u64)),
    }
}

/// «Renglones 1 a 50 de 114 · AvPág».
pub fn page(first: usize, last: usize, of: usize) -> String {
    let more = if last < of || first > 1 { " · AvPág" } else { "" };
    format!(
        "Renglones {} a {} de {}{more}",
        dates::thousands(first as u64),
        dates::thousands(last as u64),
        dates::thousands(of as u64)
    )
}

/// «1 a 6 de 6», where there is little room.
pub fn page_brief(first: usize, last: usize, of: usize) -> String {
    format!(
        "{} a {} de {}",
        dates::thousands(first as u64),
        dates::thousands(last as u64),
        dates::thousands(of as u64)
    )
}

/// «Respuestas (601)», «Respuestas (601, oculta)»: a sheet of the file and how many rows it has.
pub fn tab(name: &str, rows: usize, hidden: bool) -> String {
    let hidden = if hidden { ", oculta" } else { "" };
    format!("{name} ({}{hidden})", dates::thousands(rows as u64))
}

/// «C · CURP».
pub fn column(letters: &str, head: &str) -> String {
    match head.trim() {
        "" => letters.to_owned(),
        head => format!("{letters} · {head}"),
    }
}

/// On Hoy, after how many: «Renglones por decidir».
pub fn waiting(undecided: u64) -> String {
    match undecided {
        1 => "Renglón por decidir".to_owned(),
        _ => "Renglones por decidir".to_owned(),
    }
}

/// On Hoy, below it: «de Formulario altas 2026.xlsx, leído el 20 nov».
pub fn waiting_of(source: &str, at: NaiveDateTime) -> String {
    format!("de {source}, leído el {}", dates::short(at.date()))
}

/// On Hoy, in the row that is selected.
pub const OPENS: &str = "Enter abre la revisión";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_today_of_yesterday_or_of_a_day() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let said = |at: &str| modified(at.parse().unwrap(), today);
        assert_eq!(said("2026-11-21T09:58:00"), "hoy, 09:58");
        assert_eq!(said("2026-11-20T18:03:00"), "ayer, 18:03");
        assert_eq!(said("2026-08-12T18:03:00"), "12 ago 2026");
    }

    #[test]
    fn sizes_and_times_are_round() {
        assert_eq!(size(1), "1 KB");
        assert_eq!(size(48 * 1024), "48 KB");
        assert_eq!(size(3 << 20), "3 MB");
        assert_eq!(working::left(12), "quedan unos 12 segundos");
        assert_eq!(working::left(150), "quedan unos 3 minutos");
    }
}
