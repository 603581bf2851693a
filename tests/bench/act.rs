//! One act, saved: a student registered, an alta queued, each beside a durable commit of one bare row on the same
//! disk with the same settings of SQLite. Goal: less than one and a half times as long. The two take turns.

mod campus;
mod ruler;

use std::path::Path;

use ruler::{Times, figure, row, timed, verdict};
use rusqlite::{Connection, params};
use ventanilla::desk::Desk;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::MovementKind;
use ventanilla::domain::student::{CurpRecord, Particulars};

const WARM_UP: usize = 20;
const ROUNDS: usize = 300;

fn main() {
    if !ruler::is_asked() {
        return;
    }
    for students in campus::SIZES {
        let folder = campus::of_its_own(students);
        let mut desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
        let bare = Bare::new(folder.path());
        let (newcomers, waiting) = newcomers(&desk, students);

        let mut act = |number: usize| -> [std::time::Duration; 4] {
            let student = &newcomers[number];
            let before = bare.commit(number);
            let (saved, register) = timed(|| desk.register(student).expect("nobody else is that person"));
            let between = bare.commit(number);
            let id = if number.is_multiple_of(2) {
                saved.id
            } else {
                waiting[number]
            };
            let queue = timed(|| desk.queue_alta(id)).1;
            [before, register, between, queue]
        };
        for number in 0..WARM_UP {
            act(number);
        }
        let taken: Vec<_> = (WARM_UP..WARM_UP + ROUNDS).map(act).collect();
        let column = |at: usize| -> Times { taken.iter().map(|row| row[at]).collect() };
        let [before, register, between, queue] = [0, 1, 2, 3].map(column);

        ruler::head(&format!(
            "{students} students: one act, journal and all, on the disk"
        ));
        row("beside: one bare row", &before, &[]);
        row("a student registered", &register, &[]);
        row("beside: one bare row", &between, &[]);
        row(
            "an alta queued (half of them of somebody just saved)",
            &queue,
            &[],
        );
        let (register, queue) = (register.ratio(&before), queue.ratio(&between));
        figure(
            "registered / bare",
            format!("{register:.2} ×"),
            &verdict(register, 1.5, " ×"),
        );
        figure(
            "queued / bare",
            format!("{queue:.2} ×"),
            &verdict(queue, 1.5, " ×"),
        );
    }
}

/// People who are not in the register yet, and some who are and wait for their alta.
fn newcomers(desk: &Desk, students: usize) -> (Vec<Particulars>, Vec<StudentId>) {
    const MANY: usize = WARM_UP + ROUNDS;
    let mut people = campus::People::of_seed(31);
    let newcomers = (students..students + MANY)
        .map(|number| {
            let mut person = people.person(number);
            let reader = desk.store().reader();
            if let Some(curp) = person.curp.text()
                && reader
                    .holder_of_curp(curp, None)
                    .expect("it can be read")
                    .is_some()
            {
                person.curp = CurpRecord::None;
            }
            person
        })
        .collect();
    let waiting = (1..=students as i64)
        .map(StudentId)
        .filter(|id| desk.may_queue(*id, MovementKind::Alta).is_ok())
        .take(MANY)
        .collect();
    (newcomers, waiting)
}

/// A file with one table and nothing else.
struct Bare(Connection);

impl Bare {
    fn new(folder: &Path) -> Self {
        let conn = Connection::open(folder.join("bare.db")).expect("a file");
        conn.pragma_update(None, "journal_mode", "WAL")
            .expect("a setting");
        conn.pragma_update(None, "synchronous", "FULL")
            .expect("a setting");
        conn.execute_batch(
            "CREATE TABLE rows (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL) STRICT",
        )
        .expect("a table");
        Self(conn)
    }

    fn commit(&self, number: usize) -> std::time::Duration {
        let sql = "INSERT INTO rows (at, text) VALUES (?1, ?2)";
        let mut statement = self.0.prepare_cached(sql).expect("a statement");
        let text = format!("Hernández Hernández, María Guadalupe {number}");
        timed(|| statement.execute(params![campus::now(), text]).expect("a commit")).1
    }
}
