//! Keys, as a window would tell of them under X11.

use iced::Event;
use iced::keyboard::key::{Code, Named, NativeCode, Physical};
use iced::keyboard::{self, Key, Location, Modifiers};

/// One key, with what is held down beside it.
pub struct Stroke {
    key: Key,
    modified_key: Key,
    physical: Physical,
    modifiers: Modifiers,
    text: Option<String>,
}

/// The keys that have a name, and what the system types with them.
const NAMED: [(&str, Named, Option<&str>); 26] = [
    ("Enter", Named::Enter, Some("\r")),
    ("Esc", Named::Escape, Some("\u{1b}")),
    ("Tab", Named::Tab, Some("\t")),
    ("Espacio", Named::Space, Some(" ")),
    ("Retroceso", Named::Backspace, Some("\u{8}")),
    ("Supr", Named::Delete, Some("\u{7f}")),
    ("flecha arriba", Named::ArrowUp, None),
    ("flecha abajo", Named::ArrowDown, None),
    ("flecha izquierda", Named::ArrowLeft, None),
    ("flecha derecha", Named::ArrowRight, None),
    ("RePág", Named::PageUp, None),
    ("AvPág", Named::PageDown, None),
    ("Inicio", Named::Home, None),
    ("Fin", Named::End, None),
    ("F1", Named::F1, None),
    ("F2", Named::F2, None),
    ("F3", Named::F3, None),
    ("F4", Named::F4, None),
    ("F5", Named::F5, None),
    ("F6", Named::F6, None),
    ("F7", Named::F7, None),
    ("F8", Named::F8, None),
    ("F9", Named::F9, None),
    ("F10", Named::F10, None),
    ("F11", Named::F11, None),
    ("F12", Named::F12, None),
];

impl Stroke {
    /// The key called so: `"F2"`, `"Ctrl+Mayús+A"`, `"Ctrl++"`, `"flecha abajo"`.
    #[track_caller]
    pub fn named(name: &str) -> Self {
        let mut modifiers = Modifiers::default();
        let mut rest = name;

        while let Some((held, key)) = rest
            .split_once('+')
            .filter(|(held, key)| !held.is_empty() && !key.is_empty())
        {
            modifiers |= match held {
                "Ctrl" => Modifiers::CTRL,
                "Mayús" => Modifiers::SHIFT,
                "Alt" => Modifiers::ALT,
                other => panic!("no key is held down by the name of «{other}»"),
            };
            rest = key;
        }

        if let Some((_, named, text)) = NAMED.into_iter().find(|(known, ..)| *known == rest) {
            return Self {
                key: Key::Named(named),
                modified_key: Key::Named(named),
                physical: Physical::Unidentified(NativeCode::Unidentified),
                modifiers,
                text: text.map(str::to_owned),
            };
        }

        let mut characters = rest.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Self::character(character, modifiers),
            _ => panic!("no key is called «{rest}»"),
        }
    }

    /// The key that types this character.
    pub fn typed(character: char) -> Self {
        match character {
            ' ' => Self::named("Espacio"),
            '\n' => Self::named("Enter"),
            _ if character.is_uppercase() => Self::character(character, Modifiers::SHIFT),
            _ => Self::character(character, Modifiers::default()),
        }
    }

    fn character(character: char, modifiers: Modifiers) -> Self {
        let plain: String = character.to_lowercase().collect();
        let modified = if modifiers.shift() {
            character.to_uppercase().collect()
        } else {
            plain.clone()
        };
        // Ctrl and a letter carries a control character. Ctrl and a digit or a sign carries it plain, and a field
        // would type it.
        let text = match character.to_ascii_lowercase() {
            letter @ 'a'..='z' if modifiers.control() => char::from(letter as u8 & 0x1f).to_string(),
            _ => modified.clone(),
        };

        Self {
            key: Key::Character(plain.into()),
            modified_key: Key::Character(modified.into()),
            physical: place_of(character),
            modifiers,
            text: Some(text),
        }
    }

    /// What is held down beside it.
    pub fn modifiers(&self) -> Modifiers {
        self.modifiers
    }

    /// It goes down.
    pub fn pressed(&self, repeat: bool) -> Event {
        Event::Keyboard(keyboard::Event::KeyPressed {
            key: self.key.clone(),
            modified_key: self.modified_key.clone(),
            physical_key: self.physical,
            location: Location::Standard,
            modifiers: self.modifiers,
            text: self.text.as_deref().map(Into::into),
            repeat,
        })
    }

    /// It comes up.
    pub fn released(&self) -> Event {
        Event::Keyboard(keyboard::Event::KeyReleased {
            key: self.key.clone(),
            modified_key: self.modified_key.clone(),
            physical_key: self.physical,
            location: Location::Standard,
            modifiers: self.modifiers,
        })
    }
}

#[rustfmt::skip]
const LETTERS: [Code; 26] = [
    Code::KeyA, Code::KeyB, Code::KeyC, Code::KeyD, Code::KeyE, Code::KeyF, Code::KeyG, Code::KeyH, Code::KeyI,
    Code::KeyJ, Code::KeyK, Code::KeyL, Code::KeyM, Code::KeyN, Code::KeyO, Code::KeyP, Code::KeyQ, Code::KeyR,
    Code::KeyS, Code::KeyT, Code::KeyU, Code::KeyV, Code::KeyW, Code::KeyX, Code::KeyY, Code::KeyZ,
];

fn place_of(character: char) -> Physical {
    ('a'..='z')
        .zip(LETTERS)
        .find(|(letter, _)| *letter == character.to_ascii_lowercase())
        .map_or(Physical::Unidentified(NativeCode::Unidentified), |(_, code)| {
            Physical::Code(code)
        })
}
