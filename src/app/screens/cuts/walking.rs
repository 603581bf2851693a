//! From pane to pane, from step to step, from cut to cut.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{CORRECT, ENVIOS, LINES, LIST_ID, Message, NSS, STRIP, Screen, Stage};
use crate::app::widget::Press;
use crate::desk::{Desk, Refusal};

impl Screen {
    /// Where the focus is when one comes back to it.
    pub fn first(&self) -> &'static str {
        if self.envios.is_some() {
            if self.stage == Stage::Reconcile {
                LINES
            } else {
                ENVIOS
            }
        } else if self.reviewing.count() == 0 {
            STRIP
        } else {
            LIST_ID
        }
    }

    /// The next pane, or the one before: F6.
    pub fn other_pane(&self, focused: Option<&'static str>, back: bool) -> &'static str {
        let panes = self.panes();
        let at = focused.and_then(|focused| panes.iter().position(|pane| *pane == focused));
        let last = panes.len() - 1;
        let next = match (at, back) {
            (None, _) => 0,
            (Some(0), true) => last,
            (Some(at), true) => at - 1,
            (Some(at), false) if at == last => 0,
            (Some(at), false) => at + 1,
        };
        panes[next]
    }

    /// What has an id and can have the focus, pane by pane.
    pub fn panes(&self) -> Vec<&'static str> {
        if let Some(envios) = &self.envios {
            return self.panes_of_closed(envios);
        }
        let list = (self.reviewing.count() > 0).then_some(LIST_ID);
        let beside = match (&self.nss, self.held()) {
            (Some(_), _) => Some(NSS),
            (None, Some(_)) => Some(CORRECT),
            (None, None) => None,
        };
        [Some(STRIP), list, beside].into_iter().flatten().collect()
    }

    /// What a key means on it that no widget used; `pane` has the focus.
    pub fn key(&self, press: &Press<'_>, pane: Option<&'static str>) -> Option<Message> {
        if self.envios.is_some()
            && let Some(message) = self.key_of_closed(press, pane)
        {
            return Some(message);
        }
        match press.key {
            Key::Named(Named::Delete) if press.is(Named::Delete) => Some(Message::CancelPressed),
            Key::Named(Named::ArrowRight) if press.is(Named::ArrowRight) => {
                Some(Message::StageMoved { back: false })
            }
            Key::Named(Named::ArrowLeft) if press.is(Named::ArrowLeft) => {
                Some(Message::StageMoved { back: true })
            }
            _ => None,
        }
    }

    /// Esc: closes what is offered. Tells whether there was anything.
    pub fn close_offers(&mut self) -> bool {
        self.causes.close() || self.nss.as_mut().is_some_and(|nss| nss.suggest.close())
    }

    /// Esc: one step back on the runway. Tells whether there was one.
    pub fn step_back(&mut self) -> bool {
        let is_further = matches!(self.stage, Stage::Aside | Stage::Close);
        if is_further {
            self.stage = Stage::Review;
            self.narrow_to_stage();
        }
        is_further
    }

    /// Another step, if the cut has come so far.
    pub(super) fn go_to(&mut self, stage: Stage) {
        let has_rows = !self.reviewing.review().ready.is_empty() || stage != Stage::Close;
        // Before anything is sent nobody can have answered.
        let is_early = stage == Stage::Reconcile
            && self
                .envios
                .as_ref()
                .is_some_and(|it| it.cut.dispatches.iter().all(|it| it.sending.is_none()));
        if stage.is_of_open_cut() != self.is_closed() && has_rows && !is_early {
            self.stage = stage;
            self.narrow_to_stage();
        }
    }

    /// Before the closing only what is set aside is listed.
    pub(super) fn narrow_to_stage(&mut self) {
        self.reviewing
            .only_held(matches!(self.stage, Stage::Aside | Stage::Close));
    }

    pub(super) fn strip_place(&self) -> usize {
        self.strip.iter().position(|it| it.cut == self.cut).unwrap_or(0)
    }

    pub(super) fn look_at(&mut self, desk: &Desk, at: usize) -> Result<(), Refusal> {
        let Some(cut) = self.strip.get(at).map(|it| it.cut).filter(|cut| *cut != self.cut) else {
            return Ok(());
        };
        let mut screen = Self::new(desk, Some(cut))?;
        // What was looked at without being in the strip of today stays in it while one walks along.
        screen.strip = std::mem::take(&mut self.strip);
        let before = std::mem::replace(self, screen);
        self.take_up(Some(before));
        Ok(())
    }
}
