//! The causes of refusals that ship with the program: the seed of the office's dictionary.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::phrase::Phrase;
use crate::domain::rejection::{Cause, Dictionary, Fix};

#[derive(Deserialize)]
struct Catalogue {
    causa: Vec<OfCause>,
}

#[derive(Deserialize)]
struct OfCause {
    codigo: String,
    texto: String,
    palabras: Vec<String>,
    paso: String,
}

/// The usual causes, «otra» last. What the office has learned is added to a copy of it.
pub fn usual_causes() -> &'static Dictionary {
    static CAUSES: OnceLock<Dictionary> = OnceLock::new();

    CAUSES.get_or_init(|| {
        let causes = toml::from_str::<Catalogue>(include_str!("../../assets/catalogues/rechazos.toml"))
            .map(|catalogue| catalogue.causa)
            .unwrap_or_default();
        let causes = causes.into_iter().map(|of| Cause {
            code: of.codigo,
            label: of.texto,
            synonyms: of
                .palabras
                .iter()
                .filter_map(|text| Phrase::parse(text))
                .collect(),
            fix: Fix::from_code(&of.paso).unwrap_or(Fix::AskSubdelegacion),
        });
        Dictionary::new(causes.collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_has_the_usual_causes_each_with_its_step() {
        let catalogue: Catalogue =
            toml::from_str(include_str!("../../assets/catalogues/rechazos.toml")).unwrap();
        for cause in &catalogue.causa {
            assert!(Fix::from_code(&cause.paso).is_some(), "{}", cause.paso);
            for text in &cause.palabras {
                assert!(Phrase::parse(text).is_some(), "{text}");
            }
        }
        let codes: Vec<&str> = usual_causes()
            .causes()
            .iter()
            .map(|cause| cause.code.as_str())
            .collect();
        assert_eq!(
            codes,
            [
                "nss",
                "nombre_o_curp",
                "duplicado",
                "registro",
                "estructura",
                "salario",
                Dictionary::OTHER
            ]
        );
    }

    #[test]
    fn the_usual_words_are_recognised_and_others_are_left_to_a_person() {
        for (text, code) in [
            ("NSS inválido", Some("nss")),
            ("El registro patronal no existe", Some("registro")),
            ("MOVIMIENTO DUPLICADO", Some("duplicado")),
            ("Error en la estructura del archivo", Some("estructura")),
            ("Salario fuera de rango", Some("salario")),
            ("El nombre no coincide con el NSS", Some("nombre_o_curp")),
            ("CURP no coincide", Some("nombre_o_curp")),
            ("Filtro 118", None),
        ] {
            let found = usual_causes().recognise(text);
            assert_eq!(found.map(|cause| cause.code.as_str()), code, "{text}");
        }
    }
}
