//! The small program: its state and what its messages do.

use iced::keyboard::key::Named;
use iced::widget::stack;
use iced::{Element, Length, Task};
use ventanilla::app::icon::Icon;
use ventanilla::app::shortcut::{Command, command_for};
use ventanilla::app::widget::{
    self, Column, Fact, FactTone, Field, Move, Offer, Press, Suggest, Tone, focus, focused, keys, move_focus,
    reveal,
};

use crate::driver::{Driver, Program};
use crate::page::STUDENTS;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Woman,
    Man,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Summary,
    Check,
    Insurance,
    Movements,
}

#[derive(Debug, Clone)]
pub enum Message {
    Tab { backwards: bool },
    Escape,
    Asked(Command),
    Down,
    Up,
    TypedOnList(String),
    Clicked,
    FocusFound(Option<String>),
    SearchTyped(String),
    NssTyped(String),
    NssEntered,
    NssTaken(usize),
    UmfTyped(String),
    SexChosen(Sex),
    SectionChosen(Section),
    RowSelected(usize),
    RowMoved(Move),
    RowOpened,
    RowMarked,
    LastTyped(String),
    SavePressed,
    ReasonTyped(String),
    DialogClosed,
    Ticked,
}

pub struct Demo {
    pub columns: Vec<Column>,
    pub facts: [Fact; 3],
    pub search: String,
    pub nss: Field,
    pub offers: Suggest,
    pub umf: Field,
    pub last: Field,
    pub reason: Field,
    pub sex: Option<Sex>,
    pub section: Section,
    pub selected: usize,
    pub is_dialog_open: bool,
    pub focused: Option<String>,
    pub opened: usize,
    pub marked: usize,
    pub saved: usize,
    pub escapes: usize,
}

fn fact(icon: Icon, label: &str, fact: &str, first: &str, second: &str, tone: FactTone) -> Fact {
    Fact {
        icon,
        label: label.into(),
        fact: fact.into(),
        first: first.into(),
        second: second.into(),
        tone,
    }
}

impl Demo {
    fn new() -> Self {
        Self {
            columns: vec![
                Column::new("Nombre", 246),
                Column::new("Matrícula", 72),
                Column::new("Carrera", 64),
                Column::new("NSS", 56),
                Column::new("Estado", Length::Fill).indent(8.0),
            ],
            facts: [
                fact(
                    Icon::Send,
                    "Movimiento",
                    "Alta aceptada",
                    "el 18 nov 2026",
                    "corte 16 nov 2026",
                    FactTone::Plain,
                ),
                fact(
                    Icon::CalendarClock,
                    "Se espera",
                    "Vigente",
                    "entre el mar 17",
                    "y el jue 19 nov 2026",
                    FactTone::Plain,
                ),
                fact(
                    Icon::ShieldCheck,
                    "Comprobado",
                    "VIGENTE",
                    "según constancia del",
                    "20 nov 2026 · la vio Lupita",
                    FactTone::Done,
                ),
            ],
            search: String::new(),
            nss: Field::default(),
            offers: Suggest::default(),
            umf: Field {
                proposal: Some("36 · Minatitlán".into()),
                ..Field::default()
            },
            last: Field::default(),
            reason: Field::default(),
            sex: None,
            section: Section::Summary,
            selected: 3,
            is_dialog_open: false,
            focused: None,
            opened: 0,
            marked: 0,
            saved: 0,
            escapes: 0,
        }
    }

    pub fn driven() -> Driver<Self> {
        Driver::boot(Self::new(), focus("search"))
    }

    fn before(&self, press: &Press<'_>) -> Option<Message> {
        if let Some(command) = command_for(press) {
            return (!press.repeat || command.repeats()).then_some(Message::Asked(command));
        }
        if press.is(Named::Tab) {
            return Some(Message::Tab {
                backwards: press.modifiers.shift(),
            });
        }
        if press.is(Named::Escape) {
            return Some(Message::Escape);
        }
        // Enter takes an offer that is marked; otherwise it is the field's.
        self.offers
            .highlighted()
            .filter(|_| press.is(Named::Enter))
            .map(Message::NssTaken)
    }

    fn after(press: &Press<'_>) -> Option<Message> {
        if press.is(Named::ArrowDown) {
            return Some(Message::Down);
        }
        if press.is(Named::ArrowUp) {
            return Some(Message::Up);
        }
        press
            .typed()
            .filter(|text| text.starts_with(char::is_alphanumeric))
            .map(|text| Message::TypedOnList(text.to_owned()))
    }

    fn say_of_nss(&mut self) {
        let digits = self.nss.text.chars().filter(char::is_ascii_digit).count();

        if digits == 11 {
            self.nss.say(
                Tone::Problem,
                "Estos 11 dígitos no concuerdan entre sí: alguno está mal o cambiado de lugar. ¿Quiso escribir \
                 48-19-06-0042-8? Flecha abajo y Enter para aceptarlo.",
            );
            self.offers.offer(vec![
                Offer::new("48-19-06-0042-8", "concuerda con la CURP (2006)"),
                Offer::new("Dejarlo así", "se guarda como «NSS por confirmar»"),
            ]);
        } else {
            self.offers.clear();
        }
    }
}

impl Program for Demo {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Tab { backwards } => {
                self.offers.close();
                return move_focus(backwards, self.is_dialog_open.then(|| widget::dialog::ID.into()));
            }
            Message::Escape => {
                self.escapes += 1;
                if !self.offers.close() && self.is_dialog_open {
                    return self.update(Message::DialogClosed);
                }
            }
            Message::Asked(Command::Search) => return focus("search"),
            Message::Asked(Command::Alta) => {
                self.is_dialog_open = true;
                return focus("reason");
            }
            Message::Asked(Command::Save) => self.saved += 1,
            // What takes a while gives a message, and only then the focus moves.
            Message::Asked(Command::Refresh) => {
                return Task::perform(async { "leída" }, |_| Message::Ticked);
            }
            Message::Asked(Command::Print) => return iced::clipboard::write(self.search.clone()),
            Message::Asked(_) => {}
            Message::Ticked => {
                self.search = "leída".into();
                return focus("students");
            }
            Message::Down => {
                self.offers.down();
            }
            Message::Up => {
                self.offers.up();
            }
            Message::TypedOnList(text) => {
                self.search.push_str(&text);
            }
            Message::Clicked => {
                return focused().map(|id| Message::FocusFound(id.map(|id| format!("{id:?}"))));
            }
            Message::FocusFound(id) => self.focused = id,
            Message::SearchTyped(text) => self.search = text,
            Message::NssTyped(text) => {
                self.nss.type_in(text);
                self.say_of_nss();
            }
            Message::NssEntered => return focus("umf"),
            Message::NssTaken(index) => {
                let text = self.offers.offers()[index].text.clone();
                self.offers.clear();
                self.nss.type_in(text);
                self.nss.say(Tone::Done, "Concuerda con la CURP.");
            }
            Message::UmfTyped(text) => self.umf.type_in(text),
            Message::SexChosen(sex) => self.sex = Some(sex),
            Message::SectionChosen(section) => self.section = section,
            Message::RowSelected(row) => self.selected = row,
            Message::RowMoved(to) => {
                self.selected = match to {
                    Move::Up => self.selected.saturating_sub(1),
                    Move::Down => (self.selected + 1).min(STUDENTS.len() - 1),
                    Move::PageUp | Move::First => 0,
                    Move::PageDown | Move::Last => STUDENTS.len() - 1,
                };
                return reveal();
            }
            Message::RowOpened => self.opened += 1,
            Message::RowMarked => self.marked += 1,
            Message::LastTyped(text) => self.last.type_in(text),
            Message::ReasonTyped(text) => self.reason.type_in(text),
            Message::SavePressed => self.saved += 1,
            Message::DialogClosed => {
                self.is_dialog_open = false;
                return focus("students");
            }
        }

        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        keys(
            stack![self.page(), self.dialog()],
            |press| self.before(press),
            Self::after,
        )
        .on_click(Message::Clicked)
        .into()
    }
}
