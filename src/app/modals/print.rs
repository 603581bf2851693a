//! F9: which paper about a student, and where it goes.

use std::path::PathBuf;

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::{button, choice, dialog};
use crate::domain::ids::StudentId;
use crate::print::icon::Icon;
use crate::store::Paper;
use crate::words::{frame, printing};

/// The id of the documents.
pub const DOCUMENTS: &str = "documentos";
/// The id of the button that prints.
pub const PRINT: &str = "imprimir";

/// The dialog.
#[derive(Debug)]
pub struct Print {
    paper: Paper,
    student: StudentId,
    name: String,
    folder: PathBuf,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// R, V or U.
    Chosen(Paper),
    /// Imprimir, Enter or Ctrl+Enter.
    Confirmed,
    /// «Guardar como…».
    SaveAsPressed,
    /// Esc, or the close button.
    Closed,
}

impl Print {
    /// For this student, with the summary chosen; papers go to `folder`.
    pub fn new(student: StudentId, name: String, folder: PathBuf) -> Self {
        Self {
            paper: Paper::Summary,
            student,
            name,
            folder,
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        let print = |also_elsewhere| Action::Print {
            paper: self.paper,
            student: self.student,
            also_elsewhere,
        };
        match message {
            Message::Chosen(paper) => {
                self.paper = paper;
                Action::None
            }
            Message::Confirmed => print(false),
            Message::SaveAsPressed => print(true),
            Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let documents = choice(
            [
                Choice::new(Paper::Summary, printing::SUMMARY).key('R'),
                Choice::new(Paper::Checklist, printing::CHECKLIST).key('V'),
                Choice::new(Paper::ClinicSteps, printing::CLINIC_STEPS).key('U'),
            ],
            Some(self.paper),
            Message::Chosen,
        )
        .on_enter(Message::Confirmed)
        .id(DOCUMENTS);
        let hint = match self.paper {
            Paper::Summary => printing::SUMMARY_HINT,
            Paper::Checklist => printing::CHECKLIST_HINT,
            Paper::ClinicSteps => printing::CLINIC_STEPS_HINT,
        };
        let content = column![
            strong(self.name.as_str()),
            documents,
            body(hint),
            caption(printing::REAL_SIZE).style(style::muted),
            caption(printing::goes_to(&self.folder)).style(style::muted),
        ]
        .spacing(NEAR);

        dialog(printing::TITLE, content, Message::Closed)
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(button(printing::SAVE_AS, Message::SaveAsPressed).tall())
            .button(
                button(printing::PRINT, Message::Confirmed)
                    .icon(Icon::Printer)
                    .key("Enter")
                    .primary()
                    .tall()
                    .id(PRINT),
            )
            .into()
    }
}
