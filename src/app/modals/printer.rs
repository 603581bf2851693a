//! The printer: its ruler page is opened, measured, and what it measures is written down.

use iced::widget::{column, row};
use iced::{Element, Length};

use super::Action;
use crate::app::theme::measure::{GAP, NEAR, PADDING};
use crate::app::theme::{body, caption, style};
use crate::app::widget::{self, Field, Tone, button, dialog, field};
use crate::domain::printer_scale::{Measured, PrinterCheck};
use crate::print::icon::Icon;
use crate::words::{frame, ruler as words};

/// The id of the button that opens the page.
pub const PRINT: &str = "impresora-hoja";
/// The id of the printer's name.
pub const PRINTER: &str = "impresora-nombre";
/// The ids of the lengths, the line that lies first.
pub const LENGTHS: [&str; 2] = ["impresora-acostada", "impresora-parada"];

/// Letters that the name of a printer may have: it stands in lines of Hoy and of Ajustes.
const LONGEST_NAME: usize = 40;

/// The dialog.
#[derive(Debug)]
pub struct PrinterDialog {
    printer: Field,
    lengths: [Field; 2],
    /// What is known of the printers of this computer, in sentences.
    known: Vec<String>,
    /// What came of the page, or why it was not written.
    said: Option<(bool, String)>,
}

/// What happened in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// The page is wanted.
    PagePressed,
    /// The printer's name was typed.
    NameTyped(String),
    /// A length was typed.
    LengthTyped(usize, String),
    /// Enter in a field.
    Next,
    /// The button, or Ctrl+Enter.
    Confirmed,
    /// Esc, or the close button.
    Closed,
}

impl PrinterDialog {
    /// With the printer that was measured last, or one without a name.
    pub fn new(checks: &[PrinterCheck]) -> Self {
        /// So many are told; the last ones.
        const TOLD: usize = 3;
        let name = checks.first().map_or(words::SOME_PRINTER, |check| &check.printer);
        Self {
            printer: Field::new(name),
            lengths: [Field::default(), Field::default()],
            known: checks.iter().take(TOLD).map(words::of_printer).collect(),
            said: None,
        }
    }

    /// The page is there: its lines are to be measured now.
    pub fn page_written(&mut self, said: String) {
        self.said = Some((true, said));
    }

    /// What did not work; what was typed stays.
    pub fn refuse(&mut self, why: String) {
        self.said = Some((false, why));
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Closed => return Action::Close,
            Message::PagePressed => return Action::PrintRulerPage,
            Message::Confirmed => return self.confirm(),
            Message::NameTyped(text) => self.printer.type_in(text),
            Message::LengthTyped(at, text) => {
                if let Some(length) = self.lengths.get_mut(at) {
                    length.type_in(text);
                }
            }
            Message::Next => return Action::Run(widget::move_focus(false, Some(dialog::ID.into()))),
        }
        Action::None
    }

    fn confirm(&mut self) -> Action {
        if self.printer.is_empty() {
            self.printer.say(Tone::Problem, words::NO_NAME);
            return Action::Run(widget::focus(PRINTER));
        }
        if self.printer.value().chars().count() > LONGEST_NAME {
            self.printer.say(Tone::Problem, words::long_name(LONGEST_NAME));
            return Action::Run(widget::focus(PRINTER));
        }
        let mut read = [Measured::TRUE; 2];
        for (at, length) in self.lengths.iter_mut().enumerate() {
            match Measured::read(length.value()) {
                Ok(measured) => read[at] = measured,
                Err(why) => {
                    length.say(Tone::Problem, words::not_a_length(why));
                    return Action::Run(widget::focus(LENGTHS[at]));
                }
            }
        }
        let [across, down] = read;
        Action::KeepMeasure {
            printer: self.printer.value().to_owned(),
            across,
            down,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let said = self.said.as_ref().map(|(is_well, said)| {
            let tone = if *is_well { style::muted } else { style::problem };
            body(said.as_str()).style(tone)
        });
        let page = button(words::PRINT, Message::PagePressed)
            .icon(Icon::Printer)
            .key("F9")
            .id(PRINT);
        let [across, down] = [0, 1].map(|at| {
            let typed = move |text| Message::LengthTyped(at, text);
            let submit = match at {
                0 => Message::Next,
                _ => Message::Confirmed,
            };
            field(words::MEASURES[at], &self.lengths[at], typed)
                .placeholder(words::EXAMPLE)
                .on_submit(submit)
                .id(LENGTHS[at])
        });
        let known = self
            .known
            .iter()
            .map(|line| caption(line).style(style::muted).into());
        let first = column![body(words::FIRST), page, column![said]].spacing(NEAR);
        let second = column![
            body(words::SECOND),
            field(words::PRINTER, &self.printer, Message::NameTyped)
                .on_submit(Message::Next)
                .id(PRINTER),
            row![across, down].spacing(GAP).width(Length::Fill),
        ]
        .spacing(NEAR);
        let known = (!self.known.is_empty()).then(|| column(known).spacing(4));
        let content = column![known, first, second].spacing(PADDING);
        dialog(words::DIALOG, content, Message::Closed)
            .wide()
            .button(button(frame::CANCEL, Message::Closed).key("Esc").tall())
            .button(
                button(words::KEEP, Message::Confirmed)
                    .key("Ctrl+Enter")
                    .primary()
                    .tall(),
            )
            .into()
    }
}
