//! Something that nobody foresaw, in the middle of a message or of a drawing: it is said with a code for support, what was
//! being typed is kept, and the window goes on. The act in the middle of which it happened was taken back by the store.

use iced::widget::{column, container};
use iced::{Element, Length, Task, padding};

use super::{Message, Phase, Window, view};
use crate::app::theme::measure::PADDING;
use crate::app::theme::{body, caption, style, title};
use crate::app::widget::button;
use crate::desk::Explained;
use crate::system::log;
use crate::words::faults as words;

/// What could not be drawn.
const DRAWING: &str = "SF-502 (pantalla)";

impl Window {
    /// What follows from a message, whatever happens on the way.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        let code = code(&message);
        log::unless_it_breaks(|| self.follow(message)).unwrap_or_else(|| self.broke_down(code))
    }

    /// Draws it; a page that can't be drawn gives way to one that says so, with a way out.
    pub fn view(&self) -> Element<'_, Message> {
        let drawn = log::unless_it_breaks(|| self.draw());
        drawn.unwrap_or_else(|| view::bare(undrawn(), self.appearance()))
    }

    fn broke_down(&mut self, code: &'static str) -> Task<Message> {
        let why = Explained {
            text: words::unknown(),
            code: Some(code),
        };
        let office = match &mut self.phase {
            Phase::Open(office) => office,
            Phase::FirstRun(screen) => {
                screen.refuse(why.line());
                return Task::none();
            }
            Phase::Refused(_) => return Task::none(),
            // In the middle of a replacement: what stands there now, the one or the other, is opened.
            Phase::Between => return self.start(),
        };
        // A dialog would be drawn again as it broke down.
        office.modal = None;
        office.trouble(why);
        log::unless_it_breaks(|| office.keep_draft());
        log::unless_it_breaks(|| office.focus_again()).unwrap_or_else(Task::none)
    }
}

/// The page instead of one that can't be drawn.
fn undrawn<'a>() -> Element<'a, Message> {
    let page = column![
        title(words::NOT_DRAWN),
        body(words::not_drawn()).width(560),
        caption(words::support(DRAWING)).style(style::muted),
        button(words::GO_BACK, Message::Escape)
            .key("Esc")
            .primary()
            .tall(),
    ]
    .spacing(PADDING);
    container(container(page).width(976))
        .padding(padding::top(128))
        .center_x(Length::Fill)
        .into()
}

/// The code for support: where in the window it happened.
fn code(message: &Message) -> &'static str {
    match message {
        Message::Command(_)
        | Message::Tab { .. }
        | Message::Escape
        | Message::Typed(_)
        | Message::Moved(_) => "SF-501 (tecla)",
        Message::SearchTyped(_) | Message::SearchEntered | Message::RecentPressed(_) => "SF-501 (buscar)",
        Message::DraftWanted | Message::Form(_) => "SF-501 (formulario)",
        Message::Ticked => "SF-501 (reloj)",
        Message::FirstRun(_) => "SF-501 (inicio)",
        Message::Today(_) => "SF-501 (hoy)",
        Message::Settings(_) | Message::LogoChosen(_) => "SF-501 (ajustes)",
        Message::Students(_) => "SF-501 (estudiantes)",
        Message::Bajas(_) => "SF-501 (bajas)",
        Message::Cuts(_) | Message::AnswersRead(_) => "SF-501 (cortes)",
        Message::ClosingCopied(_) | Message::ClosingIsLate => "SF-501 (cerrar)",
        Message::Import(_) | Message::FileDropped(_) | Message::TemplateWanted => "SF-501 (importar)",
        Message::CaptureWanted(_) | Message::Capture(_) => "SF-501 (capturar)",
        Message::CopyMade(_) | Message::CopyTried(_) => "SF-501 (copiar)",
        Message::PaperOpened { .. } | Message::SavedElsewhere { .. } => "SF-501 (imprimir)",
        Message::Modal(_) => "SF-501 (cuadro)",
        _ => "SF-501 (ventana)",
    }
}
