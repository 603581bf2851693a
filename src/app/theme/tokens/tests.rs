use super::*;
use crate::app::theme::LOOKS;

const TEXT: f32 = 4.5;
const CHIP: f32 = 7.0;
const EDGE: f32 = 3.0;

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

/// Every look, and what stands on the selected row of one that has another look there.
fn grounds() -> impl Iterator<Item = &'static Tokens> {
    LOOKS
        .into_iter()
        .flat_map(|look| [Some(look), look.on_selected])
        .flatten()
}

/// What stands on the selected row.
fn on_selected(look: &'static Tokens) -> &'static Tokens {
    look.on_selected.unwrap_or(look)
}

fn chips(look: &Tokens) -> [(&'static str, Ink); 6] {
    let Chips {
        good,
        queued,
        waiting,
        bad,
        ended,
        unknown,
    } = look.chips;

    [
        ("good", good),
        ("queued", queued),
        ("waiting", waiting),
        ("bad", bad),
        ("ended", ended),
        ("unknown", unknown),
    ]
}

/// The ratios that the design writes in its table of tokens, in its order: a change of any colour shows here.
#[test]
fn every_ratio_of_the_design_is_the_one_of_the_code() {
    let ratios = |look: &'static Tokens| {
        let row = on_selected(look);
        [
            contrast(look.text, look.bg),
            contrast(look.muted, look.bg),
            contrast(look.muted, look.surface),
            contrast(look.border_strong, look.bg),
            contrast(look.border_strong, look.surface),
            contrast(look.border_strong, look.sunken),
            contrast(look.accent, look.bg),
            contrast(look.accent, look.surface),
            contrast(look.on_accent, look.accent),
            contrast(look.ring, look.bg),
            contrast(row.text, look.selected),
            contrast(row.muted, look.selected),
            contrast(look.error, look.bg),
            contrast(look.error, look.surface),
            contrast(look.advice, look.surface),
            contrast(look.done, look.surface),
        ]
        .map(|ratio| format!("{ratio:.2}"))
    };

    assert_eq!(
        ratios(&LIGHT),
        [
            "15.30", "6.64", "7.17", "3.68", "3.97", "3.43", "10.56", "11.41", "11.41", "10.56", "13.68",
            "5.94", "6.05", "6.54", "8.11", "9.38",
        ]
    );
    assert_eq!(
        ratios(&DARK),
        [
            "14.30", "7.89", "7.17", "3.71", "3.37", "3.88", "8.18", "7.43", "8.42", "9.74", "10.61", "5.85",
            "10.43", "9.48", "10.89", "10.74",
        ]
    );
    assert_eq!(
        ratios(&HIGH_CONTRAST),
        [
            "21.00", "16.83", "16.83", "21.00", "21.00", "21.00", "14.67", "14.67", "14.67", "13.65",
            "14.67", "14.67", "10.64", "10.64", "14.67", "16.80",
        ]
    );
}

#[test]
fn every_chip_has_the_ratio_of_the_design() {
    let ratios = |look: &Tokens| chips(look).map(|(_, ink)| format!("{:.2}", contrast(ink.text, ink.fill)));

    assert_eq!(ratios(&LIGHT), ["8.05", "9.44", "7.17", "7.61", "7.39", "7.17"]);
    assert_eq!(ratios(&DARK), ["8.30", "8.61", "8.57", "8.25", "8.72", "7.17"]);
    assert_eq!(ratios(&HIGH_CONTRAST), ["21.00"; 6]);
}

#[test]
fn every_text_can_be_read() {
    for look in grounds() {
        let name = look.name;
        for (place, under) in [
            ("bg", look.bg),
            ("surface", look.surface),
            ("sunken", look.sunken),
            ("a thing below the pointer", look.hover),
            ("a thing that is pressed", look.pressed),
        ] {
            at_least(TEXT, look.text, under, &format!("{name}: text on {place}"));
            at_least(TEXT, look.muted, under, &format!("{name}: muted on {place}"));
            at_least(TEXT, look.accent, under, &format!("{name}: accent on {place}"));
            at_least(TEXT, look.error, under, &format!("{name}: error on {place}"));
            at_least(TEXT, look.advice, under, &format!("{name}: advice on {place}"));
            at_least(TEXT, look.done, under, &format!("{name}: done on {place}"));
        }

        let row = on_selected(look);
        for (what, over) in [
            ("text", row.text),
            ("muted", row.muted),
            ("accent", row.accent),
            ("error", row.error),
            ("advice", row.advice),
            ("done", row.done),
        ] {
            at_least(TEXT, over, look.selected, &format!("{name}: {what} on selected"));
        }

        for under in [look.accent, look.accent_hover] {
            at_least(TEXT, look.on_accent, under, &format!("{name}: on accent"));
        }
    }
}

#[test]
fn every_chip_can_be_read_from_afar() {
    for look in grounds() {
        for (place, ink) in chips(look) {
            at_least(CHIP, ink.text, ink.fill, &format!("{}: {place}", look.name));
        }
    }
}

/// In the selected row a chip takes a border of its own text: a token of its own is not asked for there.
#[test]
fn borders_rings_and_marks_can_be_seen() {
    for look in grounds() {
        let name = look.name;
        for under in [look.bg, look.surface, look.sunken] {
            at_least(EDGE, look.border_strong, under, &format!("{name}: border"));
            at_least(EDGE, look.ring, under, &format!("{name}: ring"));
            at_least(EDGE, look.accent, under, &format!("{name}: accent"));
            at_least(EDGE, look.error, under, &format!("{name}: border of a fault"));
            at_least(EDGE, look.gold, under, &format!("{name}: gold"));
        }

        let row = on_selected(look);
        at_least(EDGE, row.ring, look.selected, &format!("{name}: ring in a row"));

        for palette in Palette::ALL {
            at_least(
                EDGE,
                top_rule(look, palette),
                look.bg,
                &format!("{name}: rule at the top"),
            );
        }
    }
}

/// What is printed on a band is white.
#[test]
fn white_can_be_read_on_every_printed_band() {
    let ratios = Palette::ALL.map(|palette| {
        let band = institution(palette);
        format!("{:.2}", contrast(Color::WHITE, band))
    });

    assert_eq!(ratios, ["11.41", "12.80", "9.98"]);
}

/// Only the light look shows the institution's colour: on black it would not be seen.
#[test]
fn the_palette_colours_the_rule_at_the_top_and_no_token() {
    for palette in Palette::ALL {
        let color = institution(palette);

        assert_eq!(top_rule(&LIGHT, palette), color);
        assert_eq!(top_rule(&DARK, palette), DARK.accent);
        assert_eq!(top_rule(&HIGH_CONTRAST, palette), HIGH_CONTRAST.accent);
    }
}

#[test]
fn a_look_is_found_again_by_the_theme_made_from_it() {
    for look in grounds() {
        assert_eq!(crate::app::theme::of(&look.theme()).name, look.name);
    }
}
