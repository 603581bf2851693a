//! Taking an import back: what went, who stayed, and how the history of a student tells of it.

use super::said::and;
use super::{alike, dates};
use crate::domain::movement::MovementKind;

/// So many of those who stayed are named; the others are counted.
const NAMED: usize = 3;

/// An import, as sentences name it: «la importación de “Altas 2026.xlsx”».
fn import_of(sheet: &str) -> String {
    format!("la importación de “{sheet}”")
}

/// «Se deshizo la importación de “Altas 2026.xlsx”: 529 fichas. 2 cambiaron después y se quedaron como están: …»
pub fn undone(sheet: &str, reverted: u64, left: &[(&str, &str)]) -> String {
    let stayed = stayed(left).map(|it| format!(" {it}")).unwrap_or_default();
    format!("Se deshizo {}: {}.{stayed}", import_of(sheet), records(reverted))
}

/// «Se rehízo la importación de “Altas 2026.xlsx”: 529 fichas.»
pub fn redone(sheet: &str, records_back: u64) -> String {
    format!("Se rehízo {}: {}.", import_of(sheet), records(records_back))
}

/// The taking back was itself taken back: «Volvió la importación de “Altas 2026.xlsx”: 529 fichas.»
pub fn brought_back(sheet: &str, records_back: u64) -> String {
    format!("Volvió {}: {}.", import_of(sheet), records(records_back))
}

/// What taking it back would do: «Se desharía la importación de “Altas 2026.xlsx”: 529 fichas. 2 cambiaron después y se
/// quedarían como están.» Who they are is told below it.
pub fn plan(sheet: &str, reverted: u64, left: u64) -> String {
    let stay = match left {
        0 => String::new(),
        1 => " 1 cambió después y se quedaría como está:".into(),
        left => format!(
            " {} cambiaron después y se quedarían como están:",
            dates::thousands(left)
        ),
    };
    format!("Se desharía {}: {}.{stay}", import_of(sheet), records(reverted))
}

/// Everybody was changed since. Where Ctrl+Z asked, it goes on to the act before.
pub fn nobody_as_imported(sheet: &str, left: &[(&str, &str)], passed_by: bool) -> String {
    let next = if passed_by {
        " Ctrl+Z otra vez deshace lo anterior."
    } else {
        ""
    };
    let by_hand = match left.len() {
        1 => "Corríjala a mano.",
        _ => "Corríjalas a mano.",
    };
    format!(
        "No se deshizo {}. {} {by_hand}{next}",
        import_of(sheet),
        stayed(left).unwrap_or_default()
    )
}

/// No import that stands has the number.
pub fn no_such_import(number: i64) -> String {
    format!("No hay una importación {number} que pueda deshacerse. Puede ser que ya se haya deshecho.")
}

/// «2 cambiaron después y se quedaron como están: Luna Ríos, Ana (25230457); Cruz Soto, Luis (25230460).»
fn stayed(left: &[(&str, &str)]) -> Option<String> {
    let mut who: Vec<String> = left
        .iter()
        .take(NAMED)
        .map(|(name, identifier)| alike::person(name, identifier))
        .collect();
    if left.len() > NAMED {
        who.push(format!("y {} más", dates::thousands((left.len() - NAMED) as u64)));
    }
    let verb = match left.len() {
        0 => return None,
        1 => "cambió después y se quedó como está",
        _ => "cambiaron después y se quedaron como están",
    };
    // Names have commas of their own.
    Some(format!(
        "{} {verb}: {}.",
        dates::thousands(left.len() as u64),
        who.join("; ")
    ))
}

/// «529 fichas».
fn records(count: u64) -> String {
    match count {
        0 => "ninguna ficha".into(),
        1 => "1 ficha".into(),
        count => format!("{} fichas", dates::thousands(count)),
    }
}

/// What an import did with one student, as his or her history tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported<'a> {
    /// Who was at the window.
    pub clerk: &'a str,
    /// File or list; `None` if the journal doesn't know it.
    pub sheet: Option<&'a str>,
    /// The student was registered by it.
    pub is_new: bool,
    /// What it changed of a student who was registered before.
    pub changes: &'a [String],
    /// The movement that it queued, and its cut.
    pub queued: Option<(MovementKind, &'a str)>,
}

/// «Lupita importó la ficha de “Altas 2026.xlsx” y preparó el alta para el corte del 30 nov 2026».
pub fn history(it: Imported<'_>) -> String {
    let sheet = it.sheet.map(|sheet| format!("“{sheet}”"));
    let from = |before: &str| {
        sheet
            .as_ref()
            .map(|sheet| format!(" {before} {sheet}"))
            .unwrap_or_default()
    };
    let mut did = Vec::new();
    if it.is_new {
        did.push(format!("importó la ficha{}", from("de")));
    } else if !it.changes.is_empty() {
        did.push(format!("corrigió{} {}", from("con"), it.changes.join("; ")));
    }
    if let Some((kind, cut)) = it.queued {
        let kind = match kind {
            MovementKind::Alta => "el alta",
            MovementKind::Baja => "la baja",
        };
        let from = if did.is_empty() {
            from("con")
        } else {
            String::new()
        };
        did.push(format!("preparó {kind}{from} para el corte del {cut}"));
    }
    if did.is_empty() {
        did.push(format!("importó la ficha{}", from("de")));
    }
    format!("{} {}", it.clerk, and(&did))
}

/// «Lupita deshizo la importación de “Altas 2026.xlsx”; teléfono: de 922 555 0142 a 922 555 0100».
pub fn history_undone(clerk: &str, sheet: &str, redone: bool, changes: &[String]) -> String {
    let verb = if redone { "rehízo" } else { "deshizo" };
    let changes: String = changes.iter().map(|change| format!("; {change}")).collect();
    format!("{clerk} {verb} {}{changes}", import_of(sheet))
}

/// The register has none.
pub const NONE: &str = "No hay importaciones.";

/// «Altas 2026.xlsx · Hoja1».
pub fn source(file: &str, sheet: Option<&str>) -> String {
    match sheet {
        Some(sheet) => format!("{file} · {sheet}"),
        None => file.to_owned(),
    }
}

/// «531 nuevas, 12 cambiadas, 531 movimientos».
pub fn counts(added: u64, changed: u64, queued: u64) -> String {
    let many = |count: u64, what: &str| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{} {what}{plural}", dates::thousands(count))
    };
    [
        many(added, "nueva"),
        many(changed, "cambiada"),
        many(queued, "movimiento"),
    ]
    .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stayed_is_named_and_the_many_are_counted() {
        let ana = ("Luna Ríos, Ana", "25230457");
        assert_eq!(
            undone("Altas 2026.xlsx", 1529, &[]),
            "Se deshizo la importación de “Altas 2026.xlsx”: 1,529 fichas."
        );
        assert_eq!(
            undone("Altas 2026.xlsx", 1, &[ana]),
            "Se deshizo la importación de “Altas 2026.xlsx”: 1 ficha. 1 cambió después y se quedó como está: Luna \
             Ríos, Ana (25230457)."
        );
        let many = undone("Altas 2026.xlsx", 2, &[ana; 5]);
        assert!(many.contains("5 cambiaron después y se quedaron como están: Luna Ríos, Ana (25230457); "));
        assert!(many.ends_with("; y 2 más."), "{many}");
    }

    #[test]
    fn a_history_says_from_where_and_what_was_prepared() {
        let new = Imported {
            clerk: "Lupita",
            sheet: Some("Altas 2026.xlsx"),
            is_new: true,
            changes: &[],
            queued: Some((MovementKind::Alta, "30 nov 2026")),
        };
        assert_eq!(
            history(new),
            "Lupita importó la ficha de “Altas 2026.xlsx” y preparó el alta para el corte del 30 nov 2026"
        );
        let changes = ["teléfono: 922 555 0142".to_owned()];
        let changed = Imported {
            is_new: false,
            changes: &changes,
            queued: None,
            ..new
        };
        assert_eq!(
            history(changed),
            "Lupita corrigió con “Altas 2026.xlsx” teléfono: 922 555 0142"
        );
        let queued = Imported { is_new: false, ..new };
        assert_eq!(
            history(queued),
            "Lupita preparó el alta con “Altas 2026.xlsx” para el corte del 30 nov 2026"
        );
    }
}
