//! What `corte` is asked for, as clap reads it.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use crate::domain::dispatch::Channel;
use crate::domain::movement::MovementKind;
use crate::words::console::{help, help_cut};

/// What is done with a cut.
#[derive(Debug, Subcommand)]
pub(in crate::console) enum Cut {
    #[command(name = "revisar", about = help_cut::REVIEW, override_usage = "ventanilla corte revisar [FECHA] [--json]")]
    Review {
        #[arg(value_name = "FECHA", help = help_cut::ON)]
        on: Option<NaiveDate>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "cerrar", about = help_cut::CLOSE, override_usage = "ventanilla corte cerrar [FECHA] [--json]")]
    Close {
        #[arg(value_name = "FECHA", help = help_cut::ON)]
        on: Option<NaiveDate>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "reabrir", about = help_cut::REOPEN,
        override_usage = "ventanilla corte reabrir FOLIO --motivo MOTIVO")]
    Reopen {
        #[arg(value_name = "FOLIO", help = help_cut::FOLIO)]
        folio: String,
        #[arg(long = "motivo", value_name = "MOTIVO", help = help_cut::REASON)]
        reason: String,
    },

    #[command(name = "enviar", about = help_cut::SEND,
        override_usage = "ventanilla corte enviar FOLIO --tipo alta|baja --canal CANAL [--lote LOTE] [--fecha F]")]
    Send(Send),

    #[command(name = "archivo", about = help_cut::FILE,
        override_usage = "ventanilla corte archivo FOLIO --tipo alta|baja --salida F.txt")]
    File {
        #[arg(value_name = "FOLIO", help = help_cut::FOLIO)]
        folio: String,
        #[arg(long = "tipo", value_name = "TIPO", help = help_cut::KIND)]
        kind: Kind,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help_cut::OUTPUT)]
        output: PathBuf,
    },

    #[command(name = "formato", about = help_cut::FORMAT,
        override_usage = "ventanilla corte formato [--muestra ARCHIVO] [--salida F.toml] [--json]")]
    Format {
        #[arg(long = "muestra", value_name = "ARCHIVO", help = help_cut::SAMPLE)]
        sample: Option<String>,
        #[arg(long = "salida", value_name = "F.toml", help = help_cut::FORMAT_OUTPUT)]
        output: Option<PathBuf>,
        #[arg(long, help = help::JSON)]
        json: bool,
    },

    #[command(name = "relacion", about = help_cut::LIST,
        override_usage = "ventanilla corte relacion FOLIO --salida F.pdf|F.xlsx")]
    List {
        #[arg(value_name = "FOLIO", help = help_cut::FOLIO)]
        folio: String,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help_cut::OUTPUT)]
        output: PathBuf,
    },

    #[command(name = "oficio", about = help_cut::LETTER,
        override_usage = "ventanilla corte oficio FOLIO --salida F.pdf")]
    Letter {
        #[arg(value_name = "FOLIO", help = help_cut::FOLIO)]
        folio: String,
        #[arg(long = "salida", value_name = "ARCHIVO", help = help_cut::OUTPUT)]
        output: PathBuf,
    },

    #[command(name = "conciliar", about = help_cut::RECONCILE,
        override_usage = "ventanilla corte conciliar FOLIO ARCHIVO [--plan] [--tipo T] [--fecha F]\n       \
            ventanilla corte conciliar FOLIO --todas [--excepto MATRICULA:CAUSA ...] [--tipo T] [--fecha F]")]
    Reconcile(Reconcile),
}

/// How an envío went out.
#[derive(Debug, Args)]
pub(in crate::console) struct Send {
    #[arg(value_name = "FOLIO", help = help_cut::FOLIO)]
    pub(super) folio: String,
    #[arg(long = "tipo", value_name = "TIPO", help = help_cut::KIND)]
    pub(super) kind: Kind,
    #[arg(long = "canal", value_name = "CANAL", help = help_cut::CHANNEL)]
    pub(super) channel: By,
    #[arg(long = "lote", value_name = "LOTE", help = help_cut::LOTE)]
    pub(super) lote: Option<String>,
    #[arg(long = "fecha", value_name = "FECHA", help = help_cut::SENT_ON)]
    pub(super) on: Option<NaiveDate>,
    #[arg(long = "registro", value_name = "REGISTRO", help = help_cut::REGISTRO)]
    pub(super) registro: Option<String>,
    #[arg(long = "corregir", help = help_cut::CORRECT)]
    pub(super) correct: bool,
}

/// What IMSS answered.
#[derive(Debug, Args)]
pub(in crate::console) struct Reconcile {
    #[arg(value_name = "FOLIO", help = help_cut::FOLIO)]
    pub(super) folio: String,
    #[arg(value_name = "ARCHIVO", conflicts_with = "all", help = help_cut::ANSWERS)]
    pub(super) file: Option<PathBuf>,
    #[arg(long = "plan", requires = "file", help = help_cut::PLAN)]
    pub(super) plan: bool,
    #[arg(long = "todas", help = help_cut::ALL)]
    pub(super) all: bool,
    #[arg(long = "excepto", value_name = "MATRICULA:CAUSA", num_args = 1.., requires = "all", help = help_cut::EXCEPT)]
    pub(super) except: Vec<String>,
    #[arg(long = "tipo", value_name = "TIPO", help = help_cut::KIND_ANSWERED)]
    pub(super) kind: Option<Kind>,
    #[arg(long = "fecha", value_name = "FECHA", help = help_cut::ANSWERED_ON)]
    pub(super) on: Option<NaiveDate>,
    #[arg(long, help = help::JSON)]
    pub(super) json: bool,
}

/// Altas or bajas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::console) enum Kind {
    Alta,
    Baja,
}

impl From<Kind> for MovementKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Alta => Self::Alta,
            Kind::Baja => Self::Baja,
        }
    }
}

/// A way to IMSS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::console) enum By {
    Idse,
    Dispmag,
    Captura,
    Papel,
    Otro,
}

impl From<By> for Channel {
    fn from(by: By) -> Self {
        match by {
            By::Idse => Self::Idse,
            By::Dispmag => Self::Dispmag,
            By::Captura => Self::Capture,
            By::Papel => Self::Paper,
            By::Otro => Self::Other,
        }
    }
}
