use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

fn ctx(birth_year: Option<i32>) -> NssContext {
    NssContext {
        birth_year,
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
    }
}

fn nss(digits: &str) -> Nss {
    Nss::parse(digits).unwrap()
}

fn remarks(digits: &str) -> Vec<NssRemark> {
    let reading = read(digits, &ctx(None));
    assert_eq!(reading.result, Ok(nss(digits)));
    reading.remarks
}

fn offers(typed: &str, birth_year: Option<i32>) -> Vec<String> {
    read(typed, &ctx(birth_year))
        .offers
        .iter()
        .map(|nss| nss.as_str().to_owned())
        .collect()
}

#[test]
fn accepts_ordinary_numbers_without_a_remark() {
    for digits in [
        "02170300012",
        "03190412340",
        "48190600428",
        "12180599990",
        "88190400072",
        "89190400070",
    ] {
        assert_eq!(remarks(digits), [], "{digits}");
        assert_eq!(read(digits, &ctx(None)).severity(), Severity::Ok);
    }
}

#[test]
fn asks_to_acknowledge_the_prefixes_of_a_convencional() {
    for digits in [
        "36150012346",
        "77150300018",
        "79160300012",
        "80150300020",
        "97150400071",
        "89009800072",
        "89999700076",
        "89029900076",
    ] {
        assert_eq!(remarks(digits), [NssRemark::Conventional], "{digits}");
        assert_eq!(read(digits, &ctx(None)).severity(), Severity::Acknowledge);
    }
    assert_eq!(
        remarks("89000500077"),
        [
            NssRemark::Conventional,
            NssRemark::RegisteredBeforeBirth {
                registered: 2000,
                born: 2005
            }
        ]
    );
}

#[test]
fn warns_of_an_alta_before_birth_and_of_prefix_00() {
    assert_eq!(
        remarks("02040500015"),
        [NssRemark::RegisteredBeforeBirth {
            registered: 2004,
            born: 2005
        }]
    );
    assert_eq!(remarks("00190400077"), [NssRemark::PrefixZero]);
}

#[test]
fn warns_when_curp_and_nss_tell_different_years_of_birth() {
    let reading = read("02170300012", &ctx(Some(2004)));
    assert_eq!(reading.remarks, [NssRemark::BirthYear { nss: 3, curp: 2004 }]);
    assert_eq!(reading.severity(), Severity::Warning);
    assert_eq!(read("02170300012", &ctx(Some(2003))).remarks, []);
    assert_eq!(
        read("02170300012", &ctx(Some(1903))).remarks,
        [],
        "an NSS holds two digits of a year"
    );
}

#[test]
fn names_each_fault() {
    for (typed, fault) in [
        ("00000000000", NssFault::Zeros),
        ("02170300013", NssFault::CheckDigit),
        ("48190600429", NssFault::CheckDigit),
        ("0217030001", NssFault::Length { found: 10 }),
        ("021703000123", NssFault::Length { found: 12 }),
        ("", NssFault::Length { found: 0 }),
        ("O3190412340", NssFault::Letters { found: 'O' }),
        ("٠٣١٩٠٤١٢٣٤٠", NssFault::Letters { found: '٠' }),
    ] {
        assert_eq!(Nss::parse(typed), Err(fault), "{typed}");
    }
}

#[test]
fn spaces_and_hyphens_may_stand_anywhere() {
    for typed in [
        "03 19 04 1234 0",
        "0319-04-1234-0",
        " 03190412340\u{200B}\n",
        "03–19‑04−1234\u{A0}0",
    ] {
        assert_eq!(Nss::parse(typed), Ok(nss("03190412340")), "{typed:?}");
    }
}

#[test]
fn is_shown_whole_in_groups_or_by_its_end() {
    let nss = nss("48190600428");
    assert_eq!(nss.grouped(), "48-19-06-0042-8");
    assert_eq!(nss.masked(), "…0428");
    assert_eq!((nss.registration_year(), nss.birth_year()), (19, 6));
}

#[test]
fn offers_the_zero_that_a_spreadsheet_dropped_only_if_the_birth_year_agrees() {
    assert_eq!(offers("3190412340", Some(2004)), ["03190412340"]);
    assert_eq!(offers("319-04-1234-0", Some(2004)), ["03190412340"]);
    assert_eq!(offers("3190412340", Some(2005)), [""; 0]);
    assert_eq!(offers("3190412340", None), [""; 0]);
    assert_eq!(offers("0217030001", Some(2003)), [""; 0], "0 in front fails Luhn");
}

#[test]
fn offers_digits_for_the_letters_that_look_like_them() {
    assert_eq!(offers("O3I9O41234O", None), ["03190412340"]);
    assert_eq!(offers("o3l9O41234o", Some(2004)), ["03190412340"]);
    assert_eq!(offers("X3190412340", None), [""; 0]);
}

#[test]
fn offers_the_neighbour_swap_that_fits_the_birth_year() {
    assert_eq!(offers("48190600482", Some(2006)), ["48190600428"]);
    assert_eq!(
        offers("48190600482", None),
        ["48190600428", "48190060482", "48196000482"],
        "who was born in 2006 is likelier at this window than who was born in 2000 or in 1960"
    );
    assert_eq!(
        offers("48190600428", Some(2004)),
        [""; 0],
        "a right number is not corrected"
    );
}

#[test]
fn travels_as_text_through_serde() {
    let json = serde_json::to_string(&nss("03190412340")).unwrap();
    assert_eq!(json, "\"03190412340\"");
    assert_eq!(serde_json::from_str::<Nss>(&json).unwrap(), nss("03190412340"));
    assert!(serde_json::from_str::<Nss>("\"03190412341\"").is_err());
}

fn any_nss() -> impl Strategy<Value = Nss> {
    (1u64..10_000_000_000).prop_map(|first_ten| {
        let first_ten = format!("{first_ten:010}");
        (0..10)
            .find_map(|check| Nss::parse(&format!("{first_ten}{check}")).ok())
            .unwrap()
    })
}

proptest! {
    #[test]
    fn every_wrong_digit_is_caught(nss in any_nss(), at in 0..NSS_LENGTH, by in 1u8..10) {
        let mut digits = nss.as_str().as_bytes().to_vec();
        digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
        prop_assert!(Nss::parse(std::str::from_utf8(&digits).unwrap()).is_err());
    }

    #[test]
    fn every_swap_of_neighbours_is_caught_but_09_with_90(nss in any_nss(), at in 0..NSS_LENGTH - 1) {
        let mut digits: Vec<char> = nss.as_str().chars().collect();
        digits.swap(at, at + 1);
        let caught = Nss::parse(&digits.iter().collect::<String>()).is_err();
        let blind = matches!((digits[at], digits[at + 1]), ('0', '9') | ('9', '0')) || digits[at] == digits[at + 1];
        prop_assert_eq!(caught, !blind);
    }

    #[test]
    fn is_read_back_as_it_is_shown(nss in any_nss()) {
        prop_assert_eq!(Nss::parse(&nss.grouped()), Ok(nss.clone()));
        prop_assert_eq!(Nss::parse(nss.as_str()), Ok(nss));
    }

    #[test]
    fn offers_are_few_right_and_fit_the_birth_year(typed in "[0-9OIl -]{0,14}", year in 1990i32..2012) {
        let reading = read(&typed, &ctx(Some(year)));
        prop_assert!(reading.offers.len() <= MAX_OFFERS);
        prop_assert!(reading.result.is_err() || reading.offers.is_empty());
        for offer in reading.offers {
            prop_assert_eq!(i32::from(offer.birth_year()), year % 100);
        }
    }

    #[test]
    fn never_panics(typed in "\\PC*", birth_year in proptest::option::of(any::<i32>())) {
        let _ = read(&typed, &ctx(birth_year));
    }
}
