//! The name for IMSS files and forms: capitals without accents or special characters, 27 places a part.

use unicode_normalization::UnicodeNormalization;

use super::{NamePart, PersonName};
use crate::domain::letters;

/// The places that each part of a name has in the 168-character record of IMSS.
pub const IMSS_NAME_LENGTH: usize = 27;

/// What becomes of an Ñ. Generators of IMSS files differ, so the office settles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Enye {
    /// It is written as N, and the clerk is told.
    #[default]
    AsN,
    /// It stays, in a file of Windows-1252.
    Kept,
}

impl Enye {
    /// Both.
    pub const ALL: [Self; 2] = [Self::AsN, Self::Kept];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::AsN => "n",
            Self::Kept => "conservar",
        }
    }

    /// What a stored word means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|enye| enye.code() == code)
    }
}

/// What was changed to make a name fit for IMSS, other than putting it in capitals. Each distinct change of a part
/// is told once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameChange {
    /// Ñ became N. Always told to the clerk: it changes the letter, not just its accent.
    Enye {
        /// Where.
        part: NamePart,
    },
    /// A letter lost its accent or other mark: Á became A, Ü became U.
    Accent {
        /// Where.
        part: NamePart,
        /// The letter as it was, in upper case.
        from: char,
    },
    /// An apostrophe, hyphen, period or slash became a space.
    Punctuation {
        /// Where.
        part: NamePart,
        /// The character as it was.
        from: char,
    },
}

impl NameChange {
    /// In which part it happened.
    pub fn part(&self) -> NamePart {
        match self {
            Self::Enye { part } | Self::Accent { part, .. } | Self::Punctuation { part, .. } => *part,
        }
    }

    /// The character as it was, in upper case, and what stands for it; nothing for a mark without a letter.
    pub fn letters(&self) -> (char, Option<char>) {
        match self {
            Self::Enye { .. } => ('Ñ', Some('N')),
            Self::Accent { from, .. } => (*from, letters::base(*from)),
            Self::Punctuation { from, .. } => (*from, Some(' ')),
        }
    }
}

/// What keeps a name out of an IMSS file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameProblem {
    /// A part is longer than [`IMSS_NAME_LENGTH`]; nothing is cut, the clerk decides how to shorten it.
    TooLong {
        /// Which part.
        part: NamePart,
        /// Its letters, counting the spaces between words.
        letters: usize,
    },
    /// A character has no letter `A-Z` to stand for it, and was left out.
    NotCarried {
        /// The character, in upper case.
        ch: char,
    },
}

impl NameProblem {
    /// The short code for console and support.
    pub fn code(&self) -> &'static str {
        match self {
            NameProblem::TooLong { .. } => "nombre-imss-largo",
            NameProblem::NotCarried { .. } => "nombre-imss-caracter",
        }
    }
}

/// A name as IMSS wants it: each part holds only `A-Z`, Ñ where it is kept, and single spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImssName {
    /// Apellido paterno; empty for a person without surnames.
    pub first_surname: String,
    /// Apellido materno; empty if there is none.
    pub second_surname: String,
    /// Nombre o nombres.
    pub given: String,
    /// What was changed, part by part.
    pub changes: Vec<NameChange>,
    not_carried: Vec<char>,
}

impl ImssName {
    pub(super) fn new(name: &PersonName, enye: Enye) -> ImssName {
        let mut changes = Vec::new();
        let mut not_carried = Vec::new();
        let mut part = |text: &str, part| plain_capitals(text, (part, enye), &mut changes, &mut not_carried);
        let first_surname = part(name.first_surname().unwrap_or_default(), NamePart::FirstSurname);
        let second_surname = part(name.second_surname().unwrap_or_default(), NamePart::SecondSurname);
        let given = part(name.given(), NamePart::Given);
        ImssName {
            first_surname,
            second_surname,
            given,
            changes,
            not_carried,
        }
    }

    /// What keeps this name out of an IMSS file; empty when nothing does.
    pub fn problems(&self) -> Vec<NameProblem> {
        let too_long = [
            (NamePart::FirstSurname, &self.first_surname),
            (NamePart::SecondSurname, &self.second_surname),
            (NamePart::Given, &self.given),
        ]
        .into_iter()
        .map(|(part, text)| NameProblem::TooLong {
            part,
            letters: text.chars().count(),
        })
        .filter(
            |problem| matches!(problem, NameProblem::TooLong { letters, .. } if *letters > IMSS_NAME_LENGTH),
        );
        let not_carried = self.not_carried.iter().map(|&ch| NameProblem::NotCarried { ch });
        too_long.chain(not_carried).collect()
    }

    /// Whether an Ñ was written as N somewhere in the name.
    pub fn lost_enye(&self) -> bool {
        self.changes
            .iter()
            .any(|change| matches!(change, NameChange::Enye { .. }))
    }
}

fn plain_capitals(
    text: &str,
    (part, enye): (NamePart, Enye),
    changes: &mut Vec<NameChange>,
    not_carried: &mut Vec<char>,
) -> String {
    let mut capitals = String::with_capacity(text.len());
    for ch in text.nfc().flat_map(char::to_uppercase) {
        match carried(ch) {
            Carried::AsIs => capitals.push(ch),
            Carried::Enye if enye == Enye::Kept => capitals.push(ch),
            Carried::Enye => {
                capitals.push('N');
                note(changes, NameChange::Enye { part });
            }
            Carried::Space => {
                capitals.push(' ');
                note(changes, NameChange::Punctuation { part, from: ch });
            }
            Carried::Unaccented(letter) => {
                capitals.extend(letter);
                note(changes, NameChange::Accent { part, from: ch });
            }
            Carried::No => note(not_carried, ch),
        }
    }
    capitals.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How an upper-case character gets into the file.
enum Carried {
    AsIs,
    Enye,
    /// As a space, in place of punctuation.
    Space,
    /// As its base letter; as nothing, if it is a mark that stands by itself.
    Unaccented(Option<char>),
    No,
}

fn carried(ch: char) -> Carried {
    match ch {
        'A'..='Z' | ' ' => Carried::AsIs,
        'Ñ' => Carried::Enye,
        '.' | '/' => Carried::Space,
        _ if letters::is_hyphen(ch) || letters::is_apostrophe(ch) => Carried::Space,
        _ if letters::is_mark(ch) => Carried::Unaccented(None),
        _ => letters::base(ch).map_or(Carried::No, |letter| Carried::Unaccented(Some(letter))),
    }
}

fn note<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
