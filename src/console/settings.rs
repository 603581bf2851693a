//! `ajustes`: what the office decides, shown and changed.

use std::io::Write;

use serde_json::{Value as Json, json};

use super::{Ended, Outcome, one_line, write_json};
use crate::desk::Desk;
use crate::domain::settings::{Entry, Group};
use crate::words::settings as words;

/// What is to be done with a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change<'a> {
    /// Gives it this value.
    To(&'a str),
    /// Puts it back to its default.
    Back,
    /// Ticks it.
    Confirm,
}

pub(super) fn show_all(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let entries = desk.settings().entries();
    if json {
        let all: Vec<Json> = entries.iter().map(|entry| told(desk, entry)).collect();
        write_json(out, &all)?;
        return Ok(Outcome::Done);
    }
    let widest = entries.iter().map(|entry| entry.setting.key.len()).max();
    for group in Group::ALL {
        writeln!(out, "{}", words::group(group))?;
        for setting in group.settings() {
            let entry = desk.settings().entry(setting.topic);
            writeln!(
                out,
                "  {:width$}  {} ({})",
                setting.key,
                one_line(&words::value(entry)),
                words::state(entry),
                width = widest.unwrap_or_default(),
            )?;
        }
    }
    Ok(Outcome::Done)
}

pub(super) fn show(desk: &Desk, key: &str, json: bool, out: &mut dyn Write) -> Ended {
    let setting = desk.setting_named(key)?;
    let entry = desk.settings().entry(setting.topic);
    if json {
        write_json(out, &told(desk, entry))?;
        return Ok(Outcome::Done);
    }
    writeln!(out, "{} ({})", words::name(setting.topic), words::state(entry))?;
    if setting.kind.is_list() {
        for item in words::items(&entry.value) {
            writeln!(out, "  {}", one_line(&item))?;
        }
    } else {
        writeln!(out, "  {}", one_line(&words::value(entry)))?;
    }
    if let Some(stored) = &entry.unreadable {
        writeln!(out, "{}", words::unreadable(&one_line(stored)))?;
    }
    if let Some(confirmation) = &entry.confirmed {
        writeln!(out, "{}", words::confirmed_by(confirmation))?;
    }
    if !entry.is_default {
        let default = desk.settings().default_of(setting.topic);
        writeln!(out, "{}", words::default_value(setting.topic, &default))?;
    }
    if let Some(notice) = words::notice(desk.settings(), setting.topic) {
        writeln!(out, "{notice}")?;
    }
    writeln!(out, "{}", words::hint(setting))?;
    Ok(Outcome::Done)
}

pub(super) fn change(desk: &mut Desk, key: &str, change: Change<'_>, out: &mut dyn Write) -> Ended {
    let topic = desk.setting_named(key)?.topic;
    let changed = match change {
        Change::To(text) => desk.set(topic, text)?,
        Change::Back => desk.reset(topic)?,
        Change::Confirm => desk.confirm(topic)?,
    };
    let said = match change {
        _ if !changed => words::same(topic),
        Change::To(_) => words::changed(topic, &desk.settings().entry(topic).value),
        Change::Back => words::was_reset(topic),
        Change::Confirm => words::confirmed(topic),
    };
    writeln!(out, "{said}")?;
    if let Some(notice) = words::notice(desk.settings(), topic) {
        writeln!(out, "{notice}")?;
    }
    Ok(Outcome::Done)
}

fn told(desk: &Desk, entry: &Entry) -> Json {
    let setting = entry.setting;
    json!({
        "clave": setting.key,
        "nombre": words::name(setting.topic),
        "grupo": words::group(setting.group),
        "valor": entry.value.to_string(),
        "inicio": desk.settings().default_of(setting.topic).to_string(),
        "por_confirmar": entry.awaits_confirmation(),
        "confirmado": entry.confirmed.as_ref().map(|it| json!({ "fecha": it.on, "por": it.by })),
        "no_se_entiende": entry.unreadable,
        "aviso": words::notice(desk.settings(), setting.topic),
    })
}
