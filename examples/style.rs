//! The style page: every widget in every state, in each look, to judge it by eye.
//!
//! ```text
//! cargo run --example style               a window; the keys stand in its first line
//! cargo run --example style -- FOLDER     pictures of each look and density, without a window
//! ```

#[path = "../tests/driver/mod.rs"]
mod driver;

use std::path::Path;

use iced::keyboard::key::Named;
use iced::widget::button::Status as Pointer;
use iced::widget::{button as plain_button, column, container, row, space, stack};
use iced::{Element, Length, Size, Task, Theme, padding};
use ventanilla::app::icon::Icon;
use ventanilla::app::theme::measure::{APART, BAR, CONTROL_PADDING, GAP, NEAR, PADDING, RADIUS, STATUS};
use ventanilla::app::theme::{
    self, Appearance, Density, Palette, SANS, Scheme, Zoom, body, caption, figure, name as name_size, strong,
    style, title,
};
use ventanilla::app::widget::field::block;
use ventanilla::app::widget::{
    Choice, Column, Fact, FactTone, Field, Line, Move, Offer, Press, Status, Suggest, Tone, band, button,
    chip, choice, dialog, field, fitting, focus, hairline, input, keys, list, move_focus, name, scroll,
    suggest,
};
use ventanilla::print::fonts::Face;

#[derive(Debug, Clone)]
enum Message {
    Tab { backwards: bool },
    Wear(Appearance),
    DialogAsked,
    Closed,
    Typed,
    Chosen(u8),
    Selected(usize),
    Moved(Move),
    Pressed,
}

struct Page {
    look: Appearance,
    fields: [Field; 5],
    offers: Suggest,
    chosen: u8,
    selected: usize,
    is_dialog_open: bool,
}

impl Page {
    fn new() -> Self {
        let said = |text: &str, tone: Tone, words: &str| {
            let mut field = Field::new(text);
            field.say(tone, words);
            field
        };
        let mut offers = Suggest::default();
        offers.offer(vec![
            Offer::new("48-19-06-0042-8", "concuerda con la CURP (2006)"),
            Offer::new("Dejarlo así", "se guarda como «NSS por confirmar»"),
        ]);
        offers.down();

        Self {
            look: Appearance::default(),
            fields: [
                Field::default(),
                said("150306", Tone::Hint, "15 de marzo de 2006, 20 años"),
                said(
                    "RASA060514MVZMTNA8",
                    Tone::Advice,
                    "Por el nombre se esperaba PEHL; la CURP dice PEGL.",
                ),
                said(
                    "48190600482",
                    Tone::Problem,
                    "Estos 11 dígitos no concuerdan entre sí.",
                ),
                said("48-19-06-0042-8", Tone::Done, "Concuerda con la CURP."),
            ],
            offers,
            chosen: 0,
            selected: 3,
            is_dialog_open: false,
        }
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Tab { backwards } => {
                let within = self
                    .is_dialog_open
                    .then(|| ventanilla::app::widget::dialog::ID.into());
                return move_focus(backwards, within);
            }
            Message::Wear(look) => self.look = look,
            Message::DialogAsked => {
                self.is_dialog_open = true;
                return focus("confirm");
            }
            Message::Closed => self.is_dialog_open = false,
            Message::Chosen(which) => self.chosen = which,
            Message::Selected(row) => self.selected = row,
            Message::Moved(Move::Up) => self.selected = self.selected.saturating_sub(1),
            Message::Moved(Move::Down) => self.selected = (self.selected + 1).min(ROWS.len() - 1),
            Message::Moved(_) | Message::Typed | Message::Pressed => {}
        }
        Task::none()
    }

    fn theme(&self) -> Theme {
        theme::theme(self.look.scheme)
    }

    fn view(&self) -> Element<'_, Message> {
        let look = self.look;
        let before = move |press: &Press<'_>| match press.key.as_ref() {
            iced::keyboard::Key::Named(Named::Tab) => Some(Message::Tab {
                backwards: press.modifiers.shift(),
            }),
            iced::keyboard::Key::Character("+") if press.modifiers.command() => {
                Some(Message::Wear(Appearance {
                    zoom: look.zoom.larger(),
                    ..look
                }))
            }
            iced::keyboard::Key::Character("-") if press.modifiers.command() => {
                Some(Message::Wear(Appearance {
                    zoom: look.zoom.smaller(),
                    ..look
                }))
            }
            iced::keyboard::Key::Named(named) => on_function_key(look, named),
            _ => None,
        };
        let head = column![
            container(space())
                .width(Length::Fill)
                .height(BAR)
                .style(style::top_rule(look.palette)),
            container(
                caption(
                    "F1 Claro · F2 Oscuro · F3 Alto contraste · F4 paleta · F5 densidad · F6 diálogo · Esc · Ctrl + y − \
                     zoom · Tab enfoca"
                )
                .style(style::muted)
            )
            .padding([NEAR, PADDING]),
            hairline(),
        ];
        let columns = row![
            column![
                self.letters(),
                self.buttons(),
                self.choices(),
                self.chips(),
                self.facts()
            ]
            .spacing(APART)
            .width(Length::Fill),
            column![self.inputs(), self.rows(), self.bars()]
                .spacing(APART)
                .width(Length::Fill),
        ]
        .spacing(APART);
        let page = container(column![
            head,
            scroll(
                container(container(columns).padding(PADDING))
                    .style(style::surface)
                    .width(Length::Fill)
            )
            .height(Length::Fill),
        ])
        .style(style::bg)
        .width(Length::Fill)
        .height(Length::Fill);

        keys(
            stack![page, self.is_dialog_open.then(|| self.dialog())],
            before,
            |_| None,
        )
        .into()
    }

    fn letters(&self) -> Element<'_, Message> {
        let tones = row![
            body("Texto"),
            body("Apagado").style(style::muted),
            body("Acento").style(style::accent),
            body("Fallo").style(style::problem),
            body("Consejo").style(style::advice),
            body("Hecho").style(style::done),
        ]
        .spacing(PADDING);
        let grounds = [
            ("bg", style::bg as fn(&Theme) -> container::Style),
            ("surface", style::surface),
            ("sunken", style::sunken),
            ("panel", style::panel),
            ("offers", style::offers),
        ]
        .map(|(word, ground)| {
            container(column![caption(word), caption("apagado").style(style::muted)])
                .padding(NEAR)
                .width(Length::Fill)
                .style(ground)
                .into()
        });

        section(
            "Letras y fondos",
            column![
                row![
                    figure("47"),
                    title("Estudiantes"),
                    name_size("RAMÍREZ SOTO"),
                    strong("Historia")
                ]
                .spacing(PADDING)
                .align_y(iced::Center),
                tones,
                row(grounds).spacing(NEAR),
            ],
        )
    }

    fn buttons(&self) -> Element<'_, Message> {
        let real = row![
            button("Guardar", Message::Pressed).key("Ctrl+Enter").primary(),
            button("Alta", Message::Pressed)
                .icon(Icon::CircleArrowUp)
                .key("F7"),
            button("Corregir", Message::Pressed).icon(Icon::Pencil).quiet(),
            button("Cancelar", Message::Pressed).key("Esc").tall(),
        ]
        .spacing(NEAR)
        .align_y(iced::Center);
        let pointers = [
            ("en reposo", Pointer::Active),
            ("señalado", Pointer::Hovered),
            ("oprimido", Pointer::Pressed),
            ("apagado", Pointer::Disabled),
        ]
        .map(|(word, pointer)| {
            row![
                held(word, pointer, style::primary),
                held(word, pointer, style::secondary),
                held(word, pointer, style::quiet),
                held(word, pointer, style::filter(false)),
                held(word, pointer, style::row(false)),
                held(word, pointer, style::tab(false)),
            ]
            .spacing(NEAR)
            .into()
        });

        section(
            "Botones: principal, otro, callado, filtro, renglón, sección",
            column![real, column(pointers).spacing(NEAR)],
        )
    }

    fn choices(&self) -> Element<'_, Message> {
        let words = || {
            [
                Choice::new(0, "Vigente").icon(Icon::ShieldCheck),
                Choice::new(1, "No vigente").icon(Icon::CircleX),
                Choice::new(2, "No consta"),
            ]
        };
        let filters = [
            Choice::new(0, "Todos").note("3,412"),
            Choice::new(1, "Industrial").note("412"),
            Choice::new(2, "Sin NSS").note("23"),
        ];
        let sections = [
            Choice::new(0, "Resumen"),
            Choice::new(1, "Cotejo").note("7/11"),
            Choice::new(2, "Historia").note("14"),
        ];

        section(
            "Elegir",
            column![
                choice(words(), Some(self.chosen), Message::Chosen),
                choice(words(), None, Message::Chosen),
                choice(filters, Some(self.chosen), Message::Chosen).chips(),
                choice(sections, Some(self.chosen), Message::Chosen).tabs(),
            ],
        )
    }

    fn chips(&self) -> Element<'_, Message> {
        let all = |in_row: bool| {
            let of = move |(glyph, words, status): (Icon, &str, Status)| -> Element<'_, Message> {
                chip(glyph, words, status).in_selected_row(in_row).into()
            };
            row(CHIPS.map(of)).spacing(NEAR).wrap().vertical_spacing(NEAR)
        };
        let selected = container(ventanilla::app::widget::ground(true, all(true)))
            .padding(NEAR)
            .style(style::selected);

        section(
            "Estados; abajo, en el renglón elegido",
            column![all(false), selected],
        )
    }

    fn facts(&self) -> Element<'_, Message> {
        let fact = |icon, label: &str, fact: &str, tone| Fact {
            icon,
            label: label.into(),
            fact: fact.into(),
            first: "el 18 nov 2026".into(),
            second: "corte 16 nov 2026".into(),
            tone,
        };

        section(
            "Tres hechos",
            column![
                band([
                    fact(Icon::Send, "Movimiento", "Alta rechazada", FactTone::Problem),
                    fact(Icon::CalendarClock, "Se espera", "Vigente", FactTone::Plain),
                    fact(Icon::ShieldCheck, "Comprobado", "VIGENTE", FactTone::Done),
                ]),
                band([
                    fact(Icon::Send, "Movimiento", "Alta enviada", FactTone::Plain),
                    fact(Icon::CalendarClock, "Se espera", "Vigente", FactTone::Plain),
                    fact(Icon::ShieldCheck, "Comprobado", "Sin comprobar", FactTone::Advice),
                ]),
            ],
        )
    }

    fn inputs(&self) -> Element<'_, Message> {
        let labels = ["Vacío", "Con nota", "Con consejo", "Con fallo", "Bien"];
        let fields = self.fields.iter().zip(labels).map(|(state, label)| {
            field(label, state, |_| Message::Typed)
                .placeholder("11 dígitos")
                .into()
        });
        let offers = suggest::view(&self.offers, |_| Message::Pressed);

        section(
            "Campos",
            column![
                input("Buscar matrícula, nombre, NSS o CURP", "", |_| Message::Typed)
                    .icon(Icon::Search)
                    .note("F2"),
                column(fields),
                block(
                    "Con ofertas",
                    input("", "48190600482", |_| Message::Typed),
                    None,
                    offers
                ),
            ],
        )
    }

    fn rows(&self) -> Element<'_, Message> {
        let columns = vec![
            Column::new("Nombre", Length::Fill),
            Column::new("Matrícula", 76),
            Column::new("NSS", 56),
            Column::new("Estado", 224).indent(8.0),
        ];
        let rows = ROWS.iter().enumerate().map(|(index, (who, number))| {
            let selected = index == self.selected;
            let (glyph, words, status) = CHIPS[index % CHIPS.len()];

            Line::Row(vec![
                name(*who, selected),
                body(*number).into(),
                body("…0428").style(style::muted).into(),
                chip(glyph, words, status).in_selected_row(selected).into(),
            ])
        });
        let groups = [Line::Group(strong("Por hacer").into())];

        section(
            "Lista",
            column![
                container(
                    list(
                        columns,
                        rows.chain(groups),
                        Some(self.selected),
                        Message::Selected
                    )
                    .on_move(Message::Moved)
                    .density(self.look.density)
                    .id("list")
                )
                .height(352)
                .style(style::offers)
                .padding(2)
            ],
        )
    }

    fn bars(&self) -> Element<'_, Message> {
        let bar = |words: &'static str, dress: fn(&Theme) -> container::Style| {
            container(
                row![
                    body(words).width(Length::Fill),
                    button("Cerrar", Message::Pressed).key("Esc")
                ]
                .align_y(iced::Center),
            )
            .padding([NEAR, PADDING])
            .style(dress)
        };
        let long = "Corregir: de la Peña y Villaseñor, María de los Ángeles Guadalupe Concepción";

        section(
            "Avisos, estado y nombres largos",
            column![
                bar(
                    "Ya hay un alta en cola para el corte del 30 de noviembre.",
                    style::notice
                ),
                bar("No se pudo hacer la copia del día.", style::notice_problem),
                container(row![
                    caption("Se guardó. "),
                    caption("Deshacer: Ctrl+Z").style(style::muted)
                ])
                .height(STATUS)
                .padding([0.0, CONTROL_PADDING])
                .align_y(iced::Center)
                .width(Length::Fill)
                .style(style::bg),
                fitting(long, theme::letter::TITLE, true),
            ],
        )
    }

    fn dialog(&self) -> Element<'_, Message> {
        dialog("Registrar vigencia comprobada", self.inputs(), Message::Closed)
            .note("Se anotará: VIGENTE según constancia del 21 nov 2026.")
            .button(button("Cancelar", Message::Closed).key("Esc").tall())
            .button(
                button("Guardar", Message::Closed)
                    .key("Ctrl+Enter")
                    .tall()
                    .primary()
                    .id("confirm"),
            )
            .into()
    }
}

const CHIPS: [(Icon, &str, Status); 6] = [
    (Icon::ShieldCheck, "Vigente · 20 nov", Status::Good),
    (Icon::Clock, "En cola · corte 30 nov", Status::Queued),
    (
        Icon::TriangleAlert,
        "Revisar vigencia · desde 20 nov",
        Status::Waiting,
    ),
    (Icon::CircleX, "Alta rechazada · 18 nov", Status::Bad),
    (Icon::CircleMinus, "Baja · 20 nov", Status::Ended),
    (Icon::Circle, "Sin dato", Status::Unknown),
];

const ROWS: [(&str, &str); 8] = [
    ("Quintana Ordóñez, Saúl", "23230874"),
    ("Quiñones Peña, Brenda", "24230318"),
    ("Ramírez Castañeda, Iván", "26230190"),
    ("Ramírez Soto, Ana Lucía", "25230457"),
    ("Ramos Güemes, Ángel", "25230733"),
    ("Rodríguez de la Peña, María de los Ángeles Guadalupe", "25230890"),
    ("Rojas Yáñez, Samuel", "23230266"),
    ("Romero Zúñiga, Paola", "26230418"),
];

fn on_function_key(look: Appearance, key: Named) -> Option<Message> {
    let scheme = |scheme| Some(Message::Wear(Appearance { scheme, ..look }));

    match key {
        Named::F1 => scheme(Scheme::Light),
        Named::F2 => scheme(Scheme::Dark),
        Named::F3 => scheme(Scheme::HighContrast),
        Named::F4 => Some(Message::Wear(Appearance {
            palette: after(&Palette::ALL, look.palette),
            ..look
        })),
        Named::F5 => Some(Message::Wear(Appearance {
            density: after(&Density::ALL, look.density),
            ..look
        })),
        Named::F6 => Some(Message::DialogAsked),
        Named::Escape => Some(Message::Closed),
        _ => None,
    }
}

fn after<T: Copy + PartialEq>(all: &[T], now: T) -> T {
    let at = all.iter().position(|it| *it == now).unwrap_or_default();

    all[(at + 1) % all.len()]
}

fn section<'a>(words: &'a str, content: iced::widget::Column<'a, Message>) -> Element<'a, Message> {
    column![strong(words), hairline(), content.spacing(GAP)]
        .spacing(NEAR)
        .into()
}

/// A button as it looks with the pointer in this state.
fn held<'a>(
    word: &'a str,
    pointer: Pointer,
    dress: impl Fn(&Theme, Pointer) -> plain_button::Style + 'a,
) -> Element<'a, Message> {
    plain_button(body(word))
        .padding(padding::horizontal(RADIUS).vertical(5))
        .style(move |theme, _| dress(theme, pointer))
        .on_press(Message::Pressed)
        .into()
}

impl driver::Program for Page {
    type Message = Message;

    fn update(&mut self, message: Message) -> Task<Message> {
        Page::update(self, message)
    }

    fn view(&self) -> Element<'_, Message> {
        Page::view(self)
    }

    fn theme(&self) -> Theme {
        Page::theme(self)
    }
}

/// A picture of each look and density, each with the focus on another widget, and one of each dialog.
fn pictures(folder: &Path) {
    let mut page = driver::Driver::new(Page::new());
    page.resize(1366.0, 1400.0);
    for (key, scheme) in ["F1", "F2", "F3"].into_iter().zip(Scheme::ALL) {
        page.press(key);
        for density in Density::ALL {
            page.press("Tab");
            page.screenshot(folder.join(format!("{}-{}.png", scheme.code(), density.code())));
            page.press("F5");
        }
        page.press("F6");
        page.screenshot(folder.join(format!("{}-dialogo.png", scheme.code())));
        page.press("Esc");
    }
}

fn main() -> iced::Result {
    if let Some(folder) = std::env::args_os().nth(1) {
        pictures(Path::new(&folder));
        return Ok(());
    }
    let mut program = iced::application(|| (Page::new(), Task::none()), Page::update, Page::view)
        .title(|_: &Page| "Ventanilla · estilo".to_owned())
        .theme(|page: &Page| Page::theme(page))
        .scale_factor(|page: &Page| Zoom::factor(page.look.zoom))
        .default_font(SANS)
        .window_size(Size::new(1366.0, 768.0));
    for face in Face::ALL {
        program = program.font(face.bytes());
    }
    program.run()
}
