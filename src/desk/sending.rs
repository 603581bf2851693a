//! An envío on its way: recorded as sent, and then what IMSS answered.

use chrono::NaiveDate;

use super::{CutRefusal, Desk, Refusal};
use crate::domain::dispatch::{Channel, Closing, Dispatch, Sending};
use crate::domain::ids::{DispatchId, MovementId};
use crate::domain::movement::{Movement, MovementState};
pub use crate::domain::reconcile::Outcome;
use crate::store::ActKind;

/// An answer to one line of an envío.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The movement.
    pub movement: MovementId,
    /// What was answered.
    pub outcome: Outcome,
}

impl Desk {
    /// Records that an envío went out. From now on its cut can't be opened again, and this is not undone: what was
    /// written wrongly is corrected with [`Desk::correct_sending`].
    ///
    /// # Errors
    /// [`CutRefusal::Sent`], [`CutRefusal::InFuture`], [`CutRefusal::NotClosed`].
    pub fn send(&mut self, dispatch: DispatchId, sending: &Sending) -> Result<Dispatch, Refusal> {
        self.send_together(&[(dispatch, sending.clone())])?;
        Ok(self.envio(dispatch)?.1)
    }

    /// Records that several envíos went out, as one act: all of them, or none.
    ///
    /// # Errors
    /// As of [`Desk::send`].
    pub fn send_together(&mut self, sendings: &[(DispatchId, Sending)]) -> Result<Vec<Dispatch>, Refusal> {
        let mut lines = Vec::with_capacity(sendings.len());
        for (dispatch, sending) in sendings {
            let (closing, envio) = self.envio(*dispatch)?;
            if envio.sending.is_some() {
                let folio = closing.folio;
                return Err(CutRefusal::Sent { folio }.into());
            }
            self.refuse_future(sending.on)?;
            lines.push(self.dispatch_lines(*dispatch)?);
        }
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::SendDispatch, |tx| {
            for ((dispatch, sending), lines) in sendings.iter().zip(&lines) {
                tx.set_sending(*dispatch, sending)?;
                for line in lines {
                    tx.advance_movement(line.movement, MovementState::Sent, sending.on, None)?;
                }
            }
            Ok::<_, Refusal>(())
        })?;
        let sent = sendings.iter().map(|(dispatch, _)| Ok(self.envio(*dispatch)?.1));
        sent.collect()
    }

    /// Puts right channel, lote or day of an envío that was sent. What was answered stays.
    ///
    /// # Errors
    /// [`CutRefusal::NotSent`], [`CutRefusal::InFuture`], and [`CutRefusal::AnsweredBeforeSent`] for a day after that of
    /// an answer.
    pub fn correct_sending(&mut self, dispatch: DispatchId, sending: &Sending) -> Result<Dispatch, Refusal> {
        let (closing, envio) = self.envio(dispatch)?;
        if envio.sending.is_none() {
            let folio = closing.folio;
            return Err(CutRefusal::NotSent { folio }.into());
        }
        self.refuse_future(sending.on)?;
        let answered = self.dispatch_movements(dispatch)?;
        let first_answer = answered.iter().filter_map(|it| it.answered_on).min();
        if let Some(answered) = first_answer.filter(|answered| *answered < sending.on) {
            let sent = sending.on;
            return Err(CutRefusal::AnsweredBeforeSent { answered, sent }.into());
        }
        let lines = self.dispatch_lines(dispatch)?;
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::CorrectSending, |tx| {
            tx.set_sending(dispatch, sending)?;
            for line in &lines {
                tx.set_sent_on(line.movement, sending.on)?;
            }
            Ok::<_, Refusal>(())
        })?;
        Ok(self.envio(dispatch)?.1)
    }

    /// Records what IMSS answered about lines of an envío on a day, as one act. Lines that nobody names stay without
    /// answer.
    ///
    /// # Errors
    /// [`CutRefusal::NotSent`], [`CutRefusal::InFuture`], [`CutRefusal::AnsweredBeforeSent`], [`CutRefusal::NoCause`].
    pub fn record_answers(
        &mut self,
        dispatch: DispatchId,
        answers: &[Answer],
        on: NaiveDate,
    ) -> Result<Dispatch, Refusal> {
        let (closing, envio) = self.envio(dispatch)?;
        self.refuse_day_of_answer(&closing.folio, &envio, on)?;
        let without_cause = |answer: &Answer| matches!(&answer.outcome, Outcome::Rejected(why) if why.cause.trim().is_empty());
        if answers.iter().any(without_cause) {
            return Err(CutRefusal::NoCause.into());
        }
        let stamp = self.stamp();
        self.store.transact(&stamp, ActKind::Reconcile, |tx| {
            for answer in answers {
                let (state, rejection) = match &answer.outcome {
                    Outcome::Accepted => (MovementState::Accepted, None),
                    Outcome::Rejected(rejection) => (MovementState::Rejected, Some(rejection)),
                };
                tx.advance_movement(answer.movement, state, on, rejection)?;
            }
            Ok::<_, Refusal>(())
        })?;
        Ok(self.envio(dispatch)?.1)
    }

    /// The movements that an envío carries, as they stand now, in the order of its lines.
    ///
    /// # Errors
    /// The file's faults.
    pub fn dispatch_movements(&self, dispatch: DispatchId) -> Result<Vec<Movement>, Refusal> {
        Ok(self.store.reader().movements_of_dispatch(dispatch)?)
    }

    /// The way that is proposed for an envío: that of the last one; IDSE before there was one, which the campus has to
    /// confirm.
    ///
    /// # Errors
    /// The file's faults.
    pub fn usual_channel(&self) -> Result<Channel, Refusal> {
        Ok(self.store.reader().last_channel()?.unwrap_or(Channel::Idse))
    }

    /// An envío with the closing that it is of.
    pub(super) fn envio(&self, id: DispatchId) -> Result<(Closing, Dispatch), Refusal> {
        let reader = self.store.reader();
        let found = reader.dispatch(id)?;
        let found =
            found.and_then(|dispatch| Some((reader.closing(dispatch.closing).transpose()?, dispatch)));
        match found {
            Some((closing, dispatch)) => Ok((closing?, dispatch)),
            None => Err(CutRefusal::NotClosed { cut: self.next_cut() }.into()),
        }
    }

    /// Refuses a day on which nothing can have been answered about an envío.
    pub(super) fn refuse_day_of_answer(
        &self,
        folio: &str,
        envio: &Dispatch,
        on: NaiveDate,
    ) -> Result<(), Refusal> {
        let Some(sending) = &envio.sending else {
            let folio = folio.to_owned();
            return Err(CutRefusal::NotSent { folio }.into());
        };
        self.refuse_future(on)?;
        if on < sending.on {
            let (answered, sent) = (on, sending.on);
            return Err(CutRefusal::AnsweredBeforeSent { answered, sent }.into());
        }
        Ok(())
    }

    fn refuse_future(&self, on: NaiveDate) -> Result<(), Refusal> {
        if on > self.today() {
            return Err(CutRefusal::InFuture(on).into());
        }
        Ok(())
    }
}
