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

/// A line of the console: `aviso: nss-prefijo: El NSS empieza con 00…`.
pub(super) fn console_line(severity: Severity, code: &str, text: &str) -> String {
    format!("{}: {code}: {text}", severity_code(severity))
}

/// «a», «a o b», «a, b o c».
pub(super) fn either(options: &[String]) -> String {
    match options {
        [] => String::new(),
        [only] => only.clone(),
        [several @ .., last] => format!("{} o {last}", several.join(", ")),
    }
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
