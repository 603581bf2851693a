//! What was found when the register was looked through, what can be put right, and what was.

use iced::Element;
use iced::widget::{column, container};

use super::Action;
use crate::app::theme::measure::{NEAR, PADDING};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::{button, dialog, scroll};
use crate::desk::{self, CopyToCompare, Desk, Remedy};
use crate::print::icon::Icon;
use crate::store::Finding;
use crate::words::findings::{self as words, dialog as said};
use crate::words::frame;

/// The id of the main verb.
pub const MAIN: &str = "revision-seguir";
/// How high the sentences may grow before they are scrolled.
const REPORT: f32 = 280.0;

/// The dialog.
#[derive(Debug)]
pub struct FindingsDialog {
    repaired: Vec<String>,
    left: Vec<String>,
    /// What to do about what can't be put right.
    advice: Option<String>,
    can_repair: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The main verb, Enter or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl FindingsDialog {
    /// With what was put right just now, and what is wrong still.
    pub fn new(desk: &Desk, repaired: &[Finding], left: &[Finding]) -> Self {
        let told = |findings: &[Finding], repaired: bool| -> Vec<String> {
            findings
                .iter()
                .map(|finding| desk::finding(finding, repaired))
                .collect()
        };
        Self {
            repaired: told(repaired, true),
            left: told(left, false),
            advice: desk.copy_to_compare(left).map(|copy| match copy {
                CopyToCompare::Last { at, .. } => words::compare(at, desk.today()),
                CopyToCompare::None => words::NO_COPY.to_owned(),
            }),
            // What could not be put right the first time can't be the second time.
            can_repair: repaired.is_empty() && left.iter().any(|it| desk::remedy(it) == Remedy::Repair),
        }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Confirmed if self.can_repair => Action::RepairRegister,
            Message::Confirmed | Message::Closed => Action::Close,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let part = |head: &'static str, sentences: &[String]| -> Option<Element<'_, Message>> {
            if sentences.is_empty() {
                return None;
            }
            let lines = sentences.iter().map(|line| body(line.clone()).into());
            Some(
                column![strong(head), column(lines).spacing(NEAR)]
                    .spacing(NEAR)
                    .into(),
            )
        };
        let left_head = match self.repaired.is_empty() {
            true => said::FOUND,
            false => said::LEFT,
        };
        let sound = (self.left.is_empty()).then(|| body(said::NOW_SOUND));
        let what = self.can_repair.then(|| caption(said::WHAT).style(style::muted));
        let advice = self.advice.as_deref().map(|it| body(it).style(style::advice));
        let report = column![
            part(said::REPAIRED, &self.repaired),
            part(left_head, &self.left),
            advice,
            sound,
            what
        ]
        .spacing(PADDING);
        let content = container(scroll(report)).max_height(REPORT);
        let drawn = dialog(said::TITLE, content, Message::Closed).wide();
        if self.can_repair {
            drawn
                .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
                .button(
                    button(said::REPAIR, Message::Confirmed)
                        .icon(Icon::CircleCheck)
                        .key("Enter")
                        .primary()
                        .tall()
                        .id(MAIN),
                )
                .into()
        } else {
            drawn
                .button(
                    button(frame::CLOSE, Message::Confirmed)
                        .key("Enter")
                        .primary()
                        .tall()
                        .id(MAIN),
                )
                .into()
        }
    }
}
