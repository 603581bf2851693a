//! Archives: what an XLSX or an ODS is packed in. They are unpacked once and under a limit, and what the readers get
//! is an archive of the same parts without compression, so that no part can grow behind our back.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{Contents, Format, ReadFault, ods, xlsx};

/// The most bytes that an archive may declare for all its parts together, photographs too. The sheet of 100,000
/// answers takes some 60 MB.
pub const DECLARED_LIMIT: u64 = 512 << 20;

/// How many times its own size an archive of more than `SUSPECT` bytes may declare. Real sheets stay below 50.
pub const RATIO_LIMIT: u64 = 200;

/// Below this an archive is harmless, whatever its ratio: wide formatted sheets pack very well.
const SUSPECT: u64 = 64 << 20;

const ODS_MIMETYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// The parts of an archive that say something about cells.
pub(super) struct Parts(Vec<(String, Vec<u8>)>);

impl Parts {
    /// The part of that name, whichever its capitals.
    pub(super) fn named(&self, name: &str) -> Option<&[u8]> {
        let mut parts = self.0.iter();
        let found = parts.find(|(own, _)| own.eq_ignore_ascii_case(name));
        found.map(|(_, bytes)| bytes.as_slice())
    }

    /// All parts whose name ends like this.
    pub(super) fn ending(&self, end: &str) -> impl Iterator<Item = &[u8]> {
        let parts = self.0.iter().filter(move |(own, _)| own.ends_with(end));
        parts.map(|(_, bytes)| bytes.as_slice())
    }

    fn has_folder(&self, folder: &str) -> bool {
        self.0.iter().any(|(own, _)| own.starts_with(folder))
    }

    /// An archive of these parts as they are.
    pub(super) fn stored(self) -> Result<Vec<u8>, ReadFault> {
        let length: usize = self.0.iter().map(|(_, bytes)| bytes.len() + 256).sum();
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(length)));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, bytes) in self.0 {
            writer.start_file(name, options).map_err(fault)?;
            writer.write_all(&bytes).map_err(|_| ReadFault::Damaged)?;
        }
        Ok(writer.finish().map_err(fault)?.into_inner())
    }
}

/// Reads an archive, whichever kind of workbook it is.
pub(super) fn read(bytes: &[u8]) -> Result<Contents, ReadFault> {
    let parts = unpacked(bytes)?;
    if parts.named("encrypted-package").is_some() {
        return Err(ReadFault::PasswordProtected);
    }
    let is_ods = parts
        .named("mimetype")
        .is_some_and(|kind| kind.starts_with(ODS_MIMETYPE));
    if is_ods {
        let sheets = ods::read(parts)?;
        Ok(Contents::of_sheets(Format::Ods, sheets))
    } else if parts.has_folder("xl/") || parts.has_folder("xl\\") {
        let sheets = xlsx::read(parts)?;
        Ok(Contents::of_sheets(Format::Xlsx, sheets))
    } else {
        Err(ReadFault::NotASheet)
    }
}

fn unpacked(bytes: &[u8]) -> Result<Parts, ReadFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
    let mut declared = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(fault)?;
        declared = declared.saturating_add(part.size());
    }
    let is_bomb = declared > SUSPECT && declared / RATIO_LIMIT > bytes.len() as u64;
    if declared > DECLARED_LIMIT || is_bomb {
        return Err(ReadFault::TooLarge { declared });
    }
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let name = {
            let part = archive.by_index_raw(index).map_err(fault)?;
            part.name().map_err(fault)?.into_owned()
        };
        // A workbook that keeps its cells in no XML is one that is not read here.
        if name.eq_ignore_ascii_case("xl/workbook.bin") {
            return Err(ReadFault::NotASheet);
        }
        if !is_wanted(&name) {
            continue;
        }
        let part = archive.by_index(index).map_err(fault)?;
        let size = part.size();
        // The sum of all sizes has been looked at.
        let mut content = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
        part.take(size + 1)
            .read_to_end(&mut content)
            .map_err(|_| ReadFault::Damaged)?;
        // A part that is longer than it declares has been forged.
        if content.len() as u64 > size {
            return Err(ReadFault::Damaged);
        }
        parts.push((name, content));
    }
    Ok(Parts(parts))
}

/// Whether a part says something about cells: photographs, macros and drawings stay packed.
fn is_wanted(name: &str) -> bool {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    let is_aside = ["/media/", "/drawings/", "/charts/", "/pivotcache/", "/customxml/"]
        .iter()
        .any(|folder| name.contains(folder));
    let is_whole = ["mimetype", "encrypted-package"].contains(&name.as_str());
    is_whole || (!is_aside && (name.ends_with(".xml") || name.ends_with(".rels")))
}

fn fault(error: ZipError) -> ReadFault {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadFault::PasswordProtected,
        _ => ReadFault::Damaged,
    }
}
