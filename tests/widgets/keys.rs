//! Keys that press, choose and mark.

use super::*;
use crate::demo::{Section, Sex};

#[test]
fn enter_and_space_press_once_however_long_they_are_held() {
    let mut demo = Demo::driven();
    while demo.focused().as_deref() != Some("save") {
        demo.press("Tab");
    }

    demo.hold("Enter", 5);
    assert_eq!(demo.program().saved, 1);
    demo.hold("Espacio", 5);
    assert_eq!(demo.program().saved, 2);
    demo.hold("Ctrl+Enter", 5);
    assert_eq!(demo.program().saved, 3);
}

#[test]
fn enter_held_down_does_not_go_on_in_the_next_field() {
    let mut demo = Demo::driven();
    demo.click_id("nss");

    demo.hold("Enter", 5);
    assert_eq!(demo.focused().as_deref(), Some("umf"));
    assert_eq!(demo.program().saved, 0);
}

#[test]
fn a_key_held_down_is_not_typed_where_the_focus_goes() {
    let mut demo = Demo::driven();
    demo.press("F5");
    assert_eq!(demo.focused().as_deref(), Some("students"));

    // A letter on a list goes on in the search box, once; in a field it may repeat.
    demo.hold("a", 3);
    assert_eq!(demo.value("search"), "leídaa");
    demo.press("F2");
    demo.press("Fin");
    demo.hold("b", 3);
    assert_eq!(demo.value("search"), "leídaabbbb");

    // Space presses the button, which moves the focus into the search box.
    demo.press("Tab");
    assert_eq!(demo.focused().as_deref(), Some("import"));
    demo.hold("Espacio", 3);
    assert_eq!(demo.focused().as_deref(), Some("search"));
    assert_eq!(demo.value("search"), "leídaabbbb");
}

#[test]
fn a_choice_goes_by_arrows_and_first_letters() {
    let mut demo = Demo::driven();
    while demo.focused().as_deref() != Some("sex") {
        demo.press("Tab");
    }

    demo.press("flecha derecha");
    assert_eq!(demo.program().sex, Some(Sex::Woman));
    demo.press("flecha derecha");
    assert_eq!(demo.program().sex, Some(Sex::Man));
    demo.press("flecha izquierda");
    assert_eq!(demo.program().sex, Some(Sex::Woman));
    demo.type_text("x");
    assert_eq!(demo.program().sex, Some(Sex::Other));
    demo.click("Hombre");
    assert_eq!(demo.program().sex, Some(Sex::Man));
    assert_eq!(demo.focused().as_deref(), Some("sex"));

    while demo.focused().as_deref() != Some("sections") {
        demo.press("Tab");
    }
    demo.type_text("m");
    assert_eq!(demo.program().section, Section::Movements);
}

#[test]
fn a_list_is_one_stop_and_its_keys_move_open_and_mark() {
    let mut demo = Demo::driven();
    demo.click("Rivera Acuña, Tomás");
    assert_eq!(demo.program().selected, 8);
    assert!(
        demo.program()
            .focused
            .as_deref()
            .is_some_and(|id| id.contains("students"))
    );

    demo.press("flecha abajo");
    assert_eq!(demo.program().selected, 9);
    demo.press("Inicio");
    assert_eq!(demo.program().selected, 0);
    demo.press("Enter");
    demo.press("Espacio");
    assert_eq!((demo.program().opened, demo.program().marked), (1, 1));
}
