//! What goes out comes back: every list that is exported can be imported again without loss.

mod day;

use std::sync::Arc;

use day::{Day, Hand, at, juan, maria, person};
use ventanilla::desk::import::{Importing, unwatched};
use ventanilla::desk::{Desk, Listing, demo};
use ventanilla::domain::clinic::{Agregado, Assignment, ClinicKey, ClinicSource, Room, Seen, Shift};
use ventanilla::domain::entry::Entry;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::sex::Sex;
use ventanilla::domain::student::{NssState, Standing, Student};
use ventanilla::exchange::workbook;
use ventanilla::store::{ActKind, Stamp, Store, StoreError};

fn everybody() -> Listing {
    Listing::Students {
        filter: Filter::All,
        typed: String::new(),
    }
}

/// The file that an export writes.
fn exported(desk: &mut Desk, list: &Listing) -> Vec<u8> {
    let mut file = Vec::new();
    desk.export(list, |name, bytes| {
        file = bytes.to_vec();
        Ok(name.into())
    })
    .unwrap();
    file
}

fn planned(desk: &Desk, name: &str, file: &[u8]) -> Importing {
    let workbook = workbook::read_bytes(name, file).unwrap();
    let mut importing = desk.begin_import(name, Arc::new(workbook)).unwrap();
    desk.plan_import(&mut importing, &mut unwatched).unwrap();
    importing
}

/// All that a record holds, whatever its number in the register.
fn records(desk: &Desk) -> Vec<String> {
    let ventanilla::desk::Rows::Students(rows) = desk.rows_of(&everybody()).unwrap() else {
        unreachable!("it is a list of students");
    };
    let mut records: Vec<String> = rows
        .into_iter()
        .map(|row| {
            let Student {
                particulars,
                assignment,
                prior_alta,
                ..
            } = row.student;
            format!("{particulars:?} {assignment:?} {prior_alta:?}")
        })
        .collect();
    records.sort();
    records
}

/// Takes a list out of one register and into an empty one; back in its own it changes nothing.
#[track_caller]
fn assert_comes_back(desk: &mut Desk, name: &str) {
    let file = exported(desk, &everybody());
    let own = planned(desk, name, &file);
    let counts = own.plan().counts();
    assert_eq!(
        (counts.same, counts.held),
        (counts.rows, 0),
        "in its own register it is news to nobody: {:#?}",
        own.plan()
            .rows
            .iter()
            .filter(|row| row.verdict.code() != "igual")
            .take(3)
            .collect::<Vec<_>>()
    );

    let mut empty = day::desk();
    let mut importing = planned(&empty, name, &file);
    let held: Vec<_> = importing
        .plan()
        .rows
        .iter()
        .filter(|row| row.held_by().is_some())
        .collect();
    assert!(held.is_empty(), "{held:#?}");
    empty.save_import(&mut importing, false, &mut unwatched).unwrap();
    for (came, went) in records(&empty).iter().zip(&records(desk)) {
        assert_eq!(came, went);
    }
    assert_eq!(records(&empty).len(), records(desk).len());
}

#[test]
fn a_whole_campus_comes_back() {
    let mut desk = demo::in_memory(400, 7, Hand::at("2026-11-21 10:30").clock()).unwrap();
    assert_comes_back(&mut desk, "todos.csv");
}

/// People whose papers are as strange as papers get.
fn strange() -> Vec<Entry> {
    vec![
        Entry {
            phone: "+52 922 555 0142".into(),
            email: "=cmd@plantel.example".into(),
            ..person("25230001", "=Ana", "+Luna", "-Ríos")
        },
        Entry {
            nss: "00217030001".into(),
            nss_state: Some(NssState::Doubtful),
            curp: "HEMJ040315HVZRXNA7".into(),
            ..person("25230002", "Federico", "", "")
        },
        Entry {
            nss_state: Some(NssState::InProcess),
            nss_on: "2026-11-03".into(),
            standing: Some(Standing::TemporaryLeave),
            period: String::new(),
            semester: "13".into(),
            ..person("P20260001", "José", "Peña", "")
        },
        Entry {
            birth_date: "2006-01-01".into(),
            birthplace: "Nacido en el extranjero".into(),
            sex: Some(Sex::NonBinary),
            career: "Ing. de \"todo\", y; más".into(),
            period: "VERANO 2026".into(),
            ..person("178E0001", "Ma. de los Ángeles", "D'Acosta", "Mac Gregor")
        },
        // What a sheet of somebody else would be asked about: the record has it so, and somebody saw it.
        Entry {
            birth_date: "2004-03-25".into(),
            sex: Some(Sex::Woman),
            curp: "PEDJ991231HVZXMS04".into(),
            nss: "3190412340".into(),
            nss_state: Some(NssState::Doubtful),
            ..person("25230004", "José", "Peña", "Domínguez")
        },
        Entry {
            nss: "HEMJ040315HVZRXNB6".into(),
            nss_state: Some(NssState::Doubtful),
            curp: "48190600429".into(),
            phone: "922 202 7335 ext. 311".into(),
            email: "NO TIENE".into(),
            ..person("25230005", "NA", "DE LA O", "")
        },
        Entry {
            nss: "02040500015".into(),
            nss_state: Some(NssState::Doubtful),
            period: "ENE-JUN 2025".into(),
            standing: Some(Standing::Graduated),
            birthplace: "Veracruz".into(),
            ..person("25230006", "Ana Luna Ríos", "Luna", "Ríos")
        },
        // The NSS and the CURP of somebody else, with the reason.
        Entry {
            nss: juan().nss,
            nss_shared: "Así vienen las dos constancias".into(),
            nss_state: Some(NssState::Doubtful),
            curp: juan().curp,
            curp_shared: "Hermanos; se aclara en el RENAPO".into(),
            ..person("24TE0112", "Juan Pablo", "Hernández", "Muñoz")
        },
    ]
}

/// A register with them, with a clinic of another delegación and somebody who was affiliated before.
fn strange_register() -> (tempfile::TempDir, Desk) {
    let folder = tempfile::tempdir().unwrap();
    let hand = Hand::at("2026-11-21 10:30");
    let mut desk = Desk::set_up(folder.path(), &day::first_run(), hand.clock()).unwrap();
    let maria = desk.enroll(&day::confirmed(maria(), "2026-10-02"));
    desk.enroll(&juan());
    for entry in strange() {
        desk.enroll(&entry);
    }
    let assignment = Assignment {
        clinic: ClinicKey::read("31/36", None).ok(),
        shift: Some(Shift::Other("jornada acumulada".into())),
        room: Room::read("b-4").ok(),
        agregado: Agregado::read("1F2005ES").ok(),
        seen: Some(Seen {
            source: ClinicSource::Carnet,
            on: "2026-09-30".parse().unwrap(),
        }),
    };
    desk.assign(maria, &assignment, None).unwrap();
    drop(desk);
    affiliate(folder.path(), maria);
    let desk = Desk::open(folder.path(), hand.clock()).unwrap();
    (folder, desk)
}

fn affiliate(folder: &std::path::Path, student: StudentId) {
    let mut store = Store::open(folder).unwrap();
    let stamp = Stamp {
        at: at("2026-11-21 10:30"),
        clerk: "Lupita".into(),
    };
    let done = store.transact(&stamp, ActKind::Edit, |tx| {
        tx.set_prior_alta(student, "2026-08-30".parse().ok())?;
        Ok::<_, StoreError>(())
    });
    done.unwrap();
}

#[test]
fn the_strangest_papers_come_back() {
    let (_folder, mut desk) = strange_register();
    assert_comes_back(&mut desk, "todos.csv");
}
