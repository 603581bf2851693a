//! Panel 4, the back: the seguro de vida y gastos médicos, whom to call, and what this sheet is not.

use super::words::{self, place};
use super::{CampusBlock, HAIR, Summary, THICK, WIDTH, title};
use crate::print::block::{Block, Fitted, Place};
use crate::print::page::{Ink, Stroke, Style};

/// Where the values begin.
const VALUES: f64 = 24.0;

/// The second insurance and the notice.
pub(super) fn draw(panel: &mut Block<'_>, summary: &Summary) -> Fitted {
    title(panel, words::SECOND_INSURANCE);
    let policy = summary.policy.as_ref();
    let rows = [
        (words::INSURER, policy.map(|policy| &policy.insurer)),
        (words::POLICY, policy.map(|policy| &policy.number)),
        (words::POLICY_PERIOD, policy.map(|policy| &policy.period)),
    ];
    let mut top = 10.0;
    for (label, value) in rows {
        back_row(panel, top + 4.1, label, value, place::POLICY)?;
        top += 6.0;
        panel.rule(0.0, WIDTH, top, HAIR, Ink::HAIRLINE);
    }

    panel.text(0.0, 34.5, Style::bold(9.0), words::COVERS);
    match policy {
        Some(policy) => covers(panel, &policy.covers)?,
        None => covers(panel, &words::PUBLISHED_COVERS)?,
    }
    panel.text(0.0, 64.6, Style::regular(8.5).ink(Ink::MUTED), words::COVERS_NOTE);

    panel.rule(0.0, WIDTH, 68.0, THICK, Ink::RULE);
    contact(panel, &summary.campus)?;
    back_row(
        panel,
        81.7,
        words::CLAIMS,
        policy.and_then(|policy| policy.claims_phone.as_ref()),
        place::POLICY,
    )?;
    panel.rule(0.0, WIDTH, 84.0, HAIR, Ink::HAIRLINE);

    panel.text(0.0, 88.1, Style::label(), words::EMERGENCY);
    for (x, to_x, label) in [
        (0.0, 52.0, words::NAME_AND_KINSHIP),
        (55.0, WIDTH, words::TELEPHONE),
    ] {
        panel.rule(x, to_x, 95.0, HAIR, Ink::RULE);
        panel.text(x, 98.0, Style::label(), label);
    }

    panel.frame(
        0.0,
        100.7,
        WIDTH,
        16.0,
        Stroke {
            width_mm: 0.35,
            ink: Ink::RULE,
        },
    );
    panel.lines(4.0, 105.9, 4.2, Style::bold(9.0), &words::NOTICE);
    panel.text(4.0, 114.1, Style::regular(8.5), words::NOT_OFFICIAL);
    Ok(())
}

/// A label and its value; what has not been captured is said so, and not in bold.
fn back_row(
    panel: &mut Block<'_>,
    y: f64,
    label: &str,
    value: Option<&String>,
    name: &'static str,
) -> Fitted {
    panel.text(0.0, y, Style::label(), label);
    let Some(value) = value else {
        panel.text(VALUES, y, Style::regular(9.5).ink(Ink::MUTED), words::NOT_YET);
        return Ok(());
    };
    let place = Place::new(name, WIDTH - VALUES);
    panel.fitted((VALUES, y), Style::bold(9.5), &[9.5, 8.5, 7.5, 7.0], value, place)
}

/// The covers, one a line: at 9 with a pitch of 4.7; a sixth brings them closer.
fn covers<S: AsRef<str>>(panel: &mut Block<'_>, covers: &[S]) -> Fitted {
    const TEXT: f64 = 4.0;
    const SQUARE: f64 = 1.2;
    let place = Place::new(place::COVERS, WIDTH - TEXT);
    let (size_pt, pitch) = match covers.len() {
        0..=5 => (9.0, 4.7),
        6 => (8.5, 4.0),
        _ => return Err(place.overflow(&join(covers)).into()),
    };
    let mut baseline = 39.6;
    for cover in covers {
        panel.fill(0.4, baseline - 1.55, SQUARE, SQUARE, Ink::RULE);
        panel.fitted(
            (TEXT, baseline),
            Style::regular(size_pt),
            &[size_pt, 8.0, 7.0],
            cover.as_ref(),
            place,
        )?;
        baseline += pitch;
    }
    Ok(())
}

fn join<S: AsRef<str>>(texts: &[S]) -> String {
    texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

/// How to reach the campus: by telephone and mail, or at its window.
fn contact(panel: &mut Block<'_>, campus: &CampusBlock) -> Fitted {
    let place = Place::new(place::CONTACT, WIDTH - VALUES);
    let (first, second) = match (&campus.phone, &campus.email) {
        (Some(phone), email) => (phone.as_str(), email.as_deref()),
        (None, Some(email)) => (email.as_str(), None),
        (None, None) => (words::AT_THE_WINDOW, None),
    };
    panel.text(0.0, 72.4, Style::label(), words::CAMPUS);
    panel.fitted(
        (VALUES, 72.4),
        Style::bold(9.5),
        &[9.5, 8.5, 7.5, 7.0],
        first,
        place,
    )?;
    let Some(second) = second else { return Ok(()) };
    panel.fitted(
        (VALUES, 76.6),
        Style::regular(8.5),
        &[8.5, 7.5, 7.0],
        second,
        place,
    )
}
