//! What a closed cut leaves the program as: the Relación, the oficio, a workbook, the files with the records.

use std::path::PathBuf;

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::{button, choice, dialog};
use crate::domain::dispatch::CutPaper;
use crate::print::icon::Icon;
use crate::words::runway::{self, papers as words};
use crate::words::{frame, printing};

/// The id of the choice.
pub const PAPERS: &str = "corte-papeles";

/// The dialog.
#[derive(Debug)]
pub struct CutPapers {
    folio: String,
    chosen: CutPaper,
    folder: PathBuf,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// R, O, X or A.
    Chosen(CutPaper),
    /// The button, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl CutPapers {
    /// Of the cut with this folio, with the Relación chosen; papers go to `folder`.
    pub fn new(folio: String, folder: PathBuf) -> Self {
        Self {
            folio,
            chosen: CutPaper::List,
            folder,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(paper) => {
                self.chosen = paper;
                Action::None
            }
            Message::Confirmed => Action::LeaveCut(self.folio.clone(), self.chosen),
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let papers = choice(
            [
                Choice::new(CutPaper::List, words::LIST).key('R'),
                Choice::new(CutPaper::Letter, words::LETTER).key('O'),
                Choice::new(CutPaper::Workbook, words::WORKBOOK).key('X'),
                Choice::new(CutPaper::Records, words::RECORDS).key('A'),
            ],
            Some(self.chosen),
            Message::Chosen,
        )
        .on_enter(Message::Confirmed)
        .id(PAPERS);
        let (hint, verb, glyph) = match self.chosen {
            CutPaper::List => (words::LIST_HINT, printing::PRINT, Icon::Printer),
            CutPaper::Letter => (words::LETTER_HINT, printing::PRINT, Icon::Printer),
            CutPaper::Workbook => (words::WORKBOOK_HINT, words::WRITE, Icon::Download),
            CutPaper::Records => (words::RECORDS_HINT, words::WRITE, Icon::Download),
        };
        let content = column![
            strong(runway::folio(&self.folio, false)),
            papers,
            body(hint),
            caption(words::FOR_EVER).style(style::muted),
            caption(printing::goes_to(&self.folder)).style(style::muted),
        ]
        .spacing(NEAR);

        dialog(words::TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(verb, Message::Confirmed)
                    .icon(glyph)
                    .key("Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
