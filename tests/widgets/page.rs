//! What the small program shows.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};
use ventanilla::app::icon::Icon;
use ventanilla::app::shortcut::Command;
use ventanilla::app::theme::measure::{FIELD_PITCH, LIST, PADDING, TOP};
use ventanilla::app::theme::{Palette, body, caption, style, title};
use ventanilla::app::widget::{
    self, Choice, Line, Status, band, button, chip, choice, dialog, field, hairline, hairline_down, input,
    list, name, scroll,
};

use crate::demo::{Demo, Message, Section, Sex};

pub const STUDENTS: [(&str, &str, &str, Icon, &str, Status); 14] = [
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

impl Demo {
    pub fn page(&self) -> Element<'_, Message> {
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

    pub fn dialog(&self) -> Option<Element<'_, Message>> {
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
