//! Which career a sheet means.

use crate::domain::campus::Campus;
use crate::domain::person_name::fold;

/// The careers that are known: those that the campus teaches and those that records name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Careers(Vec<Known>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    name: String,
    folded: String,
    /// The plan key, folded.
    key: String,
    /// The letters under which lists show it, folded.
    short: String,
}

/// What a sheet means by a career.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CareerMeant {
    /// This one: it is written so, or by its key.
    Known(String),
    /// None that is known by that spelling; this one may be meant.
    Unknown {
        /// The only known career whose words begin as those of the sheet.
        perhaps: Option<String>,
    },
}

impl Careers {
    /// The careers of the campus, and those in use that it doesn't list.
    pub fn new(campus: &Campus, in_use: &[String]) -> Self {
        let mut known = Vec::new();
        let listed = campus
            .careers
            .iter()
            .map(|career| (career.name.as_str(), career.key.as_str()));
        for (name, key) in listed.chain(in_use.iter().map(|name| (name.as_str(), ""))) {
            let folded = fold(name);
            if !known.iter().any(|it: &Known| it.folded == folded) {
                known.push(Known {
                    name: name.to_owned(),
                    folded,
                    key: fold(key),
                    short: fold(&campus.career_short(name)),
                });
            }
        }
        Self(known)
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|known| known.name.as_str())
    }

    /// Whether there is none to compare with, as in a new register of a campus that lists none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Which career a text means.
    pub fn meant(&self, text: &str) -> CareerMeant {
        // A form with a list to choose from writes it as it is known.
        if let Some(known) = self.0.iter().find(|known| known.name == text) {
            return CareerMeant::Known(known.name.clone());
        }
        let folded = fold(text);
        if folded.is_empty() {
            return CareerMeant::Unknown { perhaps: None };
        }
        let exact = self
            .0
            .iter()
            .find(|known| folded == known.folded || folded == known.key || folded == known.short);
        if let Some(known) = exact {
            return CareerMeant::Known(known.name.clone());
        }
        let mut like = self.0.iter().filter(|known| abbreviates(&folded, &known.folded));
        let perhaps = match (like.next(), like.next()) {
            (Some(only), None) => Some(only.name.clone()),
            _ => None,
        };
        CareerMeant::Unknown { perhaps }
    }
}

/// Whether each word begins a word of the name, in its order: «ing ind» of «ingenieria industrial», and «sistemas sab» of
/// «ingenieria en sistemas computacionales» as far as its longest word goes.
fn abbreviates(text: &str, name: &str) -> bool {
    let mut words = name.split(' ');
    let in_order = !text.is_empty()
        && text
            .split(' ')
            .all(|word| words.any(|of_name| of_name.starts_with(word)));
    in_order
        || text.split(' ').any(|word| {
            word.len() >= 6 && word != "ingenieria" && name.split(' ').any(|of_name| of_name == word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campus::Career;

    fn careers() -> Careers {
        let career = |key: &str, name: &str| Career {
            key: key.into(),
            name: name.into(),
        };
        let campus = Campus {
            careers: vec![
                career("IIND-2010-227", "Ingeniería Industrial"),
                career("IQUI-2010-232", "Ingeniería Química"),
                career("ISIC-2010-224", "Ingeniería en Sistemas Computacionales"),
                career("IELC-2010-211", "Ingeniería Electrónica"),
                career("IEME-2010-210", "Ingeniería Electromecánica"),
            ],
            ..Campus::default()
        };
        Careers::new(&campus, &["Gastronomía".into(), "Ingeniería industrial".into()])
    }

    #[test]
    fn a_career_is_known_by_name_key_or_letters() {
        for text in [
            "INGENIERIA INDUSTRIAL",
            "ingeniería industrial",
            "IIND-2010-227",
            "iind",
        ] {
            assert_eq!(
                careers().meant(text),
                CareerMeant::Known("Ingeniería Industrial".into()),
                "{text}"
            );
        }
        assert_eq!(
            careers().meant("gastronomia"),
            CareerMeant::Known("Gastronomía".into())
        );
        assert_eq!(careers().names().count(), 6);
    }

    #[test]
    fn an_abbreviation_is_a_proposal_if_it_fits_one() {
        let perhaps = |text: &str| match careers().meant(text) {
            CareerMeant::Unknown { perhaps } => perhaps,
            known => panic!("{known:?}"),
        };
        assert_eq!(perhaps("Ing. Ind.").as_deref(), Some("Ingeniería Industrial"));
        assert_eq!(
            perhaps("Sistemas (sab)").as_deref(),
            Some("Ingeniería en Sistemas Computacionales")
        );
        assert_eq!(perhaps("Ing. Electr."), None, "it fits two");
        assert_eq!(perhaps("Arquitectura"), None);
        assert_eq!(perhaps(""), None);
    }
}
