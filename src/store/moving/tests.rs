//! A Mudanza from the old PC to the new one, and every file that is none.

use std::fs;
use std::io::Cursor;

use tempfile::TempDir;

use super::*;
use crate::store::restore::{self, Prepared};
use crate::store::{ActKind, FILE_NAME, Stamp, Store, copy};

const PHRASE: &str = "jaguar milpa tejido canoa verde";

fn ten() -> NaiveDateTime {
    "2026-11-21T10:30:00".parse().unwrap()
}

fn phrase() -> Passphrase {
    Passphrase::new(PHRASE)
}

/// An office whose register was copied, a stick, and a new PC with nothing on it.
struct Office {
    data: TempDir,
    stick: TempDir,
    new: TempDir,
    copied: Copied,
}

impl Office {
    fn open() -> Self {
        let data = tempfile::tempdir().unwrap();
        let mut store = Store::create(data.path()).unwrap();
        let stamp = Stamp {
            at: ten(),
            clerk: "Lupita".into(),
        };
        let done = store.transact(&stamp, ActKind::SetUp, |tx| {
            tx.put_setting("plantel.nombre", "Plantel Ejemplo")
        });
        done.unwrap();
        let copied = copy(&data.path().join(FILE_NAME), &data.path().join("copias"), ten()).unwrap();
        Self {
            data,
            stick: tempfile::tempdir().unwrap(),
            new: tempfile::tempdir().unwrap(),
            copied,
        }
    }

    fn file(&self) -> PathBuf {
        self.stick.path().join("Mudanza.ventanilla")
    }

    fn write(&self) -> Result<MovingFile, NotMoved> {
        write(&self.copied, &self.file(), &phrase(), "0.1.0")
    }

    /// What the new PC makes of the file.
    fn arrive(&self) -> Result<Prepared, RestoreError> {
        restore::prepare_moving(&self.file(), &phrase(), self.new.path(), ten())
    }

    fn left_on(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    #[track_caller]
    fn refused(&self) -> RestoreError {
        let why = self.arrive().unwrap_err();
        assert_eq!(Self::left_on(&self.new), Vec::<String>::new(), "nothing is left");
        why
    }
}

#[test]
fn what_arrives_is_what_left_byte_for_byte() {
    let office = Office::open();
    let moving = office.write().unwrap();
    assert_eq!(Office::left_on(&office.stick), ["Mudanza.ventanilla"]);
    assert_eq!(look(&office.file()).unwrap(), moving);
    assert!(moving.is_whole().unwrap());
    assert_eq!(moving.report.program, "0.1.0");
    let mut opened = Vec::new();
    moving.open_into(&phrase(), &mut opened).unwrap();
    assert!(opened == fs::read(&office.copied.path).unwrap());

    let prepared = office.arrive().unwrap();
    assert!(prepared.is_vouched);
    assert_eq!(prepared.report.content, office.copied.report.content);
    let store = prepared.open_to_read().unwrap();
    let campus = store.reader().setting("plantel.nombre").unwrap();
    assert_eq!(campus.as_deref(), Some("Plantel Ejemplo"));
}

#[test]
fn any_program_that_knows_zip_and_age_finds_the_two_parts() {
    let office = Office::open();
    office.write().unwrap();
    let mut archive = ZipArchive::new(Cursor::new(fs::read(office.file()).unwrap())).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(names, [SEALED, MANIFEST]);
    for name in [SEALED, MANIFEST] {
        let part = archive.by_name(name).unwrap();
        assert_eq!(part.compression(), CompressionMethod::Stored, "{name}");
    }
    let mut head = [0; 22];
    archive.by_name(SEALED).unwrap().read_exact(&mut head).unwrap();
    assert_eq!(&head, b"age-encryption.org/v1\n");
}

#[test]
fn the_manifest_tells_figures_and_no_person_and_no_path() {
    let office = Office::open();
    office.write().unwrap();
    let mut archive = ZipArchive::new(File::open(office.file()).unwrap()).unwrap();
    let manifest: serde_json::Value = serde_json::from_reader(archive.by_name(MANIFEST).unwrap()).unwrap();
    let keys: Vec<&String> = manifest.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "program",
            "at",
            "campus",
            "version",
            "students",
            "movements",
            "acts",
            "last_change",
            "content",
            "file",
            "sealed_length",
            "sealed_sha256"
        ]
    );
    assert!(!manifest.to_string().contains("Lupita"));
    assert!(
        !manifest
            .to_string()
            .contains(&*office.data.path().to_string_lossy())
    );
}

#[test]
fn another_passphrase_opens_nothing() {
    let office = Office::open();
    office.write().unwrap();
    let other = Passphrase::new("jaguar milpa tejido canoa azul");
    let why = restore::prepare_moving(&office.file(), &other, office.new.path(), ten()).unwrap_err();
    assert!(matches!(why, RestoreError::WrongPassphrase), "{why:?}");
    assert_eq!(Office::left_on(&office.new), Vec::<String>::new());
    let noted = Passphrase::new("  Jaguar-Milpa-Tejido-Canoa-Verde ");
    assert!(restore::prepare_moving(&office.file(), &noted, office.new.path(), ten()).is_ok());
}

/// Numbers that look like chance and are the same each time.
fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    }
}

#[test]
fn a_file_cut_short_is_never_opened() {
    let office = Office::open();
    office.write().unwrap();
    let whole = fs::read(office.file()).unwrap();
    let mut roll = dice(21);
    let fixed = [0, 1, 3, 29, 31, 39, 100, whole.len() - 1];
    for length in fixed.into_iter().chain((0..92).map(|_| roll(whole.len()))) {
        fs::write(office.file(), &whole[..length]).unwrap();
        let why = office.refused();
        assert!(
            matches!(why, RestoreError::NotWhole(_)),
            "{length} bytes: {why:?}"
        );
    }
}

#[test]
fn a_changed_byte_is_refused_before_the_passphrase_or_changes_nothing() {
    let office = Office::open();
    let moving = office.write().unwrap();
    let whole = fs::read(office.file()).unwrap();
    let sealed = moving.report.sealed_length as usize;
    let mut roll = dice(22);
    for round in 0..100 {
        let mut changed = whole.clone();
        // Half of them in what is sealed, half in what stands around it.
        let at = match round % 2 {
            0 => 60 + roll(sealed - 60),
            _ => (sealed + 60 + roll(whole.len() - sealed - 60)) % whole.len(),
        };
        changed[at] ^= 1 << roll(8);
        fs::write(office.file(), &changed).unwrap();
        let found = look(&office.file());
        let is_whole = found
            .as_ref()
            .is_ok_and(|found| found.is_whole().unwrap_or(false));
        if round % 2 == 0 {
            assert!(!is_whole, "byte {at}");
            let why = office.refused();
            assert!(matches!(why, RestoreError::NotWhole(_)), "byte {at}: {why:?}");
        } else if is_whole {
            // A date of the archive, or a mark that nobody reads.
            assert_eq!(found.unwrap().report, moving.report, "byte {at}");
        }
    }
}

#[test]
fn what_is_no_mudanza_is_told_apart() {
    let office = Office::open();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("xl/workbook.xml", SimpleFileOptions::default())
        .unwrap();
    archive.write_all(b"<workbook/>").unwrap();
    let workbook = archive.finish().unwrap().into_inner();
    for (bytes, what) in [
        (workbook, "a workbook"),
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (fs::read(&office.copied.path).unwrap(), "a copy"),
    ] {
        fs::write(office.file(), bytes).unwrap();
        let why = office.refused();
        assert!(matches!(why, RestoreError::Foreign(_)), "{what}: {why:?}");
    }
    fs::remove_file(office.file()).unwrap();
    assert!(matches!(office.refused(), RestoreError::NotThere(_)));
}

#[test]
fn one_of_a_newer_program_is_refused_before_its_passphrase() {
    let office = Office::open();
    let mut newer = office.copied.clone();
    newer.report.version = schema::known() + 1;
    write(&newer, &office.file(), &phrase(), "9.0.0").unwrap_err();
    // This program doesn't even write one that it could not read back.
    assert_eq!(Office::left_on(&office.stick), Vec::<String>::new());

    let mut archive = ZipWriter::new(File::create(office.file()).unwrap());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    archive.start_file(SEALED, options).unwrap();
    archive.start_file(MANIFEST, options).unwrap();
    let manifest = format!(r#"{{"version":{},"otra":"forma"}}"#, schema::known() + 1);
    archive.write_all(manifest.as_bytes()).unwrap();
    archive.finish().unwrap();
    let why = office.refused();
    assert!(
        matches!(why, RestoreError::Newer { found, known } if found == known + 1),
        "{why:?}"
    );
}

#[test]
fn a_name_that_is_taken_and_a_place_that_is_not_there_are_left_alone() {
    let office = Office::open();
    fs::write(office.file(), "somebody's").unwrap();
    assert_eq!(office.write(), Err(NotMoved::Taken(office.file())));
    assert_eq!(fs::read(office.file()).unwrap(), b"somebody's");
    let elsewhere = office.stick.path().join("no/Mudanza.ventanilla");
    assert_eq!(
        write(&office.copied, &elsewhere, &phrase(), "0.1.0"),
        Err(NotMoved::Place(PlaceError::Absent))
    );
}

#[test]
fn what_a_pulled_stick_left_half_written_goes_with_the_next_one() {
    use std::time::SystemTime;

    let office = Office::open();
    let put = |name: &str, minutes: u32| {
        let file = File::create(office.stick.path().join(name)).unwrap();
        file.set_modified(SystemTime::now() - minutes * Duration::from_secs(60))
            .unwrap();
    };
    put("Mudanza de ayer.ventanilla.sin-verificar", 90);
    put("Mudanza de ahora.ventanilla.sin-verificar", 1);
    put("tarea.sin-verificar", 90);
    office.write().unwrap();
    let mut left = Office::left_on(&office.stick);
    left.sort();
    assert_eq!(
        left,
        [
            "Mudanza de ahora.ventanilla.sin-verificar",
            "Mudanza.ventanilla",
            "tarea.sin-verificar"
        ]
    );
}

#[test]
fn a_copy_that_is_no_longer_the_verified_one_is_not_moved() {
    let office = Office::open();
    let mut changed = fs::read(&office.copied.path).unwrap();
    *changed.last_mut().unwrap() ^= 1;
    fs::write(&office.copied.path, changed).unwrap();
    assert_eq!(office.write(), Err(NotMoved::Place(PlaceError::ReadBackDiffers)));
    assert_eq!(Office::left_on(&office.stick), Vec::<String>::new());
}
