//! What a screen or a dialog asks of the window.

use iced::Task;

use super::{Message, Office, Place, SEARCH, focus_on};
use crate::app::Machine;
use crate::app::handed::Handed;
use crate::app::modals;
use crate::app::screens::{form, students, today};
use crate::app::shortcut::Command;
use crate::app::widget;
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::movement::MovementKind;
use crate::words::{frame as words, settings as settings_words};

impl Office {
    pub(super) fn students_asked(&mut self, machine: &Machine, action: students::Action) -> Task<Message> {
        match action {
            students::Action::AskPrint(student) => self.ask_print(machine, student),
            other => self.students_task(other),
        }
    }

    pub(super) fn students_task(&mut self, action: students::Action) -> Task<Message> {
        match action {
            students::Action::None | students::Action::AskPrint(_) => Task::none(),
            students::Action::Run(task) => task
                .map(Message::Students)
                .chain(widget::focused().map(Message::FocusFound)),
            students::Action::Type(text) => {
                self.query = text;
                Task::batch([self.search(), focus_on(students::LIST_ID)])
            }
            students::Action::New => self.open_form(None),
            students::Action::Import => Task::done(Message::Command(Command::Import)),
            students::Action::AskChange => self.ask_change(),
            students::Action::Correct(student) => self.open_form(Some(student)),
            students::Action::QueueAlta(student) => self.queue_alta(student),
            students::Action::AskBaja(student) => self.ask_baja(student),
            students::Action::AskVigencia(student) => self.ask_vigencia(student),
            students::Action::AskClinic(student) => self.ask_clinic(student),
            students::Action::Archive(student) => self.archive(student),
            students::Action::Restore(student) => self.restore(student),
            students::Action::AskControlNumber(student) => self.ask_control_number(student),
            students::Action::Tick(student, requirement) => self.tick(student, requirement),
            students::Action::AskAnswer(student, requirement) => self.ask_answer(student, requirement),
            students::Action::AcceptProposals(student) => self.accept_proposals(student),
            students::Action::GoCase => self.go_case(),
            students::Action::OpenCase(student) => self.open_case(student),
            students::Action::AskNote(student) => self.ask_note(student),
            students::Action::AskCloseCase(student) => self.ask_close_case(student),
            students::Action::ToggleUrgent(student) => self.toggle_urgent(student),
            students::Action::CancelQueued(student) => self.cancel_queued(student),
            students::Action::NoteOpened(student) => match self.desk.opened(student) {
                Ok(()) => {
                    self.query_is_answered = true;
                    focus_on(students::LIST_ID)
                }
                Err(refusal) => self.refuse(&refusal),
            },
            students::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn update_form(&mut self, message: form::Message) -> Task<Message> {
        let Some(form) = &mut self.form else {
            return Task::none();
        };
        match form.update(&mut self.desk, message) {
            form::Action::None => Task::none(),
            form::Action::Run(task) => task
                .map(Message::Form)
                .chain(widget::focused().map(Message::FocusFound)),
            form::Action::Say(said, task) => {
                self.say(said);
                task.map(Message::Form)
                    .chain(widget::focused().map(Message::FocusFound))
            }
            form::Action::Saved(student, changed) => self.saved(student, !changed.is_empty()),
            form::Action::Leave => {
                let correcting = form.student();
                let kept = form.is_changed();
                self.form = None;
                self.query_is_answered = true;
                let back = self.returns_to.map(|place| self.return_to(place));
                if back.is_none() {
                    self.place = Place::Students;
                    self.refresh();
                }
                if kept {
                    self.say(match correcting {
                        None => words::DRAFT_KEPT.to_owned(),
                        Some(_) => words::EDIT_DRAFT_KEPT.to_owned(),
                    });
                }
                back.unwrap_or_else(|| focus_on(students::LIST_ID))
            }
            form::Action::Open(student) => self.open_record(student),
            form::Action::Refused(refusal) => self.refuse(&refusal),
        }
    }

    /// A record was saved: it is shown, and the search box waits for the next person.
    pub(super) fn saved(&mut self, student: StudentId, changed: bool) -> Task<Message> {
        self.form = None;
        if let Some(place) = self.returns_to {
            self.notice = None;
            let name = self.name_of(student);
            let back = self.return_to(place);
            if changed {
                self.say_done(words::saved(&name));
            } else {
                self.say(words::nothing_changed(&name));
            }
            return back;
        }
        self.place = Place::Students;
        self.query.clear();
        self.recents_wait = true;
        self.notice = None;
        let shown = self
            .students
            .search(&self.desk, "")
            .and_then(|()| self.desk.opened(student))
            .and_then(|()| self.show_record(student));
        if let Err(refusal) = shown {
            return self.refuse(&refusal);
        }
        self.refresh();
        let name = self.students.student_name().unwrap_or_default();
        if changed {
            self.say_done(words::saved(&name));
        } else {
            self.say(words::nothing_changed(&name));
        }
        focus_on(SEARCH)
    }

    pub(super) fn update_today(&mut self, machine: &Machine, message: today::Message) -> Task<Message> {
        match self.today.update(message) {
            today::Action::None => Task::none(),
            today::Action::Run(task) => task
                .map(Message::Today)
                .chain(widget::focused().map(Message::FocusFound)),
            today::Action::OpenList(Filter::ProposedBajas) => self.go_bajas(),
            today::Action::OpenList(filter) => self.open_list(filter),
            today::Action::OpenCut(cut) => self.open_cut(cut),
            today::Action::OpenRecord(student) => self.open_record(student),
            today::Action::OpenImport(plan) => self.open_waiting_import(machine, plan),
            today::Action::OpenCapture(dispatch) => self.open_capture(dispatch),
            today::Action::OpenPrinter => self.ask_printer(),
            today::Action::OpenDraft(form) => {
                self.notice = None;
                self.open_form(form::Screen::of_draft(&form))
            }
        }
    }

    pub(super) fn modal_asked(&mut self, machine: &Machine, action: modals::Action) -> Task<Message> {
        match action {
            modals::Action::None => Task::none(),
            modals::Action::Close => self.leave_modal(),
            modals::Action::Run(task) => task
                .map(Message::Modal)
                .chain(widget::focused().map(Message::FocusFound)),
            modals::Action::StopWork => {
                if let Some(left) = self.leave_closing() {
                    return left;
                }
                if let Some(left) = self.leave_copying() {
                    return left;
                }
                self.import.stop();
                Task::none()
            }
            modals::Action::UndoImport(import) => self.undo_import(import),
            modals::Action::SaveImport(how) => self.save_import(how),
            modals::Action::WriteCells(row, cells) => self.write_cells(row, &cells),
            modals::Action::SetColumn(place, holds) => self.set_column(place, holds),
            modals::Action::Assign(student, written) => self.assign(student, &written),
            modals::Action::OpenCatalogue => self.open_catalogue(),
            modals::Action::SaveClinic(row, clinic) => self.save_clinic(row, &clinic),
            modals::Action::RemoveClinic(row) => self.remove_clinic(row),
            modals::Action::QueueMarked(kind) => self.go_on_marked(kind),
            modals::Action::PlanChange(students, change) => self.plan_change(&students, &change),
            modals::Action::ApplyChange(plan) => self.apply_change(&plan),
            modals::Action::QueueBaja(_, motive) if self.acts_on_marked() => {
                let closed = self.close_modal();
                closed.chain(self.queue_marked(MovementKind::Baja, Some(motive)))
            }
            modals::Action::CheckMarked(check) => {
                let closed = self.close_modal();
                closed.chain(self.record_check_of_marked(&check))
            }
            modals::Action::QueueBaja(student, motive) => {
                let closed = self.close_modal();
                match self.desk.queue_baja(student, motive) {
                    Ok(queueing) => Task::batch([closed, self.queued(&queueing)]),
                    Err(refusal) => Task::batch([closed, self.refuse(&refusal)]),
                }
            }
            modals::Action::Attend(name) => {
                let closed = self.close_modal();
                Task::batch([closed, self.attend(&name)])
            }
            modals::Action::RecordSending(sendings, is_correction) => {
                self.record_sending(&sendings, is_correction)
            }
            modals::Action::ReadAnswers(source) => self.read_answers(source),
            modals::Action::RecordMatching(matching, on) => self.record_matching(&matching, on),
            modals::Action::LeaveCut(folio, paper) => {
                let closed = self.close_modal();
                closed.chain(self.leave_cut(machine, &folio, paper))
            }
            modals::Action::ExportNotices(notices) => self.export_notices(machine, &notices),
            modals::Action::RecordNotices(notices) => self.record_notices(&notices),
            modals::Action::MakeMoving { folder, phrase } => self.make_moving(&folder, &phrase),
            modals::Action::PrintRulerPage => self.print_ruler_page(machine),
            modals::Action::KeepMeasure {
                printer,
                across,
                down,
            } => self.keep_measure(&printer, across, down),
            modals::Action::PrintMovingCard(moved) => self.print_moving_card(machine, &moved),
            modals::Action::ReopenCut(folio, reason) => self.reopen_cut(&folio, &reason),
            modals::Action::RestoreCopy(tried, kept) => {
                self.modal = None;
                Task::done(Message::CopyReplaces(Handed::new(Some((tried, kept)))))
            }
            modals::Action::LookAtCopy(tried) => Task::done(Message::CopyLookedAt(Handed::new(Some(tried)))),
            modals::Action::RepairRegister => self.repair_register(),
            modals::Action::MakeSheet => self.make_sheet(machine),
            modals::Action::TestSheet(typed) => self.test_sheet(&typed),
            modals::Action::SaveSetting(topic, text) => {
                let saved = self.save_setting_of_dialog(topic, &text);
                match self.place {
                    // It may have been another second place.
                    Place::Backup => Task::batch([saved, self.look_at_place()]),
                    _ => saved,
                }
            }
            modals::Action::TrySample(path) => self.try_sample(&path),
            modals::Action::BrowseLogo => Task::perform(
                crate::system::viewer::ask_for_picture(settings_words::BROWSE_TITLE),
                Message::LogoChosen,
            ),
            modals::Action::TellApart { one, other, named } => self.tell_apart(one, other, &named),
            modals::Action::OpenRecord(student) => {
                let closed = self.close_modal();
                self.keep_draft();
                closed.chain(self.open_record(student))
            }
            modals::Action::PrintKeys => {
                let closed = self.close_modal();
                Task::batch([closed, self.print_keys(machine)])
            }
            modals::Action::PrintList { list, whole_numbers } => {
                let closed = self.close_modal();
                Task::batch([closed, self.print_list(machine, &list, whole_numbers)])
            }
            modals::Action::RecordDocument(student, noted) => {
                let closed = self.close_modal();
                Task::batch([closed, self.record_document(student, &noted)])
            }
            modals::Action::NoteCase(student, told, text) => {
                let closed = self.close_modal();
                Task::batch([closed, self.note_case(student, told, &text)])
            }
            modals::Action::CloseCase(student, outcome) => {
                let closed = self.close_modal();
                Task::batch([closed, self.close_case(student, outcome)])
            }
            modals::Action::AssignControlNumber(student, number) => {
                self.assign_control_number(student, &number)
            }
            modals::Action::AnswerRequirement(student, requirement, answer) => {
                let closed = self.close_modal();
                Task::batch([closed, self.answer(student, requirement, &answer)])
            }
            modals::Action::Print {
                paper,
                student,
                also_elsewhere,
            } => {
                let closed = self.close_modal();
                Task::batch([closed, self.print(machine, paper, student, also_elsewhere)])
            }
        }
    }
}
