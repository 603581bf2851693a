//! The answers of six hundred students to the form for altas, and the thirty-eight whom the register knows before:
//! what `make.sh` turns into `formulario-altas-2026.xlsx` with LibreOffice.
//!
//! Beside the sheet stand the students of the register (`.registrados.jsonl`, for `registrar --json`) and what each
//! row of the sheet is meant to be (`.esperado.tsv`: row, verdict, cause).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde_json::{Value, json};
use ventanilla::domain::curp::{Curp, expected_letters};
use ventanilla::domain::nss::Nss;
use ventanilla::domain::person_name::PersonName;
use ventanilla::domain::sex::Sex;

use super::answer::{Answer, HEADS};
use super::people::{Inventor, Person, plain};

/// What a row is meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Fate {
    New,
    WithoutNss,
    Homonym,
    Identical,
    Changed,
    LostZero,
    OtherDate,
    WholeName,
    Twice,
    UnknownCareer,
}

impl Fate {
    /// Verdict and cause, as `.esperado.tsv` writes them.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("nuevo", ""),
            Self::WithoutNss => ("nuevo", "sin_nss"),
            Self::Homonym => ("nuevo", "homonimo"),
            Self::Identical => ("identico", ""),
            Self::Changed => ("cambia", ""),
            Self::LostZero => ("detenido", "cero_perdido"),
            Self::OtherDate => ("detenido", "fecha_y_curp"),
            Self::WholeName => ("detenido", "nombre_en_una_celda"),
            Self::Twice => ("detenido", "dos_respuestas"),
            Self::UnknownCareer => ("detenido", "carrera_desconocida"),
        }
    }
}

struct Row {
    answer: Answer<Value>,
    fate: Fate,
}

struct Form {
    rows: Vec<Row>,
    registered: Vec<Value>,
}

/// What a student answers whose row is to have that fate. The moment is filled in once the order is known.
fn answer_of(person: &Person, fate: Fate, inventor: &mut Inventor) -> Answer<Value> {
    // Most follow the form; some write as they do elsewhere.
    let as_asked = inventor.dice.below(7) > 0;
    let written = |text: &str| if as_asked { plain(text) } else { text.to_owned() };
    let number = |digits: &str| json!({ "number": digits });
    let identifier = if inventor.dice.below(3) == 0 {
        number(&person.control)
    } else {
        json!(person.control)
    };
    let (first_surname, second_surname, given_names) = match fate {
        Fate::WholeName => (
            Value::Null,
            Value::Null,
            json!(written(&format!(
                "{} {} {}",
                person.given, person.first_surname, person.second_surname
            ))),
        ),
        _ => (
            json!(written(&person.first_surname)),
            json!(written(&person.second_surname)),
            json!(written(&person.given)),
        ),
    };
    let nss = match fate {
        Fate::WithoutNss => Value::Null,
        Fate::LostZero => number(person.nss.trim_start_matches('0')),
        _ => match inventor.dice.below(8) {
            0 => json!(format!(
                "{}-{}-{}-{}-{}",
                &person.nss[..2],
                &person.nss[2..4],
                &person.nss[4..6],
                &person.nss[6..10],
                &person.nss[10..]
            )),
            1 if !person.nss.starts_with('0') => number(&person.nss),
            _ => json!(person.nss),
        },
    };
    let born = match fate {
        Fate::OtherDate => other_day(person.born, inventor),
        _ => person.born,
    };
    let career = match fate {
        Fate::UnknownCareer => person.career.clone(),
        _ if as_asked && inventor.dice.below(3) == 0 => plain(&person.career),
        _ => person.career.clone(),
    };
    let sex = if person.sex == Sex::Woman {
        "Mujer"
    } else {
        "Hombre"
    };
    Answer {
        sent_at: Value::Null,
        email: json!(person.email()),
        identifier,
        first_surname,
        second_surname,
        given_names,
        curp: json!(person.curp),
        nss,
        birth_date: json!({ "date": born.to_string() }),
        sex: json!(written(sex)),
        career: json!(career),
        semester: number(&person.semester.to_string()),
        phone: json!(person.phone),
    }
}

/// Another day of the same year, so that only the day contradicts.
fn other_day(born: NaiveDate, inventor: &mut Inventor) -> NaiveDate {
    use chrono::Datelike;

    let day = NaiveDate::from_yo_opt(born.year(), 1 + inventor.dice.below(365) as u32).unwrap();
    if day == born {
        other_day(born, inventor)
    } else {
        day
    }
}

fn registered(person: &Person) -> Value {
    json!({
        "matricula": person.control,
        "nombres": person.given,
        "primer_apellido": person.first_surname,
        "segundo_apellido": person.second_surname,
        "curp": person.curp,
        "sexo": person.sex.code().to_string(),
        "nacimiento": person.born.to_string(),
        "nss": person.nss,
        "carrera": person.career,
        "semestre": person.semester,
        "correo": person.email(),
        "telefono": person.phone,
    })
}

impl Form {
    fn fill_in(seed: u64) -> Self {
        let mut inventor = Inventor::new(seed);
        let mut form = Self {
            rows: Vec::new(),
            registered: Vec::new(),
        };
        for (fate, times) in [(Fate::New, 524), (Fate::WithoutNss, 5), (Fate::LostZero, 14)] {
            for _ in 0..times {
                let zero = fate == Fate::LostZero || inventor.dice.below(12) == 0;
                let person = inventor.invent(2026, zero);
                form.answer(&mut inventor, &person, fate);
            }
        }
        for _ in 0..2 {
            let person = inventor.named("Ana Karen", "Luna", "Carrillo", Sex::Woman, 2026, false);
            form.answer(&mut inventor, &person, Fate::Homonym);
        }
        for (fate, times) in [(Fate::OtherDate, 6), (Fate::WholeName, 5)] {
            for _ in 0..times {
                let person = inventor.invent(2026, false);
                form.answer(&mut inventor, &person, fate);
            }
        }
        for career in ["Ing. Ind.", "Sistemas (sab)"] {
            let mut person = inventor.invent(2026, false);
            person.career = career.to_owned();
            form.answer(&mut inventor, &person, Fate::UnknownCareer);
        }
        for _ in 0..2 {
            let mut person = inventor.invent(2026, false);
            form.answer(&mut inventor, &person, Fate::Twice);
            person.phone = format!("922011{:04}", inventor.dice.below(10_000));
            form.answer(&mut inventor, &person, Fate::Twice);
        }
        for number in 0..38 {
            let entry = 2023 + inventor.dice.below(3) as i32;
            let mut person = inventor.invent(entry, number % 9 == 0);
            if number >= 12 {
                form.registered.push(registered(&person));
                form.answer(&mut inventor, &person, Fate::Identical);
                continue;
            }
            let now = person.clone();
            // What the register knew is older than what the form says.
            if number % 3 == 0 {
                person.semester -= 1;
            } else {
                person.phone = format!("922012{:04}", inventor.dice.below(10_000));
            }
            form.registered.push(registered(&person));
            form.answer(&mut inventor, &now, Fate::Changed);
        }
        form.shuffle(&mut inventor);
        form
    }

    fn answer(&mut self, inventor: &mut Inventor, person: &Person, fate: Fate) {
        let answer = answer_of(person, fate, inventor);
        self.rows.push(Row { answer, fate });
    }

    /// Nobody answers in order; then each answer gets its moment.
    fn shuffle(&mut self, inventor: &mut Inventor) {
        for last in (1..self.rows.len()).rev() {
            self.rows.swap(last, inventor.dice.below(last + 1));
        }
        let mut moment: NaiveDateTime = "2026-08-10T08:02:11".parse().unwrap();
        for row in &mut self.rows {
            row.answer.sent_at = json!({ "date": moment.format("%Y-%m-%dT%H:%M:%S").to_string() });
            moment += TimeDelta::seconds(240 + inventor.dice.below(2_600) as i64);
        }
    }
}

/// Where the makers of sheets put what becomes one: the folder that `make.sh` names.
fn workshop() -> PathBuf {
    PathBuf::from(std::env::var_os("VENTANILLA_SHEETS").expect("make.sh names a folder"))
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).unwrap();
}

/// What the reader should say of a cell that the maker was given.
fn as_read(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        typed => {
            let of = |kind: &str| typed[kind].as_str().map(|written| written.replace('T', " "));
            of("date").or(of("number")).unwrap()
        }
    }
}

#[test]
fn the_form_of_six_hundred_reads_back_as_it_was_answered() {
    let form = Form::fill_in(2026);
    let workbook = super::read("formulario-altas-2026.xlsx").unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!(sheet.rows.len(), 601);
    let head: Vec<&str> = sheet.rows[0].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(head, HEADS);
    for (number, (read, answered)) in (2..).zip(sheet.rows[1..].iter().zip(&form.rows)) {
        let read: Vec<&str> = read.iter().map(|cell| cell.text.as_str()).collect();
        let answered: Vec<String> = answered.answer.cells().map(as_read).into();
        assert_eq!(read, answered, "row {number}");
    }
}

#[test]
fn the_form_holds_what_its_scenario_needs() {
    let form = Form::fill_in(2026);
    let of = |fates: &[Fate]| form.rows.iter().filter(|row| fates.contains(&row.fate)).count();
    assert_eq!(of(&[Fate::New, Fate::WithoutNss, Fate::Homonym]), 531);
    assert_eq!(of(&[Fate::Identical, Fate::Changed]), form.registered.len());
    assert_eq!(form.registered.len(), 38);
    assert_eq!(form.rows.len(), 600);
    for row in form.rows.iter().filter(|row| row.fate == Fate::LostZero) {
        let nss = as_read(&row.answer.nss);
        let curp = as_read(&row.answer.curp);
        assert_eq!(nss.len(), 10);
        let whole = Nss::parse(&format!("0{nss}")).unwrap();
        assert_eq!(whole.birth_year().to_string(), curp[4..6].trim_start_matches('0'));
    }
    for row in form.rows.iter().filter(|row| row.fate != Fate::WholeName) {
        let Answer {
            first_surname,
            second_surname,
            given_names,
            ..
        } = &row.answer;
        let [first, second, given] = [first_surname, second_surname, given_names].map(as_read);
        let name = PersonName::new(&given, Some(&first), Some(&second)).unwrap();
        let curp = Curp::parse(&as_read(&row.answer.curp), "2026-11-21".parse().unwrap()).unwrap();
        let letters = expected_letters(&name);
        assert!(letters.admit_four(curp.first_letters()), "{name:?}");
        assert_eq!(letters.inner, curp.inner_consonants(), "{name:?}");
        let agrees = curp.birth_date().to_string() == as_read(&row.answer.birth_date);
        assert_eq!(agrees, row.fate != Fate::OtherDate, "{name:?}");
    }
}

#[test]
#[ignore = "it makes files: make.sh runs it"]
fn the_answers_are_written_down() {
    let form = Form::fill_in(2026);
    let rows: Vec<_> = form.rows.iter().map(|row| row.answer.cells()).collect();
    let sheet = json!({ "head": HEADS, "rows": rows });
    let workshop = workshop();
    write(&workshop, "formulario-altas-2026.json", &sheet.to_string());
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets");
    let lines: String = form.registered.iter().map(|line| format!("{line}\n")).collect();
    write(&beside, "formulario-altas-2026.registrados.jsonl", &lines);
    let mut meant = String::from("renglon\tveredicto\tcausa\n");
    // The heads are row 1 of the sheet.
    for (number, row) in (2..).zip(&form.rows) {
        let (verdict, cause) = row.fate.words();
        writeln!(meant, "{number}\t{verdict}\t{cause}").unwrap();
    }
    write(&beside, "formulario-altas-2026.esperado.tsv", &meant);
}

#[test]
#[ignore = "it makes files: make.sh runs it"]
fn the_people_of_the_small_sheets_are_written_down() {
    let mut inventor = Inventor::new(11);
    let people: Vec<Value> = (0..40)
        .map(|number| {
            let person = inventor.invent(2024 + number % 3, number % 5 == 0);
            let mut line = registered(&person);
            line["sexo"] = json!(if person.sex == Sex::Woman {
                "MUJER"
            } else {
                "HOMBRE"
            });
            for name in ["nombres", "primer_apellido", "segundo_apellido"] {
                line[format!("{name}_formulario")] = json!(plain(line[name].as_str().unwrap()));
            }
            line
        })
        .collect();
    write(&workshop(), "personas.json", &json!(people).to_string());
}
