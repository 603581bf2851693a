//! What the keyboard, a PDF or a spreadsheet mix into a typed text, and the plain letter under an accent.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters that nobody sees and everybody pastes: controls, zero-width marks, direction marks, soft hyphen.
pub(super) fn is_invisible(ch: char) -> bool {
    ch.is_control()
        || matches!(ch, '\u{AD}' | '\u{FEFF}')
        || matches!(ch, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}')
}

/// Any of the hyphens and dashes that a text may carry where a hyphen was meant.
pub(super) fn is_hyphen(ch: char) -> bool {
    matches!(ch, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The apostrophe and what is typed in its place.
pub(super) fn is_apostrophe(ch: char) -> bool {
    matches!(ch, '\'' | '`' | '´' | '’' | '‘' | '\u{2BC}')
}

/// A character that only groups a number: spaces, hyphens, and what cannot be seen.
pub(super) fn only_groups(ch: char) -> bool {
    ch.is_whitespace() || is_hyphen(ch) || is_invisible(ch)
}

/// A mark that belongs to the letter before it.
pub(super) fn is_mark(ch: char) -> bool {
    is_combining_mark(ch)
}

/// The letter `A-Z` or `a-z` that is left of `ch` once its accents are off; `None` if there is none (`ø`, `ж`).
pub(super) fn base(ch: char) -> Option<char> {
    std::iter::once(ch).nfd().next().filter(char::is_ascii_alphabetic)
}

/// The usual plain spelling of a lower-case Latin letter that has no accent to take off.
pub(super) fn plain_spelling(ch: char) -> Option<&'static str> {
    Some(match ch {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        _ => return None,
    })
}
