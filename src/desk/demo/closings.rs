//! The closed cuts that the invented movements belong to: each has its folio, its seal and its envíos.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::FICTITIOUS_REGISTRO;
use super::insurance::Calendar;
use crate::desk::closing::{folio_of, line, new_dispatch};
use crate::domain::cutoff::CutCalendar;
use crate::domain::dispatch::{self, Channel, Dispatch, DispatchLine, Sending};
use crate::domain::ids::{MovementId, StudentId};
use crate::domain::movement::{Movement, MovementKind, MovementState};
use crate::domain::person_name::Enye;
use crate::domain::registro_patronal::RegistroPatronal;
use crate::domain::student::Particulars;
use crate::print::folio::folio;
use crate::store::{NewClosing, StoreError, Tx, seal};

/// The hour at which this office closes a cut.
const CLOSED_AT: (u32, u32) = (12, 5);
/// Who does it.
const CLOSED_BY: &str = "Beto";
/// The lote of the first envío that was sent.
const FIRST_LOTE: u32 = 100_231;

/// What an envío carries, with whether it went out.
type Envio = (Dispatch, Vec<DispatchLine>, bool);

/// A movement of a closed cut, and what its lines are ordered by.
struct Remembered {
    sort_key: String,
    line: DispatchLine,
    went_out: bool,
}

/// What was sent with the cuts that are past.
pub(super) struct Past<'a> {
    cuts: CutCalendar,
    layout: &'a str,
    office: &'a str,
    lines: BTreeMap<(NaiveDate, MovementKind), Vec<Remembered>>,
}

impl<'a> Past<'a> {
    pub(super) fn new(cuts: CutCalendar, layout: &'a str, office: &'a str) -> Self {
        Self {
            cuts,
            layout,
            office,
            lines: BTreeMap::new(),
        }
    }

    /// A movement that may belong to a closed cut.
    pub(super) fn remember(
        &mut self,
        id: MovementId,
        student: StudentId,
        particulars: &Particulars,
        movement: &Movement,
    ) {
        if matches!(movement.state, MovementState::Queued | MovementState::Cancelled) {
            return;
        }
        let movement = Movement {
            id,
            student,
            ..movement.clone()
        };
        let of_cut = self.lines.entry((movement.cut, movement.kind)).or_default();
        of_cut.push(Remembered {
            sort_key: particulars.name.sort_key(),
            line: line(0, &movement, particulars, None, Enye::AsN),
            went_out: movement.state != MovementState::InDispatch,
        });
    }

    /// Closes each of the cuts.
    pub(super) fn close(self, tx: &Tx<'_>, calendar: &Calendar) -> Result<(), StoreError> {
        let mut cuts: BTreeMap<NaiveDate, Vec<Envio>> = BTreeMap::new();
        let first = tx.reader().next_print_number()?;
        for (number, ((cut, kind), mut lines)) in (first..).zip(self.lines) {
            lines.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
            let went_out = lines.iter().any(|it| it.went_out);
            let lines = (1..)
                .zip(lines)
                .map(|(number, it)| DispatchLine { number, ..it.line });
            let mut envio = new_dispatch(kind, RegistroPatronal::parse(FICTITIOUS_REGISTRO).ok());
            envio.folio = folio(number);
            cuts.entry(cut)
                .or_default()
                .push((envio, lines.collect(), went_out));
        }
        let mut lote = FIRST_LOTE;
        for (cut, envios) in cuts {
            let folio = folio_of(&self.cuts, cut);
            let content = dispatch::content(
                &folio,
                self.layout,
                envios.iter().map(|(envio, lines, _)| (envio, lines.as_slice())),
            );
            let at = NaiveTime::from_hms_opt(CLOSED_AT.0, CLOSED_AT.1, 0).unwrap_or_default();
            let closing = tx.close_cut(&NewClosing {
                cut,
                folio: &folio,
                seal: &seal(content.as_bytes()),
                layout: self.layout,
                office: self.office,
                at: cut.and_time(at),
                by: CLOSED_BY,
            })?;
            for (envio, lines, went_out) in &envios {
                let id = tx.insert_dispatch(closing, envio, lines)?;
                if *went_out {
                    let sending = Sending {
                        channel: Channel::Idse,
                        lote: Some(lote.to_string()),
                        on: calendar.sent_on(cut),
                    };
                    tx.set_sending(id, &sending)?;
                    lote += 1;
                }
            }
        }
        Ok(())
    }
}
