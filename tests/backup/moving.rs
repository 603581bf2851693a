//! The Mudanza, from one office's PC to another, and what a stick can do to it.

use super::*;
use ventanilla::desk::moving::{Moved, MovingError};
use ventanilla::desk::restoring::{self, Trial};
use ventanilla::desk::{Clock, Explain, ToDo};
use ventanilla::domain::printer_scale::Measured;
use ventanilla::store::Paper;
use ventanilla::store::moving::NotMoved;
use ventanilla::store::places::PlaceError;
use ventanilla::store::sealed::Passphrase;

const PHRASE: &str = "jaguar milpa tejido canoa verde";

impl Office {
    fn move_in(&self, folder: &Path) -> Result<Moved, MovingError> {
        let to = self.desk.moving_in(folder);
        let work = self.desk.move_to(&to, Passphrase::new(PHRASE));
        work.expect("there is a register").make()
    }
}

/// Opens it on a PC with nothing on it.
fn arrive(file: &Path, clock: &Clock) -> Desk {
    let data = tempfile::tempdir().unwrap().keep();
    let trial = Trial::of_moving(&data, file, Passphrase::new(PHRASE), clock.now());
    let tried = trial.run().unwrap();
    let kept = tried.keeping(clock.now()).keep().unwrap();
    restoring::restore(None, tried, kept, clock).unwrap().desk
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn settings_logo_and_look_travel_with_the_students_and_the_folders_of_the_old_pc_are_told() {
    let (mut office, _) = Office::with_a_stick();
    let logo = office.data.path().join("logo.png");
    image::RgbImage::from_pixel(320, 160, image::Rgb([200, 30, 30]))
        .save(&logo)
        .unwrap();
    office.desk.set(Topic::Logo, logo.to_str().unwrap()).unwrap();
    office.desk.set(Topic::Legend, "2026, año de ejemplo").unwrap();
    office.desk.set(Topic::Scheme, "oscuro").unwrap();
    let stick = crate::day::folder();
    let moved = office.move_in(stick.path()).unwrap();
    day::prove(&moved.copied);
    // The old PC is gone, with its logo's file and its second place.
    let (data, usual) = (office.data.path().to_owned(), office.desk.settings().clone());
    let clock = office.hand.clock();
    let place = office.folder();
    drop(office);
    assert!(!data.exists() && !place.exists());

    let mut desk = arrive(&moved.file.path, &clock);
    for topic in [Topic::Legend, Topic::Scheme, Topic::CampusName, Topic::Logo] {
        assert_eq!(desk.settings().text(topic), usual.text(topic), "{topic:?}");
    }
    assert!(desk.settings().logo().is_some());
    let said = desk.to_see_to_here();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("no está en esta computadora; elija otra en Ajustes."));
    assert!(said[1].starts_with("Impresora: "));
    desk.enroll(&juan());
    assert_eq!(desk.count_students().unwrap(), 2);
}

#[test]
fn the_printer_is_asked_about_again_where_the_register_arrives() {
    let asks = |desk: &Desk| {
        let to_do = desk.look_at_today().unwrap().to_do;
        to_do.into_iter().any(|it| matches!(it, ToDo::Printer(_)))
    };
    let mut office = Office::open();
    assert!(!asks(&office.desk), "nothing was printed yet");
    let stick = crate::day::folder();
    let moved = office.move_in(stick.path()).unwrap();
    let arrived = arrive(&moved.file.path, &office.hand.clock());
    assert!(asks(&arrived), "nothing was printed, and it came from elsewhere");
    let maria = office.desk.find("", 0).unwrap().rows[0].student.id;
    let printed = office
        .desk
        .print(Paper::Summary, &[maria], |name, _| Ok(name.into()));
    printed.unwrap();
    assert!(asks(&office.desk));
    let measured = |text: &str| Measured::read(text).unwrap();
    let keep = |desk: &Desk, length: &str| {
        desk.keep_measure("HP", measured(length), measured(length))
            .unwrap()
    };
    keep(&office.desk, "94");
    assert!(asks(&office.desk), "it scales");
    keep(&office.desk, "100");
    assert!(!asks(&office.desk));

    let moved = office.move_in(stick.path()).unwrap();
    let arrived = arrive(&moved.file.path, &office.hand.clock());
    assert_eq!(arrived.printer_checks(), []);
    assert!(asks(&arrived));
    keep(&arrived, "100");
    assert!(!asks(&arrived) && !asks(&office.desk));
}

#[test]
fn two_of_one_day_have_two_names_and_both_open() {
    let office = Office::open();
    let stick = crate::day::folder();
    for _ in 0..2 {
        let moved = office.move_in(stick.path()).unwrap();
        assert_eq!(
            arrive(&moved.file.path, &office.hand.clock())
                .count_students()
                .unwrap(),
            1
        );
        // Another second: copies are named after theirs.
        office.hand.move_to("2026-11-21 10:31");
    }
    assert_eq!(
        files(stick.path()),
        [
            "Mudanza Plantel Ejemplo 2026-11-21 (2).ventanilla",
            "Mudanza Plantel Ejemplo 2026-11-21.ventanilla"
        ]
    );
}

#[test]
fn a_campus_with_signs_that_no_stick_takes_in_a_name_still_moves() {
    let mut office = Office::open();
    office
        .desk
        .set(Topic::CampusName, "Plantel «A/B»: extensión \"Norte\"?")
        .unwrap();
    let stick = crate::day::folder();
    office.move_in(stick.path()).unwrap();
    assert_eq!(
        files(stick.path()),
        ["Mudanza Plantel «AB» extensión Norte 2026-11-21.ventanilla"]
    );
}

#[test]
fn a_full_stick_is_told_with_what_is_missing_and_nothing_is_left_on_it() {
    let office = Office::open();
    let Some(disk) = SmallDisk::of("1200k") else {
        return;
    };
    let why = office.move_in(disk.path()).unwrap_err();
    assert!(
        matches!(
            &why,
            MovingError::NotWritten { why: NotMoved::Place(PlaceError::NoSpace { missing }), .. } if *missing > 0
        ),
        "{why:?}"
    );
    let said = why.explain().line();
    assert!(said.contains("no hay espacio (faltan "), "{said}");
    assert!(
        said.contains("Sus datos están a salvo en esta computadora."),
        "{said}"
    );
    assert_eq!(files(disk.path()), Vec::<String>::new());
    office
        .desk
        .last_copy()
        .expect("the copy that it was made of stays");
}

/// Half of it is written when the stick is pulled out: the rest goes nowhere.
#[test]
#[cfg(unix)]
fn a_stick_pulled_out_in_the_middle_leaves_nothing_that_looks_like_a_mudanza() {
    use std::io::Write;
    use std::process::Command;

    use ventanilla::store::moving;

    let office = Office::open();
    let mut copied = office.copy().copied;
    let bytes = fs::read(&copied.path).unwrap();
    // A pipe in place of the copy holds the sealing up in the middle.
    copied.path = office.data.path().join("tube");
    let made = Command::new("mkfifo").arg(&copied.path).status().unwrap();
    assert!(made.success());
    let place = office.stick.path().join("K");
    fs::create_dir(&place).unwrap();
    let to = place.join("Mudanza.ventanilla");
    let writing = std::thread::spawn({
        let copied = copied.clone();
        move || moving::write(&copied, &to, &Passphrase::new(PHRASE), "0.1.0")
    });
    let mut source = fs::File::options().write(true).open(&copied.path).unwrap();
    source.write_all(&bytes[..bytes.len() / 2]).unwrap();
    let pulled = office.stick.path().join("pulled");
    fs::rename(&place, &pulled).unwrap();
    source.write_all(&bytes[bytes.len() / 2..]).unwrap();
    drop(source);
    assert_eq!(writing.join().unwrap(), Err(NotMoved::Place(PlaceError::Gone)));
    for name in files(&pulled) {
        assert!(name.ends_with(".sin-verificar"), "{name}");
    }
}
