//! Killed while it brings a register of version 1 to the version of today.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use ventanilla::desk::Desk;
use ventanilla::store::{COPIES_FOLDER, FILE_NAME};

use crate::content::{Content, assert_same};
use crate::day::first_run;
use crate::moments::{Moments, rounds};
use crate::process::{console, kill_after, nothing, undisturbed};
use crate::{Twins, clock};

/// As version 1 left it: a campus of eight, a ninth student with an alta in the queue, and an alta that was undone.
const VERSION_1: &[u8] = include_bytes!("../fixtures/register-v1.db");
/// So many more, so that there is time to be killed in.
const MORE: u32 = 300;

/// A register of version 1.
fn old() -> Twins {
    Twins::of(|folder| {
        drop(Desk::set_up(folder, &first_run(), clock()).unwrap());
        fs::write(folder.join(FILE_NAME), VERSION_1).unwrap();
        let conn = Connection::open(folder.join(FILE_NAME)).unwrap();
        let copied: String = conn
            .query_row(
                "SELECT group_concat(name, ', ') FROM pragma_table_info('students')
                 WHERE name NOT IN ('id', 'identifier', 'search_words') AND name NOT GLOB 'curp*' AND name NOT GLOB 'nss*'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        // The same person over and over, but for the number, which the search finds too.
        let more = format!(
            "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {MORE})
             INSERT INTO students (identifier, search_words, curp_state, nss_state, {copied})
             SELECT printf('99%06d', n), printf(' julia nanez guemes 99%06d', n), 'sin_curp', 'sin_nss', {copied}
             FROM n, (SELECT * FROM students WHERE identifier = '26230099')"
        );
        conn.execute_batch(&more).unwrap();
    })
}

fn version(file: &Path) -> i64 {
    let conn = Connection::open(file).unwrap();
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap()
}

#[test]
fn a_killed_migration_leaves_the_old_register_or_the_new_one() {
    let old = old();
    let before = old.killed();
    let twins = old.again();
    let mut migrate = console(twins.spared.path(), &["verificar", "--reparar"]);
    let span = undisturbed(&mut migrate);
    let after = twins.spared();
    let kept = format!("{COPIES_FOLDER}/antes-de-migrar-v1.db");
    assert_same(&Content::of(&twins.spared.path().join(&kept)), &before, 0);

    let moments = Moments::new();
    let (mut old_ones, mut new_ones) = (0, 0);
    for round in 0..rounds() {
        let twins = old.again();
        let register = twins.killed.path().join(FILE_NAME);
        let mut migrate = console(twins.killed.path(), &["verificar", "--reparar"]);
        kill_after(&mut migrate, moments.within(span.mul_f64(1.05)), nothing);

        if version(&register) == 1 {
            old_ones += 1;
            assert_same(&twins.killed(), &before, round);
        } else {
            new_ones += 1;
            assert_same(&twins.killed(), &after, round);
            assert!(twins.killed.path().join(&kept).exists(), "round {round}");
        }
        // What bears the name of the copy is the copy.
        if twins.killed.path().join(&kept).exists() {
            assert_same(&Content::of(&twins.killed.path().join(&kept)), &before, round);
        }
        // The next start does the rest.
        drop(twins.reopen(round));
        assert_same(&twins.killed(), &after, round);
        assert_same(&Content::of(&twins.killed.path().join(&kept)), &before, round);
    }
    assert!(old_ones > 0, "none of {new_ones} was killed in time");
}
