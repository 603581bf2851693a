//! From step to step: what is done beside the window, and what follows from it.

use iced::Task;

use super::columns::Columns;
use super::review::Review;
use super::work::{self, Heard, NotOpened, Outcome, Saving, Source};
use super::{Action, CAUSES, COLUMNS, Job, Screen, Step};
use crate::app::widget;
use crate::desk::import::{ImportError, Imported, Importing};
use crate::desk::{Desk, Explain, Explained};
use crate::words::{faults, import as import_words, importing as words};

impl Screen {
    pub(super) fn begin(&mut self, desk: &mut Desk, job: Job, work: work::Job) -> Action {
        match work::begin(desk, work) {
            Ok((work, task)) => {
                self.work = Some(work);
                Action::Work(job, task)
            }
            Err(refusal) => Action::Refused(refusal),
        }
    }

    pub(super) fn open(&mut self, desk: &mut Desk, source: Source) -> Action {
        let before = self.files.take_note(&source);
        let job = match before {
            Some(before) => work::compare(before, source),
            None => work::open(source),
        };
        self.begin(desk, Job::Reading, job)
    }

    /// On from the columns.
    pub(super) fn plan(&mut self, desk: &mut Desk) -> Action {
        match &self.importing {
            None => Action::None,
            Some(importing) => {
                let importing = importing.clone();
                self.begin(desk, Job::Planning, work::plan(importing))
            }
        }
    }

    /// Saves what the plan says.
    pub fn save(&mut self, desk: &mut Desk, how: Saving) -> Action {
        match &self.importing {
            None => Action::None,
            Some(importing) => {
                let importing = importing.clone();
                self.begin(desk, Job::Saving, work::save(importing, how))
            }
        }
    }

    pub(super) fn heard(&mut self, desk: &mut Desk, heard: Heard) -> Action {
        let Heard::Ended(handed) = heard else {
            return Action::None;
        };
        if self.work.take().is_none() {
            return Action::None;
        }
        match handed.take() {
            None => Action::Tell(
                Explained {
                    text: faults::unknown(),
                    code: Some("SF-219"),
                },
                Task::none(),
            ),
            Some(Outcome::Opened(Err(NotOpened::Read(fault)))) => {
                Action::Tell(fault.explain(), widget::focus(self.first()))
            }
            Some(Outcome::Opened(Err(NotOpened::Refused(refusal)))) => Action::Refused(refusal),
            Some(Outcome::Opened(Err(NotOpened::NothingToCompare))) => Action::Advise(
                words::files::NOTHING_TO_COMPARE.to_owned().into(),
                widget::focus(self.first()),
            ),
            Some(Outcome::Opened(Ok((importing, planned)))) => {
                self.columns = Columns::of(&importing);
                self.before.clear();
                self.is_saved = false;
                self.planned(desk, importing, planned)
            }
            Some(Outcome::Planned(importing, planned)) => self.planned(desk, importing, planned),
            Some(Outcome::Saved(importing, saved)) => self.was_saved(desk, importing, saved),
        }
    }

    fn planned(
        &mut self,
        desk: &mut Desk,
        importing: Box<Importing>,
        planned: Result<bool, ImportError>,
    ) -> Action {
        match planned {
            Ok(true) => {
                self.review = Review::of(importing.plan());
                self.step = Step::Review;
                let said = match desk.imported_before(&importing) {
                    Ok(Some(before)) if importing.plan().is_idle() && importing.plan().counts().held == 0 => {
                        import_words::same_file(before.entry.at)
                    }
                    Ok(_) => words::was_read(&importing.sheet().source),
                    Err(refusal) => return Action::Refused(refusal),
                };
                self.importing = Some(importing);
                match self.keep(desk) {
                    Ok(()) => Action::Say(said, widget::focus(CAUSES)),
                    Err(refusal) => Action::Refused(refusal),
                }
            }
            Ok(false) => Action::Say(import_words::STOPPED.to_owned(), widget::focus(self.first())),
            Err(error @ (ImportError::NothingRecognised | ImportError::NoRows)) => {
                self.importing = Some(importing);
                self.step = Step::Columns;
                Action::Advise(error.explain(), widget::focus(COLUMNS))
            }
            Err(error) => Action::Tell(error.explain(), Task::none()),
        }
    }

    fn was_saved(
        &mut self,
        desk: &mut Desk,
        importing: Box<Importing>,
        saved: Result<Imported, ImportError>,
    ) -> Action {
        match saved {
            Ok(imported) => {
                let kind = importing.sheet().kind;
                let said = import_words::done_in_a_line(kind, &imported.figures(), desk.next_cut());
                let is_whole = imported.held == 0;
                self.before.clear();
                self.is_saved = true;
                self.review = Review::of(importing.plan());
                self.importing = (!is_whole).then_some(importing);
                if is_whole {
                    self.step = Step::File;
                }
                Action::Saved {
                    said,
                    is_whole,
                    can_be_undone: imported.act.is_some(),
                }
            }
            Err(ImportError::Outdated) => {
                self.review = Review::of(importing.plan());
                self.importing = Some(importing);
                self.before.clear();
                Action::Advise(ImportError::Outdated.explain(), widget::focus(CAUSES))
            }
            Err(ImportError::Stopped) => {
                Action::Say(ImportError::Stopped.explain().text, widget::focus(self.first()))
            }
            Err(error) => Action::Tell(error.explain(), Task::none()),
        }
    }
}
