//! The driver: a clerk without a window.
//!
//! It runs the real view and the real update on iced's own interface and its headless renderer, with the letters
//! of the program, and gives it events as a window would: keys with their text and modifiers, clicks, a clipboard.
//! Tasks run to their end before the next key, widget operations on the view that follows the update, as iced
//! does. iced's own scripts know neither F-keys nor Ctrl, and have no clipboard.
//!
//! ```ignore
//! let mut desk = Driver::new(Desk::open());
//! desk.press("F2");
//! desk.type_text("25TE0457");
//! desk.press("Enter");
//! desk.see("Ramírez Soto");
//! assert_eq!(desk.keys(), 10);
//! ```

// Each file under tests/ is a program of its own and uses a part of it.
#![allow(dead_code)]

mod key;
mod survey;

use std::path::Path;
use std::sync::Once;
use std::time::{Duration, Instant};

use iced::advanced::graphics::text::font_system;
use iced::advanced::renderer::{Headless, Style};
use iced::advanced::{Clipboard, clipboard};
use iced::executor::Executor;
use iced::futures::StreamExt;
use iced::futures::stream::BoxStream;
use iced::futures::task::{Context, Poll, noop_waker_ref};
use iced::keyboard::Modifiers;
use iced::{Element, Event, Pixels, Point, Rectangle, Renderer, Size, Task, Theme, keyboard, mouse, window};
use iced_runtime::core::widget::operation::Outcome;
use iced_runtime::user_interface::{self, Cache, UserInterface};
use iced_runtime::{Action, task};
use ventanilla::app::theme;

use key::Stroke;
use survey::Survey;

/// What the driver runs: the functions of a program.
pub trait Program {
    /// What its view publishes.
    type Message: Send + 'static;

    /// Takes a message in.
    fn update(&mut self, message: Self::Message) -> Task<Self::Message>;

    /// Draws itself.
    fn view(&self) -> Element<'_, Self::Message>;

    /// Its theme.
    fn theme(&self) -> Theme {
        theme::light()
    }

    /// What a new size of the window means to it. In a window a subscription tells; here nobody else does.
    fn resized(&self, _size: Size) -> Option<Self::Message> {
        None
    }
}

/// How long a Task may take before the walk is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// A clerk at a program, with a keyboard, a mouse and a clipboard.
pub struct Driver<P: Program> {
    program: P,
    renderer: Renderer,
    executor: iced::executor::Default,
    cache: Cache,
    running: Vec<BoxStream<'static, Action<P::Message>>>,
    window: window::Id,
    size: Size,
    scale: f32,
    cursor: mouse::Cursor,
    clipboard: Memory,
    keys: usize,
    closed: bool,
    /// Whether tasks run to their end before the next key.
    is_patient: bool,
}

#[derive(Default)]
struct Memory(Option<String>);

impl Clipboard for Memory {
    fn read(&self, _kind: clipboard::Kind) -> Option<String> {
        self.0.clone()
    }

    fn write(&mut self, _kind: clipboard::Kind, contents: String) {
        self.0 = Some(contents);
    }
}

impl<P: Program> Driver<P> {
    /// Sits down at `program`, in a window of 1366 × 768.
    pub fn new(program: P) -> Self {
        Self::boot(program, Task::none())
    }

    /// Sits down at `program`, which begins with this task.
    pub fn boot(program: P, first: Task<P::Message>) -> Self {
        load_letters();

        let executor = <iced::executor::Default as Executor>::new().expect("an executor for the tasks");
        let renderer = <Renderer as Headless>::new(theme::SANS, Pixels(14.0), Some("tiny-skia"));
        let renderer = executor.block_on(renderer).expect("a renderer without a window");

        let mut driver = Self {
            program,
            renderer,
            executor,
            cache: Cache::default(),
            running: task::into_stream(first).into_iter().collect(),
            window: window::Id::unique(),
            size: Size::new(1366.0, 768.0),
            scale: 1.0,
            cursor: mouse::Cursor::Unavailable,
            clipboard: Memory::default(),
            keys: 0,
            closed: false,
            is_patient: true,
        };
        driver.settle(Vec::new());
        driver
    }

    // -----------------------------------------------------------------------------------------
    // What a clerk does

    /// Presses and releases a key, alone or with others: `"F2"`, `"Mayús+F3"`, `"Ctrl+Enter"`, `"flecha abajo"`.
    /// A chord counts as one key.
    #[track_caller]
    pub fn press(&mut self, keys: &str) {
        self.hold(keys, 0);
    }

    /// Presses a key and holds it until it has repeated this often. It counts as one key.
    #[track_caller]
    pub fn hold(&mut self, keys: &str, repeats: usize) {
        self.keys += 1;
        self.strike(&Stroke::named(keys), repeats);
    }

    /// Types a text, á and ñ as the system composes them. Every character counts as one key.
    pub fn type_text(&mut self, text: &str) {
        for character in text.chars() {
            self.keys += 1;
            self.strike(&Stroke::typed(character), 0);
        }
    }

    /// Presses these keys within one frame, as happens on a slow computer. `"compose á"` is what a dead key composes.
    #[track_caller]
    pub fn press_at_once(&mut self, keys: &[&str]) {
        use iced::advanced::input_method;

        self.keys += keys.len();
        let presses: Vec<Event> = keys
            .iter()
            .map(|keys| {
                match (
                    keys.strip_prefix("compose "),
                    &keys.chars().collect::<Vec<_>>()[..],
                ) {
                    (Some(composed), _) => {
                        Event::InputMethod(input_method::Event::Commit(composed.to_owned()))
                    }
                    (None, [character]) => Stroke::typed(*character).pressed(false),
                    (None, _) => Stroke::named(keys).pressed(false),
                }
            })
            .collect();

        self.give_at_once(&presses);
    }

    /// Reads a code with the scanner: it types for free and ends with Enter.
    pub fn scan(&mut self, code: &str) {
        for character in code.chars() {
            self.strike(&Stroke::typed(character), 0);
        }
        self.strike(&Stroke::named("Enter"), 0);
    }

    /// Clicks on the first text that is exactly this, or else contains it.
    #[track_caller]
    pub fn click(&mut self, text: &str) {
        let survey = self.survey();
        let place = survey.text(text).and_then(|seen| seen.visible);

        match place {
            Some(place) => self.click_at(place.center()),
            None => panic!("nothing to click says «{text}»; on screen:\n{survey}"),
        }
    }

    /// Clicks on the element with this id.
    #[track_caller]
    pub fn click_id(&mut self, id: &str) {
        let survey = self.survey();

        match survey.with_id(id).and_then(|seen| seen.visible) {
            Some(place) => self.click_at(place.center()),
            None => panic!("nothing to click has the id «{id}»; on screen:\n{survey}"),
        }
    }

    /// Clicks at a point of the window.
    pub fn click_at(&mut self, at: Point) {
        self.point_at(at);
        self.give(Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)));
        self.give(Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)));
    }

    /// Moves the pointer.
    pub fn point_at(&mut self, at: Point) {
        self.cursor = mouse::Cursor::Available(at);
        self.give(Event::Mouse(mouse::Event::CursorMoved { position: at }));
    }

    /// Makes the window this large.
    pub fn resize(&mut self, width: f32, height: f32) {
        self.size = Size::new(width, height);
        self.fit();
    }

    /// Draws everything this much larger, in the same window.
    pub fn scale(&mut self, scale: f32) {
        self.scale = scale;
        self.fit();
    }

    /// Gives the program a message that no key gives: the tick of a clock.
    pub fn send(&mut self, message: P::Message) {
        self.settle(vec![message]);
    }

    /// From here on the next key does not wait for what goes on, until [`Driver::wait`].
    pub fn hurry(&mut self) {
        self.is_patient = false;
    }

    /// Waits until everything that goes on has come to its end.
    pub fn wait(&mut self) {
        self.is_patient = true;
        self.settle(Vec::new());
    }

    /// Copies a text somewhere else.
    pub fn copy(&mut self, text: &str) {
        self.clipboard.0 = Some(text.to_owned());
    }

    // -----------------------------------------------------------------------------------------
    // What a clerk sees

    /// How many keys were pressed since the beginning, or since [`Driver::count_again`].
    pub fn keys(&self) -> usize {
        self.keys
    }

    /// Begins to count the keys again.
    pub fn count_again(&mut self) {
        self.keys = 0;
    }

    /// Fails unless a text or a field in the view contains this.
    #[track_caller]
    pub fn see(&mut self, text: &str) {
        let survey = self.survey();

        assert!(
            survey.text(text).is_some(),
            "nothing says «{text}»; on screen:\n{survey}"
        );
    }

    /// Fails if a text or a field in the view contains this.
    #[track_caller]
    pub fn dont_see(&mut self, text: &str) {
        let survey = self.survey();

        assert!(
            survey.text(text).is_none(),
            "something says «{text}»; on screen:\n{survey}"
        );
    }

    /// The id of what has the focus.
    pub fn focused(&mut self) -> Option<String> {
        self.survey().focused().and_then(|seen| seen.id.clone())
    }

    /// The part of what has the focus that is inside the window and inside what it scrolls in.
    pub fn focus_in_view(&mut self) -> Option<Rectangle> {
        self.survey().focused().and_then(|seen| seen.visible)
    }

    /// What is typed in the field with this id.
    #[track_caller]
    pub fn value(&mut self, id: &str) -> String {
        let survey = self.survey();

        match survey.with_id(id) {
            Some(seen) => seen.text.clone(),
            None => panic!("nothing has the id «{id}»; on screen:\n{survey}"),
        }
    }

    /// Every text in the view, in its order.
    pub fn texts(&mut self) -> Vec<String> {
        self.survey().texts().map(|seen| seen.text.clone()).collect()
    }

    /// What was copied last.
    pub fn clipboard(&self) -> Option<&str> {
        self.clipboard.0.as_deref()
    }

    /// Whether the program has closed itself.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// The program, to look at what it keeps.
    pub fn program(&self) -> &P {
        &self.program
    }

    /// Draws the window into a PNG, to be looked at.
    pub fn screenshot(&mut self, path: impl AsRef<Path>) {
        let theme = self.program.theme();
        let look = theme::of(&theme);
        let cursor = self.cursor;

        self.on_screen(|ui, renderer, clipboard| {
            let redraw = Event::Window(window::Event::RedrawRequested(Instant::now()));
            let mut ignored = Vec::new();

            let _ = ui.update(&[redraw], cursor, renderer, clipboard, &mut ignored);
            ui.draw(
                renderer,
                &theme,
                &Style {
                    text_color: look.text,
                },
                cursor,
            );
        });

        let size = Size::new(self.size.width as u32, self.size.height as u32);
        let pixels = self.renderer.screenshot(size, self.scale, look.bg);

        write_png(path.as_ref(), size, &pixels);
    }

    // -----------------------------------------------------------------------------------------
    // How iced is driven

    fn strike(&mut self, stroke: &Stroke, repeats: usize) {
        // A window tells of the modifiers on their own, and text fields go by that.
        let held = stroke.modifiers();

        self.give(Event::Keyboard(keyboard::Event::ModifiersChanged(held)));
        for repeat in 0..=repeats {
            self.give(stroke.pressed(repeat > 0));
        }
        self.give(stroke.released());
        self.give(Event::Keyboard(keyboard::Event::ModifiersChanged(
            Modifiers::default(),
        )));
    }

    fn give(&mut self, event: Event) {
        self.give_at_once(&[event]);
    }

    /// Hands over the events of one frame, and then draws until nothing waits for the next one, as a window does.
    fn give_at_once(&mut self, events: &[Event]) {
        let redraw = [Event::Window(window::Event::RedrawRequested(Instant::now()))];
        let mut frame = events;

        loop {
            let cursor = self.cursor;
            let (messages, is_asked_again) = self.on_screen(|ui, renderer, clipboard| {
                let mut messages = Vec::new();
                let (state, _) = ui.update(frame, cursor, renderer, clipboard, &mut messages);
                let again = matches!(
                    state,
                    user_interface::State::Updated {
                        redraw_request: window::RedrawRequest::NextFrame,
                        ..
                    }
                );

                (messages, again)
            });
            let was_drawn = frame.as_ptr() == redraw.as_ptr();

            if was_drawn && messages.is_empty() && !is_asked_again {
                return;
            }
            self.settle(messages);
            frame = &redraw;
        }
    }

    fn fit(&mut self) {
        let size = self.logical_size();
        let messages = self.program.resized(size).into_iter().collect();

        self.settle(messages);
        self.give(Event::Window(window::Event::Resized(size)));
    }

    fn logical_size(&self) -> Size {
        Size::new(self.size.width / self.scale, self.size.height / self.scale)
    }

    fn on_screen<R>(
        &mut self,
        work: impl FnOnce(&mut UserInterface<'_, P::Message, Theme, Renderer>, &mut Renderer, &mut Memory) -> R,
    ) -> R {
        let size = self.logical_size();
        let cache = std::mem::take(&mut self.cache);
        let mut ui = UserInterface::build(self.program.view(), size, cache, &mut self.renderer);
        let result = work(&mut ui, &mut self.renderer, &mut self.clipboard);

        self.cache = ui.into_cache();
        result
    }

    /// Updates the program with `messages` and with all that follows from them, until nothing is left to do.
    #[track_caller]
    fn settle(&mut self, mut messages: Vec<P::Message>) {
        let begun = Instant::now();

        while !messages.is_empty() || !self.running.is_empty() {
            for message in messages.drain(..) {
                let program = &mut self.program;
                let task = Executor::enter(&self.executor, || program.update(message));

                self.running.extend(task::into_stream(task));
            }

            let actions = self.ready_actions();
            if actions.is_empty() && !self.running.is_empty() {
                if !self.is_patient {
                    return;
                }
                assert!(begun.elapsed() < PATIENCE, "a task has not ended");
                std::thread::sleep(Duration::from_millis(1));
            }
            for action in actions {
                messages.extend(self.perform(action));
            }
        }
    }

    fn ready_actions(&mut self) -> Vec<Action<P::Message>> {
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

    fn perform(&mut self, action: Action<P::Message>) -> Option<P::Message> {
        use iced_runtime::{clipboard, window};

        // Whoever asked may be gone by now: an answer that nobody hears is no fault.
        match action {
            Action::Output(message) => return Some(message),
            Action::Widget(operation) => self.on_screen(|ui, renderer, _| {
                let mut next = Some(operation);

                while let Some(mut operation) = next.take() {
                    ui.operate(renderer, operation.as_mut());
                    if let Outcome::Chain(chained) = operation.finish() {
                        next = Some(chained);
                    }
                }
            }),
            Action::Clipboard(clipboard::Action::Read { channel, .. }) => {
                let _ = channel.send(self.clipboard.0.clone());
            }
            Action::Clipboard(clipboard::Action::Write { contents, .. }) => self.clipboard.0 = Some(contents),
            Action::LoadFont { bytes, channel } => {
                load_letter(bytes.into_owned());
                let _ = channel.send(Ok(()));
            }
            Action::Window(window::Action::GetOldest(channel) | window::Action::GetLatest(channel)) => {
                let _ = channel.send(Some(self.window));
            }
            Action::Window(window::Action::GetSize(_, channel)) => {
                let _ = channel.send(self.logical_size());
            }
            Action::Window(window::Action::GetScaleFactor(_, channel)) => {
                let _ = channel.send(1.0);
            }
            Action::Window(window::Action::Close(_)) | Action::Exit => self.closed = true,
            // The rest asks something of a window that is not there.
            Action::Window(_) | Action::System(_) | Action::Image(_) | Action::Reload => {}
        }

        None
    }

    fn survey(&mut self) -> Survey {
        let window = Rectangle::with_size(self.logical_size());

        self.on_screen(|ui, renderer, _| {
            let mut survey = Survey::new(window);

            ui.operate(renderer, &mut survey);
            survey
        })
    }
}

/// Loads the letters of the program once, for all tests of the process.
fn load_letters() {
    static ONCE: Once = Once::new();

    ONCE.call_once(|| {
        for folder in ["assets/fonts", "assets/icons"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);

            for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                if file
                    .path()
                    .extension()
                    .is_some_and(|extension| extension == "ttf")
                {
                    load_letter(std::fs::read(file.path()).expect("a font that can be read"));
                }
            }
        }
    });
}

fn load_letter(bytes: Vec<u8>) {
    font_system()
        .write()
        .expect("the fonts, whole")
        .load_font(bytes.into());
}

fn write_png(path: &Path, size: Size<u32>, pixels: &[u8]) {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).expect("a folder for the screenshot");
    }

    let file = std::fs::File::create(path).expect("a file for the screenshot");
    let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), size.width, size.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder
        .write_header()
        .and_then(|mut writer| writer.write_image_data(pixels))
        .expect("a screenshot on the disk");
}
