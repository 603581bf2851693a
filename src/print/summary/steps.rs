//! Panel 3, what to do: five steps and the way to the official page.

use super::{HAIR, THICK, WIDTH, title, words};
use crate::print::block::{Block, Fitted};
use crate::print::page::{Ink, Style};
use crate::print::qr::Code;

/// The steps, the same for everyone.
pub(super) fn draw(panel: &mut Block<'_>) -> Fitted {
    const TEXT: f64 = 9.0;
    const CAPTION: f64 = 24.0;
    title(panel, words::WHAT_TO_DO);
    let mut top = 10.5;
    for (number, (heading, lines)) in (1..).zip(&words::STEPS) {
        if number > 1 {
            panel.rule(TEXT, WIDTH, top, HAIR, Ink::HAIRLINE);
        }
        panel.text(0.0, top + 6.6, Style::bold(17.0), number.to_string());
        panel.text(TEXT, top + 4.9, Style::bold(9.5), *heading);
        panel.lines(TEXT, top + 8.9, 3.8, Style::regular(8.5), lines);
        top += 14.6;
    }
    panel.rule(0.0, WIDTH, 84.6, THICK, Ink::RULE);
    panel.qr(0.0, 88.7, 20.0, Code::vigencia()?);
    panel.text(CAPTION, 92.1, Style::bold(9.0), words::CONSTANCIA);
    panel.lines(CAPTION, 96.3, 3.8, Style::regular(8.5), &words::CONSTANCIA_LINES);
    panel.text(CAPTION, 105.1, Style::bold(8.5), words::CONSTANCIA_SITE);
    panel.text(0.0, 111.5, Style::regular(8.5), words::OTHER_PROCEDURES);
    Ok(())
}
