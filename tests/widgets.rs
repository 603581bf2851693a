//! The widgets in one small program that holds every one of them, driven by keys and clicks.

mod driver;

use driver::{Driver, Program};
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, space, stack};
use iced::{Element, Length, Task, padding};
use ventanilla::app::icon::Icon;
use ventanilla::app::shortcut::{Command, command_for};
use ventanilla::app::theme::measure::{DETAIL, FIELD_PITCH, LIST, PADDING, TOP};
use ventanilla::app::theme::{Palette, body, caption, style, title};
use ventanilla::app::widget::{
    self, Choice, Column, Fact, FactTone, Field, Line, Move, Offer, Press, Status, Suggest, Tone, band,
    button, chip, choice, dialog, field, filter, focus, focused, hairline, hairline_down, input, keys, list,
    move_focus, name, reveal, scroll,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sex {
    Woman,
    Man,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Summary,
    Check,
    Insurance,
    Movements,
}

#[derive(Debug, Clone)]
enum Message {
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

struct Demo {
    columns: Vec<Column>,
    facts: [Fact; 3],
    search: String,
    nss: Field,
    offers: Suggest,
    umf: Field,
    last: Field,
    reason: Field,
    sex: Option<Sex>,
    section: Section,
    selected: usize,
    is_dialog_open: bool,
    focused: Option<String>,
    opened: usize,
    marked: usize,
    saved: usize,
    escapes: usize,
}

const STUDENTS: [(&str, &str, &str, Icon, &str, Status); 14] = [
    (
        "Quintana Ordóñez, Saúl",
        "23230874",
        "…3056",
        Icon::ShieldCheck,
        "Vigente · 18 nov",
        Status::Good,
    ),
    (
        "Quiñones Peña, Brenda",
        "24230318",
        "…7719",
        Icon::Shield,
        "Vigente · 12 ago (hace 101 días)",
        Status::Good,
    ),
    (
        "Ramírez Castañeda, Iván",
        "26230190",
        "sin NSS",
        Icon::Clock,
        "En cola · corte 30 nov",
        Status::Queued,
    ),
    (
        "Ramírez Soto, Ana Lucía",
        "25230457",
        "…0428",
        Icon::ShieldCheck,
        "Vigente · 20 nov",
        Status::Good,
    ),
    (
        "Ramírez Soto, Ana Lucía",
        "23230112",
        "…0012",
        Icon::Circle,
        "Sin dato",
        Status::Unknown,
    ),
    (
        "Ramos Güemes, Ángel",
        "25230733",
        "…8140",
        Icon::CalendarClock,
        "Se espera · 20–22 nov",
        Status::Waiting,
    ),
    (
        "Rangel Núñez, Rocío",
        "24230256",
        "…9990",
        Icon::TriangleAlert,
        "Revisar vigencia · desde 20 nov",
        Status::Waiting,
    ),
    (
        "Reyes Ibáñez, José Ángel",
        "22230945",
        "…2340",
        Icon::CircleX,
        "No vigente · 20 nov",
        Status::Bad,
    ),
    (
        "Rivera Acuña, Tomás",
        "21230640",
        "…0072",
        Icon::CircleMinus,
        "Baja · 20 nov",
        Status::Ended,
    ),
    (
        "Rodríguez de la Peña, María de los Ángeles Guadalupe",
        "25230890",
        "…7302",
        Icon::Clock,
        "En cola · corte 30 nov",
        Status::Queued,
    ),
    (
        "Rojas Yáñez, Samuel",
        "23230266",
        "…1958",
        Icon::Shield,
        "Vigente · 14 oct (hace 38 días)",
        Status::Good,
    ),
    (
        "Romero Zúñiga, Paola",
        "26230418",
        "…6045",
        Icon::CalendarClock,
        "Se espera · 20–22 nov",
        Status::Waiting,
    ),
    (
        "Rosas Cañedo, Uriel",
        "24230702",
        "…3871",
        Icon::ShieldCheck,
        "Vigente · 20 nov",
        Status::Good,
    ),
    (
        "Ruiz Muñiz, Fátima",
        "25230129",
        "…6634",
        Icon::ShieldCheck,
        "Vigente · 19 nov",
        Status::Good,
    ),
];

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

    fn driven() -> Driver<Self> {
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

    fn page(&self) -> Element<'_, Message> {
        let top = column![
            container(space())
                .width(Length::Fill)
                .height(3)
                .style(style::top_rule(Palette::Azul)),
            container(
                container(
                    input(
                        "Buscar matrícula, nombre, NSS o CURP",
                        &self.search,
                        Message::SearchTyped
                    )
                    .id("search")
                    .icon(Icon::Search)
                    .note("F2"),
                )
                .width(454)
            )
            .center_x(Length::Fill)
            .center_y(TOP - 4.0),
            hairline(),
        ];

        let panes = row![
            container(self.students()).width(LIST).style(style::surface),
            hairline_down(),
            container(scroll(self.record()).height(Length::Fill))
                .width(Length::Fill)
                .style(style::surface),
        ];

        container(column![top, panes])
            .style(style::bg)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn students(&self) -> Element<'_, Message> {
        let rows = STUDENTS
            .iter()
            .enumerate()
            .map(|(index, (who, number, nss, icon, state, status))| {
                let is_selected = index == self.selected;

                Line::Row(vec![
                    name(*who, is_selected),
                    body(*number).into(),
                    body("IIND 3.º").style(style::muted).into(),
                    body(*nss).into(),
                    chip(*icon, *state, *status).in_selected_row(is_selected).into(),
                ])
            });
        let head = column![
            row![
                title("Estudiantes"),
                caption("412 de 3,412 · escriba para acotar").style(style::muted),
                space::horizontal(),
                button("Importar", Message::Asked(Command::Search))
                    .icon(Icon::FileSpreadsheet)
                    .key("Ctrl+I")
                    .id("import"),
                button("Nuevo", Message::SavePressed)
                    .icon(Icon::UserPlus)
                    .key(Command::New.key())
                    .primary()
                    .id("new"),
            ]
            .spacing(8)
            .align_y(iced::Center)
            .height(32),
            row![
                filter("Todos", "3,412", false, Message::SavePressed),
                filter("Industrial", "412", true, Message::SavePressed),
                filter("Sin NSS", "23", false, Message::SavePressed),
            ]
            .spacing(8),
        ]
        .spacing(12)
        .padding([12.0, PADDING]);

        column![
            head,
            list(
                self.columns.clone(),
                rows,
                Some(self.selected),
                Message::RowSelected
            )
            .on_move(Message::RowMoved)
            .on_open(Message::RowOpened)
            .on_mark(Message::RowMarked)
            .id("students"),
        ]
        .into()
    }

    fn record(&self) -> Element<'_, Message> {
        let sexes = [
            Choice::new(Sex::Woman, "Mujer"),
            Choice::new(Sex::Man, "Hombre"),
            Choice::new(Sex::Other, "X"),
        ];
        let sections = [
            Choice::new(Section::Summary, "Resumen"),
            Choice::new(Section::Check, "Cotejo").note("7/11"),
            Choice::new(Section::Insurance, "Vida y GM"),
            Choice::new(Section::Movements, "Movimientos"),
        ];

        column![
            row![
                widget::button("Alta", Message::SavePressed)
                    .icon(Icon::CircleArrowUp)
                    .key("F7"),
                widget::button("Baja", Message::SavePressed)
                    .icon(Icon::CircleArrowDown)
                    .key("F8"),
                widget::button("Guardar", Message::SavePressed)
                    .key("Ctrl+Enter")
                    .primary()
                    .id("save"),
            ]
            .spacing(8),
            container(band(self.facts.clone())).padding(padding::vertical(12)),
            choice(sections, Some(self.section), Message::SectionChosen)
                .tabs()
                .id("sections"),
            container(
                field("NSS", &self.nss, Message::NssTyped)
                    .id("nss")
                    .placeholder("11 dígitos")
                    .on_submit(Message::NssEntered)
                    .suggest(&self.offers, Message::NssTaken),
            )
            .padding(padding::top(16)),
            row![
                field("UMF", &self.umf, Message::UmfTyped)
                    .id("umf")
                    .on_submit(Message::SavePressed)
                    .note("delegación 32"),
                widget::field::block(
                    "Sexo",
                    choice(sexes, self.sex, Message::SexChosen).id("sex"),
                    None,
                    None
                ),
            ]
            .spacing(16),
            space().height(3.0 * FIELD_PITCH),
            field("Correo", &self.last, Message::LastTyped).id("last"),
        ]
        .padding(PADDING)
        .into()
    }

    fn dialog(&self) -> Option<Element<'_, Message>> {
        let body = column![
            body("RANGEL NÚÑEZ, ROCÍO"),
            caption("24230256 · NSS 12-18-05-9999-0").style(style::muted),
            container(field("Motivo", &self.reason, Message::ReasonTyped).id("reason"))
                .padding(padding::top(16)),
        ];

        self.is_dialog_open.then(|| {
            dialog("Registrar vigencia comprobada", body, Message::DialogClosed)
                .note("Se anotará: VIGENTE según constancia del 21 nov 2026 · la vio Lupita.")
                .button(
                    button("Cancelar", Message::DialogClosed)
                        .key("Esc")
                        .tall()
                        .id("cancel"),
                )
                .button(
                    button("Guardar", Message::SavePressed)
                        .key("Ctrl+Enter")
                        .tall()
                        .primary()
                        .id("confirm"),
                )
                .into()
        })
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

fn picture(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("widgets")
        .join(name)
}

#[test]
fn tab_goes_around_the_page_and_back() {
    let mut demo = Demo::driven();
    let mut seen = Vec::new();

    while seen.len() < 40 {
        demo.press("Tab");
        seen.push(demo.focused());
        if demo.focused().as_deref() == Some("search") {
            break;
        }
    }
    for id in [
        "import", "new", "students", "save", "sections", "nss", "umf", "sex", "last",
    ] {
        assert_eq!(
            seen.iter().filter(|seen| seen.as_deref() == Some(id)).count(),
            1,
            "{id} in {seen:?}"
        );
    }

    demo.press("Mayús+Tab");
    assert_eq!(demo.focused().as_deref(), Some("last"));
}

#[test]
fn tab_stays_in_the_dialog() {
    let mut demo = Demo::driven();
    demo.press("F7");
    assert_eq!(demo.focused().as_deref(), Some("reason"));

    let mut seen = Vec::new();
    for _ in 0..4 {
        demo.press("Tab");
        seen.push(demo.focused());
    }
    assert_eq!(
        seen,
        [
            Some("cancel".into()),
            Some("confirm".into()),
            None,
            Some("reason".into())
        ]
    );

    demo.press("Esc");
    demo.dont_see("Motivo");
    assert_eq!(demo.focused().as_deref(), Some("students"));
}

#[test]
fn enter_and_space_press_once_however_long_they_are_held() {
    let mut demo = Demo::driven();
    while demo.focused().as_deref() != Some("save") {
        demo.press("Tab");
    }

    demo.hold("Enter", 5);
    assert_eq!(demo.program().saved, 1);
    demo.hold("Espacio", 5);
    assert_eq!(demo.program().saved, 2);
    demo.hold("Ctrl+Enter", 5);
    assert_eq!(demo.program().saved, 3);
}

#[test]
fn enter_held_down_does_not_go_on_in_the_next_field() {
    let mut demo = Demo::driven();
    demo.click_id("nss");

    demo.hold("Enter", 5);
    assert_eq!(demo.focused().as_deref(), Some("umf"));
    assert_eq!(demo.program().saved, 0);
}

#[test]
fn a_key_held_down_is_not_typed_where_the_focus_goes() {
    let mut demo = Demo::driven();
    demo.press("F5");
    assert_eq!(demo.focused().as_deref(), Some("students"));

    // A letter on a list goes on in the search box, once; in a field it may repeat.
    demo.hold("a", 3);
    assert_eq!(demo.value("search"), "leídaa");
    demo.press("F2");
    demo.press("Fin");
    demo.hold("b", 3);
    assert_eq!(demo.value("search"), "leídaabbbb");

    // Space presses the button, which moves the focus into the search box.
    demo.press("Tab");
    assert_eq!(demo.focused().as_deref(), Some("import"));
    demo.hold("Espacio", 3);
    assert_eq!(demo.focused().as_deref(), Some("search"));
    assert_eq!(demo.value("search"), "leídaabbbb");
}

#[test]
fn a_choice_goes_by_arrows_and_first_letters() {
    let mut demo = Demo::driven();
    while demo.focused().as_deref() != Some("sex") {
        demo.press("Tab");
    }

    demo.press("flecha derecha");
    assert_eq!(demo.program().sex, Some(Sex::Woman));
    demo.press("flecha derecha");
    assert_eq!(demo.program().sex, Some(Sex::Man));
    demo.press("flecha izquierda");
    assert_eq!(demo.program().sex, Some(Sex::Woman));
    demo.type_text("x");
    assert_eq!(demo.program().sex, Some(Sex::Other));
    demo.click("Hombre");
    assert_eq!(demo.program().sex, Some(Sex::Man));
    assert_eq!(demo.focused().as_deref(), Some("sex"));

    while demo.focused().as_deref() != Some("sections") {
        demo.press("Tab");
    }
    demo.type_text("m");
    assert_eq!(demo.program().section, Section::Movements);
}

#[test]
fn an_error_that_appears_while_typing_keeps_the_focus() {
    let mut demo = Demo::driven();
    demo.click_id("nss");
    demo.count_again();

    demo.type_text("48190600482");
    demo.see("Estos 11 dígitos no concuerdan");
    demo.see("Dejarlo así");
    assert_eq!(demo.focused().as_deref(), Some("nss"));

    demo.press("flecha abajo");
    demo.press("Enter");
    assert_eq!(demo.value("nss"), "48-19-06-0042-8");
    assert_eq!(demo.focused().as_deref(), Some("nss"));
    assert_eq!(demo.keys(), 13);

    demo.press("Enter");
    assert_eq!(demo.focused().as_deref(), Some("umf"));
}

#[test]
fn esc_in_a_field_reaches_the_screen_and_the_field_keeps_the_focus() {
    let mut demo = Demo::driven();
    demo.click_id("nss");
    demo.type_text("48190600482");

    demo.press("Esc");
    demo.dont_see("Dejarlo así");
    assert_eq!(demo.program().escapes, 1);
    assert_eq!(demo.focused().as_deref(), Some("nss"));
}

#[test]
fn accents_are_typed_and_commands_are_not() {
    let mut demo = Demo::driven();
    demo.press("F2");
    demo.type_text("Núñez á");
    assert_eq!(demo.value("search"), "Núñez á");

    let mut pressed = Vec::new();
    for command in Command::all() {
        for chord in command.chords() {
            let label = chord.label().replace('–', "-");
            if command != Command::Alta && command != Command::Refresh {
                demo.press("F2");
                demo.press(&label);
                pressed.push(label);
            }
        }
    }
    assert_eq!(demo.value("search"), "Núñez á", "after {pressed:?}");
    assert!(pressed.contains(&"Ctrl+2".to_owned()));
}

#[test]
fn letters_typed_on_the_list_arrive_whole() {
    let mut demo = Demo::driven();
    demo.click("Rivera Acuña, Tomás");
    assert_eq!(demo.focused().as_deref(), Some("students"));

    demo.type_text("ñáü7");
    assert_eq!(demo.value("search"), "ñáü7");
}

#[test]
fn a_list_is_one_stop_and_its_keys_move_open_and_mark() {
    let mut demo = Demo::driven();
    demo.click("Rivera Acuña, Tomás");
    assert_eq!(demo.program().selected, 8);
    assert!(
        demo.program()
            .focused
            .as_deref()
            .is_some_and(|id| id.contains("students"))
    );

    demo.press("flecha abajo");
    assert_eq!(demo.program().selected, 9);
    demo.press("Inicio");
    assert_eq!(demo.program().selected, 0);
    demo.press("Enter");
    demo.press("Espacio");
    assert_eq!((demo.program().opened, demo.program().marked), (1, 1));
}

#[test]
fn what_has_the_focus_is_scrolled_into_view() {
    let mut demo = Demo::driven();
    demo.resize(1024.0, 640.0);
    demo.press("Mayús+Tab");
    assert_eq!(demo.focused().as_deref(), Some("last"));

    let seen = demo.focus_in_view().expect("the last field, in view");
    assert_eq!(seen.height.round(), 20.0 + 16.0, "{seen:?}");
    assert!(seen.y + seen.height < 640.0, "{seen:?}");
    demo.screenshot(picture("scrolled-1024.png"));

    demo.click("Ramírez Castañeda, Iván");
    demo.resize(1024.0, 420.0);
    demo.press("Fin");
    let seen = demo.focus_in_view().expect("the last row, in view");
    assert_eq!(seen.height.round(), 32.0, "{seen:?}");
}

#[test]
fn entering_a_filled_field_selects_it() {
    let mut demo = Demo::driven();
    demo.type_text("viejo");
    demo.press("Tab");
    demo.press("Mayús+Tab");
    demo.type_text("n");
    assert_eq!(demo.value("search"), "n");
}

#[test]
fn the_clipboard_is_shared_with_tasks_and_fields() {
    let mut demo = Demo::driven();
    demo.copy("12-34-56\n7890-1");
    demo.press("Ctrl+v");
    assert_eq!(demo.value("search"), "12-34-567890-1");

    demo.press("F9");
    assert_eq!(demo.clipboard(), Some("12-34-567890-1"));
}

#[test]
fn a_scanner_types_for_free() {
    let mut demo = Demo::driven();
    demo.scan("25TE0457");
    assert_eq!(demo.value("search"), "25TE0457");
    assert_eq!(demo.keys(), 0);
}

#[test]
fn a_click_beside_the_text_of_a_field_is_a_click_on_it() {
    let mut demo = Demo::driven();
    demo.click("delegación 32");
    assert_eq!(demo.focused().as_deref(), Some("umf"));
}

#[test]
fn the_foot_of_a_dialog_stays_in_a_low_window() {
    let mut demo = Demo::driven();
    demo.resize(1024.0, 260.0);
    demo.press("F7");
    let reason = demo.focus_in_view().expect("the field, scrolled into view");
    demo.press("Tab");
    demo.press("Tab");
    assert_eq!(demo.focused().as_deref(), Some("confirm"));
    let confirm = demo.focus_in_view().expect("the main verb, in the foot");

    demo.screenshot(picture("dialog-low.png"));
    assert_eq!((reason.height, confirm.height), (36.0, 36.0));
    assert!(reason.y + reason.height < confirm.y, "{reason:?} {confirm:?}");
}

#[test]
fn nothing_below_a_dialog_can_be_clicked() {
    let mut demo = Demo::driven();
    demo.press("F7");
    demo.click("Ruiz Muñiz, Fátima");
    assert_eq!(demo.program().selected, 3);
}

/// Not a gate: pictures to be looked at, under target/tmp/widgets.
#[test]
fn pictures() {
    let mut demo = Demo::driven();
    demo.click("Ramírez Soto, Ana Lucía");
    demo.screenshot(picture("list.png"));

    demo.click_id("nss");
    demo.type_text("48190600482");
    demo.press("flecha abajo");
    demo.screenshot(picture("field.png"));

    demo.press("Tab");
    demo.press("Tab");
    demo.type_text("m");
    demo.screenshot(picture("choice.png"));

    demo.press("F7");
    demo.screenshot(picture("dialog.png"));
    demo.resize(1024.0, 640.0);
    demo.screenshot(picture("dialog-1024.png"));
    demo.resize(1366.0, 768.0);
    demo.scale(1.5);
    demo.screenshot(picture("dialog-150.png"));

    assert_eq!(DETAIL + LIST, 1366.0 - 104.0);
}

/// A computer that draws slowly hands over several keys at once. What is typed after Enter belongs to the next field.
#[test]
fn keys_of_one_frame_take_effect_one_after_the_other() {
    let mut demo = Demo::driven();
    demo.click_id("nss");

    demo.press_at_once(&["4", "8", "Tab", "x", "compose á", "y"]);

    assert_eq!(demo.value("nss"), "48");
    assert_eq!(demo.value("umf"), "xáy");
}
