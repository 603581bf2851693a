//! The strip at the left.

use super::{dates, frame};
use crate::domain::dispatch::Answers;
use chrono::NaiveDate;

/// «lun, inhábil», «sáb»: what stands after the day. Saturdays and Sundays speak for themselves.
pub fn weekday(cut: NaiveDate, works: bool) -> String {
    let day = dates::weekday_short(cut);
    match (works, day) {
        (true, _) | (false, "sáb" | "dom") => day.to_owned(),
        (false, day) => format!("{day}, inhábil"),
    }
}

/// The day of a cut: «30 nov», and with its year where that is another one.
pub fn day(cut: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike;

    if cut.year() > today.year() {
        dates::short_year(cut)
    } else {
        dates::short(cut)
    }
}

/// «47 movimientos, 9 días».
pub fn coming(movements: u64, days_left: i64) -> String {
    let days = match days_left {
        0 => "es hoy".to_owned(),
        1 => "mañana".to_owned(),
        days => format!("{} días", dates::thousands(days)),
    };
    format!("{}, {days}", self::movements(movements))
}

/// «se recuerda el viernes 15».
pub fn reminded(on: NaiveDate) -> String {
    use chrono::Datelike;

    format!("se recuerda el {} {}", dates::weekday(on), on.day())
}

/// «47 movimientos».
pub fn movements(count: u64) -> String {
    match count {
        0 => "sin movimientos".to_owned(),
        1 => "1 movimiento".to_owned(),
        many => format!("{} movimientos", dates::thousands(many)),
    }
}

/// «3 movimientos sin enviar»: its day has passed.
pub fn left_behind(count: u64) -> String {
    format!("{} sin enviar", movements(count))
}

/// «Conciliado · folio C-2026-20».
pub fn reconciled(folio: &str) -> String {
    format!("Conciliado · folio {folio}")
}

/// «sin enviar · folio C-2026-22».
pub fn unsent(folio: &str) -> String {
    format!("sin enviar · folio {folio}")
}

/// «falta 1 de 2 envíos»: another one was recorded as sent.
pub fn partly_sent(unsent: usize, of: usize) -> String {
    let lack = if unsent == 1 { "falta" } else { "faltan" };
    format!("{lack} {unsent} de {of} envíos")
}

/// As many letters as a line of the strip holds.
const LINE: usize = 26;

/// «49 aceptadas, 2 rechazadas», «42 rechazadas de 156» where that is too long, or how many wait for an answer.
pub fn answered(answers: Answers, lines: u32) -> String {
    let unanswered = lines.saturating_sub(answers.accepted + answers.rejected);
    if answers.accepted + answers.rejected == 0 {
        return format!("{} sin respuesta", dates::thousands(unanswered));
    }
    let rejected = match answers.rejected {
        0 => String::new(),
        1 => ", 1 rechazada".to_owned(),
        many => format!(", {} rechazadas", dates::thousands(many)),
    };
    let whole = format!("{} aceptadas{rejected}", dates::thousands(answers.accepted));
    if whole.chars().count() <= LINE {
        return whole;
    }
    let answered = dates::thousands(answers.accepted + answers.rejected);
    format!("{} rechazadas de {answered}", dates::thousands(answers.rejected))
}

/// After the weekday, of a closed cut.
pub const CLOSED: &str = "cerrado";
/// All of it went out.
pub const SENT: &str = "enviado";
/// It was opened again.
pub const REOPENED: &str = "reabierto";

/// «Los movimientos se hacen los días 16 y último de cada mes.»
pub fn calendar(days: &str) -> String {
    let are = if days.contains(['y', ',']) {
        "los días"
    } else {
        "el día"
    };
    format!("Los movimientos se hacen {are} {days} de cada mes.")
}

/// Beside the name of the screen in a narrow strip.
pub const TITLE: &str = frame::CUTS;
