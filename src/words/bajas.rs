//! Bajas propuestas: who they are, by motive, and what was queued.

use chrono::NaiveDate;

use super::{dates, marked, record};
use crate::domain::cutoff::Window;
use crate::domain::movement::{BajaMotive, MovementKind};
use crate::domain::period::Period;
use crate::domain::student::Standing;

/// The screen.
pub const TITLE: &str = "Bajas propuestas";
/// Its main verb.
pub const QUEUE: &str = "Preparar las bajas";
/// Head of the column that says why.
pub const COLUMN_WHY: &str = "Por qué";
/// At the foot.
pub const KEYS: &str = "Espacio quita o pone la marca · T, todo el grupo · Enter abre la ficha";
/// Nobody is proposed.
pub const NOBODY: &str = "No hay bajas propuestas. Aparecen aquí quienes dejan de estar inscritos, o tienen otro seguro, y cuya alta \
     sigue contando.";
/// Every mark was taken off.
pub const NOBODY_MARKED: &str =
    "No hay nadie marcado. Espacio marca a quien está elegido, y T a todo su grupo.";

/// «118 de 120 marcadas».
pub fn count(marked: usize, all: usize) -> String {
    match all {
        0 => String::new(),
        1 if marked == 1 => "1 marcada".to_owned(),
        all => format!(
            "{} de {} marcadas",
            dates::thousands(marked),
            dates::thousands(all)
        ),
    }
}

/// Below the title: what the main verb does.
pub fn what(cut: NaiveDate) -> String {
    format!(
        "Ctrl+Enter prepara la baja de quienes están marcados, cada una con su motivo, para el corte del {}; todavía no se \
         envía. Quite la marca a quien sigue en titulación o residencia.",
        dates::day_month(cut)
    )
}

/// The people of a motive: «Egresados».
pub fn group(motive: BajaMotive) -> &'static str {
    match motive {
        BajaMotive::Graduation => "Egresados",
        BajaMotive::NotReenrolled => "No se reinscribieron",
        BajaMotive::TemporaryLeave => "Baja temporal",
        BajaMotive::Withdrawal => "Baja definitiva",
        BajaMotive::OtherInsurance => "Otro seguro",
        BajaMotive::OnRequest => "A petición del estudiante",
    }
}

/// Why, of one person: «Egresado · AGO-DIC 2026», «Otro seguro, consulta del 20 nov 2026».
pub fn why(standing: Standing, period: Option<Period>, read_on: Option<NaiveDate>) -> String {
    match (read_on, period) {
        (Some(on), _) => format!("Consulta del {}", dates::short_year(on)),
        (None, Some(period)) => format!("{} · {period}", record::standing(standing)),
        (None, None) => record::standing(standing).to_owned(),
    }
}

/// «118 bajas en cola para el corte del 30 de noviembre: egresados 80, no se reinscribieron 38. Se espera no vigente…»
pub fn queued(cut: NaiveDate, window: Window, by_motive: &[(BajaMotive, usize)], observed: usize) -> String {
    let all: usize = by_motive.iter().map(|(_, count)| count).sum();
    let said = marked::queued(MovementKind::Baja, cut, window, all, observed, 0);
    let [_] = by_motive else {
        let listed: Vec<String> = by_motive
            .iter()
            .map(|(motive, count)| format!("{} {}", group(*motive).to_lowercase(), dates::thousands(*count)))
            .collect();
        return format!("{said} Son: {}.", listed.join(", "));
    };
    said
}
