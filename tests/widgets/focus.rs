//! Where the focus goes, and that it stays visible.

use super::*;

#[test]
fn tab_goes_around_the_page_and_back() {
    let mut demo = Demo::driven();
    let mut seen = Vec::new();

    while seen.len() < 40 {
        demo.press("Tab");
        seen.push(demo.focused());
        if demo.focused().as_deref() == Some("search") {
            break;
        }
    }
    for id in [
        "import", "new", "students", "save", "sections", "nss", "umf", "sex", "last",
    ] {
        assert_eq!(
            seen.iter().filter(|seen| seen.as_deref() == Some(id)).count(),
            1,
            "{id} in {seen:?}"
        );
    }

    demo.press("Mayús+Tab");
    assert_eq!(demo.focused().as_deref(), Some("last"));
}

#[test]
fn tab_stays_in_the_dialog() {
    let mut demo = Demo::driven();
    demo.press("F7");
    assert_eq!(demo.focused().as_deref(), Some("reason"));

    let mut seen = Vec::new();
    for _ in 0..4 {
        demo.press("Tab");
        seen.push(demo.focused());
    }
    assert_eq!(
        seen,
        [
            Some("cancel".into()),
            Some("confirm".into()),
            None,
            Some("reason".into())
        ]
    );

    demo.press("Esc");
    demo.dont_see("Motivo");
    assert_eq!(demo.focused().as_deref(), Some("students"));
}

#[test]
fn what_has_the_focus_is_scrolled_into_view() {
    let mut demo = Demo::driven();
    demo.resize(1024.0, 640.0);
    demo.press("Mayús+Tab");
    assert_eq!(demo.focused().as_deref(), Some("last"));

    let seen = demo.focus_in_view().expect("the last field, in view");
    assert_eq!(seen.height.round(), 20.0 + 16.0, "{seen:?}");
    assert!(seen.y + seen.height < 640.0, "{seen:?}");
    demo.screenshot(picture("scrolled-1024.png"));

    demo.click("Ramírez Castañeda, Iván");
    demo.resize(1024.0, 420.0);
    demo.press("Fin");
    let seen = demo.focus_in_view().expect("the last row, in view");
    assert_eq!(seen.height.round(), 32.0, "{seen:?}");
}

#[test]
fn an_error_that_appears_while_typing_keeps_the_focus() {
    let mut demo = Demo::driven();
    demo.click_id("nss");
    demo.count_again();

    demo.type_text("48190600482");
    demo.see("Estos 11 dígitos no concuerdan");
    demo.see("Dejarlo así");
    assert_eq!(demo.focused().as_deref(), Some("nss"));

    demo.press("flecha abajo");
    demo.press("Enter");
    assert_eq!(demo.value("nss"), "48-19-06-0042-8");
    assert_eq!(demo.focused().as_deref(), Some("nss"));
    assert_eq!(demo.keys(), 13);

    demo.press("Enter");
    assert_eq!(demo.focused().as_deref(), Some("umf"));
}

#[test]
fn esc_in_a_field_reaches_the_screen_and_the_field_keeps_the_focus() {
    let mut demo = Demo::driven();
    demo.click_id("nss");
    demo.type_text("48190600482");

    demo.press("Esc");
    demo.dont_see("Dejarlo así");
    assert_eq!(demo.program().escapes, 1);
    assert_eq!(demo.focused().as_deref(), Some("nss"));
}

/// A computer that draws slowly hands over several keys at once. What is typed after Enter belongs to the next field.
#[test]
fn keys_of_one_frame_take_effect_one_after_the_other() {
    let mut demo = Demo::driven();
    demo.click_id("nss");

    demo.press_at_once(&["4", "8", "Tab", "x", "compose á", "y"]);

    assert_eq!(demo.value("nss"), "48");
    assert_eq!(demo.value("umf"), "xáy");
}
