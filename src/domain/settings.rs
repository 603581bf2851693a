//! What the office decides for itself, as one table: each setting with its key, its kind and its default.
//!
//! A value is stored as text under its key. One that can't be read stands for its default, and for no other
//! setting's: see [`Settings`].

mod book;
mod table;
mod value;

use super::campus::Campus;

pub use book::{Confirmation, Entry, Settings};
pub use table::TABLE;
pub use value::{Day, SettingFault, Span, Value};

/// What a setting decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// The campus, as window and paper call it.
    CampusName,
    /// The department that signs.
    Department,
    /// Telephone of the window, on the sheet that a student takes home.
    Phone,
    /// Mail of the window, on the same sheet.
    Email,
    /// Domain from which the students' own mail follows.
    MailDomain,
    /// The campus' word for the identifier.
    IdentifierLabel,
    /// Positions 2–3 of its números de control; they only advise.
    ControlCode,
    /// The delegación of new clinics.
    Delegation,
    /// What stands for the campus in the mute code.
    PlantelKey,
    /// Its registros patronales at IMSS.
    Registros,
    /// The number of its subdelegación.
    Subdelegation,
    /// What becomes of an Ñ in a name for IMSS.
    Enye,
    /// The fields of IMSS' page in its order, for whoever types an envío into it.
    CaptureOrder,
    /// How that page wants a date.
    CaptureDate,
    /// Whether an alta needs a CURP.
    CurpRule,
    /// The layout of the files: IMSS' own, or the office's.
    Layout,
    /// Tipo de trabajador in the files.
    WorkerType,
    /// Tipo de salario in the files.
    SalaryType,
    /// Semana o jornada reducida in the files.
    WorkWeek,
    /// Salario base de cotización in the files.
    Sbc,
    /// The guía that the subdelegación gives.
    Guia,
    /// Causa de baja in the files.
    BajaCause,
    /// Which day a movement bears in the files.
    MovementDate,
    /// What goes as clave del trabajador.
    WorkerKey,
    /// Whether the clinic goes into the files.
    FileUmf,
    /// Whether the CURP goes into the files.
    FileCurp,
    /// Whether cifras de control follow the movements.
    ControlRecord,
    /// The school period that is going on.
    CurrentPeriod,
    /// The careers that it teaches.
    Careers,
    /// The legend of the year, at the head of lists.
    Legend,
    /// Who signs a list of a cut.
    Signer,
    /// The post of who signs.
    SignerPost,
    /// The campus' logo, on the band of every paper.
    Logo,
    /// Where papers are written.
    Documents,
    /// The days of the month on which movements are sent.
    CutDays,
    /// From which hour of such a day on a movement goes to the next one.
    HourLimit,
    /// What becomes of a cut on a day without work.
    ClosedCut,
    /// The page of IMSS where a student asks for the first clinic.
    ClinicPage,
    /// The page where a student asks for another one.
    ClinicChangePage,
    /// The text of the mail that tells of an accepted alta.
    NoticeText,
    /// The letters of an agregado médico that stand for the sex.
    SexLetters,
    /// After how many days IMSS shows a movement.
    Window,
    /// Which days count among them.
    WindowDays,
    /// Until how many days a check is recent, and until how many it can be renewed.
    Evidence,
    /// The days on which the campus is closed, beside the statutory ones.
    ClosedDays,
    /// Who may be at the window.
    Clerks,
    /// Where copies go beside the data folder, sealed.
    SecondPlace,
    /// Light, dark, high contrast.
    Scheme,
    /// The institution's colours.
    Palette,
    /// How much air the rows of a list have.
    Density,
    /// How large everything is.
    Zoom,
    /// Whether screens show NSS and CURP by their last characters.
    Masking,
}

/// The settings that belong together on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// The campus itself.
    Campus,
    /// Its careers.
    Careers,
    /// What papers say and where they go.
    Papers,
    /// Cuts and how long things take.
    Cuts,
    /// What IMSS knows the campus by.
    Imss,
    /// Closed days.
    ClosedDays,
    /// Who is at the window.
    Clerks,
    /// Copies that leave the PC.
    Copies,
    /// The look of the window.
    Appearance,
}

/// What kind of value a setting has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text of at most so many letters; may be empty.
    Text(usize),
    /// The same, and never empty.
    Name(usize),
    /// So many digits, or nothing.
    Digits(usize),
    /// So many digits, neither more nor fewer.
    Number(usize),
    /// Capitals and digits, at least one and at most so many.
    Code(usize),
    /// A picture that the register holds, or nothing.
    Logo,
    /// The layout of a file, or nothing for the one that ships.
    Layout,
    /// The folder of an absolute path, or nothing.
    Folder,
    /// From so many days to so many, neither above the limit.
    Span {
        /// The fewest days that either may be.
        least: u32,
        /// The most days that either may be.
        most: u32,
    },
    /// Days of the month, at least one.
    CutDays,
    /// An hour of the day, or nothing.
    Hour,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A delegación of IMSS by its number, or nothing.
    Delegation,
    /// The number of a subdelegación, or nothing.
    Subdelegation,
    /// Registros patronales, one a line, each with the careers of those who go under it, if not everybody does.
    Registros,
    /// A school period, or nothing for that of the day.
    Period,
    /// Careers, one a line.
    Careers,
    /// Names of people, one a line.
    People,
    /// Dates with what they are for, one a line.
    Days,
    /// Fields of IMSS' page, in its order.
    Fields,
}

impl Kind {
    /// Whether it is taken from a file whose path is typed.
    pub fn is_file(self) -> bool {
        matches!(self, Self::Logo | Self::Layout)
    }

    /// Whether it holds several items, one a line.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Careers | Self::People | Self::Days | Self::Registros)
    }
}

/// Where a default comes from.
#[derive(Debug, Clone, Copy)]
enum Origin {
    /// It is the same everywhere.
    Fixed(&'static str),
    /// It is what the campus publishes.
    Campus(fn(&Campus) -> String),
}

/// A setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// What it decides.
    pub topic: Topic,
    /// Its key on the console and in the register.
    pub key: &'static str,
    /// Where it stands.
    pub group: Group,
    /// What it may be.
    pub kind: Kind,
    /// Whether it is «sin confirmar» until somebody at the campus ticks it.
    pub to_confirm: bool,
    origin: Origin,
}

impl Setting {
    /// The setting of a topic.
    pub fn of(topic: Topic) -> &'static Self {
        // Every topic has its row: a test holds that.
        TABLE
            .iter()
            .find(|setting| setting.topic == topic)
            .unwrap_or(&TABLE[0])
    }

    /// The setting of a key, in whatever case it is typed.
    pub fn by_key(key: &str) -> Option<&'static Self> {
        let key = key.trim().to_lowercase();
        TABLE.iter().find(|setting| setting.key == key)
    }

    /// The text of its default at a campus that began as `preset`.
    pub fn default_text(&self, preset: &Campus) -> String {
        match self.origin {
            Origin::Fixed(text) => text.to_owned(),
            Origin::Campus(text_of) => text_of(preset),
        }
    }

    /// Reads what somebody typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, text: &str) -> Result<Value, SettingFault> {
        value::read(self.kind, text)
    }
}

impl Group {
    /// Every group, in the order of the screen.
    pub const ALL: [Self; 9] = [
        Self::Campus,
        Self::Careers,
        Self::Papers,
        Self::Cuts,
        Self::Imss,
        Self::ClosedDays,
        Self::Clerks,
        Self::Copies,
        Self::Appearance,
    ];

    /// Its settings.
    pub fn settings(self) -> impl Iterator<Item = &'static Setting> {
        TABLE.iter().filter(move |setting| setting.group == self)
    }
}

#[cfg(test)]
mod tests;
