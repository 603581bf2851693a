//! Turno and consultorio, as dialogs and form ask for them.

use crate::app::widget::choice::{self, Choice};
use crate::app::widget::field::{Field, Tone};
use crate::domain::clinic::{Room, Shift};
use crate::words::clinic as words;

/// Which turno is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShiftChoice {
    /// None is known.
    Unknown,
    /// Matutino.
    Morning,
    /// Vespertino.
    Evening,
    /// What is typed beside it.
    Other,
}

/// What was chosen and typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShiftRoom {
    /// The turno.
    pub shift: ShiftChoice,
    /// A turno that is neither of the two.
    pub other: Field,
    /// Consultorio.
    pub room: Field,
}

/// Which of the two can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// «Otro» was chosen, and nothing written.
    OtherShift,
    /// It is no consultorio.
    Room,
}

impl ShiftRoom {
    /// With these in it.
    pub fn of(shift: Option<&Shift>, room: Option<&Room>) -> Self {
        let (chosen, other) = match shift {
            None => (ShiftChoice::Unknown, ""),
            Some(Shift::Morning) => (ShiftChoice::Morning, ""),
            Some(Shift::Evening) => (ShiftChoice::Evening, ""),
            Some(Shift::Other(text)) => (ShiftChoice::Other, text.as_str()),
        };
        Self {
            shift: chosen,
            other: Field::new(other),
            room: Field::new(room.map(Room::as_str).unwrap_or_default()),
        }
    }

    /// The turno as text: the word under which it is stored, or what was typed beside «Otro».
    pub fn typed_shift(&self) -> &str {
        match self.shift {
            ShiftChoice::Unknown => "",
            ShiftChoice::Morning => Shift::Morning.text(),
            ShiftChoice::Evening => Shift::Evening.text(),
            ShiftChoice::Other => self.other.value(),
        }
    }

    /// What they say.
    ///
    /// # Errors
    /// The first that can't be read; it says so itself.
    pub fn read(&mut self) -> Result<(Option<Shift>, Option<Room>), Unread> {
        let shift = match self.shift {
            ShiftChoice::Unknown => None,
            ShiftChoice::Morning => Some(Shift::Morning),
            ShiftChoice::Evening => Some(Shift::Evening),
            ShiftChoice::Other => match Shift::read(self.other.value()) {
                Some(shift) => Some(shift),
                None => {
                    self.other.say(Tone::Problem, words::OTHER_SHIFT_MISSING);
                    return Err(Unread::OtherShift);
                }
            },
        };
        if self.room.is_empty() {
            return Ok((shift, None));
        }
        match Room::read(self.room.value()) {
            Ok(room) => Ok((shift, Some(room))),
            Err(_) => {
                self.room.say(Tone::Problem, words::ROOM_FAULT);
                Err(Unread::Room)
            }
        }
    }

    /// Takes what was typed as the consultorio.
    pub fn type_room(&mut self, text: String) {
        self.room.type_in(text);
        if !self.room.is_empty() && Room::read(self.room.value()).is_err() {
            self.room.say(Tone::Problem, words::ROOM_FAULT);
        }
    }

    /// The row of words for the turno.
    pub fn choice<'a, Message>(
        &self,
        on_choose: impl Fn(ShiftChoice) -> Message + 'a,
    ) -> choice::View<'a, ShiftChoice, Message> {
        choice::choice(
            [
                Choice::new(ShiftChoice::Unknown, words::NO_SHIFT),
                Choice::new(ShiftChoice::Morning, words::MORNING),
                Choice::new(ShiftChoice::Evening, words::EVENING),
                Choice::new(ShiftChoice::Other, words::OTHER_SHIFT),
            ],
            Some(self.shift),
            on_choose,
        )
    }
}
