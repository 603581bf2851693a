//! From headers to columns: which of them a sheet has, and in which row they stand.
//!
//! What a header may say is data, the table `columnas.toml`; how it is compared is of `headers`.

use std::sync::OnceLock;

use serde::Deserialize;

use super::headers::{Headers, OfColumn};
use crate::domain::import::{Column, ImportKind};
use crate::domain::person_name::fold;

/// Among so many rows from the top the headers are looked for.
const HEADERS_WITHIN: usize = 40;

/// The table of synonyms.
#[derive(Debug, Deserialize)]
struct Synonyms {
    columna: Vec<OfColumn>,
}

fn headers() -> &'static Headers<Column> {
    static HEADERS: OnceLock<Headers<Column>> = OnceLock::new();

    HEADERS.get_or_init(|| {
        let table: Synonyms = toml::from_str(include_str!("../../assets/catalogues/columnas.toml"))
            .unwrap_or(Synonyms { columna: Vec::new() });
        Headers::new(table.columna, Column::from_code)
    })
}

/// Which column each header is; «Nombre» without surnames beside it is the whole name.
pub fn recognise<S: AsRef<str>>(headers: &[S]) -> Vec<Option<Column>> {
    let mut recognised = self::headers().recognise(headers);
    let has_surnames = recognised.iter().flatten().any(|column| {
        matches!(
            column,
            Column::FirstSurname | Column::SecondSurname | Column::Surnames
        )
    });
    if !has_surnames && !recognised.contains(&Some(Column::FullName)) {
        for column in &mut recognised {
            if *column == Some(Column::GivenNames) {
                *column = Some(Column::FullName);
            }
        }
    }
    recognised
}

/// The row of the headers among the first rows of a sheet, from 0: the first with the most columns that are recognised,
/// two at least. `None` for a sheet without headers that we know.
pub fn find_headers<R, S>(rows: &[R]) -> Option<usize>
where
    R: AsRef<[S]>,
    S: AsRef<str>,
{
    let recognised = rows
        .iter()
        .take(HEADERS_WITHIN)
        .map(|row| recognise(row.as_ref()).into_iter().flatten().count());
    let (at, count) = recognised
        .enumerate()
        .max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at)))?;
    (count >= 2).then_some(at)
}

/// What a sheet with these columns most likely asks for: a motive is asked of bajas alone.
pub fn likely_kind(columns: &[Column], name: &str) -> ImportKind {
    let name = fold(name);
    let words: Vec<&str> = name.split(' ').collect();
    if columns.contains(&Column::Motive) || words.iter().any(|word| matches!(*word, "baja" | "bajas")) {
        ImportKind::Bajas
    } else if words
        .iter()
        .any(|word| word.starts_with("inscrit") || word.starts_with("reinscri"))
    {
        ImportKind::Enrolled
    } else {
        ImportKind::Altas
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(headers: &[&str]) -> Vec<&'static str> {
        recognise(headers)
            .into_iter()
            .map(|column| column.map_or("-", Column::code))
            .collect()
    }

    #[test]
    fn every_destination_of_the_table_is_a_column() {
        let table: Synonyms = toml::from_str(include_str!("../../assets/catalogues/columnas.toml")).unwrap();
        for of in &table.columna {
            assert!(
                of.destino == "ignorada" || Column::from_code(&of.destino).is_some(),
                "{}",
                of.destino
            );
            for text in of.fragmentos.iter().chain(&of.entero) {
                assert_eq!(*text, fold(text), "the table is written as headers are compared");
            }
        }
        for column in Column::ALL {
            assert!(
                table.columna.iter().any(|of| of.destino == column.code()),
                "{}",
                column.code()
            );
        }
    }

    #[test]
    fn the_heads_of_a_form_are_recognised() {
        assert_eq!(
            columns(&[
                "Marca temporal",
                "Dirección de correo electrónico",
                "Número de control",
                "Apellido paterno",
                "Apellido materno",
                "Nombre(s)",
                "CURP (18 caracteres)",
                "Número de Seguro Social (NSS), 11 dígitos",
                "Fecha de nacimiento",
                "Sexo",
                "Carrera",
                "Semestre",
                "Teléfono celular",
                "¿Cuenta con otro seguro? (IMSS por padres, ISSSTE)",
                "Puntuación",
                "Comentarios"
            ]),
            [
                "marca_temporal",
                "correo",
                "numero_control",
                "ap_paterno",
                "ap_materno",
                "nombres",
                "curp",
                "nss",
                "fecha_nac",
                "sexo",
                "carrera",
                "semestre",
                "telefono",
                "otro_seguro",
                "-",
                "-"
            ]
        );
    }

    #[test]
    fn a_short_fragment_is_a_whole_word() {
        assert_eq!(
            columns(&["NC", "Nombre", "C.P."]),
            ["numero_control", "nombre_completo", "-"]
        );
        assert_eq!(columns(&["Financiamiento", "Incapacidad"]), ["-", "-"]);
        assert_eq!(columns(&["Dirección", "Correo"]), ["-", "correo"]);
    }

    #[test]
    fn a_name_is_whole_unless_surnames_stand_beside_it() {
        assert_eq!(
            columns(&["No. de control", "Nombre"]),
            ["numero_control", "nombre_completo"]
        );
        assert_eq!(columns(&["Nombre", "Primer apellido"]), ["nombres", "ap_paterno"]);
        assert_eq!(columns(&["Apellidos", "Nombre(s)"]), ["apellidos", "nombres"]);
    }

    #[test]
    fn of_two_headers_for_one_column_the_plainer_is_it() {
        assert_eq!(columns(&["Correo", "Correo del tutor"]), ["correo", "-"]);
        assert_eq!(columns(&["Correo", "Dirección de correo"]), ["-", "correo"]);
        assert_eq!(columns(&["Teléfono", "Teléfono"]), ["telefono", "-"]);
    }

    #[test]
    fn the_headers_are_found_below_titles() {
        let rows = [
            vec!["Instituto Tecnológico", "", ""],
            vec!["Lista de alumnos", "", ""],
            vec![],
            vec!["No. control", "Nombre completo", "CURP"],
            vec!["25230457", "de la Cruz Núñez, María", ""],
        ];
        assert_eq!(find_headers(&rows), Some(3));
        assert_eq!(find_headers(&[vec!["a", "b"], vec!["1", "2"]]), None);
        assert_eq!(find_headers::<Vec<&str>, &str>(&[]), None);
    }

    #[test]
    fn a_motive_makes_it_bajas_and_the_name_may_tell() {
        assert_eq!(
            likely_kind(&[Column::Identifier, Column::Motive], "Formulario"),
            ImportKind::Bajas
        );
        assert_eq!(likely_kind(&[], "Formulario altas 2026.xlsx"), ImportKind::Altas);
        assert_eq!(
            likely_kind(&[], "Inscritos ENE-JUN 2027.ods"),
            ImportKind::Enrolled
        );
    }
}
