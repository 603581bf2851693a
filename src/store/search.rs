//! Finding students, fast enough to follow each key.
//!
//! One or two letters are looked up by index: the beginning of the first surname and of the identifier. From three on
//! the full-text index answers, words in any order, without accents. It knows which rows match but not their order, so
//! there are two ways to the first page: few matches are gathered and sorted; many are met soon enough on a walk
//! through the index of names, which covers the words. The count stops at [`Count::LIMIT`].

use std::collections::HashMap;

use rusqlite::{params, params_from_iter};

use super::students::{COLUMNS, read_student};
use super::{Reader, StoreError, search_index};
use crate::domain::ids::StudentId;
use crate::domain::movement::Movement;
use crate::domain::person_name::fold;
use crate::domain::student::Student;
use crate::domain::vigencia::Check;

/// How many rows a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// [`Count::LIMIT`] or more: nobody looks through them, so nobody counts them.
    LimitOrMore,
}

impl Count {
    /// Where counting stops.
    pub const LIMIT: u64 = 1_000;

    fn of(found: usize) -> Self {
        if found as u64 > Self::LIMIT {
            Self::LimitOrMore
        } else {
            Self::Exactly(found as u64)
        }
    }

    /// The number to page by: [`Count::LIMIT`] when there are more.
    pub fn reachable(self) -> u64 {
        match self {
            Self::Exactly(count) => count,
            Self::LimitOrMore => Self::LIMIT,
        }
    }
}

/// A student as lists show him or her: the record, and what the one chip is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct StudentRow {
    /// The record.
    pub student: Student,
    /// The newest movement that was not cancelled.
    pub movement: Option<Movement>,
    /// The newest check.
    pub check: Option<Check>,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ListPage {
    /// The rows of this page.
    pub rows: Vec<StudentRow>,
    /// How many rows all pages have.
    pub count: Count,
}

/// Who is in the daily list. Whom somebody looks for by name or number is found also in the archive.
const KEPT: &str = "id NOT IN (SELECT id FROM students WHERE archived_on IS NOT NULL)";

/// More words than the longest name has are a text pasted by mistake; the first of them say enough.
const MOST_WORDS: usize = 12;

/// What was typed, as it is looked up.
pub(super) enum Wanted {
    /// Nothing: everybody.
    Everybody,
    /// Only signs that no record has.
    Nobody,
    /// The beginning of a surname or of an identifier.
    Beginning(String),
    /// Words, each the beginning of a word of the record.
    Words(Vec<String>),
}

impl Wanted {
    pub(super) fn new(typed: &str) -> Self {
        // A number read off a paper: 48-19-06-0042-8, RASA 060514 M VZ MTN A8.
        let together: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect();
        let is_number = together.chars().filter(char::is_ascii_digit).count() * 2 > together.chars().count();
        let is_curp = together.len() == 18 && together.chars().filter(char::is_ascii_digit).count() >= 6;
        let folded = if is_number || is_curp {
            fold(&together)
        } else {
            fold(typed)
        };
        let words: Vec<String> = folded
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .take(MOST_WORDS)
            .collect();
        match &words[..] {
            [] if together.is_empty() => Self::Everybody,
            [] => Self::Nobody,
            [word] if word.len() < 3 => Self::Beginning(word.clone()),
            _ => Self::Words(words),
        }
    }
}

impl Reader<'_> {
    /// The students that match what was typed, in the order of their names (of their identifiers, where one or two
    /// digits were typed), `limit` of them from `offset` on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn find_students(self, typed: &str, offset: usize, limit: usize) -> Result<ListPage, StoreError> {
        let (ids, count) = match Wanted::new(typed) {
            Wanted::Everybody => (self.walk(&[], offset, limit)?, Count::Exactly(self.count_kept()?)),
            Wanted::Nobody => (Vec::new(), Count::Exactly(0)),
            Wanted::Beginning(letters) => self.beginning(&letters, offset, limit)?,
            Wanted::Words(words) => self.words(&words, offset, limit)?,
        };
        let rows = self.rows(&ids)?;
        Ok(ListPage { rows, count })
    }

    /// How many students come before this one in the order of [`Reader::find_students`] where nothing was typed.
    ///
    /// # Errors
    /// The file's faults.
    pub fn place_among_all(self, id: StudentId) -> Result<usize, StoreError> {
        let before: i64 = self
            .conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM students
                 WHERE (sort_key, id) < (SELECT sort_key, id FROM students WHERE id = ?1) AND {KEPT}"
            ))?
            .query_row([id.0], |row| row.get(0))?;
        Ok(before as usize)
    }

    /// How many records are in the daily list: all but those that were put away.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_kept(self) -> Result<u64, StoreError> {
        let archived: i64 = self
            .conn
            .prepare_cached("SELECT count(*) FROM students WHERE archived_on IS NOT NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(self.count_students()? - archived as u64)
    }

    /// Students with what their chip is made from, in the given order.
    ///
    /// # Errors
    /// The file's faults.
    pub fn rows(self, ids: &[StudentId]) -> Result<Vec<StudentRow>, StoreError> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM students s WHERE s.id = ?1"))?;
        let mut found = Vec::with_capacity(ids.len());
        for &id in ids {
            let mut rows = statement.query([id.0])?;
            if let Some(row) = rows.next()? {
                found.push(StudentRow {
                    student: read_student(row)?,
                    movement: self.last_movement_of(id)?,
                    check: self.last_check_of(id)?,
                });
            }
        }
        Ok(found)
    }

    /// By index: those whose first surname begins so, by name; then those whose identifier does, by identifier.
    fn beginning(
        self,
        letters: &str,
        offset: usize,
        limit: usize,
    ) -> Result<(Vec<StudentId>, Count), StoreError> {
        // An identifier is in capitals and a sort key is not, so one pair of bounds each.
        let by_surname = (
            "sort_key >= ?1 AND sort_key < ?2",
            "sort_key, id",
            letters.to_owned(),
        );
        let by_identifier = (
            "identifier >= ?1 AND identifier < ?2 AND NOT (sort_key >= lower(?1) AND sort_key < lower(?2))",
            "identifier",
            letters.to_uppercase(),
        );

        let mut ids = Vec::new();
        let mut found = 0;
        for (condition, order, from) in [by_surname, by_identifier] {
            let bounds = params![from, after(&from)];
            let count: i64 = self
                .conn
                .prepare_cached(&format!(
                    "SELECT count(*) FROM (SELECT 1 FROM students WHERE {condition} LIMIT {})",
                    Count::LIMIT + 1
                ))?
                .query_row(bounds, |row| row.get(0))?;
            let skip = offset.saturating_sub(found);
            let mut statement = self.conn.prepare_cached(&format!(
                "SELECT id FROM students WHERE {condition} ORDER BY {order} LIMIT {} OFFSET {skip}",
                limit - ids.len()
            ))?;
            for id in statement.query_map(bounds, |row| Ok(StudentId(row.get(0)?)))? {
                ids.push(id?);
            }
            found += count as usize;
        }
        Ok((ids, Count::of(found)))
    }

    /// By full text: every word is the beginning of a word of the record.
    fn words(
        self,
        words: &[String],
        offset: usize,
        limit: usize,
    ) -> Result<(Vec<StudentId>, Count), StoreError> {
        let ids = search_index::matching(self.conn, words, Count::LIMIT as usize + 1)?;
        let count = Count::of(ids.len());
        if count == Count::LimitOrMore {
            return Ok((self.walk(words, offset, limit)?, count));
        }
        let mut keyed = Vec::with_capacity(ids.len());
        let mut key = self
            .conn
            .prepare_cached("SELECT sort_key FROM students WHERE id = ?1")?;
        for id in ids {
            keyed.push((key.query_row([id], |row| row.get::<_, String>(0))?, id));
        }
        keyed.sort_unstable();
        Ok((
            keyed
                .into_iter()
                .skip(offset)
                .take(limit)
                .map(|(_, id)| StudentId(id))
                .collect(),
            count,
        ))
    }

    /// In the order of names, by the index that covers the words: those that have all of `words`.
    fn walk(self, words: &[String], offset: usize, limit: usize) -> Result<Vec<StudentId>, StoreError> {
        let conditions: String = if words.is_empty() {
            format!(" AND {KEPT}")
        } else {
            (1..=words.len())
                .map(|n| format!(" AND instr(search_words, ?{n})"))
                .collect()
        };
        let sql = format!(
            "SELECT id FROM students INDEXED BY students_by_name WHERE 1{conditions}
             ORDER BY sort_key, id LIMIT {limit} OFFSET {offset}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement
            .query_map(
                params_from_iter(words.iter().map(|word| format!(" {word}"))),
                |row| Ok(StudentId(row.get(0)?)),
            )?
            .collect::<Result<_, _>>()?;
        Ok(ids)
    }

    /// Surnames that differ from the typed words by one letter, where nothing matched: at most three, with how many
    /// people bear each.
    ///
    /// # Errors
    /// The file's faults.
    pub fn similar_surnames(self, typed: &str) -> Result<Vec<(String, u64)>, StoreError> {
        let folded = fold(typed);
        let words: Vec<&str> = folded.split(' ').filter(|word| word.len() > 3).take(64).collect();
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let all = u64::MAX >> (64 - words.len());
        let mut statement = self.conn.prepare_cached(
            "SELECT first_surname, second_surname FROM students WHERE first_surname IS NOT NULL",
        )?;
        // Few surnames are many people's: each is compared once.
        let mut near: HashMap<String, u64> = HashMap::new();
        let mut bearers: HashMap<String, u64> = HashMap::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let [first, second] =
                [0, 1].map(|column| row.get_ref(column).map(|it| it.as_str().unwrap_or_default()));
            let (first, second) = (first?, second?);
            let mut met = 0;
            for surname in [first, second] {
                met |= match near.get(surname) {
                    Some(&met) => met,
                    None => {
                        let met = words_near(&words, surname);
                        near.insert(surname.to_owned(), met);
                        met
                    }
                };
            }
            if met == all {
                *bearers
                    .entry(format!("{first} {second}").trim_end().to_owned())
                    .or_default() += 1;
            }
        }
        let mut found: Vec<(String, u64)> = bearers.into_iter().collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found.truncate(3);
        Ok(found)
    }
}

/// Which of the typed words, one bit each, differ by one letter at most from a word of this surname.
fn words_near(words: &[&str], surname: &str) -> u64 {
    let folded = fold(surname);
    let met = |word: &str| folded.split(' ').any(|their| within_one_letter(word, their));
    words
        .iter()
        .enumerate()
        .filter(|(_, word)| met(word))
        .fold(0, |bits, (at, _)| bits | 1 << at)
}

/// The first text that no longer begins with `letters`, in the order of bytes.
fn after(letters: &str) -> String {
    let mut bytes = letters.as_bytes().to_vec();
    if let Some(last) = bytes.last_mut() {
        *last += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Whether two ASCII words are the same but for one letter changed, missing, added, or swapped with its neighbour.
fn within_one_letter(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() {
        (a.as_bytes(), b.as_bytes())
    } else {
        (b.as_bytes(), a.as_bytes())
    };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (rest, longer) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        1 => rest == &longer[1..],
        _ if rest.is_empty() => true,
        _ => {
            rest[1..] == longer[1..]
                || (rest.len() > 1
                    && rest[0] == longer[1]
                    && rest[1] == longer[0]
                    && rest[2..] == longer[2..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_forgiven_and_two_are_not() {
        for (a, b, near) in [
            ("peres", "perez", true),
            ("lopes", "lopez", true),
            ("peerz", "perez", true),
            ("prez", "perez", true),
            ("perrez", "perez", true),
            ("perez", "perez", true),
            ("pares", "perez", false),
            ("perezes", "perez", false),
        ] {
            assert_eq!(within_one_letter(a, b), near, "{a} {b}");
            assert_eq!(within_one_letter(b, a), near, "{b} {a}");
        }
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let words = |typed| match Wanted::new(typed) {
            Wanted::Everybody | Wanted::Nobody => vec![],
            Wanted::Beginning(letters) => vec![letters],
            Wanted::Words(words) => words,
        };
        assert_eq!(words("48-19-06-0042-8"), ["48190600428"]);
        assert_eq!(words("RASA 060514 M VZ MTN A8"), ["rasa060514mvzmtna8"]);
        assert_eq!(words("  Núñez   José "), ["nunez", "jose"]);
        assert_eq!(words("D'Acosta"), ["d", "acosta"]);
    }
}
