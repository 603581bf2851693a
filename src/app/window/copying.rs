//! Copies while the window is open: made, brought to the second place and tried away from it; what the status bar says.

use chrono::NaiveDate;
use iced::Task;

use super::{Message, Office, Place};
use crate::desk::{AwayCopy, Desk, Explain, Explained, MadeCopy};
use crate::domain::drill::{AwayState, Drill};
use crate::store::Copied;
use crate::words::{copies as words, frame};

/// What is known of the copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CopyState {
    /// The last one.
    pub last: Option<Copied>,
    /// One is made now.
    pub running: bool,
    /// One is brought to the second place, or tried: nobody has to be told.
    quietly: bool,
    /// Somebody asked for the trial that goes on.
    pub is_asked: bool,
    /// It failed today: another try waits for the next start, not for the next tick.
    pub failed: bool,
    /// What became of the last one in the second place.
    away: Option<AwayCopy>,
}

impl CopyState {
    pub(super) fn of(desk: &Desk) -> Self {
        Self {
            last: desk.last_copy(),
            running: false,
            quietly: false,
            is_asked: false,
            failed: false,
            away: None,
        }
    }

    /// The text of the status bar, and whether all is well.
    pub(super) fn told(&self, today: NaiveDate, narrow: bool) -> (String, bool) {
        if self.running {
            return (frame::COPYING.to_owned(), false);
        }
        let Some(copied) = &self.last else {
            return (frame::NO_COPY.to_owned(), false);
        };
        let at = copied.report.at;
        let here = if narrow {
            frame::copy_verified_short(at, today)
        } else {
            frame::copy_verified(at, today)
        };
        match &self.away {
            // Where there is little room, only what somebody can do something about.
            Some(away) if !narrow || !away.is_placed() => {
                (format!("{here} · {}", away.note()), away.is_placed())
            }
            _ => (here, true),
        }
    }
}

impl Office {
    pub(super) fn copy_if_due(&mut self) -> Task<Message> {
        let looks_only = self.desk.copy_of().is_some();
        if looks_only || self.copy.running || self.copy.quietly || self.copy.failed {
            return Task::none();
        }
        if let Some(copy) = self.desk.copy_due() {
            self.copy.running = copy.is_of_now();
            self.copy.quietly = !self.copy.running;
            return Task::perform(
                async move { copy.make().map_err(|error| error.explain()) },
                Message::CopyMade,
            );
        }
        let Some(drill) = self.desk.drill_due() else {
            return Task::none();
        };
        self.copy.quietly = true;
        Task::perform(async move { drill.run() }, Message::CopyTried)
    }

    pub(super) fn copy_made(&mut self, outcome: Result<MadeCopy, Explained>) -> Task<Message> {
        (self.copy.running, self.copy.quietly) = (false, false);
        match outcome {
            Ok(made) => {
                self.copy.last = Some(made.copied);
                if let Some(away) = made.away {
                    self.copied_away(away);
                }
                if self.place == Place::Today {
                    self.refresh();
                }
            }
            Err(_) => {
                self.copy.failed = true;
                let last = self.copy.last.as_ref().map(|copied| copied.report.at);
                self.trouble(frame::copy_failed(last).into());
            }
        }
        Task::none()
    }

    /// A missing stick is a note in the status bar; what is wrong with one that is there is said once.
    fn copied_away(&mut self, away: AwayCopy) {
        let is_new = self
            .copy
            .away
            .as_ref()
            .is_none_or(|former| former.note() != away.note());
        if away.is_trouble() && is_new {
            self.trouble(away.sentence(self.desk.today()).into());
        }
        self.copy.away = Some(away);
    }

    pub(super) fn copy_tried(&mut self, drill: &Drill) -> Task<Message> {
        self.copy.quietly = false;
        if let Err(refusal) = self.desk.log_drill(drill) {
            return self.refuse(&refusal);
        }
        if self.place == Place::Backup {
            self.refresh();
        }
        // That it went well is in the log, and asks for nothing, unless somebody asked for it.
        if std::mem::take(&mut self.copy.is_asked) && drill.passed {
            self.say(words::tried(drill));
        }
        if !drill.passed {
            self.trouble(words::tried_in_vain(drill.copy_at).into());
        } else if let AwayState::DoesNotMatch(_) = drill.away
            && let Some(said) = words::tried_away(drill.away)
        {
            self.trouble(said.into());
        }
        Task::none()
    }
}
