//! What a row may be doubted for, and what was decided about it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cell::DateOrder;
use super::column::Column;
use super::names::WholeNameOrder;
use crate::domain::ids::StudentId;

macro_rules! causes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// Why a row can't be saved before somebody chooses: one screen, one key for all rows of a cause.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Cause {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
        }

        impl Cause {
            /// All of them, in the order in which a row is doubted.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word of the console.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

causes! {
    /// Digits of a number were lost for good: `4.15E+10`.
    LostDigits = "digitos-perdidos",
    /// The NSS stands in the column of the CURP, or both in one cell.
    Swapped = "nss-y-curp-cambiados",
    /// An NSS of ten digits that agrees once a zero stands in front.
    LostZero = "cero-perdido",
    /// Name and surnames in one cell.
    NameInOneCell = "nombre-en-una-celda",
    /// A date of which nothing tells whether the day comes first.
    AmbiguousDate = "fecha-ambigua",
    /// The CURP says another date of birth or sex than the columns beside it.
    Contradiction = "curp-contradice",
    /// A cell says something that can't be understood.
    NotUnderstood = "no-se-entiende",
    /// A career that the campus doesn't list and no record names.
    UnknownCareer = "carrera-desconocida",
    /// The student declares another insurance.
    OtherInsurance = "otro-seguro",
    /// One student answered more than once, and not the same.
    TwoAnswers = "dos-respuestas",
    /// The same person is registered under another identifier.
    SamePerson = "misma-persona",
    /// The record has another CURP or NSS, which is right too.
    OtherNumber = "otro-numero",
    /// The CURP, NSS or identifier is somebody else's.
    TakenNumber = "numero-de-otra-persona",
    /// A baja of somebody who is not registered.
    Unregistered = "sin-ficha",
    /// Something is missing that no record can be without.
    Incomplete = "incompleto",
}

impl Cause {
    /// Whether there is a second way beside the proposed one.
    pub fn has_other(self) -> bool {
        matches!(
            self,
            Self::LostZero
                | Self::NameInOneCell
                | Self::AmbiguousDate
                | Self::Contradiction
                | Self::UnknownCareer
                | Self::OtherInsurance
                | Self::TwoAnswers
                | Self::SamePerson
                | Self::OtherNumber
        )
    }
}

/// What somebody chose about a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Choice {
    /// What was proposed.
    #[serde(rename = "propuesto")]
    Proposed,
    /// The other way, where [`Cause::has_other`].
    #[serde(rename = "otro")]
    Other,
}

/// A value that is shown before and after: as the sheet says it, and as it would be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// A text, a number in its groups.
    Text(String),
    /// A day.
    Day(NaiveDate),
}

impl Shown {
    /// A text, or nothing for an empty one.
    pub fn text(text: &str) -> Self {
        match text.trim() {
            "" => Self::Nothing,
            text => Self::Text(text.to_owned()),
        }
    }
}

/// Why a proposal is made, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Ten digits; with the zero they agree, and with the year of birth too.
    FitsBirthYear(i32),
    /// The number can't be known any more.
    DigitsLost,
    /// Each is what the other column holds.
    EachInTheOther,
    /// Both stand in one cell.
    BothInOneCell,
    /// The CURP fits this way to part the name.
    CurpFitsParting,
    /// The last two words are taken for the surnames.
    UsualParting,
    /// Either number may be the day.
    EitherDay,
    /// The CURP says another day of birth.
    CurpSaysDay(NaiveDate),
    /// The same, and day and month change places between them.
    DayAndMonthChanged(NaiveDate),
    /// The CURP says another sex.
    CurpSaysSex(crate::domain::sex::Sex),
    /// It is no date, semester, period, sex and so on.
    Unreadable,
    /// Its words begin as those of the proposed one.
    CareerLike,
    /// No career that is known is like it.
    CareerNew,
    /// What the student declares.
    Declares(String),
    /// The rows of the same student, the latest last, and whether this row is the latest.
    Answers {
        /// Numbers of the rows.
        rows: Vec<u32>,
        /// Whether it is this one.
        is_latest: bool,
    },
    /// Registered under this identifier, found by this number.
    RegisteredAs {
        /// By the CURP or the NSS.
        by: Column,
        /// Whose record it is.
        identifier: String,
        /// «Ramírez Soto, Ana Lucía».
        name: String,
    },
    /// What the record has, and whether a constancia confirmed it.
    RecordHas {
        /// The number.
        number: String,
        /// Confirmed by a constancia.
        confirmed: bool,
    },
    /// Somebody else's, in the register.
    BelongsTo {
        /// Whose record it is.
        identifier: String,
        /// «Ramírez Soto, Ana Lucía».
        name: String,
    },
    /// Somebody else's, in the same sheet.
    AlsoInRow(u32),
    /// Nobody here has that number.
    NobodyHere,
    /// It is not there.
    Missing,
}

/// Something about a row that somebody has to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// The kind of it.
    pub cause: Cause,
    /// The column that it is about.
    pub column: Column,
    /// Another column that it is about too.
    pub also: Option<Column>,
    /// What the sheet says.
    pub says: Shown,
    /// What would be saved if the proposal is accepted; `None` where nothing can be proposed.
    pub proposal: Option<Shown>,
    /// Why.
    pub why: Why,
    /// What was chosen.
    pub choice: Option<Choice>,
}

impl Doubt {
    /// Takes another doubt of the same cause in: what it says stands beside what this one says, and there is a proposal
    /// only if both have one.
    pub(super) fn join(&mut self, other: Self) {
        let text = |shown: &Shown| match shown {
            Shown::Text(text) => text.clone(),
            Shown::Day(day) => day.to_string(),
            Shown::Nothing => String::new(),
        };
        self.says = Shown::text(&format!("{} · {}", text(&self.says), text(&other.says)));
        self.also = Some(other.column)
            .filter(|column| *column != self.column)
            .or(self.also);
        if other.proposal.is_none() {
            self.proposal = None;
            self.choice = None;
        }
    }
}

/// What was decided about a sheet, as it is stored beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Decisions {
    /// What was chosen, by row and cause.
    pub choices: BTreeMap<u32, BTreeMap<Cause, Choice>>,
    /// Cells that were written anew, by row and column.
    pub edits: BTreeMap<u32, BTreeMap<Column, String>>,
    /// Rows that are left out.
    pub aside: BTreeSet<u32>,
    /// How the dates of the sheet are written, where nothing told it.
    pub date_order: Option<DateOrder>,
    /// How names that stand in one cell are written, where somebody said so.
    pub name_order: Option<WholeNameOrder>,
    /// Everybody in the sheet is affiliated already: «alta anterior al programa».
    pub affiliated: bool,
    /// Students who are missing in an enrolled list and are left as they are.
    pub stay: BTreeSet<StudentId>,
}

impl Decisions {
    /// What was chosen about a row for a cause.
    pub fn choice(&self, row: u32, cause: Cause) -> Option<Choice> {
        self.choices.get(&row)?.get(&cause).copied()
    }

    /// The text that was written in place of a cell.
    pub fn edit(&self, row: u32, column: Column) -> Option<&str> {
        self.edits.get(&row)?.get(&column).map(String::as_str)
    }

    /// Chooses, or takes the choice back with `None`. The order of dates is one answer for the whole sheet, and the other
    /// order of names in one cell proposes other names for all of it.
    pub fn choose(&mut self, row: u32, cause: Cause, choice: Option<Choice>) {
        if cause == Cause::AmbiguousDate {
            self.date_order = choice.map(|choice| match choice {
                Choice::Proposed => DateOrder::DayFirst,
                Choice::Other => DateOrder::MonthFirst,
            });
            return;
        }
        if cause == Cause::NameInOneCell && choice == Some(Choice::Other) {
            // Other proposals for the whole sheet, to be looked at.
            self.name_order = Some(self.name_order.unwrap_or_default().reversed());
            return;
        }
        let of_row = self.choices.entry(row).or_default();
        match choice {
            Some(choice) => of_row.insert(cause, choice),
            None => of_row.remove(&cause),
        };
        if of_row.is_empty() {
            self.choices.remove(&row);
        }
    }

    /// Writes a cell anew; what was chosen about that row is asked again, since it was about another text.
    pub fn write(&mut self, row: u32, column: Column, text: &str) {
        self.edits.entry(row).or_default().insert(column, text.to_owned());
        self.choices.remove(&row);
    }
}
