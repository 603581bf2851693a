//! What the Resumen plegable says, in the order in which the student reads it.
//!
//! The sentences on steps and cover are those that the campuses publish, in usted.

use chrono::{Datelike, NaiveDate};

/// The title of the file, and the cover's in two lines.
pub(super) const TITLE: &str = "Resumen de datos para trámite IMSS";
pub(super) const TITLE_LINES: [&str; 2] = ["Resumen de datos", "para trámite IMSS"];
pub(super) const FOLDING: &str =
    "Doble por las marcas: la mitad de arriba hacia atrás y luego como un libro.";

/// Panel 1, the cover.
pub(super) const CAREER: &str = "Carrera";
pub(super) const SEMESTER_AND_PERIOD: &str = "Semestre y periodo";
pub(super) const FOLIO: &str = "Folio";
pub(super) const NOT_OFFICIAL: &str = "Documento sin validez oficial.";
pub(super) const ONE_SHEET: &str = "Hoja 1 de 1";
/// An empty cell.
pub(super) const EMPTY: &str = "–";

/// Panel 2, the student's data.
pub(super) const YOUR_DATA: &str = "Sus datos";
pub(super) const NSS: &str = "NSS (número de seguridad social)";
pub(super) const CURP: &str = "CURP";
pub(super) const UMF: &str = "UMF";
pub(super) const TURNO: &str = "Turno";
pub(super) const CONSULTORIO: &str = "Consultorio";
pub(super) const CLINIC: &str = "UMF, turno y consultorio";
pub(super) const CLINIC_UNASSIGNED: &str = "Por asignar";
pub(super) const CLINIC_IS_YOURS_TO_CHOOSE: &str = "La elige usted en línea: vea el paso 3.";
pub(super) const AGREGADO: &str = "Agregado médico";
pub(super) const AGREGADO_SUGGESTED: &str = "confírmelo en su carnet";
pub(super) const AGREGADO_UNKNOWN: &str = "véalo en su carnet";
pub(super) const NOT_YET: &str = "por capturar";
pub(super) const COMPARE: [&str; 2] = [
    "Compare estos datos con su constancia. Si algo no coincide,",
    "avise en esta ventanilla.",
];

/// Panel 3, what to do: heading and two lines a step.
pub(super) const WHAT_TO_DO: &str = "Qué hacer";
pub(super) const STEPS: [(&str, [&str; 2]); 5] = [
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
pub(super) const CONSTANCIA: &str = "Constancia de Vigencia de Derechos";
pub(super) const CONSTANCIA_LINES: [&str; 2] = [
    "Sitio oficial del IMSS. Tenga a la mano",
    "su CURP, su NSS y su correo.",
];
pub(super) const CONSTANCIA_SITE: &str = "serviciosdigitales.imss.gob.mx";
pub(super) const OTHER_PROCEDURES: &str = "Los demás trámites: imss.gob.mx/imssdigital";

/// Panel 4, the second insurance.
pub(super) const SECOND_INSURANCE: &str = "Seguro de vida y gastos médicos";
pub(super) const INSURER: &str = "Aseguradora";
pub(super) const POLICY: &str = "Póliza";
pub(super) const POLICY_PERIOD: &str = "Periodo";
pub(super) const COVERS: &str = "Coberturas";
/// The covers that Tehuacán publishes, while no policy has been captured.
pub(super) const PUBLISHED_COVERS: [&str; 5] = [
    "Vida, por fallecimiento o pérdidas orgánicas",
    "Gastos funerarios",
    "Beca de orfandad",
    "Gastos médicos por accidente",
    "Repatriación",
];
pub(super) const COVERS_NOTE: &str = "Responde por siniestros de actividades académicas.";
pub(super) const CAMPUS: &str = "Plantel";
pub(super) const AT_THE_WINDOW: &str = "Acuda a la ventanilla";
pub(super) const CLAIMS: &str = "Siniestros, 24 h";
pub(super) const EMERGENCY: &str = "En caso de emergencia, avisar a";
pub(super) const NAME_AND_KINSHIP: &str = "Nombre y parentesco";
pub(super) const TELEPHONE: &str = "Teléfono";
pub(super) const NOTICE: [&str; 2] = [
    "Este resumen no sustituye el Carnet de Citas",
    "Médicas ni la Constancia de Vigencia del IMSS.",
];

/// The places of texts that may not fit, as the clerk is told of them.
pub(super) mod place {
    pub(in super::super) const CAMPUS: &str = "el nombre del plantel";
    pub(in super::super) const DEPARTMENT: &str = "el departamento";
    pub(in super::super) const NAME: &str = "el nombre";
    pub(in super::super) const IDENTIFIER: &str = "el número de control";
    pub(in super::super) const CAREER: &str = "la carrera";
    pub(in super::super) const SEMESTER: &str = "el semestre y periodo";
    pub(in super::super) const PRINTED_BY: &str = "quien imprime";
    pub(in super::super) const FOLIO: &str = "el folio";
    pub(in super::super) const NSS: &str = "el NSS";
    pub(in super::super) const CURP: &str = "la CURP";
    pub(in super::super) const UMF: &str = "la UMF";
    pub(in super::super) const TURNO: &str = "el turno";
    pub(in super::super) const CONSULTORIO: &str = "el consultorio";
    pub(in super::super) const CLINIC: &str = "la clínica";
    pub(in super::super) const AGREGADO: &str = "el agregado médico";
    pub(in super::super) const FACT: &str = "los tres hechos";
    pub(in super::super) const POLICY: &str = "la póliza";
    pub(in super::super) const COVERS: &str = "las coberturas";
    pub(in super::super) const CONTACT: &str = "los datos de contacto";
}

/// The foot of the cover: «Impreso el sábado 21 nov 2026».
pub(super) fn printed_on(date: NaiveDate) -> String {
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
pub(super) fn printed_by(who: &str) -> String {
    format!("por {who}, en ventanilla")
}

/// «Sello 7A3F91C2».
pub(super) fn seal(seal: &str) -> String {
    format!("Sello {seal}")
}
