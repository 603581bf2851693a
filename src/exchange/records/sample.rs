//! Holding a file that IMSS or the office already has against the layout: could this layout have written it?

use encoding_rs::WINDOWS_1252;

use super::{SampleReport, movement_type};
use crate::domain::imss_file::{Disagreement, Expected, Filler, SampleEncoding, SampleEnd, WrongLength};
use crate::domain::movement::MovementKind;
use crate::domain::nss::Nss;
use crate::domain::person_name::Enye;
use crate::domain::registro_patronal::RegistroPatronal;
use crate::exchange::layout::{Align, Content, DateRule, Layout, Place, RecordKind};

/// Compares a sample with the layout, place by place. What kind of record a line is, is what it agrees with most.
pub fn check_sample(layout: &Layout, bytes: &[u8]) -> SampleReport {
    let (text, encoding) = decoded(bytes);
    let lines = lines_of(&text);
    let mut report = SampleReport {
        movements: 0,
        controls: 0,
        control_expected: layout.has_control(),
        length: layout.length(),
        wrong_lengths: Vec::new(),
        end: end_of(bytes),
        end_expected: layout.line_end(),
        encoding,
        encoding_expected: layout.encoding(),
        disagreements: Vec::new(),
    };
    for (number, line) in (1..).zip(lines) {
        let letters: Vec<char> = line.chars().collect();
        if letters.len() != layout.length() {
            report.wrong_lengths.push(WrongLength {
                line: number,
                found: letters.len(),
            });
            continue;
        }
        let readings =
            RecordKind::ALL.map(|record| disagreements(layout, record, &letters, report.movements, number));
        let Some(best) = readings.into_iter().min_by_key(Reading::distance) else {
            continue;
        };
        match best.record {
            RecordKind::Movement(_) => report.movements += 1,
            RecordKind::Control => report.controls += 1,
        }
        for disagreement in best.found {
            tell(&mut report.disagreements, disagreement);
        }
    }
    let place_in_file = |it: &Disagreement| {
        (
            RecordKind::ALL.iter().position(|kind| *kind == it.record),
            it.from,
        )
    };
    report.disagreements.sort_by_key(place_in_file);
    report
}

/// A line read as one kind of record.
struct Reading {
    record: RecordKind,
    found: Vec<Disagreement>,
}

impl Reading {
    /// How many positions disagree.
    fn distance(&self) -> usize {
        self.found.iter().map(|it| it.until + 1 - it.from).sum()
    }
}

/// The same place is told once, with the first record that disagrees there.
fn tell(told: &mut Vec<Disagreement>, new: Disagreement) {
    match told
        .iter_mut()
        .find(|it| it.record == new.record && it.from == new.from)
    {
        Some(same) => same.records += 1,
        None => told.push(new),
    }
}

fn disagreements(
    layout: &Layout,
    record: RecordKind,
    letters: &[char],
    movements: usize,
    line: usize,
) -> Reading {
    let places = layout.places(record).iter();
    let found = places.filter_map(|place| {
        let text: String = letters.get(place.from - 1..place.until())?.iter().collect();
        let expected = expected(layout, record, place, movements);
        let field = match place.content {
            Content::Filled { filler, .. } => Some(filler),
            Content::Literal(_) | Content::Spaces | Content::Zeros => None,
        };
        (!agrees(&expected, &text)).then_some(Disagreement {
            record,
            field,
            from: place.from,
            until: place.until(),
            expected,
            found: text,
            line,
            records: 1,
        })
    });
    Reading {
        record,
        found: found.collect(),
    }
}

/// What the layout would have written in a place.
fn expected(layout: &Layout, record: RecordKind, place: &Place, movements: usize) -> Expected {
    let values = layout.values();
    let (filler, align) = match &place.content {
        Content::Filled { filler, align } => (*filler, *align),
        Content::Literal(text) => return Expected::Text(text.clone()),
        Content::Spaces => return Expected::Spaces,
        Content::Zeros => return Expected::Zeros,
    };
    let set = |value: &str| match align {
        Align::Left => format!("{value:<width$}", width = place.length),
        Align::Right => format!("{value:0>width$}", width = place.length),
    };
    if let Some(fixed) = values.fixed(filler) {
        return Expected::Text(set(fixed));
    }
    match filler {
        Filler::Registro => Expected::Registro,
        Filler::Nss => Expected::Nss,
        Filler::FirstSurname | Filler::SecondSurname | Filler::Given => Expected::Name {
            enye: values.enye == Enye::Kept,
            may_lack: filler != Filler::Given,
        },
        Filler::Date => match values.date {
            DateRule::Cut | DateRule::Sending => Expected::Date,
            DateRule::Day(day) => Expected::Text(day.format("%d%m%Y").to_string()),
        },
        Filler::Umf => {
            let unknown = if values.unknown_umf_is_zeros { "0" } else { " " }.repeat(place.length);
            if values.umf {
                Expected::Umf { unknown }
            } else {
                Expected::Text(unknown)
            }
        }
        Filler::MovementType => match record {
            RecordKind::Movement(kind) => Expected::Text(movement_type(kind).to_owned()),
            RecordKind::Control => {
                Expected::OneOf(MovementKind::ALL.map(|it| movement_type(it).to_owned()).into())
            }
        },
        Filler::WorkerKey if values.worker_key => Expected::WorkerKey,
        Filler::BajaCause => {
            let mut causes: Vec<String> = vec![set(&values.baja_cause)];
            for (_, cause) in &values.causes {
                let cause = set(cause);
                if !causes.contains(&cause) {
                    causes.push(cause);
                }
            }
            Expected::OneOf(causes)
        }
        Filler::Curp if values.curp => Expected::Curp,
        Filler::Total => Expected::Text(set(&movements.to_string())),
        _ => Expected::Spaces,
    }
}

fn agrees(expected: &Expected, found: &str) -> bool {
    let is_blank = || found.bytes().all(|byte| byte == b' ');
    match expected {
        Expected::Text(text) => text == found,
        Expected::OneOf(texts) => texts.iter().any(|text| text == found),
        Expected::Spaces => is_blank(),
        Expected::Zeros => found.bytes().all(|byte| byte == b'0'),
        Expected::Registro => RegistroPatronal::parse(found).is_ok_and(|registro| registro.as_str() == found),
        Expected::Nss => Nss::parse(found).is_ok_and(|nss| nss.as_str() == found),
        Expected::Name { enye, may_lack } => {
            if is_blank() {
                return *may_lack;
            }
            let name = found.trim_end_matches(' ');
            let is_letter = |ch: char| matches!(ch, 'A'..='Z' | ' ') || *enye && ch == 'Ñ';
            !name.starts_with(' ') && !name.contains("  ") && name.chars().all(is_letter)
        }
        Expected::Date => is_date(found),
        Expected::Umf { unknown } => {
            let is_number = found.bytes().all(|byte| byte.is_ascii_digit());
            found == unknown || is_number && found.bytes().any(|byte| byte != b'0')
        }
        Expected::WorkerKey => {
            let key = found.trim_end_matches(' ');
            !key.is_empty()
                && key
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        }
        Expected::Curp => {
            is_blank()
                || found
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        }
    }
}

/// Whether it is a day that exists, as DDMMAAAA.
fn is_date(text: &str) -> bool {
    let number = |from: usize, until: usize| text.get(from..until).and_then(|digits| digits.parse().ok());
    let is_number = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.get(4..).and_then(|digits| digits.parse().ok());
    is_number
        && matches!((year, number(2, 4), number(0, 2)), (Some(year), Some(month), Some(day))
            if chrono::NaiveDate::from_ymd_opt(year, month, day).is_some())
}

fn decoded(bytes: &[u8]) -> (String, SampleEncoding) {
    if bytes.is_ascii() {
        return (String::from_utf8_lossy(bytes).into_owned(), SampleEncoding::Ascii);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (
            text.trim_start_matches('\u{feff}').to_owned(),
            SampleEncoding::Utf8,
        ),
        Err(_) => (
            WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            SampleEncoding::Windows1252,
        ),
    }
}

/// The lines, without the empty one behind the last line end.
fn lines_of(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect();
    if lines.last() == Some(&"") {
        lines.pop();
    }
    lines
}

fn end_of(bytes: &[u8]) -> SampleEnd {
    let all = bytes.iter().filter(|byte| **byte == b'\n').count();
    let with_return = bytes.windows(2).filter(|pair| *pair == b"\r\n").count();
    match (all, with_return) {
        (0, _) => SampleEnd::None,
        (all, with) if all == with => SampleEnd::CrLf,
        (_, 0) => SampleEnd::Lf,
        _ => SampleEnd::Mixed,
    }
}
