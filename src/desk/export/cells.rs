//! What the columns of an exported list say. They hold everything that a record does, under heads by which the import
//! knows them again, so that a list that went out comes back without loss.

use crate::desk::{Desk, QueuedMovement};
use crate::domain::clinic::Delegacion;
use crate::domain::import::Column;
use crate::domain::nss::NSS_LENGTH;
use crate::domain::student::{CurpRecord, NssRecord, Particulars, Student};
use crate::exchange::{Sheet, columns};
use crate::store::StudentRow;
use crate::words::{clinic, movements, record as record_words, roster, sheets as words};

impl Desk {
    pub(super) fn sheet_of_students(&self, rows: &[StudentRow]) -> Sheet {
        let own = [
            words::STATE,
            record_words::MOVEMENT,
            record_words::EXPECTED,
            record_words::PROVEN,
        ];
        self.sheet(&own, rows.iter(), |row| {
            let [movement, expected, proven] = record_words::facts_in_lines(&self.facts_of(row));
            let own = vec![roster::state(self.chip(row)), movement, expected, proven];
            (&row.student, own)
        })
    }

    pub(super) fn sheet_of_cut(&self, rows: &[QueuedMovement]) -> Sheet {
        let own = [
            words::CUT,
            words::KIND,
            words::PROGRESS,
            words::URGENT,
            words::MOTIVE,
            words::OBSERVATIONS,
        ];
        self.sheet(&own, rows.iter(), |row| {
            let movement = &row.movement;
            let motive = movement.motive.map(record_words::motive);
            let own = vec![
                movement.cut.to_string(),
                record_words::kind(movement.kind).to_owned(),
                record_words::state(movement.state).to_owned(),
                if movement.urgent { words::YES } else { "" }.to_owned(),
                motive.unwrap_or_default().to_owned(),
                movements::list(&row.observations).unwrap_or_default(),
            ];
            (&row.student, own)
        })
    }

    /// What the office calls the número de control, as long as the import knows that word too.
    pub(in crate::desk) fn identifier_head(&self) -> &str {
        let label = &*self.campus().identifier_label;
        match columns::recognise(&[label])[..] {
            [Some(Column::Identifier)] => label,
            _ => words::IDENTIFIER,
        }
    }

    /// What people look at first, then what only this list has, then the rest of the record.
    fn sheet<'r, R: 'r>(
        &self,
        own_heads: &[&str],
        rows: impl Iterator<Item = &'r R>,
        of: impl Fn(&'r R) -> (&'r Student, Vec<String>),
    ) -> Sheet {
        let heads = std::iter::once(self.identifier_head())
            .chain(FIRST)
            .chain(own_heads.iter().copied())
            .chain(REST);
        let usual = self.usual_delegacion();
        Sheet {
            head: heads.map(str::to_owned).collect(),
            rows: rows
                .map(|row| {
                    let (student, own) = of(row);
                    let mut cells = first(student, usual);
                    cells.extend(own);
                    cells.extend(rest(student));
                    cells
                })
                .collect(),
        }
    }
}

/// How many columns of a list are printed: who it is, where he or she studies and is attended, and what is most of the
/// list's own matter. More could not be read across one page.
pub(super) const PRINTED_OF_STUDENTS: u16 = 11;
/// The same of a cut: day, kind and progress of the movement, too.
pub(super) const PRINTED_OF_CUT: u16 = 13;

/// Heads of [`first`], after the identifier's.
const FIRST: [&str; 9] = [
    words::FIRST_SURNAME,
    words::SECOND_SURNAME,
    words::NAMES,
    words::CURP,
    words::NSS,
    words::CAREER,
    words::SEMESTER,
    words::STANDING,
    words::UMF,
];

/// The NSS keeps its hyphens, without which a spreadsheet takes it for a number and drops the zero in front.
fn first(student: &Student, usual: Option<Delegacion>) -> Vec<String> {
    let it = &student.particulars;
    vec![
        it.identifier.as_str().to_owned(),
        text(it.name.first_surname()),
        text(it.name.second_surname()),
        it.name.given().to_owned(),
        text(it.curp.text()),
        whole_nss(&it.nss).unwrap_or_default(),
        text(it.career.as_deref()),
        shown(it.semester.map(|semester| semester.number())),
        record_words::standing(it.standing).to_owned(),
        umf_with_delegacion(student, usual).unwrap_or_default(),
    ]
}

/// Heads of [`rest`].
const REST: [&str; 19] = [
    words::PENDING,
    words::SEX,
    words::BIRTH_DATE,
    words::BIRTHPLACE,
    words::PERIOD,
    words::EMAIL,
    words::PHONE,
    words::SHIFT,
    words::ROOM,
    words::AFFILIATED,
    words::NSS_STATE,
    words::NSS_ON,
    words::NSS_SHARED,
    words::CURP_STATE,
    words::CURP_SHARED,
    words::NO_SURNAMES,
    words::AGREGADO,
    words::CLINIC_SOURCE,
    words::CLINIC_ON,
];

fn rest(student: &Student) -> Vec<String> {
    let it = &student.particulars;
    let (nss_on, nss_shared) = match &it.nss {
        NssRecord::InProcess { since } => (Some(*since), None),
        NssRecord::Confirmed { on, .. } => (Some(*on), None),
        NssRecord::Doubtful { shared_because, .. } => (None, shared_because.as_deref()),
        NssRecord::None | NssRecord::Captured(_) => (None, None),
    };
    let curp_shared = match &it.curp {
        CurpRecord::Doubtful { shared_because, .. } => shared_because.as_deref(),
        CurpRecord::None | CurpRecord::Valid(_) => None,
    };
    let curp_state = match &it.curp {
        CurpRecord::None => None,
        CurpRecord::Doubtful { .. } => Some(words::CURP_DOUBTFUL),
        CurpRecord::Valid(_) => Some(words::CURP_RIGHT),
    };
    let no_surnames = it.name.first_surname().is_none().then_some(words::YES);
    let assigned = &student.assignment;
    vec![
        pending(it),
        text(it.sex.map(record_words::sex)),
        shown(it.birth_date),
        text(it.birthplace.map(|place| place.name())),
        shown(it.period),
        text(it.email.as_deref()),
        text(it.phone.as_deref()),
        assigned.shift.as_ref().map(clinic::shift).unwrap_or_default(),
        text(assigned.room.as_ref().map(|room| room.as_str())),
        shown(student.prior_alta),
        record_words::nss_state(it.nss.state()).to_owned(),
        shown(nss_on),
        text(nss_shared),
        text(curp_state),
        text(curp_shared),
        text(no_surnames),
        text(assigned.agregado.as_ref().map(|agregado| agregado.as_str())),
        text(assigned.seen.map(|seen| seen.source.code())),
        shown(assigned.seen.map(|seen| seen.on)),
    ]
}

fn text(text: Option<&str>) -> String {
    text.unwrap_or_default().to_owned()
}

fn shown(value: Option<impl std::fmt::Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The NSS with its hyphens; one that is in doubt as it was written.
pub(in crate::desk) fn whole_nss(nss: &NssRecord) -> Option<String> {
    nss.trusted()
        .map(|nss| nss.grouped())
        .or_else(|| nss.text().map(grouped_as_written))
}

/// Eleven digits that don't agree are written in their groups all the same.
fn grouped_as_written(text: &str) -> String {
    if text.len() == NSS_LENGTH && text.bytes().all(|byte| byte.is_ascii_digit()) {
        [&text[..2], &text[2..4], &text[4..6], &text[6..10], &text[10..]].join("-")
    } else {
        text.to_owned()
    }
}

/// The number of the clinic.
pub(in crate::desk) fn umf(student: &Student) -> Option<String> {
    student.assignment.clinic.map(|clinic| clinic.number.to_string())
}

/// The number of the clinic; with its delegación, `31/36`, where that is not the one that the office would assume.
fn umf_with_delegacion(student: &Student, usual: Option<Delegacion>) -> Option<String> {
    let clinic = student.assignment.clinic?;
    if usual == Some(clinic.delegacion) {
        return umf(student);
    }
    Some(format!("{}/{}", clinic.delegacion.code(), clinic.number))
}

/// What of the numbers is missing or doubtful: «NSS en trámite; CURP por confirmar».
fn pending(student: &Particulars) -> String {
    let nss = match student.nss {
        NssRecord::None => Some(words::NO_NSS),
        NssRecord::InProcess { .. } => Some(words::NSS_IN_PROCESS),
        NssRecord::Doubtful { .. } => Some(words::NSS_TO_CONFIRM),
        NssRecord::Captured(_) | NssRecord::Confirmed { .. } => None,
    };
    let curp = match student.curp {
        CurpRecord::None => Some(words::NO_CURP),
        CurpRecord::Doubtful { .. } => Some(words::CURP_TO_CONFIRM),
        CurpRecord::Valid(_) => None,
    };
    [nss, curp].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
