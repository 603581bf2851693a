//! What is true at this desk: pure values and rules, without clock, files, SQL or Spanish sentences.

pub mod act;
pub mod alike;
pub mod appearance;
pub mod birthplace;
pub mod bulk;
pub mod campus;
pub mod checklist;
pub mod clinic;
pub mod control_number;
pub mod curp;
pub mod cutoff;
pub mod date;
pub mod entry;
pub mod filter;
pub mod ids;
mod letters;
pub mod logo;
pub mod movement;
pub mod nss;
pub mod period;
pub mod person_name;
pub mod registro_patronal;
pub mod settings;
pub mod severity;
pub mod sex;
pub mod student;
pub mod vigencia;
