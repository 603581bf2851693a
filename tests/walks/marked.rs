//! Acts on those who are marked in the list, and on all of a filter.

use super::*;
use ventanilla::domain::filter::Filter;

fn queued(window: &Driver<Window>) -> u64 {
    desk(window).next_cut_count().unwrap().altas
}

/// Seven people, none of them with a NSS, and the focus on the list.
fn campus() -> (Computer, Driver<Window>) {
    let computer = Computer::with(&people(7));
    let mut window = computer.start();
    window.press("Ctrl+2");
    assert_eq!(window.focused().as_deref(), Some("lista"));
    window.count_again();
    (computer, window)
}

in_every_frame! {
    /// Three marked with Espacio and Mayús+flecha abajo, one F7: one act, one undo. Five keys until they are queued.
    fn marked_students_are_queued_in_one_act_and_taken_back_in_one() {
        let (_computer, mut window) = campus();
        window.press("Espacio");
        window.see("1 marcado");
        window.press("Mayús+flecha abajo");
        window.press("Mayús+flecha abajo");
        window.see("3 marcados");
        window.press("F7");
        window.see("3 altas en cola para el corte del 30 de noviembre");
        assert_eq!(window.keys(), 4);
        assert_eq!(queued(&window), 3);
        window.dont_see("3 marcados");

        window.press("Ctrl+Z");
        window.see("Se deshizo el alta de varias personas.");
        assert_eq!(queued(&window), 0);
        window.press("Ctrl+Y");
        assert_eq!(queued(&window), 3);
    }
}

#[test]
fn who_may_not_be_queued_is_named_before_anything_is_saved() {
    let (_computer, mut window) = campus();
    window.press("F7");
    assert_eq!(queued(&window), 1, "the first row alone");
    window.press("Esc");
    window.press("Inicio");
    window.press("Espacio");
    window.press("Mayús+flecha abajo");
    window.press("F7");
    window.see("1 entra al corte del 30 de noviembre; 1 no:");
    window.see("ya tiene alta para el 30 nov");
    assert_eq!(queued(&window), 1, "nothing yet");
    shot(&mut window, "left-out.png");
    window.press("Ctrl+Enter");
    window.see("1 alta en cola para el corte del 30 de noviembre");
    window.see("Sin cambio: 1 persona.");
    assert_eq!(queued(&window), 2);
}

#[test]
fn marks_go_with_esc_and_stay_over_a_search() {
    let (_computer, mut window) = campus();
    window.press("Espacio");
    window.press("F2");
    window.type_text("zzz");
    window.see("1 marcado");
    window.press("Esc");
    window.dont_see("1 marcado");
}

#[test]
fn one_motive_serves_for_all_bajas_and_one_check_for_all() {
    let (_computer, mut window) = campus();
    window.press("Espacio");
    window.press("Mayús+Fin");
    window.see("7 marcados");
    window.press("F8");
    window.see("7 personas marcadas");
    window.press("E");
    window.press("Ctrl+Enter");
    window.see("7 bajas en cola para el corte del 30 de noviembre");
    assert_eq!(desk(&window).next_cut_count().unwrap().bajas, 7);

    window.press("Inicio");
    window.press("Espacio");
    window.press("Mayús+flecha abajo");
    window.press("F12");
    window.see("2 personas marcadas");
    window.press("N");
    window.press("Ctrl+Enter");
    window.see("Se registró NO VIGENTE al 21 nov 2026 de 2 personas.");
    window.press("Ctrl+Z");
    window.see("Se deshizo la vigencia de varias personas.");
}

/// The next semester for a whole list: what is shown is what is saved.
#[test]
fn the_semester_of_a_whole_list_goes_on_by_one() {
    let mut entries = people(7);
    for (number, entry) in entries.iter_mut().enumerate() {
        entry.semester = if number < 5 { "3".into() } else { String::new() };
    }
    let computer = Computer::with(&entries);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("Espacio");
    window.press("Mayús+Fin");
    window.click_id("cambiar-un-dato");
    window.press("Tab");
    window.type_text("+1");
    window.see("5 fichas cambian; 2 se quedan como están.");
    window.see("de 3.º a 4.º");
    shot(&mut window, "change.png");
    window.press("Ctrl+Enter");
    window.see("Se cambió el semestre de 5 personas.");
    let semesters = |window: &Driver<Window>| -> Vec<_> {
        let page = desk(window).list(Filter::All, "", 0, 50).unwrap();
        page.rows
            .iter()
            .map(|row| row.student.particulars.semester.map(|it| it.number()))
            .collect()
    };
    assert_eq!(semesters(&window).iter().filter(|it| **it == Some(4)).count(), 5);
    window.press("Ctrl+Z");
    assert_eq!(semesters(&window).iter().filter(|it| **it == Some(3)).count(), 5);
}

#[test]
fn a_saved_filter_is_chosen_by_arrow_and_narrowed_by_what_is_typed() {
    let (_computer, mut window) = campus();
    window.see("Sin NSS");
    window.press("F7");
    window.press("Esc");
    window.click_id("lista");
    window.press("Mayús+Tab");
    assert_eq!(window.focused().as_deref(), Some("filtros"));
    window.press("flecha derecha");
    window.press("flecha derecha");
    window.see("1 de 7");
    shot(&mut window, "filter.png");

    // Who is looked for may be in no list at all: a search is among everybody, and a filter narrows it afterwards.
    window.press("F2");
    window.type_text("luna solac");
    window.see("Luna Solac, Ana");
    window.click_id("lista");
    window.press("Mayús+Tab");
    window.press("flecha derecha");
    window.press("flecha derecha");
    window.see("Nadie de la lista «Con movimiento en cola o en envío» coincide con lo escrito.");
}
