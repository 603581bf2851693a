//! Whom a row is about, by identifier, CURP or NSS, and what to do with a number that is somebody else's.

use super::super::column::Column;
use super::super::decisions::{Cause, Choice, Decisions, Doubt, Shown, Why};
use super::super::merge::Keeps;
use super::super::names::same_words;
use super::super::plan::PlannedRow;
use super::super::reading::RowReading;
use super::super::register::{Asked, Known, Register};
use super::Planner;
use crate::domain::control_number::{Identifier, ProvisionalFolio};
use crate::domain::person_name::fold;
use crate::domain::student::{CurpRecord, NssRecord, Student};

impl Planner {
    /// The record that a row is about, by identifier, CURP or NSS; never by name alone.
    pub(super) fn find<R: Register>(
        &self,
        asked: &Asked<'_>,
        register: &R,
        at: usize,
        row: &mut PlannedRow,
    ) -> Result<Option<Known>, R::Fault> {
        let reading = &self.readings[at];
        let by_identifier = match reading.identifier.as_str() {
            "" => None,
            identifier => register.by_identifier(identifier)?,
        };
        let mut found = by_identifier.map(|id| register.known(id)).transpose()?;
        if let Some(known) = &found
            && self.is_another(reading, &known.student)
        {
            let doubt = taken(
                Column::Identifier,
                &reading.identifier,
                &known.student,
                None,
                false,
            );
            row.doubts.push(doubt);
        }
        // Who has the numbers, as far as that is not the record itself; a doubtful one may be somebody else's too.
        let has = |known: &Option<Known>, text: fn(&Student) -> Option<&str>, number: &str| {
            known.as_ref().and_then(|known| text(&known.student)) == Some(number)
        };
        let mut others = Vec::new();
        let curp = reading.curp_text.as_str();
        if !curp.is_empty()
            && !has(&found, |it| it.particulars.curp.text(), curp)
            && let Some(holder) = register.by_curp(curp)?
        {
            match &found {
                None if reading.curp.is_some() => found = Some(register.known(holder)?),
                _ => others.push((Column::Curp, curp, &reading.entry.curp_shared, holder)),
            }
        }
        let nss = reading.nss_text.as_str();
        if !nss.is_empty()
            && !has(&found, |it| it.particulars.nss.text(), nss)
            && let Some(holder) = register.by_nss(nss)?
        {
            let known = match &found {
                None if reading.nss.is_some() => Some(register.known(holder)?),
                _ => None,
            };
            match known {
                Some(known) if self.is_likely(reading, &known.student) => found = Some(known),
                _ => others.push((Column::Nss, nss, &reading.entry.nss_shared, holder)),
            }
        }
        for (column, number, shared, holder) in others {
            if shared.is_empty() && found.as_ref().is_none_or(|known| known.student.id != holder) {
                let choice = asked.decisions.choice(reading.number, Cause::TakenNumber);
                let holder = register.known(holder)?.student;
                push(&mut row.doubts, taken(column, number, &holder, choice, true));
            }
        }
        Ok(found)
    }

    /// Whether a record with the row's identifier is somebody else for sure: another CURP, and no part of the name.
    fn is_another(&self, reading: &RowReading, found: &Student) -> bool {
        let other_curp = match (&reading.curp, found.particulars.curp.valid()) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        };
        other_curp && !shares_a_name(reading, found)
    }

    /// Whether a record with the row's NSS may be of the same person.
    fn is_likely(&self, reading: &RowReading, found: &Student) -> bool {
        let other_curp = match (&reading.curp, found.particulars.curp.valid()) {
            (Some(one), Some(other)) => one != other,
            _ => false,
        };
        !other_curp && (reading.name.is_none() || shares_a_name(reading, found))
    }

    /// A number that several students of the sheet have.
    pub(super) fn refuse_shared(&self, asked: &Asked<'_>, at: usize, row: &mut PlannedRow) {
        let reading = &self.readings[at];
        let own = self.answers[at].first().copied().unwrap_or(at);
        for (column, text) in reading.numbers() {
            let other = self
                .holders
                .get(&(column, text.to_owned()))
                .and_then(|holders| holders.iter().find(|holder| **holder != own));
            if let Some(&other) = other {
                let choice = asked.decisions.choice(reading.number, Cause::TakenNumber);
                let doubt = Doubt {
                    cause: Cause::TakenNumber,
                    column,
                    also: None,
                    says: Shown::text(text),
                    proposal: Some(Shown::Nothing),
                    why: Why::AlsoInRow(self.readings[other].number),
                    choice,
                };
                push(&mut row.doubts, doubt);
            }
        }
    }

    /// The row without the number that is somebody else's, where there is one.
    pub(super) fn without_taken(&self, at: usize, row: &PlannedRow) -> Option<RowReading> {
        let taken = row
            .doubts
            .iter()
            .find(|doubt| doubt.cause == Cause::TakenNumber)?;
        let mut reading = self.readings[at].clone();
        // Two numbers of one row stand in one doubt.
        for column in [taken.column].into_iter().chain(taken.also) {
            match column {
                Column::Nss => reading.forget_nss(),
                Column::Curp => reading.forget_curp(),
                _ => {}
            }
        }
        Some(reading)
    }
}

/// Where the record is there and its name has the words of the cell, nobody has to part them.
pub(super) fn settle_known_name(reading: &RowReading, found: &Student, row: &mut PlannedRow) {
    let is_about_a_name = |doubt: &Doubt| matches!(doubt.cause, Cause::NameInOneCell | Cause::Incomplete);
    if !row.doubts.iter().any(is_about_a_name) {
        return;
    }
    let same = reading
        .name
        .as_ref()
        .is_some_and(|name| same_words(&name.natural(), &found.particulars.name.natural()));
    // A row that only names somebody by a number needs no name either.
    let has_none = reading.entry.given_names.is_empty() && reading.entry.first_surname.is_empty();
    if same || has_none {
        row.doubts.retain(|doubt| !is_about_a_name(doubt));
    }
}

/// The identifier that a found record keeps or gets, and the folio that it replaces.
pub(super) fn same_person(
    decisions: &Decisions,
    reading: &RowReading,
    found: &Student,
    row: &mut PlannedRow,
) -> (Identifier, Option<ProvisionalFolio>) {
    let own = found.particulars.identifier.clone();
    let is_same = reading.identifier.is_empty()
        || reading.identifier == own.as_str()
        || found
            .former_folio
            .as_ref()
            .is_some_and(|folio| folio.as_str() == reading.identifier);
    if is_same {
        return (own, None);
    }
    let Ok(sheets) = crate::domain::control_number::ControlNumber::parse(&reading.identifier) else {
        return (own, None);
    };
    let by = match &reading.curp {
        Some(curp) if found.particulars.curp.text() == Some(curp.as_str()) => Column::Curp,
        _ => Column::Nss,
    };
    // A folio is replaced by the number that the school gave; of two numbers the register's stays.
    let (proposed, other) = match &own {
        Identifier::Provisional(folio) => (
            (Identifier::Control(sheets), Some(folio.clone())),
            (own.clone(), None),
        ),
        Identifier::Control(_) => ((own.clone(), None), (Identifier::Control(sheets), None)),
    };
    let choice = decisions.choice(reading.number, Cause::SamePerson);
    row.doubts.push(Doubt {
        cause: Cause::SamePerson,
        column: Column::Identifier,
        also: None,
        says: Shown::text(&reading.identifier),
        proposal: Some(Shown::text(proposed.0.as_str())),
        why: Why::RegisteredAs {
            by,
            identifier: own.as_str().to_owned(),
            name: found.particulars.name.formal(),
        },
        choice,
    });
    if choice == Some(Choice::Other) {
        other
    } else {
        proposed
    }
}

/// Where the record has another right number than the sheet: which of the two it keeps.
pub(super) fn other_numbers(
    decisions: &Decisions,
    reading: &RowReading,
    found: &Student,
    row: &mut PlannedRow,
) -> Keeps {
    let choice = decisions.choice(reading.number, Cause::OtherNumber);
    let mut entered = false;
    let mut doubt = |column, says: String, has: String, confirmed| {
        entered = true;
        let doubt = Doubt {
            cause: Cause::OtherNumber,
            column,
            also: None,
            says: Shown::Text(says),
            proposal: Some(Shown::Text(has.clone())),
            why: Why::RecordHas {
                number: has,
                confirmed,
            },
            choice,
        };
        push(&mut row.doubts, doubt);
    };
    if let (CurpRecord::Valid(has), Some(says)) = (&found.particulars.curp, &reading.curp)
        && has != says
    {
        doubt(Column::Curp, says.grouped(), has.grouped(), false);
    }
    let confirmed = matches!(found.particulars.nss, NssRecord::Confirmed { .. });
    if let (Some(has), Some(says)) = (found.particulars.nss.trusted(), &reading.nss)
        && has != says
    {
        doubt(Column::Nss, says.grouped(), has.grouped(), confirmed);
    }
    let keeps = entered && choice != Some(Choice::Other);
    Keeps {
        curp: keeps,
        nss: keeps,
    }
}

/// A number of the row that is somebody else's.
fn taken(
    column: Column,
    number: &str,
    holder: &Student,
    choice: Option<Choice>,
    may_be_left_out: bool,
) -> Doubt {
    Doubt {
        cause: Cause::TakenNumber,
        column,
        also: None,
        says: Shown::text(number),
        proposal: may_be_left_out.then_some(Shown::Nothing),
        why: Why::BelongsTo {
            identifier: holder.particulars.identifier.as_str().to_owned(),
            name: holder.particulars.name.formal(),
        },
        choice: choice.filter(|_| may_be_left_out),
    }
}

/// Enters a doubt, or joins it with one of the same cause.
pub(super) fn push(doubts: &mut Vec<Doubt>, doubt: Doubt) {
    match doubts.iter_mut().find(|it| it.cause == doubt.cause) {
        Some(first) => first.join(doubt),
        None => doubts.push(doubt),
    }
}

/// Whether row and record have a word of their surnames or names in common.
fn shares_a_name(reading: &RowReading, found: &Student) -> bool {
    let Some(name) = &reading.name else { return true };
    let one = fold(&name.natural());
    let other = fold(&found.particulars.name.natural());
    one.split(' ')
        .filter(|word| word.len() > 2)
        .any(|word| other.split(' ').any(|it| it == word))
}
