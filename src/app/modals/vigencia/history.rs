//! The rows of a constancia's history, as they are typed.

use chrono::NaiveDate;
use iced::advanced::widget::Id;

use crate::app::widget::field::{Field, Tone};
use crate::domain::date::typed_date;
use crate::domain::registro_patronal::{RegistroPatronal, is_ours};
use crate::domain::vigencia::Affiliation;
use crate::words::{dates, vigencia as words};

/// More than any constancia lists.
const MOST: usize = 12;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowPlace {
    /// Who affiliated.
    Institution,
    /// Registro patronal.
    Registro,
    /// From when.
    Since,
    /// Until when.
    Until,
}

impl RowPlace {
    const ALL: [Self; 4] = [Self::Institution, Self::Registro, Self::Since, Self::Until];

    fn name(self) -> &'static str {
        match self {
            Self::Institution => "institucion",
            Self::Registro => "registro",
            Self::Since => "desde",
            Self::Until => "hasta",
        }
    }
}

/// A row.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) institution: Field,
    pub(super) registro: Field,
    pub(super) since: Field,
    pub(super) until: Field,
    pub(super) ours: Option<bool>,
    /// Whether somebody chose that; until then it follows from the registro.
    chosen: bool,
}

/// All rows; none until somebody asks for the first.
#[derive(Debug, Default)]
pub(super) struct History {
    pub(super) rows: Vec<Row>,
    /// The registros patronales of the campus.
    our_registros: Vec<RegistroPatronal>,
}

/// The id of a field of a row.
pub(super) fn id(row: usize, place: RowPlace) -> Id {
    Id::from(format!("historial-{row}-{}", place.name()))
}

impl History {
    /// Of a campus with these registros patronales.
    pub(super) fn new(our_registros: Vec<RegistroPatronal>) -> Self {
        Self {
            rows: Vec::new(),
            our_registros,
        }
    }

    /// Shows the first row; tells where to write.
    pub(super) fn open(&mut self) -> Id {
        if self.rows.is_empty() {
            self.rows.push(Row::default());
        }
        id(0, RowPlace::Institution)
    }

    /// Which field of which row this is.
    fn at(&self, focused: Option<&Id>) -> Option<(usize, RowPlace)> {
        let focused = focused?;
        (0..self.rows.len())
            .flat_map(|row| RowPlace::ALL.map(|place| (row, place)))
            .find(|(row, place)| id(*row, *place) == *focused)
    }

    pub(super) fn has_focus(&self, focused: Option<&Id>) -> bool {
        self.at(focused).is_some()
    }

    /// Flecha abajo: the same column of the next row, or another row after the last.
    pub(super) fn down(&mut self, focused: Option<&Id>) -> Id {
        let (row, place) = self.at(focused).unwrap_or((0, RowPlace::Institution));
        if row + 1 < self.rows.len() {
            return id(row + 1, place);
        }
        if self.rows.len() < MOST && !self.rows[row].is_empty() {
            self.rows.push(Row::default());
        }
        id(self.rows.len() - 1, RowPlace::Institution)
    }

    /// Flecha arriba: the row before.
    pub(super) fn up(&self, focused: Option<&Id>) -> Option<Id> {
        let (row, place) = self.at(focused)?;
        Some(id(row.checked_sub(1)?, place))
    }

    pub(super) fn type_in(&mut self, row: usize, place: RowPlace, text: String, today: NaiveDate) {
        let Some(row) = self.rows.get_mut(row) else { return };
        match place {
            RowPlace::Institution => row.institution.type_in(text),
            RowPlace::Registro => row.registro.type_in(text),
            RowPlace::Since => row.since.type_in(text),
            RowPlace::Until => row.until.type_in(text),
        }
        if !row.chosen {
            row.ours = is_ours(&self.our_registros, row.registro.value());
        }
        row.understand(today);
    }

    pub(super) fn choose(&mut self, row: usize, ours: Option<bool>) {
        if let Some(row) = self.rows.get_mut(row) {
            (row.ours, row.chosen) = (ours, true);
        }
    }

    /// What the rows say; empty ones say nothing.
    ///
    /// # Errors
    /// The id of the first field that can't be read; it says why.
    pub(super) fn read(&mut self, today: NaiveDate) -> Result<Vec<Affiliation>, Id> {
        let mut read = Vec::new();
        for (at, row) in self.rows.iter_mut().enumerate() {
            if row.is_empty() {
                continue;
            }
            if row.institution.is_empty() {
                row.institution.say(Tone::Problem, words::INSTITUTION_MISSING);
                return Err(id(at, RowPlace::Institution));
            }
            let (since, until) = (
                day(&mut row.since, today).map_err(|()| id(at, RowPlace::Since))?,
                day(&mut row.until, today).map_err(|()| id(at, RowPlace::Until))?,
            );
            if let (Some(since), Some(until)) = (since, until)
                && since > until
            {
                row.until.say(Tone::Problem, words::ENDS_BEFORE_IT_BEGINS);
                return Err(id(at, RowPlace::Until));
            }
            read.push(Affiliation {
                institution: row.institution.value().to_owned(),
                registro: Some(row.registro.value().to_uppercase()).filter(|text| !text.is_empty()),
                since,
                until,
                ours: row.ours,
            });
        }
        Ok(read)
    }
}

impl Row {
    fn is_empty(&self) -> bool {
        [&self.institution, &self.registro, &self.since, &self.until]
            .into_iter()
            .all(Field::is_empty)
    }

    /// Says below the dates which days they are.
    fn understand(&mut self, today: NaiveDate) {
        for field in [&mut self.since, &mut self.until] {
            field.said = None;
            if let Ok(on) = typed_date(field.value(), today) {
                field.say(Tone::Hint, dates::short_year(on));
            }
        }
    }
}

/// The day that a field says, if it says one.
fn day(field: &mut Field, today: NaiveDate) -> Result<Option<NaiveDate>, ()> {
    if field.is_empty() {
        return Ok(None);
    }
    typed_date(field.value(), today).map(Some).map_err(|fault| {
        field.say(Tone::Problem, dates::fault(&fault).text);
    })
}
