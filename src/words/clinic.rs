//! Clinics, turno, consultorio and agregado: what they are called, and what is said about what was typed.

mod catalogue;

use chrono::NaiveDate;

pub use catalogue::*;

use super::dates;
use crate::domain::clinic::{
    Agregado, AgregadoFault, Assignment, Clinic, ClinicFault, ClinicKind, ClinicSource, Delegacion, Seen,
    Shift,
};

/// The dialog's title.
pub const TITLE: &str = "UMF, turno y consultorio";
/// Field.
pub const UMF: &str = "UMF";
/// In it, while it is empty.
pub const NUMBER_HINT: &str = "n.º o ciudad";
/// Below it, on a form.
pub const MAY_BE_EMPTY: &str = "Puede ir vacía.";
/// On the form of a record, which shows the clinic and does not ask for it.
pub const CHANGED_WITH_SOURCE: &str = "Se cambia en la ficha con Ctrl+U, que pide de dónde se tomó.";
/// Above the sources.
pub const READ_IN: &str = "De dónde se tomó";
/// Field.
pub const READ_ON: &str = "Fecha";
/// Field.
pub const SHIFT: &str = "Turno";
/// The turno of the morning.
pub const MORNING: &str = "Matutino";
/// The turno of the afternoon.
pub const EVENING: &str = "Vespertino";
/// A turno that is neither of the two.
pub const OTHER_SHIFT: &str = "Otro";
/// No turno is known.
pub const NO_SHIFT: &str = "No consta";
/// Field.
pub const OTHER_SHIFT_LABEL: &str = "¿Cuál turno?";
/// Field.
pub const ROOM: &str = "Consultorio";
/// Field.
pub const AGREGADO: &str = "Agregado médico";
/// Title of the fields of a clinic that is new.
pub const NEW_CLINIC: &str = "Clínica nueva en el catálogo";
/// Field.
pub const DELEGACION: &str = "Delegación";
/// In it, while it is empty.
pub const DELEGACION_HINT: &str = "número o estado";
/// Field.
pub const KIND: &str = "Tipo";
/// Field.
pub const NAME: &str = "Nombre u hospital";
/// Field.
pub const CITY: &str = "Ciudad";
/// The button of the record.
pub const CLINIC: &str = "Clínica";
/// The label of turno and consultorio together.
pub const SHIFT_AND_ROOM: &str = "Turno y consultorio";
/// Nobody has read a clinic.
pub const NOT_REGISTERED: &str = "Sin registrar";
/// Beside it.
pub const STUDENT_CHOOSES: &str = "la elige en línea";
/// Beside an agregado that nobody read.
pub const SUGGESTED: &str = "sugerido";

/// Nobody has said where it was read.
pub const SOURCE_MISSING: &str =
    "Elija de dónde lo tomó: C, constancia; R, carnet; E, lo dice el estudiante.";
/// The dialog is empty, and so is the record.
pub const NOTHING_TYPED: &str = "Escriba el número de la clínica, o Esc para dejarla vacía.";
/// The console was given nothing to write down.
pub const NOTHING_TO_NOTE: &str = "Diga la clínica, el turno, el consultorio o el agregado que se anota.";
/// A new clinic without its delegación.
pub const DELEGACION_MISSING: &str =
    "Falta la delegación del IMSS. Escriba su número o el estado: 22, Puebla.";
/// A consultorio that is none.
pub const ROOM_FAULT: &str = "El consultorio lleva hasta tres letras o números.";
/// «Otro» was chosen, and nothing written.
pub const OTHER_SHIFT_MISSING: &str = "Escriba el turno como viene en el documento.";
/// Turno and consultorio were those of another clinic.
pub const OF_THE_OTHER_CLINIC: &str =
    "Turno y consultorio eran de la clínica anterior; escriba los nuevos si constan.";
/// Below a clinic that is the one of the record.
pub const SAME_AS_RECORD: &str = "La que está en la ficha.";
/// Below an agregado that is only proposed.
pub const AGREGADO_SUGGESTED: &str = "Sugerido: Enter lo toma si así viene.";
/// The note of a dialog that would empty the record.
pub const TO_BE_EMPTIED: &str = "Se quitará la clínica de la ficha.";

/// «UMF».
pub fn kind(kind: ClinicKind) -> &'static str {
    match kind {
        ClinicKind::Umf => "UMF",
        ClinicKind::HgzUmf => "HGZ/UMF",
        ClinicKind::HgsUmf => "HGS/UMF",
    }
}

/// «UMF 36 · Minatitlán».
pub fn label(clinic: &Clinic) -> String {
    let name = format!("{} {}", kind(clinic.kind), clinic.key.number);
    match place(clinic) {
        Some(place) => format!("{name} · {place}"),
        None => name,
    }
}

/// «Clínica: HGZ/UMF 12, Hospital Ejemplo, Ciudad Ejemplo», as papers write it.
pub fn on_paper(clinic: &Clinic) -> String {
    let parts: Vec<&str> = [&clinic.name, &clinic.city]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    let number = format!("Clínica: {} {}", kind(clinic.kind), clinic.key.number);
    if parts.is_empty() {
        number
    } else {
        format!("{number}, {}", parts.join(", "))
    }
}

/// As a field holds it: «36 · Minatitlán», with the delegación in front where it is not the usual one.
pub fn typed(clinic: &Clinic, usual: Option<Delegacion>) -> String {
    let key = clinic.key;
    let number = if usual == Some(key.delegacion) {
        key.number.to_string()
    } else {
        format!("{}/{}", key.delegacion.code(), key.number)
    };
    match place(clinic) {
        Some(place) => format!("{number} · {place}"),
        None => number,
    }
}

/// Where it is: its city, or else its name.
fn place(clinic: &Clinic) -> Option<&str> {
    clinic.city.as_deref().or(clinic.name.as_deref())
}

/// «32 Veracruz Sur».
pub fn delegacion(delegacion: Delegacion) -> String {
    format!("{} {}", delegacion.code(), delegacion.name())
}

/// «HGZ/UMF · 32 Veracruz Sur · 41 estudiantes».
pub fn offer_note(clinic: &Clinic, students: u64) -> String {
    format!(
        "{} · {} · {}",
        kind(clinic.kind),
        delegacion(clinic.key.delegacion),
        self::students(students)
    )
}

/// «41 estudiantes».
pub fn students(count: u64) -> String {
    match count {
        1 => "1 estudiante".to_owned(),
        count => format!("{} estudiantes", dates::thousands(count)),
    }
}

/// Below a clinic that was understood: «HGZ/UMF 36 · Minatitlán, delegación 32 Veracruz Sur».
pub fn understood(clinic: &Clinic) -> String {
    format!(
        "{}, delegación {}",
        label(clinic),
        delegacion(clinic.key.delegacion)
    )
}

/// Below a number that the catalogue does not have.
pub const IS_NEW: &str = "No está en el catálogo: se agregará. Abajo puede completar sus datos.";

/// The same, where its data are not asked for.
pub const IS_NEW_BRIEF: &str = "No está en el catálogo: se agregará. Sus datos se completan con Ctrl+U.";
/// Why what was typed names no clinic.
pub fn fault(fault: &ClinicFault) -> String {
    match fault {
        ClinicFault::NoNumber(typed) if typed.is_empty() => "Escriba el número de la clínica.".to_owned(),
        ClinicFault::NoNumber(typed) => {
            format!(
                "No hay una sola clínica que se llame «{typed}». Escriba su número, o elija con flecha abajo."
            )
        }
        ClinicFault::OutOfRange(typed) => {
            format!("El número de una clínica va del 1 al 999; aquí dice «{typed}».")
        }
        ClinicFault::NoSuchDelegacion(typed) => {
            format!(
                "No hay una delegación «{typed}» en el IMSS. Escríbala como 22 (Puebla) o 32 (Veracruz Sur)."
            )
        }
        ClinicFault::NoDelegacion => {
            "Falta la delegación. Escríbala delante del número, como 22/36, o en el catálogo.".to_owned()
        }
    }
}

/// «Constancia».
pub fn source(source: ClinicSource) -> &'static str {
    match source {
        ClinicSource::Constancia => "Constancia",
        ClinicSource::Carnet => "Carnet",
        ClinicSource::Student => "El estudiante",
        ClinicSource::Form => "La ficha",
    }
}

/// The letter that chooses a source, shown beside it.
pub fn source_letter(source: ClinicSource) -> char {
    match source {
        ClinicSource::Constancia => 'C',
        ClinicSource::Carnet => 'R',
        ClinicSource::Student => 'E',
        ClinicSource::Form => 'F',
    }
}

/// «según constancia del 20 nov 2026».
pub fn seen(seen: Seen) -> String {
    let on = dates::short_year(seen.on);
    match seen.source {
        ClinicSource::Constancia => format!("según constancia del {on}"),
        ClinicSource::Carnet => format!("según carnet, visto el {on}"),
        ClinicSource::Student => format!("lo dijo el estudiante el {on}"),
        ClinicSource::Form => format!("capturado en la ficha el {on}"),
    }
}

/// Beside the clinic on the record: «20 nov» for what a constancia says, with its source for anything else.
pub fn seen_note(seen: Seen, today: NaiveDate) -> String {
    match seen.source {
        ClinicSource::Constancia => day(seen.on, today),
        _ => seen_brief(seen, today),
    }
}

/// «constancia, 20 nov».
pub fn seen_brief(seen: Seen, today: NaiveDate) -> String {
    let on = day(seen.on, today);
    match seen.source {
        ClinicSource::Constancia => format!("constancia, {on}"),
        ClinicSource::Carnet => format!("carnet, {on}"),
        ClinicSource::Student => format!("lo dijo, {on}"),
        ClinicSource::Form => format!("capturada, {on}"),
    }
}

/// «20 nov», with its year where that is another one.
fn day(on: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike;

    if on.year() == today.year() {
        dates::short(on)
    } else {
        dates::short_year(on)
    }
}

/// «Vespertino».
pub fn shift(shift: &Shift) -> String {
    match shift {
        Shift::Morning => MORNING.to_owned(),
        Shift::Evening => EVENING.to_owned(),
        Shift::Other(text) => text.clone(),
    }
}

/// «Vespertino · consultorio 4»; nothing where neither is known.
pub fn shift_and_room(assignment: &Assignment) -> Option<String> {
    let shift = assignment.shift.as_ref().map(shift);
    let room = assignment
        .room
        .as_ref()
        .map(|room| format!("consultorio {}", room.as_str()));
    match (shift, room) {
        (Some(shift), Some(room)) => Some(format!("{shift} · {room}")),
        (None, Some(room)) => Some(room.replacen('c', "C", 1)),
        (shift, None) => shift,
    }
}

/// What is wrong with an agregado.
pub fn agregado_fault(fault: AgregadoFault) -> String {
    match fault {
        AgregadoFault::Length(found) => format!(
            "El agregado lleva 8 caracteres, como 1M2004ES; aquí hay {found}. Cópielo del carnet o déjelo vacío."
        ),
        AgregadoFault::Shape => {
            "El agregado se escribe como 1M2004ES: calidad, sexo, año de nacimiento y dos letras. Cópielo del carnet \
             o déjelo vacío."
                .to_owned()
        }
    }
}

/// The agregado's year is not the CURP's.
pub fn agregado_year(agregado: &Agregado, born: i32) -> String {
    format!(
        "El agregado dice nacimiento {} y la ficha, {born}. Puede ser correcto; confírmelo con el documento.",
        agregado.birth_year()
    )
}

/// «Se anotará: UMF 36 · Minatitlán, según constancia del 21 nov 2026.»
pub fn to_be_noted(what: &str, seen: Seen) -> String {
    format!("Se anotará: {what}, {}.", self::seen(seen))
}

/// «Se anotó la clínica de Ramírez Soto, Ana Lucía: UMF 36 · Minatitlán.»
pub fn noted(name: &str, what: &str) -> String {
    format!("Se anotó la clínica de {name}: {what}.")
}

/// The clinic was taken off the record.
pub fn emptied(name: &str) -> String {
    format!("La ficha de {name} quedó sin clínica.")
}

/// Nothing was different.
pub fn nothing_changed(name: &str) -> String {
    format!("La clínica de {name} ya estaba así; no hubo cambios.")
}

/// The document's date has not come.
pub fn in_future(on: NaiveDate) -> String {
    format!(
        "La fecha del documento no puede ser posterior a hoy; aquí dice {}.",
        dates::long(on)
    )
}

/// «UMF 36 · Minatitlán · Vespertino · consultorio 4 · 1F2006ES».
pub fn told(clinic: Option<&Clinic>, assignment: &Assignment) -> String {
    let parts: Vec<String> = clinic
        .map(label)
        .into_iter()
        .chain(shift_and_room(assignment))
        .chain(assignment.agregado.as_ref().map(|it| it.as_str().to_owned()))
        .collect();
    parts.join(" · ")
}

/// «En la ficha: UMF 36 · Minatitlán · Vespertino · consultorio 4 (constancia, 20 nov)».
pub fn recorded(clinic: Option<&Clinic>, assignment: &Assignment, today: NaiveDate) -> String {
    let told = told(clinic, assignment);
    match assignment.seen {
        _ if told.is_empty() => "En la ficha todavía no hay clínica.".to_owned(),
        None => format!("En la ficha: {told}."),
        Some(seen) => format!("En la ficha: {told} ({}).", seen_brief(seen, today)),
    }
}
