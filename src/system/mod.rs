//! The machine: folders, the viewer, the save dialog, the log. Knows nothing of students.

pub mod folders;
pub mod log;
pub mod sheets;
pub mod viewer;
