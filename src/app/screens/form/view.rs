//! How the form is drawn: two columns of fields, and the people who may be the same at the right.

use iced::widget::{column, container, row, space};
use iced::{Element, Length, padding};

use super::{Message, SAVE, Screen, clinic, id};
use crate::app::screens::listing;
use crate::app::theme::letter::TITLE;
use crate::app::theme::measure::{APART, FOOT, FORM_HEAD, GAP, NEAR, PADDING, RAIL};
use crate::app::theme::{body, caption, strong, style};
use crate::app::widget::choice::Choice;
use crate::app::widget::field::{self, block};
use crate::app::widget::{button, choice, fitting, hairline, hairline_down, scroll, suggest};
use crate::desk::Desk;
use crate::domain::entry::EntryField;
use crate::domain::sex::Sex;
use crate::domain::student::NssState;
use crate::store::Likeness;
use crate::words::{alike, entry as said, frame, identifier, record as words};

/// The width of a column of fields.
const COLUMN: f32 = 416.0;
/// The width of both, with the room around them.
const FORM: f32 = 896.0;
/// Below this width there is no room for the people at the right.
const WIDE: f32 = 1300.0;

pub(super) fn view<'a>(form: &'a Screen, desk: &'a Desk, width: f32) -> Element<'a, Message> {
    let note = form.draft_note.as_deref().unwrap_or_default();
    let blank = form
        .draft_note
        .is_some()
        .then(|| button(frame::START_BLANK, Message::BlankPressed).quiet());
    let head = row![
        fitting(form.title.as_str(), TITLE, true),
        blank,
        button(frame::LEAVE_AS_DRAFT, Message::LeavePressed).key("Esc"),
        button(frame::SAVE, Message::SavePressed)
            .key("Ctrl+Enter")
            .primary()
            .id(SAVE),
    ]
    .spacing(NEAR)
    .align_y(iced::Center);

    let wide = width >= WIDE;
    let others = (!wide && !form.likenesses.is_empty()).then(|| {
        let shared = form.shared(desk);
        container(caption(alike::on_form(shared)).style(if shared.is_serious() {
            style::problem
        } else {
            style::advice
        }))
        .padding(padding::horizontal(PADDING).vertical(4))
    });
    let (left, right) = (
        container(left(form, desk)).width(COLUMN),
        container(right(form)).width(COLUMN),
    );
    // In a window that holds one column only, the second comes below the first.
    let is_one_column = width - RAIL < FORM;
    let columns: Element<'a, Message> = if is_one_column {
        column![left, right].into()
    } else {
        row![left, right].spacing(APART).into()
    };
    let foot = row![
        container((!is_one_column).then(|| caption(frame::FORM_KEYS).style(style::muted)))
            .width(Length::Fill),
        caption(note).style(style::muted),
    ]
    .align_y(iced::Center);
    let page = container(column![
        container(head)
            .padding([0.0, PADDING])
            .height(FORM_HEAD)
            .align_y(iced::Center),
        hairline(),
        column![others],
        scroll(container(columns).padding(padding::all(PADDING).top(NEAR)))
            .width(Length::Fill)
            .height(Length::Fill),
        hairline(),
        container(foot)
            .padding([0.0, PADDING])
            .height(FOOT)
            .align_y(iced::Center),
    ])
    .style(style::surface)
    .width(if wide { Length::Fixed(FORM) } else { Length::Fill })
    .height(Length::Fill);

    if wide {
        row![page, hairline_down(), people(form, desk)].into()
    } else {
        page.into()
    }
}

fn left<'a>(form: &'a Screen, desk: &'a Desk) -> Element<'a, Message> {
    let label = desk.campus().identifier_label.as_str();
    let identifier = place(form, EntryField::Identifier).label(label);
    let curp_reason = form
        .curp_is_shared()
        .then(|| text(form, EntryField::CurpShared, Length::Fill));
    column![
        group(frame::IDENTITY),
        row![
            identifier.width(176).into_element(),
            text(form, EntryField::Curp, Length::Fill)
        ]
        .spacing(GAP),
        offers(form, &[EntryField::Identifier, EntryField::Curp]),
        column![curp_reason],
        text(form, EntryField::GivenNames, Length::Fill),
        offers(form, &[EntryField::GivenNames]),
        row![
            text(form, EntryField::FirstSurname, Length::Fill),
            text(form, EntryField::SecondSurname, Length::Fill)
        ]
        .spacing(GAP),
        offers(form, &[EntryField::FirstSurname, EntryField::SecondSurname]),
        row![
            sex(form),
            text(form, EntryField::BirthDate, Length::Fixed(132.0)),
            text(form, EntryField::Birthplace, Length::Fill)
        ]
        .spacing(GAP),
        offers(form, &[EntryField::BirthDate, EntryField::Birthplace]),
        group(frame::SCHOOL),
        text(form, EntryField::Career, Length::Fill),
        offers(form, &[EntryField::Career]),
        row![
            text(form, EntryField::Semester, Length::Fixed(76.0)),
            text(form, EntryField::Period, Length::Fixed(136.0)),
            text(form, EntryField::Standing, Length::Fill)
        ]
        .spacing(GAP),
        offers(
            form,
            &[EntryField::Semester, EntryField::Period, EntryField::Standing]
        ),
    ]
    .into()
}

fn right(form: &Screen) -> Element<'_, Message> {
    let reason = form
        .nss_is_shared()
        .then(|| text(form, EntryField::NssShared, Length::Fill));
    let (states, state) = form.nss_states();
    let states: Vec<_> = states
        .iter()
        .map(|state| Choice::new(*state, words::nss_state(*state)))
        .collect();
    let states = choice(states, Some(state), Message::NssStateChosen).id(id(EntryField::NssState));
    let on = match state {
        NssState::InProcess => Some(said::SINCE),
        NssState::Confirmed => Some(said::CONSTANCIA_OF),
        _ => None,
    };
    let on = on.map(|label| {
        place(form, EntryField::NssOn)
            .label(label)
            .placeholder(frame::TODAY)
            .width(124)
            .into_element()
    });
    column![
        group(frame::IMSS),
        place(form, EntryField::Nss)
            .placeholder(frame::NSS_HINT)
            .into_element(),
        offers(form, &[EntryField::Nss]),
        column![reason],
        row![
            container(block(said::label(EntryField::NssState), states, None, None)).width(Length::Fill),
            on
        ]
        .spacing(GAP),
        clinic::view(&form.clinic),
        group(frame::CONTACT),
        row![
            text(form, EntryField::Email, Length::Fill),
            text(form, EntryField::Phone, Length::Fixed(136.0))
        ]
        .spacing(GAP),
    ]
    .into()
}

fn sex(form: &Screen) -> Element<'_, Message> {
    let options = Sex::ALL.map(|sex| Choice::new(sex, words::sex(sex)));
    let row_of_words = choice(options, form.sex, Message::SexChosen).id(id(EntryField::Sex));
    let proposed = form.proposed_sex().map(|sex| said::sex_proposed(words::sex(sex)));
    // The line below always exists, as it does below a field.
    let said = caption(proposed.unwrap_or_else(|| " ".to_owned())).style(style::muted);

    container(column![
        container(caption(said::label(EntryField::Sex)).style(style::muted)).padding(padding::bottom(4)),
        row_of_words,
        container(said).padding(padding::top(2).bottom(6)),
    ])
    .width(156)
    .into()
}

/// A title above a group of fields.
fn group(words: &str) -> Element<'_, Message> {
    container(column![container(strong(words)).height(23), hairline()])
        .padding(padding::bottom(NEAR))
        .into()
}

/// What is offered for the field of this row that has the focus. It hangs below the whole row: a narrow field would
/// leave no room for its words.
fn offers<'a>(form: &'a Screen, row_of: &[EntryField]) -> Element<'a, Message> {
    let here = form.focused.is_some_and(|field| row_of.contains(&field));

    column![
        here.then(|| suggest::view(&form.suggest, Message::OfferTaken))
            .flatten()
            // Clear of the label of the next row.
            .map(|offers| container(offers).padding(padding::bottom(NEAR)))
    ]
    .into()
}

fn text(form: &Screen, field: EntryField, width: Length) -> Element<'_, Message> {
    place(form, field).width(width).into_element()
}

/// A place where text is typed.
struct Place<'a> {
    form: &'a Screen,
    field: EntryField,
    label: &'a str,
    placeholder: &'a str,
    width: Length,
}

fn place(form: &Screen, field: EntryField) -> Place<'_> {
    Place {
        form,
        field,
        label: said::label(field),
        placeholder: "",
        width: Length::Fill,
    }
}

impl<'a> Place<'a> {
    fn label(mut self, label: &'a str) -> Self {
        self.label = label;
        self
    }

    fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    fn into_element(self) -> Element<'a, Message> {
        let Self {
            form,
            field,
            label,
            placeholder,
            width,
        } = self;
        let Some(state) = form.fields.get(&field) else {
            return space().into();
        };
        field::field(label, state, move |text| Message::Typed(field, text))
            .id(id(field))
            .placeholder(placeholder)
            .on_submit(Message::Entered(field))
            .width(width)
            .into()
    }
}

/// The people who may be the same person.
fn people<'a>(form: &'a Screen, desk: &'a Desk) -> Element<'a, Message> {
    let shared = form.shared(desk);
    let said = if form.likenesses.is_empty() {
        body(frame::NOBODY_ALIKE).style(style::muted)
    } else {
        let words = body(alike::on_form(shared));
        if shared.is_serious() {
            words.style(style::problem)
        } else {
            words.style(style::muted)
        }
    };
    let people = form.likenesses.iter().map(|it| person(it, desk));
    let hint = (!form.likenesses.is_empty())
        .then(|| container(caption(frame::ALIKE_HINT).style(style::muted)).padding([GAP, PADDING]));

    container(column![
        container(strong(frame::ALIKE))
            .padding([0.0, PADDING])
            .height(FORM_HEAD)
            .align_y(iced::Center),
        hairline(),
        container(said).padding([GAP, PADDING]),
        hairline(),
        scroll(column![column(people), hint]).height(Length::Fill),
    ])
    .style(style::bg)
    .width(Length::Fill)
    .height(Length::Fill)
    .into()
}

fn person<'a>(it: &'a Likeness, desk: &'a Desk) -> Element<'a, Message> {
    let student = &it.student.particulars;
    let school = listing::school(desk, student);
    let empty = || frame::EMPTY.to_owned();
    let nss = student
        .nss
        .trusted()
        .map(|nss| nss.masked())
        .unwrap_or_else(|| frame::NO_NSS.to_owned());
    let birth = student.birth_year().map_or_else(empty, |year| year.to_string());
    let cell = |label: String, value: String, marked: bool| {
        let value = if marked {
            body(value).style(style::problem)
        } else {
            strong(value)
        };

        column![caption(label).style(style::muted), value].width(Length::Fill)
    };
    let data = column![
        strong(student.name.formal()),
        row![
            cell(
                identifier::column(&desk.campus().identifier_label),
                student.identifier.as_str().to_owned(),
                false
            ),
            cell(
                frame::CAREER.to_owned(),
                if school.is_empty() { empty() } else { school },
                false
            ),
            cell(frame::NSS.to_owned(), nss, it.same_nss),
        ]
        .spacing(GAP),
        row![
            cell(frame::BIRTH.to_owned(), birth, false),
            cell(
                frame::CURP.to_owned(),
                if it.same_curp {
                    frame::THE_SAME.to_owned()
                } else {
                    frame::ANOTHER.to_owned()
                },
                it.same_curp
            ),
            cell(
                frame::STANDING_SHORT.to_owned(),
                words::standing(student.standing).to_owned(),
                false
            ),
        ]
        .spacing(GAP),
    ]
    .spacing(NEAR);

    column![
        iced::widget::button(data)
            .padding(PADDING)
            .width(Length::Fill)
            .style(style::row(false))
            .on_press(Message::LikenessPressed(it.student.id)),
        hairline()
    ]
    .into()
}
