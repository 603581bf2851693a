//! Finding people.

use super::*;

#[test]
fn a_student_is_found_by_matricula_name_nss_and_curp_as_it_is_typed() {
    let mut desk = desk();
    desk.enroll(&maria());
    desk.enroll(&juan());
    for typed in [
        "2",
        "25",
        "252",
        "25230457",
        "d",
        "de",
        "cruz",
        "nunez maria",
        "NÚÑEZ",
        "maria fernanda cruz",
        "121",
        "12180599990",
        "12-18-05-9999-0",
        "9990",
        "cunf05",
        "CUNF 051130 M PL RXR A2",
    ] {
        assert!(
            names(&desk, typed).contains(&"De la Cruz Núñez, María Fernanda".to_owned()),
            "{typed}"
        );
    }
    assert_eq!(names(&desk, "hern"), ["Hernández Muñoz, Juan Pablo"]);
    assert!(names(&desk, "zzz").is_empty());
    assert_eq!(names(&desk, "").len(), 2);
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_answered(typed in "\\PC{0,60}", glued in "[a-z \\-'\"*():^]{0,40}") {
        let mut desk = desk();
        desk.enroll(&maria());
        desk.enroll(&juan());
        for typed in [typed.as_str(), glued.as_str(), &glued.repeat(200)] {
            let page = desk.find(typed, 0).unwrap();
            assert_eq!(page.count, Count::Exactly(page.rows.len() as u64), "{typed:?}");
            desk.similar_surnames(typed).unwrap();
        }
    }
}

#[test]
fn signs_that_no_record_has_find_nobody() {
    let mut desk = desk();
    desk.enroll(&maria());
    assert!(names(&desk, "???").is_empty());
    assert!(names(&desk, "山田").is_empty());
    assert_eq!(names(&desk, "   ").len(), 1);
}

#[test]
fn a_name_that_changes_is_found_by_the_new_one_only() {
    let mut desk = desk();
    let student = desk.enroll(&maria());
    let mut entry = maria();
    entry.first_surname = "Zárate".into();
    desk.correct(student, &entry.particulars(desk.today()).unwrap())
        .unwrap();
    assert_eq!(names(&desk, "zarate").len(), 1);
    assert!(names(&desk, "cruz").is_empty());
    desk.undo().unwrap();
    assert_eq!(names(&desk, "cruz").len(), 1);
    assert!(names(&desk, "zarate").is_empty());
}

#[test]
fn lists_follow_the_spanish_order() {
    let mut desk = desk();
    for (identifier, surname) in [
        ("25230001", "Nuño"),
        ("25230002", "Ñandú"),
        ("25230003", "Nuñez"),
        ("25230004", "Nunez"),
        ("25230005", "Ortiz"),
        ("25230006", "Álvarez"),
        ("25230007", "Alvarado"),
    ] {
        desk.enroll(&person(identifier, "Ana", surname, ""));
    }
    let surnames: Vec<_> = names(&desk, "")
        .iter()
        .map(|name| name.split(',').next().unwrap().to_owned())
        .collect();
    assert_eq!(
        surnames,
        ["Alvarado", "Álvarez", "Nunez", "Nuñez", "Nuño", "Ñandú", "Ortiz"]
    );
}

#[test]
fn many_matches_are_met_in_the_order_of_names_and_counted_no_further_than_a_thousand() {
    let mut desk = desk();
    for number in 0..1_200 {
        let first = format!("Gar{}", ["za", "cia", "duño", "ibay"][number % 4]);
        let second = format!("Ap{}", "aeiou".chars().cycle().nth(number / 4).unwrap());
        desk.enroll(&person(&format!("25{number:06}"), "Ana", &first, &second));
    }
    let page = desk.find("gar", 0).unwrap();
    assert_eq!(page.count, Count::LimitOrMore);
    assert_eq!(page.rows.len(), 50);
    let few = desk.find("garibay apu", 0).unwrap();
    assert_eq!(few.count, Count::Exactly(60));

    // Whichever way it is found, a page continues where the one before it ended.
    for typed in ["gar", "garibay"] {
        let mut all: Vec<_> = (0..4)
            .flat_map(|page| desk.find(typed, page * 50).unwrap().rows)
            .map(|row| (row.student.particulars.name.sort_key(), row.student.id))
            .collect();
        let found = all.clone();
        all.sort();
        all.dedup();
        assert_eq!(found, all, "{typed}");
    }
}

#[test]
fn where_nothing_matched_a_surname_one_letter_away_is_asked_for() {
    let mut desk = desk();
    desk.enroll(&person("25230001", "Ana", "Pérez", "López"));
    desk.enroll(&person("25230002", "Luis", "Pérez", "López"));
    assert!(names(&desk, "peres lopes").is_empty());
    assert_eq!(
        desk.similar_surnames("peres lopes").unwrap(),
        [("Pérez López".to_owned(), 2)]
    );
    assert!(desk.similar_surnames("gutierrez").unwrap().is_empty());
}
