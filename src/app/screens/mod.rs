//! The screens, one file each.

pub mod backup;
pub mod bajas;
pub mod capture;
pub mod cuts;
pub mod first_run;
pub mod form;
pub mod import;
mod listing;
pub mod record;
pub mod refused;
pub mod restoring;
pub mod settings;
pub mod students;
pub mod today;
