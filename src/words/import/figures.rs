//! The figures of a plan, and what was saved of it.

use chrono::NaiveDate;

use crate::domain::import::{Counts, ImportKind};
use crate::words::dates::{self, counted};
use crate::words::said;

/// Below the counter of what is ready: «7 con nota: 5 sin NSS, 2 homónimos».
pub fn noted(counts: &Counts) -> String {
    if counts.noted == 0 {
        return "sin notas".into();
    }
    let mut kinds = Vec::new();
    if counts.without_nss > 0 {
        kinds.push(format!("{} sin NSS", dates::thousands(counts.without_nss)));
    }
    if counts.homonyms > 0 {
        kinds.push(counted(counts.homonyms, "homónimo", "homónimos"));
    }
    let noted = format!("{} con nota", dates::thousands(counts.noted));
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

/// Every figure of a plan with what it counts, line by line, for the console.
pub fn counted_lines(kind: ImportKind, counts: &Counts) -> Vec<(usize, String)> {
    let mut lines = vec![
        (counts.rows, "renglones".to_owned()),
        (counts.new, format!("listos ({})", noted(counts))),
        (
            counts.changes + counts.same,
            format!("ya existían ({})", existed(counts)),
        ),
        (counts.held, "por decidir".to_owned()),
    ];
    if counts.aside > 0 {
        lines.push((
            counts.aside,
            "no se guardan: apartados, o vale otra respuesta".to_owned(),
        ));
    }
    if kind == ImportKind::Enrolled {
        let proposed = dates::thousands(counts.proposed_bajas);
        let told = format!("faltan en la lista ({proposed} con baja propuesta)");
        lines.push((counts.missing, told));
    }
    lines
}

/// What saving would do: «Se agregarán 531 estudiantes (7 con nota) y se actualizarán 12. Quedan 31 renglones por decidir.»
pub fn outlook(kind: ImportKind, counts: &Counts) -> String {
    let does = match kind {
        ImportKind::Bajas => vec![clause(counts.new, "se preparará # baja", "se prepararán # bajas")],
        ImportKind::Altas | ImportKind::Enrolled => vec![
            clause(
                counts.new,
                "se agregará # estudiante",
                "se agregarán # estudiantes",
            )
            .map(|clause| clause + &beside(counts.noted, "con nota")),
            clause(counts.changes, "se actualizará #", "se actualizarán #"),
            clause(
                counts.missing,
                "# dejará de estar inscrito",
                "# dejarán de estar inscritos",
            )
            .map(|clause| clause + &beside(counts.proposed_bajas, "con baja propuesta")),
        ],
    };
    let does = sentence(does, said::and).unwrap_or_else(|| "No hay nada que guardar.".into());
    let waits = clause(
        counts.held,
        "Queda # renglón por decidir.",
        "Quedan # renglones por decidir.",
    );
    followed_by(does, waits)
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

/// «Se agregaron 531 estudiantes (7 con nota), se actualizaron 12 y se prepararon 543 altas para el corte del 30 de
/// noviembre. Quedaron 31 renglones por decidir.»
pub fn done(kind: ImportKind, saved: &Saved, cut: NaiveDate) -> String {
    let (one, many) = match kind {
        ImportKind::Bajas => ("se preparó # baja", "se prepararon # bajas"),
        ImportKind::Altas | ImportKind::Enrolled => ("se preparó # alta", "se prepararon # altas"),
    };
    let did = vec![
        clause(
            saved.added,
            "se agregó # estudiante",
            "se agregaron # estudiantes",
        )
        .map(|clause| clause + &beside(saved.noted, "con nota")),
        clause(saved.changed, "se actualizó #", "se actualizaron #"),
        clause(
            saved.gone,
            "# dejó de estar inscrito",
            "# dejaron de estar inscritos",
        ),
        clause(saved.queued, one, many)
            .map(|clause| format!("{clause} para el corte del {}", dates::day_month(cut))),
    ];
    let did = sentence(did, said::and).unwrap_or_else(|| "No hubo nada que guardar.".into());
    let waits = clause(
        saved.held,
        "Quedó # renglón por decidir.",
        "Quedaron # renglones por decidir.",
    );
    followed_by(did, waits)
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
    let (one, many) = match kind {
        ImportKind::Bajas => ("# baja al corte", "# bajas al corte"),
        ImportKind::Altas | ImportKind::Enrolled => ("# alta al corte", "# altas al corte"),
    };
    let did = vec![
        clause(saved.added, "se agregó #", "se agregaron #"),
        clause(saved.changed, "se actualizó #", "se actualizaron #"),
        clause(saved.gone, "sin inscripción #", "sin inscripción #"),
        clause(saved.queued, one, many),
    ];
    let waits = clause(saved.held, "Queda # por decidir.", "Quedan # por decidir.");
    match sentence(did, |clauses| clauses.join(", ")) {
        Some(did) => followed_by(did, waits),
        None => whole,
    }
}

/// What is said of so many, in the words for one or for several, where «#» stands for the figure; nothing of none.
fn clause(count: usize, one: &str, many: &str) -> Option<String> {
    let words = match count {
        0 => return None,
        1 => one,
        _ => many,
    };
    Some(words.replace('#', &dates::thousands(count)))
}

/// « (7 con nota)», behind what they are counted among; nothing for none.
fn beside(count: usize, words: &str) -> String {
    match count {
        0 => String::new(),
        count => format!(" ({} {words})", dates::thousands(count)),
    }
}

/// The clauses that there are, put together by `joined` into one sentence; `None` if there is none.
fn sentence(clauses: Vec<Option<String>>, joined: impl Fn(&[String]) -> String) -> Option<String> {
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    (!clauses.is_empty()).then(|| format!("{}.", said::capital(&joined(&clauses))))
}

fn followed_by(sentence: String, next: Option<String>) -> String {
    match next {
        Some(next) => format!("{sentence} {next}"),
        None => sentence,
    }
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

    #[test]
    fn what_saving_would_do_is_said_of_one_as_of_many() {
        let one = Counts {
            new: 1,
            changes: 1,
            missing: 1,
            held: 1,
            ..Counts::default()
        };
        assert_eq!(
            outlook(ImportKind::Enrolled, &one),
            "Se agregará 1 estudiante, se actualizará 1 y 1 dejará de estar inscrito. Queda 1 renglón por decidir."
        );
        let many = Counts {
            new: 1_531,
            noted: 7,
            missing: 40,
            proposed_bajas: 12,
            ..Counts::default()
        };
        assert_eq!(
            outlook(ImportKind::Enrolled, &many),
            "Se agregarán 1,531 estudiantes (7 con nota) y 40 dejarán de estar inscritos (12 con baja propuesta)."
        );
        let bajas = Counts { new: 2, ..many };
        assert_eq!(outlook(ImportKind::Bajas, &bajas), "Se prepararán 2 bajas.");
        assert_eq!(
            outlook(ImportKind::Bajas, &Counts::default()),
            "No hay nada que guardar."
        );
    }

    #[test]
    fn where_nothing_was_saved_it_says_so_and_what_waits() {
        let waits = Saved {
            held: 1,
            ..Saved::default()
        };
        for said in [done, done_in_a_line] {
            assert_eq!(
                said(ImportKind::Altas, &waits, cut()),
                "No hubo nada que guardar. Quedó 1 renglón por decidir."
            );
        }
    }
}
