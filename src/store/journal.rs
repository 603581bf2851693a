//! The journal: who did what, when, and every row before and after it. History reads it, undo replays it.
//!
//! Rows are captured by temporary triggers that [`Ledger::install`] writes from the schema itself, so no write of this
//! program can forget its entry: without an act under way, the trigger refuses the write. The technique is that of
//! SQLite's page on automatic undo and redo; here one source of rows serves undo and audit trail together.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDateTime;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension, Params, params};
use serde_json::{Map, Value};

use super::{Reader, StoreError, search_index};
use crate::domain::ids::{ActId, StudentId};
use crate::domain::person_name::PersonName;

/// When an act was made, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Local time.
    pub at: NaiveDateTime,
    /// The name of who was at the window.
    pub clerk: String,
}

/// What a clerk can do, as the journal names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActKind {
    /// The first run: campus and clerk.
    SetUp,
    /// A student registered.
    Register,
    /// A record corrected.
    Edit,
    /// An alta put into a cut.
    QueueAlta,
    /// A baja put into a cut.
    QueueBaja,
    /// A queued movement withdrawn.
    CancelMovement,
    /// A queued movement marked as urgent, or the mark taken off.
    MarkUrgent,
    /// A summary printed.
    PrintSummary,
    /// A list printed.
    PrintList,
    /// A list written to a file.
    ExportList,
    /// What a document said about a student's vigencia.
    RecordCheck,
    /// What a student handed in, on the Lista de cotejo.
    Checklist,
    /// A Lista de cotejo printed.
    PrintChecklist,
    /// A número de control in place of a provisional folio.
    AssignControlNumber,
    /// A record put away from the daily list.
    Archive,
    /// An archived record brought back to it.
    Restore,
    /// What IMSS assigned to a student: clinic, turno, consultorio, agregado.
    Assign,
    /// A clinic added to the catalogue.
    AddClinic,
    /// A clinic corrected in the catalogue.
    CorrectClinic,
    /// A clinic taken out of the catalogue.
    RemoveClinic,
    /// A setting changed, put back to its default, or confirmed.
    ChangeSetting,
    /// Another name at the window.
    ChangeClerk,
    /// The synthetic campus of `demo`.
    Demo,
    /// Derived columns put right by `verificar --reparar`.
    Repair,
    /// An act taken back.
    Undo,
    /// An act repeated.
    Redo,
}

impl ActKind {
    const ALL: [Self; 26] = [
        Self::SetUp,
        Self::Register,
        Self::Edit,
        Self::QueueAlta,
        Self::QueueBaja,
        Self::CancelMovement,
        Self::MarkUrgent,
        Self::PrintSummary,
        Self::PrintList,
        Self::ExportList,
        Self::RecordCheck,
        Self::Checklist,
        Self::PrintChecklist,
        Self::AssignControlNumber,
        Self::Archive,
        Self::Restore,
        Self::Assign,
        Self::AddClinic,
        Self::CorrectClinic,
        Self::RemoveClinic,
        Self::ChangeSetting,
        Self::ChangeClerk,
        Self::Demo,
        Self::Repair,
        Self::Undo,
        Self::Redo,
    ];

    /// The word under which it is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::SetUp => "inicio",
            Self::Register => "registro",
            Self::Edit => "correccion",
            Self::QueueAlta => "alta",
            Self::QueueBaja => "baja",
            Self::CancelMovement => "cancelacion",
            Self::MarkUrgent => "urgente",
            Self::PrintSummary => "resumen",
            Self::PrintList => "relacion",
            Self::ExportList => "exportacion",
            Self::RecordCheck => "comprobacion",
            Self::Checklist => "cotejo",
            Self::PrintChecklist => "cotejo_impreso",
            Self::AssignControlNumber => "numero_de_control",
            Self::Archive => "archivo",
            Self::Restore => "restauracion",
            Self::Assign => "clinica",
            Self::AddClinic => "clinica_agregada",
            Self::CorrectClinic => "clinica_corregida",
            Self::RemoveClinic => "clinica_quitada",
            Self::ChangeSetting => "ajuste",
            Self::ChangeClerk => "quien_atiende",
            Self::Demo => "demostracion",
            Self::Repair => "reparacion",
            Self::Undo => "deshacer",
            Self::Redo => "rehacer",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| StoreError::Unreadable {
                column: "acts.kind",
                value: code.to_owned(),
            })
    }

    /// Whether it left the program as paper or file, which can't be taken back here.
    pub(super) fn went_out(self) -> bool {
        matches!(
            self,
            Self::PrintSummary | Self::PrintChecklist | Self::PrintList | Self::ExportList
        )
    }

    /// The state in which the act enters the journal. What went out of the program can't be taken back there, but
    /// it stays in the line of undo so that Ctrl+Z can say so once; what nobody asked for is not in that line.
    fn first_state(self) -> &'static str {
        match self {
            Self::SetUp | Self::ChangeClerk | Self::Demo | Self::Repair | Self::Undo | Self::Redo => "passed",
            _ => "done",
        }
    }
}

/// Which tables an act changed, so that a screen reads again only what it shows of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed(u16);

impl Changed {
    /// Nothing.
    pub const NOTHING: Self = Self(0);

    /// Whether nothing was changed.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether rows of `table` were.
    pub fn touches(self, table: Table) -> bool {
        self.0 & (1 << table as u8) != 0
    }

    fn with(self, table: Table) -> Self {
        Self(self.0 | 1 << table as u8)
    }
}

/// The tables that the journal watches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Records.
    Students,
    /// Altas and bajas.
    Movements,
    /// Vigencia checks.
    Checks,
    /// Printed sheets.
    Prints,
    /// Lists that left the program.
    Rosters,
    /// Settings, but for how the window looks.
    Settings,
    /// The catalogue of clinics.
    Clinics,
    /// The history that a constancia lists.
    Affiliations,
    /// Rows of the Lista de cotejo.
    Checklist,
}

impl Table {
    const ALL: [Self; 9] = [
        Self::Students,
        Self::Movements,
        Self::Checks,
        Self::Prints,
        Self::Rosters,
        Self::Settings,
        Self::Clinics,
        Self::Affiliations,
        Self::Checklist,
    ];

    /// Its name in the register.
    pub fn name(self) -> &'static str {
        match self {
            Self::Students => "students",
            Self::Movements => "movements",
            Self::Checks => "checks",
            Self::Prints => "prints",
            Self::Rosters => "rosters",
            Self::Settings => "settings",
            Self::Clinics => "clinics",
            Self::Affiliations => "affiliations",
            Self::Checklist => "checklist",
        }
    }

    pub(super) fn from_name(name: &str) -> Result<Self, StoreError> {
        Self::ALL
            .into_iter()
            .find(|table| table.name() == name)
            .ok_or_else(|| StoreError::Unreadable {
                column: "changes.table_name",
                value: name.to_owned(),
            })
    }

    /// The column that says whom a row is about.
    fn student_column(self) -> Option<&'static str> {
        match self {
            Self::Students => Some("id"),
            Self::Movements | Self::Checks | Self::Affiliations | Self::Prints | Self::Checklist => {
                Some("student_id")
            }
            Self::Rosters | Self::Settings | Self::Clinics => None,
        }
    }

    /// Which of its rows the journal hears of, as a condition on `row`. How the window looks is no fact about anybody:
    /// a zoom is no act, and Ctrl+Z never takes one back.
    fn heard(self, row: &str) -> String {
        match self {
            Self::Settings => format!("{row}.key NOT GLOB 'apariencia.*'"),
            _ => "TRUE".to_owned(),
        }
    }
}

/// The condition that picks the changes of act `?1`: they stand together in the journal.
pub(super) const OF_ACT: &str = "id >= (SELECT first_change FROM acts WHERE id = ?1)
     AND id < coalesce((SELECT first_change FROM acts WHERE id > ?1 ORDER BY id LIMIT 1), 9223372036854775807)";

/// An act that was carried out.
#[derive(Debug)]
pub struct Done<T> {
    /// What it returned.
    pub value: T,
    /// Its number in the journal; `None` if it changed nothing.
    pub act: Option<ActId>,
    /// The tables that it changed.
    pub changed: Changed,
}

/// An act as the status bar and the history tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActSummary {
    /// Its number.
    pub id: ActId,
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub clerk: String,
    /// What.
    pub kind: ActKind,
    /// For an undo or a redo: what the act was that it took back or repeated.
    pub of: Option<ActKind>,
    /// The student whom the act was about, and his or her name as it is, or was before the act was undone.
    pub student: Option<(StudentId, String)>,
}

/// One row before and after an act.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// Its table.
    pub table: Table,
    /// The columns before; `None` for a row that was added.
    pub before: Option<Map<String, Value>>,
    /// The columns after; `None` for a row that was taken away.
    pub after: Option<Map<String, Value>>,
}

/// Acts of the journal with the rows that each changed.
pub type Journal = Vec<(ActSummary, Vec<RowChange>)>;

/// What the triggers tell of the act under way, through the SQL function that they call for each change.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger(Arc<Mutex<Option<Told>>>);

/// What has been told so far.
#[derive(Debug)]
struct Told {
    act: ActId,
    changed: Changed,
    about: About,
}

/// Whom an act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Nobody,
    One(i64),
    Several,
}

impl About {
    fn and(self, student: Option<i64>) -> Self {
        match (self, student) {
            (about, None) => about,
            (Self::Nobody, Some(student)) => Self::One(student),
            (Self::One(one), Some(student)) if one == student => self,
            _ => Self::Several,
        }
    }
}

/// An act from its opening to [`Open::close`]: as long as this lives, changes are entered under it.
pub(super) struct Open<'l> {
    id: ActId,
    ledger: &'l Ledger,
}

impl Ledger {
    fn told(&self) -> MutexGuard<'_, Option<Told>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Called by the trigger of each change, before the change is entered: under which act?
    fn enter(&self, table: i64, student: Option<i64>) -> Option<i64> {
        let mut told = self.told();
        let told = told.as_mut()?;
        told.changed = told.changed.with(*Table::ALL.get(usize::try_from(table).ok()?)?);
        told.about = told.about.and(student);
        Some(told.act.0)
    }

    /// Writes the triggers that capture every change of the watched tables on this connection.
    pub(super) fn install(conn: &Connection) -> Result<Self, StoreError> {
        let ledger = Self::default();
        let listener = ledger.clone();
        conn.create_scalar_function("act_of_change", 2, FunctionFlags::SQLITE_UTF8, move |call| {
            listener.enter(call.get(0)?, call.get(1)?).ok_or_else(|| {
                rusqlite::Error::UserFunctionError("nothing is written to the register outside an act".into())
            })
        })?;
        for (number, table) in Table::ALL.into_iter().enumerate() {
            conn.execute_batch(&triggers(number, table, &columns(conn, table)?))?;
        }
        Ok(ledger)
    }

    /// Opens an act: until it is closed or dropped, every change is entered under it.
    pub(super) fn open<'l>(
        &'l self,
        conn: &Connection,
        stamp: &Stamp,
        kind: ActKind,
    ) -> Result<Open<'l>, StoreError> {
        if !matches!(kind, ActKind::Undo | ActKind::Redo | ActKind::ChangeClerk) {
            // A new act leaves behind what was undone before it: from now on there is nothing to redo.
            let undone = "SELECT id FROM acts WHERE state = 'undone'";
            // Asked first, since an update of nothing is dearer than to see that there is nothing.
            if conn.prepare_cached(undone)?.exists([])? {
                conn.execute("UPDATE acts SET state = 'passed' WHERE state = 'undone'", [])?;
            }
        }
        conn.prepare_cached(
            "INSERT INTO acts (at, clerk, kind, state, first_change)
             VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(id), 0) + 1 FROM changes))",
        )?
        .execute(params![stamp.at, stamp.clerk, kind.code(), kind.first_state()])?;
        let id = ActId(conn.last_insert_rowid());
        *self.told() = Some(Told {
            act: id,
            changed: Changed::NOTHING,
            about: About::Nobody,
        });
        Ok(Open { id, ledger: self })
    }
}

impl Open<'_> {
    /// Its number in the journal.
    pub(super) fn id(&self) -> ActId {
        self.id
    }

    /// Closes the act: notes whom it was about, and tells which tables it changed.
    pub(super) fn close(self, conn: &Connection) -> Result<Changed, StoreError> {
        let Some(told) = self.ledger.told().take() else {
            return Ok(Changed::NOTHING);
        };
        if let About::One(student) = told.about {
            conn.prepare_cached("UPDATE acts SET student = ?2 WHERE id = ?1")?
                .execute([self.id.0, student])?;
        }
        if told.changed.touches(Table::Students) {
            search_index::enter_what_is_due(conn, search_index::MOST_DUE)?;
        }
        Ok(told.changed)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        *self.ledger.told() = None;
    }
}

/// The triggers that enter every change of a table, which the SQL function knows by `number`.
fn triggers(number: usize, table: Table, columns: &[String]) -> String {
    let name = table.name();
    let old = json_of("old", columns);
    let new = json_of("new", columns);
    let differs: Vec<String> = columns
        .iter()
        .map(|c| format!("old.{c} IS NOT new.{c}"))
        .collect();
    let differs = differs.join(" OR ");
    [
        ("INSERT", "TRUE", "new", "NULL", new.as_str()),
        ("UPDATE", differs.as_str(), "new", old.as_str(), new.as_str()),
        ("DELETE", "TRUE", "old", old.as_str(), "NULL"),
    ]
    .map(|(event, when, row, before, after)| {
        let student = table
            .student_column()
            .map_or_else(|| "NULL".to_owned(), |column| format!("{row}.{column}"));
        let heard = table.heard(row);
        format!(
            "CREATE TEMP TRIGGER journal_{name}_{event} AFTER {event} ON main.{name} WHEN ({when}) AND {heard} BEGIN
                INSERT INTO changes (act_id, table_name, row_id, student_id, before, after)
                VALUES (act_of_change({number}, {student}), '{name}', {row}.id, {student}, {before}, {after});
             END;\n"
        )
    })
    .concat()
}

impl Reader<'_> {
    /// What Ctrl+Z would take back now.
    ///
    /// # Errors
    /// The file's faults.
    pub fn next_undo(self) -> Result<Option<ActSummary>, StoreError> {
        self.last_act("state = 'done' ORDER BY id DESC", [])
    }

    /// Everything that was done about a student, the newest first, at most `limit` acts.
    ///
    /// # Errors
    /// The file's faults.
    pub fn history(self, student: StudentId, limit: usize) -> Result<Journal, StoreError> {
        let mut acts = self.conn.prepare_cached(
            "SELECT DISTINCT act_id FROM changes WHERE student_id = ?1 ORDER BY act_id DESC LIMIT ?2",
        )?;
        let mut rows = self.conn.prepare_cached(
            "SELECT table_name, before, after FROM changes WHERE act_id = ?1 AND student_id = ?2 ORDER BY id",
        )?;
        let ids = acts
            .query_map(params![student.0, limit as i64], |row| row.get::<_, i64>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut journal = Vec::with_capacity(ids.len());
        for id in ids {
            let Some(act) = self.last_act("id = ?1", [id])? else {
                continue;
            };
            let mut changes = Vec::new();
            let mut found = rows.query([id, student.0])?;
            while let Some(row) = found.next()? {
                changes.push(RowChange {
                    table: Table::from_name(&row.get::<_, String>(0)?)?,
                    before: parse_row(row.get(1)?)?,
                    after: parse_row(row.get(2)?)?,
                });
            }
            journal.push((act, changes));
        }
        Ok(journal)
    }

    /// How many acts touched a student.
    ///
    /// # Errors
    /// The file's faults.
    pub fn history_length(self, student: StudentId) -> Result<usize, StoreError> {
        let count: i64 = self
            .conn
            .prepare_cached("SELECT count(DISTINCT act_id) FROM changes WHERE student_id = ?1")?
            .query_row([student.0], |row| row.get(0))?;
        Ok(count as usize)
    }

    /// The first act that a condition written in this file picks.
    pub(super) fn last_act(
        self,
        condition: &str,
        bound: impl Params,
    ) -> Result<Option<ActSummary>, StoreError> {
        let sql = format!(
            "SELECT a.id, a.at, a.clerk, a.kind, t.kind, a.student FROM (SELECT * FROM acts WHERE {condition} LIMIT 1) a
             LEFT JOIN acts t ON t.id = a.target"
        );
        let found = self
            .conn
            .prepare_cached(&sql)?
            .query_row(bound, |row| {
                Ok((
                    ActId(row.get(0)?),
                    row.get::<_, NaiveDateTime>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, String>(3)?,
                    row.get::<_, Option<String>>(4)?,
                    row.get::<_, Option<i64>>(5)?.map(StudentId),
                ))
            })
            .optional()?;
        let Some((id, at, clerk, kind, of, student)) = found else {
            return Ok(None);
        };
        let student = match student {
            Some(student) => self.name_of(student, id)?.map(|name| (student, name)),
            None => None,
        };
        let of = of.as_deref().map(ActKind::from_code).transpose()?;
        Ok(Some(ActSummary {
            id,
            at,
            clerk,
            kind: ActKind::from_code(&kind)?,
            of,
            student,
        }))
    }

    /// A student's name, from the register or, once the registration was undone, from the journal.
    fn name_of(self, student: StudentId, act: ActId) -> Result<Option<String>, StoreError> {
        if let Some(found) = self.student(student)? {
            return Ok(Some(found.particulars.name.formal()));
        }
        let row: Option<String> = self
            .conn
            .query_row(
                &format!(
                    "SELECT coalesce(after, before) FROM changes
                     WHERE {OF_ACT} AND table_name = 'students' AND row_id = ?2 LIMIT 1"
                ),
                [act.0, student.0],
                |row| row.get(0),
            )
            .optional()?;
        let Some(row) = parse_row(row)? else {
            return Ok(None);
        };
        let text = |column: &str| row.get(column).and_then(Value::as_str);
        let name = PersonName::new(
            text("given_names").unwrap_or_default(),
            text("first_surname"),
            text("second_surname"),
        );
        Ok(name.ok().map(|name| name.formal()))
    }
}

fn parse_row(json: Option<String>) -> Result<Option<Map<String, Value>>, StoreError> {
    json.map(|json| {
        serde_json::from_str(&json).map_err(|_| StoreError::Unreadable {
            column: "changes",
            value: json,
        })
    })
    .transpose()
}

pub(super) fn columns(conn: &Connection, table: Table) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement
        .query_map([table.name()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}

/// The SQL expression that writes a row as JSON, the same way in every trigger and comparison.
pub(super) fn json_of(row: &str, columns: &[String]) -> String {
    let pairs: Vec<String> = columns
        .iter()
        .map(|column| format!("'{column}', {row}.{column}"))
        .collect();
    format!("json_object({})", pairs.join(", "))
}
