//! What is said of a sample file that was compared with the office's layout.

use super::{field, positions};
use crate::domain::imss_file::{
    Disagreement, Expected, FileEncoding, LineEnd, RecordKind, SampleEncoding, SampleEnd, SampleReport,
};
use crate::domain::movement::MovementKind;
use crate::words::dates::thousands;

/// What came of comparing a sample: its verdict first, then each thing that differs.
pub fn compared(report: &SampleReport) -> Vec<String> {
    let mut told = Vec::new();
    if report.movements == 0 {
        told.push(format!(
            "El archivo de muestra no tiene ningún renglón de {} posiciones. Elija uno que el IMSS haya aceptado.",
            report.length
        ));
    } else if report.passes() {
        told.push(format!(
            "La muestra coincide con el formato: {}. Con este formato se escribiría igual.",
            movements(report.movements)
        ));
    } else {
        told.push(format!(
            "La muestra no coincide con el formato. {} {}; abajo está cada diferencia. Corrija el formato, o pregunte a su \
             subdelegación cuál vale.",
            if report.movements == 1 { "Se comparó" } else { "Se compararon" },
            movements(report.movements)
        ));
    }
    if let Some(first) = report.wrong_lengths.first() {
        told.push(match report.wrong_lengths.len() {
            1 => format!(
                "El renglón {} tiene {}; el formato pide {}.",
                first.line,
                positions(first.found),
                report.length
            ),
            more => format!(
                "{} renglones no tienen las {} posiciones del formato; el primero es el {}, con {}.",
                thousands(more),
                report.length,
                first.line,
                first.found
            ),
        });
    }
    if !report.end_agrees() {
        told.push(end_differs(report.end, report.end_expected));
    }
    if !report.encoding_agrees() {
        told.push(encoding_differs(report.encoding, report.encoding_expected));
    }
    if report.movements > 0 && !report.control_agrees() {
        told.push(control_differs(report));
    }
    told.extend(report.disagreements.iter().map(disagreement));
    told
}

fn end_differs(found: SampleEnd, expected: LineEnd) -> String {
    let found = match found {
        SampleEnd::None => "no terminan con nada",
        SampleEnd::CrLf => "terminan con CR y LF",
        SampleEnd::Lf => "terminan solo con LF",
        SampleEnd::Mixed => "terminan unos con CR y LF, otros solo con LF",
    };
    format!(
        "Sus renglones {found}; el formato dice «{}» en fin_de_linea.",
        expected.code()
    )
}

fn encoding_differs(found: SampleEncoding, expected: FileEncoding) -> String {
    let found = match found {
        SampleEncoding::Ascii => "letras simples",
        SampleEncoding::Utf8 => "letras en UTF-8, que ocupan más de una posición",
        SampleEncoding::Windows1252 => "letras como Ñ o acentos (Windows-1252)",
    };
    format!(
        "Tiene {found}; el formato dice «{}» en codificacion.",
        expected.code()
    )
}

fn control_differs(report: &SampleReport) -> String {
    match (report.controls, report.control_expected) {
        (0, _) => "No trae el renglón de cifras de control que el formato agrega.".to_owned(),
        (_, false) => "Trae cifras de control y el formato no las agrega.".to_owned(),
        (found, true) => {
            format!("Trae {found} renglones de cifras de control y el formato agrega uno.")
        }
    }
}

/// One place that disagrees: «Alta, posiciones 104 a 109 (salario base): se esperaba «000000» y dice «030000», en 12
/// renglones; el primero es el 1.»
pub fn disagreement(it: &Disagreement) -> String {
    let record = match it.record {
        RecordKind::Movement(MovementKind::Alta) => "Alta",
        RecordKind::Movement(MovementKind::Baja) => "Baja",
        RecordKind::Control => "Cifras de control",
    };
    let place = if it.from == it.until {
        format!("posición {}", it.from)
    } else {
        format!("posiciones {} a {}", it.from, it.until)
    };
    let name = it.field.map(|of| format!(" ({})", field(of))).unwrap_or_default();
    let found = if it.found.bytes().all(|byte| byte == b' ') {
        "trae espacios".to_owned()
    } else {
        format!("dice «{}»", it.found.trim_end())
    };
    let rows = match it.records {
        1 => format!("en el renglón {}", it.line),
        more => format!("en {} renglones; el primero es el {}", thousands(more), it.line),
    };
    format!(
        "{record}, {place}{name}: se esperaba {} y {found}, {rows}.",
        expected(&it.expected)
    )
}

fn expected(expected: &Expected) -> String {
    match expected {
        Expected::Text(text) if text.bytes().all(|byte| byte == b' ') => "espacios".to_owned(),
        Expected::Text(text) => format!("«{}»", text.trim_end()),
        Expected::OneOf(texts) => {
            let texts: Vec<String> = texts
                .iter()
                .map(|text| format!("«{}»", text.trim_end()))
                .collect();
            texts.join(" o ")
        }
        Expected::Spaces => "espacios".to_owned(),
        Expected::Zeros => "ceros".to_owned(),
        Expected::Registro => "una letra y diez dígitos".to_owned(),
        Expected::Nss => "un NSS de once dígitos".to_owned(),
        Expected::Name { enye, .. } => {
            let except = if *enye { "" } else { " ni Ñ" };
            format!("un nombre en mayúsculas, sin acentos{except}, desde la izquierda")
        }
        Expected::Date => "una fecha DDMMAAAA".to_owned(),
        Expected::Umf { unknown } if unknown.contains('0') => "el número de la UMF, o ceros".to_owned(),
        Expected::Umf { .. } => "el número de la UMF, o espacios".to_owned(),
        Expected::WorkerKey => "el número de control, desde la izquierda".to_owned(),
        Expected::Curp => "una CURP, o espacios".to_owned(),
    }
}

fn movements(count: usize) -> String {
    match count {
        1 => "1 movimiento".to_owned(),
        _ => format!("{} movimientos", thousands(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::imss_file::{Filler, WrongLength};

    const ALTA: RecordKind = RecordKind::Movement(MovementKind::Alta);

    #[test]
    fn a_sample_is_told_by_its_verdict_and_its_differences() {
        let mut report = SampleReport {
            movements: 12,
            controls: 0,
            control_expected: false,
            length: 168,
            wrong_lengths: Vec::new(),
            end: SampleEnd::CrLf,
            end_expected: LineEnd::CrLf,
            encoding: SampleEncoding::Ascii,
            encoding_expected: FileEncoding::Ascii,
            disagreements: Vec::new(),
        };
        assert_eq!(
            compared(&report),
            ["La muestra coincide con el formato: 12 movimientos. Con este formato se escribiría igual."]
        );
        report.wrong_lengths = vec![WrongLength { line: 4, found: 167 }];
        report.end = SampleEnd::Lf;
        report.disagreements = vec![Disagreement {
            record: ALTA,
            field: Some(Filler::Sbc),
            from: 104,
            until: 109,
            expected: Expected::Text("000000".into()),
            found: "030000".into(),
            line: 1,
            records: 12,
        }];
        assert_eq!(
            compared(&report)[1..],
            [
                "El renglón 4 tiene 167 posiciones; el formato pide 168.",
                "Sus renglones terminan solo con LF; el formato dice «crlf» en fin_de_linea.",
                "Alta, posiciones 104 a 109 (salario base): se esperaba «000000» y dice «030000», en 12 renglones; el \
                 primero es el 1.",
            ]
        );
        report.movements = 0;
        assert!(compared(&report)[0].contains("ningún renglón de 168 posiciones"));
    }
}
