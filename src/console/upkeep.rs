//! The register as a whole: `iniciar`, `demo`, `verificar`.

use std::io::Write;

use serde_json::json;

use super::arguments::Preset;
use super::{Ended, Outcome, Place, Stop, write_json};
use crate::desk::{self, CopyToCompare, Desk, FirstRun, Refusal, Remedy, demo as synthetic, preset};
use crate::store::{Finding, StoreError};
use crate::system::whereabouts::{self, Whereabouts};
use crate::words::console::{self as said, usage};
use crate::words::{faults, findings, restore};

pub(super) fn set_up(
    at: &Place<'_>,
    campus: Preset,
    name: Option<String>,
    clerk: String,
    out: &mut dyn Write,
) -> Ended {
    let filled = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let clerk = filled(clerk).ok_or(Stop::Usage(usage::NEEDS_CLERK))?;
    let mut model = preset(campus.name());
    if let Some(name) = name.and_then(filled) {
        model.name = name;
    } else if campus == Preset::Otro {
        return Err(Stop::Usage(usage::OTHER_NEEDS_NAME));
    }
    let desk = Desk::set_up(at.data, &FirstRun { campus: model, clerk }, at.clock.clone())?;
    writeln!(out, "{}", said::set_up(&desk.campus().name, at.data))?;
    Ok(Outcome::Done)
}

pub(super) fn demo(at: &Place<'_>, students: u32, seed: u64, out: &mut dyn Write) -> Ended {
    let desk = synthetic::create(at.data, students as usize, seed, at.clock.clone())?;
    writeln!(out, "{}", said::demo_written(desk.count_students()?, at.data))?;
    Ok(Outcome::Done)
}

pub(super) fn check(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let found = desk.check()?;
    report(desk, &[], &found, json, out)
}

pub(super) fn repair(at: &Place<'_>, json: bool, out: &mut dyn Write) -> Ended {
    let mut desk = match Desk::open(at.data, at.clock.clone()) {
        // Nothing can be written to it, so nothing can be put right; what is wrong can be told.
        Err(Refusal::Store(StoreError::Damaged(_))) => return check(&at.reading()?, json, out),
        opened => opened?,
    };
    let repaired = desk.repair()?;
    let left = desk.check()?;
    report(&desk, &repaired, &left, json, out)
}

/// What was put right, and what is wrong still.
fn report(desk: &Desk, repaired: &[Finding], left: &[Finding], json: bool, out: &mut dyn Write) -> Ended {
    let repaired: Vec<String> = repaired
        .iter()
        .map(|finding| desk::finding(finding, true))
        .collect();
    let to_do = desk.copy_to_compare(left).map(|copy| match copy {
        CopyToCompare::Last { name, at } => said::compare_with(&name, &restore::of_day(at, desk.today())),
        CopyToCompare::None => findings::NO_COPY.to_owned(),
    });
    let told = |finding: &Finding| match desk::remedy(finding) {
        Remedy::Repair => said::repairable(&desk::finding(finding, false)),
        Remedy::Copy | Remedy::Told => desk::finding(finding, false),
    };
    let mut left: Vec<String> = left.iter().map(told).collect();
    left.extend(to_do);
    let students = desk.count_students()?;
    let worth_knowing = standing(desk);
    if json {
        write_json(
            out,
            &json!({
                "estudiantes": students,
                "corregido": repaired,
                "hallazgos": left,
                "avisos": worth_knowing,
            }),
        )?;
    } else {
        for sentence in repaired.iter().chain(&left).chain(&worth_knowing) {
            writeln!(out, "{sentence}")?;
        }
        if left.is_empty() {
            writeln!(out, "{}", said::sound(students))?;
        }
    }
    Ok(Outcome::of(left.is_empty()))
}

/// What is worth knowing of clock and folder, though nothing is wrong with the register.
fn standing(desk: &Desk) -> Vec<String> {
    let mut told = Vec::new();
    if let Some(last) = desk.clock_is_behind() {
        told.push(faults::clock_is_behind(desk.today(), last));
    }
    let folder = desk.folder().unwrap_or_default();
    match whereabouts::of(&folder) {
        Whereabouts::Here => {}
        Whereabouts::Synced(service) => told.push(faults::synced_folder(&folder, service)),
        Whereabouts::Network => told.push(faults::network_folder(&folder)),
    }
    told
}
