//! An NSS as it is typed: what is said below it, and what is offered. The form and the panel of a cut share it.

use crate::app::widget::Offer;
use crate::app::widget::field::Tone;
use crate::domain::ids::StudentId;
use crate::domain::nss::{NSS_LENGTH, NssReading, NssRemark};
use crate::domain::severity::Severity;
use crate::domain::student::NssState;
use crate::store::Holder;
use crate::words::{self, entry as said};

/// What taking an offer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NssOffer {
    /// Writes this number.
    Number(String),
    /// Leaves what was typed, por confirmar.
    LeaveAsIs,
    /// Confirms it: the constancia shows this very number.
    SeenOnConstancia,
    /// Opens the record of whoever has it.
    OpenRecord(StudentId),
}

/// What is said below the number that was typed so; nothing while it is right, and little while it is being typed.
pub fn message(reading: &NssReading, typed: &str, is_typing: bool) -> Option<(Tone, String)> {
    let digits = typed.chars().filter(|c| c.is_alphanumeric()).count();
    if is_typing && digits < NSS_LENGTH && reading.offers.is_empty() {
        return Some((Tone::Hint, said::digits_so_far(digits, NSS_LENGTH)));
    }
    let message = words::nss::message(reading)?;
    Some((tone(message.severity), message.text))
}

/// The record of whoever has the number already.
pub fn offer_of_holder(holder: &Holder) -> (Offer, NssOffer) {
    (
        Offer::new(said::open_record(&holder.name), holder.identifier.as_str()),
        NssOffer::OpenRecord(holder.id),
    )
}

/// What may have been meant, for somebody of this year of birth.
pub fn offers(
    reading: &NssReading,
    birth_year: Option<i32>,
    state: Option<NssState>,
) -> Vec<(Offer, NssOffer)> {
    let mut offers: Vec<(Offer, NssOffer)> = Vec::new();
    for nss in &reading.offers {
        let note = match birth_year {
            Some(year) if i32::from(nss.birth_year()) == year.rem_euclid(100) => said::agrees_with_year(year),
            _ => said::AGREES.to_owned(),
        };
        offers.push((Offer::new(nss.grouped(), note), NssOffer::Number(nss.grouped())));
    }
    if !reading.offers.is_empty() {
        let leave = Offer::new(said::LEAVE_AS_IS, said::LEAVE_NSS_NOTE);
        offers.push((leave, NssOffer::LeaveAsIs));
    }
    if reading.remarks.contains(&NssRemark::Conventional) && state != Some(NssState::Confirmed) {
        let seen = Offer::new(said::SEEN_ON_CONSTANCIA, said::SEEN_ON_CONSTANCIA_NOTE);
        offers.push((seen, NssOffer::SeenOnConstancia));
    }
    offers
}

/// How a sentence of this weight is meant.
pub fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Ok => Tone::Hint,
        Severity::Warning | Severity::Acknowledge => Tone::Advice,
        Severity::Error => Tone::Problem,
    }
}
