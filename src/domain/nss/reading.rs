//! Reading an NSS that somebody typed: what it is, what is odd about it, what may have been meant.

use chrono::{Datelike, NaiveDate};

use super::{Nss, NssFault, compact};
use crate::domain::date::full_year;
use crate::domain::severity::Severity;

/// The most corrections that are offered at once.
pub const MAX_OFFERS: usize = 3;

/// The usual age of a student, in years.
const USUAL_AGE: i32 = 20;

/// What else is known while an NSS is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NssContext {
    /// The person's year of birth, from the CURP or the typed date; `None` while neither is known.
    pub birth_year: Option<i32>,
    /// The date at the window.
    pub today: NaiveDate,
}

/// What is odd about an NSS that is otherwise right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NssRemark {
    /// It says another year of birth. Real causes: wrong data at registration, a later correction, an old number.
    BirthYear {
        /// The two digits of the NSS.
        nss: u8,
        /// The full year of the CURP, or of the typed date.
        curp: i32,
    },
    /// Its year of alta is earlier than its year of birth.
    RegisteredBeforeBirth {
        /// The year of alta, in full.
        registered: i32,
        /// The year of birth, in full.
        born: i32,
    },
    /// It looks like an NSS convencional, see [`Nss::is_conventional`].
    Conventional,
    /// It begins with 00, which no known office uses.
    PrefixZero,
}

impl NssRemark {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            NssRemark::BirthYear { .. } => "nss-nacimiento",
            NssRemark::RegisteredBeforeBirth { .. } => "nss-alta-antes",
            NssRemark::Conventional => "nss-convencional",
            NssRemark::PrefixZero => "nss-prefijo",
        }
    }

    /// [`Severity::Acknowledge`] for a convencional, [`Severity::Warning`] for the others.
    pub fn severity(&self) -> Severity {
        match self {
            NssRemark::Conventional => Severity::Acknowledge,
            NssRemark::BirthYear { .. } | NssRemark::RegisteredBeforeBirth { .. } | NssRemark::PrefixZero => {
                Severity::Warning
            }
        }
    }
}

/// What came of reading an NSS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NssReading {
    /// The NSS, or why the text is not one.
    pub result: Result<Nss, NssFault>,
    /// What is odd about a right one; empty when `result` is a fault.
    pub remarks: Vec<NssRemark>,
    /// At most [`MAX_OFFERS`] numbers that may have been meant, most plausible first; empty when `result` is right.
    /// They are to be offered, never applied.
    pub offers: Vec<Nss>,
}

impl NssReading {
    /// The heaviest of all that was found.
    pub fn severity(&self) -> Severity {
        match &self.result {
            Err(fault) => fault.severity(),
            Ok(_) => self
                .remarks
                .iter()
                .map(NssRemark::severity)
                .max()
                .unwrap_or_default(),
        }
    }
}

/// Reads a typed NSS against what else is known of the person.
pub fn read(typed: &str, ctx: &NssContext) -> NssReading {
    match Nss::parse(typed) {
        Ok(nss) => NssReading {
            remarks: remarks(&nss, ctx),
            result: Ok(nss),
            offers: Vec::new(),
        },
        Err(fault) => NssReading {
            result: Err(fault),
            remarks: Vec::new(),
            offers: offers(&compact(typed), fault, ctx),
        },
    }
}

fn remarks(nss: &Nss, ctx: &NssContext) -> Vec<NssRemark> {
    let mut remarks = Vec::new();
    if nss.is_conventional() {
        remarks.push(NssRemark::Conventional);
    }
    if let Some(curp) = ctx.birth_year
        && !says_birth_year(nss, curp)
    {
        remarks.push(NssRemark::BirthYear {
            nss: nss.birth_year(),
            curp,
        });
    }
    let registered = full_year(nss.registration_year(), ctx.today);
    let born = full_year(nss.birth_year(), ctx.today);
    if registered < born {
        remarks.push(NssRemark::RegisteredBeforeBirth { registered, born });
    }
    if nss.has_prefix_zero() {
        remarks.push(NssRemark::PrefixZero);
    }
    remarks
}

fn says_birth_year(nss: &Nss, year: i32) -> bool {
    i32::from(nss.birth_year()) == year.rem_euclid(100)
}

/// Each fault has one likely slip behind it; what a slip explains must also fit the year of birth.
fn offers(typed: &str, fault: NssFault, ctx: &NssContext) -> Vec<Nss> {
    let mut offers = match fault {
        NssFault::Length { .. } => lost_zero(typed, ctx),
        NssFault::Letters { .. } => letters_for_digits(typed),
        NssFault::CheckDigit => neighbour_swaps(typed),
        NssFault::Zeros => Vec::new(),
    };
    if let Some(year) = ctx.birth_year {
        offers.retain(|nss| says_birth_year(nss, year));
    }
    offers.sort_by_key(|nss| doubts(nss, ctx));
    offers.truncate(MAX_OFFERS);
    offers
}

/// Spreadsheets drop a leading zero. One in ten numbers passes Luhn by chance, so without a year of birth to agree
/// with, nothing is offered.
fn lost_zero(typed: &str, ctx: &NssContext) -> Vec<Nss> {
    if ctx.birth_year.is_none() {
        return Vec::new();
    }
    Nss::parse(&format!("0{typed}")).into_iter().collect()
}

/// O, I and l are typed, or read by a scanner, for 0, 1 and 1.
fn letters_for_digits(typed: &str) -> Vec<Nss> {
    let digits: String = typed
        .chars()
        .map(|ch| match ch {
            'O' | 'o' => '0',
            'I' | 'i' | 'L' | 'l' => '1',
            other => other,
        })
        .collect();
    Nss::parse(&digits).into_iter().collect()
}

fn neighbour_swaps(typed: &str) -> Vec<Nss> {
    let digits: Vec<char> = typed.chars().collect();
    (1..digits.len())
        .filter(|at| digits[at - 1] != digits[*at])
        .filter_map(|at| {
            let mut swapped = digits.clone();
            swapped.swap(at - 1, at);
            Nss::parse(&swapped.into_iter().collect::<String>()).ok()
        })
        .collect()
}

/// What speaks against a candidate: its remarks, then how far from a student's usual age its person would be.
fn doubts(nss: &Nss, ctx: &NssContext) -> (usize, u32) {
    let years_old = ctx.today.year() - full_year(nss.birth_year(), ctx.today);
    (remarks(nss, ctx).len(), years_old.abs_diff(USUAL_AGE))
}
