//! Copies: that they were made and verified, where they went, that they were tried.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use super::dates;
use crate::domain::drill::{AwayState, Drill};

/// The second place in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceName {
    /// A memoria USB.
    Usb,
    /// Any other folder.
    Folder,
}

impl PlaceName {
    /// What a place of that path most probably is: where the systems put what is plugged in.
    pub fn of(path: &str) -> Self {
        let is_plugged_in = ["/media/", "/run/media/", "/mnt/", "/Volumes/"]
            .iter()
            .any(|root| path.starts_with(root))
            || matches!(path.as_bytes(), [drive, b':', ..] if !drive.eq_ignore_ascii_case(&b'c'));
        if is_plugged_in { Self::Usb } else { Self::Folder }
    }

    fn the(self) -> &'static str {
        match self {
            Self::Usb => "la memoria USB",
            Self::Folder => "la carpeta de copias",
        }
    }

    fn short(self) -> &'static str {
        match self {
            Self::Usb => "USB",
            Self::Folder => "carpeta",
        }
    }
}

/// «hoy a las 18:00», «ayer a las 18:00», «el viernes 20 de noviembre a las 18:00».
pub fn day_and_hour(at: NaiveDateTime, today: NaiveDate) -> String {
    let day = match (today - at.date()).num_days() {
        0 => "hoy".to_owned(),
        1 => "ayer".to_owned(),
        _ => format!("el {} {}", dates::weekday(at.date()), dates::day_month(at.date())),
    };
    format!("{day} a {}", dates::at(at.time()))
}

/// «1 estudiante», «3,412 estudiantes».
pub fn students(count: u64) -> String {
    dates::counted(count, "estudiante", "estudiantes")
}

/// «4.2 MB», «812 KB».
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        1_000_000..100_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{} MB", dates::thousands(bytes.div_ceil(1_000_000))),
    }
}

/// «1.3 s».
pub fn took(millis: u64) -> String {
    format!("{:.1} s", millis as f64 / 1000.0)
}

/// «Copia terminada y verificada: se abrió, se revisó y coincide (3,412 estudiantes).»
pub fn verified(count: u64) -> String {
    format!(
        "Copia terminada y verificada: se abrió, se revisó y coincide ({}).",
        students(count)
    )
}

/// «Pesa 4.2 MB y tardó 1.3 s.»
pub fn figures(bytes: u64, millis: u64) -> String {
    format!("Pesa {} y tardó {}.", size(bytes), took(millis))
}

/// A sealed copy went to the second place.
pub fn placed(place: PlaceName) -> String {
    format!(
        "También quedó en {}, cifrada: se leyó de nuevo y coincide.",
        place.the()
    )
}

/// The office chose no second place.
pub const NO_PLACE: &str =
    "No se ha elegido otro lugar para las copias. Elija una memoria USB o una carpeta de otro disco.";

/// The second place is chosen, and there is no key to seal with.
pub const NO_KEY: &str = "No se hicieron copias fuera de esta computadora: falta la clave que las cifra. Hágala e imprima \
                          su hoja de rescate.";

/// The stick is not plugged in.
pub fn absent(place: PlaceName) -> String {
    match place {
        PlaceName::Usb => {
            "La memoria USB de las copias no está conectada. Conéctela cuando pueda: la siguiente copia irá ahí.".to_owned()
        }
        PlaceName::Folder => {
            "La carpeta de copias no está. Revise que el disco esté conectado: la siguiente copia irá ahí.".to_owned()
        }
    }
}

/// «No se pudo copiar a la memoria USB: no hay espacio (faltan 12 MB). Sus datos están a salvo en esta computadora; la última
/// copia buena es de ayer a las 18:00.»
pub fn no_space(place: PlaceName, missing: u64, last: Option<NaiveDateTime>, today: NaiveDate) -> String {
    // Whole megabytes, rounded up: to free a little more than is missing does no harm.
    let missing = dates::thousands(missing.div_ceil(1_000_000));
    not_placed(
        place,
        &format!("no hay espacio (faltan {missing} MB)"),
        last,
        today,
    )
}

/// The stick was pulled out in the middle.
pub fn gone(place: PlaceName, last: Option<NaiveDateTime>, today: NaiveDate) -> String {
    not_placed(place, "se desconectó antes de terminar", last, today)
}

/// Nothing can be written there.
pub fn read_only(place: PlaceName, last: Option<NaiveDateTime>, today: NaiveDate) -> String {
    not_placed(place, "no deja escribir", last, today)
}

/// What was read back is not what was written.
pub fn differs(place: PlaceName, last: Option<NaiveDateTime>, today: NaiveDate) -> String {
    not_placed(
        place,
        "lo que se leyó de vuelta no es lo que se escribió; conviene cambiarla",
        last,
        today,
    )
}

/// Any other fault.
pub fn broken(place: PlaceName, last: Option<NaiveDateTime>, today: NaiveDate) -> String {
    not_placed(place, "no respondió como debía", last, today)
}

fn not_placed(place: PlaceName, why: &str, last: Option<NaiveDateTime>, today: NaiveDate) -> String {
    let last = match last {
        Some(at) => {
            let day = day_and_hour(at, today);
            let of = day
                .strip_prefix("el ")
                .map_or(format!("de {day}"), |day| format!("del {day}"));
            format!("la última copia buena es {of}")
        }
        None => "ahí todavía no hay otra copia".to_owned(),
    };
    format!(
        "No se pudo copiar a {}: {why}. Sus datos están a salvo en esta computadora; {last}.",
        place.the()
    )
}

/// What the status bar adds after the copy of this PC, in few words.
pub mod bar {
    use super::PlaceName;

    /// «y en USB».
    pub fn placed(place: PlaceName) -> String {
        format!("y en {}", place.short())
    }

    /// «USB sin conectar».
    pub fn absent(place: PlaceName) -> String {
        match place {
            PlaceName::Usb => "USB sin conectar".to_owned(),
            PlaceName::Folder => "carpeta sin conectar".to_owned(),
        }
    }

    /// «USB llena».
    pub fn no_space(place: PlaceName) -> String {
        match place {
            PlaceName::Usb => "USB sin espacio".to_owned(),
            PlaceName::Folder => "carpeta sin espacio".to_owned(),
        }
    }

    /// «falta la clave».
    pub const NO_KEY: &str = "falta la clave";

    /// «sin copia en USB».
    pub fn failed(place: PlaceName) -> String {
        format!("sin copia en {}", place.short())
    }
}

/// There is no copy to try.
pub const NOTHING_TO_TRY: &str = "Todavía no hay copias que probar. Haga una primero.";

/// A copy was restored apart and worked with.
pub fn tried(drill: &Drill) -> String {
    format!(
        "La copia {} se restauró aparte, se comparó y se trabajó con ella: está íntegra ({}, {} movimientos, {}).",
        of_moment(drill.copy_at),
        students(drill.students),
        dates::thousands(drill.movements),
        took(drill.millis)
    )
}

/// It is not whole.
pub fn tried_in_vain(copy_at: NaiveDateTime) -> String {
    format!(
        "La copia {} no coincide con lo que se guardó en ella. Sus datos de hoy no cambiaron: haga otra copia ahora, y si \
         vuelve a pasar, cambie de disco.",
        of_moment(copy_at)
    )
}

/// What the hash said of the second place; nothing where none was chosen.
pub fn tried_away(away: AwayState) -> Option<String> {
    Some(match away {
        AwayState::NoPlace => return None,
        AwayState::Absent => "El otro lugar de las copias no estaba conectado.".to_owned(),
        AwayState::NoCopies => "En el otro lugar todavía no hay copias.".to_owned(),
        AwayState::Whole(at) => format!("La copia cifrada {} también está íntegra.", of_moment(at)),
        AwayState::DoesNotMatch(at) => format!(
            "La copia cifrada {} no es la que se escribió: cambie la memoria donde se guarda.",
            of_moment(at)
        ),
    })
}

/// «del 20 nov 2026, 18:00».
fn of_moment(at: NaiveDateTime) -> String {
    format!(
        "del {}, {}",
        dates::short_year(at.date()),
        dates::clock(at.time())
    )
}

/// There is none.
pub const NONE: &str = "Todavía no hay copias.";
/// A trial beside the window is not kept.
pub const NOT_LOGGED: &str = "La ventana está abierta y es la que guarda: esta prueba no quedó anotada.";

/// What a copy is, in a list; `sheet` is the mark of the sheet that opens a sealed one.
pub fn state(sheet: Option<&str>) -> String {
    match sheet {
        None => "verificada".to_owned(),
        Some(sheet) => format!("cifrada, hoja {sheet}"),
    }
}

/// A sealed copy is as it was written.
pub fn sealed_is_whole(at: NaiveDateTime, count: u64, sheet: &str) -> String {
    format!(
        "La copia cifrada {} está completa ({}). Para abrirla hace falta la hoja de rescate {sheet}.",
        of_moment(at),
        students(count)
    )
}

/// A copy was restored apart and worked with.
pub fn one_tried(count: u64, movements: u64, millis: u64) -> String {
    format!(
        "La copia se restauró aparte, se comparó y se trabajó con ella: está íntegra ({}, {} movimientos, {}).",
        students(count),
        dates::thousands(movements),
        took(millis)
    )
}

/// The folder that was named is not there.
pub fn into_missing(folder: &Path) -> String {
    format!(
        "{} no está. Conecte la memoria o escriba la ruta de una carpeta que exista.",
        folder.display()
    )
}

/// It can't be written.
pub fn into_not_writable(folder: &Path) -> String {
    format!(
        "En {} no se puede escribir. Revise que la memoria no esté protegida, o elija otra.",
        folder.display()
    )
}

/// A file that is no copy of this program, or is not whole.
pub fn not_a_copy(file: &str) -> String {
    format!(
        "{file} no es una copia de Ventanilla o no está completa, y no se usó. Sus datos no cambiaron. Las que hay se ven \
         con «ventanilla respaldo listar»."
    )
}

/// The place that somebody chose is not there.
pub const PLACE_MISSING: &str =
    "esa carpeta no está. Conecte la memoria o escriba la ruta de una carpeta que exista.";
/// It can't be written.
pub const PLACE_NOT_WRITABLE: &str =
    "en esa carpeta no se puede escribir. Revise que la memoria no esté protegida, o elija otra.";
/// It is the data folder.
pub const PLACE_IS_DATA: &str = "esa carpeta está dentro de la carpeta de datos: si el disco falla, se perderían juntas. \
                                 Elija una memoria USB o una carpeta de otro disco.";

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn a_full_stick_is_told_with_what_is_missing_and_what_is_safe() {
        let today = at("2026-11-21T10:30:00").date();
        let last = |moment| no_space(PlaceName::Usb, 11_200_000, Some(at(moment)), today);
        assert_eq!(
            last("2026-11-20T18:00:00"),
            "No se pudo copiar a la memoria USB: no hay espacio (faltan 12 MB). Sus datos están a salvo en esta computadora; \
             la última copia buena es de ayer a las 18:00."
        );
        assert!(last("2026-11-18T18:00:00").ends_with("es del miércoles 18 de noviembre a las 18:00."));
        let none = no_space(PlaceName::Folder, 1, None, today);
        assert!(
            none.contains("a la carpeta de copias: no hay espacio (faltan 1 MB)"),
            "{none}"
        );
        assert!(none.ends_with("ahí todavía no hay otra copia."), "{none}");
    }

    #[test]
    fn what_is_plugged_in_is_called_a_stick() {
        for path in [
            "/media/lupita/KINGSTON",
            "/run/media/lupita/K",
            r"E:\Copias",
            "d:/",
        ] {
            assert_eq!(PlaceName::of(path), PlaceName::Usb, "{path}");
        }
        for path in ["/home/lupita/Copias", r"C:\Copias", r"\\servidor\copias"] {
            assert_eq!(PlaceName::of(path), PlaceName::Folder, "{path}");
        }
    }

    #[test]
    fn sizes_are_told_in_what_a_clerk_compares() {
        assert_eq!(size(812_345), "813 KB");
        assert_eq!(size(4_210_000), "4.2 MB");
        assert_eq!(size(123_400_000), "124 MB");
        assert_eq!(took(1_312), "1.3 s");
    }
}
