use proptest::prelude::*;

use super::*;
use crate::domain::curp::SHAPE;

/// A name from `given|first|second`, the bars leaving out what the person lacks.
fn name(parts: &str) -> PersonName {
    let mut parts = parts.split('|');
    PersonName::new(parts.next().unwrap(), parts.next(), parts.next()).unwrap()
}

fn four(parts: &str) -> String {
    expected_letters(&name(parts)).four
}

fn inner(parts: &str) -> String {
    expected_letters(&name(parts)).inner
}

#[test]
fn four_letters_follow_the_official_samples() {
    for (expected, parts) in [
        // 1.1
        ("ZAHX", "ÑACURUTÚ|ZÁRATE|Y HEREDÍA"),
        ("XARA", "ALBERTO|ÑANDO|RODRIGUEZ"),
        ("CAXT", "TOMAS|CASTILLEJO|ÑANDÚ"),
        // 1.2
        ("PEGL", "LUCERO BEATRIZ ALONDRA|PEREZ|GARCIA"),
        ("ROPJ", "JAVIER ENRIQUE|ROMERO|PALAZUELOS"),
        ("REGG", "GUADALUPE JOSE MARIA|REYES|GARDU"),
        // 1.3
        ("PEHL", "MARIA LUISA|PEREZ|HERNANDEZ"),
        ("EALG", "MA. GUADALUPE|ESTRADA|LOPEZ"),
        ("HELM", "JOSE MARIA|HERNANDEZ|LUGO"),
        // 1.4
        ("DXAJ", "JUAN JOSE|D/AMICO|ALVAREZ"),
        ("TOBX", "´ESSIO|TORRES|BRAVO"),
        // 1.5
        ("RICR", "ROCIO|RIVA PALACIO|CRUZ"),
        ("LOHR", "ROBERTO|LOPEZ-CASTILLO|HOGAZA"),
        ("GUCI", "ILIANA|GUILLEN|DEL CASTILLO-RODRIGUEZ"),
        // 1.6
        ("AUPD", "DALIA|ARGÜELLO|PEREZ"),
        // 1.7
        ("GELC", "CARLOS|MC GREGOR|LOPEZ"),
        ("PEGR", "VAN ROB|PEREZ|GALEAZI"),
        // 1.8
        ("PXDO", "OFELIA|PEDRERO|DOMINGUEZ"),
        ("JXTO", "OSCAR|JOHNSON|TORRES"),
        // 1.9
        ("IXRA", "ANDRES|ICH|RODRIGUEZ"),
        ("SXJY", "YAZBEK|SMRZ|JAROSVAL"),
        // 1.10, 1.11
        ("GAXJ", "JULIO TOMAS|GARDUÑO"),
        ("ZAXM", "MARGARITA|ZARO"),
        ("XXXJ", "JUAN"),
        ("XXXN", "NANCY"),
    ] {
        assert_eq!(four(parts), expected, "{parts}");
    }
}

#[test]
fn inner_consonants_follow_the_official_samples() {
    for (expected, parts) in [
        // 1.12
        ("XDL", "ALBERTO|OÑATE|RODRIGUEZ"),
        ("XSL", "PAOLA|EÑUMA|ROSAS"),
        // 1.13
        ("XRN", "ANDRES|PO|BARRIOS"),
        ("DXN", "MANUEL|PEDROZA|UEIA"),
        // 1.14
        ("NXT", "LETICIA|LUNA"),
        ("TXL", "CLAUDIO|ZITLALPOPOCA"),
        // 1.15
        ("RRC", "LUCERO BEATRIZ ALONDRA|PEREZ|GARCIA"),
        ("MLV", "JAVIER ENRIQUE|ROMERO|PALAZUELOS"),
        ("YRD", "GUADALUPE JOSE MARIA|REYES|GARDU"),
        // 1.16
        ("RNN", "MA. DE LOS ANGELES|MORENO|SANCHEZ"),
        // 1.17
        ("XXD", "FEDERICO"),
        ("XXB", "FABIOLA"),
        // 1.18
        ("XLN", "JUAN JOSE|O'HARA|ALVAREZ"),
    ] {
        assert_eq!(inner(parts), expected, "{parts}");
    }
}

#[test]
fn the_four_official_errata_get_the_answer_of_the_rules() {
    assert_eq!(four("J RICARDO|LÓPEZ|BLANCA"), "LOBR");
    assert_eq!(four("JUAN ANGEL|DE LAS LOMAS|GARCES"), "LOGJ");
    assert_eq!(inner("MARIA JOSE|ESTRADA|LOPEZ"), "SPS");
    assert_eq!(inner("JOSE MARIA|HERNANDEZ|LUGO"), "RGR");
}

#[test]
fn the_only_word_is_used_as_it_stands() {
    assert_eq!(four("María|Pérez|Gil"), "PEGM");
    assert_eq!(four("J.|Pérez|Gil"), "PEGJ");
    assert_eq!(four("María del Rocío|Pérez|Gil"), "PEGR");
    assert_eq!(four("Ma.Luisa|Pérez|Gil"), "PEGL");
    assert_eq!(four("Ana|De|La"), "DELA");
    assert_eq!(four("José de|Pérez|Gil"), "PEGD");
}

#[test]
fn every_inconvenient_word_is_found() {
    assert!(INCONVENIENT.is_sorted());
    for word in INCONVENIENT {
        assert!(is_inconvenient(word));
    }
    assert!(!is_inconvenient("PXDA"));
}

proptest! {
    #[test]
    fn expected_letters_have_the_shape_of_a_curp(
        given in "[-A-Za-zñÑáü'./ ]{1,20}",
        first in "[-A-Za-zñÑáü'./ ]{0,20}",
    ) {
        if let Ok(name) = PersonName::new(&given, Some(&first), None) {
            let ExpectedLetters { four, inner, .. } = expected_letters(&name);
            for (ch, allowed) in four.chars().zip(SHAPE).chain(inner.chars().zip(SHAPE[13..].iter().copied())) {
                prop_assert!(allowed.admits(ch), "{four} {inner}");
            }
            prop_assert_eq!((four.len(), inner.len()), (4, 3));
        }
    }
}
