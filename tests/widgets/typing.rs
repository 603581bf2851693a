//! What is typed, pasted and scanned.

use ventanilla::app::shortcut::Command;

use super::*;

#[test]
fn accents_are_typed_and_commands_are_not() {
    let mut demo = Demo::driven();
    demo.press("F2");
    demo.type_text("Núñez á");
    assert_eq!(demo.value("search"), "Núñez á");

    let mut pressed = Vec::new();
    for command in Command::all() {
        for chord in command.chords() {
            let label = chord.label().replace('–', "-");
            if command != Command::Alta && command != Command::Refresh {
                demo.press("F2");
                demo.press(&label);
                pressed.push(label);
            }
        }
    }
    assert_eq!(demo.value("search"), "Núñez á", "after {pressed:?}");
    assert!(pressed.contains(&"Ctrl+2".to_owned()));
}

#[test]
fn letters_typed_on_the_list_arrive_whole() {
    let mut demo = Demo::driven();
    demo.click("Rivera Acuña, Tomás");
    assert_eq!(demo.focused().as_deref(), Some("students"));

    demo.type_text("ñáü7");
    assert_eq!(demo.value("search"), "ñáü7");
}

#[test]
fn entering_a_filled_field_selects_it() {
    let mut demo = Demo::driven();
    demo.type_text("viejo");
    demo.press("Tab");
    demo.press("Mayús+Tab");
    demo.type_text("n");
    assert_eq!(demo.value("search"), "n");
}

#[test]
fn the_clipboard_is_shared_with_tasks_and_fields() {
    let mut demo = Demo::driven();
    demo.copy("12-34-56\n7890-1");
    demo.press("Ctrl+v");
    assert_eq!(demo.value("search"), "12-34-567890-1");

    demo.press("F9");
    assert_eq!(demo.clipboard(), Some("12-34-567890-1"));
}

#[test]
fn a_scanner_types_for_free() {
    let mut demo = Demo::driven();
    demo.scan("25TE0457");
    assert_eq!(demo.value("search"), "25TE0457");
    assert_eq!(demo.keys(), 0);
}

#[test]
fn a_click_beside_the_text_of_a_field_is_a_click_on_it() {
    let mut demo = Demo::driven();
    demo.click("delegación 32");
    assert_eq!(demo.focused().as_deref(), Some("umf"));
}
