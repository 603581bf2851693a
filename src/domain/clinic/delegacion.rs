//! The 35 delegaciones (OOAD) of IMSS.

use crate::domain::person_name::fold;

/// A delegación, by the two digits that IMSS gives it.
///
/// The four numbers of the older catalogue for Distrito Federal (35 to 38) are none any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Delegacion(&'static str, &'static str);

const TABLE: [(&str, &str); 35] = [
    ("01", "Aguascalientes"),
    ("02", "Baja California"),
    ("03", "Baja California Sur"),
    ("04", "Campeche"),
    ("05", "Coahuila"),
    ("06", "Colima"),
    ("07", "Chiapas"),
    ("08", "Chihuahua"),
    ("10", "Durango"),
    ("11", "Guanajuato"),
    ("12", "Guerrero"),
    ("13", "Hidalgo"),
    ("14", "Jalisco"),
    ("15", "México Oriente"),
    ("16", "México Poniente"),
    ("17", "Michoacán"),
    ("18", "Morelos"),
    ("19", "Nayarit"),
    ("20", "Nuevo León"),
    ("21", "Oaxaca"),
    ("22", "Puebla"),
    ("23", "Querétaro"),
    ("24", "Quintana Roo"),
    ("25", "San Luis Potosí"),
    ("26", "Sinaloa"),
    ("27", "Sonora"),
    ("28", "Tabasco"),
    ("29", "Tamaulipas"),
    ("30", "Tlaxcala"),
    ("31", "Veracruz Norte"),
    ("32", "Veracruz Sur"),
    ("33", "Yucatán"),
    ("34", "Zacatecas"),
    ("39", "DF Norte"),
    ("40", "DF Sur"),
];

impl Delegacion {
    /// All of them, by their numbers.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.into_iter().map(|(code, name)| Self(code, name))
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
