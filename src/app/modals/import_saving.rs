//! The one question before a sheet is saved: what becomes of its altas or its bajas.

use iced::Element;
use iced::widget::column;

use super::Action;
use crate::app::screens::import::Asking;
use crate::app::screens::import::work::Saving;
use crate::app::theme::measure::NEAR;
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{Press, button, dialog};
use crate::domain::import::ImportKind;
use crate::words::importing::question as words;
use crate::words::{frame, importing};

/// The id of the main verb.
pub const SAVE: &str = "importar-guardar";

/// The dialog.
#[derive(Debug)]
pub struct ImportSaving {
    asking: Asking,
    cut: chrono::NaiveDate,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// One of the answers.
    Chosen(Saving),
    /// Esc, or the close button.
    Closed,
}

impl ImportSaving {
    /// About this plan; movements go to this cut.
    pub fn new(asking: Asking, cut: chrono::NaiveDate) -> Self {
        Self { asking, cut }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Chosen(how) => Action::SaveImport(how),
            Message::Closed => Action::Close,
        }
    }

    /// The main verb.
    pub fn confirm(&mut self) -> Action {
        Action::SaveImport(if self.asking.to_queue > 0 {
            Saving::Queued
        } else {
            Saving::Plain
        })
    }

    /// Whether the altas may be left out.
    fn asks_altas(&self) -> bool {
        self.asking.kind != ImportKind::Bajas && self.asking.to_queue > 0
    }

    /// Whether everybody may have been affiliated before.
    fn asks_affiliated(&self) -> bool {
        self.asking.kind == ImportKind::Altas
    }

    /// S and Y answer, whatever has the focus, where there is a button for it.
    pub fn key(&self, press: &Press<'_>) -> Option<Message> {
        match press.typed()?.to_lowercase().as_str() {
            "s" if self.asks_altas() => Some(Message::Chosen(Saving::Plain)),
            "y" if self.asks_affiliated() => Some(Message::Chosen(Saving::Affiliated)),
            _ => None,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let Asking {
            kind,
            outlook,
            to_queue,
            without_nss,
        } = &self.asking;
        let (kind, to_queue) = (*kind, *to_queue);
        let is_baja = kind == ImportKind::Bajas;
        let title = match kind {
            ImportKind::Bajas => words::bajas(self.cut),
            ImportKind::Enrolled => words::ENROLLED.to_owned(),
            ImportKind::Altas => words::altas(self.cut),
        };
        let queued = (to_queue > 0).then(|| strong(words::queued(to_queue, *without_nss)));
        let affiliated = self
            .asks_affiliated()
            .then(|| caption(words::AFFILIATED_TOLD).style(style::muted));
        let content = column![
            queued,
            body(outlook.as_str()),
            affiliated,
            caption(importing::review::SAFE).style(style::muted),
        ]
        .spacing(NEAR);
        let main = if is_baja {
            words::SAVE_BAJAS
        } else if self.asks_altas() {
            words::SAVE_AND_QUEUE
        } else {
            words::SAVE
        };
        let how = if to_queue > 0 {
            Saving::Queued
        } else {
            Saving::Plain
        };
        let mut shown = dialog(title, content, Message::Closed).wide();
        if self.asks_altas() {
            shown = shown.button(
                button(words::ONLY_SAVE, Message::Chosen(Saving::Plain))
                    .key("S")
                    .tall(),
            );
        }
        if self.asks_affiliated() {
            shown = shown.button(
                button(words::AFFILIATED, Message::Chosen(Saving::Affiliated))
                    .key("Y")
                    .tall(),
            );
        } else if !self.asks_altas() {
            shown = shown.button(button(frame::CANCEL, Message::Closed).key("Esc").tall());
        }
        shown
            .button(
                button(main, Message::Chosen(how))
                    .key("Enter")
                    .primary()
                    .tall()
                    .id(SAVE),
            )
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::keyboard::key::{NativeCode, Physical};
    use iced::keyboard::{Key, Modifiers};

    fn answer(kind: ImportKind, letter: &str) -> Option<Saving> {
        let asking = Asking {
            kind,
            outlook: String::new(),
            to_queue: 3,
            without_nss: 0,
        };
        let key = Key::Character(letter.into());
        let press = Press {
            key: &key,
            modified_key: &key,
            physical: Physical::Unidentified(NativeCode::Unidentified),
            modifiers: Modifiers::default(),
            text: Some(letter),
            repeat: false,
        };
        let cut = "2026-11-30".parse().unwrap();
        match ImportSaving::new(asking, cut).key(&press)? {
            Message::Chosen(how) => Some(how),
            Message::Closed => None,
        }
    }

    /// Y marked everybody of an enrolled list as affiliated, where no button said so.
    #[test]
    fn a_letter_answers_only_where_its_button_is() {
        assert_eq!(answer(ImportKind::Altas, "s"), Some(Saving::Plain));
        assert_eq!(answer(ImportKind::Altas, "Y"), Some(Saving::Affiliated));
        assert_eq!(answer(ImportKind::Enrolled, "s"), Some(Saving::Plain));
        assert_eq!(answer(ImportKind::Enrolled, "y"), None);
        assert_eq!(answer(ImportKind::Bajas, "s"), None);
        assert_eq!(answer(ImportKind::Bajas, "y"), None);
    }
}
