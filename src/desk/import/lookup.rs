//! What a plan asks of the register, and the seal of what it came to.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use crate::desk::Refusal;
use crate::domain::control_number::ProvisionalFolio;
use crate::domain::ids::StudentId;
use crate::domain::import::{ImportKind, Known, Missing, Plan, Register};
use crate::domain::student::{CurpRecord, NssRecord, Particulars};
use crate::store::{Finder, Reader};

/// The register as a plan sees it.
pub(super) struct Lookup<'r> {
    reader: Reader<'r>,
    finder: Finder<'r>,
    taken: HashSet<u64>,
}

impl<'r> Lookup<'r> {
    pub(super) fn new(reader: Reader<'r>, kind: ImportKind) -> Result<Self, Refusal> {
        Ok(Self {
            reader,
            finder: reader.finder()?,
            taken: reader.answers_taken(kind.code())?,
        })
    }
}

impl Register for Lookup<'_> {
    type Fault = Refusal;

    fn by_identifier(&self, identifier: &str) -> Result<Option<StudentId>, Refusal> {
        let found = self.finder.of_identifier(identifier)?;
        if found.is_some() || ProvisionalFolio::parse(identifier).is_none() {
            return Ok(found);
        }
        let former = self.reader.student_by_former_folio(identifier)?;
        Ok(former.map(|student| student.id))
    }

    fn by_curp(&self, curp: &str) -> Result<Option<StudentId>, Refusal> {
        Ok(self.finder.of_curp(curp)?)
    }

    fn by_nss(&self, nss: &str) -> Result<Option<StudentId>, Refusal> {
        Ok(self.finder.of_nss(nss)?)
    }

    fn known(&self, id: StudentId) -> Result<Known, Refusal> {
        let student = self.reader.student(id)?;
        Ok(Known {
            student: student.ok_or_else(|| Refusal::NoSuchStudent(id.to_string()))?,
            movements: self.reader.movements_of(id)?,
            checks: self.reader.checks_of(id)?,
        })
    }

    fn namesakes(&self, sort_key: &str) -> Result<usize, Refusal> {
        Ok(self.finder.count_of_name(sort_key)?)
    }

    fn last_folio(&self, year: i32) -> Result<u32, Refusal> {
        Ok(self.reader.last_provisional(year)?)
    }

    fn enrolled(&self) -> Result<Vec<Missing>, Refusal> {
        Ok(self
            .reader
            .every_enrolled()?
            .into_iter()
            .map(|(holder, career)| Missing {
                student: holder.id,
                name: holder.name,
                identifier: holder.identifier,
                career,
                active: false,
                stays: false,
            })
            .collect())
    }

    fn is_active(&self, student: StudentId) -> Result<bool, Refusal> {
        Ok(self.known(student)?.is_active())
    }

    fn fingerprint(&self, text: &str) -> u64 {
        let hash = Sha256::digest(text.as_bytes());
        hash.iter()
            .take(8)
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    fn was_taken(&self, answer: u64) -> bool {
        self.taken.contains(&answer)
    }
}

/// SHA-256 of all that a plan would write, and of what it leaves alone.
pub(super) fn seal(plan: &Plan) -> String {
    let mut hash = Sha256::new();
    let mut tell = |text: &str| {
        hash.update(text.as_bytes());
        hash.update([0]);
    };
    tell(plan.kind.code());
    for row in &plan.rows {
        tell(&row.number.to_string());
        tell(row.verdict.code());
        for doubt in &row.doubts {
            tell(doubt.cause.code());
        }
        let Some(effect) = &row.effect else { continue };
        tell(&format!(
            "{:?}",
            (effect.student, effect.prior_alta, effect.restored, &effect.queue)
        ));
        if let Some(assignment) = &effect.assignment {
            tell(&format!("{assignment:?}"));
        }
        if row.verdict.is_saved() {
            tell_record(&effect.after, &mut tell);
            if let Some(before) = &effect.before {
                tell_record(before, &mut tell);
            }
        }
    }
    for missing in &plan.missing {
        tell(&format!("{} {}", missing.student, missing.stays));
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every field of a record.
fn tell_record(record: &Particulars, tell: &mut impl FnMut(&str)) {
    let name = &record.name;
    let (nss_on, shared) = match &record.nss {
        NssRecord::InProcess { since: on } | NssRecord::Confirmed { on, .. } => (Some(*on), None),
        NssRecord::Doubtful { shared_because, .. } => (None, shared_because.as_deref()),
        NssRecord::None | NssRecord::Captured(_) => (None, None),
    };
    let curp_state = match &record.curp {
        CurpRecord::None => "",
        CurpRecord::Valid(_) => "v",
        CurpRecord::Doubtful { shared_because, .. } => shared_because.as_deref().unwrap_or("d"),
    };
    let texts = [
        Some(record.identifier.as_str()),
        Some(name.given()),
        name.first_surname(),
        name.second_surname(),
        record.curp.text(),
        Some(curp_state),
        record.birthplace.map(|it| it.code()),
        record.career.as_deref(),
        Some(record.standing.code()),
        record.nss.text(),
        Some(record.nss.state().code()),
        shared,
        record.email.as_deref(),
        record.phone.as_deref(),
    ];
    for text in texts {
        tell(text.unwrap_or_default());
    }
    let day = |on: Option<chrono::NaiveDate>| on.map_or(0, |on| chrono::Datelike::num_days_from_ce(&on));
    let numbers = [
        day(record.birth_date),
        day(nss_on),
        record.semester.map_or(0, |it| i32::from(it.number())),
        record.period.map_or(0, |it| it.sort_key()),
        record.sex.map_or(0, |it| it.code() as i32),
    ];
    for number in numbers {
        tell(&number.to_string());
    }
}
