//! A dialog over the page.

use super::*;

#[test]
fn the_foot_of_a_dialog_stays_in_a_low_window() {
    let mut demo = Demo::driven();
    demo.resize(1024.0, 260.0);
    demo.press("F7");
    let reason = demo.focus_in_view().expect("the field, scrolled into view");
    demo.press("Tab");
    demo.press("Tab");
    assert_eq!(demo.focused().as_deref(), Some("confirm"));
    let confirm = demo.focus_in_view().expect("the main verb, in the foot");

    demo.screenshot(picture("dialog-low.png"));
    assert_eq!((reason.height, confirm.height), (36.0, 36.0));
    assert!(reason.y + reason.height < confirm.y, "{reason:?} {confirm:?}");
}

#[test]
fn nothing_below_a_dialog_can_be_clicked() {
    let mut demo = Demo::driven();
    demo.press("F7");
    demo.click("Ruiz Muñiz, Fátima");
    assert_eq!(demo.program().selected, 3);
}
