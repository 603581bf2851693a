//! A campus of any size to measure at: the same people each time, with names as frequent as they are in Veracruz,
//! numbers that pass their checks, and the past of an office at work. The folder is kept between runs.
#![allow(dead_code, reason = "each benchmark uses its own part")]

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate, NaiveDateTime};
use ventanilla::desk::{Clock, Desk, FirstRun, preset};
use ventanilla::domain::birthplace::Birthplace;
use ventanilla::domain::control_number::{ControlNumber, Identifier};
use ventanilla::domain::curp::{Curp, expected_letters};
use ventanilla::domain::cutoff::CutCalendar;
use ventanilla::domain::movement::{BajaMotive, MovementKind, MovementState};
use ventanilla::domain::nss::Nss;
use ventanilla::domain::period::{Period, Semester};
use ventanilla::domain::person_name::PersonName;
use ventanilla::domain::sex::Sex;
use ventanilla::domain::student::{CurpRecord, NssRecord, Particulars};
use ventanilla::domain::vigencia::{Check, CheckSource};
use ventanilla::store::{self, ActKind, FILE_NAME, NewMovement, Stamp, Store, StoreError};

/// A campus as most are, and one larger than any.
pub const SIZES: [usize; 2] = [3_000, 100_000];

/// Saturday 21 November 2026, 10:30.
pub fn now() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 21)
        .and_then(|day| day.and_hms_opt(10, 30, 0))
        .expect("a moment")
}

pub fn clock() -> Clock {
    Clock::fixed(now())
}

/// A folder with a register of so many students, verified copy of the day and all. Only to read: it is kept.
pub fn folder(students: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("campus-{students}-{:016x}", edition()));
    let done = folder.join("done");
    if !done.exists() {
        eprintln!("making a campus of {students} …");
        let _ = std::fs::remove_dir_all(&folder);
        fill(&folder, students);
        let copy = Desk::open(&folder, clock())
            .expect("it was made just now")
            .copy_due();
        let copied = copy.expect("a copy is due").make();
        copied.expect("a copy can be made");
        std::fs::write(&done, []).expect("a file can be written");
    }
    folder
}

/// The same register in a folder that is thrown away, on the same disk: to write in.
pub fn of_its_own(students: usize) -> tempfile::TempDir {
    let kept = folder(students);
    let own = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder can be made");
    std::fs::copy(kept.join(FILE_NAME), own.path().join(FILE_NAME)).expect("there is room for it");
    own
}

/// The register's file.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(store::FILE_NAME)
}

/// Changes with whatever decides what the file holds.
fn edition() -> u64 {
    let mut hash = DefaultHasher::new();
    [
        include_str!("campus.rs"),
        include_str!("../../src/store/migrations/0001_register.sql"),
        include_str!("../../src/store/migrations/0002_lean_acts.sql"),
        include_str!("../../src/store/students.rs"),
        include_str!("../../src/store/schema.rs"),
        include_str!("../../src/store/journal/ledger.rs"),
        include_str!("../../src/domain/person_name/order.rs"),
    ]
    .hash(&mut hash);
    hash.finish()
}

fn fill(folder: &Path, students: usize) {
    let mut campus = preset("minatitlan");
    campus.name = "Plantel Ejemplo".into();
    let first = FirstRun {
        campus,
        clerk: "Lupita".into(),
    };
    drop(Desk::set_up(folder, &first, clock()).expect("a register can be made"));

    let stamp = Stamp {
        at: now(),
        clerk: "Lupita".into(),
    };
    let mut people = People::of_seed(30);
    let mut store = Store::open(folder).expect("the register opens");
    let done = store.transact(&stamp, ActKind::Demo, |tx| {
        for number in 0..students {
            let student = tx.insert_student(&people.person(number))?;
            let dice = people.dice.below(1000);
            let days = |back: u64| now().date() - Days::new(back);
            let past: &[MovementState] = match dice {
                0..650 => &[
                    MovementState::InDispatch,
                    MovementState::Sent,
                    MovementState::Accepted,
                ],
                650..700 => &[
                    MovementState::InDispatch,
                    MovementState::Sent,
                    MovementState::Rejected,
                ],
                700..705 => &[],
                _ => continue,
            };
            let queued_on = if past.is_empty() {
                days(2)
            } else {
                days(40 + dice as u64)
            };
            // Most were here the year before too: an alta then, and the baja that ended it.
            let before = [(MovementKind::Alta, 400), (MovementKind::Baja, 200)];
            let earlier = before.into_iter().filter(|_| dice < 650);
            let kinds = earlier.chain([(MovementKind::Alta, 0)]);
            for (kind, back) in kinds {
                let queued_on = queued_on - Days::new(back);
                let movement = tx.insert_movement(NewMovement {
                    student,
                    kind,
                    cut: CutCalendar::default().on_or_after(queued_on),
                    motive: (kind == MovementKind::Baja).then_some(BajaMotive::NotReenrolled),
                    queued_on,
                })?;
                for state in past {
                    tx.advance_movement(movement, *state, queued_on + Days::new(5), None)?;
                }
            }
            if dice < 500 {
                tx.insert_check(
                    student,
                    &Check {
                        on: queued_on + Days::new(20),
                        vigente: dice < 480,
                        source: CheckSource::Constancia,
                        ours: Some(true),
                        seen_by: "Lupita".into(),
                    },
                )?;
            }
        }
        Ok::<_, StoreError>(())
    });
    let _ = done.expect("everybody is registered");
    let opened: Vec<_> = store
        .reader()
        .find_students("", 0, 8)
        .expect("there are students")
        .rows;
    for row in opened {
        store.touch_recent(row.student.id).expect("it can be noted");
    }
}

/// Numbers that only look like chance (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }

    /// One of these, the first ones more often, as names are.
    fn name<'a>(&mut self, names: &[&'a str]) -> &'a str {
        let part = self.below(1 << 20) as f64 / f64::from(1 << 20);
        names[(part * part * names.len() as f64) as usize]
    }
}

/// People, one after the other.
pub struct People {
    dice: Dice,
    careers: Vec<String>,
    curps: HashSet<String>,
    born_in: Vec<Birthplace>,
}

impl People {
    pub fn of_seed(seed: u64) -> Self {
        Self {
            dice: Dice::new(seed),
            careers: preset("minatitlan")
                .careers
                .into_iter()
                .map(|it| it.name)
                .collect(),
            curps: HashSet::new(),
            born_in: Birthplace::all().collect(),
        }
    }

    /// The person number `number`, with identifier and NSS that nobody else has.
    pub fn person(&mut self, number: usize) -> Particulars {
        let dice = &mut self.dice;
        let is_woman = dice.below(2) == 0;
        let pool: &[&str] = if is_woman { &WOMEN } else { &MEN };
        let mut given = dice.name(pool).to_owned();
        if dice.below(2) == 0 {
            let second = dice.name(pool);
            if second != given {
                given = format!("{given} {second}");
            }
        }
        let first = dice.name(&SURNAMES);
        let second = (dice.below(40) > 0).then(|| dice.name(&SURNAMES));
        let name = PersonName::new(&given, Some(first), second).expect("a name");

        let entered = 26 - number % 15;
        let control = format!("{entered:02}23{:04}", number / 15);
        let birth_year = 2000 + entered as i32 - 18 - dice.below(3) as i32;
        let birth = NaiveDate::from_yo_opt(birth_year, 1 + dice.below(365) as u32).expect("a day");
        let born_in = match dice.below(10) {
            0 => self.born_in[dice.below(self.born_in.len())],
            _ => Birthplace::from_code("VZ").expect("Veracruz"),
        };
        let sex = if is_woman { Sex::Woman } else { Sex::Man };
        let identifier = ControlNumber::parse(&control).expect("a control number");
        let mut person = Particulars::new(Identifier::Control(identifier), name);
        person.sex = Some(sex);
        person.birth_date = Some(birth);
        person.birthplace = Some(born_in);
        person.career = Some(self.careers[dice.below(self.careers.len())].clone());
        person.semester = Semester::new((2 * (26 - entered) + 1).min(13) as u8);
        person.period = Some(Period::containing(now().date()));
        person.phone = (dice.below(2) == 0).then(|| format!("922 {:03} {:04}", number % 1000, number % 9973));
        let nss_state = dice.below(20);
        person.nss = match nss_state {
            0 => NssRecord::None,
            1 => NssRecord::InProcess { since: now().date() },
            _ => {
                let nss = nss(number, entered, birth_year);
                if nss_state < 12 {
                    NssRecord::Confirmed {
                        nss,
                        on: now().date() - Days::new(30),
                    }
                } else {
                    NssRecord::Captured(nss)
                }
            }
        };
        person.curp = self.curp(&person.name, birth, sex, born_in);
        person
    }

    fn curp(&mut self, name: &PersonName, birth: NaiveDate, sex: Sex, born_in: Birthplace) -> CurpRecord {
        let letters = expected_letters(name);
        for homonym in 'A'..='Z' {
            let start = format!(
                "{}{}{}{}{}{homonym}",
                letters.four,
                birth.format("%y%m%d"),
                sex.code(),
                born_in.code(),
                letters.inner
            );
            let curp = ('0'..='9').find_map(|digit| Curp::from_stored(&format!("{start}{digit}")));
            match curp {
                Some(curp) if self.curps.insert(curp.as_str().to_owned()) => return CurpRecord::Valid(curp),
                Some(_) => {}
                None => break,
            }
        }
        CurpRecord::None
    }
}

fn nss(number: usize, registered: usize, birth_year: i32) -> Nss {
    let start = format!(
        "{:02}{registered:02}{:02}{:04}",
        2 + number / 10_000,
        birth_year % 100,
        number % 10_000
    );
    ('0'..='9')
        .find_map(|digit| Nss::parse(&format!("{start}{digit}")).ok())
        .expect("one digit fits")
}

#[rustfmt::skip]
const SURNAMES: [&str; 215] = [
    "Hernández", "García", "Martínez", "López", "González", "Rodríguez", "Pérez", "Sánchez", "Ramírez", "Cruz",
    "Flores", "Gómez", "Morales", "Vázquez", "Reyes", "Jiménez", "Torres", "Díaz", "Gutiérrez", "Ruiz", "Mendoza",
    "Aguilar", "Ortiz", "Moreno", "Castillo", "Romero", "Álvarez", "Méndez", "Chávez", "Rivera", "Juárez", "Ramos",
    "Domínguez", "Herrera", "Medina", "Castro", "Vargas", "Guzmán", "Velázquez", "Rojas", "Contreras", "Salazar",
    "Luna", "Ortega", "Santiago", "de la Cruz", "Guerrero", "Estrada", "Bautista", "Cortés", "Soto", "Alvarado",
    "Espinoza", "Lara", "Ávila", "Ríos", "Cervantes", "Silva", "Delgado", "Vega", "Márquez", "Sandoval", "Carrillo",
    "León", "Mejía", "Solís", "Núñez", "Rosas", "Ibarra", "Valdez", "Nava", "Campos", "Santos", "Muñoz", "Camacho",
    "Peña", "Maldonado", "Rosales", "Navarro", "Miranda", "Valencia", "Robles", "Rangel", "Trejo", "Mora", "Fuentes",
    "Padilla", "Cárdenas", "Acosta", "Cabrera", "Pacheco", "Molina", "Zamora", "Salas", "Salinas", "Orozco",
    "Valenzuela", "Cano", "Serrano", "Meza", "Suárez", "Villanueva", "Aguirre", "Osorio", "Zavala", "Barrera",
    "Franco", "Tapia", "Villegas", "Escobar", "Ayala", "Macías", "Arellano", "Marín", "Parra", "Galindo", "Huerta",
    "Montes", "Rivas", "Andrade", "Beltrán", "Bravo", "Calderón", "Esquivel", "Figueroa", "Gallegos", "Leal",
    "Lozano", "Montoya", "Murillo", "Ochoa", "Ojeda", "Olvera", "Palacios", "Pineda", "Ponce", "Quintero", "Rosado",
    "Rubio", "Saldaña", "Sosa", "Tovar", "Trujillo", "Uribe", "Velasco", "Vera", "Villa", "Villarreal", "Zapata",
    "Zúñiga", "Antonio", "Arias", "Arroyo", "Becerra", "Benítez", "Bernal", "Blanco", "Bonilla", "Cadena", "Cisneros",
    "Colín", "Corona", "Cuevas", "Duarte", "Durán", "Enríquez", "Escamilla", "Galván", "Gil", "Hidalgo", "Jacinto",
    "Lázaro", "Limón", "Lugo", "Luis", "Magaña", "Mateo", "Mata", "Melchor", "Montiel", "Nieto", "Olivares", "Ordaz",
    "Patiño", "Prieto", "Quiroz", "Rentería", "Roque", "Rueda", "Segura", "Tadeo", "Tejeda", "Toledo", "Toral",
    "Utrera", "Uscanga", "Valle", "Viveros", "Yáñez", "Zárate", "de León", "de la Rosa", "del Ángel", "del Valle",
    "de los Santos", "Montes de Oca", "Ponce de León", "Güemes", "Ibáñez", "Ñeco", "Xolot", "Tepach", "Chontal",
    "Cobos", "Wong",
];

#[rustfmt::skip]
const WOMEN: [&str; 60] = [
    "María", "María Guadalupe", "Guadalupe", "Fernanda", "Daniela", "Ximena", "Andrea", "Karla", "Ana", "Karen",
    "Alejandra", "Itzel", "Mariana", "Valeria", "Diana", "Paola", "Laura", "Gabriela", "Jessica", "Lucía", "Sofía",
    "Montserrat", "Brenda", "Elizabeth", "Michelle", "Yazmín", "Arely", "Citlali", "Rocío", "Berenice", "Abigail",
    "Camila", "Esmeralda", "Estefanía", "Estrella", "Evelyn", "Fátima", "Frida", "Ingrid", "Isabel", "Jazmín",
    "Jimena", "Julieta", "Leticia", "Lizbeth", "Lourdes", "Luz del Carmen", "Mónica", "Nayeli", "Perla", "Regina",
    "Renata", "Rosa Isela", "Sandra", "Silvia", "Tania", "Teresa", "Vanessa", "Wendy", "Zoé",
];

#[rustfmt::skip]
const MEN: [&str; 60] = [
    "José", "Luis", "Juan", "José Luis", "Carlos", "Jesús", "Miguel Ángel", "Ángel", "Luis Ángel", "Alejandro",
    "Jorge", "Francisco", "Daniel", "Eduardo", "Fernando", "Diego", "Ricardo", "Antonio", "David", "Kevin", "Brandon",
    "Alexis", "Manuel", "Javier", "Roberto", "Óscar", "Sergio", "Raúl", "Emmanuel", "Iván", "Abraham", "Adrián",
    "Alan", "Alberto", "Andrés", "Arturo", "Axel", "Bryan", "César", "Christian", "Cristóbal", "Édgar", "Emiliano",
    "Enrique", "Erick", "Gerardo", "Gustavo", "Héctor", "Hugo", "Isaac", "Israel", "Joel", "Josué", "Julio", "Leonel",
    "Marco", "Omar", "Pablo", "Rubén", "Uriel",
];
