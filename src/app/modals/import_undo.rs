//! Taking a sheet back long after it was imported: how many records go, and who stays because of what was done since.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, style};
use crate::app::widget::{button, dialog};
use crate::domain::ids::ImportId;
use crate::store::UndoPlan;
use crate::words::importing::former as words;
use crate::words::{frame, import_undo, marked};

/// The id of the main verb.
pub const UNDO: &str = "importacion-deshacer";
/// How many of those who stay are named; the others are counted.
const NAMED: usize = 8;

/// The dialog.
#[derive(Debug)]
pub struct ImportUndo {
    import: ImportId,
    source: String,
    plan: UndoPlan,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The button, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl ImportUndo {
    /// About this import of that file.
    pub fn new(import: ImportId, source: String, plan: UndoPlan) -> Self {
        Self { import, source, plan }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Confirmed => Action::UndoImport(self.import),
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let left = &self.plan.left;
        let names = left.iter().take(NAMED).map(|it| {
            caption(format!("{} · {}", it.name, it.identifier))
                .style(style::advice)
                .into()
        });
        let more =
            (left.len() > NAMED).then(|| caption(marked::and_more(left.len() - NAMED)).style(style::muted));
        let content = column![
            body(import_undo::plan(
                &self.source,
                self.plan.reverted,
                left.len() as u64
            )),
            column(names),
            more,
            caption(words::CAN_COME_BACK).style(style::muted),
        ]
        .spacing(NEAR);

        dialog(words::QUESTION, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::UNDO_IT, Message::Confirmed)
                    .key("Enter")
                    .primary()
                    .tall()
                    .id(UNDO),
            )
            .into()
    }
}
