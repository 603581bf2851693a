//! A sheet of 10,000 answers, from the file to the register: read, planned, saved as one act. Beside the plan stands the
//! bare read of the same file by the library alone, beside the saving the same rows put into tables with the same indexes
//! and nothing more: no plan, no journal, no rules. Each round takes a register of its own.

#[path = "../sheets/answer.rs"]
mod answer;
mod campus;
mod ruler;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use answer::{Answer, HEADS};
use calamine::{Data, Reader, Xlsx};
use ruler::{Goal, Times, figure, row, timed, verdict};
use rusqlite::{Connection, params};
use rust_xlsxwriter::Workbook as Written;
use ventanilla::desk::Desk;
use ventanilla::desk::import::unwatched;
use ventanilla::domain::student::Particulars;
use ventanilla::exchange::workbook;

const ROWS: usize = 10_000;
/// Every fifth answer is of somebody who is registered; of those every fourth brings another telephone.
const KNOWN: usize = 5;
const CHANGED: usize = 4;
const ROUNDS: usize = 5;

fn main() {
    if !ruler::is_asked() {
        return;
    }
    if let Some((folder, file)) = asked_alone() {
        return import_alone(&folder, &file);
    }
    for students in campus::SIZES {
        let people = answering(students);
        let file = sheet(&people);
        let mut times: [Times; 6] = Default::default();
        for _ in 0..ROUNDS {
            for (all, took) in times.iter_mut().zip(round(students, &file, &people)) {
                all.add(took);
            }
        }
        let [bare_read, read, plan, both, bare_save, save] = times;
        ruler::head(&format!(
            "{ROWS} answers in XLSX ({} KB), {students} students",
            file.len() / 1024
        ));
        row("beside: the bare read of the file", &bare_read, &[]);
        row("read, each cell as text", &read, &[]);
        row("planned", &plan, &[]);
        let goal = Goal::Median(Duration::from_millis(400));
        row("read and planned", &both, &[goal]);
        let ratio = both.ratio(&bare_read);
        figure(
            "read and planned / bare read",
            format!("{ratio:.2} ×"),
            &verdict(ratio, 4.0, " ×"),
        );
        row("beside: the same rows put in unchecked", &bare_save, &[]);
        row(
            "saved as one act, altas and all",
            &save,
            &[Goal::Median(Duration::from_secs(1))],
        );
        figure(
            "saved / unchecked",
            format!("{:.2} ×", save.ratio(&bare_save)),
            "",
        );
        if let Some(most) = memory_alone(students, &file) {
            figure(
                "most memory of a program that does nothing else",
                format!("{most:.0} MB"),
                &verdict(most, 150.0, " MB"),
            );
        }
    }
}

/// What marks this program's own call of itself.
const ALONE: &str = "--alone";

/// The folder and the file, where this program was called to import and do nothing else.
fn asked_alone() -> Option<(PathBuf, PathBuf)> {
    let mut arguments = std::env::args_os().skip_while(|it| it != ALONE).skip(1);
    Some((arguments.next()?.into(), arguments.next()?.into()))
}

/// Reads, plans and saves, and tells the most memory that it took.
fn import_alone(folder: &Path, file: &Path) {
    let mut desk = Desk::open(folder, campus::clock()).expect("the register opens");
    let book = workbook::read(file).expect("it is a workbook");
    let mut importing = desk
        .begin_import("answers.xlsx", Arc::new(book))
        .expect("it begins");
    desk.plan_import(&mut importing, &mut unwatched)
        .expect("it is understood");
    desk.save_import(&mut importing, true, &mut unwatched)
        .expect("it is saved");
    println!("{}", ruler::memory("VmHWM").unwrap_or_default());
}

/// The most memory, in MB, that reading, planning and saving take in a process of their own.
fn memory_alone(students: usize, file: &[u8]) -> Option<f64> {
    let folder = campus::of_its_own(students);
    let path = folder.path().join("answers.xlsx");
    std::fs::write(&path, file).expect("there is room for it");
    let this = std::env::current_exe().expect("this program");
    let told = std::process::Command::new(this)
        .args(["--bench", ALONE])
        .args([folder.path(), &path])
        .output()
        .expect("it runs");
    String::from_utf8(told.stdout).ok()?.trim().parse().ok()
}

/// One register, one sheet: bare read, read, plan, both together, unchecked rows, saved.
fn round(students: usize, file: &[u8], people: &[Particulars]) -> [Duration; 6] {
    let folder = campus::of_its_own(students);
    let mut desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
    let bare_read = timed(|| bare_read(file)).1;
    let (book, read) = timed(|| workbook::read_bytes("answers.xlsx", file).expect("it is a workbook"));
    let ((mut importing, done), plan) = timed(|| {
        let mut importing = desk
            .begin_import("answers.xlsx", Arc::new(book))
            .expect("it begins");
        let done = desk
            .plan_import(&mut importing, &mut unwatched)
            .expect("it is understood");
        (importing, done)
    });
    assert!(done);
    let counts = importing.plan().counts();
    assert_eq!(counts.held, 0, "{:?}", importing.plan().causes());
    assert_eq!(counts.new, ROWS - ROWS / KNOWN);
    let bare_save = bare_save(folder.path(), students, people);
    // The copy before it is measured elsewhere.
    let copying = std::cell::Cell::new(Duration::ZERO);
    let begun = std::cell::Cell::new(None::<std::time::Instant>);
    let (imported, save) = timed(|| {
        desk.save_import(&mut importing, true, &mut |progress| {
            use ventanilla::desk::import::Progress;
            match progress {
                Progress::Copying => begun.set(Some(std::time::Instant::now())),
                Progress::Saving { done: 0, .. } => {
                    if let Some(begun) = begun.take() {
                        copying.set(begun.elapsed());
                    }
                }
                _ => {}
            }
            true
        })
        .expect("it is saved")
    });
    assert_eq!(imported.added, counts.new);
    [
        bare_read,
        read,
        plan,
        read + plan,
        bare_save,
        save.saturating_sub(copying.get()),
    ]
}

/// The library alone, each cell met once.
fn bare_read(file: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(file)).expect("it is a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    sheet
        .rows()
        .flatten()
        .filter(|cell| !matches!(cell, Data::Empty))
        .count()
}

/// The same rows in the tables of a register, without triggers, journal or rules, durable once.
fn bare_save(folder: &Path, students: usize, people: &[Particulars]) -> Duration {
    let path = folder.join("bare.db");
    std::fs::copy(campus::file(&campus::folder(students)), &path).expect("there is room for it");
    let mut conn = Connection::open(&path).expect("a file");
    conn.pragma_update(None, "journal_mode", "WAL")
        .expect("a setting");
    conn.pragma_update(None, "synchronous", "FULL")
        .expect("a setting");
    conn.execute_batch("DROP TRIGGER search_due_insert")
        .expect("a trigger");
    let took = timed(|| {
        let tx = conn.transaction().expect("a transaction");
        {
            let mut student = tx
                .prepare(
                    "INSERT INTO students (identifier, identifier_kind, given_names, first_surname, second_surname, curp,
                         curp_state, sex, birth_date, career, semester, period, standing, nss, nss_state, email, phone,
                         sort_key, search_words)
                     VALUES (?1, 'control', ?2, ?3, ?4, ?5, 'correcta', 'M', ?6, ?7, 3, 'AGO-DIC 2026', 'inscrito', ?8,
                         'capturado', ?9, '9222027335', ?10, ?11)",
                )
                .expect("a statement");
            let mut movement = tx
                .prepare(
                    "INSERT INTO movements (student_id, kind, cut, state, queued_on)
                     VALUES (?1, 'alta', '2026-11-30', 'en_cola', '2026-11-21')",
                )
                .expect("a statement");
            for person in people.iter().enumerate().filter(|(at, _)| at % KNOWN != 0).map(|(_, it)| it) {
                let name = &person.name;
                student
                    .execute(params![
                        person.identifier.as_str(),
                        name.given(),
                        name.first_surname(),
                        name.second_surname(),
                        person.curp.text(),
                        person.birth_date,
                        person.career,
                        person.nss.text(),
                        person.email,
                        name.sort_key(),
                        format!(" {} {}", name.sort_key(), person.identifier.as_str()),
                    ])
                    .expect("a row");
                movement.execute([tx.last_insert_rowid()]).expect("a row");
            }
        }
        tx.commit().expect("a commit");
    })
    .1;
    drop(conn);
    std::fs::remove_file(path).expect("it was made just now");
    took
}

/// Who answered: most of them new.
fn answering(students: usize) -> Vec<Particulars> {
    let folder = campus::of_its_own(students);
    let desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
    let reader = desk.store().reader();
    let mut people = campus::People::of_seed(77);
    let mut met = std::collections::HashSet::new();
    let mut known = (1..).map(ventanilla::domain::ids::StudentId).filter_map(|id| {
        let student = reader.student(id).expect("it can be read")?.particulars;
        // Answers that hold nothing: what this measures is work, not doubts.
        (student.curp.valid().is_some() && student.nss.trusted().is_some()).then_some(student)
    });
    let mut number = students;
    (0..ROWS)
        .map(|at| {
            if at % KNOWN == 0 {
                return known.next().expect("there are enough");
            }
            loop {
                let person = people.person(number);
                number += 1;
                let is_free = |text: Option<&str>, holder: &dyn Fn(&str) -> bool| {
                    text.is_some_and(|text| met.insert(text.to_owned()) && !holder(text))
                };
                let mut is_free = is_free;
                let curp = is_free(person.curp.valid().map(|it| it.as_str()), &|curp| {
                    reader
                        .holder_of_curp(curp, None)
                        .expect("it can be read")
                        .is_some()
                });
                let nss = curp
                    && is_free(person.nss.trusted().map(|it| it.as_str()), &|nss| {
                        reader.holder_of_nss(nss, None).expect("it can be read").is_some()
                    });
                if nss {
                    return person;
                }
            }
        })
        .collect()
}

/// Their answers as a form has them.
fn sheet(people: &[Particulars]) -> Vec<u8> {
    let mut book = Written::new();
    let sheet = book.add_worksheet();
    let mut put = |row: usize, column: usize, text: &str| {
        sheet
            .write_string(row as u32, column as u16, text)
            .expect("there is room for it");
    };
    for (column, head) in HEADS.iter().enumerate() {
        put(0, column, head);
    }
    for (at, person) in people.iter().enumerate() {
        let changes = at % (KNOWN * CHANGED) == 0;
        let name = &person.name;
        let surname = |surname: Option<&str>| surname.unwrap_or_default().to_uppercase();
        let answer = Answer {
            sent_at: format!("{:02}/11/2026 {:02}:{:02}:00", 1 + at % 20, at / 60 % 24, at % 60),
            email: person.email.clone().unwrap_or_default(),
            identifier: person.identifier.as_str().to_owned(),
            first_surname: surname(name.first_surname()),
            second_surname: surname(name.second_surname()),
            given_names: name.given().to_uppercase(),
            curp: person.curp.text().unwrap_or_default().to_owned(),
            nss: person.nss.text().unwrap_or_default().to_owned(),
            birth_date: person
                .birth_date
                .map(|date| date.format("%d/%m/%Y").to_string())
                .unwrap_or_default(),
            sex: person.sex.map(|sex| sex.code().to_string()).unwrap_or_default(),
            career: person.career.clone().unwrap_or_default(),
            semester: person.semester.map(|it| it.to_string()).unwrap_or_default(),
            phone: if changes {
                "9229999999".to_owned()
            } else {
                person.phone.clone().unwrap_or_default()
            },
        };
        for (column, cell) in answer.cells().iter().enumerate() {
            put(at + 1, column, cell);
        }
    }
    book.save_to_buffer().expect("a workbook")
}
