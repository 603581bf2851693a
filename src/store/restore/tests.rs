//! Copies that are prepared or refused, and a replacement that stops after each step.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::replace::{Step, replace_in_steps};
use super::*;
use crate::store::sealed::{OfficeKey, Passphrase};
use crate::store::{ActKind, Copied, FILE_NAME, Kept, Stamp, copy, keep_aside, keep_present};

fn moment(text: &str) -> NaiveDateTime {
    text.parse().unwrap()
}

fn ten() -> NaiveDateTime {
    moment("2026-11-21T10:00:00")
}

fn stamp() -> Stamp {
    Stamp {
        at: ten(),
        clerk: "Lupita".into(),
    }
}

fn put(store: &mut Store, value: &str) {
    let done = store.transact(&stamp(), ActKind::ChangeSetting, |tx| {
        tx.put_setting("plantel.nombre", value)
    });
    done.unwrap();
}

/// A register that says «Plantel de Hoy», and a copy of it from when it said «Plantel de Ayer».
struct Office {
    folder: TempDir,
    copied: Copied,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(folder.path()).unwrap();
        put(&mut store, "Plantel de Ayer");
        let register = folder.path().join(FILE_NAME);
        let copied = copy(&register, &folder.path().join("copias"), ten()).unwrap();
        put(&mut store, "Plantel de Hoy");
        Self { folder, copied }
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn register(&self) -> std::path::PathBuf {
        self.data().join(FILE_NAME)
    }

    fn prepare(&self) -> Result<Prepared, RestoreError> {
        prepare(&self.copied.path, None, self.data(), ten())
    }

    fn keep(&self) -> Kept {
        keep_present(&self.register(), &self.data().join("copias"), ten()).unwrap()
    }

    /// What the register says, opened as the program opens it.
    fn says(&self) -> String {
        let store = Store::open(self.data()).unwrap();
        assert_eq!(store.check().unwrap(), []);
        store.reader().setting("plantel.nombre").unwrap().unwrap()
    }

    fn leftovers(&self) -> Vec<String> {
        let entries = fs::read_dir(self.data()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names
            .filter(|name| name.contains("restaurando") || name.contains("reemplazada"))
            .collect()
    }
}

#[test]
fn a_copy_takes_the_place_of_the_register_which_is_kept() {
    let office = Office::new();
    let present = Store::open(office.data()).unwrap();
    let kept = office.keep();
    let prepared = office.prepare().unwrap();
    assert!(prepared.is_vouched);
    let mut store = replace(office.data(), Some(present), prepared, &kept, &stamp()).unwrap();
    assert_eq!(
        store.reader().setting("plantel.nombre").unwrap().as_deref(),
        Some("Plantel de Ayer")
    );
    put(&mut store, "Plantel de Mañana");
    drop(store);
    assert_eq!(office.says(), "Plantel de Mañana");
    assert_eq!(office.leftovers(), [""; 0]);

    let Kept::Whole(copied) = kept else {
        panic!("{kept:?}")
    };
    let back = prepare(&copied.path, None, office.data(), ten()).unwrap();
    let store = replace(office.data(), None, back, &office.keep(), &stamp()).unwrap();
    assert_eq!(
        store.reader().setting("plantel.nombre").unwrap().as_deref(),
        Some("Plantel de Hoy")
    );
}

#[test]
fn a_crash_after_any_step_leaves_the_one_or_the_other_whole() {
    for is_open in [true, false] {
        for last in Step::ALL {
            let office = Office::new();
            let kept = office.keep();
            let present = is_open.then(|| Store::open(office.data()).unwrap());
            let prepared = office.prepare().unwrap();
            let mut steps = Vec::new();
            let stopped = replace_in_steps(office.data(), present, prepared, &kept, &stamp(), &mut |step| {
                steps.push(step);
                step != last
            });
            drop(stopped.unwrap_err());
            assert_eq!(steps.last(), Some(&last));
            let expected = if last == Step::Renamed {
                "Plantel de Ayer"
            } else {
                "Plantel de Hoy"
            };
            assert_eq!(office.says(), expected, "{last:?}, open: {is_open}");
            // Whoever restores again finds nothing in the way.
            let again = office.prepare().unwrap();
            replace(office.data(), None, again, &office.keep(), &stamp()).unwrap();
            assert_eq!(office.says(), "Plantel de Ayer");
            assert_eq!(office.leftovers(), [""; 0], "{last:?}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_kept_as_it_was_and_replaced() {
    let office = Office::new();
    let damaged: Vec<u8> = (0..20_000_u32).map(|n| (n * 7 % 251) as u8).collect();
    for last in [None, Some(Step::Written), Some(Step::Closed)] {
        fs::write(office.register(), &damaged).unwrap();
        fs::write(beside(&office.register(), "-wal"), b"what was written last").unwrap();
        let kept = keep_aside(&office.register(), &office.data().join("copias"), ten()).unwrap();
        let Kept::Aside(aside) = &kept else {
            panic!("{kept:?}")
        };
        let prepared = office.prepare().unwrap();
        let ended = replace_in_steps(office.data(), None, prepared, &kept, &stamp(), &mut |step| {
            Some(step) != last
        });
        assert_eq!(fs::read(aside).unwrap(), damaged);
        assert_eq!(fs::read(beside(aside, "-wal")).unwrap(), b"what was written last");
        match last {
            None => {
                drop(ended.unwrap());
                assert_eq!(office.says(), "Plantel de Ayer");
            }
            // Never something that opens and lacks what was in the log.
            Some(step) => {
                drop(ended.unwrap_err());
                let opened = Store::open(office.data()).unwrap_err();
                let is_told = matches!(opened, StoreError::NotARegister(_) | StoreError::Missing(_));
                assert!(is_told, "{step:?}: {opened:?}");
            }
        }
    }
}

#[test]
fn nothing_is_replaced_while_somebody_reads_or_after_something_was_saved() {
    let office = Office::new();
    let kept = office.keep();
    let reader = Store::open_to_read(office.data()).unwrap();
    assert_eq!(reader.reader().count_acts().unwrap(), 2);
    let present = Store::open(office.data()).unwrap();
    let refused = replace(
        office.data(),
        Some(present),
        office.prepare().unwrap(),
        &kept,
        &stamp(),
    )
    .unwrap_err();
    assert!(matches!(refused.why, RestoreError::InUse), "{:?}", refused.why);
    let mut present = *refused.store.unwrap();
    drop(reader);

    put(&mut present, "Plantel de Mañana");
    let refused = replace(
        office.data(),
        Some(present),
        office.prepare().unwrap(),
        &kept,
        &stamp(),
    )
    .unwrap_err();
    assert!(matches!(refused.why, RestoreError::Outdated), "{:?}", refused.why);
    drop(refused);
    assert_eq!(office.says(), "Plantel de Mañana");
    assert_eq!(office.leftovers(), [""; 0]);
}

/// 200 places, the same ones each time: bits that were turned over, ends that were cut off.
#[test]
fn two_hundred_torn_or_flipped_copies_are_all_refused() {
    let office = Office::new();
    let whole = fs::read(&office.copied.path).unwrap();
    let mut seed: u64 = 0x5EED;
    let mut random = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let before = fs::read(office.register()).unwrap();
    for round in 0..200 {
        let mut torn = whole.clone();
        let place = random(whole.len());
        if round % 2 == 0 {
            torn[place] ^= 1 << random(8);
        } else {
            torn.truncate(place);
        }
        fs::write(&office.copied.path, &torn).unwrap();
        match office.prepare() {
            Err(RestoreError::NotWhole(_)) => {}
            other => panic!("round {round}, byte {place}: {other:?}"),
        }
    }
    assert_eq!(fs::read(office.register()).unwrap(), before);
    assert_eq!(office.leftovers(), [""; 0]);
    fs::write(&office.copied.path, &whole).unwrap();
    assert!(office.prepare().unwrap().is_vouched);
}

#[test]
fn what_is_no_copy_or_is_of_a_newer_program_is_told_apart() {
    let office = Office::new();
    let here = |name: &str| office.data().join(name);
    fs::write(here("carta.db"), vec![b'a'; 9_000]).unwrap();
    let other = Connection::open(here("otro.db")).unwrap();
    other
        .execute_batch("CREATE TABLE contactos (nombre TEXT)")
        .unwrap();
    drop(other);
    for name in ["carta.db", "otro.db"] {
        let refused = prepare(&here(name), None, office.data(), ten()).unwrap_err();
        assert!(matches!(refused, RestoreError::Foreign(_)), "{name}: {refused:?}");
    }
    let refused = prepare(&here("nada.db"), None, office.data(), ten()).unwrap_err();
    assert!(matches!(refused, RestoreError::NotThere(_)), "{refused:?}");

    fs::copy(&office.copied.path, here("nueva.db")).unwrap();
    let newer = Connection::open(here("nueva.db")).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let refused = prepare(&here("nueva.db"), None, office.data(), ten()).unwrap_err();
    assert!(
        matches!(refused, RestoreError::Newer { found: 99, .. }),
        "{refused:?}"
    );
    // Without a table it is a register still, and not a whole one.
    fs::copy(&office.copied.path, here("manca.db")).unwrap();
    Connection::open(here("manca.db"))
        .unwrap()
        .execute_batch("DROP TABLE notices")
        .unwrap();
    let refused = prepare(&here("manca.db"), None, office.data(), ten()).unwrap_err();
    assert!(matches!(refused, RestoreError::NotWhole(_)), "{refused:?}");
}

/// The disk of a PC that died: the register, and beside it the log with the last acts.
#[test]
fn what_was_saved_last_on_a_dead_pc_is_not_left_behind() {
    let office = Office::new();
    let mut store = Store::open(office.data()).unwrap();
    put(&mut store, "Plantel de la Última Hora");
    let disk = tempfile::tempdir().unwrap();
    for companion in ["", "-wal", "-shm"] {
        let from = beside(&office.register(), companion);
        fs::copy(from, beside(&disk.path().join(FILE_NAME), companion)).unwrap();
    }
    drop(store);
    let prepared = prepare(&disk.path().join(FILE_NAME), None, office.data(), ten()).unwrap();
    assert!(!prepared.is_vouched, "there is no manifest");
    let store = prepared.open_to_read().unwrap();
    assert_eq!(
        store.reader().setting("plantel.nombre").unwrap().as_deref(),
        Some("Plantel de la Última Hora")
    );
}

#[test]
fn a_copy_of_an_older_program_is_brought_up_to_date_apart() {
    let office = Office::new();
    let old = office.data().join("vieja.db");
    fs::write(&old, include_bytes!("../../../tests/fixtures/register-v1.db")).unwrap();
    let prepared = prepare(&old, None, office.data(), ten()).unwrap();
    assert_eq!((prepared.report.version, prepared.report.students), (1, 9));
    let store = prepared.open_to_read().unwrap();
    assert_eq!(store.reader().count_students().unwrap(), 9);
    let comparison = compare(&office.register(), &prepared).unwrap();
    assert!(comparison.is_of_another_register());
}

#[test]
fn a_room_that_a_dead_process_left_is_swept() {
    let office = Office::new();
    let left = office.data().join(".restaurando-1-0");
    fs::create_dir(&left).unwrap();
    fs::write(left.join(".en-uso"), b"").unwrap();
    fs::write(left.join(FILE_NAME), b"data of people").unwrap();
    let prepared = office.prepare().unwrap();
    assert!(!left.exists());
    let second = office.prepare().unwrap();
    assert!(prepared.file().exists(), "somebody is in there");
    drop((prepared, second));
    assert_eq!(office.leftovers(), [""; 0]);
}

#[test]
fn a_sealed_copy_opens_with_its_key_and_with_nothing_else() {
    let office = Office::new();
    let stick = tempfile::tempdir().unwrap();
    let folder = places::prepare(stick.path()).unwrap();
    let key = OfficeKey::make();
    let placed = places::place(&office.copied, &folder, &key.recipient(), ten().date()).unwrap();
    let tried = |secret: Option<Secret>| prepare(&placed.path, secret.as_ref(), office.data(), ten());

    assert!(matches!(tried(None).unwrap_err(), RestoreError::KeyWanted));
    let refused = tried(Some(Secret::Key(OfficeKey::make()))).unwrap_err();
    assert!(matches!(refused, RestoreError::WrongKey), "{refused:?}");
    let refused = tried(Some(Secret::Passphrase(Passphrase::new("una frase")))).unwrap_err();
    assert!(matches!(refused, RestoreError::KeyWanted), "{refused:?}");
    let prepared = tried(Some(Secret::Key(key.clone()))).unwrap();
    assert!(prepared.is_vouched);
    assert_eq!(prepared.report.campus, "Plantel de Ayer");
    drop(prepared);

    let listed = candidates_at(stick.path());
    assert_eq!(listed.len(), 1);
    let sheet = key.recipient().mark();
    assert_eq!(listed[0].asks, Asks::Key { sheet });

    // Every byte counts, whether its manifest is there or not; without it a torn head is as good as another key.
    let whole = fs::read(&placed.path).unwrap();
    for place in (0..whole.len()).step_by(whole.len() / 40) {
        let mut torn = whole.clone();
        torn[place] ^= 4;
        fs::write(&placed.path, &torn).unwrap();
        let refused = tried(Some(Secret::Key(key.clone()))).unwrap_err();
        assert!(
            matches!(refused, RestoreError::NotWhole(_)),
            "byte {place}: {refused:?}"
        );
        let alone = stick.path().join("sola.db.age");
        fs::write(&alone, &torn).unwrap();
        let refused = prepare(&alone, Some(&Secret::Key(key.clone())), office.data(), ten()).unwrap_err();
        let is_told = matches!(
            refused,
            RestoreError::NotWhole(_) | RestoreError::WrongKey | RestoreError::Foreign(_)
        );
        assert!(is_told, "byte {place}: {refused:?}");
    }
    assert_eq!(office.leftovers(), [""; 0]);
}
