//! The campus' logo: taken from a file into the register, once, so that copies carry it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::{Desk, Refusal};
use crate::domain::logo::{LogoFault, LogoMark, MOST_BYTES};
use crate::domain::settings::{Setting, Topic};
use crate::print::picture::Logo;
use crate::store::{ActKind, StoreError};

/// The longest name of a file that is remembered.
const LONGEST_NAME: usize = 60;

impl Desk {
    /// The logo, if the office has one.
    pub fn logo(&self) -> Option<&Arc<Logo>> {
        self.logo.as_ref()
    }

    /// Takes the picture of a file whose path somebody typed.
    pub(super) fn set_logo(&mut self, typed: &str) -> Result<bool, Refusal> {
        let refused = |fault: LogoFault| Refusal::Setting(Topic::Logo, fault.into());
        let path = Path::new(path_in(typed));
        let logo = Logo::read(&file(path).map_err(refused)?).map_err(refused)?;
        let png = logo.stored().map_err(refused)?;
        let mark = LogoMark {
            seal: logo.seal().to_owned(),
            width: logo.width(),
            height: logo.height(),
            name: name_of(path),
        };
        let stamp = self.stamp();
        let done = self.store.transact(&stamp, ActKind::ChangeSetting, |tx| {
            tx.keep_logo(&mark.seal, &png)?;
            tx.put_setting(Setting::of(Topic::Logo).key, &mark.to_string())
        })?;
        self.read_settings()?;
        Ok(!done.changed.is_empty())
    }

    /// The picture that the setting names. One that the register lacks, or that can't be read any more, is none: papers
    /// go on without it.
    pub(super) fn stored_logo(&self, mark: Option<&LogoMark>) -> Result<Option<Arc<Logo>>, StoreError> {
        let Some(mark) = mark else { return Ok(None) };
        if let Some(known) = self.logo.as_ref().filter(|logo| logo.seal() == mark.seal) {
            return Ok(Some(known.clone()));
        }
        let png = self.store.reader().logo(&mark.seal)?;
        Ok(png.and_then(|png| Logo::from_stored(&png)).map(Arc::new))
    }
}

/// The path in what was typed or pasted: file managers copy it between quotes, or as an address.
pub(super) fn path_in(typed: &str) -> &str {
    let typed = typed.trim();
    let bare = typed
        .strip_prefix(['"', '\''])
        .and_then(|rest| rest.strip_suffix(['"', '\'']))
        .unwrap_or(typed);
    bare.strip_prefix("file://").unwrap_or(bare)
}

fn file(path: &Path) -> Result<Vec<u8>, LogoFault> {
    let about = fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => LogoFault::NotFound,
        _ => LogoFault::NotReadable,
    })?;
    if about.len() > MOST_BYTES {
        return Err(LogoFault::TooHeavy { bytes: about.len() });
    }
    if about.is_dir() {
        return Err(LogoFault::NotFound);
    }
    fs::read(path).map_err(|_| LogoFault::NotReadable)
}

/// The file's name on one line.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let plain: String = name
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_NAME)
        .collect();
    match plain.trim() {
        "" => "logo".to_owned(),
        name => name.to_owned(),
    }
}
