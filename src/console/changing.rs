//! What changes a record's insurance, takes it back, or puts it on paper: one act each.

use std::io::Write;
use std::path::Path;

use super::{Ended, Outcome, Stop};
use crate::desk::{Desk, Queueing, redone, undone};
use crate::domain::control_number::ControlNumber;
use crate::domain::movement::BajaMotive;
use crate::store::Paper;
use crate::system::folders;
use crate::words::{
    alike as alike_words, archive as archive_words, console as said, control_number as control_words, entry,
    movements as movement_words,
};

pub(super) fn alta(desk: &mut Desk, who: &str, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student.id;
    let queueing = desk.queue_alta(student)?;
    queued(desk, &queueing, out)
}

pub(super) fn baja(desk: &mut Desk, who: &str, motive: &str, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student.id;
    let known =
        BajaMotive::from_code(motive).ok_or_else(|| Stop::Refused(movement_words::unknown_motive(motive)))?;
    let queueing = desk.queue_baja(student, known)?;
    queued(desk, &queueing, out)
}

/// What was queued, what would set it aside, and what is worth knowing.
fn queued(desk: &Desk, queueing: &Queueing, out: &mut dyn Write) -> Ended {
    let Queueing {
        kind,
        cut,
        window,
        observations,
        advice,
    } = queueing;
    if let Some(limit) = desk.missed_hour() {
        writeln!(out, "{}", movement_words::missed(limit))?;
    }
    writeln!(out, "{}", movement_words::queued(*kind, *cut, *window))?;
    let after = desk.cut_calendar().after(*cut);
    if let Some(observed) = movement_words::queued_with(observations, after) {
        writeln!(out, "{observed}")?;
    }
    for advice in advice {
        writeln!(out, "{}", movement_words::advice(*advice))?;
    }
    Ok(Outcome::Done)
}

pub(super) fn cancel(desk: &mut Desk, who: &str, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student.id;
    let withdrawn = desk.cancel_queued(student)?;
    writeln!(
        out,
        "{}",
        movement_words::cancelled(withdrawn.kind, withdrawn.cut)
    )?;
    Ok(Outcome::Done)
}

pub(super) fn control_number(desk: &mut Desk, who: &str, number: &str, out: &mut dyn Write) -> Ended {
    let number =
        ControlNumber::parse(number).map_err(|fault| Stop::Refused(entry::identifier_fault(&fault)))?;
    let student = desk.record_by_identifier(who)?.student;
    let folio = desk.assign_control_number(student.id, &number)?;
    let name = student.particulars.name.formal();
    writeln!(
        out,
        "{}",
        control_words::assigned(number.as_str(), &name, folio.as_str())
    )?;
    Ok(Outcome::Done)
}

pub(super) fn tell_apart(desk: &mut Desk, who: &str, other: &str, out: &mut dyn Write) -> Ended {
    let one = desk.record_by_identifier(who)?.student;
    let other = desk.record_by_identifier(other)?.student;
    let is_news = desk.tell_apart(one.id, other.id)?;
    let (one, other) = (one.particulars, other.particulars);
    let said = if is_news {
        let other = alike_words::person(&other.name.formal(), other.identifier.as_str());
        alike_words::told_apart(&one.name.formal(), one.identifier.as_str(), &other)
    } else {
        alike_words::ALREADY.to_owned()
    };
    writeln!(out, "{said}")?;
    Ok(Outcome::Done)
}

pub(super) fn archive(desk: &mut Desk, who: &str, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student;
    desk.archive(student.id)?;
    writeln!(
        out,
        "{}",
        archive_words::archived(&student.particulars.name.formal())
    )?;
    Ok(Outcome::Done)
}

pub(super) fn restore(desk: &mut Desk, who: &str, out: &mut dyn Write) -> Ended {
    let student = desk.record_by_identifier(who)?.student;
    desk.restore(student.id)?;
    writeln!(
        out,
        "{}",
        archive_words::restored(&student.particulars.name.formal())
    )?;
    Ok(Outcome::Done)
}

pub(super) fn undo(desk: &mut Desk, out: &mut dyn Write) -> Ended {
    let act = desk.undo()?;
    writeln!(out, "{}", undone(&act))?;
    Ok(Outcome::Done)
}

pub(super) fn redo(desk: &mut Desk, out: &mut dyn Write) -> Ended {
    let act = desk.redo()?;
    writeln!(out, "{}", redone(&act))?;
    Ok(Outcome::Done)
}

pub(super) fn print(
    desk: &mut Desk,
    paper: Paper,
    who: &[String],
    output: &Path,
    out: &mut dyn Write,
) -> Ended {
    let students = who
        .iter()
        .map(|who| desk.record_by_identifier(who).map(|record| record.student.id))
        .collect::<Result<Vec<_>, _>>()?;
    let printed = desk.print(paper, &students, |_, bytes| {
        match folders::write_over(output, bytes) {
            Ok(()) => Ok(output.to_owned()),
            Err(error) => Err((output.to_owned(), error)),
        }
    })?;
    writeln!(out, "{}", said::printed(&printed.path, &printed.folios))?;
    Ok(Outcome::Done)
}
