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
        shot(&mut window, "notice-setting.png");
        window.press("Enter");
        window.see("El trámite es gratuito y personal.");
        window.dont_see("personal..");
        window.see("Se llenan solos {nombre}, {matricula}, {corte} y {ventana}.");
        shot(&mut window, "notice-text.png");
    }
}
