//! Every copy that a test made is proven once the test is over.

use std::ops::Deref;
use std::path::Path;

use tempfile::TempDir;
use ventanilla::desk::restoring::{self, Present, Trial};
use ventanilla::store::{COPIES_FOLDER, Copied, copies, kept_copies};

use super::{Day, Hand, person};

/// A folder for a test, with or without a register in it. When the test is over and well, each copy that is still in one of its
/// folders of copies, and still is what was verified, is proven; those that a test tore are refused in that test.
#[derive(Debug)]
pub struct Folder(TempDir);

/// An empty folder.
pub fn folder() -> Folder {
    Folder(tempfile::tempdir().unwrap())
}

impl Deref for Folder {
    type Target = TempDir;

    fn deref(&self) -> &TempDir {
        &self.0
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        self.path()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            prove_within(self.path());
        }
    }
}

/// Proves every copy in the folders of copies below `folder`.
fn prove_within(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if !path.is_dir() || path.is_symlink() {
            continue;
        }
        if entry.file_name() != COPIES_FOLDER {
            prove_within(&path);
            continue;
        }
        let all = [copies(&path), kept_copies(&path)]
            .into_iter()
            .flatten()
            .flatten();
        for copied in all.filter(is_as_verified) {
            prove(&copied);
        }
    }
}

fn is_as_verified(copied: &Copied) -> bool {
    let Some(mark) = &copied.report.file else {
        return false;
    };
    let found = ventanilla::store::sealed::figures_of(&copied.path);
    found.is_ok_and(|found| (found.length, found.sha256) == (mark.bytes, mark.sha256.clone()))
}

/// A copy is worth what it takes to come back: it is restored where there is nothing, compared with itself, found sound,
/// and worked with.
#[track_caller]
pub fn prove(copied: &Copied) {
    let folder = tempfile::tempdir().unwrap();
    let clock = Hand::at("2027-12-01 09:00").clock();
    let trial = Trial::new(folder.path(), &copied.path, clock.now());
    let tried = trial.run().expect("the copy is whole");
    assert!(tried.is_vouched(), "its manifest tells the same");
    let kept = tried.keeping(clock.now()).keep().unwrap();
    let mut desk = restoring::restore(None, tried, kept, &clock).unwrap().desk;
    let (students, report) = (desk.count_students().unwrap(), &copied.report);
    assert_eq!(students, report.students);

    let again = desk.try_copy(&copied.path).unwrap().run().unwrap();
    match &again.present {
        Present::Compared(weighed) => {
            assert_eq!(weighed.comparison.tallies, [], "it holds what it was made of");
            assert_eq!(weighed.comparison.shared_acts, report.acts);
            assert_eq!(weighed.comparison.acts_lost, 1, "the restoration itself");
        }
        other => panic!("{other:?}"),
    }
    desk.enroll(&person("99999999", "Prueba", "De", "Restauración"));
    assert_eq!(desk.count_students().unwrap(), students + 1);
    assert_eq!(desk.store().check().unwrap(), []);
}
