//! Why IMSS refuses movements, and which lawful step comes next: the office's dictionary of causes.
//!
//! IMSS' own list of codes is not public. The usual causes are from a single public source (section 8 of the domain notes),
//! so a cause is only proposed, and the office adds the words that its own answers use.

use super::person_name::fold;
use super::phrase::Phrase;

/// What is to be done after a refusal, before anything is queued again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fix {
    /// Compare the NSS with the constancia and correct it in the record.
    CorrectNss,
    /// Compare name and CURP; correct the record, or the person corrects the data at IMSS.
    CorrectPerson,
    /// Don't send it again before the vigencia was looked up.
    DoNotRepeat,
    /// Compare the registro patronal in Ajustes with the office's own documents.
    CheckRegistro,
    /// Hold the layout of the file against a sample that IMSS took.
    CheckLayout,
    /// Ask the subdelegación, with the lote.
    AskSubdelegacion,
}

impl Fix {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::CorrectNss,
        Self::CorrectPerson,
        Self::DoNotRepeat,
        Self::CheckRegistro,
        Self::CheckLayout,
        Self::AskSubdelegacion,
    ];

    /// The word by which a catalogue names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::CorrectNss => "corregir_nss",
            Self::CorrectPerson => "corregir_datos",
            Self::DoNotRepeat => "no_repetir",
            Self::CheckRegistro => "revisar_registro",
            Self::CheckLayout => "revisar_formato",
            Self::AskSubdelegacion => "preguntar",
        }
    }

    /// What a word of a catalogue means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fix| fix.code() == code)
    }
}

/// One cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Our own code of it: `nss`, `duplicado`. IMSS' codes are other ones.
    pub code: String,
    /// What the clerk reads.
    pub label: String,
    /// By which words an answer says it.
    pub synonyms: Vec<Phrase>,
    /// The step that comes next.
    pub fix: Fix,
}

/// The causes that an office knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dictionary {
    causes: Vec<Cause>,
}

impl Dictionary {
    /// The code of what is none of the others.
    pub const OTHER: &'static str = "otra";

    /// A dictionary of these causes, in the order in which they are offered.
    pub fn new(causes: Vec<Cause>) -> Self {
        Self { causes }
    }

    /// All causes, in the order in which they are offered.
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    /// The cause of that code.
    pub fn cause(&self, code: &str) -> Option<&Cause> {
        self.causes.iter().find(|cause| cause.code == code)
    }

    /// The cause that a text most likely means: the one that says it in the most letters. `None` where no word of it is
    /// known, so that a person decides.
    pub fn recognise(&self, text: &str) -> Option<&Cause> {
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').collect();
        let mut best: Option<(usize, &Cause)> = None;
        for cause in &self.causes {
            let said = cause.synonyms.iter().filter(|phrase| phrase.is_in(&words));
            let Some(letters) = said.map(Phrase::letters).max() else {
                continue;
            };
            // Of two that say it in as many letters, the one that stands first.
            if best.is_none_or(|(most, _)| letters > most) {
                best = Some((letters, cause));
            }
        }
        best.map(|(_, cause)| cause)
    }

    /// Remembers that a text means the cause of that code: from then on the same words do. Whether there is such a cause.
    pub fn learn(&mut self, text: &str, code: &str) -> bool {
        let Some(cause) = self.causes.iter_mut().find(|cause| cause.code == code) else {
            return false;
        };
        if let Some(phrase) = Phrase::parse(&fold(text))
            && !cause.synonyms.contains(&phrase)
        {
            cause.synonyms.push(phrase);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary() -> Dictionary {
        let cause = |code: &str, synonyms: &[&str], fix| Cause {
            code: code.into(),
            label: code.into(),
            synonyms: synonyms.iter().filter_map(|text| Phrase::parse(text)).collect(),
            fix,
        };
        Dictionary::new(vec![
            cause("nss", &["nss", "nss invalid*"], Fix::CorrectNss),
            cause("nombre_o_curp", &["curp", "nombre"], Fix::CorrectPerson),
            cause(Dictionary::OTHER, &[], Fix::AskSubdelegacion),
        ])
    }

    #[test]
    fn the_cause_that_says_it_in_most_letters_is_meant() {
        let dictionary = dictionary();
        let code = |text: &str| dictionary.recognise(text).map(|cause| cause.code.as_str());
        assert_eq!(code("El NSS no existe"), Some("nss"));
        assert_eq!(code("NSS no corresponde al NOMBRE"), Some("nombre_o_curp"));
        assert_eq!(code("NSS inválido (revise la CURP)"), Some("nss"));
        assert_eq!(code("Filtro 57"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn the_office_teaches_it_the_words_of_its_own_answers() {
        let mut dictionary = dictionary();
        assert!(dictionary.learn("Filtro 57", Dictionary::OTHER));
        assert!(dictionary.learn("FILTRO 57.", Dictionary::OTHER));
        assert!(!dictionary.learn("Filtro 58", "sin_causa"));
        assert_eq!(
            dictionary.recognise("Rechazado, filtro 57").unwrap().fix,
            Fix::AskSubdelegacion
        );
        assert_eq!(dictionary.cause(Dictionary::OTHER).unwrap().synonyms.len(), 1);
    }
}
