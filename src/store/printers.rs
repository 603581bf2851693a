//! What was measured of the printers of this computer.
//!
//! It lies beside the register and not in it: a Mudanza and a copy take the register to other computers, which have other
//! printers, and there it has to be asked again.

use std::fs;
use std::path::Path;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::copies::{UNVERIFIED, sync, sync_names};
use crate::domain::printer_scale::{Measured, PrinterCheck};

/// The name of the file in the data folder.
pub const FILE: &str = "impresoras.json";
/// So many printers are remembered, the last ones that were measured.
const MOST: usize = 12;

/// A check as it lies in the file.
#[derive(Serialize, Deserialize)]
struct Written {
    printer: String,
    across_tenths: u16,
    down_tenths: u16,
    at: NaiveDateTime,
    by: String,
}

/// What was measured on this computer, the last one first. A file that is missing or can't be read is as if nobody had
/// measured: the worst that comes of it is that it is asked again.
pub fn printer_checks(data: &Path) -> Vec<PrinterCheck> {
    let read = fs::read(data.join(FILE)).ok();
    let written: Vec<Written> = read
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default();
    let read = |it: Written| {
        Some(PrinterCheck {
            across: Measured::from_tenths(it.across_tenths)?,
            down: Measured::from_tenths(it.down_tenths)?,
            printer: it.printer,
            at: it.at,
            by: it.by,
        })
    };
    written.into_iter().filter_map(read).collect()
}

/// Whether somebody measured a printer of this computer, or is to be asked to.
pub fn is_asked_about_printer(data: &Path) -> bool {
    data.join(FILE).exists()
}

/// Notes that the printer of this computer is to be asked about. What was measured stays.
///
/// # Errors
/// The folder can't be written.
pub fn ask_about_printer(data: &Path) -> std::io::Result<()> {
    if is_asked_about_printer(data) {
        return Ok(());
    }
    write(data, &[])
}

/// Writes down what was measured, in place of what that printer measured before.
///
/// # Errors
/// The folder can't be written; then what was known stays.
pub fn keep_printer_check(data: &Path, check: &PrinterCheck) -> std::io::Result<()> {
    let same = |other: &PrinterCheck| other.printer.to_lowercase() == check.printer.to_lowercase();
    let former = printer_checks(data).into_iter().filter(|other| !same(other));
    let checks: Vec<Written> = std::iter::once(check.clone())
        .chain(former)
        .take(MOST)
        .map(|it| Written {
            printer: it.printer,
            across_tenths: it.across.tenths(),
            down_tenths: it.down.tenths(),
            at: it.at,
            by: it.by,
        })
        .collect();
    write(data, &checks)
}

fn write(data: &Path, checks: &[Written]) -> std::io::Result<()> {
    let file = data.join(FILE);
    let unverified = file.with_extension(UNVERIFIED);
    fs::write(&unverified, serde_json::to_vec_pretty(checks)?)?;
    sync(&unverified)?;
    fs::rename(&unverified, &file)?;
    sync_names(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(printer: &str, tenths: u16, at: &str) -> PrinterCheck {
        let length = Measured::from_tenths(tenths).unwrap();
        PrinterCheck {
            printer: printer.into(),
            across: length,
            down: length,
            at: at.parse().unwrap(),
            by: "Lupita".into(),
        }
    }

    #[test]
    fn each_printer_has_its_last_measure() {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path();
        assert_eq!(printer_checks(data), []);
        let first = check("HP", 940, "2026-11-21T10:30:00");
        let other = check("Epson de dirección", 1000, "2026-11-21T11:00:00");
        let again = check("hp", 1000, "2026-11-21T11:30:00");
        for it in [&first, &other, &again] {
            keep_printer_check(data, it).unwrap();
        }
        assert_eq!(printer_checks(data), [again, other]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_as_if_nobody_had_measured() {
        let folder = tempfile::tempdir().unwrap();
        for rubbish in ["", "[", "{}", r#"[{"printer":"HP"}]"#] {
            fs::write(folder.path().join(FILE), rubbish).unwrap();
            assert_eq!(printer_checks(folder.path()), [], "{rubbish}");
        }
        let kept = check("HP", 1000, "2026-11-21T11:30:00");
        keep_printer_check(folder.path(), &kept).unwrap();
        assert_eq!(printer_checks(folder.path()), [kept]);
    }
}
