//! Walk 2: a call from the hospital, «no vigente». Each row of the table is diagnosed with 10 keys; where an alta can be
//! queued it is with 13, the script for the phone on the way.

use super::*;
use ventanilla::domain::filter::Filter;
use ventanilla::domain::vigencia::{Affiliation, Document};

/// María's alta, queued on the 12th and sent on the 13th, and what IMSS answered.
fn sent_and(answer: &[(MovementState, &str)]) -> Computer {
    let computer = Computer::with(&[maria()]);
    computer.hand.move_to("2026-11-12 09:00");
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let student = desk.find("25230457", 0).unwrap().rows[0].student.id;
    desk.queue_alta(student).unwrap();
    drop(desk);
    let mut store = Store::open(&computer.data()).unwrap();
    let sent = [
        (MovementState::InDispatch, "2026-11-13"),
        (MovementState::Sent, "2026-11-13"),
    ];
    advance(&mut store, student, &[&sent[..], answer].concat());
    drop(store);
    computer
}

/// Somebody read a constancia of María's on that day.
fn read_on(computer: &Computer, day: &str, vigente: bool, ours: Option<bool>, document: &Document) {
    computer.hand.move_to(&format!("{day} 09:00"));
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let student = desk.find("25230457", 0).unwrap().rows[0].student.id;
    let check = day::constancia(day, vigente, ours);
    desk.record_document(student, &check, document, None, false)
        .unwrap();
}

/// What F2, the matrícula and Enter show, within the budget of the walk.
fn asked_on(computer: &Computer, moment: &str) -> Driver<Window> {
    computer.hand.move_to(moment);
    let mut window = computer.start();
    window.count_again();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    assert!(window.keys() <= 10, "{} keys to the diagnosis", window.keys());
    window
}

/// One key more shows what to say; two more queue it and mark it.
fn told_and_queued(window: &mut Driver<Window>, known: &str) {
    window.press("Ctrl+O");
    window.see("Guion de llamada");
    window.see("Habla Lupita, de Servicios Escolares de Plantel Ejemplo.");
    window.see(known);
    window.press("F7");
    window.press("U");
    window.see("Marcada urgente.");
    assert!(window.keys() <= 13, "{} keys until it is queued", window.keys());
    let student = desk(window).find("25230457", 0).unwrap().rows[0].student.id;
    assert!(desk(window).last_movement(student).urgent);
    window.dont_see("quedará vigente");
}

in_every_frame! {
    /// a. Vigente by our registro: the summary, and the student's own steps.
    fn a_call_and_a_constancia_says_vigente() {
        let computer = sent_and(&[(MovementState::Accepted, "2026-11-18")]);
        read_on(&computer, "2026-11-20", true, Some(true), &Document::default());
        let mut window = asked_on(&computer, "2026-11-20 10:00");
        window.see("Vigente · 20 nov");
        window.see("VIGENTE");
        window.dont_see("Guion de llamada");
        window.dont_see("Caso");
        window.press("Ctrl+O");
        window.see("La consulta del 20 nov 2026 dice Vigente, con afiliación de este plantel. Imprima el resumen con F9; el estudiante se registra en su UMF.");
        window.see("Le pido consultar otra vez, con el NSS y la CURP;");
        assert!(window.keys() <= 11);
    }
}

in_every_frame! {
    /// b. Vigente by another institution, which is named.
    fn a_call_and_another_institution_affiliated_the_student() {
        let computer = sent_and(&[(MovementState::Accepted, "2026-11-18")]);
        let document = Document {
            affiliations: vec![Affiliation {
                institution: "Empresa Ejemplo".into(),
                registro: None,
                since: Some("2026-02-03".parse().unwrap()),
                until: None,
                ours: Some(false),
            }],
            ..Document::default()
        };
        read_on(&computer, "2026-11-20", true, Some(false), &document);
        let mut window = asked_on(&computer, "2026-11-20 10:00");
        window.see("Según la consulta del 20 nov 2026, lo afilia otra institución. La hizo Empresa Ejemplo, desde el 3 feb 2026. Mientras siga así, un alta de este plantel no procede.");
        window.see("Guion de llamada");
        window.see("Esa afiliación prevalece:");
        shot(&mut window, "case-other-insurance.png");
    }
}

in_every_frame! {
    /// c. In the window: until which day to wait, and nothing to send again.
    fn a_call_and_the_window_is_open() {
        let computer = sent_and(&[(MovementState::Accepted, "2026-11-18")]);
        let mut window = asked_on(&computer, "2026-11-18 10:00");
        window.see("Alta aceptada");
        window.see("entre el mar 17");
        window.see("y el jue 19 nov 2026");
        window.see("Se espera · 17–19 nov");
        window.see("El alta se envió y sigue en plazo hasta el 19 de noviembre.");
        shot(&mut window, "in-window.png");
        window.press("Ctrl+O");
        window.see("Enviamos su alta al IMSS el 13 nov 2026 y la aceptó el 18 nov 2026.");
        window.see("Se espera vigente entre el martes 17 y el jueves 19 de noviembre;");

        window.press("F7");
        window.see("Su alta sigue activa: aceptada el 18 nov.");

        // The window is over and nobody looked.
        computer.hand.move_to("2026-11-20 10:00");
        window.press("F5");
        window.see("Revisar vigencia · desde 20 nov");
        window.see("El plazo terminó el 19 de noviembre y nadie ha comprobado la vigencia.");
    }
}

in_every_frame! {
    /// d. Rejected: the cause comes first, then a new alta.
    fn a_call_and_the_alta_was_rejected() {
        let computer = sent_and(&[(MovementState::Rejected, "2026-11-18")]);
        let mut window = asked_on(&computer, "2026-11-20 10:00");
        window.see("Alta rechazada · 18 nov");
        window.see(
            "Alta rechazada el 18 nov. Causa: el nombre no coincide. Corrija el dato y prepare otra alta con F7.",
        );
        shot(&mut window, "case-rejected.png");
        told_and_queued(
            &mut window,
            "El IMSS rechazó su alta el 18 nov 2026; la causa que dio es: el nombre no coincide.",
        );
        window.see("Alta en cola para el corte del 30 de noviembre.");
    }
}

in_every_frame! {
    /// d. The window is over, and nobody has looked or a document still says no vigente.
    fn a_call_and_the_window_is_over() {
        let computer = sent_and(&[(MovementState::Accepted, "2026-11-18")]);
        let mut window = asked_on(&computer, "2026-11-20 10:00");
        window.see("Revisar vigencia · desde 20 nov");
        window.see("El plazo terminó el 19 de noviembre y nadie ha comprobado la vigencia. Pida al estudiante su Constancia de Vigencia y regístrela con F12.");
        drop(window);

        read_on(&computer, "2026-11-20", false, None, &Document::default());
        let mut window = asked_on(&computer, "2026-11-20 10:00");
        window.see("El plazo terminó el 19 de noviembre y la consulta del 20 nov 2026 dice No vigente. Compare NSS, CURP y nombre con la constancia;");
        window.see("Guion de llamada");
        told_and_queued(&mut window, "la consulta del 20 nov 2026 todavía no la refleja.");
    }
}

in_every_frame! {
    /// e. Nothing queued: queued and urgent with 13 keys, also without NSS.
    fn a_call_and_no_movement() {
        let mut entry = maria();
        entry.nss = String::new();
        let computer = Computer::with(&[entry, juan()]);
        let mut window = asked_on(&computer, "2026-11-21 10:30");
        window.see("Sin movimiento");
        window.see("Nada por ahora");
        window.see("Sin comprobar");
        window.see("Sin movimientos. Para dejar el alta en el corte del 30 de noviembre, presione F7. Se espera vigente entre el martes 1 y el jueves 3 de diciembre.");

        window.press("F7");
        window.see("Alta en cola para el corte del 30 de noviembre. Se espera vigente entre el martes 1 y el jueves 3 de diciembre.");
        window.see(
            "Tiene una observación: falta el NSS. Si sigue así al cerrar, pasará al corte del 16 de diciembre.",
        );
        shot(&mut window, "queued.png");
        window.press("U");
        // Where the status bar has little room, the record says the rest: the earliest honest date.
        window.see("Marcada urgente.");
        window.see("Se espera vigente entre el martes 1 y el jueves 3 de diciembre.");
        if FRAME.get() == WIDE {
            window.see("Lo más pronto: corte del 30 nov; se espera entre el martes 1 y el jueves 3 de diciembre.");
        }
        assert!(window.keys() <= 13, "{} keys until it is queued", window.keys());
        drop(window);

        let computer = Computer::with(&[maria()]);
        let mut window = asked_on(&computer, "2026-11-21 10:30");
        told_and_queued(&mut window, "En este plantel no hay un alta en camino ni una constancia vista.");
    }
}

in_every_frame! {
    /// f. Another name at IMSS: the correction there comes first. The rest of the record says it once.
    fn a_call_and_the_data_do_not_match() {
        let computer = Computer::with(&[maria()]);
        let document = Document {
            name: Some("DE LA CRUZ NUNEZ MARIA ELENA".into()),
            ..Document::default()
        };
        read_on(&computer, "2026-11-20", false, None, &document);
        let mut window = asked_on(&computer, "2026-11-21 10:30");
        window.see("La constancia del 20 nov 2026 trae el nombre DE LA CRUZ NUNEZ MARIA ELENA. Compare con el acta: si la ficha está mal, corríjala; si es el IMSS, el estudiante pide allá la corrección antes de otra alta. En el IMSS es el trámite «Corrección de datos del asegurado».");
        let told = window.texts().iter().filter(|text| text.contains("MARIA ELENA")).count();
        assert_eq!(told, 1, "it is said once");
        window.see("Primero se corrige el dato que esté mal, en el IMSS o aquí; después preparamos otra alta.");
        shot(&mut window, "case-mismatch.png");
    }
}

in_every_frame! {
    /// What was told to whom: three keys in the case, and it stands on Hoy until it is closed.
    fn what_was_told_is_noted_and_the_case_closed() {
        let computer = sent_and(&[(MovementState::Accepted, "2026-11-18")]);
        let mut window = asked_on(&computer, "2026-11-20 10:00");
        assert_eq!(desk(&window).count_of(Filter::ReviewDue).unwrap(), 1);
        window.press("Ctrl+O");
        window.see("Sin caso abierto.");
        window.count_again();
        window.press("N");
        window.press("H");
        shot(&mut window, "case-note.png");
        window.press("Ctrl+Enter");
        assert_eq!(window.keys(), 3);
        window.see("Se anotó lo que se dijo al hospital sobre De la Cruz Núñez, María Fernanda.");
        window.see("Caso abierto el 20 nov 2026 por Lupita: revisar vigencia.");
        window.see("20 nov 10:00 · Hospital · Lupita");
        assert_eq!(window.focused().as_deref(), Some("caso"));

        // Somebody else calls: own words.
        window.press("N");
        window.press("F");
        window.press("Enter");
        window.type_text("trae la constancia el lunes");
        window.press("Ctrl+Enter");
        window.see("trae la constancia el lunes");
        shot(&mut window, "case.png");
        assert_eq!(desk(&window).count_of(Filter::ReviewDue).unwrap(), 0);

        window.press("Ctrl+1");
        window.see("Casos abiertos");
        window.press("Enter");
        window.press("Enter");
        window.see("Caso abierto el 20 nov 2026 por Lupita: revisar vigencia.");
        window.click("Resumen");
        window.see("Caso abierto desde el 20 nov · 2 notas");
        shot(&mut window, "case-summary.png");

        // The constancia comes: it proposes to close the case.
        computer.hand.move_to("2026-11-23 09:00");
        window.press("F12");
        window.press("V");
        window.click("Este plantel");
        window.press("Ctrl+Enter");
        window.see("La consulta del 23 nov 2026 dice Vigente por este plantel: el caso puede cerrarse");
        window.count_again();
        window.press("Ctrl+O");
        window.press("C");
        window.see("Cómo terminó");
        shot(&mut window, "case-close.png");
        window.press("Enter");
        assert_eq!(window.keys(), 3);
        window.see("Se cerró el caso de De la Cruz Núñez, María Fernanda: vigente según constancia.");
        window.see("Sin caso abierto.");
        window.see("cerrado el 23 nov 2026 por Lupita: vigente según constancia.");

        window.press("Ctrl+Z");
        window.see("Se deshizo el cierre del caso de De la Cruz Núñez, María Fernanda.");
        assert_eq!(desk(&window).count_of(Filter::OpenCases).unwrap(), 1);
    }
}

#[test]
fn a_case_is_opened_by_its_own_key_and_a_note_wants_to_know_whom() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+O");
    window.see("Elija a una persona de la lista, o búsquela con F2.");
    window.press("Ctrl+2");
    window.press("Ctrl+O");
    window.press("A");
    window.see("Se abrió el caso de De la Cruz Núñez, María Fernanda: sin movimiento en camino.");
    window.see("Todavía no se anota nada.");
    window.press("N");
    window.press("Ctrl+Enter");
    window.see("Elija a quién se le dijo, con la letra o las flechas.");
    assert_eq!(window.focused().as_deref(), Some("caso-a-quien"));
    window.press("flecha derecha");
    window.press("Enter");
    window.press("Supr");
    window.press("Ctrl+Enter");
    window.see("Escriba qué se dijo.");
    window.press("Esc");
    window.press("Ctrl+Z");
    window.dont_see("Caso abierto desde");
    assert_eq!(desk(&window).count_of(Filter::OpenCases).unwrap(), 0);
}
