//! A row of a sheet, read by itself: what it says of a student, and what about it has to be chosen.

use chrono::{NaiveDate, NaiveDateTime};

use super::careers::{CareerMeant, Careers};
use super::cell::{Given, read_date, read_moment, read_yes};
use super::column::Column;
use super::decisions::{Cause, Choice, Decisions, Doubt, Shown, Why};
use super::names::{from_capitals, split_surnames, split_whole, without_signs};
use super::sheet::{Conventions, ImportKind, ImportSheet, SheetRow};
use crate::domain::clinic::{Agregado, Assignment, Clinic, ClinicSource, Delegacion, Seen};
use crate::domain::curp::{Curp, CurpRemark, expected_letters};
use crate::domain::entry::{AssignmentFault, Entry, EntryField, Gap, plain};
use crate::domain::movement::BajaMotive;
use crate::domain::nss::{NSS_LENGTH, Nss};
use crate::domain::period::{Period, Semester};
use crate::domain::person_name::{PersonName, fold};
use crate::domain::sex::Sex;
use crate::domain::student::{NssState, Standing};

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
    pub(super) answered: Option<NaiveDateTime>,
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

/// Columns in which a long number may have lost its digits.
const LONG_NUMBERS: [Column; 3] = [Column::Nss, Column::Identifier, Column::Phone];

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
    fn cell(&self, column: Column) -> Given {
        if let Some(text) = self.by.decisions.edit(self.row.number, column) {
            return Given::text(text);
        }
        self.by.place[column as usize]
            .and_then(|index| self.row.cells.get(index))
            .cloned()
            .unwrap_or_default()
    }

    fn text(&self, column: Column) -> String {
        match self.by.decisions.edit(self.row.number, column) {
            Some(text) => Given::text(text).tidy(),
            None => self.by.place[column as usize]
                .and_then(|index| self.row.cells.get(index))
                .map(Given::tidy)
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
        let curp_in_doubt = !self.by.is_our_own && self.contradictions(&mut entry, curp.as_ref());
        self.school(&mut entry, &mut says);
        let assignment = self.assignment(&mut entry);
        let affiliated = self.affiliated();
        let (other_insurance, without_alta) = self.other_insurance();
        let motive = motive(&self.text(Column::Motive));
        let answered = read_moment(
            &self.cell(Column::Timestamp),
            self.by.conventions.date_order,
            today,
        );
        self.incomplete(&entry);

        let name = name_of(&entry);
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
            curp: curp.filter(|_| !curp_in_doubt && entry.curp_shared.is_empty()),
            nss: nss.filter(|_| entry.nss_shared.is_empty()),
            name,
            answered,
            affiliated,
            other_insurance,
            without_alta,
            motive,
            assignment,
            curp_in_doubt,
            says,
            had_signs: self.had_signs,
            entry,
        }
    }

    /// A long number as text; one that lost its digits is empty once somebody has seen it.
    fn long_number(&mut self, column: Column) -> String {
        let cell = self.cell(column);
        if !LONG_NUMBERS.contains(&column) || !cell.has_lost_digits() {
            return cell.tidy();
        }
        // Without an identifier it would be another person.
        let proposal = (column != Column::Identifier).then_some(Shown::Nothing);
        self.doubt(
            Cause::LostDigits,
            column,
            Shown::text(&cell.text),
            proposal,
            Why::DigitsLost,
        );
        String::new()
    }

    /// NSS and CURP, each from wherever it stands.
    fn numbers(&mut self) -> (String, String) {
        let nss = self.long_number(Column::Nss);
        let curp = self.text(Column::Curp);
        let one_cell = |cell: &str| {
            let parts: Vec<&str> = cell
                .split(|ch: char| ch.is_whitespace() || matches!(ch, '/' | ',' | ';' | '|'))
                .filter(|part| !part.is_empty())
                .collect();
            match parts[..] {
                [one, other] if looks_like_curp(one) && looks_like_nss(other) => {
                    Some((other.to_owned(), one.to_owned()))
                }
                [one, other] if looks_like_nss(one) && looks_like_curp(other) => {
                    Some((one.to_owned(), other.to_owned()))
                }
                _ => None,
            }
        };
        let found = match (nss.is_empty(), curp.is_empty()) {
            (true, true) => None,
            (false, true) => one_cell(&nss)
                .map(|found| (found, Why::BothInOneCell))
                .or_else(|| {
                    looks_like_curp(&nss).then(|| ((String::new(), nss.clone()), Why::EachInTheOther))
                }),
            (true, false) => one_cell(&curp)
                .map(|found| (found, Why::BothInOneCell))
                .or_else(|| {
                    looks_like_nss(&curp).then(|| ((curp.clone(), String::new()), Why::EachInTheOther))
                }),
            (false, false) => (looks_like_curp(&nss) && looks_like_nss(&curp))
                .then(|| ((curp.clone(), nss.clone()), Why::EachInTheOther)),
        };
        let Some(((right_nss, right_curp), why)) = found else {
            return (nss, curp);
        };
        let says = [("NSS", &nss), ("CURP", &curp)]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(label, text)| format!("{label}: {text}"))
            .collect::<Vec<_>>()
            .join(" · ");
        let would_be = match (right_nss.is_empty(), right_curp.is_empty()) {
            (false, true) => format!("NSS: {}", grouped(&right_nss)),
            (true, false) => format!("CURP: {right_curp}"),
            _ => format!("NSS: {} · CURP: {right_curp}", grouped(&right_nss)),
        };
        self.doubt(
            Cause::Swapped,
            Column::Nss,
            Shown::Text(says),
            Some(Shown::Text(would_be)),
            why,
        );
        (right_nss, right_curp)
    }

    /// A part of a name; a list of our own is to the letter, signs and all.
    fn name_part(&mut self, column: Column) -> String {
        let text = self.text(column);
        if self.by.is_our_own {
            return text;
        }
        let (text, had_signs) = without_signs(&text);
        self.had_signs |= had_signs;
        text
    }

    fn names(&mut self, entry: &mut Entry, curp: Option<&Curp>) {
        entry.given_names = self.name_part(Column::GivenNames);
        entry.first_surname = self.name_part(Column::FirstSurname);
        entry.second_surname = self.name_part(Column::SecondSurname);
        entry.no_surnames = read_yes(&self.text(Column::NoSurnames)) == Some(true);
        let surnames = self.name_part(Column::Surnames);
        if entry.first_surname.is_empty() && entry.second_surname.is_empty() && !surnames.is_empty() {
            let (first, second) = split_surnames(&surnames);
            let parts = first.iter().chain(&second).count();
            entry.first_surname = first.unwrap_or_default();
            entry.second_surname = second.unwrap_or_default();
            // More words than two may be parted in more than one way.
            if parts == 2 && surnames.split_whitespace().count() > 2 && !fits(entry, curp) {
                self.part(
                    entry,
                    &format!("{surnames}, {}", entry.given_names),
                    Column::Surnames,
                    curp,
                );
            }
        } else if !self.by.is_our_own && !entry.no_surnames {
            let full = self.name_part(Column::FullName);
            if entry.given_names.is_empty() && entry.first_surname.is_empty() && !full.is_empty() {
                self.part(entry, &full, Column::FullName, curp);
            } else if entry.first_surname.is_empty()
                && entry.second_surname.is_empty()
                && entry.given_names.contains([' ', ','])
            {
                let whole = entry.given_names.clone();
                self.part(entry, &whole, Column::GivenNames, curp);
            } else if entry.given_names.is_empty() && entry.first_surname.contains([' ', ',']) {
                let whole = entry.first_surname.clone();
                self.part(entry, &whole, Column::FirstSurname, curp);
            } else if entry.second_surname.is_empty()
                && entry.first_surname.contains(' ')
                && curp.is_some()
                && !fits(entry, curp)
            {
                let both = format!("{}, {}", entry.first_surname, entry.given_names);
                self.part_if_it_fits(entry, &both, curp);
            }
        }
        let in_capitals = [&entry.given_names, &entry.first_surname, &entry.second_surname]
            .iter()
            .all(|part| !part.chars().any(char::is_lowercase));
        if in_capitals && !self.by.is_our_own {
            for part in [
                &mut entry.given_names,
                &mut entry.first_surname,
                &mut entry.second_surname,
            ] {
                *part = from_capitals(part);
            }
        }
    }

    /// Parts a name that stands in one cell, which is a proposal.
    fn part(&mut self, entry: &mut Entry, whole: &str, column: Column, curp: Option<&Curp>) {
        let Some(name) = split_whole(whole, self.by.conventions.name_order, curp) else {
            return;
        };
        put_name(entry, &name);
        let why = if fits(entry, curp) {
            Why::CurpFitsParting
        } else {
            Why::UsualParting
        };
        let shown = PersonName::new(
            &from_capitals(name.given()),
            name.first_surname().map(from_capitals).as_deref(),
            name.second_surname().map(from_capitals).as_deref(),
        );
        let proposal = shown.unwrap_or(name).formal();
        self.doubt(
            Cause::NameInOneCell,
            column,
            Shown::text(&self.text(column)),
            Some(Shown::Text(proposal)),
            why,
        );
    }

    /// Both surnames in the first one's cell, where the CURP tells so.
    fn part_if_it_fits(&mut self, entry: &mut Entry, both: &str, curp: Option<&Curp>) {
        let mut parted = entry.clone();
        if let Some(name) = split_whole(both, self.by.conventions.name_order, curp) {
            put_name(&mut parted, &name);
            if fits(&parted, curp) {
                self.part(entry, both, Column::FirstSurname, curp);
            }
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

    /// Ten digits that agree, and fit the year of birth, once the zero is back that a spreadsheet took.
    fn lost_zero(&mut self, entry: &mut Entry, curp: Option<&Curp>) {
        let digits = plain(&entry.nss);
        if digits.len() != NSS_LENGTH - 1 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return;
        }
        let year = curp
            .map(|curp| curp.birth_date())
            .or_else(|| entry.birth_date.parse().ok())
            .map(|born: NaiveDate| chrono::Datelike::year(&born));
        let (Some(year), Ok(nss)) = (year, Nss::parse(&format!("0{digits}"))) else {
            return;
        };
        if i32::from(nss.birth_year()) != year.rem_euclid(100) {
            return;
        }
        let choice = self.doubt(
            Cause::LostZero,
            Column::Nss,
            Shown::text(&entry.nss),
            Some(Shown::Text(nss.grouped())),
            Why::FitsBirthYear(year),
        );
        if choice != Some(Choice::Other) {
            entry.nss = nss.as_str().to_owned();
        }
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

    fn nss_state(&mut self, entry: &mut Entry, says: &mut Said) {
        if matches!(fold(&entry.nss).as_str(), "en tramite" | "tramite" | "en proceso") {
            entry.nss.clear();
            entry.nss_state = Some(NssState::InProcess);
        }
        let text = self.text(Column::NssState);
        if !text.is_empty() {
            entry.nss_state = NssState::from_code(&code_of(&text));
            says.nss_state = entry.nss_state.is_some();
            if entry.nss_state.is_none() {
                self.not_understood(Column::NssState, &text, true);
            }
        }
        let on = self.cell(Column::NssOn);
        if let Some(day) =
            read_date(&on, self.by.context.today).and_then(|date| date.day(self.by.conventions.date_order))
        {
            entry.nss_on = day.to_string();
        }
    }

    /// The CURP against date and sex of the sheet. Tells whether the CURP is what is doubted.
    fn contradictions(&mut self, entry: &mut Entry, curp: Option<&Curp>) -> bool {
        let Some(curp) = curp else { return false };
        let reading = entry.read(self.by.context.today);
        let remarks = reading.curp.map(|reading| reading.remarks).unwrap_or_default();
        let born = remarks.iter().find_map(|remark| match remark {
            CurpRemark::BirthDate { curp, captured } => Some((*curp, *captured)),
            _ => None,
        });
        let sexes = remarks.iter().find_map(|remark| match remark {
            CurpRemark::Sex { curp, captured } => Some((*curp, *captured)),
            _ => None,
        });
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

    fn school(&mut self, entry: &mut Entry, says: &mut Said) {
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

    fn assignment(&mut self, entry: &mut Entry) -> Assignment {
        let Context {
            today,
            clinics,
            delegacion,
            ..
        } = self.by.context;
        let mut assignment = Assignment::default();
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
    fn incomplete(&mut self, entry: &Entry) {
        let Err(gaps) = entry.particulars(self.by.context.today) else {
            return;
        };
        for gap in gaps {
            match gap {
                Gap::NotUnderstood(EntryField::Identifier) => {
                    let text = entry.identifier.clone();
                    self.not_understood(Column::Identifier, &text, false);
                }
                Gap::Missing(EntryField::GivenNames | EntryField::FirstSurname) | Gap::NotUnderstood(_)
                    if self.by.sheet.kind != ImportKind::Bajas =>
                {
                    let column = match gap.field() {
                        EntryField::FirstSurname => Column::FirstSurname,
                        EntryField::SecondSurname => Column::SecondSurname,
                        _ => Column::GivenNames,
                    };
                    let says = Shown::text(&self.text(column));
                    self.doubt(Cause::Incomplete, column, says, None, Why::Missing);
                }
                _ => {}
            }
        }
    }
}

/// The name of an entry, if it has one.
fn name_of(entry: &Entry) -> Option<PersonName> {
    let part = |text: &'_ str| Some(text.to_owned()).filter(|text| !text.is_empty());
    PersonName::new(
        &entry.given_names,
        part(&entry.first_surname).as_deref(),
        part(&entry.second_surname).as_deref(),
    )
    .ok()
}

fn put_name(entry: &mut Entry, name: &PersonName) {
    entry.given_names = name.given().to_owned();
    entry.first_surname = name.first_surname().unwrap_or_default().to_owned();
    entry.second_surname = name.second_surname().unwrap_or_default().to_owned();
}

/// Whether the CURP has the letters of the name, as far as both are known.
fn fits(entry: &Entry, curp: Option<&Curp>) -> bool {
    match (curp, name_of(entry)) {
        (Some(curp), Some(name)) => {
            let expected = expected_letters(&name);
            expected.admit_four(curp.first_letters()) && expected.inner == curp.inner_consonants()
        }
        _ => false,
    }
}

/// The word under which the register stores what lists and forms write with capitals and spaces.
fn code_of(text: &str) -> String {
    fold(text).replace(' ', "_")
}

/// An identifier as two of them are compared.
pub(super) fn compared(text: &str) -> String {
    plain(text)
}

/// Eighteen letters and digits that begin with four letters.
fn looks_like_curp(text: &str) -> bool {
    let text = plain(text);
    text.chars().count() == 18
        && text.chars().take(4).all(char::is_alphabetic)
        && text.chars().skip(4).take(6).all(|ch| ch.is_ascii_digit())
}

/// Ten or eleven digits.
fn looks_like_nss(text: &str) -> bool {
    let text = plain(text);
    (NSS_LENGTH - 1..=NSS_LENGTH).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn grouped(text: &str) -> String {
    Nss::parse(text).map_or_else(|_| plain(text), |nss| nss.grouped())
}

/// Reads `3`, `3.º`, `3er semestre`, `tercero`.
fn read_semester(text: &str) -> Option<Semester> {
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
fn motive(text: &str) -> BajaMotive {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_semester_is_read_as_schools_write_it() {
        for (text, number) in [
            ("3", 3),
            ("3er semestre", 3),
            ("3.º", 3),
            ("Semestre 7", 7),
            ("tercero", 3),
            ("Primer semestre", 1),
            ("OCTAVO", 8),
            ("décimo", 10),
            ("12", 12),
        ] {
            assert_eq!(read_semester(text).map(Semester::number), Some(number), "{text}");
        }
        for text in ["", "0", "33", "3x", "egresado", "quinientos"] {
            assert_eq!(read_semester(text), None, "{text}");
        }
    }

    #[test]
    fn a_motive_is_understood_from_a_sentence() {
        for (text, understood) in [
            ("Ya egresé", BajaMotive::Graduation),
            ("otro_seguro", BajaMotive::OtherInsurance),
            ("Conseguí trabajo", BajaMotive::OtherInsurance),
            ("Baja temporal del instituto", BajaMotive::TemporaryLeave),
            ("", BajaMotive::OnRequest),
            ("porque sí", BajaMotive::OnRequest),
        ] {
            assert_eq!(motive(text), understood, "{text}");
        }
    }

    #[test]
    fn tells_a_curp_from_an_nss_by_its_shape() {
        assert!(looks_like_curp("hemj040315hvzrxna8"));
        assert!(!looks_like_curp("03190412340"));
        assert!(looks_like_nss("03-19-04-1234-0") && looks_like_nss("3190412340"));
        assert!(!looks_like_nss("9221234567890"));
    }
}
