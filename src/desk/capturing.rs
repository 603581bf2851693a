//! The capture of an envío into IMSS' own page: where it stands, kept step by step, and its end.

use chrono::NaiveDateTime;

use super::{CutRefusal, Desk, Refusal};
use crate::domain::capture::{Capture, CaptureRow};
use crate::domain::dispatch::{Channel, Closing, Dispatch, Sending};
use crate::domain::ids::DispatchId;
use crate::exchange::layout::Layout;
use crate::store::UnfinishedCapture;

/// An envío that is being captured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capturing {
    /// Its cut.
    pub closing: Closing,
    /// The envío.
    pub dispatch: Dispatch,
    /// Its rows, and where one is.
    pub capture: Capture,
    /// When and by whom it was left last, if it was begun before.
    pub left: Option<(NaiveDateTime, String)>,
}

impl Desk {
    /// Begins to capture an envío, or goes on where it was left.
    ///
    /// # Errors
    /// [`CutRefusal::Sent`] once it is recorded as sent; [`CutRefusal::NotClosed`] for none.
    pub fn open_capture(&mut self, dispatch: DispatchId) -> Result<Capturing, Refusal> {
        let (closing, dispatch) = self.envio(dispatch)?;
        if dispatch.sending.is_some() {
            let folio = closing.folio;
            return Err(CutRefusal::Sent { folio }.into());
        }
        // By the layout that the closing copied; one that can't be read leaves the day of the cut, as the layouts at hand do.
        let layout = Layout::parse(&self.store.reader().layout_of(closing.id)?);
        let on = layout.map_or(closing.cut, |layout| {
            layout.movement_day(closing.cut, self.today())
        });
        let style = self.settings.capture_style();
        let lines = self.dispatch_lines(dispatch.id)?;
        let rows = lines
            .iter()
            .map(|line| CaptureRow::of(line, dispatch.kind, on, &style))
            .collect();
        let kept = self.store.reader().capture(dispatch.id)?;
        let capture = Capture::new(rows);
        let (capture, left) = match kept {
            Some(kept) => (
                capture.resume(&kept.captured, kept.bookmark),
                Some((kept.at, kept.by)),
            ),
            None => (capture, None),
        };
        self.keep_capture(dispatch.id, &capture)?;
        Ok(Capturing {
            closing,
            dispatch,
            capture,
            left,
        })
    }

    /// Keeps where a capture stands.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_capture(&mut self, dispatch: DispatchId, capture: &Capture) -> Result<(), Refusal> {
        let stamp = self.stamp();
        Ok(self.store.put_capture(&stamp, dispatch, capture.bookmark())?)
    }

    /// Keeps that the page has taken a row, and where the capture stands now.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_captured(
        &mut self,
        dispatch: DispatchId,
        number: u32,
        capture: &Capture,
    ) -> Result<(), Refusal> {
        let stamp = self.stamp();
        Ok(self
            .store
            .mark_captured(&stamp, dispatch, number, capture.bookmark())?)
    }

    /// Keeps that the page has not taken a row after all.
    ///
    /// # Errors
    /// The file's faults.
    pub fn keep_released(
        &mut self,
        dispatch: DispatchId,
        number: u32,
        capture: &Capture,
    ) -> Result<(), Refusal> {
        let stamp = self.stamp();
        Ok(self
            .store
            .unmark_captured(&stamp, dispatch, number, capture.bookmark())?)
    }

    /// The captures that were begun and not recorded as sent, the oldest cut first.
    ///
    /// # Errors
    /// The file's faults.
    pub fn unfinished_captures(&self) -> Result<Vec<UnfinishedCapture>, Refusal> {
        Ok(self.store.reader().unfinished_captures()?)
    }

    /// Records an envío that was captured as sent today, with the lote that the page gave, if it gave one.
    ///
    /// # Errors
    /// As [`Desk::send`].
    pub fn send_captured(&mut self, dispatch: DispatchId, lote: &str) -> Result<Dispatch, Refusal> {
        let lote = lote.trim();
        let sending = Sending {
            channel: Channel::Capture,
            lote: (!lote.is_empty()).then(|| lote.to_owned()),
            on: self.today(),
        };
        self.send(dispatch, &sending)
    }
}
