//! The dialogs, one file each. The window owns at most one, and stacks it over the page.

pub mod baja;
pub mod help;
pub mod print;
pub mod vigencia;

use iced::{Element, Task};

/// The dialog that is open.
#[derive(Debug)]
pub enum Modal {
    /// Why a baja.
    Baja(baja::Baja),
    /// What to print.
    Print(print::Print),
    /// What a document said.
    Vigencia(vigencia::Vigencia),
    /// Keys.
    Help(help::Help),
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// In the baja's.
    Baja(baja::Message),
    /// In the printer's.
    Print(print::Message),
    /// In the vigencia's.
    Vigencia(vigencia::Message),
    /// In the help's.
    Help(help::Message),
}

/// What it asks of the window.
#[derive(Debug)]
pub enum Action {
    /// Nothing.
    None,
    /// To be closed.
    Close,
    /// To take the focus somewhere in it.
    Run(Task<Message>),
    /// To queue this baja.
    QueueBaja(crate::domain::ids::StudentId, crate::domain::movement::BajaMotive),
    /// To record what a document said.
    RecordCheck(crate::domain::ids::StudentId, crate::domain::vigencia::Check),
    /// To print this student's summary; to ask where else to save it, if `also_elsewhere`.
    PrintSummary {
        /// Whose.
        student: crate::domain::ids::StudentId,
        /// «Guardar como…».
        also_elsewhere: bool,
    },
}

impl Modal {
    /// Takes a message to the dialog it is for; one that comes late is dropped.
    pub fn update(&mut self, message: Message) -> Action {
        match (self, message) {
            (Self::Baja(dialog), Message::Baja(message)) => dialog.update(message),
            (Self::Print(dialog), Message::Print(message)) => dialog.update(message),
            (Self::Vigencia(dialog), Message::Vigencia(message)) => dialog.update(message),
            (Self::Help(dialog), Message::Help(message)) => dialog.update(message),
            _ => Action::None,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        match self {
            Self::Baja(dialog) => dialog.view().map(Message::Baja),
            Self::Print(dialog) => dialog.view().map(Message::Print),
            Self::Vigencia(dialog) => dialog.view().map(Message::Vigencia),
            Self::Help(dialog) => dialog.view().map(Message::Help),
        }
    }

    /// Its main verb: Ctrl+Enter.
    pub fn confirm(&mut self) -> Action {
        match self {
            Self::Baja(dialog) => dialog.update(baja::Message::Confirmed),
            Self::Print(dialog) => dialog.update(print::Message::Confirmed),
            Self::Vigencia(dialog) => dialog.update(vigencia::Message::Confirmed),
            Self::Help(_) => Action::Close,
        }
    }
}
