//! Room `app`.

pub mod icon;
pub mod shortcut;
pub mod theme;
pub mod widget;
