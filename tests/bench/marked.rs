//! An act on 500 marked students (goal 300 ms), and its undo; and the counts of every filter above the list (goal 16 ms,
//! a frame). Beside the act, on the same disk: as many bare rows of movements in one durable commit, with the same
//! indexes and nothing more.

mod campus;
mod ruler;

use std::time::Duration;

use ruler::{Goal, Times, row, timed};
use rusqlite::{Connection, params};
use ventanilla::desk::Desk;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::MovementKind;

const MARKED: usize = 500;
const ROUNDS: usize = 20;
const GOAL: Goal = Goal::Median(Duration::from_millis(300));
const FRAME: Goal = Goal::Median(Duration::from_millis(16));

fn main() {
    if !ruler::is_asked() {
        return;
    }
    for students in campus::SIZES {
        let folder = campus::of_its_own(students);
        let mut desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
        let marked: Vec<StudentId> = (1..=students as i64)
            .map(StudentId)
            .filter(|id| desk.may_queue(*id, MovementKind::Alta).is_ok())
            .take(MARKED)
            .collect();
        let bare = bare(folder.path(), students);

        let (mut queue, mut undo, mut rows) = (Times::default(), Times::default(), Times::default());
        for round in 0..ROUNDS {
            rows.add(timed(|| commit(&bare, &marked, round)).1);
            let queued = timed(|| desk.queue_marked(MovementKind::Alta, None, &marked));
            queued.0.expect("they may be queued");
            queue.add(queued.1);
            undo.add(timed(|| desk.undo().expect("it can be undone")).1);
        }
        let counts: Times = (0..ROUNDS)
            .map(|_| {
                timed(|| Filter::ALL.map(|filter| desk.count_of(filter).expect("the register is sound"))).1
            })
            .collect();

        ruler::head(&format!(
            "{students} students: {} of them marked, altas for all in one act",
            marked.len()
        ));
        row("beside: as many bare rows in one commit", &rows, &[]);
        row("the act, journal and all, on the disk", &queue, &[GOAL]);
        row("its undo", &undo, &[GOAL]);
        row("the counts of every filter", &counts, &[FRAME]);
    }
}

/// A copy of the register as mere tables.
fn bare(folder: &std::path::Path, students: usize) -> Connection {
    let path = folder.join("bare.db");
    std::fs::copy(campus::file(&campus::folder(students)), &path).expect("there is room for it");
    let conn = Connection::open(path).expect("a file");
    for (setting, value) in [("journal_mode", "WAL"), ("synchronous", "FULL")] {
        conn.pragma_update(None, setting, value).expect("a setting");
    }
    conn
}

fn commit(conn: &Connection, students: &[StudentId], round: usize) {
    let transaction = conn.unchecked_transaction().expect("nobody else writes");
    {
        let sql = "INSERT INTO movements (student_id, kind, cut, state, queued_on, cancellation)
                   VALUES (?1, 'alta', ?2, 'cancelada', '2026-11-21', 'retirada')";
        let mut statement = transaction.prepare_cached(sql).expect("a statement");
        let cut = format!("2027-{:02}-16", round % 12 + 1);
        for student in students {
            statement.execute(params![student.0, cut]).expect("a row");
        }
    }
    transaction.commit().expect("a commit");
}
