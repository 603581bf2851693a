//! Settings: what each is called, where it shows, what it says, and what is wrong with what was typed.

mod file_values;
mod screen;

use super::said::{and, either};
use super::{capture, dates};
use crate::domain::clinic::Delegacion;
use crate::domain::logo::{self, LogoFault};
use crate::domain::settings::{
    Confirmation, Entry, Group, Kind, Setting, SettingFault, Settings, Topic, Value,
};
pub use screen::{
    ADD, ATTEND, BROWSE, BROWSE_TITLE, BY_LAW, CHANGE, CHANGE_TITLE, CONFIRM, CONFIRM_NOTE, COUNT_NOTE,
    LAW_NOTE, NO_SAMPLE_YET, NOT_UNDOABLE, REMOVE, RESET, SAMPLE, SAMPLE_AGREES, SAMPLE_FILE, SAMPLE_HINT,
    SAVE, SETTING, STATE, TRY_SAMPLE, UNDOABLE, VALUE, WHO, WHO_FIELD, WHO_NOTE,
};

/// The screen.
pub const TITLE: &str = "Ajustes";
/// Not ticked yet.
pub const UNCONFIRMED: &str = "sin confirmar";
/// Ticked.
pub const CONFIRMED: &str = "confirmado";
/// What needs no tick and was changed.
pub const CHANGED: &str = "cambiado";
/// What needs no tick and was not.
pub const DEFAULT: &str = "valor de inicio";

/// Where the values of the files show.
const FILES: &str = "archivo de cada envío";

/// What a group is called.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Campus => "Plantel",
        Group::Careers => "Carreras",
        Group::Papers => "Papeles",
        Group::Cuts => "Cortes y plazos",
        Group::Imss => "IMSS",
        Group::ClosedDays => "Días inhábiles",
        Group::Clerks => "Quién atiende",
        Group::Copies => "Copias",
        Group::Appearance => "Apariencia",
    }
}

/// What a setting is called.
pub fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::CampusName => "Nombre del plantel",
        Topic::Department => "Departamento",
        Topic::Phone => "Teléfono de la ventanilla",
        Topic::Email => "Correo de la ventanilla",
        Topic::MailDomain => "Dominio del correo institucional",
        Topic::IdentifierLabel => "Nombre del identificador",
        Topic::ControlCode => "Clave en el número de control",
        Topic::Delegation => "Delegación del IMSS",
        Topic::PlantelKey => "Clave del plantel en el código mudo",
        Topic::Registros => "Registros patronales",
        Topic::Subdelegation => "Subdelegación del IMSS",
        Topic::Enye => "Ñ en el nombre para el IMSS",
        Topic::CaptureOrder => "Campos de la captura",
        Topic::CaptureDate => "Fecha en la captura",
        Topic::CurpRule => "CURP en las altas",
        Topic::Layout => "Formato del archivo",
        Topic::WorkerType => "Tipo de trabajador",
        Topic::SalaryType => "Tipo de salario",
        Topic::WorkWeek => "Semana o jornada reducida",
        Topic::Sbc => "Salario base de cotización",
        Topic::Guia => "Guía",
        Topic::BajaCause => "Causa de baja",
        Topic::MovementDate => "Fecha del movimiento",
        Topic::WorkerKey => "Clave del trabajador",
        Topic::FileUmf => "UMF en el archivo",
        Topic::FileCurp => "CURP en el archivo",
        Topic::ControlRecord => "Cifras de control",
        Topic::CurrentPeriod => "Periodo en curso",
        Topic::Careers => "Carreras",
        Topic::Legend => "Leyenda del año",
        Topic::Signer => "Quién firma",
        Topic::SignerPost => "Cargo de quien firma",
        Topic::Logo => "Logotipo",
        Topic::Documents => "Carpeta de documentos",
        Topic::CutDays => "Días de corte",
        Topic::HourLimit => "Hora límite del corte",
        Topic::ClosedCut => "Corte en sábado, domingo o inhábil",
        Topic::ClinicPage => "Página para pedir clínica",
        Topic::ClinicChangePage => "Página para cambiar de clínica",
        Topic::NoticeText => "Texto del aviso por correo",
        Topic::SexLetters => "Sexo en el agregado médico",
        Topic::Window => "Plazo de actualización",
        Topic::WindowDays => "Días del plazo",
        Topic::Evidence => "Evidencia reciente y por renovar",
        Topic::ClosedDays => "Días inhábiles del plantel",
        Topic::Clerks => "Quién atiende",
        Topic::SecondPlace => "Otro lugar para las copias",
        Topic::Scheme => "Tema",
        Topic::Palette => "Paleta",
        Topic::Density => "Densidad de las listas",
        Topic::Zoom => "Tamaño",
        Topic::Masking => "Modo mostrador",
    }
}

/// Where it shows, below its name.
pub fn place(topic: Topic) -> &'static str {
    match topic {
        Topic::CampusName => "ventana y papeles",
        Topic::Department => "encabezado de los papeles",
        Topic::Phone | Topic::Email => "resumen del estudiante",
        Topic::MailDomain => "correo que propone la ficha",
        Topic::IdentifierLabel => "búsqueda, listas, ficha y papeles",
        Topic::ControlCode => "aviso al escribir el número de control",
        Topic::Delegation => "delegación de las clínicas nuevas",
        Topic::PlantelKey => "código de cada papel",
        Topic::Registros => "envíos de cada corte y «Nuestra» en las constancias (F12)",
        Topic::Subdelegation => "datos del plantel ante el IMSS",
        Topic::Enye => "ficha, cortes y relación del corte",
        Topic::CaptureOrder | Topic::CaptureDate => "asistente de captura",
        Topic::CurpRule => "qué se aparta al cerrar un corte",
        Topic::Layout
        | Topic::WorkerType
        | Topic::SalaryType
        | Topic::WorkWeek
        | Topic::Sbc
        | Topic::Guia
        | Topic::BajaCause
        | Topic::MovementDate
        | Topic::WorkerKey
        | Topic::FileUmf
        | Topic::FileCurp
        | Topic::ControlRecord => FILES,
        Topic::CurrentPeriod => "fichas nuevas y cotejo",
        Topic::Careers => "fichas y listas",
        Topic::Legend => "encabezado de las relaciones",
        Topic::Signer | Topic::SignerPost => "relación del corte",
        Topic::Logo => "banda de todos los papeles",
        Topic::Documents => "donde se guardan los PDF y las listas",
        Topic::CutDays => "a qué corte va cada movimiento",
        Topic::HourLimit => "el día del corte",
        Topic::ClosedCut => "fecha del corte y recordatorio",
        Topic::ClinicPage | Topic::ClinicChangePage => "pasos para la clínica",
        Topic::NoticeText => "avisos de las altas aceptadas",
        Topic::SexLetters => "el que sugieren ficha y resumen",
        Topic::Window | Topic::WindowDays => "«Se espera», en cada ficha",
        Topic::Evidence => "edad de cada comprobación",
        Topic::ClosedDays => "recordatorio del corte",
        Topic::Clerks => "Ctrl+L y la historia",
        Topic::SecondPlace => "copias cifradas, además de las de esta computadora",
        Topic::Scheme | Topic::Zoom => "toda la ventana",
        Topic::Palette => "ventana y papeles",
        Topic::Density => "listas",
        Topic::Masking => "NSS y CURP en pantalla",
    }
}

/// How to type it, below the field.
pub fn hint(setting: &Setting) -> String {
    match setting.kind {
        Kind::Text(_) => "Puede quedar vacío.".into(),
        Kind::Name(_) if setting.topic == Topic::NoticeText => {
            "Se llenan solos {nombre}, {matricula}, {corte} y {ventana}.".into()
        }
        Kind::Name(_) => "No puede quedar vacío.".into(),
        Kind::Digits(count) => format!("{count} dígitos, o vacío si no se conoce."),
        Kind::Number(count) => format!("{count} dígitos, con sus ceros."),
        Kind::Layout => {
            "La ruta de un formato (.toml), como el que escribe «corte formato --salida»; se guarda en el \
                         registro, con sus valores."
                .into()
        }
        Kind::Choice(_) if setting.topic == Topic::BajaCause => file_values::BAJA_CAUSES.into(),
        Kind::Choice(_) if setting.topic == Topic::WorkWeek => file_values::WORK_WEEKS.into(),
        Kind::Code(longest) => format!("Mayúsculas y dígitos, hasta {longest}."),
        Kind::Logo => "La ruta de un archivo PNG o JPEG, de hasta 5 MB; se guarda en el registro.".into(),
        Kind::Folder if setting.topic == Topic::SecondPlace => {
            "La ruta de una memoria USB o de una carpeta de otro disco; vacía, ninguna.".into()
        }
        Kind::Folder => "La ruta completa; vacía, la carpeta del sistema.".into(),
        Kind::Span { least, most } => {
            format!("Dos números de días, de {least} a {most}: por ejemplo {}.", {
                match setting.topic {
                    Topic::Evidence => "30 y 90",
                    _ => "1 a 3",
                }
            })
        }
        Kind::CutDays => "Uno o más días del mes: por ejemplo 16 y último, o 10, 20 y último.".into(),
        Kind::Hour => "De 0:00 a 23:59, por ejemplo 13:00; vacía, el día del corte cuenta entero.".into(),
        Kind::Choice(words) => format!("Puede ser {}.", either(&quoted(words))),
        Kind::Delegation => "Dos dígitos, como 32; vacía si no se conoce.".into(),
        Kind::Subdelegation => "Su número, como 3; vacío si no se conoce.".into(),
        Kind::Registros => {
            "Como Z99-00000-32-0. Si es solo de unas carreras, con ellas: Z99-00001-32-9: IIND, ISIC.".into()
        }
        Kind::Fields => capture::order_hint(),
        Kind::Period => "Como AGO-DIC 2026; vacío, el de la fecha.".into(),
        Kind::Careers => "Clave y nombre: IIND-2010-227 Ingeniería Industrial.".into(),
        Kind::People => "El nombre como debe quedar en la historia.".into(),
        Kind::Days => "Fecha y motivo: 12/12/2026 Aniversario del plantel.".into(),
    }
}

/// A word of a choice as it stands in its row.
pub fn choice(topic: Topic, word: &str) -> String {
    if file_values::is_code(topic) {
        return word.to_uppercase();
    }
    match file_values::short(topic, word) {
        "" => {}
        short => return short.to_owned(),
    }
    match (topic, word) {
        (Topic::Zoom, percent) => format!("{percent} %"),

        (Topic::SexLetters, "hm") => "H y M".into(),
        (Topic::SexLetters, _) => "M y F".into(),
        (Topic::Enye, "n") => "N, con aviso".into(),
        (Topic::Enye, _) => "Conservar la Ñ".into(),
        (Topic::WindowDays, "habiles") => "Hábiles".into(),
        (Topic::CaptureDate, word) => capture::date_form(word).to_owned(),
        (_, "contraste") => "Alto contraste".into(),
        (_, "comoda") => "Cómoda".into(),
        (_, word) => super::said::capital(word),
    }
}

/// What a word of a choice comes to, where the word alone does not say it.
pub fn explained(topic: Topic, word: &str) -> Option<&'static str> {
    if let Some(meaning) = file_values::meaning(topic, word) {
        return Some(meaning);
    }
    Some(match (topic, word) {
        (Topic::ClosedCut, "conserva") => {
            "El corte conserva su fecha; Hoy lo recuerda desde el último día hábil."
        }
        (Topic::ClosedCut, "anterior") => "El corte pasa al último día hábil antes de su fecha.",
        (Topic::WindowDays, "corridos") => "Cuentan todos los días, también sábados y domingos.",
        (Topic::WindowDays, "habiles") => {
            "Cuentan de lunes a viernes, menos los días de descanso obligatorio. Úselo si su subdelegación lo confirma."
        }
        (Topic::SexLetters, "mf") => "M, hombre; F, mujer: como en 1M2004ES y 1F2004ES.",
        (Topic::SexLetters, "hm") => "H, hombre; M, mujer: como en 1H2004ES y 1M2004ES.",
        (Topic::Enye, "n") => {
            "La Ñ se escribe N en el nombre para el IMSS; se dice en la ficha, en el corte y en su relación."
        }
        (Topic::Enye, "conservar") => {
            "La Ñ se conserva en el nombre para el IMSS. Úselo si su subdelegación lo confirma."
        }
        (Topic::CurpRule, "obligatoria") => {
            "Un alta sin CURP, o con la CURP por confirmar, se aparta al cerrar el corte."
        }
        (Topic::CurpRule, "opcional") => {
            "Un alta sin CURP va en el corte, y en el archivo ese lugar queda vacío. Úselo si su subdelegación lo confirma."
        }
        (Topic::ClosedCut, "siguiente") => "El corte pasa al primer día hábil después de su fecha.",
        _ => return None,
    })
}

fn quoted(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("«{word}»")).collect()
}

/// The value as people read it.
pub fn value(entry: &Entry) -> String {
    told(entry.setting.topic, &entry.value)
}

/// A value of a setting as people read it.
pub fn told(topic: Topic, value: &Value) -> String {
    let text = value.to_string();
    if let Some(told) = file_values::told(topic, &text) {
        return told;
    }
    match (topic, value) {
        (_, Value::Layout(None)) => "IDSE, el que trae el programa".into(),
        (_, Value::Layout(Some(_))) => "el del plantel".into(),
        (_, Value::Logo(None)) => "ninguno".into(),
        (_, Value::Logo(Some(mark))) => format!("{} ({} × {})", mark.name, mark.width, mark.height),
        (Topic::SecondPlace, _) if text.is_empty() => "ninguno todavía".into(),
        (Topic::Documents, _) if text.is_empty() => "la del sistema".into(),
        (_, Value::Hour(None)) => "ninguna; el día del corte cuenta entero".into(),
        (_, Value::Hour(Some(hour))) => {
            format!("{}; desde esa hora, al corte siguiente", dates::clock(*hour))
        }
        (Topic::ClosedCut, _) => match text.as_str() {
            "anterior" => "pasa al día hábil anterior".into(),
            "siguiente" => "pasa al día hábil siguiente".into(),
            _ => "conserva su fecha; se recuerda el día hábil anterior".into(),
        },
        (Topic::WindowDays, _) => match text.as_str() {
            "habiles" => "hábiles: de lunes a viernes, menos los de descanso obligatorio".into(),
            _ => "corridos: cuentan todos".into(),
        },
        (_, Value::Period(None)) => "el de la fecha".into(),
        (Topic::Window, Value::Span(span)) if span.first == span.last => match span.first {
            1 => "A 1 día, desde lo último entre corte y envío".into(),
            days => format!("A {days} días, desde lo último entre corte y envío"),
        },
        (Topic::Window, Value::Span(span)) => format!(
            "De {} a {} días, desde lo último entre corte y envío",
            span.first, span.last
        ),
        (_, Value::Span(span)) => format!("Hasta {} y hasta {} días", span.first, span.last),
        (_, Value::Careers(careers)) => counted(careers.len(), "carrera", "carreras"),
        (_, Value::Days(days)) => counted(days.len(), "día", "días"),
        (_, Value::Registros(registros)) if !registros.is_empty() => {
            let told = registros.iter().map(|it| match it.careers.as_slice() {
                [] => it.registro.to_string(),
                careers => format!("{} ({})", it.registro, and(careers)),
            });
            and(&told.collect::<Vec<_>>())
        }
        (Topic::Enye, _) => match text.as_str() {
            "conservar" => "se conserva".into(),
            _ => "se escribe N, y se avisa".into(),
        },
        (_, Value::Fields(order)) => capture::order(order),
        (Topic::CaptureDate, _) => capture::date_form(&text).to_owned(),
        (_, Value::People(people)) if !people.is_empty() => and(people),
        (Topic::Delegation, _) if !text.is_empty() => {
            let name = Delegacion::from_code(&text).map(Delegacion::name);
            format!("{text}, {}", name.unwrap_or_default())
        }
        (Topic::Zoom, _) => format!("{text} %"),
        (Topic::SexLetters, _) if text == "hm" => "H, hombre; M, mujer".into(),
        (Topic::SexLetters, _) => "M, hombre; F, mujer".into(),
        (Topic::Scheme, _) if text == "contraste" => "alto contraste".into(),
        (Topic::Density, _) if text == "comoda" => "cómoda".into(),
        (Topic::Masking, _) if text == "si" => "sí: solo los últimos dígitos".into(),
        (Topic::Masking, _) => "no: completos en la ficha".into(),
        _ if text.is_empty() => "vacío".into(),
        _ => text,
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => "vacío".into(),
        1 => format!("1 {one}"),
        count => format!("{count} {many}"),
    }
}

/// «sin confirmar», «confirmado», «cambiado» or «valor de inicio».
pub fn state(entry: &Entry) -> &'static str {
    match (entry.setting.to_confirm, &entry.confirmed) {
        (true, None) => UNCONFIRMED,
        (true, Some(_)) => CONFIRMED,
        (false, _) if entry.is_default => DEFAULT,
        (false, _) => CHANGED,
    }
}

/// What deserves a look in a value that is kept nevertheless.
pub fn notice(settings: &Settings, topic: Topic) -> Option<String> {
    match topic {
        Topic::Registros => {
            let held = settings.held_registros();
            if let Some(other) = settings.registros().iter().find(|it| !it.is_for_students()) {
                return Some(format!(
                    "{other} es de la modalidad {}; la de estudiantes es la 32. Compruébelo con el IMSS.",
                    other.modalidad()
                ));
            }
            let all_have_careers = !held.is_empty() && held.iter().all(|it| !it.careers.is_empty());
            all_have_careers.then(|| {
                "Todos los registros llevan carreras: quien estudie otra, o ninguna, iría en un envío sin registro patronal. \
                 Deje uno sin carreras."
                    .to_owned()
            })
        }
        Topic::Subdelegation => {
            let number = settings.text(topic).parse().ok()?;
            let delegacion = settings.delegacion()?;
            let known = delegacion.subdelegaciones();
            (!known.contains(&number)).then(|| {
                let known: Vec<String> = known.iter().map(ToString::to_string).collect();
                format!(
                    "En la delegación {} {} se conocen: {}. Compruébelo con el IMSS.",
                    delegacion.code(),
                    delegacion.name(),
                    and(&known)
                )
            })
        }
        _ => None,
    }
}

/// Whether a setting stands in the files for IMSS.
pub fn is_of_files(topic: Topic) -> bool {
    topic == Topic::Enye || place(topic) == FILES
}

/// Whether something of the files still has to be confirmed with the subdelegación.
pub fn to_confirm(settings: &Settings) -> bool {
    settings
        .entries()
        .iter()
        .any(|entry| is_of_files(entry.setting.topic) && entry.awaits_confirmation())
}

/// «Lo confirmó Lupita el 21 nov 2026.»
pub fn confirmed_by(confirmation: &Confirmation) -> String {
    format!(
        "Lo confirmó {} el {}.",
        confirmation.by,
        dates::short_year(confirmation.on)
    )
}

/// «Valor de inicio: de 1 a 3 días…»
pub fn default_value(topic: Topic, value: &Value) -> String {
    // A text that is a whole sentence has its full stop.
    format!("Valor de inicio: {}.", told(topic, value).trim_end_matches('.'))
}

/// What the register holds can't be read.
pub fn unreadable(stored: &str) -> String {
    format!(
        "Lo guardado, «{stored}», no se entiende; mientras tanto se usa el valor de inicio. Escríbalo de nuevo."
    )
}

/// «Se guardó «Plazo de actualización»: de 2 a 5 días…»
pub fn changed(topic: Topic, value: &Value) -> String {
    let said = match told(topic, value) {
        long if long.chars().count() > 60 => String::new(),
        short => format!(": {short}"),
    };
    format!("Se guardó «{}»{said}.", name(topic))
}

/// Nothing else than before was typed.
pub fn same(topic: Topic) -> String {
    format!("«{}» ya estaba así; no cambió nada.", name(topic))
}

/// «Se confirmó «Plazo de actualización».»
pub fn confirmed(topic: Topic) -> String {
    format!("Se confirmó «{}».", name(topic))
}

/// Back to the default.
pub fn was_reset(topic: Topic) -> String {
    format!("«{}» volvió a su valor de inicio.", name(topic))
}

/// «Ahora atiende Marta.»
pub fn attends(clerk: &str) -> String {
    format!("Ahora atiende {clerk}.")
}

/// Nobody has that key.
pub fn no_such(key: &str) -> String {
    format!("No hay un ajuste «{key}». La orden «ajustes», sola, los muestra todos con su clave.")
}

/// There is nothing to tick.
pub fn needs_no_confirmation(topic: Topic) -> String {
    format!(
        "«{}» no necesita confirmarse: vale lo que el plantel elija.",
        name(topic)
    )
}

/// What is wrong with what was typed, and what to type.
pub fn refused(topic: Topic, fault: &SettingFault) -> String {
    format!("«{}» no cambió: {}", name(topic), self::fault(fault))
}

/// The same, where the setting is named already.
pub fn fault(fault: &SettingFault) -> String {
    match fault {
        SettingFault::Empty => "no puede quedar vacío. Escriba el texto.".into(),
        SettingFault::TooLong(longest) => format!("tiene más de {longest} letras. Acórtelo."),
        SettingFault::Unseen => "tiene un signo que no se ve. Escríbalo a mano, sin pegarlo.".into(),
        SettingFault::NotDigits(count) => format!("lleva {count} dígitos, o nada."),
        SettingFault::NotTheNumber(count) => format!("lleva {count} dígitos, con sus ceros."),
        SettingFault::NotACode(longest) => {
            format!("lleva de 1 a {longest} letras sin acento o dígitos, sin espacios.")
        }
        SettingFault::NoChoice(words) => format!("puede ser {}.", either(&quoted(words))),
        SettingFault::NotASpan => "lleva dos números de días, como «1 a 3».".into(),
        SettingFault::OutOfRange { least, most } => format!("cada número va de {least} a {most} días."),
        SettingFault::Backwards { first, last } => {
            format!("el segundo número ({last}) no puede ser menor que el primero ({first}).")
        }
        SettingFault::NotCutDays => {
            "lleva días del mes, del 1 al 31 o «último». Escríbalos como «16 y último».".into()
        }
        SettingFault::NotAnHour => "no es una hora del día. Escríbala como «13:00», o déjela vacía.".into(),
        SettingFault::NoDelegation => {
            "no es una de las delegaciones del IMSS. Escriba sus dos dígitos.".into()
        }
        SettingFault::NoSubdelegation => "es un número del 1 al 99, o nada si no se conoce.".into(),
        SettingFault::NotARegistro(typed) => format!(
            "«{typed}» no tiene la forma de un registro patronal: una letra y diez dígitos, como Z99-00000-32-0."
        ),
        SettingFault::UnknownCareer(typed) => format!(
            "«{typed}» no es una de las carreras del plantel. Escríbala por su clave o su nombre, como está en Ajustes, Carreras."
        ),
        SettingFault::NotAPeriod => "no se entiende el periodo. Escríbalo como «AGO-DIC 2026».".into(),
        SettingFault::NotADay(typed) => {
            format!("«{typed}» no empieza con una fecha. Escríbala como «12/12/2026 Aniversario».")
        }
        SettingFault::Twice(item) => format!("«{item}» está dos veces."),
        SettingFault::Fields(fault) => capture::order_fault(fault),
        SettingFault::Logo(fault) => logo_fault(*fault),
        SettingFault::NoSuchFile => logo_fault(LogoFault::NotFound),
        SettingFault::NotText => {
            "el archivo no se puede leer como texto. Elija el formato (.toml) o la muestra que el IMSS \
                                  aceptó."
                .into()
        }
        SettingFault::Layout(fault) => super::records::layout_fault(fault),
        SettingFault::FolderMissing => super::copies::PLACE_MISSING.into(),
        SettingFault::FolderNotWritable => super::copies::PLACE_NOT_WRITABLE.into(),
        SettingFault::FolderOfData => super::copies::PLACE_IS_DATA.into(),
        SettingFault::NotAFolder => "escriba la ruta completa de la carpeta.".into(),
    }
}

fn logo_fault(fault: LogoFault) -> String {
    match fault {
        LogoFault::NotFound => {
            "no hay un archivo en esa ruta. Escríbala completa, con el nombre del archivo.".into()
        }
        LogoFault::NotReadable => {
            "el archivo no se puede leer. Revise sus permisos o cópielo a otra carpeta.".into()
        }
        LogoFault::TooHeavy { bytes } => format!(
            "el archivo pesa {} MB y se admiten hasta {}. Guárdelo más chico.",
            bytes.div_ceil(1024 * 1024),
            logo::MOST_BYTES / (1024 * 1024)
        ),
        LogoFault::OtherKind => "el archivo no es una imagen PNG ni JPEG. Guárdela como PNG.".into(),
        LogoFault::Damaged => "la imagen está incompleta o dañada. Pida el archivo original.".into(),
        LogoFault::Size { width, height } => format!(
            "la imagen mide {width} × {height} puntos; cada lado va de {} a {}.",
            logo::LEAST_SIDE,
            dates::thousands(logo::MOST_SIDE)
        ),
        LogoFault::Proportion { width, height } => format!(
            "la imagen mide {width} × {height} puntos y es demasiado alargada: un lado puede ser hasta {} veces el otro.",
            logo::MOST_RATIO
        ),
    }
}

/// The same as a sentence of its own, below the field.
pub fn sentence(fault: &SettingFault) -> String {
    super::said::capital(&self::fault(fault))
}

/// The item of a list as its row shows it.
pub fn items(value: &Value) -> Vec<String> {
    match value {
        Value::Days(days) => days
            .iter()
            .map(|day| match day.name.as_str() {
                "" => dates::long(day.on),
                name => format!("{} · {name}", dates::long(day.on)),
            })
            .collect(),
        other => other.to_string().lines().map(str::to_owned).collect(),
    }
}

/// The row of a name that the list lacks.
pub fn new_clerk(name: &str) -> String {
    format!("Agregar a «{name}»")
}

/// The row that adds to a list.
pub fn add(topic: Topic) -> &'static str {
    match topic {
        Topic::Careers => "Agregar una carrera",
        Topic::Registros => "Agregar un registro patronal",
        Topic::ClosedDays => "Agregar un día inhábil",
        Topic::Clerks => "Agregar un nombre",
        _ => "Agregar",
    }
}

/// «En la terminal: ajustes corte.plazo».
pub fn console_key(key: &str) -> String {
    format!("En la terminal: ventanilla ajustes {key}")
}
