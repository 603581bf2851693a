//! How each kind of widget wears the tokens. Every function has the shape that iced's `.style(..)` asks for.

use iced::widget::{button, container, rule, scrollable, text, text_input};
use iced::{Background, Border, Color, Theme, border};

use super::measure::{HAIRLINE, PANEL_RADIUS, RADIUS};
use super::tokens::{self, Tokens};
use super::{Ink, Palette, of};

// ---------------------------------------------------------------------------------------------
// Text

/// Labels, hints, keys.
pub fn muted(theme: &Theme) -> text::Style {
    ink(of(theme).muted)
}

/// Everything in it is a label, a hint or a key.
pub fn muted_words(theme: &Theme) -> container::Style {
    container::Style {
        text_color: Some(of(theme).muted),
        ..container::Style::default()
    }
}

/// What is read, where its surroundings would make it something else.
pub fn plain(theme: &Theme) -> text::Style {
    ink(of(theme).text)
}

/// A word in the colour of the controls.
pub fn accent(theme: &Theme) -> text::Style {
    ink(of(theme).accent)
}

/// A problem, in words.
pub fn problem(theme: &Theme) -> text::Style {
    ink(of(theme).error)
}

/// An advice.
pub fn advice(theme: &Theme) -> text::Style {
    ink(of(theme).advice)
}

/// What is done and right.
pub fn done(theme: &Theme) -> text::Style {
    ink(of(theme).done)
}

fn ink(color: Color) -> text::Style {
    text::Style { color: Some(color) }
}

// ---------------------------------------------------------------------------------------------
// Surfaces

/// Rail, bars, side panels.
pub fn bg(theme: &Theme) -> container::Style {
    filled(theme, of(theme).bg)
}

/// Lists, records, forms.
pub fn surface(theme: &Theme) -> container::Style {
    filled(theme, of(theme).surface)
}

/// Heads of tables and of groups.
pub fn sunken(theme: &Theme) -> container::Style {
    filled(theme, of(theme).sunken)
}

/// What is selected or chosen.
pub fn selected(theme: &Theme) -> container::Style {
    filled(theme, of(theme).selected)
}

/// The bar beside what is selected, or below what is chosen.
pub fn bar(theme: &Theme) -> container::Style {
    filled(theme, of(theme).bar)
}

/// The rule over the next cut.
pub fn gold(theme: &Theme) -> container::Style {
    filled(theme, of(theme).gold)
}

/// The round mark of a cut: filled once it is closed.
pub fn cut_mark(filled: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let look = of(theme);
        let ground = if filled { look.gold } else { Color::TRANSPARENT };

        self::filled(theme, ground).border(border::rounded(PANEL_RADIUS).width(2).color(look.gold))
    }
}

/// The same as the bar, with the corners of the box that it lies in.
pub fn bar_with(corners: border::Radius) -> impl Fn(&Theme) -> container::Style {
    move |theme| bar(theme).border(border::rounded(corners))
}

/// The rule at the top of the window, in the colour of the institution where the look shows it.
pub fn top_rule(palette: Palette) -> impl Fn(&Theme) -> container::Style {
    move |theme| filled(theme, tokens::top_rule(of(theme), palette))
}

/// A box inside a pane: the three-fact band.
pub fn panel(theme: &Theme) -> container::Style {
    let look = of(theme);

    filled(theme, look.bg).border(border::rounded(PANEL_RADIUS).width(HAIRLINE).color(look.border))
}

/// A box of offers below a field.
pub fn offers(theme: &Theme) -> container::Style {
    let look = of(theme);

    filled(theme, look.surface).border(border::rounded(RADIUS).width(look.line).color(look.border_strong))
}

/// The box of a dialog.
pub fn dialog(theme: &Theme) -> container::Style {
    let look = of(theme);

    filled(theme, look.surface).border(
        border::rounded(PANEL_RADIUS)
            .width(look.line)
            .color(look.border_strong),
    )
}

/// What dims the page below a dialog.
pub fn scrim(theme: &Theme) -> container::Style {
    filled(theme, of(theme).scrim)
}

/// A bar that says something and stays until it is solved or dismissed.
pub fn notice(theme: &Theme) -> container::Style {
    barred(theme, of(theme).chips.waiting)
}

/// A bar that says that something did not work.
pub fn notice_problem(theme: &Theme) -> container::Style {
    barred(theme, of(theme).chips.bad)
}

/// A bar across the window in the ink of a chip, and with its border.
fn barred(theme: &Theme, Ink { text, fill }: Ink) -> container::Style {
    let look = of(theme);
    let bar = container::Style {
        text_color: Some(text),
        ..filled(theme, fill)
    };

    if look.chips_have_borders {
        bar.border(border::width(look.line).color(text))
    } else {
        bar
    }
}

fn filled(theme: &Theme, color: Color) -> container::Style {
    container::Style {
        background: Some(Background::Color(color)),
        text_color: Some(of(theme).text),
        ..container::Style::default()
    }
}

// ---------------------------------------------------------------------------------------------
// Lines and scroll bars

/// A hairline.
pub fn hairline(theme: &Theme) -> rule::Style {
    rule::Style {
        color: of(theme).border,
        radius: 0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    }
}

/// A scroll bar: only the part that moves is drawn, and it is always there.
pub fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let look = of(theme);
    let held = match status {
        scrollable::Status::Dragged { .. } => true,
        scrollable::Status::Hovered {
            is_vertical_scrollbar_hovered,
            ..
        } => is_vertical_scrollbar_hovered,
        scrollable::Status::Active { .. } => false,
    };
    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(if held { look.muted } else { look.border_strong }),
            border: border::rounded(3),
        },
    };

    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        ..scrollable::default(theme, status)
    }
}

// ---------------------------------------------------------------------------------------------
// Buttons

/// The one main verb of a screen.
pub fn primary(theme: &Theme, status: button::Status) -> button::Style {
    let look = of(theme);
    let fill = match status {
        button::Status::Hovered | button::Status::Pressed => look.accent_hover,
        button::Status::Active | button::Status::Disabled => look.accent,
    };

    pressed_on(fill, look.on_accent, border::rounded(RADIUS))
}

/// Every other verb.
pub fn secondary(theme: &Theme, status: button::Status) -> button::Style {
    let look = of(theme);

    pressed_on(
        below_pointer(look, status).unwrap_or(look.surface),
        look.text,
        border::rounded(RADIUS).width(look.line).color(look.border_strong),
    )
}

/// A verb without a border: to close, to go back.
pub fn quiet(theme: &Theme, status: button::Status) -> button::Style {
    let look = of(theme);

    button::Style {
        background: below_pointer(look, status).map(Background::Color),
        ..pressed_on(look.surface, look.text, border::rounded(RADIUS))
    }
}

/// A saved filter.
pub fn filter(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let look = of(theme);
        let fill = if chosen {
            look.selected
        } else {
            below_pointer(look, status).unwrap_or(look.surface)
        };
        let line = if chosen { look.accent } else { look.border_strong };

        pressed_on(
            fill,
            look.text,
            border::rounded(f32::MAX).width(look.line).color(line),
        )
    }
}

/// A word of a row of words, under which a bar marks the one that is shown.
pub fn tab(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let look = of(theme);
        let lit = chosen || matches!(status, button::Status::Hovered | button::Status::Pressed);

        button::Style {
            background: None,
            text_color: if lit { look.text } else { look.muted },
            ..button::Style::default()
        }
    }
}

/// A row of a list, a screen in the rail, an offer below a field.
pub fn row(selected: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    cell(selected, border::Radius::default())
}

/// A cell of a choice, with the corners that it has at either end.
pub fn cell(chosen: bool, corners: border::Radius) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let look = of(theme);
        let fill = if chosen {
            Some(look.selected)
        } else {
            below_pointer(look, status)
        };

        button::Style {
            background: fill.map(Background::Color),
            text_color: look.text,
            border: Border {
                radius: corners,
                ..Border::default()
            },
            ..button::Style::default()
        }
    }
}

fn below_pointer(look: &Tokens, status: button::Status) -> Option<Color> {
    match status {
        button::Status::Hovered => Some(look.hover),
        button::Status::Pressed => Some(look.pressed),
        button::Status::Active | button::Status::Disabled => None,
    }
}

fn pressed_on(fill: Color, text_color: Color, border: Border) -> button::Style {
    button::Style {
        background: Some(Background::Color(fill)),
        text_color,
        border,
        ..button::Style::default()
    }
}

// ---------------------------------------------------------------------------------------------
// Inputs

/// The text of an input; its box is drawn by [`crate::app::widget::input()`].
pub fn input(theme: &Theme, _status: text_input::Status) -> text_input::Style {
    let look = of(theme);

    text_input::Style {
        background: Background::Color(Color::TRANSPARENT),
        border: Border::default(),
        icon: look.text,
        placeholder: look.muted,
        value: look.text,
        selection: Color {
            a: 0.25,
            ..look.accent
        },
    }
}
