//! The files of a closed cut: the records that go to IMSS, byte for byte the same each time.

use std::path::PathBuf;

use super::{ClosedCut, Desk, Refusal};
use crate::domain::dispatch::{CutPaper, Dispatch};
use crate::domain::imss_file::{RecordFault, Rewriting};
use crate::exchange::layout::{Layout, LayoutFault};
use crate::exchange::records::{self, Order};
use crate::store::{ActKind, StoreError};
use crate::words::cut_papers as words;

/// A file of records that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordsFile {
    /// Where.
    pub path: PathBuf,
    /// How many movements it holds.
    pub records: usize,
    /// Its length in bytes.
    pub bytes: usize,
    /// Where a name in it differs from the one in the register.
    pub rewritten: Vec<Rewriting>,
    /// Whether no sample has agreed with its layout yet.
    pub is_trial: bool,
}

/// Why there is no file. Nothing was recorded.
#[derive(Debug, thiserror::Error)]
pub enum RecordsError {
    /// The office had written down no registro patronal when the cut was closed.
    #[error("the envío has no registro patronal")]
    NoRegistro {
        /// The folio of the cut.
        folio: String,
    },
    /// The layout that the closing copied can't be read.
    #[error(transparent)]
    Layout(#[from] LayoutFault),
    /// A record can't be written by the layout.
    #[error(transparent)]
    Record(#[from] RecordFault),
    /// The file could not be written.
    #[error("{} can't be written", .folder.display())]
    Write {
        /// Where.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The register's refusal.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

impl From<StoreError> for RecordsError {
    fn from(error: StoreError) -> Self {
        Self::Refused(error.into())
    }
}

impl Desk {
    /// Writes the records of an envío, has `write` put the file where it belongs, and records that it left: one act.
    ///
    /// # Errors
    /// [`RecordsError`]; then there is no file.
    pub fn write_records(
        &mut self,
        cut: &ClosedCut,
        envio: &Dispatch,
        write: impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)>,
    ) -> Result<RecordsFile, RecordsError> {
        let written = self.records(cut, envio)?;
        let layout = self.store.reader().layout_of(cut.closing.id)?;
        let is_trial = self.passed_sample(&layout)?.is_none();
        let name = words::records_file(
            envio.kind,
            cut.closing.cut,
            &cut.closing.folio,
            envio.registro.as_ref(),
        );
        let path = self.leave(
            cut,
            CutPaper::Records,
            ActKind::ExportList,
            &written.bytes,
            |bytes| write(&name, bytes).map_err(|(folder, source)| RecordsError::Write { folder, source }),
        )?;
        Ok(RecordsFile {
            path,
            records: written.records,
            bytes: written.bytes.len(),
            rewritten: written.rewritten,
            is_trial,
        })
    }

    /// The records of an envío, by the layout that its closing copied.
    ///
    /// # Errors
    /// [`RecordsError`].
    pub fn records(&self, cut: &ClosedCut, envio: &Dispatch) -> Result<records::Written, RecordsError> {
        let Some(registro) = &envio.registro else {
            let folio = cut.closing.folio.clone();
            return Err(RecordsError::NoRegistro { folio });
        };
        let layout = Layout::parse(&self.store.reader().layout_of(cut.closing.id)?)?;
        let lines = self.dispatch_lines(envio.id)?;
        Ok(records::write(
            &layout,
            &Order {
                registro,
                kind: envio.kind,
                cut: cut.closing.cut,
                sent_on: envio.sending.as_ref().map(|sending| sending.on),
                lines: &lines,
            },
        )?)
    }
}
