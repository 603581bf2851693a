//! The printer of this computer: asked about once paper went out, measured with the ruler page, and remembered here.

use ventanilla::app::theme::Scheme;
use ventanilla::words::ruler as said;

use super::*;

/// An office that printed its first sheet.
fn that_printed() -> Computer {
    let computer = Computer::with(&[maria()]);
    let mut desk = Desk::open(&computer.data(), computer.hand.clock()).unwrap();
    let maria = desk.find("", 0).unwrap().rows[0].student.id;
    desk.print(Paper::Summary, &[maria], |name, _| Ok(name.into()))
        .unwrap();
    computer
}

in_every_frame! {
    fn the_first_paper_brings_the_ruler_page_and_a_true_answer_ends_the_asking() {
        let computer = that_printed();
        let mut window = computer.start();
        window.see(said::TO_CHECK);
        window.count_again();
        window.press("Enter");
        window.see(said::FIRST);
        see_whole(&mut window, "printer-asked", Scheme::Light);
        // The page, what both lines measure, and that is all.
        window.press("Enter");
        window.see(said::PAGE_OPENED);
        let opened = computer.opened.lock().unwrap().clone();
        assert!(opened[0].ends_with("Hoja de la regla 2026-11-21.pdf"), "{opened:?}");
        window.type_text("100");
        window.press("Enter");
        window.type_text("99.5");
        see_whole(&mut window, "printer-measured", Scheme::Light);
        window.press("Enter");
        window.see("La impresora «De la ventanilla» imprime a tamaño real.");
        window.dont_see(said::TO_CHECK);
        assert_eq!(window.keys(), 4 + "100".len() + "99.5".len());
    }
}

#[test]
fn a_printer_that_scales_is_told_what_to_change_and_asked_about_again() {
    let computer = that_printed();
    let mut window = computer.start();
    window.press("Enter");
    window.press("F9");
    window.type_text("94");
    window.press("Enter");
    window.type_text("cien");
    window.press("Enter");
    window.see("Escriba los milímetros que mide la línea");
    window.press("Ctrl+A");
    window.type_text("10");
    window.press("Enter");
    window.see("escriba milímetros: 10 cm son 100.");
    window.press("Ctrl+A");
    window.type_text("94 mm");
    window.press("Enter");
    window.see("está ajustando a la página: elija Tamaño real. Luego imprima la hoja otra vez.");
    window.see("«De la ventanilla» midió 94 mm el 21 nov 2026. Cambie el ajuste y mida otra vez.");
    window.press("Enter");
    window.press("F9");
    for length in ["100", "100"] {
        window.type_text(length);
        window.press("Enter");
    }
    window.dont_see(said::TO_CHECK);
}

#[test]
fn it_is_measured_from_ajustes_too_and_says_what_is_known() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.dont_see(said::TO_CHECK);
    window.press("Ctrl+9");
    window.press("flecha abajo");
    window.press("flecha abajo");
    window.press("Enter");
    window.see(said::NOBODY_MEASURED);
    window.press("Fin");
    window.see(said::WHY);
    shot(&mut window, "printer-settings.png");
    window.press("Enter");
    window.press("Tab");
    window.press("Ctrl+A");
    window.type_text(&"HP".repeat(60));
    window.press("Enter");
    window.press("Ctrl+Enter");
    window.see("Escriba un nombre más corto, de 40 letras o menos.");
    window.press("Ctrl+A");
    window.type_text("HP de dirección");
    window.press("Enter");
    window.type_text("97");
    window.press("Enter");
    window.type_text("97");
    window.press("Ctrl+Enter");
    window.see("«HP de dirección»: 97 mm, 21 nov 2026 (Lupita). Trabaja con papel A4: elija papel Carta.");
}
