//! Students: one row each, in and out.

use std::cell::RefCell;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, Statement, named_params};

use super::clinics::read_assignment;
use super::{Reader, StoreError, Tx};
use crate::domain::birthplace::Birthplace;
use crate::domain::control_number::{ControlNumber, Identifier, ProvisionalFolio};
use crate::domain::curp::Curp;
use crate::domain::ids::StudentId;
use crate::domain::nss::Nss;
use crate::domain::period::{Period, Semester};
use crate::domain::person_name::{PersonName, fold};
use crate::domain::sex::Sex;
use crate::domain::student::{CurpRecord, NssRecord, NssState, Particulars, Standing, Student};

/// The columns that [`read_student`] expects, in its order.
pub(super) const COLUMNS: &str = "s.id, s.identifier, s.identifier_kind, s.given_names, s.first_surname, \
     s.second_surname, s.curp, s.curp_state, s.curp_shared, s.sex, s.birth_date, s.birthplace, s.career, s.semester, \
     s.period, s.standing, s.nss, s.nss_state, s.nss_on, s.nss_shared, s.email, s.phone, s.prior_alta, \
     s.archived_on, \
     (SELECT c.delegation FROM clinics c WHERE c.id = s.clinic_id), \
     (SELECT c.number FROM clinics c WHERE c.id = s.clinic_id), \
     s.shift, s.room, s.agregado, s.clinic_source, s.clinic_on, s.former_folio";

/// Who holds a number already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The record.
    pub id: StudentId,
    /// «López Díaz, Raúl».
    pub name: String,
    /// Número de control or folio.
    pub identifier: String,
}

/// A record that may be the same person as the one on the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// The record.
    pub student: Student,
    /// It has the CURP of the form.
    pub same_curp: bool,
    /// It has the NSS of the form.
    pub same_nss: bool,
    /// It has the name of the form, accents aside.
    pub same_name: bool,
}

impl Tx<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for an identifier, NSS or CURP that has a holder and no written reason.
    pub fn insert_student(&self, student: &Particulars) -> Result<StudentId, StoreError> {
        self.write(
            "INSERT INTO students (identifier, identifier_kind, given_names, first_surname, second_surname, curp,
                 curp_state, curp_shared, sex, birth_date, birthplace, career, semester, period, standing, nss,
                 nss_state, nss_on, nss_shared, email, phone, sort_key, search_words)
             VALUES (:identifier, :identifier_kind, :given_names, :first_surname, :second_surname, :curp,
                 :curp_state, :curp_shared, :sex, :birth_date, :birthplace, :career, :semester, :period, :standing, :nss,
                 :nss_state, :nss_on, :nss_shared, :email, :phone, :sort_key, :search_words)",
            None,
            student,
        )?;
        Ok(StudentId(self.conn.last_insert_rowid()))
    }

    /// Replaces what the form holds of a record.
    ///
    /// # Errors
    /// As [`Tx::insert_student`].
    pub fn update_student(&self, id: StudentId, student: &Particulars) -> Result<(), StoreError> {
        self.write(
            "UPDATE students SET identifier = :identifier, identifier_kind = :identifier_kind,
                 given_names = :given_names, first_surname = :first_surname, second_surname = :second_surname,
                 curp = :curp, curp_state = :curp_state, curp_shared = :curp_shared, sex = :sex,
                 birth_date = :birth_date, birthplace = :birthplace, career = :career, semester = :semester,
                 period = :period, standing = :standing, nss = :nss, nss_state = :nss_state, nss_on = :nss_on,
                 nss_shared = :nss_shared, email = :email, phone = :phone, sort_key = :sort_key,
                 search_words = :search_words
             WHERE id = :id",
            Some(id),
            student,
        )
    }

    /// Marks «alta anterior al programa», or takes the mark off.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_prior_alta(&self, id: StudentId, on: Option<NaiveDate>) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE students SET prior_alta = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![id.0, on])?;
        Ok(())
    }

    /// Keeps the provisional folio that a número de control is about to replace.
    ///
    /// # Errors
    /// [`StoreError::Taken`] if it was another student's before.
    pub fn remember_folio(&self, id: StudentId, folio: &ProvisionalFolio) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE students SET former_folio = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![id.0, folio.as_str()])?;
        Ok(())
    }

    /// Puts a record away from the daily list, or brings it back.
    ///
    /// # Errors
    /// The file's faults.
    pub fn set_archived(&self, id: StudentId, on: Option<NaiveDate>) -> Result<(), StoreError> {
        self.conn
            .prepare_cached("UPDATE students SET archived_on = ?2 WHERE id = ?1")?
            .execute(rusqlite::params![id.0, on])?;
        Ok(())
    }

    fn write(&self, sql: &str, id: Option<StudentId>, student: &Particulars) -> Result<(), StoreError> {
        let identifier_kind = match &student.identifier {
            Identifier::Control(_) => "control",
            Identifier::Provisional(_) => "provisional",
        };
        let (curp_state, curp_shared) = match &student.curp {
            CurpRecord::None => ("sin_curp", None),
            CurpRecord::Doubtful { shared_because, .. } => ("por_confirmar", shared_because.as_deref()),
            CurpRecord::Valid(_) => ("correcta", None),
        };
        let (nss_on, nss_shared) = match &student.nss {
            NssRecord::InProcess { since } => (Some(since), None),
            NssRecord::Confirmed { on, .. } => (Some(on), None),
            NssRecord::Doubtful { shared_because, .. } => (None, shared_because.as_deref()),
            NssRecord::None | NssRecord::Captured(_) => (None, None),
        };
        let mut statement = self.conn.prepare_cached(sql)?;
        let identifier = student.identifier.as_str();
        let sex = student.sex.map(|sex| sex.code().to_string());
        let birthplace = student.birthplace.map(|place| place.code());
        let semester = student.semester.map(|semester| semester.number());
        let period = student.period.map(|period| period.to_string());
        let sort_key = student.name.sort_key();
        let former_folio = match id {
            Some(id) => self.reader().former_folio(id)?,
            None => None,
        };
        let search_words = search_words(student, former_folio.as_deref());
        let values = named_params! {
            ":identifier": identifier,
            ":identifier_kind": identifier_kind,
            ":given_names": student.name.given(),
            ":first_surname": student.name.first_surname(),
            ":second_surname": student.name.second_surname(),
            ":curp": student.curp.text(),
            ":curp_state": curp_state,
            ":curp_shared": curp_shared,
            ":sex": sex,
            ":birth_date": student.birth_date,
            ":birthplace": birthplace,
            ":career": student.career,
            ":semester": semester,
            ":period": period,
            ":standing": student.standing.code(),
            ":nss": student.nss.text(),
            ":nss_state": student.nss.state().code(),
            ":nss_on": nss_on,
            ":nss_shared": nss_shared,
            ":email": student.email,
            ":phone": student.phone,
            ":sort_key": sort_key,
            ":search_words": search_words,
        };
        match id {
            None => statement.execute(values)?,
            Some(id) => statement.execute(&*[values, &[(":id", &id.0)]].concat())?,
        };
        Ok(())
    }
}

/// What a search looks at: the folded words of the name, the identifier, the NSS and its last four digits, the CURP;
/// the folio that the identifier replaced; each after a space, so that « gar» finds what begins with it.
pub(super) fn search_words(student: &Particulars, former_folio: Option<&str>) -> String {
    let mut words = format!(
        " {} {}",
        fold(&student.name.natural()),
        student.identifier.as_str().to_lowercase()
    );
    if let Some(nss) = student.nss.text() {
        words = format!("{words} {}", fold(nss));
        if nss.len() == 11 && nss.is_ascii() {
            words = format!("{words} {}", &nss[7..]);
        }
    }
    if let Some(curp) = student.curp.text() {
        words = format!("{words} {}", fold(curp));
    }
    if let Some(folio) = former_folio {
        words = format!("{words} {}", folio.to_lowercase());
    }
    words
}

impl<'c> Reader<'c> {
    /// One record.
    ///
    /// # Errors
    /// The file's faults.
    pub fn student(self, id: StudentId) -> Result<Option<Student>, StoreError> {
        self.student_where("s.id = ?1", id.0)
    }

    /// The record with this número de control or folio.
    ///
    /// # Errors
    /// The file's faults.
    pub fn student_by_identifier(self, identifier: &str) -> Result<Option<Student>, StoreError> {
        self.student_where("s.identifier = ?1", identifier)
    }

    /// The record that had this provisional folio before it got a número de control.
    ///
    /// # Errors
    /// The file's faults.
    pub fn student_by_former_folio(self, folio: &str) -> Result<Option<Student>, StoreError> {
        self.student_where("s.former_folio = ?1", folio)
    }

    /// What finds many students by their numbers.
    ///
    /// # Errors
    /// The file's faults.
    pub fn finder(self) -> Result<Finder<'c>, StoreError> {
        let by = |condition: &str| {
            let sql = format!("SELECT id FROM students WHERE {condition} = ?1 LIMIT 1");
            Ok::<_, StoreError>(RefCell::new(self.conn.prepare(&sql)?))
        };
        Ok(Finder {
            identifier: by("identifier")?,
            curp: by("curp")?,
            nss: by("nss")?,
            name: RefCell::new(
                self.conn
                    .prepare("SELECT count(*) FROM students WHERE sort_key = ?1")?,
            ),
        })
    }

    /// Everybody who is enrolled and not archived, in the order of names, with the career.
    ///
    /// # Errors
    /// The file's faults.
    pub fn every_enrolled(self) -> Result<Vec<(Holder, Option<String>)>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, identifier, given_names, first_surname, second_surname, career FROM students
             WHERE standing = 'inscrito' AND archived_on IS NULL ORDER BY sort_key, id",
        )?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let given: String = row.get(2)?;
            let (first, second): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            let name = PersonName::new(&given, first.as_deref(), second.as_deref());
            let holder = Holder {
                id: StudentId(row.get(0)?),
                name: name.map(|name| name.formal()).unwrap_or(given),
                identifier: row.get(1)?,
            };
            found.push((holder, row.get(5)?));
        }
        Ok(found)
    }

    /// The folio that a student's número de control replaced.
    pub(super) fn former_folio(self, id: StudentId) -> Result<Option<String>, StoreError> {
        let folio = self
            .conn
            .prepare_cached("SELECT former_folio FROM students WHERE id = ?1")?
            .query_row([id.0], |row| row.get(0))
            .optional()?;
        Ok(folio.flatten())
    }

    fn student_where(
        self,
        condition: &str,
        key: impl rusqlite::ToSql,
    ) -> Result<Option<Student>, StoreError> {
        self.conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM students s WHERE {condition}"))?
            .query_row([key], |row| Ok(read_student(row)))
            .optional()?
            .transpose()
    }

    /// The first holder of an NSS (11 digits, or any doubtful text), other than `except`.
    ///
    /// # Errors
    /// The file's faults.
    pub fn holder_of_nss(self, nss: &str, except: Option<StudentId>) -> Result<Option<Holder>, StoreError> {
        self.holder("nss", nss, except)
    }

    /// The first holder of a CURP, other than `except`.
    ///
    /// # Errors
    /// The file's faults.
    pub fn holder_of_curp(self, curp: &str, except: Option<StudentId>) -> Result<Option<Holder>, StoreError> {
        self.holder("curp", curp, except)
    }

    /// The holder of an identifier, other than `except`.
    ///
    /// # Errors
    /// The file's faults.
    pub fn holder_of_identifier(
        self,
        identifier: &str,
        except: Option<StudentId>,
    ) -> Result<Option<Holder>, StoreError> {
        self.holder("identifier", identifier, except)
    }

    fn holder(
        self,
        column: &str,
        value: &str,
        except: Option<StudentId>,
    ) -> Result<Option<Holder>, StoreError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM students s WHERE s.{column} = ?1 AND s.id IS NOT ?2 ORDER BY s.id LIMIT 1"
        );
        let student = self
            .conn
            .prepare_cached(&sql)?
            .query_row(rusqlite::params![value, except.map(|id| id.0)], |row| {
                Ok(read_student(row))
            })
            .optional()?
            .transpose()?;
        Ok(student.map(|student| Holder {
            id: student.id,
            name: student.particulars.name.formal(),
            identifier: student.particulars.identifier.as_str().to_owned(),
        }))
    }

    /// Records that may be the person on the form: the same CURP, the same NSS, or the same name; at most `limit`.
    ///
    /// # Errors
    /// The file's faults.
    pub fn likenesses(
        self,
        name: Option<&PersonName>,
        curp: Option<&str>,
        nss: Option<&str>,
        except: Option<StudentId>,
        limit: usize,
    ) -> Result<Vec<Likeness>, StoreError> {
        let key = name.map(PersonName::sort_key);
        let sql = format!(
            "SELECT {COLUMNS} FROM students s WHERE s.id IN (
                 SELECT id FROM students WHERE curp = ?1
                 UNION SELECT id FROM students WHERE nss = ?2
                 UNION SELECT id FROM students WHERE sort_key = ?3
             ) AND s.id IS NOT ?4 ORDER BY s.curp IS ?1 DESC, s.nss IS ?2 DESC, s.id LIMIT ?5"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params![
            curp,
            nss,
            key,
            except.map(|id| id.0),
            limit as i64
        ])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let student = read_student(row)?;
            found.push(Likeness {
                same_curp: curp.is_some() && student.particulars.curp.text() == curp,
                same_nss: nss.is_some() && student.particulars.nss.text() == nss,
                same_name: key
                    .as_ref()
                    .is_some_and(|key| *key == student.particulars.name.sort_key()),
                student,
            });
        }
        Ok(found)
    }

    /// How many records there are.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_students(self) -> Result<u64, StoreError> {
        let count: i64 = self
            .conn
            .prepare_cached("SELECT count(*) FROM students")?
            .query_row([], |row| row.get(0))?;
        Ok(count as u64)
    }

    /// The careers in use, the most used first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn careers_in_use(self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT career FROM students WHERE career IS NOT NULL GROUP BY career ORDER BY count(*) DESC, career",
        )?;
        let careers = statement
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        Ok(careers)
    }

    /// The highest consecutive of the provisional folios of a year, replaced ones too; 0 when there is none.
    ///
    /// # Errors
    /// The file's faults.
    pub fn last_provisional(self, year: i32) -> Result<u32, StoreError> {
        let last: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT max(folio) FROM (
                     SELECT identifier AS folio FROM students WHERE identifier_kind = 'provisional'
                     UNION ALL SELECT former_folio FROM students WHERE former_folio IS NOT NULL
                 ) WHERE folio >= ?1 AND folio < ?2",
            )?
            .query_row([format!("P{year}"), format!("P{}", year + 1)], |row| row.get(0))?;
        Ok(last.and_then(|folio| folio.get(5..)?.parse().ok()).unwrap_or(0))
    }
}

/// Finds who has a number, or how many a name: for sheets of thousands, with statements that are ready all the while.
#[derive(Debug)]
pub struct Finder<'c> {
    identifier: RefCell<Statement<'c>>,
    curp: RefCell<Statement<'c>>,
    nss: RefCell<Statement<'c>>,
    name: RefCell<Statement<'c>>,
}

impl Finder<'_> {
    /// Whose número de control or folio this is.
    ///
    /// # Errors
    /// The file's faults.
    pub fn of_identifier(&self, identifier: &str) -> Result<Option<StudentId>, StoreError> {
        first(&self.identifier, identifier)
    }

    /// The first who has this CURP, right or doubtful.
    ///
    /// # Errors
    /// The file's faults.
    pub fn of_curp(&self, curp: &str) -> Result<Option<StudentId>, StoreError> {
        first(&self.curp, curp)
    }

    /// The first who has this NSS, right or doubtful.
    ///
    /// # Errors
    /// The file's faults.
    pub fn of_nss(&self, nss: &str) -> Result<Option<StudentId>, StoreError> {
        first(&self.nss, nss)
    }

    /// How many records bear the name with this key, accents aside.
    ///
    /// # Errors
    /// The file's faults.
    pub fn count_of_name(&self, sort_key: &str) -> Result<usize, StoreError> {
        let count: i64 = self.name.borrow_mut().query_row([sort_key], |row| row.get(0))?;
        Ok(count as usize)
    }
}

fn first(statement: &RefCell<Statement<'_>>, key: &str) -> Result<Option<StudentId>, StoreError> {
    let found = statement
        .borrow_mut()
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(found.map(StudentId))
}

/// A row of [`COLUMNS`] as a student.
pub(super) fn read_student(row: &Row<'_>) -> Result<Student, StoreError> {
    let text = |index: usize| row.get::<_, Option<String>>(index);
    let required = |index: usize| row.get::<_, String>(index);

    let identifier = required(1)?;
    let identifier = match required(2)?.as_str() {
        "provisional" => ProvisionalFolio::parse(&identifier).map(Identifier::Provisional),
        _ => ControlNumber::parse(&identifier).ok().map(Identifier::Control),
    }
    .ok_or(StoreError::Unreadable {
        column: "students.identifier",
        value: identifier,
    })?;
    let given = required(3)?;
    let name = PersonName::new(&given, text(4)?.as_deref(), text(5)?.as_deref()).map_err(|_| {
        StoreError::Unreadable {
            column: "students.given_names",
            value: given,
        }
    })?;

    let curp = text(6)?;
    let curp = match (required(7)?.as_str(), curp) {
        ("correcta", Some(curp)) => {
            Curp::from_stored(&curp)
                .map(CurpRecord::Valid)
                .ok_or(StoreError::Unreadable {
                    column: "students.curp",
                    value: curp,
                })?
        }
        (_, Some(text)) => CurpRecord::Doubtful {
            text,
            shared_because: row.get(8)?,
        },
        (_, None) => CurpRecord::None,
    };

    let state = required(17)?;
    let nss = text(16)?;
    let trusted = |nss: Option<String>| {
        let nss = nss.unwrap_or_default();
        Nss::parse(&nss).map_err(|_| StoreError::Unreadable {
            column: "students.nss",
            value: nss,
        })
    };
    let on = row.get::<_, Option<NaiveDate>>(18)?;
    let nss = match (NssState::from_code(&state), on) {
        (Some(NssState::None), _) => NssRecord::None,
        (Some(NssState::InProcess), Some(since)) => NssRecord::InProcess { since },
        (Some(NssState::Doubtful), _) => NssRecord::Doubtful {
            text: nss.unwrap_or_default(),
            shared_because: text(19)?,
        },
        (Some(NssState::Captured), _) => NssRecord::Captured(trusted(nss)?),
        (Some(NssState::Confirmed), Some(on)) => NssRecord::Confirmed {
            nss: trusted(nss)?,
            on,
        },
        _ => {
            return Err(StoreError::Unreadable {
                column: "students.nss_state",
                value: state,
            });
        }
    };

    let standing = required(15)?;
    let particulars = Particulars {
        identifier,
        name,
        curp,
        sex: text(9)?.and_then(|code| Sex::from_code(code.chars().next()?)),
        birth_date: row.get(10)?,
        birthplace: text(11)?.and_then(|code| Birthplace::from_code(&code)),
        career: text(12)?,
        semester: row.get::<_, Option<u8>>(13)?.and_then(Semester::new),
        period: text(14)?.and_then(|period| Period::parse(&period).ok()),
        standing: Standing::from_code(&standing).ok_or(StoreError::Unreadable {
            column: "students.standing",
            value: standing,
        })?,
        nss,
        email: text(20)?,
        phone: text(21)?,
    };
    Ok(Student {
        id: StudentId(row.get(0)?),
        particulars,
        prior_alta: row.get(22)?,
        archived_on: row.get(23)?,
        former_folio: text(31)?.as_deref().and_then(ProvisionalFolio::parse),
        assignment: read_assignment(row, 24)?,
    })
}
