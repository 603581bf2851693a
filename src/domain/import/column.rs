//! What a column of a sheet may hold.

use serde::{Deserialize, Serialize};

macro_rules! columns {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// What a column holds, by the words of the form and of our own lists.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Column {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
        }

        impl Column {
            /// All of them, in the order in which a clerk chooses among them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word by which the table of synonyms and stored plans know it.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

columns! {
    /// Número de control or provisional folio.
    Identifier = "numero_control",
    /// Given names and both surnames in one cell.
    FullName = "nombre_completo",
    /// First surname.
    FirstSurname = "ap_paterno",
    /// Second surname.
    SecondSurname = "ap_materno",
    /// Both surnames in one cell.
    Surnames = "apellidos",
    /// Given names.
    GivenNames = "nombres",
    /// «Sin apellidos», as our own lists say it.
    NoSurnames = "sin_apellidos",
    /// CURP.
    Curp = "curp",
    /// NSS.
    Nss = "nss",
    /// Sex.
    Sex = "sexo",
    /// Day of birth.
    BirthDate = "fecha_nac",
    /// State of birth.
    Birthplace = "lugar_nac",
    /// Carrera.
    Career = "carrera",
    /// Semester.
    Semester = "semestre",
    /// School period.
    Period = "periodo",
    /// Situación escolar.
    Standing = "situacion",
    /// Clinic.
    Umf = "umf",
    /// Turno.
    Shift = "turno",
    /// Consultorio.
    Room = "consultorio",
    /// Agregado médico.
    Agregado = "agregado",
    /// Where the clinic was read.
    ClinicSource = "fuente_umf",
    /// When it was read there.
    ClinicOn = "fecha_umf",
    /// Correo.
    Email = "correo",
    /// Teléfono.
    Phone = "telefono",
    /// When a form was answered.
    Timestamp = "marca_temporal",
    /// Another insurance that the student declares.
    OtherInsurance = "otro_seguro",
    /// Why a baja is asked for.
    Motive = "motivo",
    /// «Ya afiliado»: an alta from before this register.
    Affiliated = "ya_afiliado",
    /// State of the NSS.
    NssState = "estado_nss",
    /// Since when the NSS is en trámite, or of which constancia.
    NssOn = "fecha_nss",
    /// Why the NSS is somebody else's too.
    NssShared = "motivo_nss",
    /// Whether the CURP is trusted.
    CurpState = "estado_curp",
    /// Why the CURP is somebody else's too.
    CurpShared = "motivo_curp",
}

impl Column {
    /// The column of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.code() == code)
    }

    /// Whether its cells are dates.
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::BirthDate | Self::Timestamp | Self::NssOn | Self::ClinicOn
        )
    }

    /// Whether it is a number that identifies somebody, so that a digit lost is a person lost.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Identifier | Self::Nss | Self::Curp)
    }
}
