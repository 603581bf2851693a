use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::domain::appearance::{Density, Palette, Scheme, Zoom};
use crate::domain::campus::Career;
use crate::domain::capture::{CaptureStyle, DateForm, FieldFault, FieldOrder};
use crate::domain::clinic::SexLetters;
use crate::domain::cutoff::{ClosedCut, CutCalendar, WindowLimits};
use crate::domain::movement::CurpRule;
use crate::domain::person_name::Enye;

fn campus() -> Campus {
    Campus {
        preset: "otro".into(),
        name: "Plantel Ejemplo".into(),
        department: "Servicios Escolares".into(),
        identifier_label: "Número de control".into(),
        control_code: "23".into(),
        delegation: "32".into(),
        delegation_name: "Veracruz Sur".into(),
        plantel_key: "EJEMPLO".into(),
        address: String::new(),
        phone: "922 555 0100".into(),
        email: "escolares@plantel.example".into(),
        mail_domain: "plantel.example".into(),
        careers: vec![Career {
            key: "IIND-2010-227".into(),
            name: "Ingeniería Industrial".into(),
        }],
    }
}

fn read(stored: &[(&str, &str)]) -> Settings {
    let stored = stored
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    Settings::read(&stored, &BTreeMap::new(), campus())
}

fn of(key: &str, text: &str) -> Result<String, SettingFault> {
    let setting = Setting::by_key(key).expect(key);
    setting.read(text).map(|value| value.to_string())
}

#[test]
fn every_topic_and_every_key_has_one_row_and_a_default_that_reads_back() {
    for setting in TABLE {
        let same = |it: &&Setting| it.topic == setting.topic || it.key == setting.key;
        assert_eq!(TABLE.iter().filter(same).count(), 1, "{}", setting.key);
        assert_eq!(Setting::of(setting.topic).key, setting.key);
        assert!(Group::ALL.contains(&setting.group));

        let default = setting.default_text(&campus());
        assert_eq!(
            setting.read(&default).map(|it| it.to_string()),
            Ok(default),
            "{}",
            setting.key
        );
    }
    assert!(Setting::by_key(" Corte.Plazo ").is_some());
    assert!(Setting::by_key("corte").is_none());
}

#[test]
fn the_words_of_the_look_are_those_that_the_look_knows() {
    let choices = |topic| match Setting::of(topic).kind {
        Kind::Choice(words) => words.to_vec(),
        other => panic!("{other:?}"),
    };
    assert_eq!(choices(Topic::Scheme), Scheme::ALL.map(Scheme::code));
    assert_eq!(choices(Topic::Palette), Palette::ALL.map(Palette::code));
    assert_eq!(choices(Topic::Density), Density::ALL.map(Density::code));
    assert_eq!(choices(Topic::CurpRule), CurpRule::ALL.map(CurpRule::code));
    assert_eq!(choices(Topic::Zoom), Zoom::STEPS.map(|step| step.to_string()));
    assert_eq!(choices(Topic::CaptureDate), DateForm::ALL.map(DateForm::code));
    let letters = choices(Topic::SexLetters).into_iter().map(SexLetters::from_code);
    assert!(letters.eq([Some(SexLetters::MASCULINE_FEMININE), Some(SexLetters::MAN_WOMAN)]));
}

#[test]
fn spans_are_read_as_one_says_them_and_refused_by_their_fault() {
    for typed in ["1-3", "1 a 3", " 1, 3", "1 y 3", "1–3"] {
        assert_eq!(of("corte.plazo", typed), Ok("1-3".into()), "{typed}");
    }
    assert_eq!(of("corte.plazo", "3"), Err(SettingFault::NotASpan));
    assert_eq!(of("corte.plazo", "1-2-3"), Err(SettingFault::NotASpan));
    assert_eq!(of("corte.plazo", "1 o 3 horas"), Err(SettingFault::NotASpan));
    assert_eq!(
        of("corte.plazo", "5-2"),
        Err(SettingFault::Backwards { first: 5, last: 2 })
    );
    assert_eq!(
        of("corte.plazo", "1-99"),
        Err(SettingFault::OutOfRange { least: 0, most: 30 })
    );
    assert_eq!(
        of("corte.plazo", "1-99999999999999"),
        Err(SettingFault::OutOfRange { least: 0, most: 30 })
    );
}

#[test]
fn each_kind_of_text_is_refused_by_its_fault() {
    assert_eq!(of("plantel.nombre", "  "), Err(SettingFault::Empty));
    assert_eq!(
        of("plantel.nombre", &"a".repeat(121)),
        Err(SettingFault::TooLong(120))
    );
    assert_eq!(of("plantel.telefono", "922\u{7}"), Err(SettingFault::Unseen));
    assert_eq!(of("plantel.clave", "2A"), Err(SettingFault::NotDigits(2)));
    assert_eq!(of("plantel.clave", ""), Ok(String::new()));
    assert_eq!(of("plantel.codigo", "tecnm23"), Ok("TECNM23".into()));
    assert_eq!(of("plantel.codigo", "TECNM-23"), Err(SettingFault::NotACode(10)));
    assert_eq!(of("plantel.delegacion", "99"), Err(SettingFault::NoDelegation));
    assert_eq!(
        of("plantel.periodo", "agosto-diciembre 2026"),
        Ok("AGO-DIC 2026".into())
    );
    assert_eq!(of("plantel.periodo", "otoño"), Err(SettingFault::NotAPeriod));
    assert_eq!(of("apariencia.tema", "Oscuro"), Ok("oscuro".into()));
    assert_eq!(
        of("apariencia.densidad", "amplia"),
        Err(SettingFault::NoChoice(&["compacta", "comoda"]))
    );
    assert_eq!(of("papel.carpeta", "papeles"), Err(SettingFault::NotAFolder));
    assert_eq!(of("papel.carpeta", r"D:\Papeles"), Ok(r"D:\Papeles".into()));
}

#[test]
fn cut_days_and_hours_are_read_as_one_says_them() {
    assert_eq!(of("corte.dias", "último, 16"), Ok("16 y último".into()));
    assert_eq!(of("corte.dias", ""), Err(SettingFault::NotCutDays));
    assert_eq!(of("corte.dias", "16 y 40"), Err(SettingFault::NotCutDays));
    for typed in ["13", "13:00", "13.00"] {
        assert_eq!(of("corte.hora", typed), Ok("13:00".into()), "{typed}");
    }
    assert_eq!(of("corte.hora", "9:30"), Ok("09:30".into()));
    assert_eq!(of("corte.hora", "ninguna"), Ok(String::new()));
    for typed in ["24:00", "13:60", "13:5", "1300", "a las 13", "+1", "13:"] {
        assert_eq!(of("corte.hora", typed), Err(SettingFault::NotAnHour), "{typed}");
    }
    let codes = ClosedCut::ALL.map(ClosedCut::code);
    assert_eq!(
        codes.map(|code| of("corte.inhabil", code)),
        codes.map(|code| Ok(code.into()))
    );
}

#[test]
fn what_imss_knows_the_campus_by_is_checked_as_far_as_it_is_known() {
    let key = "imss.registro_patronal";
    assert_eq!(of(key, "z9900000320"), Ok("Z99-00000-32-0".into()));
    assert_eq!(
        of(key, "Z99-00000-32-0; Z99-00001-10-3"),
        Ok("Z99-00000-32-0\nZ99-00001-10-3".into())
    );
    assert_eq!(
        of(key, "Z99-00000-32"),
        Err(SettingFault::NotARegistro("Z99-00000-32".into()))
    );
    assert_eq!(
        of(key, "Z99-00000-32-0; Z99 00000 32 0"),
        Err(SettingFault::Twice("Z99-00000-32-0".into()))
    );
    assert_eq!(of("imss.subdelegacion", "03"), Ok("3".into()));
    for typed in ["0", "100", "+3", "tres"] {
        assert_eq!(
            of("imss.subdelegacion", typed),
            Err(SettingFault::NoSubdelegation),
            "{typed}"
        );
    }
    assert_eq!(
        Enye::ALL.map(|enye| of("imss.enye", enye.code()).unwrap()),
        Enye::ALL.map(|it| it.code().to_owned())
    );
}

#[test]
fn lists_hold_one_item_a_line_and_each_once() {
    assert_eq!(
        of(
            "plantel.carreras",
            "iind-2010-227 Ingeniería Industrial; Enfermería"
        ),
        Ok("IIND-2010-227 Ingeniería Industrial\nEnfermería".into())
    );
    assert_eq!(
        of("atiende.nombres", "Lupita; Marta\n\nLUPITA"),
        Err(SettingFault::Twice("LUPITA".into()))
    );
    assert_eq!(
        of("inhabiles.plantel", "12/12/2026 Día del plantel; 2026-12-11"),
        Ok("2026-12-11\n2026-12-12 Día del plantel".into())
    );
    assert_eq!(
        of("inhabiles.plantel", "hoy Asueto"),
        Err(SettingFault::NotADay("hoy Asueto".into()))
    );
}

#[test]
fn what_is_stored_is_in_force_and_the_rest_is_as_published() {
    let settings = read(&[
        ("corte.plazo", "2-5"),
        ("plantel.delegacion", "22"),
        ("apariencia.zoom", "125"),
    ]);
    assert_eq!(
        settings.window_limits(),
        WindowLimits {
            first: 2,
            last: 5,
            ..WindowLimits::default()
        }
    );
    assert_eq!(settings.cut_calendar(), CutCalendar::default());
    assert_eq!(settings.campus().delegation_name, "Puebla");
    assert_eq!(settings.campus().careers, campus().careers);
    assert_eq!(settings.appearance().zoom.percent(), 125);
    assert!(!settings.entry(Topic::Window).is_default);
    assert!(settings.entry(Topic::Evidence).is_default);
    assert!(settings.entry(Topic::Window).awaits_confirmation());
    assert!(!settings.entry(Topic::Zoom).awaits_confirmation());
}

/// A text that may stand in the register under any key, good or not.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        Just("1-3".to_owned()),
        Just("10, 20 y último".to_owned()),
        Just("9:30".to_owned()),
        Just("Z99-00000-32-0".to_owned()),
        Just("90-30".to_owned()),
        Just("oscuro".to_owned()),
        Just("125".to_owned()),
        Just("12/12/2026 Aniversario\n2026-12-12".to_owned()),
    ]
}

proptest! {
    /// One value that can't be read neither prevents the others from being read nor changes them.
    #[test]
    fn a_bad_value_loses_only_itself(
        texts in proptest::collection::vec(any_text(), TABLE.len()),
        spoilt in 0..TABLE.len(),
        trash in any_text(),
    ) {
        let mut stored: BTreeMap<String, String> =
            TABLE.iter().map(|it| it.key.to_owned()).zip(texts).collect();
        let before = Settings::read(&stored, &BTreeMap::new(), campus());
        stored.insert(TABLE[spoilt].key.to_owned(), trash.clone());
        let after = Settings::read(&stored, &BTreeMap::new(), campus());

        for (at, (before, after)) in before.entries().iter().zip(after.entries()).enumerate() {
            if at == spoilt {
                match after.setting.read(&trash) {
                    Ok(value) => prop_assert_eq!(&after.value, &value),
                    Err(_) => {
                        prop_assert!(after.is_default);
                        prop_assert_eq!(after.unreadable.as_ref(), Some(&trash));
                    }
                }
            } else {
                prop_assert_eq!(&before.value, &after.value);
                prop_assert_eq!(&before.unreadable, &after.unreadable);
            }
        }
    }

    /// What is written back reads as the same value.
    #[test]
    fn a_value_reads_back_as_itself(text in any_text(), which in 0..TABLE.len()) {
        if let Ok(value) = TABLE[which].read(&text) {
            prop_assert_eq!(TABLE[which].read(&value.to_string()), Ok(value));
        }
    }
}

#[test]
fn the_fields_of_the_capture_are_the_office_s_to_order() {
    assert_eq!(read(&[]).capture_style(), CaptureStyle::default());
    let style = read(&[
        ("imss.captura", "CURP, apellido paterno, fecha"),
        ("imss.captura_fecha", "seguida"),
    ])
    .capture_style();
    assert_eq!(style.order, FieldOrder::parse("curp, paterno, fecha").unwrap());
    assert_eq!(style.date, DateForm::Plain);
    assert_eq!(
        of("imss.captura", "nss, edad"),
        Err(SettingFault::Fields(FieldFault::Unknown("edad".into())))
    );
    // What nobody can read leaves the default in force.
    assert_eq!(
        read(&[("imss.captura", "edad")]).capture_style(),
        CaptureStyle::default()
    );
}
