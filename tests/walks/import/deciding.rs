//! Deciding, saving and taking back, row by row and as a whole.

use super::*;

#[test]
fn ctrl_z_takes_decisions_back_and_then_what_was_saved() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    window.see("2 renglones por decidir");
    window.press("A");
    window.see("1 renglón por decidir");
    window.press("Ctrl+Z");
    window.see("2 renglones por decidir");
    window.see("Se quitó la última decisión.");
    window.press("Ctrl+Z");
    window.see("No queda ninguna decisión que quitar.");
    while !window.texts().contains(&"Aceptar 1".to_owned()) {
        window.press("flecha abajo");
    }
    window.press("A");
    window.press("Ctrl+Enter");
    window.type_text("s");
    window.see("Se agregó 1 estudiante");
    assert_eq!((total(&window), movements(&window)), (1, 0));
    window.press("Ctrl+Z");
    assert_eq!(total(&window), 0);
    window.see("Se deshizo la importación de “altas.csv”");
    window.see("1 renglón por decidir");
}

#[test]
fn a_row_left_out_and_one_left_for_later_are_not_lost() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    window.press("Supr");
    window.see("apartado");
    window.see("1 renglón por decidir");
    window.press("Ctrl+1");
    window.see("Renglón por decidir");
    window.see("de altas.csv, leído el 21 nov");
    window.press("Enter");
    window.see("Revisión");
    window.see("1 renglón por decidir");
    window.see("Apartados");
    window.press("Ctrl+Mayús+X");
    window.see("Exportado (Excel): 1 renglón por decidir");
    let written = std::fs::read_dir(computer.documents()).unwrap().count();
    assert_eq!(written, 1);
}

#[test]
fn what_was_affiliated_before_is_marked_and_queues_nothing() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.press("Ctrl+Enter");
    window.type_text("y");
    window.see("Se agregó 1 estudiante");
    assert_eq!(movements(&window), 0);
    let page = desk(&window).find_up_to("", 10).unwrap();
    assert!(page.rows[0].student.prior_alta.is_some());
}

#[test]
fn a_former_import_is_taken_back_after_a_question() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.press("Ctrl+Enter");
    window.press("Enter");
    assert_eq!(total(&window), 1);
    window.press("Ctrl+I");
    window.press("F6");
    shot(&mut window, "import-former.png");
    window.press("Supr");
    window.see("¿Deshacer esta importación?");
    window.see("Se desharía la importación de “altas.csv”: 1 ficha.");
    window.press("Enter");
    assert_eq!(total(&window), 0);
    window.see("Se deshizo la importación de “altas.csv”");
    window.see("Todavía no se ha importado nada.");
}

#[test]
fn saving_can_be_stopped_and_saves_nothing() {
    let computer = Computer::before_the_form();
    computer.download("formulario-altas-2026.xlsx", "Formulario altas 2026.xlsx");
    let mut window = computer.start();
    for key in ["Ctrl+I", "Enter", "Ctrl+Enter"] {
        window.press(key);
    }
    window.hurry();
    window.press("Enter");
    // At once: on a busy computer the work may be over before another key is heard.
    window.press("Esc");
    // Until it has stopped nothing else is heard.
    window.press("Ctrl+2");
    window.wait();
    window.see("Se detuvo. No se guardó nada.");
    window.see("Revisión");
    assert_eq!((total(&window), movements(&window)), (38, 0));
    // What was decided is still there.
    window.press("Ctrl+Enter");
    window.press("Enter");
    window.see("Se agregaron 531");
}

#[test]
fn a_register_that_changed_meanwhile_is_compared_again() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.press("A");
    window.see("0 cambian; 0 quedan igual");
    window.press("F4");
    for typed in ["24230318", "", "Juan Pablo", "Hernández", "Muñoz"] {
        window.type_text(typed);
        window.press("Enter");
    }
    window.press("Ctrl+Enter");
    window.see("Se guardó");
    window.press("Ctrl+I");
    window.see("Revisión");
    window.see("1 cambia; 0 quedan igual");
}

#[test]
fn the_mouse_decides_too() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN, LUIS]));
    window.click("NSS con cero perdido");
    window.click("Aceptar");
    window.see("1 renglón por decidir");
    window.click("Quitar");
    window.see("2 renglones por decidir");
    window.click("Número con dígitos perdidos");
    window.click("Apartar");
    window.see("1 renglón por decidir");
    window.click("Columnas");
    window.see("Qué es esta hoja");
    window.click("Continuar");
    window.click("Guardar lo decidido");
    window.see("Todavía no hay nada que guardar.");
}

#[test]
fn a_register_in_memory_is_written_on_the_spot() {
    let computer = Computer::new();
    computer.put_down(
        "altas.csv",
        form(&["ZZ990001;Zárate;Quino;Zoe;;;;M;Ingeniería Química;1"]),
    );
    let (window, task) = Window::new(Machine {
        data: computer.data(),
        documents: computer.documents(),
        sheets: vec![computer.downloads()],
        drives: Arc::new(Vec::new),
        clock: computer.hand.clock(),
        viewer: Arc::new(|_| true),
        demo: true,
    });
    let mut window = Driver::boot(window, task);
    window.press("Ctrl+I");
    window.press("Enter");
    window.press("Ctrl+Enter");
    window.see("El que no tiene NSS también");
    window.press("Enter");
    window.see("Se agregó 1");
}

#[test]
fn others_at_the_counter_see_the_last_digits_alone() {
    let computer = Computer::with(&[]);
    let mut window = opened(&computer, "altas.csv", &form(&[JUAN]));
    window.see("03-19-04-1234-0");
    window.press("Ctrl+M");
    window.dont_see("03-19-04-1234-0");
    window.dont_see("3190412340");
    window.press("Esc");
    window.see("Qué es esta hoja");
    window.dont_see("3190412340");
    window.dont_see("HEMJ040315HVZRXNA8");
}
