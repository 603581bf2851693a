use super::*;
use crate::domain::sex::Sex;

fn key(code: &str, number: u16) -> ClinicKey {
    ClinicKey {
        delegacion: Delegacion::from_code(code).unwrap(),
        number: Umf::new(number).unwrap(),
    }
}

fn clinic(code: &str, number: u16, city: &str) -> Clinic {
    Clinic {
        city: Some(city.to_owned()),
        ..Clinic::new(key(code, number))
    }
}

#[test]
fn a_number_is_from_1_to_999_and_goes_to_imss_in_three_digits() {
    assert_eq!(Umf::new(0), None);
    assert_eq!(Umf::new(1000), None);
    assert_eq!(Umf::new(7).map(Umf::three_digits).as_deref(), Some("007"));
    assert_eq!(Umf::new(999).map(Umf::number), Some(999));
}

#[test]
fn a_clinic_is_read_as_people_write_it() {
    let usual = Delegacion::from_code("32");
    for text in [
        "36",
        "036",
        " 36 ",
        "UMF 36",
        "HGZ/UMF 36",
        "36 · Minatitlán",
        "32/36",
        "32 / 36",
    ] {
        assert_eq!(ClinicKey::read(text, usual), Ok(key("32", 36)), "{text}");
    }
    assert_eq!(ClinicKey::read("31/36 · Coatzintla", usual), Ok(key("31", 36)));
    assert_eq!(ClinicKey::read("1/1", None), Ok(key("01", 1)));
    assert_eq!(ClinicKey::read("36", None), Err(ClinicFault::NoDelegacion));
    assert_eq!(
        ClinicKey::read("38/36", usual),
        Err(ClinicFault::NoSuchDelegacion("38".into()))
    );
    assert_eq!(
        ClinicKey::read("0", usual),
        Err(ClinicFault::OutOfRange("0".into()))
    );
    assert_eq!(
        ClinicKey::read("36x", usual),
        Err(ClinicFault::OutOfRange("36x".into()))
    );
    assert_eq!(
        ClinicKey::read("Minatitlán", usual),
        Err(ClinicFault::NoNumber("Minatitlán".into()))
    );
    assert_eq!(
        ClinicKey::read("", usual),
        Err(ClinicFault::NoNumber(String::new()))
    );
}

#[test]
fn a_clinic_answers_to_its_number_and_to_its_city() {
    let clinic = clinic("32", 36, "Minatitlán, Veracruz");
    for typed in [
        "3",
        "36",
        "036",
        "32/3",
        "minat",
        "VERACRUZ",
        "vera mina",
        "36 · Minatitlán",
    ] {
        assert!(clinic.answers_to(typed), "{typed}");
    }
    for typed in ["6", "360", "31/36", "titlan", "minat oax"] {
        assert!(!clinic.answers_to(typed), "{typed}");
    }
}

#[test]
fn the_two_campuses_have_their_delegaciones() {
    assert_eq!(Delegacion::from_code("22").map(Delegacion::name), Some("Puebla"));
    assert_eq!(
        Delegacion::from_code("32").map(Delegacion::name),
        Some("Veracruz Sur")
    );
    assert_eq!(Delegacion::from_code("9"), None);
    assert_eq!(Delegacion::find("1"), vec![Delegacion::from_code("01").unwrap()]);
    assert_eq!(Delegacion::find("32 Veracruz Sur"), Delegacion::find("32"));
    let named: Vec<_> = Delegacion::find("vera")
        .into_iter()
        .map(Delegacion::code)
        .collect();
    assert_eq!(named, ["31", "32"]);
    assert_eq!(Delegacion::find("veracruz s").len(), 1);
    assert_eq!(Delegacion::find(" "), []);
}

#[test]
fn a_turno_is_one_of_two_or_what_the_document_says() {
    assert_eq!(Shift::read("MATUTINO"), Some(Shift::Morning));
    assert_eq!(Shift::read("v"), Some(Shift::Evening));
    assert_eq!(
        Shift::read(" JORNADA  ACUMULADA "),
        Some(Shift::Other("JORNADA ACUMULADA".into()))
    );
    assert_eq!(Shift::read("  "), None);
    for shift in [Shift::Morning, Shift::Evening, Shift::Other("Nocturno".into())] {
        assert_eq!(Shift::read(shift.text()), Some(shift));
    }
}

#[test]
fn a_consultorio_has_up_to_three_letters_or_digits() {
    assert_eq!(Room::read(" 4 ").as_ref().map(Room::as_str), Ok("4"));
    assert_eq!(Room::read("b-12").as_ref().map(Room::as_str), Ok("B12"));
    for wrong in ["", "1234", "1/2"] {
        assert_eq!(Room::read(wrong), Err(RoomFault), "{wrong}");
    }
}

#[test]
fn an_agregado_has_its_shape() {
    for right in ["1M2004ES", "1f2004es", "2H1999OR", "6X2010PE", "1 M 2004 ES"] {
        assert!(Agregado::read(right).is_ok(), "{right}");
    }
    assert_eq!(Agregado::read("1M2004E"), Err(AgregadoFault::Length(7)));
    for wrong in [
        "0M2004ES",
        "7M2004ES",
        "1A2004ES",
        "1M1804ES",
        "1M20O4ES",
        "1M2004E5",
        "1M2004ÑS",
    ] {
        assert_eq!(Agregado::read(wrong), Err(AgregadoFault::Shape), "{wrong}");
    }
}

#[test]
fn the_usual_agregado_follows_the_letters_of_the_setting() {
    let usual = |sex| Agregado::usual(sex, 2004, SexLetters::default());
    assert_eq!(usual(Sex::Man).unwrap().as_str(), "1M2004ES");
    assert_eq!(usual(Sex::Woman).unwrap().as_str(), "1F2004ES");
    assert_eq!(usual(Sex::NonBinary), None);
    let letters = SexLetters { man: 'H', woman: 'M' };
    let woman = Agregado::usual(Sex::Woman, 2004, letters).unwrap();
    assert_eq!(woman.as_str(), "1M2004ES");
    assert_eq!(woman.birth_year(), 2004);
}

#[test]
fn what_is_typed_means_a_clinic_of_the_catalogue_where_there_is_one() {
    let catalogue = [
        clinic("32", 36, "Minatitlán"),
        clinic("31", 36, "Coatzintla"),
        clinic("31", 61, "Veracruz"),
        clinic("32", 12, "Veracruz"),
    ];
    let means = |typed: &str, usual: &str| meant(typed, &catalogue, Delegacion::from_code(usual));
    let known = |at: usize| Ok(Some(Meant::Known(catalogue[at].clone())));

    assert_eq!(means(" ", "32"), Ok(None));
    assert_eq!(means("36", "32"), known(0), "the usual delegación comes first");
    assert_eq!(means("31/36", "32"), known(1));
    assert_eq!(means("61", "32"), known(2), "the only one of that number");
    assert_eq!(means("32/61", "32"), Ok(Some(Meant::New(key("32", 61)))));
    assert_eq!(means("7", "32"), Ok(Some(Meant::New(key("32", 7)))));
    assert_eq!(means("61", ""), known(2));
    assert_eq!(means("36", ""), Err(ClinicFault::NoDelegacion));
    assert_eq!(means("minat", "32"), known(0));
    assert_eq!(
        means("veracruz", "32"),
        Err(ClinicFault::NoNumber("veracruz".into())),
        "two of them"
    );
}
