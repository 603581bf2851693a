//! What the Resumen plegable says, in the order in which the student reads it.
//!
//! The sentences on steps and cover are those that the campuses publish, in usted.

use chrono::{Datelike, NaiveDate};

/// The title of the file, and the cover's in two lines.
pub(crate) const TITLE: &str = "Resumen de datos para trámite IMSS";
pub(crate) const TITLE_LINES: [&str; 2] = ["Resumen de datos", "para trámite IMSS"];
pub(crate) const FOLDING: &str =
    "Doble por las marcas: la mitad de arriba hacia atrás y luego como un libro.";

/// Panel 1, the cover.
pub(crate) const CAREER: &str = "Carrera";
pub(crate) const SEMESTER_AND_PERIOD: &str = "Semestre y periodo";
pub(crate) const FOLIO: &str = "Folio";
pub(crate) const NOT_OFFICIAL: &str = "Documento sin validez oficial.";
pub(crate) const ONE_SHEET: &str = "Hoja 1 de 1";
/// An empty cell.
pub(crate) const EMPTY: &str = "–";

/// Panel 2, the student's data.
pub(crate) const YOUR_DATA: &str = "Sus datos";
pub(crate) const NSS: &str = "NSS (número de seguridad social)";
pub(crate) const CURP: &str = "CURP";
pub(crate) const UMF: &str = "UMF";
pub(crate) const TURNO: &str = "Turno";
pub(crate) const CONSULTORIO: &str = "Consultorio";
pub(crate) const CLINIC: &str = "UMF, turno y consultorio";
pub(crate) const CLINIC_UNASSIGNED: &str = "Por asignar";
pub(crate) const CLINIC_IS_YOURS_TO_CHOOSE: &str = "La elige usted en línea: vea el paso 3.";
pub(crate) const AGREGADO: &str = "Agregado médico";
pub(crate) const AGREGADO_SEEN: &str = "según su documento";
pub(crate) const AGREGADO_SUGGESTED: &str = "confírmelo en su carnet";
pub(crate) const AGREGADO_UNKNOWN: &str = "véalo en su carnet";
pub(crate) const NOT_YET: &str = "por capturar";
pub(crate) const COMPARE: [&str; 2] = [
    "Compare estos datos con su constancia. Si algo no coincide,",
    "avise en esta ventanilla.",
];

/// Panel 3, what to do: heading and two lines a step.
pub(crate) const WHAT_TO_DO: &str = "Qué hacer";
pub(crate) const STEPS: [(&str, [&str; 2]); 5] = [
    (
        "Descargue su Constancia de Vigencia",
        [
            "Dice si aparece vigente, en qué fecha, y su ciudad,",
            "hospital, turno y consultorio.",
        ],
    ),
    (
        "Obtenga su Carnet de Citas Médicas",
        [
            "24 horas después del correo que confirma su alta. Le",
            "recomendamos la aplicación IMSS DIGITAL.",
        ],
    ),
    (
        "Elija su clínica (UMF) en línea",
        [
            "Al principio está vacía. Al terminar, descargue su",
            "carnet y otros documentos.",
        ],
    ),
    (
        "Si dice «no vigente»",
        [
            "Presente usted la aclaración en esta ventanilla. El",
            "estatus tarda de 24 a 72 horas.",
        ],
    ),
    (
        "Gratuito y personal",
        [
            "Pida su alta o baja con anticipación; no espere a",
            "necesitarla.",
        ],
    ),
];
pub(crate) const CONSTANCIA: &str = "Constancia de Vigencia de Derechos";
pub(crate) const CONSTANCIA_LINES: [&str; 2] = [
    "Sitio oficial del IMSS. Tenga a la mano",
    "su CURP, su NSS y su correo.",
];
pub(crate) const CONSTANCIA_SITE: &str = "serviciosdigitales.imss.gob.mx";
pub(crate) const OTHER_PROCEDURES: &str = "Los demás trámites: imss.gob.mx/imssdigital";

/// Panel 4, the second insurance.
pub(crate) const SECOND_INSURANCE: &str = "Seguro de vida y gastos médicos";
pub(crate) const INSURER: &str = "Aseguradora";
pub(crate) const POLICY: &str = "Póliza";
pub(crate) const POLICY_PERIOD: &str = "Periodo";
pub(crate) const COVERS: &str = "Coberturas";
/// The covers that Tehuacán publishes, while no policy has been captured.
pub(crate) const PUBLISHED_COVERS: [&str; 5] = [
    "Vida, por fallecimiento o pérdidas orgánicas",
    "Gastos funerarios",
    "Beca de orfandad",
    "Gastos médicos por accidente",
    "Repatriación",
];
pub(crate) const COVERS_NOTE: &str = "Responde por siniestros de actividades académicas.";
pub(crate) const CAMPUS: &str = "Plantel";
pub(crate) const AT_THE_WINDOW: &str = "Acuda a la ventanilla";
pub(crate) const CLAIMS: &str = "Siniestros, 24 h";
pub(crate) const EMERGENCY: &str = "En caso de emergencia, avisar a";
pub(crate) const NAME_AND_KINSHIP: &str = "Nombre y parentesco";
pub(crate) const TELEPHONE: &str = "Teléfono";
pub(crate) const NOTICE: [&str; 2] = [
    "Este resumen no sustituye el Carnet de Citas",
    "Médicas ni la Constancia de Vigencia del IMSS.",
];

/// The places of texts that may not fit, as the clerk is told of them.
pub(crate) mod place {
    pub(crate) const CAMPUS: &str = "el nombre del plantel";
    pub(crate) const DEPARTMENT: &str = "el departamento";
    pub(crate) const NAME: &str = "el nombre";
    pub(crate) const IDENTIFIER: &str = "el número de control";
    pub(crate) const CAREER: &str = "la carrera";
    pub(crate) const SEMESTER: &str = "el semestre y periodo";
    pub(crate) const PRINTED_BY: &str = "quien imprime";
    pub(crate) const FOLIO: &str = "el folio";
    pub(crate) const NSS: &str = "el NSS";
    pub(crate) const CURP: &str = "la CURP";
    pub(crate) const UMF: &str = "la UMF";
    pub(crate) const TURNO: &str = "el turno";
    pub(crate) const CONSULTORIO: &str = "el consultorio";
    pub(crate) const CLINIC: &str = "la clínica";
    pub(crate) const AGREGADO: &str = "el agregado médico";
    pub(crate) const FACT: &str = "los tres hechos";
    pub(crate) const POLICY: &str = "la póliza";
    pub(crate) const COVERS: &str = "las coberturas";
    pub(crate) const CONTACT: &str = "los datos de contacto";
    pub(crate) const KEY: &str = "la tecla";
    pub(crate) const LEGEND: &str = "la leyenda del año";
    pub(crate) const FOOT: &str = "el pie de la hoja";
    pub(crate) const SUBJECT: &str = "el título de la lista";
    pub(crate) const REMARK: &str = "la observación";
    pub(crate) const REQUIREMENT: &str = "el requisito";
    pub(crate) const DATE: &str = "la fecha";
    pub(crate) const STEP: &str = "el paso";
    pub(crate) const FILE: &str = "los datos del archivo";
    pub(crate) const ADDRESS: &str = "la dirección de la página";
}

/// The foot of the cover: «Impreso el sábado 21 nov 2026».
pub(crate) fn printed_on(date: NaiveDate) -> String {
    const DAYS: [&str; 7] = [
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ];
    const MONTHS: [&str; 12] = [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ];
    let day = DAYS[date.weekday().num_days_from_monday() as usize];
    format!(
        "Impreso el {day} {} {} {}",
        date.day(),
        MONTHS[date.month0() as usize],
        date.year()
    )
}

/// «por Lupita, en ventanilla».
pub(crate) fn printed_by(who: &str) -> String {
    format!("por {who}, en ventanilla")
}

/// «Sello 7A3F91C2».
pub(crate) fn seal(seal: &str) -> String {
    format!("Sello {seal}")
}
