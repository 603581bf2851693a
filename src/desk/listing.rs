//! A list as a thing of its own: what the window shows can be counted, printed and written to a file, row by row the
//! same.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{CutPage, Desk, Refusal};
use crate::domain::filter::{Filter, Narrow, Search, is_career};
use crate::print::qr::MuteCode;
use crate::print::roster;
use crate::store::{AsOf, Count, ListPage, Narrowed, StudentRow};
use crate::words::{filters, roster as roster_words};

/// Which list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Listing {
    /// Of students.
    Students {
        /// Which of them.
        filter: Filter,
        /// What was typed to find them.
        typed: String,
    },
    /// Of the movements that wait for a cut.
    Cut(NaiveDate),
}

/// A list that the console names, before it is known which cut is the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NamedList {
    /// Of students.
    Students(Filter),
    /// The next cut.
    NextCut,
    /// The cut of that day.
    Cut(NaiveDate),
}

/// The rows of a list, all of them.
#[derive(Debug, Clone, PartialEq)]
pub enum Rows {
    /// Of students.
    Students(Vec<StudentRow>),
    /// Of a cut.
    Cut(CutPage),
}

impl Rows {
    /// How many they are.
    pub fn count(&self) -> usize {
        match self {
            Self::Students(rows) => rows.len(),
            Self::Cut(page) => page.rows.len(),
        }
    }
}

/// A word that names no list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} names no list")]
pub struct NoSuchList(pub String);

impl FromStr for NamedList {
    type Err = NoSuchList;

    /// `corte` or `movimientos`, `corte:2026-11-30`, or the word of a filter, which may have hyphens; `estudiantes` for
    /// all of them.
    fn from_str(word: &str) -> Result<Self, NoSuchList> {
        let unknown = || NoSuchList(word.to_owned());
        match word.split_once(':') {
            None if word == CUT || word == MOVEMENTS => Ok(Self::NextCut),
            None if word == STUDENTS => Ok(Self::Students(Filter::All)),
            None => Filter::from_code(&word.replace('-', "_"))
                .map(Self::Students)
                .ok_or_else(unknown),
            Some((CUT, day)) => {
                let day = day.parse().map_err(|_| unknown())?;
                Ok(Self::Cut(day))
            }
            _ => Err(unknown()),
        }
    }
}

const CUT: &str = "corte";
/// Another word for the next cut.
const MOVEMENTS: &str = "movimientos";
/// Another word for everybody.
const STUDENTS: &str = "estudiantes";

impl NamedList {
    /// The words that name a list by themselves.
    pub fn words() -> Vec<&'static str> {
        let filters = Filter::ALL.into_iter().map(Filter::code);
        filters.chain([CUT]).collect()
    }
}

impl Listing {
    /// The word by which the console knows it, without what was typed.
    pub fn code(&self) -> String {
        match self {
            Self::Students { filter, .. } => filter.code().to_owned(),
            Self::Cut(cut) => format!("{CUT}:{cut}"),
        }
    }

    /// Which students it holds; everybody, for a cut.
    pub fn filter(&self) -> Filter {
        match self {
            Self::Students { filter, .. } => *filter,
            Self::Cut(_) => Filter::All,
        }
    }

    /// What was typed to narrow it.
    pub fn typed(&self) -> &str {
        match self {
            Self::Students { typed, .. } => typed.trim(),
            Self::Cut(_) => "",
        }
    }
}

impl Desk {
    /// The list that a word names, narrowed by what is typed beside it; a cut can't be narrowed.
    pub fn named_list(&self, named: &NamedList, typed: &str) -> Listing {
        match named {
            NamedList::Students(filter) => Listing::Students {
                filter: *filter,
                typed: self.search_of(typed).settled(),
            },
            NamedList::NextCut => Listing::Cut(self.next_cut()),
            NamedList::Cut(day) => Listing::Cut(*day),
        }
    }

    /// The same, for a word that somebody typed.
    ///
    /// # Errors
    /// [`Refusal::NotACut`] for a day that is no cut, and never was one of any movement.
    pub fn asked_list(&self, named: &NamedList, typed: &str) -> Result<Listing, Refusal> {
        match *named {
            NamedList::Cut(day) if !self.cuts.is_cut(day) && !self.store.reader().is_cut_of_any(day)? => {
                Err(Refusal::NotACut(day))
            }
            _ => Ok(self.named_list(named, typed)),
        }
    }

    /// The students of a filter whom what was typed finds, in the order of their names, `limit` of them from `offset`
    /// on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn list(
        &self,
        filter: Filter,
        typed: &str,
        offset: usize,
        limit: usize,
    ) -> Result<ListPage, Refusal> {
        let narrowed = self.narrowed(filter, &self.search_of(typed))?;
        Ok(self.store.reader().list(&narrowed, self.as_of(), offset, limit)?)
    }

    /// What was typed into the search box, taken apart.
    pub fn search_of(&self, typed: &str) -> Search {
        Search::parse(typed, self.today())
    }

    /// The careers that are meant by what was typed after «carrera:».
    ///
    /// # Errors
    /// The file's faults.
    pub fn careers_meant(&self, typed: &str) -> Result<Vec<String>, Refusal> {
        let mut careers = self.store.reader().every_career()?;
        careers.retain(|career| is_career(career, &self.campus().career_short(career), typed));
        Ok(careers)
    }

    fn narrowed(&self, filter: Filter, search: &Search) -> Result<Narrowed, Refusal> {
        let mut narrowed = Narrowed::of(filter, search.words());
        for narrow in search.narrows() {
            match narrow {
                Narrow::List(filter) if narrowed.filters.contains(filter) => {}
                Narrow::List(filter) => narrowed.filters.push(*filter),
                Narrow::Cut(cut) => narrowed.cuts.push(*cut),
                Narrow::Career(typed) => {
                    let careers = narrowed.careers.get_or_insert_default();
                    careers.extend(self.careers_meant(typed)?);
                }
            }
        }
        Ok(narrowed)
    }

    /// What narrows a list, each in words: «Sin NSS», «Corte 30 nov», «Carrera: Ing. Industrial».
    ///
    /// # Errors
    /// The file's faults.
    pub fn narrows_in_words(&self, search: &Search) -> Result<Vec<String>, Refusal> {
        search
            .narrows()
            .map(|narrow| {
                Ok(match narrow {
                    Narrow::List(filter) => filters::chip(*filter).to_owned(),
                    Narrow::Cut(cut) => filters::cut(*cut, self.today()),
                    Narrow::Career(typed) => filters::careers(typed, &self.careers_meant(typed)?),
                })
            })
            .collect()
    }

    /// A list in a few words, as the head of its paper says it.
    ///
    /// # Errors
    /// The file's faults.
    pub fn subject_of(&self, filter: Filter, typed: &str, count: usize) -> Result<String, Refusal> {
        let search = self.search_of(typed);
        let narrows = self.narrows_in_words(&search)?;
        Ok(roster_words::subject_of_students(
            filter,
            &narrows,
            search.words(),
            count,
        ))
    }

    /// How many students a filter holds.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_of(&self, filter: Filter) -> Result<u64, Refusal> {
        Ok(self.store.reader().count_of(filter, self.as_of())?)
    }

    fn as_of(&self) -> AsOf {
        AsOf {
            today: self.today(),
            limits: self.limits,
            valid_days: u32::try_from(self.evidence_limits().renew).unwrap_or(u32::MAX),
        }
    }

    /// How many rows a list has.
    ///
    /// # Errors
    /// The file's faults.
    pub fn size_of(&self, list: &Listing) -> Result<u64, Refusal> {
        Ok(match list {
            Listing::Students { filter, typed } => match self.list(*filter, typed, 0, 1)?.count {
                Count::Exactly(count) => count,
                // Nobody pages that far, but paper and file hold them all.
                Count::LimitOrMore => self.rows_of(list)?.count() as u64,
            },
            Listing::Cut(cut) => self.store.reader().count_in_cut(*cut)?.total(),
        })
    }

    /// The list whose sheets bear a mute code, as a scanner types it; `None` for anything else.
    ///
    /// # Errors
    /// The file's faults.
    pub fn list_of_code(&self, typed: &str) -> Result<Option<Listing>, Refusal> {
        let Ok(code) = MuteCode::parse(typed.trim()) else {
            return Ok(None);
        };
        if code.identifier() != roster::ABOUT {
            return Ok(None);
        }
        let entry = self.store.reader().roster_by_folio(code.folio())?;
        Ok(entry.and_then(|entry| {
            let named: NamedList = entry.list.parse().ok()?;
            Some(self.named_list(&named, &entry.typed))
        }))
    }

    /// Every row of a list, in its order.
    ///
    /// # Errors
    /// The file's faults.
    pub fn rows_of(&self, list: &Listing) -> Result<Rows, Refusal> {
        Ok(match list {
            Listing::Students { filter, typed } => {
                Rows::Students(self.list(*filter, typed, 0, i32::MAX as usize)?.rows)
            }
            Listing::Cut(cut) => Rows::Cut(self.whole_cut(*cut)?),
        })
    }
}
