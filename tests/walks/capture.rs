//! The capture assistant: an envío typed into IMSS' page by hand, with the next field on the clipboard each time that the
//! clerk comes back from the page.

use super::*;
use std::time::{Duration, Instant};
use ventanilla::app::screens::capture::{CLOSE_ROW, LEAVE, LOTE, Message as Strip};
use ventanilla::domain::dispatch::{Channel, DispatchLine};
use ventanilla::domain::ids::DispatchId;
use ventanilla::domain::settings::Topic;

/// How many altas the envío has.
const ROWS: usize = 38;

/// An office whose cut of 30 November is closed, with an envío of 38 altas.
fn office() -> (Computer, DispatchId) {
    let computer = Computer::with(&day::form_registered());
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.set(Topic::Registros, "Z99-00000-32-0").unwrap();
    let students: Vec<_> = desk
        .find("", 0)
        .unwrap()
        .rows
        .iter()
        .map(|row| row.student.id)
        .collect();
    for student in students {
        desk.queue_alta(student).unwrap();
    }
    let cut = desk.close_cut("2026-11-30".parse().unwrap()).unwrap().cut;
    let [altas] = &cut.dispatches[..] else {
        panic!("{:?}", cut.dispatches)
    };
    assert_eq!(altas.lines as usize, ROWS);
    (computer, altas.id)
}

/// The program with the assistant open.
fn assistant(computer: &Computer, envio: DispatchId) -> Driver<Window> {
    let mut window = computer.start();
    window.send(Message::CaptureWanted(envio));
    window.count_again();
    window
}

/// Alt+Tab to the page, Ctrl+V there, and Alt+Tab back. What the page was given.
fn paste(window: &mut Driver<Window>) -> String {
    leave_after(window, 1_000);
    let pasted = window.clipboard().unwrap_or_default().to_owned();
    reach_after(window, 1_000);
    pasted
}

thread_local! {
    /// The moment at which the desktop said last that the window was left or reached.
    static MOMENT: Cell<Instant> = Cell::new(Instant::now());
}

fn later(milliseconds: u64) -> Instant {
    MOMENT.set(MOMENT.get() + Duration::from_millis(milliseconds));
    MOMENT.get()
}

/// The window is left after so many milliseconds.
fn leave_after(window: &mut Driver<Window>, milliseconds: u64) {
    window.send(Message::Capture(Strip::Left(later(milliseconds))));
}

/// And reached.
fn reach_after(window: &mut Driver<Window>, milliseconds: u64) {
    window.send(Message::Capture(Strip::Reached(later(milliseconds))));
}

fn lines(window: &Driver<Window>, envio: DispatchId) -> Vec<DispatchLine> {
    desk(window).dispatch_lines(envio).unwrap()
}

/// What the page asks for of a line, in the usual order.
fn asked(line: &DispatchLine) -> Vec<String> {
    [
        line.nss.clone(),
        line.curp.clone().unwrap_or_default(),
        line.imss.first_surname.clone(),
        line.imss.second_surname.clone(),
        line.imss.given.clone(),
        line.umf.clone().unwrap_or_default(),
        "30/11/2026".to_owned(),
    ]
    .into_iter()
    .filter(|text| !text.is_empty())
    .collect()
}

/// Pastes everything that belongs to the present row, and looks at it.
fn type_row(window: &mut Driver<Window>, line: &DispatchLine) {
    for text in asked(line) {
        assert_eq!(paste(window), text, "of row {}", line.number);
    }
    window.see("Renglón completo");
    assert_eq!(window.clipboard(), Some(""));
}

in_every_frame! {
    /// One key for each row, two for the end; all the others are pressed in the page.
    fn thirty_eight_altas_are_captured_with_one_key_each() {
        let (computer, envio) = office();
        let mut window = assistant(&computer, envio);
        window.see("Captura de 38 altas · corte 30 nov");
        for (at, line) in lines(&window, envio).iter().enumerate() {
            window.see(&format!("{} de 38", at + 1));
            window.see(&line.name.formal());
            type_row(&mut window, line);
            window.press("Enter");
        }
        assert_eq!(window.keys(), ROWS);
        window.see("Las 38 altas están capturadas. El portapapeles quedó vacío.");
        window.see("hoy 21 de noviembre de 2026");
        assert_eq!(window.focused().as_deref(), Some(LOTE));
        assert_eq!(window.clipboard(), Some(""));

        window.type_text("778");
        window.press("Ctrl+Enter");
        assert_eq!(window.keys(), ROWS + 4);
        window.see("Se registró el envío de 38 altas el 21 nov 2026, Captura a mano, lote 778.");
        let cut = desk(&window).closed_cut("2026-11-30".parse().unwrap()).unwrap().unwrap();
        let sending = cut.dispatches[0].sending.clone().unwrap();
        assert_eq!((sending.channel, sending.lote.as_deref()), (Channel::Capture, Some("778")));
        assert_eq!(window.clipboard(), Some(""));
    }

    fn the_arrows_correct_the_place_and_supr_takes_a_mark_back() {
        let (computer, envio) = office();
        let mut window = assistant(&computer, envio);
        let lines = lines(&window, envio);
        let has = |window: &Driver<Window>, text: &str| assert_eq!(window.clipboard(), Some(text));
        has(&window, &lines[0].nss);
        paste(&mut window);
        paste(&mut window);
        has(&window, &lines[0].imss.first_surname);
        // A look at the mail: one field too far.
        paste(&mut window);
        window.press("flecha izquierda");
        has(&window, &lines[0].imss.first_surname);
        window.press("flecha derecha");
        has(&window, &lines[0].imss.second_surname);
        window.press("flecha abajo");
        has(&window, &lines[1].nss);
        window.see("2 de 38");
        window.press("Enter");
        window.see("1 capturado · faltan 37");
        window.press("flecha arriba");
        window.see("ya capturado");
        window.press("Supr");
        window.dont_see("ya capturado");
        window.see("0 capturados · faltan 38");
        // What somebody copied meanwhile stays where no step was made.
        window.copy("de otra ventana");
        window.press("Supr");
        reach_after(&mut window, 1_000);
        has(&window, "de otra ventana");
        window.click("Nombre(s)");
        has(&window, &lines[1].imss.given);
    }
}

#[test]
fn after_a_power_cut_it_goes_on_in_the_same_field_and_says_so() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    let lines = lines(&window, envio);
    for line in &lines[..11] {
        type_row(&mut window, line);
        window.press("Enter");
    }
    for _ in 0..3 {
        paste(&mut window);
    }
    drop(window);

    let mut window = assistant(&computer, envio);
    window.see("Sigue donde quedó el 21 nov 10:30 (Lupita): 11 de 38 capturados.");
    window.see("12 de 38");
    assert_eq!(window.clipboard(), Some(lines[11].imss.second_surname.as_str()));
    paste(&mut window);
    window.dont_see("Sigue donde quedó");
    assert_eq!(window.clipboard(), Some(lines[11].imss.given.as_str()));
}

#[test]
fn a_desktop_that_holds_the_keyboard_while_alt_is_down_makes_no_step() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    let line = lines(&window, envio)[0].clone();
    for text in [line.nss.as_str(), line.curp.as_deref().unwrap()] {
        // Alt and Tab go down and the desktop takes the keyboard; they come up, it hands it back, and the page gets it.
        leave_after(&mut window, 900);
        reach_after(&mut window, 400);
        leave_after(&mut window, 9);
        assert_eq!(window.clipboard(), Some(text));
        reach_after(&mut window, 1_200);
    }
    assert_eq!(window.clipboard(), Some(line.imss.first_surname.as_str()));
    // The keys of the volume.
    leave_after(&mut window, 900);
    reach_after(&mut window, 120);
    assert_eq!(window.clipboard(), Some(line.imss.first_surname.as_str()));
    // Past the last field the clipboard is empty; not for who has not come back.
    while window.clipboard() != Some("30/11/2026") {
        paste(&mut window);
    }
    leave_after(&mut window, 900);
    reach_after(&mut window, 400);
    assert_eq!(window.clipboard(), Some(""));
    leave_after(&mut window, 9);
    assert_eq!(window.clipboard(), Some("30/11/2026"));
}

#[test]
fn hoy_offers_to_go_on_with_it() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    window.press("Enter");
    drop(window);
    let mut window = computer.start();
    window.see("Captura a medias");
    window.see("Altas del corte del 30 de noviembre: 1 de 38 capturados");
    window.click("Captura a medias");
    window.see("2 de 38");
    for _ in 1..ROWS {
        window.press("Enter");
    }
    window.press("Esc");
    window.press("Ctrl+1");
    window.see("Captura sin registrar como enviada");
    window.click("Captura sin registrar como enviada");
    window.press("Ctrl+Enter");
    window.press("Ctrl+1");
    window.dont_see("Captura sin registrar");
}

in_every_frame! {
    fn it_is_opened_from_the_envio_of_a_closed_cut() {
        let (computer, _) = office();
        let mut window = computer.start();
        window.press("Ctrl+3");
        window.click("sin enviar · folio C-2026-22");
        window.press("Enter");
        window.press("A");
        window.see("Captura de 38 altas · corte 30 nov");
        window.press("Esc");
        window.see("Captura en pausa: 0 de 38 capturados.");
        window.click("Asistente de captura");
        window.see("1 de 38");
    }
}

#[test]
fn whoever_leaves_early_leaves_nothing_on_the_clipboard() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    window.press("Enter");
    assert_ne!(window.clipboard(), Some(""));
    window.press("Esc");
    assert_eq!(window.clipboard(), Some(""));
    window.see("Captura en pausa: 1 de 38 capturados.");
    window.see("F2");
    // Whatever window the clerk comes from now, nothing is copied.
    window.copy("otra cosa");
    paste(&mut window);
    assert_eq!(window.clipboard(), Some("otra cosa"));

    let mut window = {
        drop(window);
        assistant(&computer, envio)
    };
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    assert_eq!(window.clipboard(), Some(""));
    assert!(window.is_closed());
}

#[test]
fn the_last_enter_pressed_twice_records_nothing() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    for _ in 0..ROWS + 1 {
        window.press("Enter");
    }
    window.see("Las 38 altas están capturadas");
    window.press("flecha arriba");
    window.see("38 de 38");
    window.see("ya capturado");
    window.press("flecha abajo");
    window.press("Esc");
    window.see("38 altas capturadas, sin registrar como enviadas.");
    assert_eq!(desk(&window).unfinished_captures().unwrap().len(), 1);

    // Opened again it is at its end, and Esc is as good as ever.
    window.send(Message::CaptureWanted(envio));
    window.see("Registrar envío");
    window.press("Ctrl+Enter");
    window.see("Se registró el envío de 38 altas");
    window.send(Message::CaptureWanted(envio));
    window.see("Del corte C-2026-22 ya se registró un envío");
}

#[test]
fn no_other_command_is_heard_in_the_strip() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    for key in ["F2", "F4", "F7", "Ctrl+1", "Ctrl+Z", "Ctrl+Enter", "a"] {
        window.press(key);
        window.see("Captura de 38 altas");
    }
    // The zoom and the mode for the counter are: the clipboard has the whole number all the same.
    window.press("Ctrl+M");
    let nss = lines(&window, envio)[0].nss.clone();
    window.dont_see(&nss);
    window.see(&format!("…{}", &nss[7..]));
    assert_eq!(paste(&mut window), nss);
    window.press("Ctrl++");
    window.see("Captura de 38 altas");
}

#[test]
fn the_order_of_the_fields_is_unconfirmed_until_somebody_ticks_it() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    window.see("Orden de los campos sin confirmar");
    drop(window);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.set(Topic::CaptureOrder, "fecha, apellido paterno, NSS")
        .unwrap();
    desk.confirm(Topic::CaptureOrder).unwrap();
    drop(desk);
    let mut window = assistant(&computer, envio);
    window.dont_see("sin confirmar");
    let line = lines(&window, envio)[0].clone();
    let pasted: Vec<String> = (0..3).map(|_| paste(&mut window)).collect();
    assert_eq!(
        pasted,
        ["30/11/2026".to_owned(), line.imss.first_surname, line.nss]
    );
    window.see("Renglón completo");
}

/// As narrow as the strip is on a screen of 640 and of 768 points, and at 150 %.
const STRIPS: [Frame; 3] = [
    Frame {
        width: 360.0,
        height: 552.0,
        scale: 1.0,
    },
    Frame {
        width: 360.0,
        height: 640.0,
        scale: 1.0,
    },
    Frame {
        width: 540.0,
        height: 680.0,
        scale: 1.5,
    },
];

#[test]
fn everything_of_the_strip_is_inside_of_it_and_tab_goes_around() {
    let (computer, envio) = office();
    for frame in STRIPS {
        let mut window = assistant(&computer, envio);
        show_in(&mut window, frame);
        for _ in 0..7 {
            paste(&mut window);
            for text in [
                "Renglón capturado",
                "Salir",
                "1 de 38",
                "0 capturados · faltan 38",
            ] {
                window.see(text);
            }
        }
        for id in [CLOSE_ROW, LEAVE, CLOSE_ROW] {
            window.press("Tab");
            assert_eq!(window.focused().as_deref(), Some(id), "{frame:?}");
            let seen = window.focus_in_view().expect("it is seen");
            assert!(seen.height >= 28.0, "{frame:?}: {seen:?}");
        }
        // Leave the zoom as it was for the next one.
        window.press("Ctrl+0");
    }
}

#[test]
#[ignore = "draws pictures to be looked at"]
fn the_strip_is_drawn_in_every_look() {
    use ventanilla::domain::appearance::{Appearance, Scheme};

    let (computer, envio) = office();
    for scheme in Scheme::ALL {
        for frame in STRIPS {
            let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
            desk.wear(Appearance {
                scheme,
                ..desk.appearance()
            })
            .unwrap();
            drop(desk);
            let mut window = assistant(&computer, envio);
            show_in(&mut window, frame);
            // To the beginning of the row, wherever the last picture left it.
            window.press("flecha abajo");
            window.press("flecha arriba");
            let name = format!("capture-{}-{}", scheme.code(), frame.height);
            shot(&mut window, &format!("{name}-nss.png"));
            for _ in 0..3 {
                paste(&mut window);
            }
            shot(&mut window, &format!("{name}-name.png"));
            for _ in 0..5 {
                paste(&mut window);
            }
            shot(&mut window, &format!("{name}-row.png"));
            window.press("Ctrl+0");
        }
    }
    let mut window = assistant(&computer, envio);
    show_in(&mut window, STRIPS[0]);
    for _ in 0..ROWS {
        window.press("Enter");
    }
    shot(&mut window, "capture-end.png");
}

/// Whoever opens a cut again is told what was typed into IMSS' page already: nobody takes that back.
#[test]
fn a_cut_whose_capture_was_begun_says_so_before_it_is_opened_again() {
    let (computer, envio) = office();
    let mut window = assistant(&computer, envio);
    for _ in 0..2 {
        window.press("Enter");
    }
    window.press("Esc");
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Enter");
    window.press("R");
    window.see("Ya se capturaron 2 movimientos de este corte: al reabrir, la captura empieza de nuevo en el renglón 1");
}
