//! The three facts and their one chip, dressed for the window.

use chrono::NaiveDate;
use iced::Element;

use crate::app::widget::fact::{Fact, FactTone};
use crate::app::widget::{Status, chip};
use crate::domain::vigencia::{Chip, Facts};
use crate::print::icon::Icon;
use crate::words::record as words;

/// The three facts, dressed for the band.
pub(super) fn band_of(facts: &Facts<'_>, chip: Chip, today: NaiveDate) -> [Fact; 3] {
    let [movement, expected, proven] = words::facts(facts, today);
    let dressed = |icon: Icon, label: &str, of: words::FactWords, tone| Fact {
        icon,
        label: label.to_owned(),
        fact: of.fact,
        first: of.first,
        second: of.second,
        tone,
    };
    let movement_tone = match chip {
        Chip::Rejected { .. } => FactTone::Problem,
        _ => FactTone::Plain,
    };
    let proven_tone = match (facts.proven, chip) {
        (None, Chip::ReviewDue { .. }) => FactTone::Advice,
        (None, _) => FactTone::Plain,
        (Some(check), _) if check.vigente => FactTone::Done,
        (Some(_), Chip::Proven { after_baja: true, .. }) => FactTone::Done,
        (Some(_), _) => FactTone::Problem,
    };
    [
        dressed(Icon::Send, words::MOVEMENT, movement, movement_tone),
        dressed(Icon::CalendarClock, words::EXPECTED, expected, FactTone::Plain),
        dressed(Icon::ShieldCheck, words::PROVEN, proven, proven_tone),
    ]
}

/// The chip with the icon and colour of its state.
pub fn status_chip<'a, Message: 'a>(state: Chip, in_selected_row: bool) -> Element<'a, Message> {
    let (icon, status) = match state {
        Chip::Rejected { .. } => (Icon::CircleX, Status::Bad),
        Chip::Queued { .. } | Chip::InDispatch { .. } => (Icon::Clock, Status::Queued),
        Chip::Proven {
            vigente: true,
            stale_days: None,
            ..
        } => (Icon::ShieldCheck, Status::Good),
        Chip::Proven {
            vigente: true,
            stale_days: Some(_),
            ..
        } => (Icon::Shield, Status::Good),
        Chip::Proven {
            vigente: false,
            after_baja: true,
            ..
        } => (Icon::CircleMinus, Status::Ended),
        Chip::Proven {
            vigente: false,
            after_baja: false,
            ..
        } => (Icon::CircleX, Status::Bad),
        Chip::Expected { .. } => (Icon::CalendarClock, Status::Waiting),
        Chip::ReviewDue { .. } => (Icon::TriangleAlert, Status::Waiting),
        Chip::Nothing => (Icon::Circle, Status::Unknown),
    };
    chip(icon, words::chip(state), status)
        .in_selected_row(in_selected_row)
        .into()
}
