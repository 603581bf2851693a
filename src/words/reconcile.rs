//! What is said while answers of IMSS are held against what was sent, and what to do about a rejection.

use chrono::NaiveDate;

use super::dates::{short_year, thousands};
use crate::domain::movement::{MovementKind, Rejection};
use crate::domain::reconcile::{AnswerFault, Contradiction, Matching, Outcome};
use crate::domain::rejection::Fix;

/// A pile: lines of which the file says nothing.
pub const UNANSWERED: &str = "Sin respuesta";
/// A pile: answers about people who are not in the envío.
pub const NOT_SENT: &str = "Respondidas que no enviamos";
/// A pile: accepted.
pub const ACCEPTED: &str = "Aceptadas";
/// A pile: rejected, with the cause.
pub const REJECTED: &str = "Rechazadas";
/// A pile: lines of which the file says both.
pub const CONTRADICTORY: &str = "Con respuestas que se contradicen";
/// A pile: rows of the file that were not understood.
pub const UNREAD: &str = "Renglones que no se entendieron";

/// A pile: what the file says of movements whose answer was recorded as another one.
pub const AGAINST_RECORD: &str = "Distintas de lo registrado";
/// A pile: answers about an envío that nobody has recorded as sent.
pub const NOT_YET_SENT: &str = "De un envío sin registrar";
/// Every envío of the cut was answered before.
pub const NOTHING_WAITS: &str = "Ningún movimiento enviado de ese corte espera ya respuesta.";
/// After a plan.
pub const ONLY_A_PLAN: &str = "Es un plan: no se registró nada. Repita la orden sin --plan para registrarlo.";
/// The file answers nothing that waits.
pub const NOTHING_RECORDED: &str = "No se registró nada.";

/// Why nothing of a file can be used.
pub fn fault(fault: AnswerFault) -> String {
    match fault {
        AnswerFault::NoNss => {
            "El archivo no trae NSS, y sin él no se sabe de quién es cada respuesta. Agregue una columna \
                               «NSS» con los 11 dígitos y otra «Resultado», y vuelva a abrirlo."
                .to_owned()
        }
        AnswerFault::NoRightNss { rows } => format!(
            "La columna del NSS no trae ninguno completo en {}: deben ser 11 dígitos cuyo último coincida con los demás. Compárela \
             con su acuse; si se abrió en Excel, guárdela como texto, y vuelva a leer el archivo.",
            match rows {
                1 => "su único renglón".to_owned(),
                more => format!("sus {} renglones", thousands(more)),
            }
        ),
        AnswerFault::NoOutcome { people } => format!(
            "El archivo nombra a {}, pero no dice si se aceptó o se rechazó. Agregue una columna «Resultado» con la palabra \
             aceptado o rechazado, y vuelva a abrirlo.",
            match people {
                1 => "1 persona".to_owned(),
                more => format!("{} personas", thousands(more)),
            }
        ),
    }
}

/// What comes of a file, before it is recorded: «41 altas aceptadas, 3 rechazadas. 3 siguen sin respuesta.»
pub fn summary(kind: MovementKind, matching: &Matching) -> String {
    let (accepted, rejected) = (matching.accepted.len(), matching.rejected.len());
    let mut told = vec![match (accepted, rejected) {
        (0, 0) => format!(
            "El archivo no responde a ninguna de las {} de este envío.",
            plural(kind)
        ),
        (accepted, 0) => format!("{}.", counted(kind, accepted, "aceptada")),
        (0, rejected) => format!("{}.", counted(kind, rejected, "rechazada")),
        (accepted, rejected) => format!(
            "{}, {}.",
            counted(kind, accepted, "aceptada"),
            with_s(rejected, "rechazada")
        ),
    }];
    // What is contradictory waits for an answer too.
    match matching.unanswered.len() + matching.contradictory.len() {
        0 => {}
        1 => told.push("1 sigue sin respuesta.".to_owned()),
        more => told.push(format!("{} siguen sin respuesta.", thousands(more))),
    }
    told.join(" ")
}

/// Lines that the file neither accepts nor rejects.
pub fn unanswered(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(
            "1 movimiento enviado no aparece en el archivo. Sigue esperando respuesta: búsquelo en el acuse o pregunte a su \
             subdelegación."
                .to_owned(),
        ),
        more => Some(format!(
            "{} movimientos enviados no aparecen en el archivo. Siguen esperando respuesta: búsquelos en el acuse o \
             pregunte a su subdelegación.",
            thousands(more)
        )),
    }
}

/// Answers about people who are not in the cut.
pub fn not_sent(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(
            "1 respuesta es de alguien que no va en este corte. No se guarda: revise si el archivo es de otro lote."
                .to_owned(),
        ),
        more => Some(format!(
            "{} respuestas son de personas que no van en este corte. No se guardan: revise si el archivo es de otro lote.",
            thousands(more)
        )),
    }
}

/// Answers that were recorded before, and say the same again.
pub fn repeated(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 respuesta ya estaba registrada y dice lo mismo.".to_owned()),
        more => Some(format!(
            "{} respuestas ya estaban registradas y dicen lo mismo.",
            thousands(more)
        )),
    }
}

/// Answers that say another thing than what was recorded before.
pub fn against_record(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(
            "1 respuesta dice otra cosa que la registrada. Queda la registrada: compare las dos con el acuse."
                .to_owned(),
        ),
        more => Some(format!(
            "{} respuestas dicen otra cosa que las registradas. Quedan las registradas: compárelas con el acuse.",
            thousands(more)
        )),
    }
}

/// Answers about lines of an envío that nobody has recorded as sent.
pub fn not_yet_sent(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(
            "1 respuesta es de un envío que todavía no está registrado como enviado. No se guarda: registre el envío y \
             vuelva a abrir el archivo."
                .to_owned(),
        ),
        more => Some(format!(
            "{} respuestas son de un envío que todavía no está registrado como enviado. No se guardan: registre el envío y \
             vuelva a abrir el archivo.",
            thousands(more)
        )),
    }
}

/// The file names another lote than the one recorded of the envío that it answers.
pub fn other_lote(kind: MovementKind, named: &str, recorded: &str) -> String {
    format!(
        "El archivo dice lote {named}, y el envío de {} está registrado con el lote {recorded}. Compárelos con el acuse; si \
         el registrado está mal, corríjalo en Cortes.",
        plural(kind)
    )
}

/// «Se registró la respuesta de 41 altas, con fecha del 3 dic 2026.»
pub fn recorded(kind: MovementKind, count: usize, on: NaiveDate) -> String {
    let of = match count {
        1 => format!("1 {}", kind.code()),
        more => format!("{} {}", thousands(more), plural(kind)),
    };
    format!(
        "Se registró la respuesta de {of}, con fecha del {}.",
        short_year(on)
    )
}

/// Where a row of the file is.
pub fn row(number: u32) -> String {
    format!("renglón {number}")
}

/// Code and cause of a rejection: «\[57\] CURP no coincide».
pub fn why(rejection: &Rejection) -> String {
    match &rejection.code {
        Some(code) if !rejection.cause.contains(code.as_str()) => format!("[{code}] {}", rejection.cause),
        _ => rejection.cause.clone(),
    }
}

/// What an answer says, where nobody knows whose movement it is.
pub fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Accepted => "aceptada".to_owned(),
        Outcome::Rejected(rejection) => format!("rechazada: {}", why(rejection)),
    }
}

/// A line that the file both accepts and rejects.
pub fn contradiction(it: &Contradiction) -> String {
    let rows: Vec<String> = it.rows.iter().map(u32::to_string).collect();
    let rows = match rows.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [several @ .., last] => format!("{} y {last}", several.join(", ")),
    };
    format!(
        "Renglón {} del envío: los renglones {rows} del archivo dicen cosas distintas. Queda sin respuesta hasta que usted \
         la marque.",
        it.line
    )
}

/// Rows of the file that were not understood.
pub fn unread(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => {
            Some("1 renglón del archivo no se entendió y no se tomó en cuenta. Léalo en la lista.".to_owned())
        }
        more => Some(format!(
            "{} renglones del archivo no se entendieron y no se tomaron en cuenta. Léalos en la lista.",
            thousands(more)
        )),
    }
}

/// The step that comes after a rejection, beside its row.
pub fn fix(fix: Fix) -> &'static str {
    match fix {
        Fix::CorrectNss => {
            "Compare el NSS con la constancia y corríjalo en la ficha. Después prepare el movimiento otra vez."
        }
        Fix::CorrectPerson => {
            "Compare nombre y CURP con la constancia. Si la ficha está mal, corríjala; si los datos del IMSS están mal, el \
             estudiante pide la corrección de sus datos en el IMSS. Después prepare el movimiento otra vez."
        }
        Fix::DoNotRepeat => {
            "No lo envíe otra vez todavía. Consulte la vigencia con F12: quizá el movimiento anterior ya cuenta."
        }
        Fix::CheckRegistro => {
            "Compare el registro patronal de Ajustes con el documento del IMSS. Si está bien, pregunte a su subdelegación."
        }
        Fix::CheckLayout => {
            "Compare el formato del archivo, en Ajustes, con una muestra que el IMSS haya aceptado. Si coincide, pregunte a \
             su subdelegación."
        }
        Fix::AskSubdelegacion => {
            "Pregunte a su subdelegación con el número de lote y el texto del rechazo, y anote la respuesta."
        }
    }
}

/// «41 altas aceptadas».
fn counted(kind: MovementKind, count: usize, state: &str) -> String {
    match count {
        1 => format!("1 {} {state}", kind.code()),
        more => format!("{} {} {state}s", thousands(more), plural(kind)),
    }
}

/// «3 rechazadas».
fn with_s(count: usize, state: &str) -> String {
    match count {
        1 => format!("1 {state}"),
        more => format!("{} {state}s", thousands(more)),
    }
}

fn plural(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "altas",
        MovementKind::Baja => "bajas",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reconcile::RejectedLine;

    fn matching(accepted: u32, rejected: u32, unanswered: u32) -> Matching {
        let why = Rejection {
            code: None,
            cause: "duplicado".into(),
        };
        Matching {
            accepted: (1..=accepted).collect(),
            rejected: (1..=rejected)
                .map(|line| RejectedLine {
                    line,
                    why: why.clone(),
                })
                .collect(),
            unanswered: (1..=unanswered).collect(),
            ..Matching::default()
        }
    }

    #[test]
    fn a_file_is_summed_up_before_it_is_recorded() {
        for (kind, found, text) in [
            (
                MovementKind::Alta,
                matching(41, 3, 3),
                "41 altas aceptadas, 3 rechazadas. 3 siguen sin respuesta.",
            ),
            (MovementKind::Baja, matching(1, 0, 0), "1 baja aceptada."),
            (
                MovementKind::Alta,
                matching(0, 1, 1),
                "1 alta rechazada. 1 sigue sin respuesta.",
            ),
            (
                MovementKind::Baja,
                matching(0, 0, 2),
                "El archivo no responde a ninguna de las bajas de este envío. 2 siguen sin respuesta.",
            ),
        ] {
            assert_eq!(summary(kind, &found), text);
        }
    }

    #[test]
    fn each_pile_is_told_or_is_empty() {
        for pile in [
            unanswered,
            not_sent,
            unread,
            repeated,
            against_record,
            not_yet_sent,
        ] {
            assert_eq!(pile(0), None);
            assert!(pile(1).unwrap().starts_with("1 "));
            assert!(pile(1_200).unwrap().starts_with(&thousands(1_200)));
        }
        let it = Contradiction {
            line: 7,
            rows: vec![3, 9, 12],
        };
        assert_eq!(
            contradiction(&it),
            "Renglón 7 del envío: los renglones 3, 9 y 12 del archivo dicen cosas distintas. Queda sin respuesta hasta que \
             usted la marque."
        );
    }

    #[test]
    fn a_file_without_what_is_needed_tells_which_columns_to_add() {
        assert!(fault(AnswerFault::NoNss).contains("columna «NSS»"));
        assert!(fault(AnswerFault::NoRightNss { rows: 2 }).contains("en sus 2 renglones"));
        let nothing_said = fault(AnswerFault::NoOutcome { people: 3 });
        assert!(nothing_said.contains("3 personas") && nothing_said.contains("«Resultado»"));
        for step in Fix::ALL {
            assert!(fix(step).ends_with('.'));
        }
    }
}
