use super::*;
use ventanilla::desk::{Explain, Refusal};
use ventanilla::domain::settings::SettingFault;
use ventanilla::store::places::PlaceError;

#[test]
fn a_copy_goes_to_the_stick_sealed_and_opens_there_with_the_sheet() {
    let (office, key) = Office::with_a_stick();
    let made = office.copy();
    let [placed] = &office.placed()[..] else {
        panic!("one copy");
    };
    assert_eq!(outcome(&made), &AwayOutcome::Placed(placed.clone()));
    assert_eq!(placed.report.copy, made.copied.report);
    assert_eq!(made.bytes, fs::metadata(&made.copied.path).unwrap().len());
    assert!(made.took > std::time::Duration::ZERO);
    let away = made.away.as_ref().unwrap();
    assert_eq!(away.note(), "y en carpeta");
    assert_eq!(
        away.sentence(office.desk.today()),
        "También quedó en la carpeta de copias, cifrada: se leyó de nuevo y coincide."
    );
    assert_eq!(open_and_work(placed, &key).count_students().unwrap(), 2);
}

#[test]
fn nobody_is_named_in_what_leaves_the_computer() {
    let (office, _) = Office::with_a_stick();
    office.copy();
    for entry in fs::read_dir(office.folder()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for personal in ["25230457", "María", "Cruz", "CUNF051130", "12180599990", "Lupita"] {
            assert!(!text.contains(personal), "{personal} in {}", path.display());
        }
    }
}

#[test]
fn a_missing_stick_is_only_noted_and_gets_its_copy_when_it_is_back() {
    let (mut office, key) = Office::with_a_stick();
    office.pull_out();
    let made = office.copy();
    assert_eq!(outcome(&made), &AwayOutcome::Absent);
    let away = made.away.as_ref().unwrap();
    assert!(!away.is_trouble());
    assert_eq!(away.note(), "carpeta sin conectar");
    assert_eq!(
        office.desk.last_copy().unwrap(),
        made.copied,
        "the local one is there"
    );
    assert!(
        !office.folder().exists(),
        "nothing is written where a stick would be"
    );

    office.plug_in();
    assert!(
        office.desk.copy_due().is_none(),
        "it is not looked for at every moment"
    );
    office.hand.move_to("2026-11-21 10:40");
    let brought = office.desk.copy_due().expect("the place lacks the last copy");
    assert!(!brought.is_of_now());
    let brought = brought.make().unwrap();
    assert_eq!(brought.copied, made.copied);
    assert!(matches!(outcome(&brought), AwayOutcome::Placed(_)));
    assert_eq!(
        open_and_work(&office.placed()[0], &key).count_students().unwrap(),
        2
    );

    // Again ten minutes later nothing is written, as it is there.
    let written = fs::metadata(&office.placed()[0].path)
        .unwrap()
        .modified()
        .unwrap();
    office.hand.move_to("2026-11-21 10:50");
    let again = office.desk.copy_due().unwrap().make().unwrap();
    assert!(matches!(outcome(&again), AwayOutcome::Placed(_)));
    assert_eq!(
        fs::metadata(&office.placed()[0].path)
            .unwrap()
            .modified()
            .unwrap(),
        written
    );
    office.desk.enroll(&juan());
    office.hand.move_to("2026-11-21 11:00");
    assert!(office.desk.copy_due().unwrap().is_of_now());
}

#[test]
fn without_a_key_nothing_leaves_the_computer_and_it_is_said() {
    let mut office = Office::open();
    office.choose_the_stick();
    let made = office.copy();
    assert_eq!(outcome(&made), &AwayOutcome::NoKey);
    assert_eq!(made.away.unwrap().note(), "falta la clave");
    assert_eq!(fs::read_dir(office.folder()).unwrap().count(), 0);
}

#[test]
fn where_no_place_was_chosen_nothing_is_said_of_one() {
    let office = Office::open();
    assert_eq!(office.copy().away, None);
    assert!(office.desk.copy_due().is_none());
    assert_eq!(office.desk.backup_overview().unwrap().place, None);
}

#[test]
fn a_place_is_there_can_be_written_and_is_not_the_data_folder() {
    let mut office = Office::open();
    let mut refused = |path: &Path| match office.desk.set(Topic::SecondPlace, path.to_str().unwrap()) {
        Err(refusal @ Refusal::Setting(..)) => refusal.explain().text,
        other => panic!("{other:?}"),
    };
    let missing = office.stick.path().join("otra");
    assert_eq!(
        refused(&missing),
        "«Otro lugar para las copias» no cambió: esa carpeta no está. Conecte la memoria o escriba la ruta de una carpeta \
         que exista."
    );
    let inside = office.data.path().join("copias");
    fs::create_dir_all(&inside).unwrap();
    for data in [office.data.path(), &inside] {
        let said = refused(data);
        assert!(said.contains("dentro de la carpeta de datos"), "{said}");
    }
    assert!(refused(Path::new("copias")).contains("ruta completa"));
    assert_eq!(
        ventanilla::domain::settings::Setting::of(Topic::SecondPlace).read("copias"),
        Err(SettingFault::NotAFolder)
    );

    office.choose_the_stick();
    assert_eq!(office.desk.second_place(), Some(office.folder()));
    office.desk.undo().unwrap();
    assert_eq!(office.desk.second_place(), None);
    // What is there already is chosen by either name.
    let inner = office.folder();
    office
        .desk
        .set(Topic::SecondPlace, inner.to_str().unwrap())
        .unwrap();
    assert_eq!(office.desk.second_place(), Some(inner));
}

#[test]
fn what_is_wrong_with_a_stick_is_said_with_what_is_safe() {
    let today = day::at("2026-11-21 10:30").date();
    let away = |fault| ventanilla::desk::AwayCopy {
        place: ventanilla::words::copies::PlaceName::Usb,
        outcome: AwayOutcome::Failed {
            fault,
            last: Some(day::at("2026-11-20 18:00")),
        },
    };
    for fault in [
        PlaceError::Gone,
        PlaceError::NoSpace { missing: 11_500_000 },
        PlaceError::ReadOnly,
        PlaceError::ReadBackDiffers,
        PlaceError::Broken(std::io::ErrorKind::Other),
    ] {
        let away = away(fault);
        assert!(away.is_trouble());
        let said = away.sentence(today);
        assert!(said.starts_with("No se pudo copiar a la memoria USB: "), "{said}");
        assert!(
            said.ends_with(
                "Sus datos están a salvo en esta computadora; la última copia buena es de ayer a las 18:00."
            ),
            "{said}"
        );
        assert!(away.note().contains("USB"));
    }
}

#[test]
fn a_flipped_byte_anywhere_in_a_sealed_copy_is_found_without_the_key_and_refused_with_it() {
    let (office, key) = Office::with_a_stick();
    office.copy();
    let placed = office.placed().remove(0);
    let whole = fs::read(&placed.path).unwrap();
    // Some hundred places over all of it, the head and the end among them.
    for step in 0..=100 {
        let at = (whole.len() - 1) * step / 100;
        let mut flipped = whole.clone();
        flipped[at] ^= 1 << (step % 8);
        fs::write(&placed.path, &flipped).unwrap();
        assert!(!placed.is_whole().unwrap(), "byte {at}");
        let opened = open_into(&placed.path, &Secret::Key(key.clone()), std::io::sink());
        assert!(opened.is_err(), "byte {at}");
    }
}

/// Half of the copy is written when the stick is pulled out: the rest goes nowhere.
#[test]
#[cfg(unix)]
fn a_stick_pulled_out_in_the_middle_leaves_nothing_that_looks_like_a_copy() {
    use std::io::Write;
    use std::process::Command;

    let (mut office, key) = Office::with_a_stick();
    let first = office.copy();
    let mut later = first.copied.clone();
    later.report.at = day::at("2026-11-21 11:00");
    // A pipe in place of the copy holds the sealing up in the middle.
    let bytes = fs::read(&later.path).unwrap();
    later.path = office.data.path().join("tube");
    assert!(
        Command::new("mkfifo")
            .arg(&later.path)
            .status()
            .unwrap()
            .success()
    );
    let (folder, recipient) = (office.folder(), key.recipient());
    let sealing = std::thread::spawn({
        let later = later.clone();
        move || places::place(&later, &folder, &recipient, later.report.at.date())
    });
    let mut source = fs::File::options().write(true).open(&later.path).unwrap();
    source.write_all(&bytes[..bytes.len() / 2]).unwrap();
    office.pull_out();
    source.write_all(&bytes[bytes.len() / 2..]).unwrap();
    drop(source);
    assert_eq!(sealing.join().unwrap(), Err(PlaceError::Gone));

    office.plug_in();
    assert_eq!(office.placed().len(), 1, "the first");
    let folder = office.folder();
    let names = || -> Vec<String> {
        let entries = fs::read_dir(&folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    };
    assert!(
        names()
            .iter()
            .all(|name| !name.contains("1100") || name.ends_with(".sin-verificar"))
    );
    office.desk.enroll(&juan());
    office.hand.move_to("2026-11-21 11:30");
    assert!(matches!(outcome(&office.copy()), AwayOutcome::Placed(_)));
    assert_eq!(office.placed().len(), 2);
    assert!(names().iter().all(|name| !name.ends_with(".sin-verificar")));
}

#[test]
fn a_full_stick_is_said_with_what_is_missing_and_the_local_copy_is_there() {
    let (mut office, _) = Office::with_a_stick();
    let Some(disk) = SmallDisk::of("1200k") else {
        return;
    };
    let path = disk.path().to_str().unwrap().to_owned();
    office.desk.set(Topic::SecondPlace, &path).unwrap();
    let made = office.copy();
    let AwayOutcome::Failed {
        fault: PlaceError::NoSpace { missing },
        last: None,
    } = outcome(&made)
    else {
        panic!("{made:?}");
    };
    assert!((1..2_000_000).contains(missing), "{missing}");
    let away = made.away.as_ref().unwrap();
    assert_eq!(away.note(), "carpeta sin espacio");
    let said = away.sentence(office.desk.today());
    assert!(
        said.starts_with("No se pudo copiar a la carpeta de copias: no hay espacio (faltan "),
        "{said}"
    );
    assert_eq!(office.desk.last_copy().unwrap(), made.copied);
    assert_eq!(
        fs::read_dir(disk.path().join(places::FOLDER_NAME))
            .unwrap()
            .count(),
        0
    );
}
