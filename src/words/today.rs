//! The first screen of the day: the cuts, what is to be done, who is expected, the last copy.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{dates, frame};
use crate::domain::filter::Filter;

/// The screen.
pub const TITLE: &str = "Hoy";
/// Above what is to be done.
pub const TO_DO: &str = "Por hacer";
/// Beside it.
pub const KEYS: &str = "flechas y Enter";
/// In the row that is selected.
pub const OPENS_LIST: &str = "Enter abre la lista";
/// In the row that is selected.
pub const OPENS_CUT: &str = "Enter abre el corte";
/// In the row of a draft.
pub const RECOVERS: &str = "Enter lo recupera";
/// Above those whose movement is expected to show.
pub const EXPECTED: &str = "Se esperan hoy";
/// Nobody is.
pub const NOBODY_EXPECTED: &str = "Hoy no se espera a nadie.";
/// Above the last copy.
pub const LAST_COPY: &str = "Última copia";
/// Beside it.
pub const COPY_RULE: &str = "cada media hora, si algo cambió";
/// What is shown is a copy itself.
pub const IS_A_COPY: &str = "Lo que ve es una copia, para consultarla.";
/// There is none.
pub const NO_COPY: &str = "Todavía no hay copia; se hace al guardar a la primera persona.";
/// Above the records opened last.
pub const RECENTS: &str = "Las últimas fichas";
/// Beside them.
pub const RECENTS_HINT: &str = "F2 también las muestra";
/// At the foot.
pub const FOOT: &str = "Todo número se abre con Enter · Ctrl+P: hoja de la mañana";

/// «sábado 21 de noviembre de 2026».
pub fn day(on: NaiveDate) -> String {
    format!("{} {}", dates::weekday(on), dates::long(on))
}

/// «Corte 30 nov».
pub fn cut(cut: NaiveDate) -> String {
    format!("Corte {}", dates::short(cut))
}

/// «faltan 9 días».
pub fn days_left(days: i64) -> String {
    match days {
        0 => "es hoy".to_owned(),
        1 => "falta 1 día".to_owned(),
        days => format!("faltan {days} días"),
    }
}

/// «25 días», of a cut after the next.
pub fn days(days: i64) -> String {
    match days {
        1 => "1 día".to_owned(),
        days => format!("{days} días"),
    }
}

/// «41 altas, 6 bajas, 3 con observaciones».
pub fn waiting(altas: u64, bajas: u64, observed: u64) -> String {
    let observed = match observed {
        0 => String::new(),
        1 => ", 1 con observación".to_owned(),
        more => format!(", {} con observaciones", dates::thousands(more)),
    };
    format!("{}{observed}", frame::movements(altas, bajas))
}

/// «cae en sábado: prepárelo el viernes 30».
pub fn prepare_on(cut: NaiveDate, day: NaiveDate) -> String {
    let falls = match dates::weekday(cut) {
        weekend @ ("sábado" | "domingo") => format!("cae en {weekend}"),
        _ => "cae en día inhábil".to_owned(),
    };
    format!(
        "{falls}: prepárelo el {} {}",
        dates::weekday(day),
        dates::short(day)
    )
}

/// Everything is up to date: «Todo está al día. El próximo corte es el lunes 30 de noviembre.»
pub fn all_done(next_cut: NaiveDate) -> String {
    format!(
        "Todo está al día. El próximo corte es el {} {}.",
        dates::weekday(next_cut),
        dates::day_month(next_cut)
    )
}

/// The cut is today, or today is the last working day before it.
pub fn prepare_cut(
    cut: NaiveDate,
    today: NaiveDate,
    prepare_on: Option<NaiveDate>,
    hour_limit: Option<NaiveTime>,
    is_over: bool,
) -> (String, String) {
    let title = if cut == today {
        "Hoy es el corte".to_owned()
    } else {
        format!("El corte es el {} {}", dates::weekday(cut), dates::day_month(cut))
    };
    let told = match prepare_on {
        _ if is_over => format!(
            "Pasó la hora límite ({}). Lo que se prepare ahora irá al corte siguiente.",
            hour_limit.map(dates::clock).unwrap_or_default()
        ),
        None if cut == today && hour_limit.is_some() => format!(
            "Es el día de hacer los movimientos, antes de {}.",
            hour_limit.map(dates::at).unwrap_or_default()
        ),
        None => "Es el día de hacer los movimientos.".to_owned(),
        Some(day) if day == today => {
            "Cae en día inhábil: hoy es el último día hábil para prepararlo.".to_owned()
        }
        Some(day) => format!(
            "Cae en día inhábil; el último día hábil fue el {} {}.",
            dates::weekday(day),
            dates::short(day)
        ),
    };
    (title, told)
}

/// A cut has passed with movements that were not sent.
pub fn left_behind(cut: NaiveDate, today: NaiveDate, altas: u64, bajas: u64) -> (String, String) {
    let ago = match (today - cut).num_days() {
        1 => "ayer".to_owned(),
        days => format!("hace {} días", dates::thousands(days)),
    };
    (
        format!("Sin enviar del corte del {}", dates::day_month(cut)),
        format!("{}; el corte pasó {ago}", frame::movements(altas, bajas)),
    )
}

/// A list that holds somebody: what it is called, and what there is to do.
pub fn list(filter: Filter) -> (&'static str, &'static str) {
    match filter {
        Filter::ReviewDue => (
            "Revisar vigencia",
            "Su plazo terminó y nadie ha visto una constancia; regístrela con F12",
        ),
        Filter::Rejected => (
            "Movimientos rechazados",
            "Corrija lo que dice la causa y prepare otro movimiento",
        ),
        Filter::OpenCases => (
            "Casos abiertos",
            "Alguien llamó o vino y espera; Ctrl+O muestra el caso y lo que se le dijo",
        ),
        Filter::WithoutNss => (
            "Inscritos sin NSS",
            "Pídalo al estudiante: sin NSS su movimiento se aparta al cerrar el corte",
        ),
        Filter::ToConfirm => (
            "NSS o CURP por confirmar",
            "Compárelo con la constancia; mientras tanto no entra al envío",
        ),
        Filter::ProposedBajas => (
            "Bajas propuestas",
            "Su alta sigue contando; se deciden por motivo, todas juntas",
        ),
        other => (super::filters::name(other), ""),
    }
}

/// A cut is closed, and nobody has recorded that it was sent.
pub fn unsent(cut: NaiveDate, folio: &str, altas: u64, bajas: u64) -> (String, String) {
    (
        format!("Corte del {} cerrado, sin enviar", dates::day_month(cut)),
        format!(
            "{}; folio {folio}. Regístrelo cuando salga",
            frame::movements(altas, bajas)
        ),
    )
}

/// What a cut ahead says below its days: how far it is once it is closed, else what waits for it.
pub fn ahead(closed_and_sent: Option<bool>, waiting: impl FnOnce() -> String) -> String {
    match closed_and_sent {
        Some(true) => "cerrado y enviado".to_owned(),
        Some(false) => "cerrado, sin enviar".to_owned(),
        None => waiting(),
    }
}

/// A form that was left before it was saved.
pub fn draft(at: NaiveDateTime, today: NaiveDate) -> (&'static str, String) {
    let day = match (today - at.date()).num_days() {
        0 => "hoy".to_owned(),
        1 => "ayer".to_owned(),
        _ => format!("el {}", dates::day_month(at.date())),
    };
    (
        "Borrador sin guardar",
        format!("Desde {day} a las {}", dates::clock(at.time())),
    )
}

/// «4 personas».
pub fn expected(count: u64) -> String {
    match count {
        1 => "1 persona".to_owned(),
        count => format!("{} personas", dates::thousands(count)),
    }
}

/// «Hoy, 10:30, verificada».
pub fn copy(at: NaiveDateTime, today: NaiveDate) -> String {
    let day = match (today - at.date()).num_days() {
        0 => "Hoy".to_owned(),
        1 => "Ayer".to_owned(),
        ..0 => dates::short_year(at.date()),
        days => format!(
            "{} (hace {} días)",
            dates::short_year(at.date()),
            dates::thousands(days)
        ),
    };
    format!("{day}, {}, verificada", dates::clock(at.time()))
}

/// «Se abrió, se revisó y coincide (3,412 estudiantes).»
pub fn copy_holds(students: u64) -> String {
    match students {
        1 => "Se abrió, se revisó y coincide (1 estudiante).".to_owned(),
        students => format!(
            "Se abrió, se revisó y coincide ({} estudiantes).",
            dates::thousands(students)
        ),
    }
}
