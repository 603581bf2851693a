//! Reading a CURP that somebody typed: what it is, what it contradicts, what may have been meant.

use chrono::NaiveDate;

use super::name_letters::is_inconvenient;
use super::{Birthplace, Curp, CurpFault, Sex, compact, expected_letters, slips};
use crate::domain::date::{STUDENT_AGES, age};
use crate::domain::person_name::PersonName;
use crate::domain::severity::Severity;

/// What else is known while a CURP is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurpContext<'a> {
    /// The name on the form, once it is whole.
    pub name: Option<&'a PersonName>,
    /// The sex on the form.
    pub sex: Option<Sex>,
    /// The date of birth on the form.
    pub birth_date: Option<NaiveDate>,
    /// The place of birth on the form.
    pub birthplace: Option<Birthplace>,
    /// The date at the window.
    pub today: NaiveDate,
}

impl CurpContext<'_> {
    /// Nothing is known but the date at the window.
    pub fn unknown(today: NaiveDate) -> Self {
        CurpContext {
            name: None,
            sex: None,
            birth_date: None,
            birthplace: None,
            today,
        }
    }
}

/// What is odd about a CURP that is otherwise right. All are warnings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CurpRemark {
    /// It says another date of birth than the form.
    BirthDate {
        /// What the CURP says.
        curp: NaiveDate,
        /// What the form says.
        captured: NaiveDate,
    },
    /// Positions 1 to 4 are not those of the name.
    FirstLetters {
        /// By the name.
        expected: String,
        /// In the CURP.
        found: String,
    },
    /// Positions 14 to 16 are not those of the name.
    InnerConsonants {
        /// By the name.
        expected: String,
        /// In the CURP.
        found: String,
    },
    /// It says another sex than the form.
    Sex {
        /// What the CURP says.
        curp: Sex,
        /// What the form says.
        captured: Sex,
    },
    /// It says another place of birth than the form.
    Birthplace {
        /// What the CURP says.
        curp: Birthplace,
        /// What the form says.
        captured: Birthplace,
    },
    /// The person would be younger than 14 or older than 90.
    Age {
        /// Whole years, today.
        years: i32,
    },
    /// Its first four letters are one of the words that rule 1.8 breaks with an X; old keys still carry them.
    InconvenientWord,
    /// Position 17 is a letter from K to Z: more homonyms than RENAPO has had to tell apart so far.
    UnusualHomonym {
        /// That letter.
        found: char,
    },
}

impl CurpRemark {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            CurpRemark::BirthDate { .. } => "curp-nacimiento",
            CurpRemark::FirstLetters { .. } => "curp-nombre",
            CurpRemark::InnerConsonants { .. } => "curp-consonantes",
            CurpRemark::Sex { .. } => "curp-sexo",
            CurpRemark::Birthplace { .. } => "curp-entidad",
            CurpRemark::Age { .. } => "curp-edad",
            CurpRemark::InconvenientWord => "curp-palabra",
            CurpRemark::UnusualHomonym { .. } => "curp-homonimia",
        }
    }

    /// Always [`Severity::Warning`].
    pub fn severity(&self) -> Severity {
        Severity::Warning
    }

    /// Whether the CURP contradicts something else on the form, rather than being unusual by itself.
    pub fn is_contradiction(&self) -> bool {
        match self {
            CurpRemark::BirthDate { .. }
            | CurpRemark::FirstLetters { .. }
            | CurpRemark::InnerConsonants { .. }
            | CurpRemark::Sex { .. }
            | CurpRemark::Birthplace { .. } => true,
            CurpRemark::Age { .. } | CurpRemark::InconvenientWord | CurpRemark::UnusualHomonym { .. } => {
                false
            }
        }
    }
}

/// What came of reading a CURP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurpReading {
    /// The CURP, or why the text is not one.
    pub result: Result<Curp, CurpFault>,
    /// What is odd about a right one, most telling first; empty when `result` is a fault.
    pub remarks: Vec<CurpRemark>,
    /// At most [`MAX_OFFERS`](super::MAX_OFFERS) keys that may have been meant, most plausible first. They are to be
    /// offered, never applied. A right CURP has an offer only if its date contradicts the form by a slip.
    pub offers: Vec<Curp>,
}

impl CurpReading {
    /// The heaviest of all that was found.
    pub fn severity(&self) -> Severity {
        match &self.result {
            Err(fault) => fault.severity(),
            Ok(_) => self
                .remarks
                .iter()
                .map(CurpRemark::severity)
                .max()
                .unwrap_or_default(),
        }
    }
}

/// Reads a typed CURP against what else is known of the person.
pub fn read(typed: &str, ctx: &CurpContext<'_>) -> CurpReading {
    let compact = compact(typed);
    match Curp::from_compact(&compact, Some(ctx.today)) {
        Ok(curp) => {
            let remarks = remarks(&curp, ctx);
            let other_date = remarks
                .iter()
                .any(|remark| matches!(remark, CurpRemark::BirthDate { .. }));
            let offers = if other_date {
                slips::behind_a_wrong_date(&compact, ctx)
            } else {
                Vec::new()
            };
            CurpReading {
                result: Ok(curp),
                remarks,
                offers,
            }
        }
        Err(fault) => CurpReading {
            result: Err(fault),
            remarks: Vec::new(),
            offers: slips::behind_a_fault(&compact, ctx),
        },
    }
}

pub(super) fn remarks(curp: &Curp, ctx: &CurpContext<'_>) -> Vec<CurpRemark> {
    let mut remarks = Vec::new();
    if let Some(captured) = ctx.birth_date
        && captured != curp.birth_date()
    {
        remarks.push(CurpRemark::BirthDate {
            curp: curp.birth_date(),
            captured,
        });
    }
    if let Some(name) = ctx.name {
        let expected = expected_letters(name);
        if !expected.admit_four(curp.first_letters()) {
            let found = curp.first_letters().to_owned();
            remarks.push(CurpRemark::FirstLetters {
                expected: expected.four,
                found,
            });
        }
        if expected.inner != curp.inner_consonants() {
            let found = curp.inner_consonants().to_owned();
            remarks.push(CurpRemark::InnerConsonants {
                expected: expected.inner,
                found,
            });
        }
    }
    if let Some(captured) = ctx.sex
        && captured != curp.sex()
    {
        remarks.push(CurpRemark::Sex {
            curp: curp.sex(),
            captured,
        });
    }
    if let Some(captured) = ctx.birthplace
        && captured != curp.birthplace()
    {
        remarks.push(CurpRemark::Birthplace {
            curp: curp.birthplace(),
            captured,
        });
    }
    let years = age(curp.birth_date(), ctx.today);
    if !STUDENT_AGES.contains(&years) {
        remarks.push(CurpRemark::Age { years });
    }
    if is_inconvenient(curp.first_letters()) {
        remarks.push(CurpRemark::InconvenientWord);
    }
    if matches!(curp.homonym(), 'K'..='Z') {
        remarks.push(CurpRemark::UnusualHomonym {
            found: curp.homonym(),
        });
    }
    remarks
}
