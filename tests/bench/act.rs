//! One act, saved: a student registered, an alta queued. Beside each, on the same disk with the same settings of SQLite,
//! what no program that keeps such rows can do without: the same kind of row, durable, in a table with the same indexes,
//! and nothing more (no act, no journal, no rules). Goal: less than one and a half times as long. The smallest commit
//! there is, one short row in a table without any index, stands there too, to tell what the disk alone takes. All take
//! turns.

mod campus;
mod ruler;

use std::path::Path;
use std::time::Duration;

use ruler::{Times, figure, row, timed, verdict};
use rusqlite::{Connection, Params, params};
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
        let bare = Bare::new(folder.path(), students);
        let (newcomers, waiting) = newcomers(&desk, students);

        let mut act = |number: usize| -> [Duration; 5] {
            let student = &newcomers[number];
            let least = bare.commit_least(number);
            let bare_student = bare.commit_student(number);
            let (saved, register) = timed(|| desk.register(student).expect("nobody else is that person"));
            let id = if number.is_multiple_of(2) {
                saved.id
            } else {
                waiting[number]
            };
            let bare_movement = bare.commit_movement(number);
            let queue = timed(|| desk.queue_alta(id)).1;
            [least, bare_student, register, bare_movement, queue]
        };
        for number in 0..WARM_UP {
            act(number);
        }
        let taken: Vec<_> = (WARM_UP..WARM_UP + ROUNDS).map(act).collect();
        let column = |at: usize| -> Times { taken.iter().map(|row| row[at]).collect() };
        let [least, bare_student, register, bare_movement, queue] = [0, 1, 2, 3, 4].map(column);

        ruler::head(&format!(
            "{students} students: one act, journal and all, on the disk"
        ));
        row("beside: one short row, no index", &least, &[]);
        row("beside: one bare row of a student", &bare_student, &[]);
        row("a student registered", &register, &[]);
        row("beside: one bare row of a movement", &bare_movement, &[]);
        row(
            "an alta queued (half of them of somebody just saved)",
            &queue,
            &[],
        );
        let over = |name: &str, ratio: f64| figure(name, format!("{ratio:.2} ×"), &verdict(ratio, 1.5, " ×"));
        over(
            "registered / bare row of a student",
            register.ratio(&bare_student),
        );
        over("queued / bare row of a movement", queue.ratio(&bare_movement));
        for (name, times) in [("registered", &register), ("queued", &queue)] {
            figure(
                &format!("{name} / one short row, no index"),
                format!("{:.2} ×", times.ratio(&least)),
                "(the disk's floor)",
            );
        }
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

/// A copy of the register as mere tables: nothing writes there but the statements below.
struct Bare {
    conn: Connection,
    people: Vec<Particulars>,
}

impl Bare {
    fn new(folder: &Path, students: usize) -> Self {
        let path = folder.join("bare.db");
        std::fs::copy(campus::file(&campus::folder(students)), &path).expect("there is room for it");
        let conn = Connection::open(path).expect("a file");
        conn.pragma_update(None, "journal_mode", "WAL")
            .expect("a setting");
        conn.pragma_update(None, "synchronous", "FULL")
            .expect("a setting");
        conn.execute_batch(
            "DROP TRIGGER search_due_insert;
             CREATE TABLE rows (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL) STRICT",
        )
        .expect("a table");
        let mut people = campus::People::of_seed(32);
        let people = (0..WARM_UP + ROUNDS)
            .map(|number| people.person(students + number))
            .collect();
        Self { conn, people }
    }

    fn commit_least(&self, number: usize) -> Duration {
        let text = format!("Hernández Hernández, María Guadalupe {number}");
        self.commit(
            "INSERT INTO rows (at, text) VALUES (?1, ?2)",
            params![campus::now(), text],
        )
    }

    fn commit_student(&self, number: usize) -> Duration {
        let person = &self.people[number];
        let name = &person.name;
        let identifier = person.identifier.as_str();
        self.commit(
            "INSERT INTO students (identifier, identifier_kind, given_names, first_surname, second_surname, curp,
                 curp_state, sex, birth_date, birthplace, career, semester, period, standing, nss, nss_state, email, phone,
                 sort_key, search_words)
             VALUES (?1, 'control', ?2, ?3, ?4, ?5, 'por_confirmar', 'M', '2006-05-14', 'VZ', ?6, 3, 'AGO-DIC 2026',
                 'inscrito', ?7, 'por_confirmar', ?8, '9222027335', ?9, ?10)",
            params![
                identifier,
                name.given(),
                name.first_surname(),
                name.second_surname(),
                format!("RASA060514MVZMT{number:03}"),
                person.career,
                format!("481906{number:05}"),
                person.email,
                name.sort_key(),
                format!(" {} {}", name.sort_key(), identifier.to_lowercase()),
            ],
        )
    }

    fn commit_movement(&self, number: usize) -> Duration {
        self.commit(
            "INSERT INTO movements (student_id, kind, cut, state, queued_on)
             SELECT id, 'alta', '2026-11-30', 'en_cola', '2026-11-21' FROM students WHERE identifier = ?1",
            params![self.people[number].identifier.as_str()],
        )
    }

    fn commit(&self, sql: &str, values: impl Params) -> Duration {
        let mut statement = self.conn.prepare_cached(sql).expect("a statement");
        timed(|| statement.execute(values).expect("a commit")).1
    }
}
