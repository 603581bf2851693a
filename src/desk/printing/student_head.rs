//! Whose sheet it is, as papers about one student begin.

use super::Record;
use crate::domain::clinic::Assignment;
use crate::domain::control_number::Identifier;
use crate::domain::student::{CurpRecord, NssRecord};
use crate::print::student_head::{Labelled, StudentHead};
use crate::words::checklist::paper as words;
use crate::words::{printing, record as record_words};

/// What a sheet says of the student; `identifier_label` is the campus' word for the número de control.
pub(super) fn student_head(record: &Record, identifier_label: &str) -> StudentHead {
    let student = &record.student.particulars;
    let school = [
        student.career.clone(),
        student.semester.map(record_words::semester),
        Some(words::standing(student.standing, student.period)),
    ];
    let identifier = match &student.identifier {
        Identifier::Control(_) => identifier_label,
        Identifier::Provisional(_) => printing::PROVISIONAL_FOLIO,
    };
    StudentHead {
        name: student.name.title(),
        school: school.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        identifier: labelled(identifier, student.identifier.as_str()),
        nss: nss(&student.nss),
        curp: curp(&student.curp),
        clinic: labelled(words::CLINIC, &clinic(&record.student.assignment)),
    }
}

fn labelled(label: &str, value: &str) -> Labelled {
    Labelled {
        label: label.to_owned(),
        value: value.to_owned(),
    }
}

fn nss(nss: &NssRecord) -> Labelled {
    match nss {
        NssRecord::None => labelled(words::NSS, words::NOT_YET),
        NssRecord::InProcess { .. } => labelled(words::NSS, printing::NSS_IN_PROCESS),
        NssRecord::Doubtful { text, .. } => {
            labelled(&words::with_note(words::NSS, printing::TO_CONFIRM), text)
        }
        NssRecord::Captured(nss) | NssRecord::Confirmed { nss, .. } => labelled(words::NSS, &nss.grouped()),
    }
}

fn curp(curp: &CurpRecord) -> Labelled {
    match curp {
        CurpRecord::None => labelled(words::CURP, words::NOT_YET),
        CurpRecord::Doubtful { text, .. } => {
            labelled(&words::with_note(words::CURP, printing::TO_CONFIRM), text)
        }
        CurpRecord::Valid(curp) => labelled(words::CURP, curp.as_str()),
    }
}

/// «UMF 12 · matutino · 4».
fn clinic(assignment: &Assignment) -> String {
    let parts = [
        assignment.clinic.map(|key| format!("UMF {}", key.number)),
        assignment.shift.as_ref().map(|shift| shift.text().to_owned()),
        assignment.room.as_ref().map(|room| room.as_str().to_owned()),
    ];
    let known = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    if known.is_empty() {
        words::UNASSIGNED.to_owned()
    } else {
        known
    }
}
