//! What somebody types into the search box, taken apart: «sin nss carrera:ind corte:30nov pérez» is three things that
//! narrow the list, and a word of a name.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Filter;
use crate::domain::date::month_named;
use crate::domain::person_name::fold;

/// Something typed that narrows the list, and is no word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Narrow {
    /// One of the lists that are kept ready: «sin nss».
    List(Filter),
    /// Whose movement belongs to a cut: «corte:30nov».
    Cut(NaiveDate),
    /// Of the careers with a word that begins so, or with these letters on lists: «carrera:ind».
    Career(String),
}

/// What was typed, taken apart. What narrows nothing is searched for as words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    narrows: Vec<(Narrow, Range<usize>)>,
    words: String,
    typed: String,
}

/// How a list is called by who types, beside its code; the longest first where one begins as another.
const NAMES: &[(&[&str], Filter)] = &[
    (&["sin", "nss"], Filter::WithoutNss),
    (&["por", "confirmar"], Filter::ToConfirm),
    (&["en", "corte"], Filter::InCut),
    (&["revisar", "vigencia"], Filter::ReviewDue),
    (&["revisar"], Filter::ReviewDue),
    (&["esperados", "hoy"], Filter::ExpectedToday),
    (&["esperados"], Filter::ExpectedToday),
    (&["rechazadas"], Filter::Rejected),
    (&["rechazada"], Filter::Rejected),
    (&["casos", "abiertos"], Filter::OpenCases),
    (&["bajas", "propuestas"], Filter::ProposedBajas),
    (&["sin", "clinica"], Filter::WithoutClinic),
    (&["sin", "umf"], Filter::WithoutClinic),
    (&["vencidas"], Filter::Expired),
    (&["vencida"], Filter::Expired),
    (&["con", "observacion"], Filter::WithObservation),
    (&["con", "observaciones"], Filter::WithObservation),
    (&["archivados"], Filter::Archived),
    (&["archivado"], Filter::Archived),
    (&["archivadas"], Filter::Archived),
    (&["archivada"], Filter::Archived),
];

/// A word of what was typed: where it stands, and without accents and capitals.
struct Token {
    span: Range<usize>,
    plain: String,
}

impl Search {
    /// Takes apart what was typed on that day.
    pub fn parse(typed: &str, today: NaiveDate) -> Self {
        let tokens = tokens(typed);
        let mut narrows = Vec::new();
        let mut words: Vec<&str> = Vec::new();
        let mut rest = &tokens[..];
        while let Some(token) = rest.first() {
            let (narrow, taken) = list(rest)
                .or_else(|| career(typed, rest))
                .or_else(|| cut(rest, today))
                .unzip();
            let taken = taken.unwrap_or(1);
            match narrow {
                Some(narrow) => narrows.push((narrow, token.span.start..rest[taken - 1].span.end)),
                None => words.push(&typed[token.span.clone()]),
            }
            rest = &rest[taken..];
        }
        Self {
            // What no word was taken out of stays as it was typed: a number read off a paper has its own spaces.
            words: if narrows.is_empty() {
                typed.to_owned()
            } else {
                words.join(" ")
            },
            narrows,
            typed: typed.to_owned(),
        }
    }

    /// What narrows the list, in the order in which it was typed.
    pub fn narrows(&self) -> impl Iterator<Item = &Narrow> {
        self.narrows.iter().map(|(narrow, _)| narrow)
    }

    /// Whether anything does.
    pub fn is_narrowed(&self) -> bool {
        !self.narrows.is_empty()
    }

    /// The rest: words of a name, a number.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// What is left in the box when the narrowing of this index is taken out of it.
    pub fn without(&self, index: usize) -> String {
        let Some((_, span)) = self.narrows.get(index) else {
            return self.typed.clone();
        };
        let (before, after) = (&self.typed[..span.start], &self.typed[span.end..]);
        [before.trim(), after.trim()].join(" ").trim().to_owned()
    }

    /// The same search in words that mean the same on any later day: a cut has its year.
    pub fn settled(&self) -> String {
        if self.narrows.is_empty() {
            return self.typed.trim().to_owned();
        }
        let narrows = self.narrows().map(|narrow| match narrow {
            Narrow::List(filter) => filter.code().replace('_', " "),
            Narrow::Cut(cut) => format!("corte:{cut}"),
            Narrow::Career(career) if career.contains(' ') => format!("carrera:\"{career}\""),
            Narrow::Career(career) => format!("carrera:{career}"),
        });
        let mut settled: Vec<String> = narrows.collect();
        settled.push(self.words.clone());
        settled.join(" ").trim().to_owned()
    }
}

/// Whether a career is meant by what was typed after «carrera:»: a word of it begins so (all of the words, where
/// several were typed), or its letters on lists do.
pub fn is_career(career: &str, letters: &str, typed: &str) -> bool {
    let (name, typed) = (fold(career), fold(typed));
    let name: Vec<&str> = name.split(' ').collect();
    let mut asked = typed.split(' ').peekable();
    asked.peek().is_some_and(|first| !first.is_empty())
        && (letters.to_lowercase().starts_with(&typed)
            || asked.all(|word| name.iter().any(|of_name| of_name.starts_with(word))))
}

/// The words, and «carrera:"gestión empresarial"» as one of them.
fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut begun = None;
    let mut quoted = false;
    for (at, ch) in typed.char_indices().chain([(typed.len(), ' ')]) {
        if ch == '"' {
            quoted = !quoted;
        }
        let ends = at == typed.len() || ch.is_whitespace() && !quoted;
        match begun {
            None if !ends => begun = Some(at),
            Some(start) if ends => {
                tokens.push(Token {
                    span: start..at,
                    plain: plain(&typed[start..at]),
                });
                begun = None;
            }
            _ => {}
        }
    }
    tokens
}

/// Small letters without accents; signs stay.
fn plain(text: &str) -> String {
    text.chars()
        .map(|ch| {
            crate::domain::letters::base(ch)
                .unwrap_or(ch)
                .to_ascii_lowercase()
        })
        .collect()
}

fn list(tokens: &[Token]) -> Option<(Narrow, usize)> {
    let by_code = Filter::from_code(&tokens[0].plain)
        .filter(|filter| *filter != Filter::All && tokens[0].plain.contains('_'))
        .map(|filter| (filter, 1));
    let by_name = || {
        NAMES
            .iter()
            .find(|(name, _)| {
                name.len() <= tokens.len()
                    && name.iter().zip(tokens).all(|(word, token)| token.plain == **word)
            })
            .map(|(name, filter)| (*filter, name.len()))
    };
    let (filter, taken) = by_code.or_else(by_name)?;
    Some((Narrow::List(filter), taken))
}

fn career(typed: &str, tokens: &[Token]) -> Option<(Narrow, usize)> {
    let token = &tokens[0];
    token.plain.strip_prefix("carrera:")?;
    let (_, name) = typed[token.span.clone()].split_once(':')?;
    let name = name.replace('"', " ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    (!fold(&name).is_empty()).then_some((Narrow::Career(name), 1))
}

/// «corte:30nov», «corte:30-nov-2026», «corte:30/11», «corte:16», «corte:2026-11-30». Without a year, and without a
/// month, it is the day nearest to today: which days are cuts is a setting, and was another one before.
fn cut(tokens: &[Token], today: NaiveDate) -> Option<(Narrow, usize)> {
    let text = tokens[0].plain.strip_prefix("corte:")?;
    if text.len() == 10
        && let Ok(day) = text.parse::<NaiveDate>()
    {
        return Some((Narrow::Cut(day), 1));
    }
    let mut parts: Vec<String> = Vec::new();
    for ch in text.chars() {
        if !ch.is_ascii_alphanumeric() {
            parts.push(String::new());
            continue;
        }
        match parts.last_mut() {
            Some(last)
                if last
                    .chars()
                    .all(|before| before.is_ascii_digit() == ch.is_ascii_digit()) =>
            {
                last.push(ch);
            }
            _ => parts.push(ch.to_string()),
        }
    }
    parts.retain(|part| !part.is_empty());
    let number = |part: &String| part.parse::<u32>().ok();
    let month_of = |part: &String| number(part).or_else(|| month_named(part));
    let day = parts.first().and_then(number)?;
    let months = match parts.get(1) {
        Some(part) => {
            let month = month_of(part)?;
            month..=month
        }
        None => 1..=12,
    };
    let years = match parts.get(2) {
        Some(part) => {
            let year = i32::try_from(number(part)?).ok()?;
            let year = if part.len() <= 2 { 2000 + year } else { year };
            year..=year
        }
        None => today.year() - 1..=today.year() + 1,
    };
    if parts.len() > 3 {
        return None;
    }
    let nearest: NaiveDate = years
        .flat_map(|year| {
            months
                .clone()
                .filter_map(move |month| NaiveDate::from_ymd_opt(year, month, day))
        })
        .min_by_key(|date| (*date - today).num_days().abs())?;
    Some((Narrow::Cut(nearest), 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn parsed(typed: &str) -> Search {
        Search::parse(typed, day("2026-11-21"))
    }

    fn narrows(typed: &str) -> Vec<Narrow> {
        parsed(typed).narrows().cloned().collect()
    }

    #[test]
    fn the_words_of_the_hint_narrow_the_list() {
        assert_eq!(narrows("sin nss"), [Narrow::List(Filter::WithoutNss)]);
        assert_eq!(narrows("corte:30nov"), [Narrow::Cut(day("2026-11-30"))]);
        assert_eq!(narrows("carrera:ind"), [Narrow::Career("ind".into())]);
    }

    #[test]
    fn every_list_is_known_by_its_code_and_as_its_chip_calls_it() {
        for filter in Filter::ALL.into_iter().filter(|filter| *filter != Filter::All) {
            let words = filter.code().replace('_', " ");
            for typed in [words.clone(), words.to_uppercase(), filter.code().to_owned()] {
                assert_eq!(narrows(&typed), [Narrow::List(filter)], "{typed}");
            }
        }
        assert_eq!(narrows("Sin clínica"), [Narrow::List(Filter::WithoutClinic)]);
        assert_eq!(
            narrows("con observación"),
            [Narrow::List(Filter::WithObservation)]
        );
        assert_eq!(narrows("esperados hoy"), [Narrow::List(Filter::ExpectedToday)]);
    }

    #[test]
    fn they_are_combined_with_each_other_and_with_words_of_a_name() {
        let search = parsed("  pérez sin NSS  lópez carrera:Ind corte:30nov ");
        assert_eq!(search.words(), "pérez lópez");
        assert_eq!(
            search.narrows().cloned().collect::<Vec<_>>(),
            [
                Narrow::List(Filter::WithoutNss),
                Narrow::Career("Ind".into()),
                Narrow::Cut(day("2026-11-30")),
            ]
        );
        assert_eq!(search.without(0), "pérez lópez carrera:Ind corte:30nov");
        assert_eq!(search.without(1), "pérez sin NSS  lópez corte:30nov");
        assert_eq!(
            search.settled(),
            "sin nss carrera:Ind corte:2026-11-30 pérez lópez"
        );
    }

    #[test]
    fn a_cut_is_the_nearest_one_unless_its_year_is_typed() {
        for (typed, cut) in [
            ("corte:30-nov", "2026-11-30"),
            ("corte:30/11", "2026-11-30"),
            ("CORTE:30Noviembre", "2026-11-30"),
            ("corte:16", "2026-11-16"),
            ("corte:31", "2026-10-31"),
            ("corte:30", "2026-11-30"),
            ("corte:15nov", "2026-11-15"),
            ("corte:28feb", "2027-02-28"),
            ("corte:16ene", "2027-01-16"),
            ("corte:16jul", "2026-07-16"),
            ("corte:30nov2025", "2025-11-30"),
            ("corte:30-11-25", "2025-11-30"),
            ("corte:2026-11-16", "2026-11-16"),
        ] {
            assert_eq!(narrows(typed), [Narrow::Cut(day(cut))], "{typed}");
        }
    }

    #[test]
    fn what_is_none_of_them_is_searched_for_as_it_was_typed() {
        for typed in [
            "",
            "sin",
            "nss",
            "sin apellidos",
            "corte",
            "corte:",
            "corte:31nov",
            "corte:nov",
            "corte:16-11-2026-1",
            "carrera:",
            "carrera:\"\"",
            "estado:baja",
            "todos",
            "Cortés Núñez",
            "48-19-06-0042-8",
            "RASA 060514 M VZ MTN A8",
            "D'Acosta \"Beto\"",
        ] {
            let search = parsed(typed);
            assert!(!search.is_narrowed(), "{typed}");
            assert_eq!(search.words(), typed);
        }
    }

    #[test]
    fn a_career_is_meant_by_the_beginning_of_its_words_or_by_its_letters() {
        let meant = |typed| is_career("Ingeniería en Gestión Empresarial", "IGEM", typed);
        for typed in [
            "ing",
            "Gest",
            "gestión",
            "empresarial",
            "ige",
            "IGEM",
            "ing gest",
            "gestion emp",
        ] {
            assert!(meant(typed), "{typed}");
        }
        for typed in ["", " ", "estión", "industrial", "ing industrial", "igex"] {
            assert!(!meant(typed), "{typed}");
        }
        assert_eq!(
            narrows("carrera:\"gestión emp\""),
            [Narrow::Career("gestión emp".into())]
        );
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_is_lost(typed in "(sin nss|corte:[0-9]{1,3}[a-z]{0,4}|carrera:[\"a-zñ ]{0,6}|[a-zÑñ\" :_-]{0,9}| ){0,6}") {
            let search = parsed(&typed);
            // Taken out one after the other, only the words stay.
            let mut left = search.clone();
            let mut rounds = 0;
            while left.is_narrowed() && rounds < 20 {
                left = parsed(&left.without(0));
                rounds += 1;
            }
            prop_assert!(!left.is_narrowed());
            // Settled words mean the same again.
            let again = parsed(&search.settled());
            prop_assert!(search.narrows().all(|it| again.narrows().any(|other| other == it)));
        }
    }
}
