//! What is remarked about a record that a row makes or changes.

use super::super::plan::Note;
use super::super::reading::RowReading;
use crate::domain::student::{CurpRecord, NssRecord, Particulars, Standing};

/// What is remarked about a record that the row makes or changes.
pub(super) fn remark(reading: &RowReading, after: &Particulars, notes: &mut Vec<Note>) {
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
    if reading.nss_off_year {
        notes.push(Note::NssBirthYear);
    }
    match &after.curp {
        CurpRecord::None => notes.push(Note::NoCurp),
        CurpRecord::Doubtful { .. } => notes.push(Note::CurpToConfirm),
        CurpRecord::Valid(_) if reading.curp_off_name => notes.push(Note::CurpName),
        CurpRecord::Valid(_) => {}
    }
    if after.semester.is_some_and(|it| it.needs_authorisation()) {
        notes.push(Note::LongStudies);
    }
}
