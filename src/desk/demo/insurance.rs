//! What has happened to an invented student's insurance: movements as far as they have come, and what was read.

use chrono::{Days, NaiveDate};

use super::dice::Dice;
use super::people::Newcomer;
use crate::domain::cutoff::CutCalendar;
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::movement::{BajaMotive, Cancellation, Movement, MovementKind, MovementState};
use crate::domain::student::{CurpRecord, Standing};
use crate::domain::vigencia::{Check, CheckSource};

/// Who has stood at this window.
const CLERKS: [&str; 3] = ["Lupita", "Beto", "Rosario"];
/// Causes as offices write them down.
const CAUSES: [&str; 4] = [
    "El nombre no coincide con el del IMSS",
    "La CURP no coincide",
    "El NSS no corresponde a la persona",
    "Movimiento duplicado",
];
/// How many cuts back the register remembers: a year.
const REMEMBERED: usize = 24;

/// Everything that is known of one student's insurance, oldest first.
#[derive(Default)]
pub(super) struct Insurance {
    pub(super) movements: Vec<Movement>,
    pub(super) checks: Vec<Check>,
    pub(super) prior_alta: Option<NaiveDate>,
}

/// The cuts around a day.
pub(super) struct Calendar {
    today: NaiveDate,
    next: NaiveDate,
    /// The newest first.
    past: Vec<NaiveDate>,
}

impl Calendar {
    pub(super) fn around(today: NaiveDate) -> Self {
        let cuts = CutCalendar::default();
        let next = cuts.on_or_after(today);
        let past = std::iter::successors(Some(cuts.before(next)), |cut| Some(cuts.before(*cut)))
            .take(REMEMBERED)
            .collect();
        Self { today, next, past }
    }

    /// What became of this student.
    pub(super) fn insurance(&self, dice: &mut Dice, student: StudentId, who: &Newcomer) -> Insurance {
        let particulars = &who.particulars;
        let in_order =
            particulars.nss.trusted().is_some() && matches!(particulars.curp, CurpRecord::Valid(_));
        let enrolled = particulars.standing == Standing::Enrolled;
        let cuts: Vec<NaiveDate> = self.past.iter().copied().filter(|cut| *cut > who.began).collect();
        let mut life = Life {
            calendar: self,
            student,
            known: Insurance::default(),
        };

        match dice.below(100) {
            0..=11 => {}
            12..=14 => life.elsewhere(dice),
            15..=19 => life.known.prior_alta = Some(self.ago(150 + dice.below(250))),
            20..=27 if enrolled => life.queue(dice, MovementKind::Alta, None),
            28..=29 if enrolled => life.withdraw(dice),
            _ if !in_order || cuts.is_empty() => {}
            30..=32 => life.in_dispatch(cuts[0], BajaMotive::OnRequest),
            33..=35 => life.sent(cuts[0]),
            36..=39 => life.rejected(dice, &cuts, enrolled),
            _ => life.accepted(dice, &cuts, particulars.standing),
        }
        life.known
    }

    fn ago(&self, days: u32) -> NaiveDate {
        self.today
            .checked_sub_days(Days::new(days.into()))
            .unwrap_or(self.today)
    }

    /// The day on which the altas and bajas of a cut went out.
    pub(super) fn sent_on(&self, cut: NaiveDate) -> NaiveDate {
        self.later(cut, 1)
    }

    /// So many days later, but not after today.
    fn later(&self, date: NaiveDate, days: u32) -> NaiveDate {
        date.checked_add_days(Days::new(days.into()))
            .unwrap_or(date)
            .min(self.today)
    }
}

/// One student's insurance while it is told.
struct Life<'a> {
    calendar: &'a Calendar,
    student: StudentId,
    known: Insurance,
}

impl Life<'_> {
    fn movement(&self, kind: MovementKind, cut: NaiveDate, state: MovementState) -> Movement {
        // Queued in the days before its cut, and never in the future.
        let queued_on = cut
            .checked_sub_days(Days::new(3))
            .unwrap_or(cut)
            .min(self.calendar.today);
        Movement {
            id: MovementId(0),
            student: self.student,
            kind,
            cut,
            state,
            urgent: false,
            motive: None,
            queued_on,
            sent_on: None,
            answered_on: None,
            rejection: None,
            rejection_code: None,
            follows: None,
            cancellation: None,
        }
    }

    /// En cola for the next cut.
    fn queue(&mut self, dice: &mut Dice, kind: MovementKind, motive: Option<BajaMotive>) {
        let urgent = dice.per_mille(80);
        let queued = self.movement(kind, self.calendar.next, MovementState::Queued);
        self.known.movements.push(Movement {
            urgent,
            motive,
            ..queued
        });
    }

    /// Queued, and taken out again.
    fn withdraw(&mut self, dice: &mut Dice) {
        let how = if dice.per_mille(700) {
            Cancellation::Withdrawn
        } else {
            Cancellation::Undone
        };
        let cancelled = self.movement(MovementKind::Alta, self.calendar.next, MovementState::Cancelled);
        self.known.movements.push(Movement {
            cancellation: Some(how),
            ..cancelled
        });
    }

    /// Closed with the last cut, of which the bajas were not sent yet.
    fn in_dispatch(&mut self, cut: NaiveDate, motive: BajaMotive) {
        let movement = self.movement(MovementKind::Baja, cut, MovementState::InDispatch);
        self.known.movements.push(Movement {
            motive: Some(motive),
            ..movement
        });
    }

    /// Sent with the last cut: nobody has answered.
    fn sent(&mut self, cut: NaiveDate) {
        let sent_on = Some(self.calendar.sent_on(cut));
        let sent = self.movement(MovementKind::Alta, cut, MovementState::Sent);
        self.known.movements.push(Movement { sent_on, ..sent });
    }

    /// Answered; tells the day of the answer.
    fn answered(
        &mut self,
        kind: MovementKind,
        cut: NaiveDate,
        motive: Option<BajaMotive>,
        rejection: Option<&str>,
    ) -> NaiveDate {
        let state = if rejection.is_some() {
            MovementState::Rejected
        } else {
            MovementState::Accepted
        };
        let sent_on = self.calendar.sent_on(cut);
        let answered_on = self.calendar.later(sent_on, 2);
        let movement = Movement {
            motive,
            sent_on: Some(sent_on),
            answered_on: Some(answered_on),
            rejection: rejection.map(str::to_owned),
            rejection_code: None,
            follows: None,
            ..self.movement(kind, cut, state)
        };
        self.known.movements.push(movement);
        answered_on
    }

    /// Turned down; some are queued anew.
    fn rejected(&mut self, dice: &mut Dice, cuts: &[NaiveDate], enrolled: bool) {
        let cut = cuts[dice.low(cuts.len().min(4) as u32) as usize];
        let cause = dice.pick(&CAUSES).copied().unwrap_or(CAUSES[0]);
        self.answered(MovementKind::Alta, cut, None, Some(cause));
        if enrolled && dice.per_mille(400) {
            self.queue(dice, MovementKind::Alta, None);
        }
    }

    /// In force, as far as anybody knows; those who left the school have a baja after it.
    fn accepted(&mut self, dice: &mut Dice, cuts: &[NaiveDate], standing: Standing) {
        let at = dice.below(cuts.len() as u32) as usize;
        let answered = self.answered(MovementKind::Alta, cuts[at], None, None);
        if dice.per_mille(700) {
            self.check(dice, answered, true);
        }
        let Some(motive) = motive(standing) else {
            if dice.per_mille(30) {
                self.check(dice, answered, false);
            }
            return;
        };
        match (dice.below(3), cuts[..at].first()) {
            (0, _) => self.queue(dice, MovementKind::Baja, Some(motive)),
            (1, Some(&cut)) if cut == cuts[0] => self.in_dispatch(cut, motive),
            (1, Some(&cut)) => {
                let answered = self.answered(MovementKind::Baja, cut, Some(motive), None);
                if dice.per_mille(500) {
                    self.check(dice, answered, false);
                }
            }
            _ => {}
        }
    }

    /// Affiliated by somebody else: the constancia says so, and this window did nothing.
    fn elsewhere(&mut self, dice: &mut Dice) {
        let on = self.calendar.ago(dice.low(200));
        self.known.checks.push(Check {
            on,
            vigente: dice.per_mille(800),
            source: CheckSource::Constancia,
            ours: Some(false),
            seen_by: clerk(dice),
        });
    }

    /// Somebody read a document between `after` and today.
    fn check(&mut self, dice: &mut Dice, after: NaiveDate, vigente: bool) {
        let days = (self.calendar.today - after).num_days().clamp(0, 400) as u32;
        let on = self.calendar.later(after, dice.low(days + 1));
        let source = match dice.below(10) {
            0 => CheckSource::Window,
            1 => CheckSource::Call,
            2 => CheckSource::Acuse,
            _ => CheckSource::Constancia,
        };
        let ours = dice.per_mille(900).then_some(true);
        self.known.checks.push(Check {
            on,
            vigente,
            source,
            ours,
            seen_by: clerk(dice),
        });
    }
}

fn clerk(dice: &mut Dice) -> String {
    dice.pick(&CLERKS).copied().unwrap_or(CLERKS[0]).to_owned()
}

/// Why somebody in this situation needs a baja.
fn motive(standing: Standing) -> Option<BajaMotive> {
    match standing {
        Standing::Enrolled => None,
        Standing::NotEnrolled => Some(BajaMotive::NotReenrolled),
        Standing::TemporaryLeave => Some(BajaMotive::TemporaryLeave),
        Standing::Withdrawn => Some(BajaMotive::Withdrawal),
        Standing::Graduated => Some(BajaMotive::Graduation),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_cuts_are_cuts_and_past() {
        for today in ["2026-11-21", "2026-11-16", "2026-11-30", "2026-03-01"] {
            let calendar = Calendar::around(today.parse().unwrap());
            assert!(
                calendar
                    .past
                    .iter()
                    .all(|cut| CutCalendar::default().is_cut(*cut) && *cut < calendar.today),
                "{today}"
            );
            assert_eq!(calendar.past.len(), REMEMBERED);
        }
    }
}
