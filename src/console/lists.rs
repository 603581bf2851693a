//! Lists that leave the program, `exportar` and `imprimir relacion`, and the card of keys.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::ListAsked;
use super::{Ended, Outcome, Stop};
use crate::desk::{Desk, ExportError, SheetFormat};
use crate::system::folders;
use crate::words::{console as said, ruler, sheets, template as template_words};

pub(super) fn export(desk: &mut Desk, asked: &ListAsked, output: &Path, out: &mut dyn Write) -> Ended {
    let format = SheetFormat::of_file(output).ok_or_else(|| Stop::Refused(sheets::unknown_format(output)))?;
    let list = desk.asked_list(&asked.list, &asked.typed)?;
    let exported = desk.export(&list, format, into(output))?;
    let said = sheets::exported(exported.rows, exported.folio.as_deref(), &exported.path);
    writeln!(out, "{said}")?;
    Ok(Outcome::Done)
}

/// The sheet that other offices fill in.
pub(super) fn template(desk: &Desk, output: &Path, out: &mut dyn Write) -> Ended {
    if SheetFormat::of_file(output) != Some(SheetFormat::Xlsx) {
        return Err(Stop::Refused(template_words::not_a_workbook(output)));
    }
    let bytes = desk.template()?;
    let path = into(output)(template_words::FILE_NAME, &bytes)
        .map_err(|(folder, source)| ExportError::Write { folder, source })?;
    writeln!(out, "{}", template_words::written(&path))?;
    Ok(Outcome::Done)
}

pub(super) fn print(
    desk: &mut Desk,
    asked: &ListAsked,
    whole_numbers: bool,
    output: &Path,
    out: &mut dyn Write,
) -> Ended {
    let list = desk.asked_list(&asked.list, &asked.typed)?;
    let printed = desk.print_list(&list, whole_numbers, into(output))?;
    writeln!(
        out,
        "{}",
        said::printed_list(&printed.path, printed.folios.first().map_or("", String::as_str))
    )?;
    Ok(Outcome::Done)
}

pub(super) fn print_morning(desk: &mut Desk, output: &Path, out: &mut dyn Write) -> Ended {
    let printed = desk.print_morning(into(output))?;
    writeln!(
        out,
        "{}",
        said::printed_list(&printed.path, printed.folios.first().map_or("", String::as_str))
    )?;
    Ok(Outcome::Done)
}

pub(super) fn print_keys(desk: &Desk, output: &Path, out: &mut dyn Write) -> Ended {
    let path = desk.print_keys(crate::app::shortcut::card(), into(output))?;
    writeln!(out, "{}", said::printed_keys(&path))?;
    Ok(Outcome::Done)
}

pub(super) fn print_ruler(desk: &Desk, output: &Path, out: &mut dyn Write) -> Ended {
    let path = desk.print_ruler_page(into(output))?;
    writeln!(out, "{}", ruler::written(&path))?;
    Ok(Outcome::Done)
}

/// Writes to the file that was asked for, whatever the desk would call it.
pub(super) fn into(output: &Path) -> impl FnOnce(&str, &[u8]) -> Result<PathBuf, (PathBuf, std::io::Error)> {
    let output = output.to_owned();
    move |_, bytes| match folders::write_over(&output, bytes) {
        Ok(()) => Ok(output),
        Err(error) => Err((output, error)),
    }
}
