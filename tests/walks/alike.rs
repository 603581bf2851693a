//! People of one name: picked in the list, compared, told apart.

use super::*;

/// Ana Lucía Ramírez Soto, as often as somebody bears the name.
fn ana(number: &str) -> Entry {
    person(number, "Ana Lucía", "Ramírez", "Soto")
}

/// Two of them: another career, another year, another NSS.
fn two() -> [Entry; 2] {
    [
        Entry {
            nss: "48190600428".into(),
            birth_date: "14/5/2006".into(),
            career: "Ingeniería Industrial".into(),
            semester: "3".into(),
            ..ana("25230457")
        },
        Entry {
            birth_date: "2/9/2004".into(),
            career: "Ingeniería Química".into(),
            semester: "7".into(),
            ..ana("23230112")
        },
    ]
}

fn picture(window: &mut Driver<Window>, name: &str) {
    let Frame { width, scale, .. } = FRAME.get();
    shot(window, &format!("alike-{name}-{}.png", width / scale));
}

in_every_frame! {
    /// Walk 5, budget: one key more than for a name that one person has.
    fn the_second_of_two_people_of_one_name_takes_one_key_more() {
        let computer = Computer::with(&two());
        let mut window = computer.start();
        window.press("F2");
        window.type_text("ramirez soto ana");
        window.see("2 de 2");
        // What tells them apart, besides the columns that there always are.
        window.see("n. 2006");
        window.see("n. 2004");
        picture(&mut window, "list");
        window.press("Enter");
        let first = window.keys();
        window.see("25230457 · Ing. Industrial · 3.er semestre");
        drop(window);

        let mut window = computer.start();
        window.press("F2");
        window.type_text("ramirez soto ana");
        window.press("flecha abajo");
        window.press("Enter");
        window.see("23230112 · Ing. Química · 7.º semestre");
        assert_eq!(window.keys(), first + 1);
    }

    /// Walk 5, budget: two keys.
    fn two_people_are_told_apart_with_two_keys_and_not_proposed_again() {
        let computer = Computer::with(&two());
        let mut window = computer.start();
        window.press("F2");
        window.type_text("25230457");
        window.press("Enter");
        window.see("Hay otra persona con este nombre. Ctrl+D compara.");

        window.count_again();
        window.press("Ctrl+D");
        window.see("Comparar posibles duplicados");
        for cell in ["25230457", "23230112", "14 de mayo de 2006", "2 de septiembre de 2004", "distinto", "igual", "falta"] {
            window.see(cell);
        }
        picture(&mut window, "compare");
        window.press("d");
        assert_eq!(window.keys(), 2);
        window.see("Quedó anotado: Ramírez Soto, Ana Lucía (25230457) y Ramírez Soto, Ana Lucía (23230112) son dos personas.");
        window.dont_see("Ctrl+D compara");
        window.press("Ctrl+D");
        window.see("La otra persona como Ramírez Soto, Ana Lucía ya está anotada como distinta.");

        // The other record says the same, and both histories tell it.
        window.press("F2");
        window.type_text("23230112");
        window.press("Enter");
        window.dont_see("Ctrl+D compara");
        window.see("Lupita anotó que es otra persona que Ramírez Soto, Ana Lucía (25230457)");
        window.press("Ctrl+Z");
        window.see("Hay otra persona con este nombre. Ctrl+D compara.");
        window.press("Ctrl+Y");
        window.dont_see("Ctrl+D compara");
    }

    /// Walk 5: while creating a third. What D says is kept with the record, in the same act.
    fn a_third_person_of_the_name_is_compared_while_being_registered() {
        let computer = Computer::with(&two());
        let mut window = computer.start();
        window.press("F4");
        window.type_text("26230001");
        window.press("Enter");
        window.press("Enter");
        window.type_text("Ana Lucía");
        window.press("Enter");
        window.type_text("Ramírez");
        window.press("Enter");
        window.type_text("Soto");
        window.see("Hay 2 personas con este nombre. Ctrl+D compara.");
        window.click_id("nacimiento");
        window.type_text("3/3/2007");
        window.see("Hay 2 personas con este nombre; ninguna comparte CURP ni fecha.");
        picture(&mut window, "form");

        window.count_again();
        window.press("Ctrl+D");
        window.see("Comparar posibles duplicados (1 de 2)");
        window.see("En el formulario");
        window.press("d");
        assert_eq!(window.keys(), 2);
        window.see("es otra persona: se anotará al guardar.");
        window.press("Esc");
        window.see("Hay 1 persona con este nombre; no comparte CURP ni fecha.");
        // In a form Ctrl+Z takes back what was done there.
        window.press("Ctrl+Z");
        window.see("Hay 2 personas con este nombre; ninguna comparte CURP ni fecha.");
        window.press("Ctrl+Y");
        window.press("Ctrl+D");
        window.press("D");
        window.dont_see("con este nombre");
        window.press("Ctrl+Enter");
        window.see("Se guardó a Ramírez Soto, Ana Lucía.");
        window.dont_see("Ctrl+D compara");
        let saved = desk(&window).record_by_identifier("26230001").unwrap().student.id;
        assert_eq!(desk(&window).alike(saved).unwrap().told_apart.len(), 2);
        window.press("Ctrl+Z");
        assert_eq!(desk(&window).count_students().unwrap(), 2);
    }
}

#[test]
fn who_has_the_same_curp_is_told_in_red_and_can_be_opened_from_the_comparison() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("F4");
    window.type_text("26230001");
    window.press("Enter");
    window.type_text(&maria().curp);
    window.press("Enter");
    for text in ["María Fernanda", "de la Cruz", "Núñez"] {
        window.type_text(text);
        window.press("Enter");
    }
    window.see("Ya hay una persona registrada con esta CURP. Le sugerimos abrir esa ficha en lugar de crear otra. Compárelas con Ctrl+D.");
    window.press("Ctrl+D");
    window.see("igual");
    window.click("Abrir la otra");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    // What was typed waits as a draft.
    window.press("F4");
    assert_eq!(window.value("numero-de-control"), "26230001");
}

#[test]
fn a_comparison_masks_the_numbers_where_others_can_see_it() {
    let computer = Computer::with(&two());
    let mut window = computer.start();
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("Ctrl+D");
    window.see("48-19-06-0042-8");
    window.press("Ctrl+M");
    window.dont_see("48-19-06-0042-8");
    window.see("…0428");
    window.press("Esc");
    window.dont_see("Comparar posibles duplicados");
    assert_eq!(
        desk(&window).next_undo().unwrap().unwrap().kind,
        ventanilla::domain::act::ActKind::Register
    );
}

#[test]
fn nobody_to_compare_with_is_said() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.press("Ctrl+D");
    window.see("Elija a una persona de la lista");
    window.press("Ctrl+2");
    window.press("Ctrl+D");
    window.see("Nadie más comparte nombre, CURP ni NSS con De la Cruz Núñez, María Fernanda.");
    window.press("F4");
    window.press("Ctrl+D");
    window.see("Nadie registrado comparte lo que lleva el formulario.");
}
