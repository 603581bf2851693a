//! Copies that leave the PC: the key and its sheet, the second place, the weekly trial.

#[path = "../day/mod.rs"]
mod day;

#[path = "../day/disk.rs"]
mod disk;
mod drill;
mod key;
mod moving;
mod place;

use std::fs;
use std::path::{Path, PathBuf};

use day::{Day, Folder, Hand, first_run, juan, maria};
use disk::SmallDisk;
use ventanilla::desk::{AwayOutcome, Desk, MadeCopy};
use ventanilla::domain::settings::Topic;
use ventanilla::store::places::{self, Placed};
use ventanilla::store::sealed::{OfficeKey, Secret, open_into};

/// An office with María in the register, and a stick.
struct Office {
    desk: Desk,
    hand: Hand,
    data: Folder,
    stick: Folder,
}

impl Office {
    fn open() -> Self {
        let (data, stick) = (day::folder(), day::folder());
        let hand = Hand::at("2026-11-21 10:30");
        let mut desk = Desk::set_up(data.path(), &first_run(), hand.clock()).unwrap();
        desk.enroll(&maria());
        Self {
            desk,
            hand,
            data,
            stick,
        }
    }

    /// With the stick chosen and a key; the key as it is read from the sheet.
    fn with_a_stick() -> (Self, OfficeKey) {
        let mut office = Self::open();
        let key = office.make_key();
        office.choose_the_stick();
        (office, key)
    }

    fn choose_the_stick(&mut self) {
        let path = self.stick.path().to_str().unwrap().to_owned();
        assert!(self.desk.set(Topic::SecondPlace, &path).unwrap());
    }

    /// Makes a key and reads it from the sheet, as somebody would type it.
    fn make_key(&mut self) -> OfficeKey {
        let folder = self.data.path().to_owned();
        let made = self.desk.make_office_key(|name, bytes| {
            let path = folder.join(name);
            fs::write(&path, bytes).unwrap();
            Ok(path)
        });
        key_on(&made.unwrap().sheet)
    }

    fn copy(&self) -> MadeCopy {
        let made = self.desk.copy_due().expect("a copy is due").make().unwrap();
        day::prove(&made.copied);
        made
    }

    fn placed(&self) -> Vec<Placed> {
        places::placed(&self.folder()).unwrap()
    }

    fn folder(&self) -> PathBuf {
        self.stick.path().join(places::FOLDER_NAME)
    }

    /// The stick is pulled out; what is on it comes back with [`Office::plug_in`].
    fn pull_out(&self) {
        fs::rename(self.folder(), self.stick.path().join("pulled")).unwrap();
    }

    fn plug_in(&self) {
        fs::rename(self.stick.path().join("pulled"), self.folder()).unwrap();
    }
}

/// The key that a sheet shows.
fn key_on(sheet: &Path) -> OfficeKey {
    let text = lopdf::Document::load(sheet).unwrap().extract_text(&[1]).unwrap();
    let is_group = |word: &&str| {
        matches!(word.len(), 2 | 4)
            && word
                .chars()
                .all(|letter| "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L".contains(letter))
    };
    // The mark of the sheet is four such letters too, and the year four digits.
    let words: Vec<&str> = text.split_whitespace().filter(is_group).collect();
    let found = words
        .windows(15)
        .find_map(|groups| OfficeKey::read(&groups.concat()).ok());
    found.unwrap_or_else(|| panic!("no key in {text}"))
}

/// Opens a sealed copy into a folder of its own as a register, and works with it.
fn open_and_work(placed: &Placed, key: &OfficeKey) -> Desk {
    let folder = tempfile::tempdir().unwrap().keep();
    let mut register = fs::File::create(folder.join("ventanilla.db")).unwrap();
    open_into(&placed.path, &Secret::Key(key.clone()), &mut register).unwrap();
    drop(register);
    let mut desk = Desk::open(&folder, Hand::at("2026-11-22 09:00").clock()).unwrap();
    desk.enroll(&day::person("26230999", "Ana", "Luna", "Soto"));
    desk
}

fn outcome(made: &MadeCopy) -> &AwayOutcome {
    &made
        .away
        .as_ref()
        .expect("it was to go to the second place")
        .outcome
}
