//! What a row of a sheet makes of a record: of a new one, and of one that is there.

use super::names::same_words;
use super::plan::{Difference, Note};
use super::reading::RowReading;
use super::sheet::ImportKind;
use crate::domain::clinic::{Assignment, ClinicSource};
use crate::domain::control_number::Identifier;
use crate::domain::entry::{Entry, EntryField, read_identifier};
use crate::domain::period::{Period, Term};
use crate::domain::person_name::fold;
use crate::domain::student::{CurpRecord, NssRecord, Particulars, Standing, Student};

/// A row with the record that it is about, if it is about one.
pub(super) struct Merge<'a> {
    pub(super) reading: &'a RowReading,
    pub(super) kind: ImportKind,
    /// A list of our own says everything to the letter.
    pub(super) to_the_letter: bool,
    /// The period of whoever is enrolled by it.
    pub(super) period: Period,
}

/// Which of two numbers the record keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Keeps {
    pub(super) curp: bool,
    pub(super) nss: bool,
}

impl Merge<'_> {
    /// What a new record holds; `None` if the row lacks what no record can be without.
    pub(super) fn new_record(&self, identifier: &str) -> Option<Particulars> {
        self.reading.name.as_ref().filter(|_| !self.lacks_surname())?;
        let mut student = self.reading.particulars.clone()?;
        student.identifier = read_identifier(identifier).ok()?;
        if student.period.is_none() && student.standing == Standing::Enrolled && !self.to_the_letter {
            student.period = Some(self.period);
        }
        self.doubt_curp(&mut student);
        Some(student)
    }

    /// What a record holds afterwards. What the sheet says nothing of stays, and so does what is better known than by a
    /// sheet, which is noted.
    pub(super) fn onto(&self, known: &Student, keeps: Keeps, notes: &mut Vec<Note>) -> Option<Particulars> {
        let before = &known.particulars;
        let mut after = before.clone();
        let says = &self.reading.entry;
        let mut read = self.reading.particulars.clone()?;
        self.doubt_curp(&mut read);
        // A row that only names somebody by a number has no name to read.
        let has_name = self.reading.name.is_some() && !self.lacks_surname();
        let same_name = same_words(&read.name.natural(), &before.name.natural());
        if has_name && (!same_name || self.to_the_letter) {
            after.name = read.name;
        }
        self.curp(&mut after, read.curp, keeps.curp, notes);
        self.nss(&mut after, read.nss, keeps.nss, notes);
        after.sex = read.sex.or(before.sex);
        after.birth_date = read.birth_date.or(before.birth_date);
        after.birthplace = read.birthplace.or(before.birthplace);
        after.career = other_text(read.career, &before.career, fold);
        after.email = other_text(read.email, &before.email, str::to_lowercase);
        after.phone = other_text(read.phone, &before.phone, |it| {
            it.chars().filter(char::is_ascii_digit).collect()
        });
        if self.to_the_letter {
            after.email = says_text(&says.email).or(after.email);
            after.phone = says_text(&says.phone).or(after.phone);
        }
        self.school(&mut after, read.semester, read.period);
        Some(after)
    }

    fn lacks_surname(&self) -> bool {
        let entry = &self.reading.entry;
        entry.first_surname.is_empty() && !entry.no_surnames
    }

    /// Where the sheet's date or sex counts, its CURP can't be trusted though its digits agree.
    fn doubt_curp(&self, student: &mut Particulars) {
        if self.reading.curp_in_doubt
            && let CurpRecord::Valid(curp) = &student.curp
        {
            student.curp = CurpRecord::Doubtful {
                text: curp.as_str().to_owned(),
                shared_because: None,
            };
        }
    }

    fn curp(&self, after: &mut Particulars, read: CurpRecord, keeps: bool, notes: &mut Vec<Note>) {
        let same = read.text() == after.curp.text();
        match (&after.curp, &read) {
            (_, CurpRecord::None) => {}
            (CurpRecord::Valid(_), CurpRecord::Doubtful { .. }) if !same && !self.to_the_letter => {
                notes.push(Note::Kept(EntryField::Curp));
            }
            (CurpRecord::Valid(_), _) if keeps && !same => notes.push(Note::Kept(EntryField::Curp)),
            // A reason why two people share it is the record's own.
            (
                CurpRecord::Doubtful {
                    shared_because: Some(_),
                    ..
                },
                _,
            ) if same && !self.to_the_letter => {}
            _ => after.curp = read,
        }
    }

    fn nss(&self, after: &mut Particulars, read: NssRecord, keeps: bool, notes: &mut Vec<Note>) {
        let same = read.text() == after.nss.text();
        if self.reading.says.nss_state {
            after.nss = read;
            return;
        }
        match (&after.nss, &read) {
            (_, NssRecord::None) => {}
            // The same number: whatever is known of it stays.
            _ if same && read.text().is_some() => {}
            (
                NssRecord::Captured(_) | NssRecord::Confirmed { .. },
                NssRecord::Doubtful { .. } | NssRecord::InProcess { .. },
            ) => {
                notes.push(Note::Kept(EntryField::Nss));
            }
            (NssRecord::Captured(_) | NssRecord::Confirmed { .. }, _) if keeps => {
                notes.push(Note::Kept(EntryField::Nss));
            }
            (NssRecord::Doubtful { .. } | NssRecord::InProcess { .. }, NssRecord::InProcess { .. }) => {}
            _ => after.nss = read,
        }
    }

    fn school(
        &self,
        after: &mut Particulars,
        semester: Option<crate::domain::period::Semester>,
        period: Option<Period>,
    ) {
        let says = &self.reading.says;
        match self.kind {
            ImportKind::Enrolled => {
                let period = period.unwrap_or(self.period);
                // Who goes on from an earlier long term is a semester further; the summer counts for none.
                let goes_on = after.standing == Standing::Enrolled
                    && period.term != Term::Summer
                    && after.period.is_some_and(|before| before < period);
                let further = after.semester.and_then(|it| it.next()).filter(|_| goes_on);
                after.semester = semester.or(further).or(after.semester);
                after.standing = Standing::Enrolled;
                after.period = Some(period);
            }
            ImportKind::Altas | ImportKind::Bajas => {
                after.semester = semester.or(after.semester);
                if says.period {
                    after.period = period.or(after.period);
                }
                if says.standing {
                    after.standing = self.reading.entry.standing.unwrap_or(after.standing);
                }
            }
        }
    }

    /// The clinic, if the row names one that is news; what a document says of it is better known than what a sheet does.
    pub(super) fn assignment(&self, known: Option<&Student>, notes: &mut Vec<Note>) -> Option<Assignment> {
        let read = &self.reading.assignment;
        if read.is_empty() {
            return None;
        }
        let Some(known) = known else {
            return Some(read.clone());
        };
        let has = &known.assignment;
        if self.to_the_letter {
            return (read != has).then(|| read.clone());
        }
        let news = Assignment {
            clinic: read.clinic.or(has.clinic),
            shift: read.shift.clone().or(has.shift.clone()),
            room: read.room.clone().or(has.room.clone()),
            agregado: read.agregado.clone().or(has.agregado.clone()),
            seen: has.seen,
        };
        if news == *has {
            return None;
        }
        let by_document = has
            .seen
            .is_some_and(|seen| matches!(seen.source, ClinicSource::Constancia | ClinicSource::Carnet));
        if by_document && !has.is_empty() {
            notes.push(Note::Kept(EntryField::Clinic));
            return None;
        }
        Some(Assignment {
            seen: read.seen,
            ..news
        })
    }
}

/// The read text where it says something else, by a comparison that leaves spelling aside.
fn other_text(
    read: Option<String>,
    has: &Option<String>,
    compared: impl Fn(&str) -> String,
) -> Option<String> {
    match (read, has) {
        (Some(read), Some(has)) if compared(&read) == compared(has) => Some(has.clone()),
        (Some(read), _) => Some(read),
        (None, has) => has.clone(),
    }
}

fn says_text(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The fields of a record that are not the same afterwards, as texts that a form would hold.
pub(super) fn differences(before: &Particulars, after: &Particulars) -> Vec<Difference> {
    let (was, is) = (Entry::of(before), Entry::of(after));
    let identifier = |it: &Identifier| it.as_str().to_owned();
    let sex = |entry: &Entry| entry.sex.map(|sex| sex.code().to_string()).unwrap_or_default();
    let standing = |it: &Particulars| it.standing.code().to_owned();
    let state = |it: &Particulars| it.nss.state().code().to_owned();
    let mut found: Vec<Difference> = [
        (
            EntryField::Identifier,
            identifier(&before.identifier),
            identifier(&after.identifier),
        ),
        (EntryField::Curp, was.curp, is.curp),
        (EntryField::GivenNames, was.given_names, is.given_names),
        (EntryField::FirstSurname, was.first_surname, is.first_surname),
        (EntryField::SecondSurname, was.second_surname, is.second_surname),
        (EntryField::Sex, sex(&Entry::of(before)), sex(&Entry::of(after))),
        (EntryField::BirthDate, was.birth_date, is.birth_date),
        (EntryField::Birthplace, was.birthplace, is.birthplace),
        (EntryField::Career, was.career, is.career),
        (EntryField::Semester, was.semester, is.semester),
        (EntryField::Period, was.period, is.period),
        (EntryField::Standing, standing(before), standing(after)),
        (EntryField::Nss, was.nss, is.nss),
        (EntryField::NssState, state(before), state(after)),
        (EntryField::Email, was.email, is.email),
        (EntryField::Phone, was.phone, is.phone),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(|(field, before, after)| Difference { field, before, after })
    .collect();
    // A number that is another one has another state as a matter of course.
    if found.iter().any(|it| it.field == EntryField::Nss) {
        found.retain(|it| it.field != EntryField::NssState);
    }
    found
}
