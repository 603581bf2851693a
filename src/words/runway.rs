//! Cortes on the screen: the strip of cuts, the five steps, and what is said beside a row. What console and paper say of a
//! cut too is in `cuts`.

pub mod answers;
pub mod panel;
pub mod papers;
pub mod reconcile;
pub mod reopen;
pub mod review;
pub mod send;
pub mod strip;

use chrono::{NaiveDate, NaiveDateTime};

use super::dates::counted;
use super::{cuts, dates, frame, movements, record};
use crate::domain::dispatch::{Reopening, Sending};
use crate::domain::movement::{BajaMotive, MovementKind, Observation};
use crate::domain::nss::NssFault;
use crate::domain::person_name::{Enye, NameChange, PersonName};
use crate::domain::review::Cause;
use crate::domain::student::NssRecord;

/// The five steps.
pub const STEPS: [&str; 5] = ["Revisar", "Apartar", "Cerrar", "Enviar", "Conciliar"];

/// What stands below the name of each step of a cut that is open; less of it where there is little room.
pub fn open_steps(
    ready: usize,
    held: usize,
    next: NaiveDate,
    kinds: [usize; 2],
    is_narrow: bool,
) -> [String; 5] {
    let observed = match held {
        0 => String::new(),
        many if is_narrow => format!(", {} no", dates::thousands(many)),
        many => format!(", {} con observación", dates::thousands(many)),
    };
    let reviewed = match (ready, held) {
        (0, 0) => "sin movimientos".to_owned(),
        (1, _) => format!("1 listo{observed}"),
        _ => format!("{} listos{observed}", dates::thousands(ready)),
    };
    let aside = match held {
        0 => "nada que apartar".to_owned(),
        _ if is_narrow => format!("al corte del {}", dates::short(next)),
        _ => format!("al corte del {}", dates::day_month(next)),
    };
    let envios = envios(kinds.map(|count| usize::from(count > 0)));
    [
        reviewed,
        aside,
        "folio, sello y copia".to_owned(),
        match envios.split_once(": ") {
            Some((_, kinds)) if is_narrow => kinds.to_owned(),
            _ => envios,
        },
        if is_narrow {
            "respuestas"
        } else {
            "lo que respondieron"
        }
        .to_owned(),
    ]
}

/// «2 envíos: altas y bajas».
fn envios([altas, bajas]: [usize; 2]) -> String {
    let of = match (altas, bajas) {
        (0, 0) => return "altas y bajas aparte".to_owned(),
        (_, 0) => "altas",
        (0, _) => "bajas",
        _ => "altas y bajas",
    };
    format!("{}: {of}", counted(altas + bajas, "envío", "envíos"))
}

/// What stands below the name of each step of a closed cut.
pub fn closed_steps(figures: &ClosedSteps<'_>) -> [String; 5] {
    let aside = match figures.set_aside {
        0 => "nada se apartó".to_owned(),
        1 => "se apartó 1".to_owned(),
        many => format!("se apartaron {}", dates::thousands(many)),
    };
    let sent = match (figures.sent, figures.dispatches) {
        (0, of) => format!("{of} por registrar"),
        (sent, of) if sent == of => "enviado".to_owned(),
        (sent, of) => format!("{sent} de {of} registrados"),
    };
    let answered = match (figures.sent, figures.unanswered) {
        (0, _) => "respuestas".to_owned(),
        (_, 0) => "todo respondido".to_owned(),
        (_, many) => format!("{} sin respuesta", dates::thousands(many)),
    };
    [
        strip::movements(u64::from(figures.lines)),
        aside,
        format!("folio {}", figures.folio),
        sent,
        answered,
    ]
}

/// What the steps of a closed cut tell.
#[derive(Debug, Clone, Copy)]
pub struct ClosedSteps<'a> {
    /// Its folio.
    pub folio: &'a str,
    /// How many movements it carries.
    pub lines: u32,
    /// How many were left out of it.
    pub set_aside: usize,
    /// How many envíos it has.
    pub dispatches: usize,
    /// How many of them were sent.
    pub sent: usize,
    /// How many movements nobody answered.
    pub unanswered: u32,
}

/// In the column beside a row that is held: what its group does not say yet.
pub fn held(nss: &NssRecord, fault: Option<NssFault>, observations: &[Observation]) -> String {
    let first = Cause::of(observations).first().copied();
    let mut told: Vec<String> = Vec::new();
    match first {
        Some(Cause::NssMissing) => {
            if let NssRecord::InProcess { since } = nss {
                told.push(format!("en trámite en el IMSS, {}", dates::short(*since)));
            }
        }
        Some(Cause::NssDoubtful) => told.push(doubtful(nss, fault).to_owned()),
        Some(Cause::NssConventional) => told.push("Espere la constancia o F12".to_owned()),
        _ => {}
    }
    // Of the others the sentence itself says more than their group does.
    let mut others = observations.iter().filter(|it| match Cause::from(*it) {
        Cause::NssMissing | Cause::NssDoubtful | Cause::NssConventional => false,
        Cause::CurpMissing | Cause::CurpDoubtful => Some(Cause::from(*it)) != first,
        _ => true,
    });
    if let Some(observation) = others.next() {
        told.push(match observation {
            Observation::OtherInsurance { on, .. } if first == Some(Cause::OtherInsurance) => {
                format!("según constancia del {}", dates::short(*on))
            }
            other => movements::observation(other),
        });
    }
    told.extend(others.map(movements::observation));
    told.join(" · ")
}

fn doubtful(nss: &NssRecord, fault: Option<NssFault>) -> &'static str {
    if let NssRecord::Doubtful {
        shared_because: Some(_),
        ..
    } = nss
    {
        return "también lo tiene otra persona";
    }
    match fault {
        Some(NssFault::Length { .. }) => "no tiene 11 dígitos",
        Some(NssFault::Letters { .. }) => "lleva letras",
        Some(NssFault::Zeros) => "son once ceros",
        Some(NssFault::CheckDigit) => "los dígitos no concuerdan",
        None => "falta verlo en la constancia",
    }
}

/// In the column beside a row that goes: why, and what the name loses in the file.
pub fn ready(motive: Option<BajaMotive>, name: &PersonName, enye: Enye) -> String {
    let motive = motive.map(|motive| record::motive(motive).to_lowercase());
    let mut letters: Vec<char> = Vec::new();
    for change in name.imss(enye).changes {
        let letter = match change {
            NameChange::Enye { .. } => 'Ñ',
            NameChange::Accent { from: 'Ü', .. } => 'Ü',
            _ => continue,
        };
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let letters = letters.into_iter().map(|letter| match letter {
        'Ü' => "la Ü irá como U".to_owned(),
        _ => super::entry::ENYE_AS_N.to_owned(),
    });
    motive.into_iter().chain(letters).collect::<Vec<_>>().join(" · ")
}

/// An NSS was saved from the panel: «Se guardó el NSS de Ramírez Castañeda, Iván. Entra al corte del 30 de noviembre.»
pub fn nss_saved(name: &str, cut: NaiveDate, observations: &[Observation]) -> String {
    let then = match movements::list(observations) {
        None => format!("Entra al corte del {}.", dates::day_month(cut)),
        Some(listed) => format!("Sigue con observación: {listed}."),
    };
    format!("Se guardó el NSS de {name}. {then}")
}

/// What the panel says of an NSS that is somebody else's.
pub fn nss_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Este NSS ya está en la ficha de {holder} ({identifier}). Corrija el número, o abra la ficha para escribir por \
         qué lo llevan las dos."
    )
}

/// Nothing waits for a cut that has passed.
pub const EMPTY_PAST: &str = "En este corte no queda ningún movimiento.";

/// The button that prints what is in view.
pub const LIST_ON_PAPER: &str = "Relación";
/// The title where there is little room: «Corte del 30 de noviembre».
pub fn cut_title(cut: NaiveDate) -> String {
    format!("Corte del {}", dates::day_month(cut))
}

/// The same of a closed cut, where there is little room.
pub const PAPERS_SHORT: &str = "Papeles";
/// The same of a closed cut, which has files too.
pub const PAPERS: &str = "Relación y archivos";

/// The main verb of the third step: «Cerrar con 44».
pub fn close(ready: usize) -> String {
    format!("Cerrar con {}", dates::thousands(ready))
}

/// What the closing does: «Al cerrar, 38 altas y 6 bajas entran con folio y sello y ya no cambian; 3 pasan al corte del 16
/// de diciembre. Antes se hace una copia verificada.»
pub fn closing([altas, bajas]: [usize; 2], held: usize, next: NaiveDate) -> String {
    let go = match altas + bajas {
        1 => "entra con folio y sello y ya no cambia",
        _ => "entran con folio y sello y ya no cambian",
    };
    let aside = match held {
        0 => String::new(),
        1 => format!("; 1 pasa al corte del {}", dates::day_month(next)),
        many => format!(
            "; {} pasan al corte del {}",
            dates::thousands(many),
            dates::day_month(next)
        ),
    };
    format!(
        "Al cerrar, {} {go}{aside}. Antes se hace una copia verificada.",
        review::kinds(altas, bajas)
    )
}

/// While the copy before the closing is made.
pub const CLOSING: &str = "Cerrando el corte";
/// Below it.
pub const NOT_CLOSED_YET: &str = "Todavía no se cierra nada.";
/// Somebody left it before the copy was made.
pub const NOT_CLOSED: &str = "No se cerró el corte; sus movimientos siguen en cola.";

/// The copy before the closing failed.
pub fn not_copied(cut: NaiveDate) -> String {
    format!(
        "No se cerró el corte del {}: no se pudo hacer la copia verificada que va antes. Revise el espacio del disco y \
         vuelva a cerrar con Ctrl+Enter.",
        dates::day_month(cut)
    )
}

/// «38 altas».
pub fn envio(kind: MovementKind, lines: u32) -> String {
    match kind {
        MovementKind::Alta => counted(lines as usize, "alta", "altas"),
        MovementKind::Baja => counted(lines as usize, "baja", "bajas"),
    }
}

/// «Folio C-2026-22», marked if the cut was opened again at some time.
pub fn folio(folio: &str, was_reopened: bool) -> String {
    let mark = if was_reopened { " · reabierto" } else { "" };
    format!("Folio {folio}{mark}")
}

/// «Sello 9E3A5C17».
pub fn seal(seal: &str) -> String {
    format!("Sello {seal}")
}

/// «Cerrado el 30 nov 2026 a las 10:42 por Lupita».
pub fn closed_by(at: NaiveDateTime, by: &str) -> String {
    format!(
        "Cerrado el {} a las {} por {by}",
        dates::short_year(at.date()),
        dates::clock(at.time())
    )
}

/// «Se reabrió el 30 nov 2026, Lupita: faltaba una baja».
pub fn reopened_by(reopening: &Reopening) -> String {
    format!(
        "Se reabrió el {}, {}: {}",
        dates::short_year(reopening.at.date()),
        reopening.by,
        reopening.reason
    )
}

/// Head of a column.
pub const COLUMN_NUMBER: &str = "N.º";
/// Head of a column.
pub const COLUMN_OUTCOME: &str = "Respuesta";
/// Head of a column.
pub const COLUMN_IMSS_NAME: &str = "Nombre para el IMSS";

/// «Se registró el envío de 41 altas y 6 bajas el 30 nov 2026, IDSE.»
pub fn sent(of: &[(MovementKind, u32)], sending: &Sending) -> String {
    let count = |kind| {
        let of_kind = of.iter().filter(|(it, _)| *it == kind);
        of_kind.map(|(_, lines)| *lines as usize).sum()
    };
    format!(
        "Se registró el envío de {} el {}, {}.",
        review::kinds(count(MovementKind::Alta), count(MovementKind::Baja)),
        dates::short_year(sending.on),
        cuts::channel(sending.channel)
    )
}

/// «Se corrigió el envío: 30 nov 2026, IDSE, lote 12345.»
pub fn sending_corrected(sending: &Sending) -> String {
    format!(
        "Se corrigió el envío: {}, {}.",
        dates::short_year(sending.on),
        send::by(sending.channel, sending.lote.as_deref())
    )
}
