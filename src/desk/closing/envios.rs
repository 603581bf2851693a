//! What a closing makes of the movements that can go: the folio of the cut, its envíos, and a copy of each movement.

use chrono::{Datelike, NaiveDate};

use crate::desk::{Desk, QueuedMovement, Refusal};
use crate::domain::clinic::Umf;
use crate::domain::cutoff::CutCalendar;
use crate::domain::dispatch::{Answers, Dispatch, DispatchLine, ImssParts};
use crate::domain::ids::{ClosingId, DispatchId};
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::person_name::Enye;
use crate::domain::registro_patronal::{RegistroPatronal, registro_of};
use crate::domain::student::Particulars;
use crate::print::folio::folio;

impl Desk {
    /// The folio of a cut that was never closed: [`folio_of`], unless another calendar gave that place to another day.
    pub(super) fn new_folio(&self, cut: NaiveDate) -> Result<String, Refusal> {
        let folio = folio_of(&self.cuts, cut);
        let reader = self.store.reader();
        let mut free = folio.clone();
        for again in 2.. {
            if reader.closing_by_folio(&free)?.is_none() {
                break;
            }
            free = format!("{folio}-{again}");
        }
        Ok(free)
    }

    /// Parts what goes into envíos: of each registro patronal, altas and bajas apart.
    pub(super) fn envios(
        &self,
        ready: &[QueuedMovement],
    ) -> Result<Vec<(Dispatch, Vec<DispatchLine>)>, Refusal> {
        let enye = self.settings.enye();
        let mut envios: Vec<(Dispatch, Vec<DispatchLine>)> = Vec::new();
        for row in ready {
            let (student, movement) = (&row.student.particulars, &row.movement);
            let registro = self.registro_of(row);
            let at = envios
                .iter()
                .position(|(envio, _)| envio.kind == movement.kind && envio.registro == registro)
                .unwrap_or_else(|| {
                    envios.push((new_dispatch(movement.kind, registro), Vec::new()));
                    envios.len() - 1
                });
            let umf = row.student.assignment.clinic.map(|clinic| clinic.number);
            let lines = &mut envios[at].1;
            lines.push(line(lines.len() as u32 + 1, movement, student, umf, enye));
        }
        envios.sort_by(|(a, _), (b, _)| (a.kind, &a.registro).cmp(&(b.kind, &b.registro)));
        let first = self.store.reader().next_print_number()?;
        for (number, (envio, lines)) in (first..).zip(&mut envios) {
            envio.lines = lines.len() as u32;
            envio.folio = folio(number);
        }
        Ok(envios)
    }

    /// Under which registro patronal a movement goes: by the career of its student.
    pub fn registro_of(&self, row: &QueuedMovement) -> Option<RegistroPatronal> {
        let career = row.student.particulars.career.as_deref();
        let is_of = |typed: &str| career.is_some_and(|career| self.campus.means_career(typed, career));
        registro_of(self.settings.held_registros(), is_of).cloned()
    }
}

/// «C-2026-22»: the year and the place of the cut in a calendar.
pub(in crate::desk) fn folio_of(cuts: &CutCalendar, cut: NaiveDate) -> String {
    let january = NaiveDate::from_yo_opt(cut.year(), 1).unwrap_or(cut);
    let place = cuts.upcoming(january).take_while(|day| *day < cut).count() + 1;
    format!("C-{}-{place:02}", cut.year())
}

/// An envío before it has a row of its own.
pub(in crate::desk) fn new_dispatch(kind: MovementKind, registro: Option<RegistroPatronal>) -> Dispatch {
    Dispatch {
        id: DispatchId(0),
        closing: ClosingId(0),
        kind,
        folio: String::new(),
        registro,
        lines: 0,
        sending: None,
        answers: Answers::default(),
    }
}

/// What the envío carries of a movement.
pub(in crate::desk) fn line(
    number: u32,
    movement: &Movement,
    student: &Particulars,
    umf: Option<Umf>,
    enye: Enye,
) -> DispatchLine {
    let imss = student.name.imss(enye);
    DispatchLine {
        number,
        movement: movement.id,
        student: movement.student,
        identifier: student.identifier.as_str().to_owned(),
        // Whoever has none was set aside.
        nss: student
            .nss
            .trusted()
            .map(|nss| nss.as_str().to_owned())
            .unwrap_or_default(),
        curp: student.curp.valid().map(|curp| curp.as_str().to_owned()),
        name: student.name.clone(),
        imss: ImssParts {
            first_surname: imss.first_surname,
            second_surname: imss.second_surname,
            given: imss.given,
        },
        career: student.career.clone(),
        sex: student.sex,
        umf: umf.map(Umf::three_digits),
        motive: movement.motive,
    }
}
