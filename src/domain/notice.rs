//! Avisos por correo: whoever has an alta accepted in a cut is told so by the office's own mail. The program sends
//! nothing: it makes the sheet and the addresses, and remembers that they were told.
//!
//! Source: the domain notes, section 8; the carnet may be downloaded 24 hours after that mail (campus text M11).

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::cutoff::Window;
use super::ids::{MovementId, StudentId};
use super::person_name::PersonName;

/// Addresses of one lot: what a mail takes at a time in its Cco.
pub const LOT: usize = 50;

/// Somebody whose alta was accepted in a cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Whose alta it is.
    pub student: StudentId,
    /// The alta.
    pub movement: MovementId,
    /// Número de control or folio.
    pub identifier: String,
    /// The name.
    pub name: PersonName,
    /// The address, as the record has it now.
    pub email: Option<String>,
    /// The cut.
    pub cut: NaiveDate,
    /// Between which days it is expected to show.
    pub window: Window,
    /// When he or she was told; `None` while nobody has said so.
    pub told_at: Option<NaiveDateTime>,
}

/// The notices of a cut, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notices {
    /// The cut.
    pub cut: NaiveDate,
    /// Its folio.
    pub folio: String,
    /// Everybody whose alta was accepted.
    pub all: Vec<Notice>,
}

impl Notices {
    /// Who has an address and was not told yet; once everybody was told, all who have one: a mail may have to go again.
    pub fn to_tell(&self) -> Vec<&Notice> {
        let with_address = || self.all.iter().filter(|notice| notice.email.is_some());
        let pending: Vec<&Notice> = with_address().filter(|notice| notice.told_at.is_none()).collect();
        if pending.is_empty() {
            return with_address().collect();
        }
        pending
    }

    /// Who has no address.
    pub fn without_address(&self) -> Vec<&Notice> {
        self.all.iter().filter(|notice| notice.email.is_none()).collect()
    }

    /// How many were told already.
    pub fn told(&self) -> usize {
        self.all.iter().filter(|notice| notice.told_at.is_some()).count()
    }

    /// The addresses of [`Notices::to_tell`] in lots of [`LOT`], each address once.
    pub fn lots(&self) -> Vec<Vec<String>> {
        let mut met = std::collections::BTreeSet::new();
        let addresses: Vec<String> = self
            .to_tell()
            .into_iter()
            .filter_map(|notice| notice.email.clone())
            .filter(|address| met.insert(address.to_lowercase()))
            .collect();
        addresses.chunks(LOT).map(<[String]>::to_vec).collect()
    }
}

/// From when on the carnet may be downloaded: 24 hours after the mail.
pub fn carnet_due(told_at: NaiveDateTime) -> NaiveDateTime {
    told_at + TimeDelta::hours(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(number: i64, email: Option<&str>, told: bool) -> Notice {
        let day: NaiveDate = "2026-11-16".parse().unwrap();
        Notice {
            student: StudentId(number),
            movement: MovementId(number),
            identifier: format!("2523{number:04}"),
            name: PersonName::new("Ana", Some("Luna"), None).unwrap(),
            email: email.map(str::to_owned),
            cut: day,
            window: Window {
                from: day,
                until: day,
            },
            told_at: told.then(|| day.and_hms_opt(9, 0, 0).unwrap()),
        }
    }

    fn notices(all: Vec<Notice>) -> Notices {
        Notices {
            cut: "2026-11-16".parse().unwrap(),
            folio: "C-2026-21".into(),
            all,
        }
    }

    #[test]
    fn addresses_go_in_lots_of_fifty_each_once() {
        let of = |count: i64| {
            let all =
                (0..count).map(|number| notice(number, Some(&format!("l{number}@plantel.example")), false));
            let lots = notices(all.collect()).lots();
            lots.iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(of(0), [] as [usize; 0]);
        assert_eq!(of(41), [41]);
        assert_eq!(of(50), [50]);
        assert_eq!(of(101), [50, 50, 1]);
        let twice = notices(vec![
            notice(1, Some("ana@plantel.example"), false),
            notice(2, Some("ANA@plantel.example"), false),
            notice(3, None, false),
        ]);
        assert_eq!(twice.lots(), [["ana@plantel.example"]]);
        assert_eq!(twice.without_address().len(), 1);
    }

    #[test]
    fn who_was_told_is_not_told_again_until_everybody_was() {
        let some = notices(vec![
            notice(1, Some("ana@plantel.example"), true),
            notice(2, Some("beto@plantel.example"), false),
        ]);
        assert_eq!(some.lots(), [["beto@plantel.example"]]);
        assert_eq!(some.told(), 1);
        let all = notices(vec![notice(1, Some("ana@plantel.example"), true)]);
        assert_eq!(all.lots(), [["ana@plantel.example"]]);
    }

    #[test]
    fn the_carnet_is_due_a_day_after_the_mail() {
        let told = "2026-11-18T13:30:00".parse().unwrap();
        assert_eq!(
            carnet_due(told),
            "2026-11-19T13:30:00".parse::<NaiveDateTime>().unwrap()
        );
    }
}
