//! Colours, by what they are for.

use iced::{Color, Theme, color, theme};

/// A colour of letters and the fill below them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// The letters and the icon.
    pub text: Color,
    /// What they stand on.
    pub fill: Color,
}

/// The colours of the chips, one pair for each kind of state.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chips {
    /// Vigente.
    pub good: Ink,
    /// In the queue, or being sent.
    pub queued: Ink,
    /// Expected, or to be checked.
    pub waiting: Ink,
    /// Not vigente, or rejected.
    pub bad: Ink,
    /// A baja that is done.
    pub ended: Ink,
    /// Nothing is known.
    pub unknown: Ink,
}

/// A look: each colour of the window, by its office.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// How iced's theme is called.
    pub name: &'static str,
    /// Rail, bars, side panels, the three-fact band.
    pub bg: Color,
    /// Lists, records, forms.
    pub surface: Color,
    /// Heads of tables and of groups.
    pub sunken: Color,
    /// What is read.
    pub text: Color,
    /// Labels, hints, keys.
    pub muted: Color,
    /// Hairlines.
    pub border: Color,
    /// Borders of inputs, buttons and dialogs.
    pub border_strong: Color,
    /// The one colour of controls.
    pub accent: Color,
    /// Words on the accent.
    pub on_accent: Color,
    /// The accent below the pointer.
    pub accent_hover: Color,
    /// The ring around what has the focus.
    pub ring: Color,
    /// The selected row, the chosen word.
    pub selected: Color,
    /// A problem, in words.
    pub error: Color,
    /// An advice.
    pub advice: Color,
    /// What is done and right.
    pub done: Color,
    /// Marks of cuts; never text.
    pub gold: Color,
    /// What dims the page below a dialog.
    pub scrim: Color,
    /// The chips.
    pub chips: Chips,
}

/// The light look.
pub static LIGHT: Tokens = Tokens {
    name: "Claro",
    bg: color!(0xF7F6F3),
    surface: color!(0xFFFFFF),
    sunken: color!(0xF1EEE8),
    text: color!(0x1D1F21),
    muted: color!(0x54585C),
    border: color!(0xD9D6CF),
    border_strong: color!(0x7C8085),
    accent: color!(0x1B396A),
    on_accent: color!(0xFFFFFF),
    accent_hover: color!(0x2A4A80),
    ring: color!(0x1B396A),
    selected: color!(0xE4EAF4),
    error: color!(0xB3261E),
    advice: color!(0x6E4800),
    done: color!(0x1C4F3F),
    gold: color!(0xA57F2C),
    scrim: color!(0x1D1F21, 0.4),
    chips: Chips {
        good: Ink {
            text: color!(0x1C4F3F),
            fill: color!(0xE3F1EA),
        },
        queued: Ink {
            text: color!(0x1B396A),
            fill: color!(0xE4EAF4),
        },
        waiting: Ink {
            text: color!(0x6E4800),
            fill: color!(0xFBF0D9),
        },
        bad: Ink {
            text: color!(0x8C1D18),
            fill: color!(0xFBE6E4),
        },
        ended: Ink {
            text: color!(0x484C50),
            fill: color!(0xECEDEF),
        },
        unknown: Ink {
            text: color!(0x54585C),
            fill: color!(0xFFFFFF),
        },
    },
};

impl Tokens {
    /// The six colours that iced asks of a theme.
    pub fn iced_palette(&self) -> theme::Palette {
        theme::Palette {
            background: self.bg,
            text: self.text,
            primary: self.accent,
            success: self.done,
            warning: self.advice,
            danger: self.error,
        }
    }

    /// These tokens as the theme that iced passes around.
    pub fn theme(&self) -> Theme {
        Theme::custom(self.name, self.iced_palette())
    }
}

/// The colours of an institution: the rule at the top of the window and the printed bands, nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
    /// Its colour.
    pub fn color(self) -> Color {
        match self {
            Self::Azul => color!(0x1B396A),
            Self::Guinda => color!(0x611232),
            Self::Neutro => color!(0x3F4347),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The contrast of two opaque colours, by the formula of WCAG.
    fn contrast(a: Color, b: Color) -> f32 {
        let (a, b) = (a.relative_luminance(), b.relative_luminance());

        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[track_caller]
    fn at_least(ratio: f32, over: Color, under: Color, what: &str) {
        let found = contrast(over, under);

        assert!(found >= ratio, "{what}: {found:.2} is less than {ratio}");
    }

    #[test]
    fn the_formula_agrees_with_the_design() {
        assert_eq!(format!("{:.2}", contrast(LIGHT.text, LIGHT.bg)), "15.30");
        assert_eq!(format!("{:.2}", contrast(LIGHT.accent, LIGHT.surface)), "11.41");
        assert_eq!(format!("{:.2}", contrast(LIGHT.muted, LIGHT.selected)), "5.94");
    }

    #[test]
    fn every_text_can_be_read() {
        for look in crate::app::theme::LOOKS {
            for (place, under) in [
                ("bg", look.bg),
                ("surface", look.surface),
                ("sunken", look.sunken),
                ("selected", look.selected),
            ] {
                at_least(4.5, look.text, under, &format!("text on {place}"));
                at_least(4.5, look.muted, under, &format!("muted on {place}"));
                at_least(4.5, look.accent, under, &format!("accent on {place}"));
                at_least(4.5, look.error, under, &format!("error on {place}"));
                at_least(4.5, look.advice, under, &format!("advice on {place}"));
                at_least(4.5, look.done, under, &format!("done on {place}"));
            }

            at_least(4.5, look.on_accent, look.accent, "on accent");
            at_least(
                4.5,
                look.on_accent,
                look.accent_hover,
                "on accent, below the pointer",
            );
        }
    }

    #[test]
    fn every_chip_can_be_read_from_afar() {
        for look in crate::app::theme::LOOKS {
            let Chips {
                good,
                queued,
                waiting,
                bad,
                ended,
                unknown,
            } = look.chips;

            for (place, ink) in [
                ("good", good),
                ("queued", queued),
                ("waiting", waiting),
                ("bad", bad),
                ("ended", ended),
                ("unknown", unknown),
            ] {
                at_least(7.0, ink.text, ink.fill, place);
            }
        }
    }

    #[test]
    fn borders_rings_and_marks_can_be_seen() {
        for look in crate::app::theme::LOOKS {
            for under in [look.bg, look.surface, look.sunken, look.selected] {
                at_least(3.0, look.border_strong, under, "border");
                at_least(3.0, look.ring, under, "ring");
                at_least(3.0, look.gold, under, "gold");
            }

            for palette in [Palette::Azul, Palette::Guinda, Palette::Neutro] {
                at_least(3.0, palette.color(), look.bg, "rule at the top");
            }
        }
    }
}
