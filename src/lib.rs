//! Ventanilla: the register of the student insurance (seguro facultativo) at the window of Servicios Escolares.
//!
//! The map of the house. Data has one way through: key press → `app` message → one call of `desk` → `domain`
//! checks it → `store` writes it in one transaction with its journal entry → the screen reads it again.
//!
//! | room | what it is | knows |
//! | --- | --- | --- |
//! | [`domain`] | what is true at this desk: pure values and rules | nobody; today is an argument |
//! | [`words`] | every Spanish sentence, one file a subject | `domain` |
//! | [`store`] | the SQLite file: schema, rows, search, journal, copies | `domain` |
//! | [`mod@print`] | documents → pages in millimetres → PDF | `domain`, `words` |
//! | [`exchange`] | spreadsheets and the files of IMSS, in and out | `domain` |
//! | [`desk`] | what a clerk can do: one act, one transaction, one journal entry | `domain`, `store`, `exchange`, `print`, `words` |
//! | [`system`] | the machine: folders, clock, viewer, dialogs, log | the operating system |
//! | [`app`] | the window (iced) | `desk`, `domain`, `words`, `system`; letters and icons of `print` |
//! | [`console`] | the same acts from a terminal | `desk`, `domain`, `words`, `system` |
//!
//! Two things stand elsewhere than one might look. Refusals become sentences in `desk::explain`, because `words` knows
//! no room but `domain`; and the console opens the window, because the command line is where a start begins.

pub mod app;
pub mod console;
pub mod desk;
pub mod domain;
pub mod exchange;
pub mod print;
pub mod store;
pub mod system;
pub mod words;
