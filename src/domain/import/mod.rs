//! Students on a sheet that somebody else filled in: what its columns mean, what each row says, and what would become of
//! it.
//!
//! A sheet is read in four steps, and nothing is saved before the last. The columns are understood ([`Column`]); each row
//! is read by itself, against [`Decisions`] that were made about it; rows are compared with each other and with the
//! register; and the [`Plan`] says of each what would be written. A row that needs a choice is *held*, by a [`Cause`];
//! everything else that is odd about it is a [`Note`], and holds nothing. Sources: section 11 of the domain reference.

mod careers;
mod cell;
mod column;
mod compare;
mod decisions;
mod merge;
mod names;
mod plan;
mod planner;
mod reading;
mod register;
mod sheet;

pub use careers::Careers;
pub use cell::{DateOrder, Given, GivenKind};
pub use column::Column;
pub use compare::{ChangedOnSheet, Comparison, OnSheet};
pub use decisions::{Cause, Choice, Decisions, Doubt, Shown, Why};
pub use plan::{Counts, Difference, Effect, Missing, Note, Plan, PlannedRow, Verdict};
pub use planner::Planner;
pub use reading::Context;
pub use register::{Asked, Known, Register};
pub use sheet::{Conventions, ImportKind, ImportSheet, SheetRow};
