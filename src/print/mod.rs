//! Paper: each document is a function from plain values to pages in millimetres, and one file turns pages into PDF.
//!
//! ```text
//! summary.rs  roster.rs  …     the documents: values in, pages out, or why they cannot be printed
//!         └──────┬──────┘
//!            frame.rs          head and foot of the office's sheets; student_head.rs, whose sheet it is; prose.rs, paragraphs
//!            block.rs          drawing in the block's own millimetres; refuses what does not fit
//!                │
//!            page.rs           the page model: text runs, rules, boxes, QR codes; what the preview draws too
//!            ├── fonts.rs      the bundled letter: measuring, wrapping, what it lacks
//!            ├── icon.rs       the bundled icons
//!            ├── picture.rs     the logo: read, reduced, laid on its ground
//!            ├── qr.rs         the mute code, the official address
//!            └── folio.rs      folios and seals
//!            pdf.rs            pages → bytes; the only file that knows printpdf and lopdf
//! ```
//!
//! Three promises hold for every document. Nothing is cut: a text that does not fit its place, or that the letter
//! cannot write, is an error before there is paper. What is seen is what is printed: the preview draws these same
//! pages. The same values at the same moment give the same bytes.

pub mod block;
pub mod card;
pub mod checklist;
pub mod clinic_steps;
pub mod folio;
pub mod fonts;
pub mod frame;
pub mod icon;
pub mod letter;
pub mod morning;
pub mod moving_card;
pub mod page;
pub mod pdf;
pub mod picture;
#[cfg(test)]
mod proof;
mod prose;
pub mod qr;
pub mod rescue_sheet;
pub mod roster;
pub mod ruler_page;
pub mod student_head;
pub mod summary;
