//! Hoy: all that it asks of the register (goal 16 ms, a frame), each of its lists, and the key that shows it until the
//! view is laid out. Beside it a walk through every movement, which is what it would take without the lists.

mod campus;
#[allow(dead_code, reason = "the tests' own keys")]
#[path = "../driver/key.rs"]
mod key;
mod ruler;
mod stage;

use std::time::Duration;

use key::Stroke;
use ruler::{Goal, Times, row, timed};
use stage::Stage;
use ventanilla::desk::Desk;
use ventanilla::domain::filter::Filter;

const ROUNDS: usize = 60;
const FRAME: Goal = Goal::Median(Duration::from_millis(16));

fn main() {
    if !ruler::is_asked() {
        return;
    }
    stage::load_letters();
    for students in campus::SIZES {
        let folder = campus::of_its_own(students);
        ruler::head(&format!("{students} students: Hoy"));
        {
            let desk = Desk::open(folder.path(), campus::clock()).expect("the register opens");
            let today = || desk.look_at_today().expect("the register is sound");
            today();
            let read: Times = (0..ROUNDS).map(|_| timed(today).1).collect();
            row("all of Hoy, from the register", &read, &[FRAME]);
            for filter in Filter::ALL {
                let page = || desk.list(filter, "", 0, 50).expect("the register is sound");
                page();
                let times: Times = (0..ROUNDS).map(|_| timed(page).1).collect();
                let count = desk.count_of(filter).expect("the register is sound");
                row(
                    &format!("  the first page of «{}», {count}", filter.code()),
                    &times,
                    &[FRAME],
                );
            }
        }
        let bare = rusqlite::Connection::open(campus::file(folder.path())).expect("the file opens");
        let walk = || -> i64 {
            bare.query_row(
                "SELECT count(*) FROM movements WHERE +cut < '2026-11-18'",
                [],
                |row| row.get(0),
            )
            .expect("the file is sound")
        };
        walk();
        let walked: Times = (0..ROUNDS).map(|_| timed(walk).1).collect();
        row("beside: a walk through every movement", &walked, &[]);
        drop(bare);

        let mut stage = Stage::open(stage::machine(folder.path()));
        stage.settle();
        stage.paint();
        let mut keys = Times::default();
        for round in 0..ROUNDS {
            for named in ["Ctrl+2", "Ctrl+1"] {
                let stroke = Stroke::named(named);
                let struck = stage.strike(&stroke.pressed(false));
                stage.settle();
                stage.paint();
                stage.strike(&stroke.released());
                stage.settle();
                assert!(struck.was_heard, "nothing heard {named}");
                if named == "Ctrl+1" && round > 2 {
                    keys.add(struck.whole());
                }
            }
        }
        row("Ctrl+1 until the view is laid out", &keys, &[]);
    }
}
