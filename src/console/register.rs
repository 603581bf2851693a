//! `registrar`: students as JSON Lines, each an act of its own; a line that is refused doesn't keep the others out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use serde_json::{Map, Value};

use super::{Ended, Outcome, Place, Stop, one_line, sentence};
use crate::desk::{Desk, Refusal};
use crate::domain::clinic::Clinic;
use crate::domain::entry::{Entry, EntryField, EntryReading, Gap, NameGap};
use crate::domain::person_name::fold;
use crate::domain::sex::Sex;
use crate::domain::student::{CurpRecord, NssRecord, NssState, Standing};
use crate::words::{console as said, entry as form_words, record as record_words};

pub(super) fn run(at: &Place<'_>, from: &Path, out: &mut dyn Write) -> Ended {
    let mut desk = at.writing()?;
    let mut input: Box<dyn BufRead> = if from == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(from).map_err(|_| Stop::Refused(said::unreadable(from)))?;
        Box::new(BufReader::new(file))
    };
    let unreadable = |_| Stop::Refused(said::unreadable(from));
    let (mut line, mut number, mut all_well) = (Vec::new(), 0, true);
    while input.read_until(b'\n', &mut line).map_err(unreadable)? > 0 {
        number += 1;
        let text = String::from_utf8_lossy(&line);
        // An editor may leave a mark of byte order at the head, and an empty line at the end.
        let text = text.trim_start_matches('\u{feff}').trim();
        if !text.is_empty() {
            let (identifier, registered) = register(&mut desk, text, number);
            let (word, sentence) = match &registered {
                Ok(sentence) => ("ok", sentence),
                Err(sentence) => ("no", sentence),
            };
            all_well &= registered.is_ok();
            writeln!(out, "{}\t{word}\t{}", one_line(&identifier), one_line(sentence))?;
            // What is saved is told at once: whoever reads along knows how far it is.
            out.flush()?;
        }
        line.clear();
    }
    Ok(Outcome::of(all_well))
}

/// Registers one line; tells whom it is about, as far as that is known, and what came of it.
fn register(desk: &mut Desk, text: &str, number: usize) -> (String, Result<String, String>) {
    let Ok(Value::Object(object)) = serde_json::from_str(text) else {
        return (String::new(), Err(said::not_an_object(number)));
    };
    let written = match written(&object, number) {
        Ok(written) => written,
        Err(sentence) => {
            let identifier = object.get("matricula").and_then(plain).unwrap_or_default();
            return (identifier, Err(sentence));
        }
    };
    let mut entry = written.entry;
    if entry.period.trim().is_empty() {
        entry.period = desk.current_period().to_string();
    }
    if written.provisional && entry.identifier.trim().is_empty() {
        match next_folio(desk) {
            Ok(folio) => entry.identifier = folio,
            Err(sentence) => return (String::new(), Err(sentence)),
        }
    }
    let outcome = save(desk, &entry);
    (entry.identifier, outcome)
}

fn next_folio(desk: &Desk) -> Result<String, String> {
    use chrono::Datelike;

    let folio = desk
        .next_provisional_folio()
        .map_err(|refusal| sentence(&refusal))?;
    folio
        .map(|folio| folio.as_str().to_owned())
        .ok_or_else(|| said::no_folio(desk.today().year()))
}

fn save(desk: &mut Desk, entry: &Entry) -> Result<String, String> {
    let today = desk.today();
    let mut catalogue: Vec<Clinic> = Vec::new();
    if !entry.clinic.trim().is_empty() {
        let rows = desk.clinics().map_err(|refusal| sentence(&refusal))?;
        catalogue.extend(rows.into_iter().map(|row| row.clinic));
    }
    let assignment = entry.assignment(&catalogue, desk.usual_delegacion(), today);
    let (student, assignment) = match (entry.particulars(today), assignment) {
        (Ok(student), Ok(assignment)) => (student, assignment),
        (student, assignment) => {
            let mut why = reasons(&student.err().unwrap_or_default(), &entry.read(today));
            let faults = assignment.err().unwrap_or_default();
            why.extend(faults.iter().map(form_words::assignment_fault));
            return Err(said::not_registered(&why));
        }
    };
    desk.register_with_clinic(&student, &assignment)
        .map_err(|refusal: Refusal| sentence(&refusal))?;
    Ok(said::registered(
        &student.name.formal(),
        matches!(student.nss, NssRecord::Doubtful { .. }),
        matches!(student.curp, CurpRecord::Doubtful { .. }),
    ))
}

/// Why each field keeps the line from being registered.
fn reasons(gaps: &[Gap], reading: &EntryReading) -> Vec<String> {
    let reason = |gap: &Gap| match (gap.field(), &reading.identifier, &reading.name) {
        (EntryField::Identifier, Some(Err(fault)), _) => form_words::identifier_fault(fault),
        (EntryField::FirstSurname | EntryField::GivenNames, _, Err(NameGap::Fault(fault))) => {
            said::name_fault(fault)
        }
        (field, ..) => said::incomplete(field).to_owned(),
    };
    gaps.iter().map(reason).collect()
}

/// A line as it was understood.
#[derive(Default)]
struct Written {
    entry: Entry,
    provisional: bool,
}

/// Reads the keys of an object.
///
/// # Errors
/// The sentence about the first key or value that means nothing here.
fn written(object: &Map<String, Value>, line: usize) -> Result<Written, String> {
    let mut written = Written::default();
    written.entry.standing = Some(Standing::Enrolled);
    for (key, value) in object {
        let unsuitable = |known: &str| said::unsuitable_value(line, key, &shown(value), known);
        let text = || plain(value).ok_or_else(|| unsuitable(said::TEXT));
        let yes = || yes(value).ok_or_else(|| unsuitable(said::YES_OR_NO));
        let entry = &mut written.entry;
        match key.as_str() {
            "matricula" => entry.identifier = text()?,
            "provisional" => written.provisional = yes()?,
            "nombres" => entry.given_names = text()?,
            "primer_apellido" => entry.first_surname = text()?,
            "segundo_apellido" => entry.second_surname = text()?,
            "sin_apellidos" => entry.no_surnames = yes()?,
            "curp" => entry.curp = text()?,
            "motivo_curp" => entry.curp_shared = text()?,
            "sexo" => entry.sex = chosen(&text()?, find_sex).ok_or_else(|| unsuitable(said::SEXES))?,
            "nacimiento" => entry.birth_date = text()?,
            "lugar" => entry.birthplace = text()?,
            "carrera" => entry.career = text()?,
            "semestre" => entry.semester = text()?,
            "periodo" => entry.period = text()?,
            "situacion" => {
                let typed = text()?;
                if !typed.trim().is_empty() {
                    entry.standing = record_words::find_standing(&typed);
                }
            }
            "nss" => entry.nss = text()?,
            "nss_estado" => {
                let known = || NssState::ALL.map(NssState::code).join(", ");
                entry.nss_state = chosen(&text()?, find_nss_state).ok_or_else(|| unsuitable(&known()))?;
            }
            "nss_fecha" => entry.nss_on = text()?,
            "motivo_nss" => entry.nss_shared = text()?,
            "umf" => entry.clinic = text()?,
            "turno" => entry.shift = text()?,
            "consultorio" => entry.room = text()?,
            "correo" => entry.email = text()?,
            "telefono" => entry.phone = text()?,
            unknown => return Err(said::unknown_key(line, unknown)),
        }
    }
    Ok(written)
}

/// A text, or a number as its digits; nothing for `null`.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn yes(value: &Value) -> Option<bool> {
    match value {
        Value::Null => Some(false),
        Value::Bool(yes) => Some(*yes),
        _ => None,
    }
}

/// A value as a sentence quotes it.
fn shown(value: &Value) -> String {
    plain(value).unwrap_or_else(|| value.to_string())
}

/// `Some(None)` where nothing was written, `None` for what is not in the list.
fn chosen<T>(typed: &str, find: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    let typed = fold(typed);
    if typed.is_empty() {
        Some(None)
    } else {
        find(&typed).map(Some)
    }
}

fn find_sex(folded: &str) -> Option<Sex> {
    Sex::ALL.into_iter().find(|sex| {
        folded.eq_ignore_ascii_case(&sex.code().to_string()) || folded == fold(record_words::sex(*sex))
    })
}

fn find_nss_state(folded: &str) -> Option<NssState> {
    NssState::ALL.into_iter().find(|state| {
        folded == fold(&state.code().replace('_', " ")) || folded == fold(record_words::nss_state(*state))
    })
}
