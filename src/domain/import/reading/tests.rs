use super::numbers::{looks_like_curp, looks_like_nss};
use super::school::{motive, read_semester};
use crate::domain::movement::BajaMotive;
use crate::domain::period::Semester;

#[test]
fn a_semester_is_read_as_schools_write_it() {
    for (text, number) in [
        ("3", 3),
        ("3er semestre", 3),
        ("3.º", 3),
        ("Semestre 7", 7),
        ("tercero", 3),
        ("Primer semestre", 1),
        ("OCTAVO", 8),
        ("décimo", 10),
        ("12", 12),
    ] {
        assert_eq!(read_semester(text).map(Semester::number), Some(number), "{text}");
    }
    for text in ["", "0", "33", "3x", "egresado", "quinientos"] {
        assert_eq!(read_semester(text), None, "{text}");
    }
}

#[test]
fn a_motive_is_understood_from_a_sentence() {
    for (text, understood) in [
        ("Ya egresé", BajaMotive::Graduation),
        ("otro_seguro", BajaMotive::OtherInsurance),
        ("Conseguí trabajo", BajaMotive::OtherInsurance),
        ("Baja temporal del instituto", BajaMotive::TemporaryLeave),
        ("", BajaMotive::OnRequest),
        ("porque sí", BajaMotive::OnRequest),
    ] {
        assert_eq!(motive(text), understood, "{text}");
    }
}

#[test]
fn tells_a_curp_from_an_nss_by_its_shape() {
    assert!(looks_like_curp("hemj040315hvzrxna8"));
    assert!(!looks_like_curp("03190412340"));
    assert!(looks_like_nss("03-19-04-1234-0") && looks_like_nss("3190412340"));
    assert!(!looks_like_nss("9221234567890"));
}
