//! The Lista de cotejo: its rows, what stands beside them, and what was marked.

use chrono::NaiveDate;

use super::dates;
use crate::domain::checklist::{Answer, Checklist, Proof, Proposal, Recorded, Remark, Requirement, Row};
use crate::domain::clinic::{Assignment, ClinicSource};
use crate::domain::vigencia::Check;

/// The section of the record.
pub const SECTION: &str = "Cotejo";
/// The document's name.
pub const TITLE: &str = "Lista de cotejo";
/// At the foot of the section.
pub const KEYS: &str = "Espacio: entregado hoy, o acepta lo propuesto · Enter: observación";
/// At the foot of the section, where several rows are proposed.
pub const KEYS_WITH_ALL: &str = "Espacio: marca o acepta · A: acepta todo · Enter: observación";
/// At the right of the foot.
pub const PRINT_KEYS: &str = "F9, V: imprimir";
/// In the dialog, above sí and no.
pub const DELIVERED: &str = "Entregado";
/// It was handed in.
pub const YES: &str = "Sí";
/// It was not.
pub const NO: &str = "No";
/// In the dialog.
pub const DATE: &str = "Fecha";
/// In the dialog, above what can be written.
pub const REMARK: &str = "Observación";
/// Below it.
pub const REMARK_HINT: &str = "Sale en la lista impresa. Puede ir vacía.";
/// Nothing was proposed.
pub const NOTHING_PROPOSED: &str =
    "La ficha no prueba ningún renglón que falte. Márquelos con Espacio conforme se entreguen.";

/// «NSS asignado (constancia)».
pub fn requirement(requirement: Requirement) -> &'static str {
    match requirement {
        Requirement::AssignedNss => "NSS asignado (constancia)",
        Requirement::CurrentCurp => "CURP actualizada",
        Requirement::Enrolment => "Inscripción en el periodo",
        Requirement::Declaration => "Declaración bajo protesta de no contar con otro seguro",
        Requirement::CheckedVigencia => "Vigencia consultada",
        Requirement::Identification => "Identificación oficial (menores: credencial escolar)",
        Requirement::ProofOfAddress => "Comprobante de domicilio",
        Requirement::Photograph => "Fotografía infantil",
        Requirement::ProofOfAlta => "Comprobante o constancia de alta",
        Requirement::ClinicRegistration => "Registro en UMF hecho (UMF, turno, consultorio)",
        Requirement::Carnet => "Carnet o cartilla obtenido",
    }
}

/// «fotografía infantil»: the row where it is named in a sentence.
pub fn requirement_brief(requirement: Requirement) -> &'static str {
    match requirement {
        Requirement::AssignedNss => "NSS asignado",
        Requirement::CurrentCurp => "CURP actualizada",
        Requirement::Enrolment => "inscripción en el periodo",
        Requirement::Declaration => "declaración bajo protesta",
        Requirement::CheckedVigencia => "vigencia consultada",
        Requirement::Identification => "identificación oficial",
        Requirement::ProofOfAddress => "comprobante de domicilio",
        Requirement::Photograph => "fotografía infantil",
        Requirement::ProofOfAlta => "comprobante de alta",
        Requirement::ClinicRegistration => "registro en UMF",
        Requirement::Carnet => "carnet o cartilla",
    }
}

/// Below the name of a row: how it stands, always with its date.
pub fn row(row: &Row) -> String {
    match (&row.recorded, &row.proposal) {
        (Some(recorded), None) => recorded_line(recorded),
        (None, Some(proposal)) => proposed(proposal),
        (Some(recorded), Some(proposal)) if recorded.answer.delivered => {
            format!("{}. {}", recorded_line(recorded), newer(proposal))
        }
        (Some(recorded), Some(proposal)) => format!("{}. {}", recorded_line(recorded), proposed(proposal)),
        (None, None) => "Falta".to_owned(),
    }
}

/// «Entregado el 10 ago 2026 · Lupita · firmada en ventanilla»; «Falta, al 21 nov 2026 · Lupita · lo trae el lunes».
fn recorded_line(recorded: &Recorded) -> String {
    let Answer {
        delivered,
        on,
        remark,
    } = &recorded.answer;
    let on = dates::short_year(*on);
    let state = if *delivered {
        format!("Entregado el {on}")
    } else {
        format!("Falta, al {on}")
    };
    let parts = [
        Some(state.as_str()),
        Some(&recorded.by),
        remark.as_ref().map(Remark::as_str),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// «La ficha ya lo prueba: UMF 36, vespertino, consultorio 4 · 20 nov 2026».
fn proposed(proposal: &Proposal) -> String {
    let on = dates::short_year(proposal.on);
    match proof_remark(&proposal.proof) {
        Some(proof) => format!("La ficha ya lo prueba: {proof} · {on}"),
        None => format!("La ficha ya lo prueba, desde el {on}"),
    }
}

/// «La ficha trae una más nueva: NO VIGENTE según constancia · 20 nov 2026».
fn newer(proposal: &Proposal) -> String {
    let parts = [
        proof_remark(&proposal.proof),
        Some(dates::short_year(proposal.on)),
    ];
    let newer: Vec<String> = parts.into_iter().flatten().collect();
    format!("La ficha trae una más nueva: {}", newer.join(" · "))
}

/// What proves a row, as it is written into its remark once accepted; the date stands beside it.
pub fn proof_remark(proof: &Proof) -> Option<String> {
    match proof {
        Proof::Constancia => Some("constancia del NSS".to_owned()),
        Proof::Curp => None,
        Proof::Enrolment(period) => Some(format!("{period}, según la ficha")),
        Proof::Check(check) => Some(check_said(check)),
        Proof::Clinic(assignment) => Some(clinic(assignment)),
    }
}

/// «VIGENTE según constancia; registro nuestro: sí».
fn check_said(check: &Check) -> String {
    let verdict = if check.vigente { "VIGENTE" } else { "NO VIGENTE" };
    let source = super::vigencia::source(check.source).to_lowercase();
    let ours = match check.ours {
        Some(true) => "; registro nuestro: sí",
        Some(false) => "; registro nuestro: no",
        None => "",
    };
    format!("{verdict} según {source}{ours}")
}

/// «UMF 36, vespertino, consultorio 4, según carnet».
fn clinic(assignment: &Assignment) -> String {
    let source = match assignment.seen.map(|seen| seen.source) {
        Some(ClinicSource::Carnet) => Some("según carnet".to_owned()),
        _ => None,
    };
    let parts = [
        assignment.clinic.map(|key| format!("UMF {}", key.number)),
        assignment.shift.as_ref().map(|shift| shift.text().to_lowercase()),
        assignment
            .room
            .as_ref()
            .map(|room| format!("consultorio {}", room.as_str())),
        source,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// «7/11», beside the section's name.
pub fn counted(list: &Checklist) -> String {
    format!("{}/{}", list.delivered(), Requirement::ALL.len())
}

/// «Se marcó «Fotografía infantil» de Ramírez Soto, Ana Lucía.»
pub fn marked(row: Requirement, name: &str) -> String {
    format!("Se marcó «{}» de {name}.", requirement(row))
}

/// «Se quitó la marca de «Fotografía infantil», de Ramírez Soto, Ana Lucía.»
pub fn opened(row: Requirement, name: &str) -> String {
    format!("Se quitó la marca de «{}», de {name}.", requirement(row))
}

/// «Se anotó «Fotografía infantil» de Ramírez Soto, Ana Lucía: falta, al 21 nov 2026.»
pub fn noted(row: Requirement, answer: &Answer, name: &str) -> String {
    let state = state(answer.delivered, &dates::short_year(answer.on), "");
    format!("Se anotó «{}» de {name}: {state}.", requirement(row))
}

/// «Se aceptaron 4 renglones que la ficha prueba, de Ramírez Soto, Ana Lucía.»
pub fn accepted(rows: usize, name: &str) -> String {
    match rows {
        1 => format!("Se aceptó 1 renglón que la ficha prueba, de {name}."),
        many => format!("Se aceptaron {many} renglones que la ficha prueba, de {name}."),
    }
}

/// A day on which nothing can have been handed in yet.
pub fn in_future(on: NaiveDate) -> String {
    format!(
        "La fecha no puede ser posterior a hoy; aquí dice {}.",
        dates::long(on)
    )
}

/// A remark that is too long for its cell.
pub fn remark_too_long(letters: usize) -> String {
    format!(
        "La observación lleva hasta {} letras; aquí hay {letters}. Abréviela.",
        Remark::MOST_LETTERS
    )
}

/// A number that names no row.
pub fn no_such_row(typed: &str) -> String {
    format!(
        "No hay un renglón «{typed}» en la lista de cotejo: van del 1 al {}.",
        Requirement::ALL.len()
    )
}

/// Where several rows were accepted at once.
pub const BY_THE_RECORD: &str = "según la ficha";

/// «entregado el 21 nov 2026 (firmada en ventanilla)».
pub fn state(delivered: bool, on: &str, remark: &str) -> String {
    let state = if delivered {
        format!("entregado el {on}")
    } else {
        format!("falta, al {on}")
    };
    match remark {
        "" => state,
        remark => format!("{state} ({remark})"),
    }
}

/// What history says of an act: «Lupita anotó en el cotejo: fotografía infantil, entregado el 21 nov 2026».
pub fn told(clerk: &str, rows: &[Requirement], state: Option<&str>) -> String {
    let rows: Vec<&str> = rows.iter().map(|row| requirement_brief(*row)).collect();
    match state {
        Some(state) => format!("{clerk} anotó en el cotejo: {}, {state}", rows.join("; ")),
        None => format!("{clerk} quitó del cotejo: {}", rows.join("; ")),
    }
}

/// What the sheet says below its rows: how many there are, and which are not.
pub fn summed_up(list: &Checklist) -> String {
    let all = Requirement::ALL.len();
    let missing: Vec<Requirement> = list.missing().collect();
    let numbers: Vec<String> = missing.iter().map(|row| row.number().to_string()).collect();
    match missing.len() {
        0 => format!("{all} de {all} requisitos recibidos."),
        few @ 1..=3 => {
            let named: Vec<String> = missing
                .iter()
                .map(|row| format!("{}, {}", row.number(), requirement_brief(*row)))
                .collect();
            let verb = if few == 1 { "Falta" } else { "Faltan" };
            format!(
                "{} de {all} requisitos recibidos. {verb}: {}.",
                all - few,
                named.join("; ")
            )
        }
        many if many == all => "Ningún requisito recibido todavía.".to_owned(),
        many => format!(
            "{} de {all} requisitos recibidos. Faltan los renglones {}.",
            all - many,
            super::said::and(&numbers)
        ),
    }
}

/// What the printed list says beside its rows.
pub mod paper {
    use chrono::NaiveDate;

    use crate::domain::period::Period;
    use crate::domain::student::Standing;
    use crate::words::{dates, paper, record};

    pub use super::{DATE, DELIVERED, NO, REMARK, TITLE, YES};

    /// At the right of the title.
    pub const INSURANCE: &str = "Seguro facultativo IMSS";
    /// Head of a column.
    pub const REQUIREMENT: &str = "Requisito";
    /// Above the remarks.
    pub const REMARKS: &str = "Observaciones";
    /// Who signs.
    pub const HANDS_IN: &str = "Entrega";
    /// Who signs.
    pub const TAKES: &str = "Recibe";
    /// Below the student's name.
    pub const STUDENT: &str = "Estudiante";
    /// Below the clerk's name.
    pub const OFFICE: &str = "Servicios Escolares";
    /// In the empty box.
    pub const SEAL: &str = "Sello";
    /// Label.
    pub const NSS: &str = "NSS";
    /// Label.
    pub const CURP: &str = "CURP";
    /// Label.
    pub const CLINIC: &str = "UMF, turno, consultorio";
    /// There is no number yet.
    pub const NOT_YET: &str = paper::NOT_YET;
    /// There is no clinic yet.
    pub const UNASSIGNED: &str = paper::CLINIC_UNASSIGNED;

    /// «NSS (por confirmar)».
    pub fn with_note(label: &str, note: &str) -> String {
        format!("{label} ({note})")
    }

    /// «inscrito en AGO-DIC 2026».
    pub fn standing(standing: Standing, period: Option<Period>) -> String {
        let standing = record::standing(standing).to_lowercase();
        match period {
            Some(period) => format!("{standing} en {period}"),
            None => standing,
        }
    }

    /// «Datos al 21 nov 2026. Documento sin validez oficial.»
    pub fn valid(on: NaiveDate) -> String {
        format!("Datos al {}. {}", dates::short_year(on), paper::NOT_OFFICIAL)
    }
}
