//! A cut from its review to IMSS' answer: what goes, what is set aside, what was closed and sent.

use std::path::Path;

use chrono::NaiveDate;

use super::dates::counted;
use super::{dates, frame, said};
use crate::domain::dispatch::{Channel, Closing, ClosingState, Dispatch};
use crate::domain::movement::MovementKind;
use crate::domain::review::Cause;

/// A group of what is set aside: «Falta el NSS».
pub fn cause_title(cause: Cause) -> &'static str {
    match cause {
        Cause::NssMissing => "Falta el NSS",
        Cause::NssDoubtful => "NSS por confirmar",
        Cause::NssConventional => "NSS provisional sin constancia",
        Cause::CurpMissing => "Falta la CURP",
        Cause::CurpDoubtful => "CURP por confirmar",
        Cause::NameTooLong => "Nombre más largo que el del archivo",
        Cause::NameCharacter => "Nombre con una letra que el archivo no admite",
        Cause::OtherInsurance => "Otro seguro",
        Cause::NotEnrolled => "Ya no está inscrito",
    }
}

/// The same inside of a sentence: «falta NSS».
pub fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::NssMissing => "falta NSS",
        Cause::NssDoubtful => "NSS por confirmar",
        Cause::NssConventional => "NSS provisional sin constancia",
        Cause::CurpMissing => "falta CURP",
        Cause::CurpDoubtful => "CURP por confirmar",
        Cause::NameTooLong => "nombre largo",
        Cause::NameCharacter => "letra que el archivo no admite",
        Cause::OtherInsurance => "otro seguro",
        Cause::NotEnrolled => "sin inscripción",
    }
}

/// What the clerk can do about it, beside the row.
pub fn cause_advice(cause: Cause) -> &'static str {
    match cause {
        Cause::NssMissing => {
            "Si el estudiante aún no lo tiene, lo obtiene con su CURP en Asignación o localización de NSS."
        }
        Cause::NssDoubtful => "Compare el número con la constancia y escríbalo de nuevo en la ficha.",
        Cause::NssConventional => {
            "Desde 2016 se pide el NSS ordinario. Si la constancia trae este, regístrela con F12 y quedará confirmado."
        }
        Cause::CurpMissing => "Escriba en la ficha la CURP de la constancia.",
        Cause::CurpDoubtful => "Compare la CURP con su constancia y escríbala de nuevo en la ficha.",
        Cause::NameTooLong => {
            "El archivo admite 27 letras en cada parte del nombre. Decida en la ficha cómo abreviarla."
        }
        Cause::NameCharacter => "Escriba el nombre como está en su CURP.",
        Cause::OtherInsurance => {
            "Una constancia dice que lo asegura otra institución, y esa prevalece. Conviene cancelar el alta con Supr."
        }
        Cause::NotEnrolled => {
            "El alta pide estar inscrito. Si ya se inscribió, cámbielo en la ficha; si no, cancélela con Supr."
        }
    }
}

/// «3 movimientos no entran al corte del 30 de noviembre: falta NSS (2), NSS por confirmar (1). Pasarán al del 16 de
/// diciembre. Los demás 44 están listos.»
pub fn not_in_the_cut(
    cut: NaiveDate,
    next: NaiveDate,
    causes: &[(Cause, usize)],
    ready: usize,
) -> Option<String> {
    let held: usize = causes.iter().map(|(_, count)| count).sum();
    let go = match held {
        0 => return None,
        1 => "1 movimiento no entra",
        _ => &format!("{} movimientos no entran", dates::thousands(held)),
    };
    let ready = match ready {
        0 => "No queda ninguno listo.".to_owned(),
        1 => "El otro está listo.".to_owned(),
        ready => format!("Los demás {} están listos.", dates::thousands(ready)),
    };
    Some(format!(
        "{go} al corte del {}: {}. {} al del {}. {ready}",
        dates::day_month(cut),
        by_cause(causes),
        if held == 1 { "Pasará" } else { "Pasarán" },
        dates::day_month(next)
    ))
}

fn by_cause(causes: &[(Cause, usize)]) -> String {
    let told: Vec<String> = causes
        .iter()
        .map(|(it, count)| format!("{} ({})", cause(*it), dates::thousands(*count)))
        .collect();
    told.join(", ")
}

/// «Se cerró el corte del 30 de noviembre: 44 movimientos, folio C-2026-22, sello 9E3A5C17. Pasaron 3 al del 16 de
/// diciembre.»
pub fn closed(
    cut: NaiveDate,
    folio: &str,
    seal: &str,
    (altas, bajas): (u64, u64),
    set_aside: usize,
    next: NaiveDate,
) -> String {
    let aside = match set_aside {
        0 => String::new(),
        1 => format!(" Pasó 1 al del {}.", dates::day_month(next)),
        many => format!(
            " Pasaron {} al del {}.",
            dates::thousands(many),
            dates::day_month(next)
        ),
    };
    format!(
        "Se cerró el corte del {}: {}, folio {folio}, sello {seal}.{aside}",
        dates::day_month(cut),
        frame::movements(altas, bajas)
    )
}

/// «Se reabrió el corte del 30 de noviembre, folio C-2026-22. Sus movimientos están otra vez en cola.»
pub fn reopened(cut: NaiveDate, folio: &str) -> String {
    format!(
        "Se reabrió el corte del {}, folio {folio}. Sus movimientos están otra vez en cola.",
        dates::day_month(cut)
    )
}

/// The way to IMSS: «IDSE».
pub fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Idse => "IDSE",
        Channel::Dispmag => "DISPMAG",
        Channel::Capture => "Captura a mano",
        Channel::Paper => "Relación en papel",
        Channel::Other => "Otro",
    }
}

/// What an envío is called: «altas (movimiento 08)».
pub fn dispatch_kind(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::Alta => "altas (movimiento 08)",
        MovementKind::Baja => "bajas (movimiento 02)",
    }
}

/// «Se registró el envío de 38 altas el 30 nov 2026, IDSE, lote 12345. Se espera vigente entre el martes 1 y el jueves 3 de
/// diciembre.»
pub fn sent(
    kind: MovementKind,
    lines: u32,
    channel_of: Channel,
    lote: Option<&str>,
    on: NaiveDate,
) -> String {
    let (one, many) = match kind {
        MovementKind::Alta => ("alta", "altas"),
        MovementKind::Baja => ("baja", "bajas"),
    };
    let lote = lote.map(|lote| format!(", lote {lote}")).unwrap_or_default();
    format!(
        "Se registró el envío de {} el {}, {}{lote}.",
        counted(lines as usize, one, many),
        dates::short_year(on),
        channel(channel_of)
    )
}

/// «41 altas aceptadas, 2 rechazadas, 1 sin respuesta.»
pub fn answered(kind: MovementKind, accepted: u32, rejected: u32, unanswered: u32) -> String {
    let (one, many) = match kind {
        MovementKind::Alta => ("alta", "altas"),
        MovementKind::Baja => ("baja", "bajas"),
    };
    let mut told = Vec::new();
    if accepted > 0 || rejected + unanswered == 0 {
        let word = if accepted == 1 { "aceptada" } else { "aceptadas" };
        told.push(format!("{} {word}", counted(accepted as usize, one, many)));
    }
    if rejected > 0 {
        told.push(counted(rejected as usize, "rechazada", "rechazadas"));
    }
    if unanswered > 0 {
        told.push(format!("{} sin respuesta", dates::thousands(unanswered)));
    }
    format!("{}.", said::capital(&told.join(", ")))
}

/// «Corte del lunes 30 de noviembre: 2 altas, 1 baja por enviar.»
pub fn stands(cut: NaiveDate, today: NaiveDate, (altas, bajas): (u64, u64)) -> String {
    let days = (cut - today).num_days();
    let when = match days {
        0 => " · hoy".to_owned(),
        1 => " · mañana".to_owned(),
        2.. => format!(" · faltan {days} días"),
        _ => String::new(),
    };
    format!(
        "Corte del {} {}{when} · {} por enviar",
        dates::weekday(cut),
        dates::long(cut),
        frame::movements(altas, bajas)
    )
}

/// «Folio C-2026-22 · cerrado el 21 nov 2026 10:30 por Lupita · sello 9E3A5C17».
pub fn closing(closing: &Closing) -> String {
    let again = match (&closing.reopened, closing.state) {
        (Some(it), ClosingState::Reopened) => format!(
            " · reabierto el {} por {}: {}",
            dates::moment_year(it.at),
            it.by,
            it.reason
        ),
        (Some(it), ClosingState::Closed) => format!(" · se reabrió antes: {}", it.reason),
        (None, _) => String::new(),
    };
    format!(
        "Folio {} · cerrado el {} por {} · sello {}{again}",
        closing.folio,
        dates::moment_year(closing.closed_at),
        closing.closed_by,
        closing.short_seal()
    )
}

/// «38 altas · registro patronal Z99-00000-32-0 · enviadas el 30 nov 2026 por IDSE, lote 12345 · 37 aceptadas, 1 rechazada».
pub fn envio(envio: &Dispatch) -> String {
    let (one, many) = match envio.kind {
        MovementKind::Alta => ("alta", "altas"),
        MovementKind::Baja => ("baja", "bajas"),
    };
    let registro = match &envio.registro {
        Some(registro) => format!("registro patronal {registro}"),
        None => "sin registro patronal".to_owned(),
    };
    let sent = match &envio.sending {
        None => "sin enviar".to_owned(),
        Some(sending) => {
            let lote = sending.lote.as_ref().map(|lote| format!(", lote {lote}"));
            let answered = match (envio.answers.accepted, envio.answers.rejected) {
                (0, 0) => "sin respuesta".to_owned(),
                (accepted, rejected) => answered(envio.kind, accepted, rejected, envio.unanswered())
                    .trim_end_matches('.')
                    .to_owned(),
            };
            format!(
                "enviadas el {}, {}{} · {answered}",
                dates::short_year(sending.on),
                channel(sending.channel),
                lote.unwrap_or_default()
            )
        }
    };
    format!(
        "{} · folio {} · {registro} · {sent}",
        counted(envio.lines as usize, one, many),
        envio.folio
    )
}

/// «Corte del 30 de noviembre: 38 altas y 6 bajas listas.»
pub fn ready(cut: NaiveDate, altas: usize, bajas: usize) -> String {
    format!(
        "Corte del {}: {} en condiciones de ir.",
        dates::day_month(cut),
        frame::movements(altas as u64, bajas as u64)
    )
}

/// «Se escribió altas.txt: 38 movimientos, 6,460 bytes.»; it is a trial while no sample has agreed with its layout.
pub fn file_written(records: usize, bytes: usize, path: &Path, is_trial: bool) -> String {
    let trial = match is_trial {
        true => {
            " Es de prueba mientras una muestra que el IMSS haya aceptado no coincida con su formato (corte formato --muestra)."
        }
        false => "",
    };
    format!(
        "Se escribió {}: {}, {} bytes.{trial}",
        path.display(),
        counted(records, "movimiento", "movimientos"),
        dates::thousands(bytes)
    )
}

/// The file asks for a registro patronal.
pub fn no_registro(folio: &str) -> String {
    format!(
        "El archivo lleva el registro patronal, y no estaba en Ajustes cuando se cerró el corte {folio}. Escríbalo en \
         Ajustes (Ctrl+9), reabra el corte y ciérrelo de nuevo. La relación en papel y en Excel sí puede usarse."
    )
}

/// The same kind goes under several registros.
pub fn which_registro(registros: &[String]) -> String {
    format!(
        "Ese corte lleva un envío por cada registro patronal ({}). Diga cuál con --registro.",
        registros.join(", ")
    )
}

/// What a list of a closed cut may be written as.
pub fn list_format(output: &Path) -> String {
    format!(
        "No se escribió nada: {} no dice en qué formato. Termine el nombre en .pdf o .xlsx.",
        output.display()
    )
}

/// Somebody is named who is not among those that wait for an answer.
pub fn not_in_envio(who: &str) -> String {
    format!(
        "No se registró nada: {who} no está entre los movimientos sin respuesta de ese corte. Revise el número."
    )
}

/// What the command line must say.
pub mod usage {
    /// Of a reconciliation.
    pub const ALL_OR_FILE: &str =
        "diga el archivo de la respuesta, o --todas con --excepto para las rechazadas";
    /// Of an exception.
    pub const EXCEPT: &str = "cada --excepto lleva matrícula y causa: 24230318:\"nombre no coincide\"";
}

/// How a closing stands: «cerrado», «reabierto».
pub fn state(state: ClosingState) -> &'static str {
    match state {
        ClosingState::Closed => "cerrado",
        ClosingState::Reopened => "reabierto",
    }
}

/// «Lupita cerró el corte y su movimiento va en el envío», or where it went instead: «Lupita cerró el corte; su movimiento
/// pasó al del 16 dic 2026: falta NSS».
pub fn history_closed(clerk: &str, next: Option<&str>, causes: &[Cause]) -> String {
    match next {
        None => format!("{clerk} cerró el corte y su movimiento va en el envío"),
        Some(next) => {
            let causes: Vec<&str> = causes.iter().map(|it| cause(*it)).collect();
            format!(
                "{clerk} cerró el corte; su movimiento pasó al del {next}: {}",
                causes.join(", ")
            )
        }
    }
}

/// «Lupita registró la respuesta del 4 dic 2026: rechazada, el nombre no coincide».
pub fn history_answered(clerk: &str, state: &str, on: &str, rejection: Option<&str>) -> String {
    let why = rejection.map(|why| format!(", {why}")).unwrap_or_default();
    format!("{clerk} registró la respuesta del {on}: {state}{why}")
}

/// It is closed.
pub fn closed_already(cut: NaiveDate, folio: &str) -> String {
    format!(
        "El corte del {} ya está cerrado con el folio {folio}. Lo que falte entrará en el siguiente.",
        dates::day_month(cut)
    )
}

/// Nothing of it can go.
pub fn nothing_to_close(cut: NaiveDate, held: usize) -> String {
    let day = dates::day_month(cut);
    match held {
        0 => format!("No hay movimientos en cola para el corte del {day}, así que no hay qué cerrar."),
        1 => format!(
            "El único movimiento del corte del {day} tiene una observación. Resuélvala y vuelva a cerrar."
        ),
        held => format!(
            "Los {} movimientos del corte del {day} tienen observaciones. Resuelva al menos una y vuelva a cerrar.",
            dates::thousands(held)
        ),
    }
}

/// No cut has that folio.
pub fn no_such_folio(typed: &str) -> String {
    format!("No hay un corte con el folio «{typed}». Los folios están en Cortes; se escriben como C-2026-22.")
}

/// The cut is not closed.
pub fn not_closed(cut: NaiveDate) -> String {
    format!(
        "El corte del {} no está cerrado. Ciérrelo primero.",
        dates::day_month(cut)
    )
}

/// Something of it was sent already.
pub fn sent_already(folio: &str) -> String {
    format!(
        "Del corte {folio} ya se registró un envío, y lo enviado no cambia. Lo que falte o esté mal entra en el siguiente corte."
    )
}

/// Nothing of it was sent yet.
pub fn not_sent(folio: &str) -> String {
    format!(
        "Ese envío del corte {folio} todavía no está registrado como enviado. Regístrelo primero, con su fecha."
    )
}

/// Why must be written.
pub const NO_REASON: &str = "Escriba por qué se reabre el corte; queda en su historia.";

/// A rejection says why.
pub const NO_CAUSE: &str = "Escriba la causa del rechazo como viene en la respuesta.";

/// A day that has not come.
pub fn in_future(on: NaiveDate) -> String {
    format!(
        "El {} todavía no llega. Escriba la fecha en que ocurrió.",
        dates::long(on)
    )
}

/// An answer older than what it answers.
pub fn answered_before_sent(answered: NaiveDate, sent: NaiveDate) -> String {
    format!(
        "La respuesta del {} sería anterior al envío del {}. Revise las dos fechas.",
        dates::short_year(answered),
        dates::short_year(sent)
    )
}

/// The cut has none of that type.
pub fn no_such_dispatch(kind: MovementKind) -> String {
    let many = match kind {
        MovementKind::Alta => "altas",
        MovementKind::Baja => "bajas",
    };
    format!("Ese corte no lleva {many}.")
}

/// What was sent is not undone here.
pub const SENT_IS_NOT_UNDONE: &str = "Lo enviado al IMSS no se deshace aquí. Si el canal, el lote o la fecha están mal, corríjalos \
     en Cortes; para corregir a una persona, prepare su baja con F8. Ctrl+Z otra vez deshace lo anterior.";

/// The closing can't be undone any more.
pub const CLOSING_IS_NOT_UNDONE: &str = "No se deshizo el cierre del corte: algo de él ya se envió o cambió. Ctrl+Z otra vez deshace lo anterior.";

/// Sheets of the closing are out.
pub const CLOSING_IS_PRINTED: &str = "No se deshizo el cierre del corte: ya se imprimió o se exportó. Para cambiarlo, reábralo \
     en Cortes con su motivo. Ctrl+Z otra vez deshace lo anterior.";

/// A movement that is in a closed cut by now, or was sent.
pub fn went_on(kind: MovementKind, of: &str) -> String {
    let (the, out) = match kind {
        MovementKind::Alta => ("el alta", "Para corregirla, prepare la baja con F8."),
        MovementKind::Baja => ("la baja", "Para corregirla, prepare el alta con F7."),
    };
    format!(
        "No se deshizo {the}{of}: su corte ya se cerró o ya se envió. {out} Ctrl+Z otra vez deshace lo anterior."
    )
}
