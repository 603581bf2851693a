//! The office's key: made once, printed on the hoja de rescate, and never kept; and the trial of the sheet.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Desk, PrintError, Refusal};
use crate::print::pdf;
use crate::print::rescue_sheet::{self, RescueSheet};
use crate::store::sealed::{OfficeKey, hash_of};
use crate::store::{KnownKey, SheetFile};
use crate::words::{rescue as words, roster};

/// A key that was made: what is said of it once its sheet was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeKey {
    /// Where the sheet was written.
    pub sheet: PathBuf,
    /// The four letters by which the sheet is told from others.
    pub mark: String,
    /// Whether there was a key before: its sheet still opens what was sealed until now.
    pub replaces: Option<String>,
}

/// What the first groups of a sheet were found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetTest {
    /// Those of the sheet in force.
    Matches {
        /// Its mark.
        mark: String,
        /// Whether its file was there still, and was taken away now that the sheet is known to be on paper.
        file_removed: bool,
    },
    /// Those of an earlier sheet.
    Former(KnownKey),
    /// Those of no sheet of this office.
    DoesNotMatch,
    /// No key was made yet.
    NoKey,
}

impl Desk {
    /// Makes a key, has `write` put its sheet where it belongs, and keeps its public half: from now on copies are sealed to
    /// it. What was sealed to the former key opens with the former sheet alone.
    ///
    /// # Errors
    /// [`PrintError`]; then the former key stays in force, and the sheet that may have been written opens nothing.
    pub fn make_office_key(
        &mut self,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<MadeKey, PrintError> {
        let at = self.now();
        let former = self.store.reader().office_key()?;
        let key = OfficeKey::make();
        let mark = key.recipient().mark();
        let document = rescue_sheet::document(&self.rescue_sheet(&key)).map_err(PrintError::List)?;
        let bytes = pdf::render(&document, at)?;
        let name = words::file_name(at.date(), &mark);
        let stamp = self.stamp();
        let sheet = self.store.keep_office_key(&stamp, &key, || {
            let path =
                write(&name, &bytes).map_err(|(folder, source)| PrintError::Write { folder, source })?;
            Ok::<_, PrintError>(SheetFile {
                path: std::path::absolute(&path)
                    .unwrap_or(path)
                    .to_string_lossy()
                    .into_owned(),
                hash: hash_of(&bytes),
            })
        })?;
        // The last copy is sealed to the new key as well.
        self.copied_away.set(None);
        Ok(MadeKey {
            sheet: sheet.path.into(),
            mark,
            replaces: former.map(|key| key.recipient.mark()),
        })
    }

    /// Says whether somebody typed the first groups of a sheet of this office. That the sheet in force is at hand is noted,
    /// and its file, from which it was printed, is taken away if it is as it was written.
    ///
    /// # Errors
    /// The file's faults.
    pub fn test_rescue_sheet(&mut self, typed: &str) -> Result<SheetTest, Refusal> {
        let mut keys = self.store.reader().office_keys()?.into_iter();
        let Some(newest) = keys.next() else {
            return Ok(SheetTest::NoKey);
        };
        if newest.proof.is_of(typed) {
            let file_removed = newest.sheet.as_ref().is_some_and(take_away);
            let stamp = self.stamp();
            self.store.sheet_was_tested(newest.id, &stamp)?;
            return Ok(SheetTest::Matches {
                mark: newest.recipient.mark(),
                file_removed,
            });
        }
        let former = keys.find(|key| key.proof.is_of(typed));
        Ok(former.map_or(SheetTest::DoesNotMatch, SheetTest::Former))
    }

    fn rescue_sheet(&self, key: &OfficeKey) -> RescueSheet {
        let at = self.now();
        let recipient = key.recipient();
        RescueSheet {
            masthead: self.masthead(),
            mark: recipient.mark(),
            groups: key.groups(),
            whole: key.whole(),
            recipient: recipient.to_string(),
            printed: roster::printed(at, &self.clerk),
        }
    }
}

/// Takes the file of a sheet away, unless it is another one by now.
fn take_away(sheet: &SheetFile) -> bool {
    let path = Path::new(&sheet.path);
    fs::read(path).is_ok_and(|bytes| hash_of(&bytes) == sheet.hash) && fs::remove_file(path).is_ok()
}
