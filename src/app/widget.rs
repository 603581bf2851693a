//! What the window is made of: the parts that iced lacks, and the parts it has in the dress of this program.
//!
//! None of them knows a screen. Each is a small builder that becomes an `Element`; what has to be remembered
//! between two views ([`field::Field`], [`suggest::Suggest`]) is a plain value that the screen keeps.

pub mod button;
pub mod chip;
pub mod choice;
pub mod dialog;
pub mod fact;
pub mod field;
pub mod focus;
pub mod ground;
pub mod input;
pub mod keys;
pub mod list;
pub mod name;
pub mod pressable;
pub mod scroll;
pub mod steps;
pub mod suggest;
mod through;

pub use button::{Button, button};
pub use chip::{Status, chip};
pub use choice::{Choice, choice};
pub use dialog::dialog;
pub use fact::{Fact, FactTone, band};
pub use field::{Field, Said, Tone, field};
pub use focus::{focus, focusable, focused, move_focus, reveal};
pub use ground::ground;
pub use input::input;
pub use keys::{Press, keys};
pub use list::{Column, Line, Move, list};
pub use name::{fitting, name};
pub use pressable::pressable;
pub use scroll::scroll;
pub use steps::steps;
pub use suggest::{Offer, Suggest};

use iced::Element;
use iced::widget::rule;

use super::theme::style;

/// A hairline across.
pub fn hairline<'a, Message: 'a>() -> Element<'a, Message> {
    rule::horizontal(1).style(style::hairline).into()
}

/// A hairline downwards, between two panes.
pub fn hairline_down<'a, Message: 'a>() -> Element<'a, Message> {
    rule::vertical(1).style(style::hairline).into()
}
