//! The words by which an answer is read, from the table `respuesta.toml`.

use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::movement::MovementKind;
use crate::domain::person_name::fold;
use crate::domain::phrase::Phrase;
use crate::exchange::headers::{Headers, OfColumn};

/// What a column of an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Nss,
    /// The check digit of the NSS, apart.
    CheckDigit,
    Movement,
    Outcome,
    Code,
    Cause,
    On,
    Lote,
    Name,
    FirstSurname,
    SecondSurname,
}

impl Column {
    const ALL: [(&str, Self); 11] = [
        ("nss", Self::Nss),
        ("digito", Self::CheckDigit),
        ("movimiento", Self::Movement),
        ("resultado", Self::Outcome),
        ("codigo", Self::Code),
        ("causa", Self::Cause),
        ("fecha", Self::On),
        ("lote", Self::Lote),
        ("nombre", Self::Name),
        ("paterno", Self::FirstSurname),
        ("materno", Self::SecondSurname),
    ];

    fn from_code(code: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(of, _)| *of == code).map(|(_, column)| column)
    }
}

#[derive(Deserialize, Default)]
struct Table {
    columna: Vec<OfColumn>,
    palabras: Words,
    movimientos: Movements,
}

#[derive(Deserialize, Default)]
struct Words {
    aceptada: Vec<String>,
    rechazada: Vec<String>,
    ninguna: Vec<String>,
}

#[derive(Deserialize, Default)]
struct Movements {
    alta: Vec<String>,
    baja: Vec<String>,
    otro: Vec<String>,
}

/// What a phrase says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Accepted,
    Rejected,
    /// Nothing, though a part of it by itself would: «sin error».
    Nothing,
}

/// What a text says of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// No word of it is known.
    Silent,
    /// It only says what is not so: «sin error».
    Denied,
    /// One thing; the bytes of the words that say it first.
    Clear(Says, Range<usize>),
    /// Both things.
    Both,
}

/// The table, ready to be asked.
pub(super) struct Vocabulary {
    pub(super) headers: Headers<Column>,
    phrases: Vec<(Phrase, Says)>,
    kinds: Vec<(Phrase, Named)>,
}

/// The movement that a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Ours(MovementKind),
    /// One that is not sent for students.
    Other,
}

pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: OnceLock<Vocabulary> = OnceLock::new();

    VOCABULARY.get_or_init(|| {
        let table: Table =
            toml::from_str(include_str!("../../../assets/catalogues/respuesta.toml")).unwrap_or_default();
        let words = [
            (table.palabras.aceptada, Says::Accepted),
            (table.palabras.rechazada, Says::Rejected),
            (table.palabras.ninguna, Says::Nothing),
        ];
        let mut phrases = phrases(words);
        // The longer phrase first: «no operado» before «operado».
        phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.words()));
        Vocabulary {
            headers: Headers::new(table.columna, Column::from_code),
            phrases,
            kinds: self::phrases([
                (table.movimientos.alta, Named::Ours(MovementKind::Alta)),
                (table.movimientos.baja, Named::Ours(MovementKind::Baja)),
                (table.movimientos.otro, Named::Other),
            ]),
        }
    })
}

fn phrases<T: Copy>(words: impl IntoIterator<Item = (Vec<String>, T)>) -> Vec<(Phrase, T)> {
    let all = words.into_iter().flat_map(|(texts, says)| {
        let phrases = texts.into_iter().filter_map(|text| Phrase::parse(&text));
        phrases.map(move |phrase| (phrase, says)).collect::<Vec<_>>()
    });
    all.collect()
}

impl Vocabulary {
    /// What a text says of a movement.
    pub(super) fn verdict(&self, text: &str) -> Verdict {
        let words = words(text);
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let mut found: Option<(Says, Range<usize>)> = None;
        let mut is_denied = false;
        let mut at = 0;
        while at < words.len() {
            let said = self
                .phrases
                .iter()
                .find(|(phrase, _)| phrase.begins(&folded[at..]));
            let Some((phrase, says)) = said else {
                at += 1;
                continue;
            };
            let last = at + phrase.words() - 1;
            match &found {
                _ if *says == Says::Nothing => is_denied = true,
                None => found = Some((*says, words[at].at.start..words[last].at.end)),
                Some((before, _)) if before != says => return Verdict::Both,
                Some(_) => {}
            }
            at = last + 1;
        }
        match found {
            Some((says, at)) => Verdict::Clear(says, at),
            None if is_denied => Verdict::Denied,
            None => Verdict::Silent,
        }
    }

    /// The movement that a cell names and nothing else with it: «08», «Alta», «08 - Alta».
    pub(super) fn movement_of_cell(&self, text: &str) -> Option<Named> {
        let words = words(text);
        let named: Option<Vec<Named>> = words.iter().map(|word| self.named_by(word)).collect();
        only(named?.into_iter())
    }

    /// The movement of ours that a text names in words, and no other; numbers in it may be of anything.
    pub(super) fn kind_in_text(&self, text: &str) -> Option<MovementKind> {
        let words = words(text);
        let letters = words
            .iter()
            .filter(|word| !word.folded.bytes().any(|byte| byte.is_ascii_digit()));
        match only(letters.filter_map(|word| self.named_by(word)))? {
            Named::Ours(kind) => Some(kind),
            Named::Other => None,
        }
    }

    fn named_by(&self, word: &Word) -> Option<Named> {
        let mut kinds = self.kinds.iter();
        kinds
            .find(|(phrase, _)| phrase.words() == 1 && phrase.begins(&[word.folded.as_str()]))
            .map(|(_, named)| *named)
    }
}

/// What all of them are.
fn only<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// A word of a text, folded, and where it stands.
struct Word {
    folded: String,
    at: Range<usize>,
}

/// The words of a text: what stands between spaces and signs.
fn words(text: &str) -> Vec<Word> {
    let is_between =
        |ch: char| ch.is_whitespace() || !ch.is_alphanumeric() && ch.is_ascii() || "«»“”¡¿–—·".contains(ch);
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, ch) in ends {
        match (start, is_between(ch)) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                words.push(Word {
                    folded: fold(&text[from..at]),
                    at: from..at,
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_destination_of_the_table_is_a_column() {
        let table: Table = toml::from_str(include_str!("../../../assets/catalogues/respuesta.toml")).unwrap();
        for of in &table.columna {
            assert!(
                of.destino == "ignorada" || Column::from_code(&of.destino).is_some(),
                "{}",
                of.destino
            );
            for text in of.fragmentos.iter().chain(&of.entero) {
                assert_eq!(*text, fold(text), "the table is written as headers are compared");
            }
        }
        for (code, _) in Column::ALL {
            assert!(table.columna.iter().any(|of| of.destino == code), "{code}");
        }
        for text in table.palabras.aceptada.iter().chain(&table.palabras.rechazada) {
            assert!(Phrase::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_text_says_one_thing_or_nothing() {
        let says = |text: &str| match vocabulary().verdict(text) {
            Verdict::Clear(says, _) => Some(says),
            Verdict::Silent | Verdict::Denied | Verdict::Both => None,
        };
        for accepted in [
            "Aceptado",
            "OPERADA",
            "Procesado sin error",
            "movimientos aceptados",
        ] {
            assert_eq!(says(accepted), Some(Says::Accepted), "{accepted}");
        }
        for rejected in [
            "Rechazado",
            "No operado",
            "ERROR: NSS inválido",
            "no aceptada",
            "Código de error 12, rechazado",
        ] {
            assert_eq!(says(rejected), Some(Says::Rejected), "{rejected}");
        }
        for neither in [
            "",
            "Pendiente",
            "Aceptados: 41, rechazados: 3",
            "sin error",
            "inoperado",
            "Código de error",
        ] {
            assert_eq!(says(neither), None, "{neither}");
        }
    }

    #[test]
    fn a_cell_names_a_movement_and_nothing_else() {
        let named = |text: &str| vocabulary().movement_of_cell(text);
        for alta in ["08", "8", "Alta", "ALTA / REINGRESO", "08 - Alta"] {
            assert_eq!(named(alta), Some(Named::Ours(MovementKind::Alta)), "{alta}");
        }
        for baja in ["02", "2", "BAJA", "02 Baja"] {
            assert_eq!(named(baja), Some(Named::Ours(MovementKind::Baja)), "{baja}");
        }
        assert_eq!(named("07 Modificación"), Some(Named::Other));
        for neither in ["", "Alta o baja", "Alta nueva", "Estudiante"] {
            assert_eq!(named(neither), None, "{neither}");
        }
        let in_text = |text: &str| vocabulary().kind_in_text(text);
        assert_eq!(in_text("lote 2, alta 02170300012"), Some(MovementKind::Alta));
        assert_eq!(in_text("alta dada de baja"), None);
    }
}
