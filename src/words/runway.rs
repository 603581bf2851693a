//! Cortes on the screen: the strip of cuts, the five steps, and what is said beside a row. What console and paper say of a
//! cut too is in `cuts`.

use chrono::{NaiveDate, NaiveDateTime};

use super::import::counted;
use super::{cuts, dates, frame, movements, record};
use crate::domain::dispatch::{Reopening, Sending};
use crate::domain::movement::{BajaMotive, MovementKind, Observation};
use crate::domain::nss::NssFault;
use crate::domain::person_name::{Enye, NameChange, PersonName};
use crate::domain::review::Cause;
use crate::domain::student::NssRecord;

/// The five steps.
pub const STEPS: [&str; 5] = ["Revisar", "Apartar", "Cerrar", "Enviar", "Conciliar"];

/// The strip at the left.
pub mod strip {
    use super::{dates, frame};
    use crate::domain::dispatch::Answers;
    use chrono::NaiveDate;

    /// «lun, inhábil», «sáb»: what stands after the day. Saturdays and Sundays speak for themselves.
    pub fn weekday(cut: NaiveDate, works: bool) -> String {
        let day = dates::weekday_short(cut);
        match (works, day) {
            (true, _) | (false, "sáb" | "dom") => day.to_owned(),
            (false, day) => format!("{day}, inhábil"),
        }
    }

    /// The day of a cut: «30 nov», and with its year where that is another one.
    pub fn day(cut: NaiveDate, today: NaiveDate) -> String {
        use chrono::Datelike;

        if cut.year() > today.year() {
            dates::short_year(cut)
        } else {
            dates::short(cut)
        }
    }

    /// «47 movimientos, 9 días».
    pub fn coming(movements: u64, days_left: i64) -> String {
        let days = match days_left {
            0 => "es hoy".to_owned(),
            1 => "mañana".to_owned(),
            days => format!("{} días", dates::thousands(days)),
        };
        format!("{}, {days}", self::movements(movements))
    }

    /// «se recuerda el viernes 15».
    pub fn reminded(on: NaiveDate) -> String {
        use chrono::Datelike;

        format!("se recuerda el {} {}", dates::weekday(on), on.day())
    }

    /// «47 movimientos».
    pub fn movements(count: u64) -> String {
        match count {
            0 => "sin movimientos".to_owned(),
            1 => "1 movimiento".to_owned(),
            many => format!("{} movimientos", dates::thousands(many)),
        }
    }

    /// «3 movimientos sin enviar»: its day has passed.
    pub fn left_behind(count: u64) -> String {
        format!("{} sin enviar", movements(count))
    }

    /// «Conciliado · folio C-2026-20».
    pub fn reconciled(folio: &str) -> String {
        format!("Conciliado · folio {folio}")
    }

    /// «sin enviar · folio C-2026-22».
    pub fn unsent(folio: &str) -> String {
        format!("sin enviar · folio {folio}")
    }

    /// «49 aceptadas, 2 rechazadas», or how many wait for an answer.
    pub fn answered(answers: Answers, lines: u32) -> String {
        let unanswered = lines.saturating_sub(answers.accepted + answers.rejected);
        if answers.accepted + answers.rejected == 0 {
            return format!("{} sin respuesta", dates::thousands(unanswered));
        }
        let rejected = match answers.rejected {
            0 => String::new(),
            1 => ", 1 rechazada".to_owned(),
            many => format!(", {} rechazadas", dates::thousands(many)),
        };
        format!("{} aceptadas{rejected}", dates::thousands(answers.accepted))
    }

    /// After the weekday, of a closed cut.
    pub const CLOSED: &str = "cerrado";
    /// One of its envíos was recorded as sent, and another one not.
    pub const PARTLY_SENT: &str = "falta un envío";
    /// All of it went out.
    pub const SENT: &str = "enviado";
    /// It was opened again.
    pub const REOPENED: &str = "reabierto";

    /// «Los movimientos se hacen los días 16 y último de cada mes.»
    pub fn calendar(days: &str) -> String {
        let are = if days.contains(['y', ',']) {
            "los días"
        } else {
            "el día"
        };
        format!("Los movimientos se hacen {are} {days} de cada mes.")
    }

    /// Beside the name of the screen in a narrow strip.
    pub const TITLE: &str = frame::CUTS;
}

/// What stands below the name of each step of a cut that is open; less of it where there is little room.
pub fn open_steps(
    ready: usize,
    held: usize,
    next: NaiveDate,
    kinds: [usize; 2],
    is_narrow: bool,
) -> [String; 5] {
    let observed = match held {
        0 => String::new(),
        many if is_narrow => format!(", {} no", dates::thousands(many)),
        many => format!(", {} con observación", dates::thousands(many)),
    };
    let reviewed = match (ready, held) {
        (0, 0) => "sin movimientos".to_owned(),
        (1, _) => format!("1 listo{observed}"),
        _ => format!("{} listos{observed}", dates::thousands(ready)),
    };
    let aside = match held {
        0 => "nada que apartar".to_owned(),
        _ if is_narrow => format!("al corte del {}", dates::short(next)),
        _ => format!("al corte del {}", dates::day_month(next)),
    };
    let envios = envios(kinds.map(|count| usize::from(count > 0)));
    [
        reviewed,
        aside,
        "folio, sello y copia".to_owned(),
        match envios.split_once(": ") {
            Some((_, kinds)) if is_narrow => kinds.to_owned(),
            _ => envios,
        },
        if is_narrow {
            "respuestas"
        } else {
            "lo que respondieron"
        }
        .to_owned(),
    ]
}

/// «2 envíos: altas y bajas».
fn envios([altas, bajas]: [usize; 2]) -> String {
    let of = match (altas, bajas) {
        (0, 0) => return "altas y bajas aparte".to_owned(),
        (_, 0) => "altas",
        (0, _) => "bajas",
        _ => "altas y bajas",
    };
    format!("{}: {of}", counted(altas + bajas, "envío", "envíos"))
}

/// What stands below the name of each step of a closed cut.
pub fn closed_steps(figures: &ClosedSteps<'_>) -> [String; 5] {
    let aside = match figures.set_aside {
        0 => "nada se apartó".to_owned(),
        1 => "se apartó 1".to_owned(),
        many => format!("se apartaron {}", dates::thousands(many)),
    };
    let sent = match (figures.sent, figures.dispatches) {
        (0, of) => format!("{of} por registrar"),
        (sent, of) if sent == of => "enviado".to_owned(),
        (sent, of) => format!("{sent} de {of} registrados"),
    };
    let answered = match (figures.sent, figures.unanswered) {
        (0, _) => "respuestas".to_owned(),
        (_, 0) => "todo respondido".to_owned(),
        (_, many) => format!("{} sin respuesta", dates::thousands(many)),
    };
    [
        strip::movements(u64::from(figures.lines)),
        aside,
        format!("folio {}", figures.folio),
        sent,
        answered,
    ]
}

/// What the steps of a closed cut tell.
#[derive(Debug, Clone, Copy)]
pub struct ClosedSteps<'a> {
    /// Its folio.
    pub folio: &'a str,
    /// How many movements it carries.
    pub lines: u32,
    /// How many were left out of it.
    pub set_aside: usize,
    /// How many envíos it has.
    pub dispatches: usize,
    /// How many of them were sent.
    pub sent: usize,
    /// How many movements nobody answered.
    pub unanswered: u32,
}

/// The look through an open cut.
pub mod review {
    use super::{counted, dates};

    /// The group of what goes.
    pub const READY: &str = "Listos";
    /// Beside the first group of what is held.
    pub const NEXT: &str = "Enter: siguiente observación";
    /// The main verb, where nothing is set aside.
    pub const GO_ON: &str = "Seguir a Cerrar";
    /// At the foot, in a list of a single page.
    pub const KEYS: &str = "Enter abre la ficha · Supr cancela";
    /// At the foot beside a row that is held.
    pub const HELD_KEYS: &str = "F6: resolverla en el panel · Supr cancela";

    /// The main verb: «Apartar 3 y seguir».
    pub fn set_aside(held: usize) -> String {
        format!("Apartar {} y seguir", dates::thousands(held))
    }

    /// Beside the group of what goes: «38 altas y 6 bajas».
    pub fn kinds(altas: usize, bajas: usize) -> String {
        match (altas, bajas) {
            (0, bajas) => counted(bajas, "baja", "bajas"),
            (altas, 0) => counted(altas, "alta", "altas"),
            _ => format!(
                "{} y {}",
                counted(altas, "alta", "altas"),
                counted(bajas, "baja", "bajas")
            ),
        }
    }

    /// At the foot: «Movimientos 1 a 50 de 5,000 · AvPág», or how many there are.
    pub fn page(first: usize, last: usize, of: usize) -> String {
        if first <= 1 && last >= of {
            return super::strip::movements(of as u64);
        }
        format!(
            "{} a {} de {} · RePág y AvPág",
            dates::thousands(first),
            dates::thousands(last),
            dates::thousands(of)
        )
    }

    /// Nothing is held: «Los 44 movimientos están listos.»
    pub fn all_ready(ready: usize) -> String {
        match ready {
            1 => "El movimiento está listo.".to_owned(),
            many => format!("Los {} movimientos están listos.", dates::thousands(many)),
        }
    }
}

/// In the column beside a row that is held: what its group does not say yet.
pub fn held(nss: &NssRecord, fault: Option<NssFault>, observations: &[Observation]) -> String {
    let first = Cause::of(observations).first().copied();
    let mut told: Vec<String> = Vec::new();
    match first {
        Some(Cause::NssMissing) => {
            if let NssRecord::InProcess { since } = nss {
                told.push(format!("en trámite en el IMSS, {}", dates::short(*since)));
            }
        }
        Some(Cause::NssDoubtful) => told.push(doubtful(nss, fault).to_owned()),
        Some(Cause::NssConventional) => told.push("Espere la constancia o F12".to_owned()),
        _ => {}
    }
    // Of the others the sentence itself says more than their group does.
    let mut others = observations.iter().filter(|it| match Cause::from(*it) {
        Cause::NssMissing | Cause::NssDoubtful | Cause::NssConventional => false,
        Cause::CurpMissing | Cause::CurpDoubtful => Some(Cause::from(*it)) != first,
        _ => true,
    });
    if let Some(observation) = others.next() {
        told.push(match observation {
            Observation::OtherInsurance { on, .. } if first == Some(Cause::OtherInsurance) => {
                format!("según constancia del {}", dates::short(*on))
            }
            other => movements::observation(other),
        });
    }
    told.extend(others.map(movements::observation));
    told.join(" · ")
}

fn doubtful(nss: &NssRecord, fault: Option<NssFault>) -> &'static str {
    if let NssRecord::Doubtful {
        shared_because: Some(_),
        ..
    } = nss
    {
        return "también lo tiene otra persona";
    }
    match fault {
        Some(NssFault::Length { .. }) => "no tiene 11 dígitos",
        Some(NssFault::Letters { .. }) => "lleva letras",
        Some(NssFault::Zeros) => "son once ceros",
        Some(NssFault::CheckDigit) => "los dígitos no concuerdan",
        None => "falta verlo en la constancia",
    }
}

/// In the column beside a row that goes: why, and what the name loses in the file.
pub fn ready(motive: Option<BajaMotive>, name: &PersonName, enye: Enye) -> String {
    let motive = motive.map(|motive| record::motive(motive).to_lowercase());
    let mut letters: Vec<char> = Vec::new();
    for change in name.imss(enye).changes {
        let letter = match change {
            NameChange::Enye { .. } => 'Ñ',
            NameChange::Accent { from: 'Ü', .. } => 'Ü',
            _ => continue,
        };
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    let letters = letters.into_iter().map(|letter| match letter {
        'Ü' => "la Ü irá como U".to_owned(),
        _ => super::entry::ENYE_AS_N.to_owned(),
    });
    motive.into_iter().chain(letters).collect::<Vec<_>>().join(" · ")
}

/// The panel at the right.
pub mod panel {
    use super::{MovementKind, dates};
    use crate::domain::cutoff::Window;
    use chrono::NaiveDate;

    /// Above the totals of an open cut.
    pub const TOTALS: &str = "Al cerrar y enviar";
    /// Above the totals of a closed one.
    pub const CLOSED_TOTALS: &str = "En este corte";
    /// Label.
    pub const ALTAS: &str = "Altas";
    /// Label.
    pub const BAJAS: &str = "Bajas";
    /// Label.
    pub const SET_ASIDE: &str = "Apartados";
    /// Below the field, while the cursor is in the list.
    pub const F6: &str = "F6 trae el cursor a este panel.";
    /// In the empty field.
    pub const NSS_HINT: &str = "11 dígitos";
    /// Below a number that does not pass its check.
    pub const KEEP_DOUBTFUL: &str = "Ctrl+Enter lo guarda así, como NSS por confirmar.";
    /// The button that opens the form at what is missing.
    pub const CORRECT: &str = "Corregir la ficha";
    /// The button that opens the record.
    pub const OPEN: &str = "Abrir la ficha";
    /// Of a row that goes.
    pub const IS_READY: &str = "Está listo: entra a este corte.";
    /// The record is not complete enough to be saved from here.
    pub const CORRECT_FIRST: &str = "A esta ficha le falta otro dato. Ábrala y guárdela desde ahí.";

    /// «Si sigue así al cerrar, pasará al corte del 16 de diciembre; se esperaría vigente entre el 17 y el 19 de
    /// diciembre.»
    pub fn if_it_stays(kind: MovementKind, next: NaiveDate, window: Window) -> String {
        format!(
            "Si sigue así al cerrar, pasará al corte del {}; se esperaría {} {}.",
            dates::day_month(next),
            vigente(kind),
            dates::window(window.from, window.until)
        )
    }

    /// «Registro patronal Z99-00000-32-0», or that there is none.
    pub fn registro(registro: Option<&str>) -> String {
        match registro {
            Some(registro) => format!("Registro patronal {registro}"),
            None => "Falta el registro patronal; se escribe en Ajustes, Plantel.".to_owned(),
        }
    }

    /// «Se espera vigente entre el martes 1 y el jueves 3 de diciembre, si se envía a más tardar el 30.»
    pub fn expected(cut: NaiveDate, window: Window) -> String {
        use chrono::Datelike;

        format!(
            "Se espera vigente {}, si se envía a más tardar el {}.",
            dates::window(window.from, window.until),
            cut.day()
        )
    }

    /// Below the name of an envío: its registro, or that it had none.
    pub fn registro_brief(registro: Option<&str>) -> String {
        match registro {
            Some(registro) => format!("Registro {registro}"),
            None => "Sin registro patronal".to_owned(),
        }
    }

    /// «Se espera vigente entre el martes 1 y el jueves 3 de diciembre.»
    pub fn expected_since_sent(kind: MovementKind, window: Window) -> String {
        format!(
            "Se espera {} {}.",
            vigente(kind),
            dates::window(window.from, window.until)
        )
    }

    /// «Se apartó al cerrar el corte del 16 de noviembre.»
    pub fn was_set_aside(from: NaiveDate) -> String {
        format!("Se apartó al cerrar el corte del {}.", dates::day_month(from))
    }

    pub(super) fn vigente(kind: MovementKind) -> &'static str {
        match kind {
            MovementKind::Alta => "vigente",
            MovementKind::Baja => "no vigente",
        }
    }
}

/// An NSS was saved from the panel: «Se guardó el NSS de Ramírez Castañeda, Iván. Entra al corte del 30 de noviembre.»
pub fn nss_saved(name: &str, cut: NaiveDate, observations: &[Observation]) -> String {
    let then = match movements::list(observations) {
        None => format!("Entra al corte del {}.", dates::day_month(cut)),
        Some(listed) => format!("Sigue con observación: {listed}."),
    };
    format!("Se guardó el NSS de {name}. {then}")
}

/// What the panel says of an NSS that is somebody else's.
pub fn nss_taken(holder: &str, identifier: &str) -> String {
    format!(
        "Este NSS ya está en la ficha de {holder} ({identifier}). Corrija el número, o abra la ficha para escribir por \
         qué lo llevan las dos."
    )
}

/// The button that prints what is in view.
pub const LIST_ON_PAPER: &str = "Relación";
/// The same of a closed cut, which has files too.
pub const PAPERS: &str = "Relación y archivos";

/// What a closed cut is printed or written as.
pub mod papers {
    use super::{counted, strip};
    use std::path::Path;

    /// The dialog's title.
    pub const TITLE: &str = "Papeles y archivos del corte";
    /// A choice.
    pub const LIST: &str = "Relación";
    /// A choice.
    pub const LETTER: &str = "Oficio";
    /// A choice.
    pub const WORKBOOK: &str = "Excel";
    /// A choice.
    pub const RECORDS: &str = "Archivos";
    /// What it is.
    pub const LIST_HINT: &str = "Altas y bajas numeradas, en Carta, con folio, sello, totales y firmas.";
    /// What it is.
    pub const LETTER_HINT: &str = "El oficio con que se entrega la relación en la subdelegación.";
    /// What it is.
    pub const WORKBOOK_HINT: &str = "La misma relación en Excel, con celdas de texto.";
    /// What they are.
    pub const RECORDS_HINT: &str = "Renglones de 168 caracteres, un archivo por envío. Son de prueba mientras su subdelegación no confirme el formato.";
    /// Below each.
    pub const FOR_EVER: &str = "Sale igual cada vez: un corte cerrado no cambia.";
    /// The main verb of what is written to a file.
    pub const WRITE: &str = "Guardar";
    /// In a sentence.
    pub const THE_LETTER: &str = "el oficio";

    /// The oficio was opened in the viewer.
    pub fn letter_opened(folio: &str) -> String {
        format!("Se abrió el oficio del corte {folio}. Imprímalo a tamaño real (100 %), en papel Carta.")
    }

    /// «Se guardaron 2 archivos (47 movimientos) en /…/Documentos. La Ñ se escribió como N en 4 renglones del archivo.»
    pub fn records_written(files: usize, movements: usize, folder: &Path, rewritten: Option<&str>) -> String {
        let were = if files == 1 { "Se guardó" } else { "Se guardaron" };
        let rewritten = rewritten.map(|told| format!(" {told}")).unwrap_or_default();
        format!(
            "{were} {} ({}) en {}.{rewritten}",
            counted(files, "archivo", "archivos"),
            strip::movements(movements as u64),
            folder.display()
        )
    }
}

/// The main verb of the third step: «Cerrar con 44».
pub fn close(ready: usize) -> String {
    format!("Cerrar con {}", dates::thousands(ready))
}

/// What the closing does: «Al cerrar, 38 altas y 6 bajas entran con folio y sello y ya no cambian; 3 pasan al corte del 16
/// de diciembre. Antes se hace una copia verificada.»
pub fn closing([altas, bajas]: [usize; 2], held: usize, next: NaiveDate) -> String {
    let go = match altas + bajas {
        1 => "entra con folio y sello y ya no cambia",
        _ => "entran con folio y sello y ya no cambian",
    };
    let aside = match held {
        0 => String::new(),
        1 => format!("; 1 pasa al corte del {}", dates::day_month(next)),
        many => format!(
            "; {} pasan al corte del {}",
            dates::thousands(many),
            dates::day_month(next)
        ),
    };
    format!(
        "Al cerrar, {} {go}{aside}. Antes se hace una copia verificada.",
        review::kinds(altas, bajas)
    )
}

/// While the copy before the closing is made.
pub const CLOSING: &str = "Cerrando el corte";
/// Below it.
pub const NOT_CLOSED_YET: &str = "Todavía no se cierra nada.";
/// Somebody left it before the copy was made.
pub const NOT_CLOSED: &str = "No se cerró el corte; sus movimientos siguen en cola.";

/// The copy before the closing failed.
pub fn not_copied(cut: NaiveDate) -> String {
    format!(
        "No se cerró el corte del {}: no se pudo hacer la copia verificada que va antes. Revise el espacio del disco y \
         vuelva a cerrar con Ctrl+Enter.",
        dates::day_month(cut)
    )
}

/// «38 altas».
pub fn envio(kind: MovementKind, lines: u32) -> String {
    match kind {
        MovementKind::Alta => counted(lines as usize, "alta", "altas"),
        MovementKind::Baja => counted(lines as usize, "baja", "bajas"),
    }
}

/// «Folio C-2026-22», marked if the cut was opened again at some time.
pub fn folio(folio: &str, was_reopened: bool) -> String {
    let mark = if was_reopened { " · reabierto" } else { "" };
    format!("Folio {folio}{mark}")
}

/// «Sello 9E3A5C17».
pub fn seal(seal: &str) -> String {
    format!("Sello {seal}")
}

/// «Cerrado el 30 nov 2026 a las 10:42 por Lupita».
pub fn closed_by(at: NaiveDateTime, by: &str) -> String {
    format!(
        "Cerrado el {} a las {} por {by}",
        dates::short_year(at.date()),
        dates::clock(at.time())
    )
}

/// «Se reabrió el 30 nov 2026, Lupita: faltaba una baja».
pub fn reopened_by(reopening: &Reopening) -> String {
    format!(
        "Se reabrió el {}, {}: {}",
        dates::short_year(reopening.at.date()),
        reopening.by,
        reopening.reason
    )
}

/// Head of a column.
pub const COLUMN_NUMBER: &str = "N.º";
/// Head of a column.
pub const COLUMN_OUTCOME: &str = "Respuesta";
/// Head of a column.
pub const COLUMN_IMSS_NAME: &str = "Nombre para el IMSS";

/// The fourth step: envíos go out.
pub mod send {
    use super::{cuts, dates};
    use crate::domain::dispatch::Channel;
    use chrono::NaiveDate;

    /// Nobody has said that it went out.
    pub const UNSENT: &str = "Sin registrar como enviado";
    /// The button for one of several.
    pub const ONLY_THIS: &str = "Registrar solo este";
    /// The button that puts right what was recorded.
    pub const CORRECT: &str = "Corregir el envío";
    /// The button that opens the cut again.
    pub const REOPEN: &str = "Reabrir el corte";
    /// At the foot.
    pub const KEYS: &str = "Enter en un renglón abre la ficha";

    /// The main verb: «Registrar 2 envíos».
    pub fn record(count: usize) -> String {
        match count {
            1 => "Registrar el envío".to_owned(),
            many => format!("Registrar {many} envíos"),
        }
    }

    /// «Enviado el 30 nov 2026».
    pub fn sent_on(on: NaiveDate) -> String {
        format!("Enviado el {}", dates::short_year(on))
    }

    /// «IDSE, lote 12345».
    pub fn by(channel: Channel, lote: Option<&str>) -> String {
        let lote = lote.map(|lote| format!(", lote {lote}")).unwrap_or_default();
        format!("{}{lote}", cuts::channel(channel))
    }

    /// The dialog: «Registrar el envío del corte del 30 de noviembre».
    pub fn title(cut: NaiveDate) -> String {
        format!("Registrar el envío del corte del {}", dates::day_month(cut))
    }

    /// The dialog, where something recorded is put right.
    pub const CORRECT_TITLE: &str = "Corregir los datos del envío";
    /// In it.
    pub const IS_FOR_GOOD: &str = "Al registrarlo, el corte ya no puede reabrirse. Lo enviado no se deshace aquí; canal, lote y fecha sí se corrigen.";
    /// In it, where something recorded is put right.
    pub const ONLY_DATA: &str = "Se corrige lo anotado; lo que el IMSS respondió se queda como está.";
    /// Label.
    pub const CHANNEL: &str = "Canal";
    /// Label.
    pub const DAY: &str = "Fecha de envío";
    /// Below a lote.
    pub const LOTE_HINT: &str = "El del acuse; puede ir vacío.";
    /// Leaves the dialog.
    pub const NOT_YET: &str = "Todavía no";
    /// Its main verb.
    pub const RECORD: &str = "Registrar como enviado";
    /// Leaves the dialog of a correction.
    pub const LEAVE: &str = "Dejar como estaba";

    /// Label: «Lote de las 38 altas».
    pub fn lote(envio: &str, registro: Option<&str>) -> String {
        let of = registro
            .map(|registro| format!(", {registro}"))
            .unwrap_or_default();
        format!("Lote de {envio}{of}")
    }

    /// The letter that chooses a channel.
    pub fn letter(channel: Channel) -> char {
        match channel {
            Channel::Idse => 'I',
            Channel::Dispmag => 'D',
            Channel::Capture => 'C',
            Channel::Paper => 'P',
            Channel::Other => 'O',
        }
    }

    /// A channel where there is room for one word.
    pub fn channel(channel: Channel) -> &'static str {
        match channel {
            Channel::Capture => "Captura",
            Channel::Paper => "Papel",
            other => cuts::channel(other),
        }
    }
}

/// The dialog that opens a cut again.
pub mod reopen {
    use super::dates;
    use chrono::NaiveDate;

    /// Its title.
    pub fn title(cut: NaiveDate) -> String {
        format!("Reabrir el corte del {}", dates::day_month(cut))
    }

    /// What it does.
    pub fn told(folio: &str) -> String {
        format!(
            "Sus movimientos vuelven a la cola, y también lo que se apartó al cerrar. El folio {folio} se conserva, marcado \
             «reabierto»; al cerrar de nuevo cambia el sello."
        )
    }

    /// Label.
    pub const REASON: &str = "¿Por qué se reabre?";
    /// Leaves it.
    pub const LEAVE: &str = "Dejarlo cerrado";
    /// Its main verb.
    pub const REOPEN: &str = "Reabrir";
}

/// The fifth step: what IMSS answered.
pub mod reconcile {
    use super::{MovementKind, dates};

    /// The choice for an exception.
    pub const REJECTED: &str = "Rechazada";
    /// The other choice.
    pub const UNANSWERED_WORD: &str = "Sin respuesta";
    /// Label.
    pub const CAUSE: &str = "Causa del rechazo";
    /// In the empty field.
    pub const CAUSE_HINT: &str = "como viene en la respuesta";
    /// Label.
    pub const DAY: &str = "Fecha de la respuesta";
    /// Of a line that is no exception.
    pub const HOW_TO_MARK: &str =
        "Se registrará como aceptada. Si no lo fue, márquela con Espacio y escriba la causa.";
    /// In the column, of a line that is no exception.
    pub const WILL_BE_ACCEPTED: &str = "aceptada al registrar";
    /// In the column, of a line without answer.
    pub const UNANSWERED: &str = "sin respuesta todavía";
    /// In the panel, of a line that was accepted.
    pub const IS_ACCEPTED: &str = "Aceptada.";
    /// At the foot.
    pub const KEYS: &str = "Espacio: excepción · teclee un número para ir a él";
    /// A line that was answered, or was not sent.
    pub const NOT_OPEN: &str = "Este renglón no espera respuesta.";
    /// Nothing waits for an answer.
    pub const ALL_ANSWERED: &str = "Todo este envío tiene respuesta.";
    /// Every line was marked as without answer.
    pub const NOTHING_ANSWERED: &str =
        "Todos los renglones están marcados «sin respuesta»; no hay qué registrar todavía.";
    /// Label of a total.
    pub const TOTAL_ACCEPTED: &str = "Aceptadas";
    /// Label of a total.
    pub const TOTAL_REJECTED: &str = "Rechazadas";
    /// Label of a total.
    pub const TOTAL_UNANSWERED: &str = "Sin respuesta";

    /// The main verb: «Aceptar 36, rechazar 2».
    pub fn record(accepted: usize, rejected: usize) -> String {
        match (accepted, rejected) {
            (0, 0) => "Registrar".to_owned(),
            (0, rejected) => format!("Rechazar {}", dates::thousands(rejected)),
            (accepted, 0) => format!("Aceptar {}", dates::thousands(accepted)),
            (accepted, rejected) => format!(
                "Aceptar {}, rechazar {}",
                dates::thousands(accepted),
                dates::thousands(rejected)
            ),
        }
    }

    /// «rechazada: el nombre no coincide».
    pub fn rejected(cause: &str) -> String {
        match cause {
            "" => "rechazada: falta la causa".to_owned(),
            cause => format!("rechazada: {cause}"),
        }
    }

    /// «aceptada · 2 dic».
    pub fn accepted_on(day: &str) -> String {
        format!("aceptada · {day}")
    }

    /// Below a rejection.
    pub fn queue_again(kind: MovementKind) -> &'static str {
        match kind {
            MovementKind::Alta => "Corrija el dato en la ficha (Enter) y prepare otra alta con F7.",
            MovementKind::Baja => "Corrija el dato en la ficha (Enter) y prepare otra baja con F8.",
        }
    }

    /// While one types to find a line.
    pub fn looking_for(typed: &str) -> String {
        format!("Buscando {typed}…")
    }
}

/// «Se registró el envío de 41 altas y 6 bajas el 30 nov 2026, IDSE.»
pub fn sent(of: &[(MovementKind, u32)], sending: &Sending) -> String {
    let count = |kind| {
        let of_kind = of.iter().filter(|(it, _)| *it == kind);
        of_kind.map(|(_, lines)| *lines as usize).sum()
    };
    format!(
        "Se registró el envío de {} el {}, {}.",
        review::kinds(count(MovementKind::Alta), count(MovementKind::Baja)),
        dates::short_year(sending.on),
        cuts::channel(sending.channel)
    )
}

/// «Se corrigió el envío: 30 nov 2026, IDSE, lote 12345.»
pub fn sending_corrected(sending: &Sending) -> String {
    format!(
        "Se corrigió el envío: {}, {}.",
        dates::short_year(sending.on),
        send::by(sending.channel, sending.lote.as_deref())
    )
}
