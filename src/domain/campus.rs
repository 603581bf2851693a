//! The campus that this register belongs to: the texts, codes and contacts that its papers and rules use.

use serde::{Deserialize, Serialize};

use super::person_name::fold;

/// What the office says of itself. Each value is a setting: the presets only fill in what a campus publishes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Campus {
    /// Which preset it began as: `minatitlan`, `tehuacan` or `otro`.
    pub preset: String,
    /// «Plantel Minatitlán».
    pub name: String,
    /// The department that signs.
    pub department: String,
    /// The campus' own word for the identifier.
    pub identifier_label: String,
    /// Positions 2–3 of its números de control; only advises. Empty when unknown.
    pub control_code: String,
    /// IMSS delegación (OOAD), two digits; empty when unknown.
    pub delegation: String,
    /// Its name.
    pub delegation_name: String,
    /// What stands for the campus in the mute QR: capitals and digits, 10 at most.
    pub plantel_key: String,
    /// Postal address.
    pub address: String,
    /// Telephone of the window.
    pub phone: String,
    /// Mail of the window.
    pub email: String,
    /// Domain of the students' own mail; empty when there is none.
    pub mail_domain: String,
    /// The careers that it teaches.
    pub careers: Vec<Career>,
}

/// A career and its plan key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Career {
    /// Plan key, `IIND-2010-227`.
    pub key: String,
    /// «Ingeniería Industrial».
    pub name: String,
}

impl Campus {
    /// The four letters under which lists show a career: those of its plan key, or else the beginning of its
    /// longest word.
    pub fn career_short(&self, career: &str) -> String {
        if let Some(known) = self.careers.iter().find(|known| known.name == career) {
            return known.key.chars().take(4).collect();
        }
        let longest = career
            .split_whitespace()
            .max_by_key(|word| word.chars().count())
            .unwrap_or_default();
        longest.chars().take(4).flat_map(char::to_uppercase).collect()
    }

    /// Whether a text means a career: by its name, its plan key, or the letters under which lists show it.
    pub fn means_career(&self, typed: &str, career: &str) -> bool {
        let typed = fold(typed);
        let listed = self.careers.iter().find(|known| known.name == career);
        let key = listed.map(|known| fold(&known.key)).unwrap_or_default();
        !typed.is_empty()
            && (typed == fold(career) || typed == key || typed == fold(&self.career_short(career)))
    }

    /// The institutional mail of a número de control, where the campus gives one: `L` + number + domain.
    pub fn institutional_mail(&self, control_number: &str) -> Option<String> {
        (!self.mail_domain.is_empty() && !control_number.is_empty())
            .then(|| format!("l{}@{}", control_number.to_lowercase(), self.mail_domain))
    }
}
