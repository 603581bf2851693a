//! The values of the files for IMSS: what each stands for. The catalogues are IMSS' own, section 7.2 of the domain notes.

use crate::domain::settings::Topic;

/// Every causa de baja, below the field where one is typed.
pub(super) const BAJA_CAUSES: &str = "1 término de contrato, 2 separación voluntaria, 3 abandono de empleo, 4 defunción, \
                                      5 clausura, 6 otras, 7 ausentismo, 8 rescisión, 9 jubilación, A pensión.";
/// Every kind of week, below the field where one is typed.
pub(super) const WORK_WEEKS: &str = "0 normal, 1 a 5 días de semana reducida, 6 jornada reducida.";

/// Whether its words are codes of IMSS' catalogues.
pub(super) fn is_code(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::WorkerType | Topic::SalaryType | Topic::WorkWeek | Topic::BajaCause
    )
}

/// A word of a choice in one or two words; empty for a setting that is not of the files.
pub(super) fn short(topic: Topic, word: &str) -> &'static str {
    match (topic, word) {
        (Topic::MovementDate, "envio") => "Del envío",
        (Topic::MovementDate, _) => "Del corte",
        (Topic::WorkerKey, "identificador") => "Número de control",
        (Topic::FileUmf, "estudiante") => "Del estudiante",
        (Topic::WorkerKey | Topic::FileUmf, _) => "Vacía",
        (Topic::FileCurp | Topic::ControlRecord, "si") => "Sí",
        (Topic::FileCurp | Topic::ControlRecord, _) => "No",
        _ => "",
    }
}

/// What a word of a choice comes to in the file.
pub(super) fn meaning(topic: Topic, word: &str) -> Option<&'static str> {
    Some(match (topic, word) {
        (Topic::WorkerType, "1") => "Permanente.",
        (Topic::WorkerType, "2") => "Eventual de la ciudad.",
        (Topic::WorkerType, "3") => "Eventual de la construcción.",
        (Topic::WorkerType, "4") => "Eventual del campo.",
        (Topic::SalaryType, "0") => "Fijo.",
        (Topic::SalaryType, "1") => "Variable.",
        (Topic::SalaryType, "2") => "Mixto.",
        (Topic::WorkWeek, "0") => "Normal.",
        (Topic::WorkWeek, "6") => "Jornada reducida.",
        (Topic::WorkWeek, "1") => "Semana reducida de 1 día.",
        (Topic::WorkWeek, "2") => "Semana reducida de 2 días.",
        (Topic::WorkWeek, "3") => "Semana reducida de 3 días.",
        (Topic::WorkWeek, "4") => "Semana reducida de 4 días.",
        (Topic::WorkWeek, "5") => "Semana reducida de 5 días.",
        (Topic::BajaCause, "1") => "Término de contrato.",
        (Topic::BajaCause, "2") => "Separación voluntaria.",
        (Topic::BajaCause, "3") => "Abandono de empleo.",
        (Topic::BajaCause, "4") => "Defunción.",
        (Topic::BajaCause, "5") => "Clausura.",
        (Topic::BajaCause, "6") => "Otras.",
        (Topic::BajaCause, "7") => "Ausentismo.",
        (Topic::BajaCause, "8") => "Rescisión.",
        (Topic::BajaCause, "9") => "Jubilación.",
        (Topic::BajaCause, "a") => "Pensión.",
        (Topic::MovementDate, "corte") => "Cada movimiento lleva la fecha del corte.",
        (Topic::MovementDate, "envio") => {
            "Cada movimiento lleva la fecha del envío: regístrelo antes de escribir el archivo."
        }
        (Topic::WorkerKey, "identificador") => "El número de control va como clave del trabajador.",
        (Topic::FileUmf, "estudiante") => "Las altas llevan la UMF de quien ya la tiene.",
        (Topic::FileCurp, "si") => "Las altas llevan la CURP de quien la tiene.",
        (Topic::WorkerKey | Topic::FileUmf, "vacia") | (Topic::FileCurp, "no") => {
            "Su lugar queda en blanco. Úselo si su subdelegación lo confirma."
        }
        (Topic::ControlRecord, "no") => "Sin renglón de cifras de control, como en IDSE.",
        (Topic::ControlRecord, "si") => {
            "Con un renglón de cifras de control al final, como en DISPMAG. Úselo si su subdelegación lo confirma."
        }
        _ => return None,
    })
}

/// The value as its row shows it: «1, permanente», «del corte».
pub(super) fn told(topic: Topic, text: &str) -> Option<String> {
    let meaning = meaning(topic, text)?;
    Some(match is_code(topic) {
        true => format!(
            "{}, {}",
            text.to_uppercase(),
            meaning.trim_end_matches('.').to_lowercase()
        ),
        false => short(topic, text).to_lowercase(),
    })
}
