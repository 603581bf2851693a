//! The Mudanza: everything in one file for another PC, and what the other PC does with it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;

use super::restoring::Trial;
use super::{Desk, Explain, Explained, PrintError};
use crate::domain::passphrase::{self, Weakness};
use crate::domain::settings::{Kind, Setting, TABLE};
use crate::print::moving_card::{self, MovingCard};
use crate::print::pdf;
use crate::store::moving::{self, MovingFile, NotMoved};
use crate::store::places::PlaceError;
use crate::store::restore::RestoreError;
use crate::store::sealed::Passphrase;
use crate::store::{self, Copied, CopyError, CopyReport, Kept};
use crate::words::{card as key_card, copies, dates, moving as words, roster, settings as setting_words};

/// The version of this program.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// No name of a file is made longer than this by a campus: a stick takes 255.
const LONGEST_NAME: usize = 80;

/// A Mudanza that is to be made, away from the window: it reads on a connection of its own.
#[derive(Debug, Clone)]
pub struct Moving {
    register: PathBuf,
    copies: PathBuf,
    to: PathBuf,
    passphrase: Passphrase,
    at: NaiveDateTime,
}

/// A Mudanza that was written, read back, opened and compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it is, and what it tells of itself.
    pub file: MovingFile,
    /// The copy of this moment that it was made of; it stays with the others.
    pub copied: Copied,
    /// How many bytes the file takes.
    pub bytes: u64,
    /// How long all of it took.
    pub took: Duration,
}

/// Why there is none. The register is untouched.
#[derive(Debug, thiserror::Error)]
pub enum MovingError {
    /// The register could not be copied.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// It could not be written there.
    #[error("{why} in {}", .folder.display())]
    NotWritten {
        /// Where.
        folder: PathBuf,
        /// Why.
        why: NotMoved,
    },
}

impl Moving {
    /// Copies the register, seals the copy into the file, and opens what was written. Takes as long as the disks do, and
    /// a second or two for the passphrase.
    ///
    /// # Errors
    /// [`MovingError`]; then there is no file that was not there before.
    pub fn make(self) -> Result<Moved, MovingError> {
        let begun = Instant::now();
        let copied = store::copy(&self.register, &self.copies, self.at)?;
        // A copy too many does no harm: what can't be taken away now goes with the next one.
        let _ = store::thin_copies(&self.copies, self.at.date());
        let file = moving::write(&copied, &self.to, &self.passphrase, PROGRAM).map_err(|why| {
            MovingError::NotWritten {
                folder: self.to.parent().unwrap_or(&self.to).to_owned(),
                why,
            }
        })?;
        let bytes = std::fs::metadata(&file.path).map_or(0, |about| about.len());
        Ok(Moved {
            file,
            copied,
            bytes,
            took: begun.elapsed(),
        })
    }

    /// Where it will be.
    pub fn to(&self) -> &Path {
        &self.to
    }
}

/// A passphrase of five random words; `None` where the system has no random numbers to give.
pub fn proposed_passphrase() -> Option<String> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).ok()?;
    Some(passphrase::proposed(u64::from_le_bytes(random)))
}

impl Desk {
    /// The name of a Mudanza of today: «Mudanza Plantel Ejemplo 2026-11-21.ventanilla».
    pub fn moving_name(&self) -> String {
        let campus: String = self
            .campus
            .name
            .chars()
            // What a stick of Windows takes in no name.
            .filter(|ch| !ch.is_control() && !r#"<>:"/\|?*"#.contains(*ch))
            .take(LONGEST_NAME)
            .collect();
        let campus = campus.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}.{}", words::file_name(&campus, self.today()), moving::ENDING)
    }

    /// The Mudanza of today in a folder, under a name that no file there has.
    pub fn moving_in(&self, folder: &Path) -> PathBuf {
        let name = self.moving_name();
        let stem = name
            .strip_suffix(&format!(".{}", moving::ENDING))
            .unwrap_or(&name);
        let mut path = folder.join(&name);
        let mut number = 2;
        while path.exists() {
            path = folder.join(format!("{stem} ({number}).{}", moving::ENDING));
            number += 1;
        }
        path
    }

    /// The work of writing everything into the file `to`; `None` for a register in memory, and for a copy that is only
    /// looked at.
    pub fn move_to(&self, to: &Path, passphrase: Passphrase) -> Option<Moving> {
        if self.store.copy_of().is_some() {
            return None;
        }
        Some(Moving {
            register: self.store.path()?.to_owned(),
            copies: self.store.copies_folder()?,
            to: to.to_owned(),
            passphrase,
            at: self.now(),
        })
    }

    /// Whether a passphrase is hard enough to guess for who knows this office.
    ///
    /// # Errors
    /// [`Weakness`].
    pub fn judge_passphrase(&self, typed: &str) -> Result<(), Weakness> {
        let mut known = vec![self.campus.name.as_str(), self.clerk.as_str()];
        known.extend(self.settings.clerks().iter().map(String::as_str));
        passphrase::judge(typed, &known)
    }

    /// Makes the card that goes with a Mudanza and has `write` put it where it belongs. Nothing is recorded: it holds no
    /// data of anybody, and the passphrase is not on it.
    ///
    /// # Errors
    /// [`PrintError`].
    pub fn print_moving_card(
        &self,
        moved: &Moved,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<PathBuf, PrintError> {
        let at = self.now();
        let document = moving_card::document(&self.moving_card(moved)).map_err(PrintError::List)?;
        let bytes = pdf::render(&document, at)?;
        write(&words::card::file_name(at.date()), &bytes)
            .map_err(|(folder, source)| PrintError::Write { folder, source })
    }

    fn moving_card(&self, moved: &Moved) -> MovingCard {
        let copy = &moved.file.report.copy;
        let made = dates::moment_year(copy.at);
        let last_change = copy.last_change.map_or_else(|| made.clone(), dates::moment_year);
        let fact = |label: &str, value: String| (label.to_owned(), value);
        let name = moved.file.path.file_name().unwrap_or_default();
        MovingCard {
            masthead: self.masthead(),
            file: name.to_string_lossy().into_owned(),
            campus: copy.campus.clone(),
            facts: [
                fact(words::card::STUDENTS, dates::thousands(copy.students)),
                fact(words::card::MOVEMENTS, dates::thousands(copy.movements)),
                fact(words::card::LAST_CHANGE, last_change),
                fact(words::card::MADE, made.clone()),
                fact(words::card::WEIGHS, copies::size(moved.bytes)),
            ],
            stub: words::card::stub(&copy.campus, &made),
            printed: roster::printed(self.now(), &self.clerk),
            program: key_card::program(&moved.file.report.program),
        }
    }

    /// What is to be seen to on a PC to which the register moved, in sentences: the folders that were chosen on the other
    /// one and are not here, and the printer.
    pub fn to_see_to_here(&self) -> Vec<String> {
        let folders = TABLE.iter().filter(|setting| setting.kind == Kind::Folder);
        let mut said: Vec<String> = folders.filter_map(|setting| self.not_here(setting)).collect();
        if matches!(self.printer_to_check(), Ok(Some(_))) {
            said.push(words::OTHER_PRINTER.to_owned());
        }
        said
    }

    fn not_here(&self, setting: &Setting) -> Option<String> {
        let folder = self.settings.text(setting.topic);
        let is_missing = !folder.is_empty() && !Path::new(&folder).is_dir();
        is_missing.then(|| words::folder_not_here(setting_words::name(setting.topic), &folder))
    }
}

/// The work of opening a Mudanza for the register in `data` with a passphrase that somebody typed.
pub fn trial(data: &Path, file: &Path, typed: &str, at: NaiveDateTime) -> Trial {
    Trial::of_moving(data, file, Passphrase::new(typed), at)
}

/// What is said once a Mudanza took its place: what it brought, and what became of what was there.
pub(super) fn opened(report: &CopyReport, kept: &Kept) -> String {
    let last_change = report.last_change.unwrap_or(report.at);
    let said = words::opened(&report.campus, report.students, last_change);
    match kept {
        Kept::Nothing => said,
        Kept::Whole(_) => format!("{said} {}", words::FORMER_KEPT),
        Kept::Aside(_) => format!("{said} {}", words::FORMER_KEPT_ASIDE),
    }
}

/// Why a Mudanza was not opened, in its own words.
pub fn refused(why: &RestoreError) -> Explained {
    match why {
        RestoreError::NotWhole(_) => words::NOT_WHOLE.to_owned().into(),
        RestoreError::Foreign(_) => words::FOREIGN.to_owned().into(),
        other => other.explain(),
    }
}

impl Explain for MovingError {
    fn explain(&self) -> Explained {
        let (folder, why) = match self {
            Self::Copy(error) => {
                return Explained {
                    text: words::NOT_COPIED.to_owned(),
                    code: error.explain().code,
                };
            }
            Self::NotWritten { folder, why } => (folder, why),
        };
        match why {
            NotMoved::Taken(file) => words::taken(file),
            NotMoved::Place(PlaceError::Absent) => words::absent(folder),
            NotMoved::Place(PlaceError::Gone) => words::gone(folder),
            NotMoved::Place(PlaceError::NoSpace { missing }) => words::no_space(folder, *missing),
            NotMoved::Place(PlaceError::ReadOnly) => words::read_only(folder),
            NotMoved::Place(PlaceError::ReadBackDiffers) => words::differs(folder),
            NotMoved::Place(PlaceError::Broken(_)) => words::broken(folder),
        }
        .into()
    }
}
