//! Buttons: an icon, a word and the key that does the same.

use iced::advanced::widget::Id;
use iced::widget::{self, container, row};
use iced::{Element, Theme};

use super::focus::{Ring, focusable};
use crate::app::icon::{self, Icon, icon};
use crate::app::theme::measure::{BUTTON, CONTROL, CONTROL_PADDING, NEAR, RADIUS};
use crate::app::theme::{self, body, caption, style};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button with this word on it; secondary, until it is told otherwise.
pub fn button<Message>(word: impl Into<String>, on_press: Message) -> Button<Message> {
    Button {
        word: word.into(),
        icon: None,
        key: None,
        kind: Kind::Secondary,
        height: BUTTON,
        id: None,
        on_press,
    }
}

/// A button; made by [`button`].
pub struct Button<Message> {
    word: String,
    icon: Option<Icon>,
    key: Option<String>,
    kind: Kind,
    height: f32,
    id: Option<Id>,
    on_press: Message,
}

impl<Message> Button<Message> {
    /// The icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The key that does the same: «F7».
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// The one main verb of a screen.
    pub fn primary(mut self) -> Self {
        self.kind = Kind::Primary;
        self
    }

    /// Without a border.
    pub fn quiet(mut self) -> Self {
        self.kind = Kind::Quiet;
        self
    }

    /// As high as a field, as in the foot of a dialog.
    pub fn tall(mut self) -> Self {
        self.height = CONTROL;
        self
    }

    /// The name by which [`super::focus()`] finds it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl<'a, Message: Clone + 'a> From<Button<Message>> for Element<'a, Message> {
    fn from(button: Button<Message>) -> Self {
        let Button {
            word,
            icon: before,
            key,
            kind,
            height,
            id,
            on_press,
        } = button;

        let key = key.map(|key| match kind {
            Kind::Primary => caption(key).style(|theme: &Theme| widget::text::Style {
                color: Some(theme::of(theme).on_accent),
            }),
            _ => caption(key).style(style::muted),
        });
        let content = row![before.map(|before| icon(before, icon::SMALL)), body(word), key]
            .spacing(NEAR)
            .align_y(iced::Center);

        let pressed = widget::button(container(content).center_y(height))
            .height(height)
            .padding([0.0, CONTROL_PADDING])
            .on_press(on_press.clone());
        let pressed = match kind {
            Kind::Primary => pressed.style(style::primary),
            Kind::Secondary => pressed.style(style::secondary),
            Kind::Quiet => pressed.style(style::quiet),
        };

        with_id(focusable(pressed, Some(on_press)).ring(Ring::Around(RADIUS)), id)
    }
}

/// A button that is an icon alone; `key` is said where it is explained, as its tooltip.
pub fn icon_button<'a, Message: Clone + 'a>(
    shown: Icon,
    key: &'a str,
    on_press: Message,
) -> Element<'a, Message> {
    let square = widget::button(container(icon(shown, icon::LARGE)).center(BUTTON))
        .padding(0)
        .style(style::quiet)
        .on_press(on_press.clone());
    let tip = container(caption(key)).padding([4.0, NEAR]).style(style::offers);

    widget::tooltip(
        focusable(square, Some(on_press)),
        tip,
        widget::tooltip::Position::Bottom,
    )
    .into()
}

pub(super) fn with_id<'a, Message: Clone + 'a>(
    focusable: super::focus::Focusable<'a, Message>,
    id: Option<Id>,
) -> Element<'a, Message> {
    match id {
        Some(id) => focusable.id(id).into(),
        None => focusable.into(),
    }
}
