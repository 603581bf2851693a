//! What is seldom done to a record, by keyboard: archived and brought back, a number in place of a folio.

use super::*;

/// Presses Tab until this has the focus.
#[track_caller]
fn tab_to(window: &mut Driver<Window>, id: &str) {
    for _ in 0..24 {
        window.press("Tab");
        if window.focused().as_deref() == Some(id) {
            return;
        }
    }
    panic!("Tab does not reach {id}");
}

/// Found with 10 keys, archived by Tab and Enter; never called a baja.
#[test]
fn a_graduate_is_archived_found_again_and_restored() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.count_again();
    window.press("F2");
    window.type_text("24230318");
    window.press("Enter");
    tab_to(&mut window, "archivar");
    window.press("Enter");
    assert!(window.keys() <= 22, "{} keys", window.keys());
    window.see("Se archivó la ficha.");
    window.see("Deshacer: Ctrl+Z");
    window.see("Archivada desde el 21 nov 2026");
    window.dont_see("se dio de baja");
    shot(&mut window, "archived.png");

    // The exact matrícula finds it, and the record says so.
    window.press("F2");
    window.press("Ctrl+A");
    window.type_text("24230318");
    window.press("Enter");
    window.see("Archivada desde el 21 nov 2026");
    tab_to(&mut window, "restaurar");
    window.press("Enter");
    window.see("Se restauró la ficha: vuelve a la lista diaria.");
    window.dont_see("Archivada desde el");

    window.press("Ctrl+Z");
    window.see("Se deshizo la restauración de la ficha de Hernández Muñoz, Juan Pablo.");
    window.press("Ctrl+Z");
    window.see("Se deshizo el archivo de la ficha de Hernández Muñoz, Juan Pablo.");
}

#[test]
fn nobody_is_archived_with_an_alta_in_the_queue() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    tab_to(&mut window, "archivar");
    window.press("Enter");
    window.see("No se archivó: hay un alta en cola para el corte del 30 de noviembre. Cancélela, o espere a que se envíe.");
    window.dont_see("Archivada desde el");
}

#[test]
fn a_number_takes_the_place_of_a_folio_and_what_is_refused_stays_typed() {
    let ana = person("P20260001", "Ana", "Luna", "Soto");
    let computer = Computer::with(&[ana, juan()]);
    let mut window = computer.start();
    window.press("F2");
    window.type_text("P20260001");
    window.press("Enter");
    tab_to(&mut window, "asignar-numero");
    window.press("Enter");
    window.see("En lugar del folio P20260001, que la búsqueda y las hojas ya impresas siguen encontrando.");
    assert_eq!(window.focused().as_deref(), Some("numero-de-control"));
    window.type_text("24230318");
    window.press("Enter");
    window.see("24230318 ya es de Hernández Muñoz, Juan Pablo. Compruebe el número en el documento de la escuela y corríjalo.");
    assert_eq!(window.focused().as_deref(), Some("numero-de-control"));
    shot(&mut window, "control-number.png");
    window.press("Ctrl+A");
    window.type_text("26230123");
    window.press("Ctrl+Enter");
    window.see("Se asignó 26230123 a Luna Soto, Ana, en lugar del folio P20260001.");
    window.see("Lupita asignó 26230123 en lugar del folio P20260001");
    window.dont_see("Asignar número de control");

    window.press("F2");
    window.press("Ctrl+A");
    window.type_text("P20260001");
    window.press("Enter");
    window.see("LUNA SOTO, ANA");
    window.see("26230123");
}
