//! Something goes on beside the window: how far it is, and a way to stop it. It is shown once it takes long; until then it
//! only keeps the keys from the page below.

use std::time::Instant;

use iced::widget::{column, container, row, space};
use iced::{Element, Length};

use super::Action;
use crate::app::screens::import::Job;
use crate::app::screens::import::work::{Heard, PATIENCE};
use crate::app::theme::measure::{BAR, NEAR};
use crate::app::theme::{body, caption, style};
use crate::app::widget::{button, dialog};
use crate::desk::import::Progress;
use crate::words::backup;
use crate::words::importing::working as words;

/// The id of the button that stops it.
pub const STOP: &str = "trabajo-detener";

/// The dialog.
#[derive(Debug)]
pub struct Working {
    job: Job,
    began: Instant,
    progress: Option<Progress>,
    /// When the rows that are counted began to be.
    counted_since: Instant,
    is_shown: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The button, or Esc.
    Stopped,
}

impl Working {
    /// It begins.
    pub fn new(job: Job) -> Self {
        let now = Instant::now();
        Self {
            job,
            began: now,
            progress: None,
            counted_since: now,
            is_shown: false,
        }
    }

    /// Whether it is seen.
    pub fn is_shown(&self) -> bool {
        self.is_shown
    }

    /// Whether it is a copy that is made.
    pub fn is_copying(&self) -> bool {
        self.job == Job::Copying
    }

    /// It takes long: it is seen from now on.
    pub fn show(&mut self) {
        self.is_shown = true;
        self.progress = Some(Progress::Copying);
    }

    /// Takes in how far it is; tells whether it is seen since now.
    pub fn hear(&mut self, heard: &Heard) -> bool {
        if let Heard::Progress(progress) = heard {
            let counts = |progress: Option<Progress>| progress.map(|it| std::mem::discriminant(&it));
            if counts(self.progress) != counts(Some(*progress)) {
                self.counted_since = Instant::now();
            }
            self.progress = Some(*progress);
        }
        let is_late = !self.is_shown && self.began.elapsed() >= PATIENCE;
        self.is_shown |= is_late;
        is_late
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Stopped => Action::StopWork,
        }
    }

    /// Draws it.
    pub fn view(&self) -> Element<'_, Message> {
        let title = match self.job {
            Job::Reading => words::READING,
            Job::Planning => words::PLANNING,
            Job::Saving => words::SAVING,
            Job::Closing => crate::words::runway::CLOSING,
            Job::Copying => backup::COPYING,
        };
        let (said, counted) = match self.progress {
            None => (words::BEGINS.to_owned(), None),
            Some(Progress::Copying) => (words::COPYING.to_owned(), None),
            Some(Progress::Planning { done, of }) => (words::planned(done, of), Some((done, of))),
            Some(Progress::Saving { done, of }) => (words::saved(done, of), Some((done, of))),
        };
        let (done, of) = counted.unwrap_or((0, 1));
        let left = counted
            .filter(|(done, of)| *done > 0 && done < of)
            .map(|(done, of)| {
                let so_far = self.counted_since.elapsed().as_secs_f32();
                let seconds = so_far * (of - done) as f32 / done as f32;
                words::left(seconds.ceil() as u64)
            });
        let share = |count: usize| u16::try_from(1 + 1000 * count / of.max(1)).unwrap_or(1000);
        let bar = container(row![
            container(space())
                .width(Length::FillPortion(share(done)))
                .height(2.0 * BAR)
                .style(style::bar),
            space().width(Length::FillPortion(share(of.saturating_sub(done)))),
        ])
        .width(Length::Fill)
        .style(style::sunken);
        let note = match self.job {
            Job::Saving => Some(words::NOTHING_SAVED),
            Job::Closing => Some(crate::words::runway::NOT_CLOSED_YET),
            Job::Reading | Job::Planning | Job::Copying => None,
        };
        let content = column![
            row![
                container(body(said)).width(Length::Fill),
                caption(left.unwrap_or_default()).style(style::muted)
            ]
            .align_y(iced::Center),
            bar,
        ]
        .spacing(NEAR);
        let stop = match self.job {
            Job::Copying => backup::DONT_WAIT,
            _ => words::STOP,
        };
        let mut shown = dialog(title, content, Message::Stopped);
        if let Some(note) = note {
            shown = shown.note(note);
        }
        shown
            .button(button(stop, Message::Stopped).key("Esc").tall().id(STOP))
            .into()
    }
}
