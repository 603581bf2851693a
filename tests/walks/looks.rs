//! The look: scheme, density and zoom as they are kept and drawn, and Tab and every key on every screen.

use super::*;
use ventanilla::app::shortcut::Command;
use ventanilla::app::theme::{self, Density, Palette};

/// The way to a screen or a dialog, from the start of the program.
const PLACES: [(&str, &[&str]); 20] = [
    ("hoy", &["Ctrl+1"]),
    ("estudiantes", &["Ctrl+2"]),
    ("ficha", &["Ctrl+2", "Enter"]),
    ("alta en cola", &["Ctrl+2", "F7"]),
    ("nuevo", &["F4"]),
    ("corregir", &["Ctrl+2", "Enter", "Enter"]),
    ("cortes", &["Ctrl+3"]),
    ("ayuda", &["F1"]),
    ("baja", &["Ctrl+2", "F8"]),
    ("imprimir", &["Ctrl+2", "F9"]),
    ("vigencia", &["Ctrl+2", "F12"]),
    ("clínica", &["Ctrl+2", "Ctrl+U"]),
    ("cotejo", &["Ctrl+2", "Ctrl+J"]),
    ("caso", &["Ctrl+2", "Ctrl+O"]),
    ("nota del caso", &["Ctrl+2", "Ctrl+O", "N"]),
    ("cierre del caso", &["Ctrl+2", "Ctrl+O", "A", "C"]),
    ("ajustes", &["Ctrl+9"]),
    ("un ajuste", &["Ctrl+9", "Enter", "Enter"]),
    ("quién atiende", &["Ctrl+L"]),
    ("importar", &["Ctrl+I"]),
];

/// The frames in which every screen is seen.
const FRAMES: [Frame; 3] = [WIDE, SMALLEST, ZOOMED];

fn at(computer: &Computer, way: &[&str], frame: Frame) -> Driver<Window> {
    FRAME.set(frame);
    let mut window = computer.start();
    for key in way {
        window.press(key);
    }
    window
}

#[test]
fn tab_goes_around_every_screen_and_dialog_in_every_size_and_is_always_seen() {
    let computer = Computer::with(&[maria(), juan()]);
    for frame in FRAMES {
        for (place, way) in PLACES {
            let mut window = at(&computer, way, frame);
            // A record in the place of the list holds no focus until Tab asks for one.
            for _ in 0..10 {
                if window.focused().is_some() {
                    break;
                }
                window.press("Tab");
            }
            let first = window.focused();
            assert!(
                first.is_some(),
                "{place} {frame:?}: Tab finds nothing that has a name"
            );
            let back = (0..60).any(|_| {
                window.press("Tab");
                let here = window
                    .focus_in_view()
                    .unwrap_or_else(|| panic!("{place} {frame:?}: the focus is out of sight"));
                assert!(
                    here.height >= 24.0 && here.width >= 24.0,
                    "{place} {frame:?}: {:?} is cut off: {here:?}",
                    window.focused()
                );
                window.focused() == first
            });
            assert!(back, "{place} {frame:?}: Tab never comes back to {first:?}");
        }
    }
}

/// Whatever a key does there, the window goes on and Tab finds something that can be seen. That no key
/// is typed into a field is another test, and that its aliases mean the same a third one.
#[test]
fn every_command_of_the_table_can_be_pressed_on_every_screen() {
    let computer = Computer::with(&[maria(), juan()]);
    // One dialog stands for all: they share the way that keys take.
    for (place, way) in PLACES.into_iter().filter(|(place, _)| {
        ![
            "ayuda",
            "imprimir",
            "vigencia",
            "clínica",
            "un ajuste",
            "quién atiende",
        ]
        .contains(place)
    }) {
        for command in Command::all() {
            let key = command.key().replace("Ctrl+–", "Ctrl+-");
            let mut window = at(&computer, way, WIDE);
            window.press(&key);
            window.press("Tab");
            assert!(
                window.focus_in_view().is_some(),
                "{place}: after {key} Tab finds nothing"
            );
        }
    }
}

#[test]
fn the_zoom_is_there_again_at_the_next_start() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start_as_left();
    window.press("Ctrl++");
    window.press("Ctrl++");
    assert_eq!(window.program().scale_factor(), 1.25);
    drop(window);

    let mut window = computer.start_as_left();
    assert_eq!(window.program().scale_factor(), 1.25);
    window.press("Ctrl+-");
    assert_eq!(window.program().scale_factor(), 1.10);
    // A zoom is no act: the last one is still the registration.
    window.press("Ctrl+Z");
    assert_eq!(desk(&window).count_students().unwrap(), 0);
    window.press("Ctrl+0");
    drop(window);
    assert_eq!(computer.start_as_left().program().scale_factor(), 1.0);
}

#[test]
fn a_zoom_before_there_is_a_register_is_kept_in_it() {
    let computer = Computer::new();
    let mut window = computer.start_as_left();
    window.press("Ctrl++");
    window.press("Enter");
    window.type_text("Lupita");
    window.press("Enter");
    assert!(window.program().desk().is_some());
    drop(window);
    assert_eq!(computer.start_as_left().program().scale_factor(), 1.10);
}

#[test]
fn every_look_is_worn_as_it_was_kept() {
    let computer = Computer::with(&[maria(), juan()]);
    for scheme in Scheme::ALL {
        for palette in Palette::ALL {
            let look = Appearance {
                scheme,
                palette,
                ..Appearance::default()
            };
            computer.wear(look);
            let mut window = computer.start();
            assert_eq!(
                theme::of(&window.program().theme()).name,
                theme::tokens_of(scheme).name
            );
            assert_eq!(window.program().appearance(), look);
            window.press("Ctrl+2");
            shot(
                &mut window,
                &format!("look-{}-{}.png", scheme.code(), palette.code()),
            );
        }
    }
}

#[test]
fn the_rows_of_a_list_are_as_high_as_the_density_says() {
    let computer = Computer::with(&[person("25230011", "Ana", "Luna", "Sol")]);
    for (density, height) in [(Density::Compact, 31.0..33.0), (Density::Roomy, 39.0..41.0)] {
        computer.wear(Appearance {
            density,
            ..Appearance::default()
        });
        let mut window = computer.start();
        for way in ["Ctrl+2", "Ctrl+3"] {
            window.press("Ctrl+2");
            window.press("F7");
            window.press(way);
            if way == "Ctrl+3" {
                // From the strip into the list.
                window.press("Enter");
            }
            let row = window.focus_in_view().unwrap();
            assert!(height.contains(&row.height), "{way}: {density:?} is {row:?}");
        }
    }
}

/// It hung over what had just been saved, and over the sentence that says how to begin.
#[test]
fn the_last_records_cover_neither_a_record_just_saved_nor_an_empty_register() {
    let computer = Computer::with(&[]);
    let hint = "Aquí aparecerán las últimas fichas que abra.";
    let mut window = computer.start();
    window.press("Ctrl+2");
    window.press("F2");
    window.dont_see(hint);
    window.press("F4");
    for text in ["25230457", "", "Ana", "Luna", "Sol"] {
        window.type_text(text);
        window.press("Enter");
    }
    window.press("Ctrl+Enter");
    assert_eq!(window.focused().as_deref(), Some("buscar"));
    window.see("LUNA SOL, ANA");
    window.dont_see("Las últimas fichas");
    window.dont_see(hint);
    shot(&mut window, "saved.png");
    window.press("F2");
    window.see("Las últimas fichas");
}

/// It wrapped into the first group of fields once the draft could be thrown away.
#[test]
fn a_long_name_keeps_to_the_head_of_the_form() {
    let computer = Computer::with(&[person(
        "25230457",
        "María de los Ángeles Guadalupe Concepción",
        "de la Peña Villaseñor",
        "Montes de Oca Echeverría",
    )]);
    let mut window = computer.start();
    correct(&mut window, "25230457");
    window.press("Tab");
    window.type_text("RASA");
    window.press("Esc");
    window.press("Esc");
    correct(&mut window, "25230457");
    window.see("Descartar el borrador");
    shot(&mut window, "long-name.png");
}

/// At 110 % two panes stand side by side in 1242 px, and the record has the narrower one.
#[test]
fn a_narrow_record_keeps_all_its_sections_and_buttons_in_reach_of_the_mouse() {
    let computer = Computer::with(&[maria()]);
    let mut window = computer.start();
    window.resize(1242.0, 698.0);
    window.press("F2");
    window.type_text("25230457");
    window.press("Enter");
    window.press("F6");
    for _ in 0..3 {
        window.press("flecha derecha");
    }
    window.see("Nadie ha comprobado la vigencia todavía.");
    shot(&mut window, "record-narrow.png");
    window.click("Historia");
    window.dont_see("Nadie ha comprobado la vigencia todavía.");
    window.see("Lupita registró la ficha");
    window.click("F12");
    window.see("Registrar vigencia comprobada");
}
