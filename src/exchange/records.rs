//! The 168-character records that go to IMSS: an envío's lines and a layout become the bytes of its file.
//!
//! The same lines and the same layout are the same bytes, whenever they are asked for. A file is written whole or not at
//! all: nothing is cut to fit, and each letter that differs from the name in the register is told.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::layout::{Align, Content, DateRule, Layout, Place, RecordKind, byte_of};
use crate::domain::dispatch::DispatchLine;
use crate::domain::imss_file::Filler;
use crate::domain::movement::MovementKind;
use crate::domain::nss::Nss;
use crate::domain::registro_patronal::RegistroPatronal;

mod rewriting;
mod sample;
#[cfg(test)]
mod tests;

pub use crate::domain::imss_file::{RecordFault, Rewriting, SampleReport};
pub use sample::check_sample;

/// The row that faults of the cifras de control name.
const CONTROL_ROW: u32 = 0;

/// What is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// Under which registro patronal.
    pub registro: &'a RegistroPatronal,
    /// Altas or bajas: a file never holds both.
    pub kind: MovementKind,
    /// The cut that they belong to.
    pub cut: NaiveDate,
    /// The day on which the file is sent, where it is known.
    pub sent_on: Option<NaiveDate>,
    /// What the envío carries, in its order.
    pub lines: &'a [DispatchLine],
}

/// A file that can be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// All of it.
    pub bytes: Vec<u8>,
    /// How many movements it has, without the cifras de control.
    pub records: usize,
    /// Where a name differs from the one in the register, by row.
    pub rewritten: Vec<Rewriting>,
}

/// Writes the file of an envío.
///
/// # Errors
/// The first [`RecordFault`]; then there is no file.
pub fn write(layout: &Layout, order: &Order<'_>) -> Result<Written, RecordFault> {
    let all = order.lines.len() + usize::from(layout.has_control());
    let record_length = layout.length() + layout.line_end().bytes().len();
    let mut file = File {
        layout,
        date: date_of(layout, order)?,
        order,
        bytes: Vec::with_capacity(all * record_length),
    };
    let mut rewritten = Vec::new();
    for line in order.lines {
        rewritten.extend(rewriting::of(line)?);
        file.push(RecordKind::Movement(order.kind), Some(line))?;
    }
    if layout.has_control() {
        file.push(RecordKind::Control, None)?;
    }
    Ok(Written {
        bytes: file.bytes,
        records: order.lines.len(),
        rewritten,
    })
}

fn date_of(layout: &Layout, order: &Order<'_>) -> Result<String, RecordFault> {
    let day = match layout.values().date {
        DateRule::Cut => order.cut,
        DateRule::Sending => order.sent_on.ok_or(RecordFault::NoSendingDay)?,
        DateRule::Day(day) => day,
    };
    Ok(day.format("%d%m%Y").to_string())
}

/// Tipo de movimiento. 07, modificación de salario, is not used for students.
pub(super) fn movement_type(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "08",
        MovementKind::Baja => "02",
    }
}

/// A file that is being written.
struct File<'a> {
    layout: &'a Layout,
    order: &'a Order<'a>,
    /// Fecha de movimiento, DDMMAAAA.
    date: String,
    bytes: Vec<u8>,
}

impl File<'_> {
    fn push(&mut self, record: RecordKind, line: Option<&DispatchLine>) -> Result<(), RecordFault> {
        let row = line.map_or(CONTROL_ROW, |line| line.number);
        let start = self.bytes.len();
        for place in self.layout.places(record) {
            match &place.content {
                Content::Spaces => self.repeat(b' ', place.length),
                Content::Zeros => self.repeat(b'0', place.length),
                Content::Literal(text) => {
                    let encoding = self.layout.encoding();
                    self.bytes
                        .extend(text.chars().filter_map(|ch| byte_of(encoding, ch)));
                }
                Content::Filled { filler, align } => self.fill(place, *filler, *align, line)?,
            }
        }
        let (found, declared) = (self.bytes.len() - start, self.layout.length());
        if found != declared {
            return Err(RecordFault::Length { row, found, declared });
        }
        self.bytes.extend(self.layout.line_end().bytes());
        Ok(())
    }

    fn repeat(&mut self, byte: u8, times: usize) {
        self.bytes.extend(std::iter::repeat_n(byte, times));
    }

    fn fill(
        &mut self,
        place: &Place,
        filler: Filler,
        align: Align,
        line: Option<&DispatchLine>,
    ) -> Result<(), RecordFault> {
        let row = line.map_or(CONTROL_ROW, |line| line.number);
        let Some(text) = self.value(filler, line)? else {
            let is_zeros = filler == Filler::Umf && self.layout.values().unknown_umf_is_zeros;
            self.repeat(if is_zeros { b'0' } else { b' ' }, place.length);
            return Ok(());
        };
        let mut value = Vec::with_capacity(place.length);
        for ch in text.chars() {
            value.push(
                byte_of(self.layout.encoding(), ch).ok_or_else(|| RecordFault::NotCarried {
                    row,
                    field: filler,
                    text: text.to_string(),
                    ch,
                })?,
            );
        }
        let is_number = !value.is_empty() && value.iter().all(u8::is_ascii_digit);
        if align == Align::Right && !is_number {
            return Err(RecordFault::Form {
                row,
                field: filler,
                text: text.into_owned(),
            });
        }
        let Some(filling) = place.length.checked_sub(value.len()) else {
            return Err(RecordFault::TooLong {
                row,
                field: filler,
                text: text.into_owned(),
                room: place.length,
            });
        };
        match align {
            Align::Left => {
                self.bytes.extend(value);
                self.repeat(b' ', filling);
            }
            Align::Right => {
                self.repeat(b'0', filling);
                self.bytes.extend(value);
            }
        }
        Ok(())
    }

    /// What fills a place of this record; `None` where it stays empty.
    fn value<'v>(
        &'v self,
        filler: Filler,
        line: Option<&'v DispatchLine>,
    ) -> Result<Option<Cow<'v, str>>, RecordFault> {
        let values = self.layout.values();
        if let Some(fixed) = values.fixed(filler) {
            return Ok(Some(Cow::Borrowed(fixed)));
        }
        match filler {
            Filler::Registro => return Ok(Some(Cow::Borrowed(self.order.registro.as_str()))),
            Filler::Date => return Ok(Some(Cow::Borrowed(&self.date))),
            Filler::MovementType => return Ok(Some(Cow::Borrowed(movement_type(self.order.kind)))),
            Filler::Total => return Ok(Some(Cow::Owned(self.order.lines.len().to_string()))),
            _ => {}
        }
        let Some(line) = line else {
            return Ok(None);
        };
        let text = match filler {
            Filler::Nss => Some(nss(line)?),
            Filler::FirstSurname => Some(line.imss.first_surname.as_str()),
            Filler::SecondSurname => Some(line.imss.second_surname.as_str()),
            Filler::Given => Some(line.imss.given.as_str()),
            Filler::Umf if values.umf => umf(line)?,
            Filler::WorkerKey if values.worker_key => Some(line.identifier.as_str()),
            Filler::BajaCause => Some(values.cause(line.motive)),
            Filler::Curp if values.curp => curp(line)?,
            _ => None,
        };
        Ok(text.map(Cow::Borrowed))
    }
}

/// The NSS, if it is one: zeros in front of a shorter number would make it another person's.
fn nss(line: &DispatchLine) -> Result<&str, RecordFault> {
    let is_one = Nss::parse(&line.nss).is_ok_and(|nss| nss.as_str() == line.nss);
    formed(line, Filler::Nss, &line.nss, is_one)
}

/// The clinic, if its number is one of three digits.
fn umf(line: &DispatchLine) -> Result<Option<&str>, RecordFault> {
    let Some(umf) = line.umf.as_deref() else {
        return Ok(None);
    };
    let is_one = umf.len() <= 3 && umf.bytes().all(|byte| byte.is_ascii_digit());
    formed(line, Filler::Umf, umf, is_one).map(Some)
}

/// The CURP, if it has the length of one: whether one that is por confirmar may go was settled when its cut was closed.
fn curp(line: &DispatchLine) -> Result<Option<&str>, RecordFault> {
    let Some(curp) = line.curp.as_deref() else {
        return Ok(None);
    };
    let is_letter = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let is_one = Filler::Curp.width() == Some(curp.len()) && curp.bytes().all(is_letter);
    formed(line, Filler::Curp, curp, is_one).map(Some)
}

fn formed<'t>(
    line: &DispatchLine,
    field: Filler,
    text: &'t str,
    is_right: bool,
) -> Result<&'t str, RecordFault> {
    is_right.then_some(text).ok_or_else(|| RecordFault::Form {
        row: line.number,
        field,
        text: text.to_owned(),
    })
}
