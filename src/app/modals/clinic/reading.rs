//! What the dialog understands of what was typed, and what is to be saved of it.

use chrono::NaiveDate;

use super::{AGREGADO, ClinicDialog, NUMBER, OTHER_SHIFT, READ_ON, ROOM, SOURCE, Written};
use crate::app::shift_room::{ShiftChoice, Unread};
use crate::app::widget::field::{Said, Tone};
use crate::domain::clinic::{Agregado, Assignment, Clinic, ClinicFault, ClinicKey, Meant, Seen};
use crate::domain::date::typed_date;
use crate::words::{clinic as words, dates};

impl ClinicDialog {
    pub(super) fn understand_date(&mut self) {
        match typed_date(self.on.value(), self.today) {
            Ok(on) if on > self.today => self.on.say(Tone::Problem, words::in_future(on)),
            Ok(on) => self.on.say(Tone::Hint, dates::long(on)),
            Err(fault) => self.on.say(Tone::Problem, dates::fault(&fault).text),
        }
    }

    fn read_on(&self) -> Option<NaiveDate> {
        typed_date(self.on.value(), self.today)
            .ok()
            .filter(|on| *on <= self.today)
    }

    pub(super) fn understand_agregado(&mut self) {
        if self.agregado.is_empty() {
            if self.agregado.proposal.is_some() {
                self.agregado.say(Tone::Hint, words::AGREGADO_SUGGESTED);
            }
            return;
        }
        match (Agregado::read(self.agregado.value()), self.born) {
            (Ok(agregado), Some(born)) if agregado.birth_year() != born => {
                self.agregado
                    .say(Tone::Advice, words::agregado_year(&agregado, born));
            }
            (Ok(_), _) => self.agregado.said = None,
            // Said once it is left, or too long: nobody is corrected at the first letter.
            (Err(_), _) if self.agregado.value().chars().count() < Agregado::LENGTH => {
                self.agregado.said = None;
            }
            (Err(fault), _) => self.agregado.say(Tone::Problem, words::agregado_fault(fault)),
        }
    }

    /// The clinic that is to be saved.
    fn clinic(&mut self) -> Result<Option<Clinic>, &'static str> {
        let key = match self.pick.meant() {
            Ok(None) => return Ok(None),
            Ok(Some(Meant::Known(clinic))) => return Ok(Some(clinic)),
            Ok(Some(Meant::New(key))) => {
                // A delegación that was written with the number counts before the one that is proposed below.
                let is_written = ClinicKey::read(self.pick.field.value(), None).is_ok();
                match self.new.delegacion() {
                    _ if is_written => key,
                    Some(delegacion) => ClinicKey { delegacion, ..key },
                    None => return self.new.refuse_delegacion(),
                }
            }
            Err(ClinicFault::NoDelegacion) => match self.new.delegacion() {
                Some(delegacion) => match ClinicKey::read(self.pick.field.value(), Some(delegacion)) {
                    Ok(key) => key,
                    Err(fault) => return self.refuse_number(&fault),
                },
                None => return self.new.refuse_delegacion(),
            },
            Err(fault) => return self.refuse_number(&fault),
        };
        Ok(Some(self.new.of(key)))
    }

    fn refuse_number<T>(&mut self, fault: &ClinicFault) -> Result<T, &'static str> {
        self.pick.refuse(fault);
        Err(NUMBER)
    }

    /// Whether a clinic is named that the catalogue does not have: then more is asked about it.
    pub(super) fn is_new(&self) -> bool {
        matches!(
            self.pick.meant(),
            Ok(Some(Meant::New(_))) | Err(ClinicFault::NoDelegacion)
        )
    }

    /// Reads it all.
    ///
    /// # Errors
    /// The id of the first place that has to be seen to; it says why.
    pub(super) fn written(&mut self) -> Result<Written, &'static str> {
        let clinic = self.clinic()?;
        let (shift, room) = self.placed.read().map_err(|unread| match unread {
            Unread::OtherShift => OTHER_SHIFT,
            Unread::Room => ROOM,
        })?;
        let agregado = if self.agregado.is_empty() {
            None
        } else {
            match Agregado::read(self.agregado.value()) {
                Ok(agregado) => Some(agregado),
                Err(fault) => {
                    self.agregado.say(Tone::Problem, words::agregado_fault(fault));
                    return Err(AGREGADO);
                }
            }
        };
        let mut assignment = Assignment {
            clinic: clinic.as_ref().map(|clinic| clinic.key),
            shift,
            room,
            agregado,
            seen: None,
        };
        if assignment.is_empty() {
            if self.record.is_empty() {
                self.pick.field.say(Tone::Problem, words::NOTHING_TYPED);
                return Err(NUMBER);
            }
            return Ok(Written { assignment, clinic });
        }
        let Some(source) = self.source else {
            self.source_said = Some(Said {
                tone: Tone::Problem,
                text: words::SOURCE_MISSING.to_owned(),
            });
            return Err(SOURCE);
        };
        let Some(on) = self.read_on() else {
            return Err(READ_ON);
        };
        assignment.seen = Some(Seen { source, on });
        Ok(Written { assignment, clinic })
    }

    /// What would be noted, for the foot.
    pub(super) fn note(&self) -> Option<String> {
        let is_empty = self.pick.field.is_empty()
            && self.placed.shift == ShiftChoice::Unknown
            && self.placed.room.is_empty()
            && self.agregado.is_empty();
        if is_empty && !self.record.is_empty() {
            return Some(words::TO_BE_EMPTIED.to_owned());
        }
        let seen = Seen {
            source: self.source?,
            on: self.read_on()?,
        };
        let what = match self.pick.meant().ok()?? {
            Meant::Known(clinic) => words::label(&clinic),
            Meant::New(key) => words::label(&Clinic {
                kind: self.new.kind,
                ..Clinic::new(key)
            }),
        };
        Some(words::to_be_noted(&what, seen))
    }
}
