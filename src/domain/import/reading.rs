//! A row of a sheet, read by itself: what it says of a student, and what about it has to be chosen.

mod names;
mod numbers;
mod school;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::careers::Careers;
use super::cell::{Given, read_date, read_yes};
use super::column::Column;
use super::decisions::{Cause, Choice, Decisions, Doubt, Shown, Why};
use super::sheet::{Conventions, ImportKind, ImportSheet, SheetRow};
use crate::domain::clinic::{Assignment, Clinic, Delegacion};
use crate::domain::curp::{Curp, CurpRemark};
use crate::domain::entry::{Entry, EntryReading, NameGap, plain, read_identifier};
use crate::domain::movement::BajaMotive;
use crate::domain::nss::{Nss, NssRemark};
use crate::domain::period::Period;
use crate::domain::person_name::{NameFault, NamePart, PersonName, fold};
use crate::domain::sex::Sex;
use crate::domain::student::{CurpRecord, NssRecord, NssState, Particulars};
use names::name_of;
pub(super) use numbers::compared;
use school::motive;

/// What is known beside the sheet.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day at the window.
    pub today: NaiveDate,
    /// The period that a new student without one is enrolled in.
    pub period: Period,
    /// The careers that are known.
    pub careers: &'a Careers,
    /// The catalogue of clinics.
    pub clinics: &'a [Clinic],
    /// The delegación that a clinic without one is of.
    pub delegacion: Option<Delegacion>,
}

/// What a row says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RowReading {
    pub(super) number: u32,
    pub(super) entry: Entry,
    pub(super) doubts: Vec<Doubt>,
    /// The CURP, if it passes every check.
    pub(super) curp: Option<Curp>,
    /// The NSS, if it passes every check.
    pub(super) nss: Option<Nss>,
    /// The CURP as it would be stored, right or not; empty for none.
    pub(super) curp_text: String,
    /// The NSS likewise.
    pub(super) nss_text: String,
    /// The name, if there is one.
    pub(super) name: Option<PersonName>,
    /// The identifier as it is compared; empty for none.
    pub(super) identifier: String,
    pub(super) affiliated: Option<NaiveDate>,
    pub(super) other_insurance: Option<String>,
    /// No alta is asked for, since another insurance was declared.
    pub(super) without_alta: bool,
    pub(super) motive: BajaMotive,
    pub(super) assignment: Assignment,
    /// The sheet's date or sex counts, so its CURP can't be right.
    pub(super) curp_in_doubt: bool,
    /// Which fields the sheet says something about.
    pub(super) says: Said,
    /// Signs were taken out of the name.
    pub(super) had_signs: bool,
    /// All that can be saved, with something in place of an identifier or a name that is not there; `None` for what can't
    /// be understood.
    pub(super) particulars: Option<Particulars>,
    /// The name's [`PersonName::sort_key`]; empty for none.
    pub(super) sort_key: String,
    /// The CURP has other letters than the name.
    pub(super) curp_off_name: bool,
    /// The NSS says another year of birth.
    pub(super) nss_off_year: bool,
}

impl RowReading {
    /// The row without its NSS.
    pub(super) fn forget_nss(&mut self) {
        self.entry.nss.clear();
        self.nss = None;
        if let Some(particulars) = &mut self.particulars {
            particulars.nss = NssRecord::None;
        }
    }

    /// The row without its CURP.
    pub(super) fn forget_curp(&mut self) {
        self.entry.curp.clear();
        self.curp = None;
        if let Some(particulars) = &mut self.particulars {
            particulars.curp = CurpRecord::None;
        }
    }
}

/// Which fields a row says something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Said {
    pub(super) standing: bool,
    pub(super) period: bool,
    pub(super) nss_state: bool,
}

/// Reads the rows of one sheet.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    pub(super) sheet: &'a ImportSheet,
    pub(super) decisions: &'a Decisions,
    pub(super) context: Context<'a>,
    conventions: Conventions,
    is_our_own: bool,
    /// Where each column stands.
    place: Vec<Option<usize>>,
}

impl<'a> RowReader<'a> {
    /// `conventions` are those of the sheet.
    pub(super) fn new(
        sheet: &'a ImportSheet,
        decisions: &'a Decisions,
        context: Context<'a>,
        mut conventions: Conventions,
    ) -> Self {
        conventions.date_order = conventions.date_order.or(decisions.date_order);
        conventions.name_order = decisions.name_order.unwrap_or(conventions.name_order);
        let place = Column::ALL
            .iter()
            .map(|column| sheet.columns.iter().position(|it| it == column))
            .collect();
        Self {
            sheet,
            decisions,
            context,
            conventions,
            is_our_own: sheet.is_our_own(),
            place,
        }
    }

    pub(super) fn read(&self, row: &SheetRow) -> RowReading {
        Reading::new(self, row).read()
    }
}

/// A row while it is read.
struct Reading<'a, 'r> {
    by: &'r RowReader<'a>,
    row: &'r SheetRow,
    doubts: Vec<Doubt>,
    had_signs: bool,
}

impl<'a, 'r> Reading<'a, 'r> {
    fn new(by: &'r RowReader<'a>, row: &'r SheetRow) -> Self {
        Self {
            by,
            row,
            doubts: Vec::new(),
            had_signs: false,
        }
    }

    /// The cell of a column, or what was written in its place.
    fn cell(&self, column: Column) -> Cow<'r, Given> {
        if let Some(text) = self.by.decisions.edit(self.row.number, column) {
            return Cow::Owned(Given::text(text));
        }
        self.by.place[column as usize]
            .and_then(|index| self.row.cells.get(index))
            .map_or_else(|| Cow::Owned(Given::default()), Cow::Borrowed)
    }

    /// Its text: tidied, unless a list of our own says it.
    fn text(&self, column: Column) -> String {
        let said = |cell: &Given| {
            if self.by.is_our_own {
                cell.text.trim().to_owned()
            } else {
                cell.tidy()
            }
        };
        match self.by.decisions.edit(self.row.number, column) {
            Some(text) => said(&Given::text(text)),
            None => self.by.place[column as usize]
                .and_then(|index| self.row.cells.get(index))
                .map(said)
                .unwrap_or_default(),
        }
    }

    /// Enters a doubt, and tells what was chosen about it.
    fn doubt(
        &mut self,
        cause: Cause,
        column: Column,
        says: Shown,
        proposal: Option<Shown>,
        why: Why,
    ) -> Option<Choice> {
        let choice = match &proposal {
            Some(_) => self.by.decisions.choice(self.row.number, cause),
            None => None,
        };
        let doubt = Doubt {
            cause,
            column,
            also: None,
            says,
            proposal,
            why,
            choice,
        };
        match self.doubts.iter_mut().find(|it| it.cause == cause) {
            // One answer is for all of a cause, so all of it is shown.
            Some(first) => first.join(doubt),
            None => self.doubts.push(doubt),
        }
        choice
    }

    /// A cell that nobody understands: it may be left out, unless no record can be without it.
    fn not_understood(&mut self, column: Column, says: &str, may_be_left_out: bool) {
        let proposal = may_be_left_out.then_some(Shown::Nothing);
        self.doubt(
            Cause::NotUnderstood,
            column,
            Shown::text(says),
            proposal,
            Why::Unreadable,
        );
    }

    fn read(mut self) -> RowReading {
        let today = self.by.context.today;
        let mut entry = Entry {
            identifier: self.long_number(Column::Identifier),
            email: self.text(Column::Email),
            phone: self.long_number(Column::Phone),
            period: self.text(Column::Period),
            curp_shared: self.text(Column::CurpShared),
            nss_shared: self.text(Column::NssShared),
            clinic: self.text(Column::Umf),
            shift: self.text(Column::Shift),
            room: self.text(Column::Room),
            ..Entry::default()
        };
        let mut says = Said::default();

        // In a list of our own, what is por confirmar stays as it was written: somebody has seen it already.
        let was_seen = self.by.is_our_own
            && NssState::from_code(&code_of(&self.text(Column::NssState))) == Some(NssState::Doubtful);
        (entry.nss, entry.curp) = if was_seen {
            (self.text(Column::Nss), self.text(Column::Curp))
        } else {
            self.numbers()
        };
        let curp = Curp::parse(&entry.curp, today).ok();
        self.names(&mut entry, curp.as_ref());
        self.born(&mut entry);
        if !was_seen {
            self.lost_zero(&mut entry, curp.as_ref());
        }
        self.sex(&mut entry);
        self.birthplace(&mut entry);
        self.nss_state(&mut entry, &mut says);
        let curp_in_doubt = if self.by.is_our_own {
            fold(&self.text(Column::CurpState)) == "por confirmar"
        } else {
            self.contradictions(&mut entry, curp.as_ref())
        };
        self.school(&mut entry, &mut says);
        let assignment = self.assignment(&mut entry);
        let affiliated = self.affiliated();
        let (other_insurance, without_alta) = self.other_insurance();
        let motive = motive(&self.text(Column::Motive));
        let name = name_of(&entry);
        let (particulars, reading) = read_whole(&entry, today);
        self.incomplete(&entry, &reading);
        let curp_remarks = reading.curp.map(|it| it.remarks).unwrap_or_default();
        let nss_remarks = reading.nss.map(|it| it.remarks).unwrap_or_default();
        let nss = Nss::parse(&entry.nss).ok();
        self.doubts.sort_by_key(|doubt| doubt.cause);
        RowReading {
            number: self.row.number,
            identifier: compared(&entry.identifier),
            doubts: self.doubts,
            curp_text: curp
                .as_ref()
                .map_or_else(|| plain(&entry.curp), |curp| curp.as_str().to_owned()),
            nss_text: nss
                .as_ref()
                .map_or_else(|| plain(&entry.nss), |nss| nss.as_str().to_owned()),
            // A number that two people share, with the reason written, tells nobody apart.
            curp: curp.filter(|_| entry.curp_shared.is_empty()),
            nss: nss.filter(|_| entry.nss_shared.is_empty()),
            affiliated,
            other_insurance,
            without_alta,
            motive,
            assignment,
            curp_in_doubt,
            says,
            had_signs: self.had_signs,
            particulars,
            sort_key: name.as_ref().map(PersonName::sort_key).unwrap_or_default(),
            curp_off_name: curp_remarks.iter().any(|remark| {
                matches!(
                    remark,
                    CurpRemark::FirstLetters { .. } | CurpRemark::InnerConsonants { .. }
                )
            }),
            nss_off_year: nss_remarks.iter().any(|remark| {
                matches!(
                    remark,
                    NssRemark::BirthYear { .. } | NssRemark::RegisteredBeforeBirth { .. }
                )
            }),
            name,
            entry,
        }
    }

    fn born(&mut self, entry: &mut Entry) {
        let cell = self.cell(Column::BirthDate);
        let text = cell.tidy();
        if text.is_empty() {
            return;
        }
        let Some(date) = read_date(&cell, self.by.context.today) else {
            self.not_understood(Column::BirthDate, &text, true);
            return;
        };
        let day = match date.day(self.by.conventions.date_order) {
            Some(day) => day,
            None => {
                let super::cell::GivenDate::Either { day_first, .. } = date else {
                    return;
                };
                self.doubt(
                    Cause::AmbiguousDate,
                    Column::BirthDate,
                    Shown::Text(text),
                    Some(Shown::Day(day_first)),
                    Why::EitherDay,
                );
                day_first
            }
        };
        entry.birth_date = day.to_string();
    }

    fn sex(&mut self, entry: &mut Entry) {
        let text = self.text(Column::Sex);
        entry.sex = match fold(&text).as_str() {
            "" => return,
            "h" | "hombre" | "masculino" | "masc" | "varon" | "hombres" => Some(Sex::Man),
            "m" if self.by.conventions.m_is_for_men => Some(Sex::Man),
            "m" | "f" | "mujer" | "femenino" | "fem" => Some(Sex::Woman),
            "x" | "no binario" | "no binaria" | "nb" => Some(Sex::NonBinary),
            _ => None,
        };
        if entry.sex.is_none() {
            self.not_understood(Column::Sex, &text, true);
        }
    }

    fn birthplace(&mut self, entry: &mut Entry) {
        entry.birthplace = self.text(Column::Birthplace);
        if entry.birthplace.is_empty() {
            return;
        }
        if matches!(entry.read(self.by.context.today).birthplace, Some(Err(_))) {
            let text = std::mem::take(&mut entry.birthplace);
            self.not_understood(Column::Birthplace, &text, true);
        }
    }

    /// The CURP against date and sex of the sheet. Tells whether the CURP is what is doubted.
    fn contradictions(&mut self, entry: &mut Entry, curp: Option<&Curp>) -> bool {
        let Some(curp) = curp else { return false };
        let captured = entry.birth_date.parse::<NaiveDate>().ok();
        let born = captured
            .filter(|captured| *captured != curp.birth_date())
            .map(|captured| (curp.birth_date(), captured));
        let sexes = entry
            .sex
            .filter(|captured| *captured != curp.sex())
            .map(|captured| (curp.sex(), captured));
        let choice = match (born, sexes) {
            (Some((by_curp, captured)), _) => {
                let changed = chrono::Datelike::with_day(&captured, chrono::Datelike::month(&captured))
                    .and_then(|it| chrono::Datelike::with_month(&it, chrono::Datelike::day(&captured)));
                let why = if changed == Some(by_curp) {
                    Why::DayAndMonthChanged(by_curp)
                } else {
                    Why::CurpSaysDay(by_curp)
                };
                self.doubt(
                    Cause::Contradiction,
                    Column::BirthDate,
                    Shown::Day(captured),
                    Some(Shown::Day(by_curp)),
                    why,
                )
            }
            (None, Some((by_curp, _))) => {
                let says = Shown::Text(self.text(Column::Sex));
                let proposal = Some(Shown::Text(by_curp.code().to_string()));
                self.doubt(
                    Cause::Contradiction,
                    Column::Sex,
                    says,
                    proposal,
                    Why::CurpSaysSex(by_curp),
                )
            }
            (None, None) => return false,
        };
        if choice == Some(Choice::Other) {
            return true;
        }
        if born.is_some() {
            entry.birth_date = curp.birth_date().to_string();
        }
        if sexes.is_some() {
            entry.sex = Some(curp.sex());
        }
        false
    }

    fn affiliated(&mut self) -> Option<NaiveDate> {
        let today = self.by.context.today;
        let cell = self.cell(Column::Affiliated);
        let text = cell.tidy();
        if self.by.decisions.affiliated {
            return Some(today);
        }
        match read_yes(&text) {
            _ if text.is_empty() => None,
            Some(yes) => yes.then_some(today),
            None => {
                let on = read_date(&cell, today).and_then(|date| date.day(self.by.conventions.date_order));
                if on.is_none() {
                    self.not_understood(Column::Affiliated, &text, true);
                }
                on.map(|on| on.min(today))
            }
        }
    }

    fn other_insurance(&mut self) -> (Option<String>, bool) {
        let text = self.text(Column::OtherInsurance);
        if text.is_empty() || read_yes(&text) == Some(false) || fold(&text).starts_with("no ") {
            return (None, false);
        }
        if self.by.sheet.kind != ImportKind::Altas {
            return (Some(text), true);
        }
        let choice = self.doubt(
            Cause::OtherInsurance,
            Column::OtherInsurance,
            Shown::Text(text.clone()),
            Some(Shown::Nothing),
            Why::Declares(text.clone()),
        );
        (Some(text), choice != Some(Choice::Other))
    }

    /// What no record can be without. Whoever is only to be found needs no name.
    fn incomplete(&mut self, entry: &Entry, reading: &EntryReading) {
        if !entry.identifier.is_empty() && matches!(reading.identifier, Some(Err(_))) {
            let text = entry.identifier.clone();
            self.not_understood(Column::Identifier, &text, false);
        }
        if self.by.sheet.kind == ImportKind::Bajas {
            return;
        }
        let column = match &reading.name {
            _ if entry.given_names.is_empty() => Column::GivenNames,
            Err(NameGap::Fault(NameFault::TooLong { part, .. })) => match part {
                NamePart::Given => Column::GivenNames,
                NamePart::FirstSurname => Column::FirstSurname,
                NamePart::SecondSurname => Column::SecondSurname,
            },
            Err(_) => Column::FirstSurname,
            Ok(_) => return,
        };
        let says = Shown::text(&self.text(column));
        self.doubt(Cause::Incomplete, column, says, None, Why::Missing);
    }
}

/// The word under which the register stores what lists and forms write with capitals and spaces.
fn code_of(text: &str) -> String {
    fold(text).replace(' ', "_")
}

/// All that can be saved of an entry, and how it was read: once, since that is what a long sheet takes its time with.
/// Where there is no identifier or no name, something stands in its place.
fn read_whole(entry: &Entry, today: NaiveDate) -> (Option<Particulars>, EntryReading) {
    let reading = entry.read(today);
    if let Ok(particulars) = entry.particulars_as_read(&reading, today) {
        return (Some(particulars), reading);
    }
    let mut stand_in = entry.clone();
    if read_identifier(&stand_in.identifier).is_err() {
        stand_in.identifier = "0000".into();
    }
    if stand_in.given_names.is_empty() {
        stand_in.given_names = "?".into();
    }
    stand_in.no_surnames |= stand_in.first_surname.is_empty();
    (stand_in.particulars(today).ok(), reading)
}
