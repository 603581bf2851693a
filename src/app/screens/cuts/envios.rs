//! A closed cut: its envíos, what the chosen one carries, and what is about to be recorded as IMSS' answer.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::app::widget::Move;
use crate::app::widget::field::{Field, Tone};
use crate::desk::{Answer, ClosedCut, CutRefusal, Desk, Outcome, PAGE_ROWS, Refusal, RejectionCause};
use crate::domain::date::typed_date;
use crate::domain::dispatch::{Dispatch, DispatchLine};
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::movement::{Movement, MovementKind, MovementState, Rejection};
use crate::words::{dates, frame, vigencia};

/// The state of the screen for a closed cut.
#[derive(Debug, Clone)]
pub struct Envios {
    pub(super) cut: ClosedCut,
    chosen: usize,
    /// What the chosen one carries, and how each movement stands now.
    lines: Vec<(DispatchLine, Movement)>,
    selected: usize,
    /// Lines that are not accepted like all the others.
    exceptions: Marks,
    pub(super) answered_on: Field,
    /// What was typed to find a line.
    looked_for: String,
    /// The causes of rejections that the office knows.
    known_causes: Vec<RejectionCause>,
}

/// What was marked and not recorded yet.
pub type Marks = BTreeMap<MovementId, Exception>;

/// A line that is not accepted.
#[derive(Debug, Clone, Default)]
pub struct Exception {
    /// Nobody answered it; otherwise it was rejected.
    pub is_unanswered: bool,
    /// Why it was rejected.
    pub cause: Field,
}

/// What keeps an answer from being recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The selected line says no cause.
    Cause,
    /// The day is not understood, or has not come.
    Day,
}

impl Envios {
    /// Reads a closed cut.
    ///
    /// # Errors
    /// The file's faults.
    pub fn new(desk: &Desk, cut: ClosedCut) -> Result<Self, Refusal> {
        let mut envios = Self {
            chosen: due(&cut),
            cut,
            lines: Vec::new(),
            selected: 0,
            exceptions: BTreeMap::new(),
            answered_on: Field::new(frame::TODAY),
            looked_for: String::new(),
            known_causes: desk.rejection_causes()?,
        };
        envios.read_lines(desk)?;
        envios.understand(desk.today());
        Ok(envios)
    }

    /// Takes marks that were made before: they are about movements, whichever cut is in view.
    pub fn take_marks(&mut self, marks: Marks) {
        self.exceptions = marks;
    }

    /// Gives its marks away.
    pub fn marks(self) -> Marks {
        self.exceptions
    }

    /// Takes the cut as it is now. What was marked stays where it is not answered yet.
    ///
    /// # Errors
    /// The file's faults.
    pub fn read_again(&mut self, desk: &Desk, cut: ClosedCut) -> Result<(), Refusal> {
        self.cut = cut;
        self.chosen = self.chosen.min(self.cut.dispatches.len().saturating_sub(1));
        self.read_lines(desk)?;
        self.known_causes = desk.rejection_causes()?;
        let is_open = |id: &MovementId| {
            let line = self.lines.iter().find(|(line, _)| line.movement == *id);
            line.is_none_or(|(_, movement)| movement.state == MovementState::Sent)
        };
        let answered: Vec<_> = self
            .exceptions
            .keys()
            .filter(|id| !is_open(id))
            .copied()
            .collect();
        for id in answered {
            self.exceptions.remove(&id);
        }
        Ok(())
    }

    fn read_lines(&mut self, desk: &Desk) -> Result<(), Refusal> {
        self.lines = match self.chosen() {
            Some(dispatch) => {
                let lines = desk.dispatch_lines(dispatch.id)?;
                lines
                    .into_iter()
                    .zip(desk.dispatch_movements(dispatch.id)?)
                    .collect()
            }
            None => Vec::new(),
        };
        self.selected = self.selected.min(self.lines.len().saturating_sub(1));
        Ok(())
    }

    /// The envío that is looked at.
    pub fn chosen(&self) -> Option<&Dispatch> {
        self.cut.dispatches.get(self.chosen)
    }

    /// Its place.
    pub fn chosen_place(&self) -> usize {
        self.chosen
    }

    /// Those that nobody has recorded as sent.
    pub fn unsent(&self) -> Vec<Dispatch> {
        let dispatches = self.cut.dispatches.iter();
        dispatches.filter(|it| it.sending.is_none()).cloned().collect()
    }

    /// How many movements of the cut were sent and not answered.
    pub fn unanswered(&self) -> u32 {
        let sent = self.cut.dispatches.iter().filter(|it| it.sending.is_some());
        sent.map(Dispatch::unanswered).sum()
    }

    /// Looks at another envío.
    ///
    /// # Errors
    /// The file's faults.
    pub fn choose(&mut self, desk: &Desk, at: usize) -> Result<(), Refusal> {
        if at != self.chosen && at < self.cut.dispatches.len() {
            (self.chosen, self.selected) = (at, 0);
            self.looked_for.clear();
            self.read_lines(desk)?;
        }
        Ok(())
    }

    /// Looks at the envío that has to be answered next.
    ///
    /// # Errors
    /// The file's faults.
    pub fn choose_due(&mut self, desk: &Desk) -> Result<(), Refusal> {
        let due = due(&self.cut);
        self.choose(desk, due)
    }

    /// The arrows in the envíos.
    ///
    /// # Errors
    /// The file's faults.
    pub fn go_envio(&mut self, desk: &Desk, to: Move) -> Result<(), Refusal> {
        let last = self.cut.dispatches.len().saturating_sub(1);
        let at = match to {
            Move::Up => self.chosen.saturating_sub(1),
            Move::Down => (self.chosen + 1).min(last),
            Move::First | Move::PageUp => 0,
            Move::Last | Move::PageDown => last,
        };
        self.choose(desk, at)
    }

    /// All the lines of the chosen envío, with their movements.
    pub fn lines(&self) -> &[(DispatchLine, Movement)] {
        &self.lines
    }

    /// The place of the selected one.
    pub fn selected(&self) -> usize {
        self.selected
    }

    /// Where the page begins that shows it.
    pub fn offset(&self) -> usize {
        self.selected / PAGE_ROWS * PAGE_ROWS
    }

    /// The selected line.
    pub fn line(&self) -> Option<&(DispatchLine, Movement)> {
        self.lines.get(self.selected)
    }

    /// Whose line is selected.
    pub fn student(&self) -> Option<StudentId> {
        self.line().map(|(line, _)| line.student)
    }

    /// A line of the page was pressed.
    pub fn select(&mut self, at: usize) {
        self.looked_for.clear();
        self.selected = (self.offset() + at).min(self.lines.len().saturating_sub(1));
    }

    /// The arrows in the lines.
    pub fn go(&mut self, to: Move) {
        self.looked_for.clear();
        let (last, offset) = (self.lines.len().saturating_sub(1), self.offset());
        self.selected = match to {
            Move::Up => self.selected.saturating_sub(1),
            Move::Down => self.selected + 1,
            Move::PageUp => self.selected.saturating_sub(PAGE_ROWS),
            Move::PageDown => self.selected + PAGE_ROWS,
            Move::First => offset,
            Move::Last => offset + PAGE_ROWS - 1,
        }
        .min(last);
    }

    /// Typing goes to the line whose identifier begins so; what begins no identifier begins anew.
    pub fn look_for(&mut self, typed: &str) {
        let typed = typed.to_uppercase();
        for text in [format!("{}{typed}", self.looked_for), typed] {
            let found = self
                .lines
                .iter()
                .position(|(line, _)| line.identifier.starts_with(&text));
            if let Some(at) = found {
                (self.selected, self.looked_for) = (at, text);
                return;
            }
        }
        self.looked_for.clear();
    }

    /// Whether the number of a line goes on like this after what was typed so far.
    pub fn begins_a_number(&self, typed: &str) -> bool {
        let typed = format!("{}{}", self.looked_for, typed.to_uppercase());
        let mut numbers = self.lines.iter().map(|(line, _)| line.identifier.as_str());
        numbers.any(|number| number.starts_with(&typed))
    }

    /// What was typed so far to find a line.
    pub fn looked_for(&self) -> &str {
        &self.looked_for
    }

    /// What was marked about a movement.
    pub fn exception(&self, of: MovementId) -> Option<&Exception> {
        self.exceptions.get(&of)
    }

    /// What was marked about the selected one.
    pub fn exception_here(&mut self) -> Option<&mut Exception> {
        let id = self.lines.get(self.selected)?.0.movement;
        self.exceptions.get_mut(&id)
    }

    /// Espacio: marks the selected line as an exception, or takes the mark off. Tells whether it is marked now; `None` for a
    /// line that was answered, or was not sent.
    pub fn mark(&mut self) -> Option<bool> {
        let (line, movement) = self.lines.get(self.selected)?;
        if movement.state != MovementState::Sent {
            return None;
        }
        self.looked_for.clear();
        match self.exceptions.remove(&line.movement) {
            Some(_) => Some(false),
            None => {
                self.exceptions.insert(line.movement, Exception::default());
                Some(true)
            }
        }
    }

    /// How many lines of the chosen envío would be accepted, rejected and left without answer.
    pub fn outlook(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for (line, movement) in &self.lines {
            if movement.state == MovementState::Sent {
                let at = match self.exceptions.get(&line.movement) {
                    None => 0,
                    Some(exception) if exception.is_unanswered => 2,
                    Some(_) => 1,
                };
                counts[at] += 1;
            }
        }
        counts
    }

    /// What may be the cause of a rejection: what is written here first, then what the office knows, the most used first.
    pub fn causes(&self) -> Vec<String> {
        let mut causes: Vec<String> = Vec::new();
        let marked = self.exceptions.values().map(|it| it.cause.value());
        let known = self.known_causes.iter().map(|it| it.text.as_str());
        for cause in marked.chain(known).filter(|cause| !cause.is_empty()) {
            if !causes.iter().any(|it| it == cause) {
                causes.push(cause.to_owned());
            }
        }
        causes
    }

    /// The day of the answer was typed.
    pub fn type_day(&mut self, text: String, today: NaiveDate) {
        self.answered_on.type_in(text);
        self.understand(today);
    }

    fn understand(&mut self, today: NaiveDate) {
        match typed_date(self.answered_on.value(), today) {
            Ok(on) if on > today => self.answered_on.say(Tone::Problem, vigencia::in_future(on)),
            Ok(on) => self
                .answered_on
                .say(Tone::Hint, format!("{} {}", dates::weekday(on), dates::long(on))),
            Err(fault) => self.answered_on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    /// All that would be recorded about the chosen envío, and of which day.
    ///
    /// # Errors
    /// What is missing; a line without cause is selected then.
    pub fn answers(&mut self, today: NaiveDate) -> Result<(Vec<Answer>, NaiveDate), Missing> {
        let mut answers = Vec::with_capacity(self.lines.len());
        for at in 0..self.lines.len() {
            let (line, movement) = &self.lines[at];
            if movement.state != MovementState::Sent {
                continue;
            }
            let outcome = match self.exceptions.get_mut(&line.movement) {
                None => Outcome::Accepted,
                Some(exception) if exception.is_unanswered => continue,
                Some(exception) if exception.cause.is_empty() => {
                    let why = crate::words::cuts::NO_CAUSE;
                    exception.cause.say(Tone::Problem, why);
                    self.selected = at;
                    return Err(Missing::Cause);
                }
                Some(exception) => Outcome::Rejected(Rejection {
                    code: None,
                    cause: exception.cause.value().to_owned(),
                }),
            };
            answers.push(Answer {
                movement: line.movement,
                outcome,
            });
        }
        let on = typed_date(self.answered_on.value(), today).ok();
        let on = on.filter(|on| *on <= today).ok_or(Missing::Day)?;
        Ok((answers, on))
    }

    /// How many altas of the cut were accepted: whoever they are of is to be told.
    pub fn accepted_altas(&self) -> u32 {
        let altas = self
            .cut
            .dispatches
            .iter()
            .filter(|it| it.kind == MovementKind::Alta);
        altas.map(|it| it.answers.accepted).sum()
    }

    /// Why the cut can't be opened again, if it can't.
    pub fn may_reopen(&self) -> Result<(), Refusal> {
        if self.cut.dispatches.iter().any(|it| it.sending.is_some()) {
            let folio = self.cut.closing.folio.clone();
            return Err(CutRefusal::Sent { folio }.into());
        }
        Ok(())
    }
}

/// The envío that asks for something: the first that is not sent, or else not answered.
fn due(cut: &ClosedCut) -> usize {
    let dispatches = &cut.dispatches;
    let unsent = dispatches.iter().position(|it| it.sending.is_none());
    let unanswered = dispatches
        .iter()
        .position(|it| it.sending.is_some() && it.unanswered() > 0);
    match dispatches.iter().any(|it| it.sending.is_some()) {
        true => unanswered.or(unsent),
        false => unsent,
    }
    .unwrap_or(0)
}
