//! A key until the view that follows is laid out (goal 8 ms), and a whole frame of 1366 × 768 (goal 60 ms), on the
//! headless renderer with nobody's graphics card. Beside it an empty page of the same size.
//!
//! A key is what the widgets do with it, the program's update with all that it reads, view and layout. A frame is
//! the drawing of the whole view and of every pixel, and the picture turned into RGBA, which a real window does not
//! do; a real window in turn hands the pixels to the system, and paints only what has changed.

mod campus;
#[allow(dead_code, reason = "the tests' own keys")]
#[path = "../driver/key.rs"]
mod key;
mod ruler;
mod stage;

use std::time::Duration;

use key::Stroke;
use ruler::{Goal, Times, row};
use stage::{Painted, Stage, Struck};

/// A key has half a frame.
const KEY: Goal = Goal::Median(Duration::from_millis(8));
const FRAME: Goal = Goal::Median(Duration::from_millis(60));

fn main() {
    if !ruler::is_asked() {
        return;
    }
    stage::load_letters();
    for students in campus::SIZES {
        let folder = campus::of_its_own(students);
        let mut stage = Stage::open(stage::machine(folder.path()));
        stage.settle();
        stage.paint();

        ruler::head(&format!("{students} students: a key, then a frame"));
        let mut search = Measured::default();
        let mut form = Measured::default();
        for round in 0..4 {
            let is_warm = round > 0;
            for name in ["hernández gar", "muñoz", "de la cruz lu", "24230318", "xolot ana"] {
                search.type_text(&mut stage, name, is_warm);
                press(&mut stage, "Esc");
            }
        }
        for round in 0..3 {
            // Back to the first field, whose text the next key replaces.
            press(&mut stage, "F4");
            press(&mut stage, "Ctrl+a");
            for text in [
                "25230457",
                "CUNF051130MPLRXRA2",
                "María Fernanda",
                "de la Cruz",
                "Núñez",
            ] {
                form.type_text(&mut stage, text, round > 0);
                press(&mut stage, "Tab");
            }
        }

        search.rows("the search box", KEY);
        form.rows("the form", KEY);
        row(
            "a whole frame after a key in the search box",
            &search.frames(Painted::whole),
            &[FRAME],
        );
        row("  telling what to paint", &search.frames(|it| it.drawn), &[]);
        row("  painting it", &search.frames(|it| it.rasterised), &[]);
        row(
            "a whole frame after a key in the form",
            &form.frames(Painted::whole),
            &[FRAME],
        );
        let mut renderer = stage::renderer();
        let nothing: Times = (0..search.frames.len())
            .map(|_| stage::paint_nothing(&mut renderer).whole())
            .collect();
        row("beside: a whole frame with nothing in it", &nothing, &[]);
        let ratio = search.frames(Painted::whole).median().as_secs_f64() / nothing.median().as_secs_f64();
        ruler::figure("the search box / nothing", format!("{ratio:.1} ×"), "");
    }
}

#[derive(Default)]
struct Measured {
    keys: Vec<Struck>,
    frames: Vec<Painted>,
    /// Keys that nothing answered; they do not count.
    unheard: usize,
}

impl Measured {
    /// Types, with a frame after each key.
    fn type_text(&mut self, stage: &mut Stage, text: &str, is_warm: bool) {
        for character in text.chars() {
            let stroke = Stroke::typed(character);
            let struck = stage.strike(&stroke.pressed(false));
            stage.settle();
            let painted = stage.paint();
            stage.strike(&stroke.released());
            stage.settle();
            if is_warm && !struck.was_heard {
                self.unheard += 1;
            } else if is_warm {
                self.keys.push(struck);
                self.frames.push(painted);
            }
        }
    }

    fn rows(&self, place: &str, goal: Goal) {
        assert!(self.unheard * 10 < self.keys.len(), "the focus is not in {place}");
        let times = |part: fn(Struck) -> Duration| -> Times { self.keys.iter().copied().map(part).collect() };
        row(&format!("a key in {place}"), &times(Struck::whole), &[goal]);
        row("  the widgets took it", &times(|it| it.taken), &[]);
        row("  update, register and all", &times(|it| it.updated), &[]);
        row("  view and layout", &times(|it| it.laid_out), &[]);
    }

    fn frames(&self, part: fn(Painted) -> Duration) -> Times {
        self.frames.iter().copied().map(part).collect()
    }
}

fn press(stage: &mut Stage, keys: &str) {
    let stroke = Stroke::named(keys);
    stage.strike(&stroke.pressed(false));
    stage.settle();
    stage.paint();
    stage.strike(&stroke.released());
    stage.settle();
    stage.paint();
}
