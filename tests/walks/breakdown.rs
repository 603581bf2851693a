//! The program breaks down in the middle of a message or of a drawing: it says so and goes on, and nothing typed is lost.

use std::sync::atomic::{AtomicU32, Ordering};

use super::*;
use ventanilla::app::shortcut::Command;
use ventanilla::desk::Clock;

/// How often a clock breaks down that is asked for the hour.
#[derive(Clone, Default)]
struct Breakdowns(Arc<AtomicU32>);

impl Breakdowns {
    fn are_coming(&self, count: u32) {
        self.0.store(count, Ordering::SeqCst);
    }

    fn clock(&self) -> Clock {
        let left = self.0.clone();
        Clock::from_fn(move || {
            let broken = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            assert!(broken.is_err(), "the clock of María 12180599990 broke down");
            day::at("2026-11-21 10:30")
        })
    }
}

fn start(computer: &Computer, breakdowns: &Breakdowns) -> Driver<Window> {
    let machine = Machine {
        data: computer.data(),
        documents: computer.documents(),
        sheets: vec![computer.downloads()],
        drives: Arc::new(Vec::new),
        clock: breakdowns.clock(),
        viewer: Arc::new(|_| true),
        demo: false,
    };
    let (window, task) = Window::new(machine);
    Driver::boot(window, task)
}

#[test]
fn an_act_that_breaks_down_is_taken_back_and_can_be_done_again() {
    let computer = Computer::with(&[maria()]);
    let breakdowns = Breakdowns::default();
    let mut window = start(&computer, &breakdowns);
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    breakdowns.are_coming(1);
    // Without the key: the page that is drawn before it would break down instead.
    window.send(Message::Command(Command::Alta));
    window.see(
        "Algo no salió como se esperaba y no se guardó nada de esta operación. Puede intentarlo de nuevo.",
    );
    window.see("SF-501 (tecla)");
    assert_eq!(desk(&window).next_cut_count().unwrap().altas, 0);
    shot(&mut window, "breakdown.png");
    window.press("F7");
    assert_eq!(desk(&window).next_cut_count().unwrap().altas, 1);
}

#[test]
fn what_was_typed_is_kept_as_a_draft() {
    let computer = Computer::with(&[]);
    let breakdowns = Breakdowns::default();
    let mut window = start(&computer, &breakdowns);
    window.press("F4");
    window.type_text("25230457");
    breakdowns.are_coming(1);
    window.send(Message::Command(Command::Save));
    window.see("Algo no salió como se esperaba");
    drop(window);
    let mut window = computer.start();
    window.see("Encontramos un formulario sin guardar");
    window.press("Enter");
    assert_eq!(window.value("numero-de-control"), "25230457");
}

#[test]
fn a_page_that_cannot_be_drawn_says_so_and_is_left_with_esc() {
    let computer = Computer::with(&[maria()]);
    let breakdowns = Breakdowns::default();
    let mut window = start(&computer, &breakdowns);
    breakdowns.are_coming(u32::MAX);
    window.press("F2");
    window.see("Esta pantalla no se pudo mostrar");
    window.see("SF-502 (pantalla)");
    shot(&mut window, "undrawn.png");
    breakdowns.are_coming(0);
    window.press("Esc");
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.see("De la Cruz Núñez");
}

#[test]
fn a_folder_that_is_carried_elsewhere_and_a_clock_that_is_behind_are_told_quietly() {
    let computer = Computer::with(&[maria()]);
    std::fs::write(computer.data().join(".dropbox"), "").unwrap();
    let mut window = computer.start();
    window.see("está dentro de Dropbox, que la lleva a otras computadoras.");
    shot(&mut window, "synced.png");
    window.press("Esc");
    window.dont_see("está dentro de Dropbox");
    drop(window);

    std::fs::remove_file(computer.data().join(".dropbox")).unwrap();
    computer.hand.move_to("2026-11-20 09:00");
    let mut window = computer.start();
    window.see("Esta computadora dice que hoy es 20 de noviembre de 2026, y lo último se guardó el 21 de noviembre de 2026");
    shot(&mut window, "clock-behind.png");
}
