//! Avisos por correo of a closed cut: the lots of addresses for the clipboard, the sheet for the mail merge, and that
//! everybody was told. The program sends nothing: it stays open while the clerk goes to the mail and back.

use iced::widget::{column, container, row, space};
use iced::{Element, padding};

use super::Action;
use crate::app::icon::{self as icons, icon};
use crate::app::theme::measure::{CONTROL_PADDING, NEAR, ROW};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::focus::Ring;
use crate::app::widget::{self, Move, Press, button, dialog, focusable, pressable, scroll};
use crate::domain::notice::Notices;
use crate::print::icon::Icon;
use crate::words::frame;
use crate::words::notices::{self as words, screen};

/// The id of the lots.
pub const LOTS: &str = "avisos-lotes";
/// So many lots are seen at a time; the others scroll.
const SEEN_LOTS: usize = 4;

/// Right of what stands in a lot, where its ring and the scroll bar are.
const CLEAR_OF_RING: f32 = 24.0;

/// The dialog.
#[derive(Debug)]
pub struct NoticesDialog {
    notices: Notices,
    lots: Vec<Vec<String>>,
    /// Which of them were copied.
    copied: Vec<bool>,
    chosen: usize,
    /// The text as the first of them gets it.
    example: String,
    /// What was done last in here.
    said: Option<String>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The arrows moved to another lot.
    Moved(Move),
    /// A lot was pressed.
    LotPressed(usize),
    /// Enter on a lot, or «Copiar lote».
    CopyPressed,
    /// X, or «Excel».
    SheetPressed,
    /// «Anotar como avisados», or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl NoticesDialog {
    /// Of these notices; `example` is the text as the first of those who are to be told gets it.
    pub fn new(notices: Notices, example: String) -> Self {
        let lots = notices.lots();
        Self {
            copied: vec![false; lots.len()],
            chosen: 0,
            notices,
            lots,
            example,
            said: None,
        }
    }

    /// What a key means that no widget used.
    pub fn key(press: &Press<'_>) -> Option<Message> {
        let typed = press.typed()?;
        typed.eq_ignore_ascii_case("x").then_some(Message::SheetPressed)
    }

    /// Says what was done.
    pub fn say(&mut self, said: String) {
        self.said = Some(said);
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        let last = self.lots.len().saturating_sub(1);
        match message {
            Message::Moved(to) => {
                self.chosen = match to {
                    Move::Up => self.chosen.saturating_sub(1),
                    Move::Down => (self.chosen + 1).min(last),
                    Move::First | Move::PageUp => 0,
                    Move::Last | Move::PageDown => last,
                };
                Action::Run(widget::reveal())
            }
            Message::LotPressed(at) => {
                self.chosen = at.min(last);
                self.copy()
            }
            Message::CopyPressed => self.copy(),
            Message::SheetPressed => Action::ExportNotices(Box::new(self.notices.clone())),
            Message::Confirmed => Action::RecordNotices(Box::new(self.notices.clone())),
            Message::Closed => Action::Close,
        }
    }

    /// Puts the chosen lot on the clipboard; the next one is chosen then.
    fn copy(&mut self) -> Action {
        let at = self.chosen;
        let Some(lot) = self.lots.get(at) else {
            return Action::None;
        };
        self.said = Some(words::lot_copied(at + 1, self.lots.len(), lot.len()));
        self.copied[at] = true;
        self.chosen = (at + 1).min(self.lots.len() - 1);
        Action::Run(iced::clipboard::write(words::addresses(lot)).chain(widget::reveal()))
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let rows = self.lots.iter().enumerate().map(|(at, lot)| {
            let named = words::lot(at + 1, self.lots.len(), lot.len());
            let named = match at == self.chosen {
                true => strong(named),
                false => body(named),
            };
            let copied = self.copied[at].then(|| {
                row![
                    icon(Icon::CircleCheck, icons::SMALL).style(style::done),
                    caption(screen::COPIED).style(style::done)
                ]
                .spacing(6)
                .align_y(iced::Center)
            });
            let line = row![container(named).width(iced::Length::Fill), copied]
                .spacing(NEAR)
                .align_y(iced::Center)
                .padding(padding::left(CONTROL_PADDING).right(CLEAR_OF_RING));
            pressable(line, at == self.chosen, Message::LotPressed(at))
                .height(ROW)
                .last(at + 1 == self.lots.len())
                .into()
        });
        let lots = focusable(column(rows), Some(Message::CopyPressed))
            .on_space(Some(Message::CopyPressed))
            .on_key(|press| Move::from_press(press).map(Message::Moved))
            .ring(Ring::Row(self.chosen))
            .id(LOTS);
        let lots: Element<'_, Message> = match self.lots.len() > SEEN_LOTS {
            true => scroll(lots).height(ROW * SEEN_LOTS as f32).into(),
            false => lots.into(),
        };
        let said = match &self.said {
            Some(said) => body(said.as_str()).style(style::done),
            None => body(screen::HOW).style(style::muted),
        };
        let text = column![
            caption(screen::TEXT).style(style::muted),
            container(scroll(body(self.example.as_str())))
                .padding(NEAR)
                .max_height(140)
                .width(iced::Length::Fill)
                .style(style::sunken),
        ]
        .spacing(NEAR);
        let content = column![
            body(words::summary(&self.notices)),
            container(lots).padding(1).style(style::offers),
            said,
            space().height(NEAR),
            text,
            caption(screen::NOTHING_IS_SENT).style(style::muted),
        ]
        .spacing(NEAR);

        dialog(words::title(self.notices.cut), content, Message::Closed)
            .wide()
            .button(button(frame::CLOSE, Message::Closed).key("Esc").tall())
            .button(
                button(screen::SHEET, Message::SheetPressed)
                    .icon(Icon::FileSpreadsheet)
                    .key("X")
                    .tall(),
            )
            .button(
                button(screen::RECORD, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
