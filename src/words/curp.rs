//! What is said of a CURP.

use chrono::{Datelike, NaiveDate};

use super::dates;
use super::said::{Said, Told, either, how_to_accept};
use crate::domain::curp::{Allowed, CURP_LENGTH, Curp, CurpFault, CurpReading, CurpRemark, Sex};

const COPY_IT: &str = "Cópiela de la constancia de la CURP.";

/// The message under the field: the most telling of what was found, or `None` if there is nothing to say.
pub fn message(reading: &CurpReading) -> Option<Said> {
    messages(reading).into_iter().next()
}

/// All that is to be said of a reading, for a list of observations.
pub fn messages(reading: &CurpReading) -> Vec<Said> {
    match &reading.result {
        Err(fault) => {
            let mut text = fault_text(fault, &reading.offers);
            if let Some(keys) = how_to_accept(reading.offers.len(), "aceptarla") {
                text = format!("{text} {keys}");
            }
            vec![Said::new(fault.severity(), text)]
        }
        Ok(_) => reading.remarks.iter().map(remark).collect(),
    }
}

/// All that the console tells of a reading; never empty.
pub fn told(reading: &CurpReading) -> Vec<Told> {
    match &reading.result {
        Err(fault) => {
            let said = Said::new(fault.severity(), fault_text(fault, &reading.offers));
            vec![Told::new(said, fault.code())]
        }
        Ok(curp) if reading.remarks.is_empty() => vec![Told::ok(curp.grouped())],
        Ok(_) => {
            let told = |remark| Told::new(self::remark(remark), CurpRemark::code(remark));
            reading.remarks.iter().map(told).collect()
        }
    }
}

/// What is said of one remark.
pub fn remark(remark: &CurpRemark) -> Said {
    let text = match remark {
        CurpRemark::BirthDate { curp, captured } => other_date(*curp, *captured),
        CurpRemark::FirstLetters { expected, found } => format!(
            "Por el nombre se esperaba {expected}; la CURP dice {found}. Si el documento dice lo mismo, continúe."
        ),
        CurpRemark::InnerConsonants { expected, found } => format!(
            "Por el nombre se esperaban las consonantes {expected}; la CURP dice {found}. Si el documento dice lo \
             mismo, continúe."
        ),
        CurpRemark::Sex { curp, captured } => format!(
            "La CURP dice {}; el sexo capturado es {}. Compare con el documento.",
            sex(*curp),
            sex(*captured)
        ),
        CurpRemark::Birthplace { curp, captured } => format!(
            "La CURP dice {}; el lugar de nacimiento capturado es {}. Compare con el documento.",
            curp.name(),
            captured.name()
        ),
        CurpRemark::Age { years } => {
            format!(
                "Según la CURP tiene {}. Compare con el documento.",
                dates::years(*years)
            )
        }
        CurpRemark::InconvenientWord => {
            "La CURP empieza con una palabra que hoy se evita con una X en la segunda \
             letra. Si el documento dice lo mismo, continúe."
                .to_owned()
        }
        CurpRemark::UnusualHomonym { found } => {
            format!("La posición 17 de la CURP es {found}, poco común. Compare con el documento.")
        }
    };
    Said::new(remark.severity(), text)
}

/// The name of a sex, as in a sentence.
pub fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Man => "hombre",
        Sex::Woman => "mujer",
        Sex::NonBinary => "no binario",
    }
}

/// Day and month alone if the years agree. Position 9, tens of the day, is the one that the check digit leaves
/// unprotected.
fn other_date(curp: NaiveDate, captured: NaiveDate) -> String {
    let same_year = curp.year() == captured.year();
    let said = |date| {
        if same_year {
            dates::day_month(date)
        } else {
            dates::long(date)
        }
    };
    let only_tens_of_day =
        same_year && curp.month() == captured.month() && curp.day() % 10 == captured.day() % 10;
    let (curp, captured) = (said(curp), said(captured));
    if only_tens_of_day {
        format!(
            "La CURP dice {curp}; la fecha capturada es {captured}. El dígito verificador no detecta este error: \
             compare con el documento."
        )
    } else {
        format!("La CURP dice {curp}; la fecha capturada es {captured}. Compare con el documento.")
    }
}

fn fault_text(fault: &CurpFault, offers: &[Curp]) -> String {
    let happened = match fault {
        CurpFault::Length { found } => {
            format!("La CURP lleva {CURP_LENGTH} caracteres; aquí hay {found}.")
        }
        CurpFault::Shape {
            position, found: 'Ñ',
        ..
        } => {
            format!("La CURP no lleva Ñ: en la posición {position} va X.")
        }
        CurpFault::Shape {
            position,
            found,
            allowed,
        } => {
            format!(
                "En la posición {position} de la CURP va {}; aquí hay “{found}”.",
                self::allowed(*allowed)
            )
        }
        CurpFault::Place { code } => {
            format!("La CURP trae la entidad “{code}”, que no está en el catálogo oficial.")
        }
        CurpFault::Date { month, .. } if !(1..=12).contains(month) => {
            format!("La CURP dice mes {month:02}, y ese mes no existe.")
        }
        CurpFault::Date { year, month, day } => {
            format!(
                "La CURP dice {}, y ese día no existe.",
                dates::spelled(*year, *month, *day)
            )
        }
        CurpFault::FutureDate { date } => {
            format!("La CURP dice {}, y ese día aún no llega.", dates::long(*date))
        }
        CurpFault::CheckDigit => "La CURP no pasa la verificación.".to_owned(),
    };
    if offers.is_empty() {
        return format!("{happened} {COPY_IT}");
    }
    let offered = either(&offers.iter().map(Curp::grouped).collect::<Vec<_>>());
    format!("{happened} ¿Quiso escribir {offered}?")
}

fn allowed(allowed: Allowed) -> &'static str {
    match allowed {
        Allowed::Letter => "una letra",
        Allowed::Vowel => "una vocal o X",
        Allowed::Digit => "un número",
        Allowed::SexLetter => "H, M o X",
        Allowed::Consonant => "una consonante",
        Allowed::LetterOrDigit => "una letra o un número",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curp::{Birthplace, CurpContext, read};
    use crate::domain::person_name::PersonName;
    use crate::domain::severity::Severity;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn unknown() -> CurpContext<'static> {
        CurpContext::unknown(day(2026, 11, 21))
    }

    fn under_the_field(typed: &str, ctx: &CurpContext<'_>) -> String {
        message(&read(typed, ctx))
            .map(|said| said.text)
            .unwrap_or_default()
    }

    const JUAN: &str = "HEMJ040315HVZRXNA8";

    #[test]
    fn says_word_for_word_what_the_window_promises() {
        for (typed, text) in [
            (JUAN, ""),
            (
                "HEMJ040315HVZRXNA",
                "La CURP lleva 18 caracteres; aquí hay 17. Cópiela de la constancia de la CURP.",
            ),
            (
                "XAXX030229MVZXXMB2",
                "La CURP dice 29 de febrero de 2003, y ese día no existe. Cópiela de la constancia de la CURP.",
            ),
            (
                "HEMJ040315HVZRXNA7",
                "La CURP no pasa la verificación. Cópiela de la constancia de la CURP.",
            ),
        ] {
            assert_eq!(under_the_field(typed, &unknown()), text);
        }
        let captured = CurpContext {
            birth_date: Some(day(2004, 3, 15)),
            ..unknown()
        };
        assert_eq!(
            under_the_field("HEMJ040325HVZRXNA8", &captured),
            "La CURP dice 25 de marzo; la fecha capturada es 15 de marzo. El dígito verificador no detecta este \
             error: compare con el documento."
        );
        let name = PersonName::new("María Luisa", Some("Pérez"), Some("Muñoz")).unwrap();
        let named = CurpContext {
            name: Some(&name),
            ..unknown()
        };
        assert_eq!(
            under_the_field(JUAN, &named),
            "Por el nombre se esperaba PEML; la CURP dice HEMJ. Si el documento dice lo mismo, continúe."
        );
    }

    #[test]
    fn tells_every_other_fault() {
        for (typed, text) in [
            (
                "HEMJ040315FVZRXNA8",
                "En la posición 11 de la CURP va H, M o X; aquí hay “F”. Cópiela de la constancia de la CURP.",
            ),
            (
                "HEMJ040315HVZRÑNA8",
                "La CURP no lleva Ñ: en la posición 15 va X. ¿Quiso escribir HEMJ 040315 H VZ RXN A8? Flecha abajo y \
                 Enter para aceptarla.",
            ),
            (
                "HEMJ040315HVXRXNA0",
                "La CURP trae la entidad “VX”, que no está en el catálogo oficial. Cópiela de la constancia de la \
                 CURP.",
            ),
            (
                "HEMJ041315HVZRXNA8",
                "La CURP dice mes 13, y ese mes no existe. Cópiela de la constancia de la CURP.",
            ),
            (
                "HEMJ300315HVZRXNA8",
                "La CURP dice 15 de marzo de 2030, y ese día aún no llega. Cópiela de la constancia de la CURP.",
            ),
        ] {
            assert_eq!(under_the_field(typed, &unknown()), text);
        }
    }

    #[test]
    fn tells_every_other_remark() {
        let said = |remark: CurpRemark| self::remark(&remark).text;
        let place = |code| Birthplace::from_code(code).unwrap();
        assert_eq!(
            said(CurpRemark::BirthDate {
                curp: day(2004, 3, 15),
                captured: day(2005, 3, 15)
            }),
            "La CURP dice 15 de marzo de 2004; la fecha capturada es 15 de marzo de 2005. Compare con el documento."
        );
        assert_eq!(
            said(CurpRemark::Sex {
                curp: Sex::Woman,
                captured: Sex::NonBinary
            }),
            "La CURP dice mujer; el sexo capturado es no binario. Compare con el documento."
        );
        assert_eq!(
            said(CurpRemark::Birthplace {
                curp: place("VZ"),
                captured: place("PL")
            }),
            "La CURP dice Veracruz; el lugar de nacimiento capturado es Puebla. Compare con el documento."
        );
        assert_eq!(
            said(CurpRemark::InnerConsonants {
                expected: "RRC".into(),
                found: "RRD".into()
            }),
            "Por el nombre se esperaban las consonantes RRC; la CURP dice RRD. Si el documento dice lo mismo, \
             continúe."
        );
        assert_eq!(
            said(CurpRemark::Age { years: 11 }),
            "Según la CURP tiene 11 años. Compare con el documento."
        );
        assert!(said(CurpRemark::InconvenientWord).ends_with("continúe."));
        assert!(said(CurpRemark::UnusualHomonym { found: 'K' }).contains("es K, poco común"));
    }

    #[test]
    fn the_console_names_a_code_and_no_keys() {
        let told = |typed| {
            let mut told = told(&read(typed, &unknown()));
            assert_eq!(told.len(), 1);
            told.remove(0)
        };
        assert_eq!(told(JUAN), Told::ok("HEMJ 040315 H VZ RXN A8".into()));
        let enye = told("HEMJ040315HVZRÑNA8");
        assert_eq!((enye.severity, enye.code), (Severity::Error, "curp-forma"));
        assert_eq!(
            enye.text,
            "La CURP no lleva Ñ: en la posición 15 va X. ¿Quiso escribir HEMJ 040315 H VZ RXN A8?"
        );
        let young = told("HEMJ150315HVZRXNA1");
        assert_eq!((young.severity, young.code), (Severity::Warning, "curp-edad"));
        assert_eq!(
            young.text,
            "Según la CURP tiene 11 años. Compare con el documento."
        );
    }
}
