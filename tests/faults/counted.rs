//! The disk refuses what is written beyond a place, and the place is moved on until nothing is refused: save, import, close,
//! copy. The shell sets the limit, so that it takes nobody's rights; the program gets the fault of the system.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use chrono::NaiveDate;
use ventanilla::desk::{Desk, Explain, demo};
use ventanilla::store::{COPIES_FOLDER, FILE_NAME, copies};

use crate::day::Folder;

use crate::content::{Content, assert_same};
use crate::day::{Hand, first_run};

/// Blocks of a page of the register: the shell counts by 512 bytes.
const PAGE: usize = 8;
/// A shell that ignores the signal, so that the program gets the fault, and then becomes the program.
const LIMIT: &str = r#"trap '' XFSZ; ulimit -f "$1"; shift; exec "$@""#;

fn clock() -> ventanilla::desk::Clock {
    Hand::at("2026-11-21 10:30").clock()
}

/// How far the place moves on each time: a page, or several where there is no night for it.
fn stride(pages: usize) -> usize {
    let is_long = std::env::var("VENTANILLA_KILLS")
        .is_ok_and(|kills| kills.parse().is_ok_and(|kills: u32| kills >= 1_000));
    if is_long { PAGE } else { pages * PAGE }
}

/// Does `work` under a limit that grows until it is done; every time before that the register is what it was. Tells how
/// often it was refused.
fn move_on(folder: &Path, pages: usize, work: &Command, input: &str) -> usize {
    let register = folder.join(FILE_NAME);
    let before = Content::of(&register);
    for (refusals, blocks) in (0..).step_by(stride(pages)).enumerate() {
        let output = limited(work, blocks, input);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            !said.contains("panicked") && !said.contains("se detuvo"),
            "{blocks}: {said}"
        );
        let desk = Desk::open(folder, clock()).unwrap();
        assert_eq!(desk.store().check().unwrap(), [], "{blocks} blocks");
        drop(desk);
        assert_copies_are_whole(folder);
        if output.status.success() {
            return refusals;
        }
        assert_same(&Content::of(&register), &before, blocks as u32);
        // A line that was refused is told beside it, everything else on standard error.
        let told = format!("{said}{}", String::from_utf8_lossy(&output.stdout));
        assert!(
            ["no se guardó", "No se puede escribir", "No se pudo", "dañado"]
                .iter()
                .any(|words| told.contains(words)),
            "{blocks} blocks: {told}"
        );
    }
    unreachable!("it is done some time")
}

fn limited(work: &Command, blocks: usize, input: &str) -> Output {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", LIMIT, "sh", &blocks.to_string()])
        .arg(work.get_program())
        .args(work.get_args());
    for (name, value) in work.get_envs() {
        shell.env(name, value.unwrap_or_default());
    }
    let mut child = shell
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // What doesn't read it has a reason.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// What has the name and the manifest of a copy is one.
fn assert_copies_are_whole(folder: &Path) {
    for copied in copies(&folder.join(COPIES_FOLDER)).unwrap_or_default() {
        let room = crate::day::folder();
        std::fs::copy(&copied.path, room.path().join(FILE_NAME)).unwrap();
        let desk = Desk::open(room.path(), clock()).unwrap();
        assert_eq!(desk.store().check().unwrap(), []);
        assert_eq!(desk.count_students().unwrap(), copied.report.students);
    }
}

fn empty() -> Folder {
    let folder = crate::day::folder();
    drop(Desk::set_up(folder.path(), &first_run(), clock()).unwrap());
    folder
}

fn campus() -> Folder {
    let folder = crate::day::folder();
    drop(demo::create(folder.path(), 60, 7, clock()).unwrap());
    folder
}

#[test]
fn a_registration_is_whole_or_absent_wherever_the_disk_gives_up() {
    let folder = empty();
    let line = r#"{"matricula":"25230458","nombres":"Ana","primer_apellido":"Luna"}"#;
    let work = crate::console(folder.path(), &["registrar", "--json", "-"]);
    let refusals = move_on(folder.path(), 1, &work, line);
    assert!(refusals > 4, "{refusals}");
    let desk = Desk::open(folder.path(), clock()).unwrap();
    assert_eq!(desk.count_students().unwrap(), 1);
}

#[test]
fn an_import_is_whole_or_absent_wherever_the_disk_gives_up() {
    let folder = empty();
    let sheet = folder.path().join("altas.csv");
    // So few that no copy is made before: the register's own file is the one that gives up.
    let mut rows = String::from("Número de control,Apellido paterno,Apellido materno,Nombre(s)\n");
    for number in 0..18 {
        rows.push_str(&format!(
            "252304{number:02},Luna,Sol{},Ana\n",
            char::from(b'a' + number)
        ));
    }
    std::fs::write(&sheet, rows).unwrap();
    let line = [
        "importar",
        sheet.to_str().unwrap(),
        "--tipo",
        "altas",
        "--aplicar",
    ];
    let refusals = move_on(folder.path(), 3, &crate::console(folder.path(), &line), "");
    assert!(refusals > 5, "{refusals}");
    let desk = Desk::open(folder.path(), clock()).unwrap();
    assert_eq!(desk.count_students().unwrap(), 18);
}

#[test]
fn a_closing_is_whole_or_absent_wherever_the_disk_gives_up() {
    let folder = campus();
    let refusals = move_on(folder.path(), 3, &work("closing", folder.path()), "");
    assert!(refusals > 3, "{refusals}");
    let desk = Desk::open(folder.path(), clock()).unwrap();
    let closed = desk.closed_cut(cut()).unwrap().unwrap();
    assert!(desk.store().reader().seal_holds(&closed.closing).unwrap());
}

#[test]
fn a_copy_is_whole_or_absent_wherever_the_disk_gives_up() {
    let folder = campus();
    let refusals = move_on(folder.path(), 8, &work("copying", folder.path()), "");
    assert!(refusals > 5, "{refusals}");
    assert_eq!(copies(&folder.path().join(COPIES_FOLDER)).unwrap().len(), 1);
}

fn cut() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

const WORK: &str = "VENTANILLA_LIMITED_WORK";
const FOLDER: &str = "VENTANILLA_LIMITED_FOLDER";

/// This very binary at one piece of work.
fn work(name: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "counted::the_work_under_a_limit",
            "--ignored",
            "--nocapture",
        ])
        .env(WORK, name)
        .env(FOLDER, folder);
    command
}

/// Does one piece of work, and says why not. Started by hand it does nothing.
#[test]
#[ignore = "the other tests start it, under a limit"]
fn the_work_under_a_limit() {
    let named = |variable| std::env::var(variable).ok();
    let (Some(work), Some(folder)) = (named(WORK), named(FOLDER)) else {
        return;
    };
    let done = Desk::open(Path::new(&folder), clock())
        .map_err(|refusal| refusal.explain())
        .and_then(|mut desk| match work.as_str() {
            "closing" => desk
                .close_cut(cut())
                .map(drop)
                .map_err(|refusal| refusal.explain()),
            _ => desk
                .copy_now()
                .unwrap()
                .make()
                .map(drop)
                .map_err(|error| error.explain()),
        });
    if let Err(why) = done {
        eprintln!("{}", why.line());
        std::process::exit(1);
    }
}
