//! How the window looks, as the office chose it: scheme, palette, density, zoom and whether whoever stands before it may
//! read whole numbers, each a setting of its own.

/// Which set of colours the window wears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scheme {
    /// Dark letters on light paper.
    #[default]
    Light,
    /// Light letters on dark paper.
    Dark,
    /// White and yellow on black, with borders twice as thick.
    HighContrast,
}

impl Scheme {
    /// Every value, in the order in which a clerk chooses.
    pub const ALL: [Scheme; 3] = [Scheme::Light, Scheme::Dark, Scheme::HighContrast];

    /// What the setting stores: `claro`, `oscuro` or `contraste`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "claro",
            Self::Dark => "oscuro",
            Self::HighContrast => "contraste",
        }
    }

    /// The scheme that a stored code names.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.code() == code)
    }
}

/// The colours of an institution: the rule at the top of the window and the printed bands, nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Palette {
    /// Blue.
    #[default]
    Azul,
    /// The red of wine; identity, so it never marks a state.
    Guinda,
    /// Gray.
    Neutro,
}

impl Palette {
    /// Every value, in the order in which a clerk chooses.
    pub const ALL: [Palette; 3] = [Palette::Azul, Palette::Guinda, Palette::Neutro];

    /// What the setting stores: `azul`, `guinda` or `neutro`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Azul => "azul",
            Self::Guinda => "guinda",
            Self::Neutro => "neutro",
        }
    }

    /// The palette that a stored code names.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|palette| palette.code() == code)
    }

    /// Its colour on screen and on paper, as in `0x1B_396A`.
    pub const fn rgb(self) -> u32 {
        match self {
            Self::Azul => 0x1B_396A,
            Self::Guinda => 0x61_1232,
            Self::Neutro => 0x3F_4347,
        }
    }
}

/// How much air the rows of a list have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Density {
    /// As many rows as can be read.
    #[default]
    Compact,
    /// Fewer and higher ones.
    Roomy,
}

impl Density {
    /// Every value, in the order in which a clerk chooses.
    pub const ALL: [Density; 2] = [Density::Compact, Density::Roomy];

    /// What the setting stores: `compacta` or `comoda`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Compact => "compacta",
            Self::Roomy => "comoda",
        }
    }

    /// The density that a stored code names.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|density| density.code() == code)
    }
}

/// How much larger than the system draws it the window is: one of six steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zoom(u16);

impl Zoom {
    /// Every step, in percent.
    pub const STEPS: [u16; 6] = [100, 110, 125, 150, 175, 200];

    /// The step of so many percent; `None` between two steps.
    pub fn from_percent(percent: u16) -> Option<Self> {
        Self::STEPS.contains(&percent).then_some(Self(percent))
    }

    /// In percent: what the setting stores.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// One is the size that the system asks for.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger step, or the largest.
    pub fn larger(self) -> Self {
        let step = Self::STEPS.into_iter().find(|step| *step > self.0);

        step.map_or(self, Self)
    }

    /// The next smaller step, or the smallest.
    pub fn smaller(self) -> Self {
        let step = Self::STEPS.into_iter().rev().find(|step| *step < self.0);

        step.map_or(self, Self)
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

/// All that the office chose about the looks of its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Appearance {
    /// Claro, Oscuro, Alto contraste.
    pub scheme: Scheme,
    /// Azul, Guinda, Neutro.
    pub palette: Palette,
    /// Compacta, cómoda.
    pub density: Density,
    /// 100 to 200 %.
    pub zoom: Zoom,
    /// Modo mostrador: NSS and CURP by their last characters on every screen, because others can see it.
    pub masks_numbers: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_found_by_its_code_and_no_other_text_is_one() {
        for scheme in Scheme::ALL {
            assert_eq!(Scheme::from_code(scheme.code()), Some(scheme));
        }
        for palette in Palette::ALL {
            assert_eq!(Palette::from_code(palette.code()), Some(palette));
        }
        for density in Density::ALL {
            assert_eq!(Density::from_code(density.code()), Some(density));
        }
        for percent in Zoom::STEPS {
            assert_eq!(Zoom::from_percent(percent).map(Zoom::percent), Some(percent));
        }

        assert_eq!(Scheme::from_code("Claro"), None);
        assert_eq!(Palette::from_code(""), None);
        assert_eq!(Density::from_code("cómoda"), None);
        assert_eq!(Zoom::from_percent(120), None);
    }

    #[test]
    fn zoom_goes_from_step_to_step_and_stays_at_either_end() {
        let mut zoom = Zoom::default();
        let mut seen = vec![zoom.percent()];
        for _ in 0..6 {
            zoom = zoom.larger();
            seen.push(zoom.percent());
        }
        assert_eq!(seen, [100, 110, 125, 150, 175, 200, 200]);

        for _ in 0..6 {
            zoom = zoom.smaller();
        }
        assert_eq!(zoom, Zoom::default());
    }
}
