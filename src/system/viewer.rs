//! The system's own programs: the viewer that opens a paper, the dialogs that ask where to save one and for a picture.

use std::path::{Path, PathBuf};

/// Opens a file in whatever program the system opens it with. Tells whether there was one.
pub fn open(path: &Path) -> bool {
    // A kiosk, or a test, says that papers are only written.
    if std::env::var_os("VENTANILLA_SIN_VISOR").is_some() {
        return false;
    }
    opener::open(path).is_ok()
}

/// Whether there is a screen to open a window on. Where the session names none, the toolkit would stop the program.
pub fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos")))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
            .into_iter()
            .any(named)
}

/// Asks for the file of a picture. `None` for Cancel, and also where the system has no dialog to show.
pub async fn ask_for_picture(title: &str) -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter("PNG, JPEG", &["png", "jpg", "jpeg"])
        .pick_file()
        .await?;
    Some(file.path().to_owned())
}

/// Asks for the file of a sheet. `None` for Cancel, and also where the system has no dialog to show.
pub async fn ask_for_sheet(title: &str, filter: &str) -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter(filter, &["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "txt"])
        .pick_file()
        .await?;
    Some(file.path().to_owned())
}

/// Asks where to save a file. `None` for Cancel, and also where the system has no dialog to show.
pub async fn ask_where_to_save(folder: PathBuf, name: String, title: &str) -> Option<PathBuf> {
    let file = rfd::AsyncFileDialog::new()
        .set_title(title)
        .set_directory(folder)
        .set_file_name(name)
        .add_filter("PDF", &["pdf"])
        .save_file()
        .await?;
    Some(file.path().to_owned())
}
