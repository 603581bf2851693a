//! A sheet on its way into the register: why a row waits, what is remarked about it, what was saved.

use chrono::{NaiveDate, NaiveDateTime};

use super::{dates, record};
use crate::domain::entry::EntryField;
use crate::domain::import::{Cause, Choice, Column, Counts, Doubt, ImportKind, Note, Shown, Verdict, Why};
use crate::domain::student::Standing;

/// What the sheet asks for.
pub fn kind(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Altas => "Altas",
        ImportKind::Bajas => "Bajas",
        ImportKind::Enrolled => "Inscritos",
    }
}

/// What a sheet of that kind does.
pub fn kind_detail(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Altas => "registra o actualiza; el alta se prepara si usted lo dice",
        ImportKind::Bajas => "prepara la baja de quienes ya tienen ficha",
        ImportKind::Enrolled => "reinscribe, avanza el semestre y propone la baja de los que faltan",
    }
}

/// What a column holds, as a clerk chooses it.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Identifier => "Número de control",
        Column::FullName => "Nombre completo",
        Column::FirstSurname => "Apellido paterno",
        Column::SecondSurname => "Apellido materno",
        Column::Surnames => "Los dos apellidos",
        Column::GivenNames => "Nombre(s)",
        Column::NoSurnames => "Sin apellidos",
        Column::Curp => "CURP",
        Column::Nss => "NSS",
        Column::Sex => "Sexo",
        Column::BirthDate => "Fecha de nacimiento",
        Column::Birthplace => "Lugar de nacimiento",
        Column::Career => "Carrera",
        Column::Semester => "Semestre",
        Column::Period => "Periodo",
        Column::Standing => "Situación escolar",
        Column::Umf => "UMF",
        Column::Shift => "Turno de la UMF",
        Column::Room => "Consultorio",
        Column::Agregado => "Agregado médico",
        Column::ClinicSource => "Fuente de la UMF",
        Column::ClinicOn => "Fecha de la UMF",
        Column::Email => "Correo",
        Column::Phone => "Teléfono",
        Column::Timestamp => "Cuándo respondió",
        Column::OtherInsurance => "Otro seguro",
        Column::Motive => "Motivo de la baja",
        Column::Affiliated => "Ya afiliado",
        Column::NssState => "Estado del NSS",
        Column::NssOn => "Fecha del NSS",
        Column::NssShared => "Motivo del NSS repetido",
        Column::CurpShared => "Motivo de la CURP repetida",
    }
}

/// A column that is not used.
pub const NOT_USED: &str = "no se usa";

/// Why rows wait: the title of their group.
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::LostDigits => "Número con dígitos perdidos",
        Cause::Swapped => "NSS y CURP en la celda del otro",
        Cause::LostZero => "NSS con cero perdido",
        Cause::NameInOneCell => "Nombre y apellidos en una celda",
        Cause::AmbiguousDate => "Fecha que puede leerse de dos modos",
        Cause::Contradiction => "CURP que no concuerda con los datos",
        Cause::NotUnderstood => "Dato que no se entiende",
        Cause::UnknownCareer => "Carrera desconocida",
        Cause::OtherInsurance => "Declara otro seguro",
        Cause::TwoAnswers => "Con dos respuestas",
        Cause::SamePerson => "Ya tiene ficha con otro número",
        Cause::OtherNumber => "La ficha tiene otro NSS o CURP",
        Cause::TakenNumber => "Número de otra persona",
        Cause::Unregistered => "Baja de alguien sin ficha",
        Cause::Incomplete => "Falta el nombre o un apellido",
    }
}

/// What is to be done about a group, below its title.
pub fn cause_detail(cause: Cause) -> &'static str {
    match cause {
        Cause::LostDigits => "pida la hoja original o cópielo de la constancia",
        Cause::Swapped => "se propone cambiarlos de lugar",
        Cause::LostZero => "Excel quitó el cero inicial",
        Cause::NameInOneCell => "separe los apellidos",
        Cause::AmbiguousDate => "diga una vez si el día va primero",
        Cause::Contradiction => "elija cuál vale, con el documento",
        Cause::NotUnderstood => "corríjalo, o guarde sin ese dato",
        Cause::UnknownCareer => "elija la del plantel, o agréguela",
        Cause::OtherInsurance => "se propone guardar sin alta",
        Cause::TwoAnswers => "se propone la más reciente",
        Cause::SamePerson => "se propone actualizar esa ficha",
        Cause::OtherNumber => "se propone conservar el de la ficha",
        Cause::TakenNumber => "corríjalo, o guarde sin ese número",
        Cause::Unregistered => "corrija el número o aparte el renglón",
        Cause::Incomplete => "escriba lo que falta",
    }
}

/// What accepting the proposal of a group does, above its rows.
pub fn cause_explained(cause: Cause) -> &'static str {
    match cause {
        Cause::LostDigits => {
            "El archivo trae un número como 4.15E+10: los dígitos se perdieron y aquí no se pueden adivinar. Al \
             aceptar, se guarda sin ese número."
        }
        Cause::Swapped => {
            "Cada número pasa la verificación de su propia columna, y no la de la celda en que está."
        }
        Cause::LostZero => {
            "Cada número, con el cero, pasa la verificación y concuerda con el año de nacimiento."
        }
        Cause::NameInOneCell => {
            "Compare con el documento; donde hay CURP, la separación concuerda con ella. Con O los apellidos se toman del otro extremo, en toda la hoja."
        }
        Cause::AmbiguousDate => {
            "Una respuesta vale para toda la columna: A, el día va primero; O, el mes va primero."
        }
        Cause::Contradiction => {
            "Al aceptar vale la CURP. Con O vale lo que dice la hoja, y la CURP queda por confirmar."
        }
        Cause::NotUnderstood => "Al aceptar, la ficha se guarda sin ese dato. Enter lo corrige aquí mismo.",
        Cause::UnknownCareer => "Al aceptar vale la propuesta. Con O se agrega la carrera como está escrita.",
        Cause::OtherInsurance => {
            "Al aceptar se guarda la ficha y no se prepara el alta. Con O se prepara también."
        }
        Cause::TwoAnswers => {
            "La misma persona respondió más de una vez. Al aceptar vale la última; con O, la elegida."
        }
        Cause::SamePerson => {
            "La CURP o el NSS ya están en una ficha con otro número de control. Al aceptar se actualiza esa ficha."
        }
        Cause::OtherNumber => {
            "Los dos números pasan la verificación. Al aceptar se conserva el de la ficha; con O, el de la hoja."
        }
        Cause::TakenNumber => {
            "Ese número ya es de otra persona. Al aceptar se guarda sin él. Enter lo corrige aquí mismo."
        }
        Cause::Unregistered => {
            "Para preparar una baja hace falta la ficha. Enter corrige el número; Supr aparta el renglón."
        }
        Cause::Incomplete => {
            "Sin nombre y apellido no hay ficha. Enter lo escribe aquí mismo; Supr aparta el renglón."
        }
    }
}

/// The other way beside the proposed one, as its key says it.
pub fn other(cause: Cause) -> Option<&'static str> {
    Some(match cause {
        Cause::LostZero => "Dejarlo por confirmar",
        Cause::NameInOneCell => "Apellidos al otro extremo",
        Cause::AmbiguousDate => "El mes va primero",
        Cause::Contradiction => "Vale la hoja",
        Cause::UnknownCareer => "Agregar como está",
        Cause::OtherInsurance => "Preparar el alta",
        Cause::TwoAnswers => "Vale esta respuesta",
        Cause::SamePerson => "Usar el otro número",
        Cause::OtherNumber => "Vale el de la hoja",
        Cause::LostDigits
        | Cause::Swapped
        | Cause::NotUnderstood
        | Cause::TakenNumber
        | Cause::Unregistered
        | Cause::Incomplete => return None,
    })
}

/// What was chosen about a row, in the last column.
pub fn decision(doubt: &Doubt) -> &'static str {
    match doubt.choice {
        Some(Choice::Proposed) => "aceptado",
        Some(Choice::Other) => "lo otro",
        None if doubt.proposal.is_none() => "corríjalo o apártelo",
        None => "por decidir",
    }
}

/// A value before or after.
pub fn shown(shown: &Shown) -> String {
    match shown {
        Shown::Nothing => "sin dato".into(),
        Shown::Text(text) => text.clone(),
        Shown::Day(day) => dates::short_year(*day),
    }
}

/// What would be saved if a proposal is accepted.
pub fn proposal(doubt: &Doubt) -> String {
    match (&doubt.proposal, doubt.cause) {
        (None, _) => String::new(),
        (Some(Shown::Nothing), Cause::OtherInsurance) => "sin alta".into(),
        (Some(Shown::Nothing), Cause::TwoAnswers) => "vale otra respuesta".into(),
        (Some(value), _) => shown(value),
    }
}

/// Why it is proposed, or why nothing is.
pub fn why(doubt: &Doubt) -> String {
    match &doubt.why {
        Why::FitsBirthYear(year) => format!("10 dígitos; nacimiento en {year}"),
        Why::DigitsLost => "se perdieron dígitos".into(),
        Why::EachInTheOther => "está en la celda del otro".into(),
        Why::BothInOneCell => "los dos en una celda".into(),
        Why::CurpFitsParting => "concuerda con la CURP".into(),
        Why::UsualParting => "sin CURP que lo diga".into(),
        Why::EitherDay => "el día y el mes son de 1 a 12".into(),
        Why::CurpSaysDay(day) => format!("la CURP dice {}", dates::short_year(*day)),
        Why::DayAndMonthChanged(_) => "día y mes cambiados, por la CURP".into(),
        Why::CurpSaysSex(sex) => format!("la CURP dice {}", record::sex(*sex).to_lowercase()),
        Why::Unreadable => match doubt.column {
            Column::Identifier => "lleva de 4 a 12 letras y números".into(),
            column => format!("no se lee como {}", self::column(column).to_lowercase()),
        },
        Why::CareerLike => "se parece a esta".into(),
        Why::CareerNew => "ninguna del plantel se parece".into(),
        Why::Declares(_) => "quien tiene otro seguro no se afilia".into(),
        Why::Answers { rows, is_latest } => {
            let others: Vec<String> = rows.iter().map(u32::to_string).collect();
            let rows = super::said::and(&others);
            if *is_latest {
                format!("la última de los renglones {rows}")
            } else {
                format!("renglones {rows}")
            }
        }
        Why::RegisteredAs { by, identifier, name } => {
            format!("por {}, es {name} ({identifier})", column_article(*by))
        }
        Why::RecordHas { confirmed, .. } => {
            if *confirmed {
                "el de la ficha, confirmado con constancia".into()
            } else {
                "el que tiene la ficha".into()
            }
        }
        Why::BelongsTo { identifier, name } => format!("es de {name} ({identifier})"),
        Why::AlsoInRow(row) => format!("también está en el renglón {row}"),
        Why::NobodyHere => "nadie tiene ese número".into(),
        Why::Missing => "hace falta".into(),
    }
}

fn column_article(column: Column) -> &'static str {
    match column {
        Column::Curp => "la CURP",
        Column::Nss => "el NSS",
        _ => "el número de control",
    }
}

/// What is remarked about a row.
pub fn note(note: &Note) -> String {
    match note {
        Note::NoNss => "sin NSS".into(),
        Note::NssToConfirm => "NSS por confirmar".into(),
        Note::NssConventional => "parece un NSS provisional".into(),
        Note::NssBirthYear => "el NSS dice otro año de nacimiento".into(),
        Note::NoCurp => "sin CURP".into(),
        Note::CurpToConfirm => "CURP por confirmar".into(),
        Note::CurpName => "la CURP no concuerda con el nombre".into(),
        Note::Homonym(1) => "otra persona se llama igual".into(),
        Note::Homonym(others) => format!("otras {others} personas se llaman igual"),
        Note::Provisional(folio) => format!("folio provisional {}", folio.as_str()),
        Note::Kept(field) => format!("se conserva {} de la ficha", kept(*field)),
        Note::LongStudies => "semestre 13 o más: pide autorización".into(),
        Note::Restored => "vuelve del archivo".into(),
        Note::OtherInsurance(other) => format!("declara otro seguro: {other}"),
        Note::NotQueued(refusal) => not_queued(refusal),
        Note::Affiliated => "ya afiliado: alta anterior al programa".into(),
        Note::SignsRemoved => "se quitaron signos del nombre".into(),
    }
}

fn kept(field: EntryField) -> &'static str {
    match field {
        EntryField::Curp => "la CURP",
        EntryField::Nss => "el NSS",
        EntryField::Clinic => "la UMF",
        _ => "el dato",
    }
}

fn not_queued(refusal: &crate::domain::movement::QueueRefusal) -> String {
    use crate::domain::movement::QueueRefusal;

    match refusal {
        QueueRefusal::NotEnrolled(standing) => format!(
            "sin alta: {}",
            match standing {
                Standing::Enrolled => "inscrito".to_owned(),
                other => record::standing(*other).to_lowercase(),
            }
        ),
        QueueRefusal::OpenMovement { kind, cut, .. } => format!(
            "ya tiene {} en el corte del {}",
            record::kind(*kind).to_lowercase(),
            dates::short(*cut)
        ),
        QueueRefusal::StillActive(_) => "sin alta nueva: la suya sigue activa".into(),
    }
}

/// What becomes of a row, in a word.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::New => "nuevo",
        Verdict::Changes => "cambia",
        Verdict::Same => "igual",
        Verdict::Known => "ya importado",
        Verdict::Held => "por decidir",
        Verdict::Aside => "apartado",
        Verdict::Superseded => "vale otra respuesta",
    }
}

/// A figure and its noun, with thousands separators: «31 renglones».
pub fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", dates::thousands(count as u64)),
    }
}

/// Below the counter of what is ready: «7 con nota: 5 sin NSS, 2 homónimos».
pub fn noted(counts: &Counts) -> String {
    if counts.noted == 0 {
        return "sin notas".into();
    }
    let mut kinds = Vec::new();
    if counts.without_nss > 0 {
        kinds.push(format!("{} sin NSS", dates::thousands(counts.without_nss as u64)));
    }
    if counts.homonyms > 0 {
        kinds.push(counted(counts.homonyms, "homónimo", "homónimos"));
    }
    let noted = format!("{} con nota", dates::thousands(counts.noted as u64));
    match kinds[..] {
        [] => noted,
        _ => format!("{noted}: {}", kinds.join(", ")),
    }
}

/// Below the counter of those who were there: «12 cambian; 26 quedan igual».
pub fn existed(counts: &Counts) -> String {
    format!(
        "{}; {}",
        counted(counts.changes, "cambia", "cambian"),
        counted(counts.same, "queda igual", "quedan igual")
    )
}

/// What a commit would do: «Se agregarán 531 estudiantes (7 con nota) y se actualizarán 12. Quedan 31 renglones por decidir.»
pub fn outlook(kind: ImportKind, counts: &Counts) -> String {
    let mut does = Vec::new();
    match kind {
        ImportKind::Bajas => {
            if counts.new > 0 {
                does.push(match counts.new {
                    1 => "se preparará 1 baja".to_owned(),
                    many => format!("se prepararán {} bajas", dates::thousands(many as u64)),
                });
            }
        }
        ImportKind::Altas | ImportKind::Enrolled => {
            if counts.new > 0 {
                does.push(format!(
                    "{} {}{}",
                    if counts.new == 1 {
                        "se agregará"
                    } else {
                        "se agregarán"
                    },
                    counted(counts.new, "estudiante", "estudiantes"),
                    with_notes(counts.noted)
                ));
            }
            if counts.changes > 0 {
                does.push(match counts.changes {
                    1 => "se actualizará 1".to_owned(),
                    many => format!("se actualizarán {}", dates::thousands(many as u64)),
                });
            }
            if counts.missing > 0 {
                does.push(format!(
                    "{} dejarán de estar inscritos ({} con baja propuesta)",
                    dates::thousands(counts.missing as u64),
                    dates::thousands(counts.proposed_bajas as u64)
                ));
            }
        }
    }
    let does = match does[..] {
        [] => "No hay nada que guardar.".to_owned(),
        _ => format!("{}.", super::said::capital(&super::said::and(&does))),
    };
    match counts.held {
        0 => does,
        held => format!("{does} {}", waiting(held)),
    }
}

fn with_notes(noted: usize) -> String {
    match noted {
        0 => String::new(),
        noted => format!(" ({} con nota)", dates::thousands(noted as u64)),
    }
}

/// «Quedan 31 renglones por decidir.»
fn waiting(held: usize) -> String {
    match held {
        1 => "Queda 1 renglón por decidir.".into(),
        many => format!("Quedan {} renglones por decidir.", dates::thousands(many as u64)),
    }
}

/// What was saved, as figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Saved {
    /// Students who were registered.
    pub added: usize,
    /// Of those, how many bear a note.
    pub noted: usize,
    /// Records that were changed.
    pub changed: usize,
    /// Movements that were queued.
    pub queued: usize,
    /// Students who are enrolled no more.
    pub gone: usize,
    /// Rows that still wait.
    pub held: usize,
}

/// «Se agregaron 531 estudiantes (7 con nota) y se actualizaron 12. Quedaron 31 renglones por decidir. Puede deshacerlo con
/// Ctrl+Z o, más tarde, desde Historia.»
pub fn done(kind: ImportKind, saved: &Saved, cut: NaiveDate) -> String {
    let mut did = Vec::new();
    if saved.added > 0 {
        did.push(format!(
            "{} {}{}",
            if saved.added == 1 {
                "se agregó"
            } else {
                "se agregaron"
            },
            counted(saved.added, "estudiante", "estudiantes"),
            with_notes(saved.noted)
        ));
    }
    if saved.changed > 0 {
        did.push(match saved.changed {
            1 => "se actualizó 1".to_owned(),
            many => format!("se actualizaron {}", dates::thousands(many as u64)),
        });
    }
    if saved.gone > 0 {
        did.push(match saved.gone {
            1 => "1 dejó de estar inscrito".to_owned(),
            many => format!("{} dejaron de estar inscritos", dates::thousands(many as u64)),
        });
    }
    if saved.queued > 0 {
        let (one, many) = match kind {
            ImportKind::Bajas => ("baja", "bajas"),
            ImportKind::Altas | ImportKind::Enrolled => ("alta", "altas"),
        };
        did.push(format!(
            "{} {} para el corte del {}",
            if saved.queued == 1 {
                "se preparó"
            } else {
                "se prepararon"
            },
            counted(saved.queued, one, many),
            dates::day_month(cut)
        ));
    }
    if did.is_empty() {
        let nothing = "No hubo nada que guardar.";
        return match saved.held {
            0 => nothing.to_owned(),
            held => format!("{nothing} {}", waiting(held)),
        };
    }
    let mut text = format!("{}.", super::said::capital(&super::said::and(&did)));
    if saved.held > 0 {
        text.push(' ');
        text.push_str(&match saved.held {
            1 => "Quedó 1 renglón por decidir.".to_owned(),
            many => format!(
                "Quedaron {} renglones por decidir.",
                dates::thousands(many as u64)
            ),
        });
    }
    text
}

/// How it is taken back, in the window.
pub const UNDO: &str = "Puede deshacerlo con Ctrl+Z o, más tarde, en Importar (Ctrl+I).";

/// The same file was imported before, and nothing is left to do.
pub fn same_file(at: NaiveDateTime) -> String {
    format!(
        "Este archivo ya se importó el {}. No hay cambios.",
        dates::day_month(at.date())
    )
}

/// The register changed while the plan was on the screen.
pub const OUTDATED: &str = "Mientras lo revisaba, el registro cambió. No se guardó nada: el plan se hizo de nuevo y es el que \
                            ve ahora. Revíselo y vuelva a guardar.";

/// Somebody stopped it.
pub const STOPPED: &str = "Se detuvo. No se guardó nada.";

/// No column says who somebody is.
pub const NOTHING_RECOGNISED: &str = "No se reconoció quién es cada quien. Diga qué columna es el número de control, la CURP \
                                      o el NSS, y cuál el nombre.";

/// Headers and nothing below.
pub const NO_ROWS: &str =
    "La hoja tiene encabezados y ningún renglón. Elija otra hoja del archivo u otro archivo.";

/// No copy, no import.
pub const NO_COPY: &str = "No se pudo hacer la copia verificada que va antes de importar, así que no se guardó nada. Libere \
                           espacio en el disco e inténtelo de nuevo.";

/// The file has been imported before, and something of it is news.
pub fn imported_before(at: NaiveDateTime) -> String {
    format!("Este archivo ya se importó el {}.", dates::day_month(at.date()))
}

/// «De Inscritos antes.xlsx a Inscritos ahora.xlsx»
pub fn compared(before: &str, now: &str) -> String {
    format!("De {before} a {now}")
}

/// On the later of two sheets alone.
pub const NEW_ON_SHEET: &str = "nuevos";
/// On the earlier one alone.
pub const GONE_FROM_SHEET: &str = "ya no están";
/// On both, and not the same.
pub const CHANGED_ON_SHEET: &str = "cambian";
/// On both, the same.
pub const SAME_ON_SHEETS: &str = "iguales";

/// The sheet of the rows that wait, for whoever filled it in.
pub mod held {
    /// Head: the number of the row in the first file.
    pub const ROW: &str = "Renglón";
    /// Head: why it waits.
    pub const TO_DECIDE: &str = "Qué falta decidir";
    /// The sheet with the rows.
    pub const TAB: &str = "Por decidir";
    /// The sheet that says what this is.
    pub const ABOUT: &str = "Acerca de esta hoja";
    /// What is told there.
    pub const FILE: &str = "Archivo original";
    /// What is told there.
    pub const DATE: &str = "Hecha el";
    /// What is told there.
    pub const BY: &str = "Por";
    /// What is told there.
    pub const HOW: (&str, &str) = (
        "Qué hacer",
        "Corrija en cada renglón lo que dice la última columna y devuelva el archivo; se importa igual que el original.",
    );

    /// «Por decidir de Formulario altas 2026».
    pub fn named(source: &str) -> String {
        let name = source.rsplit_once('.').map_or(source, |(name, _)| name);
        format!("Por decidir de {name}")
    }
}

/// Why a file can't be read.
pub mod file {
    use crate::words::dates;

    /// It is not there.
    pub const MISSING: &str = "Ese archivo ya no está en esa carpeta. Elija otro, o revise la ruta.";
    /// The system does not give it.
    pub const UNREADABLE: &str = "El sistema no permite leer ese archivo. Si está abierto en Excel, ciérrelo; si está en una \
                                  memoria, revise que siga conectada.";
    /// It is something else.
    pub const NOT_A_SHEET: &str = "Ese archivo no es una hoja de cálculo. Se leen Excel (.xlsx, .xls), LibreOffice (.ods) y texto \
                                   (.csv). Guárdelo en uno de esos formatos.";
    /// It is cut short.
    pub const DAMAGED: &str = "El archivo está incompleto o dañado y no se leyó. Descárguelo de nuevo, o ábralo en Excel y \
                               guárdelo otra vez.";
    /// It has a password.
    pub const PASSWORD: &str = "El archivo está protegido con contraseña. Ábralo en Excel, quite la contraseña y guárdelo \
                                otra vez.";
    /// Nothing is in it.
    pub const EMPTY: &str = "El archivo está vacío: ninguna de sus hojas tiene datos. Elija otro.";
    /// Too many cells.
    pub const TOO_MANY_CELLS: &str = "La hoja tiene demasiadas celdas. Deje solo los renglones y columnas que hacen falta, y \
                                      guárdela otra vez.";

    /// It says that it would become too large.
    pub fn too_large(bytes: u64) -> String {
        format!(
            "El archivo ocuparía {} MB al abrirse, más de lo que una lista de estudiantes necesita, y no se abrió. Copie \
             solo los datos a un archivo nuevo.",
            dates::thousands(bytes >> 20)
        )
    }
}
