//! The clinic of an entry, read against the office's catalogue.

use chrono::NaiveDate;

use super::{Entry, EntryField, Gap, filled};
use crate::domain::clinic::{
    Assignment, Clinic, ClinicFault, ClinicSource, Delegacion, Room, Seen, Shift, meant,
};

/// Why what was typed of the clinic can't be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssignmentFault {
    /// No clinic, or more than one, may be meant.
    Clinic(ClinicFault),
    /// «Otro» was chosen, and no turno written.
    OtherShift,
    /// The consultorio is none.
    Room,
}

impl AssignmentFault {
    /// The field that keeps the entry from being saved.
    pub fn gap(&self) -> Gap {
        match self {
            Self::Clinic(_) => Gap::NotUnderstood(EntryField::Clinic),
            Self::OtherShift => Gap::Missing(EntryField::OtherShift),
            Self::Room => Gap::NotUnderstood(EntryField::Room),
        }
    }
}

impl Entry {
    /// The clinic, turno and consultorio that were typed. A form doesn't ask where they were read: they were captured on
    /// it, today. Nothing typed is an empty assignment.
    ///
    /// # Errors
    /// What can't be understood, in the order of the form.
    pub fn assignment(
        &self,
        catalogue: &[Clinic],
        usual: Option<Delegacion>,
        today: NaiveDate,
    ) -> Result<Assignment, Vec<AssignmentFault>> {
        let clinic = meant(&self.clinic, catalogue, usual).map_err(AssignmentFault::Clinic);
        let room = filled(&self.room).map(Room::read).transpose();
        match (clinic, room) {
            (Ok(clinic), Ok(room)) => {
                let read = Assignment {
                    clinic: clinic.map(|clinic| clinic.key()),
                    shift: Shift::read(&self.shift),
                    room,
                    ..Assignment::default()
                };
                let seen = Seen {
                    source: ClinicSource::Form,
                    on: today,
                };
                Ok(Assignment {
                    seen: (!read.is_empty()).then_some(seen),
                    ..read
                })
            }
            (clinic, room) => {
                let room = room.err().map(|_| AssignmentFault::Room);
                Err(clinic.err().into_iter().chain(room).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clinic::{ClinicKey, ClinicKind};

    fn minatitlan() -> Clinic {
        Clinic {
            kind: ClinicKind::HgzUmf,
            city: Some("Minatitlán".into()),
            ..Clinic::new(ClinicKey::read("32/36", None).unwrap())
        }
    }

    fn read(clinic: &str, shift: &str, room: &str) -> Result<Assignment, Vec<AssignmentFault>> {
        let entry = Entry {
            clinic: clinic.into(),
            shift: shift.into(),
            room: room.into(),
            ..Entry::default()
        };
        entry.assignment(
            &[minatitlan()],
            Delegacion::from_code("32"),
            "2026-11-21".parse().unwrap(),
        )
    }

    #[test]
    fn what_was_typed_bears_the_form_and_today_as_its_source() {
        let read = read("minat", "v", "b-4").unwrap();
        assert_eq!(read.clinic, Some(minatitlan().key));
        assert_eq!(read.shift, Some(Shift::Evening));
        assert_eq!(read.room.unwrap().as_str(), "B4");
        let seen = read.seen.unwrap();
        assert_eq!(
            (seen.source, seen.on.to_string()),
            (ClinicSource::Form, "2026-11-21".into())
        );
    }

    #[test]
    fn nothing_typed_was_read_nowhere() {
        assert_eq!(read(" ", "", ""), Ok(Assignment::default()));
    }

    #[test]
    fn a_turno_alone_is_kept() {
        let read = read("", "jornada acumulada", "").unwrap();
        assert_eq!(read.shift, Some(Shift::Other("jornada acumulada".into())));
        assert!(read.seen.is_some());
    }

    #[test]
    fn a_number_that_the_catalogue_lacks_is_of_the_usual_delegacion() {
        let read = read("61", "", "").unwrap();
        assert_eq!(read.clinic, ClinicKey::read("32/61", None).ok());
    }

    #[test]
    fn all_that_is_not_understood_is_named() {
        let faults = read("1000", "", "doce").unwrap_err();
        let fields: Vec<EntryField> = faults.iter().map(|fault| fault.gap().field()).collect();
        assert_eq!(fields, [EntryField::Clinic, EntryField::Room]);
    }
}
