//! Registro patronal: the number under which IMSS knows who affiliates. A campus holds one or more.

use std::fmt;

use super::letters;

/// How many characters it has: the NRP of 8, modalidad 2, check digit 1.
const LENGTH: usize = 11;
/// Without the check digit, as some documents print it.
const WITHOUT_CHECK_DIGIT: usize = 10;
/// The modalidad of students.
const STUDENTS: &str = "32";

/// A registro patronal of the right shape. How its check digit is made is not public, so nobody checks it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistroPatronal(String);

/// A registro patronal of the office, and whose movements go under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRegistro {
    /// The number.
    pub registro: RegistroPatronal,
    /// The careers of those who go under it, by name, plan key or short letters as the office wrote them; empty for one
    /// that takes whoever has no other.
    pub careers: Vec<String>,
}

impl HeldRegistro {
    /// Reads «Z99-00001-32-9: IIND, ISIC», or the number alone.
    ///
    /// # Errors
    /// [`NotARegistro`] for what has no number before its colon.
    pub fn parse(text: &str) -> Result<Self, NotARegistro> {
        let (number, careers) = text.split_once(':').unwrap_or((text, ""));
        Ok(Self {
            registro: RegistroPatronal::parse(number)?,
            careers: careers
                .split(',')
                .map(|career| career.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|career| !career.is_empty())
                .collect(),
        })
    }
}

impl fmt::Display for HeldRegistro {
    /// As it reads back: `Z99-00001-32-9: IIND, ISIC`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.careers.as_slice() {
            [] => self.registro.fmt(f),
            careers => write!(f, "{}: {}", self.registro, careers.join(", ")),
        }
    }
}

/// Under which registro the movements of somebody go: the one that names the career, or else the first that names none.
/// `is_of` tells whether a text of the office means the career.
pub fn registro_of(held: &[HeldRegistro], is_of: impl Fn(&str) -> bool) -> Option<&RegistroPatronal> {
    held.iter()
        .find(|it| it.careers.iter().any(|text| is_of(text)))
        .or_else(|| held.iter().find(|it| it.careers.is_empty()))
        .map(|it| &it.registro)
}

/// A text that has not the shape of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a letter and ten digits")]
pub struct NotARegistro;

impl RegistroPatronal {
    /// Reads it with or without hyphens and spaces.
    ///
    /// # Errors
    /// [`NotARegistro`] for other than a letter and ten digits.
    pub fn parse(text: &str) -> Result<Self, NotARegistro> {
        let plain = plain(text);
        let is_right = plain.len() == LENGTH
            && plain.starts_with(|first: char| first.is_ascii_uppercase())
            && plain.bytes().skip(1).all(|it| it.is_ascii_digit());
        is_right.then_some(Self(plain)).ok_or(NotARegistro)
    }

    /// The eleven characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its modalidad: what kind of insurance it affiliates to.
    pub fn modalidad(&self) -> &str {
        self.0.get(8..10).unwrap_or_default()
    }

    /// Whether its modalidad is that of students.
    pub fn is_for_students(&self) -> bool {
        self.modalidad() == STUDENTS
    }

    /// Whether a document that prints this text means it; `None` where the text is no whole registro, so that nobody
    /// can tell.
    pub fn is_meant_by(&self, printed: &str) -> Option<bool> {
        let printed = plain(printed);
        match printed.len() {
            LENGTH => Some(printed == self.0),
            WITHOUT_CHECK_DIGIT => Some(self.0.starts_with(&printed)),
            _ => None,
        }
    }
}

/// Whether a registro that a document prints is one of an office's; `None` where nobody can tell.
pub fn is_ours(ours: &[RegistroPatronal], printed: &str) -> Option<bool> {
    let told: Vec<bool> = ours.iter().filter_map(|one| one.is_meant_by(printed)).collect();
    (!told.is_empty()).then(|| told.contains(&true))
}

fn plain(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_whitespace() && !letters::is_hyphen(*it))
        .flat_map(char::to_uppercase)
        .collect()
}

impl fmt::Display for RegistroPatronal {
    /// As it is printed: `Z99-00000-32-0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (nrp, rest) = self.0.split_at(8);
        let (letter, number) = nrp.split_at(3);
        let (modalidad, check) = rest.split_at(2);
        write!(f, "{letter}-{number}-{modalidad}-{check}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_read_as_it_is_typed_and_printed_with_hyphens() {
        for typed in [
            "Z99-00000-32-0",
            "z9900000320",
            " Z99 00000 32 0 ",
            "Z99–00000–32–0",
        ] {
            let read = RegistroPatronal::parse(typed).unwrap();
            assert_eq!(read.to_string(), "Z99-00000-32-0", "{typed}");
            assert_eq!((read.as_str(), read.modalidad()), ("Z9900000320", "32"));
        }
        for typed in [
            "",
            "Z99-00000-32",
            "999-00000-32-0",
            "Z99-0000A-32-0",
            "Z99-00000-32-00",
            "ñ9900000320",
        ] {
            assert_eq!(RegistroPatronal::parse(typed), Err(NotARegistro), "{typed}");
        }
        assert!(RegistroPatronal::parse("Z9900000320").unwrap().is_for_students());
        assert!(!RegistroPatronal::parse("Z9900000100").unwrap().is_for_students());
    }

    #[test]
    fn one_with_careers_reads_back_and_takes_those_who_study_them() {
        let held = [
            "Z99-00000-32-0",
            "z9900001329 : iind,  ISIC,",
            "Z99-00002-32-7: Química",
        ]
        .map(|it| HeldRegistro::parse(it).unwrap());
        let texts = held.each_ref().map(ToString::to_string);
        assert_eq!(
            texts,
            [
                "Z99-00000-32-0",
                "Z99-00001-32-9: iind, ISIC",
                "Z99-00002-32-7: Química"
            ]
        );
        for (it, text) in held.iter().zip(&texts) {
            assert_eq!(HeldRegistro::parse(text).as_ref(), Ok(it));
        }
        let of = |career: &str| registro_of(&held, |text| text == career).map(ToString::to_string);
        assert_eq!(of("ISIC").as_deref(), Some("Z99-00001-32-9"));
        assert_eq!(of("Química").as_deref(), Some("Z99-00002-32-7"));
        assert_eq!(of("IGEM").as_deref(), Some("Z99-00000-32-0"));
        assert_eq!(registro_of(&held[1..], |text| text == "IGEM"), None);
        assert_eq!(HeldRegistro::parse("IIND: Z99-00000-32-0"), Err(NotARegistro));
    }

    #[test]
    fn a_printed_one_is_ours_or_not_only_where_it_is_whole() {
        let ours = ["Z99-00000-32-0", "Z99-00001-32-9"].map(|it| RegistroPatronal::parse(it).unwrap());
        assert_eq!(is_ours(&ours, "Z99 00001 32 9"), Some(true));
        assert_eq!(
            is_ours(&ours, "Z990000032"),
            Some(true),
            "without its check digit"
        );
        assert_eq!(is_ours(&ours, "Z99-00000-10-0"), Some(false));
        for unknown in ["", "Z99", "Z99-00000", "Servicios Escolares"] {
            assert_eq!(is_ours(&ours, unknown), None, "{unknown}");
        }
        assert_eq!(is_ours(&[], "Z99-00000-32-0"), None);
    }
}
