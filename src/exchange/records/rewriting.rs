//! What a name became on its way into the file.

use super::{RecordFault, Rewriting};
use crate::domain::dispatch::DispatchLine;
use crate::domain::imss_file::Filler;
use crate::domain::person_name::{Enye, ImssName, NamePart, NameProblem};

/// Each change of a line's name, once for each part in which it happened.
///
/// # Errors
/// [`RecordFault::NotCarried`] for a letter that was left out because no plain letter stands for it.
pub(super) fn of(line: &DispatchLine) -> Result<Vec<Rewriting>, RecordFault> {
    // Which of the two the closing took shows in each part; where there is no Ñ they are one.
    let ways = [line.name.imss(Enye::AsN), line.name.imss(Enye::Kept)];
    let mut found = Vec::new();
    for field in [Filler::FirstSurname, Filler::SecondSurname, Filler::Given] {
        let Some(part) = field.name_part() else {
            continue;
        };
        let (before, written) = match part {
            NamePart::FirstSurname => (line.name.first_surname(), &line.imss.first_surname),
            NamePart::SecondSurname => (line.name.second_surname(), &line.imss.second_surname),
            NamePart::Given => (Some(line.name.given()), &line.imss.given),
        };
        let before = before.unwrap_or_default();
        let Some(way) = ways.iter().find(|way| part_of(way, part) == written) else {
            found.push(Rewriting {
                row: line.number,
                part,
                before: before.to_owned(),
                after: written.clone(),
            });
            continue;
        };
        if let Some(ch) = left_out(way, before) {
            return Err(RecordFault::NotCarried {
                row: line.number,
                field,
                text: before.to_owned(),
                ch,
            });
        }
        let changes = way.changes.iter().filter(|change| change.part() == part);
        found.extend(changes.map(|change| {
            let (before, after) = change.letters();
            Rewriting {
                row: line.number,
                part,
                before: before.to_string(),
                after: after.map(String::from).unwrap_or_default(),
            }
        }));
    }
    Ok(found)
}

fn part_of(name: &ImssName, part: NamePart) -> &String {
    match part {
        NamePart::FirstSurname => &name.first_surname,
        NamePart::SecondSurname => &name.second_surname,
        NamePart::Given => &name.given,
    }
}

/// The first letter of a part that nothing stands for in the file.
fn left_out(name: &ImssName, part: &str) -> Option<char> {
    let is_here = |ch: char| part.chars().flat_map(char::to_uppercase).any(|it| it == ch);
    name.problems().into_iter().find_map(|problem| match problem {
        NameProblem::NotCarried { ch } if is_here(ch) => Some(ch),
        NameProblem::NotCarried { .. } | NameProblem::TooLong { .. } => None,
    })
}
