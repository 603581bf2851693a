//! Finding people: as one types, by scanner, among recents, from page to page.

use super::*;

#[test]
fn the_search_box_shows_recents_and_says_nothing_of_nobody_before_something_was_typed() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("F2");
    window.see("Aquí aparecerán las últimas fichas que abra.");
    window.dont_see("No hay nadie");
    window.type_text("hern");
    window.press("Enter");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    window.press("Esc");
    window.press("F2");
    window.see("Las últimas fichas");
    shot(&mut window, "recents.png");
    window.press("flecha abajo");
    window.press("Enter");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    window.press("F2");
    window.type_text("peres");
    window.see("No hay nadie con “peres”. Presione F4 para registrar a una persona nueva.");
}

#[test]
fn keys_are_about_nobody_until_somebody_was_chosen() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    for key in ["F7", "F8", "F9", "F12"] {
        window.press(key);
        window.see("Elija a una persona de la lista, o búsquela con F2.");
    }
    assert_eq!(desk(&window).next_cut_count().unwrap().total(), 0);
    window.type_text("zzzz");
    window.press("Enter");
    window.see("No hay nadie con “zzzz”.");
    window.press("Esc");
    window.press("flecha abajo");
    window.press("Ctrl+2");
    window.press("F7");
    window.see("Alta en cola");
}

#[test]
fn a_letter_typed_on_the_list_goes_on_in_the_search_box() {
    let computer = Computer::with(&[maria(), juan(), person("25230111", "Íñigo", "Ñandú", "")]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    assert_eq!(window.focused().as_deref(), Some("lista"));
    window.type_text("ñan");
    assert_eq!(window.value("buscar"), "ñan");
    window.see("1 de 3");
    window.press("Enter");
    window.see("ÑANDÚ, ÍÑIGO");
}

#[test]
fn a_scanned_sheet_opens_its_record_and_a_scanned_card_the_next_one() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.scan("24230318");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    window.scan("25230457");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");

    let student = desk(&window).find("25230457", 0).unwrap().rows[0].student.id;
    window.press("F9");
    window.press("Enter");
    let folio = desk(&window).store().reader().prints_of(student).unwrap()[0]
        .folio
        .clone();
    let code = ventanilla::print::qr::MuteCode::new("TECNM23", "25230457", &folio).unwrap();
    window.scan("24230318");
    window.scan(&code.text());
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn at_midnight_everything_is_of_the_new_day() {
    let computer = Computer::with(&[maria()]);
    computer.hand.move_to("2026-11-30 23:59");
    let mut window = computer.start();
    window.see("Corte 30 nov (lun) · es hoy · sin movimientos");
    computer.hand.move_to("2026-12-01 00:01");
    window.send(Message::Ticked);
    window.see("Corte 16 dic (mié) · faltan 15 días · sin movimientos");
    window.see("Copia de ayer, 23:59, verificada");
}

#[test]
fn the_search_box_emptied_on_another_screen_leaves_no_filter_behind() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.type_text("hern");
    window.see("1 de 2");
    window.press("Ctrl+3");
    window.press("F2");
    window.press("Retroceso");
    window.see("Corte del lunes 30 de noviembre");
    window.press("Ctrl+2");
    window.dont_see("1 de 2");
    window.see("De la Cruz Núñez, María Fernanda");
}

#[test]
fn the_recents_are_reached_by_arrow_from_a_form_and_esc_goes_back_into_it() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.type_text("25230457");
    window.press("Enter");
    window.press("F4");
    window.type_text("2523");
    window.press("F2");
    window.press("Retroceso");
    window.see("Las últimas fichas");
    window.press("Esc");
    assert_eq!(window.focused().as_deref(), Some("numero-de-control"));
    assert_eq!(window.value("numero-de-control"), "2523");
    window.press("F2");
    window.press("flecha abajo");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}

#[test]
fn enter_in_the_empty_search_box_puts_no_notice_away() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F7");
    window.press("F7");
    window.see("Ya hay un alta en cola");
    window.press("F2");
    window.press("Enter");
    window.see("Ya hay un alta en cola");
}

/// The record that is shown is the one that Enter corrects, and the one selected in the list.
#[test]
fn a_record_opened_from_elsewhere_is_the_one_that_enter_corrects() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window.press("F2");
    window.type_text("hern");
    window.press("Ctrl+3");
    window.press("Enter");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    window.dont_see("1 de 2");
    window.press("Enter");
    window.see("Corregir: De la Cruz Núñez, María Fernanda");
}

#[test]
fn who_was_saved_is_selected_also_on_a_later_page() {
    let computer = Computer::with(&people(120));
    let mut window = computer.start();
    window.press("F4");
    window.type_text("25239999");
    window.click_id("nombres");
    window.type_text("Zoe");
    window.press("Enter");
    window.type_text("Zuluaga");
    window.press("Ctrl+Enter");
    window.see("Página 3 de 3");
    window.press("Ctrl+2");
    window.press("flecha arriba");
    window.see("LUNA SOLEP, ANA");
    window.press("flecha abajo");
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: Zuluaga, Zoe");
}

#[test]
fn a_page_that_lost_its_only_row_gives_way_to_the_one_before_it() {
    let computer = Computer::with(&people(50));
    computer.enroll(&[person("25239999", "Zoe", "Zuluaga", "")]);
    {
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        for row in desk.find_up_to("", 51).unwrap().rows {
            desk.queue_alta(row.student.id).unwrap();
        }
    }
    let mut window = computer.start();
    window.press("Ctrl+3");
    window.press("Enter");
    window.press("AvPág");
    window.see("51 a 51 de 51");
    window.press("Supr");
    window.see("Se canceló el alta");
    window.see("50 movimientos");
    window.dont_see("No hay movimientos para este corte");

    let computer = Computer::with(&people(50));
    computer.enroll(&[person("25239999", "Zoe", "Zuluaga", "")]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("AvPág");
    window.see("Página 2 de 2");
    window.press("Ctrl+Z");
    window.see("Se deshizo");
    window.see("Página 1 de 1");
    window.dont_see("Aún no hay estudiantes");
}

in_every_frame! {
    fn what_is_typed_beside_a_name_narrows_the_list_and_is_shown_as_what_it_is() {
        let without = |number, first, career: &str| Entry {
            career: career.into(),
            ..person(number, "Ana", first, "Sol")
        };
        let computer = Computer::with(&[
            maria(),
            juan(),
            without("25230011", "Luna", "Ingeniería Industrial"),
            without("25230012", "Peña", "Ingeniería Química"),
            without("25230013", "Peña", "Ingeniería Industrial"),
        ]);
        let mut window = computer.start();
        window.press("F2");
        window.see("número de control, nombre, NSS o CURP; también: sin nss, corte:30nov, carrera:ind");
        window.type_text("sin nss");
        window.see("3 de 5");
        window.see("Acotado a");
        shot(&mut window, &format!("typed-{}.png", FRAME.get().width / FRAME.get().scale));
        // A list was asked for, and nobody in it.
        window.press("F7");
        window.see("Elija a una persona de la lista, o búsquela con F2.");
        assert_eq!(desk(&window).next_cut_count().unwrap().total(), 0);

        window.press("F2");
        window.type_text("sin nss carrera:ind peña");
        window.see("1 de 5");
        window.see("Ing. Industrial");
        window.press("Enter");
        window.see("PEÑA SOL, ANA");
        window.press("F7");
        window.see("Alta en cola");

        window.press("F2");
        window.type_text("corte:30nov");
        window.see("Corte 30 nov");
        window.see("1 de 5");
        window.press("F2");
        window.type_text("corte:16nov peña");
        window.see("Nadie cumple a la vez: Corte 16 nov y “peña”. Esc borra la búsqueda.");
        window.press("F2");
        window.type_text("carrera:xyz");
        window.see("Carrera “xyz”: ninguna");
        window.press("Esc");
        window.dont_see("Acotado a");
    }
}

#[test]
fn a_chip_of_what_was_typed_is_put_away_by_itself() {
    let computer = Computer::with(&[maria(), person("25230011", "Ana", "Luna", "Sol")]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("luna corte:30nov sin nss");
    window.see("Nadie cumple a la vez: Corte 30 nov, Sin NSS y “luna”.");
    window.click("Corte 30 nov");
    assert_eq!(window.value("buscar"), "luna sin nss");
    window.see("1 de 2");
    assert!(!window.texts().contains(&"Corte 30 nov".to_owned()));
}

/// What is printed says in words which list it is, and its folio opens the same one again.
#[test]
fn a_typed_list_is_printed_and_opened_again() {
    let computer = Computer::with(&[maria(), person("25230011", "Ana", "Luna", "Sol")]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.type_text("sin nss corte:30nov ana");
    window.press("Esc");
    window.type_text("sin nss ana");
    window.press("Ctrl+P");
    window.see("Sin NSS · búsqueda «ana» · 1 persona");
    window.press("Enter");
    window.see("Se abrió la relación");
    let texts = window.texts();
    let said = texts
        .iter()
        .find(|text| text.contains("Se abrió la relación"))
        .unwrap();
    let folio = said
        .split("folio ")
        .nth(1)
        .unwrap()
        .split(['.', ' ', ','])
        .next()
        .unwrap();
    let entry = desk(&window)
        .store()
        .reader()
        .roster_by_folio(folio)
        .unwrap()
        .unwrap();
    assert_eq!(
        (entry.list.as_str(), entry.typed.as_str(), entry.rows),
        ("todos", "sin nss ana", 1)
    );
}
