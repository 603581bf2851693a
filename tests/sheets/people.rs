//! Invented students with numbers that follow the rules, thrown from a seed: the same ones on every computer.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;
use ventanilla::domain::curp::{Curp, expected_letters};
use ventanilla::domain::nss::Nss;
use ventanilla::domain::person_name::PersonName;
use ventanilla::domain::sex::Sex;

#[derive(Deserialize)]
struct Names {
    surnames: Vec<String>,
    women: Vec<String>,
    men: Vec<String>,
}

/// Offices that issue numbers which begin with a zero, and others.
const ZERO: [&str; 2] = ["02", "03"];
const OTHERS: [&str; 6] = ["12", "21", "48", "65", "71", "75"];
const PLACES: [&str; 6] = ["VZ", "VZ", "VZ", "OC", "TC", "PL"];

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to `end`, exclusive.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let mixed = mixed ^ (mixed >> 31);
        usize::try_from(mixed % end as u64).unwrap()
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// An invented student as the office knows him or her.
#[derive(Debug, Clone)]
pub struct Person {
    pub control: String,
    pub given: String,
    pub first_surname: String,
    pub second_surname: String,
    pub curp: String,
    pub nss: String,
    pub born: NaiveDate,
    pub sex: Sex,
    pub career: String,
    pub semester: u32,
    pub phone: String,
}

impl Person {
    pub fn email(&self) -> String {
        format!("l{}@minatitlan.tecnm.mx", self.control.to_lowercase())
    }
}

/// Who invents them, and what is given already.
pub struct Inventor {
    pub dice: Dice,
    names: Names,
    careers: Vec<String>,
    taken: HashSet<String>,
    consecutive: u32,
}

impl Inventor {
    pub fn new(seed: u64) -> Self {
        let catalogue = |text| toml::from_str::<toml::Table>(text).unwrap();
        let campuses = catalogue(include_str!("../../assets/catalogues/campuses.toml"));
        let careers = campuses["campus"][0]["careers"].as_array().unwrap();
        Self {
            dice: Dice::new(seed),
            names: toml::from_str(include_str!("../../assets/catalogues/demo-names.toml")).unwrap(),
            careers: careers
                .iter()
                .map(|career| career["name"].as_str().unwrap().to_owned())
                .collect(),
            taken: HashSet::new(),
            // Far from the numbers that a demonstration gives.
            consecutive: 9_000,
        }
    }

    /// Somebody whom nobody else is called like. `zero`: whether the NSS begins with one.
    pub fn invent(&mut self, entry: i32, zero: bool) -> Person {
        let (sex, given) = if self.dice.below(2) == 0 {
            (Sex::Woman, &self.names.women)
        } else {
            (Sex::Man, &self.names.men)
        };
        let (first, second) = (self.dice.pick(given).clone(), self.dice.pick(given).clone());
        let given = if first == second || self.dice.below(3) == 0 {
            first
        } else {
            format!("{first} {second}")
        };
        let first_surname = self.dice.pick(&self.names.surnames).clone();
        let second_surname = self.dice.pick(&self.names.surnames).clone();
        let name = plain(&format!("{first_surname} {second_surname} {given}"));
        if !self.taken.insert(name) {
            return self.invent(entry, zero);
        }
        self.named(&given, &first_surname, &second_surname, sex, entry, zero)
    }

    /// Somebody of that name.
    pub fn named(
        &mut self,
        given: &str,
        first_surname: &str,
        second_surname: &str,
        sex: Sex,
        entry: i32,
        zero: bool,
    ) -> Person {
        let year = entry - 18 - self.dice.below(3) as i32;
        let born = NaiveDate::from_ymd_opt(year, 1, 1).unwrap() + Days::new(self.dice.below(365) as u64);
        let place = *self.dice.pick(&PLACES);
        let person_name = PersonName::new(given, Some(first_surname), Some(second_surname)).unwrap();
        let Some(curp) = self.new_curp(&person_name, born, sex, place) else {
            return self.named(given, first_surname, second_surname, sex, entry, zero);
        };
        self.consecutive += 1;
        Person {
            control: format!("{:02}23{:04}", entry % 100, self.consecutive),
            given: given.to_owned(),
            first_surname: first_surname.to_owned(),
            second_surname: second_surname.to_owned(),
            curp,
            nss: self.new_nss(born, zero),
            born,
            sex,
            career: self.dice.pick(&self.careers).clone(),
            semester: u32::try_from((2026 - entry) * 2 + 1).unwrap(),
            phone: format!("922010{:04}", self.dice.below(10_000)),
        }
    }

    fn new_curp(&mut self, name: &PersonName, born: NaiveDate, sex: Sex, place: &str) -> Option<String> {
        let letters = expected_letters(name);
        let sixteen = format!(
            "{}{}{}{place}{}A",
            letters.four,
            born.format("%y%m%d"),
            sex.code(),
            letters.inner
        );
        let curp = ('0'..='9').find_map(|digit| Curp::from_stored(&format!("{sixteen}{digit}")))?;
        let curp = curp.as_str().to_owned();
        self.taken.insert(curp.clone()).then_some(curp)
    }

    fn new_nss(&mut self, born: NaiveDate, zero: bool) -> String {
        let office = if zero {
            *self.dice.pick(&ZERO)
        } else {
            *self.dice.pick(&OTHERS)
        };
        let given = (born.year() + 15 + self.dice.below(3) as i32) % 100;
        let ten = format!(
            "{office}{given:02}{:02}{:04}",
            born.year() % 100,
            self.dice.below(10_000)
        );
        if !self.taken.insert(ten.clone()) {
            return self.new_nss(born, zero);
        }
        let nss = ('0'..='9').find_map(|digit| Nss::parse(&format!("{ten}{digit}")).ok());
        nss.unwrap().as_str().to_owned()
    }
}

/// A name as the form of the campus asks for it: capitals without accents. An Ñ is a letter of its own, and stays.
pub fn plain(name: &str) -> String {
    let capitals = name.to_uppercase().replace('Ñ', "\u{0}");
    let bare: String = capitals.nfd().filter(|letter| !is_accent(*letter)).collect();
    bare.replace('\u{0}', "Ñ")
}

fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&letter)
}
