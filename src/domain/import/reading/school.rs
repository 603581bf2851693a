//! Career, semester, period, standing and clinic of a row; why a baja is asked for.

use super::super::careers::CareerMeant;
use super::super::cell::read_date;
use super::super::column::Column;
use super::super::decisions::{Cause, Choice, Shown, Why};
use super::super::sheet::ImportKind;
use super::{Context, Reading, Said, code_of};
use crate::domain::clinic::{Agregado, Assignment, ClinicSource, Seen};
use crate::domain::entry::{AssignmentFault, Entry};
use crate::domain::movement::BajaMotive;
use crate::domain::period::{Period, Semester};
use crate::domain::person_name::fold;
use crate::domain::student::Standing;

impl Reading<'_, '_> {
    pub(super) fn school(&mut self, entry: &mut Entry, says: &mut Said) {
        let career = self.text(Column::Career);
        if !career.is_empty() {
            entry.career = self.career(&career);
        }
        let semester = self.text(Column::Semester);
        if !semester.is_empty() {
            match read_semester(&semester) {
                Some(read) => entry.semester = read.number().to_string(),
                None => self.not_understood(Column::Semester, &semester, true),
            }
        }
        says.period = !entry.period.is_empty();
        if says.period && Period::parse(&entry.period).is_err() {
            let text = std::mem::take(&mut entry.period);
            says.period = false;
            self.not_understood(Column::Period, &text, true);
        }
        entry.standing = Some(Standing::Enrolled);
        let standing = self.text(Column::Standing);
        if !standing.is_empty() && self.by.sheet.kind != ImportKind::Enrolled {
            match Standing::from_code(&code_of(&standing)) {
                Some(read) => {
                    entry.standing = Some(read);
                    says.standing = true;
                }
                None => self.not_understood(Column::Standing, &standing, true),
            }
        }
    }

    fn career(&mut self, text: &str) -> String {
        // A new register has no list to compare with, and our own lists were compared already.
        if self.by.context.careers.is_empty() || self.by.is_our_own {
            return text.to_owned();
        }
        let perhaps = match self.by.context.careers.meant(text) {
            CareerMeant::Known(name) => return name,
            CareerMeant::Unknown { perhaps } => perhaps,
        };
        let why = if perhaps.is_some() {
            Why::CareerLike
        } else {
            Why::CareerNew
        };
        let proposed = perhaps.unwrap_or_else(|| text.to_owned());
        let choice = self.doubt(
            Cause::UnknownCareer,
            Column::Career,
            Shown::text(text),
            Some(Shown::text(&proposed)),
            why,
        );
        if choice == Some(Choice::Other) {
            text.to_owned()
        } else {
            proposed
        }
    }

    pub(super) fn assignment(&mut self, entry: &mut Entry) -> Assignment {
        let Context {
            today,
            clinics,
            delegacion,
            ..
        } = self.by.context;
        let mut assignment = Assignment::default();
        let is_silent = [&entry.clinic, &entry.shift, &entry.room]
            .iter()
            .all(|text| text.is_empty());
        if is_silent && self.text(Column::Agregado).is_empty() {
            return assignment;
        }
        // Each cell that is not understood is named, and may be left out.
        for _ in 0..3 {
            match entry.assignment(clinics, delegacion, today) {
                Ok(read) => {
                    assignment = read;
                    break;
                }
                Err(faults) => {
                    for fault in faults {
                        let (column, text) = match fault {
                            AssignmentFault::Clinic(_) => (Column::Umf, &mut entry.clinic),
                            AssignmentFault::OtherShift => (Column::Shift, &mut entry.shift),
                            AssignmentFault::Room => (Column::Room, &mut entry.room),
                        };
                        let text = std::mem::take(text);
                        self.not_understood(column, &text, true);
                    }
                }
            }
        }
        let agregado = self.text(Column::Agregado);
        if !agregado.is_empty() {
            match Agregado::read(&agregado) {
                Ok(read) => assignment.agregado = Some(read),
                Err(_) => self.not_understood(Column::Agregado, &agregado, true),
            }
        }
        if assignment.is_empty() {
            return assignment;
        }
        let source = ClinicSource::from_code(&code_of(&self.text(Column::ClinicSource)));
        let on = read_date(&self.cell(Column::ClinicOn), today)
            .and_then(|date| date.day(self.by.conventions.date_order))
            .filter(|on| *on <= today);
        assignment.seen = Some(Seen {
            source: source.unwrap_or(ClinicSource::Form),
            on: on.unwrap_or(today),
        });
        assignment
    }
}

/// Reads `3`, `3.º`, `3er semestre`, `tercero`.
pub(super) fn read_semester(text: &str) -> Option<Semester> {
    const ORDINALS: [&str; 12] = [
        "primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim",
        "undecim", "duodecim",
    ];
    if let Some(semester) = Semester::parse(text) {
        return Some(semester);
    }
    let folded = fold(text);
    let first = folded.split(' ').find(|word| !word.starts_with("sem"))?;
    let digits: String = first.chars().take_while(char::is_ascii_digit).collect();
    if !digits.is_empty() {
        let rest = &first[digits.len()..];
        let is_ordinal = matches!(
            rest,
            "" | "o" | "er" | "ro" | "do" | "to" | "mo" | "vo" | "no" | "a"
        );
        return Semester::parse(&digits).filter(|_| is_ordinal);
    }
    let index = ORDINALS.iter().rposition(|stem| {
        first
            .strip_prefix(stem)
            .is_some_and(|end| matches!(end, "" | "o" | "a"))
    })?;
    Semester::new(u8::try_from(index).ok()? + 1)
}

/// Why a baja is asked for, in the words of a student.
pub(super) fn motive(text: &str) -> BajaMotive {
    if text.is_empty() {
        return BajaMotive::OnRequest;
    }
    let folded = fold(text);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if let Some(motive) = BajaMotive::from_code(&folded.replace(' ', "_")) {
        motive
    } else if says(&["egres", "titul", "termine", "conclu"]) {
        BajaMotive::Graduation
    } else if says(&["no se reinscribio", "no reinscri", "no me reinscri"]) {
        BajaMotive::NotReenrolled
    } else if says(&["temporal"]) {
        BajaMotive::TemporaryLeave
    } else if says(&["definitiva", "deserci", "abandon"]) {
        BajaMotive::Withdrawal
    } else if says(&[
        "seguro", "imss", "issste", "trabaj", "empleo", "padres", "pemex", "conyuge",
    ]) {
        BajaMotive::OtherInsurance
    } else {
        BajaMotive::OnRequest
    }
}
