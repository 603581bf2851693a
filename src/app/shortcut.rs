//! The table of keys, as data: the window, F1, the buttons and the tests read this one.
//!
//! Rules that the tests hold. Every F-key has a Ctrl alias. A command with Ctrl asks for Ctrl and *not* Alt, so
//! that what is typed with AltGr (on Windows Ctrl and Alt at once) is never eaten, and there is no Alt command at
//! all: Alt and a letter is typed. What text fields and input methods own is left to them.

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::widget::Press;
use crate::print::card::KeyLine;
use crate::words::keys as words;

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Help and keys.
    Help,
    /// To the search box, from anywhere.
    Search,
    /// The next record, without leaving the field.
    NextRecord,
    /// The record before.
    PreviousRecord,
    /// A new student.
    New,
    /// Read the list again.
    Refresh,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// An alta for the next cut.
    Alta,
    /// A baja for the next cut.
    Baja,
    /// Print.
    Print,
    /// Print the list in view.
    PrintList,
    /// Write the list in view to a file.
    Export,
    /// Students from a sheet.
    Import,
    /// What a document said of the vigencia.
    Vigencia,
    /// Clinic, turno and consultorio.
    Clinic,
    /// The Lista de cotejo of a record.
    Checklist,
    /// The case of a record: why, what comes next, what to say on the phone.
    Case,
    /// People who may be one, side by side.
    Compare,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Save; the main verb of a dialog.
    Save,
    /// To the first screen of the day.
    GoToday,
    /// To the students.
    GoStudents,
    /// To the cuts.
    GoCuts,
    /// To the copies.
    GoBackup,
    /// To the settings.
    GoSettings,
    /// Who is at the window.
    Clerk,
    /// NSS and CURP by their last digits, or whole again.
    Mask,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As large as it was.
    ZoomReset,
}

/// Where a command means something. It is taken from the fields everywhere, so that it never types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Anywhere.
    Anywhere,
    /// In a list.
    List,
    /// With a record in view.
    Record,
    /// In a form or a dialog.
    Form,
}

/// A key, with what is held down beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    ctrl: bool,
    shift: bool,
    key: Cap,
}

/// What stands on the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Cap {
    Named(Named),
    /// A letter; Mayús counts.
    Letter(char),
    /// A digit or a sign; some keyboards need Mayús for it, so Mayús does not count.
    Sign(char),
}

/// A command and one of its keys. The first one is the one that buttons show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// What is asked for.
    pub command: Command,
    /// By which key.
    pub chord: Chord,
}

const fn key(named: Named) -> Chord {
    Chord {
        ctrl: false,
        shift: false,
        key: Cap::Named(named),
    }
}

const fn shift(named: Named) -> Chord {
    Chord {
        ctrl: false,
        shift: true,
        key: Cap::Named(named),
    }
}

const fn ctrl(named: Named) -> Chord {
    Chord {
        ctrl: true,
        shift: false,
        key: Cap::Named(named),
    }
}

const fn ctrl_shift(named: Named) -> Chord {
    Chord {
        ctrl: true,
        shift: true,
        key: Cap::Named(named),
    }
}

const fn letter(letter: char) -> Chord {
    Chord {
        ctrl: true,
        shift: false,
        key: Cap::Letter(letter),
    }
}

const fn shift_letter(letter: char) -> Chord {
    Chord {
        ctrl: true,
        shift: true,
        key: Cap::Letter(letter),
    }
}

const fn sign(sign: char) -> Chord {
    Chord {
        ctrl: true,
        shift: false,
        key: Cap::Sign(sign),
    }
}

const fn bind(command: Command, chord: Chord) -> Binding {
    Binding { command, chord }
}

/// Every key there is.
pub const TABLE: &[Binding] = &[
    bind(Command::Help, key(Named::F1)),
    bind(Command::Help, letter('h')),
    bind(Command::Search, key(Named::F2)),
    bind(Command::Search, letter('b')),
    bind(Command::Search, letter('f')),
    bind(Command::NextRecord, key(Named::F3)),
    bind(Command::NextRecord, ctrl(Named::ArrowDown)),
    bind(Command::PreviousRecord, shift(Named::F3)),
    bind(Command::PreviousRecord, ctrl(Named::ArrowUp)),
    bind(Command::New, key(Named::F4)),
    bind(Command::New, letter('n')),
    bind(Command::Refresh, key(Named::F5)),
    bind(Command::Refresh, letter('r')),
    bind(Command::NextPane, key(Named::F6)),
    bind(Command::NextPane, ctrl(Named::Tab)),
    bind(Command::PreviousPane, shift(Named::F6)),
    bind(Command::PreviousPane, ctrl_shift(Named::Tab)),
    bind(Command::Alta, key(Named::F7)),
    bind(Command::Alta, shift_letter('a')),
    bind(Command::Baja, key(Named::F8)),
    bind(Command::Baja, shift_letter('b')),
    bind(Command::Print, key(Named::F9)),
    bind(Command::Print, shift_letter('p')),
    bind(Command::PrintList, letter('p')),
    bind(Command::Export, shift_letter('x')),
    bind(Command::Import, letter('i')),
    bind(Command::Vigencia, key(Named::F12)),
    bind(Command::Vigencia, shift_letter('c')),
    bind(Command::Clinic, letter('u')),
    bind(Command::Checklist, letter('j')),
    bind(Command::Case, letter('o')),
    bind(Command::Compare, letter('d')),
    bind(Command::Undo, letter('z')),
    bind(Command::Redo, letter('y')),
    bind(Command::Save, ctrl(Named::Enter)),
    bind(Command::Save, letter('g')),
    bind(Command::Save, letter('s')),
    bind(Command::GoToday, sign('1')),
    bind(Command::GoStudents, sign('2')),
    bind(Command::GoCuts, sign('3')),
    bind(Command::GoBackup, sign('8')),
    bind(Command::GoSettings, sign('9')),
    bind(Command::Clerk, letter('l')),
    bind(Command::Mask, letter('m')),
    bind(Command::ZoomIn, sign('+')),
    bind(Command::ZoomIn, sign('=')),
    bind(Command::ZoomOut, sign('-')),
    bind(Command::ZoomReset, sign('0')),
];

/// What `press` asks for, if it is in the table.
pub fn command_for(press: &Press<'_>) -> Option<Command> {
    TABLE
        .iter()
        .find(|binding| binding.chord.matches(press))
        .map(|binding| binding.command)
}

/// Every key with what it does: what F1 shows and its card prints.
pub fn lines() -> impl Iterator<Item = (String, &'static str)> {
    let bound = Command::all().map(|command| {
        let keys: Vec<String> = command.chords().map(Chord::label).collect();
        (keys.join(" · "), command.name())
    });
    let others = crate::words::frame::OTHER_KEYS
        .iter()
        .map(|(keys, what)| ((*keys).to_owned(), *what));
    bound.chain(others)
}

/// The lines of the card of keys.
pub fn card() -> Vec<KeyLine> {
    lines()
        .map(|(keys, what)| KeyLine {
            keys,
            what: what.to_owned(),
        })
        .collect()
}

impl Command {
    /// Every command, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE
            .iter()
            .enumerate()
            .filter(|(at, binding)| {
                TABLE[..*at]
                    .iter()
                    .all(|before| before.command != binding.command)
            })
            .map(|(_, binding)| binding.command)
    }

    /// Its keys; the first is the one that a button shows.
    pub fn chords(self) -> impl Iterator<Item = Chord> {
        TABLE
            .iter()
            .filter(move |binding| binding.command == self)
            .map(|binding| binding.chord)
    }

    /// The key that a button shows: «F7».
    pub fn key(self) -> String {
        self.chords().next().map(Chord::label).unwrap_or_default()
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Help => words::HELP,
            Self::Search => words::SEARCH,
            Self::NextRecord => words::NEXT_RECORD,
            Self::PreviousRecord => words::PREVIOUS_RECORD,
            Self::New => words::NEW,
            Self::Refresh => words::REFRESH,
            Self::NextPane => words::NEXT_PANE,
            Self::PreviousPane => words::PREVIOUS_PANE,
            Self::Alta => words::ALTA,
            Self::Baja => words::BAJA,
            Self::Print => words::PRINT,
            Self::PrintList => words::PRINT_LIST,
            Self::Export => words::EXPORT,
            Self::Import => words::IMPORT,
            Self::Vigencia => words::VIGENCIA,
            Self::Clinic => words::CLINIC,
            Self::Checklist => words::CHECKLIST,
            Self::Case => words::CASE,
            Self::Compare => words::COMPARE,
            Self::Undo => words::UNDO,
            Self::Redo => words::REDO,
            Self::Save => words::SAVE,
            Self::GoToday => words::GO_TODAY,
            Self::GoStudents => words::GO_STUDENTS,
            Self::GoCuts => words::GO_CUTS,
            Self::GoBackup => words::GO_BACKUP,
            Self::GoSettings => words::GO_SETTINGS,
            Self::Clerk => words::CLERK,
            Self::Mask => words::MASK,
            Self::ZoomIn => words::ZOOM_IN,
            Self::ZoomOut => words::ZOOM_OUT,
            Self::ZoomReset => words::ZOOM_RESET,
        }
    }

    /// Where it means something.
    pub fn place(self) -> Place {
        match self {
            Self::NextRecord
            | Self::PreviousRecord
            | Self::Alta
            | Self::Baja
            | Self::Print
            | Self::Vigencia
            | Self::Clinic
            | Self::Checklist
            | Self::Case
            | Self::Compare => Place::Record,
            Self::Refresh | Self::PrintList | Self::Export => Place::List,
            Self::Save => Place::Form,
            _ => Place::Anywhere,
        }
    }

    /// Whether a key held down asks for it again and again. What writes or opens something is asked for once.
    pub fn repeats(self) -> bool {
        matches!(
            self,
            Self::NextRecord | Self::PreviousRecord | Self::Undo | Self::Redo | Self::ZoomIn | Self::ZoomOut
        )
    }
}

impl Place {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Anywhere => words::place::ANYWHERE,
            Self::List => words::place::LIST,
            Self::Record => words::place::RECORD,
            Self::Form => words::place::FORM,
        }
    }
}

impl Chord {
    /// Whether `press` is this key. With a layout that is not Latin a letter is the one at its place.
    pub fn matches(self, press: &Press<'_>) -> bool {
        let Press { modifiers, .. } = press;

        if modifiers.contains(Modifiers::ALT) || modifiers.command() != self.ctrl || is_system(*modifiers) {
            return false;
        }

        match self.key {
            Cap::Named(named) => *press.key == Key::Named(named) && modifiers.shift() == self.shift,
            Cap::Letter(letter) => {
                press
                    .key
                    .to_latin(press.physical)
                    .is_some_and(|typed| typed.eq_ignore_ascii_case(&letter))
                    && modifiers.shift() == self.shift
            }
            Cap::Sign(sign) => [press.key, press.modified_key]
                .into_iter()
                .any(|key| matches!(key.as_ref(), Key::Character(typed) if typed.chars().eq([sign]))),
        }
    }

    /// The key as it is called on the buttons: «Mayús+F3», «Ctrl+Enter».
    pub fn label(self) -> String {
        let held = [(self.ctrl, words::CTRL), (self.shift, words::SHIFT)];
        let mut label: String = held
            .into_iter()
            .filter(|(held, _)| *held)
            .map(|(_, name)| format!("{name}+"))
            .collect();

        match self.key {
            Cap::Named(named) => label.push_str(&name_of(named)),
            Cap::Letter(letter) => label.push(letter.to_ascii_uppercase()),
            // A hyphen would be lost beside a plus sign, and the letter has no minus.
            Cap::Sign('-') => label.push('–'),
            Cap::Sign(sign) => label.push(sign),
        }

        label
    }
}

/// The key of the system, where it is not the one for commands.
fn is_system(modifiers: Modifiers) -> bool {
    modifiers.logo() && Modifiers::COMMAND != Modifiers::LOGO
}

fn name_of(named: Named) -> String {
    match named {
        Named::Enter => words::ENTER.into(),
        Named::Tab => words::TAB.into(),
        Named::Escape => words::ESCAPE.into(),
        Named::Space => words::SPACE.into(),
        Named::ArrowUp => words::UP.into(),
        Named::ArrowDown => words::DOWN.into(),
        // F1 to F12.
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::keyboard::key::{Code, NativeCode, Physical};

    const NOWHERE: Physical = Physical::Unidentified(NativeCode::Unidentified);

    fn press(key: Key, modifiers: Modifiers) -> Option<Command> {
        command_for(&Press {
            key: &key,
            modified_key: &key,
            physical: NOWHERE,
            modifiers,
            text: None,
            repeat: false,
        })
    }

    fn character(letter: &str, modifiers: Modifiers) -> Option<Command> {
        press(Key::Character(letter.into()), modifiers)
    }

    const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.union(Modifiers::SHIFT);

    #[test]
    fn no_two_bindings_share_a_key() {
        for (at, binding) in TABLE.iter().enumerate() {
            for other in &TABLE[at + 1..] {
                assert_ne!(
                    binding.chord, other.chord,
                    "{:?} and {:?}",
                    binding.command, other.command
                );
            }
        }
    }

    #[test]
    fn every_function_key_has_an_alias_with_ctrl() {
        for command in Command::all() {
            let is_function = |chord: Chord| !chord.ctrl;

            if command.chords().any(is_function) {
                assert!(
                    command.chords().any(|chord| chord.ctrl),
                    "{command:?} has only its function key"
                );
            }
        }
    }

    #[test]
    fn what_fields_and_input_methods_own_is_left_to_them() {
        for letter in ["e", "q", "w", "a", "c", "v", "x"] {
            assert_eq!(character(letter, Modifiers::COMMAND), None, "Ctrl+{letter}");
        }
        for letter in ["e", "u"] {
            assert_eq!(character(letter, CTRL_SHIFT), None, "Ctrl+Mayús+{letter}");
        }
        for binding in TABLE {
            let key = match binding.chord.key {
                Cap::Named(named) => Key::Named(named),
                Cap::Letter(letter) | Cap::Sign(letter) => Key::Character(letter.to_string().into()),
            };

            for held in [
                Modifiers::ALT,
                Modifiers::ALT | Modifiers::COMMAND,
                Modifiers::ALT | CTRL_SHIFT,
            ] {
                assert_eq!(
                    press(key.clone(), held),
                    None,
                    "{} with Alt",
                    binding.chord.label()
                );
            }
        }
    }

    #[test]
    fn the_keys_that_the_desk_uses() {
        let none = Modifiers::default();

        assert_eq!(press(Key::Named(Named::F7), none), Some(Command::Alta));
        assert_eq!(
            press(Key::Named(Named::F3), Modifiers::SHIFT),
            Some(Command::PreviousRecord)
        );
        assert_eq!(
            press(Key::Named(Named::Enter), Modifiers::COMMAND),
            Some(Command::Save)
        );
        assert_eq!(press(Key::Named(Named::Enter), none), None);
        assert_eq!(
            press(Key::Named(Named::Tab), CTRL_SHIFT),
            Some(Command::PreviousPane)
        );
        assert_eq!(press(Key::Named(Named::Tab), none), None);
        assert_eq!(character("b", Modifiers::COMMAND), Some(Command::Search));
        assert_eq!(character("B", CTRL_SHIFT), Some(Command::Baja));
        assert_eq!(character("b", none), None);
        assert_eq!(character("2", Modifiers::COMMAND), Some(Command::GoStudents));
        assert_eq!(character("+", Modifiers::COMMAND), Some(Command::ZoomIn));
    }

    #[test]
    fn a_plus_that_needs_mayús_and_a_letter_of_another_script_are_understood() {
        let (key, modified) = (Key::Character("=".into()), Key::Character("+".into()));
        let plus = Press {
            key: &key,
            modified_key: &modified,
            physical: Physical::Code(Code::Equal),
            modifiers: CTRL_SHIFT,
            text: None,
            repeat: false,
        };
        assert_eq!(command_for(&plus), Some(Command::ZoomIn));

        let key = Key::Character("и".into());
        let cyrillic = Press {
            key: &key,
            modified_key: &key,
            physical: Physical::Code(Code::KeyB),
            modifiers: Modifiers::COMMAND,
            text: None,
            repeat: false,
        };
        assert_eq!(command_for(&cyrillic), Some(Command::Search));
    }

    #[test]
    fn the_keys_are_called_as_the_clerk_calls_them() {
        let labels = |command: Command| command.chords().map(Chord::label).collect::<Vec<_>>();

        assert_eq!(
            labels(Command::PreviousRecord),
            ["Mayús+F3", "Ctrl+flecha arriba"]
        );
        assert_eq!(labels(Command::Save), ["Ctrl+Enter", "Ctrl+G", "Ctrl+S"]);
        assert_eq!(labels(Command::Alta), ["F7", "Ctrl+Mayús+A"]);
        assert_eq!(Command::Save.key(), "Ctrl+Enter");
        assert_eq!(Command::Alta.name(), "Alta para el corte");
        assert_eq!(Command::Alta.place().name(), "con una ficha a la vista");
    }

    #[test]
    fn what_writes_is_asked_for_once() {
        for command in [
            Command::Save,
            Command::Alta,
            Command::Baja,
            Command::New,
            Command::Print,
            Command::Vigencia,
            Command::Clinic,
        ] {
            assert!(!command.repeats(), "{command:?}");
        }
    }
}
