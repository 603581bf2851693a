//! A cut of 5,000 movements: reviewed, closed, its files and lists written (goals: one second, a tenth of one). Beside
//! the closing stand the same lines put into bare tables, beside the files the same bytes written as they are. Each round
//! takes a register of its own.

mod campus;
mod ruler;

use std::path::{Path, PathBuf};
use std::time::Duration;

use ruler::{Goal, Times, figure, row, timed};
use rusqlite::{Connection, params};
use ventanilla::desk::{ClosedCut, Desk};
use ventanilla::domain::dispatch::DispatchLine;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::settings::Topic;

const MOVEMENTS: usize = 5_000;
const ROUNDS: usize = 5;

fn main() {
    if !ruler::is_asked() {
        return;
    }
    // The small campus has not so many.
    let students = campus::SIZES[1];
    let mut times: [Times; 7] = Default::default();
    for _ in 0..ROUNDS {
        for (all, took) in times.iter_mut().zip(round(students)) {
            all.add(took);
        }
    }
    let [review, close, both, bare_close, files, bare_files, list] = times;
    ruler::head(&format!("a cut of {MOVEMENTS} movements, {students} students"));
    row("reviewed", &review, &[]);
    row("closed, each movement copied into its envío", &close, &[]);
    let goal = Goal::Median(Duration::from_secs(1));
    row("reviewed and closed", &both, &[goal]);
    row(
        "beside: the same lines and states in bare tables",
        &bare_close,
        &[],
    );
    figure("closed / bare", format!("{:.2} ×", close.ratio(&bare_close)), "");
    let goal = Goal::Median(Duration::from_millis(100));
    row("its files of records", &files, &[goal]);
    row("beside: their bytes written as they are", &bare_files, &[]);
    row("its Relación, as pages", &list, &[]);
}

/// Review, close, both, bare, files, bare files, the pages of the list.
fn round(students: usize) -> [Duration; 7] {
    let folder = campus::of_its_own(students);
    let mut desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
    desk.set(Topic::Registros, "Z99-00000-32-0")
        .expect("it can be set");
    let cut = desk.next_cut();
    queue(&mut desk, students);
    let (review, reviewed) = timed(|| desk.review(cut).expect("it can be reviewed"));
    let ready = review.ready.len();
    assert!(ready >= MOVEMENTS, "{ready}");
    // What the closing does beside the review that it makes itself.
    let (just, closed) = timed(|| desk.close_cut(cut).expect("it can be closed"));
    let cut = just.cut;
    let close = closed.saturating_sub(reviewed);
    let mut written = Vec::new();
    let files = timed(|| {
        for envio in &cut.dispatches {
            let records = desk.records(&cut, envio).expect("they can be written");
            std::fs::write(path(folder.path(), written.len()), &records.bytes).expect("there is room");
            written.push(records.bytes);
        }
    })
    .1;
    let bare_files = timed(|| {
        for (at, bytes) in written.iter().enumerate() {
            std::fs::write(path(folder.path(), at), bytes).expect("there is room");
        }
    })
    .1;
    let list = timed(|| desk.closed_cut_document(&cut).expect("it can be laid out")).1;
    let bare = bare_close(&desk, folder.path(), &cut);
    [reviewed, close, closed, bare, files, bare_files, list]
}

fn path(folder: &Path, at: usize) -> PathBuf {
    folder.join(format!("envio-{at}.txt"))
}

/// Altas of the first who can have one, with numbers in order.
fn queue(desk: &mut Desk, students: usize) {
    let mut chosen = Vec::with_capacity(MOVEMENTS);
    for id in (1..=students as i64).map(StudentId) {
        let Ok(record) = desk.record(id) else { continue };
        let is_in_order = record
            .observations(ventanilla::domain::movement::MovementKind::Alta)
            .is_empty();
        let may = desk.may_queue(id, ventanilla::domain::movement::MovementKind::Alta);
        if is_in_order && may.is_ok() {
            chosen.push(id);
        }
        if chosen.len() == MOVEMENTS {
            break;
        }
    }
    desk.queue_marked(ventanilla::domain::movement::MovementKind::Alta, None, &chosen)
        .expect("they can be queued");
}

/// The same lines in a table with the same indexes, and the same states, without journal or rules, durable once.
fn bare_close(desk: &Desk, folder: &Path, cut: &ClosedCut) -> Duration {
    let lines: Vec<DispatchLine> = cut
        .dispatches
        .iter()
        .flat_map(|envio| desk.dispatch_lines(envio.id).expect("they can be read"))
        .collect();
    let path = folder.join("bare.db");
    let mut conn = Connection::open(&path).expect("a file");
    conn.pragma_update(None, "journal_mode", "WAL")
        .expect("a setting");
    conn.pragma_update(None, "synchronous", "FULL")
        .expect("a setting");
    conn.execute_batch(
        "CREATE TABLE movements (id INTEGER PRIMARY KEY, state TEXT);
         CREATE TABLE lines (id INTEGER PRIMARY KEY, number INTEGER, movement_id INTEGER UNIQUE, student_id INTEGER,
             identifier TEXT, nss TEXT, curp TEXT, name TEXT, career TEXT);
         CREATE INDEX by_nss ON lines (nss);
         CREATE INDEX by_student ON lines (student_id)",
    )
    .expect("tables");
    for line in &lines {
        conn.execute("INSERT INTO movements VALUES (?1, 'en_cola')", [line.movement.0])
            .expect("a row");
    }
    timed(|| {
        let tx = conn.transaction().expect("a transaction");
        {
            let mut insert = tx
                .prepare(
                    "INSERT INTO lines (number, movement_id, student_id, identifier, nss, curp, name, career)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )
                .expect("a statement");
            let mut update = tx
                .prepare("UPDATE movements SET state = 'en_envio' WHERE id = ?1")
                .expect("a statement");
            for line in &lines {
                insert
                    .execute(params![
                        line.number,
                        line.movement.0,
                        line.student.0,
                        line.identifier,
                        line.nss,
                        line.curp,
                        line.name.formal(),
                        line.career
                    ])
                    .expect("a row");
                update.execute([line.movement.0]).expect("a row");
            }
        }
        tx.commit().expect("a commit");
    })
    .1
}
