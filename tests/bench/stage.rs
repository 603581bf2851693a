//! The window without a window: its real update, view, layout and drawing, one step at a time, on the headless
//! renderer. Unlike the driver of the tests it does nothing between a key and the frame that a real window would not.
#![allow(dead_code, reason = "each benchmark uses its own part")]

use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use iced::advanced::graphics::text::font_system;
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{Clipboard, clipboard};
use iced::executor::Executor;
use iced::futures::StreamExt;
use iced::futures::stream::BoxStream;
use iced::futures::task::{Context, Poll, noop_waker_ref};
use iced::{Element, Event, Pixels, Renderer, Size, Theme, mouse, window};
use iced_runtime::core::widget::operation::Outcome;
use iced_runtime::user_interface::{Cache, UserInterface};
use iced_runtime::{Action, task};
use ventanilla::app::theme;
use ventanilla::app::window::{Message, Window};
use ventanilla::app::{Machine, SIZE};
use ventanilla::print::fonts::Face;

use crate::campus;
use crate::ruler::timed;

/// The program as it is on `folder`, with a viewer that opens nothing.
pub fn machine(folder: &Path) -> Machine {
    Machine {
        data: folder.to_owned(),
        documents: folder.join("Documentos"),
        sheets: Vec::new(),
        drives: Arc::new(Vec::new),
        clock: campus::clock(),
        viewer: Arc::new(|_| true),
        demo: false,
    }
}

/// Loads the letters as the program does when it starts.
pub fn load_letters() {
    for face in Face::ALL {
        font_system()
            .write()
            .expect("the fonts, whole")
            .load_font(face.bytes().into());
    }
}

pub fn renderer() -> Renderer {
    let renderer = <Renderer as Headless>::new(theme::SANS, Pixels(14.0), Some("tiny-skia"));
    // It is ready at once: there is no graphics card to wait for.
    match pin!(renderer).poll(&mut Context::from_waker(noop_waker_ref())) {
        Poll::Ready(Some(renderer)) => renderer,
        _ => panic!("a renderer without a window"),
    }
}

/// A page with nothing on it, painted whole: what any frame of this size costs.
pub fn paint_nothing(renderer: &mut Renderer) -> Painted {
    let page: Element<'_, ()> = iced::widget::container(iced::widget::space())
        .style(theme::style::bg)
        .width(iced::Fill)
        .height(iced::Fill)
        .into();
    let mut ui = UserInterface::build(page, SIZE, Cache::default(), renderer);
    paint(&mut ui, renderer, &mut Vec::new())
}

/// What a key took until there was something new to paint.
#[derive(Debug, Clone, Copy)]
pub struct Struck {
    /// The widgets took the key.
    pub taken: Duration,
    /// The program's update, which reads and writes the register.
    pub updated: Duration,
    /// View and layout.
    pub laid_out: Duration,
    /// Whether the program was told anything at all.
    pub was_heard: bool,
}

impl Struck {
    pub fn whole(self) -> Duration {
        self.taken + self.updated + self.laid_out
    }
}

/// What a frame took.
#[derive(Debug, Clone, Copy)]
pub struct Painted {
    /// The widgets told what is to be painted.
    pub drawn: Duration,
    /// Every pixel was painted anew.
    pub rasterised: Duration,
}

impl Painted {
    pub fn whole(self) -> Duration {
        self.drawn + self.rasterised
    }
}

/// The program with a renderer to draw on.
pub struct Stage {
    window: Window,
    renderer: Renderer,
    executor: iced::executor::Default,
    cache: Cache,
    running: Vec<BoxStream<'static, Action<Message>>>,
}

impl Stage {
    /// Opens the program; what it begins with waits for [`Stage::settle`].
    pub fn open(machine: Machine) -> Self {
        let executor = <iced::executor::Default as Executor>::new().expect("an executor for the tasks");
        let (window, first) = Executor::enter(&executor, || Window::new(machine));
        Self {
            window,
            renderer: renderer(),
            executor,
            cache: Cache::default(),
            running: task::into_stream(first).into_iter().collect(),
        }
    }

    /// One event, until the view that follows from it is laid out.
    pub fn strike(&mut self, event: &Event) -> Struck {
        let mut messages = Vec::new();
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.window.view(), SIZE, cache, &mut self.renderer);
        let taken = timed(|| {
            let events = std::slice::from_ref(event);
            let renderer = &mut self.renderer;
            let _ = ui.update(
                events,
                mouse::Cursor::Unavailable,
                renderer,
                &mut Nowhere,
                &mut messages,
            );
        })
        .1;
        self.cache = ui.into_cache();
        let was_heard = !messages.is_empty();
        let updated = timed(|| {
            for message in messages {
                self.update(message);
            }
        })
        .1;
        let cache = std::mem::take(&mut self.cache);
        let (ui, laid_out) =
            timed(|| UserInterface::build(self.window.view(), SIZE, cache, &mut self.renderer));
        self.cache = ui.into_cache();
        Struck {
            taken,
            updated,
            laid_out,
            was_heard,
        }
    }

    /// View and layout.
    pub fn lay_out(&mut self) {
        let cache = std::mem::take(&mut self.cache);
        let ui = UserInterface::build(self.window.view(), SIZE, cache, &mut self.renderer);
        self.cache = ui.into_cache();
    }

    /// A frame, painted whole.
    pub fn paint(&mut self) -> Painted {
        let mut messages = Vec::new();
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.window.view(), SIZE, cache, &mut self.renderer);
        let painted = paint(&mut ui, &mut self.renderer, &mut messages);
        self.cache = ui.into_cache();
        for message in messages {
            self.update(message);
        }
        painted
    }

    /// Runs everything that the program has asked for to its end.
    pub fn settle(&mut self) {
        while !self.running.is_empty() {
            let actions = self.ready();
            if actions.is_empty() && !self.running.is_empty() {
                std::thread::sleep(Duration::from_millis(1));
            }
            for action in actions {
                self.perform(action);
            }
        }
    }

    fn update(&mut self, message: Message) {
        let window = &mut self.window;
        let task = Executor::enter(&self.executor, || window.update(message));
        self.running.extend(task::into_stream(task));
    }

    fn ready(&mut self) -> Vec<Action<Message>> {
        let mut context = Context::from_waker(noop_waker_ref());
        let mut actions = Vec::new();
        let running = &mut self.running;
        Executor::enter(&self.executor, || {
            running.retain_mut(|stream| {
                loop {
                    match stream.poll_next_unpin(&mut context) {
                        Poll::Ready(Some(action)) => actions.push(action),
                        Poll::Ready(None) => return false,
                        Poll::Pending => return true,
                    }
                }
            });
        });
        actions
    }

    fn perform(&mut self, action: Action<Message>) {
        match action {
            Action::Output(message) => self.update(message),
            Action::Widget(operation) => {
                let cache = std::mem::take(&mut self.cache);
                let mut ui = UserInterface::build(self.window.view(), SIZE, cache, &mut self.renderer);
                let mut next = Some(operation);
                while let Some(mut operation) = next.take() {
                    ui.operate(&self.renderer, operation.as_mut());
                    if let Outcome::Chain(chained) = operation.finish() {
                        next = Some(chained);
                    }
                }
                self.cache = ui.into_cache();
            }
            // The rest asks something of a window that is not there.
            _ => {}
        }
    }
}

fn paint<Message>(
    ui: &mut UserInterface<'_, Message, Theme, Renderer>,
    renderer: &mut Renderer,
    messages: &mut Vec<Message>,
) -> Painted {
    let (theme, cursor) = (theme::light(), mouse::Cursor::Unavailable);
    let look = theme::of(&theme);
    let text = Style {
        text_color: look.text,
    };
    let drawn = timed(|| {
        let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
        let _ = ui.update(&[redraw], cursor, renderer, &mut Nowhere, messages);
        ui.draw(renderer, &theme, &text, cursor);
    })
    .1;
    let size = Size::new(SIZE.width as u32, SIZE.height as u32);
    let rasterised = timed(|| renderer.screenshot(size, 1.0, look.bg)).1;
    Painted { drawn, rasterised }
}

struct Nowhere;

impl Clipboard for Nowhere {
    fn read(&self, _kind: clipboard::Kind) -> Option<String> {
        None
    }

    fn write(&mut self, _kind: clipboard::Kind, _contents: String) {}
}
