//! A copy in the place of the register: what would be lost is told first, what was there is kept, work goes on.

mod day;

use std::fs;
use std::path::Path;

use day::Folder;
use day::{Day, Hand, first_run, juan, maria, person, prove};
use ventanilla::desk::restoring::{self, Present, Restored, Tried, Weighed};
use ventanilla::desk::{Clock, Desk, Explain, Refusal};
use ventanilla::domain::comparison::Subject;
use ventanilla::domain::settings::Topic;
use ventanilla::store::restore::RestoreError;
use ventanilla::store::{Copied, FILE_NAME, Kept, StoreError};

/// An office with María at 10:30, a copy of that, and what it did until 11:45: Juan registered, María's alta queued and her
/// phone written down, a setting changed.
struct Office {
    folder: Folder,
    hand: Hand,
    copied: Copied,
}

impl Office {
    fn new() -> Self {
        let folder = day::folder();
        let hand = Hand::at("2026-11-21 10:30");
        let mut desk = Desk::set_up(folder.path(), &first_run(), hand.clock()).unwrap();
        let maria_is = desk.enroll(&maria());
        let copied = desk.copy_now().unwrap().make().unwrap().copied;
        hand.move_to("2026-11-21 11:45");
        desk.enroll(&juan());
        desk.queue_alta(maria_is).unwrap();
        let mut with_phone = maria();
        with_phone.phone = "922 555 0142".into();
        desk.correct(maria_is, &with_phone.particulars(desk.today()).unwrap())
            .unwrap();
        desk.set(Topic::CampusName, "Plantel Peñasco").unwrap();
        Self { folder, hand, copied }
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn clock(&self) -> Clock {
        self.hand.clock()
    }

    fn open(&self) -> Desk {
        Desk::open(self.data(), self.clock()).unwrap()
    }

    fn restore(&self, desk: Desk, copy: &Path) -> Restored {
        let tried = desk.try_copy(copy).unwrap().run().unwrap();
        let kept = tried.keeping(self.hand.clock().now()).keep().unwrap();
        restoring::restore(Some(desk), tried, kept, &self.clock()).unwrap()
    }
}

fn weighed(tried: &Tried) -> &Weighed {
    match &tried.present {
        Present::Compared(weighed) => weighed,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_would_be_lost_is_told_by_kind_and_by_the_last_acts() {
    let office = Office::new();
    let desk = office.open();
    let tried = desk.try_copy(&office.copied.path).unwrap().run().unwrap();
    assert!(tried.is_vouched());
    let weighed = weighed(&tried);
    let (here, there) = (&weighed.comparison.here, &weighed.comparison.there);
    assert_eq!((here.students, there.students), (2, 1));
    assert_eq!(
        (weighed.comparison.acts_lost, weighed.comparison.acts_back),
        (4, 0)
    );
    assert_eq!(there.last_change, Some(day::at("2026-11-21 10:30")));
    let told: Vec<_> = weighed
        .comparison
        .tallies
        .iter()
        .map(|it| (it.subject, it.lost, it.changed))
        .collect();
    assert_eq!(
        told,
        [
            (Subject::Students, 1, 1),
            (Subject::Movements, 1, 0),
            (Subject::Settings, 0, 1)
        ]
    );
    assert_eq!(
        tried.differences(),
        [
            "Se perdería: 1 ficha, 1 movimiento.",
            "Quedaría como en la copia: 1 ficha, 1 ajuste."
        ]
    );
    assert_eq!(
        weighed.lost_acts,
        [
            "21 nov 11:45 · Lupita cambió un ajuste",
            "21 nov 11:45 · Lupita corrigió teléfono: 922 555 0142 · De la Cruz Núñez, María Fernanda",
            "21 nov 11:45 · Lupita preparó el alta para el corte del 30 nov 2026 · De la Cruz Núñez, María Fernanda",
            "21 nov 11:45 · Lupita registró la ficha · Hernández Muñoz, Juan Pablo",
        ]
    );
    assert!(weighed.back_acts.is_empty());
}

#[test]
fn after_a_restoration_one_works_on_and_nothing_is_lost_for_good() {
    let office = Office::new();
    let mut restored = office.restore(office.open(), &office.copied.path);
    assert_eq!(
        restored.said,
        "Se restauró una copia; la base anterior está guardada en Respaldo."
    );
    assert_eq!(
        restored.next,
        "Puede seguir trabajando. Lo hecho después del 21 nov 10:30 hay que volver a capturarlo."
    );
    let desk = &mut restored.desk;
    assert_eq!(desk.count_students().unwrap(), 1);
    assert_eq!(desk.campus().name, "Plantel Ejemplo");
    assert_eq!(desk.store().check().unwrap(), []);
    desk.enroll(&person("25230001", "Ana", "Luna", "Soto"));

    // Ctrl+Z takes back what was done since, and then says where the former register is.
    desk.undo().unwrap();
    let said = desk.undo().unwrap_err().explain().text;
    assert!(
        said.starts_with("Se restauró una copia; la base anterior está guardada en Respaldo."),
        "{said}"
    );
    desk.undo().unwrap();
    assert_eq!(desk.count_students().unwrap(), 0, "María, whom the copy held");
    desk.redo().unwrap();

    let Kept::Whole(kept) = &restored.kept else {
        panic!("{:?}", restored.kept)
    };
    assert_eq!(kept.report.students, 2);
    let candidates = restored.desk.copies_to_restore();
    assert!(candidates.iter().any(|it| it.path == kept.path && it.is_whole));
    assert_ne!(
        restored.desk.last_copy().unwrap().path,
        kept.path,
        "it is no copy of the work"
    );
    prove(kept);
    let back = office.restore(restored.desk, &kept.path);
    assert_eq!(back.desk.count_students().unwrap(), 2);
    assert_eq!(back.desk.campus().name, "Plantel Peñasco");
}

#[test]
fn every_copy_can_be_restored_compared_and_written_to() {
    let office = Office::new();
    prove(&office.copied);
    prove(&office.open().copy_now().unwrap().make().unwrap().copied);
}

#[test]
fn people_whom_both_sides_registered_since_are_not_taken_for_each_other() {
    let office = Office::new();
    let elsewhere = day::folder();
    let tried = restoring::Trial::new(elsewhere.path(), &office.copied.path, office.clock().now());
    let tried = tried.run().unwrap();
    let kept = tried.keeping(office.clock().now()).keep().unwrap();
    assert_eq!(kept, Kept::Nothing);
    let mut there = restoring::restore(None, tried, kept, &office.clock())
        .unwrap()
        .desk;
    there.enroll(&person("25230001", "Ana", "Luna", "Soto"));
    there.enroll(&person("25230002", "Eva", "Mora", "Ruiz"));
    let copied = there.copy_now().unwrap().make().unwrap().copied;

    // Here the second record is Juan's, there Ana's; María is María in both.
    let tried = office.open().try_copy(&copied.path).unwrap().run().unwrap();
    let weighed = weighed(&tried);
    let students = weighed
        .comparison
        .tallies
        .iter()
        .find(|it| it.subject == Subject::Students)
        .unwrap();
    assert_eq!((students.lost, students.back, students.changed), (1, 2, 1));
    assert_eq!(weighed.comparison.acts_back, 3);
    assert_eq!(
        weighed.back_acts[0],
        "21 nov 11:45 · Lupita registró la ficha · Mora Ruiz, Eva"
    );
}

#[test]
fn a_copy_that_is_only_looked_at_refuses_every_act_in_words() {
    let office = Office::new();
    let tried = office
        .open()
        .try_copy(&office.copied.path)
        .unwrap()
        .run()
        .unwrap();
    let mut copy = tried.look(office.clock()).unwrap();
    assert_eq!(copy.copy_of(), Some(day::at("2026-11-21 10:30")));
    assert_eq!(copy.count_students().unwrap(), 1);
    let maria_is = copy.find("25230457", 0).unwrap().rows[0].student.id;
    let refused = [
        copy.queue_alta(maria_is).map(drop).unwrap_err(),
        copy.register(&juan().particulars(copy.today()).unwrap())
            .map(drop)
            .unwrap_err(),
        copy.set(Topic::CampusName, "Plantel Ajeno")
            .map(drop)
            .unwrap_err(),
        copy.undo().map(drop).unwrap_err(),
        copy.repair().map(drop).unwrap_err(),
    ];
    for refusal in refused {
        assert_eq!(
            refusal.explain().text,
            "Está viendo la copia del 21 nov 2026 10:30: aquí no se guarda nada. Para trabajar, restaure una copia.",
            "{refusal:?}"
        );
    }
    copy.opened(maria_is).unwrap();
    copy.keep_draft("ficha:1", "{}".into()).unwrap();
    copy.wear(copy.appearance()).unwrap();
    assert_eq!(copy.copy_due(), None);
}

#[test]
fn a_damaged_register_is_kept_aside_and_what_it_held_is_not_guessed() {
    let office = Office::new();
    let damaged: Vec<u8> = (0..30_000_u32).map(|n| (n * 7 % 251) as u8).collect();
    fs::write(office.data().join(FILE_NAME), &damaged).unwrap();
    let refused = Desk::open(office.data(), office.clock()).unwrap_err();
    assert!(matches!(refused, Refusal::Store(StoreError::NotARegister(_))));

    let trial = restoring::Trial::new(office.data(), &office.copied.path, office.clock().now());
    let tried = trial.run().unwrap();
    assert!(matches!(tried.present, Present::Unreadable));
    let kept = tried.keeping(office.clock().now()).keep().unwrap();
    let restored = restoring::restore(None, tried, kept, &office.clock()).unwrap();
    assert_eq!(restored.desk.count_students().unwrap(), 1);
    assert_eq!(
        restored.said,
        "Se restauró una copia; el archivo dañado está guardado aparte, en la carpeta «copias»."
    );
    assert_eq!(
        restored.next,
        "Puede seguir trabajando. Lo hecho después del 21 nov 10:30 hay que volver a capturarlo."
    );
    let Kept::Aside(aside) = restored.kept else {
        panic!("{:?}", restored.kept)
    };
    assert_eq!(fs::read(aside).unwrap(), damaged);
}

#[test]
fn a_register_that_changed_since_it_was_kept_is_not_replaced() {
    let office = Office::new();
    let mut desk = office.open();
    let tried = desk.try_copy(&office.copied.path).unwrap().run().unwrap();
    let kept = tried.keeping(office.clock().now()).keep().unwrap();
    desk.enroll(&person("25230001", "Ana", "Luna", "Soto"));
    let refused = restoring::restore(Some(desk), tried, kept, &office.clock()).unwrap_err();
    assert!(matches!(refused.why, RestoreError::Outdated), "{:?}", refused.why);
    let mut desk = *refused.desk.expect("the desk is open again");
    assert_eq!(desk.count_students().unwrap(), 3);
    desk.enroll(&person("25230002", "Eva", "Mora", "Ruiz"));
}

#[test]
fn thinning_never_takes_what_was_replaced() {
    let office = Office::new();
    let restored = office.restore(office.open(), &office.copied.path);
    let Kept::Whole(kept) = &restored.kept else {
        panic!("{:?}", restored.kept)
    };
    let copies = office.data().join("copias");
    for year in 2027..2032 {
        office.hand.move_to(&format!("{year}-11-21 10:30"));
        restored.desk.copy_now().unwrap().make().unwrap();
    }
    ventanilla::store::thin_copies(&copies, "2040-01-01".parse().unwrap()).unwrap();
    assert!(kept.path.exists());
    prove(kept);
}
