//! `revisar`: numbers of any source against the rules of the domain, one line in, one line out.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::arguments::Number;
use super::{Ended, Outcome, Stop, one_line, write_json};
use crate::domain::curp::{self, CurpContext};
use crate::domain::nss::{self, NssContext};
use crate::domain::severity::Severity;
use crate::words::said::{Told, severity_code};
use crate::words::{curp as curp_words, nss as nss_words};

pub(super) fn run(
    what: Number,
    values: Vec<OsString>,
    json: bool,
    today: NaiveDate,
    out: &mut dyn Write,
) -> Ended {
    let mut report = Report {
        what,
        json,
        today,
        all_well: true,
        out,
    };
    if values.is_empty() {
        let mut input = io::stdin().lock();
        let mut line = Vec::new();
        // Bytes, not text: a file from anywhere may hold anything.
        while input.read_until(b'\n', &mut line)? > 0 {
            let value = String::from_utf8_lossy(&line);
            report.value(value.trim_end_matches(['\n', '\r']))?;
            line.clear();
        }
    } else {
        for value in values {
            report.value(&value.to_string_lossy())?;
        }
    }
    Ok(Outcome::of(report.all_well))
}

struct Report<'o> {
    what: Number,
    json: bool,
    today: NaiveDate,
    all_well: bool,
    out: &'o mut dyn Write,
}

impl Report<'_> {
    fn value(&mut self, value: &str) -> Result<(), Stop> {
        let told = self.review(value);
        // `max_by_key` would give the last of equals.
        let heaviest = told.iter().rev().max_by_key(|told| told.severity);
        let severity = heaviest.map_or(Severity::Ok, |told| told.severity);
        self.all_well &= severity != Severity::Error;
        if self.json {
            let all: Vec<Value> = told
                .iter()
                .map(|told| {
                    json!({ "gravedad": severity_code(told.severity), "causa": told.code, "mensaje": told.text })
                })
                .collect();
            return write_json(
                self.out,
                &json!({ "valor": value, "gravedad": severity_code(severity), "observaciones": all }),
            );
        }
        if let Some(told) = heaviest {
            let (severity, code) = (severity_code(severity), told.code);
            writeln!(
                self.out,
                "{}\t{severity}\t{code}\t{}",
                one_line(value),
                one_line(&told.text)
            )?;
        }
        Ok(())
    }

    fn review(&self, value: &str) -> Vec<Told> {
        let today = self.today;
        match self.what {
            Number::Nss => nss_words::told(&nss::read(
                value,
                &NssContext {
                    birth_year: None,
                    today,
                },
            )),
            Number::Curp => curp_words::told(&curp::read(value, &CurpContext::unknown(today))),
        }
    }
}
