//! A case as it is kept: opened, noted, closed.

use chrono::{NaiveDate, NaiveDateTime};

use super::super::{dates, record};
use super::title;
use crate::domain::case::{CaseKind, CaseNote, CaseOutcome, KeptCase, NoteFault, NoteText, Told};

/// The section of the record, and what it is about.
pub const SECTION: &str = "Caso";
/// No case is open.
pub const NONE_OPEN: &str =
    "Esta persona no tiene un caso abierto. Abra uno, o anote lo que se dijo: con la nota se abre.";
/// The same, in the section.
pub const NONE_YET: &str = "Sin caso abierto.";
/// Above what was told.
pub const NOTES: &str = "A quién se le dijo";
/// Nothing was told yet.
pub const NO_NOTES: &str = "Todavía no se anota nada.";
/// Opens a case.
pub const OPEN: &str = "Abrir el caso";
/// Writes down what was told.
pub const NOTE: &str = "Anotar a quién se le dijo";
/// Below to whom.
pub const TOLD_HINT: &str = "Elija con la letra o las flechas.";
/// Nobody was chosen.
pub const TOLD_MISSING: &str = "Elija a quién se le dijo, con la letra o las flechas.";
/// In the dialog, above to whom.
pub const TOLD_TO: &str = "A quién se le dijo";
/// In the dialog, above what.
pub const WHAT: &str = "Qué se le dijo";
/// Below it.
pub const WHAT_HINT: &str = "Sin diagnósticos ni motivos de atención.";
/// The title of the dialog.
pub const NOTE_TITLE: &str = "Anotar en el caso";
/// The title of the dialog that closes it.
pub const CLOSE_TITLE: &str = "Cerrar el caso";
/// In that dialog, above how it ended.
pub const OUTCOME: &str = "Cómo terminó";
/// The button that does.
pub const CLOSE: &str = "Cerrar el caso";

/// To whom: «Hospital».
pub fn told(told: Told) -> &'static str {
    match told {
        Told::Student => "Estudiante",
        Told::Hospital => "Hospital",
        Told::Relative => "Familiar",
        Told::Imss => "IMSS",
        Told::Other => "Otro",
    }
}

/// The letter that chooses it, shown beside it.
pub fn told_letter(told: Told) -> char {
    match told {
        Told::Student => 'E',
        Told::Hospital => 'H',
        Told::Relative => 'F',
        Told::Imss => 'I',
        Told::Other => 'O',
    }
}

/// To whom, in a sentence: «al hospital».
fn told_to(told: Told) -> &'static str {
    match told {
        Told::Student => "al estudiante",
        Told::Hospital => "al hospital",
        Told::Relative => "a un familiar",
        Told::Imss => "al IMSS",
        Told::Other => "a otra persona",
    }
}

/// How it ended: «Vigente según constancia».
pub fn outcome(outcome: CaseOutcome) -> &'static str {
    match outcome {
        CaseOutcome::Proven => "Vigente según constancia",
        CaseOutcome::OtherInsurance => "Lo cubre otro seguro",
        CaseOutcome::Other => "De otro modo",
    }
}

/// «Caso abierto el 21 nov 2026 por Lupita: revisar vigencia.»
pub fn state(kept: &KeptCase) -> String {
    let cause = title(kept.kind).to_lowercase();
    match &kept.closing {
        None => format!(
            "Caso abierto el {} por {}: {cause}.",
            dates::short_year(kept.opened_at.date()),
            kept.opened_by
        ),
        Some((at, by, how)) => format!(
            "Caso del {} ({cause}), cerrado el {} por {by}: {}.",
            dates::short_year(kept.opened_at.date()),
            dates::short_year(at.date()),
            outcome(*how).to_lowercase()
        ),
    }
}

/// «21 nov 10:42 · Hospital · Lupita».
pub fn note_head(note: &CaseNote) -> String {
    format!("{} · {} · {}", dates::moment(note.at), told(note.told), note.by)
}

/// What the record says of an open case beside its cause: «Caso abierto desde el 21 nov · 2 notas».
pub fn strip(kept: &KeptCase) -> String {
    let notes = match kept.notes.len() {
        0 => "sin notas".to_owned(),
        1 => "1 nota".to_owned(),
        many => format!("{many} notas"),
    };
    format!(
        "Caso abierto desde el {} · {notes}",
        dates::short(kept.opened_at.date())
    )
}

/// A document that says vigente came since: «La consulta del 24 nov 2026 dice Vigente por este plantel…»
pub fn may_close(on: NaiveDate) -> String {
    format!(
        "La consulta del {} dice Vigente por este plantel: el caso puede cerrarse.",
        dates::short_year(on)
    )
}

/// «Se abrió el caso de Ramírez Soto, Ana Lucía: revisar vigencia.»
pub fn opened(name: &str, kind: CaseKind) -> String {
    format!("Se abrió el caso de {name}: {}.", title(kind).to_lowercase())
}

/// «Se anotó lo que se dijo al hospital sobre Ramírez Soto, Ana Lucía.»
pub fn noted(name: &str, told: Told) -> String {
    format!("Se anotó lo que se dijo {} sobre {name}.", told_to(told))
}

/// «Se cerró el caso de Ramírez Soto, Ana Lucía: vigente según constancia.»
pub fn closed(name: &str, how: CaseOutcome) -> String {
    format!("Se cerró el caso de {name}: {}.", outcome(how).to_lowercase())
}

/// In the history: «Lupita abrió un caso: revisar vigencia».
pub fn opened_line(clerk: &str, kind: CaseKind) -> String {
    format!("{clerk} abrió un caso: {}", title(kind).to_lowercase())
}

/// In the history: «Lupita anotó en el caso lo que se dijo al hospital: «en cola para el 30»».
pub fn noted_line(clerk: &str, told: Told, note: &str) -> String {
    format!(
        "{clerk} anotó en el caso lo que se dijo {}: «{note}»",
        told_to(told)
    )
}

/// In the history: «Lupita cerró el caso: vigente según constancia».
pub fn closed_line(clerk: &str, how: CaseOutcome) -> String {
    format!("{clerk} cerró el caso: {}", outcome(how).to_lowercase())
}

/// One is open since that day.
pub fn already_open(since: NaiveDate) -> String {
    format!(
        "Ya hay un caso abierto desde el {}. Anote en él lo que se diga ahora.",
        dates::short_year(since)
    )
}

/// A text that is no note.
pub fn fault(fault: NoteFault) -> String {
    match fault {
        NoteFault::Empty => "Escriba qué se dijo.".into(),
        NoteFault::TooLong { letters } => format!(
            "La nota lleva hasta {} letras; aquí hay {letters}. Acórtela.",
            NoteText::MOST_LETTERS
        ),
    }
}

/// What a note begins with, so that it needs no typing: «Alta en cola para el corte del 30 nov; se espera del 1 al 3 dic.»
pub fn proposed(case: &crate::domain::case::Case<'_>) -> String {
    use crate::domain::case::Cause;

    match case.cause {
        Cause::UnderWay { movement, window } => format!(
            "{} {}, corte del {}; se espera {}, sin asegurar la fecha.",
            record::kind(movement.kind),
            record::state(movement.state),
            dates::short(movement.cut),
            dates::window_chip(window)
        ),
        _ => format!("{}; se pidió la Constancia de Vigencia.", title(case.kind())),
    }
}

/// The moment of a note, with its year.
pub fn moment(at: NaiveDateTime) -> String {
    dates::moment_year(at)
}
