//! A cut from its closing to IMSS' answer: its folio and seal, its envíos and what each of them carries.
//!
//! What is closed is copied: a line keeps number, name and clinic as they were at the closing, whatever is corrected in the
//! record afterwards. So the file and the list of a cut come out the same years later, and the seal says that they do.
//! Source of the rules: the app's own, section 8 of the domain notes; IMSS' are not public.

use std::fmt::Write as _;

use chrono::{NaiveDate, NaiveDateTime};

use super::ids::{ClosingId, DispatchId, MovementId, StudentId};
use super::movement::{BajaMotive, MovementKind};
use super::person_name::PersonName;
use super::registro_patronal::RegistroPatronal;
use super::sex::Sex;

/// A cut that was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// The row.
    pub id: ClosingId,
    /// The cut: a day, which is closed once, or again after it was reopened.
    pub cut: NaiveDate,
    /// «C-2026-22»: the year and the place of the cut in it. It is the cut's for ever.
    pub folio: String,
    /// Whether it holds now.
    pub state: ClosingState,
    /// How many times it was closed; from the second on the folio is marked «reabierto».
    pub times: u32,
    /// When it was closed last.
    pub closed_at: NaiveDateTime,
    /// By whom.
    pub closed_by: String,
    /// The hash of [`content`], 64 hexadecimal digits.
    pub seal: String,
    /// When, by whom and why it was reopened last.
    pub reopened: Option<Reopening>,
}

/// Whether a closed cut holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClosingState {
    /// Its movements are en envío or further: it never changes.
    Closed,
    /// Its movements are back in the queue until it is closed again.
    Reopened,
}

impl ClosingState {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Closed, Self::Reopened];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Closed => "cerrado",
            Self::Reopened => "reabierto",
        }
    }

    /// The state stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A closed cut that was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
    /// Why, in the clerk's words.
    pub reason: String,
}

impl Closing {
    /// The first eight digits of its seal, in capitals: what paper and screen show.
    pub fn short_seal(&self) -> String {
        self.seal.chars().take(8).collect::<String>().to_uppercase()
    }

    /// Whether it was opened again at some time.
    pub fn was_reopened(&self) -> bool {
        self.times > 1 || self.state == ClosingState::Reopened
    }
}

/// The envío of a closed cut: what goes to IMSS together, of one registro patronal and one type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispatch {
    /// The row.
    pub id: DispatchId,
    /// Whose it is.
    pub closing: ClosingId,
    /// Altas or bajas.
    pub kind: MovementKind,
    /// The folio that its sheets bear.
    pub folio: String,
    /// The registro patronal under which they go; none where the office had not written any down when it closed.
    pub registro: Option<RegistroPatronal>,
    /// How many lines it has.
    pub lines: u32,
    /// How it went out; none until somebody says that it did.
    pub sending: Option<Sending>,
    /// What was answered.
    pub answers: Answers,
}

/// What IMSS answered about an envío, as figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// Aceptadas.
    pub accepted: u32,
    /// Rechazadas.
    pub rejected: u32,
}

impl Dispatch {
    /// How many lines nobody has answered.
    pub fn unanswered(&self) -> u32 {
        self.lines
            .saturating_sub(self.answers.accepted + self.answers.rejected)
    }
}

/// How an envío went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// By which way.
    pub channel: Channel,
    /// The lote that the acuse bears, as text; some ways have none.
    pub lote: Option<String>,
    /// The day.
    pub on: NaiveDate,
}

/// The ways to IMSS. Which of them a school has is not public, so all are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Channel {
    /// IDSE: the file, signed, over the net.
    Idse,
    /// DISPMAG: the file and its cifras de control, taken to the subdelegación.
    Dispmag,
    /// Typed in by hand from the Relación.
    Capture,
    /// The Relación on paper, handed over at the subdelegación.
    Paper,
    /// Another way.
    Other,
}

impl Channel {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Idse, Self::Dispmag, Self::Capture, Self::Paper, Self::Other];

    /// The word under which it is stored, and which the console takes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Idse => "idse",
            Self::Dispmag => "dispmag",
            Self::Capture => "captura",
            Self::Paper => "papel",
            Self::Other => "otro",
        }
    }

    /// The channel stored under `code`.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// What of a closed cut may leave the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CutPaper {
    /// The Relación, on paper.
    List,
    /// The same as a workbook.
    Workbook,
    /// The records of an envío.
    Records,
    /// The oficio that goes with them.
    Letter,
}

impl CutPaper {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::List, Self::Workbook, Self::Records, Self::Letter];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::List => "relacion",
            Self::Workbook => "libro",
            Self::Records => "archivo",
            Self::Letter => "oficio",
        }
    }
}

/// A movement as its envío carries it: a copy from the moment of the closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DispatchLine {
    /// Its place in the envío, from 1 on, by name.
    pub number: u32,
    /// The movement.
    pub movement: MovementId,
    /// Whose it is.
    pub student: StudentId,
    /// The identifier.
    pub identifier: String,
    /// The eleven digits of the NSS.
    pub nss: String,
    /// The CURP, where there is one.
    pub curp: Option<String>,
    /// The name as the record had it.
    pub name: PersonName,
    /// The name as IMSS gets it: capitals without accents.
    pub imss: ImssParts,
    /// The key of the carrera.
    pub career: Option<String>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The number of the UMF, three digits.
    pub umf: Option<String>,
    /// Why, for a baja.
    pub motive: Option<BajaMotive>,
}

/// The three parts of a name in an IMSS file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImssParts {
    /// Apellido paterno; empty for a person without surnames.
    pub first_surname: String,
    /// Apellido materno; empty if there is none.
    pub second_surname: String,
    /// Nombre(s).
    pub given: String,
}

/// What the seal of a closed cut is the hash of: its folio, the layout of its files, and each envío line by line. The
/// fields of a line are parted by tabs, the lines by line breaks.
pub fn content<'a>(
    folio: &str,
    layout: &str,
    envios: impl IntoIterator<Item = (&'a Dispatch, &'a [DispatchLine])>,
) -> String {
    let mut text = format!("{folio}\n{layout}\n");
    for (dispatch, lines) in envios {
        let registro = dispatch.registro.as_ref().map_or("-", RegistroPatronal::as_str);
        // Writing to a text never fails.
        let _ = writeln!(text, "{} {registro} {}", dispatch.kind.code(), lines.len());
        for line in lines {
            let fields = [
                line.number.to_string(),
                line.identifier.clone(),
                line.nss.clone(),
                line.curp.clone().unwrap_or_default(),
                line.name.formal(),
                line.imss.first_surname.clone(),
                line.imss.second_surname.clone(),
                line.imss.given.clone(),
                line.career.clone().unwrap_or_default(),
                line.sex.map(|sex| sex.code().to_string()).unwrap_or_default(),
                line.umf.clone().unwrap_or_default(),
                line.motive.map_or("", BajaMotive::code).to_owned(),
            ];
            let _ = writeln!(text, "{}", fields.join("\t"));
        }
    }
    text
}
