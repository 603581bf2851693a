//! All settings as they are in force: what the register holds, and the default wherever it holds nothing readable.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Setting, Span, TABLE, Topic, Value};
use crate::domain::appearance::{Appearance, Density, Palette, Scheme, Zoom};
use crate::domain::campus::{Campus, Career};
use crate::domain::capture::{CaptureStyle, DateForm, FieldOrder};
use crate::domain::clinic::{Delegacion, SexLetters};
use crate::domain::cutoff::{ClosedCut, Counted, CutCalendar, CutDays, WindowLimits};
use crate::domain::logo::LogoMark;
use crate::domain::period::Period;
use crate::domain::person_name::Enye;
use crate::domain::registro_patronal::{HeldRegistro, RegistroPatronal};
use crate::domain::vigencia::EvidenceLimits;

/// Who at the campus confirmed a value, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The day.
    pub on: NaiveDate,
    /// The name of who was at the window.
    pub by: String,
}

/// A setting as it is in force.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Which.
    pub setting: &'static Setting,
    /// What it says.
    pub value: Value,
    /// Whether that is the default.
    pub is_default: bool,
    /// What the register holds and nobody can read; the default stands for it.
    pub unreadable: Option<String>,
    /// Who confirmed the value; `None` while it is «sin confirmar», and for what needs no confirmation.
    pub confirmed: Option<Confirmation>,
}

impl Entry {
    /// Whether somebody at the campus still has to tick it.
    pub fn awaits_confirmation(&self) -> bool {
        self.setting.to_confirm && self.confirmed.is_none()
    }
}

/// Every setting as it is in force.
#[derive(Debug, Clone)]
pub struct Settings {
    preset: Campus,
    entries: Vec<Entry>,
}

impl Settings {
    /// Reads what the register holds by key; `preset` is what the campus publishes. Never fails: a value that can't be
    /// read falls back to its own default, and leaves every other as it is.
    pub fn read(
        stored: &BTreeMap<String, String>,
        confirmed: &BTreeMap<String, Confirmation>,
        preset: Campus,
    ) -> Self {
        let entries = TABLE
            .iter()
            .map(|setting| {
                let text = stored.get(setting.key);
                let read = text.map(|text| setting.read(text));
                let unreadable = match (&read, text) {
                    (Some(Err(_)), Some(text)) => Some(text.clone()),
                    _ => None,
                };
                let default = default_of(setting, &preset);
                let value = read.and_then(Result::ok).unwrap_or_else(|| default.clone());
                Entry {
                    setting,
                    is_default: value == default,
                    value,
                    // Nobody confirmed the default that stands for what can't be read.
                    confirmed: confirmed
                        .get(setting.key)
                        .filter(|_| setting.to_confirm && unreadable.is_none())
                        .cloned(),
                    unreadable,
                }
            })
            .collect();
        Self { preset, entries }
    }

    /// What a campus publishes, with nothing changed.
    pub fn of(preset: Campus) -> Self {
        Self::read(&BTreeMap::new(), &BTreeMap::new(), preset)
    }

    /// Every entry, in the order of the table.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a topic.
    pub fn entry(&self, topic: Topic) -> &Entry {
        self.entries
            .iter()
            .find(|entry| entry.setting.topic == topic)
            .unwrap_or(&self.entries[0])
    }

    /// What a setting says while nobody has changed it.
    pub fn default_of(&self, topic: Topic) -> Value {
        default_of(Setting::of(topic), &self.preset)
    }

    /// The text of a setting, empty where it says nothing.
    pub fn text(&self, topic: Topic) -> String {
        self.entry(topic).value.to_string()
    }

    fn span(&self, topic: Topic) -> Option<Span> {
        match self.entry(topic).value {
            Value::Span(span) => Some(span),
            _ => None,
        }
    }

    /// Which picture is the logo.
    pub fn logo(&self) -> Option<&LogoMark> {
        match &self.entry(Topic::Logo).value {
            Value::Logo(logo) => logo.as_ref(),
            _ => None,
        }
    }

    /// When movements are sent.
    pub fn cut_calendar(&self) -> CutCalendar {
        let days = match self.entry(Topic::CutDays).value {
            Value::CutDays(days) => days,
            _ => CutDays::default(),
        };
        let hour_limit = match self.entry(Topic::HourLimit).value {
            Value::Hour(hour) => hour,
            _ => None,
        };
        let on_closed = ClosedCut::from_code(&self.text(Topic::ClosedCut)).unwrap_or_default();
        CutCalendar::new(days, hour_limit, on_closed, self.closed_days())
    }

    /// After how many days IMSS shows a movement.
    pub fn window_limits(&self) -> WindowLimits {
        self.span(Topic::Window)
            .map(|Span { first, last }| WindowLimits {
                first,
                last,
                counted: Counted::from_code(&self.text(Topic::WindowDays)).unwrap_or_default(),
            })
            .unwrap_or_default()
    }

    /// How many days a check counts as recent, and how many it can be renewed.
    pub fn evidence_limits(&self) -> EvidenceLimits {
        self.span(Topic::Evidence)
            .map(|Span { first, last }| EvidenceLimits {
                recent: first.into(),
                renew: last.into(),
            })
            .unwrap_or_default()
    }

    /// The letters that stand for the sex in an agregado médico.
    pub fn sex_letters(&self) -> SexLetters {
        SexLetters::from_code(&self.text(Topic::SexLetters)).unwrap_or_default()
    }

    /// The period that the office says is going on; `None` for that of the day.
    pub fn current_period(&self) -> Option<Period> {
        match self.entry(Topic::CurrentPeriod).value {
            Value::Period(period) => period,
            _ => None,
        }
    }

    /// The days on which the campus is closed, beside the statutory ones.
    pub fn closed_days(&self) -> Vec<NaiveDate> {
        match &self.entry(Topic::ClosedDays).value {
            Value::Days(days) => days.iter().map(|day| day.on).collect(),
            _ => Vec::new(),
        }
    }

    /// What becomes of an Ñ in a name for IMSS.
    pub fn enye(&self) -> Enye {
        Enye::from_code(&self.text(Topic::Enye)).unwrap_or_default()
    }

    /// How an envío is typed into IMSS' page.
    pub fn capture_style(&self) -> CaptureStyle {
        CaptureStyle {
            order: match &self.entry(Topic::CaptureOrder).value {
                Value::Fields(order) => order.clone(),
                _ => FieldOrder::default(),
            },
            date: DateForm::from_code(&self.text(Topic::CaptureDate)).unwrap_or_default(),
        }
    }

    /// The text of the office's own layout of the files; `None` where the one that ships is in force.
    pub fn own_layout(&self) -> Option<&str> {
        match &self.entry(Topic::Layout).value {
            Value::Layout(text) => text.as_deref(),
            _ => None,
        }
    }

    /// The registros patronales of the campus.
    pub fn registros(&self) -> Vec<RegistroPatronal> {
        let held = self.held_registros().iter();
        held.map(|it| it.registro.clone()).collect()
    }

    /// The same, each with the careers of those who go under it.
    pub fn held_registros(&self) -> &[HeldRegistro] {
        match &self.entry(Topic::Registros).value {
            Value::Registros(registros) => registros,
            _ => &[],
        }
    }

    /// The delegación of the campus, if the office knows it.
    pub fn delegacion(&self) -> Option<Delegacion> {
        Delegacion::from_code(&self.text(Topic::Delegation))
    }

    /// Who may be at the window.
    pub fn clerks(&self) -> &[String] {
        match &self.entry(Topic::Clerks).value {
            Value::People(people) => people,
            _ => &[],
        }
    }

    fn careers(&self) -> &[Career] {
        match &self.entry(Topic::Careers).value {
            Value::Careers(careers) => careers,
            _ => &[],
        }
    }

    /// The campus as its settings tell it.
    pub fn campus(&self) -> Campus {
        let delegation = self.text(Topic::Delegation);
        Campus {
            name: self.text(Topic::CampusName),
            department: self.text(Topic::Department),
            identifier_label: self.text(Topic::IdentifierLabel),
            control_code: self.text(Topic::ControlCode),
            delegation_name: Delegacion::from_code(&delegation)
                .map(|it| it.name().to_owned())
                .unwrap_or_default(),
            delegation,
            plantel_key: self.text(Topic::PlantelKey),
            phone: self.text(Topic::Phone),
            email: self.text(Topic::Email),
            mail_domain: self.text(Topic::MailDomain),
            careers: self.careers().to_vec(),
            ..self.preset.clone()
        }
    }

    /// How the window looks.
    pub fn appearance(&self) -> Appearance {
        Appearance {
            scheme: Scheme::from_code(&self.text(Topic::Scheme)).unwrap_or_default(),
            palette: Palette::from_code(&self.text(Topic::Palette)).unwrap_or_default(),
            density: Density::from_code(&self.text(Topic::Density)).unwrap_or_default(),
            zoom: self
                .text(Topic::Zoom)
                .parse()
                .ok()
                .and_then(Zoom::from_percent)
                .unwrap_or_default(),
            masks_numbers: self.text(Topic::Masking) == "si",
        }
    }
}

fn default_of(setting: &Setting, preset: &Campus) -> Value {
    let text = setting.default_text(preset);
    // A campus that publishes nothing leaves a name empty that nobody may type so.
    setting.read(&text).unwrap_or(Value::Text(text))
}
