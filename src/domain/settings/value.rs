//! Values of settings: read from what somebody typed or the register holds, and written back as text.

use std::fmt;

use chrono::{NaiveDate, NaiveTime};

use super::Kind;
use crate::domain::campus::Career;
use crate::domain::capture::{FieldFault, FieldOrder};
use crate::domain::clinic::Delegacion;
use crate::domain::cutoff::CutDays;
use crate::domain::date::typed_date;
use crate::domain::imss_file::LayoutFault;
use crate::domain::logo::{LogoFault, LogoMark};
use crate::domain::period::Period;
use crate::domain::registro_patronal::HeldRegistro;

/// The longest name in a list.
const LONGEST_NAME: usize = 40;
/// The longest name of a career or of a closed day.
const LONGEST_ITEM: usize = 80;

/// From so many days to so many; the second is never the smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first number.
    pub first: u32,
    /// The second.
    pub last: u32,
}

/// A day on which the campus is closed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Which.
    pub on: NaiveDate,
    /// Why; may be empty.
    pub name: String,
}

/// What a setting says. Its `Display` is the text that the register holds, which reads back as the same value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, a code, digits, or a word of a choice.
    Text(String),
    /// The logo.
    Logo(Option<LogoMark>),
    /// The text of a layout; `None` for the one that ships.
    Layout(Option<String>),
    /// Two numbers of days.
    Span(Span),
    /// Days of the month.
    CutDays(CutDays),
    /// An hour; `None` for none.
    Hour(Option<NaiveTime>),
    /// A period; `None` for that of the day.
    Period(Option<Period>),
    /// Careers.
    Careers(Vec<Career>),
    /// People.
    People(Vec<String>),
    /// Closed days, in the order of the calendar.
    Days(Vec<Day>),
    /// Registros patronales, some with careers of their own.
    Registros(Vec<HeldRegistro>),
    /// Fields of IMSS' page.
    Fields(FieldOrder),
}

/// Why a text is no value of a setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingFault {
    /// It must not be empty.
    #[error("empty")]
    Empty,
    /// It has more letters than there is room for.
    #[error("longer than {0}")]
    TooLong(usize),
    /// It holds a line break or another sign that nobody sees.
    #[error("a control character")]
    Unseen,
    /// It is not this many digits.
    #[error("not {0} digits")]
    NotDigits(usize),
    /// It is not this many digits, and must be.
    #[error("not exactly {0} digits")]
    NotTheNumber(usize),
    /// It has other than capitals and digits, or too many of them.
    #[error("not a code of {0} capitals and digits")]
    NotACode(usize),
    /// It is none of these words.
    #[error("none of {0:?}")]
    NoChoice(&'static [&'static str]),
    /// It is not two numbers of days.
    #[error("not two numbers of days")]
    NotASpan,
    /// A number of days is out of range.
    #[error("not between {least} and {most}")]
    OutOfRange {
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
    },
    /// The second number is smaller than the first.
    #[error("{last} is before {first}")]
    Backwards {
        /// The first number.
        first: u32,
        /// The second.
        last: u32,
    },
    /// It names no days of the month.
    #[error("not days of the month")]
    NotCutDays,
    /// It is no hour of the day.
    #[error("not an hour")]
    NotAnHour,
    /// It is no delegación.
    #[error("not a delegación")]
    NoDelegation,
    /// It is no number of a subdelegación.
    #[error("not a subdelegación")]
    NoSubdelegation,
    /// It has not the shape of a registro patronal.
    #[error("{0:?} is no registro patronal")]
    NotARegistro(String),
    /// It means no career of the campus.
    #[error("{0:?} is no career of the campus")]
    UnknownCareer(String),
    /// It is no school period.
    #[error("not a period")]
    NotAPeriod,
    /// It does not begin with a date.
    #[error("{0:?} does not begin with a date")]
    NotADay(String),
    /// It is there twice.
    #[error("{0:?} twice")]
    Twice(String),
    /// It is no order of fields.
    #[error(transparent)]
    Fields(#[from] FieldFault),
    /// The file is no logo.
    #[error(transparent)]
    Logo(#[from] LogoFault),
    /// There is no file at that path.
    #[error("no such file")]
    NoSuchFile,
    /// The file can't be read, or is no text.
    #[error("not readable as text")]
    NotText,
    /// The text is no layout.
    #[error(transparent)]
    Layout(#[from] LayoutFault),
    /// There is no such folder: the stick is not plugged in.
    #[error("the folder is not there")]
    FolderMissing,
    /// Nothing can be written in the folder.
    #[error("the folder can't be written")]
    FolderNotWritable,
    /// The folder lies inside the data folder.
    #[error("the folder is inside the data folder")]
    FolderOfData,
    /// It is not the whole path of a folder.
    #[error("not an absolute path")]
    NotAFolder,
}

/// Reads a value of that kind.
pub(super) fn read(kind: Kind, text: &str) -> Result<Value, SettingFault> {
    let text = text.trim();
    let one_line = |longest| line(text, longest);
    match kind {
        Kind::Text(longest) => one_line(longest).map(Value::Text),
        Kind::Name(_) if text.is_empty() => Err(SettingFault::Empty),
        Kind::Name(longest) => one_line(longest).map(Value::Text),
        Kind::Digits(count) => {
            let right = text.is_empty() || text.len() == count && text.bytes().all(|it| it.is_ascii_digit());
            right
                .then(|| Value::Text(text.to_owned()))
                .ok_or(SettingFault::NotDigits(count))
        }
        Kind::Number(count) => (text.len() == count && text.bytes().all(|it| it.is_ascii_digit()))
            .then(|| Value::Text(text.to_owned()))
            .ok_or(SettingFault::NotTheNumber(count)),
        Kind::Code(longest) => {
            let code = text.to_uppercase();
            let right = (1..=longest).contains(&code.len())
                && code
                    .bytes()
                    .all(|it| it.is_ascii_uppercase() || it.is_ascii_digit());
            right
                .then_some(Value::Text(code))
                .ok_or(SettingFault::NotACode(longest))
        }
        Kind::Logo if text.is_empty() => Ok(Value::Logo(None)),
        Kind::Logo => LogoMark::parse(text)
            .map(|mark| Value::Logo(Some(mark)))
            .ok_or(SettingFault::Logo(LogoFault::NotFound)),
        Kind::Layout if text.is_empty() => Ok(Value::Layout(None)),
        // The reader of layouts is not here; what lacks the records is none in any case.
        Kind::Layout if !text.contains("renglones") => Err(SettingFault::Layout(LayoutFault::Missing {
            line: 1,
            key: "renglones",
        })),
        Kind::Layout => Ok(Value::Layout(Some(text.to_owned()))),
        Kind::Folder => folder(text),
        Kind::Span { least, most } => span(text, least, most).map(Value::Span),
        Kind::CutDays => CutDays::parse(text)
            .map(Value::CutDays)
            .map_err(|_| SettingFault::NotCutDays),
        Kind::Hour => hour(text).map(Value::Hour),
        Kind::Choice(words) => {
            let typed = crate::domain::person_name::fold(text);
            words
                .iter()
                .find(|word| **word == typed)
                .map(|word| Value::Text((*word).to_owned()))
                .ok_or(SettingFault::NoChoice(words))
        }
        Kind::Delegation if text.is_empty() => Ok(Value::Text(String::new())),
        Kind::Delegation => Delegacion::from_code(text)
            .map(|it| Value::Text(it.code().to_owned()))
            .ok_or(SettingFault::NoDelegation),
        Kind::Subdelegation if text.is_empty() => Ok(Value::Text(String::new())),
        Kind::Subdelegation => text
            .parse::<u8>()
            .ok()
            .filter(|number| (1..=99).contains(number) && text.bytes().all(|it| it.is_ascii_digit()))
            .map(|number| Value::Text(number.to_string()))
            .ok_or(SettingFault::NoSubdelegation),
        Kind::Registros => items(text)
            .map(|item| HeldRegistro::parse(item).map_err(|_| SettingFault::NotARegistro(item.to_owned())))
            .collect::<Result<Vec<_>, _>>()
            .and_then(|held| once(held, |it| it.registro.to_string()))
            .and_then(careers_once)
            .map(Value::Registros),
        Kind::Fields => Ok(Value::Fields(FieldOrder::parse(text)?)),
        Kind::Period if text.is_empty() => Ok(Value::Period(None)),
        Kind::Period => Period::parse(text)
            .map(|period| Value::Period(Some(period)))
            .map_err(|_| SettingFault::NotAPeriod),
        Kind::Careers => items(text)
            .map(career)
            .collect::<Result<Vec<_>, _>>()
            .and_then(|careers| once(careers, |career| career.name.clone()))
            .map(Value::Careers),
        Kind::People => items(text)
            .map(|name| line(name, LONGEST_NAME))
            .collect::<Result<Vec<_>, _>>()
            .and_then(|people| once(people, Clone::clone))
            .map(Value::People),
        Kind::Days => items(text)
            .map(day)
            .collect::<Result<Vec<_>, _>>()
            .and_then(|days| once(days, |day| day.on.to_string()))
            .map(|mut days| {
                days.sort();
                Value::Days(days)
            }),
    }
}

/// The careers as a setting holds them.
pub(super) fn careers_text(careers: &[Career]) -> String {
    lines(
        careers
            .iter()
            .map(|career| format!("{} {}", career.key, career.name)),
    )
}

/// One item a line; on the console, where a line ends the order, `;` parts them too.
fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', ';'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let trimmed: Vec<String> = items.map(|item| item.trim().to_owned()).collect();
    trimmed.join("\n")
}

fn line(text: &str, longest: usize) -> Result<String, SettingFault> {
    if text.chars().any(char::is_control) {
        return Err(SettingFault::Unseen);
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > longest {
        return Err(SettingFault::TooLong(longest));
    }
    Ok(text)
}

fn folder(text: &str) -> Result<Value, SettingFault> {
    if text.chars().any(char::is_control) {
        return Err(SettingFault::Unseen);
    }
    // A path of Windows begins with its drive or with two backslashes, whatever computer reads it.
    let is_whole = text.starts_with('/')
        || text.starts_with(r"\\")
        || matches!(text.as_bytes(), [drive, b':', b'\\' | b'/', ..] if drive.is_ascii_alphabetic());
    (text.is_empty() || is_whole)
        .then(|| Value::Text(text.to_owned()))
        .ok_or(SettingFault::NotAFolder)
}

/// Reads «1-3», «1 a 3», «30 y 90», «1, 3».
fn span(text: &str, least: u32, most: u32) -> Result<Span, SettingFault> {
    let numbers: Vec<&str> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .collect();
    let is_plain = text.chars().all(|letter| {
        letter.is_ascii_digit() || letter.is_whitespace() || ",-–ay".contains(letter.to_ascii_lowercase())
    });
    let [first, last] = numbers[..] else {
        return Err(SettingFault::NotASpan);
    };
    if !is_plain {
        return Err(SettingFault::NotASpan);
    }
    let days = |number: &str| {
        number
            .parse()
            .ok()
            .filter(|days| (least..=most).contains(days))
            .ok_or(SettingFault::OutOfRange { least, most })
    };
    let (first, last) = (days(first)?, days(last)?);
    if last < first {
        return Err(SettingFault::Backwards { first, last });
    }
    Ok(Span { first, last })
}

/// Reads «13:00», «13», «13.30»; nothing, or «ninguna», for none.
fn hour(text: &str) -> Result<Option<NaiveTime>, SettingFault> {
    if text.is_empty() || crate::domain::person_name::fold(text) == "ninguna" {
        return Ok(None);
    }
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let number = |digits: &str| {
        (matches!(digits.len(), 1 | 2) && digits.bytes().all(|it| it.is_ascii_digit()))
            .then(|| digits.parse().ok())
            .flatten()
    };
    number(hour)
        .zip(number(minute).filter(|_| minute.len() == 2))
        .and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
        .map(Some)
        .ok_or(SettingFault::NotAnHour)
}

/// Reads «IIND-2010-227 Ingeniería Industrial», or the name alone.
fn career(text: &str) -> Result<Career, SettingFault> {
    let text = line(text, LONGEST_ITEM)?;
    let keyed = text
        .split_once(' ')
        .filter(|(key, _)| key.contains('-') && key.chars().any(|it| it.is_ascii_digit()));
    Ok(match keyed {
        Some((key, name)) => Career {
            key: key.to_uppercase(),
            name: name.to_owned(),
        },
        None => Career {
            key: String::new(),
            name: text,
        },
    })
}

/// Reads «2026-12-12 Día del plantel», with the date in any way that a clerk types it.
fn day(text: &str) -> Result<Day, SettingFault> {
    let (on, name) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let not_a_day = || SettingFault::NotADay(text.to_owned());
    // «hoy» and «-3» would be another day each time that the setting is read.
    if !on.starts_with(|first: char| first.is_ascii_digit()) {
        return Err(not_a_day());
    }
    // Two digits of a year are of this century: nobody plans a day of the last one.
    let end_of_century = NaiveDate::from_ymd_opt(2099, 12, 31).unwrap_or_default();
    let on = typed_date(on, end_of_century).map_err(|_| not_a_day())?;
    Ok(Day {
        on,
        name: line(name, LONGEST_ITEM)?,
    })
}

/// Nobody goes under two registros.
fn careers_once(held: Vec<HeldRegistro>) -> Result<Vec<HeldRegistro>, SettingFault> {
    let careers: Vec<String> = held.iter().flat_map(|it| it.careers.iter().cloned()).collect();
    once(careers, Clone::clone)?;
    Ok(held)
}

fn once<T>(items: Vec<T>, same: impl Fn(&T) -> String) -> Result<Vec<T>, SettingFault> {
    let mut seen = Vec::new();
    for item in &items {
        let name = crate::domain::person_name::fold(&same(item));
        if seen.contains(&name) {
            return Err(SettingFault::Twice(same(item)));
        }
        seen.push(name);
    }
    Ok(items)
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Text(text) => text.clone(),
            Self::Fields(order) => order.to_string(),
            Self::Span(span) => format!("{}-{}", span.first, span.last),
            Self::Logo(logo) => logo.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::Layout(text) => text.clone().unwrap_or_default(),
            Self::CutDays(days) => days.to_string(),
            Self::Hour(hour) => hour.map(|it| it.format("%H:%M").to_string()).unwrap_or_default(),
            Self::Period(period) => period.map(|it| it.to_string()).unwrap_or_default(),
            Self::Careers(careers) => careers_text(careers),
            Self::People(people) => people.join("\n"),
            Self::Registros(registros) => lines(registros.iter().map(ToString::to_string)),
            Self::Days(days) => lines(days.iter().map(|day| format!("{} {}", day.on, day.name))),
        };
        f.write_str(&text)
    }
}
