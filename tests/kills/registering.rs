//! Killed while it registers one after the other from a pipe.

use std::io::Write;
use std::process::{ChildStdin, Stdio};

use ventanilla::desk::Desk;

use crate::content::assert_same;
use crate::day::first_run;
use crate::moments::{Moments, rounds};
use crate::process::{console, kill_after};
use crate::{ROUNDS_OF_A_REGISTER, Twins, clock};

const LINE: [&str; 3] = ["registrar", "--json", "-"];
/// So many take as long as the longest round.
const MEASURED: u64 = 60;

/// The student of a number, as a line for the console.
fn line(number: u64) -> String {
    format!(
        r#"{{"matricula":"25{number:06}","nombres":"Ana Lucía","primer_apellido":"Luna","segundo_apellido":"Ñandú","carrera":"Ingeniería Química","correo":"a{number}@plantel.example"}}"#
    )
}

/// Writes students from a number on, until `up_to` or until nobody reads.
fn feed(mut input: ChildStdin, from: u64, up_to: u64) {
    for number in from..up_to {
        if writeln!(input, "{}", line(number)).is_err() {
            break;
        }
    }
}

/// Registers those of a twin that it lacks, in peace.
fn register_in_peace(folder: &std::path::Path, from: u64, up_to: u64) {
    let mut child = console(folder, &LINE)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    feed(child.stdin.take().unwrap(), from, up_to);
    assert!(child.wait().unwrap().success());
}

fn empty() -> Twins {
    Twins::of(|folder| drop(Desk::set_up(folder, &first_run(), clock()).unwrap()))
}

#[test]
fn a_killed_process_keeps_every_student_whom_it_acknowledged_and_no_other() {
    let empty = empty();
    let measured = empty.again();
    let begun = std::time::Instant::now();
    register_in_peace(measured.spared.path(), 0, MEASURED);
    let span = begun.elapsed();

    let moments = Moments::new();
    let (mut twins, mut kept, mut busy) = (empty.again(), 0, 0);
    for round in 0..rounds() {
        if round > 0 && round % ROUNDS_OF_A_REGISTER == 0 {
            (twins, kept) = (empty.again(), 0);
        }
        let killed = kill_after(
            &mut console(twins.killed.path(), &LINE),
            moments.within(span),
            move |input| feed(input, kept, u64::MAX),
        );
        assert!(killed.was_at_work, "round {round}");
        let acknowledged = killed
            .acknowledged
            .iter()
            .filter(|line| line.contains("\tok"))
            .count() as u64;
        busy += u32::from(acknowledged > 0);

        let found = twins.reopen(round).count_students().unwrap();
        // One more may have been saved, and its acknowledgement was killed.
        assert!(
            (kept + acknowledged..=kept + acknowledged + 1).contains(&found),
            "round {round}: {found} are there, of {kept} before and {acknowledged} acknowledged"
        );
        register_in_peace(twins.spared.path(), kept, found);
        assert_same(&twins.killed(), &twins.spared(), round);
        kept = found;
    }
    // On a busy computer many are killed in their first step, which is at work as well.
    assert!(busy > 0, "none was killed after something that it acknowledged");
}
