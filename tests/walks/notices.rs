//! Avisos por correo: what the record shows of them, and the text that the office settles.

use super::*;
use ventanilla::desk::{Answer, Outcome};
use ventanilla::domain::dispatch::{Channel, Sending};

/// María's alta, accepted in the cut of 30 November, and told on 2 December.
fn told() -> Computer {
    let computer = Computer::with(&[maria()]);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let student = desk.find("25230457", 0).unwrap().rows[0].student.id;
    desk.queue_alta(student).unwrap();
    computer.hand.move_to("2026-11-30 12:00");
    let cut = desk.close_cut("2026-11-30".parse().unwrap()).unwrap().cut;
    let envio = cut.dispatches[0].id;
    let sending = Sending {
        channel: Channel::Paper,
        lote: None,
        on: "2026-11-30".parse().unwrap(),
    };
    desk.send(envio, &sending).unwrap();
    computer.hand.move_to("2026-12-02 09:15");
    let accepted = Answer {
        movement: desk.last_movement(student).id,
        outcome: Outcome::Accepted,
    };
    desk.record_answers(envio, &[accepted], "2026-12-02".parse().unwrap())
        .unwrap();
    let notices = desk.notices_of(&cut.closing.folio).unwrap();
    desk.record_notices(&notices).unwrap();
    drop(desk);
    computer
}

in_every_frame! {
    fn the_record_tells_when_the_student_was_told_and_from_when_on_there_is_a_carnet() {
        let computer = told();
        let mut window = computer.start();
        window.press("F2");
        window.type_text("25230457");
        window.press("Enter");
        window.see("maria@plantel.example");
        window.see("aviso enviado el 2 dic 2026; carnet desde el 3 dic");
        window.see("Lupita anotó el aviso por correo de su alta aceptada");
        shot(&mut window, "notice.png");
        window.press("Ctrl+Z");
        window.see("Se deshizo el registro de los avisos de De la Cruz Núñez, María Fernanda.");
        window.dont_see("aviso enviado");
    }
}

in_every_frame! {
    fn the_text_of_the_mail_is_the_office_s() {
        let computer = Computer::with(&[maria()]);
        let mut window = computer.start();
        window.press("Ctrl+9");
        window.press("flecha abajo");
        window.press("flecha abajo");
        window.see("Texto del aviso por correo");
        window.press("Enter");
        window.press("Fin");
        window.press("flecha arriba");
        shot(&mut window, "notice-setting.png");
        window.press("Enter");
        window.see("El trámite es gratuito y personal.");
        window.dont_see("personal..");
        window.see("Se llenan solos {nombre}, {matricula}, {corte} y {ventana}.");
        shot(&mut window, "notice-text.png");
    }
}

/// A cut of 60 movements, 52 altas and 8 bajas, on its way; everybody has the address that follows from the number.
fn sixty_sent() -> Computer {
    let computer = cuts::sent(60);
    computer.hand.move_to("2026-12-02 09:00");
    computer
}

in_every_frame! {
    /// The last of walk 13: the answers, and then the avisos, with Ctrl+Enter from one to the next.
    fn the_avisos_of_a_cut_go_to_the_clipboard_to_a_sheet_and_to_the_records() {
        let computer = sixty_sent();
        let mut window = computer.start();
        window.press("Ctrl+3");
        window.press("flecha arriba");
        window.dont_see("Avisos por correo");
        window.press("Ctrl+Enter");
        window.see("52 altas aceptadas");
        window.press("Ctrl+Enter");
        window.see("8 bajas aceptadas");
        window.see("Avisos por correo");
        window.see("Enter abre la ficha · teclee un número para ir a él");
        shot(&mut window, &format!("notices-verb-{}.png", FRAME.get().height * FRAME.get().scale));
        window.count_again();
        window.press("Ctrl+Enter");
        window.see("Avisos del corte del 30 de noviembre de 2026");
        window.see("52 altas aceptadas.");
        window.see("Lote 1 de 2 (50 direcciones)");
        window.see("se espera vigente entre el martes 1 y el jueves 3 de diciembre");
        shot(&mut window, &format!("notices-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Enter");
        window.see("El lote 1 de 2 (50 direcciones) está en el portapapeles: péguelo en Cco.");
        assert_eq!(window.clipboard().map(|it| it.split("; ").count()), Some(50));
        window.press("Enter");
        window.see("El lote 2 de 2 (2 direcciones) está en el portapapeles: péguelo en Cco.");
        assert_eq!(window.clipboard().map(|it| it.split("; ").count()), Some(2));
        shot(&mut window, &format!("notices-copied-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("X");
        window.see("Exportado (Excel): ");
        window.press("Ctrl+Enter");
        assert_eq!(window.keys(), 5);
        window.see("Se registró el aviso enviado a 52 personas.");
        let written = std::fs::read_dir(computer.documents()).unwrap();
        let names: Vec<_> = written.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
        assert!(names.iter().any(|name| name.starts_with("Avisos del corte 2026-11-30 ")), "{names:?}");

        // Once more, from the lines: everybody was told, and a mail may have to go again.
        window.press("V");
        window.see("52 altas aceptadas. Ya se les avisó: 52.");
        window.press("Ctrl+Enter");
        window.see("Los avisos de ese corte ya están registrados como enviados; no hay a quién más anotar.");
        window.press("Esc");
        window.press("Ctrl+Z");
        window.see("Se deshizo");
    }
}

fn forget_addresses(computer: &Computer) {
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    for row in desk.find("", 0).unwrap().rows {
        let mut particulars = desk.record(row.student.id).unwrap().student.particulars;
        particulars.email = None;
        desk.correct(row.student.id, &particulars).unwrap();
    }
}

#[test]
fn whoever_has_no_address_is_counted_and_nobody_to_tell_is_said() {
    let computer = cuts::sent(3);
    forget_addresses(&computer);
    computer.hand.move_to("2026-12-02 09:00");
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    window.see("En ese corte no hay altas aceptadas con correo en su ficha.");
}
