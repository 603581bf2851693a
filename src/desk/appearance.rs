//! How the window looks, kept in the register: it moves to the next computer with everything else.
//!
//! A look is no fact about anybody, so it is no act: Ctrl+Z takes back what was saved last, and never a zoom.

use std::collections::BTreeMap;

use super::{Desk, Refusal};
use crate::domain::appearance::{Appearance, Density, Palette, Scheme, Zoom};

const SCHEME: &str = "apariencia.tema";
const PALETTE: &str = "apariencia.paleta";
const DENSITY: &str = "apariencia.densidad";
const ZOOM: &str = "apariencia.zoom";

/// The look that the settings tell; a value that can't be read falls back to its default and loses no other.
pub(super) fn from_settings(settings: &BTreeMap<String, String>) -> Appearance {
    let read = |key: &str| settings.get(key).map(|value| value.trim());

    Appearance {
        scheme: read(SCHEME).and_then(Scheme::from_code).unwrap_or_default(),
        palette: read(PALETTE).and_then(Palette::from_code).unwrap_or_default(),
        density: read(DENSITY).and_then(Density::from_code).unwrap_or_default(),
        zoom: read(ZOOM)
            .and_then(|percent| percent.parse().ok())
            .and_then(Zoom::from_percent)
            .unwrap_or_default(),
    }
}

impl Desk {
    /// How the window looks, and the band of what is printed.
    pub fn appearance(&self) -> Appearance {
        self.appearance
    }

    /// Looks like this from now on, also after the next start.
    ///
    /// # Errors
    /// The file's faults: then it looks like this until the window is closed.
    pub fn wear(&mut self, appearance: Appearance) -> Result<(), Refusal> {
        self.appearance = appearance;
        let zoom = appearance.zoom.percent().to_string();
        Ok(self.store.keep_settings(&[
            (SCHEME, appearance.scheme.code()),
            (PALETTE, appearance.palette.code()),
            (DENSITY, appearance.density.code()),
            (ZOOM, &zoom),
        ])?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_that_cannot_be_read_loses_none_of_the_others() {
        let settings = BTreeMap::from([
            (SCHEME.to_owned(), "morado".to_owned()),
            (PALETTE.to_owned(), "guinda".to_owned()),
            (DENSITY.to_owned(), "comoda".to_owned()),
            (ZOOM.to_owned(), "120".to_owned()),
        ]);

        assert_eq!(
            from_settings(&settings),
            Appearance {
                palette: Palette::Guinda,
                density: Density::Roomy,
                ..Appearance::default()
            }
        );
    }
}
