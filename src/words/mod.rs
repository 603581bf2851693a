//! Every Spanish sentence, one file a subject: what happened, why, what to do now.

pub mod curp;
pub mod dates;
pub mod keys;
pub mod names;
pub mod nss;
pub mod said;
