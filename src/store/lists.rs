//! The lists that the desk keeps ready: their pages in the order of names, and how many each one holds.

use chrono::{Days, NaiveDate};
use rusqlite::params_from_iter;

use super::search::Wanted;
use super::today::OBSERVED;
use super::{Count, ListPage, Reader, StoreError};
use crate::domain::cutoff::WindowLimits;
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::person_name::IMSS_NAME_LENGTH;

/// The day for which a list is asked, and how long IMSS takes to show a movement: some lists hold others tomorrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// Today.
    pub today: NaiveDate,
    /// The window of a movement.
    pub limits: WindowLimits,
    /// How many days a check proves anything.
    pub valid_days: u32,
}

/// A list as somebody asked for it: everybody, unless something narrows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowed {
    /// The lists in all of which a student has to be.
    pub filters: Vec<Filter>,
    /// The cuts to all of which a movement belongs that was not cancelled.
    pub cuts: Vec<NaiveDate>,
    /// The careers of which the student's is one, if it matters.
    pub careers: Option<Vec<String>>,
    /// The words of a name, or a number.
    pub words: String,
}

/// A filter in SQL: where its students are found, and what holds of each.
struct Source {
    /// Joined to `students s`, if the filter is about more than the record.
    from: &'static str,
    condition: String,
}

impl Source {
    fn of(filter: Filter, at: AsOf, reader: Reader<'_>) -> Result<Self, StoreError> {
        let ago = |days: u32| {
            at.today
                .checked_sub_days(Days::new(days.into()))
                .unwrap_or(NaiveDate::MIN)
        };
        let (from, condition) = match filter {
            Filter::All => ("students s", "s.archived_on IS NULL".to_owned()),
            Filter::WithoutNss => (
                "students s INDEXED BY students_without_nss",
                "s.standing = 'inscrito' AND s.nss_state IN ('sin_nss', 'en_tramite') AND s.archived_on IS NULL"
                    .to_owned(),
            ),
            Filter::ToConfirm => (
                "students s INDEXED BY students_to_confirm",
                "(s.nss_state = 'por_confirmar' OR s.curp_state = 'por_confirmar') AND s.archived_on IS NULL"
                    .to_owned(),
            ),
            Filter::InCut => (
                "movements m INDEXED BY one_open_movement CROSS JOIN students s ON s.id = m.student_id",
                "m.state IN ('en_cola', 'en_envio')".to_owned(),
            ),
            Filter::ReviewDue => (
                "unanswered u CROSS JOIN students s ON s.id = u.student_id",
                format!(
                    "u.kind = 'esperada' AND u.since <= '{}'
                     AND u.student_id NOT IN (SELECT student_id FROM cases WHERE closed_at IS NULL)",
                    at.limits.last_over(at.today)
                ),
            ),
            Filter::OpenCases => (
                "cases k INDEXED BY one_open_case CROSS JOIN students s ON s.id = k.student_id",
                "k.closed_at IS NULL AND k.student_id NOT IN (SELECT id FROM students WHERE archived_on IS NOT NULL)"
                    .to_owned(),
            ),
            Filter::ExpectedToday => (
                "unanswered u CROSS JOIN students s ON s.id = u.student_id",
                format!(
                    "u.kind = 'esperada' AND u.since > '{}' AND u.since <= '{}'",
                    at.limits.last_over(at.today),
                    at.limits.last_begun(at.today)
                ),
            ),
            Filter::Rejected => (
                "unanswered u CROSS JOIN students s ON s.id = u.student_id",
                "u.kind = 'rechazada'".to_owned(),
            ),
            Filter::ProposedBajas => (
                "proposed_bajas u CROSS JOIN students s ON s.id = u.student_id",
                "TRUE".to_owned(),
            ),
            Filter::WithoutClinic => (
                "evidence e INDEXED BY evidence_without_clinic CROSS JOIN students s ON s.id = e.student_id",
                "e.vigente AND NOT e.archived AND NOT e.has_clinic".to_owned(),
            ),
            Filter::Expired => (
                "evidence e INDEXED BY evidence_by_day CROSS JOIN students s ON s.id = e.student_id",
                format!(
                    "e.vigente AND NOT e.archived AND e.checked_on < '{}'",
                    ago(at.valid_days)
                ),
            ),
            Filter::WithObservation => {
                let observed: Vec<String> = reader.observed()?.iter().map(StudentId::to_string).collect();
                ("students s", format!("s.id IN ({})", observed.join(", ")))
            }
            Filter::Archived => (
                "students s INDEXED BY students_archived",
                "s.archived_on IS NOT NULL".to_owned(),
            ),
        };
        Ok(Self { from, condition })
    }

    /// Without the records, where what is asked about them is known elsewhere.
    fn alone(&self) -> &str {
        self.from.split(" CROSS JOIN ").next().unwrap_or(self.from)
    }

    /// The same students met in the order of their names, where they are known by a table with one row each.
    fn by_name(&self) -> Option<String> {
        let table = self.alone().split(" INDEXED BY ").next()?;
        let (_, alias) = table.split_once(' ')?;
        matches!(alias, "u" | "e").then(|| {
            format!("students s INDEXED BY students_by_name CROSS JOIN {table} ON {alias}.student_id = s.id")
        })
    }
}

/// From so many students on, a page is met sooner on a walk through the names than by gathering and sorting them all.
const MANY: u64 = 2_000;

/// With these digits begins no NSS that may be a provisional one.
const ORDINARY: [char; 6] = ['0', '1', '2', '4', '5', '6'];

/// Whether a part of a name is short, and of letters that IMSS takes or that lose no more than their accent.
fn is_plain(part: &str) -> bool {
    part.chars().count() <= IMSS_NAME_LENGTH
        && part
            .chars()
            .all(|ch| ch.is_ascii_alphabetic() || ch == ' ' || "áéíóúüñÁÉÍÓÚÜÑ".contains(ch))
}

impl Narrowed {
    /// Those of a filter whom the words find.
    pub fn of(filter: Filter, words: &str) -> Self {
        Self {
            filters: Some(filter).filter(|it| *it != Filter::All).into_iter().collect(),
            words: words.to_owned(),
            ..Self::default()
        }
    }

    /// Everybody whom the words find.
    fn is_search(&self) -> bool {
        self.filters.is_empty() && self.cuts.is_empty() && self.careers.is_none()
    }

    /// The one filter that there is, and nothing beside it.
    fn only_filter(&self) -> Option<Filter> {
        match self.filters[..] {
            [filter] if self.cuts.is_empty() && self.careers.is_none() && self.words.trim().is_empty() => {
                Some(filter)
            }
            _ => None,
        }
    }
}

impl Reader<'_> {
    /// How many students a filter holds.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_of(self, filter: Filter, at: AsOf) -> Result<u64, StoreError> {
        match filter {
            Filter::All => return self.count_kept(),
            Filter::WithObservation => return Ok(self.observed()?.len() as u64),
            _ => {}
        }
        let source = Source::of(filter, at, self)?;
        let sql = format!(
            "SELECT count(*) FROM {} WHERE {}",
            source.alone(),
            source.condition
        );
        let count: i64 = self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
        Ok(count as u64)
    }

    /// The students of a list in the order of their names, `limit` of them from `offset` on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn list(
        self,
        narrowed: &Narrowed,
        at: AsOf,
        offset: usize,
        limit: usize,
    ) -> Result<ListPage, StoreError> {
        if narrowed.is_search() {
            return self.find_students(&narrowed.words, offset, limit);
        }
        let wanted = Wanted::new(&narrowed.words);
        let no_career = narrowed.careers.as_ref().is_some_and(Vec::is_empty);
        if no_career || matches!(wanted, Wanted::Nobody) {
            return Ok(ListPage {
                rows: Vec::new(),
                count: Count::Exactly(0),
            });
        }
        let mut values: Vec<String> = Vec::new();
        let mut conditions = String::new();
        for cut in &narrowed.cuts {
            conditions.push_str(&format!(
                " AND s.id IN (SELECT student_id FROM movements WHERE cut = '{cut}' AND state <> 'cancelada')"
            ));
        }
        if let Some(careers) = &narrowed.careers {
            let marks = vec!["?"; careers.len()].join(", ");
            conditions.push_str(&format!(" AND s.career IN ({marks})"));
            values.extend(careers.iter().cloned());
        }
        match wanted {
            // Whom somebody looks for by name or number, or by a cut of another time, is found in the archive too.
            Wanted::Everybody if narrowed.filters.is_empty() && narrowed.cuts.is_empty() => {
                conditions
                    .push_str(" AND s.id NOT IN (SELECT id FROM students WHERE archived_on IS NOT NULL)");
            }
            Wanted::Everybody | Wanted::Nobody => {}
            Wanted::Beginning(letters) => {
                conditions.push_str(" AND (instr(s.sort_key, ?) = 1 OR instr(s.identifier, ?) = 1)");
                values.extend([letters.clone(), letters.to_uppercase()]);
            }
            Wanted::Words(words) => {
                for word in words {
                    conditions.push_str(" AND instr(s.search_words, ?)");
                    values.push(format!(" {word}"));
                }
            }
        }
        let mut filters = narrowed.filters.iter();
        let source = match filters.next() {
            Some(filter) => Source::of(*filter, at, self)?,
            None => Source {
                from: "students s",
                condition: "1".to_owned(),
            },
        };
        for filter in filters {
            let Source { from, condition } = Source::of(*filter, at, self)?;
            conditions.push_str(&format!(
                " AND s.id IN (SELECT s.id FROM {from} WHERE {condition})"
            ));
        }
        let of_list = format!("FROM {} WHERE {}{conditions}", source.from, source.condition);
        let count = match narrowed.only_filter() {
            // Those of whom the rule itself has to be asked are gathered once.
            Some(filter) if filter != Filter::WithObservation => self.count_of(filter, at)?,
            _ => {
                let counted: i64 = self
                    .conn
                    .prepare_cached(&format!("SELECT count(*) {of_list}"))?
                    .query_row(params_from_iter(&values), |row| row.get(0))?;
                counted as u64
            }
        };
        let by_name = match (count > MANY, source.from) {
            (false, _) => None,
            (true, "students s") => Some("students s INDEXED BY students_by_name".to_owned()),
            (true, _) => source.by_name(),
        };
        let ordered = match by_name {
            Some(by_name) => format!("FROM {by_name} WHERE {}{conditions}", source.condition),
            None => of_list,
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql = format!("SELECT s.id {ordered} ORDER BY s.sort_key, s.id LIMIT {limit} OFFSET {offset}");
        let page: Vec<StudentId> = self
            .conn
            .prepare_cached(&sql)?
            .query_map(params_from_iter(&values), |row| Ok(StudentId(row.get(0)?)))?
            .collect::<Result<_, _>>()?;
        Ok(ListPage {
            rows: self.rows(&page)?,
            count: Count::Exactly(count),
        })
    }

    /// Whose queued movement would be set aside at the closing, in one walk through those that wait. What would set it
    /// aside is a rule: where columns and plain letters don't tell, the rule itself is asked.
    fn observed(self) -> Result<Vec<StudentId>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT s.id, {OBSERVED},
                 s.nss_state = 'capturado', s.nss, s.given_names, s.first_surname, s.second_surname
             FROM movements m INDEXED BY one_open_movement CROSS JOIN students s ON s.id = m.student_id
             WHERE m.state IN ('en_cola', 'en_envio') AND m.state = 'en_cola'"
        ))?;
        let mut rows = statement.query([])?;
        let mut observed = Vec::new();
        while let Some(row) = rows.next()? {
            let id = StudentId(row.get(0)?);
            let text = |column: usize| row.get_ref(column).map(|it| it.as_str_or_null().ok().flatten());
            let (nss, names) = (text(3)?, [text(4)?, text(5)?, text(6)?]);
            let is_certain: bool = row.get(1)?;
            let may_be_provisional = row.get(2)? && nss.is_some_and(|nss| !nss.starts_with(ORDINARY));
            let is_plain = names.into_iter().flatten().all(is_plain) && !may_be_provisional;
            if is_certain || !is_plain && self.is_observed(id)? {
                observed.push(id);
            }
        }
        Ok(observed)
    }

    /// Whether the movement that a student has in the queue would be set aside at the closing.
    fn is_observed(self, id: StudentId) -> Result<bool, StoreError> {
        let (Some(student), Some(movement)) = (self.student(id)?, self.last_movement_of(id)?) else {
            return Ok(false);
        };
        Ok(!self.observations_of(movement.kind, &student)?.is_empty())
    }

    /// The careers that somebody studies, each once.
    ///
    /// # Errors
    /// The file's faults.
    pub fn every_career(self) -> Result<Vec<String>, StoreError> {
        // From one to the next in the index, instead of through every record of each.
        let careers = self
            .conn
            .prepare_cached(
                "WITH RECURSIVE each (career) AS (
                     SELECT min(career) FROM students WHERE career IS NOT NULL
                     UNION ALL
                     SELECT (SELECT min(career) FROM students WHERE career > each.career) FROM each
                     WHERE each.career IS NOT NULL)
                 SELECT career FROM each WHERE career IS NOT NULL",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(careers)
    }
}
