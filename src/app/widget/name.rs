//! A name in its place: never cut, never «…».

use iced::advanced::text::paragraph::Plain;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer, text};
use iced::widget::text::LineHeight;
use iced::{Element, Length, Pixels, Rectangle, Renderer, Size, Theme, alignment};

use crate::app::theme::letter::{BODY, CAPTION, Scale};
use crate::app::theme::{BOLD, SANS};

/// A name that fills the width of its cell. One that does not fit in 14/20 goes to 12/16 and as many lines as it
/// needs, and its row grows with it.
pub fn name<'a, Message: 'a>(name: impl Into<String>, bold: bool) -> Element<'a, Message> {
    fitting(name, BODY, bold)
}

/// The same for words that are larger where there is room, as the title of a form with a name in it.
pub fn fitting<'a, Message: 'a>(words: impl Into<String>, large: Scale, bold: bool) -> Element<'a, Message> {
    Element::new(Name {
        name: words.into(),
        large,
        font: if bold { BOLD } else { SANS },
    })
}

struct Name {
    name: String,
    large: Scale,
    font: iced::Font,
}

type Paragraph = <Renderer as text::Renderer>::Paragraph;

/// Both ways to write it; layout chooses.
#[derive(Default)]
struct State {
    line: Plain<Paragraph>,
    lines: Plain<Paragraph>,
    fits: bool,
}

impl Name {
    fn set(&self, paragraph: &mut Plain<Paragraph>, scale: Scale, bounds: Size, wrapping: text::Wrapping) {
        let _ = paragraph.update(text::Text {
            content: self.name.as_str(),
            bounds,
            size: Pixels(scale.size),
            line_height: LineHeight::Absolute(Pixels(scale.line)),
            font: self.font,
            align_x: text::Alignment::Default,
            align_y: alignment::Vertical::Top,
            shaping: text::Shaping::default(),
            wrapping,
        });
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Name {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let width = limits.width(Length::Fill).max().width;

        self.set(&mut state.line, self.large, Size::INFINITE, text::Wrapping::None);
        state.fits = state.line.min_width() <= width;

        let height = if state.fits {
            self.large.line
        } else {
            self.set(
                &mut state.lines,
                CAPTION,
                Size::new(width, f32::INFINITY),
                text::Wrapping::WordOrGlyph,
            );
            state.lines.min_height()
        };

        layout::Node::new(Size::new(width, height))
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.text(None, layout.bounds(), &self.name);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        use iced::advanced::text::Renderer as _;

        let state = tree.state.downcast_ref::<State>();
        let written = if state.fits { &state.line } else { &state.lines };

        renderer.fill_paragraph(written.raw(), layout.position(), style.text_color, *viewport);
    }
}
