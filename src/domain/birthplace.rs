//! The 33 places of birth of the CURP.

use super::person_name::fold;

/// A place of birth as the CURP codes it: 32 states, or born abroad.
///
/// Source: Anexo of the Instructivo Normativo para la asignación de la CURP. Ciudad de México keeps the code `DF`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Birthplace(u8);

struct Entry {
    code: &'static str,
    name: &'static str,
    /// Other words by which the place is looked up.
    also: &'static str,
}

const fn entry(code: &'static str, name: &'static str, also: &'static str) -> Entry {
    Entry { code, name, also }
}

const TABLE: [Entry; 33] = [
    entry("AS", "Aguascalientes", ""),
    entry("BC", "Baja California", ""),
    entry("BS", "Baja California Sur", ""),
    entry("CC", "Campeche", ""),
    entry("CL", "Coahuila", "de Zaragoza"),
    entry("CM", "Colima", ""),
    entry("CS", "Chiapas", ""),
    entry("CH", "Chihuahua", ""),
    entry("DF", "Ciudad de México", "CDMX Distrito Federal"),
    entry("DG", "Durango", ""),
    entry("GT", "Guanajuato", ""),
    entry("GR", "Guerrero", ""),
    entry("HG", "Hidalgo", ""),
    entry("JC", "Jalisco", ""),
    entry("MC", "Estado de México", "Edomex"),
    entry("MN", "Michoacán", "de Ocampo"),
    entry("MS", "Morelos", ""),
    entry("NT", "Nayarit", ""),
    entry("NL", "Nuevo León", ""),
    entry("OC", "Oaxaca", ""),
    entry("PL", "Puebla", ""),
    entry("QT", "Querétaro", "de Arteaga"),
    entry("QR", "Quintana Roo", ""),
    entry("SP", "San Luis Potosí", ""),
    entry("SL", "Sinaloa", ""),
    entry("SR", "Sonora", ""),
    entry("TC", "Tabasco", ""),
    entry("TS", "Tamaulipas", ""),
    entry("TL", "Tlaxcala", ""),
    entry("VZ", "Veracruz", "de Ignacio de la Llave"),
    entry("YN", "Yucatán", ""),
    entry("ZS", "Zacatecas", ""),
    entry("NE", "Nacido en el extranjero", ""),
];

impl Birthplace {
    /// Its two letters, as in positions 12 and 13 of a CURP.
    pub fn code(self) -> &'static str {
        self.entry().code
    }

    /// Its name for the clerk: `Veracruz`.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// All places, in the order of the official table: born abroad comes last.
    pub fn all() -> impl Iterator<Item = Birthplace> {
        (0u8..).zip(&TABLE).map(|(index, _)| Birthplace(index))
    }

    /// The place of an upper-case code of two letters.
    pub fn from_code(code: &str) -> Option<Birthplace> {
        Self::all().find(|place| place.code() == code)
    }

    /// The places that a typed text may mean: the one with that code first, then those where each typed word
    /// begins a word of the name. Case and accents do not matter; an empty text finds nothing.
    pub fn find(typed: &str) -> Vec<Birthplace> {
        let typed = fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let by_code = Self::all().filter(|place| place.code().eq_ignore_ascii_case(&typed));
        let by_name =
            Self::all().filter(|place| !place.code().eq_ignore_ascii_case(&typed) && place.is_called(&typed));
        by_code.chain(by_name).collect()
    }

    fn is_called(self, folded: &str) -> bool {
        let Entry { name, also, .. } = self.entry();
        let name = fold(&format!("{name} {also}"));
        folded
            .split(' ')
            .all(|typed| name.split(' ').any(|word| word.starts_with(typed)))
    }

    fn entry(self) -> &'static Entry {
        &TABLE[usize::from(self.0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(typed: &str) -> Vec<&'static str> {
        Birthplace::find(typed)
            .into_iter()
            .map(Birthplace::code)
            .collect()
    }

    #[test]
    fn every_code_leads_back_to_its_place() {
        assert_eq!(Birthplace::all().count(), 33);
        for place in Birthplace::all() {
            assert_eq!(Birthplace::from_code(place.code()), Some(place));
            assert_eq!(Birthplace::find(place.code()).first(), Some(&place));
            assert!(Birthplace::find(place.name()).contains(&place));
        }
        assert_eq!(Birthplace::from_code("VX"), None);
        assert_eq!(
            Birthplace::from_code("VZ").map(Birthplace::name),
            Some("Veracruz")
        );
    }

    #[test]
    fn is_found_by_any_word_without_accents() {
        assert_eq!(found("vera"), ["VZ"]);
        assert_eq!(found("VERACRUZ DE IGNACIO DE LA LLAVE"), ["VZ"]);
        assert_eq!(found("mexico"), ["DF", "MC"]);
        assert_eq!(found("potosi"), ["SP"]);
        assert_eq!(found("león"), ["NL"]);
        assert_eq!(found("distrito fed"), ["DF"]);
        assert_eq!(found("cdmx"), ["DF"]);
        assert_eq!(found("baja sur"), ["BS"]);
        assert_eq!(found("ch"), ["CH", "CS"]);
        assert_eq!(found("extranjero"), ["NE"]);
        assert_eq!(found(""), [""; 0]);
        assert_eq!(found("atlantis"), [""; 0]);
    }

    proptest! {
        #[test]
        fn never_panics(typed in "\\PC*") {
            let _ = Birthplace::find(&typed);
        }
    }
}
