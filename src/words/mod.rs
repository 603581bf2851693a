//! Every Spanish sentence, one file a subject: what happened, why, what to do now.

pub mod archive;
pub mod card;
pub mod checklist;
pub mod clinic;
pub mod console;
pub mod control_number;
pub mod curp;
pub mod dates;
pub mod entry;
pub mod faults;
pub mod filters;
pub mod frame;
pub mod journal;
pub mod keys;
pub mod movements;
pub mod names;
pub mod next_step;
pub mod nss;
pub mod paper;
pub mod printing;
pub mod record;
pub mod roster;
pub mod said;
pub mod sheets;
pub mod today;
pub mod vigencia;
