use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn number(text: &str) -> ControlNumber {
    ControlNumber::parse(text).unwrap()
}

#[test]
fn reads_capitals_and_digits() {
    for (typed, read) in [
        ("21230123", "21230123"),
        (" 25te0457 ", "25TE0457"),
        ("b-21 23 0123", "B21230123"),
        ("1234", "1234"),
        ("A1B2C3D4E5F6", "A1B2C3D4E5F6"),
    ] {
        assert_eq!(number(typed).as_str(), read);
    }
}

#[test]
fn names_each_fault() {
    assert_eq!(
        ControlNumber::parse("123"),
        Err(ControlNumberFault::Length { found: 3 })
    );
    assert_eq!(
        ControlNumber::parse("1234567890123"),
        Err(ControlNumberFault::Length { found: 13 })
    );
    assert_eq!(
        ControlNumber::parse(""),
        Err(ControlNumberFault::Length { found: 0 })
    );
    assert_eq!(
        ControlNumber::parse("21Ñ30123"),
        Err(ControlNumberFault::Character { found: 'Ñ' })
    );
    assert_eq!(
        ControlNumber::parse("2123/123"),
        Err(ControlNumberFault::Character { found: '/' })
    );
}

#[test]
fn the_pattern_of_the_tecnm_only_advises() {
    use ControlNumberRemark::{FutureYear, OtherCampus, Pattern};
    let remarks = |text: &str| number(text).remarks(Some("23"), today());
    assert_eq!(remarks("21230123"), []);
    assert_eq!(remarks("B21230123"), []);
    assert_eq!(remarks("21360045"), [OtherCampus { found: "36".into() }]);
    assert_eq!(
        remarks("27TE0457"),
        [OtherCampus { found: "TE".into() }, FutureYear { year: 2027 }]
    );
    for text in ["1234", "2A230123", "2123012A", "121230123", "AB21230123"] {
        assert_eq!(remarks(text), [Pattern], "{text}");
    }
    assert_eq!(number("21360045").remarks(None, today()), []);
    assert_eq!(number("25te0457").remarks(Some("te"), today()), []);
}

#[test]
fn tells_the_year_of_entry() {
    let year = |text: &str| number(text).entry_year(today());
    assert_eq!(year("21230123"), Some(2021));
    assert_eq!(year("M98230123"), Some(1998));
    assert_eq!(year("27230123"), Some(2027));
    assert_eq!(year("56230123"), Some(2056));
    assert_eq!(year("57230123"), Some(1957));
    assert_eq!(year("ABCD"), None);
}

#[test]
fn a_provisional_folio_is_a_kind_of_its_own() {
    let folio = ProvisionalFolio::new(2026, 1).unwrap();
    assert_eq!(folio.as_str(), "P20260001");
    assert_eq!(ProvisionalFolio::parse("p20260001"), Some(folio.clone()));
    let provisional = Identifier::Provisional(folio);
    let control = Identifier::Control(number("P20260001"));
    assert_eq!(provisional.as_str(), control.as_str());
    assert_ne!(provisional, control);
    for identifier in [provisional, control] {
        let back = Identifier::from_stored(identifier.kind(), identifier.as_str());
        assert_eq!(back, Some(identifier));
    }
    for text in ["P20260000", "P2026001", "P202600001", "20260001", "P2026000Ñ"] {
        assert_eq!(ProvisionalFolio::parse(text), None, "{text}");
    }
    assert_eq!(ProvisionalFolio::new(2026, 10_000), None);
}

proptest! {
    #[test]
    fn never_panics(text in "\\PC*", other in "[A-Z0-9Ñ -]{0,14}") {
        for text in [text, other] {
            if let Ok(number) = ControlNumber::parse(&text) {
                let _ = number.remarks(Some("23"), today());
                prop_assert_eq!(ControlNumber::parse(number.as_str()), Ok(number));
            }
            let _ = ProvisionalFolio::parse(&text);
        }
    }
}
