//! Cortes at an open desk: what its screen asks of the window, and the closing with a copy before it.

use chrono::NaiveDate;
use iced::Task;
use iced::advanced::widget::Id;

use super::{Message, Office, Place, focus_on};
use crate::app::modals::sending::SendingDialog;
use crate::app::modals::{self, Modal};
use crate::app::screens::cuts::{self, Action, Screen};
use crate::app::screens::form;
use crate::app::screens::import::Job;
use crate::app::shortcut::Command;
use crate::app::widget;
use crate::desk::{Explain, Explained, JustClosed, MadeCopy};
use crate::domain::dispatch::Sending;
use crate::domain::ids::{DispatchId, StudentId};
use crate::domain::student::Particulars;
use crate::store::LongWork;
use crate::words::{cuts as words, runway};

impl Office {
    pub(super) fn go_cuts(&mut self) -> Task<Message> {
        self.keep_draft();
        match Screen::new(&self.desk, None) {
            Ok(mut screen) => {
                screen.take_up(self.cuts.take());
                self.cuts = Some(screen);
                self.place = Place::Cuts;
                // From here one arrow leads to the cut before.
                focus_on(cuts::STRIP)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Shows a cut with the cursor in its list.
    pub(super) fn open_cut(&mut self, cut: NaiveDate) -> Task<Message> {
        self.keep_draft();
        match Screen::new(&self.desk, Some(cut)) {
            Ok(mut screen) => {
                screen.take_up(self.cuts.take());
                let first = screen.first();
                self.cuts = Some(screen);
                self.place = Place::Cuts;
                focus_on(first)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Back to where a record or a form was opened.
    pub(super) fn return_to(&mut self, place: Place) -> Task<Message> {
        self.returns_to = None;
        self.place = place;
        self.refresh();
        self.focus_screen()
    }

    /// The pane of Cortes that has the focus.
    pub(super) fn pane_of_cuts(&self) -> Option<&'static str> {
        let focused = self.focused.as_ref()?;
        let panes = self.cuts.as_ref()?.panes();
        panes.into_iter().find(|pane| *focused == Id::new(pane))
    }

    /// F6 and Mayús+F6.
    pub(super) fn next_pane_of_cuts(&self, back: bool) -> Task<Message> {
        match &self.cuts {
            Some(screen) => focus_on(screen.other_pane(self.pane_of_cuts(), back)),
            None => Task::none(),
        }
    }

    /// Ctrl+Enter.
    pub(super) fn main_verb_of_cuts(&mut self) -> Task<Message> {
        let in_panel = self.pane_of_cuts() == Some(cuts::NSS);
        let Some(screen) = &mut self.cuts else {
            return Task::none();
        };
        let action = screen.main(&self.desk, in_panel);
        self.cuts_asked(action)
    }

    /// Esc: from the panel to the list, one step back on the runway, and then to Hoy.
    pub(super) fn escape_from_cuts(&mut self) -> Task<Message> {
        let pane = self.pane_of_cuts();
        let Some(screen) = &mut self.cuts else {
            return self.go_today();
        };
        if screen.close_offers() {
            return Task::none();
        }
        match pane {
            Some(cuts::NSS | cuts::CORRECT | cuts::CAUSE | cuts::EXCEPTION | cuts::ANSWERED_ON) => {
                focus_on(screen.first())
            }
            _ if screen.step_back() => focus_on(screen.first()),
            _ => self.go_today(),
        }
    }

    /// Ctrl+Z in the panel: what was typed there goes, never what was saved before. Tells whether anything was typed.
    pub(super) fn forget_typed_in_cuts(&mut self) -> bool {
        let pane = self.pane_of_cuts();
        let screen = self.cuts.as_mut().filter(|_| self.place == Place::Cuts);
        screen.is_some_and(|screen| screen.forget_typing(&self.desk, pane))
    }

    /// An arrow that no widget used: in the panel's field it moves its offers.
    pub(super) fn moved_in_cuts(&mut self, to: widget::Move) -> Task<Message> {
        let message = match self.pane_of_cuts() {
            Some(cuts::NSS | cuts::CAUSE) => cuts::Message::OfferMoved(to),
            Some(cuts::EXCEPTION | cuts::ANSWERED_ON) => return Task::none(),
            Some(cuts::ENVIOS | cuts::LINES) => cuts::Message::LineMoved(to),
            _ => cuts::Message::RowMoved(to),
        };
        self.update_cuts(message)
    }

    pub(super) fn update_cuts(&mut self, message: cuts::Message) -> Task<Message> {
        let Some(screen) = &mut self.cuts else {
            return Task::none();
        };
        let action = screen.update(&self.desk, message);
        self.cuts_asked(action)
    }

    fn cuts_asked(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Run(task) => task
                .map(Message::Cuts)
                .chain(widget::focused().map(Message::FocusFound)),
            Action::Open(student) => {
                let opened = self.open_record(student);
                self.returns_to = Some(Place::Cuts);
                opened
            }
            Action::Correct(student, field) => {
                let opened = self.open_form(Some(student));
                self.returns_to = Some(Place::Cuts);
                opened.chain(focus_on(form::id(field)))
            }
            Action::CancelQueued(student) => self.cancel_queued(student),
            Action::SaveNss(student, particulars) => self.save_nss(student, &particulars),
            Action::Incomplete => {
                self.say(runway::panel::CORRECT_FIRST.to_owned());
                focus_on(cuts::NSS)
            }
            Action::Close(cut) => self.copy_and_close(cut),
            Action::AskSending(cut, dispatches) => match self.desk.usual_channel() {
                Ok(usual) => {
                    let dialog = SendingDialog::new(
                        cut.closing.cut,
                        dispatches,
                        usual,
                        self.desk.today(),
                        self.desk.window_limits(),
                    );
                    self.open_modal(Modal::Sending(Box::new(dialog)), SendingDialog::first())
                }
                Err(refusal) => self.refuse(&refusal),
            },
            Action::Capture(dispatch) => self.open_capture(dispatch),
            Action::TellStudents(folio) => self.open_notices(&folio),
            Action::AskReopening(closing) => {
                let begun = match self.desk.unfinished_captures() {
                    Ok(begun) => begun,
                    Err(refusal) => return self.refuse(&refusal),
                };
                let of_cut = begun.iter().filter(|it| it.cut == closing.cut);
                let captured = of_cut.map(|it| it.captured).sum();
                let dialog = modals::reopening::Reopening::new(closing, captured);
                self.open_modal(Modal::Reopening(dialog), modals::reopening::REASON)
            }
            Action::Record(dispatch, answers, on) => self.record_answers(dispatch, &answers, on),
            Action::Say(said, task) => {
                self.say(said);
                task.map(Message::Cuts)
                    .chain(widget::focused().map(Message::FocusFound))
            }
            Action::ReadAnswers => Task::done(Message::Command(Command::Import)),
            Action::Print => Task::done(Message::Command(Command::PrintList)),
            Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    /// The NSS typed beside a row: a correction of the record like any other.
    fn save_nss(&mut self, student: StudentId, particulars: &Particulars) -> Task<Message> {
        let Some(cut) = self.cuts.as_ref().map(Screen::cut) else {
            return Task::none();
        };
        let saved = self.desk.correct(student, particulars);
        let queued = saved.and_then(|_| self.desk.record(student));
        match queued {
            Ok(record) => {
                self.notice = None;
                if let Some(screen) = &mut self.cuts {
                    screen.forget_typed();
                }
                self.refresh();
                let kind = record.queued().map(|movement| movement.kind);
                let observations = kind.map(|kind| record.observations(kind)).unwrap_or_default();
                let name = record.student.particulars.name.formal();
                self.say_done(runway::nss_saved(&name, cut, &observations));
                let next = self.cuts.as_ref().map_or(cuts::LIST_ID, Screen::after_solving);
                focus_on(next)
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Closes a cut once a verified copy of the register is there; one in memory has none.
    fn copy_and_close(&mut self, cut: NaiveDate) -> Task<Message> {
        self.notice = None;
        if let Err(refusal) = self.desk.require_room(LongWork::Close) {
            return self.refuse(&refusal);
        }
        let Some(copy) = self.desk.copy_now() else {
            return self.close_cut(cut);
        };
        self.closing = Some(cut);
        self.focus_below = self.focused.clone();
        self.modal = Some(Modal::Working(modals::working::Working::new(Job::Closing)));
        let (made, late) =
            crate::app::screens::import::work::beside(move || copy.make().map_err(|error| error.explain()));
        Task::batch([
            made.map(Message::ClosingCopied),
            late.map(|()| Message::ClosingIsLate),
        ])
    }

    /// The copy before the closing takes long: it is said, with a way to leave it.
    pub(super) fn closing_is_late(&mut self) -> Task<Message> {
        match &mut self.modal {
            Some(Modal::Working(working)) if self.closing.is_some() => {
                working.show();
                focus_on(modals::working::STOP)
            }
            _ => Task::none(),
        }
    }

    /// Esc while the copy is made: nothing is closed then.
    pub(super) fn leave_closing(&mut self) -> Option<Task<Message>> {
        self.closing.take()?;
        self.say(runway::NOT_CLOSED.to_owned());
        Some(self.end_work())
    }

    pub(super) fn closing_copied(&mut self, made: Option<Result<MadeCopy, Explained>>) -> Task<Message> {
        // Whoever left it meanwhile closed nothing; the copy is there all the same.
        let Some(cut) = self.closing.take() else {
            return Task::none();
        };
        let ended = self.end_work();
        match made {
            Some(Ok(made)) => {
                self.copy.last = Some(made.copied);
                ended.chain(self.close_cut(cut))
            }
            Some(Err(_)) | None => {
                self.trouble(runway::not_copied(cut).into());
                ended
            }
        }
    }

    fn close_cut(&mut self, cut: NaiveDate) -> Task<Message> {
        match self.desk.close_cut(cut) {
            Ok(closed) => {
                self.refresh();
                self.say_done(closing_said(&closed));
                self.focus_screen()
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Records that envíos went out, or puts right what was recorded. What was typed stays where it can be put right.
    pub(super) fn record_sending(
        &mut self,
        sendings: &[(DispatchId, Sending)],
        is_correction: bool,
    ) -> Task<Message> {
        let recorded = match sendings {
            [(dispatch, sending)] if is_correction => {
                self.desk.correct_sending(*dispatch, sending).map(|of| vec![of])
            }
            _ => self.desk.send_together(sendings),
        };
        let recorded = match recorded {
            Ok(recorded) => recorded,
            Err(refusal) => {
                if let Some(Modal::Sending(dialog)) = &mut self.modal {
                    dialog.refuse(refusal.explain().line());
                }
                return focus_on(modals::sending::DAY);
            }
        };
        self.notice = None;
        self.modal = None;
        self.focus_below = None;
        // It stays at this step: whoever presses Ctrl+Enter once more has not accepted anything by it.
        self.refresh();
        if let Some((_, sending)) = sendings.first() {
            self.say(if is_correction {
                runway::sending_corrected(sending)
            } else {
                let sent: Vec<_> = recorded.iter().map(|of| (of.kind, of.lines)).collect();
                runway::sent(&sent, sending)
            });
        }
        self.focus_screen()
    }

    pub(super) fn reopen_cut(&mut self, folio: &str, reason: &str) -> Task<Message> {
        let closed = self.close_modal();
        match self.desk.reopen_cut(folio, reason) {
            Ok(cut) => {
                self.notice = None;
                self.refresh();
                self.say_done(words::reopened(cut.closing.cut, &cut.closing.folio));
                closed.chain(self.focus_screen())
            }
            Err(refusal) => closed.chain(self.refuse(&refusal)),
        }
    }

    /// Whose name stands in a sentence about a student who may not be the one in view.
    pub(super) fn name_of(&self, student: StudentId) -> String {
        match self.desk.record(student) {
            Ok(record) => record.student.particulars.name.formal(),
            Err(_) => String::new(),
        }
    }
}

fn closing_said(closed: &JustClosed) -> String {
    use crate::domain::movement::MovementKind;

    let of = |kind| {
        let envios = closed.cut.dispatches.iter().filter(|it| it.kind == kind);
        envios.map(|it| u64::from(it.lines)).sum()
    };
    let closing = &closed.cut.closing;
    words::closed(
        closing.cut,
        &closing.folio,
        &closing.short_seal(),
        (of(MovementKind::Alta), of(MovementKind::Baja)),
        closed.cut.set_aside,
        closed.next,
    )
}
