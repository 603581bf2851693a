//! The form of a student: labels, hints, and what is said about each field that is not an NSS, a CURP or a date.

use chrono::NaiveDate;

use super::clinic;
use crate::domain::control_number::{ControlNumberFault, ControlNumberRemark};
use crate::domain::entry::{AssignmentFault, EntryField, Gap, NameGap};
use crate::domain::person_name::{NameFault, NamePart};

/// The label above a field. The identifier's is the campus' own word.
pub fn label(field: EntryField) -> &'static str {
    match field {
        EntryField::Identifier => "Número de control",
        EntryField::Curp => "CURP",
        EntryField::GivenNames => "Nombre(s)",
        EntryField::FirstSurname => "Primer apellido",
        EntryField::SecondSurname => "Segundo apellido",
        EntryField::Sex => "Sexo",
        EntryField::BirthDate => "Nacimiento",
        EntryField::Birthplace => "Lugar",
        EntryField::Career => "Carrera",
        EntryField::Semester => "Semestre",
        EntryField::Period => "Periodo",
        EntryField::Standing => "Situación escolar",
        EntryField::Nss => "NSS",
        EntryField::CurpShared | EntryField::NssShared => SHARED_REASON,
        EntryField::NssState => "Estado del NSS",
        EntryField::NssOn => "Fecha",
        EntryField::Clinic => clinic::UMF,
        EntryField::Shift | EntryField::OtherShift => clinic::SHIFT,
        EntryField::Room => clinic::ROOM,
        EntryField::Email => "Correo",
        EntryField::Phone => "Teléfono",
    }
}

/// What is said when somebody saves and a field is missing or can't be understood.
pub fn incomplete(field: EntryField) -> &'static str {
    match field {
        EntryField::Identifier => {
            "Falta el número de control. Si aún no lo tiene, flecha abajo y Enter dan un folio provisional."
        }
        EntryField::GivenNames => "Falta el nombre. Escríbalo como en el acta de nacimiento.",
        EntryField::FirstSurname => {
            "Falta el primer apellido. Si no tiene apellidos, flecha abajo y Enter lo indican."
        }
        EntryField::BirthDate | EntryField::NssOn => "No se entiende la fecha. Escríbala como 15/03/2006.",
        EntryField::Birthplace => "No está en la lista. Escriba el estado o NE, nacido en el extranjero.",
        EntryField::Semester => "El semestre es un número del 1 al 20.",
        EntryField::Period => "Escríbalo como AGO-DIC 2026, ENE-JUN 2027 o VERANO 2027.",
        EntryField::Standing => {
            "Elija una: inscrito, no inscrito, baja temporal, baja definitiva o egresado."
        }
        EntryField::OtherShift => clinic::OTHER_SHIFT_MISSING,
        EntryField::Room => clinic::ROOM_FAULT,
        _ => "Revise este dato.",
    }
}

/// What keeps a form from being saved, in the order of the form.
pub fn still_missing(gaps: &[Gap]) -> String {
    let labels = |of: fn(&Gap) -> bool| -> Vec<String> {
        let fields = gaps.iter().filter(|gap| of(gap));
        fields.map(|gap| in_a_list(label(gap.field()))).collect()
    };
    let missing = labels(|gap| matches!(gap, Gap::Missing(_)));
    let unread = labels(|gap| matches!(gap, Gap::NotUnderstood(_)));
    let missing = match &missing[..] {
        [] => String::new(),
        [one] => format!("Para guardar falta un dato: {one}."),
        many => format!("Para guardar faltan {} datos: {}.", many.len(), many.join(", ")),
    };
    match (missing.is_empty(), &unread[..]) {
        (_, []) => missing,
        (true, unread) => format!("Para guardar, corrija antes: {}.", unread.join(", ")),
        (false, unread) => format!("{missing} Por corregir: {}.", unread.join(", ")),
    }
}

/// A label among others: «periodo», but «UMF».
fn in_a_list(label: &str) -> String {
    if label.chars().all(char::is_uppercase) {
        label.to_owned()
    } else {
        label.to_lowercase()
    }
}

/// What is wrong with an identifier, while it is typed.
pub fn identifier_fault(fault: &ControlNumberFault) -> String {
    match fault {
        ControlNumberFault::Length { found } => {
            format!("El número de control lleva de 4 a 12 letras y números; aquí hay {found}.")
        }
        ControlNumberFault::Character { found } => {
            format!("El número de control lleva solo letras y números; aquí hay «{found}».")
        }
    }
}

/// What is unusual about an identifier.
pub fn identifier_remark(remark: &ControlNumberRemark) -> String {
    match remark {
        ControlNumberRemark::Pattern => {
            "No tiene la forma usual (25230457). Si así viene en la credencial, continúe.".into()
        }
        ControlNumberRemark::OtherCampus { found } => {
            format!("Lleva la clave {found}, de otro plantel. Si viene de un traslado, continúe.")
        }
        ControlNumberRemark::FutureYear { year } => {
            format!("Dice ingreso en {year}, un año que no ha llegado. Revíselo en la credencial.")
        }
    }
}

/// The identifier is somebody else's.
pub fn identifier_taken(holder: &str) -> String {
    format!("Este número ya es de {holder}. Flecha abajo y Enter para abrir su ficha, o corrija el número.")
}

/// The NSS is somebody else's.
pub fn nss_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Este NSS ya está en la ficha de {holder} ({identifier}). Flecha abajo y Enter para abrirla, o corrija el \
         número. Si los dos documentos traen este número, escriba el motivo: quedará como NSS por confirmar y no \
         entrará al envío."
    )
}

/// The CURP is somebody else's.
pub fn curp_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Ya hay una persona registrada con esta CURP: {holder} ({identifier}). Flecha abajo y Enter para abrir su \
         ficha. Si los dos documentos traen esta CURP, escriba el motivo: quedará por confirmar."
    )
}

/// Why the clinic can't be saved as it was typed.
pub fn assignment_fault(fault: &AssignmentFault) -> String {
    match fault {
        AssignmentFault::Clinic(fault) => clinic::fault(fault),
        other => incomplete(other.gap().field()).to_owned(),
    }
}

/// What is wrong with a name.
pub fn name_gap(gap: &NameGap) -> Option<(EntryField, String)> {
    match gap {
        NameGap::NoSurname | NameGap::Fault(NameFault::GivenMissing) => None,
        NameGap::Fault(NameFault::SecondWithoutFirst) => Some((
            EntryField::FirstSurname,
            "Falta el primer apellido; si solo tiene uno, va aquí y no en el segundo.".into(),
        )),
        NameGap::Fault(NameFault::TooLong { part, .. }) => Some((
            match part {
                NamePart::Given => EntryField::GivenNames,
                NamePart::FirstSurname => EntryField::FirstSurname,
                NamePart::SecondSurname => EntryField::SecondSurname,
            },
            "Cada parte del nombre admite hasta 80 letras.".into(),
        )),
    }
}

/// «Para el IMSS: PENA SOTO ANA LUCIA · la Ñ irá como N».
pub fn imss_name(name: &str, lost_enye: bool) -> String {
    let notice = if lost_enye {
        format!(" · {ENYE_AS_N}")
    } else {
        String::new()
    };
    format!("Para el IMSS: {name}{notice}")
}

/// What the offers of the form are called.
pub const PROVISIONAL: &str = "folio provisional, hasta que tenga número de control";
/// Beside «Sin apellidos».
pub const NO_SURNAMES_NOTE: &str = "así viene en el acta";
/// The offer.
pub const NO_SURNAMES: &str = "Sin apellidos";
/// Keeping a doubtful NSS.
pub const LEAVE_AS_IS: &str = "Dejarlo así";
/// Beside it.
pub const LEAVE_NSS_NOTE: &str = "se guarda como «NSS por confirmar»";
/// Beside it, for a CURP.
pub const LEAVE_CURP_NOTE: &str = "se guarda como «CURP por confirmar»";
/// Beside a correction that agrees with the year of birth.
pub fn agrees_with_year(year: i32) -> String {
    format!("concuerda con el nacimiento ({year})")
}
/// Beside a correction that nothing contradicts.
pub const AGREES: &str = "sus dígitos concuerdan";
/// Beside a correction of a CURP.
pub const CURP_AGREES: &str = "pasa la verificación";
/// The constancia shows this very number.
pub const SEEN_ON_CONSTANCIA: &str = "Lo trae la constancia";
/// Beside it.
pub const SEEN_ON_CONSTANCIA_NOTE: &str = "queda confirmado con fecha de hoy";
/// Opens the holder's record.
pub fn open_record(name: &str) -> String {
    format!("Abrir la ficha de {name}")
}
/// The reason for a shared number.
pub const SHARED_REASON: &str = "Motivo, si los dos documentos lo traen";
/// Below the CURP, while it proposes.
pub const CURP_PROPOSES: &str = "Enter acepta fecha, sexo y lugar.";
/// The title of a new form.
pub const NEW: &str = "Nuevo estudiante";
/// The title of a correction.
pub const CORRECT: &str = "Corregir la ficha";
/// Beside the cut days of the NSS state.
pub const SINCE: &str = "Desde";
/// The date of the constancia.
pub const CONSTANCIA_OF: &str = "Constancia del";
/// The correo lacks its @.
pub const EMAIL_HINT: &str = "Un correo lleva @. Se guarda como está.";

/// Below a date that was understood: «14 may 2006, 20 años».
pub fn birth(date: NaiveDate, today: NaiveDate) -> String {
    let age = super::dates::years(crate::domain::date::age(date, today));
    format!("{}, {age}", super::dates::short_year(date))
}

/// What the name loses on its way into the file.
pub const ENYE_AS_N: &str = "la Ñ irá como N";

/// Below a provisional folio.
pub const PROVISIONAL_HINT: &str = "Folio provisional; se cambia cuando tenga número de control.";
/// Below a semester after the twelfth.
pub const SEMESTER_AUTHORISED: &str = "Después del 12 hace falta autorización del comité.";
/// Beside the period of today.
pub const CURRENT_PERIOD: &str = "el de hoy";

/// The title of a correction.
pub fn correct(name: &str) -> String {
    format!("Corregir: {name}")
}

/// «12 de 18».
pub fn letters_so_far(typed: usize, of: usize) -> String {
    format!("{typed} de {of} caracteres")
}

/// «9 de 11».
pub fn digits_so_far(typed: usize, of: usize) -> String {
    format!("{typed} de {of} dígitos")
}

/// Below the choice of sex, while the CURP proposes one.
pub fn sex_proposed(sex: &str) -> String {
    format!("{sex}, según la CURP")
}
