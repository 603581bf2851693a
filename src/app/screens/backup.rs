//! Respaldo: the copies of this computer and of the second place, each with its proof; where they go, and what opens them.

mod view;

use std::path::PathBuf;

use chrono::NaiveDateTime;
use iced::Task;

use crate::app::widget::{self, Move, Press};
use crate::desk::{BackupOverview, Desk, PlaceLook, Refusal};
use crate::store::places::Placed;
use crate::store::restore::{Candidate, Origin, candidate};

/// The id of the copies.
pub const LIST_ID: &str = "respaldo-copias";

/// The screen.
#[derive(Debug)]
pub struct Screen {
    rows: Vec<Row>,
    selected: usize,
    overview: BackupOverview,
    place: Looked,
}

/// A copy in the list.
#[derive(Debug, Clone)]
enum Row {
    /// Of this computer.
    Here(Candidate),
    /// Sealed, in the second place.
    Away(Placed),
}

impl Row {
    fn path(&self) -> &PathBuf {
        match self {
            Self::Here(copy) => &copy.path,
            Self::Away(copy) => &copy.path,
        }
    }

    fn at(&self) -> Option<NaiveDateTime> {
        match self {
            Self::Here(copy) => copy.at(),
            Self::Away(copy) => Some(copy.report.copy.at),
        }
    }

    fn group(&self) -> Group {
        match self {
            Self::Here(copy) if copy.origin == Origin::Kept => Group::Kept,
            Self::Here(_) => Group::Here,
            Self::Away(_) => Group::Away,
        }
    }
}

/// The head under which a copy stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Here,
    Away,
    Kept,
}

/// What is known of the second place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// Nothing yet: a disk that sleeps takes long to answer.
    Looking,
    /// It is not there.
    Absent,
    /// It was looked at.
    There,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A line of the list was pressed.
    LinePressed(usize),
    /// The arrows moved the selection.
    Moved(Move),
    /// Enter on a copy, or «Comparar y restaurar».
    Opened,
    /// «Hacer copia ahora», or Ctrl+Enter.
    CopyPressed,
    /// «Probar una copia», or S.
    TryPressed,
    /// «Elegir el lugar», or L.
    PlacePressed,
    /// «Hacer la hoja de rescate», or H.
    SheetPressed,
    /// «Probar la hoja», or P.
    TestPressed,
    /// «Otra copia», or O.
    OtherPressed,
    /// «Revisar la base», or B.
    CheckPressed,
    /// «Hacer una mudanza», or M.
    MovingPressed,
    /// The second place was looked at; `None` while it is not there.
    PlaceSeen(Option<Vec<Placed>>),
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To take the focus somewhere, or to scroll.
    Run(Task<Message>),
    /// To make a copy.
    Copy,
    /// To hold this copy against the register.
    Compare(PathBuf),
    /// To ask where another copy lies.
    AskCopy,
    /// To look through the register.
    Check,
    /// To take everything to another computer.
    Move,
    /// To try the newest copy.
    Try,
    /// To ask where else copies go.
    AskPlace,
    /// To ask whether a sheet is made.
    AskSheet,
    /// To ask for the first groups of the sheet.
    AskGroups,
}

impl Screen {
    /// With what this computer knows of its copies. The second place is looked at by [`Screen::look`].
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk) -> Result<Self, Refusal> {
        let mut screen = Self {
            rows: Vec::new(),
            selected: 0,
            overview: desk.backup_overview()?,
            place: Looked::Looking,
        };
        screen.read(desk)?;
        Ok(screen)
    }

    /// Reads again what this computer knows; what was seen in the second place stays.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let chosen = self.chosen().map(|row| row.path().clone());
        self.overview = desk.backup_overview()?;
        let has_place = self.overview.place.is_some();
        let away = std::mem::take(&mut self.rows)
            .into_iter()
            .filter(|row| has_place && row.group() == Group::Away);
        self.rows = desk
            .copies_to_restore()
            .into_iter()
            .map(Row::Here)
            .chain(away.collect::<Vec<_>>())
            .collect();
        self.order(chosen);
        Ok(())
    }

    /// The work of looking at the second place, away from the window.
    pub fn look(desk: &Desk) -> Option<PlaceLook> {
        desk.look_at_second_place()
    }

    fn order(&mut self, chosen: Option<PathBuf>) {
        // Within a group they come the newest first.
        self.rows.sort_by_key(Row::group);
        let found = chosen.and_then(|path| self.rows.iter().position(|row| *row.path() == path));
        self.selected = found.unwrap_or(0).min(self.rows.len().saturating_sub(1));
    }

    fn chosen(&self) -> Option<&Row> {
        self.rows.get(self.selected)
    }

    /// Chooses the newest copy, for whoever has just made it.
    pub fn choose_newest(&mut self) {
        self.selected = 0;
    }

    /// The copies that can be restored, as they are listed.
    pub fn candidates(&self) -> Vec<Candidate> {
        let of = |row: &Row| match row {
            Row::Here(copy) => Some(copy.clone()),
            Row::Away(copy) => candidate(&copy.path),
        };
        self.rows.iter().filter_map(of).collect()
    }

    /// What a key means that no widget used.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        if press.modifiers.command() || press.modifiers.alt() {
            return None;
        }
        Some(match press.typed()?.to_lowercase().as_str() {
            "s" => Message::TryPressed,
            "l" => Message::PlacePressed,
            "h" => Message::SheetPressed,
            "p" => Message::TestPressed,
            "o" => Message::OtherPressed,
            "b" => Message::CheckPressed,
            "m" => Message::MovingPressed,
            _ => return None,
        })
    }

    /// The lines of the list: a head for each group, and the places of its copies.
    fn lines(&self) -> Vec<Result<usize, Group>> {
        let mut lines = Vec::new();
        let mut before = None;
        for (at, row) in self.rows.iter().enumerate() {
            let group = row.group();
            if before != Some(group) {
                lines.push(Err(group));
            }
            before = Some(group);
            lines.push(Ok(at));
        }
        lines
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::LinePressed(line) => {
                let before = self.selected;
                if let Some(Ok(at)) = self.lines().get(line) {
                    self.selected = *at;
                }
                // The first press chooses a copy, the next one opens it.
                if before == self.selected {
                    return self.update(Message::Opened);
                }
                Action::Run(widget::focus(LIST_ID))
            }
            Message::Moved(to) => {
                let last = self.rows.len().saturating_sub(1);
                self.selected = match to {
                    Move::Up => self.selected.saturating_sub(1),
                    Move::Down => (self.selected + 1).min(last),
                    Move::First => 0,
                    Move::Last => last,
                    Move::PageUp => self.selected.saturating_sub(10),
                    Move::PageDown => (self.selected + 10).min(last),
                };
                Action::Run(widget::reveal())
            }
            Message::Opened => match self.chosen() {
                Some(row) => Action::Compare(row.path().clone()),
                None => Action::AskCopy,
            },
            Message::OtherPressed => Action::AskCopy,
            Message::CheckPressed => Action::Check,
            Message::MovingPressed => Action::Move,
            Message::CopyPressed => Action::Copy,
            Message::TryPressed => Action::Try,
            Message::PlacePressed => Action::AskPlace,
            Message::SheetPressed => Action::AskSheet,
            Message::TestPressed => Action::AskGroups,
            Message::PlaceSeen(seen) => {
                let chosen = self.chosen().map(|row| row.path().clone());
                self.rows.retain(|row| row.group() != Group::Away);
                self.place = match seen {
                    None => Looked::Absent,
                    Some(placed) => {
                        self.rows.extend(placed.into_iter().map(Row::Away));
                        Looked::There
                    }
                };
                self.order(chosen);
                Action::None
            }
        }
    }
}
