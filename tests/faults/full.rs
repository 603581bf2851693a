//! The disk is full, nearly full, or protected.

use std::path::Path;
use std::process::{Command, Stdio};

use ventanilla::desk::{Desk, Explain, Refusal, demo};
use ventanilla::store::{COPIES_FOLDER, FILE_NAME, Paper, StoreError, copies};

use crate::content::{Content, assert_same};
use crate::day::{Day, Hand, first_run, maria, person};
use crate::{SmallDisk, console, refused};

const SHEET: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/sheets/formulario-altas-2026.xlsx"
);

fn hand() -> Hand {
    Hand::at("2026-11-21 10:30")
}

/// Fills a disk to its last byte; the file is the ballast that gives room back.
fn fill(disk: &Path) -> std::fs::File {
    use std::io::Write;

    let mut ballast = std::fs::File::create(disk.join("lastre")).unwrap();
    for chunk in [1 << 16, 1 << 12, 1] {
        while ballast.write_all(&vec![0; chunk]).is_ok() {}
    }
    ballast
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

/// The disk is given back a page at a time, until there is room: every time before that nothing is saved.
#[test]
fn an_act_is_saved_whole_with_the_first_page_that_suffices() {
    let Some(disk) = SmallDisk::of("4m") else { return };
    let mut desk = Desk::set_up(disk.path(), &first_run(), hand().clock()).unwrap();
    desk.enroll(&maria());
    let ballast = fill(disk.path());
    let ana = person("25230458", "Ana", "Luna", "");
    let particulars = ana.particulars(desk.today()).unwrap();
    let mut refusals = 0;
    let mut length = ballast.metadata().unwrap().len();
    while let Err(refusal) = desk.register(&particulars) {
        assert!(
            matches!(refusal, Refusal::Store(StoreError::DiskFull)),
            "{refusal:?}"
        );
        assert_eq!(desk.count_students().unwrap(), 1, "after {refusals} refusals");
        refusals += 1;
        length -= 4096;
        ballast.set_len(length).unwrap();
    }
    assert!(refusals > 3, "{refusals}");
    assert_eq!(desk.count_students().unwrap(), 2);
    drop(desk);
    ballast.set_len(0).unwrap();
    let desk = Desk::open(disk.path(), hand().clock()).unwrap();
    assert_eq!(desk.store().check().unwrap(), []);
}

#[test]
fn long_work_is_refused_before_it_begins_where_there_is_hardly_room() {
    let Some(disk) = SmallDisk::of("30m") else { return };
    drop(demo::create(disk.path(), 100, 7, hand().clock()).unwrap());
    let register = disk.path().join(FILE_NAME);
    let before = Content::of(&register);
    for (line, work) in [
        (&["importar", SHEET, "--aplicar"][..], "importar"),
        (&["corte", "cerrar"], "cerrar el corte"),
    ] {
        let said = refused(&console(disk.path(), line).output().unwrap());
        assert_eq!(
            said,
            format!(
                "Queda muy poco espacio en el disco. Para proteger sus datos, libere al menos 200 MB antes de {work}.\n"
            )
        );
        assert_same(&Content::of(&register), &before, 0);
        assert!(!disk.path().join(COPIES_FOLDER).exists(), "nothing was begun");
    }
    // One person has room, and so has a copy.
    let mut desk = Desk::open(disk.path(), hand().clock()).unwrap();
    desk.enroll(&person("99230458", "Ana", "Luna", ""));
    desk.copy_now().unwrap().make().unwrap();
    assert_eq!(copies(&disk.path().join(COPIES_FOLDER)).unwrap().len(), 1);
}

#[test]
fn a_copy_that_does_not_fit_is_not_begun() {
    let Some(disk) = SmallDisk::of("8m") else { return };
    let mut desk = Desk::set_up(disk.path(), &first_run(), hand().clock()).unwrap();
    desk.enroll(&maria());
    let outcome = desk.copy_now().unwrap().make();
    let words = outcome.unwrap_err().explain().text;
    assert_eq!(
        words,
        "Queda muy poco espacio en el disco. Para proteger sus datos, libere al menos 200 MB antes de hacer la copia."
    );
    assert_eq!(desk.last_copy(), None);
    assert_eq!(desk.count_students().unwrap(), 1);
}

#[test]
fn a_protected_folder_is_told_and_nothing_is_saved() {
    let Some(disk) = SmallDisk::of("8m") else { return };
    let mut desk = Desk::set_up(disk.path(), &first_run(), hand().clock()).unwrap();
    desk.enroll(&maria());
    drop(desk);
    let before = std::fs::read(disk.path().join(FILE_NAME)).unwrap();
    disk.protect();
    for line in [
        &["deshacer"][..],
        &["alta", "25230457"],
        &["verificar", "--reparar"],
    ] {
        let said = refused(&console(disk.path(), line).output().unwrap());
        assert!(said.starts_with("No se puede escribir en "), "{said}");
    }
    assert_eq!(std::fs::read(disk.path().join(FILE_NAME)).unwrap(), before);
}

/// A register to which nothing more is written, not even by whoever has it open: a disk that its system protected after a
/// fault. `None` where nobody may do so.
struct Frozen<'f>(&'f Path);

impl<'f> Frozen<'f> {
    fn of(folder: &'f Path) -> Option<Self> {
        let frozen = Self(folder);
        if frozen.change("+i") {
            return Some(frozen);
        }
        assert!(
            std::env::var_os("VENTANILLA_ALL").is_none(),
            "a register can't be frozen here"
        );
        println!("left out: only root can freeze a file, and not on every disk");
        None
    }

    fn change(&self, how: &str) -> bool {
        let files = [FILE_NAME.to_owned(), format!("{FILE_NAME}-wal")].map(|name| self.0.join(name));
        let changed = Command::new("chattr")
            .arg(how)
            .args(files)
            .stderr(Stdio::null())
            .status();
        changed.is_ok_and(|status| status.success())
    }
}

impl Drop for Frozen<'_> {
    fn drop(&mut self) {
        self.change("-i");
    }
}

#[test]
fn a_register_that_is_protected_while_it_is_open_refuses_the_act_whole_and_goes_on_afterwards() {
    let folder = crate::day::folder();
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand().clock()).unwrap();
    let maria = desk.enroll(&maria());
    let Some(frozen) = Frozen::of(folder.path()) else {
        return;
    };
    for _ in 0..2 {
        let refused = desk.queue_alta(maria).unwrap_err();
        assert_eq!(
            refused.explain().text,
            "No se puede escribir en la carpeta de datos. Lo guardado está a salvo; esto último no se guardó. Revise los \
             permisos de la carpeta o que el disco no esté protegido, e inténtelo de nuevo."
        );
        assert!(desk.undo().is_err());
        assert!(desk.record(maria).unwrap().queued().is_none(), "it can be read");
    }
    drop(frozen);
    desk.queue_alta(maria).unwrap();
    assert!(desk.record(maria).unwrap().queued().is_some());
    assert_eq!(desk.store().check().unwrap(), []);
    drop(desk);
    let desk = Desk::open(folder.path(), hand().clock()).unwrap();
    assert!(
        desk.record(maria).unwrap().queued().is_some(),
        "what was said to be saved is"
    );
}

#[test]
fn copies_that_cannot_be_written_leave_the_register_as_it_is() {
    let folder = crate::day::folder();
    let mut desk = Desk::set_up(folder.path(), &first_run(), hand().clock()).unwrap();
    desk.enroll(&maria());
    // Something else has the place of the folder.
    std::fs::write(folder.path().join(COPIES_FOLDER), "x").unwrap();
    let words = desk.copy_now().unwrap().make().unwrap_err().explain().text;
    assert!(
        words.starts_with("No se pudo hacer la copia. Sus datos están a salvo"),
        "{words}"
    );
    desk.enroll(&person("25230458", "Ana", "Luna", ""));
    assert_eq!(desk.count_students().unwrap(), 2);
}
