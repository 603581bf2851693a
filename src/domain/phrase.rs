//! Phrases by which a text that somebody else wrote is recognised: «no operado», «aceptad*».

use super::person_name::fold;

/// Some words, one after another. A word that ends in `*` stands for all that begin so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    is_start: bool,
}

impl Word {
    fn is(&self, word: &str) -> bool {
        if self.is_start {
            word.starts_with(&self.text)
        } else {
            word == self.text
        }
    }
}

impl Phrase {
    /// Reads a phrase; `None` if it has no word. Accents, capitals and signs don't count.
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<Word> = text
            .split_whitespace()
            .flat_map(|word| {
                let folded = fold(word);
                let parts: Vec<String> = folded.split(' ').map(str::to_owned).collect();
                let last = parts.len() - 1;
                let is_start = word.ends_with('*');
                parts.into_iter().enumerate().map(move |(at, text)| Word {
                    text,
                    is_start: is_start && at == last,
                })
            })
            .filter(|word| !word.text.is_empty())
            .collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.words.len()
    }

    /// How many letters it has: of two phrases that a text has, the longer says more.
    pub fn letters(&self) -> usize {
        self.words.iter().map(|word| word.text.len()).sum()
    }

    /// Whether these folded words begin with it.
    pub fn begins<S: AsRef<str>>(&self, words: &[S]) -> bool {
        words.len() >= self.words.len()
            && self
                .words
                .iter()
                .zip(words)
                .all(|(word, given)| word.is(given.as_ref()))
    }

    /// Whether these folded words have it somewhere.
    pub fn is_in<S: AsRef<str>>(&self, words: &[S]) -> bool {
        (0..words.len()).any(|at| self.begins(&words[at..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(phrase: &str, text: &str) -> bool {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        Phrase::parse(phrase).unwrap().is_in(&words)
    }

    #[test]
    fn a_phrase_is_whole_words_and_a_star_their_beginning() {
        assert!(has("aceptad*", "Movimiento ACEPTADO."));
        assert!(has("no operad*", "NO-OPERADA por duplicidad"));
        assert!(has("código", "CODIGO 12"));
        assert!(!has("error", "errores"));
        assert!(!has("no operad*", "no fue operado"));
        assert!(!has("nss", "transsexual"));
        assert_eq!(Phrase::parse(" * - "), None);
        assert_eq!(Phrase::parse("no operad*").unwrap().letters(), 8);
    }
}
