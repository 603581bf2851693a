//! What goes out comes back: every list that is exported can be imported again without loss.

mod day;

use std::sync::Arc;

use day::{Day, Hand, at, juan, maria, person};
use proptest::prelude::*;
use ventanilla::desk::import::{Importing, unwatched};
use ventanilla::desk::{Desk, Listing, SheetFormat, demo};
use ventanilla::domain::clinic::{Agregado, Assignment, ClinicKey, ClinicSource, Room, Seen, Shift};
use ventanilla::domain::entry::Entry;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::import::{ImportKind, Verdict};
use ventanilla::domain::sex::Sex;
use ventanilla::domain::student::{NssState, Standing, Student};
use ventanilla::exchange::{columns, workbook};
use ventanilla::store::{ActKind, Medium, Stamp, Store, StoreError};

fn everybody() -> Listing {
    Listing::Students {
        filter: Filter::All,
        typed: String::new(),
    }
}

/// The file that an export writes.
fn exported(desk: &mut Desk, list: &Listing, format: SheetFormat) -> Vec<u8> {
    let mut file = Vec::new();
    desk.export(list, format, |name, bytes| {
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
fn assert_comes_back(desk: &mut Desk, format: SheetFormat) {
    let file = exported(desk, &everybody(), format);
    let name = "lista";
    let own = planned(desk, name, &file);
    let counts = own.plan().counts();
    assert_eq!(
        (counts.same, counts.held),
        (counts.rows, 0),
        "in its own register it is news to nobody: {:#?}",
        own.plan()
            .rows
            .iter()
            .filter(|row| row.verdict != Verdict::Same)
            .map(|row| (row.number, &row.differences, &row.doubts))
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
    assert_comes_back(&mut desk, SheetFormat::Xlsx);
    assert_comes_back(&mut desk, SheetFormat::Csv);
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
fn strange_register() -> (day::Folder, Desk) {
    let folder = day::folder();
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
    assert_comes_back(&mut desk, SheetFormat::Xlsx);
    assert_comes_back(&mut desk, SheetFormat::Csv);
}

#[test]
fn the_movements_of_a_cut_come_back_as_who_they_are_of() {
    let mut desk = demo::in_memory(400, 7, Hand::at("2026-11-21 10:30").clock()).unwrap();
    let cut = Listing::Cut(desk.next_cut());
    let waiting = desk.size_of(&cut).unwrap() as usize;
    assert!(waiting > 0);
    let file = exported(&mut desk, &cut, SheetFormat::Xlsx);
    let importing = planned(&desk, "Relación corte.xlsx", &file);
    assert_eq!(
        importing.sheet().kind,
        ImportKind::Altas,
        "no list of ours asks for bajas"
    );
    let counts = importing.plan().counts();
    assert_eq!((counts.same, counts.to_queue), (waiting, 0));
}

#[test]
fn a_workbook_tells_what_it_is_and_its_code_opens_the_list_again() {
    let mut desk = demo::in_memory(60, 1, Hand::at("2026-11-21 10:30").clock()).unwrap();
    let list = Listing::Students {
        filter: Filter::WithoutNss,
        typed: "ma".into(),
    };
    let mut name = String::new();
    let exported = desk
        .export(&list, SheetFormat::Xlsx, |named, _| {
            name = named.to_owned();
            Ok(named.into())
        })
        .unwrap();
    let folio = exported.folio.unwrap();
    assert_eq!(name, format!("Relación sin nss 2026-11-21 {folio}.xlsx"));
    let entry = desk.store().reader().roster_by_folio(&folio).unwrap().unwrap();
    assert_eq!(entry.medium, Medium::Xlsx { folio: folio.clone() });

    let mut file = Vec::new();
    desk.export(&list, SheetFormat::Xlsx, |named, bytes| {
        file = bytes.to_vec();
        Ok(named.into())
    })
    .unwrap();
    let book = workbook::read_bytes(&name, &file).unwrap();
    let told: Vec<String> = book.sheets[1]
        .rows
        .iter()
        .map(|row| {
            let texts: Vec<&str> = row.iter().map(|cell| cell.text.as_str()).collect();
            texts.join(": ")
        })
        .collect();
    assert_eq!(told[1], "Lista: Relación de estudiantes");
    assert!(
        told[2].starts_with("Filtro: Inscritos sin NSS · búsqueda «ma» · "),
        "{told:#?}"
    );
    assert_eq!(told[4..6], ["Fecha: 21 nov 2026 10:30", "Hecha por: Lupita"]);
    let code = told[7].strip_prefix("Código: ").unwrap();
    assert_eq!(desk.list_of_code(code).unwrap(), Some(list));
}

#[test]
fn what_other_offices_filled_in_is_understood_without_a_question() {
    let desk = day::desk();
    let book = workbook::read_bytes("plantilla.xlsx", &desk.template().unwrap()).unwrap();
    let heads: Vec<&str> = book.sheets[0].rows[0]
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    let columns = columns::recognise(&heads);
    assert!(
        columns.iter().all(Option::is_some),
        "{:?}",
        heads.iter().zip(&columns).collect::<Vec<_>>()
    );
    assert_eq!(
        columns::likely_kind(&columns.into_iter().flatten().collect::<Vec<_>>(), "plantilla"),
        ImportKind::Altas
    );
    let line = |cells: &[&str]| cells.join("\t");
    let filled = [
        line(&heads),
        line(&[
            "25230457",
            "de la Cruz",
            "Núñez",
            "María Fernanda",
            "CUNF051130MPLRXRA2",
            "12180599990",
            "Mujer",
            "30/11/2005",
            "Puebla",
            "Ingeniería Industrial",
            "3",
            "Inscrito",
            "maria@plantel.example",
            "922 555 0142",
            "36",
            "sí",
        ]),
    ];
    let pasted = workbook::read_pasted(&filled.join("\n")).unwrap();
    let mut importing = desk.begin_import("plantilla", Arc::new(pasted)).unwrap();
    desk.plan_import(&mut importing, &mut unwatched).unwrap();
    let row = &importing.plan().rows[0];
    assert_eq!((row.verdict, row.doubts.len()), (Verdict::New, 0), "{row:#?}");
    let saved = &row.effect.as_ref().unwrap();
    assert_eq!(saved.prior_alta, Some(desk.today()));
    assert_eq!(saved.after.birth_date, "2005-11-30".parse().ok());
}

fn text() -> impl Strategy<Value = String> {
    // What people type, and what they had better not.
    "[=+@']?[A-Za-zÑñáü]{3}[A-Za-zÑñáéíóúü.' -]{0,12}"
}

fn odd_person(number: usize) -> impl Strategy<Value = Entry> {
    let identity = (text(), text(), text(), any::<bool>());
    let contact = ("(\\+52 )?922 555 01[0-9]{2}", "[=+@a-z]{1,6}@plantel[.]example");
    let numbers = (
        any::<bool>(),
        "[0-9]{9,12}|[A-Z]{4}[0-9]{6}",
        any::<bool>(),
        "[0-9A-Z]{17,18}",
    );
    // Doubled spaces become one when they come back.
    let career = "[=+@-]?[A-ZÑ][a-z]{3}[a-zñ.;,\"]{1,8}( [a-z]{1,6}){0,2}";
    let school = (0..5usize, 1..16u8, career, "2026-1[01]-0[1-9]");
    (identity, contact, numbers, school).prop_map(move |(identity, contact, numbers, school)| {
        let (given, first, second, alone) = identity;
        let (phone, email) = contact;
        let (with_nss, nss, with_curp, curp) = numbers;
        let (standing, semester, career, day) = school;
        Entry {
            phone,
            email,
            nss: if with_nss { nss } else { String::new() },
            nss_state: if with_nss {
                Some(NssState::Doubtful)
            } else {
                Some(NssState::InProcess)
            },
            nss_on: if with_nss { String::new() } else { day },
            curp: if with_curp { curp } else { String::new() },
            standing: Some(Standing::ALL[standing]),
            semester: semester.to_string(),
            career,
            ..person(
                &format!("252300{number:02}"),
                &format!("{given} Ana"),
                if alone { "" } else { &first },
                if alone { "" } else { &second },
            )
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn export_then_import_is_identity(people in (0..6usize).map(odd_person).collect::<Vec<_>>()) {
        let mut desk = day::desk();
        for entry in people {
            if let Ok(particulars) = entry.particulars(desk.today()) {
                // A number that somebody else has is refused, as it should be.
                let _ = desk.register(&particulars);
            }
        }
        for format in [SheetFormat::Xlsx, SheetFormat::Csv] {
            assert_comes_back(&mut desk, format);
        }
    }
}
