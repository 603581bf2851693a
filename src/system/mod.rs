//! The machine: folders, drives, the viewer, the save dialog, the log, where a folder really is. Knows nothing of students.

pub mod drives;
pub mod folders;
pub mod log;
pub mod sheets;
pub mod viewer;
pub mod whereabouts;
