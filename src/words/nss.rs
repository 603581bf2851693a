//! What is said of an NSS.

use super::said::{Said, Told, either, how_to_accept};
use crate::domain::nss::{NSS_LENGTH, Nss, NssFault, NssReading, NssRemark};

/// By what the person's year of birth is known when an NSS contradicts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum YearKnownBy {
    /// By the CURP.
    #[default]
    Curp,
    /// By the date of birth on the form.
    BirthDate,
}

/// The message under the field: the heaviest of what was found, or `None` if there is nothing to say. A year of
/// birth is taken to be that of the CURP; else ask [`messages`].
pub fn message(reading: &NssReading) -> Option<Said> {
    let all = messages(reading, YearKnownBy::Curp);
    // `max_by_key` would give the last of equals.
    all.into_iter().rev().max_by_key(|said| said.severity)
}

/// All that is to be said of a reading, for a list of observations.
pub fn messages(reading: &NssReading, year: YearKnownBy) -> Vec<Said> {
    match &reading.result {
        Err(fault) => {
            let mut text = fault_text(*fault, &reading.offers);
            if let Some(keys) = how_to_accept(reading.offers.len(), "aceptarlo") {
                text = format!("{text} {keys}");
            }
            vec![Said::new(fault.severity(), text)]
        }
        Ok(_) => reading
            .remarks
            .iter()
            .map(|remark| self::remark(remark, year))
            .collect(),
    }
}

/// All that the console tells of a reading; never empty.
pub fn told(reading: &NssReading) -> Vec<Told> {
    match &reading.result {
        Err(fault) => {
            let said = Said::new(fault.severity(), fault_text(*fault, &reading.offers));
            vec![Told::new(said, fault.code())]
        }
        Ok(nss) if reading.remarks.is_empty() => vec![Told::ok(nss.grouped())],
        Ok(_) => {
            let told = |remark| Told::new(self::remark(remark, YearKnownBy::Curp), NssRemark::code(remark));
            reading.remarks.iter().map(told).collect()
        }
    }
}

/// What is said of one remark.
pub fn remark(remark: &NssRemark, year: YearKnownBy) -> Said {
    let text = match remark {
        NssRemark::BirthYear { nss, curp } => {
            let by = match year {
                YearKnownBy::Curp => "la CURP",
                YearKnownBy::BirthDate => "la fecha capturada",
            };
            format!(
                "El NSS dice año de nacimiento {nss:02} y {by}, {curp}. Puede ser correcto; confírmelo con la \
                 constancia."
            )
        }
        NssRemark::RegisteredBeforeBirth { registered, born } => format!(
            "El NSS dice alta en {registered} y nacimiento en {born}, que es después. Puede ser correcto; \
             confírmelo con la constancia."
        ),
        NssRemark::Conventional => "Parece un NSS provisional (convencional). Desde 2016 se pide el NSS ordinario. \
             Si la constancia trae este, márquelo como visto; si no, el movimiento se aparta al cerrar el corte."
            .to_owned(),
        NssRemark::PrefixZero => {
            "El NSS empieza con 00, un prefijo poco común. Confírmelo con la constancia.".to_owned()
        }
    };
    Said::new(remark.severity(), text)
}

fn fault_text(fault: NssFault, offers: &[Nss]) -> String {
    let offered = either(&offers.iter().map(Nss::grouped).collect::<Vec<_>>());
    let meant = if offers.is_empty() {
        "Cópielo de la constancia.".to_owned()
    } else {
        format!("¿Quiso escribir {offered}?")
    };
    match fault {
        NssFault::Length { found } if offers.is_empty() => {
            format!("El NSS lleva {NSS_LENGTH} dígitos; aquí hay {found}. {meant}")
        }
        NssFault::Length { found } => format!(
            "El NSS lleva {NSS_LENGTH} dígitos; aquí hay {found}. Si Excel quitó el cero inicial, sería {offered}."
        ),
        NssFault::Letters { found } => format!("El NSS lleva solo dígitos; aquí hay “{found}”. {meant}"),
        NssFault::Zeros => "Once ceros no son un NSS. Escriba el de la constancia.".to_owned(),
        NssFault::CheckDigit => {
            format!("Estos 11 dígitos no concuerdan entre sí: alguno está mal o cambiado de lugar. {meant}")
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::nss::{NssContext, read};
    use crate::domain::severity::Severity;

    fn reading(typed: &str, birth_year: Option<i32>) -> NssReading {
        read(
            typed,
            &NssContext {
                birth_year,
                today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
            },
        )
    }

    fn under_the_field(typed: &str, birth_year: Option<i32>) -> String {
        message(&reading(typed, birth_year))
            .map(|said| said.text)
            .unwrap_or_default()
    }

    #[test]
    fn says_word_for_word_what_the_window_promises() {
        assert_eq!(under_the_field("48190600428", Some(2006)), "");
        assert_eq!(
            under_the_field("48190600482", Some(2006)),
            "Estos 11 dígitos no concuerdan entre sí: alguno está mal o cambiado de lugar. ¿Quiso escribir \
             48-19-06-0042-8? Flecha abajo y Enter para aceptarlo."
        );
        assert_eq!(
            under_the_field("3190412340", Some(2004)),
            "El NSS lleva 11 dígitos; aquí hay 10. Si Excel quitó el cero inicial, sería 03-19-04-1234-0. Flecha \
             abajo y Enter para aceptarlo."
        );
        assert_eq!(
            under_the_field("00000000000", None),
            "Once ceros no son un NSS. Escriba el de la constancia."
        );
        assert_eq!(
            under_the_field("48190600428", Some(1990)),
            "El NSS dice año de nacimiento 06 y la CURP, 1990. Puede ser correcto; confírmelo con la constancia."
        );
        assert_eq!(
            under_the_field("36150012346", None),
            "Parece un NSS provisional (convencional). Desde 2016 se pide el NSS ordinario. Si la constancia trae \
             este, márquelo como visto; si no, el movimiento se aparta al cerrar el corte."
        );
    }

    #[test]
    fn says_what_to_do_where_nothing_can_be_offered() {
        assert_eq!(
            under_the_field("0217030001", None),
            "El NSS lleva 11 dígitos; aquí hay 10. Cópielo de la constancia."
        );
        assert_eq!(
            under_the_field("0217030001X", None),
            "El NSS lleva solo dígitos; aquí hay “X”. Cópielo de la constancia."
        );
        assert_eq!(
            under_the_field("00190400077", None),
            "El NSS empieza con 00, un prefijo poco común. Confírmelo con la constancia."
        );
        assert_eq!(
            under_the_field("02040500015", None),
            "El NSS dice alta en 2004 y nacimiento en 2005, que es después. Puede ser correcto; confírmelo con la \
             constancia."
        );
    }

    #[test]
    fn offers_more_than_one_in_one_question() {
        assert_eq!(
            under_the_field("48190600482", None),
            "Estos 11 dígitos no concuerdan entre sí: alguno está mal o cambiado de lugar. ¿Quiso escribir \
             48-19-06-0042-8, 48-19-00-6048-2 o 48-19-60-0048-2? Flecha abajo para elegir y Enter para aceptar."
        );
    }

    #[test]
    fn the_heaviest_comes_first_and_all_can_be_listed() {
        let reading = reading("89000500077", Some(2004));
        let year = YearKnownBy::BirthDate;
        let severities: Vec<_> = messages(&reading, year)
            .iter()
            .map(|said| said.severity)
            .collect();
        assert_eq!(
            severities,
            [Severity::Acknowledge, Severity::Warning, Severity::Warning]
        );
        assert_eq!(message(&reading), messages(&reading, year).into_iter().next());
        assert!(
            messages(&reading, year)[1]
                .text
                .contains("05 y la fecha capturada, 2004")
        );
    }

    #[test]
    fn the_console_names_a_code_and_no_keys() {
        let told = |typed, year| told(&reading(typed, year));
        assert_eq!(told("48190600428", None), [Told::ok("48-19-06-0042-8".into())]);
        assert_eq!(
            told("48190600482", Some(2006)),
            [Told {
                severity: Severity::Error,
                code: "nss-digito",
                text: "Estos 11 dígitos no concuerdan entre sí: alguno está mal o cambiado de lugar. ¿Quiso \
                       escribir 48-19-06-0042-8?"
                    .into(),
            }]
        );
        let codes: Vec<_> = told("89000500077", None).iter().map(|told| told.code).collect();
        assert_eq!(codes, ["nss-convencional", "nss-alta-antes"]);
    }
}
