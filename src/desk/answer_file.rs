//! The file in which IMSS answered, as far as it can be read. What it is held against is in `reconciling`.

use std::path::Path;

use crate::exchange::answers::{self, AnswerFault, AnswerSheet};
use crate::exchange::workbook::{self, ReadFault};

/// Why a file, or cells that were copied, are no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswers {
    /// It can't be read.
    #[error(transparent)]
    Read(#[from] ReadFault),
    /// It can be read, and answers nothing.
    #[error(transparent)]
    Fault(#[from] AnswerFault),
}

/// Reads what a file says of each movement. It takes as long as the file is large, and no register.
///
/// # Errors
/// [`NoAnswers`].
pub fn read_answers(path: &Path) -> Result<AnswerSheet, NoAnswers> {
    Ok(answers::read(&workbook::read(path)?)?)
}

/// The same of cells or lines that were copied.
///
/// # Errors
/// [`NoAnswers`].
pub fn read_pasted_answers(text: &str) -> Result<AnswerSheet, NoAnswers> {
    Ok(answers::read(&workbook::read_pasted(text)?)?)
}
