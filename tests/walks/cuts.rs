//! Cortes: the strip, what is held and solved in place, and the runway from the queue to the answer.

mod answers;

use super::*;
use ventanilla::desk::{CutStands, StripCut};
use ventanilla::domain::dispatch::{Channel, Sending};
use ventanilla::domain::entry::EntryField;
use ventanilla::domain::movement::MovementKind;
use ventanilla::domain::nss::Nss;
use ventanilla::domain::settings::Topic;
use ventanilla::domain::student::{CurpRecord, Standing};

/// Who waits for the cut in the drawing, as far as it names them.
const NAMES: [(&str, &str, &str, &str); 11] = [
    ("26230105", "Ximena", "Alarcón", "Peña"),
    ("25230340", "Hugo", "Bañuelos", "Ortiz"),
    ("21230078", "Teresa", "Cano", "Ibarra"),
    ("24230611", "Martín", "Díaz", "Güemes"),
    ("26230299", "Alma", "Escobar", "Núñez"),
    ("22230417", "Luis", "Fuentes", "Rentería"),
    ("25230466", "Itzel", "Galván", "Peña"),
    ("26230031", "Raúl", "Güemes", "Osorio"),
    ("24230118", "Sara", "Haro", "Limón"),
    ("23230205", "Iker", "Ibáñez", "Mora"),
    ("26230412", "Julia", "Juárez", "Nava"),
];

/// An NSS that passes its check, of an alta of 2019 and a birth of 2004.
fn good_nss(n: usize) -> String {
    (0..10)
        .map(|check| format!("4819{:02}{n:04}{check}", 4))
        .find(|text| Nss::parse(text).is_ok())
        .expect("one of ten passes")
}

/// Somebody about whom everything is in order.
fn in_order(n: usize) -> Entry {
    let mut entry = match NAMES.get(n) {
        Some((number, given, first, second)) => person(number, given, first, second),
        None => {
            let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
            let second = format!("Sol{}{}{}", letter(n / 676), letter(n / 26), letter(n));
            person(&format!("20{:06}", 230_000 + n), "Ana", "Luna", &second)
        }
    };
    entry.nss = good_nss(n);
    entry.email = format!("l{}@plantel.example", entry.identifier);
    entry.career = "Ingeniería Industrial".into();
    entry.semester = "3".into();
    let letter = |n: usize| ['B', 'C', 'D', 'F'][n % 4];
    let body = format!(
        "LUSA04{:02}{:02}MVZ{}{}{}A",
        1 + n % 12,
        1 + n / 12 % 28,
        letter(n / 336),
        letter(n / 1_344),
        letter(n / 5_376)
    );
    entry.curp = (0..10)
        .map(|check| format!("{body}{check}"))
        .find(|curp| {
            entry.curp.clone_from(curp);
            let today = "2026-11-21".parse().unwrap();
            matches!(
                entry.particulars(today).map(|it| it.curp),
                Ok(CurpRecord::Valid(_))
            )
        })
        .expect("one of ten passes");
    entry
}

/// A register with altas of that many people in order, of whom every eighth has a baja instead.
fn queued(count: usize) -> Computer {
    let computer = Computer::new();
    let mut desk = Desk::set_up(&computer.data(), &first_run(), computer.hand.clock()).unwrap();
    desk.set(Topic::Registros, "Z99-00000-32-0").unwrap();
    for n in 0..count {
        let mut entry = in_order(n);
        let graduates = n % 8 == 2;
        if graduates {
            entry.standing = Some(Standing::Graduated);
        }
        let student = desk.enroll(&entry);
        if graduates {
            desk.queue_baja(student, BajaMotive::Graduation).unwrap();
        } else {
            desk.queue_alta(student).unwrap();
        }
    }
    computer
}

/// The same, and three altas with an observation: two without NSS, one whose NSS does not agree.
fn queued_with_three_held(count: usize) -> Computer {
    let computer = queued(count);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let held = [
        ("26230190", "Iván", "Ramírez", "Castañeda", ""),
        ("26230274", "Lía", "Núñez", "Oseguera", ""),
        ("25230208", "José", "Peña", "Domínguez", "02170300013"),
    ];
    for (n, (number, given, first, second, nss)) in held.into_iter().enumerate() {
        let mut entry = in_order(900 + n);
        (entry.identifier, entry.given_names) = (number.into(), given.into());
        (entry.first_surname, entry.second_surname) = (first.into(), second.into());
        entry.nss = nss.into();
        entry.semester = "1".into();
        let student = desk.enroll(&entry);
        desk.queue_alta(student).unwrap();
    }
    computer
}

fn strip(window: &Driver<Window>) -> Vec<StripCut> {
    desk(window).cut_strip("2026-11-30".parse().unwrap()).unwrap()
}

#[test]
fn the_strip_shows_the_next_cuts_and_the_arrows_walk_along() {
    let computer = queued(3);
    let mut window = computer.start();
    window.press("Ctrl+3");
    assert_eq!(window.focused().as_deref(), Some("cortes"));
    window.see("Corte del lunes 30 de noviembre");
    window.see("3 movimientos, 9 días");
    window.see("sin movimientos");
    window.see("16 ene 2027");
    window.see("se recuerda el viernes 15");
    window.see("Los movimientos se hacen los días 16 y último de cada mes.");
    window.press("flecha abajo");
    window.see("Corte del miércoles 16 de diciembre");
    window.see("No hay movimientos para este corte.");
    window.press("flecha arriba");
    window.press("flecha arriba");
    window.see("Corte del lunes 30 de noviembre");
    let Some(CutStands::Coming { count, days_left: 9 }) = strip(&window).first().map(|it| it.stands.clone())
    else {
        panic!("{:?}", strip(&window))
    };
    assert_eq!(count.total(), 3);
}

in_every_frame! {
    fn what_is_held_is_walked_with_enter_and_an_nss_is_typed_beside_it() {
        let computer = queued_with_three_held(11);
        let mut window = computer.start();
        window.press("Ctrl+3");
        window.see("3 movimientos no entran al corte del 30 de noviembre: falta NSS (2), NSS por confirmar (1). Pasarán al del 16 de diciembre. Los demás 11 están listos.");
        window.see("Apartar 3 y seguir");
        window.press("Enter");
        shot(&mut window, &format!("cuts-review-{}.png", FRAME.get().height * FRAME.get().scale));
        window.see("Si sigue así al cerrar, pasará al corte del 16 de diciembre; se esperaría vigente entre el jueves 17 y el sábado 19 de diciembre.");
        window.count_again();
        window.press("F6");
        assert_eq!(window.focused().as_deref(), Some("corte-nss"));
        // The first of the two without NSS, by name.
        window.type_text("48190600428");
        window.press("Enter");
        window.see("Se guardó el NSS de Núñez Oseguera, Lía. Entra al corte del 30 de noviembre.");
        assert_eq!(window.keys(), 13);
        window.see("2 movimientos no entran al corte del 30 de noviembre");
        // The cursor waits for the number of the next one.
        assert_eq!(window.focused().as_deref(), Some("corte-nss"));
        window.see("Ramírez Castañeda, Iván");
        window.type_text("0217030001");
        window.see("10 de 11 dígitos");
        window.press("Enter");
        window.see("El NSS lleva 11 dígitos; aquí hay 10.");
        // It is not saved by Enter alone.
        window.see("falta NSS (1)");
        window.press("Esc");
        assert_eq!(window.focused().as_deref(), Some("corte"));
        window.press("Ctrl+Z");
        window.see("Se deshizo");
        window.see("3 movimientos no entran al corte del 30 de noviembre");
    }
}

#[test]
fn a_correction_of_an_nss_is_offered_beside_the_row() {
    let computer = queued(2);
    let mut desk_before = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let mut entry = in_order(950);
    // Two neighbours have changed places.
    entry.nss = entry.nss.replace("950", "590");
    let student = desk_before.enroll(&entry);
    desk_before.queue_alta(student).unwrap();
    drop(desk_before);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("Enter");
    window.press("F6");
    window.see("¿Quiso escribir");
    window.press("flecha abajo");
    window.press("Enter");
    window.press("Enter");
    window.see("Entra al corte del 30 de noviembre.");
    window.see("Los 3 movimientos están listos.");
    assert_eq!(window.focused().as_deref(), Some("corte"));
}

#[test]
fn what_is_not_solved_in_place_opens_the_form_at_its_field_and_comes_back() {
    let computer = queued(1);
    let mut entry = in_order(950);
    entry.curp = String::new();
    {
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        let student = desk.enroll(&entry);
        desk.queue_alta(student).unwrap();
    }
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("Enter");
    window.see("Falta la CURP");
    window.press("F6");
    window.press("Enter");
    window.see("Corregir: ");
    assert_eq!(
        window.focused().as_deref(),
        Some(ventanilla::app::screens::form::id(EntryField::Curp))
    );
    window.type_text(&in_order(950).curp);
    window.press("Ctrl+Enter");
    window.see("Corte del lunes 30 de noviembre");
    window.see("Los 2 movimientos están listos.");

    // And a record that is opened from the list leads back with Esc.
    window.press("Enter");
    window.see("ALARCÓN PEÑA, XIMENA");
    window.press("Esc");
    window.see("Corte del lunes 30 de noviembre");
    assert_eq!(window.focused().as_deref(), Some("corte"));
}

#[test]
fn a_cut_with_three_held_is_closed_without_them() {
    let computer = queued_with_three_held(11);
    let mut window = computer.start();
    window.count_again();
    window.press("Ctrl+3");
    window.press("Ctrl+Enter");
    window.see("Al cerrar, 9 altas y 2 bajas entran con folio y sello y ya no cambian; 3 pasan al corte del 16 de diciembre. Antes se hace una copia verificada.");
    window.see("Núñez Oseguera, Lía");
    window.dont_see("Alarcón Peña, Ximena");
    shot(&mut window, "cuts-close.png");
    window.press("Ctrl+Enter");
    assert_eq!(window.keys(), 3);
    window.see("Se cerró el corte del 30 de noviembre: 9 altas, 2 bajas, folio C-2026-22, sello ");
    assert!(desk(&window).last_copy().is_some());
    let closed = desk(&window)
        .closed_cut("2026-11-30".parse().unwrap())
        .unwrap()
        .unwrap();
    assert_eq!((closed.set_aside, closed.dispatches.len()), (3, 2));
    assert_eq!(closed.dispatches[0].kind, MovementKind::Alta);
    shot(&mut window, "cuts-closed.png");
    window.press("Ctrl+Z");
    window.see("Apartar 3 y seguir");
}

in_every_frame! {
    /// Walk 13: from Ctrl+3 to «Enviado» for both envíos, each with its lote.
    fn forty_seven_clean_movements_are_sent_with_twelve_keys() {
        let computer = queued(47);
        computer.hand.move_to("2026-11-29 09:00");
        let mut window = computer.start();
        window.press("Ctrl+1");
        window.count_again();
        window.press("Ctrl+3");
        window.see("Los 47 movimientos están listos.");
        window.press("Ctrl+Enter");
        window.see("Al cerrar, 41 altas y 6 bajas entran con folio y sello y ya no cambian. Antes se hace una copia verificada.");
        window.press("Ctrl+Enter");
        window.see("Folio C-2026-22");
        window.see("Registrar 2 envíos");
        shot(&mut window, &format!("cuts-send-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Ctrl+Enter");
        window.see("Registrar el envío del corte del 30 de noviembre");
        shot(&mut window, &format!("cuts-sending-{}.png", FRAME.get().height * FRAME.get().scale));
        window.type_text("481");
        window.press("Enter");
        window.type_text("482");
        window.press("Ctrl+Enter");
        window.see("Enviado el 29 nov 2026");
        window.see("IDSE, lote 481");
        window.see("IDSE, lote 482");
        assert!(window.keys() <= 12, "{} keys to «Enviado»", window.keys());
        window.see("Se registró el envío de 41 altas y 6 bajas el 29 nov 2026, IDSE.");
        // What was sent is not taken back by a key.
        window.press("Ctrl+Z");
        window.see("Lo enviado al IMSS no se deshace aquí.");
    }
}

/// A cut of so many, closed.
fn closed(count: usize) -> Computer {
    let computer = queued(count);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.close_cut("2026-11-30".parse().unwrap()).unwrap();
    computer
}

/// The same, and both envíos on their way.
pub fn sent(count: usize) -> Computer {
    let computer = closed(count);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let cut = desk.closed_cut("2026-11-30".parse().unwrap()).unwrap().unwrap();
    for dispatch in cut.dispatches {
        let sending = Sending {
            channel: Channel::Idse,
            lote: None,
            on: "2026-11-21".parse().unwrap(),
        };
        desk.send(dispatch.id, &sending).unwrap();
    }
    computer
}

#[test]
fn a_closed_cut_is_one_arrow_above_the_next_and_is_reopened_with_a_reason() {
    let computer = closed(9);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.see("Corte del miércoles 16 de diciembre");
    window.press("flecha arriba");
    window.see("Corte del lunes 30 de noviembre");
    window.see("Folio C-2026-22");
    window.press("Enter");
    assert_eq!(window.focused().as_deref(), Some("corte-envios"));
    window.press("R");
    window.press("Enter");
    window.see("Escriba por qué se reabre el corte; queda en su historia.");
    window.type_text("faltaba una baja");
    window.press("Enter");
    window.see("Se reabrió el corte del 30 de noviembre, folio C-2026-22.");
    window.see("reabierto");
    window.see("Los 9 movimientos están listos.");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    window.see("Folio C-2026-22 · reabierto");
    window.see("Se reabrió el 21 nov 2026, Lupita: faltaba una baja");
}

#[test]
fn one_envio_can_be_recorded_before_the_other_and_is_corrected() {
    let computer = closed(9);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Enter");
    // Enter is for the one that is chosen, Ctrl+Enter for all.
    window.press("Enter");
    window.see("Lote de 8 altas");
    window.dont_see("Lote de 1 baja");
    window.press("Mayús+Tab");
    window.press("P");
    window.press("Ctrl+Enter");
    window.see("Se registró el envío de 8 altas el 21 nov 2026, Relación en papel.");
    window.see("1 de 2 registrados");
    window.press("R");
    window.see("lo enviado no cambia");
    window.press("Esc");
    window.press("Inicio");
    window.press("C");
    window.see("Corregir los datos del envío");
    window.type_text("77");
    window.press("Ctrl+Enter");
    window.see("Se corrigió el envío: 21 nov 2026, Relación en papel, lote 77.");
    // The way of the last envío is proposed for the next one.
    window.press("Ctrl+Enter");
    window.see("Lote de 1 baja");
    window.press("Ctrl+Enter");
    window.see("Se registró el envío de 1 baja el 21 nov 2026, Relación en papel.");
    // One Ctrl+Enter too many accepts nothing.
    window.press("Ctrl+Enter");
    window.see("Aceptar 8");
    let cut = desk(&window)
        .closed_cut("2026-11-30".parse().unwrap())
        .unwrap()
        .unwrap();
    assert_eq!(cut.dispatches[0].answers.accepted, 0);
}

#[test]
fn a_day_that_has_not_come_is_told_where_it_was_typed() {
    let computer = closed(3);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.press("Ctrl+Enter");
    window.press("Tab");
    window.press("Tab");
    window.press("Ctrl+A");
    window.type_text("30/11/2026");
    window.press("Ctrl+Enter");
    window.see("El 30 de noviembre de 2026 todavía no llega. Escriba la fecha en que ocurrió.");
    assert_eq!(window.focused().as_deref(), Some("envio-fecha"));
}

in_every_frame! {
    fn all_are_accepted_except_those_that_are_marked() {
        let computer = sent(17);
        computer.hand.move_to("2026-12-02 09:00");
        let mut window = computer.start();
        window.press("Ctrl+3");
        window.press("flecha arriba");
        window.press("Enter");
        window.see("Aceptar 15");
        assert_eq!(window.focused().as_deref(), Some("corte-renglones"));
        window.type_text("24230611");
        window.press("Espacio");
        assert_eq!(window.focused().as_deref(), Some("corte-causa"));
        window.press("Ctrl+Enter");
        window.see("Escriba la causa del rechazo como viene en la respuesta.");
        window.type_text("El nombre no coincide");
        window.press("Enter");
        window.see("rechazada: El nombre no coincide");
        // The same cause is offered for the next one.
        window.press("flecha abajo");
        window.press("Espacio");
        window.press("flecha abajo");
        window.press("Enter");
        window.see("Aceptar 13, rechazar 2");
        shot(&mut window, &format!("cuts-reconcile-{}.png", FRAME.get().height * FRAME.get().scale));
        window.press("Ctrl+Enter");
        window.see("13 altas aceptadas, 2 rechazadas.");
        // On to the bajas.
        window.see("Aceptar 2");
        window.press("Ctrl+Enter");
        window.see("2 bajas aceptadas.");
        let cut = desk(&window).closed_cut("2026-11-30".parse().unwrap()).unwrap().unwrap();
        assert_eq!((cut.dispatches[0].answers.accepted, cut.dispatches[0].answers.rejected), (13, 2));
        assert_eq!(cut.dispatches[1].answers.accepted, 2);
    }
}

#[test]
fn without_a_registro_patronal_the_files_are_refused_in_words() {
    let computer = queued(1);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    desk.reset(Topic::Registros).unwrap();
    desk.close_cut("2026-11-30".parse().unwrap()).unwrap();
    drop(desk);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("flecha arriba");
    window.see("Sin registro patronal");
    window.press("Ctrl+P");
    window.press("A");
    window.press("Enter");
    window.see(
        "El archivo lleva el registro patronal, y no estaba en Ajustes cuando se cerró el corte C-2026-22.",
    );
}

#[test]
fn hoy_tells_of_a_cut_that_is_closed_and_not_sent_and_opens_it() {
    let computer = closed(9);
    let mut window = computer.start();
    window.see("Corte del 30 de noviembre cerrado, sin enviar");
    window.see("8 altas, 1 baja; folio C-2026-22. Regístrelo cuando salga");
    window.see("cerrado, sin enviar");
    computer.hand.move_to("2026-12-05 09:00");
    window.press("F5");
    window.see("Corte del 30 de noviembre cerrado, sin enviar");
    window.dont_see("Sin enviar del corte del 30 de noviembre");
    window.press("Enter");
    window.see("Corte del lunes 30 de noviembre");
    assert_eq!(window.focused().as_deref(), Some("corte-envios"));
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    window.press("Ctrl+1");
    window.dont_see("sin enviar");
}

/// N26: on the day of the cut the program opens where the office has to go on.
#[test]
fn on_the_day_of_the_cut_the_program_opens_on_its_runway() {
    let computer = queued(9);
    // The working day before a Monday is no operating day of it: the cut keeps its own.
    computer.hand.move_to("2026-11-27 09:00");
    let mut window = computer.start();
    window.see("Por hacer");
    drop(window);
    computer.hand.move_to("2026-11-30 08:30");
    let mut window = computer.start();
    window.see("Los 9 movimientos están listos.");
    assert_eq!(window.focused().as_deref(), Some("corte"));
    // Esc leaves it.
    window.press("Esc");
    window.see("Por hacer");
    window.see("Hoy es el corte");
    window.press("Ctrl+3");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    drop(window);
    // Closed and not sent: it goes on there.
    let mut window = computer.start();
    window.see("Registrar 2 envíos");
    window.press("Ctrl+Enter");
    window.press("Ctrl+Enter");
    drop(window);
    let mut window = computer.start();
    window.see("Por hacer");
    window.see("cerrado y enviado");
}

#[test]
fn the_last_working_day_before_a_cut_on_a_weekend_is_its_day_too() {
    let computer = Computer::new();
    computer.hand.move_to("2026-10-29 09:00");
    {
        let mut desk = Desk::set_up(&computer.data(), &first_run(), computer.hand.clock()).unwrap();
        let student = desk.enroll(&in_order(0));
        desk.queue_alta(student).unwrap();
    }
    let mut window = computer.start();
    window.see("Por hacer");
    drop(window);
    computer.hand.move_to("2026-10-30 09:00");
    let mut window = computer.start();
    window.see("Corte del sábado 31 de octubre");
}

#[test]
fn a_long_cut_is_walked_page_by_page() {
    let computer = Computer::new();
    let mut desk = Desk::set_up(&computer.data(), &first_run(), computer.hand.clock()).unwrap();
    for n in 0..1_200 {
        let mut entry = in_order(n);
        if n % 3 == 0 {
            entry.nss = String::new();
        }
        let student = desk.enroll(&entry);
        desk.queue_alta(student).unwrap();
    }
    drop(desk);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("Enter");
    window.see("1 a 50 de 1,200");
    window.see("400 movimientos no entran");
    for _ in 0..8 {
        window.press("AvPág");
    }
    window.see("401 a 450 de 1,200");
    window.see("Listos");
    window.press("Inicio");
    window.press("flecha arriba");
    window.see("351 a 400 de 1,200");
}

#[test]
fn ctrl_z_in_the_panel_takes_back_what_is_typed_there_and_nothing_that_was_saved() {
    let computer = queued_with_three_held(3);
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("Enter");
    window.press("F6");
    window.type_text("481906");
    window.press("Ctrl+Z");
    assert_eq!(window.value("corte-nss"), "11 dígitos");
    window.dont_see("Se deshizo");
    window.press("Ctrl+Z");
    window.see("Se deshizo");
}

#[test]
fn tab_goes_around_every_step_and_is_always_seen() {
    let ways: [(&str, Computer, &[&str]); 4] = [
        ("revisar", queued_with_three_held(60), &["Ctrl+3", "Enter"]),
        (
            "cerrar",
            queued_with_three_held(5),
            &["Ctrl+3", "Enter", "Ctrl+Enter"],
        ),
        ("enviar", closed(9), &["Ctrl+3", "flecha arriba", "Enter"]),
        (
            "conciliar",
            sent(60),
            &["Ctrl+3", "flecha arriba", "Enter", "Espacio"],
        ),
    ];
    for (step, computer, way) in ways {
        for frame in [WIDE, SMALLEST, ZOOMED] {
            FRAME.set(frame);
            let mut window = computer.start();
            for key in way {
                window.press(key);
            }
            let first = window.focused();
            assert!(first.is_some(), "{step}");
            let back = (0..40).any(|_| {
                window.press("Tab");
                let here = window.focus_in_view();
                let here = here.unwrap_or_else(|| panic!("{step} {frame:?}: the focus is out of sight"));
                assert!(
                    here.height >= 24.0 && here.width >= 24.0,
                    "{step} {frame:?}: {:?} is cut off: {here:?}",
                    window.focused()
                );
                window.focused() == first
            });
            assert!(back, "{step} {frame:?}: Tab never comes back to {first:?}");
        }
    }
}
