//! A student's record: standings, states, the three facts and the chip. No status without its date, «Sin dato»
//! excepted.

use chrono::NaiveDate;

use super::dates;
use crate::domain::movement::{BajaMotive, Movement, MovementKind, MovementState};
use crate::domain::period::Semester;
use crate::domain::sex::Sex;
use crate::domain::student::{CurpRecord, NssRecord, NssState, Standing};
use crate::domain::vigencia::{Check, CheckSource, Chip, Expected, Facts};

/// Label, of the one chip.
pub const STATE: &str = "Estado";
/// The first fact.
pub const MOVEMENT: &str = "Movimiento";
/// The second.
pub const EXPECTED: &str = "Se espera";
/// The third.
pub const PROVEN: &str = "Comprobado";

/// «Inscrito».
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Enrolled => "Inscrito",
        Standing::NotEnrolled => "No inscrito",
        Standing::TemporaryLeave => "Baja temporal",
        Standing::Withdrawn => "Baja definitiva",
        Standing::Graduated => "Egresado",
    }
}

/// The standing whose words begin as typed, accents and capitals aside; the code too, for the console.
pub fn find_standing(typed: &str) -> Option<Standing> {
    let typed = crate::domain::person_name::fold(typed);
    let is = |standing: &Standing| {
        crate::domain::person_name::fold(self::standing(*standing)) == typed
            || standing.code().replace('_', " ") == typed
    };
    Standing::ALL.into_iter().find(is)
}

/// «Sin NSS».
pub fn nss_state(state: NssState) -> &'static str {
    match state {
        NssState::None => "Sin NSS",
        NssState::InProcess => "En trámite",
        NssState::Doubtful => "Por confirmar",
        NssState::Captured => "Capturado",
        NssState::Confirmed => "Confirmado",
    }
}

/// «Mujer».
pub fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Man => "Hombre",
        Sex::Woman => "Mujer",
        Sex::NonBinary => "X",
    }
}

/// «3.er semestre».
pub fn semester(semester: Semester) -> String {
    format!("{} semestre", ordinal(semester.number(), "er"))
}

/// «3.º», as lists write it.
pub fn semester_short(semester: Semester) -> String {
    ordinal(semester.number(), "º")
}

fn ordinal(number: u8, third: &str) -> String {
    // 1.er, 3.er, and so 11.º: only the first and the third shorten before a noun.
    match number {
        1 | 3 => format!("{number}.{third}"),
        _ => format!("{number}.º"),
    }
}

/// «Alta».
pub fn kind(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "Alta",
        MovementKind::Baja => "Baja",
    }
}

/// «en cola»: feminine, as alta and baja are.
pub fn state(state: MovementState) -> &'static str {
    match state {
        MovementState::Queued => "en cola",
        MovementState::InDispatch => "en envío",
        MovementState::Sent => "enviada",
        MovementState::Accepted => "aceptada",
        MovementState::Rejected => "rechazada",
        MovementState::Cancelled => "cancelada",
    }
}

/// «Egreso».
pub fn motive(motive: BajaMotive) -> &'static str {
    match motive {
        BajaMotive::Graduation => "Egreso",
        BajaMotive::NotReenrolled => "No se reinscribió",
        BajaMotive::TemporaryLeave => "Baja temporal",
        BajaMotive::Withdrawal => "Baja definitiva",
        BajaMotive::OtherInsurance => "Otro seguro o empleo",
        BajaMotive::OnRequest => "A petición del estudiante",
    }
}

/// The letter that chooses a motive, shown beside it.
pub fn motive_letter(motive: BajaMotive) -> char {
    match motive {
        BajaMotive::Graduation => 'E',
        BajaMotive::NotReenrolled => 'N',
        BajaMotive::TemporaryLeave => 'T',
        BajaMotive::Withdrawal => 'D',
        BajaMotive::OtherInsurance => 'S',
        BajaMotive::OnRequest => 'P',
    }
}

fn source(source: CheckSource) -> &'static str {
    match source {
        CheckSource::Constancia => "constancia",
        CheckSource::Window => "ventanilla del IMSS",
        CheckSource::Call => "llamada",
        CheckSource::Acuse => "acuse",
    }
}

/// One fact on the screen: a bold line and two below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactWords {
    /// The fact.
    pub fact: String,
    /// First line below.
    pub first: String,
    /// Second line below.
    pub second: String,
}

/// One fact on paper: a bold line with its date, and a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactOnPaper {
    /// The fact.
    pub fact: String,
    /// The sentence below.
    pub line: String,
}

fn fact(fact: impl Into<String>, first: impl Into<String>, second: impl Into<String>) -> FactWords {
    FactWords {
        fact: fact.into(),
        first: first.into(),
        second: second.into(),
    }
}

/// The three facts on the screen.
pub fn facts(facts: &Facts<'_>, today: NaiveDate) -> [FactWords; 3] {
    let movement = match facts.movement {
        None => fact("Sin movimiento", "F7 deja el alta", "para el próximo corte"),
        Some(movement) => movement_fact(movement),
    };
    let expected = match facts.expected {
        None => fact("Nada por ahora", "no hay un movimiento", "que deba reflejarse"),
        Some(expected) => fact(
            expected_word(expected),
            format!(
                "entre el {} {}",
                dates::weekday_short(expected.window.from),
                day_where_month_differs(expected)
            ),
            format!(
                "y el {} {}",
                dates::weekday_short(expected.window.until),
                dates::short_year(expected.window.until)
            ),
        ),
    };
    [movement, expected, proven_fact(facts, today)]
}

/// The date of each fact alone, for where there is no room for its lines; empty where there is no fact.
pub fn fact_dates(facts: &Facts<'_>) -> [String; 3] {
    [
        facts.movement.map(movement_date).unwrap_or_default(),
        facts
            .expected
            .map(|expected| dates::window_chip(expected.window))
            .unwrap_or_default(),
        facts
            .proven
            .map(|check| dates::short_year(check.on))
            .unwrap_or_default(),
    ]
}

/// The day on which a movement came into the state that it is in.
fn movement_date(movement: &Movement) -> String {
    let on = match movement.state {
        MovementState::Sent => movement.sent_on,
        MovementState::Accepted | MovementState::Rejected => movement.answered_on,
        _ => Some(movement.queued_on),
    };
    on.map(dates::short_year).unwrap_or_default()
}

fn movement_fact(movement: &Movement) -> FactWords {
    let what = format!("{} {}", kind(movement.kind), state(movement.state));
    let on = movement_date(movement);
    let first = match movement.state {
        MovementState::Queued | MovementState::InDispatch => format!("desde el {on}"),
        _ => format!("el {on}"),
    };
    let cut = format!("corte {}", dates::short_year(movement.cut));
    let second = if movement.urgent && movement.state.is_open() {
        format!("{cut} · urgente")
    } else {
        cut
    };
    fact(what, first, second)
}

fn expected_word(expected: Expected) -> &'static str {
    match expected.kind {
        MovementKind::Alta => "Vigente",
        MovementKind::Baja => "No vigente",
    }
}

fn day_where_month_differs(expected: Expected) -> String {
    use chrono::Datelike;

    let (from, until) = (expected.window.from, expected.window.until);
    if from.month() == until.month() {
        from.day().to_string()
    } else {
        dates::short(from)
    }
}

fn proven_fact(facts: &Facts<'_>, today: NaiveDate) -> FactWords {
    let Some(check) = facts.proven else {
        return match facts.expected {
            Some(expected) if expected.sent && today > expected.window.until => fact(
                "Sin comprobar",
                "el plazo terminó",
                format!("el {}", dates::short_year(expected.window.until)),
            ),
            _ => fact("Sin comprobar", "nadie ha visto", "una constancia"),
        };
    };
    let in_window = facts.expected.filter(|expected| {
        expected.sent
            && today <= expected.window.until
            && check.vigente != (expected.kind == MovementKind::Alta)
    });
    let second = match in_window {
        Some(expected) => format!(
            "todavía en plazo hasta el {}",
            dates::short(expected.window.until)
        ),
        None => format!("{} · {}", dates::short_year(check.on), seen_by(check)),
    };
    fact(
        proven_word(check),
        format!(
            "según {} del{}",
            source(check.source),
            if in_window.is_some() {
                format!(" {}", dates::short(check.on))
            } else {
                String::new()
            }
        ),
        second,
    )
}

fn proven_word(check: &Check) -> &'static str {
    if check.vigente { "VIGENTE" } else { "NO VIGENTE" }
}

fn seen_by(check: &Check) -> String {
    format!("la vio {}", check.seen_by)
}

/// The three facts on paper.
pub fn facts_on_paper(facts: &Facts<'_>) -> [FactOnPaper; 3] {
    let on_paper = |fact: String, line: String| FactOnPaper { fact, line };
    let movement = match facts.movement {
        None => on_paper("Sin movimiento".into(), "Pida su alta en esta ventanilla.".into()),
        Some(movement) => {
            let what = format!("{} {}", kind(movement.kind), state(movement.state));
            let cut = dates::short(movement.cut);
            match movement.state {
                MovementState::Queued | MovementState::InDispatch => on_paper(
                    format!("{what} desde el {}", dates::short_year(movement.queued_on)),
                    format!("Irá en el corte del {}.", dates::short_year(movement.cut)),
                ),
                MovementState::Rejected => on_paper(
                    format!(
                        "{what} el {}",
                        dates::short_year(movement.answered_on.unwrap_or(movement.cut))
                    ),
                    "Pregunte aquí qué hace falta corregir.".into(),
                ),
                _ => {
                    let sent = movement.sent_on.unwrap_or(movement.cut);
                    let on = movement.answered_on.unwrap_or(sent);
                    on_paper(
                        format!("{what} el {}", dates::short_year(on)),
                        format!("Corte del {cut}, enviada el {}.", dates::short_year(sent)),
                    )
                }
            }
        }
    };
    let expected = match facts.expected {
        None => on_paper(
            "Nada por ahora".into(),
            "No hay un movimiento por reflejarse.".into(),
        ),
        Some(expected) => on_paper(
            format!(
                "{} entre el {} y el {}",
                expected_word(expected),
                day_where_month_differs(expected),
                dates::short_year(expected.window.until)
            ),
            "De 24 a 72 horas después del corte.".into(),
        ),
    };
    let proven = match facts.proven {
        None => on_paper("Sin comprobar".into(), "Traiga su Constancia de Vigencia.".into()),
        Some(check) => on_paper(
            format!(
                "{}, {} del {}",
                proven_word(check),
                source(check.source),
                dates::short_year(check.on)
            ),
            format!("La vio {} en ventanilla.", check.seen_by),
        ),
    };
    [movement, expected, proven]
}

/// The one chip of a list.
pub fn chip(chip: Chip) -> String {
    match chip {
        Chip::Rejected { kind, on } => format!("{} rechazada · {}", self::kind(kind), dates::short(on)),
        Chip::Queued { cut } => format!("En cola · corte {}", dates::short(cut)),
        Chip::InDispatch { cut } => format!("En envío · corte {}", dates::short(cut)),
        Chip::Proven {
            vigente,
            on,
            after_baja,
            stale_days,
        } => {
            let word = match (vigente, after_baja) {
                (true, _) => "Vigente",
                (false, true) => "Baja",
                (false, false) => "No vigente",
            };
            // The longer word leaves no room for «hace» in the column of a list.
            let ago = if word == "No vigente" { "" } else { "hace " };
            let age = match stale_days {
                Some(1) => format!(" ({ago}1 día)"),
                Some(days) => format!(" ({ago}{days} días)"),
                None => String::new(),
            };
            format!("{word} · {}{age}", dates::short(on))
        }
        Chip::Expected { window } => format!("Se espera · {}", dates::window_chip(window)),
        Chip::ReviewDue { since } => format!("Revisar vigencia · desde {}", dates::short(since)),
        Chip::Nothing => "Sin dato".to_owned(),
    }
}

/// The three facts in one line each, for lists that have no room for more: the console and its JSON. Empty where there
/// is nothing.
pub fn facts_in_lines(facts: &Facts<'_>) -> [String; 3] {
    let paper = facts_on_paper(facts);
    let [movement, expected, proven] = paper.map(|fact| fact.fact);
    [
        facts
            .movement
            .map(|of| format!("{movement} · corte {}", dates::short_year(of.cut)))
            .unwrap_or_default(),
        facts.expected.map(|_| expected).unwrap_or_default(),
        facts.proven.map(|_| proven).unwrap_or_default(),
    ]
}

/// «Ing. Industrial»: the long word that most careers begin with, shortened.
pub fn career_brief(career: &str) -> String {
    let shortened = [("Ingeniería ", "Ing. "), ("Licenciatura ", "Lic. ")];
    shortened
        .into_iter()
        .find_map(|(long, short)| career.strip_prefix(long).map(|rest| format!("{short}{rest}")))
        .unwrap_or_else(|| career.to_owned())
}

/// A day in the past, with its year where it is not this one.
fn brief_day(day: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike;

    if day.year() == today.year() {
        dates::short(day)
    } else {
        dates::short_year(day)
    }
}

/// How the NSS stands in the record: «confirmado 20 nov».
pub fn nss_note(nss: &NssRecord, today: NaiveDate) -> String {
    match nss {
        NssRecord::None => String::new(),
        NssRecord::InProcess { since } => format!("desde el {}", brief_day(*since, today)),
        NssRecord::Doubtful {
            shared_because: Some(_),
            ..
        } => "por confirmar, con motivo".to_owned(),
        NssRecord::Doubtful {
            shared_because: None, ..
        } => "por confirmar".to_owned(),
        NssRecord::Captured(_) => "capturado".to_owned(),
        NssRecord::Confirmed { on, .. } => format!("confirmado {}", brief_day(*on, today)),
    }
}

/// The number as a screen shows it: «12-18-05-9999-0», or «…9990» where others can see it; `None` if there is none.
pub fn nss(nss: &NssRecord, masked: bool) -> Option<String> {
    match nss.trusted() {
        _ if masked => nss.masked(),
        Some(nss) => Some(nss.grouped()),
        None => nss.text().map(str::to_owned),
    }
}

/// The same of a CURP: «CUNF 051130 M PL RXR A2», or «…RXRA2».
pub fn curp(curp: &CurpRecord, masked: bool) -> Option<String> {
    match curp.valid() {
        _ if masked => curp.masked(),
        Some(curp) => Some(curp.grouped()),
        None => curp.text().map(str::to_owned),
    }
}

/// One movement in a line: «Alta aceptada · corte 16 nov 2026».
pub fn movement_line(movement: &Movement) -> String {
    use crate::domain::movement::Cancellation;

    let undone = match movement.cancellation {
        Some(Cancellation::Undone) => " (deshecha)",
        _ => "",
    };
    let motive = movement
        .motive
        .map(|it| format!(" · {}", motive(it).to_lowercase()))
        .unwrap_or_default();
    let urgent = if movement.urgent { " · urgente" } else { "" };
    format!(
        "{} {}{undone} · corte {}{motive}{urgent}",
        kind(movement.kind),
        state(movement.state),
        dates::short_year(movement.cut)
    )
}

/// When it was queued, sent and answered.
pub fn movement_dates(movement: &Movement) -> String {
    let mut parts = vec![format!("preparada {}", dates::short(movement.queued_on))];
    parts.extend(movement.sent_on.map(|on| format!("enviada {}", dates::short(on))));
    parts.extend(
        movement
            .answered_on
            .map(|on| format!("respuesta {}", dates::short(on))),
    );
    parts.join(" · ")
}
