//! How the header of somebody else's column is compared with the words that we know.
//!
//! What a header may say is data, a table of synonyms in `assets/catalogues`; each of our sheets has its own columns.

use serde::Deserialize;

use crate::domain::person_name::fold;

/// A fragment of up to so many letters counts only as a whole word.
const SHORT_FRAGMENT: usize = 3;

/// The synonyms of one column, as a table has them.
#[derive(Debug, Deserialize)]
pub(super) struct OfColumn {
    /// The code of a column, or `ignorada`.
    pub(super) destino: String,
    /// What a header that means it contains.
    #[serde(default)]
    pub(super) fragmentos: Vec<String>,
    /// What such a header is, from its first letter to its last.
    #[serde(default)]
    pub(super) entero: Vec<String>,
}

/// The words of a table: what each says, and the column of a header that says it.
#[derive(Debug)]
pub(super) struct Headers<C> {
    fragments: Vec<Fragment<C>>,
}

#[derive(Debug)]
struct Fragment<C> {
    text: String,
    is_whole: bool,
    /// None for a header that is known and means nothing to us.
    column: Option<C>,
}

impl<C: Copy + PartialEq> Headers<C> {
    /// The words of a table whose columns have these codes.
    pub(super) fn new(table: Vec<OfColumn>, column: impl Fn(&str) -> Option<C>) -> Self {
        let mut fragments: Vec<Fragment<C>> = table
            .into_iter()
            .flat_map(|of| {
                let column = column(&of.destino);
                let parts = of.fragmentos.into_iter().map(|text| (text, false));
                let wholes = of.entero.into_iter().map(|text| (text, true));
                parts.chain(wholes).map(move |(text, is_whole)| Fragment {
                    text,
                    is_whole,
                    column,
                })
            })
            .collect();
        // The longest first; one that is the whole header before one that is a part of it.
        fragments.sort_by_key(|it| std::cmp::Reverse((it.is_whole, it.text.len())));
        Self { fragments }
    }

    /// Which column each header is. Where two headers could be the same column, the one that says it in more letters
    /// is, or the first.
    pub(super) fn recognise<S: AsRef<str>>(&self, headers: &[S]) -> Vec<Option<C>> {
        let meant: Vec<Option<(C, usize)>> = headers
            .iter()
            .map(|header| {
                self.meant(header.as_ref())
                    .and_then(|(column, letters)| Some((column?, letters)))
            })
            .collect();
        meant
            .iter()
            .enumerate()
            .map(|(at, found)| {
                let (column, letters) = (*found)?;
                let is_better = |(other, it): (usize, &Option<(C, usize)>)| {
                    it.is_some_and(|(same, more)| {
                        same == column && (more > letters || more == letters && other < at)
                    })
                };
                (!meant.iter().enumerate().any(is_better)).then_some(column)
            })
            .collect()
    }

    /// What a header means, and how many letters of it say so; `None` for one that says nothing to us.
    fn meant(&self, header: &str) -> Option<(Option<C>, usize)> {
        let header = fold(header);
        let words: Vec<&str> = header.split(' ').collect();
        self.fragments
            .iter()
            .find(|fragment| {
                if fragment.is_whole {
                    header == fragment.text
                } else if fragment.text.len() <= SHORT_FRAGMENT {
                    words.contains(&fragment.text.as_str())
                } else {
                    header.contains(&fragment.text)
                }
            })
            .map(|fragment| {
                let whole = if fragment.is_whole { 1_000 } else { 0 };
                (fragment.column, fragment.text.len() + whole)
            })
    }
}
