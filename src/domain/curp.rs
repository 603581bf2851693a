//! curp
