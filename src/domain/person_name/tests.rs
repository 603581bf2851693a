use proptest::prelude::*;

use super::*;

fn name(given: &str, first: &str, second: &str) -> PersonName {
    PersonName::new(given, Some(first), Some(second)).unwrap()
}

#[test]
fn tidies_up_what_was_typed() {
    let ana = name(
        "  Ana\u{200B}   Luci\u{301}a ",
        "Rami\u{301}rez\u{A0}",
        "\tSoto\u{7}",
    );
    assert_eq!(ana, name("Ana Lucía", "Ramírez", "Soto"));
    assert_eq!(ana.given(), "Ana Lucía");
    assert_eq!(
        (ana.first_surname(), ana.second_surname()),
        (Some("Ramírez"), Some("Soto"))
    );
}

#[test]
fn has_three_spoken_forms() {
    let ana = name("Ana Lucía", "Ramírez", "Soto");
    assert_eq!(ana.formal(), "Ramírez Soto, Ana Lucía");
    assert_eq!(ana.title(), "RAMÍREZ SOTO, ANA LUCÍA");
    assert_eq!(ana.natural(), "Ana Lucía Ramírez Soto");

    let luis = PersonName::new("Luis Ángel", Some("de los Santos"), None).unwrap();
    assert_eq!(luis.formal(), "De los Santos, Luis Ángel");

    let federico = PersonName::new("Federico", None, Some("  ")).unwrap();
    assert_eq!(
        (federico.formal().as_str(), federico.natural().as_str()),
        ("Federico", "Federico")
    );
}

#[test]
fn refuses_what_is_no_name() {
    assert_eq!(
        PersonName::new(" \u{200B} ", Some("Soto"), None),
        Err(NameFault::GivenMissing)
    );
    assert_eq!(
        PersonName::new("Ana", None, Some("Soto")),
        Err(NameFault::SecondWithoutFirst)
    );
    assert_eq!(
        PersonName::new("Ana", Some(" "), Some("Soto")),
        Err(NameFault::SecondWithoutFirst)
    );
    let long = "ñ".repeat(NAME_PART_LENGTH + 1);
    assert_eq!(
        PersonName::new("Ana", Some(&long), None),
        Err(NameFault::TooLong {
            part: NamePart::FirstSurname,
            letters: 81
        })
    );
    assert!(PersonName::new("Ana", Some(&long[2..]), None).is_ok());
}

#[test]
fn folds_for_search() {
    assert_eq!(fold("  Núñez-Güemes,  D'Acosta 2º "), "nunez guemes d acosta 2");
    assert_eq!(fold("Søren Łukasz Straße Rareș"), "soren lukasz strasse rares");
    assert_eq!(fold("n\u{303}"), "n");
    assert_eq!(fold("Ж¿?"), "");
}

#[test]
fn sorts_as_spanish_readers_expect() {
    let sorted = [
        name("Zoé", "Garcia", ""),
        name("Ana", "García", "López"),
        name("Ana", "Garcia", "López Mateos"),
        name("Beto", "García", "Lópezneri"),
        name("Ana", "Garcia Pérez", "Alba"),
        name("Ana", "Garciada", "Alba"),
        PersonName::new("Nubia", None, None).unwrap(),
        name("Ana", "Núnez", "Soto"),
        name("Ana", "Nunzio", "Soto"),
        name("Ana", "Nuñez", "Soto"),
        name("Ana", "NUÑO", "Soto"),
        name("Ana", "Nuo", "Soto"),
        name("Ana", "Ñáñez", "Soto"),
        name("Ana", "O'Hara", "Soto"),
        name("Ana", "Ohare", "Soto"),
    ];
    for pair in sorted.windows(2) {
        assert!(
            pair[0].sort_key() < pair[1].sort_key(),
            "{} < {}",
            pair[0].formal(),
            pair[1].formal()
        );
    }
}

#[test]
fn writes_the_name_for_imss() {
    let imss = name("Ma. José", "Güemes-Ñúñez", "D'Acosta").imss(Enye::AsN);
    assert_eq!(
        (imss.given.as_str(), imss.first_surname.as_str()),
        ("MA JOSE", "GUEMES NUNEZ")
    );
    assert_eq!(imss.second_surname, "D ACOSTA");
    use NamePart::{FirstSurname, Given, SecondSurname};
    assert_eq!(
        imss.changes,
        [
            NameChange::Accent {
                part: FirstSurname,
                from: 'Ü'
            },
            NameChange::Punctuation {
                part: FirstSurname,
                from: '-'
            },
            NameChange::Enye { part: FirstSurname },
            NameChange::Accent {
                part: FirstSurname,
                from: 'Ú'
            },
            NameChange::Punctuation {
                part: SecondSurname,
                from: '\''
            },
            NameChange::Punctuation {
                part: Given,
                from: '.'
            },
            NameChange::Accent {
                part: Given,
                from: 'É'
            },
        ]
    );
    assert!(imss.lost_enye());
    assert_eq!(imss.problems(), []);
}

#[test]
fn tells_what_imss_cannot_carry() {
    let rares = PersonName::new("Rareș", Some("Popescu"), None)
        .unwrap()
        .imss(Enye::AsN);
    assert_eq!((rares.given.as_str(), rares.problems().len()), ("RARES", 0));

    let odd = name("Søren 2", "Жуков", "").imss(Enye::AsN);
    assert_eq!(odd.given, "SREN");
    assert_eq!(odd.problems().first(), Some(&NameProblem::NotCarried { ch: 'Ж' }));
    assert_eq!(odd.problems().last(), Some(&NameProblem::NotCarried { ch: '2' }));
    assert!(odd.problems().contains(&NameProblem::NotCarried { ch: 'Ø' }));

    let part = NamePart::SecondSurname;
    let long = name("Ana", "Soto", "de los Montes y Caballero de la Torre").imss(Enye::AsN);
    assert_eq!(long.problems(), [NameProblem::TooLong { part, letters: 37 }]);
    assert_eq!(name("Ana", &"a".repeat(27), "").imss(Enye::AsN).problems(), []);
}

const SPANISH: &str = "aábcdeéfghiíjklmnñoópqrstuúüvwxyz";

fn rank(ch: char) -> usize {
    let plain = match ch {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        other => other,
    };
    SPANISH.chars().position(|letter| letter == plain).unwrap()
}

proptest! {
    #[test]
    fn surnames_sort_by_the_spanish_alphabet(
        one in proptest::string::string_regex(&format!("[{SPANISH}]{{1,6}}")).unwrap(),
        other in proptest::string::string_regex(&format!("[{SPANISH}]{{1,6}}")).unwrap(),
    ) {
        let ranks = |text: &str| text.chars().map(rank).collect::<Vec<_>>();
        let key = |text: &str| PersonName::new("Ana", Some(text), None).unwrap().sort_key();
        prop_assert_eq!(key(&one).cmp(&key(&other)), ranks(&one).cmp(&ranks(&other)));
    }

    #[test]
    fn any_name_keeps_its_promises(given in "\\PC{1,40}", first in "\\PC{0,40}", second in "\\PC{0,40}") {
        if let Ok(name) = PersonName::new(&given, Some(&first), Some(&second)) {
            let imss = name.imss(Enye::AsN);
            for part in [&imss.first_surname, &imss.second_surname, &imss.given] {
                prop_assert!(part.chars().all(|ch| ch.is_ascii_uppercase() || ch == ' '), "{part:?}");
                prop_assert!(!part.contains("  ") && part.trim() == part);
            }
            prop_assert!(name.sort_key().is_ascii());
            let again = PersonName::new(name.given(), name.first_surname(), name.second_surname());
            prop_assert_eq!(again, Ok(name));
        }
    }

    #[test]
    fn folding_is_plain_and_final(text in "\\PC*") {
        let folded = fold(&text);
        prop_assert!(folded.chars().all(|ch| matches!(ch, 'a'..='z' | '0'..='9' | ' ')), "{folded:?}");
        prop_assert_eq!(fold(&folded), folded);
    }
}

#[test]
fn an_enye_stays_where_the_office_keeps_it() {
    let munoz = name("Begoña", "Muñoz", "Güemes");
    let kept = munoz.imss(Enye::Kept);
    assert_eq!(
        [&kept.first_surname, &kept.second_surname, &kept.given],
        ["MUÑOZ", "GUEMES", "BEGOÑA"]
    );
    assert!(!kept.lost_enye() && munoz.imss(Enye::AsN).lost_enye());
    // Letters are counted, not bytes: 27 of them fit, however they are written.
    let longest = name("Ana", &"ñ".repeat(27), "");
    assert_eq!(longest.imss(Enye::Kept).problems(), []);
    let too_long = name("Ana", &"ñ".repeat(28), "");
    assert_eq!(
        too_long.imss(Enye::Kept).problems(),
        too_long.imss(Enye::AsN).problems()
    );
}
