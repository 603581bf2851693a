//! Every Spanish sentence, one file a subject: what happened, why, what to do now.

pub mod keys;
