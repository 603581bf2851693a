//! What is remarked about a record that a row makes or changes.

use super::super::plan::Note;
use super::super::reading::RowReading;
use super::super::register::Asked;
use crate::domain::curp::CurpRemark;
use crate::domain::nss::NssRemark;
use crate::domain::student::{CurpRecord, NssRecord, Particulars, Standing};

/// What is remarked about a record that the row makes or changes.
pub(super) fn remark(reading: &RowReading, after: &Particulars, asked: &Asked<'_>, notes: &mut Vec<Note>) {
    let read = reading.entry.read(asked.context.today);
    if reading.had_signs {
        notes.push(Note::SignsRemoved);
    }
    if after.standing == Standing::Enrolled {
        match &after.nss {
            NssRecord::None | NssRecord::InProcess { .. } => notes.push(Note::NoNss),
            NssRecord::Doubtful { .. } => notes.push(Note::NssToConfirm),
            NssRecord::Captured(nss) if nss.is_conventional() => notes.push(Note::NssConventional),
            NssRecord::Captured(_) | NssRecord::Confirmed { .. } => {}
        }
    }
    let remarks = read.nss.map(|it| it.remarks).unwrap_or_default();
    if remarks.iter().any(|remark| {
        matches!(
            remark,
            NssRemark::BirthYear { .. } | NssRemark::RegisteredBeforeBirth { .. }
        )
    }) {
        notes.push(Note::NssBirthYear);
    }
    match &after.curp {
        CurpRecord::None => notes.push(Note::NoCurp),
        CurpRecord::Doubtful { .. } => notes.push(Note::CurpToConfirm),
        CurpRecord::Valid(_) => {
            let remarks = read.curp.map(|it| it.remarks).unwrap_or_default();
            let by_name = remarks.iter().any(|remark| {
                matches!(
                    remark,
                    CurpRemark::FirstLetters { .. } | CurpRemark::InnerConsonants { .. }
                )
            });
            if by_name {
                notes.push(Note::CurpName);
            }
        }
    }
    if after.semester.is_some_and(|it| it.needs_authorisation()) {
        notes.push(Note::LongStudies);
    }
}
