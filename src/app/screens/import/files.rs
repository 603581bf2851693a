//! Step 1: which file.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use iced::widget::{column, container, row, space};
use iced::{Element, Length};

use super::work::Source;
use super::{FILES, Message, PATH};
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{Column, Field, Line, Move, button, field, hairline, list, name};
use crate::desk::Desk;
use crate::print::icon::Icon;
use crate::system::sheets::{self, SheetFile};
use crate::words::importing::{self as words, files as said};

/// So many files are listed.
const MOST: usize = 8;

/// The files, and a path that is typed.
#[derive(Debug, Default)]
pub struct Files {
    found: Vec<SheetFile>,
    chosen: usize,
    /// What is typed as a path.
    pub path: Field,
    /// The earlier sheet, with which the next one is compared.
    before: Option<PathBuf>,
    /// When the file that was taken was written; `None` for cells that were pasted.
    taken_of: Option<NaiveDateTime>,
}

impl Files {
    /// The newest sheets of these folders.
    pub fn of(folders: &[PathBuf]) -> Self {
        Self {
            found: sheets::newest(folders, MOST),
            ..Self::default()
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The path of the chosen one.
    pub fn chosen(&self) -> Option<PathBuf> {
        self.found.get(self.chosen).map(|file| file.path.clone())
    }

    /// Chooses one; tells whether it was chosen already.
    pub fn select(&mut self, at: usize) -> bool {
        std::mem::replace(&mut self.chosen, at) == at
    }

    /// The arrows.
    pub fn go(&mut self, to: Move) {
        let last = self.found.len().saturating_sub(1);
        self.chosen = match to {
            Move::Up => self.chosen.saturating_sub(1),
            Move::Down => (self.chosen + 1).min(last),
            Move::First | Move::PageUp => 0,
            Move::Last | Move::PageDown => last,
        };
    }

    /// The path that was typed.
    pub fn typed(&self) -> Option<PathBuf> {
        typed_path(self.path.value())
    }

    /// Espacio: the chosen file is the earlier one of two that are compared, or not.
    pub fn mark(&mut self) {
        let chosen = self.chosen();
        self.before = chosen.filter(|path| self.before.as_ref() != Some(path));
    }

    /// Remembers of when the file is that is taken; tells which earlier one it is compared with.
    pub fn take_note(&mut self, source: &Source) -> Option<PathBuf> {
        self.taken_of = match source {
            Source::File(path) => SheetFile::at(path).ok().map(|file| file.modified),
            Source::Pasted(..) => None,
        };
        let is_itself = |before: &PathBuf| matches!(source, Source::File(path) if path == before);
        self.before.take().filter(|before| !is_itself(before))
    }

    /// When the file that was taken was written.
    pub fn taken_of(&self) -> Option<NaiveDateTime> {
        self.taken_of
    }

    /// Draws them.
    pub fn view<'a>(&'a self, desk: &Desk, is_narrow: bool) -> Element<'a, Message> {
        let today = desk.today();
        let lines = self.found.iter().enumerate().map(|(at, file)| {
            let chosen = at == self.chosen;
            let folder = body(file.folder()).style(style::muted).into();
            let mut cells: Vec<Element<'a, Message>> = vec![
                row![
                    icon(Icon::FileSpreadsheet, icons::SMALL),
                    container(name(file.name(), chosen)).width(Length::Fill),
                    (self.before.as_ref() == Some(&file.path))
                        .then(|| caption(said::EARLIER).style(style::accent)),
                ]
                .spacing(NEAR)
                .align_y(iced::Center)
                .into(),
                folder,
                body(words::modified(file.modified, today)).into(),
                body(words::size(file.size)).style(style::muted).into(),
            ];
            if is_narrow {
                cells.remove(1);
            }
            Line::Row(cells)
        });
        let rows: Element<'a, Message> = if self.found.is_empty() {
            container(body(said::NONE).style(style::muted).width(560))
                .padding(PADDING)
                .height(Length::Fill)
                .into()
        } else {
            let mut columns = vec![
                Column::new(said::NAME, Length::Fill),
                Column::new(said::FOLDER, 120),
                Column::new(said::MODIFIED, 112),
                Column::new(said::SIZE, 64).right(),
            ];
            if is_narrow {
                columns.remove(1);
            }
            list(columns, lines, Some(self.chosen), Message::FileSelected)
                .on_move(Message::FileMoved)
                .on_open(Message::FileOpened)
                .on_mark(Message::FileMarked)
                .density(desk.appearance().density)
                .id(FILES)
                .into()
        };
        let how = match &self.before {
            Some(_) => said::HOW_TO_COMPARE,
            None if sheets::can_be_dropped() => said::HOW,
            None => said::HOW_WITHOUT_DRAGGING,
        };
        let path = field(said::PATH, &self.path, Message::PathTyped)
            .hint(said::PATH_HINT)
            .on_submit(Message::PathEntered)
            .id(PATH);
        let others = row![
            button(said::BROWSE, Message::BrowsePressed).icon(Icon::Search),
            button(said::PASTE, Message::PastePressed).key("Ctrl+V"),
            space::horizontal(),
            button(said::TEMPLATE, Message::TemplatePressed)
                .icon(Icon::Download)
                .quiet(),
        ]
        .spacing(NEAR);

        column![
            container(strong(said::TITLE)).padding([NEAR + 2.0, PADDING]),
            container(rows).height(Length::Fill),
            hairline(),
            container(
                column![
                    column![
                        caption(how).style(style::muted),
                        caption(said::MARK).style(style::muted)
                    ],
                    path,
                    others
                ]
                .spacing(GAP)
            )
            .padding([GAP, PADDING]),
        ]
        .into()
    }
}

/// A path as it was typed; a file manager puts quotes around it or writes it as an address.
pub fn typed_path(text: &str) -> Option<PathBuf> {
    let typed = text.trim().trim_matches(['"', '\'']);
    let path = typed.strip_prefix("file://").map(path_of_address);
    (!typed.is_empty()).then(|| path.unwrap_or_else(|| PathBuf::from(typed)))
}

/// The path that stands behind `file://`, where two hexadecimal digits after a % stand for a byte of it.
fn path_of_address(address: &str) -> PathBuf {
    let bytes = address.as_bytes();
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut path = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                path.push((16 * high + low) as u8);
                at += 3;
            }
            _ => {
                path.push(*byte);
                at += 1;
            }
        }
    }
    let path = String::from_utf8_lossy(&path);
    // Windows has its drives below the root: file:///C:/Users.
    let below_root = path.strip_prefix('/').unwrap_or(&path);
    let has_drive = below_root.as_bytes().get(1) == Some(&b':');
    PathBuf::from(if has_drive { below_root } else { &path })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Option<String> {
        let files = Files {
            path: Field::new(text),
            ..Files::default()
        };
        files.typed().map(|path| path.to_string_lossy().into_owned())
    }

    #[test]
    fn a_path_may_be_in_quotes_or_an_address() {
        assert_eq!(
            typed("/home/lupita/Altas.xlsx").unwrap(),
            "/home/lupita/Altas.xlsx"
        );
        assert_eq!(
            typed("\"C:\\Descargas\\Altas 2026.xlsx\"").unwrap(),
            "C:\\Descargas\\Altas 2026.xlsx"
        );
        assert_eq!(
            typed("file:///home/lupita/Inscripci%C3%B3n%20AGO.xlsx").unwrap(),
            "/home/lupita/Inscripción AGO.xlsx"
        );
        assert_eq!(
            typed("file:///C:/Descargas/100%25.xlsx").unwrap(),
            "C:/Descargas/100%.xlsx"
        );
        // A name may have the sign itself; only an address is decoded.
        assert_eq!(
            typed("/home/lupita/50%20.xlsx").unwrap(),
            "/home/lupita/50%20.xlsx"
        );
        assert_eq!(typed("file:///home/50%.xlsx").unwrap(), "/home/50%.xlsx");
        assert_eq!(typed("  "), None);
    }
}
