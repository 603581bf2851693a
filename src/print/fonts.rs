//! The bundled letter: Noto Sans, its Mono, and the icons. Screen and paper use these same files.
//!
//! Text is measured by advance widths alone. The subsets carry no kerning and no ligatures, so the window, the PDF
//! and this file agree to the last hundredth of a millimetre about where a line ends.

use std::sync::OnceLock;

/// Millimetres in a typographic point.
pub const MM_PER_PT: f64 = 25.4 / 72.0;

/// One of the bundled font files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// Noto Sans Regular.
    Regular,
    /// Noto Sans Bold.
    Bold,
    /// Noto Sans Mono Regular, for CURP, folio and agregado: its zero is slashed.
    Mono,
    /// Ventanilla Icons: see [`Icon`](super::icon::Icon).
    Icons,
}

impl Face {
    /// Every face there is.
    pub const ALL: [Face; 4] = [Face::Regular, Face::Bold, Face::Mono, Face::Icons];

    /// The font file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Face::Regular => include_bytes!("../../assets/fonts/NotoSans-Regular.ttf"),
            Face::Bold => include_bytes!("../../assets/fonts/NotoSans-Bold.ttf"),
            Face::Mono => include_bytes!("../../assets/fonts/NotoSansMono-Regular.ttf"),
            Face::Icons => include_bytes!("../../assets/icons/ventanilla-icons.ttf"),
        }
    }

    /// The family's name, as the window asks for it; Bold is weight 700 of the same family.
    #[must_use]
    pub const fn family(self) -> &'static str {
        match self {
            Face::Regular | Face::Bold => "Noto Sans",
            Face::Mono => "Noto Sans Mono",
            Face::Icons => "Ventanilla Icons",
        }
    }

    /// The PostScript name, as the PDF calls it.
    #[must_use]
    pub const fn postscript_name(self) -> &'static str {
        match self {
            Face::Regular => "NotoSans-Regular",
            Face::Bold => "NotoSans-Bold",
            Face::Mono => "NotoSansMono-Regular",
            Face::Icons => "VentanillaIcons-Regular",
        }
    }

    fn advances(self) -> &'static Advances {
        static TABLES: [OnceLock<Advances>; 4] = [const { OnceLock::new() }; 4];
        TABLES[self as usize].get_or_init(|| Advances::read(self.bytes()))
    }
}

/// How far each character of a font moves the pen, in thousandths of an em.
#[derive(Debug, Default)]
struct Advances {
    sorted: Vec<(char, f64)>,
}

impl Advances {
    /// A file that cannot be read has no characters: then [`missing`] names them all, and nothing is printed.
    fn read(bytes: &[u8]) -> Self {
        let Ok(font) = ttf_parser::Face::parse(bytes, 0) else {
            return Self::default();
        };
        let em = f64::from(font.units_per_em());
        let mut sorted = Vec::new();
        for subtable in font
            .tables()
            .cmap
            .iter()
            .flat_map(|cmap| cmap.subtables)
            .filter(|t| t.is_unicode())
        {
            subtable.codepoints(|point| {
                let Some(character) = char::from_u32(point) else {
                    return;
                };
                let advance = font
                    .glyph_index(character)
                    .and_then(|glyph| font.glyph_hor_advance(glyph));
                sorted.extend(advance.map(|units| (character, f64::from(units) * 1000.0 / em)));
            });
        }
        sorted.sort_by_key(|&(character, _)| character);
        sorted.dedup_by_key(|&mut (character, _)| character);
        Self { sorted }
    }

    fn of(&self, character: char) -> Option<f64> {
        let place = self
            .sorted
            .binary_search_by_key(&character, |&(known, _)| known)
            .ok()?;
        self.sorted.get(place).map(|&(_, advance)| advance)
    }
}

/// How wide a text is at a size, in millimetres. Characters that the face lacks count as nothing: ask
/// [`missing_in`] first.
#[must_use]
pub fn width_mm(face: Face, size_pt: f64, text: &str) -> f64 {
    let advances = face.advances();
    let thousandths: f64 = text.chars().filter_map(|character| advances.of(character)).sum();
    thousandths / 1000.0 * size_pt * MM_PER_PT
}

/// The characters of a text that the letter cannot write, each once, in the order in which they appear.
#[must_use]
pub fn missing(text: &str) -> Vec<char> {
    missing_in(Face::Regular, text)
}

/// As [`missing`], for one face.
#[must_use]
pub fn missing_in(face: Face, text: &str) -> Vec<char> {
    let advances = face.advances();
    let mut lacking = Vec::new();
    for character in text.chars() {
        if advances.of(character).is_none() && !lacking.contains(&character) {
            lacking.push(character);
        }
    }
    lacking
}

/// Breaks a text between words into lines no wider than `room_mm`; `None` if a word alone is wider.
#[must_use]
pub fn wrap_words(face: Face, size_pt: f64, text: &str, room_mm: f64) -> Option<Vec<&str>> {
    let mut lines = Vec::new();
    let mut line: Option<(usize, usize)> = None;
    for (start, end) in words(text) {
        let grown = line.map_or((start, end), |(from, _)| (from, end));
        if fits(face, size_pt, &text[grown.0..grown.1], room_mm) {
            line = Some(grown);
        } else {
            if !fits(face, size_pt, &text[start..end], room_mm) {
                return None;
            }
            lines.extend(line.map(|(from, to)| &text[from..to]));
            line = Some((start, end));
        }
    }
    lines.extend(line.map(|(from, to)| &text[from..to]));
    Some(lines)
}

/// Fills lines no wider than `room_mm` to the last letter that fits, breaking inside words if it must: the last
/// resort of a name that no size can hold. No letter is lost.
#[must_use]
pub fn wrap_letters(face: Face, size_pt: f64, text: &str, room_mm: f64) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let ends = rest
            .char_indices()
            .map(|(at, character)| at + character.len_utf8());
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = ends
            .take_while(|&end| fits(face, size_pt, &rest[..end], room_mm))
            .last()
            .unwrap_or(first);
        let (line, after) = rest.split_at(end);
        lines.push(line.trim_end());
        rest = after.trim_start();
    }
    lines
}

/// The largest of the settings (size, leading, lines) that holds a text, whole words first.
pub fn set<'a>(
    face: Face,
    settings: &[(f64, f64, usize)],
    text: &'a str,
    room_mm: f64,
) -> Option<(f64, f64, Vec<&'a str>)> {
    let by_words = settings.iter().find_map(|&(size, leading, most)| {
        let lines = wrap_words(face, size, text, room_mm)?;
        (lines.len() <= most).then_some((size, leading, lines))
    });
    by_words.or_else(|| {
        settings.iter().find_map(|&(size, leading, most)| {
            let lines = wrap_letters(face, size, text, room_mm);
            (lines.len() <= most).then_some((size, leading, lines))
        })
    })
}

/// Whether a text is no wider than `room_mm`.
#[must_use]
pub fn fits(face: Face, size_pt: f64, text: &str, room_mm: f64) -> bool {
    const ROUNDING: f64 = 1e-9;
    width_mm(face, size_pt, text) <= room_mm + ROUNDING
}

/// The first of several sizes, given from large to small, at which a text fits on one line.
#[must_use]
pub fn first_fitting(face: Face, sizes_pt: &[f64], text: &str, room_mm: f64) -> Option<f64> {
    sizes_pt
        .iter()
        .copied()
        .find(|&size_pt| fits(face, size_pt, text, room_mm))
}

/// The words of a text as byte ranges.
fn words(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some((start, start + word.len()))
        })
        .filter(|(start, end)| start < end)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPANISH: &str = "ÁÉÍÓÚÜÑ áéíóúüñ ¿? ¡! «» “” ‘’ – — … · º ª € ™ § 0123456789";

    #[test]
    fn the_letter_writes_what_spanish_needs_in_every_text_face() {
        for face in [Face::Regular, Face::Bold, Face::Mono] {
            assert!(missing_in(face, SPANISH).is_empty(), "{face:?}");
        }
    }

    #[test]
    fn the_text_faces_write_the_same_characters() {
        let set = |face: Face| face.advances().sorted.iter().map(|&(c, _)| c).collect::<Vec<_>>();
        assert_eq!(set(Face::Regular), set(Face::Bold));
        assert_eq!(set(Face::Regular), set(Face::Mono));
    }

    #[test]
    fn what_the_letter_lacks_is_named_once_and_in_order() {
        assert_eq!(missing("Rareș Ştefan ≤ ș"), ['ș', '≤']);
        assert_eq!(missing("Jose\u{301}"), ['\u{301}'], "accents come composed");
    }

    #[test]
    fn families_and_weights_are_what_the_window_asks_for() {
        for (face, weight) in [
            (Face::Regular, 400),
            (Face::Bold, 700),
            (Face::Mono, 400),
            (Face::Icons, 400),
        ] {
            let font = ttf_parser::Face::parse(face.bytes(), 0).unwrap();
            let name = |id| {
                font.names()
                    .into_iter()
                    .find(|n| n.name_id == id)
                    .and_then(|n| n.to_string())
                    .unwrap()
            };
            assert_eq!(name(ttf_parser::name_id::FAMILY), face.family());
            assert_eq!(
                name(ttf_parser::name_id::POST_SCRIPT_NAME),
                face.postscript_name()
            );
            assert_eq!(font.weight().to_number(), weight);
            assert!(
                font.tables().gpos.is_none() && font.tables().gsub.is_none() && font.tables().kern.is_none()
            );
        }
    }

    #[test]
    fn digits_are_all_as_wide_as_each_other() {
        for face in [Face::Regular, Face::Bold] {
            let widths: Vec<_> = ('0'..='9')
                .map(|digit| face.advances().of(digit).unwrap())
                .collect();
            assert!(widths.iter().all(|&width| width == 572.0), "{face:?}: {widths:?}");
        }
    }

    #[test]
    fn width_grows_with_size_and_adds_up() {
        let whole = width_mm(Face::Bold, 16.0, "GÜEMES IBÁÑEZ");
        let parts = width_mm(Face::Bold, 16.0, "GÜEMES ") + width_mm(Face::Bold, 16.0, "IBÁÑEZ");
        assert!((whole - parts).abs() < 1e-9);
        assert!((width_mm(Face::Bold, 8.0, "GÜEMES IBÁÑEZ") * 2.0 - whole).abs() < 1e-9);
        assert!(
            (width_mm(Face::Icons, 72.0, "\u{E087}") - 25.4).abs() < 1e-9,
            "an icon is as wide as its size"
        );
    }

    #[test]
    fn lines_break_between_words_and_keep_them_all() {
        let text = "Dice si aparece vigente, en qué fecha, y su ciudad, hospital, turno y consultorio.";
        let lines = wrap_words(Face::Regular, 8.5, text, 75.95).unwrap();
        assert_eq!(
            lines,
            [
                "Dice si aparece vigente, en qué fecha, y su ciudad,",
                "hospital, turno y consultorio."
            ]
        );
        assert_eq!(
            wrap_words(Face::Regular, 8.5, "  dos   palabras ", 75.95).unwrap(),
            ["dos   palabras"]
        );
        assert_eq!(wrap_words(Face::Regular, 8.5, "", 75.95).unwrap(), [""; 0]);
        assert_eq!(wrap_words(Face::Regular, 8.5, "otorrinolaringología", 10.0), None);
    }

    #[test]
    fn letters_break_only_as_the_last_resort_and_none_is_lost() {
        let word = "Ñ".repeat(40);
        let lines = wrap_letters(Face::Bold, 11.0, &word, 84.95);
        assert!(lines.len() > 1);
        assert_eq!(lines.concat(), word);
        assert!(lines.iter().all(|line| fits(Face::Bold, 11.0, line, 84.95)));
        assert_eq!(wrap_letters(Face::Bold, 11.0, "abc", 0.1), ["a", "b", "c"]);
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        assert_eq!(
            first_fitting(Face::Bold, &[16.0, 13.0], "GÜEMES", 84.95),
            Some(16.0)
        );
        assert_eq!(
            first_fitting(Face::Bold, &[16.0, 13.0], &"GÜEMES".repeat(9), 84.95),
            None
        );
    }
}
