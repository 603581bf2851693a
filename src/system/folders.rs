//! Where things are kept: the register in the user's data folder, papers in the user's documents.

use std::io::Write;
use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

/// The environment variable that names another data folder.
pub const DATA_VARIABLE: &str = "VENTANILLA_DATOS";

/// The folder of the register: `chosen`, else what the environment says, else the system's place for a user's data.
/// `None` on a system that has no such place.
pub fn data(chosen: Option<&Path>) -> Option<PathBuf> {
    if let Some(chosen) = chosen {
        return Some(chosen.to_owned());
    }
    if let Some(named) = std::env::var_os(DATA_VARIABLE).filter(|value| !value.is_empty()) {
        return Some(PathBuf::from(named));
    }
    ProjectDirs::from("mx", "", "Ventanilla").map(|dirs| dirs.data_dir().to_owned())
}

/// The folder for papers: «Ventanilla» in the user's documents. A data folder that was chosen keeps its papers beside
/// its register, and so does a system without a documents folder.
pub fn documents(data: &Path, data_was_chosen: bool) -> PathBuf {
    let own = || data.join("Documentos");
    if data_was_chosen {
        return own();
    }
    UserDirs::new()
        .and_then(|dirs| dirs.document_dir().map(|documents| documents.join("Ventanilla")))
        .unwrap_or_else(own)
}

/// Writes a file so that it is there whole or not at all, and never over another one: a name that is taken gets a
/// number. Returns where it is.
///
/// # Errors
/// The file system's; then nothing is there.
pub fn write_whole(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut path = folder.join(name);
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{stem} ({number}).{extension}"));
        number += 1;
    }
    write_over(&path, bytes)?;
    Ok(path)
}

/// Writes a file whole, instead of whatever is there: the user chose the name.
///
/// # Errors
/// The file system's; then what was there is still there.
pub fn write_over(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let partial = path.with_extension("parcial");
    let _ = std::fs::remove_file(&partial);
    let mut options = std::fs::OpenOptions::new();
    options.create_new(true).write(true);
    // Papers show whole NSS and CURP: they are for this user's eyes.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&partial)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&partial, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&partial);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_whole(folder.path(), "Resumen 21230123.pdf", b"1").unwrap();
        let second = write_whole(folder.path(), "Resumen 21230123.pdf", b"2").unwrap();
        assert!(second.ends_with("Resumen 21230123 (2).pdf"));
        assert_eq!(std::fs::read(first).unwrap(), b"1");
        assert_eq!(std::fs::read(second).unwrap(), b"2");
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            2,
            "nothing partial is left"
        );
    }
}
