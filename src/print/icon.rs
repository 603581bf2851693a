//! The icons of the window and the paper: one enum, one font.
//!
//! The drawings are Lucide's (ISC; some come from Feather, MIT), kept at Lucide's own code points in
//! `assets/icons/ventanilla-icons.ttf`, which `make-icons.sh` makes from the list `icons.txt` beside it.

/// Declares [`Icon`] from one table: variant, character in the font, Lucide's name.
macro_rules! icons {
    ($($(#[$meaning:meta])* $variant:ident = ($glyph:literal, $name:literal),)+) => {
        /// An icon of the bundled font. Never shown without a word, except lock and close.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($(#[$meaning])* $variant,)+
        }

        impl Icon {
            /// Every icon there is.
            pub const ALL: &'static [Icon] = &[$(Icon::$variant),+];

            /// The character that draws it in the font "Ventanilla Icons".
            #[must_use]
            pub const fn glyph(self) -> char {
                match self {
                    $(Icon::$variant => $glyph,)+
                }
            }

            /// Lucide's name, as in `assets/icons/icons.txt`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Icon::$variant => $name,)+
                }
            }
        }
    };
}

icons! {
    /// Look for a person.
    Search = ('\u{E151}', "search"),
    /// A new record.
    UserPlus = ('\u{E1A2}', "user-plus"),
    /// Alta.
    CircleArrowUp = ('\u{E07B}', "circle-arrow-up"),
    /// Baja.
    CircleArrowDown = ('\u{E078}', "circle-arrow-down"),
    /// The corte; what is expected.
    CalendarClock = ('\u{E304}', "calendar-clock"),
    /// What was sent to IMSS.
    Send = ('\u{E152}', "send"),
    /// The acuse.
    Receipt = ('\u{E3D3}', "receipt"),
    /// Reconcile an answer.
    CheckCheck = ('\u{E38E}', "check-check"),
    /// A vigencia lately seen.
    ShieldCheck = ('\u{E1FF}', "shield-check"),
    /// A vigencia seen long ago.
    Shield = ('\u{E158}', "shield"),
    /// The cotejo.
    ListChecks = ('\u{E1D0}', "list-checks"),
    /// The UMF.
    Hospital = ('\u{E5D8}', "hospital"),
    /// Print.
    Printer = ('\u{E141}', "printer"),
    /// Print again.
    PrinterCheck = ('\u{E5F5}', "printer-check"),
    /// A copy that was verified.
    CircleCheck = ('\u{E226}', "circle-check"),
    /// The move to another computer.
    Package = ('\u{E129}', "package"),
    /// Locked.
    Lock = ('\u{E10B}', "lock"),
    /// The history.
    History = ('\u{E1F5}', "history"),
    /// Seguro de vida y gastos médicos.
    Umbrella = ('\u{E199}', "umbrella"),
    /// Waiting in the queue.
    Clock = ('\u{E087}', "clock"),
    /// Nothing known.
    Circle = ('\u{E076}', "circle"),
    /// No vigente, or rejected.
    CircleX = ('\u{E084}', "circle-x"),
    /// A baja that shows.
    CircleMinus = ('\u{E07E}', "circle-minus"),
    /// Something to check.
    TriangleAlert = ('\u{E193}', "triangle-alert"),
    /// Today.
    House = ('\u{E0F5}', "house"),
    /// The students.
    Users = ('\u{E1A4}', "users"),
    /// The settings.
    Settings = ('\u{E154}', "settings"),
    /// Reports.
    ChartColumn = ('\u{E2A3}', "chart-column"),
    /// Backup.
    HardDrive = ('\u{E0ED}', "hard-drive"),
    /// Help.
    CircleQuestion = ('\u{E082}', "circle-question-mark"),
    /// Back.
    ArrowLeft = ('\u{E048}', "arrow-left"),
    /// Becomes.
    ArrowRight = ('\u{E049}', "arrow-right"),
    /// An open box.
    Square = ('\u{E167}', "square"),
    /// A ticked box.
    SquareCheck = ('\u{E559}', "square-check"),
    /// Close.
    Cross = ('\u{E1B2}', "x"),
    /// A spreadsheet.
    FileSpreadsheet = ('\u{E326}', "file-spreadsheet"),
    /// Bring in.
    Download = ('\u{E0B2}', "download"),
    /// Ticked.
    Check = ('\u{E06C}', "check"),
    /// Add.
    Plus = ('\u{E13D}', "plus"),
    /// Take away.
    Minus = ('\u{E11C}', "minus"),
    /// The chosen one.
    CircleDot = ('\u{E345}', "circle-dot"),
    /// Up.
    ArrowUp = ('\u{E04A}', "arrow-up"),
    /// Down.
    ArrowDown = ('\u{E042}', "arrow-down"),
    /// A document.
    FileText = ('\u{E0CC}', "file-text"),
    /// A folder.
    FolderOpen = ('\u{E247}', "folder-open"),
    /// Edit.
    Pencil = ('\u{E1F9}', "pencil"),
    /// Undo.
    Undo = ('\u{E2A1}', "undo-2"),
    /// Redo.
    Redo = ('\u{E2A0}', "redo-2"),
    /// Copy.
    Copy = ('\u{E09E}', "copy"),
    /// A note.
    Info = ('\u{E0F9}', "info"),
    /// More below.
    ChevronDown = ('\u{E06D}', "chevron-down"),
    /// The keys.
    Keyboard = ('\u{E284}', "keyboard"),
    /// A person.
    User = ('\u{E19F}', "user"),
    /// A list to work through.
    ClipboardList = ('\u{E086}', "clipboard-list"),
    /// A date.
    Calendar = ('\u{E063}', "calendar"),
    /// The carnet.
    IdCard = ('\u{E617}', "id-card"),
    /// Numbers shown by their last digits.
    EyeOff = ('\u{E0BB}', "eye-off"),
}

#[cfg(test)]
mod tests {
    use super::Icon;
    use crate::print::fonts::Face;

    #[test]
    fn every_icon_is_the_glyph_of_its_name_in_the_font() {
        let font = ttf_parser::Face::parse(Face::Icons.bytes(), 0).unwrap();
        for icon in Icon::ALL {
            let glyph = font
                .glyph_index(icon.glyph())
                .unwrap_or_else(|| panic!("{} is not in the font", icon.name()));
            assert_eq!(font.glyph_name(glyph), Some(icon.name()));
            assert!(
                font.glyph_bounding_box(glyph).is_some(),
                "{} draws nothing",
                icon.name()
            );
        }
    }

    #[test]
    fn the_enum_and_the_list_the_font_is_made_from_are_the_same() {
        let listed: Vec<_> = include_str!("../../assets/icons/icons.txt")
            .split_whitespace()
            .collect();
        let known: Vec<_> = Icon::ALL.iter().map(|icon| icon.name()).collect();
        assert_eq!(known, listed);
    }
}
