//! What IMSS answered about a closed cut: a file held against its envíos, and then recorded, one act for each envío.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Answer, ClosedCut, CutRefusal, Desk, Refusal};
use crate::domain::dispatch::{Dispatch, DispatchLine};
use crate::domain::ids::DispatchId;
use crate::domain::movement::MovementState;
use crate::domain::person_name::fold;
use crate::domain::reconcile::{self, Answer as Told, Matching, Outcome};
use crate::domain::rejection::{Cause, Fix};
use crate::exchange::answers::{AnswerSheet, Unread};
use crate::exchange::rejections::usual_causes;

/// A file of answers held against a closed cut. Nothing is recorded by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CutMatching {
    /// The folio of the cut.
    pub folio: String,
    /// The envíos that were sent, in the order of the cut.
    pub envios: Vec<EnvioMatching>,
    /// Answers about lines that have the same answer already.
    pub repeated: Vec<Told>,
    /// Answers about lines that have another answer already; what is recorded stays.
    pub against_record: Vec<Told>,
    /// Answers about lines of an envío that nobody has recorded as sent.
    pub not_yet_sent: Vec<Told>,
    /// Answers about movements that the cut does not carry.
    pub not_sent: Vec<Told>,
    /// Rows of the file that were not understood.
    pub unread: Vec<Unread>,
}

/// What a file says of one envío.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnvioMatching {
    /// The envío.
    pub envio: Dispatch,
    /// Its lines that waited for an answer.
    pub lines: Vec<DispatchLine>,
    /// What is said of each of them. Its `not_sent` counts for this envío alone: [`CutMatching`] has those of the cut.
    pub matching: Matching,
    /// The newest day that the file names for its answers.
    pub on: Option<NaiveDate>,
    /// The lote of the file, where it answers this envío and another lote was recorded of it.
    pub other_lote: Option<String>,
}

impl EnvioMatching {
    /// The line of a number.
    pub fn line(&self, number: u32) -> Option<&DispatchLine> {
        let at = self.lines.binary_search_by_key(&number, |line| line.number);
        at.ok().map(|at| &self.lines[at])
    }

    /// The day as of which its answers are recorded: the one that somebody says, or else the newest that the file names
    /// for them, or else today.
    pub fn answered_on(&self, said: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
        said.or(self.on).unwrap_or(today)
    }

    /// What would be recorded.
    pub fn answers(&self) -> Vec<Answer> {
        let accepted = (self.matching.accepted.iter()).map(|number| (*number, Outcome::Accepted));
        let rejected = self.matching.rejected.iter();
        let rejected = rejected.map(|it| (it.line, Outcome::Rejected(it.why.clone())));
        accepted
            .chain(rejected)
            .filter_map(|(number, outcome)| {
                let movement = self.line(number)?.movement;
                Some(Answer { movement, outcome })
            })
            .collect()
    }
}

impl CutMatching {
    /// How many lines would be answered.
    pub fn answered(&self) -> usize {
        self.envios.iter().map(|it| it.matching.answered()).sum()
    }

    /// Whether a person has still something to look at: lines without a clear answer, or answers without a line.
    pub fn leaves_over(&self) -> bool {
        let is_open =
            |it: &EnvioMatching| !it.matching.unanswered.is_empty() || !it.matching.contradictory.is_empty();
        let without_line = [&self.against_record, &self.not_yet_sent, &self.not_sent];
        self.envios.iter().any(is_open)
            || without_line.iter().any(|pile| !pile.is_empty())
            || !self.unread.is_empty()
    }
}

/// A cause of rejections, as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectionCause {
    /// What is written down for it.
    pub text: String,
    /// The step that comes after it.
    pub fix: Fix,
    /// How many movements of the register came back for it.
    pub used: u64,
}

impl Desk {
    /// The lines of an envío that wait for IMSS' answer, in its order.
    ///
    /// # Errors
    /// The file's faults.
    pub fn waiting_lines(&self, dispatch: DispatchId) -> Result<Vec<DispatchLine>, Refusal> {
        let reader = self.store.reader();
        Ok(reader.dispatch_lines_in(dispatch, MovementState::Sent)?)
    }

    /// Holds a file of answers against the envíos of a cut, by NSS.
    ///
    /// # Errors
    /// [`CutRefusal::NotSent`] where none of them was sent.
    pub fn match_answers(&self, cut: &ClosedCut, sheet: &AnswerSheet) -> Result<CutMatching, Refusal> {
        let sent = cut.dispatches.iter().filter(|envio| envio.sending.is_some());
        let mut envios = Vec::new();
        for envio in sent {
            let lines = self.waiting_lines(envio.id)?;
            let matching = reconcile::match_answers(envio.kind, &lines, &sheet.answers);
            envios.push(EnvioMatching {
                on: newest_day(&lines, &matching, &sheet.answers),
                other_lote: other_lote(envio, &matching, sheet.lote.as_deref()),
                envio: envio.clone(),
                lines,
                matching,
            });
        }
        if envios.is_empty() {
            let folio = cut.closing.folio.clone();
            return Err(CutRefusal::NotSent { folio }.into());
        }
        let matchings: Vec<Matching> = envios.iter().map(|it| it.matching.clone()).collect();
        let mut found = CutMatching {
            folio: cut.closing.folio.clone(),
            envios,
            repeated: Vec::new(),
            against_record: Vec::new(),
            not_yet_sent: Vec::new(),
            not_sent: Vec::new(),
            unread: sheet.unread.clone(),
        };
        let without_line = reconcile::sent_by_none(&matchings);
        if without_line.is_empty() {
            return Ok(found);
        }
        let carried = self.carried(cut)?;
        for answer in without_line.into_iter().filter_map(|at| sheet.answers.get(at)) {
            let pile = match self.said_before(&carried, answer)? {
                Before::NotCarried => &mut found.not_sent,
                Before::NotYetSent => &mut found.not_yet_sent,
                Before::Same => &mut found.repeated,
                Before::Another => &mut found.against_record,
            };
            pile.push(answer.clone());
        }
        Ok(found)
    }

    /// Records what a file says, one act for each envío, as of [`EnvioMatching::answered_on`]. The envíos as they are
    /// afterwards; those without an answer are not among them.
    ///
    /// # Errors
    /// As [`Desk::record_answers`]; a day that can't be is refused before anything is recorded.
    pub fn record_matching(
        &mut self,
        matching: &CutMatching,
        on: Option<NaiveDate>,
    ) -> Result<Vec<Dispatch>, Refusal> {
        let answered: Vec<(&EnvioMatching, NaiveDate)> = matching
            .envios
            .iter()
            .filter(|it| it.matching.answered() > 0)
            .map(|it| (it, it.answered_on(on, self.today())))
            .collect();
        for (it, on) in &answered {
            self.refuse_day_of_answer(&matching.folio, &it.envio, *on)?;
        }
        let recorded = answered
            .into_iter()
            .map(|(it, on)| self.record_answers(it.envio.id, &it.answers(), on));
        recorded.collect()
    }

    /// What may be the cause of a rejection, the most used of this office first; what was never used follows in the order
    /// of the dictionary, which ends with «otra».
    ///
    /// # Errors
    /// The file's faults.
    pub fn rejection_causes(&self) -> Result<Vec<RejectionCause>, Refusal> {
        let mut causes: Vec<(String, RejectionCause)> = Vec::new();
        for (text, used) in self.store.reader().rejections_by_use()? {
            let same = fold(&text);
            match causes.iter_mut().find(|(known, _)| *known == same) {
                // The commonest spelling stands for the others.
                Some((_, cause)) => cause.used += used,
                None => {
                    let fix = proposed_fix(&text);
                    causes.push((same, RejectionCause { text, fix, used }));
                }
            }
        }
        causes.sort_by_key(|(_, cause)| std::cmp::Reverse(cause.used));
        for Cause { label, fix, .. } in usual_causes().causes() {
            let same = fold(label);
            if !causes.iter().any(|(known, _)| *known == same) {
                let cause = RejectionCause {
                    text: label.clone(),
                    fix: *fix,
                    used: 0,
                };
                causes.push((same, cause));
            }
        }
        Ok(causes.into_iter().map(|(_, cause)| cause).collect())
    }

    /// Every line that a cut carries, by its NSS, and whether its envío was sent.
    fn carried(&self, cut: &ClosedCut) -> Result<HashMap<String, Vec<Carried>>, Refusal> {
        let mut carried: HashMap<String, Vec<Carried>> = HashMap::new();
        for envio in &cut.dispatches {
            for line in self.dispatch_lines(envio.id)? {
                let of_nss = carried.entry(line.nss.clone()).or_default();
                of_nss.push(Carried {
                    line,
                    envio: envio.clone(),
                });
            }
        }
        Ok(carried)
    }

    /// What the register knows of an answer that no waiting line asked for.
    fn said_before(&self, carried: &HashMap<String, Vec<Carried>>, answer: &Told) -> Result<Before, Refusal> {
        let of_nss = carried.get(answer.nss.as_str()).map_or(&[][..], Vec::as_slice);
        let mut of_kind = of_nss
            .iter()
            .filter(|it| answer.movement.is_none_or(|kind| kind == it.envio.kind));
        // Of two that it may mean nobody can tell which.
        let (Some(only), None) = (of_kind.next(), of_kind.next()) else {
            return Ok(Before::NotCarried);
        };
        if only.envio.sending.is_none() {
            return Ok(Before::NotYetSent);
        }
        let movement = self.store.reader().movement(only.line.movement)?;
        let recorded = movement.map(|movement| movement.state);
        let same = match answer.outcome {
            Outcome::Accepted => recorded == Some(MovementState::Accepted),
            Outcome::Rejected(_) => recorded == Some(MovementState::Rejected),
        };
        Ok(if same { Before::Same } else { Before::Another })
    }
}

/// A line with its envío.
struct Carried {
    line: DispatchLine,
    envio: Dispatch,
}

/// What the register knows already of what an answer is about.
enum Before {
    NotCarried,
    NotYetSent,
    Same,
    Another,
}

/// The step that most likely comes after a rejection with this cause; what no known word explains is for the
/// subdelegación to say.
pub fn proposed_fix(cause: &str) -> Fix {
    let known = usual_causes().recognise(cause);
    known.map_or(Fix::AskSubdelegacion, |it| it.fix)
}

fn newest_day(lines: &[DispatchLine], matching: &Matching, answers: &[Told]) -> Option<NaiveDate> {
    let rejected = matching.rejected.iter().map(|it| it.line);
    let answered: HashSet<u32> = matching.accepted.iter().copied().chain(rejected).collect();
    let nss: HashSet<&str> = lines
        .iter()
        .filter(|line| answered.contains(&line.number))
        .map(|line| line.nss.as_str())
        .collect();
    answers
        .iter()
        .filter(|answer| nss.contains(answer.nss.as_str()))
        .filter_map(|answer| answer.on)
        .max()
}

fn other_lote(envio: &Dispatch, matching: &Matching, named: Option<&str>) -> Option<String> {
    let recorded = envio.sending.as_ref()?.lote.as_deref()?;
    let is_other = matching.answered() > 0 && !reconcile::is_same_lote(named?, recorded);
    is_other.then(|| named.unwrap_or_default().to_owned())
}
