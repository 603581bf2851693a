//! From TOML to a layout, with the line of whatever is wrong.

use chrono::NaiveDate;
use toml::de::DeTable;

use super::section::{Section, Source};
use super::{
    Align, Content, DateRule, FileEncoding, Layout, LayoutFault, LineEnd, Place, RecordKind, Values, byte_of,
};
use crate::domain::imss_file::Filler;
use crate::domain::movement::BajaMotive;
use crate::domain::person_name::Enye;

const YES_OR_NO: [(&str, bool); 2] = [("si", true), ("no", false)];

pub(super) fn parse(text: &str) -> Result<Layout, LayoutFault> {
    let source = Source::new(text);
    let document = DeTable::parse(text).map_err(|error| LayoutFault::NotToml {
        line: error.span().map_or(1, |span| source.line_of(span.start)),
    })?;
    let root = Section {
        source: &source,
        line: 1,
        table: document.get_ref(),
    };
    root.has_only(&[
        "nombre",
        "longitud",
        "fin_de_linea",
        "codificacion",
        "cifras_de_control",
        "valores",
        "causas",
        "renglones",
    ])?;
    let length = root.number("longitud")?;
    let encoding = root.choice("codificacion", &FileEncoding::ALL.map(|it| (it.code(), it)))?;
    let records = root.section("renglones")?;
    records.has_only(&RecordKind::ALL.map(RecordKind::code))?;
    let [alta, baja, control] = RecordKind::ALL.map(|record| places(&records, record, length, encoding));
    let (alta, baja, control) = (alta?, baja?, control?);
    Ok(Layout {
        name: root.text("nombre")?.0,
        length,
        line_end: root.choice("fin_de_linea", &LineEnd::ALL.map(|it| (it.code(), it)))?,
        encoding,
        has_control: root.choice("cifras_de_control", &YES_OR_NO)?,
        values: values(&root, encoding, [&alta, &baja, &control])?,
        alta,
        baja,
        control,
    })
}

fn values(root: &Section<'_>, encoding: FileEncoding, records: [&[Place]; 3]) -> Result<Values, LayoutFault> {
    let section = root.section("valores")?;
    section.has_only(&[
        "tipo_trabajador",
        "tipo_salario",
        "jornada",
        "sbc",
        "guia",
        "causa_baja",
        "fecha",
        "clave_trabajador",
        "umf",
        "umf_desconocida",
        "curp",
        "enye",
    ])?;
    let fixed = |filler: Filler| {
        let (value, line) = section.text(filler.code())?;
        fits(filler.code(), value, line, encoding, room_of(filler, records))
    };
    let enye = section.choice("enye", &Enye::ALL.map(|it| (it.code(), it)))?;
    if enye == Enye::Kept && encoding == FileEncoding::Ascii {
        let line = section.text("enye")?.1;
        return Err(LayoutFault::NoEnye { line });
    }
    Ok(Values {
        worker_type: fixed(Filler::WorkerType)?,
        salary_type: fixed(Filler::SalaryType)?,
        work_week: fixed(Filler::WorkWeek)?,
        sbc: fixed(Filler::Sbc)?,
        guia: fixed(Filler::Guia)?,
        baja_cause: fixed(Filler::BajaCause)?,
        causes: causes(root, encoding, room_of(Filler::BajaCause, records))?,
        date: date_rule(&section)?,
        worker_key: section.choice("clave_trabajador", &[("identificador", true), ("vacia", false)])?,
        umf: section.choice("umf", &[("estudiante", true), ("vacia", false)])?,
        unknown_umf_is_zeros: section.choice("umf_desconocida", &[("espacios", false), ("ceros", true)])?,
        curp: section.choice("curp", &YES_OR_NO)?,
        enye,
    })
}

fn causes(
    root: &Section<'_>,
    encoding: FileEncoding,
    room: Option<Room>,
) -> Result<Vec<(BajaMotive, String)>, LayoutFault> {
    let Some(section) = root.section_if_any("causas")? else {
        return Ok(Vec::new());
    };
    section.has_only(&BajaMotive::ALL.map(BajaMotive::code))?;
    let given = BajaMotive::ALL
        .into_iter()
        .filter(|motive| section.table.contains_key(motive.code()));
    given
        .map(|motive| {
            let (value, line) = section.text(motive.code())?;
            Ok((motive, fits(motive.code(), value, line, encoding, room)?))
        })
        .collect()
}

fn date_rule(section: &Section<'_>) -> Result<DateRule, LayoutFault> {
    let (value, line) = section.text("fecha")?;
    match value.to_lowercase().as_str() {
        "corte" => Ok(DateRule::Cut),
        "envio" => Ok(DateRule::Sending),
        day => NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .map(DateRule::Day)
            .map_err(|_| LayoutFault::Value {
                line,
                key: "fecha".to_owned(),
                found: value,
                known: vec!["corte", "envio", "2026-08-17"],
            }),
    }
}

/// The place that a value has to fit in.
#[derive(Clone, Copy)]
struct Room {
    length: usize,
    align: Align,
}

/// The smallest place that something fills; `None` if it fills none.
fn room_of(filler: Filler, records: [&[Place]; 3]) -> Option<Room> {
    let places = records.into_iter().flatten();
    let rooms = places.filter_map(|place| match place.content {
        Content::Filled { filler: of, align } if of == filler => Some(Room {
            length: place.length,
            align,
        }),
        _ => None,
    });
    rooms.min_by_key(|room| (room.length, room.align == Align::Left))
}

/// The value, if it can stand in its place: among zeros only digits can.
fn fits(
    key: &str,
    value: String,
    line: usize,
    encoding: FileEncoding,
    room: Option<Room>,
) -> Result<String, LayoutFault> {
    let is_carried = value.chars().all(|ch| byte_of(encoding, ch).is_some());
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    if !is_carried || room.is_some_and(|room| room.align == Align::Right && !is_number) {
        return Err(LayoutFault::Value {
            line,
            key: key.to_owned(),
            found: value,
            known: Vec::new(),
        });
    }
    match room {
        Some(room) if value.chars().count() > room.length => Err(LayoutFault::DoesNotFit {
            line,
            key: key.to_owned(),
            found: value,
            room: room.length,
        }),
        _ => Ok(value),
    }
}

/// The places of one record in their order, which fill it to the last position.
fn places(
    records: &Section<'_>,
    record: RecordKind,
    length: usize,
    encoding: FileEncoding,
) -> Result<Vec<Place>, LayoutFault> {
    let (list, line) = records.list(record.code())?;
    let mut places = list
        .into_iter()
        .map(|section| Ok((place(&section, record, length, encoding)?, section.line)))
        .collect::<Result<Vec<_>, LayoutFault>>()?;
    places.sort_by_key(|(place, _)| place.from);
    let mut next = 1;
    for (place, line) in &places {
        if place.from < next {
            return Err(LayoutFault::Overlap {
                line: *line,
                record,
                position: place.from,
            });
        }
        if place.from > next {
            return Err(LayoutFault::Gap {
                line: *line,
                record,
                from: next,
                until: place.from - 1,
            });
        }
        next = place.until() + 1;
    }
    if next - 1 != length {
        return Err(LayoutFault::Total {
            line,
            record,
            found: next - 1,
            declared: length,
        });
    }
    let needed = match record {
        RecordKind::Movement(_) => Filler::Nss,
        RecordKind::Control => Filler::Total,
    };
    let is_there = |(place, _): &(Place, usize)| matches!(place.content, Content::Filled { filler, .. } if filler == needed);
    if !places.iter().any(is_there) {
        return Err(LayoutFault::Lacks {
            line,
            record,
            filler: needed,
        });
    }
    Ok(places.into_iter().map(|(place, _)| place).collect())
}

fn place(
    section: &Section<'_>,
    record: RecordKind,
    record_length: usize,
    encoding: FileEncoding,
) -> Result<Place, LayoutFault> {
    section.has_only(&["desde", "largo", "tipo", "llena", "texto"])?;
    let (from, length) = (section.number("desde")?, section.number("largo")?);
    if length > record_length {
        return Err(LayoutFault::DoesNotFit {
            line: section.line,
            key: "largo".to_owned(),
            found: length.to_string(),
            room: record_length,
        });
    }
    let kind = section.choice(
        "tipo",
        &[
            ("AN", Kind::Text),
            ("N", Kind::Number),
            ("literal", Kind::Literal),
            ("espacios", Kind::Spaces),
            ("ceros", Kind::Zeros),
        ],
    )?;
    let content = match kind {
        Kind::Text => filled(section, record, length, Align::Left)?,
        Kind::Number => filled(section, record, length, Align::Right)?,
        Kind::Literal => Content::Literal(literal(section, length, encoding)?),
        Kind::Spaces => Content::Spaces,
        Kind::Zeros => Content::Zeros,
    };
    Ok(Place {
        from,
        length,
        content,
    })
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Literal,
    Spaces,
    Zeros,
}

fn filled(
    section: &Section<'_>,
    record: RecordKind,
    length: usize,
    align: Align,
) -> Result<Content, LayoutFault> {
    let (code, line) = section.text("llena")?;
    let Some(filler) = Filler::from_code(&code).filter(|filler| filler.is_of(record)) else {
        return Err(LayoutFault::UnknownFiller {
            line,
            record,
            found: code,
        });
    };
    if let Some(expected) = filler.width().filter(|width| *width != length) {
        return Err(LayoutFault::Width {
            line,
            filler,
            found: length,
            expected,
        });
    }
    if align == Align::Right && filler.has_letters() {
        return Err(LayoutFault::Value {
            line,
            key: "tipo".to_owned(),
            found: "N".to_owned(),
            known: vec!["AN"],
        });
    }
    Ok(Content::Filled { filler, align })
}

fn literal(section: &Section<'_>, length: usize, encoding: FileEncoding) -> Result<String, LayoutFault> {
    let (literal, line) = section.text("texto")?;
    if literal.chars().count() != length {
        return Err(LayoutFault::DoesNotFit {
            line,
            key: "texto".to_owned(),
            found: literal,
            room: length,
        });
    }
    let room = Room {
        length,
        align: Align::Left,
    };
    fits("texto", literal, line, encoding, Some(room))
}
