//! People who may be one, compared side by side.

use chrono::NaiveDate;

use super::said::and;
use super::{dates, frame, record};
use crate::domain::alike::Traits;

/// The dialog's title.
pub const TITLE: &str = "Comparar posibles duplicados";
/// The same, where there are several.
pub fn title(at: usize, of: usize) -> String {
    if of > 1 {
        format!("{TITLE} ({at} de {of})")
    } else {
        TITLE.to_owned()
    }
}
/// Above the form that is being filled in.
pub const UNSAVED: &str = "En el formulario";
/// Above the record from which the comparison was asked for.
pub const THIS: &str = "Esta ficha";
/// Above the other one.
pub const OTHER: &str = "La otra";
/// Column.
pub const SAME: &str = "igual";
/// Column.
pub const DIFFERENT: &str = "distinto";
/// Column: only one of them has it.
pub const UNKNOWN: &str = "falta";
/// The button.
pub const ARE_DISTINCT: &str = "Son distintas";
/// The button that opens the other record.
pub const OPEN_OTHER: &str = "Abrir la otra";
/// At the foot of the dialog.
pub const HINT: &str = "La identidad es la matrícula, la CURP y el NSS; nunca el nombre.";
/// The same, where there are several.
pub const HINT_SEVERAL: &str = "Flecha derecha e izquierda: las demás.";

/// The labels of the rows that [`cells`] fills.
pub fn labels(identifier: &str) -> [String; 8] {
    [
        frame::COLUMN_NAME.to_owned(),
        identifier.to_owned(),
        frame::CAREER.to_owned(),
        SEMESTER.to_owned(),
        frame::BIRTH.to_owned(),
        frame::CURP.to_owned(),
        frame::NSS.to_owned(),
        frame::STANDING.to_owned(),
    ]
}

const SEMESTER: &str = "Semestre";

/// What each row says of one of the two; `None` for what is not known.
pub fn cells(of: &Traits, masked: bool) -> [Option<String>; 8] {
    [
        Some(of.name.clone()),
        of.identifier.clone(),
        of.career.as_deref().map(record::career_brief),
        of.semester.map(|it| it.number().to_string()),
        of.born.map(dates::long),
        record::curp(&of.curp, masked),
        record::nss(&of.nss, masked),
        Some(record::standing(of.standing).to_owned()),
    ]
}

/// Below the name of a record: who else bears it, and was not compared yet.
pub fn others(count: usize, same_number: bool) -> String {
    let who = match (count, same_number) {
        (1, true) => "Otra ficha tiene su CURP o su NSS".to_owned(),
        (count, true) => format!("Otras {count} fichas llevan su nombre, su CURP o su NSS"),
        (1, false) => "Hay otra persona con este nombre".to_owned(),
        (count, false) => format!("Hay otras {count} personas con este nombre"),
    };
    format!("{who}. Ctrl+D compara.")
}

/// Nobody is like this person; `apart` were told apart already.
pub fn nobody(name: &str, apart: usize) -> String {
    match apart {
        0 => format!("Nadie más comparte nombre, CURP ni NSS con {name}."),
        1 => format!("La otra persona como {name} ya está anotada como distinta."),
        count => format!("Las otras {count} personas como {name} ya están anotadas como distintas."),
    }
}

/// On a form without a name.
pub const NOBODY_ON_FORM: &str = "Nadie registrado comparte lo que lleva el formulario.";

/// «Quedó anotado: Ramírez Soto, Ana Lucía (25230457) y la de 23230112 son dos personas. No se propondrán otra vez.»
pub fn told_apart(name: &str, identifier: &str, other: &str) -> String {
    format!("Quedó anotado: {name} ({identifier}) y {other} son dos personas. No se propondrán otra vez.")
}

/// It is remembered once the form is saved.
pub fn told_apart_on_form(other: &str) -> String {
    format!("{other} es otra persona: se anotará al guardar.")
}

/// It was remembered before.
pub const ALREADY: &str = "Ya estaban anotadas como dos personas.";
/// A record compared with itself.
pub const SAME_RECORD: &str = "Las dos matrículas son de la misma ficha. Escriba la de la otra persona.";

/// «Lupita anotó que es otra persona que Ramírez Soto, Ana Lucía (23230112)».
pub fn history(clerk: &str, others: &[String]) -> String {
    format!("{clerk} anotó que es otra persona que {}", and(others))
}

/// «Ramírez Soto, Ana Lucía (23230112)».
pub fn person(name: &str, identifier: &str) -> String {
    format!("{name} ({identifier})")
}

/// Who bears the name that is typed on a form, and what they share with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnForm {
    /// How many.
    pub people: usize,
    /// Somebody has its CURP.
    pub same_curp: bool,
    /// Somebody has its NSS.
    pub same_nss: bool,
    /// How many were born on its day.
    pub same_birth: usize,
    /// Whether it has a CURP or a date to compare.
    pub is_known: bool,
}

impl OnForm {
    /// Whether a number is shared, which a new record may not do without a reason.
    pub fn is_serious(self) -> bool {
        self.same_curp || self.same_nss
    }
}

/// Above the people like the one on the form.
pub fn on_form(of: OnForm) -> String {
    let there_are = match of.people {
        1 => "Hay 1 persona con este nombre".to_owned(),
        count => format!("Hay {count} personas con este nombre"),
    };
    match of {
        OnForm { same_curp: true, .. } => {
            "Ya hay una persona registrada con esta CURP. Le sugerimos abrir esa ficha en lugar de crear otra. \
             Compárelas con Ctrl+D."
                .to_owned()
        }
        OnForm { same_nss: true, .. } => {
            "Ya hay una persona registrada con este NSS. Le sugerimos abrir esa ficha en lugar de crear otra. \
             Compárelas con Ctrl+D."
                .to_owned()
        }
        OnForm { is_known: false, .. } => format!("{there_are}. Ctrl+D compara."),
        OnForm { people: 1, same_birth: 0, .. } => format!("{there_are}; no comparte CURP ni fecha."),
        OnForm { same_birth: 0, .. } => format!("{there_are}; ninguna comparte CURP ni fecha."),
        OnForm { people: 1, .. } => format!("{there_are}, y nació el mismo día. Compárelas con Ctrl+D."),
        OnForm { same_birth: 1, .. } => format!("{there_are}; 1 nació el mismo día. Compárelas con Ctrl+D."),
        OnForm { same_birth, .. } => {
            format!("{there_are}; {same_birth} nacieron el mismo día. Compárelas con Ctrl+D.")
        }
    }
}

/// The year of birth, beside one of several of the same name: «n. 2005».
pub fn born(on: NaiveDate) -> String {
    format!("n. {}", on.format("%Y"))
}
