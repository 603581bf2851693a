//! The format of the files for IMSS: the layout, which ships or is the office's own, with the values of the settings put
//! in; and whether a file that IMSS took has been held against it.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;

use super::logo::path_in;
use super::{Desk, Refusal};
use crate::domain::imss_file::{FileEncoding, LayoutFault};
use crate::domain::person_name::Enye;
use crate::domain::settings::{Setting, SettingFault, Settings, Topic, Value};
use crate::exchange::layout::{self, Layout};
use crate::exchange::records::{SampleReport, check_sample};
use crate::store::{ActKind, seal};

/// The settings whose values stand in the layout, each with its key there.
const VALUES: [(Topic, &str); 12] = [
    (Topic::WorkerType, "tipo_trabajador"),
    (Topic::SalaryType, "tipo_salario"),
    (Topic::WorkWeek, "jornada"),
    (Topic::Sbc, "sbc"),
    (Topic::Guia, "guia"),
    (Topic::BajaCause, "causa_baja"),
    (Topic::MovementDate, "fecha"),
    (Topic::WorkerKey, "clave_trabajador"),
    (Topic::FileUmf, "umf"),
    (Topic::FileCurp, "curp"),
    (Topic::Enye, ENYE),
    (Topic::ControlRecord, "cifras_de_control"),
];
const ENYE: &str = "enye";
const ENCODING: &str = "codificacion";

/// The heaviest file that is read: a layout has some thousand bytes, a sample of ten thousand movements not two million.
const MOST_BYTES: u64 = 8 * 1024 * 1024;
/// Under which key is kept who held a sample against a layout; the seal of the layout follows.
const PASSED: &str = "imss.muestra.";
/// How much of a seal tells layouts apart.
const SEAL_LETTERS: usize = 16;

/// A sample that agreed with a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedSample {
    /// The day on which it was held against it.
    pub on: NaiveDate,
    /// Who did.
    pub by: String,
}

impl Desk {
    /// The layout of the files of a cut that is closed now, as text: that of the office with each of its values put in.
    ///
    /// # Errors
    /// [`SettingFault::Layout`] where the values and the layout do not go together.
    pub fn layout_text(&self) -> Result<String, Refusal> {
        composed(&self.settings, None).map_err(refused)
    }

    /// The same, read.
    ///
    /// # Errors
    /// As [`Desk::layout_text`].
    pub fn layout(&self) -> Result<Layout, Refusal> {
        Layout::parse(&self.layout_text()?).map_err(refused)
    }

    /// Holds a file that IMSS took against the layout in force. Where it agrees, that is kept with the day and who is at
    /// the window, and files by this layout are no trial any more.
    ///
    /// # Errors
    /// [`Refusal::Setting`] for a path without a file that can be read.
    pub fn try_sample(&mut self, typed: &str) -> Result<SampleReport, Refusal> {
        let bytes = read(typed)?;
        let text = self.layout_text()?;
        let report = check_sample(&Layout::parse(&text).map_err(refused)?, &bytes);
        if report.passes() {
            let stamp = self.stamp();
            let passed = format!("{} {}", self.today(), self.clerk);
            self.store.transact(&stamp, ActKind::ChangeSetting, |tx| {
                tx.put_setting(&passed_key(&text), &passed)
            })?;
        }
        Ok(report)
    }

    /// The sample that agreed with a layout; `None` where none has, so that its files are trials.
    ///
    /// # Errors
    /// The file's faults.
    pub fn passed_sample(&self, layout: &str) -> Result<Option<PassedSample>, Refusal> {
        let stored = self.store.reader().setting(&passed_key(layout))?;
        Ok(stored.and_then(|text| {
            let (on, by) = text.split_once(' ')?;
            Some(PassedSample {
                on: on.parse().ok()?,
                by: by.to_owned(),
            })
        }))
    }

    /// Takes the layout of a file whose path somebody typed, and with it the values that the file has.
    pub(super) fn set_layout(&mut self, typed: &str) -> Result<bool, Refusal> {
        let text = String::from_utf8(read(typed)?).map_err(|_| not_text())?;
        let text = text.trim_start_matches('\u{feff}').trim();
        Layout::parse(text).map_err(refused)?;
        let mut values = Vec::new();
        for (topic, key) in VALUES {
            let setting = Setting::of(topic);
            let typed = layout::value_of(text, key).map_err(refused)?;
            let value = setting
                .read(&typed)
                .map_err(|fault| Refusal::Setting(topic, fault))?;
            if value.to_string() != self.settings.text(topic) {
                values.push((setting.key, value.to_string()));
            }
        }
        let key = Setting::of(Topic::Layout).key;
        self.change_setting(|tx| {
            tx.put_setting(key, text)?;
            values
                .iter()
                .try_for_each(|(key, value)| tx.put_setting(key, value))
        })
    }

    /// Refuses a value with which the layout would be none any more.
    pub(super) fn check_layout(&self, topic: Topic, value: &Value) -> Result<(), Refusal> {
        if topic != Topic::Layout && VALUES.iter().all(|(of, _)| *of != topic) {
            return Ok(());
        }
        let checked = composed(&self.settings, Some((topic, value))).and_then(|text| Layout::parse(&text));
        checked
            .map(|_| ())
            .map_err(|fault| Refusal::Setting(topic, fault.into()))
    }
}

/// The layout with the values put in, as if one setting said something else.
fn composed(settings: &Settings, other: Option<(Topic, &Value)>) -> Result<String, LayoutFault> {
    let own = match other {
        Some((Topic::Layout, Value::Layout(text))) => text.as_deref(),
        _ => settings.own_layout(),
    };
    let mut text = own.unwrap_or(Layout::default_text()).to_owned();
    for (topic, key) in VALUES {
        let value = match other {
            Some((of, value)) if of == topic => value.to_string(),
            _ => settings.text(topic),
        };
        // Ñ needs a letter of its own: no layout is written with it in ASCII.
        if key == ENYE && value == Enye::Kept.code() {
            text = layout::with_value(&text, ENCODING, FileEncoding::Windows1252.code())?;
        }
        // The code of a causa de baja is a capital in the file.
        text = layout::with_value(
            &text,
            key,
            &if topic == Topic::BajaCause {
                value.to_uppercase()
            } else {
                value
            },
        )?;
    }
    Ok(text)
}

fn passed_key(layout: &str) -> String {
    let seal = seal(layout.as_bytes());
    format!("{PASSED}{}", seal.get(..SEAL_LETTERS).unwrap_or(&seal))
}

fn refused(fault: LayoutFault) -> Refusal {
    Refusal::Setting(Topic::Layout, fault.into())
}

fn not_text() -> Refusal {
    Refusal::Setting(Topic::Layout, SettingFault::NotText)
}

/// The bytes of a file whose path somebody typed.
fn read(typed: &str) -> Result<Vec<u8>, Refusal> {
    let path = path_in(typed);
    let path: &Path = path.as_ref();
    match fs::metadata(path) {
        Err(_) => return Err(Refusal::Setting(Topic::Layout, SettingFault::NoSuchFile)),
        Ok(about) if about.is_dir() => {
            return Err(Refusal::Setting(Topic::Layout, SettingFault::NoSuchFile));
        }
        Ok(about) if about.len() > MOST_BYTES => return Err(not_text()),
        Ok(_) => {}
    }
    fs::read(path).map_err(|_| not_text())
}
