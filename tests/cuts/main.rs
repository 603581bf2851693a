//! Cuts from the queue to IMSS' answer.

#[path = "../day/mod.rs"]
mod day;

mod capturing;
mod closing;
mod format;
mod notices;
mod papers;
mod reconciling;
mod sending;
mod year;

use chrono::NaiveDate;
use day::{Day, Hand, first_run, juan, maria, person};
use ventanilla::desk::{ClosedCut, Desk};
use ventanilla::domain::dispatch::{Channel, Dispatch, Sending};
use ventanilla::domain::ids::StudentId;
use ventanilla::domain::movement::{BajaMotive, MovementKind};
use ventanilla::domain::settings::Topic;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Saturday 21 November 2026, and the hand that moves its clock.
fn desk_with_a_clock() -> (Desk, Hand) {
    let hand = Hand::at("2026-11-21 10:30");
    (Desk::in_memory(&first_run(), hand.clock()).unwrap(), hand)
}

/// Two altas that can go, a baja, and an alta without NSS; the register patronal is written down.
fn four_queued(desk: &mut Desk) -> [StudentId; 4] {
    desk.set(Topic::Registros, "Z99-00000-32-0").unwrap();
    let [maria, juan] = [maria(), juan()].map(|entry| desk.enroll(&entry));
    let mut teresa = person("21230078", "Teresa", "Cano", "Ibarra");
    teresa.nss = "80150300020".into();
    teresa.standing = Some(ventanilla::domain::student::Standing::Graduated);
    let teresa = desk.enroll(&day::confirmed(teresa, "2026-01-10"));
    let ivan = desk.enroll(&person("26230190", "Iván", "Ramírez", "Castañeda"));
    for student in [maria, juan, ivan] {
        desk.queue_alta(student).unwrap();
    }
    desk.queue_baja(teresa, BajaMotive::Graduation).unwrap();
    [maria, juan, teresa, ivan]
}

/// The envío of a kind.
fn envio(cut: &ClosedCut, kind: MovementKind) -> &Dispatch {
    cut.dispatches
        .iter()
        .find(|dispatch| dispatch.kind == kind)
        .expect("the cut has one")
}

fn by_idse(on: &str, lote: &str) -> Sending {
    Sending {
        channel: Channel::Idse,
        lote: Some(lote.into()),
        on: date(on),
    }
}
