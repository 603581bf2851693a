use chrono::Datelike;
use proptest::prelude::*;

use super::*;
use crate::domain::person_name::PersonName;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 21)
}

fn parse(text: &str) -> Result<Curp, CurpFault> {
    Curp::parse(text, today())
}

fn curp(text: &str) -> Curp {
    parse(text).unwrap()
}

/// A name from `given|first|second`, the bars leaving out what the person lacks.
fn name(parts: &str) -> PersonName {
    let mut parts = parts.split('|');
    PersonName::new(parts.next().unwrap(), parts.next(), parts.next()).unwrap()
}

fn read_with(typed: &str, name: Option<&PersonName>, birth_date: Option<NaiveDate>) -> CurpReading {
    read(
        typed,
        &CurpContext {
            name,
            birth_date,
            ..CurpContext::unknown(today())
        },
    )
}

fn alone(typed: &str) -> CurpReading {
    read_with(typed, None, None)
}

fn offers(reading: &CurpReading) -> Vec<&str> {
    reading.offers.iter().map(Curp::as_str).collect()
}

const JUAN: &str = "HEMJ040315HVZRXNA8";

#[test]
fn accepts_the_synthetic_persons_without_a_remark() {
    for (parts, born, sex, place, text) in [
        (
            "Juan Pablo|Hernández|Muñoz",
            day(2004, 3, 15),
            Sex::Man,
            "VZ",
            JUAN,
        ),
        (
            "Juan Pablo|Hernández|Muñoz",
            day(2004, 3, 15),
            Sex::Man,
            "VZ",
            "HEMJ040315HVZRXNB6",
        ),
        (
            "María Fernanda|de la Cruz|Núñez",
            day(2005, 11, 30),
            Sex::Woman,
            "PL",
            "CUNF051130MPLRXRA2",
        ),
        (
            "Alex|Ochoa|Ríos",
            day(2006, 1, 1),
            Sex::NonBinary,
            "NE",
            "OORA060101XNECSLA3",
        ),
        (
            "José|Peña|Domínguez",
            day(1999, 12, 31),
            Sex::Man,
            "VZ",
            "PEDJ991231HVZXMS04",
        ),
        (
            "José|Peña|Domínguez",
            day(2000, 1, 1),
            Sex::Man,
            "VZ",
            "PEDJ000101HVZXMSA0",
        ),
        (
            "Ana|Pedraza|Domínguez",
            day(2004, 5, 20),
            Sex::Woman,
            "VZ",
            "PXDA040520MVZDMNA1",
        ),
        (
            "Luis Ángel|de los Santos",
            day(2003, 8, 9),
            Sex::Man,
            "PL",
            "SAXL030809HPLNXSA9",
        ),
        (
            "Ma. de los Ángeles|Güemes|Ibáñez",
            day(2005, 1, 31),
            Sex::Woman,
            "OC",
            "GUIA050131MOCMBNA6",
        ),
        (
            "José Luis|D'Acosta|Mac Gregor",
            day(2004, 12, 12),
            Sex::Man,
            "TC",
            "DXGL041212HTCXRSA6",
        ),
        ("Federico", day(2002, 2, 28), Sex::Man, "DF", "XXXF020228HDFXXDA9"),
    ] {
        let name = name(parts);
        let birthplace = Birthplace::from_code(place);
        let reading = read(
            text,
            &CurpContext {
                name: Some(&name),
                sex: Some(sex),
                birth_date: Some(born),
                birthplace,
                today: today(),
            },
        );
        assert_eq!(
            (reading.remarks.as_slice(), offers(&reading)),
            ([].as_slice(), vec![]),
            "{text}"
        );
        let curp = reading.result.unwrap();
        assert_eq!(
            (curp.birth_date(), curp.sex(), curp.birthplace().code()),
            (born, sex, place)
        );
    }
}

#[test]
fn refuses_the_broken_ones_in_the_official_order() {
    for (text, fault) in [
        ("HEMJ040315HVZRXNA7", CurpFault::CheckDigit),
        ("HEMJ040315HVXRXNA0", CurpFault::Place { code: "VX".into() }),
        (
            "HEMJ300315HVZRXNA8",
            CurpFault::FutureDate {
                date: day(2030, 3, 15),
            },
        ),
        (
            "XAXX030229MVZXXMB2",
            CurpFault::Date {
                year: 2003,
                month: 2,
                day: 29,
            },
        ),
        ("XXXX999999XXXXXX99", CurpFault::Place { code: "XX".into() }),
        ("HEMJ040315HVZRXNA", CurpFault::Length { found: 17 }),
        ("", CurpFault::Length { found: 0 }),
        (
            "HZMJ040315HVZRXNA8",
            CurpFault::Shape {
                position: 2,
                found: 'Z',
                allowed: Allowed::Vowel,
            },
        ),
        (
            "HEMJ0A0315HVZRXNA8",
            CurpFault::Shape {
                position: 6,
                found: 'A',
                allowed: Allowed::Digit,
            },
        ),
        (
            "HEMJ040315FVZRXNA8",
            CurpFault::Shape {
                position: 11,
                found: 'F',
                allowed: Allowed::SexLetter,
            },
        ),
        (
            "HEMJ040315HVZAXNA8",
            CurpFault::Shape {
                position: 14,
                found: 'A',
                allowed: Allowed::Consonant,
            },
        ),
        (
            "HEMJ040315HVZRXN-8",
            CurpFault::Shape {
                position: 17,
                found: '-',
                allowed: Allowed::LetterOrDigit,
            },
        ),
    ] {
        assert_eq!(parse(text), Err(fault), "{text}");
    }
}

#[test]
fn warns_of_what_is_unusual() {
    assert_eq!(
        alone("HEMJ150315HVZRXNA1").remarks,
        [CurpRemark::Age { years: 11 }]
    );
    assert_eq!(
        alone("HEMJ040315HVZRXN08").remarks,
        [CurpRemark::Age { years: 122 }]
    );
    assert_eq!(
        alone("HEMJ040315HVZRXNK8").remarks,
        [CurpRemark::UnusualHomonym { found: 'K' }]
    );
    let ana = name("Ana|Pedraza|Domínguez");
    let old_key = read_with("PEDA040520MVZDMNA1", Some(&ana), None);
    assert_eq!(
        old_key.remarks,
        [CurpRemark::InconvenientWord],
        "the word is told once, not again as a difference"
    );
    assert_eq!(old_key.severity(), Severity::Warning);
}

#[test]
fn the_tens_of_the_day_are_caught_only_by_the_form() {
    assert_eq!(alone("HEMJ040325HVZRXNA8").remarks, []);
    let (curp, captured) = (day(2004, 3, 25), day(2004, 3, 15));
    let reading = read_with("HEMJ040325HVZRXNA8", None, Some(captured));
    assert_eq!(reading.remarks, [CurpRemark::BirthDate { curp, captured }]);
    assert_eq!(offers(&reading), [JUAN]);
}

#[test]
fn compares_with_everything_on_the_form() {
    let other = name("Juan Pedro|Pérez|Gil");
    let vz = Birthplace::from_code("VZ").unwrap();
    let pl = Birthplace::from_code("PL").unwrap();
    let ctx = CurpContext {
        name: Some(&other),
        sex: Some(Sex::Woman),
        birth_date: Some(day(2004, 4, 15)),
        birthplace: Some(pl),
        today: today(),
    };
    let reading = read(JUAN, &ctx);
    assert_eq!(
        reading.remarks,
        [
            CurpRemark::BirthDate {
                curp: day(2004, 3, 15),
                captured: day(2004, 4, 15)
            },
            CurpRemark::FirstLetters {
                expected: "PEGJ".into(),
                found: "HEMJ".into()
            },
            CurpRemark::InnerConsonants {
                expected: "RLN".into(),
                found: "RXN".into()
            },
            CurpRemark::Sex {
                curp: Sex::Man,
                captured: Sex::Woman
            },
            CurpRemark::Birthplace {
                curp: vz,
                captured: pl
            },
        ]
    );
    assert_eq!(offers(&reading), [""; 0]);
}

#[test]
fn is_shown_whole_in_groups_or_by_its_end() {
    assert_eq!(curp(JUAN).grouped(), "HEMJ 040315 H VZ RXN A8");
    assert_eq!(curp(JUAN).masked(), "…RXNA8");
    assert_eq!(parse(" hemj 040315 h vz rxn a8\n"), Ok(curp(JUAN)));
}

#[test]
fn is_read_back_from_the_store_in_later_years_and_after_a_clock_went_back() {
    assert_eq!(Curp::from_stored(JUAN), Some(curp(JUAN)));
    assert!(Curp::from_stored("HEMJ300315HVZRXNA8").is_some());
    assert_eq!(Curp::from_stored("hemj040315hvzrxna8"), None);
    assert_eq!(Curp::from_stored("HEMJ040315HVZRXNA7"), None);
    let json = serde_json::to_string(&curp(JUAN)).unwrap();
    assert_eq!(json, format!("\"{JUAN}\""));
    assert_eq!(serde_json::from_str::<Curp>(&json).unwrap(), curp(JUAN));
}

#[test]
fn offers_x_for_an_enye() {
    let reading = alone("HEMJ040315HVZRÑNA8");
    assert_eq!(
        reading.result,
        Err(CurpFault::Shape {
            position: 15,
            found: 'Ñ',
            allowed: Allowed::Consonant
        })
    );
    assert_eq!(offers(&reading), [JUAN]);
    assert_eq!(offers(&alone("HEMJ040315HVZRN\u{303}NA8")), [JUAN]);
}

#[test]
fn puts_look_alikes_right_by_their_position() {
    assert_eq!(offers(&alone("HEMJO4O3I5HVZRXNA8")), [JUAN]);
    assert_eq!(offers(&alone("0ORA060101XNECSLA3")), ["OORA060101XNECSLA3"]);
    assert_eq!(offers(&alone("OORAO6O1O1XNECSLA3")), ["OORA060101XNECSLA3"]);
    assert_eq!(
        offers(&alone("PEDJ991231HVZXMSO4")),
        ["PEDJ991231HVZXMS04"],
        "an O in position 17 would be a birth in 2099"
    );
}

#[test]
fn offers_other_slips_only_if_the_form_bears_them_out() {
    let juan = name("Juan Pablo|Hernández|Muñoz");
    let born = day(2004, 3, 15);
    for slip in [
        "EHMJ040315HVZRXNA8",
        "HEMJ043015HVZRXNA8",
        "HEMJ040315HVZRXN8A",
        "HEMJ040315HVZXRNA8",
    ] {
        assert_eq!(
            offers(&read_with(slip, Some(&juan), Some(born))),
            [JUAN],
            "{slip}"
        );
        assert_eq!(offers(&alone(slip)), [""; 0], "{slip}");
    }
    assert_eq!(
        offers(&read_with("HEMJ040316HVZRXNA8", Some(&juan), Some(born))),
        [JUAN]
    );
    assert_eq!(
        offers(&read_with("HEMJ040315HVZRXNA", Some(&juan), Some(born))),
        [""; 0]
    );
}

fn any_curp() -> impl Strategy<Value = Curp> {
    let letters = "[A-Z][AEIOUX][A-Z]{2}";
    let consonants = "[B-DF-HJ-NP-TV-Z]{3}";
    (letters, 0u64..40_000, "[HMX]", 0usize..33, consonants, "[0-9A-J]").prop_filter_map(
        "a date to come",
        |(four, days, sex, place, inner, homonym)| {
            let century = if homonym.as_bytes()[0].is_ascii_digit() {
                1900
            } else {
                2000
            };
            let date = day(1900, 1, 1) + chrono::Days::new(days);
            let date = date
                .with_year(century + date.year() % 100)
                .filter(|date| *date <= today())?;
            let place = Birthplace::all().nth(place).unwrap().code();
            let head = format!("{four}{}{sex}{place}{inner}{homonym}", date.format("%y%m%d"));
            (0..10).find_map(|check| parse(&format!("{head}{check}")).ok())
        },
    )
}

proptest! {
    #[test]
    fn is_read_back_as_it_is_shown(curp in any_curp()) {
        prop_assert_eq!(parse(&curp.grouped()), Ok(curp.clone()));
        prop_assert_eq!(parse(&curp.as_str().to_lowercase()), Ok(curp.clone()));
        prop_assert_eq!(Curp::from_stored(curp.as_str()), Some(curp));
    }

    #[test]
    fn an_enye_for_an_x_is_always_put_right(curp in any_curp()) {
        if let Some(at) = curp.as_str().find('X') {
            let mut typed = curp.as_str().to_owned();
            typed.replace_range(at..=at, "ñ");
            let reading = alone(&typed);
            prop_assert!(reading.result.is_err());
            prop_assert_eq!(reading.offers.first(), Some(&curp));
        }
    }

    #[test]
    fn offers_are_few_and_right(typed in "[A-Z]{4}[0-9OI]{6}[HMX][A-Z]{5}[0-9A-Z]{2}", days in 0u64..9_000) {
        let born = day(2000, 1, 1) + chrono::Days::new(days);
        let reading = read_with(&typed, None, Some(born));
        prop_assert!(reading.offers.len() <= MAX_OFFERS);
        for offer in &reading.offers {
            prop_assert_eq!(parse(offer.as_str()), Ok(offer.clone()));
        }
    }

    #[test]
    fn never_panics(typed in "\\PC*", given in "\\PC{1,20}", surname in "\\PC{0,20}") {
        let name = PersonName::new(&given, Some(&surname), None).ok();
        let _ = read_with(&typed, name.as_ref(), Some(day(2004, 2, 29)));
    }

    #[test]
    fn never_panics_on_eighteen_characters(typed in "[A-ZÑñß0-9é]{18}") {
        let _ = read_with(&typed, None, Some(day(2004, 2, 29)));
    }
}
