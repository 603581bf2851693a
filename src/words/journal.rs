//! What was done, undone and changed, as history and status bar tell it. Numbers of persons are masked here.

use chrono::NaiveDate;

use super::{cuts, dates, record};
use crate::domain::act::ActKind;
use crate::domain::movement::{BajaMotive, MovementKind, MovementState};
use crate::domain::student::{NssState, Standing};

/// What it is called after «Se deshizo: ».
fn noun(act: ActKind) -> &'static str {
    match act {
        ActKind::SetUp => "el inicio",
        ActKind::Register => "el registro",
        ActKind::Edit => "la corrección",
        ActKind::QueueAlta => "el alta",
        ActKind::QueueBaja => "la baja",
        ActKind::CancelMovement => "la cancelación",
        ActKind::MarkUrgent => "la marca de urgente",
        ActKind::CloseCut => "el cierre del corte",
        ActKind::ReopenCut => "la reapertura del corte",
        ActKind::SendDispatch => "el envío",
        ActKind::CorrectSending => "la corrección del envío",
        ActKind::Reconcile => "la conciliación",
        ActKind::PrintSummary => "la impresión",
        ActKind::PrintList => "la relación",
        ActKind::PrintMorning => "la hoja de la mañana",
        ActKind::ExportList => "la exportación",
        ActKind::RecordCheck => "la vigencia",
        ActKind::SendNotices => "el registro de los avisos",
        ActKind::OpenCase => "la apertura del caso",
        ActKind::NoteCase => "la nota del caso",
        ActKind::CloseCase => "el cierre del caso",
        ActKind::Checklist => "la anotación del cotejo",
        ActKind::PrintChecklist | ActKind::PrintClinicSteps => "la impresión",
        ActKind::AssignControlNumber => "el número de control",
        ActKind::Archive => "el archivo de la ficha",
        ActKind::Restore => "la restauración de la ficha",
        ActKind::Assign => "la clínica",
        ActKind::AddClinic => "la clínica nueva del catálogo",
        ActKind::CorrectClinic => "la corrección del catálogo de clínicas",
        ActKind::RemoveClinic => "el retiro de una clínica del catálogo",
        ActKind::ChangeSetting => "el ajuste",
        ActKind::ChangeClerk => "el cambio de quién atiende",
        ActKind::Demo => "los datos de muestra",
        ActKind::TellApart => "la anotación de dos personas distintas",
        ActKind::Import => "la importación",
        ActKind::UndoImport => "el retiro de la importación",
        ActKind::ReplaceRegister => "la restauración de una copia",
        ActKind::Repair | ActKind::Undo | ActKind::Redo => "la reparación",
    }
}

/// What somebody did, before the particulars: «registró la ficha».
fn verb(act: ActKind) -> &'static str {
    match act {
        ActKind::SetUp => "empezó el registro",
        ActKind::Register => "registró la ficha",
        ActKind::Edit => "corrigió",
        ActKind::QueueAlta => "preparó el alta",
        ActKind::QueueBaja => "preparó la baja",
        ActKind::CancelMovement => "canceló el movimiento",
        ActKind::MarkUrgent => "cambió la marca de urgente",
        ActKind::CloseCut => "cerró el corte",
        ActKind::ReopenCut => "reabrió el corte",
        ActKind::SendDispatch => "registró el envío del",
        ActKind::CorrectSending => "corrigió la fecha del envío:",
        ActKind::Reconcile => "registró la respuesta",
        ActKind::PrintSummary => "imprimió el resumen",
        ActKind::PrintList => "imprimió una relación",
        ActKind::PrintMorning => "imprimió la hoja de la mañana",
        ActKind::ExportList => "exportó una lista",
        ActKind::RecordCheck => "registró vigencia",
        ActKind::SendNotices => "anotó el aviso por correo de su alta aceptada",
        ActKind::OpenCase => "abrió un caso",
        ActKind::NoteCase => "anotó en el caso",
        ActKind::CloseCase => "cerró el caso",
        ActKind::Checklist => "anotó en el cotejo",
        ActKind::PrintChecklist => "imprimió la lista de cotejo",
        ActKind::PrintClinicSteps => "imprimió los pasos para la clínica",
        ActKind::AssignControlNumber => "asignó el número de control",
        ActKind::Archive => "archivó la ficha",
        ActKind::Restore => "restauró la ficha",
        ActKind::Assign => "anotó",
        ActKind::AddClinic => "agregó una clínica al catálogo",
        ActKind::CorrectClinic => "corrigió el catálogo de clínicas",
        ActKind::RemoveClinic => "quitó una clínica del catálogo",
        ActKind::ChangeSetting => "cambió un ajuste",
        ActKind::ChangeClerk => "empezó a atender",
        ActKind::Demo => "cargó datos de muestra",
        ActKind::TellApart => "anotó dos personas distintas",
        ActKind::Import => "importó la ficha",
        ActKind::UndoImport => "deshizo la importación",
        ActKind::ReplaceRegister => "restauró una copia",
        ActKind::Repair | ActKind::Undo | ActKind::Redo => "reparó el índice",
    }
}

/// «Se deshizo el alta de Ramírez Soto, Ana Lucía.»
pub fn undone(act: ActKind, student: Option<&str>) -> String {
    format!("Se deshizo {}{}.", noun(act), of(student))
}

/// «Se rehízo el alta de Ramírez Soto, Ana Lucía.»
pub fn redone(act: ActKind, student: Option<&str>) -> String {
    format!("Se rehízo {}{}.", noun(act), of(student))
}

fn of(student: Option<&str>) -> String {
    student.map(|name| format!(" de {name}")).unwrap_or_default()
}

/// There is nothing to undo.
pub fn nothing_to_undo() -> String {
    "No hay nada que deshacer.".into()
}

/// There is nothing to redo.
pub fn nothing_to_redo() -> String {
    "No hay nada que rehacer: solo se rehace lo último que se deshizo.".into()
}

/// The last act was a sheet of paper.
pub fn paper_is_not_undone() -> String {
    "Lo impreso o exportado no se deshace; para reponer la hoja, presione F9. Ctrl+Z otra vez deshace lo anterior."
        .into()
}

/// A clinic that neither the catalogue nor the journal can name.
pub const SOME_CLINIC: &str = "una clínica retirada";
/// The same clinic was read again.
pub const CLINIC_AGAIN: &str = "la misma clínica";

/// Somebody changed the same since.
pub fn changed_since(act: ActKind, student: Option<&str>) -> String {
    match act {
        ActKind::CloseCut | ActKind::ReopenCut => return cuts::CLOSING_IS_NOT_UNDONE.to_owned(),
        ActKind::QueueAlta => return cuts::went_on(MovementKind::Alta, &of(student)),
        ActKind::QueueBaja => return cuts::went_on(MovementKind::Baja, &of(student)),
        _ => {}
    }
    if act == ActKind::ChangeSetting {
        return "No se deshizo el ajuste: cambió después, al anotar a quien atiende. Cámbielo en Ajustes (Ctrl+9); \
                Ctrl+Z otra vez deshace lo anterior."
            .into();
    }
    format!(
        "No se deshizo {}{}: la ficha cambió después. Deshaga antes ese cambio o corríjala a mano.",
        noun(act),
        of(student)
    )
}

/// Something else needs what would disappear.
pub fn still_in_use(act: ActKind, student: Option<&str>) -> String {
    if act == ActKind::CloseCut {
        return cuts::CLOSING_IS_PRINTED.to_owned();
    }
    format!(
        "No se deshizo {}{}: después se imprimió o se preparó algo con esta ficha. Corríjala a \
         mano; Ctrl+Z otra vez deshace lo anterior.",
        noun(act),
        of(student)
    )
}

/// The label of a column, as history names it; `None` for a column whose change another one tells.
pub fn column(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        ("students", "identifier") => "número de control",
        ("students", "given_names") => "nombre(s)",
        ("students", "first_surname") => "primer apellido",
        ("students", "second_surname") => "segundo apellido",
        ("students", "curp") => "CURP",
        ("students", "curp_state") => "estado de la CURP",
        ("students", "curp_shared") => "motivo de la CURP repetida",
        ("students", "sex") => "sexo",
        ("students", "birth_date") => "nacimiento",
        ("students", "birthplace") => "lugar de nacimiento",
        ("students", "career") => "carrera",
        ("students", "semester") => "semestre",
        ("students", "period") => "periodo",
        ("students", "standing") => "situación escolar",
        ("students", "nss") => "NSS",
        ("students", "nss_state") => "estado del NSS",
        ("students", "nss_on") => "fecha del NSS",
        ("students", "nss_shared") => "motivo del NSS repetido",
        ("students", "email") => "correo",
        ("students", "phone") => "teléfono",
        ("students", "clinic_id") => "clínica",
        ("students", "shift") => "turno",
        ("students", "room") => "consultorio",
        ("students", "agregado") => "agregado",
        ("students", "prior_alta") => "alta anterior al programa",
        ("students", "archived_on") => "archivada",
        ("movements", "state") => "estado",
        ("movements", "cut") => "corte",
        ("movements", "urgent") => "urgente",
        ("movements", "motive") => "motivo",
        ("movements", "sent_on") => "enviada",
        ("movements", "answered_on") => "respuesta",
        ("movements", "rejection") => "causa",
        ("checks", "checked_on") => "fecha de consulta",
        ("checks", "vigente") => "vigente",
        ("prints", "folio") => "folio",
        _ => return None,
    })
}

/// A stored value as people read it; personal numbers masked to what tells them apart.
pub fn value(column: &str, stored: &str) -> String {
    if stored.is_empty() {
        return "nada".into();
    }
    match column {
        "nss" | "curp" => {
            let tail: String = stored
                .chars()
                .skip(stored.chars().count().saturating_sub(4))
                .collect();
            Some(format!("…{tail}"))
        }
        "standing" => Standing::from_code(stored).map(|it| record::standing(it).to_lowercase()),
        "nss_state" => NssState::from_code(stored).map(|it| record::nss_state(it).to_lowercase()),
        "state" => MovementState::from_code(stored).map(|it| record::state(it).to_owned()),
        "kind" => MovementKind::from_code(stored).map(|it| record::kind(it).to_lowercase()),
        "motive" => BajaMotive::from_code(stored).map(|it| record::motive(it).to_lowercase()),
        "curp_state" => Some(stored.replace('_', " ")),
        "urgent" | "vigente" => Some(if stored == "1" { "sí" } else { "no" }.to_owned()),
        "birthplace" => {
            crate::domain::birthplace::Birthplace::from_code(stored).map(|it| it.name().to_owned())
        }
        "birth_date" | "nss_on" | "cut" | "to_cut" | "from_cut" | "sent_on" | "answered_on"
        | "checked_on" | "prior_alta" | "archived_on" | "noted_on" => {
            stored.parse::<NaiveDate>().ok().map(dates::short_year)
        }
        _ => None,
    }
    .unwrap_or_else(|| stored.to_owned())
}

/// «NSS: de …0482 a …0428», or «NSS: …0428» where there was nothing.
pub fn changed(label: &str, before: &str, after: &str) -> String {
    if before == "nada" {
        format!("{label}: {after}")
    } else {
        format!("{label}: de {before} a {after}")
    }
}

/// «Lupita preparó el alta para el corte del 30 nov 2026».
pub fn queued(clerk: &str, act: ActKind, cut: &str, motive: Option<&str>) -> String {
    let motive = motive
        .map(|motive| format!("; motivo: {motive}"))
        .unwrap_or_default();
    format!("{clerk} {} para el corte del {cut}{motive}", verb(act))
}

/// «Lupita imprimió el resumen, folio F8K2».
pub fn printed(clerk: &str, act: ActKind, folio: &str) -> String {
    format!("{clerk} {}, folio {folio}", verb(act))
}

/// «Lupita marcó el movimiento como urgente».
pub fn marked_urgent(clerk: &str, urgent: bool) -> String {
    if urgent {
        format!("{clerk} marcó el movimiento como urgente")
    } else {
        format!("{clerk} quitó la marca de urgente")
    }
}

/// «Lupita deshizo el alta».
pub fn turned_back(clerk: &str, act: ActKind, redone: bool) -> String {
    format!(
        "{clerk} {} {}",
        if redone { "rehízo" } else { "deshizo" },
        noun(act)
    )
}

/// «Lupita corrigió NSS: de …0482 a …0428; teléfono: 922 555 0142».
pub fn did(clerk: &str, act: ActKind, changes: &[String]) -> String {
    match changes {
        [] => format!("{clerk} {}", verb(act)),
        changes => format!("{clerk} {} {}", verb(act), changes.join("; ")),
    }
}

/// «Lupita registró VIGENTE según constancia del 20 nov 2026».
///
/// `taken_over` is what the record took over of the document: «; clínica: de UMF 12 a UMF 36».
pub fn checked(clerk: &str, vigente: bool, source: &str, on: &str, taken_over: &[String]) -> String {
    let verdict = if vigente { "VIGENTE" } else { "NO VIGENTE" };
    let taken_over: String = taken_over.iter().map(|change| format!("; {change}")).collect();
    format!("{clerk} registró {verdict} según {source} del {on}{taken_over}")
}
