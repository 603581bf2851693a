//! Going from screen to screen, and finding people from the box at the top.

use iced::Task;
use iced::advanced::widget::Id;

use super::{Message, Office, Place, SEARCH, focus_on};
use crate::app::modals::Modal;
use crate::app::screens::{backup, bajas, cuts, form, settings, students, today};
use crate::app::widget;
use crate::desk::{Listing, Refusal};
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;

impl Office {
    pub(super) fn go_search(&mut self) -> Task<Message> {
        self.returns_to = None;
        self.keep_draft();
        self.recents_wait = false;
        if let Ok(recents) = self.desk.recents() {
            self.recents = recents;
        }
        focus_on(SEARCH)
    }

    pub(super) fn go_today(&mut self) -> Task<Message> {
        self.returns_to = None;
        self.keep_draft();
        self.place = Place::Today;
        self.refresh();
        focus_on(today::TO_DO)
    }

    /// Shows the students of a list in the place of all of them.
    pub(super) fn open_list(&mut self, filter: Filter) -> Task<Message> {
        self.returns_to = None;
        self.keep_draft();
        self.query.clear();
        self.place = Place::Students;
        match self.students.show_filter(&self.desk, filter) {
            Ok(()) => focus_on(students::LIST_ID),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Shows the list that a paper was printed of, as it is now.
    fn open_listing(&mut self, list: &Listing) -> Task<Message> {
        match list {
            Listing::Cut(cut) => {
                self.query.clear();
                self.open_cut(*cut)
            }
            Listing::Students { filter, typed } if typed.is_empty() => self.open_list(*filter),
            Listing::Students { filter, typed } => {
                let list = (*filter != Filter::All).then(|| filter.code());
                self.query = [list.unwrap_or_default(), typed].join(" ").trim().to_owned();
                self.query_is_answered = true;
                Task::batch([self.search(), focus_on(students::LIST_ID)])
            }
        }
    }

    pub(super) fn go_students(&mut self) -> Task<Message> {
        self.returns_to = None;
        self.keep_draft();
        self.place = Place::Students;
        self.refresh();
        focus_on(students::LIST_ID)
    }

    pub(super) fn open_form(&mut self, student: Option<StudentId>) -> Task<Message> {
        // A form that is open keeps what was typed in it.
        if self.place == Place::Form && self.form.as_ref().is_some_and(|form| form.student() == student) {
            return focus_on(form::Screen::first_field());
        }
        self.keep_draft();
        let opened = match student {
            None => form::Screen::new(&self.desk),
            Some(student) => form::Screen::of(&self.desk, student),
        };
        match opened {
            Ok(screen) => {
                self.form = Some(screen);
                self.place = Place::Form;
                self.notice = None;
                focus_on(form::Screen::first_field())
            }
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn open_record(&mut self, student: StudentId) -> Task<Message> {
        self.returns_to = None;
        self.place = Place::Students;
        self.form = None;
        self.recent = None;
        self.query_is_answered = true;
        let shown = self.show_record(student).and_then(|()| self.desk.opened(student));
        match shown {
            Ok(()) => focus_on(students::LIST_ID),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Shows a record, and empties the search box where what it asks for does not find that person.
    pub(super) fn show_record(&mut self, student: StudentId) -> Result<(), Refusal> {
        self.students.show(&self.desk, student)?;
        if self.students.typed().is_empty() {
            self.query.clear();
        }
        Ok(())
    }

    pub(super) fn open_modal(&mut self, modal: Modal, first: impl Into<Id>) -> Task<Message> {
        self.focus_below = self.focused.clone();
        self.modal = Some(modal);
        focus_on(first)
    }

    pub(super) fn close_modal(&mut self) -> Task<Message> {
        self.modal = None;
        match self.focus_below.take() {
            Some(id) => widget::focus(id).chain(widget::focused().map(Message::FocusFound)),
            None => self.focus_screen(),
        }
    }

    /// Takes the focus to where it was.
    pub(super) fn focus_again(&self) -> Task<Message> {
        match &self.focused {
            Some(id) => widget::focus(id.clone()).chain(widget::focused().map(Message::FocusFound)),
            None if self.modal.is_none() && self.place == Place::Today => self.focus_screen(),
            None => Task::none(),
        }
    }

    /// Takes the focus to where it is when the screen is opened.
    pub(super) fn focus_screen(&self) -> Task<Message> {
        focus_on(match self.place {
            Place::Today => today::TO_DO,
            Place::Bajas => bajas::LIST_ID,
            Place::Students => students::LIST_ID,
            Place::Cuts => self.cuts.as_ref().map_or(cuts::LIST_ID, cuts::Screen::first),
            Place::Settings => settings::GROUPS,
            Place::Backup => backup::LIST_ID,
            Place::Import => self.import.first(),
            Place::Form => form::Screen::first_field(),
        })
    }

    pub(super) fn search(&mut self) -> Task<Message> {
        self.recent = None;
        self.keep_draft();
        // An empty box asks for nobody: the screen stays, and the list behind it is everybody's again.
        if !self.query.is_empty() {
            self.place = Place::Students;
        }
        match self.students.search(&self.desk, &self.query) {
            Ok(()) => Task::none(),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    pub(super) fn search_entered(&mut self) -> Task<Message> {
        if let Some(index) = self.recent
            && let Some(row) = self.recents.get(index)
        {
            return self.open_record(row.student.id);
        }
        if self.query.trim().is_empty() {
            return self.recover_draft();
        }
        // A scanner types what the mute code of a sheet says, and Enter.
        if self.desk.is_code_of_morning(&self.query) {
            return self.go_today();
        }
        match self.desk.list_of_code(&self.query) {
            Ok(Some(list)) => return self.open_listing(&list),
            Ok(None) => {}
            Err(refusal) => return self.refuse(&refusal),
        }
        match self.desk.student_of_code(&self.query) {
            Ok(Some(student)) => return self.open_record(student),
            Ok(None) => {}
            Err(refusal) => return self.refuse(&refusal),
        }
        let action = self.students.update(&self.desk, students::Message::Opened);
        self.students_task(action)
    }

    /// Brings back the draft that the notice offers, if it offers one.
    pub(super) fn recover_draft(&mut self) -> Task<Message> {
        let draft = self.notice.as_ref().and_then(|notice| notice.draft.as_deref());
        match draft.map(form::Screen::of_draft) {
            Some(form) => {
                self.notice = None;
                self.open_form(form)
            }
            None => Task::none(),
        }
    }

    /// Whether the records opened last hang below the search box.
    pub(super) fn shows_recents(&self) -> bool {
        self.query.is_empty()
            // In an empty register they would lie above the sentence that says how to begin.
            && self.students.total() > 0
            && !self.recents_wait
            && self.modal.is_none()
            && self.focused == Some(Id::new(SEARCH))
    }
}
