//! A row of words of which one is chosen: up to five, one Tab stop, left and right or the first letter.

use iced::advanced::widget::Id;
use iced::border::Radius;
use iced::keyboard::key::Named;
use iced::widget::{button, column, container, row, space};
use iced::{Element, Length, padding};
use unicode_normalization::UnicodeNormalization;

use super::button::with_id;
use super::focus::{Ring, focusable};
use super::keys::Press;
use super::{ground, hairline, hairline_down};
use crate::app::icon::{self, Icon, icon};
use crate::app::theme::measure::{
    BAR, CONTROL, CONTROL_PADDING, FILTER, HAIRLINE, NEAR, PADDING, RADIUS, SECTIONS,
};
use crate::app::theme::{body, caption, strong, style};

/// One of the words, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<T> {
    value: T,
    word: String,
    note: Option<String>,
    icon: Option<Icon>,
    key: Option<char>,
}

impl<T> Choice<T> {
    /// A word. Its first letter chooses it.
    pub fn new(value: T, word: impl Into<String>) -> Self {
        Self {
            value,
            word: word.into(),
            note: None,
            icon: None,
            key: None,
        }
    }

    /// An icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Small words after it: a count.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// The letter that chooses it, shown after the word.
    pub fn key(mut self, letter: char) -> Self {
        self.key = Some(letter);
        self
    }

    fn letter(&self) -> Option<char> {
        self.key.or_else(|| self.word.chars().next()).map(bare)
    }
}

/// A letter without its accent, small: Ú is u, and Ñ is n.
fn bare(letter: char) -> char {
    let letter = std::iter::once(letter).nfd().next().unwrap_or(letter);

    letter.to_lowercase().next().unwrap_or(letter)
}

/// A row of words. `chosen` is the one that is, if any.
pub fn choice<'a, T: Clone + PartialEq, Message>(
    options: impl Into<Vec<Choice<T>>>,
    chosen: Option<T>,
    on_choose: impl Fn(T) -> Message + 'a,
) -> View<'a, T, Message> {
    let options = options.into();
    let chosen = chosen.and_then(|chosen| options.iter().position(|option| option.value == chosen));

    View {
        options,
        chosen,
        on_choose: Box::new(on_choose),
        on_enter: None,
        id: None,
        look: Look::Box,
        width: Length::Fill,
    }
}

/// A choice to be drawn; made by [`choice`].
pub struct View<'a, T, Message> {
    options: Vec<Choice<T>>,
    chosen: Option<usize>,
    on_choose: Box<dyn Fn(T) -> Message + 'a>,
    on_enter: Option<Message>,
    id: Option<Id>,
    look: Look,
    width: Length,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Box,
    Tabs,
    Chips,
}

impl<T, Message> View<'_, T, Message> {
    /// The name by which [`super::focus()`] finds it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What Enter means on it, where the screen has nothing else for it: the main verb of a dialog.
    pub fn on_enter(mut self, message: Message) -> Self {
        self.on_enter = Some(message);
        self
    }

    /// Draws it as the sections of a record: words over a line, without a box.
    pub fn tabs(mut self) -> Self {
        self.look = Look::Tabs;
        self
    }

    /// Draws it as saved filters: round words in as many lines as they need. Letters are not for it: in a list they go
    /// to the search box.
    pub fn chips(mut self) -> Self {
        self.look = Look::Chips;
        self
    }

    /// Its width; all there is, by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

impl<'a, T: Clone + 'a, Message: Clone + 'a> From<View<'a, T, Message>> for Element<'a, Message> {
    fn from(view: View<'a, T, Message>) -> Self {
        let View {
            options,
            chosen,
            on_choose,
            on_enter,
            id,
            look,
            width,
        } = view;
        let messages: Vec<Message> = options
            .iter()
            .map(|option| on_choose(option.value.clone()))
            .collect();
        let last = options.len().saturating_sub(1);
        let letters: Vec<_> = match look {
            Look::Chips => vec![None; options.len()],
            Look::Box | Look::Tabs => options.iter().map(Choice::letter).collect(),
        };

        let cells =
            options
                .into_iter()
                .zip(messages.clone())
                .enumerate()
                .map(|(index, (option, message))| {
                    let is_chosen = chosen == Some(index);

                    match look {
                        Look::Tabs => section(option, is_chosen, message),
                        Look::Chips => chip(option, is_chosen, message),
                        Look::Box => {
                            let corners = Corners {
                                first: index == 0,
                                last: index == last,
                            };

                            row![
                                (index > 0).then(hairline_down),
                                cell(option, is_chosen, corners, message)
                            ]
                            .into()
                        }
                    }
                });
        let words: Element<'a, Message> = match look {
            Look::Tabs => column![
                // In a narrow pane the last words go to another line.
                row(cells).spacing(PADDING).wrap().vertical_spacing(0),
                hairline()
            ]
            .width(width)
            .into(),
            Look::Chips => container(row(cells).spacing(NEAR).wrap().vertical_spacing(NEAR))
                .width(width)
                .into(),
            Look::Box => container(row(cells))
                .padding(HAIRLINE)
                .height(CONTROL)
                .width(width)
                .style(style::offers)
                .into(),
        };

        let on_key = move |press: &Press<'_>| {
            step(&letters, chosen, press).and_then(|index| messages.get(index).cloned())
        };
        let ring = Ring::Around(if look == Look::Box { RADIUS } else { 0.0 });

        let words = focusable(words, on_enter).on_space(None).on_key(on_key);
        with_id(words.ring(ring), id)
    }
}

/// Which option `press` chooses: the neighbour, without going around, or the next one with that letter.
fn step(letters: &[Option<char>], chosen: Option<usize>, press: &Press<'_>) -> Option<usize> {
    let last = letters.len().checked_sub(1)?;

    if press.is(Named::ArrowRight) {
        return Some(chosen.map_or(0, |at| (at + 1).min(last)));
    }
    if press.is(Named::ArrowLeft) {
        return Some(chosen.map_or(last, |at| at.saturating_sub(1)));
    }

    let typed = press.typed().and_then(|text| text.chars().next()).map(bare);
    let from = chosen.map_or(0, |at| at + 1);

    (from..from + letters.len())
        .map(|index| index % letters.len())
        .find(|index| typed.is_some() && letters[*index] == typed)
}

#[derive(Clone, Copy)]
struct Corners {
    first: bool,
    last: bool,
}

impl Corners {
    fn radius(self) -> Radius {
        let inside = RADIUS - HAIRLINE;
        let (left, right) = (
            if self.first { inside } else { 0.0 },
            if self.last { inside } else { 0.0 },
        );

        Radius {
            top_left: left,
            top_right: right,
            bottom_right: right,
            bottom_left: left,
        }
    }
}

fn words<'a, T, Message: 'a>(option: Choice<T>, chosen: bool, muted: bool) -> Element<'a, Message> {
    let Choice {
        word,
        note,
        icon: before,
        key,
        ..
    } = option;
    let word = if chosen { strong(word) } else { body(word) };
    let word = if muted && !chosen {
        word.style(style::muted)
    } else {
        word
    };
    let small = note.or_else(|| key.map(|key| key.to_uppercase().to_string()));

    row![
        before.map(|before| icon(before, icon::SMALL)),
        word.wrapping(iced::widget::text::Wrapping::None),
        small.map(|small| caption(small).style(style::muted)),
    ]
    .spacing(NEAR)
    .align_y(iced::Center)
    .into()
}

fn cell<'a, T, Message: Clone + 'a>(
    option: Choice<T>,
    chosen: bool,
    corners: Corners,
    message: Message,
) -> Element<'a, Message> {
    // A longer word gets more of the width.
    let letters =
        option.word.chars().count() + 3 * usize::from(option.icon.is_some() || option.key.is_some());
    let share = u16::try_from(letters + 4).unwrap_or(u16::MAX);
    let bar = container(space()).width(Length::Fill).height(BAR);
    let bar = if chosen {
        bar.style(style::bar_with(corners.radius().top(0)))
    } else {
        bar
    };

    let word = container(words(option, chosen, false))
        .center(Length::Fill)
        .padding(padding::top(BAR));

    button(column![ground(chosen, word), bar])
        .padding(0)
        .width(Length::FillPortion(share))
        .height(Length::Fill)
        .style(style::cell(chosen, corners.radius()))
        .on_press(message)
        .into()
}

fn section<'a, T, Message: Clone + 'a>(
    option: Choice<T>,
    chosen: bool,
    message: Message,
) -> Element<'a, Message> {
    let bar = container(space()).width(Length::Fill).height(BAR);

    button(
        column![
            container(words(option, chosen, true))
                .center_y(Length::Fill)
                .padding(padding::top(BAR)),
            if chosen { bar.style(style::bar) } else { bar },
        ]
        .width(Length::Shrink),
    )
    .padding(0)
    .height(SECTIONS - HAIRLINE)
    .style(style::tab(chosen))
    .on_press(message)
    .into()
}

fn chip<'a, T, Message: Clone + 'a>(
    option: Choice<T>,
    chosen: bool,
    message: Message,
) -> Element<'a, Message> {
    button(ground(
        chosen,
        container(words(option, chosen, false)).center_y(FILTER),
    ))
    .padding([0.0, CONTROL_PADDING])
    .height(FILTER)
    .style(style::filter(chosen))
    .on_press(message)
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::keyboard::key::{NativeCode, Physical};
    use iced::keyboard::{Key, Modifiers};

    fn letters(words: &[&str]) -> Vec<Option<char>> {
        words.iter().map(|word| Choice::new((), *word).letter()).collect()
    }

    fn pressed(
        key: Key,
        text: Option<&str>,
        letters: &[Option<char>],
        chosen: Option<usize>,
    ) -> Option<usize> {
        let press = Press {
            key: &key,
            modified_key: &key,
            physical: Physical::Unidentified(NativeCode::Unidentified),
            modifiers: Modifiers::default(),
            text,
            repeat: false,
        };

        step(letters, chosen, &press)
    }

    fn typed(text: &str, letters: &[Option<char>], chosen: Option<usize>) -> Option<usize> {
        pressed(Key::Character(text.into()), Some(text), letters, chosen)
    }

    #[test]
    fn arrows_stop_at_either_end() {
        let words = letters(&["Mujer", "Hombre", "X"]);
        let right = |chosen| pressed(Key::Named(Named::ArrowRight), None, &words, chosen);
        let left = |chosen| pressed(Key::Named(Named::ArrowLeft), None, &words, chosen);

        assert_eq!(right(None), Some(0));
        assert_eq!(right(Some(1)), Some(2));
        assert_eq!(right(Some(2)), Some(2));
        assert_eq!(left(None), Some(2));
        assert_eq!(left(Some(0)), Some(0));
    }

    #[test]
    fn a_first_letter_chooses_and_goes_on_to_the_next_with_it() {
        let words = letters(&["Inscrito", "No inscrito", "Última baja", "Ninguna"]);

        assert_eq!(typed("n", &words, None), Some(1));
        assert_eq!(typed("N", &words, Some(1)), Some(3));
        assert_eq!(typed("n", &words, Some(3)), Some(1));
        assert_eq!(typed("u", &words, None), Some(2));
        assert_eq!(typed("ú", &words, None), Some(2));
        assert_eq!(typed("z", &words, None), None);
    }

    #[test]
    fn no_words_no_choice() {
        assert_eq!(typed("a", &[], None), None);
    }
}
