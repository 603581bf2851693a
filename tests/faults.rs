//! Faults of the machine: the disk is full. What was acknowledged is whole, the rest is absent.

mod day;

use std::path::Path;
use std::process::{Command, Stdio};

use day::{Day, Hand, first_run, maria, person};
use ventanilla::desk::{Desk, Explain, Refusal};
use ventanilla::store::{Paper, StoreError};

/// A small disk of its own; unmounted in the end. `None` where nobody may mount one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn of(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &format!("size={size}"), "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success());
        if !mounted {
            assert!(
                std::env::var_os("VENTANILLA_ALL").is_none(),
                "a small disk can't be mounted here"
            );
            println!("left out: only root can mount a small disk");
            return None;
        }
        Some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).status();
    }
}

#[test]
fn a_full_disk_refuses_the_act_whole_and_says_so() {
    let Some(disk) = SmallDisk::of("2m") else { return };
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(disk.path(), &first_run(), hand.clock()).unwrap();
    let student = desk.enroll(&maria());

    let mut saved = 1;
    let refused = loop {
        let entry = person(&format!("25{saved:06}"), "Ana", "Luna", "");
        match desk.register(&entry.particulars(desk.today()).unwrap()) {
            Ok(_) => saved += 1,
            Err(refusal) => break refusal,
        }
        assert!(saved < 10_000, "the disk never fills");
    };
    assert!(
        matches!(refused, Refusal::Store(StoreError::DiskFull)),
        "{refused:?}"
    );
    let words = refused.explain().text;
    assert!(
        words.starts_with("No queda espacio en el disco y esto último no se guardó"),
        "{words}"
    );
    assert_eq!(
        desk.count_students().unwrap(),
        saved,
        "what was acknowledged, and no more"
    );

    // A paper that doesn't fit was not printed.
    let documents = disk.path().join("Documentos");
    let write = ventanilla::desk::into_folder(&documents, ventanilla::system::folders::write_whole);
    assert!(desk.print(Paper::Summary, &[student], write).is_err());
    let left: Vec<_> = std::fs::read_dir(&documents)
        .map(Iterator::collect)
        .unwrap_or_default();
    assert!(left.is_empty(), "{left:?}");

    drop(desk);
    let desk = Desk::open_to_read(disk.path(), hand.clock()).unwrap();
    assert_eq!(desk.count_students().unwrap(), saved);
    assert!(desk.store().check().unwrap().is_empty());
}

#[test]
fn a_copy_that_does_not_fit_leaves_the_register_as_it_is() {
    let Some(disk) = SmallDisk::of("3m") else { return };
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(disk.path(), &first_run(), hand.clock()).unwrap();
    desk.enroll(&maria());
    // Only so much is left that a copy has no room, and the register has.
    let chunk = |number: u32| disk.path().join(format!("relleno-{number}"));
    let filled = (0..).take_while(|number| std::fs::write(chunk(*number), vec![0; 100_000]).is_ok());
    let filled = filled.count() as u32;
    let _ = std::fs::remove_file(chunk(filled));
    std::fs::remove_file(chunk(filled - 1)).unwrap();
    let outcome = desk.copy_now().unwrap().make();
    let words = outcome.unwrap_err().explain().text;
    assert!(
        words.starts_with("No se pudo hacer la copia. Sus datos están a salvo"),
        "{words}"
    );
    assert_eq!(desk.last_copy(), None);
    assert_eq!(desk.count_students().unwrap(), 1);
}
