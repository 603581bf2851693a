//! Invented students: a name, and numbers that follow the rules for it, or break them as papers do.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::dice::Dice;
use crate::domain::birthplace::Birthplace;
use crate::domain::campus::Campus;
use crate::domain::control_number::{ControlNumber, Identifier, ProvisionalFolio};
use crate::domain::curp::{Curp, expected_letters};
use crate::domain::nss::Nss;
use crate::domain::period::{Period, Semester, Term};
use crate::domain::person_name::PersonName;
use crate::domain::sex::Sex;
use crate::domain::student::{CurpRecord, NssRecord, Particulars, Standing};

#[derive(Deserialize, Default)]
struct Names {
    surnames: Vec<String>,
    women: Vec<String>,
    women_compound: Vec<String>,
    men: Vec<String>,
    men_compound: Vec<String>,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();

    // The catalogue is part of the program, and a test reads it.
    NAMES.get_or_init(|| {
        toml::from_str(include_str!("../../../assets/catalogues/demo-names.toml")).unwrap_or_default()
    })
}

/// Offices that issue the numbers here: none of them is the prefix of an NSS convencional.
const OFFICES: [&str; 9] = ["02", "03", "12", "21", "48", "65", "67", "71", "75"];
const CONVENTIONAL: [&str; 5] = ["36", "77", "79", "80", "97"];
/// Letters that the schools put before a control number, once the consecutives of a year are used up.
const FURTHER: [&str; 5] = ["", "B", "C", "M", "D"];
/// Most students were born near the campus.
const NEAR: [&str; 8] = ["VZ", "VZ", "VZ", "VZ", "VZ", "OC", "TC", "PL"];
/// Why a number that somebody has already was kept.
const SHARED: &str = "Los dos documentos traen este número; lo revisa el IMSS.";
/// How many names before one that is borne again are looked at.
const NEIGHBOURS: usize = 400;

/// Who is invented, one after the other, and which numbers are given already.
pub(super) struct Registrar<'a> {
    campus: &'a Campus,
    today: NaiveDate,
    /// The year in which the first semester of now began.
    newest_entry: i32,
    given_numbers: BTreeMap<i32, u32>,
    given_folios: u16,
    taken: HashSet<String>,
    /// A trusted NSS that somebody else may bring on paper too.
    last_nss: Option<Nss>,
    earlier_names: Vec<(PersonName, Sex)>,
}

/// An invented student and the day on which he or she began at the campus.
pub(super) struct Newcomer {
    pub(super) particulars: Particulars,
    pub(super) began: NaiveDate,
}

impl<'a> Registrar<'a> {
    pub(super) fn new(campus: &'a Campus, today: NaiveDate) -> Self {
        let term = Period::containing(today).term;
        Self {
            campus,
            today,
            newest_entry: if term == Term::AugDec {
                today.year()
            } else {
                today.year() - 1
            },
            given_numbers: BTreeMap::new(),
            given_folios: 0,
            taken: HashSet::new(),
            last_nss: None,
            earlier_names: Vec::new(),
        }
    }

    /// Invents one more. `None` once the numbers of a school are used up.
    pub(super) fn invent(&mut self, dice: &mut Dice) -> Option<Newcomer> {
        let years_here = dice.low(8);
        let entry = self.newest_entry - years_here as i32;
        let (name, sex) = self.name(dice)?;
        let born = self.birthday(dice, entry)?;
        let near = dice.pick(&NEAR).and_then(|code| Birthplace::from_code(code));
        let anywhere: Vec<Birthplace> = Birthplace::all().collect();
        let birthplace = if dice.per_mille(850) {
            near
        } else {
            dice.pick(&anywhere).copied()
        }?;

        let curp = self.curp(&name, born, sex, birthplace)?;
        let curp = match dice.below(100) {
            0..=1 => CurpRecord::None,
            2..=3 => CurpRecord::Doubtful {
                text: with_wrong_digit(curp.as_str()),
                shared_because: None,
            },
            _ => CurpRecord::Valid(curp),
        };
        let standing = match dice.below(100) {
            0..=3 => Standing::NotEnrolled,
            4..=5 => Standing::TemporaryLeave,
            6..=7 => Standing::Withdrawn,
            8..=10 if years_here >= 4 => Standing::Graduated,
            _ => Standing::Enrolled,
        };
        let provisional = years_here == 0 && dice.per_mille(60);
        let identifier = match provisional.then(|| self.folio()).flatten() {
            Some(folio) => Identifier::Provisional(folio),
            None => Identifier::Control(self.control_number(entry)?),
        };
        let email = match &identifier {
            Identifier::Control(number) => self.campus.institutional_mail(number.as_str()),
            Identifier::Provisional(_) => None,
        };
        let particulars = Particulars {
            nss: self.nss(dice, born)?,
            // A clerk takes these from the CURP, or leaves them for later.
            sex: (curp != CurpRecord::None || dice.per_mille(500)).then_some(sex),
            birth_date: (curp != CurpRecord::None || dice.per_mille(500)).then_some(born),
            birthplace: (curp != CurpRecord::None).then_some(birthplace),
            career: dice.pick(&self.campus.careers).map(|career| career.name.clone()),
            semester: self.semester(standing, years_here),
            period: Some(Period::containing(self.today)),
            standing,
            email,
            phone: dice
                .per_mille(700)
                .then(|| format!("555 010 {:04}", dice.below(10_000))),
            identifier,
            name,
            curp,
        };
        Some(Newcomer {
            particulars,
            began: NaiveDate::from_ymd_opt(entry, 8, 17)?,
        })
    }

    /// Most names are put together; some are borne twice, as in any school.
    fn name(&mut self, dice: &mut Dice) -> Option<(PersonName, Sex)> {
        if dice.per_mille(12)
            && let Some(homonym) = dice.pick(&self.earlier_names).cloned()
        {
            return Some(homonym);
        }
        let names = names();
        let sex = match dice.below(1_000) {
            0..=2 => Sex::NonBinary,
            3..=480 => Sex::Woman,
            _ => Sex::Man,
        };
        let (simple, compound) = match sex {
            Sex::Woman => (&names.women, &names.women_compound),
            Sex::Man | Sex::NonBinary => (&names.men, &names.men_compound),
        };
        let given = match dice.below(10) {
            0..=2 => dice.pick(compound)?.clone(),
            3..=5 => dice.pick_early(simple)?.clone(),
            _ => {
                let (first, second) = (dice.pick_early(simple)?, dice.pick(simple)?);
                if first == second {
                    first.clone()
                } else {
                    format!("{first} {second}")
                }
            }
        };
        let surname = |dice: &mut Dice| dice.pick_early(&names.surnames).map(String::as_str);
        let (first, second) = match dice.below(1_000) {
            0 => (None, None),
            1..=14 => (surname(dice), None),
            _ => (surname(dice), surname(dice)),
        };
        let name = PersonName::new(&given, first, second).ok()?;
        if self.earlier_names.len() < NEIGHBOURS {
            self.earlier_names.push((name.clone(), sex));
        } else if let Some(place) = self.earlier_names.get_mut(dice.below(NEIGHBOURS as u32) as usize) {
            *place = (name.clone(), sex);
        }
        Some((name, sex))
    }

    /// Seventeen to twenty-one at the beginning, a few of them older.
    fn birthday(&self, dice: &mut Dice, entry: i32) -> Option<NaiveDate> {
        let age = if dice.per_mille(40) {
            22 + dice.low(24)
        } else {
            17 + dice.low(5)
        };
        NaiveDate::from_ymd_opt(entry - age as i32, 1, 1)?.checked_add_days(Days::new(dice.below(365).into()))
    }

    /// The CURP that the rules give to this person, the next one for a homonym born on the same day and place.
    fn curp(&mut self, name: &PersonName, born: NaiveDate, sex: Sex, place: Birthplace) -> Option<Curp> {
        let letters = expected_letters(name);
        let homonyms = if born.year() < 2000 {
            "0123456789"
        } else {
            "ABCDEFGHIJ"
        };
        // After ten homonyms of one day RENAPO goes on otherwise; here the eleventh is born on the day after.
        born.iter_days()
            .take(60)
            .flat_map(|day| homonyms.chars().map(move |homonym| (day, homonym)))
            .find_map(|(day, homonym)| {
                let sixteen = format!(
                    "{}{}{}{}{}{homonym}",
                    letters.four,
                    day.format("%y%m%d"),
                    sex.code(),
                    place.code(),
                    letters.inner
                );
                let curp = ('0'..='9').find_map(|digit| Curp::from_stored(&format!("{sixteen}{digit}")))?;
                self.taken.insert(curp.as_str().to_owned()).then_some(curp)
            })
    }

    fn nss(&mut self, dice: &mut Dice, born: NaiveDate) -> Option<NssRecord> {
        let some_days_ago = |dice: &mut Dice, most: u32| self.today - Days::new(dice.low(most).into());
        match dice.below(100) {
            0..=5 => return Some(NssRecord::None),
            6..=8 => {
                return Some(NssRecord::InProcess {
                    since: some_days_ago(dice, 60),
                });
            }
            _ => {}
        }
        let on = some_days_ago(dice, 500);
        if dice.per_mille(2)
            && let Some(nss) = &self.last_nss
        {
            let text = nss.as_str().to_owned();
            return Some(NssRecord::Doubtful {
                text,
                shared_because: Some(SHARED.to_owned()),
            });
        }
        let nss = self.new_nss(dice, born)?;
        Some(match dice.below(100) {
            0..=2 => NssRecord::Doubtful {
                text: with_wrong_digit(nss.as_str()),
                shared_because: None,
            },
            3..=40 => {
                self.last_nss = Some(nss.clone());
                NssRecord::Captured(nss)
            }
            _ => NssRecord::Confirmed { nss, on },
        })
    }

    /// A number that nobody has: given between the fifteenth and the eighteenth birthday, or lately.
    fn new_nss(&mut self, dice: &mut Dice, born: NaiveDate) -> Option<Nss> {
        loop {
            let offices: &[&str] = if dice.per_mille(15) {
                &CONVENTIONAL
            } else {
                &OFFICES
            };
            let office = dice.pick(offices)?;
            let given = (born.year() + 15 + dice.below(4) as i32).min(self.today.year());
            let ten = format!(
                "{office}{:02}{:02}{:04}",
                given % 100,
                born.year() % 100,
                dice.below(10_000)
            );
            let nss = ('0'..='9').find_map(|digit| Nss::parse(&format!("{ten}{digit}")).ok())?;
            if self.taken.insert(ten) {
                return Some(nss);
            }
        }
    }

    fn folio(&mut self) -> Option<ProvisionalFolio> {
        let folio = ProvisionalFolio::new(u16::try_from(self.today.year()).ok()?, self.given_folios + 1)?;
        self.given_folios += 1;
        Some(folio)
    }

    fn control_number(&mut self, entry: i32) -> Option<ControlNumber> {
        let given = self.given_numbers.entry(entry).or_default();
        let letter = FURTHER.get((*given / 9_999) as usize)?;
        let consecutive = *given % 9_999 + 1;
        *given += 1;
        ControlNumber::parse(&format!(
            "{letter}{:02}{}{consecutive:04}",
            entry % 100,
            self.campus.control_code
        ))
        .ok()
    }

    fn semester(&self, standing: Standing, years_here: u32) -> Option<Semester> {
        let first_half = Period::containing(self.today).term == Term::AugDec;
        let number = years_here * 2 + if first_half { 1 } else { 2 };
        (standing != Standing::Graduated)
            .then(|| Semester::new(number as u8))
            .flatten()
    }
}

/// The same number with a check digit that disagrees, as a slip of the pen leaves it.
fn with_wrong_digit(number: &str) -> String {
    let mut characters: Vec<char> = number.chars().collect();
    if let Some(last) = characters.last_mut() {
        *last = if *last == '9' {
            '0'
        } else {
            char::from_u32(u32::from(*last) + 1).unwrap_or('0')
        };
    }
    characters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_of_names_can_be_read() {
        let names = names();
        assert!(names.surnames.len() > 100);
        for list in [
            &names.women,
            &names.women_compound,
            &names.men,
            &names.men_compound,
        ] {
            assert!(list.len() > 10);
        }
    }

    #[test]
    fn a_wrong_digit_is_wrong() {
        assert_eq!(with_wrong_digit("48190600428"), "48190600429");
        assert!(Nss::parse(&with_wrong_digit("12180599990")).is_err());
        assert_eq!(with_wrong_digit("0009"), "0000");
    }
}
