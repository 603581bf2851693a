//! The lists that the desk keeps ready: their pages in the order of names, and how many each one holds.

use chrono::{Days, NaiveDate};
use rusqlite::{ToSql, params_from_iter};

use super::search::Wanted;
use super::{Count, ListPage, Reader, StoreError};
use crate::domain::cutoff::WindowLimits;
use crate::domain::filter::Filter;
use crate::domain::ids::StudentId;
use crate::domain::movement::observations;

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

/// A filter in SQL: where its students are found, and what holds of each.
struct Source {
    /// Joined to `students s`, if the filter is about more than the record.
    from: &'static str,
    condition: &'static str,
    bounds: Vec<NaiveDate>,
}

impl Source {
    fn of(filter: Filter, at: AsOf) -> Self {
        let ago = |days: u32| {
            at.today
                .checked_sub_days(Days::new(days.into()))
                .unwrap_or(NaiveDate::MIN)
        };
        let (first, last) = (at.limits.first, at.limits.last.max(at.limits.first));
        let (from, condition, bounds) = match filter {
            Filter::All => ("students s", "1", Vec::new()),
            Filter::WithoutNss => (
                "students s INDEXED BY students_without_nss",
                "s.standing = 'inscrito' AND s.nss_state IN ('sin_nss', 'en_tramite') AND s.archived_on IS NULL",
                Vec::new(),
            ),
            Filter::ToConfirm => (
                "students s INDEXED BY students_to_confirm",
                "(s.nss_state = 'por_confirmar' OR s.curp_state = 'por_confirmar') AND s.archived_on IS NULL",
                Vec::new(),
            ),
            Filter::InCut => (
                "movements m INDEXED BY one_open_movement CROSS JOIN students s ON s.id = m.student_id",
                "m.state IN ('en_cola', 'en_envio')",
                Vec::new(),
            ),
            Filter::ReviewDue => (
                "unanswered u CROSS JOIN students s ON s.id = u.student_id",
                "u.kind = 'esperada' AND u.since < ?1",
                vec![ago(last)],
            ),
            Filter::ExpectedToday => (
                "unanswered u CROSS JOIN students s ON s.id = u.student_id",
                "u.kind = 'esperada' AND u.since BETWEEN ?1 AND ?2",
                vec![ago(last), ago(first)],
            ),
            Filter::Rejected => (
                "unanswered u CROSS JOIN students s ON s.id = u.student_id",
                "u.kind = 'rechazada'",
                Vec::new(),
            ),
            Filter::WithoutClinic => (
                "evidence e INDEXED BY evidence_without_clinic CROSS JOIN students s ON s.id = e.student_id",
                "e.vigente AND NOT e.archived AND NOT e.has_clinic",
                Vec::new(),
            ),
            Filter::Expired => (
                "evidence e INDEXED BY evidence_by_day CROSS JOIN students s ON s.id = e.student_id",
                "e.vigente AND NOT e.archived AND e.checked_on < ?1",
                vec![ago(at.valid_days)],
            ),
            Filter::WithObservation => (
                "movements m INDEXED BY one_open_movement CROSS JOIN students s ON s.id = m.student_id",
                "m.state IN ('en_cola', 'en_envio') AND m.state = 'en_cola'",
                Vec::new(),
            ),
            Filter::Archived => (
                "students s INDEXED BY students_archived",
                "s.archived_on IS NOT NULL",
                Vec::new(),
            ),
        };
        Self {
            from,
            condition,
            bounds,
        }
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

impl Reader<'_> {
    /// How many students a filter holds.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_of(self, filter: Filter, at: AsOf) -> Result<u64, StoreError> {
        match filter {
            Filter::All => return self.count_kept(),
            Filter::WithObservation => return Ok(self.list(filter, "", at, 0, 0)?.count.reachable()),
            _ => {}
        }
        let source = Source::of(filter, at);
        let sql = format!(
            "SELECT count(*) FROM {} WHERE {}",
            source.alone(),
            source.condition
        );
        let count: i64 = self
            .conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(source.bounds), |row| row.get(0))?;
        Ok(count as u64)
    }

    /// The students of a filter whom what was typed finds, in the order of their names, `limit` of them from `offset`
    /// on.
    ///
    /// # Errors
    /// The file's faults.
    pub fn list(
        self,
        filter: Filter,
        typed: &str,
        at: AsOf,
        offset: usize,
        limit: usize,
    ) -> Result<ListPage, StoreError> {
        if filter == Filter::All {
            return self.find_students(typed, offset, limit);
        }
        let source = Source::of(filter, at);
        let mut values: Vec<Box<dyn ToSql>> = Vec::new();
        for bound in &source.bounds {
            values.push(Box::new(*bound));
        }
        let mut narrowed = String::new();
        match Wanted::new(typed) {
            Wanted::Everybody => {}
            Wanted::Nobody => {
                return Ok(ListPage {
                    rows: Vec::new(),
                    count: Count::Exactly(0),
                });
            }
            Wanted::Beginning(letters) => {
                let (surname, number) = (values.len() + 1, values.len() + 2);
                values.push(Box::new(letters.clone()));
                values.push(Box::new(letters.to_uppercase()));
                narrowed =
                    format!(" AND (instr(s.sort_key, ?{surname}) = 1 OR instr(s.identifier, ?{number}) = 1)");
            }
            Wanted::Words(words) => {
                for word in words {
                    values.push(Box::new(format!(" {word}")));
                    narrowed.push_str(&format!(" AND instr(s.search_words, ?{})", values.len()));
                }
            }
        }
        let of_filter = format!("FROM {} WHERE {}{narrowed}", source.from, source.condition);
        let ids = |of: &str, limit: i64, offset: usize| -> Result<Vec<StudentId>, StoreError> {
            let sql = format!("SELECT s.id {of} ORDER BY s.sort_key, s.id LIMIT {limit} OFFSET {offset}");
            Ok(self
                .conn
                .prepare_cached(&sql)?
                .query_map(params_from_iter(&values), |row| Ok(StudentId(row.get(0)?)))?
                .collect::<Result<_, _>>()?)
        };
        if filter == Filter::WithObservation {
            // What would set a movement aside is a rule, not a column: the few that wait are asked one by one.
            let mut observed = Vec::new();
            for id in ids(&of_filter, -1, 0)? {
                if self.is_observed(id)? {
                    observed.push(id);
                }
            }
            let page: Vec<StudentId> = observed.iter().copied().skip(offset).take(limit).collect();
            return Ok(ListPage {
                rows: self.rows(&page)?,
                count: Count::Exactly(observed.len() as u64),
            });
        }
        let count = if narrowed.is_empty() {
            self.count_of(filter, at)?
        } else {
            let sql = format!("SELECT count(*) {of_filter}");
            let counted: i64 = self
                .conn
                .prepare_cached(&sql)?
                .query_row(params_from_iter(&values), |row| row.get(0))?;
            counted as u64
        };
        let walk = source.by_name().filter(|_| count > MANY);
        let ordered = match walk {
            Some(by_name) => format!("FROM {by_name} WHERE {}{narrowed}", source.condition),
            None => of_filter,
        };
        let page = ids(&ordered, i64::try_from(limit).unwrap_or(i64::MAX), offset)?;
        Ok(ListPage {
            rows: self.rows(&page)?,
            count: Count::Exactly(count),
        })
    }

    /// Whether the movement that a student has in the queue would be set aside at the closing.
    fn is_observed(self, id: StudentId) -> Result<bool, StoreError> {
        let (Some(student), Some(movement)) = (self.student(id)?, self.last_movement_of(id)?) else {
            return Ok(false);
        };
        Ok(!observations(movement.kind, &student.particulars).is_empty())
    }
}
