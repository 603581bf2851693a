//! The days on which every office is closed by law, with their names: data that ship with the program.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

/// A statutory holiday.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Holiday {
    /// The day.
    pub on: NaiveDate,
    /// «Día del Trabajo».
    pub name: String,
}

#[derive(Deserialize)]
struct Catalogue {
    days: Vec<Holiday>,
}

/// The statutory holidays from 2024 to 2030, in the order of the calendar.
pub fn statutory_holidays() -> &'static [Holiday] {
    static DAYS: OnceLock<Vec<Holiday>> = OnceLock::new();

    DAYS.get_or_init(|| {
        toml::from_str::<Catalogue>(include_str!("../../assets/catalogues/inhabiles.toml"))
            .map(|catalogue| catalogue.days)
            .unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cutoff::is_statutory_holiday;

    #[test]
    fn the_catalogue_has_the_days_that_the_law_names_and_no_other() {
        let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        let by_law: Vec<NaiveDate> = first
            .iter_days()
            .take_while(|day| *day < NaiveDate::from_ymd_opt(2031, 1, 1).unwrap())
            .filter(|day| is_statutory_holiday(*day))
            .collect();
        let listed: Vec<NaiveDate> = statutory_holidays().iter().map(|day| day.on).collect();
        assert_eq!(listed, by_law);
        assert_eq!(listed.len(), 51);
    }
}
