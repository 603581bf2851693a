//! The office's key: an X25519 identity of age, spelled in groups of letters so that it can be read from paper and typed.

use std::fmt;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519;
use sha2::{Digest, Sha256};

use super::hex;

/// How age writes a secret key; what follows is spelled on the sheet.
const PREFIX: &str = "AGE-SECRET-KEY-1";
/// Letters after the prefix: 52 of the key and 6 that check them.
const LETTERS: usize = 58;
/// Letters of a group.
const GROUP: usize = 4;
/// What the letters are taken from: no B, I, O nor 1, which look like others.
const ALPHABET: &str = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

/// So many groups are typed to show that the sheet is at hand. They are 60 of the 256 bits of the key: what is kept of them
/// helps nobody to guess the rest.
pub const GROUPS_TO_TEST: usize = 3;

/// The secret half of the office's key. It is never stored: it is printed on the hoja de rescate, and typed from there.
#[derive(Clone)]
pub struct OfficeKey(x25519::Identity);

impl fmt::Debug for OfficeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OfficeKey")
    }
}

/// Why what was typed is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// A key has 58 letters after its beginning.
    #[error("{found} letters of {LETTERS}")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// No key has this letter.
    #[error("no key has {0:?}")]
    Letter(char),
    /// The letters don't agree with each other: at least one is another on the sheet.
    #[error("the letters don't agree")]
    Mistyped,
}

impl OfficeKey {
    /// A new key.
    pub fn make() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Reads a key as somebody types it from the sheet, or as its code or a file of age has it: in capitals or not, with or
    /// without spaces, hyphens and the beginning that all keys share.
    ///
    /// # Errors
    /// [`KeyFault`].
    pub fn read(typed: &str) -> Result<Self, KeyFault> {
        let letters = letters_of(typed);
        if let Some(strange) = letters.chars().find(|letter| !ALPHABET.contains(*letter)) {
            return Err(KeyFault::Letter(strange));
        }
        if letters.len() != LETTERS {
            return Err(KeyFault::Length { found: letters.len() });
        }
        format!("{PREFIX}{letters}")
            .parse()
            .map(Self)
            .map_err(|_| KeyFault::Mistyped)
    }

    /// Its public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// The whole key as every program of age reads it: for the code on the sheet.
    pub fn whole(&self) -> String {
        self.0.to_string().expose_secret().to_owned()
    }

    /// Its letters in groups of four, the last one shorter: what the sheet shows.
    pub fn groups(&self) -> Vec<String> {
        let whole = self.whole();
        let letters: Vec<char> = whole.chars().skip(PREFIX.len()).collect();
        letters
            .chunks(GROUP)
            .map(|group| group.iter().collect())
            .collect()
    }

    /// What the register keeps to know the sheet again.
    pub fn proof(&self, salt: &str) -> SheetProof {
        SheetProof {
            salt: salt.to_owned(),
            hash: hash_of(salt, &self.groups()[..GROUPS_TO_TEST].concat()),
        }
    }

    pub(super) fn age(&self) -> &x25519::Identity {
        &self.0
    }
}

/// The letters after the beginning, in capitals. Lines of a file of age that begin with `#` are remarks.
fn letters_of(typed: &str) -> String {
    let letters: String = typed
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .flat_map(str::chars)
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '·' | '.' | ','))
        .flat_map(char::to_uppercase)
        .collect();
    let beginning = PREFIX.replace('-', "");
    letters.strip_prefix(&beginning).unwrap_or(&letters).to_owned()
}

fn hash_of(salt: &str, letters: &str) -> String {
    hex(&Sha256::digest(format!("{salt}:{letters}")))
}

/// What the register keeps of the first groups of the sheet: a salted hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetProof {
    /// The salt.
    pub salt: String,
    /// The hash, 64 hexadecimal digits.
    pub hash: String,
}

impl SheetProof {
    /// Whether somebody typed the first [`GROUPS_TO_TEST`] groups of that sheet; more of them do no harm.
    pub fn is_of(&self, typed: &str) -> bool {
        let letters: String = letters_of(typed).chars().take(GROUPS_TO_TEST * GROUP).collect();
        hash_of(&self.salt, &letters) == self.hash
    }
}

/// The public half of an office's key: seals, and opens nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(x25519::Recipient);

impl Recipient {
    /// Four letters by which a sheet and the copies that it opens are told from others: the end of the public half.
    pub fn mark(&self) -> String {
        let whole = self.to_string().to_uppercase();
        whole[whole.len() - GROUP..].to_owned()
    }

    pub(super) fn age(&self) -> &x25519::Recipient {
        &self.0
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({self})")
    }
}

impl FromStr for Recipient {
    type Err = KeyFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| KeyFault::Mistyped)
    }
}
