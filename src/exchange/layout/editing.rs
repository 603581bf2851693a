//! Other values in the text of a layout. All else of the text stays as the office wrote it, remarks too.

use toml::de::DeTable;

use super::LayoutFault;
use super::section::{Section, Source};

/// The keys that stand above the tables.
const OF_THE_FILE: [&str; 2] = ["codificacion", "cifras_de_control"];
/// The table of the others.
const VALUES: &str = "valores";

/// What a text says under a key of the file or of its values.
///
/// # Errors
/// [`LayoutFault`] where it is no TOML, or has no such key with a text.
pub fn value_of(text: &str, key: &'static str) -> Result<String, LayoutFault> {
    in_text(text, key, |section| Ok(section.text(key)?.0))
}

/// The same text with another value under a key. Where it says the same, in whatever case, nothing changes.
///
/// # Errors
/// As [`value_of`].
pub fn with_value(text: &str, key: &'static str, value: &str) -> Result<String, LayoutFault> {
    if value_of(text, key)?.eq_ignore_ascii_case(value) {
        return Ok(text.to_owned());
    }
    let place = in_text(text, key, |section| {
        let found = section.table.get(key);
        found.map(toml::Spanned::span).ok_or(LayoutFault::Missing {
            line: section.line,
            key,
        })
    })?;
    let mut changed = text.to_owned();
    changed.replace_range(place, &toml::Value::from(value).to_string());
    Ok(changed)
}

fn in_text<T>(
    text: &str,
    key: &'static str,
    look: impl FnOnce(&Section<'_>) -> Result<T, LayoutFault>,
) -> Result<T, LayoutFault> {
    let source = Source::new(text);
    let document = DeTable::parse(text).map_err(|error| LayoutFault::NotToml {
        line: error.span().map_or(1, |span| source.line_of(span.start)),
    })?;
    let root = Section {
        source: &source,
        line: 1,
        table: document.get_ref(),
    };
    if OF_THE_FILE.contains(&key) {
        look(&root)
    } else {
        look(&root.section(VALUES)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Layout;
    use super::*;

    #[test]
    fn one_value_changes_and_every_other_letter_stays() {
        let text = Layout::default_text();
        assert_eq!(value_of(text, "guia").as_deref(), Ok("00000"));
        let changed = with_value(text, "guia", "12345").unwrap();
        assert_eq!(changed, text.replace("guia = \"00000\"", "guia = \"12345\""));
        // Not the list of places of the same name, further down.
        let changed = with_value(text, "cifras_de_control", "si").unwrap();
        assert!(Layout::parse(&changed).unwrap().has_control());
        assert_eq!(with_value(text, "enye", "n").as_deref(), Ok(text));
    }

    #[test]
    fn a_text_without_the_key_or_that_is_no_layout_tells_where() {
        assert_eq!(
            value_of("a = 1\n[valores]\nguia = 5", "guia").unwrap_err().line(),
            3
        );
        assert_eq!(value_of("[valores]\n", "guia").unwrap_err().line(), 1);
        assert_eq!(
            value_of("nombre = \"x\"\n[[", "guia"),
            Err(LayoutFault::NotToml { line: 2 })
        );
    }
}
