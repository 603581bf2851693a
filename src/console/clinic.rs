//! `clinica`: what IMSS assigned to a student, and the catalogue of clinics; and the rest of what `vigencia registrar`
//! takes from a constancia.

use std::io::Write;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::arguments::{Source, YesOrNo};
use super::asking::columns;
use super::{Ended, Outcome, Stop, write_json};
use crate::desk::{Desk, Refusal};
use crate::domain::clinic::{
    Agregado, Assignment, Clinic, ClinicKey, ClinicKind, ClinicSource, Meant, Room, Seen, Shift, meant,
};
use crate::domain::date::typed_date;
use crate::domain::entry::plain;
use crate::domain::registro_patronal::is_ours;
use crate::domain::vigencia::{Affiliation, Check, CheckSource, Document};
use crate::store::ClinicRow;
use crate::words::console::help;
use crate::words::{clinic as words, vigencia};

/// What can be done about clinics.
#[derive(Debug, Subcommand)]
pub(super) enum Asked {
    #[command(name = "anotar", about = help::CLINIC_ASSIGN,
        override_usage = "ventanilla clinica anotar MATRICULA [CLINICA] --fuente FUENTE [--fecha F] [--turno T] [--consultorio C] [--agregado A]")]
    Assign(Assign),
    #[command(name = "vaciar", about = help::CLINIC_EMPTY, override_usage = "ventanilla clinica vaciar MATRICULA")]
    Empty {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
    },
    #[command(name = "lista", about = help::CLINIC_LIST, override_usage = "ventanilla clinica lista [--json]")]
    List {
        #[arg(long, help = help::JSON)]
        json: bool,
    },
    #[command(name = "agregar", about = help::CLINIC_ADD,
        override_usage = "ventanilla clinica agregar CLINICA [--tipo T] [--nombre N] [--ciudad C]")]
    Add {
        #[arg(value_name = "CLINICA", help = help::CLINIC)]
        clinic: String,
        #[command(flatten)]
        told: Told,
    },
    #[command(name = "corregir", about = help::CLINIC_CORRECT,
        override_usage = "ventanilla clinica corregir CLINICA [--numero CLINICA] [--tipo T] [--nombre N] [--ciudad C]")]
    Correct {
        #[arg(value_name = "CLINICA", help = help::CLINIC)]
        clinic: String,
        #[arg(long = "numero", value_name = "CLINICA", help = help::CLINIC_NUMBER)]
        number: Option<String>,
        #[command(flatten)]
        told: Told,
    },
    #[command(name = "quitar", about = help::CLINIC_REMOVE, override_usage = "ventanilla clinica quitar CLINICA")]
    Remove {
        #[arg(value_name = "CLINICA", help = help::CLINIC)]
        clinic: String,
    },
}

/// What is assigned to a student.
#[derive(Debug, Args)]
pub(super) struct Assign {
    #[arg(value_name = "MATRICULA", help = help::WHO)]
    who: String,
    #[arg(value_name = "CLINICA", help = help::CLINIC)]
    clinic: Option<String>,
    #[arg(long = "fuente", value_name = "FUENTE", help = help::CLINIC_SOURCE)]
    source: ReadIn,
    #[arg(long = "fecha", value_name = "FECHA", help = help::CLINIC_DATE)]
    on: Option<NaiveDate>,
    #[arg(long = "turno", value_name = "TURNO", help = help::SHIFT)]
    shift: Option<String>,
    #[arg(long = "consultorio", value_name = "C", help = help::ROOM)]
    room: Option<String>,
    #[arg(long = "agregado", value_name = "AGREGADO", help = help::AGREGADO)]
    agregado: Option<String>,
}

/// What is known of a clinic.
#[derive(Debug, Args)]
pub(super) struct Told {
    #[arg(long = "tipo", value_name = "TIPO", help = help::CLINIC_KIND)]
    kind: Option<Kind>,
    #[arg(long = "nombre", value_name = "NOMBRE", help = help::CLINIC_NAME)]
    name: Option<String>,
    #[arg(long = "ciudad", value_name = "CIUDAD", help = help::CLINIC_CITY)]
    city: Option<String>,
}

/// Where the clinic was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReadIn {
    Constancia,
    Carnet,
    Estudiante,
}

/// What a clinic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    Umf,
    Hgz,
    Hgs,
}

/// What a document said.
#[derive(Debug, Args)]
pub(super) struct Recorded {
    #[arg(value_name = "MATRICULA", help = help::WHO)]
    who: String,
    #[arg(value_name = "si|no", help = help::VERDICT)]
    vigente: YesOrNo,
    #[arg(long = "fecha", value_name = "FECHA", help = help::CONSULTED_ON)]
    on: Option<NaiveDate>,
    #[arg(long = "fuente", value_name = "FUENTE", help = help::SOURCE)]
    source: Option<Source>,
    #[arg(long = "nuestra", value_name = "si|no", help = help::OURS)]
    ours: Option<YesOrNo>,
    #[arg(long = "umf", value_name = "CLINICA", help = help::DOCUMENT_CLINIC)]
    clinic: Option<String>,
    #[arg(long = "turno", value_name = "TURNO", help = help::SHIFT)]
    shift: Option<String>,
    #[arg(long = "consultorio", value_name = "C", help = help::ROOM)]
    room: Option<String>,
    #[arg(long = "solo-anotar", help = help::ONLY_NOTE)]
    only_note: bool,
    #[arg(long = "nombre", value_name = "NOMBRE", help = help::DOCUMENT_NAME)]
    name: Option<String>,
    #[arg(long = "curp", value_name = "CURP", help = help::DOCUMENT_CURP)]
    curp: Option<String>,
    #[arg(long = "afilio", value_name = "RENGLON", help = help::AFFILIATION)]
    affiliations: Vec<String>,
}

pub(super) fn run(desk: &mut Desk, asked: Asked, out: &mut dyn Write) -> Ended {
    let said = match asked {
        Asked::List { json } => return list(desk, json, out),
        Asked::Assign(asked) => assign(desk, &asked)?,
        Asked::Empty { who } => {
            let record = desk.record_by_identifier(&who)?;
            desk.assign(record.student.id, &Assignment::default(), None)?;
            words::emptied(&record.student.particulars.name.formal())
        }
        Asked::Add { clinic, told } => {
            let clinic = told.of(Clinic::new(key(desk, &clinic)?));
            desk.add_clinic(&clinic)?;
            words::added(&clinic)
        }
        Asked::Correct { clinic, number, told } => {
            let row = row(desk, &clinic)?;
            let key = match number {
                Some(number) => key(desk, &number)?,
                None => row.clinic.key,
            };
            let corrected = told.of(Clinic { key, ..row.clinic });
            desk.correct_clinic(row.id, &corrected)?;
            words::corrected(&corrected, row.students)
        }
        Asked::Remove { clinic } => {
            let row = row(desk, &clinic)?;
            words::removed(&desk.remove_clinic(row.id)?)
        }
    };
    writeln!(out, "{said}")?;
    Ok(Outcome::Done)
}

/// Whether the catalogue is only looked at, which may be done beside the window.
pub(super) fn only_asks(asked: &Asked) -> bool {
    matches!(asked, Asked::List { .. })
}

fn list(desk: &Desk, json: bool, out: &mut dyn Write) -> Ended {
    let rows = desk.clinics()?;
    if json {
        let rows: Vec<Value> = rows
            .iter()
            .map(|row| {
                let clinic = &row.clinic;
                json!({
                    "delegacion": clinic.key.delegacion.code(),
                    "numero": clinic.key.number.number(),
                    "tipo": clinic.kind.code(),
                    "nombre": clinic.name,
                    "ciudad": clinic.city,
                    "estudiantes": row.students,
                })
            })
            .collect();
        write_json(out, &rows)?;
        return Ok(Outcome::Done);
    }
    let lines = rows.iter().map(|row| {
        [
            words::label(&row.clinic),
            words::delegacion(row.clinic.key.delegacion),
            words::students(row.students),
        ]
    });
    columns(out, lines.collect())?;
    Ok(Outcome::Done)
}

fn assign(desk: &mut Desk, asked: &Assign) -> Result<String, Stop> {
    let record = desk.record_by_identifier(&asked.who)?;
    let before = &record.student.assignment;
    let clinic = match &asked.clinic {
        Some(typed) => Some(named(desk, typed)?),
        None => record.clinic.clone(),
    };
    let key = clinic.as_ref().map(|clinic| clinic.key);
    // Turno and consultorio belong to their clinic.
    let is_same = key == before.clinic;
    let assignment = Assignment {
        clinic: key,
        shift: match &asked.shift {
            Some(shift) => Shift::read(shift),
            None => before.shift.clone().filter(|_| is_same),
        },
        room: match &asked.room {
            Some(text) => room(text)?,
            None => before.room.clone().filter(|_| is_same),
        },
        agregado: match &asked.agregado {
            Some(text) => {
                Some(Agregado::read(text).map_err(|fault| Stop::Refused(words::agregado_fault(fault)))?)
            }
            None => before.agregado.clone(),
        },
        seen: Some(Seen {
            source: match asked.source {
                ReadIn::Constancia => ClinicSource::Constancia,
                ReadIn::Carnet => ClinicSource::Carnet,
                ReadIn::Estudiante => ClinicSource::Student,
            },
            on: asked.on.unwrap_or(desk.today()),
        }),
    };
    if assignment.is_empty() {
        return Err(Stop::Refused(words::NOTHING_TO_NOTE.to_owned()));
    }
    let name = record.student.particulars.name.formal();
    let changed = desk.assign(record.student.id, &assignment, clinic.as_ref())?;
    Ok(if changed.is_empty() {
        words::nothing_changed(&name)
    } else {
        words::noted(&name, &words::told(clinic.as_ref(), &assignment))
    })
}

fn room(text: &str) -> Result<Option<Room>, Stop> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Room::read(text)
        .map(Some)
        .map_err(|_| Stop::Refused(words::ROOM_FAULT.to_owned()))
}

/// The delegación and number that are written, of the catalogue or not.
fn key(desk: &Desk, typed: &str) -> Result<ClinicKey, Stop> {
    ClinicKey::read(typed, desk.usual_delegacion()).map_err(|fault| Stop::Refused(words::fault(&fault)))
}

/// The clinic that is meant; one that the catalogue does not have is only its number.
fn named(desk: &Desk, typed: &str) -> Result<Clinic, Stop> {
    let catalogue: Vec<Clinic> = desk.clinics()?.into_iter().map(|row| row.clinic).collect();
    let said = meant(typed, &catalogue, desk.usual_delegacion());
    match said.map_err(|fault| Stop::Refused(words::fault(&fault)))? {
        Some(Meant::Known(clinic)) => Ok(clinic),
        Some(Meant::New(key)) => Ok(Clinic::new(key)),
        None => Err(Stop::Refused(words::NOTHING_TO_NOTE.to_owned())),
    }
}

/// The row of a clinic of the catalogue.
fn row(desk: &Desk, typed: &str) -> Result<ClinicRow, Stop> {
    let clinic = named(desk, typed)?;
    let row = desk.clinic(clinic.key)?;
    row.ok_or_else(|| Refusal::NoSuchClinic.into())
}

impl Told {
    /// The clinic with what is told of it.
    fn of(self, clinic: Clinic) -> Clinic {
        let filled = |text: String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Clinic {
            kind: self.kind.map_or(clinic.kind, |kind| match kind {
                Kind::Umf => ClinicKind::Umf,
                Kind::Hgz => ClinicKind::HgzUmf,
                Kind::Hgs => ClinicKind::HgsUmf,
            }),
            name: self.name.map_or(clinic.name, filled),
            city: self.city.map_or(clinic.city, filled),
            key: clinic.key,
        }
    }
}

/// Records what a document said, all of it in one act.
pub(super) fn record(desk: &mut Desk, asked: &Recorded, out: &mut dyn Write) -> Ended {
    let record = desk.record_by_identifier(&asked.who)?;
    let today = desk.today();
    let clinic = asked
        .clinic
        .as_deref()
        .map(|typed| named(desk, typed))
        .transpose()?;
    let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let document = Document {
        clinic: clinic.as_ref().map(|clinic| clinic.key),
        shift: asked.shift.as_deref().and_then(Shift::read),
        room: room(asked.room.as_deref().unwrap_or_default())?,
        name: filled(&asked.name),
        curp: filled(&asked.curp).map(|curp| plain(&curp)),
        affiliations: asked
            .affiliations
            .iter()
            .map(|row| affiliation(desk, row))
            .collect::<Result<_, _>>()?,
    };
    let check = Check {
        on: asked.on.unwrap_or(today),
        vigente: asked.vigente == YesOrNo::Si,
        source: asked.source.map_or(CheckSource::Constancia, CheckSource::from),
        ours: asked
            .ours
            .map(|ours| ours == YesOrNo::Si)
            .or(document.holder().and_then(|row| row.ours)),
        seen_by: desk.clerk().to_owned(),
    };
    if check.source != CheckSource::Constancia && !document.is_empty() {
        return Err(Stop::Refused(vigencia::ONLY_A_CONSTANCIA.to_owned()));
    }
    desk.record_document(
        record.student.id,
        &check,
        &document,
        clinic.as_ref(),
        !asked.only_note,
    )?;
    let name = record.student.particulars.name.formal();
    writeln!(out, "{}", vigencia::noted(&name, check.vigente, check.on))?;
    if check.vigente && check.ours == Some(false) {
        writeln!(out, "{}", vigencia::ELSEWHERE)?;
    }
    Ok(Outcome::Done)
}

/// «Institución; registro; desde; hasta; si|no»: what comes after the institution may be left out; whether it is ours
/// then follows from the registro.
fn affiliation(desk: &Desk, row: &str) -> Result<Affiliation, Stop> {
    let today = desk.today();
    let mut parts = row.split(';').map(str::trim);
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let unsuitable = || Stop::Refused(vigencia::unsuitable_row(row));
    let day = |text: String| match text.as_str() {
        "" => Ok(None),
        text => typed_date(text, today)
            .ok()
            .or_else(|| text.parse().ok())
            .map(Some)
            .ok_or_else(unsuitable),
    };
    let institution = next();
    let registro = Some(next().to_uppercase()).filter(|text| !text.is_empty());
    let ours = registro
        .as_deref()
        .and_then(|printed| is_ours(&desk.settings().registros(), printed));
    let read = Affiliation {
        institution,
        registro,
        since: day(next())?,
        until: day(next())?,
        ours: match next().as_str() {
            "" => ours,
            "si" | "sí" => Some(true),
            "no" => Some(false),
            _ => return Err(unsuitable()),
        },
    };
    let is_backwards = matches!((read.since, read.until), (Some(since), Some(until)) if since > until);
    if read.institution.is_empty() || is_backwards {
        return Err(unsuitable());
    }
    Ok(read)
}
