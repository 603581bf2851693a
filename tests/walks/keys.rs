//! Keys, focus, low windows and zoom.

use super::*;

#[test]
fn tab_goes_around_every_screen() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F7");
    for key in ["Ctrl+2", "F4", "Ctrl+3"] {
        window.press(key);
        let first = window.focused().expect("something has the focus");
        let mut around = 0;
        loop {
            window.press("Tab");
            around += 1;
            if window.focused().as_deref() == Some(&first) {
                break;
            }
            assert!(around < 60, "{key}: Tab never comes back to {first}");
        }
        for _ in 0..around {
            window.press("Mayús+Tab");
        }
        assert_eq!(
            window.focused().as_deref(),
            Some(first.as_str()),
            "{key}: and back"
        );
    }
}

#[test]
fn every_command_pressed_inside_a_field_types_nothing() {
    use ventanilla::app::shortcut::Command;

    let computer = Computer::with(&[maria()]);
    for command in Command::all() {
        for chord in command.chords() {
            let mut window = computer.start();
            window.press("F4");
            window.type_text("2523");
            // The label writes the minus as a dash, which stands in the letter.
            window.press(&chord.label().replace("Ctrl+–", "Ctrl+-"));
            // One more sign in the field, and nothing else on screen looks like that.
            let typed = |text: &String| text.starts_with("2523") && text.chars().count() == 5;
            assert!(!window.texts().iter().any(typed), "{}", chord.label());
        }
    }
}

#[test]
fn help_lists_what_is_bound() {
    use ventanilla::app::shortcut::Command;

    let computer = Computer::with(&[]);
    let mut window = computer.start();
    window.press("F1");
    for command in Command::all() {
        window.see(command.name());
    }
    shot(&mut window, "help.png");
    window.press("Esc");
    window.dont_see("Todo se puede hacer sin ratón.");
}

#[test]
fn everything_can_be_done_at_twice_the_size() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.scale(2.0);
    shot(&mut window, "zoom-recents.png");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F7");
    window.see("Alta en cola");
    shot(&mut window, "zoom-record.png");
    window.press("F4");
    shot(&mut window, "zoom-form.png");
    for _ in 0..17 {
        window.press("Tab");
        assert!(
            window.focus_in_view().is_some(),
            "{:?} is out of sight",
            window.focused()
        );
    }
}

#[test]
fn a_low_window_is_usable_and_shows_what_has_the_focus() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.resize(1024.0, 640.0);
    window.press("F4");
    for _ in 0..17 {
        window.press("Tab");
        let seen = window.focus_in_view().expect("the focus is on screen");
        assert!(seen.height >= 28.0, "{:?} is cut off: {seen:?}", window.focused());
    }
    shot(&mut window, "form-1024.png");
    window.press("Esc");
    window.press("F2");
    window.type_text("25230457");
    shot(&mut window, "list-1024.png");
    window.press("Enter");
    window.see("Historia");
    shot(&mut window, "record-1024.png");
    window.press("F3");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
    window.see("Historia");
    window.press("F7");
    window.press("U");
    window.see("Quitar urgente");
    window.press("Esc");
    window.press("Esc");
    window.press("Enter");
    window.press("Enter");
    window.see("Corregir: De la Cruz Núñez, María Fernanda");
}

#[test]
fn an_alta_from_the_list_of_a_low_window_opens_its_record() {
    let computer = Computer::with(&[maria(), juan()]);
    let mut window = computer.start();
    window.resize(1024.0, 640.0);
    window.press("F2");
    window.type_text("24230318");
    window.press("F7");
    assert_eq!(window.focused().as_deref(), Some("movimiento-en-cola"));
    window.press("U");
    window.see("Quitar urgente");
}

/// iced tells the size of a window in the units of the zoom.
#[test]
fn resizing_a_zoomed_window_does_not_count_the_zoom_twice() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.type_text("25230457");
    window.press("Enter");
    window.press("Ctrl++");
    window.send(Message::Resized(Size::new(1366.0 / 1.1, 768.0 / 1.1)));
    window.see("Página 1 de 1");
    window.see("DE LA CRUZ NÚÑEZ, MARÍA FERNANDA");
}
