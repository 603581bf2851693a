//! Tables of TOML whose keys and values know their lines.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::LayoutFault;

/// No record is longer: the layouts that are known have 168 positions.
const LONGEST_RECORD: usize = 1_000;

/// The text, which knows the line of each of its places.
pub(super) struct Source<'t> {
    text: &'t str,
    /// Where lines break.
    breaks: Vec<usize>,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            breaks: text.match_indices('\n').map(|(at, _)| at).collect(),
        }
    }

    /// The line of a place in the text, from 1.
    pub(super) fn line_of(&self, at: usize) -> usize {
        1 + self.breaks.partition_point(|end| *end < at)
    }
}

/// A table of the text.
pub(super) struct Section<'t> {
    pub(super) source: &'t Source<'t>,
    /// Where it begins.
    pub(super) line: usize,
    pub(super) table: &'t DeTable<'t>,
}

impl<'t> Section<'t> {
    pub(super) fn has_only(&self, known: &[&str]) -> Result<(), LayoutFault> {
        let unknown = self
            .table
            .keys()
            .filter(|key| !known.contains(&key.get_ref().as_ref()));
        match unknown.min_by_key(|key| key.span().start) {
            Some(key) => Err(LayoutFault::UnknownKey {
                line: self.source.line_of(key.span().start),
                key: key.get_ref().to_string(),
            }),
            None => Ok(()),
        }
    }

    pub(super) fn value(&self, key: &'static str) -> Result<(&'t DeValue<'t>, usize), LayoutFault> {
        let value = self
            .table
            .get(key)
            .ok_or(LayoutFault::Missing { line: self.line, key })?;
        Ok((value.get_ref(), self.source.line_of(value.span().start)))
    }

    fn refused(&self, key: &str, line: usize, known: Vec<&'static str>) -> LayoutFault {
        let span = self.table.get(key).map(Spanned::span).unwrap_or_default();
        let found = self.source.text.get(span).unwrap_or_default();
        LayoutFault::Value {
            line,
            key: key.to_owned(),
            found: found
                .lines()
                .next()
                .unwrap_or_default()
                .trim_matches('"')
                .to_owned(),
            known,
        }
    }

    pub(super) fn text(&self, key: &'static str) -> Result<(String, usize), LayoutFault> {
        match self.value(key)? {
            (DeValue::String(text), line) => Ok((text.to_string(), line)),
            (_, line) => Err(self.refused(key, line, Vec::new())),
        }
    }

    /// A number from 1 to the longest record.
    pub(super) fn number(&self, key: &'static str) -> Result<usize, LayoutFault> {
        let (value, line) = self.value(key)?;
        let number = match value {
            DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().parse().ok(),
            _ => None,
        };
        number
            .filter(|number| (1..=LONGEST_RECORD).contains(number))
            .ok_or_else(|| self.refused(key, line, Vec::new()))
    }

    pub(super) fn choice<T: Copy>(
        &self,
        key: &'static str,
        known: &[(&'static str, T)],
    ) -> Result<T, LayoutFault> {
        let (value, line) = self.text(key)?;
        let chosen = known.iter().find(|(word, _)| word.eq_ignore_ascii_case(&value));
        chosen.map(|(_, it)| *it).ok_or_else(|| LayoutFault::Value {
            line,
            key: key.to_owned(),
            found: value,
            known: known.iter().map(|(word, _)| *word).collect(),
        })
    }

    pub(super) fn section(&self, key: &'static str) -> Result<Section<'t>, LayoutFault> {
        let found = self.section_if_any(key)?;
        found.ok_or(LayoutFault::Missing { line: self.line, key })
    }

    pub(super) fn section_if_any(&self, key: &'static str) -> Result<Option<Section<'t>>, LayoutFault> {
        if !self.table.contains_key(key) {
            return Ok(None);
        }
        match self.value(key)? {
            (DeValue::Table(table), line) => Ok(Some(Section {
                source: self.source,
                line,
                table,
            })),
            (_, line) => Err(self.refused(key, line, Vec::new())),
        }
    }

    pub(super) fn list(&self, key: &'static str) -> Result<(Vec<Section<'t>>, usize), LayoutFault> {
        let (value, line) = self.value(key)?;
        let DeValue::Array(array) = value else {
            return Err(self.refused(key, line, Vec::new()));
        };
        let sections = array.iter().map(|item| match item.get_ref() {
            DeValue::Table(table) => Ok(Section {
                source: self.source,
                line: self.source.line_of(item.span().start),
                table,
            }),
            _ => Err(self.refused(key, self.source.line_of(item.span().start), Vec::new())),
        });
        Ok((sections.collect::<Result<_, _>>()?, line))
    }
}
