//! Hoy: every number opens its list, every list is printed and exported.

use super::*;
use ventanilla::desk::demo;
use ventanilla::domain::filter::Filter;
use ventanilla::print::qr::MuteCode;

/// A computer whose register holds a sample campus.
fn campus(students: usize) -> Computer {
    let computer = Computer::new();
    drop(demo::create(&computer.data(), students, 1, computer.hand.clock()).unwrap());
    computer
}

#[test]
fn a_number_of_hoy_opens_its_list_and_a_record() {
    let computer = campus(120);
    let mut window = computer.start();
    window.count_again();
    window.see("Por hacer");
    window.see("sábado 21 de noviembre de 2026");
    window.see("faltan 9 días");
    let review = desk(&window).count_of(Filter::ReviewDue).unwrap();
    assert!(review > 1);
    shot(&mut window, "today.png");

    // Past the cut of the 16th, of which the sample has movements that were not sent.
    window.press("flecha abajo");
    window.press("Enter");
    window.see("Revisar vigencia");
    window.see(&format!("{review} de 120"));
    let first = desk(&window)
        .list(Filter::ReviewDue, "", 0, 1)
        .unwrap()
        .rows
        .remove(0);
    window.press("Enter");
    window.see(&first.student.particulars.name.title());
    assert!(window.keys() <= 3, "{} keys to a record", window.keys());

    // Who was looked up is no longer in the list.
    window.press("F12");
    window.press("V");
    window.press("Ctrl+Enter");
    window.press("Ctrl+1");
    window.see("Por hacer");
    assert_eq!(desk(&window).count_of(Filter::ReviewDue).unwrap(), review - 1);
    window.see("Las últimas fichas");
    window.see(&first.student.particulars.name.formal());
}

#[test]
fn a_cut_that_passed_unsent_is_on_hoy_and_has_its_list() {
    let computer = Computer::with(&[maria(), juan()]);
    {
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        let student = desk.find("25230457", 0).unwrap().rows[0].student.id;
        desk.queue_alta(student).unwrap();
    }
    computer.hand.move_to("2026-12-02 09:00");
    let mut window = computer.start();
    window.see("Sin enviar del corte del 30 de noviembre");
    window.see("1 alta, 0 bajas; el corte pasó hace 2 días");
    window.count_again();
    window.press("Enter");
    window.see("Corte del lunes 30 de noviembre");
    window.see("De la Cruz Núñez, María Fernanda");
    window.press("Enter");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    assert_eq!(window.keys(), 2);
}

#[test]
fn the_working_day_before_a_cut_on_a_weekend_it_is_said() {
    let computer = Computer::with(&[maria()]);
    // The cut of 31 October 2026 is a Saturday.
    computer.hand.move_to("2026-10-29 09:00");
    let mut window = computer.start();
    window.see("cae en sábado: prepárelo el viernes 30 oct");
    window.dont_see("El corte es el sábado 31 de octubre");
    computer.hand.move_to("2026-10-30 09:00");
    window.press("F5");
    window.see("El corte es el sábado 31 de octubre");
    window.see("Cae en día inhábil: hoy es el último día hábil para prepararlo.");
    computer.hand.move_to("2026-11-16 09:00");
    window.press("F5");
    window.see("Hoy es el corte");
    window.see("Cae en día inhábil; el último día hábil fue el viernes 13 nov.");
}

#[test]
fn where_everything_is_up_to_date_it_is_said_and_typing_looks_for_somebody() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.see("Todo está al día. El próximo corte es el lunes 30 de noviembre.");
    window.see("Hoy no se espera a nadie.");
    window.count_again();
    window.type_text("hern");
    assert_eq!(window.focused().as_deref(), Some("buscar"));
    window.press("Enter");
    window.see("HERNÁNDEZ MUÑOZ, JUAN PABLO");
    assert_eq!(window.keys(), 5);

    let computer = campus(60);
    let mut window = computer.start();
    assert_eq!(window.focused().as_deref(), Some("hoy-por-hacer"));
    window.type_text("2");
    assert_eq!(window.focused().as_deref(), Some("buscar"));
}

#[test]
fn every_number_of_hoy_can_be_reached_with_tab() {
    let computer = campus(120);
    let mut window = computer.start();
    let mut seen = Vec::new();
    for _ in 0..14 {
        window.press("Tab");
        seen.extend(window.focused());
    }
    for id in ["buscar", "hoy-por-hacer"] {
        assert!(seen.iter().any(|it| it == id), "{id} in {seen:?}");
    }
    // From what is to be done one step back is the last cut of the strip.
    window.press("Ctrl+1");
    window.press("Mayús+Tab");
    window.press("Enter");
    window.see("Corte del jueves 31 de diciembre");
}

in_every_frame! {
    /// Walk 10, as far as it goes before cuts are closed: the list of the cut on paper in three keys.
    fn the_list_in_view_is_printed_and_exported() {
        let computer = campus(120);
        let mut window = computer.start();
        window.count_again();
        window.press("Ctrl+3");
        window.press("Ctrl+P");
        window.see("Relación del corte del 30 de noviembre de 2026");
        window.see("NSS y CURP solo con sus últimos dígitos, como en la pantalla.");
        shot(&mut window, "print-list.png");
        window.press("Enter");
        assert!(window.keys() <= 4, "{} keys", window.keys());
        window.see("Se abrió la relación, folio ");
        let opened = computer.opened.lock().unwrap().clone();
        assert_eq!(opened.len(), 1);
        assert!(std::fs::read(&opened[0]).unwrap().starts_with(b"%PDF-"));

        window.press("Ctrl+Mayús+X");
        window.see("Exportado (Excel): ");
        let sheets: Vec<_> = std::fs::read_dir(computer.documents())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "xlsx"))
            .collect();
        assert_eq!(sheets.len(), 1);
        let list = ventanilla::exchange::workbook::read(&sheets[0]).unwrap();
        let waiting = desk(&window).next_cut_count().unwrap().total() as usize;
        assert_eq!(list.sheets[0].rows.len(), waiting + 1);

        window.press("Ctrl+Z");
        window.see("Lo impreso o exportado no se deshace");
    }
}

#[test]
fn a_search_and_whole_numbers_go_on_paper_and_an_empty_list_does_not() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("Ctrl+Mayús+X");
    window.see("Abra primero una lista");
    window.type_text("hern");
    window.press("Ctrl+P");
    window.see("Todos · búsqueda «hern» · 1 persona");
    window.press("C");
    window.see("NSS y CURP completos. Guarde las hojas bajo llave.");
    window.press("U");
    window.see("NSS y CURP solo con sus últimos dígitos, como en la pantalla.");
    window.press("Esc");
    window.press("Ctrl+3");
    window.press("Ctrl+P");
    window.see("La lista está vacía: no hay nada que imprimir.");
}

#[test]
fn the_code_on_a_list_opens_it_again() {
    let computer = campus(120);
    let code = |list: &str| {
        let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
        let list = desk.named_list(&list.parse().unwrap(), "");
        let folio = desk
            .print_list(&list, false, |name, _| Ok(name.into()))
            .unwrap()
            .folios
            .remove(0);
        MuteCode::new(&desk.campus().plantel_key, "LISTA", &folio)
            .unwrap()
            .text()
    };
    let (cut, without) = (code("corte:2026-11-16"), code("sin_nss"));
    let mut window = computer.start();
    window.press("F2");
    window.type_text(&without);
    window.press("Enter");
    window.see("Inscritos sin NSS");
    window.press("F2");
    window.press("Ctrl+A");
    window.type_text(&cut);
    window.press("Enter");
    window.see("Corte del lunes 16 de noviembre");
}

/// N29: one key, and what was printed is not taken back; its code opens Hoy again.
#[test]
fn the_hoja_de_la_manana_is_one_key_away_on_hoy() {
    let computer = campus(120);
    let mut window = computer.start();
    window.see("Ctrl+P: hoja de la mañana");
    window.count_again();
    window.press("Ctrl+P");
    assert_eq!(window.keys(), 1);
    window.see("Se abrió la hoja de la mañana, folio ");
    let opened = computer.opened.lock().unwrap().clone();
    let name = opened[0].file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("Hoja de la mañana 2026-11-21 "), "{name}");
    assert!(std::fs::read(&opened[0]).unwrap().starts_with(b"%PDF"));
    window.press("Ctrl+Z");
    window.see("Lo impreso o exportado no se deshace");
    window.press("Esc");

    let folio = name.trim_end_matches(".pdf").rsplit(' ').next().unwrap();
    let code = MuteCode::new(&desk(&window).campus().plantel_key, "HOJADEHOY", folio).unwrap();
    window.press("Ctrl+2");
    window.press("F2");
    window.type_text(&code.text());
    window.press("Enter");
    window.see("Por hacer");
}

#[test]
fn the_card_of_keys_is_printed_from_help() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F1");
    window.see("Imprimir la lista en pantalla");
    window.press("Ctrl+P");
    window.see("Se abrió la tarjeta de teclas.");
    let opened = computer.opened.lock().unwrap().clone();
    assert!(opened[0].ends_with("Tarjeta de teclas.pdf"));
}
