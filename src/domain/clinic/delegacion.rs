//! The 35 delegaciones (OOAD) of IMSS.

use crate::domain::person_name::fold;

/// A delegación, by the two digits that IMSS gives it.
///
/// The four numbers of the older catalogue for Distrito Federal (35 to 38) are none any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delegacion(&'static str, &'static str);

const TABLE: [(&str, &str, &[u8]); 35] = [
    ("01", "Aguascalientes", &[1, 19]),
    ("02", "Baja California", &[1, 2, 3, 4, 5]),
    ("03", "Baja California Sur", &[1, 8]),
    ("04", "Campeche", &[1, 4]),
    ("05", "Coahuila", &[3, 9, 11, 12, 17, 23]),
    ("06", "Colima", &[1, 3, 7]),
    ("07", "Chiapas", &[1, 2]),
    ("08", "Chihuahua", &[1, 3, 5, 8, 10, 22, 60]),
    ("10", "Durango", &[1, 13]),
    ("11", "Guanajuato", &[1, 5, 8, 14, 17]),
    ("12", "Guerrero", &[1, 2, 3, 13]),
    ("13", "Hidalgo", &[1, 5, 7, 10]),
    ("14", "Jalisco", &[12, 15, 22, 38, 39, 40, 50]),
    ("15", "México Oriente", &[6, 54, 80]),
    ("16", "México Poniente", &[1, 5]),
    ("17", "Michoacán", &[3, 9, 13, 17, 27]),
    ("18", "Morelos", &[1, 11, 15]),
    ("19", "Nayarit", &[1]),
    ("20", "Nuevo León", &[6, 8, 31, 32, 33, 34]),
    ("21", "Oaxaca", &[2, 3, 4, 53]),
    ("22", "Puebla", &[1, 5, 6, 8, 22]),
    ("23", "Querétaro", &[1, 3]),
    ("24", "Quintana Roo", &[1, 2, 7]),
    ("25", "San Luis Potosí", &[1, 3, 5, 60]),
    ("26", "Sinaloa", &[1, 3, 4, 5]),
    ("27", "Sonora", &[1, 3, 7, 10, 13, 51, 57, 70]),
    ("28", "Tabasco", &[1, 2]),
    ("29", "Tamaulipas", &[1, 4, 10, 13, 18, 19]),
    ("30", "Tlaxcala", &[1]),
    ("31", "Veracruz Norte", &[2, 7, 9, 12, 25]),
    ("32", "Veracruz Sur", &[2, 3, 38, 45]),
    ("33", "Yucatán", &[1, 33]),
    ("34", "Zacatecas", &[1, 9]),
    ("39", "DF Norte", &[11, 16, 54, 56, 57]),
    ("40", "DF Sur", &[1, 6, 11, 54, 58]),
];

impl Delegacion {
    /// All of them, by their numbers.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.into_iter().map(|(code, name, _)| Self(code, name))
    }

    /// The delegación of that number, with or without its leading zero.
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.trim();
        Self::all().find(|it| it.0 == code || it.0.strip_prefix('0') == Some(code))
    }

    /// Two digits.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.1
    }

    /// The numbers of its subdelegaciones, as one public list has them: they only advise.
    pub fn subdelegaciones(self) -> &'static [u8] {
        let row = TABLE.into_iter().find(|(code, _, _)| *code == self.0);
        row.map_or(&[], |(_, _, numbers)| numbers)
    }

    /// Those that a typed text may mean: the one of that number, or all whose name has words that begin so. Case and
    /// accents do not matter; an empty text finds nothing.
    pub fn find(typed: &str) -> Vec<Self> {
        // Alone, or as it is shown: «32 Veracruz Sur».
        let number = typed.split_whitespace().next().unwrap_or_default();
        if let Some(known) = Self::from_code(number) {
            return vec![known];
        }
        let typed = fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        Self::all()
            .filter(|it| {
                let name = fold(it.1);
                typed
                    .split(' ')
                    .all(|typed| name.split(' ').any(|word| word.starts_with(typed)))
            })
            .collect()
    }
}
