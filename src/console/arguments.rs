//! The command line: every order with its arguments, as clap reads it.

mod reading;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{ArgAction, Parser, Subcommand, ValueEnum};

use crate::desk::{NamedList, demo};
use crate::domain::vigencia::CheckSource;
use crate::words::console::{help, help_cut, help_moving};
use reading::moment;
pub(super) use reading::{read, refuse};

/// Everything that the command line asks for.
#[derive(Debug, Parser)]
#[command(
    name = "ventanilla",
    about = help::ABOUT,
    override_usage = "ventanilla [OPCIONES] [ORDEN]",
    after_help = help::AFTER,
    version,
    subcommand_help_heading = help::COMMANDS,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    propagate_version = true
)]
pub(super) struct Asked {
    #[arg(long = "datos", value_name = "CARPETA", global = true, help = help::DATA)]
    pub(super) data: Option<PathBuf>,

    #[arg(long = "ahora", value_name = "FECHA", global = true, value_parser = moment, help = help::NOW)]
    pub(super) now: Option<NaiveDateTime>,

    #[arg(long = "demo", help = help::DEMO_WINDOW)]
    pub(super) demo: bool,

    #[arg(short = 'h', long = "ayuda", alias = "help", global = true, action = ArgAction::HelpShort, help = help::HELP)]
    help: Option<bool>,

    #[arg(short = 'V', long = "version", action = ArgAction::Version, help = help::VERSION)]
    version: Option<bool>,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What can be done without the window.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(name = "iniciar", about = help::SET_UP,
        override_usage = "ventanilla iniciar --plantel PLANTEL [--nombre NOMBRE] --atiende NOMBRE")]
    SetUp {
        #[arg(long = "plantel", value_name = "PLANTEL", help = help::CAMPUS)]
        campus: Preset,
        #[arg(long = "nombre", value_name = "NOMBRE", help = help::CAMPUS_NAME)]
        name: Option<String>,
        #[arg(long = "atiende", value_name = "NOMBRE", help = help::CLERK)]
        clerk: String,
    },

    #[command(name = "registrar", about = help::REGISTER, after_help = help::REGISTER_KEYS,
        override_usage = "ventanilla registrar --json ARCHIVO")]
    Register {
        #[arg(long = "json", value_name = "ARCHIVO", help = help::REGISTER_FROM)]
        from: PathBuf,
    },

    #[command(name = "buscar", about = help::FIND,
        override_usage = "ventanilla buscar TEXTO [--limite N] [--json]")]
    Find {
        #[arg(value_name = "TEXTO", help = help::FIND_TEXT)]
        text: String,
        #[arg(long = "limite", value_name = "N", help = help::LIMIT)]
        limit: Option<u32>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "ficha", about = help::RECORD, override_usage = "ventanilla ficha MATRICULA [--json]")]
    Record {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "alta", about = help::ALTA, override_usage = "ventanilla alta MATRICULA")]
    Alta {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
    },

    #[command(name = "baja", about = help::BAJA, override_usage = "ventanilla baja MATRICULA --motivo MOTIVO")]
    Baja {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(long = "motivo", value_name = "MOTIVO", help = help::MOTIVE)]
        motive: String,
    },

    #[command(name = "cancelar", about = help::CANCEL, override_usage = "ventanilla cancelar MATRICULA")]
    Cancel {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
    },

    #[command(name = "vigencia", about = help::VIGENCIA, subcommand_help_heading = help::COMMANDS,
        override_usage = "ventanilla vigencia registrar|pendientes ...")]
    Vigencia {
        #[command(subcommand)]
        what: Vigencia,
    },

    #[command(name = "caso", about = help::CASE,
        override_usage = "ventanilla caso MATRICULA [--json | --abrir | --anotar TEXTO --a QUIEN | --cerrar [--como COMO]]")]
    Case {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(long = "abrir", help = help::CASE_OPEN, conflicts_with_all = ["note", "close", "json"])]
        open: bool,
        #[arg(long = "anotar", value_name = "TEXTO", help = help::CASE_NOTE, requires = "told",
            conflicts_with_all = ["close", "json"])]
        note: Option<String>,
        #[arg(long = "a", value_name = "QUIEN", help = help::CASE_TOLD, requires = "note")]
        told: Option<super::case::ToldTo>,
        #[arg(long = "cerrar", help = help::CASE_CLOSE, conflicts_with = "json")]
        close: bool,
        #[arg(long = "como", value_name = "COMO", help = help::CASE_HOW, requires = "close")]
        how: Option<super::case::How>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "cotejo", about = help::CHECKLIST,
        override_usage = "ventanilla cotejo MATRICULA [FILA si|no] [--fecha F] [--observacion TEXTO] [--json]")]
    Checklist {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(value_name = "FILA", help = help::CHECKLIST_ROW)]
        row: Option<String>,
        #[arg(value_name = "si|no", help = help::CHECKLIST_DELIVERED)]
        delivered: Option<YesOrNo>,
        #[arg(long = "fecha", value_name = "FECHA", help = help::CHECKLIST_DATE)]
        on: Option<NaiveDate>,
        #[arg(long = "observacion", value_name = "TEXTO", help = help::CHECKLIST_REMARK)]
        remark: Option<String>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "control", about = help::CONTROL_NUMBER,
        override_usage = "ventanilla control FOLIO NUMERO")]
    ControlNumber {
        #[arg(value_name = "FOLIO", help = help::FOLIO)]
        who: String,
        #[arg(value_name = "NUMERO", help = help::CONTROL_NUMBER_VALUE)]
        number: String,
    },

    #[command(name = "distintas", about = help::DISTINCT, override_usage = "ventanilla distintas MATRICULA OTRA")]
    TellApart {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(value_name = "OTRA", help = help::WHO)]
        other: String,
    },

    #[command(name = "archivar", about = help::ARCHIVE, override_usage = "ventanilla archivar MATRICULA")]
    Archive {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
    },

    #[command(name = "restaurar", about = help::RESTORE, override_usage = "ventanilla restaurar MATRICULA")]
    Restore {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
    },

    #[command(name = "clinica", about = help::CLINICS, subcommand_help_heading = help::COMMANDS,
        override_usage = "ventanilla clinica anotar|vaciar|lista|agregar|corregir|quitar ...")]
    Clinic {
        #[command(subcommand)]
        what: super::clinic::Asked,
    },

    #[command(name = "nss", about = help::NSS,
        override_usage = "ventanilla nss MATRICULA VALOR --estado ESTADO [--fecha F] [--motivo M]")]
    Nss {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(value_name = "VALOR", help = help::NSS_VALUE, allow_hyphen_values = true)]
        number: String,
        #[arg(long = "estado", value_name = "ESTADO", help = help::NSS_STATE)]
        state: super::nss::State,
        #[arg(long = "fecha", value_name = "FECHA", help = help::NSS_DATE)]
        on: Option<NaiveDate>,
        #[arg(long = "motivo", value_name = "MOTIVO", help = help::NSS_SHARED)]
        shared: Option<String>,
    },

    #[command(name = "movimientos", about = help::MOVEMENTS,
        override_usage = "ventanilla movimientos [--json]")]
    Movements {
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "corte", about = help_cut::CUT, subcommand_help_heading = help::COMMANDS,
        args_conflicts_with_subcommands = true,
        override_usage = "ventanilla corte [FECHA] [--json]\n     ventanilla corte revisar|cerrar|reabrir|enviar|archivo|relacion|oficio|conciliar ...")]
    Cut {
        #[arg(value_name = "FECHA", help = help_cut::SHOWN)]
        on: Option<NaiveDate>,
        #[arg(long, help = help::JSON)]
        json: bool,
        #[command(subcommand)]
        what: Option<super::cut::Cut>,
    },

    #[command(name = "avisos", about = help::NOTICES, after_help = help::NOTICES_AFTER,
        override_usage = "ventanilla avisos FOLIO [--salida ARCHIVO.xlsx] [--registrar] | [--lotes | --json]")]
    Notices {
        #[arg(value_name = "FOLIO", help = help::NOTICES_FOLIO)]
        folio: String,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::NOTICES_OUTPUT)]
        output: Option<PathBuf>,
        #[arg(long = "registrar", help = help::NOTICES_RECORD)]
        record: bool,
        #[arg(long = "lotes", help = help::NOTICES_LOTS, conflicts_with_all = ["output", "record", "json"])]
        lots: bool,
        #[arg(long, help = help::JSON, conflicts_with_all = ["output", "record"])]
        json: bool,
    },

    #[command(name = "hoy", about = help::TODAY, override_usage = "ventanilla hoy [--json]")]
    Today {
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "deshacer", about = help::UNDO,
        override_usage = "ventanilla deshacer [--importacion N [--plan]]")]
    Undo {
        #[arg(long = "importacion", value_name = "N", help = help::UNDO_IMPORT)]
        import: Option<i64>,
        #[arg(long = "plan", help = help::UNDO_PLAN, requires = "import")]
        plan: bool,
    },

    #[command(name = "importaciones", about = help::IMPORTS, override_usage = "ventanilla importaciones [--json]")]
    Imports {
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "rehacer", about = help::REDO, override_usage = "ventanilla rehacer")]
    Redo,

    #[command(name = "historia", about = help::HISTORY,
        override_usage = "ventanilla historia MATRICULA [--json]")]
    History {
        #[arg(value_name = "MATRICULA", help = help::WHO)]
        who: String,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "imprimir", about = help::PRINT, subcommand_help_heading = help::COMMANDS,
        override_usage = "ventanilla imprimir resumen|cotejo|pasos-umf|relacion|hoy|teclas|regla ... --salida ARCHIVO")]
    Print {
        #[command(subcommand)]
        paper: Paper,
    },

    #[command(name = "ajustes", about = help::SETTINGS,
        override_usage = "ventanilla ajustes [CLAVE [VALOR | --inicio | --confirmar]] [--json]")]
    Settings {
        #[arg(value_name = "CLAVE", help = help::SETTING_KEY)]
        key: Option<String>,
        #[arg(value_name = "VALOR", help = help::SETTING_VALUE, conflicts_with_all = ["back", "confirm", "json"])]
        value: Option<String>,
        #[arg(long = "inicio", help = help::SETTING_BACK, requires = "key", conflicts_with_all = ["confirm", "json"])]
        back: bool,
        #[arg(long = "confirmar", help = help::SETTING_CONFIRM, requires = "key", conflicts_with = "json")]
        confirm: bool,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "exportar", about = help::EXPORT,
        override_usage = "ventanilla exportar LISTA [--buscar TEXTO] --salida ARCHIVO.xlsx|ARCHIVO.csv")]
    Export {
        #[command(flatten)]
        asked: ListAsked,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT_SHEET)]
        output: PathBuf,
    },

    #[command(name = "importar", about = help::IMPORT, after_help = help::IMPORT_AFTER,
        override_usage = "ventanilla importar ARCHIVO [--tipo altas|bajas|inscritos] [--hoja N] --plan | --aplicar ...")]
    Import {
        #[command(flatten)]
        asked: Box<super::importing::Asked>,
    },

    #[command(name = "comparar", about = help::COMPARE, override_usage = "ventanilla comparar ANTES AHORA [--json]")]
    Compare {
        #[arg(value_name = "ANTES", help = help::COMPARE_BEFORE)]
        earlier: PathBuf,
        #[arg(value_name = "AHORA", help = help::COMPARE_NOW)]
        later: PathBuf,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "plantilla", about = help::TEMPLATE_SHEET, override_usage = "ventanilla plantilla --salida ARCHIVO.xlsx")]
    Template {
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT_TEMPLATE)]
        output: PathBuf,
    },

    #[command(name = "revisar", about = help::REVIEW,
        override_usage = "ventanilla revisar nss|curp [VALOR...] [--json]")]
    Review {
        #[arg(value_name = "QUE", help = help::REVIEW_WHAT)]
        what: Number,
        #[arg(value_name = "VALOR", help = help::REVIEW_VALUES)]
        values: Vec<OsString>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "verificar", about = help::CHECK,
        override_usage = "ventanilla verificar [--reparar] [--json]")]
    Check {
        #[arg(long = "reparar", help = help::REPAIR)]
        repair: bool,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "respaldo", about = help::BACKUP, subcommand_help_heading = help::COMMANDS,
        override_usage = "ventanilla respaldo crear|listar|probar|clave|restaurar")]
    Backup {
        #[command(subcommand)]
        what: super::backup::Backup,
    },

    #[command(name = "mudanza", about = help_moving::MOVING, subcommand_help_heading = help::COMMANDS,
        override_usage = "ventanilla mudanza crear|abrir|frase ...")]
    Moving {
        #[command(subcommand)]
        what: super::moving::Moving,
    },

    #[command(name = "demo", about = help::DEMO,
        override_usage = "ventanilla demo [--estudiantes N] [--semilla S]")]
    Demo {
        #[arg(long = "estudiantes", value_name = "N", help = help::STUDENTS, default_value_t = demo::STUDENTS as u32,
            value_parser = clap::value_parser!(u32).range(1..=demo::MOST_STUDENTS as i64))]
        students: u32,
        #[arg(long = "semilla", value_name = "S", help = help::SEED, default_value_t = 1)]
        seed: u64,
    },
}

/// The papers that can be written.
#[derive(Debug, Subcommand)]
pub(super) enum Paper {
    #[command(name = "teclas", about = help::PRINT_KEYS,
        override_usage = "ventanilla imprimir teclas --salida ARCHIVO")]
    Keys {
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
    #[command(name = "regla", about = help::PRINT_RULER,
        override_usage = "ventanilla imprimir regla --salida ARCHIVO")]
    Ruler {
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
    #[command(name = "relacion", about = help::PRINT_LIST,
        override_usage = "ventanilla imprimir relacion LISTA [--buscar TEXTO] [--completos] --salida ARCHIVO")]
    List {
        #[command(flatten)]
        asked: ListAsked,
        #[arg(long = "completos", help = help::WHOLE_NUMBERS)]
        whole_numbers: bool,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
    #[command(name = "resumen", about = help::PRINT_SUMMARY,
        override_usage = "ventanilla imprimir resumen MATRICULA... --salida ARCHIVO")]
    Summary {
        #[arg(value_name = "MATRICULA", required = true, help = help::WHO)]
        who: Vec<String>,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
    #[command(name = "hoy", about = help::PRINT_MORNING,
        override_usage = "ventanilla imprimir hoy --salida ARCHIVO")]
    Morning {
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
    #[command(name = "cotejo", about = help::PRINT_CHECKLIST,
        override_usage = "ventanilla imprimir cotejo MATRICULA... --salida ARCHIVO")]
    Checklist {
        #[arg(value_name = "MATRICULA", required = true, help = help::WHO)]
        who: Vec<String>,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
    #[command(name = "pasos-umf", about = help::PRINT_CLINIC_STEPS,
        override_usage = "ventanilla imprimir pasos-umf MATRICULA... --salida ARCHIVO")]
    ClinicSteps {
        #[arg(value_name = "MATRICULA", required = true, help = help::WHO)]
        who: Vec<String>,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help::OUTPUT)]
        output: PathBuf,
    },
}

/// A list, by its name and what narrows it.
#[derive(Debug, clap::Args)]
pub(super) struct ListAsked {
    #[arg(value_name = "LISTA", help = help::LIST)]
    pub(super) list: NamedList,
    #[arg(long = "buscar", value_name = "TEXTO", default_value = "", help = help::NARROWED)]
    pub(super) typed: String,
}

/// What can be done about vigencia.
#[derive(Debug, Subcommand)]
pub(super) enum Vigencia {
    #[command(name = "registrar", about = help::VIGENCIA_RECORD, after_help = help::VIGENCIA_RECORD_AFTER,
        override_usage = "ventanilla vigencia registrar MATRICULA si|no [--fecha F] [--fuente F] [--nuestra si|no] ...")]
    Record(Box<super::clinic::Recorded>),
    #[command(name = "pendientes", about = help::VIGENCIA_PENDING,
        override_usage = "ventanilla vigencia pendientes [--json]")]
    Pending {
        #[arg(long, help = help::JSON)]
        json: bool,
    },
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum YesOrNo {
    Si,
    No,
}

/// Where a check was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Source {
    Constancia,
    Ventanilla,
    Llamada,
    Acuse,
}

impl From<Source> for CheckSource {
    fn from(source: Source) -> Self {
        match source {
            Source::Constancia => Self::Constancia,
            Source::Ventanilla => Self::Window,
            Source::Llamada => Self::Call,
            Source::Acuse => Self::Acuse,
        }
    }
}

/// The numbers that `revisar` knows.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Number {
    Nss,
    Curp,
}

/// What a campus may begin as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Preset {
    Minatitlan,
    Tehuacan,
    Otro,
}

impl Preset {
    /// Its name in the catalogue.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Minatitlan => "minatitlan",
            Self::Tehuacan => "tehuacan",
            Self::Otro => "otro",
        }
    }
}
