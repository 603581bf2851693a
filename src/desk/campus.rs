//! The campuses whose published data ship with the program.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::campus::Campus;

#[derive(Deserialize)]
struct Catalogue {
    campus: Vec<Campus>,
}

/// The campuses that ship with the program; the last one is «otro», without data.
pub fn presets() -> &'static [Campus] {
    static PRESETS: OnceLock<Vec<Campus>> = OnceLock::new();

    PRESETS.get_or_init(|| {
        toml::from_str::<Catalogue>(include_str!("../../assets/catalogues/campuses.toml"))
            .map(|catalogue| catalogue.campus)
            .unwrap_or_default()
    })
}

/// The preset of that name, or «otro».
pub fn preset(name: &str) -> Campus {
    let known = presets()
        .iter()
        .find(|campus| campus.preset == name)
        .or(presets().last());
    known.cloned().unwrap_or_else(|| Campus {
        preset: "otro".into(),
        name: String::new(),
        department: String::new(),
        identifier_label: String::new(),
        control_code: String::new(),
        delegation: String::new(),
        delegation_name: String::new(),
        plantel_key: "PLANTEL".into(),
        address: String::new(),
        phone: String::new(),
        email: String::new(),
        mail_domain: String::new(),
        careers: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_presets_are_the_two_published_campuses_and_another() {
        let names: Vec<_> = presets().iter().map(|campus| campus.preset.as_str()).collect();
        assert_eq!(names, ["minatitlan", "tehuacan", "otro"]);
        assert_eq!(preset("minatitlan").control_code, "23");
        assert_eq!(preset("tehuacan").control_code, "36");
        assert_eq!(preset("otro").control_code, "");
    }
}
