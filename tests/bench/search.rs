//! One key in the search box, to the first 50 rows and their count: goal 1 ms in the middle, 5 ms at the worst
//! hundredth. Beside it, on the same file and from the same keys: what a `LIKE` scan takes, what full text ordered by
//! name takes, and what SQLite takes to hand over 50 whole rows that are known already.

mod campus;
mod ruler;

use std::time::Duration;

use ruler::{Goal, Times, row, timed};
use rusqlite::{Connection, OpenFlags, params};
use ventanilla::desk::Desk;
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::nss::Nss;
use ventanilla::domain::person_name::fold;

const GOALS: [Goal; 2] = [
    Goal::Median(Duration::from_millis(1)),
    Goal::P99(Duration::from_millis(5)),
];
/// How many people are looked for.
const PEOPLE: usize = 40;
/// How often all the keys are pressed, after once for warming up.
const ROUNDS: usize = 3;
/// Of how many keys the baselines see one.
const BESIDE: usize = 23;

/// What is in the search box after each key, by what is typed.
type Keys = Vec<(&'static str, Vec<String>)>;

fn main() {
    if !ruler::is_asked() {
        return;
    }
    for students in campus::SIZES {
        let folder = campus::folder(students);
        let desk = Desk::open(&folder, campus::clock()).expect("the register opens");
        let conn = Connection::open_with_flags(campus::file(&folder), OpenFlags::SQLITE_OPEN_READ_ONLY)
            .expect("it opens");
        let keys = keys(&conn, students);

        ruler::head(&format!("{students} students: key to 50 rows and count"));
        let whole = ours(&desk, &keys);
        beside(&desk, &conn, &keys, &whole);
        rest_of_the_window(&desk);
    }
}

fn ours(desk: &Desk, keys: &Keys) -> Times {
    let find = |typed: &str| timed(|| desk.find(typed, 0).expect("it can be read")).1;
    for typed in keys.iter().flat_map(|(_, typed)| typed) {
        find(typed);
    }
    let mut whole = Times::default();
    for (kind, typed) in keys {
        let mut times = Times::default();
        for _ in 0..ROUNDS {
            typed
                .iter()
                .map(|typed| find(typed))
                .for_each(|took| times.add(took));
        }
        row(kind, &times, &[]);
        whole.extend(&times);
    }
    row("all keys together", &whole, &GOALS);
    let mut slowest: Vec<_> = keys
        .iter()
        .flat_map(|(_, typed)| typed)
        .map(|typed| ((0..3).map(|_| find(typed)).min().unwrap_or_default(), typed))
        .collect();
    slowest.sort_unstable_by(|a, b| b.cmp(a));
    slowest.dedup_by(|a, b| a.1 == b.1);
    let slowest: Vec<String> = slowest
        .iter()
        .take(6)
        .map(|(took, typed)| format!("«{typed}» {}", ruler::millis(*took)))
        .collect();
    println!("  the slowest: {}", slowest.join(", "));
    whole
}

fn beside(desk: &Desk, conn: &Connection, keys: &Keys, whole: &Times) {
    let sample: Vec<&String> = keys
        .iter()
        .flat_map(|(_, typed)| typed)
        .filter(|typed| !typed.trim().is_empty())
        .step_by(BESIDE)
        .collect();
    let mut scan = Times::default();
    let mut full_text = Times::default();
    let mut again = Times::default();
    for typed in sample {
        scan.add(timed(|| by_scan(conn, typed)).1);
        full_text.add(timed(|| by_full_text(conn, typed)).1);
        again.add(timed(|| desk.find(typed, 0).expect("it can be read")).1);
    }
    row("beside: the same search on the keys of the next two", &again, &[]);
    row("beside: LIKE '%…%', ordered by name, and count(*)", &scan, &[]);
    row(
        "beside: full text, ordered by name, and count(*)",
        &full_text,
        &[],
    );
    let bare: Times = (0..500)
        .map(|start| timed(|| fifty_rows(conn, start * 5)).1)
        .collect();
    row("beside: 50 whole rows by their ids, nothing else", &bare, &[]);
    ruler::figure("LIKE / ours", format!("{:.1} ×", scan.ratio(&again)), "");
    ruler::figure(
        "full text / ours",
        format!("{:.1} ×", full_text.ratio(&again)),
        "",
    );
    let over = whole.median().as_secs_f64() / bare.median().as_secs_f64();
    ruler::figure("ours / 50 bare rows", format!("{over:.1} ×"), "");
}

/// What the window reads at each key besides.
fn rest_of_the_window(desk: &Desk) {
    let count: Times = (0..200)
        .map(|_| timed(|| desk.count_students().expect("it can be read")).1)
        .collect();
    row("the window, at each key too: how many there are", &count, &[]);
    let record: Times = (1..=200)
        .map(|id| {
            let id = StudentId(id * 13);
            timed(|| {
                let record = desk.record(id).expect("it is there");
                (record, desk.history(id, 50).expect("it can be read"))
            })
            .1
        })
        .collect();
    row("the window, at each key too: one record, history", &record, &[]);
    let everybody: Times = (0..100)
        .map(|_| timed(|| desk.find("", 0).expect("it can be read")).1)
        .collect();
    row("nothing typed: everybody", &everybody, &[]);
    let typo: Times = ["peres", "gonsalez", "hernandex", "gusman", "zzzzz"]
        .iter()
        .cycle()
        .take(25)
        .map(|typed| timed(|| desk.similar_surnames(typed).expect("it can be read")).1)
        .collect();
    row(
        "nobody found: surnames one letter away",
        &typo,
        &[Goal::Median(Duration::from_millis(50))],
    );
}

fn keys(conn: &Connection, students: usize) -> Keys {
    let mut dice = campus::Dice::new(7);
    let mut keys: Keys = [
        "a surname, letter by letter",
        "a second word: given name or surname",
        "a matrícula",
        "an NSS with its hyphens",
        "a CURP",
        "a word that nobody bears",
    ]
    .map(|kind| (kind, Vec::new()))
    .into();
    let mut statement = conn
        .prepare(
            "SELECT first_surname, given_names, coalesce(second_surname, first_surname), identifier,
                    coalesce(nss, '12180599990'), coalesce(curp, 'CUNF051130MPLRXRA2')
             FROM students WHERE id = ?1",
        )
        .expect("a statement");
    for person in 0..PEOPLE {
        let id = 1 + dice.below(students) as i64;
        let texts: [String; 6] = statement
            .query_row([id], |row| {
                Ok([
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                ])
            })
            .expect("a person");
        let [first, given, second, identifier, nss, curp] = texts;
        keys[0].1.extend(prefixes(&first, 1));
        let two_words = format!("{first} {}", if person % 2 == 0 { given } else { second });
        keys[1].1.extend(prefixes(&two_words, first.chars().count() + 2));
        keys[2].1.extend(prefixes(&identifier, 1));
        let nss = Nss::parse(&nss).map_or(nss, |nss| nss.grouped());
        keys[3].1.extend(prefixes(&nss, 1));
        keys[4].1.extend(prefixes(&curp.to_lowercase(), 1));
        keys[5].1.push(format!("{first}qw"));
    }
    keys
}

/// What stands in the box after each key, from the `from`-th on.
fn prefixes(text: &str, from: usize) -> impl Iterator<Item = String> {
    (from..=text.chars().count()).map(|length| text.chars().take(length).collect())
}

fn by_scan(conn: &Connection, typed: &str) -> (usize, i64) {
    let like = format!("%{}%", fold(typed));
    let rows = whole_rows(
        conn,
        "SELECT * FROM students WHERE search_words LIKE ?1 ORDER BY sort_key LIMIT 50",
        &like,
    );
    let count = conn
        .prepare_cached("SELECT count(*) FROM students WHERE search_words LIKE ?1")
        .and_then(|mut statement| statement.query_row([like], |row| row.get(0)))
        .expect("a count");
    (rows, count)
}

fn by_full_text(conn: &Connection, typed: &str) -> (usize, i64) {
    let words: Vec<String> = fold(typed)
        .split_whitespace()
        .map(|word| format!("\"{word}\" *"))
        .collect();
    let matching = words.join(" ");
    let rows = whole_rows(
        conn,
        "SELECT s.* FROM student_search f JOIN students s ON s.id = f.rowid
         WHERE student_search MATCH ?1 ORDER BY s.sort_key LIMIT 50",
        &matching,
    );
    let count = conn
        .prepare_cached("SELECT count(*) FROM student_search WHERE student_search MATCH ?1")
        .and_then(|mut statement| statement.query_row([matching], |row| row.get(0)))
        .expect("a count");
    (rows, count)
}

fn whole_rows(conn: &Connection, sql: &str, typed: &str) -> usize {
    let mut statement = conn.prepare_cached(sql).expect("a statement");
    let mut rows = statement.query([typed]).expect("rows");
    let mut read = 0;
    while let Some(row) = rows.next().expect("a row") {
        read += text_of(row);
    }
    read
}

fn fifty_rows(conn: &Connection, start: usize) -> usize {
    let mut statement = conn
        .prepare_cached("SELECT * FROM students WHERE id = ?1")
        .expect("a statement");
    (1..=50)
        .map(|id| {
            statement
                .query_row(params![(start + id) as i64], |row| Ok(text_of(row)))
                .unwrap_or_default()
        })
        .sum()
}

/// Takes every column out as a program would.
fn text_of(row: &rusqlite::Row<'_>) -> usize {
    (0..23)
        .map(|column| match row.get::<_, rusqlite::types::Value>(column) {
            Ok(rusqlite::types::Value::Text(text)) => text.len(),
            _ => 0,
        })
        .sum()
}
