//! Bringing a copy back: which there are, what would be lost, and the replacement itself.
//!
//! What takes long is a value that works away from the window: a [`Trial`] opens and compares, a [`Keeping`] keeps the
//! present register. What is left is [`restore()`], which takes as long as writing the file once.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};

use super::history::entry_of;
use super::{Clock, Desk, Explain, Explained, Refusal};
use crate::domain::comparison::Comparison;
use crate::store::restore::{self, Candidate, NotReplaced, Prepared, RestoreError};
use crate::store::sealed::{KeyFault, OfficeKey, Passphrase, Secret};
use crate::store::{self, COPIES_FOLDER, FILE_NAME, Kept, Reader, Stamp, Store, StoreError};
use crate::words::{moving, restore as words};

/// How many of the acts that only one side has are told one by one.
const TOLD_ACTS: usize = 5;

/// A copy that is to be opened, checked and compared, away from the window.
#[derive(Debug, Clone)]
pub struct Trial {
    data: PathBuf,
    copy: PathBuf,
    /// What opens a sealed copy, or a Mudanza.
    secret: Option<Secret>,
    at: NaiveDateTime,
}

/// A copy that may take the register's place, and what that would do.
#[derive(Debug)]
pub struct Tried {
    data: PathBuf,
    prepared: Prepared,
    /// What stands in its place now.
    pub present: Present,
}

/// What stands where the copy would go.
#[derive(Debug)]
pub enum Present {
    /// A register that can be read: the two side by side.
    Compared(Box<Weighed>),
    /// A register that can't be read.
    Unreadable,
    /// Nothing.
    Nothing,
}

/// Both sides, and what was done last that only one of them has.
#[derive(Debug)]
pub struct Weighed {
    /// The figures.
    pub comparison: Comparison,
    /// The newest acts that only the register has, in words.
    pub lost_acts: Vec<String>,
    /// The newest acts that only the copy has.
    pub back_acts: Vec<String>,
}

/// The present register, to be kept before it is replaced, away from the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeping {
    data: PathBuf,
    is_readable: Option<bool>,
    at: NaiveDateTime,
}

/// What was done.
#[derive(Debug)]
pub struct Restored {
    /// The register as it is now, open and ready.
    pub desk: Desk,
    /// What was kept of the former one.
    pub kept: Kept,
    /// The sentence for it.
    pub said: String,
    /// What to do next.
    pub next: String,
}

/// Why nothing was replaced.
#[derive(Debug)]
pub struct NotRestored {
    /// The reason.
    pub why: RestoreError,
    /// The desk as it was; `None` if it was not open, or can't be opened any more.
    pub desk: Option<Box<Desk>>,
}

impl Trial {
    /// Of the copy at `copy`, for the register in `data`.
    pub fn new(data: &Path, copy: &Path, at: NaiveDateTime) -> Self {
        Self {
            data: data.to_owned(),
            copy: copy.to_owned(),
            secret: None,
            at,
        }
    }

    /// Of the Mudanza at `file`, for the register in `data`.
    pub fn of_moving(data: &Path, file: &Path, passphrase: Passphrase, at: NaiveDateTime) -> Self {
        Self {
            secret: Some(Secret::Passphrase(passphrase)),
            ..Self::new(data, file, at)
        }
    }

    /// With what opens it, for a sealed copy.
    pub fn with_secret(self, secret: Option<Secret>) -> Self {
        Self { secret, ..self }
    }

    /// Opens the copy, checks it, and holds it against the register. Takes as long as the disk does.
    ///
    /// # Errors
    /// [`RestoreError`]; nothing was changed.
    pub fn run(self) -> Result<Tried, RestoreError> {
        let is_moving = restore::is_moving(&self.copy);
        let prepared = match &self.secret {
            Some(Secret::Passphrase(passphrase)) => {
                restore::prepare_moving(&self.copy, passphrase, &self.data, self.at)?
            }
            _ if is_moving => return Err(RestoreError::PassphraseWanted),
            secret => restore::prepare(&self.copy, secret.as_ref(), &self.data, self.at)?,
        };
        let present = if self.data.join(FILE_NAME).exists() {
            match self.weigh(&prepared) {
                Ok(weighed) => Present::Compared(Box::new(weighed)),
                // Whatever keeps it from being read keeps it from being compared.
                Err(_) => Present::Unreadable,
            }
        } else {
            Present::Nothing
        };
        Ok(Tried {
            data: self.data,
            prepared,
            present,
        })
    }

    /// Holds the register against the copy. One that an older program wrote is brought to this program's schema first, in a
    /// folder of its own.
    fn weigh(&self, prepared: &Prepared) -> Result<Weighed, RestoreError> {
        let today = self.at.date();
        weigh(&self.data, prepared, today).or_else(|_| {
            let present = restore::prepare(&self.data.join(FILE_NAME), None, &self.data, self.at)?;
            weigh(present.folder(), prepared, today)
        })
    }
}

/// Holds a register against a prepared copy. The register is read only.
fn weigh(folder: &Path, prepared: &Prepared, today: NaiveDate) -> Result<Weighed, RestoreError> {
    let comparison = restore::compare(&folder.join(FILE_NAME), prepared)?;
    let (here, there) = (Store::open_to_read(folder)?, prepared.open_to_read()?);
    let shared = comparison.shared_acts;
    Ok(Weighed {
        lost_acts: told_acts(here.reader(), shared, today)?,
        back_acts: told_acts(there.reader(), shared, today)?,
        comparison,
    })
}

/// The newest acts after the first `shared`, in words; numbers of persons are masked there.
fn told_acts(reader: Reader<'_>, shared: u64, today: NaiveDate) -> Result<Vec<String>, StoreError> {
    let acts = reader.newest_acts(shared, TOLD_ACTS)?;
    let mut told = Vec::with_capacity(acts.len());
    for (act, changes) in acts {
        let (at, student) = (act.at, act.student.as_ref().map(|(_, name)| name.clone()));
        let line = match student {
            Some(_) => entry_of(reader, act, &changes)?.line(),
            None => words::act_of_many(&act.clerk, act.kind, act.of, act.sheet.as_deref()),
        };
        told.push(words::act(at, &line, student.as_deref(), today));
    }
    Ok(told)
}

impl Tried {
    /// The file that was tried.
    pub fn from(&self) -> &Path {
        &self.prepared.from
    }

    /// What was found in it.
    pub fn report(&self) -> &store::CopyReport {
        &self.prepared.report
    }

    /// Whether its manifest told the same.
    pub fn is_vouched(&self) -> bool {
        self.prepared.is_vouched
    }

    /// What it would do, sentence by sentence.
    pub fn differences(&self) -> Vec<String> {
        match &self.present {
            Present::Compared(weighed) => words::differences(&weighed.comparison),
            Present::Unreadable => vec![words::NOTHING_TO_COMPARE.to_owned()],
            Present::Nothing => vec![words::NOTHING_HERE.to_owned()],
        }
    }

    /// The work of keeping what is there now.
    pub fn keeping(&self, at: NaiveDateTime) -> Keeping {
        Keeping {
            data: self.data.clone(),
            is_readable: match self.present {
                Present::Compared(_) => Some(true),
                Present::Unreadable => Some(false),
                Present::Nothing => None,
            },
            at,
        }
    }

    /// The copy as a desk at which nothing can be saved. The copy lives as long as what was tried.
    ///
    /// # Errors
    /// The file's faults.
    pub fn look(&self, clock: Clock) -> Result<Desk, Refusal> {
        Desk::with(self.prepared.open_to_read()?, clock)
    }
}

impl Keeping {
    /// Keeps it: a verified copy of what can be read, the files themselves of what can't. Takes as long as the disk does.
    ///
    /// # Errors
    /// [`RestoreError`]; then the register must not be replaced, and can't be without what this returns.
    pub fn keep(self) -> Result<Kept, RestoreError> {
        let (register, folder) = (self.data.join(FILE_NAME), self.data.join(COPIES_FOLDER));
        match self.is_readable {
            None => Ok(Kept::Nothing),
            Some(true) => match store::keep_present(&register, &folder, self.at) {
                Ok(kept) => Ok(kept),
                // It can be opened, and holds what no copy can be made of: it is kept as it is.
                Err(store::CopyError::DoesNotMatch(_) | store::CopyError::Store(StoreError::Damaged(_))) => {
                    Ok(store::keep_aside(&register, &folder, self.at)?)
                }
                Err(store::CopyError::Store(other)) => Err(other.into()),
            },
            Some(false) => Ok(store::keep_aside(&register, &folder, self.at)?),
        }
    }
}

/// Puts a copy that was tried in the place of the register, and opens it. `present` is the desk, if it is open.
///
/// # Errors
/// [`NotRestored`]: then the register is what it was.
pub fn restore(
    present: Option<Desk>,
    tried: Tried,
    kept: Kept,
    clock: &Clock,
) -> Result<Restored, NotRestored> {
    let at = clock.now();
    let clerk = match (&present, tried.look(clock.clone())) {
        (Some(desk), _) => desk.clerk.clone(),
        (None, Ok(copy)) => copy.clerk.clone(),
        (None, Err(_)) => super::settings::ANYBODY.to_owned(),
    };
    let stamp = Stamp { at, clerk };
    let report = tried.prepared.report.clone();
    let acts_lost = match &tried.present {
        Present::Compared(weighed) => weighed.comparison.acts_lost,
        // Nobody knows how many: whatever came after the copy is in the file that can't be read.
        Present::Unreadable => 1,
        Present::Nothing => 0,
    };
    let last_change = report.last_change.unwrap_or(report.at);
    let is_moving = restore::is_moving(tried.from());
    let opened = restore::replace(
        &tried.data,
        present.map(|desk| desk.store),
        tried.prepared,
        &kept,
        &stamp,
    );
    let store = match opened {
        Ok(store) => store,
        Err(NotReplaced { why, store }) => {
            let desk = store.and_then(|store| Desk::with(*store, clock.clone()).ok());
            return Err(NotRestored {
                why,
                desk: desk.map(Box::new),
            });
        }
    };
    let said = match &kept {
        Kept::Whole(_) => words::RESTORED.to_owned(),
        Kept::Aside(_) => words::RESTORED_ASIDE.to_owned(),
        Kept::Nothing => words::restored_anew(last_change, report.students),
    };
    let said = if is_moving {
        super::moving::opened(&report, &kept)
    } else {
        said
    };
    match Desk::with(store, clock.clone()) {
        Ok(desk) => {
            let mut next = vec![words::next(last_change, at.date(), acts_lost)];
            if is_moving || matches!(kept, Kept::Nothing) {
                // It comes from another PC.
                desk.ask_about_printer();
                next.extend(desk.to_see_to_here());
            }
            Ok(Restored {
                next: next.join(" "),
                desk,
                kept,
                said,
            })
        }
        Err(Refusal::Store(why)) => Err(NotRestored {
            why: why.into(),
            desk: None,
        }),
        Err(_) => Err(NotRestored {
            why: RestoreError::NotWhole("settings".into()),
            desk: None,
        }),
    }
}

/// Refuses a replacement from outside while a window or an order has the register open for writing.
///
/// # Errors
/// [`StoreError::AnotherWriter`]; the folder's faults.
pub fn refuse_while_open(data: &Path) -> Result<(), RestoreError> {
    Ok(store::refuse_while_open(data)?)
}

impl Desk {
    /// The copies that may take the register's place, the newest first: those of the work, and what was kept before a
    /// restoration or a migration.
    pub fn copies_to_restore(&self) -> Vec<Candidate> {
        self.folder()
            .map(|data| restore::candidates(&data))
            .unwrap_or_default()
    }

    /// The work of opening a copy and holding it against this register; `None` for a register in memory.
    pub fn try_copy(&self, copy: &Path) -> Option<Trial> {
        Some(Trial::new(&self.folder()?, copy, self.now()))
    }

    /// When the copy was changed last that this desk only looks at.
    pub fn copy_of(&self) -> Option<NaiveDateTime> {
        self.store.copy_of()
    }
}

/// The copies in these places, for a computer that has no register yet: the newest, at most
/// `most`.
pub fn copies_in(places: &[PathBuf], most: usize) -> Vec<Candidate> {
    let mut found = restore::candidates_in(places);
    found.truncate(most);
    found
}

/// What a path leads to that somebody typed: a copy, or the copies in a folder.
pub fn copies_at(path: &Path) -> Vec<Candidate> {
    restore::candidates_at(path)
}

/// The newest copy that is whole, other than `not`, for whoever was refused one.
pub fn whole_copy(candidates: &[Candidate], not: &Path) -> Option<Candidate> {
    candidates
        .iter()
        .find(|it| it.is_whole && it.report.is_some() && it.path != not)
        .cloned()
}

impl Explain for RestoreError {
    fn explain(&self) -> Explained {
        match self {
            Self::NotThere(path) => words::not_there(path).into(),
            Self::NotWhole(_) => words::NOT_WHOLE.to_owned().into(),
            Self::Foreign(_) => words::FOREIGN.to_owned().into(),
            Self::Newer { found, known } => words::newer(*found, *known).into(),
            Self::KeyWanted => words::KEY_WANTED.to_owned().into(),
            Self::PassphraseWanted => words::PASSPHRASE_WANTED.to_owned().into(),
            Self::WrongKey => words::WRONG_KEY.to_owned().into(),
            Self::WrongPassphrase => moving::WRONG_PASSPHRASE.to_owned().into(),
            Self::Outdated => words::OUTDATED.to_owned().into(),
            Self::InUse => words::IN_USE.to_owned().into(),
            Self::Store(error) => error.explain(),
        }
    }
}

/// The key of the hoja de rescate as somebody typed it.
///
/// # Errors
/// [`KeyFault`]: it is no key.
pub fn typed_key(typed: &str) -> Result<Secret, KeyFault> {
    OfficeKey::read(typed).map(Secret::Key)
}

/// The passphrase of a Mudanza as somebody typed it.
pub fn typed_passphrase(typed: &str) -> Secret {
    Secret::Passphrase(Passphrase::new(typed))
}

impl Explain for KeyFault {
    fn explain(&self) -> Explained {
        match self {
            Self::Length { found } => words::key_length(*found),
            Self::Letter(letter) => words::key_letter(*letter),
            Self::Mistyped => words::KEY_MISTYPED.to_owned(),
        }
        .into()
    }
}
