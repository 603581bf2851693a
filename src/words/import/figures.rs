//! The figures of a plan, and what was saved of it.

use chrono::NaiveDate;

use crate::domain::import::{Counts, ImportKind};
use crate::words::{dates, said};

/// A figure and its noun, with thousands separators: «31 renglones».
pub fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", dates::thousands(count as u64)),
    }
}

/// Below the counter of what is ready: «7 con nota: 5 sin NSS, 2 homónimos».
pub fn noted(counts: &Counts) -> String {
    if counts.noted == 0 {
        return "sin notas".into();
    }
    let mut kinds = Vec::new();
    if counts.without_nss > 0 {
        kinds.push(format!("{} sin NSS", dates::thousands(counts.without_nss as u64)));
    }
    if counts.homonyms > 0 {
        kinds.push(counted(counts.homonyms, "homónimo", "homónimos"));
    }
    let noted = format!("{} con nota", dates::thousands(counts.noted as u64));
    match kinds[..] {
        [] => noted,
        _ => format!("{noted}: {}", kinds.join(", ")),
    }
}

/// Below the counter of those who were there: «12 cambian; 26 quedan igual».
pub fn existed(counts: &Counts) -> String {
    format!(
        "{}; {}",
        counted(counts.changes, "cambia", "cambian"),
        counted(counts.same, "queda igual", "quedan igual")
    )
}

/// What a commit would do: «Se agregarán 531 estudiantes (7 con nota) y se actualizarán 12. Quedan 31 renglones por decidir.»
pub fn outlook(kind: ImportKind, counts: &Counts) -> String {
    let mut does = Vec::new();
    match kind {
        ImportKind::Bajas => {
            if counts.new > 0 {
                does.push(match counts.new {
                    1 => "se preparará 1 baja".to_owned(),
                    many => format!("se prepararán {} bajas", dates::thousands(many as u64)),
                });
            }
        }
        ImportKind::Altas | ImportKind::Enrolled => {
            if counts.new > 0 {
                does.push(format!(
                    "{} {}{}",
                    if counts.new == 1 {
                        "se agregará"
                    } else {
                        "se agregarán"
                    },
                    counted(counts.new, "estudiante", "estudiantes"),
                    with_notes(counts.noted)
                ));
            }
            if counts.changes > 0 {
                does.push(match counts.changes {
                    1 => "se actualizará 1".to_owned(),
                    many => format!("se actualizarán {}", dates::thousands(many as u64)),
                });
            }
            if counts.missing > 0 {
                does.push(format!(
                    "{} dejarán de estar inscritos ({} con baja propuesta)",
                    dates::thousands(counts.missing as u64),
                    dates::thousands(counts.proposed_bajas as u64)
                ));
            }
        }
    }
    let does = match does[..] {
        [] => "No hay nada que guardar.".to_owned(),
        _ => format!("{}.", said::capital(&said::and(&does))),
    };
    match counts.held {
        0 => does,
        held => format!("{does} {}", waiting(held)),
    }
}

fn with_notes(noted: usize) -> String {
    match noted {
        0 => String::new(),
        noted => format!(" ({} con nota)", dates::thousands(noted as u64)),
    }
}

/// «Quedan 31 renglones por decidir.»
fn waiting(held: usize) -> String {
    match held {
        1 => "Queda 1 renglón por decidir.".into(),
        many => format!("Quedan {} renglones por decidir.", dates::thousands(many as u64)),
    }
}

/// What was saved, as figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Saved {
    /// Students who were registered.
    pub added: usize,
    /// Of those, how many bear a note.
    pub noted: usize,
    /// Records that were changed.
    pub changed: usize,
    /// Movements that were queued.
    pub queued: usize,
    /// Students who are enrolled no more.
    pub gone: usize,
    /// Rows that still wait.
    pub held: usize,
}

/// «Se agregaron 531 estudiantes (7 con nota) y se actualizaron 12. Quedaron 31 renglones por decidir. Puede deshacerlo con
/// Ctrl+Z o, más tarde, desde Historia.»
pub fn done(kind: ImportKind, saved: &Saved, cut: NaiveDate) -> String {
    let mut did = Vec::new();
    if saved.added > 0 {
        did.push(format!(
            "{} {}{}",
            if saved.added == 1 {
                "se agregó"
            } else {
                "se agregaron"
            },
            counted(saved.added, "estudiante", "estudiantes"),
            with_notes(saved.noted)
        ));
    }
    if saved.changed > 0 {
        did.push(match saved.changed {
            1 => "se actualizó 1".to_owned(),
            many => format!("se actualizaron {}", dates::thousands(many as u64)),
        });
    }
    if saved.gone > 0 {
        did.push(match saved.gone {
            1 => "1 dejó de estar inscrito".to_owned(),
            many => format!("{} dejaron de estar inscritos", dates::thousands(many as u64)),
        });
    }
    if saved.queued > 0 {
        let (one, many) = match kind {
            ImportKind::Bajas => ("baja", "bajas"),
            ImportKind::Altas | ImportKind::Enrolled => ("alta", "altas"),
        };
        did.push(format!(
            "{} {} para el corte del {}",
            if saved.queued == 1 {
                "se preparó"
            } else {
                "se prepararon"
            },
            counted(saved.queued, one, many),
            dates::day_month(cut)
        ));
    }
    if did.is_empty() {
        let nothing = "No hubo nada que guardar.";
        return match saved.held {
            0 => nothing.to_owned(),
            held => format!("{nothing} {}", waiting(held)),
        };
    }
    let mut text = format!("{}.", said::capital(&said::and(&did)));
    if saved.held > 0 {
        text.push(' ');
        text.push_str(&match saved.held {
            1 => "Quedó 1 renglón por decidir.".to_owned(),
            many => format!(
                "Quedaron {} renglones por decidir.",
                dates::thousands(many as u64)
            ),
        });
    }
    text
}

/// As many characters as the status bar holds in the smallest window, beside the key that takes it back.
const LINE: usize = 82;

/// The same for the status bar: the whole sentence where it fits, else as few words as tell every figure: «Se agregaron
/// 546, se actualizaron 12, 584 altas al corte. Quedan 16 por decidir.»
pub fn done_in_a_line(kind: ImportKind, saved: &Saved, cut: NaiveDate) -> String {
    let whole = done(kind, saved, cut);
    if whole.chars().count() <= LINE {
        return whole;
    }
    let figure = |count: usize, one: &str, many: &str| {
        let words = if count == 1 { one } else { many };
        (count > 0).then(|| format!("{words} {}", dates::thousands(count as u64)))
    };
    let movements = match (kind, saved.queued) {
        (_, 0) => None,
        (ImportKind::Bajas, count) => Some(format!("{} al corte", counted(count, "baja", "bajas"))),
        (_, count) => Some(format!("{} al corte", counted(count, "alta", "altas"))),
    };
    let did: Vec<String> = [
        figure(saved.added, "se agregó", "se agregaron"),
        figure(saved.changed, "se actualizó", "se actualizaron"),
        figure(saved.gone, "sin inscripción", "sin inscripción"),
        movements,
    ]
    .into_iter()
    .flatten()
    .collect();
    let waits = match saved.held {
        0 => String::new(),
        1 => " Queda 1 por decidir.".to_owned(),
        many => format!(" Quedan {} por decidir.", dates::thousands(many as u64)),
    };
    format!("{}.{waits}", said::capital(&did.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut() -> NaiveDate {
        "2026-11-30".parse().unwrap()
    }

    #[test]
    fn what_was_saved_is_told_whole_where_it_fits_and_by_its_figures_where_it_does_not() {
        let few = Saved {
            added: 19,
            queued: 19,
            held: 1,
            ..Saved::default()
        };
        assert_eq!(
            done(ImportKind::Altas, &few, cut()),
            "Se agregaron 19 estudiantes y se prepararon 19 altas para el corte del 30 de noviembre. Quedó 1 renglón por \
             decidir."
        );
        let many = Saved {
            added: 1_546,
            noted: 7,
            changed: 1_012,
            queued: 2_584,
            held: 16,
            ..Saved::default()
        };
        let line = done_in_a_line(ImportKind::Altas, &many, cut());
        assert_eq!(
            line,
            "Se agregaron 1,546, se actualizaron 1,012, 2,584 altas al corte. Quedan 16 por decidir."
        );
        assert_eq!(
            done_in_a_line(
                ImportKind::Altas,
                &Saved {
                    changed: 1,
                    ..Saved::default()
                },
                cut()
            ),
            "Se actualizó 1."
        );
    }
}
