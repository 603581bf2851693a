//! Acts on the students that are marked in a list.

use super::{dates, movements, record};
use crate::domain::cutoff::Window;
use crate::domain::movement::{MovementKind, QueueRefusal};
use chrono::NaiveDate;

/// Whom an act on many was about.
pub const SEVERAL: &str = "varias personas";
/// The title of the dialog that names who is left out.
pub const LEFT_OUT_TITLE: &str = "No todos entran";
/// The data changed between the preview and saving.
pub const OUTDATED: &str = "Una de las fichas cambió mientras tanto y no se guardó nada. La lista de cambios se volvió a calcular: revísela.";
/// Nobody of the marked can take part.
pub const NOBODY_MAY: &str = "Ninguna de las personas marcadas entra:";
/// The button that goes on with the others.
pub const GO_ON: &str = "Seguir con los demás";

/// «3 marcados».
pub fn count(marked: usize) -> String {
    match marked {
        1 => "1 marcado".into(),
        many => format!("{} marcados", dates::thousands(many)),
    }
}

/// «3 personas».
pub fn persons(count: usize) -> String {
    match count {
        1 => "1 persona".into(),
        many => format!("{} personas", dates::thousands(many)),
    }
}

/// The name of a dialog about several: «12 personas marcadas».
pub fn marked_persons(count: usize) -> String {
    match count {
        1 => "1 persona marcada".into(),
        many => format!("{} personas marcadas", dates::thousands(many)),
    }
}

/// «44 altas en cola para el corte del 30 de noviembre, 3 con una observación. Se espera vigente entre …»
pub fn queued(
    kind: MovementKind,
    cut: NaiveDate,
    window: Window,
    queued: usize,
    observed: usize,
    left_out: usize,
) -> String {
    let (one, many, vigente) = match kind {
        MovementKind::Alta => ("alta", "altas", "vigente"),
        MovementKind::Baja => ("baja", "bajas", "no vigente"),
    };
    let what = if queued == 1 { one } else { many };
    let mut said = format!(
        "{} {what} en cola para el corte del {}",
        dates::thousands(queued),
        dates::day_month(cut)
    );
    if observed > 0 {
        said.push_str(&match observed {
            1 => ", 1 con una observación".to_owned(),
            many => format!(", {many} con observaciones"),
        });
    }
    if left_out > 0 {
        said.push_str(&format!(". Sin cambio: {}", persons(left_out)));
    }
    said.push_str(&format!(
        ". Se espera {vigente} {}.",
        dates::window(window.from, window.until)
    ));
    said
}

/// Above the names of who is left out: «44 entran al corte del 30 de noviembre; 3 no:»
pub fn would_queue(cut: NaiveDate, queued: usize, left_out: usize) -> String {
    if queued == 0 {
        return NOBODY_MAY.to_owned();
    }
    let enter = if queued == 1 { "entra" } else { "entran" };
    format!(
        "{queued} {enter} al corte del {}; {left_out} no:",
        dates::day_month(cut)
    )
}

/// Why somebody is left out, in a few words.
pub fn why(refusal: &QueueRefusal) -> String {
    match refusal {
        QueueRefusal::NotEnrolled(standing) => record::standing(*standing).to_lowercase(),
        QueueRefusal::OpenMovement { kind, cut, .. } => format!(
            "ya tiene {} para el {}",
            record::kind(*kind).to_lowercase(),
            dates::short(*cut)
        ),
        QueueRefusal::StillActive(_) => movements::refused(refusal)
            .split(". ")
            .next()
            .unwrap_or_default()
            .to_lowercase(),
    }
}

/// «y 7 más».
pub fn and_more(count: usize) -> String {
    format!("y {} más", dates::thousands(count))
}

/// «Se registró VIGENTE al 21 nov 2026 de 12 personas.»
pub fn checked(vigente: bool, on: NaiveDate, count: usize) -> String {
    let verdict = if vigente { "VIGENTE" } else { "NO VIGENTE" };
    format!(
        "Se registró {verdict} al {} de {}.",
        dates::short_year(on),
        persons(count)
    )
}

/// «Se abrió el resumen de 12 personas, una hoja para cada una.»
pub fn opened(paper: &str, count: usize) -> String {
    format!("Se abrió {paper} de {}, una hoja para cada una.", persons(count))
}
