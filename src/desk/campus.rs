//! The campus and the clerks, as settings that fall back one by one to the preset's values.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{Desk, FirstRun, Refusal};
use crate::domain::campus::Campus;
use crate::store::{ActKind, StoreError};

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

const CLERK: &str = "clerk";
const CAREERS: &str = "campus.careers";

/// The texts of a campus by their setting's key.
fn texts(campus: &mut Campus) -> [(&'static str, &mut String); 12] {
    [
        ("campus.preset", &mut campus.preset),
        ("campus.name", &mut campus.name),
        ("campus.department", &mut campus.department),
        ("campus.identifier_label", &mut campus.identifier_label),
        ("campus.control_code", &mut campus.control_code),
        ("campus.delegation", &mut campus.delegation),
        ("campus.delegation_name", &mut campus.delegation_name),
        ("campus.plantel_key", &mut campus.plantel_key),
        ("campus.address", &mut campus.address),
        ("campus.phone", &mut campus.phone),
        ("campus.email", &mut campus.email),
        ("campus.mail_domain", &mut campus.mail_domain),
    ]
}

/// The campus that the settings tell; what they don't tell comes from the preset.
pub(super) fn from_settings(settings: &BTreeMap<String, String>) -> Campus {
    let mut campus = preset(settings.get("campus.preset").map_or("otro", String::as_str));
    for (key, text) in texts(&mut campus) {
        if let Some(value) = settings.get(key) {
            text.clone_from(value);
        }
    }
    if let Some(careers) = settings
        .get(CAREERS)
        .and_then(|json| serde_json::from_str(json).ok())
    {
        campus.careers = careers;
    }
    campus
}

/// Who was at the window last.
pub(super) fn clerk_from_settings(settings: &BTreeMap<String, String>) -> String {
    settings
        .get(CLERK)
        .filter(|name| !name.is_empty())
        .cloned()
        .unwrap_or_else(|| "Ventanilla".to_owned())
}

impl Desk {
    /// Writes campus and clerk of the first run.
    pub(super) fn save_first_run(&mut self, first: &FirstRun) -> Result<(), Refusal> {
        let stamp = self.stamp();
        let mut campus = first.campus.clone();
        let careers = serde_json::to_string(&campus.careers).unwrap_or_default();
        self.store.transact(&stamp, ActKind::SetUp, |tx| {
            for (key, text) in texts(&mut campus) {
                tx.put_setting(key, text)?;
            }
            tx.put_setting(CAREERS, &careers)?;
            tx.put_setting(CLERK, &first.clerk)?;
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }
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

    #[test]
    fn one_setting_that_cannot_be_read_loses_nothing_else() {
        let settings = BTreeMap::from([
            ("campus.preset".to_owned(), "minatitlan".to_owned()),
            ("campus.phone".to_owned(), "922 000 0000".to_owned()),
            (CAREERS.to_owned(), "not a list".to_owned()),
        ]);
        let campus = from_settings(&settings);
        assert_eq!(campus.phone, "922 000 0000");
        assert_eq!(campus.careers, preset("minatitlan").careers);
        assert_eq!(campus.email, preset("minatitlan").email);
    }
}
