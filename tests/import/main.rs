//! A sheet on its way into the register: what its plan says, what is decided, what is saved, and that one is the other.
//!
//! `sheets` are files made by real programs, `rules` one cause after the other, `saving` what an import leaves behind, `keeping` what
//! waits from one sitting to the next, `properties` what holds for any sheet.

#[path = "../day/mod.rs"]
mod day;

mod keeping;
mod properties;
mod rules;
mod saving;
mod sheets;
mod table;
