//! A list: a head that stays, rows that scroll, one of them selected. All of it is one Tab stop.

use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};
use iced::{Element, Length, padding};

use super::button::with_id;
use super::focus::{Ring, focusable};
use super::keys::Press;
use super::{hairline, pressable, scroll};
use crate::app::theme::measure::{BAR, GAP, GROUP_HEAD, HAIRLINE, PADDING, TABLE_HEAD, row as row_height};
use crate::app::theme::{Density, caption, style};

/// A column: its head and its width.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    head: String,
    width: Length,
    indent: f32,
    is_right: bool,
}

impl Column {
    /// A column of this width; `Length::Fill` takes what the others leave.
    pub fn new(head: impl Into<String>, width: impl Into<Length>) -> Self {
        Self {
            head: head.into(),
            width: width.into(),
            indent: 0.0,
            is_right: false,
        }
    }

    /// Moves its head to the right: above chips, to where their words begin.
    pub fn indent(mut self, by: f32) -> Self {
        self.indent = by;
        self
    }

    /// Writes its head and its cells at the right: numbers.
    pub fn right(mut self) -> Self {
        self.is_right = true;
        self
    }
}

/// A line of a list.
pub enum Line<'a, Message> {
    /// One cell for each column.
    Row(Vec<Element<'a, Message>>),
    /// The head of a group of rows; it cannot be selected.
    Group(Element<'a, Message>),
}

/// Where the arrows go from the selected row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Flecha arriba.
    Up,
    /// Flecha abajo.
    Down,
    /// RePág.
    PageUp,
    /// AvPág.
    PageDown,
    /// Inicio.
    First,
    /// Fin.
    Last,
}

impl Move {
    /// The move that `press` asks for, if it does. For a screen that moves its list from elsewhere, as from the
    /// search box.
    pub fn from_press(press: &Press<'_>) -> Option<Self> {
        let moves = [
            (Named::ArrowUp, Self::Up),
            (Named::ArrowDown, Self::Down),
            (Named::PageUp, Self::PageUp),
            (Named::PageDown, Self::PageDown),
            (Named::Home, Self::First),
            (Named::End, Self::Last),
        ];

        moves
            .into_iter()
            .find(|(named, _)| press.is(*named))
            .map(|(_, to)| to)
    }
}

/// A list. `lines` are drawn as they come, so give it the rows of one page; `selected` counts them, groups too.
///
/// What the arrows mean is the screen's: it knows what follows the last row of the page. After it has selected
/// another row it returns [`super::reveal`].
pub fn list<'a, Message: Clone + 'a>(
    columns: impl Into<Vec<Column>>,
    lines: impl IntoIterator<Item = Line<'a, Message>>,
    selected: Option<usize>,
    on_select: impl Fn(usize) -> Message + 'a,
) -> List<'a, Message> {
    List {
        columns: columns.into(),
        lines: lines.into_iter().collect(),
        selected,
        on_select: Box::new(on_select),
        on_move: None,
        on_open: None,
        on_mark: None,
        on_range: None,
        id: None,
        density: Density::default(),
    }
}

/// A list to be drawn; made by [`list`].
pub struct List<'a, Message> {
    columns: Vec<Column>,
    lines: Vec<Line<'a, Message>>,
    selected: Option<usize>,
    on_select: Box<dyn Fn(usize) -> Message + 'a>,
    on_move: Option<Box<dyn Fn(Move) -> Message + 'a>>,
    on_open: Option<Message>,
    on_mark: Option<Message>,
    on_range: Option<Box<dyn Fn(Move) -> Message + 'a>>,
    id: Option<Id>,
    density: Density,
}

impl<'a, Message> List<'a, Message> {
    /// What the arrows, RePág, AvPág, Inicio and Fin mean while it has the focus.
    pub fn on_move(mut self, on_move: impl Fn(Move) -> Message + 'a) -> Self {
        self.on_move = Some(Box::new(on_move));
        self
    }

    /// Enter on the selected row.
    pub fn on_open(mut self, message: Message) -> Self {
        self.on_open = Some(message);
        self
    }

    /// Espacio on the selected row.
    pub fn on_mark(mut self, message: Message) -> Self {
        self.on_mark = Some(message);
        self
    }

    /// How high its rows are.
    pub fn density(mut self, density: Density) -> Self {
        self.density = density;
        self
    }

    /// What the arrows mean with Mayús held down: the same move, and the rows on the way are marked.
    pub fn on_range(mut self, on_range: impl Fn(Move) -> Message + 'a) -> Self {
        self.on_range = Some(Box::new(on_range));
        self
    }

    /// The name by which [`super::focus()`] finds it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl<'a, Message: Clone + 'a> From<List<'a, Message>> for Element<'a, Message> {
    fn from(list: List<'a, Message>) -> Self {
        let List {
            columns,
            lines,
            selected,
            on_select,
            on_move,
            on_open,
            on_mark,
            on_range,
            id,
            density,
        } = list;

        let is_empty = lines.is_empty();
        let height = row_height(density);
        let rows = lines.into_iter().enumerate().map(|(index, line)| match line {
            Line::Row(cells) => row_of(&columns, cells, selected == Some(index), height, on_select(index)),
            Line::Group(head) => group(head),
        });
        let rows = column(rows).width(Length::Fill);

        let on_key = move |press: &Press<'_>| {
            let moved = if press.modifiers.shift() && on_range.is_some() {
                &on_range
            } else {
                &on_move
            };
            let moved = moved.as_ref().filter(|_| !is_empty)?;

            Move::from_press(press).map(moved)
        };
        // Without a row there is nothing to press and Tab passes it by.
        let rows = if is_empty {
            focusable(rows, None)
        } else {
            focusable(rows, on_open).on_space(on_mark).on_key(on_key)
        };
        let rows = with_id(rows.ring(Ring::Row(selected.unwrap_or(0))), id);

        column![
            head(&columns),
            scroll(rows).width(Length::Fill).height(Length::Fill)
        ]
        .into()
    }
}

/// The head of a table alone, for what draws its own rows.
pub fn head<'a, Message: 'a>(columns: &[Column]) -> Element<'a, Message> {
    let words = columns.iter().map(|column| {
        let word = container(caption(column.head.clone()).style(style::muted))
            .padding(padding::left(column.indent))
            .width(column.width);

        if column.is_right {
            word.align_x(iced::Right).into()
        } else {
            word.into()
        }
    });

    column![
        container(
            row(words)
                .spacing(GAP)
                .align_y(iced::Center)
                .height(TABLE_HEAD - HAIRLINE)
        )
        .padding([0.0, PADDING])
        .width(Length::Fill)
        .style(style::sunken),
        hairline(),
    ]
    .into()
}

fn row_of<'a, Message: Clone + 'a>(
    columns: &[Column],
    cells: Vec<Element<'a, Message>>,
    selected: bool,
    height: f32,
    on_press: Message,
) -> Element<'a, Message> {
    let cells = columns.iter().zip(cells).map(|(column, cell)| {
        let cell = container(cell).width(column.width);

        if column.is_right {
            cell.align_x(iced::Right).into()
        } else {
            cell.into()
        }
    });
    let line = row(cells)
        .spacing(GAP)
        .align_y(iced::Center)
        .padding(padding::left(PADDING - BAR).right(PADDING).top(4).bottom(3));

    // As high as a row of one line, or as a name of two lines needs; and a chip lies on whole pixels.
    pressable(line, selected, on_press).at_least(height).into()
}

fn group<'a, Message: 'a>(head: Element<'a, Message>) -> Element<'a, Message> {
    column![
        container(head)
            .padding([0.0, PADDING])
            .width(Length::Fill)
            .height(GROUP_HEAD - HAIRLINE)
            .align_y(iced::Center)
            .style(style::sunken),
        hairline(),
    ]
    .into()
}
