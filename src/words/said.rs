//! A sentence with the weight of what it tells.

use crate::domain::severity::Severity;

/// What is said under a field, in a list of observations, or on a line of the console.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// How much it weighs.
    pub severity: Severity,
    /// The whole text, ready to be shown.
    pub text: String,
}

impl Said {
    pub(super) fn new(severity: Severity, text: impl Into<String>) -> Said {
        Said {
            severity,
            text: text.into(),
        }
    }
}

/// The word by which the console tells a severity: `ok`, `aviso` or `error`. What asks to be acknowledged is an
/// `aviso` too.
pub fn severity_code(severity: Severity) -> &'static str {
    match severity {
        Severity::Ok => "ok",
        Severity::Warning | Severity::Acknowledge => "aviso",
        Severity::Error => "error",
    }
}

/// What the console tells about a number: as [`Said`], with the short code for scripts, and no keys to press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How much it weighs.
    pub severity: Severity,
    /// `nss-digito`; `ok` where there is nothing to say.
    pub code: &'static str,
    /// The sentence, or the number as people read it.
    pub text: String,
}

impl Told {
    pub(super) fn new(said: Said, code: &'static str) -> Told {
        Told {
            severity: said.severity,
            code,
            text: said.text,
        }
    }

    /// There is nothing to say of a number but itself.
    pub(super) fn ok(grouped: String) -> Told {
        Told {
            severity: Severity::Ok,
            code: "ok",
            text: grouped,
        }
    }
}

/// «a», «a o b», «a, b o c».
pub(super) fn either(options: &[String]) -> String {
    match options {
        [] => String::new(),
        [only] => only.clone(),
        [several @ .., last] => format!("{} o {last}", several.join(", ")),
    }
}

/// «a», «a y b», «a, b y c».
pub(super) fn and(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [only] => only.clone(),
        [several @ .., last] => format!("{} y {last}", several.join(", ")),
    }
}

/// A text as a sentence of its own begins: «Ninguna».
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// How the clerk takes one of the offers under a field; the console has no such list.
pub(super) fn how_to_accept(offers: usize, it: &str) -> Option<String> {
    match offers {
        0 => None,
        1 => Some(format!("Flecha abajo y Enter para {it}.")),
        _ => Some("Flecha abajo para elegir y Enter para aceptar.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_options_as_one_says_them() {
        let options = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(either(&options[..0]), "");
        assert_eq!(either(&options[..1]), "a");
        assert_eq!(either(&options[..2]), "a o b");
        assert_eq!(either(&options), "a, b o c");
    }
}
